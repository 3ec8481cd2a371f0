//! What a block says by itself.
//!
//! In: the characters of one block. Out: [`Alone`]: the block made plain, the markers it may have, what it promises, where it
//! turns back to the whole, a mark that has no partner. Whatever else the outline finds looks at several blocks. Depends on
//! nothing but the characters, so that a text read again need only look at blocks that are new.

use super::announce::promise::{self, Promise};
use super::finding::quote;
use super::marker::{self, Marker};
use super::plain::Mended;
use super::turn::Turning;
use crate::layout::{Block, sentences};
use crate::span::Span;
use std::sync::Arc;

/// What the characters of a block tell; places are counted from the beginning of the block, made plain.
#[derive(Debug)]
pub(crate) struct Alone {
    /// The block made plain.
    pub plain: Mended,
    /// What might open a point.
    pub markers: Vec<Marker>,
    /// Whether it may promise a number of points.
    pub counts: bool,
    /// What its sentences promise.
    pub promises: Vec<Promise>,
    /// Where it turns back to the whole.
    pub turning: Turning,
    /// A mark without its partner, in the block as given.
    pub unpaired: Option<(usize, char)>,
}

impl Alone {
    /// Reads a block.
    pub(crate) fn of(block: &str) -> Self {
        let plain = Mended::block(block);
        let text = plain.of(block);
        let whole = Span::new(0, text.len());
        let counts = promise::may_promise(text);
        let sentences = counts.then(|| sentences(text, whole)).into_iter().flatten();
        Self {
            markers: marker::scan(text),
            counts,
            promises: sentences.flat_map(|sentence| promise::find(text, sentence)).collect(),
            turning: Turning::of(text),
            unpaired: quote::unpaired(block),
            plain,
        }
    }
}

/// What the running text behind the heading of a block says by itself; places are counted from its beginning.
#[derive(Debug)]
pub(crate) struct Running {
    pub sentences: Vec<Span>,
    /// What they promise.
    pub promises: Vec<Promise>,
}

impl Running {
    /// Reads it; where the block does not count, its sentences promise nothing.
    pub(crate) fn of(text: &str, counts: bool) -> Self {
        let sentences: Vec<Span> = sentences(text, Span::new(0, text.len())).collect();
        let promises = sentences.iter().filter(|_| counts).flat_map(|s| promise::find(text, *s)).collect();
        Self { sentences, promises }
    }
}

/// The blocks of one document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Body<'t> {
    /// The text they stand in.
    pub text: &'t str,
    /// Where they stand.
    pub blocks: &'t [Block],
    /// What each of them says by itself.
    pub alone: &'t [Arc<Alone>],
    /// Index of the first of them.
    pub first: usize,
}

impl<'t> Body<'t> {
    /// Each with its index and what it says by itself.
    pub(crate) fn iter(self) -> impl Iterator<Item = (usize, &'t Block, &'t Alone)> {
        (self.first..).zip(self.blocks.iter().zip(self.alone)).map(|(i, (block, alone))| (i, block, &**alone))
    }
}
