//! The cut of the small dictionary. In: the table of the genre. Out: which of jieba's words matter.
//!
//! Chosen by measuring (docs/terms.md): what the genre uses, what it can be expected to use, and what any text does.

use anyhow::Result;
use gangmu::segment::dictionary::{Entry, Reader};
use std::collections::HashSet;

/// Words of the genre.
pub(super) struct Cut {
    used: HashSet<String>,
}

impl Cut {
    /// From the table of the genre.
    pub(super) fn of(reference: &[u8]) -> Result<Self> {
        let mut reader = Reader::new(reference).map_err(|e| anyhow::anyhow!("models/reference.bin: {}", e.message))?;
        let mut used = HashSet::with_capacity(reader.words());
        while let Some(entry) = reader.next_entry() {
            used.insert(entry.word.to_owned());
        }
        Ok(Self { used })
    }

    /// Whether a word stays: single characters, words with letters or digits, words the genre uses, compounds of two such
    /// words (`资源配置`; where they are rare, the counts in jieba's dictionary do not tell them from chance), and words
    /// common everywhere. Jieba gives every compound it was never told a count of the frequency 3; names of persons are
    /// many and rare.
    pub(super) fn keeps(&self, entry: &Entry<'_>) -> bool {
        let least = match entry.tag {
            "nr" | "nrt" | "nrfg" => 50,
            _ => 4,
        };
        let word = entry.word;
        let length = word.chars().count();
        length == 1
            || entry.freq >= least
            || self.used.contains(word)
            || word.contains(|c: char| c.is_ascii_alphanumeric())
            || self.is_compound(word, length)
    }

    fn is_compound(&self, word: &str, length: usize) -> bool {
        let ends = word.char_indices().enumerate().skip(1).map(|(n, (at, _))| (n, word.split_at(at)));
        // One character alone is too little to tell a compound, except in words of three.
        ends.filter(|(n, _)| length == 3 || (*n >= 2 && length - n >= 2))
            .any(|(_, (head, tail))| self.used.contains(head) && self.used.contains(tail))
    }
}
