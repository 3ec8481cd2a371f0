//! What blocks say by themselves: their sentences and their characters.
//!
//! In: text, layout, what the last reading of the document found. Out: the sentences of each block,
//! the [`Glyphs`] of all. Both depend on nothing but the characters of a block.

use super::parallel::Glyphs;
use crate::layout::Layout;
use crate::memo::Memo;
use crate::segment::sentences;
use crate::span::Span;

/// One block; places are counted from its beginning.
#[derive(Debug, Default)]
pub(super) struct Alone {
    sentences: Vec<Span>,
    glyphs: Glyphs,
}

/// Reads all blocks.
pub(super) fn read(text: &str, layout: &Layout, known: Option<&mut Memo<Alone>>) -> (Vec<Vec<Span>>, Glyphs) {
    let mut glyphs = Glyphs::with_room_for(text);
    let blocks = layout.blocks.iter().map(|block| block.span);
    let Some(known) = known else {
        let each = blocks.map(|block| {
            glyphs.read(text, block);
            sentences(text, block).collect()
        });
        return (each.collect(), glyphs);
    };
    let each = blocks.map(|block| {
        let body = block.of(text);
        let alone = known.of(body, |_| true, || Alone::of(body));
        glyphs.add(&alone.glyphs, block.start);
        alone.sentences.iter().map(|s| s.moved(0, block.start)).collect()
    });
    let each = each.collect();
    known.turn();
    (each, glyphs)
}

impl Alone {
    fn of(block: &str) -> Self {
        let whole = Span::new(0, block.len());
        let mut alone = Self { sentences: sentences(block, whole).collect(), ..Self::default() };
        alone.glyphs.read(block, whole);
        alone
    }
}
