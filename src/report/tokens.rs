//! The token stream, compactly.
//!
//! In: an [`Analysis`]. Out: [`TokenArrays`], parallel arrays that become typed arrays in JavaScript.

use crate::Analysis;
use crate::segment::{Tokens, WordType};
use crate::span::Utf16Map;
use std::sync::Arc;

/// The tokens as parallel arrays, in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenArrays {
    /// UTF-16 offset of each token's first unit.
    pub starts: Vec<u32>,
    /// UTF-16 offset past each token's last unit.
    pub ends: Vec<u32>,
    /// Index into the report's `terms`, or `u32::MAX` for tokens that are not listed there.
    pub terms: Vec<u32>,
}

/// Tokens as parallel arrays.
pub fn token_arrays(analysis: &Analysis) -> TokenArrays {
    let map = analysis.map();
    let kind = |word: &Arc<WordType>| Kind { term: u32::MAX, bytes: word.text.len(), units: 0 };
    let mut kinds: Vec<Kind> = analysis.tokens.types.iter().map(kind).collect();
    for (i, term) in (0_u32..).zip(analysis.terms.terms.iter().take(analysis.terms.listed)) {
        if let Some(kind) = kinds.get_mut(term.word as usize) {
            kind.term = i;
        }
    }
    let mut walk = map.walk();
    let arrays = analysis.tokens.items.iter().map(|token| {
        let start = walk.to(token.span.start);
        let Some(kind) = kinds.get_mut(token.word as usize) else { return (start, walk.to(token.span.end), u32::MAX) };
        // a token that is longer than its word has white space within
        let is_word = kind.bytes == token.span.len();
        let end = if is_word && kind.units > 0 { walk.pass(kind.bytes, kind.units) } else { walk.to(token.span.end) };
        if is_word {
            kind.units = end - start;
        }
        (start, end, kind.term)
    });
    let (starts, ends, terms) = arrays.collect();
    TokenArrays { starts, ends, terms }
}

/// What the tokens of one word have in common.
struct Kind {
    /// Index into the report's `terms`, or `u32::MAX`.
    term: u32,
    /// Length of the word.
    bytes: usize,
    /// The same in UTF-16, known from the first of them on.
    units: u32,
}

/// Start and end of every token in UTF-16 code units, one after the other.
pub fn token_bounds(text: &str, tokens: &Tokens) -> Vec<u32> {
    let map = Utf16Map::new(text);
    let mut bounds = Vec::with_capacity(2 * tokens.items.len());
    let mut walk = map.walk();
    bounds.extend(tokens.items.iter().flat_map(|token| [token.span.start, token.span.end]).map(|at| walk.to(at)));
    bounds
}
