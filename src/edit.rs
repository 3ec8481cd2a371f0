//! What of an edited text is as it was, and what was found there.
//!
//! In: a text before and after an edit. Out: [`Edit`], which tells where stretches stood before; [`ByPlace`], which gives what the
//! reading before found in them. Nothing is compared but the two texts, once. Whoever keeps something by its place must ask for it
//! in every reading, or forget it: places are those of the text before.

use crate::span::Span;
use rustc_hash::FxHashMap;

/// The stretches two texts have in common.
#[derive(Debug, Default)]
pub(crate) struct Edit {
    /// Ascending.
    same: Vec<Same>,
    /// What stands between what both texts begin with and what both end with, before and now.
    replaced: (Span, Span),
}

/// A stretch of the later text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Same {
    now: Span,
    /// Where it began.
    before: usize,
}

impl Edit {
    /// What both begin with, what both end with, and lines between: several places may have been edited at once.
    pub(crate) fn between(before: &str, now: &str) -> Self {
        let from = now.floor_char_boundary(alike_at_start(before.as_bytes(), now.as_bytes()));
        let (old, new) = (before.get(from..).unwrap_or(""), now.get(from..).unwrap_or(""));
        let to = new.ceil_char_boundary(new.len() - alike_at_end(old.as_bytes(), new.as_bytes()));
        let old_to = old.len() - (new.len() - to);
        let replaced = (Span::new(from, from + old_to), Span::new(from, from + to));
        let mut edit = Self { replaced, ..Self::default() };
        edit.add(Span::new(0, from), 0);
        edit.add_lines(old.get(..old_to).unwrap_or(""), new.get(..to).unwrap_or(""), from);
        edit.add(Span::new(from + to, now.len()), from + old_to);
        edit
    }

    /// Adds the lines that stand in both; a line that stood several times is taken for each in turn.
    fn add_lines(&mut self, before: &str, now: &str, from: usize) {
        let mut known: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let mut end = from + before.len();
        for line in before.rsplit('\n') {
            let start = end - line.len();
            known.entry(line).or_default().push(start);
            end = start.saturating_sub(1);
        }
        let mut at = from;
        for line in now.split('\n') {
            let end = at + line.len();
            if let Some(start) = known.get_mut(line).and_then(Vec::pop) {
                let breaks = |text: &str, end: usize| text.as_bytes().get(end - from) == Some(&b'\n');
                let both = breaks(now, end) && breaks(before, start + line.len());
                self.add(Span::new(at, end + usize::from(both)), start);
            }
            at = end + 1;
        }
    }

    /// Adds a stretch; two that were side by side and still are make one.
    fn add(&mut self, now: Span, before: usize) {
        match self.same.last_mut() {
            _ if now.is_empty() => {}
            Some(last) if last.now.end == now.start && last.before + last.now.len() == before => last.now.end = now.end,
            _ => self.same.push(Same { now, before }),
        }
    }

    /// The one stretch of the text before that was replaced, and by which: all edits lie within.
    pub(crate) fn replaced(&self) -> (Span, Span) {
        self.replaced
    }

    /// Where a stretch stood that is as it was.
    pub(crate) fn before(&self, now: Span) -> Option<Span> {
        let next = self.same.partition_point(|same| same.now.start <= now.start);
        let same = self.same.get(next.checked_sub(1)?)?;
        (now.end <= same.now.end).then(|| now.moved(same.now.start, same.before))
    }

    /// All stretches of the later text, of so many bytes, each with the place where it stood if it is as it was.
    pub(crate) fn stretches(&self, bytes: usize) -> impl Iterator<Item = (Span, Option<Span>)> {
        let end = Same { now: Span::new(bytes, bytes), before: 0 };
        let mut from = 0;
        self.same.iter().copied().chain([end]).flat_map(move |same| {
            let new = Span::new(core::mem::replace(&mut from, same.now.end), same.now.start);
            let stretches = [(new, None), (same.now, Some(same.now.moved(same.now.start, same.before)))];
            stretches.into_iter().filter(|(stretch, _)| !stretch.is_empty())
        })
    }
}

/// How many bytes are the same before the first that differs; sixteen are compared at once, wasm else compares one by one.
fn alike_at_start(a: &[u8], b: &[u8]) -> usize {
    let whole = BLOCK * alike(a.as_chunks().0.iter().zip(b.as_chunks().0).map(numbers));
    whole + alike(a.get(whole..).unwrap_or(&[]).iter().zip(b.get(whole..).unwrap_or(&[])))
}

/// How many bytes are the same behind the last that differs.
fn alike_at_end(a: &[u8], b: &[u8]) -> usize {
    let whole = BLOCK * alike(a.as_rchunks().1.iter().rev().zip(b.as_rchunks().1.iter().rev()).map(numbers));
    let (a, b) = (a.get(..a.len() - whole).unwrap_or(&[]), b.get(..b.len() - whole).unwrap_or(&[]));
    whole + alike(a.iter().rev().zip(b.iter().rev()))
}

const BLOCK: usize = size_of::<u128>();

fn numbers((a, b): (&[u8; BLOCK], &[u8; BLOCK])) -> (u128, u128) {
    (u128::from_ne_bytes(*a), u128::from_ne_bytes(*b))
}

/// How many pairs are the same before the first that differs.
fn alike<T: PartialEq>(pairs: impl Iterator<Item = (T, T)>) -> usize {
    pairs.take_while(|(a, b)| a == b).count()
}

/// What a reading found in stretches of a text, in their order.
#[derive(Debug)]
pub(crate) struct ByPlace<V> {
    /// Of the reading before; what was taken over is gone.
    before: Vec<(Span, Option<V>)>,
    /// Index of the one behind the last that was taken: mostly the next to be.
    next: usize,
    now: Vec<(Span, V)>,
}

impl<V> Default for ByPlace<V> {
    fn default() -> Self {
        Self { before: Vec::new(), next: 0, now: Vec::new() }
    }
}

impl<V> ByPlace<V> {
    /// What was found in this stretch before, if it is as it was and that `fits`, else what `look` finds now. Stretches are asked for
    /// in text order.
    pub(crate) fn of(&mut self, stretch: Span, edit: &Edit, fits: impl Fn(&V) -> bool, look: impl FnOnce() -> V) -> &V {
        let known = edit.before(stretch).and_then(|before| self.take(before)).filter(fits);
        &self.now.push_mut((stretch, known.unwrap_or_else(look))).1
    }

    fn take(&mut self, before: Span) -> Option<V> {
        let is_next = self.before.get(self.next).is_some_and(|(known, _)| *known == before);
        let at = if is_next { self.next } else { self.before.partition_point(|(known, _)| known.start < before.start) };
        self.next = at + 1;
        self.before.get_mut(at).filter(|(known, _)| *known == before)?.1.take()
    }

    /// Ends a reading: what it had no use for is forgotten.
    pub(crate) fn turn(&mut self) {
        self.before.clear();
        self.next = 0;
        self.before.extend(self.now.drain(..).map(|(stretch, found)| (stretch, Some(found))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The stretches that are as they were, as text, those side by side as one.
    fn kept<'t>(before: &str, now: &'t str) -> Vec<&'t str> {
        let edit = Edit::between(before, now);
        let stretches: Vec<_> = edit.stretches(now.len()).collect();
        assert_eq!(stretches.iter().map(|(span, _)| span.of(now)).collect::<String>(), now);
        let kept = |(span, was): (Span, Option<Span>)| {
            assert_eq!(was?.of(before), span.of(now));
            assert_eq!(edit.before(span), was);
            Some(span.of(now))
        };
        stretches.into_iter().filter_map(kept).collect()
    }

    #[test]
    fn stretches_are_known_by_their_places() {
        for (before, now, wanted) in [
            ("", "甲", &[] as &[&str]),
            ("甲乙", "甲乙", &["甲乙"]),
            ("甲乙", "甲乙丙", &["甲乙"]),
            ("甲乙丙", "乙丙", &["乙丙"]),
            ("甲甲", "甲甲甲", &["甲甲"]),
            // characters that share bytes are no half the same
            ("甲一乙", "甲丁乙", &["甲", "乙"]),
            ("一二三四五六七八九十\n百\n千", "一二三四五六七八九十\n百千", &["一二三四五六七八九十\n百", "千"]),
            // edited in two places: what stands between is as it was
            ("子甲\n乙\n丙\n丁丑", "子\n乙\n丙\n丑", &["子", "乙\n丙\n", "丑"]),
            ("甲5乙", "甲7乙", &["甲", "乙"]),
            // lines that changed places
            ("子\n乙\n丙\n丑", "子\n丙\n乙\n丑", &["子\n", "丙", "乙", "\n丑"]),
            ("乙\n丙\n丙\n", "丙\n丙\n丙\n乙\n", &["丙\n丙", "乙", "\n"]),
        ] {
            assert_eq!(kept(before, now), wanted, "{before} {now}");
        }
    }

    proptest! {
        #[test]
        fn what_is_said_to_be_the_same_is(before in "[甲一5\\n]{0,12}", now in "[甲一5\\n]{0,12}") {
            kept(&before, &now);
        }
    }

    #[test]
    fn what_one_reading_finds_the_next_knows() {
        let mut places = ByPlace::default();
        let mut read = |edit: &Edit, stretches: &[(usize, usize)]| {
            let mut found = Vec::new();
            for &(start, end) in stretches {
                found.push(*places.of(
                    Span::new(start, end),
                    edit,
                    |&(len, _)| len == end - start,
                    || (end - start, start),
                ));
            }
            places.turn();
            found
        };
        assert_eq!(read(&Edit::default(), &[(0, 3), (4, 8)]), [(3, 0), (4, 4)]);
        let edit = Edit::between("123\n4567", "a\n123\n4567");
        assert_eq!(read(&edit, &[(0, 1), (2, 5), (6, 10)]), [(1, 0), (3, 0), (4, 4)]);
        let edit = Edit::between("a\n123\n4567", "a\n13\n4567");
        assert_eq!(read(&edit, &[(0, 1), (2, 4), (5, 9)]), [(1, 0), (2, 2), (4, 4)]);
        let same = Edit::between("a\n13\n4567", "a\n13\n4567");
        assert_eq!(read(&same, &[(0, 4), (5, 9)]), [(4, 0), (4, 4)], "other stretches of the same characters");
        assert_eq!(read(&same, &[(0, 1)]), [(1, 0)], "the reading before had no use for it");
    }
}
