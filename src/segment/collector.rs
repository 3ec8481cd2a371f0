//! From the words of a cut to tokens and their types.
//!
//! In: words with their tags and raw spans, in text order. Out: [`Token`]s, and the [`Vocabulary`] they are numbered by.

use super::{Token, TokenKind, Tokens, WordType, kind};
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The word types met so far, each with its number.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub(super) types: Vec<Arc<WordType>>,
    /// The tags they have.
    tags: Vec<Arc<str>>,
    /// Type of each word met, except redactions and symbols: of short ones by what they are [packed](pack) in.
    short: FxHashMap<u64, u32>,
    /// Of longer ones as well.
    middle: FxHashMap<u128, u32>,
    long: FxHashMap<String, u32>,
    /// Type of each symbol met that is a redaction beside some neighbours only.
    symbols: FxHashMap<String, u32>,
    /// Type of each name met before its title: the same word elsewhere may have another tag.
    pub(super) names: FxHashMap<String, u32>,
    /// Type of each redaction met.
    redactions: FxHashMap<String, u32>,
}

impl Vocabulary {
    /// Adds a word of `text` to the tokens before it.
    #[inline]
    pub(super) fn push(&mut self, text: &str, items: &mut Vec<Token>, (word, tag): (&str, &str), span: Span) {
        if let Some(word) = self.known(word).or_else(|| self.take(text, items, (word, tag), span)) {
            items.push(Token { span, word });
        }
    }

    /// The type of a word met before.
    #[inline]
    fn known(&self, word: &str) -> Option<u32> {
        let longer = || pack_longer(word).map_or_else(|| self.long.get(word), |packed| self.middle.get(&packed));
        pack(word).map_or_else(longer, |packed| self.short.get(&packed)).copied()
    }

    /// Adds a name that stands before its title.
    pub(super) fn push_name(&mut self, items: &mut Vec<Token>, word: &str, span: Span) {
        let index = self.names.get(word).copied().unwrap_or_else(|| {
            let index = self.add_type(word, "nr", TokenKind::Word);
            self.names.insert(word.into(), index);
            index
        });
        items.push(Token { span, word: index });
    }

    /// The type of a word not met before, or of a symbol; a redaction is added to the tokens.
    #[inline(never)]
    fn take(&mut self, text: &str, items: &mut Vec<Token>, (word, tag): (&str, &str), span: Span) -> Option<u32> {
        let before = text.get(..span.start).and_then(|t| t.chars().next_back());
        let after = text.get(span.end..).and_then(|t| t.chars().next());
        let kind = kind::kind_of(word, before, after);
        if kind == TokenKind::Redaction {
            self.push_redaction(items, (word, tag), span);
            return None;
        }
        // Only these single symbols change their kind with their neighbours.
        if word.len() <= 3 && word.starts_with(kind::may_stand_for_something) {
            if let Some(&known) = self.symbols.get(word) {
                return Some(known);
            }
            let index = self.add_type(word, tag, kind);
            self.symbols.insert(word.into(), index);
            return Some(index);
        }
        let index = self.add_type(word, tag, kind);
        match (pack(word), pack_longer(word)) {
            (Some(packed), _) => self.short.insert(packed, index),
            (_, Some(packed)) => self.middle.insert(packed, index),
            _ => self.long.insert(word.into(), index),
        };
        Some(index)
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

    /// Numbers the types anew, in the order in which they come in a text; a name has one type with the same word elsewhere, as
    /// it comes first.
    pub(super) fn number(&self, tokens: &mut Tokens) {
        const UNSEEN: u32 = u32::MAX;
        let mut numbers = vec![UNSEEN; self.types.len()];
        let pair = |(word, &name): (&String, &u32)| Some((self.known(word)?, name));
        let pairs = || self.names.iter().filter_map(pair);
        let twins: FxHashMap<u32, u32> = pairs().chain(pairs().map(|(word, name)| (name, word))).collect();
        tokens.types.reserve(numbers.len());
        for token in &mut tokens.items {
            let Some(number) = numbers.get_mut(token.word as usize) else { continue };
            let word = core::mem::replace(&mut token.word, *number);
            if *number == UNSEEN {
                token.word = tokens.types.len() as u32;
                *number = token.word;
                tokens.types.extend(self.types.get(word as usize).cloned());
                if let Some(twin) = twins.get(&word).and_then(|&twin| numbers.get_mut(twin as usize)) {
                    *twin = token.word;
                }
            }
        }
    }

    fn add_type(&mut self, word: &str, tag: &str, kind: TokenKind) -> u32 {
        // There are a few dozen.
        let known = self.tags.iter().find(|known| ***known == *tag).cloned();
        let tag = known.unwrap_or_else(|| self.tags.push_mut(tag.into()).clone());
        self.types.push(Arc::new(WordType { text: word.into(), tag, kind }));
        self.types.len() as u32 - 1
    }
}

/// The bytes of a word of at most seven, most words, in one number: found and compared faster than bytes.
fn pack(word: &str) -> Option<u64> {
    // The one in front of them tells how many they are. Most have one or two ideographs.
    let bytes = word.as_bytes();
    let three = |at: usize| {
        let &[first, second, third] = bytes.get(at..)?.first_chunk()?;
        Some(u64::from(u32::from_be_bytes([0, first, second, third])))
    };
    match bytes.len() {
        3 => Some(1 << 24 | three(0)?),
        6 => Some(1 << 48 | three(0)? << 24 | three(3)?),
        length => (length < 8).then(|| bytes.iter().fold(1, |packed, &byte| packed << 8 | u64::from(byte))),
    }
}

/// The same of a word of at most fifteen: wasm compares bytes one by one.
fn pack_longer(word: &str) -> Option<u128> {
    let (threes, rest) = word.as_bytes().as_chunks();
    let three = |&[first, second, third]: &[u8; 3]| u128::from(u32::from_be_bytes([0, first, second, third]));
    let packed = || threes.iter().fold(1, |packed, bytes| packed << 24 | three(bytes));
    (word.len() < 16).then(|| rest.iter().fold(packed(), |packed, &byte| packed << 8 | u128::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_type_with_its_word_with_the_tag_of_what_comes_first() {
        let text = "萨勒曼，萨勒曼";
        let (first, last) = (Span::new(0, 9), Span::new(12, 21));
        let mut vocabulary = Vocabulary::default();
        let mut items = Vec::new();
        vocabulary.push_name(&mut items, "萨勒曼", first);
        vocabulary.push(text, &mut items, ("萨勒曼", "x"), last);
        let numbered = |items: &[Token]| {
            let mut tokens = Tokens { items: items.to_vec(), ..Tokens::default() };
            vocabulary.number(&mut tokens);
            (
                tokens.items.iter().map(|t| t.word).collect::<Vec<_>>(),
                tokens.types.iter().map(|t| t.tag.to_string()).collect(),
            )
        };
        assert_eq!(numbered(&items), (vec![0, 0], vec!["nr".to_owned()]));
        items.reverse();
        assert_eq!(numbered(&items), (vec![0, 0], vec!["x".to_owned()]));
    }

    #[test]
    fn short_words_are_packed_each_in_its_way() {
        let words = ["", "a", "abcdef", "abcdefg", "\0", "\0\0", "a\0", "市", "市a", "工作", "作工", "工作a"];
        let mut packed: Vec<u64> = words.iter().filter_map(|word| pack(word)).collect();
        packed.sort_unstable();
        packed.dedup();
        assert_eq!(packed.len(), words.len());
        assert_eq!(pack("共产党"), None);
        let longer =
            ["共产党", "共产党员", "党共产", "共产党a", "共产党ab", "共产党员们", "a\0\0", ""].map(pack_longer);
        assert!(
            longer.iter().enumerate().all(|(i, packed)| packed.is_some() && !longer.get(..i).unwrap().contains(packed))
        );
        assert_eq!(pack_longer("中国共产党员"), None);
    }
}
