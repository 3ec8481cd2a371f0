//! What opens a paragraph: its first sentence up to the first stop, which may head it.
//!
//! In: a paragraph. Out: its [`Thesis`], with what is asked of it beside every other.

use super::inside::Placed;
use super::{Document, Paragraph, frame};
use crate::layout::salutation;
use crate::outline::announce::promise::Strength;
use crate::outline::heading::first_stop;
use crate::span::Span;

/// What opens a paragraph: its first sentence up to the first stop.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Thesis {
    pub(super) span: Span,
    /// Its opening phrase.
    pub(super) opening: Span,
    /// Whether that reports somebody's words.
    pub(super) reports: bool,
    /// Chinese characters in it.
    pub(super) han: usize,
}

impl Thesis {
    /// What opens the paragraph, if that can head it.
    fn of(document: &Document, p: &Paragraph) -> Option<Self> {
        let sentence = p.first();
        // Nothing under it: a sentence alone unfolds nothing, unless a comma parts head and body.
        if p.sentences.len() < 2 && !sentence.of(document.text).contains(['，', '；', '：']) {
            return None;
        }
        // `各位代表！` called out again and again heads nothing; `我们的体会有以下几点：` announces points and is none.
        let announces = || p.promises_in(sentence).any(|p| p.strength == Strength::Plain);
        if salutation::opens(sentence.of(document.text)) || announces() {
            return None;
        }
        let end = first_stop(sentence.of(document.text)).map_or(sentence.end, |at| sentence.start + at);
        let span = Span::new(sentence.start, end);
        let words = span.of(document.text);
        let opening = frame::opening(words);
        Some(Self {
            span,
            opening: Span::new(span.start, span.start + opening.len()),
            reports: frame::reports(opening),
            han: words.chars().filter(|&c| crate::lexicon::is_han(c)).count(),
        })
    }
}

impl Placed for Thesis {
    fn moved(&self, from: usize, to: usize) -> Self {
        Self { span: self.span.moved(from, to), opening: self.opening.moved(from, to), ..*self }
    }
}

/// The thesis of each paragraph that has one.
pub(super) struct Theses(Vec<Option<Thesis>>);

impl Theses {
    /// Of a document.
    pub(super) fn of(document: &Document) -> Self {
        let of = |p| document.inside(p, |found| &found.thesis, || Thesis::of(document, p));
        Self(document.paragraphs.iter().map(of).collect())
    }

    /// That of a paragraph.
    pub(super) fn at(&self, paragraph: usize) -> Option<&Thesis> {
        self.0.get(paragraph)?.as_ref()
    }
}
