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
            promises: Vec::new(),
            torn: false,
        }
    }

    #[test]
    fn the_same_sentences_and_points_in_the_same_characters_hold_the_same_groups() {
        let text = "甲甲。乙甲甲。乙";
        let memory = Memory::default();
        let group = |start: usize| vec![vec![Span::new(start, start + 3)]];
        let known = paragraph(0, &[(0, 9), (9, 12)], &[9]);
        assert_eq!(memory.of(text, &known, || group(0)), group(0));
        // the same, further on: found before, and moved
        let moved = paragraph(12, &[(0, 9), (9, 12)], &[9]);
        assert_eq!(memory.of(text, &moved, Vec::new), group(12));
        // other sentences, other points: looked at again
        for other in [paragraph(12, &[(0, 12)], &[9]), paragraph(12, &[(0, 9), (9, 12)], &[])] {
            assert_eq!(memory.of(text, &other, Vec::new), Vec::<Vec<Span>>::new());
        }
    }
}
