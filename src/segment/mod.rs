//! From text to tokens, by jieba-rs (its only user).
//!
//! In: text, layout, a dictionary asset. Out: [`Tokens`], each with its byte span and the word type
//! it is an occurrence of.

use crate::Error;
use crate::layout::{BlockKind, Layout};
use crate::span::Span;
use jieba_rs::Jieba;
use std::collections::HashMap;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word that can be counted.
    Word,
    /// A number in any script.
    Number,
    /// Punctuation and symbols.
    Mark,
    /// `**`, `X`: something taken out.
    Redaction,
}

/// One occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where, in the text as given.
    pub span: Span,
    /// Index into [`Tokens::types`].
    pub word: u32,
}

/// A word type 词型.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordType {
    /// The word, without stray spaces.
    pub text: String,
    /// Part of speech in jieba's tag set.
    pub tag: String,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of the body text in order, and their types.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// In text order; white space between them is no token.
    pub items: Vec<Token>,
    /// Each distinct (word, kind) once.
    pub types: Vec<WordType>,
}

/// Cuts texts into words; made from a dictionary, then immutable.
#[derive(Debug)]
pub struct Segmenter {
    jieba: Jieba,
}

impl Segmenter {
    /// Reads a dictionary asset: lines of `word frequency tag`.
    ///
    /// # Errors
    /// `dictionary-corrupt` when a line is not of that form, or there is none.
    pub fn from_dictionary(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = bytes;
        let jieba = Jieba::with_dict(&mut reader).map_err(|e| Error::new("dictionary-corrupt", e.to_string()))?;
        if bytes.is_empty() {
            return Err(Error::new("dictionary-corrupt", "the dictionary is empty"));
        }
        Ok(Self { jieba })
    }

    /// Cuts the body of a text; boilerplate has no tokens.
    pub fn tokens(&self, text: &str, layout: &Layout) -> Tokens {
        let mut out = Tokens::default();
        let mut known: HashMap<&str, u32> = HashMap::new();
        for block in layout.blocks.iter().filter(|b| b.kind != BlockKind::Boilerplate) {
            let mut at = block.span.start;
            for tag in self.jieba.tag(block.span.of(text), true) {
                let span = Span::new(at, at + tag.word.len());
                at = span.end;
                let word = *known.entry(span.of(text)).or_insert_with(|| {
                    let kind = kind_of(tag.word);
                    out.types.push(WordType { text: tag.word.into(), tag: tag.tag.into(), kind });
                    out.types.len() as u32 - 1
                });
                if !tag.word.trim().is_empty() {
                    out.items.push(Token { span, word });
                }
            }
        }
        out
    }
}

fn kind_of(word: &str) -> TokenKind {
    if word.chars().all(|c| matches!(c, '*' | '＊' | 'X' | 'x' | '×' | '某')) {
        TokenKind::Redaction
    } else if word.chars().all(|c| c.is_numeric() || matches!(c, '.' | '%' | '％')) {
        TokenKind::Number
    } else if word.chars().any(char::is_alphanumeric) {
        TokenKind::Word
    } else {
        TokenKind::Mark
    }
}

/// Sentences of a block: each runs to its closing mark (。！？!? and quotation marks after it) or to the end.
pub fn sentences(text: &str, block: Span) -> impl Iterator<Item = Span> {
    let body = block.of(text);
    let mut at = 0;
    core::iter::from_fn(move || {
        let rest = body.get(at..)?;
        if rest.trim().is_empty() {
            return None;
        }
        let mut chars = rest.char_indices().peekable();
        let mut end = rest.len();
        while let Some((_, c)) = chars.next() {
            if !matches!(c, '。' | '！' | '？' | '!' | '?') {
                continue;
            }
            while chars
                .next_if(|&(_, c)| matches!(c, '。' | '！' | '？' | '!' | '?' | '”' | '’' | '」' | '』' | '）' | ')'))
                .is_some()
            {}
            end = chars.peek().map_or(rest.len(), |&(i, _)| i);
            break;
        }
        let span = Span::new(block.start + at, block.start + at + end).trim(text);
        at += end;
        Some(span)
    })
}
