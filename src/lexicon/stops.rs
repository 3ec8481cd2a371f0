//! The places of a text that somebody looks for, found in one pass for all who look.
//!
//! In: a stretch of a text; a [`Watch`], made of the [`Seeker`]s. Out: [`Stops`]: the marks of the stretch and the ideographs sought,
//! each with whom it matters to. Each seeker is shown what a [`Sieve`](super::Sieve) of its own would show, or [`Pairs`].

use super::sieve::{Pairs, is_basic, of_three, tail};
use crate::span::Span;

/// Somebody who looks for ideographs; declared beside the function that looks.
#[derive(Debug)]
pub struct Seeker {
    /// Its place in the watch.
    nth: u8,
    ideographs: &'static str,
}

/// All who look through the same stretches.
#[derive(Debug)]
pub struct Watch<'p> {
    /// By the last two bytes of an ideograph, a bit for each seeker.
    whom: [u8; 1 << 12],
    pairs: Option<&'p Pairs>,
    /// The bits of those who look.
    seekers: u8,
}

/// The bit of ideographs with which pairs begin.
const PAIRED: u8 = 1 << 6;
/// The bit of what is no basic ideograph, which matters to all.
const MARK: u8 = 1 << 7;

impl Seeker {
    /// The `nth` of a watch, from 0 on, six at the most.
    pub const fn new(nth: u8, ideographs: &'static str) -> Self {
        Self { nth, ideographs }
    }

    /// What it looks for.
    pub const fn ideographs(&self) -> &'static str {
        self.ideographs
    }

    const fn bit(&self) -> u8 {
        1 << self.nth
    }
}

impl Watch<'_> {
    /// Of some seekers.
    ///
    /// # Panics
    /// Where one does not stand in its place: when it is compiled, as watches are made then.
    pub const fn of(seekers: &[&Seeker]) -> Self {
        let mut watch = Self { whom: [0; 1 << 12], pairs: None, seekers: 0 };
        let mut rest = seekers;
        while let [seeker, others @ ..] = rest {
            assert!(seeker.nth as usize == seekers.len() - rest.len() && seeker.bit() < PAIRED);
            watch.seekers |= seeker.bit();
            let mut bytes = seeker.ideographs.as_bytes();
            while let [_, second, third, after @ ..] = bytes {
                if let (_, [whom, ..]) = watch.whom.split_at_mut(tail(*second, *third)) {
                    *whom |= seeker.bit();
                }
                bytes = after;
            }
            rest = others;
        }
        watch
    }
}

impl<'p> Watch<'p> {
    /// The same, and one who looks for pairs.
    #[must_use]
    pub fn with_pairs(mut self, pairs: &'p Pairs) -> Self {
        self.seekers |= PAIRED;
        for (whom, begins) in self.whom.iter_mut().zip(pairs.begun()) {
            *whom |= if begins { PAIRED } else { 0 };
        }
        Self { pairs: Some(pairs), ..self }
    }

    /// Whom an ideograph matters to, by its last bytes and the three that follow.
    #[inline]
    fn whom(&self, second: u8, third: u8, next: Option<&[u8; 3]>) -> u8 {
        let whom = self.whom.get(tail(second, third)).copied().unwrap_or(0);
        if whom & PAIRED == 0 || self.pairs.is_some_and(|pairs| pairs.may_begin(second, third, next)) {
            return whom;
        }
        whom & !PAIRED
    }
}

/// A place and whom it matters to.
#[derive(Clone, Copy, Debug)]
struct Stop {
    at: u32,
    c: char,
    whom: u8,
}

/// The places found in a stretch, in text order.
#[derive(Debug, Default)]
pub struct Stops {
    stops: Vec<Stop>,
    seekers: u8,
}

impl Stops {
    /// Of one stretch of a text.
    pub fn of(text: &str, stretch: Span, watch: &Watch<'_>) -> Self {
        let mut stops = Self::default();
        stops.read(text, stretch, watch);
        stops
    }

    /// Reads a stretch of a text and forgets the one before.
    pub fn read(&mut self, text: &str, stretch: Span, watch: &Watch<'_>) {
        self.stops.clear();
        self.seekers = watch.seekers;
        let said = stretch.of(text);
        let mut at = 0;
        loop {
            let (threes, _) = said.as_bytes().get(at..).unwrap_or(&[]).as_chunks::<3>();
            let mut rest = threes;
            // most characters have three bytes, and matter to nobody
            while let Some((bytes @ &[first, second, third], behind)) = rest.split_first() {
                let whom = match first {
                    _ if is_basic(first, second) => watch.whom(second, third, behind.first()),
                    0xE0..0xF0 => u8::MAX,
                    _ => break,
                };
                if whom != 0 {
                    let here = at + 3 * (threes.len() - rest.len());
                    self.stops.push(Stop { at: (stretch.start + here) as u32, c: of_three(*bytes), whom });
                }
                rest = behind;
            }
            at += 3 * (threes.len() - rest.len());
            let Some(c) = said.get(at..).and_then(|rest| rest.chars().next()) else { break };
            self.stops.push(Stop { at: (stretch.start + at) as u32, c, whom: u8::MAX });
            at += c.len_utf8();
        }
    }

    /// The marks of a part of the stretch, counted from the beginning of the part.
    pub fn marks(&self, part: Span) -> impl Iterator<Item = (usize, char)> {
        self.within(part, MARK)
    }

    /// These and what a seeker looks for.
    pub fn places(&self, seeker: &Seeker, part: Span) -> impl Iterator<Item = (usize, char)> {
        self.within(part, seeker.bit())
    }

    /// These and the beginnings of pairs, what follows being read beyond the part.
    pub fn pairs(&self, part: Span) -> impl Iterator<Item = (usize, char)> {
        self.within(part, PAIRED)
    }

    fn within(&self, part: Span, whom: u8) -> impl Iterator<Item = (usize, char)> {
        debug_assert!((self.seekers | MARK) & whom != 0, "who looks is not in the watch");
        let from = self.stops.partition_point(|stop| (stop.at as usize) < part.start);
        let rest = self.stops.get(from..).unwrap_or(&[]).iter();
        let inside = rest.take_while(move |stop| (stop.at as usize) < part.end);
        inside.filter(move |stop| stop.whom & whom != 0).map(move |stop| (stop.at as usize - part.start, stop.c))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Sieve, marks};
    use super::*;
    use proptest::prelude::*;

    static FIRST: Seeker = Seeker::new(0, "要了");
    static SECOND: Seeker = Seeker::new(1, "了成");

    proptest! {
        #[test]
        fn each_is_shown_what_it_would_find_alone(
            text in "[要了成求就第丁一，。a “𠀀㐀\n]{0,40}",
            cut in (0_usize..60, 0_usize..60),
        ) {
            let pairs = Pairs::of(["要求", "成就", "第"]);
            let watch = Watch::of(&[&FIRST, &SECOND]).with_pairs(&pairs);
            let all = format!("前{text}");
            let stops = Stops::of(&all, Span::new(3, all.len()), &watch);
            let (from, to) = (3 + text.floor_char_boundary(cut.0), 3 + text.floor_char_boundary(cut.1));
            for part in [Span::new(from, all.len()), Span::new(from.min(to), from.max(to))] {
                let said = part.of(&all);
                prop_assert!(stops.marks(part).eq(marks(said)));
                prop_assert!(stops.places(&FIRST, part).eq(Sieve::of("要了").places(said)));
                prop_assert!(stops.places(&SECOND, part).eq(Sieve::of("了成").places(said)));
                // of the last character of a part it is known what follows
                let whole = |&(at, _): &(usize, char)| at + 3 < said.len();
                prop_assert!(stops.pairs(part).filter(whole).eq(pairs.places(said).filter(whole)));
            }
        }
    }
}
