//! What blocks say by themselves: their sentences, their characters, what they have in quotation marks.
//!
//! In: text, layout, what the last reading of the document found. Out: [`Blocks`]: the sentences of each block, the [`Glyphs`] of
//! all, the names quoted. All depend on nothing but the characters of a block, and are read off one pass over its marks.

use super::parallel::Glyphs;
use super::set_phrase;
use crate::edit::{ByPlace, Edit};
use crate::layout::{BlockKind, Layout, sentences_by};
use crate::lexicon::{Stops, Watch};
use crate::span::Span;

/// One block; places are counted from its beginning.
#[derive(Debug, Default)]
pub(super) struct Alone {
    sentences: Vec<Span>,
    glyphs: Glyphs,
    quoted: Vec<Span>,
}

/// All blocks; places are those of the text.
#[derive(Debug)]
pub(super) struct Blocks {
    /// Of each.
    pub(super) sentences: Vec<Vec<Span>>,
    pub(super) glyphs: Glyphs,
    /// What might be names of lists, boilerplate left out.
    pub(super) quoted: Vec<Span>,
}

/// Nobody looks for more than marks.
static MARKS: Watch<'static> = Watch::of(&[]);

/// Reads all blocks.
pub(super) fn read(text: &str, layout: &Layout, known: Option<(&mut ByPlace<Alone>, &Edit)>) -> Blocks {
    let mut glyphs = Glyphs::with_room_for(text);
    let mut quoted = Vec::new();
    let blocks = layout.blocks.iter().map(|block| (block.span, block.kind != BlockKind::Boilerplate));
    let Some((known, edit)) = known.filter(|_| cfg!(feature = "whole")) else {
        let mut stops = Stops::default();
        let each = blocks.map(|(block, is_text)| {
            stops.read(text, block, &MARKS);
            glyphs.read(text, block, &stops);
            quoted.extend(set_phrase::quoted(text, block, &stops).filter(|_| is_text));
            sentences_by(text, block, stops.marks(block)).collect()
        });
        return Blocks { sentences: each.collect(), glyphs, quoted };
    };
    let each = blocks.map(|(block, is_text)| {
        let alone = known.of(block, edit, |_| true, || Alone::of(block.of(text)));
        glyphs.add(&alone.glyphs, block.start);
        let moved = |s: &Span| s.moved(0, block.start);
        quoted.extend(alone.quoted.iter().filter(|_| is_text).map(moved));
        alone.sentences.iter().map(moved).collect()
    });
    let each = each.collect();
    known.turn();
    Blocks { sentences: each, glyphs, quoted }
}

impl Alone {
    fn of(block: &str) -> Self {
        let whole = Span::new(0, block.len());
        let stops = Stops::of(block, whole, &MARKS);
        let mut alone = Self {
            sentences: sentences_by(block, whole, stops.marks(whole)).collect(),
            quoted: set_phrase::quoted(block, whole, &stops).collect(),
            ..Self::default()
        };
        alone.glyphs.read(block, whole, &stops);
        alone
    }
}
