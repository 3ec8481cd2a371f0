//! Formulaic filler (套话): tone without content, counted apart from other words.
//!
//! In: `filler.tsv`. Out: one row a phrase. `进一步` is filler of degree (程度), `狠抓落实` a call to act (号召).

use super::rows;
use super::table::table;

const TABLE: &str = table!("filler.tsv");

/// A formulaic word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filler {
    /// The phrase; it may hold several words.
    pub phrase: &'static str,
    /// What it does; the kinds are named on top of the table.
    pub kind: &'static str,
}

/// All filler, sorted by code point. Phrases may hold shorter ones (`狠抓落实`, `狠抓`): let the longest match count.
pub fn fillers() -> impl Iterator<Item = Filler> {
    rows(TABLE).filter_map(|row| {
        let [phrase, kind] = row.try_into().ok()?;
        Some(Filler { phrase, kind })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{is_han, stop_words};

    #[test]
    fn every_line_is_a_phrase_of_a_declared_kind() {
        assert_eq!(fillers().count(), rows(TABLE).count());
        assert!(fillers().count() >= 300);
        assert!(fillers().zip(fillers().skip(1)).all(|(a, b)| a.phrase < b.phrase), "sorted, none twice");
        let header: String = include_str!("filler.tsv").lines().filter(|line| line.starts_with('#')).collect();
        for row in fillers() {
            assert!(row.phrase.chars().all(is_han) && row.phrase.chars().count() >= 2, "{row:?}");
            assert!(header.contains(&format!(" {} ", row.kind)), "{row:?}");
        }
    }

    #[test]
    fn filler_is_not_stopped() {
        let stop: std::collections::HashSet<_> = stop_words().map(|row| row.word).collect();
        assert!(fillers().all(|row| !stop.contains(row.phrase)));
    }
}
