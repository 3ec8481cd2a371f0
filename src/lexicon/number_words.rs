//! Words with a Chinese numeral that name no list, by kind.
//!
//! In: `number_words.tsv`. Out: [`NumberWords`], words to look a string or its beginning up in.

use super::rows;
use super::table::table;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The table, one set a kind.
#[derive(Debug, Default)]
pub struct NumberWords {
    /// 百花齐放: idioms, proverbs, metaphors, and 两岸, 三明, 双方: ordinary words and names.
    pub fixed: Words,
    /// 统一, 第一, 长三角: the numeral is no number.
    pub inner: Words,
    /// 年, 公里, 届: what follows counts time, size or order.
    pub unit: Words,
    /// 个, 项: measure words.
    pub measure: Words,
    /// 策 in 一企一策.
    pub each: Words,
}

/// Words by their first character, so that a text is compared with few of them.
#[derive(Debug, Default)]
pub struct Words(FxHashMap<char, Vec<&'static str>>);

impl Words {
    fn insert(&mut self, word: &'static str) {
        self.0.entry(word.chars().next().unwrap_or_default()).or_default().push(word);
    }

    /// Those that begin as a text does.
    fn like(&self, text: &str) -> &[&'static str] {
        text.chars().next().and_then(|first| self.0.get(&first)).map_or(&[], Vec::as_slice)
    }

    /// Whether a text is one of them.
    pub(crate) fn contains(&self, text: &str) -> bool {
        self.like(text).contains(&text)
    }
}

impl NumberWords {
    /// The table, read once.
    pub fn get() -> &'static Self {
        static TABLE: OnceLock<NumberWords> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut table = Self::default();
            for row in rows(table!("number_words.tsv")) {
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
pub(crate) fn begins_with(set: &Words, text: &str) -> bool {
    set.like(text).iter().any(|word| text.starts_with(word))
}

/// Bytes of the longest word of a set with which `text` begins.
pub(crate) fn word_at(set: &Words, text: &str) -> Option<usize> {
    set.like(text).iter().filter(|word| text.starts_with(**word)).map(|word| word.len()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_words() {
        let table = NumberWords::get();
        for set in [&table.fixed, &table.inner, &table.unit, &table.measure, &table.each] {
            assert!(set.0.values().flatten().all(|w| set.contains(w) && word_at(set, w) == Some(w.len())));
            assert!(!set.0.is_empty());
        }
        assert!(begins_with(&table.fixed, "百花齐放春满园"));
        assert!(!begins_with(&table.fixed, "两个维护"));
    }
}
