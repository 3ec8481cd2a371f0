//! From groups found on several levels to the list reported.
//!
//! In: groups. Out: [`Parallelism`]s in text order; of groups with the same members the fullest is kept.

use super::slots::describe;
use super::source::Source;
use super::{Group, Parallelism, ParallelismKind};
use crate::rhetoric::parallel::glyphs::Unit;

/// Groups that begin later are compared with so many before them.
const LOOK_BACK: usize = 12;

pub(super) fn collect(source: Source<'_>, mut groups: Vec<Group>) -> Vec<Parallelism> {
    for group in &mut groups {
        group.members.retain(|m| m.len() > 0);
    }
    groups.retain(|g| g.members.len() >= 2);
    groups.sort_by_cached_key(|g| (g.level as usize, 0_usize));
    groups.sort_by_cached_key(|g| (g.members.first().map_or(0, |m| m.from), usize::MAX - g.members.len()));
    let mut kept: Vec<Group> = Vec::with_capacity(groups.len());
    for group in groups {
        let from = kept.len().saturating_sub(LOOK_BACK);
        let same = kept.iter().skip(from).position(|k| repeats(&k.members, &group.members));
        match same.and_then(|i| kept.get_mut(from + i)) {
            Some(known) if known.members.len() < group.members.len() => *known = group,
            Some(_) => {}
            None => kept.push(group),
        }
    }
    let view = |group: Group| {
        let (frame, slots) = describe(source.glyphs, &group.members);
        let kind = if group.members.len() > 2 { ParallelismKind::Parallelism } else { ParallelismKind::Pair };
        let members = group.members.iter().map(|&m| source.glyphs.span(m)).collect();
        Parallelism { kind, figure: group.figure, level: group.level, frame, members, slots }
    };
    let mut out: Vec<Parallelism> = kept.into_iter().map(view).collect();
    out.sort_by_cached_key(|p| p.members.first().map_or((0, 0), |m| m.order()));
    out
}

/// Whether two groups are one: half of the smaller one's members share most of themselves with one of the other.
fn repeats(a: &[Unit], b: &[Unit]) -> bool {
    let overlap = |x: &Unit, y: &Unit| x.to.min(y.to).saturating_sub(x.from.max(y.from));
    // Only where both reach: a long group is met by many short ones.
    let begins = |of: &[Unit], other: &[Unit]| other.first().map_or(0, |o| of.partition_point(|m| m.to <= o.from));
    let (mut i, mut j, mut same) = (begins(a, b), begins(b, a), 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        same += usize::from(overlap(x, y) * 2 > x.len().min(y.len()));
        if x.to <= y.to {
            i += 1;
        } else {
            j += 1;
        }
    }
    same * 2 >= a.len().min(b.len()) && same >= 2
}
