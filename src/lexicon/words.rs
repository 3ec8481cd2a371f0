//! Lists of words that texts are asked to begin or to end with.
//!
//! In: words. Out: [`Words`], which looks at the first or the last character of a text before it compares any: hardly a text
//! begins or ends with one of a few words.

use core::ops::Deref;

/// Words of one kind, in the order they were added.
#[derive(Debug, Default)]
pub struct Words {
    all: Vec<&'static str>,
    /// For the first character of each, and the last, the bit of its place among 64.
    firsts: u64,
    lasts: u64,
}

/// The bit of a character.
fn bit(c: Option<char>) -> u64 {
    c.map_or(0, |c| 1 << (u32::from(c) % 64))
}

impl Words {
    /// Adds a word.
    pub fn push(&mut self, word: &'static str) {
        self.firsts |= bit(word.chars().next());
        self.lasts |= bit(word.chars().next_back());
        self.all.push(word);
    }

    /// Whether a text begins with one of them.
    #[inline]
    pub fn begin(&self, text: &str) -> bool {
        self.firsts & bit(text.chars().next()) != 0 && self.all.iter().any(|word| text.starts_with(word))
    }

    /// Whether a text ends with one of them.
    #[inline]
    pub fn end(&self, text: &str) -> bool {
        self.lasts & bit(text.chars().next_back()) != 0 && self.all.iter().any(|word| text.ends_with(word))
    }
}

impl Deref for Words {
    type Target = [&'static str];

    fn deref(&self) -> &[&'static str] {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_begin_and_end_with_words() {
        let mut words = Words::default();
        assert!(!words.begin("总之") && !words.end(""));
        for word in ["总之", "总的来看", "一句话"] {
            words.push(word);
        }
        for (text, begins, ends) in [
            ("总之，", true, false),
            ("总的来看", true, true),
            ("总结", false, false),
            ("归结为一句话", false, true),
            ("", false, false),
            ("a", false, false),
        ] {
            assert_eq!((words.begin(text), words.end(text)), (begins, ends), "{text}");
        }
        assert!(words.contains(&"总之") && words.len() == 3);
    }
}
