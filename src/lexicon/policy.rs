//! Terms of policy and administration that stay whole when words are cut.
//!
//! In: `policy.tsv`. Out: one row a term. `放管服改革` is one word of reform (改革开放), not three. The terms go into the
//! dictionary asset when it is built; the table itself stays out of the wasm.

use super::rows;
use super::table::table;

const TABLE: &str = table!("policy.tsv");

/// A term that stays whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PolicyTerm {
    /// The term.
    pub term: &'static str,
    /// Its field; the categories are named on top of the table.
    pub category: &'static str,
    /// Year (`2023`) or decade (`1990s`) of its first prominent official use, where known.
    pub since: Option<&'static str>,
    /// Part of speech, in jieba's tags.
    pub tag: &'static str,
}

/// All terms, sorted by code point.
pub fn policy() -> impl Iterator<Item = PolicyTerm> {
    rows(TABLE).filter_map(|row| {
        let [term, category, since, tag] = row.try_into().ok()?;
        Some(PolicyTerm { term, category, since: super::known(since), tag })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{is_han, is_since, stop_words};
    use rustc_hash::FxHashSet;

    #[test]
    fn every_line_is_a_term_of_a_declared_category() {
        assert_eq!(policy().count(), rows(TABLE).count());
        assert!(policy().count() >= 2500);
        assert!(policy().zip(policy().skip(1)).all(|(a, b)| a.term < b.term), "sorted, none twice");
        let header: String = include_str!("policy.tsv").lines().filter(|line| line.starts_with('#')).collect();
        for row in policy() {
            let han = row.term.chars().filter(|&c| is_han(c)).count();
            assert!((2..=16).contains(&han) && row.term.chars().all(|c| is_han(c) || c == '+'), "{row:?}");
            assert!(header.contains(&format!(" {} ", row.category)), "{row:?}");
            assert!(row.since.is_none_or(is_since), "{row:?}");
            assert!(["n", "nz", "nt", "ns", "v", "vn", "a", "b", "i", "j", "l"].contains(&row.tag), "{row:?}");
        }
    }

    #[test]
    fn terms_of_the_genre_stand_in_the_table() {
        let terms: FxHashSet<_> = policy().map(|row| row.term).collect();
        for term in ["新质生产力", "全过程人民民主", "放管服改革", "市域社会治理", "乡村振兴", "高质量发展", "主心骨"]
        {
            assert!(terms.contains(term), "{term}");
        }
        for free in ["推进改革", "推动高质量发展", "进一步加强", "的发展", "中国共产"] {
            assert!(!terms.contains(free), "{free}");
        }
    }

    #[test]
    fn terms_are_no_stop_words() {
        let stop: FxHashSet<_> = stop_words().map(|row| row.word).collect();
        assert!(policy().all(|row| !stop.contains(row.term)));
    }
}
