//! Byte ranges of the text as given, and their translation to UTF-16.
//!
//! In: byte offsets found by every other room. Out: [`Span`], the only currency between rooms,
//! and [`Utf16Map`], used by `report` alone to turn spans into the units JavaScript counts in.

use core::ops::Range;
use std::borrow::Cow;

/// A half-open byte range `[start, end)` of the analyzed text, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// For `sort_by_cached_key`: where it begins, then where it ends. All that is sorted by such a pair shares one routine in the
    /// wasm, where `sort_by_key` makes several kilobytes for each type of thing.
    pub fn order(self) -> (usize, usize) {
        (self.start, self.end)
    }

    /// The same, of those that begin together the longest first.
    pub fn longest_first(self) -> (usize, usize) {
        (self.start, usize::MAX - self.end)
    }

    /// Covers nothing, at the start.
    pub const EMPTY: Self = Self { start: 0, end: 0 };

    /// The range `[start, end)`; an `end` before `start` gives the empty range at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text it covers; empty when it does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same place in a stretch that stood at `from` and stands at `to` now.
    #[must_use]
    pub(crate) fn moved(self, from: usize, to: usize) -> Self {
        let place = |at: usize| (at + to).saturating_sub(from);
        Self { start: place(self.start), end: place(self.end) }
    }

    /// Without white space (Unicode, so full-width indents too) at both ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let inner = self.of(text);
        // Hardly anything has white space at its ends.
        if !inner.starts_with(char::is_whitespace) && !inner.ends_with(char::is_whitespace) {
            return Self::new(self.start, self.start + inner.len());
        }
        let start = self.start + (inner.len() - inner.trim_start().len());
        Self::new(start, start + inner.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A text as one line: white space is one space; where a line ends inside Chinese there is none.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for piece in text.split(['\n', '\r', '\u{2028}', '\u{2029}']).filter(|piece| !piece.trim().is_empty()) {
        if line.ends_with(|c: char| c.is_ascii()) && piece.trim_start().starts_with(|c: char| c.is_ascii()) {
            line.push(' ');
        }
        for (i, word) in piece.split_whitespace().enumerate() {
            if i > 0 {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    line
}

/// Bytes between two entries of a [`Utf16Map`].
const STRIDE: usize = 8;

/// Translates byte offsets of one text to UTF-16 code units: built in one pass, a look-up reads
/// `STRIDE` bytes at once.
#[derive(Debug)]
pub struct Utf16Map<'t> {
    text: &'t str,
    /// UTF-16 offset of byte `i * STRIDE` (of the character that holds it).
    marks: Cow<'t, [u32]>,
    len: u32,
}

/// What a map knows of a text, for whoever needs several of it.
#[derive(Debug)]
pub(crate) struct Utf16Marks {
    marks: Vec<u32>,
    len: u32,
}

impl Utf16Marks {
    /// Reads `text` once.
    pub(crate) fn of(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut units = 0_u32;
        let (words, rest) = text.as_bytes().as_chunks();
        for word in words {
            marks.push(units);
            units += units_begun_in_word(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            marks.push(units);
            units += units_begun_in(rest);
        }
        Self { marks, len: units }
    }

    /// The map of that text.
    pub(crate) fn map<'t>(&'t self, text: &'t str) -> Utf16Map<'t> {
        Utf16Map { text, marks: Cow::Borrowed(&self.marks), len: self.len }
    }
}

impl<'t> Utf16Map<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let Utf16Marks { marks, len } = Utf16Marks::of(text);
        Self { text, marks: Cow::Owned(marks), len }
    }

    /// Length of the whole text in UTF-16 code units.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// UTF-16 offset of a byte offset; past the end it is the length.
    pub fn offset(&self, byte: usize) -> u32 {
        let slot = byte / STRIDE;
        let Some(&mark) = self.marks.get(slot) else { return self.len };
        let from = slot * STRIDE;
        let behind = self.text.as_bytes().get(from..).unwrap_or(&[]);
        mark + match behind.first_chunk() {
            Some(word) => units_begun_in_first(byte - from, u64::from_le_bytes(*word)),
            None => units_begun_in(behind.get(..byte - from).unwrap_or(behind)),
        }
    }

    /// The same for offsets of characters that mostly ascend.
    pub fn walk(&self) -> Walk<'_> {
        Walk { map: self, at: 0, units: 0 }
    }

    /// The byte offset of a UTF-16 offset; past the end it is the text's length.
    pub fn byte(&self, unit: u32) -> usize {
        let slot = self.marks.partition_point(|&m| m <= unit).saturating_sub(1);
        let mut units = self.marks.get(slot).copied().unwrap_or(0);
        let from = slot * STRIDE;
        for (i, &byte) in self.text.as_bytes().iter().enumerate().skip(from) {
            if units >= unit && units_begun_by(byte) > 0 {
                return i;
            }
            units += units_begun_by(byte);
        }
        self.text.len()
    }

    /// The span between two UTF-16 offsets.
    pub fn bytes(&self, (start, end): (u32, u32)) -> Span {
        Span::new(self.byte(start), self.byte(end))
    }

    /// Both ends of a span.
    pub fn span(&self, span: Span) -> (u32, u32) {
        (self.offset(span.start), self.offset(span.end))
    }
}

/// Goes through a text: what stands between two offsets asked for is read once, eight bytes at a time.
#[derive(Debug)]
pub struct Walk<'m> {
    map: &'m Utf16Map<'m>,
    /// The last offset asked for, and what it is in UTF-16.
    at: usize,
    units: u32,
}

impl Walk<'_> {
    /// UTF-16 offset of a byte offset.
    #[inline]
    pub fn to(&mut self, byte: usize) -> u32 {
        if byte != self.at {
            self.go(byte);
        }
        self.units
    }

    fn go(&mut self, byte: usize) {
        if byte < self.at || byte - self.at > STRIDE {
            (self.at, self.units) = (byte, self.map.offset(byte));
        }
        while self.at < byte {
            let Some(eight) = self.map.text.as_bytes().get(self.at..).and_then(|rest| rest.first_chunk()) else {
                (self.at, self.units) = (byte, self.map.offset(byte));
                break;
            };
            let read = (byte - self.at).min(eight.len());
            self.units += units_begun_in_first(read, u64::from_le_bytes(*eight));
            self.at += read;
        }
    }

    /// Goes on over bytes of which it is known what they are in UTF-16.
    pub fn pass(&mut self, bytes: usize, units: u32) -> u32 {
        self.at += bytes;
        self.units += units;
        self.units
    }
}

/// UTF-16 units of the character a byte begins: none for a continuation byte, two for a lead of four.
fn units_begun_by(byte: u8) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0..=0xFF => 2,
        _ => 1,
    }
}

/// The same for a stretch of bytes.
fn units_begun_in(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks();
    let (fours, words) = words.as_chunks();
    let four = |four: &[[u8; 8]; 4]| units_of(four.map(|word| units_by_byte(u64::from_le_bytes(word))).iter().sum());
    let word = |word: &[u8; 8]| units_begun_in_word(u64::from_le_bytes(*word));
    fours.iter().map(four).sum::<u32>()
        + words.iter().map(word).sum::<u32>()
        + rest.iter().map(|&byte| units_begun_by(byte)).sum::<u32>()
}

/// The same for the first of eight bytes.
fn units_begun_in_first(bytes: usize, eight: u64) -> u32 {
    const CONTINUING: u64 = 0x8080_8080_8080_8080;
    let behind = u64::MAX.checked_shl(8 * bytes as u32).unwrap_or(0);
    units_begun_in_word(eight & !behind | CONTINUING & behind)
}

/// The same for eight bytes at once.
fn units_begun_in_word(bytes: u64) -> u32 {
    units_of(units_by_byte(bytes))
}

/// The units each of eight bytes begins: shifted left, the lower bits of a byte come to stand where its highest is.
fn units_by_byte(bytes: u64) -> u64 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    let marked = |highest: u64| highest >> 7 & LOWEST;
    let begun = marked(!bytes | bytes << 1);
    begun + marked(bytes & bytes << 1 & bytes << 2 & bytes << 3)
}

/// The sum of eight bytes.
fn units_of(by_byte: u64) -> u32 {
    (by_byte.wrapping_mul(0x0101_0101_0101_0101) >> 56) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_one() {
        assert_eq!(one_line(" 认清\n  形势\t统一  思想 \r\n"), "认清形势 统一 思想");
        assert_eq!(one_line("Shanxi\nReport"), "Shanxi Report");
        assert_eq!(one_line("用5\n年时间"), "用5年时间");
    }

    #[test]
    fn utf16_offsets_agree_with_encoding_the_prefix() {
        let text = "a一\u{20000}，\n🀄x".repeat(100);
        let map = Utf16Map::new(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(map.offset(byte) as usize, text[..byte].encode_utf16().count(), "byte {byte}");
            assert_eq!(map.byte(map.offset(byte)), byte);
        }
        assert_eq!(map.offset(text.len() + 9), map.len());
    }

    #[test]
    fn walking_gives_what_looking_up_gives() {
        let text = "a一\u{20000}，\n🀄x".repeat(100);
        let map = Utf16Map::new(&text);
        let mut walk = map.walk();
        for byte in [0, 1, 4, 4, 4, 8, 500, 600, 1, 8, text.len(), text.len() + 5, 4] {
            assert_eq!(walk.to(byte), map.offset(byte), "byte {byte}");
        }
        let known = &text[4..89];
        assert_eq!(walk.pass(known.len(), known.encode_utf16().count() as u32), map.offset(89));
        assert_eq!(walk.to(97), map.offset(97));
    }

    #[test]
    fn trim_takes_full_width_indents() {
        let text = "　\u{a0}一、题 \r";
        assert_eq!(Span::new(0, text.len()).trim(text).of(text), "一、题");
    }
}
