//! What a detector finds inside one paragraph, kept for when the text is read again.
//!
//! In: a paragraph, a way to look into it. Out: what is found there. It rests on the characters of its block, which keeps it,
//! on what opens it, on where its sentences stand and where points begin in it: where these are the same, so is what is found.

use super::Paragraph;
use crate::outline::Evidence;
use crate::span::Span;
use std::sync::{Mutex, PoisonError};

/// What has places in the text.
pub(crate) trait Placed {
    /// The same in a block that stood at `from` and stands at `to` now.
    fn moved(&self, from: usize, to: usize) -> Self;
}

/// What one detector found in a block.
#[derive(Debug)]
pub(crate) struct Inside<F>(Mutex<Option<Known<F>>>);

/// What was found, and under what; all places are counted from the beginning of the block.
#[derive(Debug)]
struct Known<F> {
    opened: Option<Evidence>,
    sentences: Vec<Span>,
    marked: Vec<usize>,
    found: F,
}

impl<F> Default for Inside<F> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<F: Placed> Inside<F> {
    /// What `look` finds in a paragraph, or found in it before.
    pub(super) fn of(&self, p: &Paragraph, look: impl FnOnce() -> F) -> F {
        let start = p.span.start;
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.as_ref().filter(|known| known.fits(p)) {
            return known.found.moved(0, start);
        }
        let found = look();
        *known = Some(Known {
            opened: p.opened.map(|o| o.evidence),
            sentences: p.sentences.moved(start, 0),
            marked: marks(p).collect(),
            found: found.moved(start, 0),
        });
        found
    }
}

impl<F> Known<F> {
    fn fits(&self, p: &Paragraph) -> bool {
        let sentences = p.sentences.iter().map(|s| Span::moved(*s, p.span.start, 0));
        self.opened == p.opened.map(|o| o.evidence)
            && self.sentences.iter().copied().eq(sentences)
            && self.marked.iter().copied().eq(marks(p))
    }
}

/// Where points begin in a paragraph, from its beginning.
fn marks(p: &Paragraph) -> impl Iterator<Item = usize> {
    p.marked.iter().map(|at| at.saturating_sub(p.span.start))
}

impl Placed for Span {
    fn moved(&self, from: usize, to: usize) -> Self {
        Self::moved(*self, from, to)
    }
}

impl<T: Placed> Placed for Vec<T> {
    fn moved(&self, from: usize, to: usize) -> Self {
        self.iter().map(|item| item.moved(from, to)).collect()
    }
}

impl<T: Placed> Placed for Option<T> {
    fn moved(&self, from: usize, to: usize) -> Self {
        self.as_ref().map(|item| item.moved(from, to))
    }
}

/// A heading with something that is said of it.
impl<T: Copy> Placed for (Span, T) {
    fn moved(&self, from: usize, to: usize) -> Self {
        (self.0.moved(from, to), self.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(start: usize, sentences: &[(usize, usize)], marked: &[usize]) -> Paragraph {
        Paragraph {
            block: 0,
            span: Span::new(start, start + 12),
            sentences: sentences.iter().map(|&(from, to)| Span::new(start + from, start + to)).collect(),
            opened: None,
            marked: marked.iter().map(|at| start + at).collect(),
            parted: false,
            counts: false,
            calls: false,
            promises: Vec::new(),
            torn: false,
            level: None,
        }
    }

    #[test]
    fn the_same_sentences_and_points_in_the_same_block_hold_the_same_groups() {
        let inside = Inside::default();
        let group = |start: usize| vec![vec![Span::new(start, start + 3)]];
        let known = paragraph(0, &[(0, 9), (9, 12)], &[9]);
        assert_eq!(inside.of(&known, || group(0)), group(0));
        // the same, further on: found before, and moved
        let moved = paragraph(12, &[(0, 9), (9, 12)], &[9]);
        assert_eq!(inside.of(&moved, Vec::new), group(12));
        // other sentences, other points: looked at again
        for other in [paragraph(12, &[(0, 12)], &[9]), paragraph(12, &[(0, 9), (9, 12)], &[])] {
            assert_eq!(inside.of(&other, Vec::new), Vec::<Vec<Span>>::new());
        }
    }
}
