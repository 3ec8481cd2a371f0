//! Tokens as the learned parts see them: hashes, tags and a few facts each, computed once.
//!
//! In: tokens. Out: [`Word`]s in text order.

use crate::lexicon::connectives::{self, Function};
use crate::rhetoric::rst::model::hash::hash;
use crate::segment::{Tokens, WordType};
use crate::span::Span;

/// One token.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Where.
    pub span: Span,
    /// Hash of its text.
    pub text: u64,
    /// Hash of its part of speech.
    pub tag: u64,
    /// First letter of the part of speech.
    pub coarse: u8,
    /// Its first character.
    pub first: char,
    /// Its last character.
    pub last: char,
    /// What it does in discourse, where the table of connectives says.
    pub function: Option<Function>,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// 是 and 有 are verbs that make no clause of their own.
const COPULA: [u64; 2] = [hash("是".as_bytes()), hash("有".as_bytes())];

impl Word {
    /// Whether it is a verb that makes a clause.
    pub fn is_verb(&self) -> bool {
        self.coarse == b'v' && !COPULA.contains(&self.text)
    }

    /// Whether it is a mark at which a clause can end.
    pub fn ends_clause(&self) -> bool {
        matches!(self.first, '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | ':' | '!' | '?' | '…' | '—')
    }

    /// Whether it is a mark that belongs to what stands before it.
    pub fn closes(&self) -> bool {
        matches!(
            self.first,
            '，' | '。'
                | '；'
                | '：'
                | '！'
                | '？'
                | '、'
                | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '”'
                | '’'
                | '）'
                | ')'
                | '」'
                | '』'
                | '》'
                | '】'
        )
    }

    /// Whether it is 的 alone.
    pub fn is_de(&self) -> bool {
        self.first == '的' && self.span.len() == '的'.len_utf8()
    }

    /// Whether a unit that ends with it is a modifier.
    pub fn ends_in_de(&self) -> bool {
        self.last == '的'
    }

    /// Whether it introduces what somebody says or thinks.
    pub fn is_speech(&self) -> bool {
        self.function.is_some_and(|f| f.speech)
    }
}

/// The words of all tokens of a text.
pub fn words(tokens: &Tokens) -> Vec<Word> {
    let types: Vec<Option<Word>> = tokens.types.iter().map(|word| word_of_type(word)).collect();
    let mut end = 0;
    let mut out = Vec::with_capacity(tokens.items.len());
    for token in &tokens.items {
        let Some(Some(word)) = types.get(token.word as usize) else { continue };
        // White space inside a word was taken out of its type: only its span says where it stands.
        out.push(Word { span: token.span, spaced: token.span.start > end, ..*word });
        end = token.span.end;
    }
    out
}

/// All that is the same for each occurrence of a type.
fn word_of_type(word: &WordType) -> Option<Word> {
    let written = word.text.as_str();
    let number = written.bytes().all(|b| b.is_ascii_digit());
    Some(Word {
        span: Span::default(),
        text: hash(if number { b"0" } else { written.as_bytes() }),
        tag: hash(word.tag.as_bytes()),
        coarse: word.tag.bytes().next().unwrap_or(b'x'),
        first: written.chars().next()?,
        last: written.chars().next_back()?,
        function: connectives::function(written),
        spaced: false,
    })
}
