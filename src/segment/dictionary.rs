//! The compact dictionary asset: its format, its writer and its reader.
//!
//! In: bytes. Out: [`Entry`]s in order, decoded one at a time into a buffer that is used again, so that reading makes
//! no line of text and parses no number; all of them, or those of one first character.
//!
//! The format, version 3, integers little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `gangmu-d` |
//! | 4 | version of the format |
//! | 8 | checksum of what follows, to the end of the groups; of the rest gzip keeps one |
//! | 8 | sum of the frequencies |
//! | 8 × 4 | number of words; bytes of the tag names, kinds, characters, groups, suffixes, frequencies, model |
//! | … | tag names, each ending in a line feed |
//! | 2 a kind | characters shared with the word before (high four bits) and that follow (low four); index of the tag |
//! | 3 a character | those that suffixes are made of: first those with codes of one byte, then those with two |
//! | … | groups, LEB128 each: first character less the one before, words, bytes of suffixes, bytes of frequencies |
//! | 1 a word | index of its kind; 255 where it is none of the commonest, and stands before the frequency |
//! | … | the characters that follow, by their codes |
//! | … | frequencies, LEB128; before it the number of characters that follow where four bits cannot hold it: they say 15 |
//! | … | the [model of unknown words](super::unknown); none in tables that cut nothing |
//!
//! Words are sorted, so most bytes say what the word before already said; like bytes stand together, which suits
//! gzip (columns compress a tenth better than rows). A group are the words of one first character, which stands in the column of
//! groups only, as if it were the word before: each group can be read by itself, and what is not wanted of it is passed over.
//! All is read where it stands. What is kept between visits is read as it is: of 153,000 words version 2 took 1.39 MB for
//! what takes 0.78 here.

use super::checksum::checksum;
use crate::Error;
use core::ops::Range;

/// Opens every asset.
pub const MAGIC: &[u8; 8] = b"gangmu-d";
/// Version of the format.
pub const VERSION: u32 = 3;
/// Most characters a word shares with the one before; from as many on, those that follow are counted elsewhere.
const MOST: usize = 15;
/// Most kinds of words; of a word of another the kind stands elsewhere.
const MOST_KINDS: usize = 255;

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

/// Writes an asset. Entries are sorted; of equal words the first is kept; words with white space are left out, and those with
/// characters that have no code; tags beyond 256 are lost.
pub fn encode(entries: &[Entry<'_>]) -> Vec<u8> {
    encode_with(entries, &[])
}

/// The same with a model of unknown words.
pub fn encode_with(entries: &[Entry<'_>], model: &[u8]) -> Vec<u8> {
    write::asset(entries, model)
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

/// Where the words of one first character stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) first: char,
    /// Among all words.
    words: Range<usize>,
    /// Bytes of their columns.
    suffixes: Range<usize>,
    freqs: Range<usize>,
}

/// The columns of an asset.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns<'a> {
    /// Sum of the frequencies.
    pub(super) total: u64,
    names: Vec<&'a str>,
    kinds: &'a [[u8; 2]],
    codes: Codes<'a>,
    groups: &'a [u8],
    heads: &'a [u8],
    suffixes: &'a [u8],
    freqs: &'a [u8],
    /// The model of unknown words.
    pub(super) model: &'a [u8],
}

impl<'a> Columns<'a> {
    /// Checks version and checksum and finds the columns.
    ///
    /// # Errors
    /// `dictionary-corrupt`.
    pub(super) fn checked(bytes: &'a [u8]) -> Result<Self, Error> {
        let corrupt = |why: &str| Error::new("dictionary-corrupt", why);
        let mut rest = bytes.strip_prefix(MAGIC).ok_or_else(|| corrupt("not a dictionary asset"))?;
        let version = number(&mut rest).map(u32::from_le_bytes).ok_or_else(|| corrupt("the dictionary is cut off"))?;
        if version != VERSION {
            return Err(corrupt(&format!("the dictionary has version {version}, not {VERSION}")));
        }
        let sum = number(&mut rest).map(u64::from_le_bytes).ok_or_else(|| corrupt("the dictionary is cut off"))?;
        let columns = Self::find(bytes).ok_or_else(|| corrupt("the dictionary is cut off, or too long"))?;
        let others = [columns.heads, columns.suffixes, columns.freqs, columns.model];
        let behind: usize = others.iter().map(|column| column.len()).sum();
        if rest.len().checked_sub(behind).and_then(|end| rest.get(..end)).is_none_or(|head| sum != checksum(head)) {
            return Err(corrupt("the checksum of the dictionary is wrong"));
        }
        Ok(columns)
    }

    /// The same of bytes that were checked before.
    pub(super) fn find(bytes: &'a [u8]) -> Option<Self> {
        let mut rest = bytes.get(MAGIC.len() + 4 + 8..)?;
        let total = u64::from_le_bytes(number(&mut rest)?);
        let mut size = || number(&mut rest).map(|n| u32::from_le_bytes(n) as usize);
        let (words, names, kinds, characters) = (size()?, size()?, size()?, size()?);
        let (groups, suffixes, freqs, model) = (size()?, size()?, size()?, size()?);
        let mut column = |length: usize| {
            let (column, behind) = rest.split_at_checked(length)?;
            rest = behind;
            Some(column)
        };
        let columns = Self {
            total,
            names: core::str::from_utf8(column(names)?).ok()?.lines().collect(),
            kinds: column(kinds)?.as_chunks().0,
            codes: Codes::of(column(characters)?.as_chunks().0),
            groups: column(groups)?,
            heads: column(words)?,
            suffixes: column(suffixes)?,
            freqs: column(freqs)?,
            model: column(model)?,
        };
        rest.is_empty().then_some(columns)
    }

    /// Where the words of each first character stand, in the order of these.
    pub(super) fn groups(&self) -> impl Iterator<Item = Group> + use<'a> {
        let mut rest = self.groups;
        let mut last = Group::default();
        core::iter::from_fn(move || {
            let first = char::from_u32((last.first as u32).checked_add(read_leb128(&mut rest)?)?)?;
            let mut behind =
                |range: &Range<usize>| Some(range.end..range.end.checked_add(read_leb128(&mut rest)? as usize)?);
            let (words, suffixes, freqs) = (behind(&last.words)?, behind(&last.suffixes)?, behind(&last.freqs)?);
            last = Group { first, words, suffixes, freqs };
            Some(last.clone())
        })
    }

    /// The words of one first character.
    pub(super) fn read(&self, group: &Group) -> GroupReader<'a> {
        let part = |column: &'a [u8], range: &Range<usize>| column.get(range.clone()).unwrap_or_default();
        GroupReader {
            heads: part(self.heads, &group.words).iter(),
            suffixes: part(self.suffixes, &group.suffixes),
            freqs: part(self.freqs, &group.freqs),
            word: group.first.into(),
            ends: vec![0, group.first.len_utf8()],
            is_wanted: false,
        }
    }
}

/// Reads the words of one first character.
#[derive(Debug, Default)]
pub(super) struct GroupReader<'a> {
    heads: core::slice::Iter<'a, u8>,
    suffixes: &'a [u8],
    freqs: &'a [u8],
    word: String,
    /// Byte length of each prefix of `word`, by characters.
    ends: Vec<usize>,
    /// Whether the words with the second character of the one last read are wanted.
    is_wanted: bool,
}

impl GroupReader<'_> {
    /// The next word whose second character, or lack of one, is wanted; it lives until the one after it is asked for.
    pub(super) fn next_entry<'s>(
        &'s mut self,
        columns: &Columns<'s>,
        is_wanted: impl Fn(Option<char>) -> bool,
    ) -> Option<Entry<'s>> {
        loop {
            let head = usize::from(*self.heads.next()?);
            let [shape, tag] = match columns.kinds.get(head) {
                Some(kind) => *kind,
                None => number(&mut self.freqs)?,
            };
            let (alike, mut length) = (usize::from(shape >> 4), usize::from(shape & 0xF));
            if length >= MOST {
                length = read_leb128(&mut self.freqs)? as usize;
            }
            let freq = read_leb128(&mut self.freqs)?;
            if alike < 2 {
                let mut ahead = self.suffixes;
                let second = if length == 0 { None } else { Some(columns.codes.read(&mut ahead)?) };
                self.is_wanted = is_wanted(second);
            }
            if !self.is_wanted {
                for _ in 0..length {
                    columns.codes.pass(&mut self.suffixes)?;
                }
                continue;
            }
            self.ends.truncate(alike + 1);
            self.word.truncate(self.ends.last().copied()?);
            for _ in 0..length {
                self.word.push(columns.codes.read(&mut self.suffixes)?);
                self.ends.push(self.word.len());
            }
            let tag = columns.names.get(usize::from(tag)).copied().unwrap_or("");
            return Some(Entry { word: &self.word, freq, tag });
        }
    }
}

/// Reads an asset from its first word to its last.
#[derive(Debug, Default)]
pub struct Reader<'a> {
    columns: Columns<'a>,
    groups: std::vec::IntoIter<Group>,
    group: GroupReader<'a>,
}

impl<'a> Reader<'a> {
    /// Checks version and checksum.
    ///
    /// # Errors
    /// `dictionary-corrupt`.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Error> {
        Columns::checked(bytes).map(Self::of)
    }

    /// Of columns found before.
    pub(super) fn of(columns: Columns<'a>) -> Self {
        Self { groups: columns.groups().collect::<Vec<_>>().into_iter(), columns, group: GroupReader::default() }
    }

    /// Number of words in the asset.
    pub fn words(&self) -> usize {
        self.columns.heads.len()
    }

    /// The next word; it lives until the one after it is asked for.
    pub fn next_entry(&mut self) -> Option<Entry<'_>> {
        while self.group.heads.len() == 0 {
            self.group = self.columns.read(&self.groups.next()?);
        }
        self.group.next_entry(&self.columns, |_| true)
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

/// Reads the bytes of a number.
fn number<const BYTES: usize>(rest: &mut &[u8]) -> Option<[u8; BYTES]> {
    let (number, behind) = rest.split_first_chunk()?;
    *rest = behind;
    Some(*number)
}

mod codes;
mod write;

use codes::Codes;

#[cfg(test)]
mod tests;
