//! How sentences are held together around their first comma.
//!
//! In: units. Out: [`Turn`]: place of the comma, the character before it, two after it, as far as units share them.

use super::glyphs::{Glyphs, Unit};
use crate::lexicon::is_han;

/// Furthest first comma looked at, in characters.
const FIRST_COMMA: usize = 14;

/// How units are held together around their first comma: `在思想上，…`, `有胆，就是…`, `增速稳，…`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    comma: Option<usize>,
    before: Option<char>,
    after: Option<(char, char)>,
}

impl Turn {
    /// None without a comma near the start.
    pub(super) fn of(glyphs: &Glyphs, unit: Unit) -> Option<Self> {
        let comma = glyphs.of(unit).iter().take(FIRST_COMMA).position(|&c| c == '，').filter(|&c| c > 1)?;
        let at = unit.from + comma;
        let after = Some((glyphs.get(at + 1), glyphs.get(at + 2))).filter(|(a, b)| is_han(*a) && is_han(*b));
        Some(Self { comma: Some(comma), before: Some(glyphs.get(at - 1)), after })
    }

    /// What two units share; none when nothing.
    pub(super) fn meet(self, other: Self) -> Option<Self> {
        let met = Self {
            comma: self.comma.filter(|_| self.comma == other.comma),
            before: self.before.filter(|_| self.before == other.before),
            after: self.after.filter(|_| self.after == other.after),
        };
        (met.before.is_some() || met.after.is_some()).then_some(met)
    }

    /// Whether that is a frame: with an opening in common the words at the comma, or heads of one short length with
    /// the same last word.
    pub(super) fn holds(self, opened: bool) -> bool {
        let short = self.comma.is_some_and(|c| c <= 4);
        let held = self.before.is_some_and(|c| is_han(c) && !"的了".contains(c));
        held && (opened || short) || self.after.is_some() && opened
    }
}
