//! How names of foreigners are written in Chinese.
//!
//! In: `transcription.tsv`. Out: the characters names are transcribed with, the titles that stand behind them.

use super::table::table;
use super::{CharSet, Pairs, is_basic_han, rows};
use std::sync::OnceLock;

/// The table.
#[derive(Debug)]
pub struct Transcription {
    signs: CharSet,
    /// How titles begin.
    pairs: Pairs,
    titles: Vec<&'static str>,
}

impl Transcription {
    /// The table, read once.
    pub fn get() -> &'static Self {
        static TABLE: OnceLock<Transcription> = OnceLock::new();
        TABLE.get_or_init(|| {
            let of = |kind: &str| {
                let kind = kind.to_owned();
                rows(table!("transcription.tsv")).filter(move |row| *row.first().unwrap_or(&"") == kind)
            };
            let titles: Vec<&str> = of("title").filter_map(|row| row.get(1).copied()).collect();
            let signs = of("signs").filter_map(|row| row.get(1).copied()).flat_map(str::chars).collect();
            Self { signs, pairs: Pairs::of(titles.iter().copied()), titles }
        })
    }

    /// Whether names are transcribed with a character.
    pub fn is_sign(&self, c: char) -> bool {
        self.signs.contains(c)
    }

    /// The titles in a text, and where they stand.
    pub fn titles<'t>(&'static self, text: &'t str) -> impl Iterator<Item = (usize, &'static str)> + use<'t> {
        let title = |rest: &str| self.titles.iter().find(|title| rest.starts_with(**title)).copied();
        let places = self.pairs.places(text).filter(|&(_, c)| is_basic_han(c));
        places.filter_map(move |(at, _)| Some((at, title(text.get(at..)?)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_signs_and_titles() {
        let table = Transcription::get();
        assert!("萨勒曼普京".chars().filter(|&c| table.is_sign(c)).count() >= 4);
        assert!("的和同对与见国".chars().all(|c| !table.is_sign(c)), "what stands before a name");
        assert_eq!(table.titles("国家的国王和王后").collect::<Vec<_>>(), [(9, "国王")]);
        assert!(rows(table!("transcription.tsv")).all(|row| matches!(row.first(), Some(&("signs" | "title")))));
    }
}
