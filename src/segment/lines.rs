//! A dictionary as jieba has it: text, one word a line with its frequency and tag.
//!
//! In: its bytes. Out: the asset it makes, so that there is one way to read words.

use super::dictionary::{Entry, encode};
use crate::Error;
use rustc_hash::FxHashMap;

/// Reads lines of `word`, `word frequency` or `word frequency tag`, parted by white space, as jieba does: of a word that comes
/// twice the last frequency counts, and the first tag.
///
/// # Errors
/// `dictionary-corrupt` where a frequency is no number or the bytes are no text.
pub(super) fn to_asset(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let corrupt = |why: String| Error::new("dictionary-corrupt", why);
    let text = core::str::from_utf8(bytes).map_err(|e| corrupt(e.to_string()))?;
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for (line, number) in text.lines().zip(1..) {
        let mut fields = line.split_whitespace();
        let Some(word) = fields.next() else { continue };
        let freq = fields.next().map_or(Ok(0), str::parse);
        let freq = freq.map_err(|e| corrupt(format!("line {number}: the frequency of {word}: {e}")))?;
        if let Some(known) = places.get(word).and_then(|&at| entries.get_mut(at)) {
            known.freq = freq;
        } else {
            places.insert(word, entries.len());
            entries.push(Entry { word, freq, tag: fields.next().unwrap_or("") });
        }
    }
    Ok(encode(&entries))
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::Reader;
    use super::*;

    #[test]
    fn lines_in_jiebas_format() {
        let asset = to_asset("落实 3 v\n\n抓\r\n落实 5 vn\n改革\t7\n".as_bytes()).unwrap();
        let mut reader = Reader::new(&asset).unwrap();
        for (word, freq, tag) in [("抓", 0, ""), ("改革", 7, ""), ("落实", 5, "v")] {
            assert_eq!(reader.next_entry(), Some(Entry { word, freq, tag }));
        }
        assert_eq!(reader.next_entry(), None);
    }

    #[test]
    fn what_is_no_dictionary_is_refused() {
        for bytes in ["落实 多 v".as_bytes(), "落实 -1".as_bytes(), &[0xFF, 0xFE]] {
            assert_eq!(to_asset(bytes).unwrap_err().code, "dictionary-corrupt");
        }
    }
}
