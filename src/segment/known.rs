//! jieba, and the words of the dictionary it has been given so far: those that can occur in the texts it was to cut.
//!
//! In: a dictionary asset, texts. Out: jieba, which cuts these texts as if it had the whole dictionary.
//!
//! So with the model of unknown words and the characters it speaks of.
//!
//! To give jieba 150,000 words takes longer than all else before the first report. Which way it cuts depends on the words that
//! occur in the text, and of all others only on the sum of their frequencies. So a word is given when its first two
//! characters are first met one behind the other (of a word of one, that one), and the sum is kept right by a word that
//! no text holds.

use super::dictionary::{Columns, Entry, Group, Reader};
use super::unknown::Model;
use crate::Error;
use crate::lexicon::{CharSet, is_basic_han};
use jieba_rs::Jieba;
use rustc_hash::FxHashSet;

/// Stands for all words not given yet: jieba looks for words between signs and white space only.
const OTHERS: &str = "\n\n";

/// From so many pairs on all words are given: a long text has most of them, and looking for them would take longer.
const MOST_PAIRS: usize = 60_000;
/// A text of so many bytes has so many: it is not even asked for them. For 0.3 MB they cost 12 ms, for 0.6 MB 16, all words 30.
const LONG_TEXT: usize = 600_000;

/// How a word begins: its first character and, where there is one, its second.
type Beginning = (char, Option<char>);

/// The beginnings met: looked up for every character of a text.
#[derive(Debug)]
struct Met {
    /// Of those of two characters the last by the [place](recent) they share: most come again soon.
    recent: Box<[u64]>,
    /// Of basic ideographs alone.
    alone: CharSet,
    /// Of all others, as one number.
    others: FxHashSet<u64>,
    /// How many these are together.
    len: usize,
}

/// Places of recent beginnings.
const RECENT: usize = 1 << 11;

/// The place of a beginning among these.
fn recent(beginning: u64) -> usize {
    ((beginning >> 32) * 37 + beginning) as usize % RECENT
}

impl Default for Met {
    fn default() -> Self {
        let (alone, others) = Default::default();
        Self { recent: vec![u64::MAX; RECENT].into(), alone, others, len: 0 }
    }
}

impl Met {
    /// Whether a beginning was met a short while ago; it is from now on.
    #[inline]
    fn is_recent(&mut self, beginning: Beginning) -> bool {
        let number = number(beginning);
        self.recent.get_mut(recent(number)).is_some_and(|place| core::mem::replace(place, number) == number)
    }

    /// Adds a beginning; whether it is new.
    fn insert(&mut self, (first, second): Beginning) -> bool {
        let new = if second.is_none() && is_basic_han(first) {
            let new = !self.alone.contains(first);
            self.alone.insert(first);
            new
        } else {
            self.others.insert(number((first, second)))
        };
        self.len += usize::from(new);
        new
    }

    fn contains(&self, (first, second): Beginning) -> bool {
        let alone = second.is_none() && is_basic_han(first);
        if alone { self.alone.contains(first) } else { self.others.contains(&number((first, second))) }
    }
}

/// A beginning as one number.
fn number((first, second): Beginning) -> u64 {
    u64::from(u32::from(first)) << 32 | second.map_or(u64::MAX >> 32, |c| u64::from(u32::from(c)))
}

/// jieba with as much of the dictionary as it needs.
#[derive(Debug)]
pub(super) struct Known {
    jieba: Jieba,
    /// Finds words that are in no dictionary; none where the dictionary brings no model.
    unknown: Option<Model>,
    /// The dictionary asset, checked.
    asset: Vec<u8>,
    /// Where the words of each first character stand, in the order of these; read when words are first wanted.
    groups: Vec<Group>,
    /// The beginnings whose words are given.
    met: Met,
    /// Whether all words are given.
    has_all: bool,
    /// Sum of the frequencies of the words not given.
    others: u64,
}

impl Known {
    /// Takes an asset.
    ///
    /// # Errors
    /// `dictionary-corrupt` when it is damaged or holds no word.
    pub(super) fn new(asset: Vec<u8>) -> Result<Self, Error> {
        let columns = Columns::checked(&asset)?;
        let others = columns.total;
        if columns.groups().next().is_none() {
            return Err(Error::new("dictionary-corrupt", "the dictionary is empty"));
        }
        let mut jieba = Jieba::empty();
        jieba.add_word(OTHERS, Some(others as usize), None);
        let unknown = Model::read(columns.model);
        let (groups, met) = Default::default();
        Ok(Self { jieba, unknown, asset, groups, met, has_all: false, others })
    }

    /// Cuts any text that was [met](Self::meet).
    pub(super) fn jieba(&self) -> &Jieba {
        &self.jieba
    }

    /// The model of unknown words, for the same texts.
    pub(super) fn unknown(&self) -> Option<&Model> {
        self.unknown.as_ref()
    }

    /// All words of the dictionary.
    pub(super) fn reader(&self) -> Reader<'_> {
        Columns::find(&self.asset).map(Reader::of).unwrap_or_default()
    }

    /// Gives a word of the user's, which was met before, or the frequency it is to have from now on.
    pub(super) fn set(&mut self, word: &str, freq: usize, tag: Option<&str>) {
        self.jieba.add_word(word, Some(freq), tag);
    }

    /// Gives the words that can occur in a text, also where it is read without its white space.
    pub(super) fn meet(&mut self, text: &str) {
        if self.has_all {
            return;
        }
        if text.len() >= LONG_TEXT {
            return self.give_all(&[]);
        }
        let mut new = Vec::new();
        let mut before = None;
        let blank = |c: char| !is_basic_han(c) && super::flow::is_blank(c);
        for c in text.chars().filter(|&c| !blank(c)) {
            let pair = before.replace(c).map(|first| (first, Some(c)));
            // What was met in a pair was met alone.
            if pair.is_some_and(|pair| self.met.is_recent(pair) || !self.met.insert(pair)) {
                continue;
            }
            new.extend(pair);
            new.extend(Some((c, None)).filter(|&alone| self.met.insert(alone)));
            if self.met.len > MOST_PAIRS {
                return self.give_all(&new);
            }
        }
        if new.is_empty() {
            return;
        }
        new.sort_by_cached_key(|&(first, second)| (first as usize, second.map_or(0, |c| c as usize)));
        let Self { jieba, unknown, asset, groups, others, .. } = self;
        if let Some(columns) = Columns::find(asset) {
            if groups.is_empty() {
                groups.extend(columns.groups());
            }
            if let Some(model) = unknown {
                for (first, _) in new.iter().filter(|(_, second)| second.is_none()) {
                    model.meet(*first, columns.model);
                }
            }
            for beginnings in new.chunk_by(|a, b| a.0 == b.0) {
                let first = beginnings.first().map(|beginning| beginning.0);
                let group = first.and_then(|first| groups.binary_search_by_key(&first, |g| g.first).ok());
                if let Some(group) = group.and_then(|at| groups.get(at)) {
                    let is_wanted = |second| beginnings.binary_search(&(group.first, second)).is_ok();
                    *others = others.saturating_sub(give(jieba, &columns, group, is_wanted));
                }
            }
            jieba.add_word(OTHERS, Some(*others as usize), None);
        }
    }

    /// Gives all words not given yet; those of some beginnings met just now are not.
    fn give_all(&mut self, new: &[Beginning]) {
        self.has_all = true;
        let new: FxHashSet<u64> = new.iter().copied().map(number).collect();
        let Self { jieba, unknown, asset, met, others, .. } = self;
        if let Some(columns) = Columns::find(asset) {
            if let Some(model) = unknown {
                model.meet_all(columns.model);
            }
            for group in columns.groups() {
                let is_given = |beginning| met.contains(beginning) && !new.contains(&number(beginning));
                let is_wanted = |second| !is_given((group.first, second));
                *others = others.saturating_sub(give(jieba, &columns, &group, is_wanted));
            }
            jieba.add_word(OTHERS, Some(*others as usize), None);
        }
        (self.groups, self.met) = Default::default();
    }
}

/// Gives jieba the words of a group whose second character, or lack of one, is wanted; the sum of their frequencies.
fn give(jieba: &mut Jieba, columns: &Columns<'_>, group: &Group, is_wanted: impl Fn(Option<char>) -> bool) -> u64 {
    let mut reader = columns.read(group);
    let mut sum = 0;
    while let Some(Entry { word, freq, tag }) = reader.next_entry(columns, &is_wanted) {
        jieba.add_word(word, Some(freq as usize), Some(tag));
        sum += u64::from(freq);
    }
    sum
}

#[cfg(test)]
mod tests;
