//! The general stop list of the genre: words that carry grammar or reference, not content.
//!
//! In: `stop.tsv`. Out: one row a word. `以及` is a conjunction (连词), `进行` a light verb (虚化动词).

use super::rows;
use super::table::table;

const TABLE: &str = table!("stop.tsv");

/// A word left out of counts of content words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StopWord {
    /// The word.
    pub word: &'static str,
    /// Why it is one; the kinds are named on top of the table.
    pub kind: &'static str,
}

/// The stop list, sorted by code point.
pub fn stop_words() -> impl Iterator<Item = StopWord> {
    rows(TABLE).filter_map(|row| {
        let [word, kind] = row.try_into().ok()?;
        Some(StopWord { word, kind })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::is_han;

    #[test]
    fn every_line_is_a_word_of_a_declared_kind() {
        assert_eq!(stop_words().count(), rows(TABLE).count());
        assert!(stop_words().count() >= 900);
        assert!(stop_words().zip(stop_words().skip(1)).all(|(a, b)| a.word < b.word), "sorted, none twice");
        let header: String = include_str!("stop.tsv").lines().filter(|line| line.starts_with('#')).collect();
        for row in stop_words() {
            assert!(row.word.chars().all(is_han) && (1..=6).contains(&row.word.chars().count()), "{row:?}");
            assert!(row.kind.chars().all(is_han) && header.contains(&format!(" {} ", row.kind)), "{row:?}");
        }
    }

    #[test]
    fn content_of_the_genre_is_not_stopped() {
        for content in ["发展", "建设", "改革", "工作", "自然", "共同", "希望", "创新", "落实", "群众"]
        {
            assert!(stop_words().all(|row| row.word != content), "{content}");
        }
    }
}
