//! From tokens to figures per word type.
//!
//! In: tokens, layout, outline, options. Out: [`Terms`], most frequent first.

use crate::Options;
use crate::layout::Layout;
use crate::outline::Outline;
use crate::segment::{TokenKind, Tokens};

/// What a term is counted as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// A content word.
    Content,
    /// A grammatical word of the stop list.
    Stop,
    /// A formula of the genre, 套话.
    Filler,
}

/// Figures of one word type.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Index into [`Tokens::types`].
    pub word: u32,
    /// Occurrences.
    pub count: u32,
    /// What it is counted as.
    pub class: Class,
}

/// All terms, most frequent first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// Counted types.
    pub terms: Vec<Term>,
    /// Running words counted: tokens of kind word, stop words included.
    pub words: u32,
}

/// Counts the words of a text.
pub fn count(_text: &str, _layout: &Layout, _outline: &Outline, tokens: &Tokens, _options: &Options) -> Terms {
    let mut counts = vec![0_u32; tokens.types.len()];
    let mut words = 0;
    for token in &tokens.items {
        let is_word = tokens.types.get(token.word as usize).is_some_and(|t| t.kind == TokenKind::Word);
        if let (true, Some(n)) = (is_word, counts.get_mut(token.word as usize)) {
            *n += 1;
            words += 1;
        }
    }
    let mut terms: Vec<Term> = (0_u32..)
        .zip(counts)
        .filter(|&(_, count)| count > 0)
        .map(|(word, count)| Term { word, count, class: Class::Content })
        .collect();
    terms.sort_by_key(|t| core::cmp::Reverse(t.count));
    Terms { terms, words }
}
