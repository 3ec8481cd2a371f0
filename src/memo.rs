//! What was found in stretches of a text, kept for when it is read again with a few of them changed.
//!
//! In: a stretch of text, what was found in it. Out: what the reading before found in a stretch of the same characters.
//! Kept is what the last reading had use for, no more.

use rustc_hash::FxHashMap;

/// Findings by the text they were made in.
#[derive(Debug)]
pub(crate) struct Memo<V> {
    /// Of the reading before; a text that comes several times has several.
    before: FxHashMap<Box<str>, Vec<V>>,
    /// Of this one.
    now: FxHashMap<Box<str>, Vec<V>>,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self { before: FxHashMap::default(), now: FxHashMap::default() }
    }
}

impl<V> Memo<V> {
    /// What the reading before found in these characters.
    pub(crate) fn recall(&mut self, text: &str) -> Option<V> {
        self.before.get_mut(text)?.pop()
    }

    /// Keeps what was found for the next reading.
    pub(crate) fn keep(&mut self, text: &str, found: V) {
        match self.now.get_mut(text) {
            Some(more) => more.push(found),
            None => drop(self.now.insert(text.into(), vec![found])),
        }
    }

    /// Ends a reading: what it did not keep is forgotten.
    pub(crate) fn turn(&mut self) {
        self.before = core::mem::take(&mut self.now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_reading_keeps_the_next_recalls_once_each() {
        let mut memo = Memo::default();
        assert_eq!(memo.recall("甲"), None);
        memo.keep("甲", 1);
        memo.keep("甲", 2);
        memo.keep("乙", 3);
        assert_eq!(memo.recall("甲"), None, "not yet");
        memo.turn();
        let mut both = [memo.recall("甲"), memo.recall("甲")];
        both.sort_unstable();
        assert_eq!(both, [Some(1), Some(2)]);
        assert_eq!(memo.recall("甲"), None);
        memo.turn();
        assert_eq!(memo.recall("乙"), None, "the reading between had no use for it");
    }
}
