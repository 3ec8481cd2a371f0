//! Words with a Chinese numeral that name no list, by kind.
//!
//! In: `number_words.tsv`. Out: [`NumberWords`], sets to look a word or the start of a string up in.

use super::rows;
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// The table, one set a kind.
#[derive(Debug, Default)]
pub struct NumberWords {
    /// 百花齐放: idioms, proverbs, metaphors, and 两岸, 三明, 双方: ordinary words and names.
    pub fixed: FxHashSet<&'static str>,
    /// 统一, 第一, 长三角: the numeral is no number.
    pub inner: FxHashSet<&'static str>,
    /// 年, 公里, 届: what follows counts time, size or order.
    pub unit: FxHashSet<&'static str>,
    /// 个, 项: measure words.
    pub measure: FxHashSet<&'static str>,
    /// 策 in 一企一策.
    pub each: FxHashSet<&'static str>,
}

/// Longest word of the table in characters.
const LONGEST: usize = 8;

impl NumberWords {
    /// The table, read once.
    pub fn get() -> &'static Self {
        static TABLE: OnceLock<NumberWords> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut table = Self::default();
            for row in rows(include_str!("number_words.tsv")) {
                let (Some(&word), Some(&kind)) = (row.first(), row.get(1)) else { continue };
                let set = match kind {
                    "inner" => &mut table.inner,
                    "unit" => &mut table.unit,
                    "measure" => &mut table.measure,
                    "each" => &mut table.each,
                    _ => &mut table.fixed,
                };
                set.insert(word);
            }
            table
        })
    }
}

/// Whether `text` begins with a word of `set`.
pub(crate) fn begins_with(set: &FxHashSet<&'static str>, text: &str) -> bool {
    prefixes(text).any(|p| set.contains(p))
}

/// Bytes of the longest word of a set with which `text` begins.
pub(crate) fn word_at(set: &FxHashSet<&'static str>, text: &str) -> Option<usize> {
    prefixes(text).filter(|p| set.contains(p)).last().map(str::len)
}

/// The first one, two … characters of `text`, as far as a word of the table can reach.
fn prefixes(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().take(LONGEST).filter_map(|(i, c)| text.get(..i + c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_words_and_no_word_is_longer_than_looked_for() {
        let table = NumberWords::get();
        for set in [&table.fixed, &table.inner, &table.unit, &table.measure, &table.each] {
            assert!(!set.is_empty());
            assert!(set.iter().all(|w| w.chars().count() <= LONGEST));
        }
        assert!(begins_with(&table.fixed, "百花齐放春满园"));
        assert!(!begins_with(&table.fixed, "两个维护"));
    }
}
