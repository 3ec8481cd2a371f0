//! What was found in stretches of a text, kept for when it is read again with a few of them changed.
//!
//! In: a stretch of text, a way to look into it. Out: what the reading before found in a stretch of the same characters, or
//! else what is found now. Kept is what the last reading had use for, no more.

use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;

/// The same characters may say different things in different places: so many are kept of them.
const MOST: usize = 4;

/// Findings by the text they were made in.
#[derive(Debug)]
pub(crate) struct Memo<V> {
    /// By the hash of their texts.
    known: FxHashMap<u64, Vec<Known<V>>>,
    /// Number of this reading.
    reading: u32,
}

#[derive(Debug)]
struct Known<V> {
    text: Box<str>,
    found: V,
    /// The last reading that had use for it.
    reading: u32,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self { known: FxHashMap::default(), reading: 0 }
    }
}

impl<V> Memo<V> {
    /// What `look` finds in these characters, or found in them before where that `fits`.
    pub(crate) fn of(&mut self, text: &str, fits: impl Fn(&V) -> bool, look: impl FnOnce() -> V) -> &V {
        let reading = self.reading;
        let known = self.known.entry(FxBuildHasher.hash_one(text)).or_default();
        let same = match known.iter().position(|k| is_same(&k.text, text) && fits(&k.found)) {
            Some(at) => Known { reading, ..known.swap_remove(at) },
            None => Known { text: text.into(), found: look(), reading },
        };
        if known.len() >= MOST {
            known.clear();
        }
        &known.push_mut(same).found
    }

    /// Ends a reading: what it had no use for is forgotten.
    pub(crate) fn turn(&mut self) {
        let reading = self.reading;
        self.known.retain(|_, known| {
            known.retain(|k| k.reading == reading);
            !known.is_empty()
        });
        self.reading = reading.wrapping_add(1);
    }
}

/// Whether two texts are the same, sixteen bytes at a time: wasm else compares one by one.
fn is_same(a: &str, b: &str) -> bool {
    let ((a, a_rest), (b, b_rest)) = (a.as_bytes().as_chunks(), b.as_bytes().as_chunks());
    let number = |bytes: &[u8; 16]| u128::from_ne_bytes(*bytes);
    a.len() == b.len() && a.iter().map(number).eq(b.iter().map(number)) && a_rest == b_rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_reading_finds_the_next_knows() {
        let mut memo = Memo::default();
        let mut read = |text: &str, found: u32| *memo.of(text, |_| true, || found);
        assert_eq!([read("甲", 1), read("甲", 2), read("乙", 3)], [1, 1, 3]);
        memo.turn();
        assert_eq!(*memo.of("甲", |_| true, || 4), 1);
        memo.turn();
        assert_eq!(*memo.of("乙", |_| true, || 5), 5, "the reading between had no use for it");
    }

    #[test]
    fn texts_are_the_same_to_their_last_byte() {
        for text in ["", "甲", "甲乙丙丁", "甲乙丙丁戊己庚辛壬癸a"] {
            assert!(is_same(text, &String::from(text)), "{text}");
            for other in [format!("{text}甲"), text.chars().skip(1).collect(), text.replace(['甲', 'a'], "b")] {
                assert!(text == other || !is_same(text, &other), "{text} {other}");
            }
        }
    }

    #[test]
    fn the_same_characters_may_say_different_things() {
        let mut memo = Memo::default();
        for reading in 0..2 {
            for place in 0..3 {
                let found = *memo.of("甲", |&(at, _)| at == place, || (place, reading));
                assert_eq!(found, (place, 0));
            }
            memo.turn();
        }
        // more than are kept of one text: found anew, and found rightly
        let places: Vec<usize> =
            (0..2 * MOST).map(|place| memo.of("乙", |&(at, _)| at == place, || (place, 0)).0).collect();
        assert_eq!(places, (0..2 * MOST).collect::<Vec<_>>());
    }
}
