//! A span by itself: is it a part of the tree at all? Its edges, and what stands outside.
//!
//! In: the units, the span. Out: fingerprints.

use super::SpanView;
use crate::rhetoric::rst::edu::features::bucket;
use crate::rhetoric::rst::model::hash::put;

impl SpanView<'_, '_> {
    /// Adds what tells whether the stretch as such is a part of the tree: its edges and what stands
    /// outside.
    pub fn stretch(&self, out: &mut Vec<u64>) {
        let c = self.context;
        let units = c.units;
        let (Some(first), Some(last)) = (units.get(self.i), units.get(self.j)) else { return };
        let before = self.i.checked_sub(1).and_then(|z| units.get(z));
        let after = units.get(self.j + 1);
        let n = bucket(self.j - self.i + 1);
        let h = self.highest as u8;
        let level_before = before.map_or(3, |u| u.level as u8);
        let edge = (level_before * 4 + last.level as u8) * 4 + h;
        let class_before = before.map_or(b'_', |u| u.classes[0]);
        let start_after = c.start_class(self.j + 1);
        let first_after = after.map_or(0, |u| u.firsts[0]);
        let last_before = before.map_or(0, |u| u.lasts[0]);
        put!(out, "s edge", edge);
        put!(out, "s size", edge, n);
        put!(out, "s classes", class_before, c.end_class(self.j), h, n.min(4));
        put!(out, "s starts", c.start_class(self.i), start_after, h, n.min(4));
        put!(out, "s all", class_before, c.start_class(self.i), c.end_class(self.j), start_after);
        put!(out, "s tags", first.tags[0], after.map_or(0, |u| u.tags[0]), h);
        put!(out, "s firsts", first.firsts[0], first_after);
        put!(out, "s after", first_after, edge);
        put!(out, "s first", first.firsts[0], edge);
        put!(out, "s last", last.lasts[0], edge);
        put!(out, "s before", last_before, edge);
        put!(out, "s pattern", c.ends(self.i, self.j + 1), c.end_class(self.j + 1), class_before);
        put!(
            out,
            "s same first",
            edge,
            Some(first.firsts[0]) == after.map(|u| u.firsts[0]),
            before.is_some_and(|u| u.firsts[0] == first.firsts[0])
        );
        put!(
            out,
            "s shared",
            edge,
            after.map_or(9, |u| u.shared(first).min(2) as u8),
            before.map_or(9, |u| u.shared(first).min(2) as u8),
            first.shared(last).min(2) as u8
        );
        let rate = |k: Option<usize>| k.map_or(9, |k| (c.cohesion_at(k) / 100).min(4));
        put!(out, "s cohesion", edge, rate(self.i.checked_sub(1)), rate(Some(self.j)));
        put!(out, "s enumerators", edge, first.enumerator, after.is_some_and(|u| u.enumerator == first.enumerator));
        put!(out, "s headings", edge, first.heading, after.is_some_and(|u| u.heading), n);
        put!(out, "s openings", first.opening, after.map_or(9, |u| u.opening), c.end_class(self.j));
        for &x in &first.cues {
            put!(out, "s first cue", x, edge);
        }
        for &y in after.map_or(&[][..], |u| &u.cues) {
            put!(out, "s after cue", y, edge);
        }
        for &y in last.cues.iter().take(2) {
            put!(out, "s last cue", y, edge);
        }
    }
}
