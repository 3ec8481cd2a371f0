//! The compact dictionary asset: its format, its writer and its reader.
//!
//! In: bytes. Out: [`Entry`]s in order, decoded one at a time into a buffer that is used again, so that loading makes
//! no line of text and parses no number.
//!
//! The format, version 1, integers little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `gangmu-d` |
//! | 4 | version of the format |
//! | 4 | CRC-32 of all that follows |
//! | 4 × 4 | number of words; bytes of the tag names, of the suffixes, of the frequencies |
//! | … | tag names, each ending in a line feed |
//! | 1 a word | characters shared with the word before (high four bits) and characters that follow (low four) |
//! | 1 a word | index of its tag |
//! | … | the characters that follow, UTF-8 |
//! | … | frequencies, LEB128 |
//! | … | the [model of unknown words](super::unknown), to the end; none in tables that cut nothing |
//!
//! Words are sorted, so most bytes say what the word before already said; like bytes stand together, which suits
//! gzip (columns compress a tenth better than rows).

use super::checksum::crc32;
use crate::Error;

/// Opens every asset.
pub const MAGIC: &[u8; 8] = b"gangmu-d";
/// Version of the format.
pub const VERSION: u32 = 1;
/// Most characters a word shares with the one before, and most that follow them: four bits each.
const LONGEST: usize = 15;

/// A word with its frequency and jieba's tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry<'a> {
    /// The word.
    pub word: &'a str,
    /// Occurrences in the corpus it was counted in.
    pub freq: u32,
    /// Part of speech.
    pub tag: &'a str,
}

/// Writes an asset. Entries are sorted; of equal words the first is kept; words with more than fifteen
/// characters of their own and tags beyond 256 are left out.
pub fn encode(entries: &[Entry<'_>]) -> Vec<u8> {
    encode_with(entries, &[])
}

/// The same with a model of unknown words.
pub fn encode_with(entries: &[Entry<'_>], model: &[u8]) -> Vec<u8> {
    let mut sorted: Vec<Entry<'_>> = entries.iter().filter(|e| fits(e.word)).copied().collect();
    sorted.sort_by_key(|e| e.word);
    sorted.dedup_by_key(|e| e.word);
    let mut names: Vec<&str> = sorted.iter().map(|e| e.tag).collect();
    names.sort_unstable();
    names.dedup();
    names.truncate(256);
    let (mut heads, mut tags, mut suffixes, mut freqs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut before = "";
    for entry in &sorted {
        let Ok(tag) = names.binary_search(&entry.tag) else { continue };
        let alike = entry.word.chars().zip(before.chars()).take_while(|(a, b)| a == b).take(LONGEST).count();
        let rest = entry.word.chars().skip(alike);
        if rest.clone().count() > LONGEST {
            continue;
        }
        heads.push((alike << 4 | rest.clone().count()) as u8);
        tags.push(tag as u8);
        suffixes.extend(rest.collect::<String>().bytes());
        write_leb128(&mut freqs, entry.freq);
        before = entry.word;
    }
    let names: String = names.iter().flat_map(|name| [name, "\n"]).collect();
    let mut body = Vec::new();
    for size in [heads.len(), names.len(), suffixes.len(), freqs.len()] {
        body.extend((size as u32).to_le_bytes());
    }
    for column in [names.as_bytes(), &heads, &tags, &suffixes, &freqs, model] {
        body.extend(column);
    }
    let mut asset = MAGIC.to_vec();
    asset.extend(VERSION.to_le_bytes());
    asset.extend(crc32(&body).to_le_bytes());
    asset.extend(body);
    asset
}

fn fits(word: &str) -> bool {
    !word.is_empty() && !word.contains(char::is_whitespace)
}

/// Writes a number, seven bits a byte.
pub(super) fn write_leb128(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Whether bytes are an asset of this format, of whatever version.
pub fn is_asset(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Reads an asset from its first word to its last.
#[derive(Debug)]
pub struct Reader<'a> {
    names: Vec<&'a str>,
    heads: core::slice::Iter<'a, u8>,
    tags: core::slice::Iter<'a, u8>,
    suffixes: &'a str,
    freqs: &'a [u8],
    model: &'a [u8],
    word: String,
    /// Byte length of each prefix of `word`, by characters.
    ends: Vec<usize>,
}

impl<'a> Reader<'a> {
    /// Checks version and checksum and finds the columns.
    ///
    /// # Errors
    /// `dictionary-corrupt`.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Error> {
        let corrupt = |why: &str| Error::new("dictionary-corrupt", why);
        let mut rest = bytes.strip_prefix(MAGIC).ok_or_else(|| corrupt("not a dictionary asset"))?;
        let mut number = || read_u32(&mut rest).ok_or_else(|| corrupt("the dictionary is cut off"));
        let version = number()?;
        if version != VERSION {
            return Err(corrupt(&format!("the dictionary has version {version}, not {VERSION}")));
        }
        let checksum = number()?;
        if checksum != crc32(rest) {
            return Err(corrupt("the checksum of the dictionary is wrong"));
        }
        let mut size = || read_u32(&mut rest).map(|n| n as usize).ok_or_else(|| corrupt("the dictionary is cut off"));
        let (words, names, suffixes, freqs) = (size()?, size()?, size()?, size()?);
        let mut column = |length: usize| take(&mut rest, length).ok_or_else(|| corrupt("the dictionary is cut off"));
        let not_utf8 = |_| corrupt("the dictionary is not UTF-8");
        let names = core::str::from_utf8(column(names)?).map_err(not_utf8)?.lines().collect();
        let (heads, tags) = (column(words)?.iter(), column(words)?.iter());
        let suffixes = core::str::from_utf8(column(suffixes)?).map_err(not_utf8)?;
        let freqs = column(freqs)?;
        Ok(Self { names, heads, tags, suffixes, freqs, model: rest, word: String::new(), ends: vec![0] })
    }

    /// The next word; it lives until the one after it is asked for.
    pub fn next_entry(&mut self) -> Option<Entry<'_>> {
        let head = usize::from(*self.heads.next()?);
        let tag = self.names.get(usize::from(*self.tags.next()?)).copied().unwrap_or("");
        let freq = read_leb128(&mut self.freqs)?;
        self.ends.truncate((head >> 4) + 1);
        self.word.truncate(self.ends.last().copied()?);
        let mut chars = self.suffixes.char_indices();
        for (_, c) in chars.by_ref().take(head & 0xF) {
            self.word.push(c);
            self.ends.push(self.word.len());
        }
        self.suffixes = chars.as_str();
        Some(Entry { word: &self.word, freq, tag })
    }

    /// Number of words not read yet.
    pub fn remaining(&self) -> usize {
        self.heads.len()
    }

    /// The model of unknown words, as bytes.
    pub fn model(&self) -> &'a [u8] {
        self.model
    }
}

/// Reads a number, seven bits a byte.
pub(super) fn read_leb128(rest: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    for shift in (0..32).step_by(7) {
        let (&byte, behind) = rest.split_first()?;
        *rest = behind;
        value |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            break;
        }
    }
    Some(value)
}

fn read_u32(rest: &mut &[u8]) -> Option<u32> {
    let (number, behind) = rest.split_first_chunk()?;
    *rest = behind;
    Some(u32::from_le_bytes(*number))
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (column, behind) = rest.split_at_checked(length)?;
    *rest = behind;
    Some(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRIES: &[(&str, u32, &str)] = &[
        ("发展", 70_000, "vn"),
        ("发", 4000, "v"),
        ("发展中国家", 3, "n"),
        ("5G基站", 128, "n"),
        ("习近平", 3, "nr"),
        ("习近平新时代中国特色社会主义思想", 2, "n"),
        ("𠮷", 1, "n"),
        ("改革", u32::MAX, "vn"),
    ];

    fn asset() -> Vec<u8> {
        let entries: Vec<Entry<'_>> = ENTRIES.iter().map(|&(word, freq, tag)| Entry { word, freq, tag }).collect();
        encode(&entries)
    }

    #[test]
    fn what_is_written_is_read() {
        let asset = asset();
        let mut reader = Reader::new(&asset).unwrap();
        let mut got = Vec::new();
        while let Some(entry) = reader.next_entry() {
            got.push((entry.word.to_owned(), entry.freq, entry.tag.to_owned()));
        }
        let mut expected: Vec<_> = ENTRIES.iter().map(|&(w, f, t)| (w.to_owned(), f, t.to_owned())).collect();
        expected.sort();
        assert_eq!(got, expected);
    }

    #[test]
    fn damage_is_noticed_wherever_it_is() {
        let good = asset();
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x55;
            assert_eq!(Reader::new(&bad).unwrap_err().code, "dictionary-corrupt", "byte {at}");
            assert!(Reader::new(&good[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn words_that_do_not_fit_are_left_out() {
        let long = "长".repeat(17);
        let entries = [("", 1, "n"), ("a b", 1, "n"), (long.as_str(), 1, "n"), ("长", 1, "n"), ("长", 2, "a")];
        let entries = entries.map(|(word, freq, tag)| Entry { word, freq, tag });
        assert_eq!(Reader::new(&encode(&entries)).unwrap().remaining(), 1);
    }
}
