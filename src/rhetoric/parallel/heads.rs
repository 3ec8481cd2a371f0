//! Parallelism across paragraphs: headings of one list, and openings of neighbouring paragraphs.
//!
//! In: outline, layout. Out: groups of headings or first sentences.

use super::Group;
use super::frame::Level;
use super::glyphs::Unit;
use super::run;
use super::source::Source;
use super::units::{marker_end, sentences};
use crate::layout::{BlockKind, Layout};
use crate::outline::Outline;
use rustc_hash::FxHashMap;

/// Longest heading compared, in characters: beyond it a heading is a paragraph.
const LONGEST: usize = 120;

/// Headings of the nodes of one list.
pub(super) fn of_nodes(source: Source<'_>, outline: &Outline) -> Vec<Group> {
    let mut lists: FxHashMap<_, Vec<Unit>> = FxHashMap::default();
    for node in &outline.nodes {
        let unit = source.glyphs.unit(node.heading);
        let list = lists.entry((node.document, node.parent, node.scheme)).or_default();
        if (2..=LONGEST).contains(&unit.len()) {
            list.push(unit);
        }
    }
    lists.into_values().flat_map(|list| run::groups(source, &list, Level::Head)).collect()
}

/// First sentences of neighbouring paragraphs of a document.
pub(super) fn of_paragraphs(source: Source<'_>, layout: &Layout) -> Vec<Group> {
    let mut out = Vec::new();
    let running = |kind: BlockKind| matches!(kind, BlockKind::Paragraph);
    for part in layout.blocks.chunk_by(|a, b| running(a.kind) && running(b.kind) && a.document == b.document) {
        let opening = |block: &crate::layout::Block| {
            let whole = source.glyphs.unit(block.span);
            let start = Unit::new(whole.from, whole.to.min(whole.from + LONGEST));
            let first = sentences(source.glyphs, start).next()?;
            Some(Unit::new(marker_end(source.glyphs, first), first.to))
        };
        let openings: Vec<Unit> = part.iter().filter(|b| running(b.kind)).filter_map(opening).collect();
        out.extend(run::groups(source, &openings, Level::Head));
    }
    out
}
