//! Documents read before: of a file that is being edited most are as they were.
//!
//! In: the blocks of a document, a way to read it. Out: its outline, the same as without a memory. Rests on the characters of the
//! document and on what its blocks were taken for, and on nothing else.

use super::Outline;
use crate::edit::{ByPlace, Edit};
use crate::layout::Block;
use crate::span::Span;

/// The outline of one document, and the blocks it was found in.
#[derive(Debug)]
pub(crate) struct Reading {
    blocks: Vec<Block>,
    outline: Outline,
}

/// The outline of a document, which `look` reads where the memory does not know it.
pub(super) fn outline(
    blocks: &[Block],
    (known, edit): (&mut ByPlace<Reading>, &Edit),
    look: impl FnOnce() -> Outline,
) -> Outline {
    let look = || Reading { blocks: blocks.to_vec(), outline: look() };
    known.of(covered(blocks), edit, |known| known.fits(blocks), look).moved_to(blocks)
}

/// All that blocks cover.
fn covered(blocks: &[Block]) -> Span {
    let ends = blocks.first().zip(blocks.last());
    ends.map_or(Span::EMPTY, |(first, last)| Span::new(first.span.start, last.span.end))
}

impl Reading {
    /// Whether these blocks, of the same characters, are taken for the same.
    fn fits(&self, blocks: &[Block]) -> bool {
        let (from, to) = (covered(&self.blocks).start, covered(blocks).start);
        let same = |(a, b): (&Block, &Block)| a.kind == b.kind && a.span.moved(from, to) == b.span;
        self.blocks.len() == blocks.len() && self.blocks.iter().zip(blocks).all(same)
    }

    /// The outline where these blocks stand.
    fn moved_to(&self, blocks: &[Block]) -> Outline {
        let (from, to) = (covered(&self.blocks).start, covered(blocks).start);
        let mut outline = self.outline.clone();
        for node in &mut outline.nodes {
            node.document = blocks.first().map_or(0, |b| b.document);
            node.span = node.span.moved(from, to);
            node.heading = node.heading.moved(from, to);
            node.marker = node.marker.map(|m| m.moved(from, to));
        }
        for announcement in &mut outline.announcements {
            announcement.span = announcement.span.moved(from, to);
        }
        for finding in &mut outline.findings {
            finding.span = finding.span.moved(from, to);
        }
        outline
    }
}
