//! Repeated n-grams, level by level.
//!
//! In: a [`Sequence`]. Out: [`Grams`]: every n-gram that occurs often enough, with its places.
//!
//! A level names the n-grams of its length by small integers; one of the next level is the names of its first n symbols and of its
//! last n, and is looked at only where both were frequent (Nagao & Mori 1994 sort suffixes instead). Each level touches the
//! surviving places only, so that the whole is linear in the length of the text.

use super::sequence::Sequence;
use rustc_hash::FxHashMap;

/// Longest n-gram in symbols.
const LONGEST: usize = 14;

/// The frequent n-grams of one length.
#[derive(Debug, Default)]
pub(super) struct Level {
    /// Surviving places with the name of the n-gram there, by place.
    pub(super) places: Vec<(u32, u32)>,
    /// Occurrences of each name.
    pub(super) counts: Vec<u32>,
}

impl Level {
    /// Occurrences of the n-gram at a place; 0 where it is not frequent.
    pub(super) fn count_at(&self, place: usize) -> u32 {
        self.name_at(place).and_then(|name| self.counts.get(name as usize)).copied().unwrap_or(0)
    }

    /// The places of each name, by name.
    pub(super) fn by_name(&self) -> ByName {
        let mut next = 0;
        let mut ends: Vec<u32> = Vec::with_capacity(self.counts.len());
        for &count in &self.counts {
            ends.push(next);
            next += count;
        }
        let mut places = vec![0; self.places.len()];
        for &(place, name) in &self.places {
            // Where the next place of this name goes, and in the end where its places end.
            let Some(end) = ends.get_mut(name as usize) else { continue };
            if let Some(slot) = places.get_mut(*end as usize) {
                *slot = place;
            }
            *end += 1;
        }
        ByName { places, ends }
    }

    fn name_at(&self, place: usize) -> Option<u32> {
        let slot = self.places.binary_search_by_key(&(place as u32), |&(at, _)| at).ok()?;
        self.places.get(slot).map(|&(_, name)| name)
    }
}

/// The places of a level, those of one name side by side.
#[derive(Debug)]
pub(super) struct ByName {
    places: Vec<u32>,
    /// Where those of each name end.
    ends: Vec<u32>,
}

impl ByName {
    /// The places of each name, ascending.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        let mut from = 0;
        self.ends.iter().map(move |&end| {
            let to = end as usize;
            self.places.get(core::mem::replace(&mut from, to)..to).unwrap_or(&[])
        })
    }
}

/// Counts n-grams by a part of their hash: at least as often as each of them occurs.
struct Sieve {
    counts: Vec<u8>,
    shift: u32,
}

impl Sieve {
    /// For so many occurrences.
    fn new(most: usize) -> Self {
        let bits = (2 * most.max(1)).next_power_of_two().ilog2();
        Self { counts: vec![0; 1 << bits], shift: u64::BITS - bits }
    }

    fn slot(&self, key: u64) -> usize {
        // Fibonacci hashing: the golden ratio spreads neighbouring keys.
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize
    }

    fn add(&mut self, key: u64) {
        let slot = self.slot(key);
        if let Some(count) = self.counts.get_mut(slot) {
            *count = count.saturating_add(1);
        }
    }

    /// Whether a key may have been added so often.
    fn may_reach(&self, key: u64, least: u32) -> bool {
        self.counts.get(self.slot(key)).is_some_and(|&count| u32::from(count) >= least.min(u8::MAX.into()))
    }
}

/// All levels; the first holds single symbols.
#[derive(Debug, Default)]
pub(super) struct Grams {
    levels: Vec<Level>,
}

impl Grams {
    /// Finds the n-grams that occur `least` times.
    pub(super) fn of(sequence: &Sequence, least: u32) -> Self {
        let mut levels = vec![singles(sequence, least)];
        while levels.len() < LONGEST {
            let Some(shorter) = levels.last() else { break };
            let next = longer(shorter, least);
            if next.places.is_empty() {
                break;
            }
            levels.push(next);
        }
        Self { levels }
    }

    /// The level of n-grams of a length.
    pub(super) fn level(&self, length: usize) -> Option<&Level> {
        self.levels.get(length.checked_sub(1)?)
    }

    /// Lengths there are n-grams of, from two.
    pub(super) fn lengths(&self) -> core::ops::RangeInclusive<usize> {
        2..=self.levels.len()
    }
}

/// Single symbols, which are their own names; type numbers are small, so that they can be counted by themselves.
fn singles(sequence: &Sequence, least: u32) -> Level {
    let mut counts = vec![0_u32; sequence.types()];
    for &symbol in &sequence.symbols {
        // Breaks are no types.
        if let Some(count) = counts.get_mut(symbol as usize) {
            *count += 1;
        }
    }
    let mut places = Vec::with_capacity(sequence.symbols.len());
    let often = |symbol: u32| counts.get(symbol as usize).is_some_and(|&count| count >= least);
    places.extend((0..).zip(sequence.symbols.iter().copied()).filter(|&(_, symbol)| often(symbol)));
    Level { places, counts }
}

/// n-grams one symbol longer than those of a level.
fn longer(level: &Level, least: u32) -> Level {
    let keys = || {
        let pairs = level.places.iter().zip(level.places.iter().skip(1));
        // Frequent here and one place on: the only places where one symbol more can be frequent.
        let alive = pairs.filter(|(here, next)| here.0 + 1 == next.0);
        alive.map(|(&(place, name), &(_, next))| (place, u64::from(name) << 32 | u64::from(next)))
    };
    // Most come once; those are not worth a name.
    let mut sieve = Sieve::new(level.places.len());
    keys().for_each(|(_, key)| sieve.add(key));
    let mut names: FxHashMap<u64, u32> = FxHashMap::default();
    let mut counts: Vec<u32> = Vec::new();
    let mut places: Vec<(u32, u32)> = Vec::new();
    for (place, key) in keys().filter(|&(_, key)| sieve.may_reach(key, least)) {
        let name = *names.entry(key).or_insert(counts.len() as u32);
        match counts.get_mut(name as usize) {
            Some(count) => *count += 1,
            None => counts.push(1),
        }
        places.push((place, name));
    }
    frequent(places.into_iter(), counts, least)
}

/// Drops the rare ones; those that are left are numbered anew, in the same order.
fn frequent(places: impl Iterator<Item = (u32, u32)>, mut counts: Vec<u32>, least: u32) -> Level {
    let mut left = 0_u32..;
    let kept: Vec<Option<u32>> = counts.iter().map(|&n| if n >= least { left.next() } else { None }).collect();
    counts.retain(|&n| n >= least);
    let mut level = Level { places: Vec::with_capacity(counts.iter().sum::<u32>() as usize), counts };
    let renamed = |(place, name): (u32, u32)| Some((place, kept.get(name as usize).copied().flatten()?));
    level.places.extend(places.filter_map(renamed));
    level
}
