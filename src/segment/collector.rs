//! From the words of a cut to tokens and their types.
//!
//! In: words with their tags and raw spans, in text order. Out: [`Token`]s, and the [`Vocabulary`] they are numbered by.

use super::{Token, TokenKind, WordType, kind};
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The word types met so far, each with its number.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub(super) types: Vec<Arc<WordType>>,
    /// Type of each word met, except redactions: of short ones by what they are [packed](pack) in.
    short: FxHashMap<u64, u32>,
    long: FxHashMap<String, u32>,
    /// Type of each redaction met.
    redactions: FxHashMap<String, u32>,
}

impl Vocabulary {
    /// Adds a word of `text` to the tokens before it.
    pub(super) fn push(&mut self, text: &str, items: &mut Vec<Token>, (word, tag): (&str, &str), span: Span) {
        let packed = pack(word);
        let known = packed.map_or_else(|| self.long.get(word), |packed| self.short.get(&packed)).copied();
        // Only these single symbols change their kind with their neighbours.
        let is_symbol = word.len() <= 3 && word.starts_with(kind::may_stand_for_something);
        if let Some(known) = known.filter(|_| !is_symbol) {
            items.push(Token { span, word: known });
            return;
        }
        let before = text.get(..span.start).and_then(|t| t.chars().next_back());
        let after = text.get(span.end..).and_then(|t| t.chars().next());
        let kind = kind::kind_of(word, before, after);
        if kind == TokenKind::Redaction {
            self.push_redaction(items, (word, tag), span);
            return;
        }
        let index = known.unwrap_or_else(|| {
            let index = self.add_type(word, tag, kind);
            match packed {
                Some(packed) => self.short.insert(packed, index),
                None => self.long.insert(word.into(), index),
            };
            index
        });
        items.push(Token { span, word: index });
    }

    /// A run of redaction marks is one token, of the type of its first mark.
    fn push_redaction(&mut self, items: &mut Vec<Token>, (word, tag): (&str, &str), span: Span) {
        let is_redaction =
            |w: u32, types: &[Arc<WordType>]| types.get(w as usize).is_some_and(|t| t.kind == TokenKind::Redaction);
        if let Some(last) = items.last_mut()
            && last.span.end == span.start
            && is_redaction(last.word, &self.types)
        {
            last.span.end = span.end;
            return;
        }
        let index = self.redactions.get(word).copied().unwrap_or_else(|| {
            let index = self.add_type(word, tag, TokenKind::Redaction);
            self.redactions.insert(word.into(), index);
            index
        });
        items.push(Token { span, word: index });
    }

    fn add_type(&mut self, word: &str, tag: &str, kind: TokenKind) -> u32 {
        self.types.push(Arc::new(WordType { text: word.into(), tag: tag.into(), kind }));
        self.types.len() as u32 - 1
    }
}

/// The bytes of a word of at most seven, most words, in one number: found and compared faster than bytes.
fn pack(word: &str) -> Option<u64> {
    // The one in front of them tells how many they are.
    (word.len() < 8).then(|| word.bytes().fold(1, |packed, byte| packed << 8 | u64::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::pack;

    #[test]
    fn short_words_are_packed_each_in_its_way() {
        let words = ["", "a", "\0", "\0\0", "a\0", "市", "市a", "工作", "作工", "工作a"];
        let mut packed: Vec<u64> = words.iter().filter_map(|word| pack(word)).collect();
        packed.sort_unstable();
        packed.dedup();
        assert_eq!(packed.len(), words.len());
        assert_eq!(pack("共产党"), None);
    }
}
