//! Runs of neighbours with one frame.
//!
//! In: units in order. Out: groups of three and more. A run grows while the frame, which can only shrink, still makes
//! its units parallel; the unit before it joins with its last words (`必须以…，以…，以…`).

use super::Group;
use super::frame::{Frame, Level};
use super::glyphs::Unit;
use super::source::Source;

/// Groups among neighbours.
pub(super) fn groups(source: Source<'_>, units: &[Unit], level: Level) -> Vec<Group> {
    let mut out = Vec::new();
    let mut i = 0;
    while let Some(&first) = units.get(i) {
        let mut frame = Frame::new(source, first, level);
        let mut end = i + 1;
        while let Some(&unit) = units.get(end) {
            let next = frame.join(unit);
            if next.figure().is_none() {
                break;
            }
            frame = next;
            end += 1;
        }
        if end == i + 1 {
            i = end;
            continue;
        }
        let mut members = units.get(i..end).unwrap_or(&[]).to_vec();
        let before = i.checked_sub(1).and_then(|p| units.get(p));
        if let Some((lead, with)) = before.and_then(|&u| lead(source, &frame, u)) {
            frame = with;
            members.insert(0, lead);
        }
        match frame.figure().filter(|_| members.len() >= 3) {
            Some(figure) => {
                out.push(Group { members, figure, level });
                i = end;
            }
            None => i += 1,
        }
    }
    out
}

/// The last words of the unit before a run, from where they take up its opening.
fn lead<'t>(source: Source<'t>, frame: &Frame<'t>, before: Unit) -> Option<(Unit, Frame<'t>)> {
    if frame.prefix == 0 || frame.count < 2 || before.len() > 80 {
        return None;
    }
    let opening = source.glyphs.of(Unit::new(frame.base().from, frame.base().from + frame.prefix));
    let from = source.glyphs.rfind(before, opening)?;
    let unit = Unit::new(from, before.to);
    let fits = unit.len() * 2 >= frame.base().len() && (opening.len() > 1 || unit.len() <= frame.base().len() + 3);
    let next = frame.join(unit);
    (fits && next.prefix > 0 && next.figure().is_some()).then_some((unit, next))
}
