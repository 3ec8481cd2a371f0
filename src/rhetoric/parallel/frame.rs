//! What a group of units shares, kept up to date unit by unit.
//!
//! In: units one after another. Out: [`Frame`] (common opening, common closing, characters shared at the same distance
//! from either end, equal length, word-class pattern) and whether that makes them parallel: [`Frame::figure`].

use super::Figure;
use super::glyphs::{Glyphs, Unit, frames};
use super::pattern::{Class, Pattern};
use super::turn::Turn;
use crate::lexicon::frames::{FrameWords, LONGEST_WEAK};
use crate::lexicon::is_han;
use crate::segment::{Token, Tokens};

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
/// Longest unit whose words are looked at, in characters.
const SHORT: usize = 16;

/// What a paragraph is read with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'t> {
    pub(crate) text: &'t str,
    pub(crate) glyphs: &'t Glyphs,
    pub(crate) tokens: &'t Tokens,
    /// Those a unit's words are looked for among: of the paragraph at hand, or all.
    pub(crate) near: &'t [Token],
}

impl Source<'_> {
    fn pattern(&self, unit: Unit) -> Option<Pattern> {
        (2..=SHORT).contains(&unit.len()).then(|| Pattern::of(self, self.glyphs.span(unit)))?
    }
}

/// What the units so far share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'t> {
    source: Source<'t>,
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
    digits: bool,
    turn: Option<Turn>,
    pattern: Option<Pattern>,
    /// Word ends all have in common; 0 when a pattern is missing.
    ends: u32,
    verb_first: usize,
    modifier_first: usize,
    nominal: usize,
    nominal_first: usize,
    object_last: usize,
    verb_second: usize,
    predicate_last: usize,
    idioms: usize,
    /// Words of the second unit of the same class as those of the first; all of them, or 0.
    same_classes: usize,
}

impl<'t> Frame<'t> {
    /// Of one unit.
    pub(crate) fn new(source: Source<'t>, base: Unit) -> Self {
        let pattern = source.pattern(base);
        let all = (1_u32 << REACH) - 1;
        let mut frame = Self {
            source,
            base,
            count: 1,
            prefix: base.len().min(EDGE),
            suffix: base.len().min(EDGE),
            head: all,
            tail: all,
            shortest: base.len(),
            longest: base.len(),
            digits: source.glyphs.has_digits(base),
            turn: Turn::of(source.glyphs, base),
            pattern,
            ends: pattern.map_or(0, |p| p.ends),
            verb_first: 0,
            modifier_first: 0,
            nominal: 0,
            nominal_first: 0,
            object_last: 0,
            verb_second: 0,
            predicate_last: 0,
            idioms: 0,
            same_classes: 0,
        };
        frame.count_classes(pattern);
        frame
    }

    fn count_classes(&mut self, pattern: Option<Pattern>) {
        let Some(p) = pattern else { return };
        self.verb_first += usize::from(p.words > 1 && matches!(p.first(), Class::Verb));
        self.modifier_first += usize::from(p.words > 1 && matches!(p.first(), Class::Modifier | Class::Function));
        self.nominal_first += usize::from(p.first() == Class::Noun);
        self.nominal += usize::from(p.is_nominal());
        self.object_last += usize::from(!matches!(p.last(), Class::Verb | Class::Function));
        self.verb_second += usize::from(matches!(p.second(), Class::Verb | Class::VerbalNoun));
        self.predicate_last += usize::from(p.last().like(Class::Verb) || p.last() == Class::Modifier);
        self.idioms += usize::from(p.words == 1 || p.first() == Class::Idiom);
    }

    /// With one more unit.
    pub(crate) fn join(&self, unit: Unit) -> Self {
        let glyphs = self.source.glyphs;
        let (base, other) = (glyphs.of(self.base), glyphs.of(unit));
        let common = |a: &mut dyn Iterator<Item = (&char, &char)>, limit: usize| {
            a.take(limit).take_while(|(x, y)| x == y && frames(**x)).count()
        };
        let mut next = *self;
        next.count += 1;
        next.prefix = common(&mut base.iter().zip(other), self.prefix);
        next.suffix = common(&mut base.iter().rev().zip(other.iter().rev()), self.suffix);
        let same = |a: &mut dyn Iterator<Item = (&char, &char)>| {
            a.take(REACH).enumerate().filter(|(_, (x, y))| x == y && frames(**x)).fold(0, |m, (i, _)| m | 1_u32 << i)
        };
        next.head &= same(&mut base.iter().zip(other));
        next.tail &= same(&mut base.iter().rev().zip(other.iter().rev()));
        next.shortest = self.shortest.min(unit.len());
        next.longest = self.longest.max(unit.len());
        next.digits |= glyphs.has_digits(unit);
        next.turn = self.turn.zip(Turn::of(glyphs, unit)).and_then(|(a, b)| a.meet(b));
        let pattern = self.source.pattern(unit);
        next.ends = if next.is_even() { pattern.map_or(0, |p| p.ends & self.ends) } else { 0 };
        next.same_classes = self.pattern.zip(pattern).map_or(0, |(a, b)| a.matches(&b));
        next.count_classes(pattern);
        next
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
        let inner = self.ends & !(1_u32 << (self.longest.saturating_sub(1) as u32).min(31));
        let (held, length) = (self.held(), self.longest as u32);
        let varies = held * 2 <= length;
        let alike = self.same_classes >= 2;
        let words = self.pattern.is_some_and(|p| inner.count_ones() as usize + 1 >= p.words);
        !self.digits && varies && words && alike && (held >= 1 && inner != 0 || inner.count_ones() >= 2)
    }

    /// Whether all are of one length.
    pub(crate) fn is_even(&self) -> bool {
        self.shortest == self.longest
    }

    /// What makes the units parallel, if they are.
    pub(crate) fn figure(&self, level: Level) -> Option<Figure> {
        let least = match level {
            Level::Series => 2,
            Level::Clause | Level::Head => 3,
            Level::Sentence => 4,
        };
        if level == Level::Series && self.is_nominal() {
            return None;
        }
        let varies = self.prefix.max(self.suffix) < self.shortest && self.prefix + self.suffix < self.longest;
        if self.shortest < least || !varies {
            return None;
        }
        let opening = self.opening(level);
        let closing = self.closing();
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
    fn closing(&self) -> bool {
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
        let long = own.chars().filter(|&c| is_han(c)).count() >= 2;
        let near = self.longest <= self.shortest * 2;
        long || near && shared.chars().filter(|&c| is_han(c)).count() >= 4
    }

    /// Members in which nothing is said of anything.
    fn is_nominal(&self) -> bool {
        self.nominal * 2 > self.count
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
        let close = run || self.is_even() || shared.iter().any(|c| "是有不得更而者".contains(*c));
        held && close && (judged || strong + usize::from(run) >= 2 || strong >= 1 && self.is_even())
    }

    /// Three and more of the first characters in their places (从互联网+, 到互联网+).
    fn head_frame(&self) -> bool {
        (self.head & 0xFF).count_ones() >= 4
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
        let said = self.nominal_first * 2 < self.count;
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

    /// Equal length, a word end in common, and one of the patterns verb–object, adverb–verb, subject–adverb–verb.
    fn word_pattern(&self, level: Level) -> bool {
        let inner = self.ends & !(1_u32.checked_shl(self.longest.saturating_sub(1) as u32).unwrap_or(0));
        if !self.is_even() || !(4..=12).contains(&self.longest) || inner == 0 || self.idioms * 4 > self.count {
            return false;
        }
        // jieba's tags say what a word can be: 优化 a noun, 坚定 an adjective. So two of three must fit, one of three surely.
        let most = |n: usize| n * 3 >= self.count * 2;
        let sure = self.count < 3 || self.verb_first * 3 >= self.count;
        let verbal = sure && most(self.count - self.nominal_first);
        let object = verbal && most(self.object_last);
        let adverbial = most(self.modifier_first) && most(self.verb_second) && self.longest >= 6;
        let clause = level > Level::Series
            && self.longest >= 6
            && most(self.predicate_last)
            && self.pattern.is_some_and(|p| p.words >= 3)
            && inner.count_ones() >= 2;
        object || adverbial || clause
    }
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
