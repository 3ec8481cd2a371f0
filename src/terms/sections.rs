//! The parts of a text that range and dispersion are measured over.
//!
//! In: tokens, layout, outline. Out: [`Sections`]: each token's part. Parts are the top points of the outline, with
//! what stands before, between and behind them as parts of their own; paragraphs where there are not two such points.

use crate::layout::Layout;
use crate::outline::Outline;
use crate::segment::Tokens;

/// A division of the tokens into consecutive parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sections {
    /// Index of the first token of each part that has one, ascending.
    pub starts: Vec<u32>,
}

impl Sections {
    /// Divides the tokens.
    pub fn of(layout: &Layout, outline: &Outline, tokens: &Tokens) -> Self {
        let top = || outline.nodes.iter().filter(|n| n.depth == 1);
        let mut bounds: Vec<usize> = layout.documents.iter().map(|d| d.span.start).collect();
        if top().nth(1).is_some() {
            bounds.extend(top().flat_map(|n| [n.span.start, n.span.end]));
        } else {
            bounds.extend(layout.blocks.iter().map(|b| b.span.start));
        }
        bounds.sort_unstable();
        let first_from = |at: &usize| tokens.items.partition_point(|t| t.span.start < *at) as u32;
        let mut starts: Vec<u32> = core::iter::once(0).chain(bounds.iter().map(first_from)).collect();
        starts.dedup();
        starts.retain(|&at| (at as usize) < tokens.items.len());
        Self { starts }
    }

    /// Token ranges of the parts, in order.
    pub fn ranges(&self, tokens: &Tokens) -> impl Iterator<Item = core::ops::Range<usize>> {
        let ends = self.starts.iter().skip(1).copied().chain([tokens.items.len() as u32]);
        self.starts.iter().zip(ends).map(|(&from, to)| from as usize..to as usize)
    }
}
