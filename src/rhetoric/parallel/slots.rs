//! The words of a frame: what all members share, and what fills the gaps.
//!
//! In: members. Out: the frame as text (`以…担当…`) and the spans between its words, member by member.

use super::glyphs::{Glyphs, Unit, frames};
use crate::span::Span;

/// Characters of a member compared.
const REACH: usize = 60;
/// Characters of the part between opening and closing searched for shared words.
const MIDDLE: usize = 24;

/// Frame and slots of a group.
pub(super) fn describe(glyphs: &Glyphs, members: &[Unit]) -> (String, Vec<Vec<Span>>) {
    let Some((&first, rest)) = members.split_first() else { return (String::new(), Vec::new()) };
    let base = glyphs.of(first);
    let common = |limit: usize, pairs: &mut dyn Iterator<Item = (&char, &char)>| {
        pairs.take(limit).take_while(|(a, b)| a == b && frames(**a)).count()
    };
    let shortest = members.iter().map(|m| m.len()).min().unwrap_or(0);
    let (mut prefix, mut suffix) = (shortest.min(REACH), shortest.min(REACH));
    for &unit in rest {
        let other = glyphs.of(unit);
        prefix = common(prefix, &mut base.iter().zip(other));
        suffix = common(suffix, &mut base.iter().rev().zip(other.iter().rev()));
    }
    suffix = suffix.min(shortest - prefix);
    let middle = |unit: Unit| Unit::new(unit.from + prefix, (unit.to - suffix).min(unit.from + prefix + MIDDLE));
    let mut shared = glyphs.of(middle(first)).to_vec();
    for &unit in rest {
        shared = longest_common(&shared, glyphs.of(middle(unit)));
    }
    let says =
        shared.len() > 1 || shared.first().is_some_and(|c| "得不有无上中要更是为在于而之与和能敢会事".contains(*c));
    if !says {
        shared.clear();
    }
    let mut frame: String = base.iter().take(prefix).collect();
    let gap = |unit: Unit| glyphs.find(unit, &shared).unwrap_or(unit.from);
    let leading = shared.is_empty() || members.iter().any(|&m| gap(middle(m)) > m.from + prefix);
    if leading {
        frame.push('…');
    }
    if !shared.is_empty() {
        frame.extend(&shared);
        frame.push('…');
    }
    frame.extend(base.iter().skip(base.len() - suffix));
    let slots = |&unit: &Unit| {
        let whole = glyphs.span(unit);
        // An empty slot at the very start would lie after the character before the member.
        let fill = |from: usize, to: usize| {
            if from == to && from == unit.from {
                Span::new(whole.start, whole.start)
            } else {
                glyphs.span(Unit::new(from, to))
            }
        };
        let end = unit.to - suffix;
        let mut parts = Vec::new();
        let mut from = unit.from + prefix;
        if !shared.is_empty() {
            let at = gap(middle(unit)).max(from);
            if leading {
                parts.push(fill(from, at));
            }
            from = (at + shared.len()).min(end);
        }
        parts.push(fill(from, end));
        parts
    };
    (frame, members.iter().map(slots).collect())
}

/// The longest string two short strings have in common.
fn longest_common(a: &[char], b: &[char]) -> Vec<char> {
    let mut best = (0, 0);
    let mut row = vec![0_usize; b.len() + 1];
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = 0;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let up = *cell;
            *cell = if x == y && frames(*x) { diagonal + 1 } else { 0 };
            diagonal = up;
            if *cell > best.0 {
                best = (*cell, i + 1);
            }
        }
    }
    a.get(best.1 - best.0..best.1).unwrap_or(&[]).to_vec()
}
