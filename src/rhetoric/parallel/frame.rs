//! What a group of units shares, kept up to date unit by unit.
//!
//! In: units one after another. Out: [`Frame`] (common opening, common closing, characters shared at the same distance
//! from either end, equal length, word-class pattern) and whether that makes them parallel: [`Frame::figure`].

use super::Figure;
use super::glyphs::{Unit, frames};
use super::source::Source;
use super::turn::Turn;
use super::words::Words;
use crate::lexicon::frames::{FrameWords, LONGEST_WEAK};
use crate::lexicon::is_han;

/// What kind of units a group has; longer ones need more of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Members of a `、`-series.
    Series,
    /// Clauses.
    Clause,
    /// Sentences, also before `；`.
    Sentence,
    /// Headings, or openings of paragraphs.
    Head,
}

/// Longest common opening or closing looked at, in characters.
const EDGE: usize = 40;
/// Characters at either end compared by position.
const REACH: usize = 12;

/// What the units so far share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'t> {
    source: Source<'t>,
    level: Level,
    base: Unit,
    pub(crate) count: usize,
    /// Characters of the common opening.
    pub(crate) prefix: usize,
    /// Characters of the common closing.
    pub(crate) suffix: usize,
    /// Bit i: the characters at i from the start are the same.
    head: u32,
    /// Bit i: the characters at i from the end are the same.
    tail: u32,
    shortest: usize,
    longest: usize,
    /// Whether one gives figures.
    digits: bool,
    turn: Option<Turn>,
    words: Words,
}

impl<'t> Frame<'t> {
    /// Of one unit, to be joined by others of its level. What costs to find is found when a second unit is like it.
    pub(crate) fn new(source: Source<'t>, base: Unit, level: Level) -> Self {
        let all = (1_u32 << REACH) - 1;
        Self {
            source,
            level,
            base,
            count: 1,
            prefix: base.len().min(EDGE),
            suffix: base.len().min(EDGE),
            head: all,
            tail: all,
            shortest: base.len(),
            longest: base.len(),
            digits: false,
            turn: None,
            words: Words::default(),
        }
    }

    /// With one more unit.
    pub(crate) fn join(&self, unit: Unit) -> Self {
        let glyphs = self.source.glyphs;
        let (base, other) = (glyphs.of(self.base), glyphs.of(unit));
        let mut next = *self;
        next.count += 1;
        next.prefix = common(base.iter().zip(other), self.prefix);
        next.suffix = common(base.iter().rev().zip(other.iter().rev()), self.suffix);
        next.head &= same(base.iter().zip(other));
        next.tail &= same(base.iter().rev().zip(other.iter().rev()));
        next.shortest = self.shortest.min(unit.len());
        next.longest = self.longest.max(unit.len());
        if self.count == 1 {
            next.turn = if self.level >= Level::Sentence { Turn::of(glyphs, self.base) } else { None };
        }
        next.turn = next.turn.and_then(|t| t.meet(Turn::of(glyphs, unit)?));
        if next.is_void() {
            return next;
        }
        if self.count == 1 {
            next.digits = glyphs.has_digits(self.base);
        }
        next.digits |= glyphs.has_digits(unit);
        // Words matter where all are of one length, and in a series.
        if next.is_even() || self.level == Level::Series {
            if self.count == 1 {
                next.words = Words::of(self.source.pattern(self.base));
            }
            next.words.join(self.source.pattern(unit), next.is_even());
        }
        next
    }

    /// Whether nothing at all is shared.
    fn is_void(&self) -> bool {
        !self.is_even()
            && self.prefix == 0
            && self.suffix == 0
            && self.head == 0
            && self.tail == 0
            && self.turn.is_none()
    }

    /// The unit the others are compared with.
    pub(crate) fn base(&self) -> Unit {
        self.base
    }

    /// How much is shared: to choose between readings.
    pub(crate) fn strength(&self) -> u32 {
        (self.prefix + self.suffix) as u32 * 2
            + self.head.count_ones().max(self.tail_count())
            + u32::from(self.is_even()) * 4
    }

    /// Characters held in their places.
    pub(crate) fn held(&self) -> u32 {
        self.head.count_ones().max(self.tail_count())
    }

    /// Whether two units of equal length make a pair: words end at the same places, play the same parts, and either a
    /// few characters are held in their places, or there are words enough to be no chance.
    pub(crate) fn is_pair(&self) -> bool {
        let (held, length) = (self.held(), self.longest);
        let varies = held as usize * 2 <= length;
        !self.digits && varies && self.words.make_pair(length, held >= 1)
    }

    /// Whether all are of one length.
    pub(crate) fn is_even(&self) -> bool {
        self.shortest == self.longest
    }

    /// What makes the units parallel, if they are.
    pub(crate) fn figure(&self) -> Option<Figure> {
        let level = self.level;
        if self.count < 2 || self.is_void() {
            return None;
        }
        let least = match level {
            Level::Series => 2,
            Level::Clause | Level::Head => 3,
            Level::Sentence => 4,
        };
        if level == Level::Series && self.words.are_nominal(self.count) {
            return None;
        }
        let varies = self.prefix.max(self.suffix) < self.shortest && self.prefix + self.suffix < self.longest;
        if self.shortest < least || !varies {
            return None;
        }
        let opening = self.opening(level);
        let closing = self.closing(level);
        // 市场机制、合作机制: things of one kind, however many words they share at the end.
        if level == Level::Series && closing && !opening && self.words.name_things(self.count) {
            return None;
        }
        match (opening, closing) {
            (true, true) => return Some(Figure::Symploce),
            (true, false) => return Some(Figure::Anaphora),
            (false, true) if !self.digits => return Some(Figure::Epistrophe),
            _ => {}
        }
        if level >= Level::Sentence && self.turn.is_some_and(|t| t.holds(self.prefix > 0)) {
            return Some(Figure::Frame);
        }
        if self.digits {
            return None;
        }
        if self.both_edges()
            || self.tail_frame()
            || self.head_frame()
            || self.even_frame()
            || self.complement()
            || self.short_heads(level)
        {
            return Some(Figure::Frame);
        }
        (level != Level::Sentence && self.word_pattern(level)).then_some(Figure::Pattern)
    }

    /// The same opening words, or one character that opens phrases (以…).
    fn opening(&self, level: Level) -> bool {
        if self.prefix == 0 {
            return false;
        }
        let words = FrameWords::get();
        let chars = self.source.glyphs.of(self.base);
        let shared = chars.get(..self.prefix).unwrap_or(&[]);
        let own = strip_weak(shared);
        let han = own.iter().filter(|&&c| is_han(c)).count();
        if han >= 2 {
            return true;
        }
        let single = own.last().is_some_and(|c| words.opener.contains(c)) && own.len() == 1;
        let phrase = own.last().is_some_and(|c| "以向对把从为由".contains(*c)) && self.longest <= 60;
        let close = phrase || self.longest <= 2 * self.shortest + 6 && self.longest <= 30;
        match level {
            _ if self.digits => false,
            Level::Series => single && self.longest <= self.shortest * 2,
            Level::Clause => single && close,
            Level::Sentence | Level::Head => single && close && (self.suffix > 0 || self.tail_count() > 1),
        }
    }

    /// The same closing words.
    fn closing(&self, level: Level) -> bool {
        if self.suffix < 2 {
            return false;
        }
        let words = FrameWords::get();
        let chars = self.source.glyphs.of(self.base);
        let shared: String = chars.get(chars.len().saturating_sub(self.suffix)..).unwrap_or(&[]).iter().collect();
        let mut own = shared.as_str();
        while let Some(rest) = words.closer.iter().find_map(|w| own.strip_suffix(w)) {
            own = rest;
        }
        let own = own.chars().filter(|&c| is_han(c) && c != '的').count();
        let near = self.longest <= self.shortest * 2;
        // One word of two characters closes long and unlike clauses by chance.
        let short = self.longest <= if level == Level::Sentence { 12 } else { 16 };
        own >= if short || near && level != Level::Sentence { 2 } else { 3 }
            || near && shared.chars().filter(|&c| is_han(c)).count() >= 4
    }

    /// One character at the start that opens phrases or two with a weak word, and one at the end (向…要…力).
    fn both_edges(&self) -> bool {
        let chars = self.source.glyphs.of(self.base);
        let affix = chars.last().is_some_and(|c| matches!(c, '的' | '了' | '等') || !is_han(*c));
        let quoted = chars.first().is_some_and(|c| !is_han(*c));
        !quoted
            && self.prefix >= 1
            && self.suffix >= 1
            && !affix
            && self.longest <= self.shortest + 4
            && self.longest <= 20
    }

    fn tail_count(&self) -> u32 {
        self.tail.count_ones()
    }

    /// The same characters at the same distance from the end (是准确的, 是及时的; 有新的优化, 有新的提升).
    fn tail_frame(&self) -> bool {
        if self.tail_count() < 2 {
            return false;
        }
        let chars = self.source.glyphs.of(self.base);
        let shared: Vec<char> = chars
            .iter()
            .rev()
            .take(REACH)
            .enumerate()
            .filter(|(i, _)| self.tail >> i & 1 == 1)
            .map(|(_, &c)| c)
            .collect();
        let strong = shared.iter().filter(|&&c| !"的了和与、、".contains(c)).count();
        let near = self.tail & 0xFF;
        let run = near & near >> 1 != 0;
        let judged = shared.first() == Some(&'的') && shared.contains(&'是');
        let held = shared.len() >= 2 && self.suffix < REACH;
        let close = self.is_even()
            || run && self.longest <= 2 * self.shortest && (self.suffix > 0 || self.longest <= 16)
            || shared.iter().any(|c| "是有不得更而者".contains(*c));
        held && close && (judged || strong + usize::from(run) >= 2 || strong >= 1 && self.is_even())
    }

    /// Three and more of the first characters in their places (从互联网+, 到互联网+).
    fn head_frame(&self) -> bool {
        let chars = self.source.glyphs.of(self.base).iter().take(8).enumerate();
        chars.filter(|(i, c)| self.head >> i & 1 == 1 && !matches!(c, '“' | '”' | '‘' | '’')).count() >= 4
    }

    /// Equal length and something held in its place: 拿得出, 调得快; 工作上…, 生活上….
    fn even_frame(&self) -> bool {
        if !self.is_even() || !(3..=8).contains(&self.longest) {
            return false;
        }
        let words = FrameWords::get();
        let chars = self.source.glyphs.of(self.base);
        let last = chars.len().saturating_sub(1);
        let held = |i: usize| self.head >> i & 1 == 1;
        let inner = chars
            .iter()
            .enumerate()
            .any(|(i, c)| held(i) && i > 0 && i < last && (words.inner.contains(c) || last < 5));
        let end = held(last)
            && last < 6
            && chars.last().is_some_and(|c| !words.affix.contains(c) && !words.closer.contains(c.to_string().as_str()));
        let said = self.words.nominal_first * 2 < self.count;
        inner || end && said
    }

    /// Short and nearly of one length, with 得 or 不 in its place: 豁得出来, 经得住考验.
    fn complement(&self) -> bool {
        let chars = self.source.glyphs.of(self.base);
        self.longest <= 6
            && self.longest - self.shortest <= 1
            && chars
                .iter()
                .take(3)
                .enumerate()
                .any(|(i, &c)| i > 0 && self.head >> i & 1 == 1 && matches!(c, '得' | '不'))
    }

    /// Headings of at most eight characters with 要 in them.
    fn short_heads(&self, level: Level) -> bool {
        let chars = self.source.glyphs.of(self.base);
        let shared = |c: char| {
            chars.iter().rev().take(REACH).enumerate().any(|(i, &d)| d == c && self.tail >> i & 1 == 1)
                || chars.iter().take(REACH).enumerate().any(|(i, &d)| d == c && self.head >> i & 1 == 1)
        };
        level == Level::Head && self.longest <= 8 && shared('要')
    }

    /// Equal length, a word end in common, and one of the patterns of [`Words::follow_pattern`].
    fn word_pattern(&self, level: Level) -> bool {
        let fits = self.is_even() && (4..=12).contains(&self.longest);
        fits && self.words.follow_pattern(self.count, self.longest, level > Level::Series)
    }
}

/// How many pairs of characters, from the first on, are the same and part of a frame.
fn common<'c>(pairs: impl Iterator<Item = (&'c char, &'c char)>, limit: usize) -> usize {
    pairs.take(limit).take_while(|(a, b)| a == b && frames(**a)).count()
}

/// Which of the first pairs of characters are: a bit for each.
fn same<'c>(pairs: impl Iterator<Item = (&'c char, &'c char)>) -> u32 {
    let bits = pairs.take(REACH).enumerate().map(|(i, (a, b))| u32::from(a == b && frames(*a)) << i);
    bits.fold(0, |all, bit| all | bit)
}

/// Without the words at its start that open anything (我们要坚持 → 坚持).
fn strip_weak(mut chars: &[char]) -> &[char] {
    let weak = &FrameWords::get().weak;
    'again: loop {
        for len in (1..=LONGEST_WEAK.min(chars.len())).rev() {
            let word: String = chars.iter().take(len).collect();
            if weak.contains(word.as_str()) {
                chars = chars.get(len..).unwrap_or(&[]);
                continue 'again;
            }
        }
        return chars;
    }
}
