//! What the words of the members of a group are, as far as a dictionary tells.
//!
//! In: word-class patterns, one a member. Out: [`Words`]: how many members open with a verb, end
//! with an object, only name things; and whether that makes a pattern (`完善机制、优化配置、集聚合力`) or a pair.

use super::pattern::{Class, Pattern};

/// Counts over the members.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Words {
    pattern: Option<Pattern>,
    /// Word ends all have in common; 0 when a pattern is missing.
    ends: u32,
    verb_first: usize,
    modifier_first: usize,
    nominal: usize,
    pub(crate) nominal_first: usize,
    object_last: usize,
    verb_second: usize,
    predicate_last: usize,
    idioms: usize,
    /// Members whose words are known.
    known: usize,
    /// Words of the last member of the same class as those of the first; all of them, or 0.
    same_classes: usize,
}

impl Words {
    /// Of one member.
    pub(crate) fn of(pattern: Option<Pattern>) -> Self {
        let mut words = Self { pattern, ends: pattern.map_or(0, |p| p.ends), ..Self::default() };
        words.count(pattern);
        words
    }

    /// With one more; `even` says that all are of one length.
    pub(crate) fn join(&mut self, pattern: Option<Pattern>, even: bool) {
        self.ends = if even { pattern.map_or(0, |p| p.ends & self.ends) } else { 0 };
        self.same_classes = self.pattern.zip(pattern).map_or(0, |(a, b)| a.matches(&b));
        self.count(pattern);
    }

    fn count(&mut self, pattern: Option<Pattern>) {
        let Some(p) = pattern else { return };
        self.known += 1;
        self.verb_first += usize::from(p.words > 1 && matches!(p.first(), Class::Verb));
        self.modifier_first += usize::from(p.words > 1 && matches!(p.first(), Class::Modifier | Class::Function));
        self.nominal_first += usize::from(p.first() == Class::Noun);
        self.nominal += usize::from(p.is_nominal());
        self.object_last += usize::from(!matches!(p.last(), Class::Verb | Class::Function));
        self.verb_second += usize::from(matches!(p.second(), Class::Verb | Class::VerbalNoun));
        self.predicate_last += usize::from(p.last().like(Class::Verb) || p.last() == Class::Modifier);
        self.idioms += usize::from(p.words == 1 || p.first() == Class::Idiom);
    }

    /// Whether in most members nothing is said of anything.
    pub(crate) fn are_nominal(&self, count: usize) -> bool {
        self.nominal * 2 > count
    }

    /// Whether most members are known not to open with a verb: things of one kind (`市场机制、合作机制`).
    pub(crate) fn name_things(&self, count: usize) -> bool {
        self.known > 0 && (self.verb_first + self.modifier_first) * 2 < count
    }

    /// Word ends in common before the last character.
    fn inner(&self, length: usize) -> u32 {
        self.ends & !1_u32.checked_shl(length.saturating_sub(1) as u32).unwrap_or(0)
    }

    /// Whether two members of one length match word by word, with something held in its place or words enough.
    pub(crate) fn make_pair(&self, length: usize, held: bool) -> bool {
        let inner = self.inner(length);
        let all = self.pattern.is_some_and(|p| inner.count_ones() as usize + 1 >= p.words);
        all && self.same_classes >= 2 && (held && inner != 0 || inner.count_ones() >= 2)
    }

    /// One of the patterns verb–object, adverb–verb, subject–adverb–verb, with a word end in common.
    pub(crate) fn follow_pattern(&self, count: usize, length: usize, clauses: bool) -> bool {
        let inner = self.inner(length);
        if inner == 0 || self.idioms * 4 > count {
            return false;
        }
        // jieba's tags say what a word can be: 优化 a noun, 坚定 an adjective. So two of three must
        // fit, one of three surely.
        let most = |n: usize| n * 3 >= count * 2;
        let sure = count < 3 || self.verb_first * 3 >= count;
        let verbal = sure && most(count - self.nominal_first);
        let object = verbal && most(self.object_last);
        let adverbial = most(self.modifier_first) && most(self.verb_second) && length >= 6;
        let clause = clauses
            && length >= 6
            && most(self.predicate_last)
            && self.pattern.is_some_and(|p| p.words >= 3)
            && inner.count_ones() >= 2;
        object || adverbial || clause
    }
}
