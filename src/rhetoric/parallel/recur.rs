//! The same opening words that come again with other clauses or sentences between (`有利于…，…，有利于…，…，有利于…`).
//!
//! In: clauses or sentences of a paragraph. Out: groups whose members reach to where the opening comes again.

use super::Group;
use super::frame::{Frame, Level};
use super::glyphs::{Unit, frames};
use super::source::Source;
use super::units::Clause;

/// Openings looked for, in characters, and how far apart they may be, in units.
const CLAUSE_KEY: usize = 3;
const CLAUSE_GAP: usize = 4;
const SENTENCE_KEY: usize = 4;
const SENTENCE_GAP: usize = 8;

/// Among the clauses of a paragraph: openings of three characters, or of two at a steady distance.
pub(super) fn clauses(source: Source<'_>, clauses: &[Clause]) -> Vec<Group> {
    let units: Vec<Unit> = clauses.iter().map(|c| c.unit).collect();
    let mut chains = chains(source, &units, CLAUSE_KEY, CLAUSE_GAP);
    chains.extend(
        self::chains(source, &units, 2, CLAUSE_GAP).into_iter().filter(|c| steady(c) || adverbial(source, &units, c)),
    );
    let mut out = Vec::new();
    for chain in chains {
        let member = |(n, &i): (usize, &usize)| -> Option<Unit> {
            let first = units.get(i)?;
            let gap = if n == 0 { chain.get(1)? - i } else { i - chain.get(n - 1)? };
            let next = chain.get(n + 1).copied().unwrap_or(i + gap).min(units.len());
            // A member ends with its sentence, and where the next begins.
            let rest = clauses.get(i + 1..next).unwrap_or(&[]).iter().take_while(|c| !c.opens);
            Some(Unit::new(first.from, rest.last().map_or(first.to, |c| c.unit.to)))
        };
        let members: Vec<Unit> = chain.iter().enumerate().filter_map(member).collect();
        let heads: Vec<Unit> = chain.iter().filter_map(|&i| units.get(i).copied()).collect();
        out.extend(checked(source, &heads, members, Level::Clause));
    }
    out
}

/// Among the sentences of a paragraph: openings of four characters.
pub(super) fn sentences(source: Source<'_>, units: &[Unit]) -> Vec<Group> {
    let chains = chains(source, units, SENTENCE_KEY, SENTENCE_GAP);
    let group = |chain: Vec<usize>| {
        let members: Vec<Unit> = chain.iter().filter_map(|&i| units.get(i).copied()).collect();
        checked(source, &members.clone(), members, Level::Sentence)
    };
    chains.into_iter().filter_map(group).collect()
}

/// The group, when its heads make a frame.
fn checked(source: Source<'_>, heads: &[Unit], members: Vec<Unit>, level: Level) -> Option<Group> {
    let (&first, rest) = heads.split_first()?;
    let frame = rest.iter().fold(Frame::new(source, first, level), |f, &u| f.join(u));
    let figure = frame.figure().filter(|_| members.len() >= 3)?;
    Some(Group { members, figure, level })
}

/// Places of units that open with the same `key` characters, three and more, none further than `gap` from the last;
/// those that are all neighbours are left to [`super::run`].
fn chains(source: Source<'_>, units: &[Unit], key: usize, gap: usize) -> Vec<Vec<usize>> {
    if units.len() < 4 {
        return Vec::new();
    }
    let opening = |unit: &Unit| source.glyphs.of(*unit).get(..key).filter(|o| o.iter().all(|&c| frames(c)));
    let mut openings: Vec<(u128, usize)> =
        units.iter().enumerate().filter_map(|(i, u)| Some((packed(opening(u)?), i))).collect();
    keep_repeated(&mut openings);
    openings.sort_unstable();
    let near = |a: &(u128, usize), b: &(u128, usize)| a.0 == b.0 && b.1 - a.1 <= gap;
    let mut done: Vec<Vec<usize>> = Vec::new();
    for chain in openings.chunk_by(near).filter(|c| c.len() >= 3) {
        if !chain.windows(2).all(|w| matches!(w, [a, b] if b.1 - a.1 == 1)) {
            done.push(chain.iter().map(|o| o.1).collect());
        }
    }
    // a unit is in one chain only
    done.sort_by_cached_key(|chain| (chain.first().map_or(0, |&i| i), 0_usize));
    done
}

/// Leaves out what surely comes less than three times, as most openings do: counted by what is left of them in one byte.
fn keep_repeated(openings: &mut Vec<(u128, usize)>) {
    let slot = |key: u128| usize::from((key as u64 ^ key as u64 >> 21 ^ key as u64 >> 42) as u8);
    let mut counts = [0_u8; 256];
    for &(key, _) in openings.iter() {
        if let Some(n) = counts.get_mut(slot(key)) {
            *n = n.saturating_add(1);
        }
    }
    openings.retain(|o| counts.get(slot(o.0)).is_some_and(|&n| n >= 3));
}

/// Up to six characters as one number.
fn packed(chars: &[char]) -> u128 {
    chars.iter().fold(0, |all, &c| all << 21 | u128::from(u32::from(c)))
}

/// Openings like 只会 or 没有 come again on purpose, at whatever distance within reach.
fn adverbial(source: Source<'_>, units: &[Unit], chain: &[usize]) -> bool {
    let first = chain.first().and_then(|&i| units.get(i)).map(|u| source.glyphs.get(u.from));
    first.is_some_and(|c| "只才更无没越".contains(c))
}

fn steady(chain: &[usize]) -> bool {
    let mut gaps = chain.windows(2).filter_map(|w| Some(w.last()? - w.first()?));
    gaps.next().is_some_and(|first| first > 1 && gaps.all(|g| g == first))
}
