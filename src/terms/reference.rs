//! What a text is compared with: how often words are used elsewhere.
//!
//! In: the table of the genre (`models/reference.bin`, counts only), or the tokens of another text. Out: [`Reference`].
//!
//! The table has the format of the dictionary asset; the frequency is the count, the tag the number of documents the word
//! occurs in. One row more, [`TOTAL`], holds all running words and all documents.

use super::keyness::{self, Keyness};
use crate::Error;
use crate::segment::dictionary::{Entry, Reader};
use crate::segment::{TokenKind, Tokens};
use rustc_hash::FxHashMap;

/// The row with the totals; no word, for a number never is one.
pub const TOTAL: &str = "0";

/// Use of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Use {
    count: u32,
    documents: u32,
}

/// Counts of words in a body of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    words: FxHashMap<Box<str>, Use>,
    total: Use,
}

impl Reference {
    /// Reads the table of the genre.
    ///
    /// # Errors
    /// `reference-corrupt`.
    pub fn from_table(bytes: &[u8]) -> Result<Self, Error> {
        let corrupt = |why: String| Error::new("reference-corrupt", why);
        let mut reader = Reader::new(bytes).map_err(|e| corrupt(e.message))?;
        let mut reference = Self::default();
        reference.words.reserve(reader.words());
        while let Some(Entry { word, freq, tag }) = reader.next_entry() {
            let documents = tag.parse().map_err(|_| corrupt(format!("`{tag}` documents")))?;
            let here = Use { count: freq, documents };
            if word == TOTAL {
                reference.total = here;
            } else {
                reference.words.insert(word.into(), here);
            }
        }
        if reference.total.count == 0 {
            return Err(corrupt("no totals".into()));
        }
        Ok(reference)
    }

    /// Adds one document.
    pub fn add(&mut self, tokens: &Tokens) {
        let mut counts = vec![0_u32; tokens.types.len()];
        for token in tokens.items.iter().filter(|t| tokens.kind_of(t) == TokenKind::Word) {
            if let Some(n) = counts.get_mut(token.word as usize) {
                *n += 1;
            }
        }
        for (word, count) in tokens.types.iter().zip(counts).filter(|&(_, n)| n > 0) {
            let all = self.words.entry(word.text.as_str().into()).or_default();
            all.count += count;
            all.documents += 1;
            self.total.count += count;
        }
        self.total.documents += 1;
    }

    /// The rows of a table: words of at least `least` occurrences with count and documents, and the totals.
    pub fn rows(&self, least: u32) -> impl Iterator<Item = (&str, u32, u32)> {
        let words = self.words.iter().filter(move |(_, u)| u.count >= least).map(|(w, &u)| (&**w, u));
        words.chain([(TOTAL, self.total)]).map(|(word, u)| (word, u.count, u.documents))
    }

    /// Documents in it.
    pub fn documents(&self) -> u32 {
        self.total.documents
    }

    /// Occurrences of a word.
    pub fn count(&self, word: &str) -> u32 {
        self.words.get(word).map_or(0, |u| u.count)
    }

    /// Keyness of a word that occurs `count` times among `words` here.
    pub fn keyness(&self, word: &str, count: u32, words: u32) -> Keyness {
        keyness::keyness(count.into(), words.into(), self.count(word).into(), self.total.count.into())
    }

    /// TF-IDF of a word that occurs `count` times among `words` here.
    pub fn tf_idf(&self, word: &str, count: u32, words: u32) -> f64 {
        let documents = self.words.get(word).map_or(0, |u| u.documents);
        keyness::tf_idf(count, words, documents, self.total.documents)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::dictionary::encode;

    #[test]
    fn a_table_tells_keyness() {
        let rows = [("改革", 100, "4"), (TOTAL, 10_000, "9")].map(|(word, freq, tag)| Entry { word, freq, tag });
        let reference = Reference::from_table(&encode(&rows)).unwrap();
        assert_eq!(reference.keyness("改革", 50, 1000), keyness::keyness(50, 1000, 100, 10_000));
        assert!((reference.tf_idf("改革", 10, 100) - 0.1 * 2.0_f64.ln()).abs() < 1e-12);
        assert!((reference.tf_idf("没有", 10, 100) - 0.1 * 10.0_f64.ln()).abs() < 1e-12);
    }

    #[test]
    fn damaged_tables_are_refused() {
        let no_totals = encode(&[Entry { word: "改革", freq: 1, tag: "1" }]);
        let no_number = encode(&[Entry { word: TOTAL, freq: 1, tag: "n" }]);
        for bytes in [&no_totals[..], &no_number, b"", b"gangmu-d"] {
            assert_eq!(Reference::from_table(bytes).unwrap_err().code, "reference-corrupt");
        }
    }
}
