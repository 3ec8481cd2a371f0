//! Pairs 对仗: exactly two of equal length whose words end at the same places and play the same parts.
//!
//! In: neighbouring clauses, or a series of two. Out: groups of two (`思想上同心同德，行动上同向同行`).

use super::frame::{Frame, Level};
use super::glyphs::Unit;
use super::source::Source;
use super::{Figure, Group};

/// Lengths of a pair's members, in characters: shorter ones are chains of four, longer ones chance.
const LENGTHS: core::ops::RangeInclusive<usize> = 5..=16;

/// Neighbouring clauses of a sentence; a third like them makes it a parallelism instead.
pub(super) fn clauses(source: Source<'_>, units: &[Unit]) -> Vec<Group> {
    let mut out = Vec::new();
    let mut i = 0;
    while let (Some(&a), Some(&b)) = (units.get(i), units.get(i + 1)) {
        let alone = i.checked_sub(1).and_then(|p| units.get(p)).is_none_or(|u| u.len() != a.len())
            && units.get(i + 2).is_none_or(|u| u.len() != a.len());
        let pair = alone.then(|| pair(source, a, b, Level::Clause)).flatten();
        i += if pair.is_some() { 2 } else { 1 };
        out.extend(pair);
    }
    out
}

/// A series of exactly two.
pub(super) fn series(source: Source<'_>, pieces: &[Unit]) -> Option<Group> {
    match *pieces {
        [a, b] => pair(source, a, b, Level::Series),
        _ => None,
    }
}

fn pair(source: Source<'_>, a: Unit, b: Unit, level: Level) -> Option<Group> {
    let fits = a.len() == b.len() && LENGTHS.contains(&a.len());
    let frame = fits.then(|| Frame::new(source, a, level).join(b))?;
    let figure = if frame.held() > 0 { Figure::Frame } else { Figure::Pattern };
    frame.is_pair().then(|| Group { members: vec![a, b], figure, level })
}
