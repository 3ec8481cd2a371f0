//! What a detector finds inside one paragraph, kept for when the text is read again.
//!
//! In: a paragraph, a way to look into it. Out: the groups of heads in it. They rest on its characters, on where its
//! sentences stand and where points begin in it: where these are the same, so are the groups.

use super::Paragraph;
use crate::memo::Memo;
use crate::span::Span;
use std::cell::RefCell;

/// The groups of one detector.
#[derive(Debug, Default)]
pub(crate) struct Memory(RefCell<Memo<Inside>>);

/// The groups found in a paragraph; all places are counted from its beginning.
#[derive(Debug)]
struct Inside {
    sentences: Vec<Span>,
    marked: Vec<usize>,
    groups: Vec<Vec<Span>>,
}

impl Inside {
    fn fits(&self, p: &Paragraph) -> bool {
        let start = p.span.start;
        let sentences = p.sentences.iter().map(|s| s.moved(start, 0));
        self.sentences.iter().copied().eq(sentences) && self.marked.iter().copied().eq(marks(p))
    }
}

/// Where points begin in a paragraph, from its beginning.
fn marks(p: &Paragraph) -> impl Iterator<Item = usize> {
    p.marked.iter().map(|at| at.saturating_sub(p.span.start))
}

impl Memory {
    /// What `look` finds in a paragraph of this text, or found in it before.
    pub(super) fn of(&self, text: &str, p: &Paragraph, look: impl FnOnce() -> Vec<Vec<Span>>) -> Vec<Vec<Span>> {
        let start = p.span.start;
        let moved = |groups: &[Vec<Span>], from, to| -> Vec<Vec<Span>> {
            groups.iter().map(|group| group.iter().map(|s| s.moved(from, to)).collect()).collect()
        };
        let found = || Inside {
            sentences: p.sentences.iter().map(|s| s.moved(start, 0)).collect(),
            marked: marks(p).collect(),
            groups: moved(&look(), start, 0),
        };
        let mut known = self.0.borrow_mut();
        moved(&known.of(p.span.of(text), |inside| inside.fits(p), found).groups, 0, start)
    }

    /// Ends a reading.
    pub(crate) fn turn(&mut self) {
        self.0.get_mut().turn();
    }
}
