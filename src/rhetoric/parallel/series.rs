//! Parallel members of a `、`-series.
//!
//! In: the pieces of one clause. Out: at most one group a run. The first piece carries what governs the series
//! (`大力|营造氛围、凝聚智慧、…`) and the last what follows it, also a last member after 和, so both are tried whole and cut.

use super::Group;
use super::frame::{Frame, Level};
use super::glyphs::Unit;
use super::source::Source;

const LEVEL: Level = Level::Series;

/// Groups among the pieces of a clause.
pub(super) fn groups(source: Source<'_>, pieces: &[Unit]) -> Vec<Group> {
    let mut out = Vec::new();
    // A、B和C is a series of three too.
    let three = match *pieces {
        [a, b] => joined(source, b).map(|(one, two)| vec![a, one, two]),
        _ => None,
    };
    let pieces = three.as_deref().unwrap_or(pieces);
    if pieces.len() < 3 {
        return out;
    }
    let last = pieces.len() - 1;
    let mut i = 1;
    while i < last {
        let Some(&base) = pieces.get(i) else { break };
        let mut frame = Frame::new(source, base, LEVEL);
        let mut end = i + 1;
        while let Some(&unit) = pieces.get(end).filter(|_| end < last) {
            let next = frame.join(unit);
            if next.figure().is_none() {
                break;
            }
            frame = next;
            end += 1;
        }
        let first = pieces.first().filter(|_| i == 1).copied();
        let final_piece = pieces.get(last).filter(|_| end == last).copied();
        match close(source, &frame, pieces.get(i..end).unwrap_or(&[]), first, final_piece) {
            Some(group) => {
                out.push(group);
                i = end;
            }
            None => i += 1,
        }
    }
    out
}

/// The run between its neighbours at the edges of the series, in the reading that keeps most.
fn close<'t>(
    source: Source<'t>,
    frame: &Frame<'t>,
    run: &[Unit],
    first: Option<Unit>,
    last: Option<Unit>,
) -> Option<Group> {
    let base = *run.first()?;
    let lefts: Vec<Option<Unit>> =
        first.map(|f| lefts(source, base, f)).unwrap_or_default().into_iter().map(Some).chain([None]).collect();
    let rights: Vec<Vec<Unit>> =
        last.map(|l| rights(source, base, l)).unwrap_or_default().into_iter().chain([Vec::new()]).collect();
    let mut best: Option<(usize, u32, Group)> = None;
    for &left in &lefts {
        let with_left = left.map_or(*frame, |u| frame.join(u));
        for right in &rights {
            let whole = right.iter().fold(with_left, |f, &u| f.join(u));
            if whole.count < 3 {
                continue;
            }
            let Some(figure) = whole.figure() else { continue };
            let strength = whole.strength();
            if best.as_ref().is_none_or(|(n, s, _)| (whole.count, strength) > (*n, *s)) {
                let members = left.into_iter().chain(run.iter().copied()).chain(right.iter().copied()).collect();
                best = Some((whole.count, strength, Group { members, figure, level: LEVEL }));
            }
        }
    }
    best.map(|(_, _, group)| group)
}

/// Readings of the first piece: from the opening of its neighbour on, as long as that, or whole.
fn lefts(source: Source<'_>, base: Unit, first: Unit) -> Vec<Unit> {
    let glyphs = source.glyphs;
    let mut out = Vec::new();
    for width in [2, 1] {
        let opening = glyphs.of(Unit::new(base.from, (base.from + width).min(base.to)));
        out.extend(glyphs.rfind(first, opening).map(|from| Unit::new(from, first.to)));
    }
    if first.len() > base.len() {
        out.push(Unit::new(first.to - base.len(), first.to));
    }
    if first.len() <= base.len() + 8 {
        out.push(first);
    }
    out.retain(|u| u.len() >= 2 && u.len() <= base.len() * 2 + 2 && source.starts_word(u.from));
    out.dedup();
    out
}

/// Readings of the last piece, one member or two joined by 和: whole, as long as its neighbour, or to its closing.
fn rights(source: Source<'_>, base: Unit, last: Unit) -> Vec<Vec<Unit>> {
    let mut out: Vec<Vec<Unit>> = ends(source, base, last).into_iter().map(|u| vec![u]).collect();
    if let Some((one, two)) = joined(source, last) {
        out.extend(ends(source, base, two).into_iter().map(|two| vec![one, two]));
    }
    out
}

/// The two members of `A和B`.
fn joined(source: Source<'_>, last: Unit) -> Option<(Unit, Unit)> {
    const JOINERS: [&[char]; 4] = [&['以', '及'], &['和'], &['与'], &['及']];
    JOINERS.iter().find_map(|joiner| {
        let at = source.glyphs.find(last, joiner)?;
        let (one, two) = (Unit::new(last.from, at), Unit::new(at + joiner.len(), last.to));
        (one.len() > 1 && two.len() > 1).then_some((one, two))
    })
}

fn ends(source: Source<'_>, base: Unit, last: Unit) -> Vec<Unit> {
    let glyphs = source.glyphs;
    let mut out = Vec::new();
    for width in [2, 1] {
        let closing = glyphs.of(Unit::new(base.to.saturating_sub(width).max(base.from), base.to));
        out.extend(glyphs.find(last, closing).map(|at| Unit::new(last.from, at + closing.len())));
    }
    if last.len() > base.len() {
        out.push(Unit::new(last.from, last.from + base.len()));
    }
    if last.len() <= base.len() + 8 {
        out.push(last);
    }
    out.retain(|u| u.len() >= 2 && u.len() <= base.len() * 2 + 6);
    out.dedup();
    out
}
