//! What the labeller looks at: which relation holds between the two parts of a node.
//!
//! In: the units, a node's division, the head unit of each part (found bottom-up along nuclei) and
//! the labels of the parts. Out: fingerprints.

use crate::rhetoric::rst::edu::features::bucket;
use crate::rhetoric::rst::edu::unit::{Unit, length};
use crate::rhetoric::rst::model::hash::put;
use crate::rhetoric::rst::tree::features::{Context, SpanView};

/// A node whose label is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// First unit.
    pub i: usize,
    /// Last unit of the left part.
    pub k: usize,
    /// Last unit.
    pub j: usize,
    /// Head units of the left and the right part.
    pub heads: [usize; 2],
    /// Labels of the left and the right part plus one; 0 for a single unit.
    pub below: [u8; 2],
}

/// Adds the fingerprints of a node.
pub fn features(context: &Context, node: Node, out: &mut Vec<u64>) {
    let Node { i, k, j, heads, .. } = node;
    let unit = |n: usize| context.unit(n);
    let (Some(first), Some(a), Some(b), Some(last)) = (unit(i), unit(k), unit(k + 1), unit(j)) else { return };
    let (Some(left), Some(right)) = (unit(heads[0]), unit(heads[1])) else { return };
    context.boundary(k, out);
    SpanView::new(context, i, j).division(k, out);
    let (nl, nr) = (k - i + 1, j - k);
    edges(first, a, b, last, out);
    put!(out, "l sizes", nl.min(3) as u8, nr.min(3) as u8, a.end, last.end);
    put!(out, "l left right", bucket(nl), bucket(nr), a.level as u8);
    heads_of(left, right, out);
    for (side, head) in [(0_u8, left), (1, right)] {
        for &w in head.words.iter().take(40) {
            put!(out, "l head word", side, w);
        }
        for &w in &head.cues {
            put!(out, "l head cue", side, w);
        }
    }
    for (side, from, to) in [(0_u8, i, k + 1), (1, k + 1, j + 1)] {
        if to - from <= 2 {
            for &w in (from..to).filter_map(unit).flat_map(|u| u.functions.iter().take(20)) {
                put!(out, "l function", side, w);
            }
        }
    }
    surroundings(context, node, out);
    put!(out, "l below", node.below[0], node.below[1]);
    put!(out, "l below left", node.below[0], context.end_class(k));
    put!(out, "l below right", node.below[1], context.end_class(k));
    put!(out, "l below sizes", node.below[0], node.below[1], nl.min(3) as u8, nr.min(3) as u8);
}

fn edges(first: &Unit, a: &Unit, b: &Unit, last: &Unit, out: &mut Vec<u64>) {
    put!(out, "l last last", last.lasts[0]);
    put!(out, "l first last", first.lasts[0]);
    put!(out, "l first", first.firsts[0]);
    put!(out, "l first2", first.firsts[0], first.firsts[1]);
    put!(out, "l character", first.edges[0]);
    put!(out, "l first end", first.edges[2]);
    put!(out, "l A end2", a.edges[3], a.edges[2]);
    put!(out, "l last end", last.edges[2]);
    put!(out, "l B start2", b.edges[0], b.edges[1]);
    put!(out, "l start2", first.edges[0], first.edges[1]);
    put!(out, "l first|A last", first.firsts[0], a.lasts[0]);
    put!(out, "l B first|last", b.firsts[0], last.lasts[0]);
    put!(out, "l starts", first.edges[0], b.edges[0]);
    put!(out, "l lasts", a.lasts[0], last.lasts[0]);
    put!(out, "l question", matches!(a.end, '？' | '?'));
    let chars = |from: &Unit, to: &Unit| length((to.span.end.saturating_sub(from.span.start) / 3) as u32);
    put!(out, "l chars", chars(first, a), chars(b, last));
}

fn heads_of(left: &Unit, right: &Unit, out: &mut Vec<u64>) {
    put!(out, "l left first", left.firsts[0]);
    put!(out, "l right first", right.firsts[0]);
    put!(out, "l left last", left.lasts[0]);
    put!(out, "l right last", right.lasts[0]);
    put!(out, "l head firsts", left.firsts[0], right.firsts[0]);
    put!(out, "l head tags", left.tags[0], right.tags[0]);
    put!(out, "l head shared", left.shared(right).min(3) as u8);
    put!(out, "l head verbs", left.verbal, right.verbal);
}

fn surroundings(c: &Context, node: Node, out: &mut Vec<u64>) {
    let Node { i, k, j, heads: [hl, hr], .. } = node;
    let before = i.checked_sub(1).and_then(|p| c.unit(p));
    let after = c.unit(j + 1);
    let class_before = before.map_or(b'_', |u| u.classes[0]);
    put!(out, "l classes", c.ends(i.max(k.saturating_sub(1)), k + 1), c.ends(k + 1, (j + 1).min(k + 3)));
    put!(out, "l heads classes", c.end_class(hl), c.end_class(hr));
    put!(out, "l heads starts", c.start_class(hl), c.start_class(hr), c.end_class(k));
    put!(out, "l before", class_before);
    put!(out, "l after", c.end_class(j + 1));
    put!(out, "l around", class_before, c.end_class(k), c.end_class(j));
    let (Some(first), Some(b)) = (c.unit(i), c.unit(k + 1)) else { return };
    put!(out, "l headings", first.heading, b.heading, k == i, j == k + 1);
    put!(out, "l enumerators", first.enumerator, b.enumerator);
    put!(out, "l level before", before.map_or(3, |u| u.level as u8));
    if let Some(before) = before {
        put!(out, "l before last", before.lasts[0]);
    }
    if let Some(after) = after {
        put!(out, "l after first", after.firsts[0]);
    }
}
