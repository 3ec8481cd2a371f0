//! Which tokens stand in one sentence.
//!
//! In: text, layout, tokens. Out: [`Sentences`].

use crate::layout::{BlockKind, Layout, sentences};
use crate::segment::Tokens;
use core::ops::Range;

/// Token ranges of the sentences, in text order.
#[derive(Clone, Debug, Default)]
pub struct Sentences {
    bounds: Vec<usize>,
}

impl Sentences {
    /// Finds them.
    pub fn of(text: &str, layout: &Layout, tokens: &Tokens) -> Self {
        let mut bounds = vec![0];
        let mut at = 0;
        let body = layout.blocks.iter().filter(|b| b.kind != BlockKind::Boilerplate);
        for sentence in body.flat_map(|b| sentences(text, b.span)) {
            at += tokens.items.iter().skip(at).take_while(|t| t.span.start < sentence.end).count();
            bounds.push(at);
        }
        bounds.push(tokens.items.len());
        bounds.dedup();
        Self { bounds }
    }

    /// Token ranges; none is empty.
    pub fn ranges(&self) -> impl Iterator<Item = Range<usize>> {
        self.bounds.iter().zip(self.bounds.iter().skip(1)).map(|(&from, &to)| from..to)
    }
}
