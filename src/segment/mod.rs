//! From text to tokens and sentences; words by jieba-rs (its only user).
//!
//! In: text, layout, a dictionary asset. Out: [`Tokens`], each with its span in the raw text and the word type it is
//! an occurrence of, and [`sentences`].

mod checksum;
mod collector;
mod cutter;
pub mod dictionary;
mod flow;
mod kind;
mod known;
mod lines;
mod memory;
mod names;
mod pieces;
mod segmenter;
mod unjoined;
pub mod unknown;
mod user;

pub use crate::layout::sentences;
pub use crate::lexicon::to_simplified;
pub use flow::{Flow, flows};
pub(crate) use memory::Memory;
pub use segmenter::Segmenter;
pub use user::{SplitWord, UserWord, parse_split_words, parse_user_words};

use crate::span::Span;
use std::sync::Arc;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word that can be counted.
    Word,
    /// A number in any script.
    Number,
    /// Punctuation and symbols.
    Mark,
    /// `**`, `X`, `某某`: something taken out.
    Redaction,
}

/// One occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where, in the text as given: `项 目` with its stray space.
    pub span: Span,
    /// Index into [`Tokens::types`].
    pub word: u32,
}

/// A word type 词型.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordType {
    /// The word, without stray spaces.
    pub text: String,
    /// Part of speech in jieba's tag set; `x` where the word is in no dictionary.
    /// All words of one tag share it.
    pub tag: Arc<str>,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of the body text in order, and their types.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// In text order; white space between them is no token.
    pub items: Vec<Token>,
    /// Each distinct (word, kind) once.
    pub types: Vec<Arc<WordType>>,
    /// Index of the first token of each paragraph or line, lines of one hard-wrapped paragraph taken together:
    /// no expression crosses these.
    pub starts: Vec<u32>,
}

impl Tokens {
    /// None yet, with room for those of a text: one with another they have more than four bytes.
    fn with_room(text: &str) -> Self {
        Self { items: Vec::with_capacity(text.len() / 4), ..Self::default() }
    }

    /// The type of a token.
    pub fn type_of(&self, token: &Token) -> Option<&WordType> {
        self.types.get(token.word as usize).map(AsRef::as_ref)
    }

    /// The tokens that have a part in a span.
    pub fn within(&self, span: Span) -> &[Token] {
        let from = self.items.partition_point(|t| t.span.end <= span.start);
        let behind = self.items.get(from..).unwrap_or(&[]);
        behind.get(..behind.partition_point(|t| t.span.start < span.end)).unwrap_or(behind)
    }

    /// What the words of a block were cut together with: more than the block where it is a line of a paragraph broken by hard
    /// wraps.
    pub fn cut_with(&self, block: Span) -> Span {
        let first = self.items.partition_point(|t| t.span.end <= block.start);
        let behind = self.items.partition_point(|t| t.span.start < block.end);
        let flow = self.starts.partition_point(|&start| start as usize <= first);
        let from = flow.checked_sub(1).and_then(|i| self.starts.get(i)).and_then(|&i| self.items.get(i as usize));
        let next = self.starts.get(self.starts.partition_point(|&start| (start as usize) < behind));
        let last = next.map_or(self.items.len(), |&i| i as usize).checked_sub(1).and_then(|i| self.items.get(i));
        let reach = |at: Option<&Token>, edge: fn(&Token) -> usize, own: usize| at.map_or(own, edge);
        let start = reach(from, |t| t.span.start, block.start).min(block.start);
        Span::new(start, reach(last, |t| t.span.end, block.end).max(block.end))
    }

    /// The kind of a token; a mark where its type is not in the table.
    pub fn kind_of(&self, token: &Token) -> TokenKind {
        self.type_of(token).map_or(TokenKind::Mark, |t| t.kind)
    }
}
