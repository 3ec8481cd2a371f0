//! What units are compared with each other by: their characters, their words and the classes of these.
//!
//! In: the characters and tokens of a paragraph. Out: [`Source`].

use super::glyphs::{Glyphs, Unit};
use super::pattern::{Class, Pattern};
use crate::lexicon::is_han;
use crate::segment::Token;

/// Longest unit whose words are looked at, in characters.
const SHORT: usize = 16;

/// What a paragraph is read with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'t> {
    pub(crate) text: &'t str,
    pub(crate) glyphs: &'t Glyphs,
    /// Those a unit's words are looked for among: of the paragraph at hand, or all.
    pub(crate) near: &'t [Token],
    /// The class of each word type.
    pub(crate) classes: &'t [Class],
}

impl Source<'_> {
    /// Whether a word begins at a character; where no words are known, any may.
    pub(crate) fn starts_word(&self, at: usize) -> bool {
        let byte = self.glyphs.span(Unit::new(at, at + 1)).start;
        let token = self.near.get(self.near.partition_point(|t| t.span.end <= byte));
        token.is_none_or(|t| t.span.start >= byte)
            && (is_han(self.glyphs.get(at)) || "“‘《".contains(self.glyphs.get(at)))
    }

    /// Classes of its words, where it is short enough to have a pattern.
    pub(crate) fn pattern(&self, unit: Unit) -> Option<Pattern> {
        (2..=SHORT)
            .contains(&unit.len())
            .then(|| Pattern::of(self.text, self.near, self.classes, self.glyphs.span(unit)))?
    }
}
