//! The running text, sentence by sentence, each with its place.
//!
//! In: text, layout, outline. Out: [`Prose`]: sentences of paragraphs with their block, the innermost outline node they
//! stand in, and where their words begin behind a marker; and the clauses of a span.

use crate::layout::{BlockKind, Layout};
use crate::lexicon::Stops;
use crate::outline::Outline;
use crate::segment::Tokens;
use crate::span::Span;
use std::hash::{DefaultHasher, Hash, Hasher};

/// One sentence of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) span: Span,
    /// Its words: without the marker it may open with.
    pub(super) words: Span,
    /// Index into [`Layout::blocks`].
    pub(super) block: usize,
    /// Index of the innermost node that holds its start.
    pub(super) node: Option<usize>,
    /// Whether it is all heading: a line that only names what follows.
    pub(super) heading: bool,
}

/// A paragraph, and where it has marks and what else is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paragraph<'p> {
    pub(super) span: Span,
    pub(super) sentences: &'p [Sentence],
    pub(super) stops: &'p Stops,
}

/// What devices and moves are looked for in.
#[derive(Debug)]
pub(super) struct Prose<'t> {
    pub(super) text: &'t str,
    pub(super) layout: &'t Layout,
    pub(super) outline: &'t Outline,
    pub(super) tokens: &'t Tokens,
    /// In text order.
    pub(super) sentences: Vec<Sentence>,
}

impl<'t> Prose<'t> {
    pub(super) fn new(
        text: &'t str,
        layout: &'t Layout,
        outline: &'t Outline,
        tokens: &'t Tokens,
        spans: &[Vec<Span>],
    ) -> Self {
        let mut sentences = Vec::with_capacity(spans.iter().map(Vec::len).sum());
        let mut nodes = outline.nodes.iter().enumerate().peekable();
        let mut latest: Option<usize> = None;
        let paragraphs =
            layout.blocks.iter().zip(spans).enumerate().filter(|(_, (b, _))| b.kind == BlockKind::Paragraph);
        for (block, (b, spans)) in paragraphs {
            for &span in spans {
                let mut words = span;
                let mut heading = false;
                while let Some((i, node)) = nodes.next_if(|(_, n)| n.span.start <= span.start) {
                    latest = Some(i);
                    if node.span.start == span.start {
                        let behind = node.marker.map_or(span.start, |m| m.end);
                        words = Span::new(behind.min(span.end), span.end).trim(text);
                        let last = b.span.end == span.end && node.heading.end >= words.end;
                        heading = last && !span.of(text).ends_with(['。', '！', '？', '；']);
                    }
                }
                // A marker inside the sentence before it opened its node there; that node holds this sentence too.
                let mut node = latest;
                while let Some(n) = node.and_then(|i| outline.nodes.get(i)).filter(|n| n.span.end <= span.start) {
                    node = n.parent;
                }
                sentences.push(Sentence { span, words, block, node, heading });
            }
        }
        Self { text, layout, outline, tokens, sentences }
    }

    /// Each paragraph with its sentences.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = (Span, &[Sentence])> {
        let whole =
            |s: &[Sentence]| s.first().and_then(|s| self.layout.blocks.get(s.block)).map_or(Span::EMPTY, |b| b.span);
        self.sentences.chunk_by(|a, b| a.block == b.block).map(move |s| (whole(s), s))
    }
}

/// What the words of a block depend on besides its own characters: a fingerprint of those they were
/// cut together with and of its place among them. None where they are its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WordsOf(Option<u64>);

impl WordsOf {
    pub(super) fn new(text: &str, tokens: &Tokens, block: Span) -> Self {
        let whole = tokens.cut_with(block);
        let mut hasher = DefaultHasher::new();
        Self((whole != block).then(|| {
            (whole.of(text), block.start - whole.start).hash(&mut hasher);
            hasher.finish()
        }))
    }
}

/// A quotation longer than this, in bytes, is taken for a stray mark.
const QUOTATION: usize = 300;

/// Clauses of a span with the mark that ends each (a line break for the last): parts between ，；：。！？ outside
/// quotation marks and brackets. They are added to `out`.
pub(super) fn clauses(text: &str, span: Span, stops: &Stops, out: &mut Vec<(Span, char)>) {
    let mut from = span.start;
    let mut open: Option<usize> = None;
    let mut push = |from: usize, to: usize, mark: char| {
        let clause = Span::new(from, to).trim(text);
        if !clause.is_empty() {
            out.push((clause, mark));
        }
    };
    for (at, c) in stops.marks(span) {
        let at = span.start + at;
        match c {
            '“' | '（' | '(' | '《' | '「' => open = Some(at),
            '”' | '）' | ')' | '》' | '」' => open = None,
            '，' | ',' | '；' | ';' | '：' | ':' | '。' | '！' | '!' | '？' | '?'
                if open.is_none_or(|o| at - o > QUOTATION) =>
            {
                push(from, at, c);
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    push(from, span.end, '\n');
}

/// The span of a word `text` begins with at `at`.
pub(super) fn word_at(at: usize, word: &str) -> Span {
    Span::new(at, at + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Watch;
    use crate::rhetoric::alone;
    use crate::{layout, outline};

    #[test]
    fn sentences_know_their_node_and_where_their_words_begin() {
        let text = "一、抓好春耕\n农时不等人。一是备足种子。二是修好水渠。\n二、抓好防汛\n雨季将至。\n";
        let layout = layout::read(text);
        let outline = outline::find(text, &layout);
        let tokens = Tokens::default();
        let sentences = alone::read(text, &layout, None).sentences;
        let prose = Prose::new(text, &layout, &outline, &tokens, &sentences);
        let seen: Vec<(&str, Option<usize>, bool)> =
            prose.sentences.iter().map(|s| (s.words.of(text), s.node, s.heading)).collect();
        assert_eq!(
            seen,
            [
                ("抓好春耕", Some(0), true),
                ("农时不等人。", Some(0), false),
                ("备足种子。", Some(1), false),
                ("修好水渠。", Some(2), false),
                ("抓好防汛", Some(3), true),
                ("雨季将至。", Some(3), false),
            ]
        );
    }

    #[test]
    fn clauses_end_outside_quotations() {
        let text = "他说：“好，就办。”大家同意，随即（当天，下午）动手。";
        let mut found = Vec::new();
        let whole = Span::new(0, text.len());
        clauses(text, whole, &Stops::of(text, whole, &Watch::of(&[])), &mut found);
        let found: Vec<&str> = found.iter().map(|(s, _)| s.of(text)).collect();
        assert_eq!(found, ["他说", "“好，就办。”大家同意", "随即（当天，下午）动手"]);
    }
}
