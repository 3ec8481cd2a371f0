//! How names of foreigners are written in Chinese.
//!
//! In: `transcription.tsv`. Out: the characters names are transcribed with, the titles that stand behind them.

use super::{CharSet, Sieve, rows};
use std::sync::OnceLock;

/// The table.
#[derive(Debug)]
pub struct Transcription {
    signs: CharSet,
    /// Stops at these.
    sieve: Sieve,
    /// First characters of the titles.
    firsts: CharSet,
    titles: Vec<&'static str>,
}

impl Transcription {
    /// The table, read once.
    pub fn get() -> &'static Self {
        static TABLE: OnceLock<Transcription> = OnceLock::new();
        TABLE.get_or_init(|| {
            let of = |kind: &str| {
                let kind = kind.to_owned();
                rows(include_str!("transcription.tsv")).filter(move |row| *row.first().unwrap_or(&"") == kind)
            };
            let titles: Vec<&str> = of("title").filter_map(|row| row.get(1).copied()).collect();
            let signs = || of("signs").filter_map(|row| row.get(1).copied()).flat_map(str::chars);
            let mut sieve = Sieve::of("");
            sieve.extend(signs());
            Self {
                signs: signs().collect(),
                sieve,
                firsts: titles.iter().filter_map(|title| title.chars().next()).collect(),
                titles,
            }
        })
    }

    /// The characters of a text that names are transcribed with, and where they stand.
    pub fn signs<'t>(&'static self, text: &'t str) -> impl Iterator<Item = (usize, char)> + use<'t> {
        self.sieve.places(text).filter(|&(_, c)| self.signs.contains(c))
    }

    /// The title that a text begins with.
    pub fn title(&self, text: &str) -> Option<&'static str> {
        let may = text.starts_with(|first| self.firsts.contains(first));
        may.then(|| self.titles.iter().find(|title| text.starts_with(**title)).copied())?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_signs_and_titles() {
        let table = Transcription::get();
        assert!(table.signs("萨勒曼普京").count() >= 4);
        assert_eq!(table.signs("的和同，对与见国").count(), 0, "what stands before a name");
        assert_eq!(table.title("国王和王后"), Some("国王"));
        assert_eq!(table.title("国家"), None);
        assert!(rows(include_str!("transcription.tsv")).all(|row| matches!(row.first(), Some(&("signs" | "title")))));
    }
}
