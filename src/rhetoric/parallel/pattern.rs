//! Word-class patterns: what a unit looks like when its words are not looked at.
//!
//! In: tokens with jieba's tags and a unit's span. Out: [`Pattern`]: where its words end and what classes they are of.

use crate::segment::{Token, Tokens};
use crate::span::Span;

/// Coarse classes; jieba's tags name what a word can be, not what it is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Verb,
    /// vn: verb or noun
    VerbalNoun,
    Noun,
    /// Adjectives
    Modifier,
    /// Adverbs, prepositions, 的, 和: with them something is said
    Function,
    Idiom,
    Other,
}

impl Class {
    fn of(tag: &str) -> Self {
        match tag {
            "vn" | "an" => Self::VerbalNoun,
            t if t.starts_with('v') => Self::Verb,
            t if t.starts_with(['a', 'z', 'b']) => Self::Modifier,
            t if t.starts_with(['d', 'p', 'c', 'u']) => Self::Function,
            t if t.starts_with(['i', 'l']) => Self::Idiom,
            t if t.starts_with(['n', 's', 't']) => Self::Noun,
            _ => Self::Other,
        }
    }

    /// Whether two words may play the same part.
    pub(crate) fn like(self, other: Self) -> bool {
        self == other
            || matches!(
                (self, other),
                (Self::VerbalNoun, Self::Verb | Self::Noun) | (Self::Verb | Self::Noun, Self::VerbalNoun)
            )
    }
}

/// The class of each word type.
pub(crate) fn classes(tokens: &Tokens) -> Vec<Class> {
    tokens.types.iter().map(|t| Class::of(&t.tag)).collect()
}

/// Words a pattern holds at the most.
pub(crate) const WORDS: usize = 6;

/// Where the words of a unit end, in characters, and their classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    /// Bit i: a word ends after i + 1 characters.
    pub(crate) ends: u32,
    pub(crate) classes: [Class; WORDS],
    pub(crate) words: usize,
}

impl Pattern {
    /// None without tokens, or when a token reaches over an edge, or there are too many.
    pub(crate) fn of(text: &str, near: &[Token], classes: &[Class], span: Span) -> Option<Self> {
        let from = near.partition_point(|t| t.span.end <= span.start);
        let mut pattern = Self { ends: 0, classes: [Class::Other; WORDS], words: 0 };
        let mut chars = 0_u32;
        for token in near.iter().skip(from).take_while(|t| t.span.start < span.end).take(WORDS + 1) {
            if !span.contains(token.span) {
                return None;
            }
            chars += token.span.of(text).chars().filter(|c| !c.is_whitespace()).count() as u32;
            *pattern.classes.get_mut(pattern.words)? = *classes.get(token.word as usize)?;
            pattern.words += 1;
            pattern.ends |= 1_u32.checked_shl(chars.checked_sub(1)?)?;
        }
        (pattern.words > 0).then_some(pattern)
    }

    /// Number of words when both have as many, of like classes one by one; 0 otherwise.
    pub(crate) fn matches(&self, other: &Self) -> usize {
        let alike = self.words == other.words
            && self.classes.iter().zip(&other.classes).take(self.words).all(|(a, b)| a.like(*b) && *a != Class::Idiom);
        if alike { self.words } else { 0 }
    }

    /// Class of the first word.
    pub(crate) fn first(&self) -> Class {
        self.classes.first().copied().unwrap_or(Class::Other)
    }

    /// Whether nothing is said of anything: no sure verb, no adverb, preposition or 的, no adjective of one character
    /// used as a verb (强信心), and a noun at the end.
    pub(crate) fn is_nominal(&self) -> bool {
        let says = |c: &Class| matches!(c, Class::Verb | Class::Function);
        let causes = self.words == 2 && self.ends & 1 == 1 && self.first() == Class::Modifier;
        let noun = self.last() == Class::Noun || self.words > 1 && self.last() == Class::Other;
        noun && !causes && !self.classes.iter().take(self.words).any(says)
    }

    /// Class of the second word.
    pub(crate) fn second(&self) -> Class {
        self.classes.get(1).copied().unwrap_or(Class::Other)
    }

    /// Class of the last word.
    pub(crate) fn last(&self) -> Class {
        self.words.checked_sub(1).and_then(|i| self.classes.get(i)).copied().unwrap_or(Class::Other)
    }
}
