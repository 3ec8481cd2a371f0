//! What a word is counted as: content, grammar, formula.
//!
//! In: the lists of the lexicon, or the user's stop list. Out: [`Classes`].

use super::Class;
use crate::lexicon;
use crate::segment::WordType;
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// The lists that tell content from the rest.
#[derive(Clone, Debug)]
pub struct Classes {
    stop: FxHashSet<Cow<'static, str>>,
    /// Single characters of the stop list that name something with others: `省`, `厅`.
    parts: FxHashSet<&'static str>,
    filler: FxHashSet<&'static str>,
    /// Whether grammatical words are also known by their tag; not so with a list of the user's own.
    by_tag: bool,
}

impl Default for Classes {
    fn default() -> Self {
        let (mut stop, mut parts) = (FxHashSet::default(), FxHashSet::default());
        // Once through the table: it is on the way to the first text, in code just compiled.
        for row in lexicon::stop_words() {
            stop.insert(Cow::Borrowed(row.word));
            if row.kind == "单字" {
                parts.insert(row.word);
            }
        }
        Self { stop, parts, filler: lexicon::fillers().map(|row| row.phrase).collect(), by_tag: true }
    }
}

impl Classes {
    /// With the user's stop list, one word a line, in place of ours or besides it.
    pub fn with_stop_words(text: &str, replace: bool) -> Self {
        let lines = text.trim_start_matches('\u{FEFF}').lines().map(str::trim);
        let words = lines.filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| Cow::Owned(l.to_owned()));
        let mut classes = Self::default();
        if replace {
            classes.stop.clear();
            classes.by_tag = false;
        }
        classes.stop.extend(words);
        classes
    }

    /// All words of the stop list.
    pub fn stop_words(&self) -> impl Iterator<Item = &str> {
        self.stop.iter().map(AsRef::as_ref)
    }

    /// The class of a word.
    pub fn class_of(&self, word: &WordType) -> Class {
        if self.stop.contains(word.text.as_str()) {
            Class::Stop
        } else if self.filler.contains(word.text.as_str()) {
            Class::Filler
        } else if self.by_tag && is_grammatical(word) {
            Class::Stop
        } else {
            Class::Content
        }
    }

    /// Whether a word, no content by itself, can open and close an expression with content.
    pub fn is_part(&self, word: &WordType) -> bool {
        self.parts.contains(word.text.as_str())
    }

    /// Whether a word, grammatical as it may count by itself, can open an expression: `新` in `新动能`, `抓` in `抓落实`.
    pub fn may_open(&self, word: &WordType) -> bool {
        !self.stop.contains(word.text.as_str()) && !is_closed(&word.tag)
    }

    /// Whether an expression of several words is a formula.
    pub fn is_filler(&self, expression: &str) -> bool {
        self.filler.contains(expression)
    }
}

/// By its tag, or as a single character that is no noun (`抓`, `促`, `新`).
fn is_grammatical(word: &WordType) -> bool {
    let is_single = word.text.chars().nth(1).is_none();
    is_closed(&word.tag) || is_single && !matches!(&*word.tag, "n" | "j" | "ns")
}

/// Closed classes by jieba's tag: conjunctions, prepositions, particles, pronouns, numerals with measure words,
/// adverbs, directions, affixes, interjections.
fn is_closed(tag: &str) -> bool {
    match tag.as_bytes() {
        [c] => b"cdefhkmopqruy".contains(c),
        [b'm', b'q'] | [b'r', b'r' | b'z'] | [b'u', b'd' | b'g' | b'j' | b'l' | b'v' | b'z'] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::TokenKind;

    fn word(text: &str, tag: &str) -> WordType {
        WordType { text: text.into(), tag: tag.into(), kind: TokenKind::Word }
    }

    #[test]
    fn classes_by_list_and_by_tag() {
        let classes = Classes::default();
        for (text, tag, class) in [
            ("改革", "vn", Class::Content),
            ("党", "n", Class::Content),
            ("的", "uj", Class::Stop),
            ("我们", "r", Class::Stop),
            ("抓", "v", Class::Stop),
            ("厅", "n", Class::Stop),
        ] {
            assert_eq!(classes.class_of(&word(text, tag)), class, "{text}");
        }
        assert!(classes.is_part(&word("厅", "n")) && !classes.is_part(&word("的", "uj")));
    }

    #[test]
    fn a_list_of_ones_own_replaces_ours_or_joins_it() {
        for (replace, grammatical) in [(true, Class::Content), (false, Class::Stop)] {
            let classes = Classes::with_stop_words("\u{FEFF}改革\n# 注\n\n 开放 \n", replace);
            assert_eq!(classes.class_of(&word("开放", "v")), Class::Stop);
            assert_eq!(classes.class_of(&word("的", "uj")), grammatical);
        }
    }
}
