//! The token stream, compactly.
//!
//! In: an [`Analysis`]. Out: [`TokenArrays`], parallel arrays that become typed arrays in JavaScript.

use crate::Analysis;
use crate::segment::Tokens;
use crate::span::Utf16Map;

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
    let map = Utf16Map::new(&analysis.text);
    let mut slots = vec![u32::MAX; analysis.tokens.types.len()];
    for (i, term) in (0_u32..).zip(analysis.terms.terms.iter().take(analysis.terms.listed)) {
        if let Some(slot) = slots.get_mut(term.word as usize) {
            *slot = i;
        }
    }
    let items = &analysis.tokens.items;
    let room = || vec![u32::MAX; items.len()];
    let mut out = TokenArrays { starts: room(), ends: room(), terms: room() };
    let mut unit = map.walk();
    let places = out.starts.iter_mut().zip(&mut out.ends).zip(&mut out.terms);
    for (((start, end), term), token) in places.zip(items) {
        *start = unit(token.span.start);
        *end = unit(token.span.end);
        *term = slots.get(token.word as usize).copied().unwrap_or(u32::MAX);
    }
    out
}

/// Start and end of every token in UTF-16 code units, one after the other.
pub fn token_bounds(text: &str, tokens: &Tokens) -> Vec<u32> {
    let map = Utf16Map::new(text);
    let mut bounds = Vec::with_capacity(2 * tokens.items.len());
    bounds.extend(tokens.items.iter().flat_map(|token| [token.span.start, token.span.end]).map(map.walk()));
    bounds
}
