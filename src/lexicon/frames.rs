//! Words that decide whether what neighbours share is a frame.
//!
//! In: `frames.tsv`. Out: [`FrameWords`], one set a kind.

use super::rows;
use super::table::table;
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// The table, one set a kind.
#[derive(Debug, Default)]
pub struct FrameWords {
    /// 以: a frame by itself at the start.
    pub opener: FxHashSet<char>,
    /// 我们: no frame at the start.
    pub weak: FxHashSet<&'static str>,
    /// 工作: no frame at the end.
    pub closer: FxHashSet<&'static str>,
    /// 性: makes bare nouns.
    pub affix: FxHashSet<char>,
    /// 得: a frame within.
    pub inner: FxHashSet<char>,
}

/// Characters of the longest weak word.
pub const LONGEST_WEAK: usize = 6;

impl FrameWords {
    /// The table, read once.
    pub fn get() -> &'static Self {
        static TABLE: OnceLock<FrameWords> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut table = Self::default();
            for row in rows(table!("frames.tsv")) {
                let (Some(&word), Some(&kind)) = (row.first(), row.get(1)) else { continue };
                match kind {
                    "opener" => table.opener.extend(word.chars()),
                    "affix" => table.affix.extend(word.chars()),
                    "inner" => table.inner.extend(word.chars()),
                    "closer" => drop(table.closer.insert(word)),
                    _ => drop(table.weak.insert(word)),
                }
            }
            table
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_words_and_no_weak_word_is_longer_than_looked_for() {
        let table = FrameWords::get();
        assert!(!(table.opener.is_empty() || table.affix.is_empty() || table.inner.is_empty()));
        assert!(!table.closer.is_empty() && table.weak.iter().all(|w| w.chars().count() <= LONGEST_WEAK));
    }
}
