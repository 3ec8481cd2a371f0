//! Words cut before: of a text read again, only the paragraphs that changed are cut anew.
//!
//! In: paragraphs, a way to cut one. Out: [`Tokens`], the same as without a memory.

use super::collector::Vocabulary;
use super::{Token, Tokens};
use crate::edit::{ByPlace, Edit};
use crate::span::Span;

/// What the last reading cut.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// Of all readings.
    vocabulary: Vocabulary,
    cuts: ByPlace<Cut>,
}

/// The tokens of a paragraph, numbered by the vocabulary.
#[derive(Debug)]
struct Cut {
    /// Where the paragraph began.
    start: usize,
    items: Vec<Token>,
}

impl Memory {
    /// Whether nothing was read yet.
    pub(super) fn is_empty(&self) -> bool {
        self.vocabulary.types.is_empty()
    }

    /// The tokens of a text, edited since it was last read, whose paragraphs are `spans`; `cut` adds those of one.
    pub(super) fn tokens(
        &mut self,
        text: &str,
        edit: &Edit,
        spans: impl Iterator<Item = Span>,
        cut: impl Fn(Span, &mut Vocabulary, &mut Vec<Token>),
    ) -> Tokens {
        let mut tokens = Tokens::with_room(text);
        for span in spans {
            tokens.starts.push(tokens.items.len() as u32);
            let known = self.cuts.of(
                span,
                edit,
                |_| true,
                || {
                    let mut items = Vec::new();
                    cut(span, &mut self.vocabulary, &mut items);
                    Cut { start: span.start, items }
                },
            );
            let moved = |t: &Token| Token { span: t.span.moved(known.start, span.start), ..*t };
            tokens.items.extend(known.items.iter().map(moved));
        }
        self.cuts.turn();
        self.vocabulary.number(&mut tokens);
        // What was typed and taken back again must not pile up.
        if self.vocabulary.types.len() > 2 * tokens.types.len() + 10_000 {
            *self = Self::default();
        }
        tokens
    }
}
