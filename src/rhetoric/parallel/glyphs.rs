//! The text as characters one can index: white space, which official prose strews anywhere, left out.
//!
//! In: stretches of the text. Out: [`Glyphs`], and [`Unit`]s: ranges of them.

use crate::lexicon::{Stops, is_basic_han, is_han, of_three};
use crate::span::Span;

/// A range of characters of [`Glyphs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) from: usize,
    pub(crate) to: usize,
}

impl Unit {
    pub(crate) fn new(from: usize, to: usize) -> Self {
        Self { from, to: to.max(from) }
    }

    pub(crate) fn len(self) -> usize {
        self.to - self.from
    }

    /// The same in a stretch whose characters began at `from` and begin at `to` now.
    pub(crate) fn moved(self, from: usize, to: usize) -> Self {
        let place = |at: usize| (at + to).saturating_sub(from);
        Self { from: place(self.from), to: place(self.to) }
    }
}

/// Characters other than white space with their places.
#[derive(Debug, Default)]
pub(crate) struct Glyphs {
    chars: Vec<char>,
    at: Vec<u32>,
}

impl Glyphs {
    /// With room for the characters of a text, a few of them of one byte.
    pub(crate) fn with_room_for(text: &str) -> Self {
        let most = text.len() / 8 * 3;
        Self { chars: Vec::with_capacity(most), at: Vec::with_capacity(most) }
    }

    /// Reads a stretch, of which the marks are known, behind those read before.
    pub(crate) fn read(&mut self, text: &str, stretch: Span, stops: &Stops) {
        let body = stretch.of(text);
        let mut read = 0;
        for (at, c) in stops.marks(stretch).chain([(body.len(), '\n')]) {
            // between marks there are ideographs of three bytes
            let (ideographs, _) = body.as_bytes().get(read..at).unwrap_or(&[]).as_chunks();
            let first = stretch.start + read;
            self.chars.extend(ideographs.iter().copied().map(of_three));
            self.at.extend(ideographs.iter().enumerate().map(|(i, _)| (first + 3 * i) as u32));
            if !c.is_whitespace() {
                self.chars.push(c);
                self.at.push((stretch.start + at) as u32);
            }
            read = at + c.len_utf8();
        }
    }

    /// Adds what was read of a stretch by itself, which begins at `start`.
    pub(crate) fn add(&mut self, alone: &Glyphs, start: usize) {
        self.chars.extend_from_slice(&alone.chars);
        self.at.extend(alone.at.iter().map(|at| at + start as u32));
    }

    /// The character at a position; a line break beyond the end.
    pub(crate) fn get(&self, i: usize) -> char {
        self.chars.get(i).copied().unwrap_or('\n')
    }

    /// The characters of a unit.
    pub(crate) fn of(&self, unit: Unit) -> &[char] {
        self.chars.get(unit.from..unit.to).unwrap_or(&[])
    }

    /// The unit a span covers.
    pub(crate) fn unit(&self, span: Span) -> Unit {
        let index = |byte: usize| self.at.partition_point(|&a| (a as usize) < byte);
        Unit::new(index(span.start), index(span.end))
    }

    /// Where a unit stands in the text; an empty one right after the character before it.
    pub(crate) fn span(&self, unit: Unit) -> Span {
        let after = |i: usize| Some(*self.at.get(i)? as usize + self.chars.get(i)?.len_utf8());
        let end = unit.to.checked_sub(1).and_then(after);
        if unit.len() == 0 {
            return Span::new(end.unwrap_or(0), end.unwrap_or(0));
        }
        let start = self.at.get(unit.from).map_or(0, |&a| a as usize);
        Span::new(start, end.unwrap_or(start))
    }

    /// Place of the last occurrence of `what` that begins inside `unit` after its first character.
    pub(crate) fn rfind(&self, unit: Unit, what: &[char]) -> Option<usize> {
        let chars = self.of(unit);
        (1..chars.len()).rev().find(|&i| chars.get(i..).is_some_and(|c| c.starts_with(what))).map(|i| unit.from + i)
    }

    /// Place of the first occurrence of `what` inside `unit`.
    pub(crate) fn find(&self, unit: Unit, what: &[char]) -> Option<usize> {
        let chars = self.of(unit);
        (0..chars.len()).find(|&i| chars.get(i..).is_some_and(|c| c.starts_with(what))).map(|i| unit.from + i)
    }

    /// Whether a unit gives figures.
    pub(crate) fn has_digits(&self, unit: Unit) -> bool {
        let figure = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９' | '%' | '％');
        let digit = |&c: &char| !is_basic_han(c) && figure(c);
        let chars = self.of(unit);
        let behind = chars.get(40..).unwrap_or(&[]);
        chars.iter().take(40).any(digit) || behind.iter().rev().take(12).any(digit)
    }
}

/// Whether a character can be part of a frame: Chinese, or a quotation mark.
pub(crate) fn frames(c: char) -> bool {
    is_han(c) || matches!(c, '“' | '”' | '‘' | '’' | '+' | '＋')
}
