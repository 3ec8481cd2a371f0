//! The part of the tree that the outline fixes: headings over what they head, points that stand in
//! a list.
//!
//! `一、总体要求` over its text → organization-heading; `一是…；二是…；` → joint-list; `下面讲三点意见：` before the
//! three → organization-preparation; a point's first sentence, its head, before the rest →
//! elaboration-additional.
//!
//! In: units, outline, a range of units with the points right below. Out: one part for each point,
//! and the row of parts that make up a document's body.

use super::grow::Grower;
use super::parts::{Join, Part};
use crate::layout::BlockKind;
use crate::lexicon::OutlineWords;
use crate::outline::{Announcement, Node, Outline, Scheme, begins_anew};
use crate::rhetoric::rst::edu::unit::Level;
use crate::rhetoric::rst::relation::{Form, is_demand};
use crate::span::Span;

/// A sentence that takes a paragraph and has more characters is no heading.
const LONGEST_HEADING: u32 = 50;

/// A paragraph that is the equal of points with run-in heads has at least this many sentences.
const PEER_SENTENCES: usize = 3;

/// One address after another opens the same words; of more than these the depth of the tree would grow with the text.
const MOST_ADDRESSES: usize = 3;

/// A finished point.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// Its units, the end excluded.
    pub units: (usize, usize),
    /// The part that covers them.
    pub part: usize,
    /// How it is marked.
    pub scheme: Scheme,
    /// Its marker.
    pub marker: Option<Span>,
    /// The number its marker says.
    pub ordinal: Option<u32>,
}

/// What stands in a row of a region.
#[derive(Clone, Copy, Debug)]
struct Item {
    part: usize,
    /// A point that the next of its kind can join in a list.
    point: Option<Point>,
}

/// Builds regions.
pub struct Regions<'r, 'a> {
    /// Builds parts.
    pub grower: &'r mut Grower<'a>,
    /// Points and announcements.
    pub outline: &'r Outline,
    /// The kind of block of each unit.
    pub kinds: &'r [BlockKind],
    /// The unit each node ends before.
    pub ends: Vec<usize>,
}

impl Regions<'_, '_> {
    /// Builds every point of the outline; for each document those right below it, in text order.
    pub fn points(&mut self, documents: usize) -> Vec<Vec<Point>> {
        let nodes = &self.outline.nodes;
        let mut below: Vec<Vec<Point>> = vec![Vec::new(); nodes.len()];
        let mut tops: Vec<Vec<Point>> = vec![Vec::new(); documents];
        // A parent stands before its children: from the back, children are ready when their parent
        // is built.
        for (n, node) in nodes.iter().enumerate().rev() {
            let mut children = below.get_mut(n).map(std::mem::take).unwrap_or_default();
            children.reverse();
            let Some(point) = self.point(n, node, &children) else { continue };
            let above = match node.parent {
                Some(parent) if parent < n => below.get_mut(parent),
                _ => tops.get_mut(node.document),
            };
            if let Some(above) = above {
                above.push(point);
            }
        }
        for row in &mut tops {
            row.reverse();
        }
        tops
    }

    /// The first unit at or after an offset.
    pub fn unit_at(&self, offset: usize) -> usize {
        self.grower.context.units().partition_point(|u| u.span.start < offset)
    }

    fn point(&mut self, number: usize, node: &Node, children: &[Point]) -> Option<Point> {
        let (from, to) = (self.unit_at(node.span.start), self.ends.get(number).copied()?);
        if from >= to {
            return None;
        }
        let body = self.unit_at(node.heading.end.max(node.span.start + 1));
        let first_child = children.first().map_or(to, |c| c.units.0);
        let ends = body.checked_sub(1).and_then(|last| self.grower.context.unit(last)).map(|u| u.level);
        // A heading ends with its line or its sentence; else it is the beginning of what the point
        // says.
        let headed = from < body && body < to && body <= first_child && ends.is_some_and(|l| l >= Level::Sentence);
        let part = if headed {
            let head = self.row(from, body, &[]);
            let head = self.grower.grow(head)?;
            let rest = self.row(body, to, children);
            let rest = self.grower.grow(rest)?;
            let (relation, form) = match ends {
                Some(Level::Paragraph) => self.above(from, body),
                _ if from + 1 == body && self.is_label(node) => ("organization-heading", Form::SN),
                _ => ("elaboration-additional", Form::NS),
            };
            let join = Join::layout(relation, form, node.marker);
            self.grower.parts.join(vec![head, rest], join)?
        } else {
            let all = self.row(from, to, children);
            self.grower.grow(all)?
        };
        Some(Point { units: (from, to), part, scheme: node.scheme, marker: node.marker, ordinal: node.ordinal })
    }

    /// `关于物价。`: a sentence that states nothing, but names what the next ones are about.
    fn is_label(&self, node: &Node) -> bool {
        let heading = node.heading.of(self.grower.text());
        heading.starts_with("关于") && !heading.contains(['，', ',', '：', ':'])
    }

    /// What a paragraph at the head of a point is to those below: one that ends in a colon prepares
    /// for them, a short one heads them; a statement, `第三条　本办法所称…是指…。`, has them elaborate on it.
    fn above(&self, from: usize, to: usize) -> (&'static str, Form) {
        let units = self.grower.context.units().get(from..to).unwrap_or(&[]);
        let chars: u32 = units.iter().map(|u| u.chars).sum();
        match units.last().map(|u| u.end) {
            Some('：' | ':') => ("organization-preparation", Form::SN),
            Some('。') if chars > LONGEST_HEADING => ("elaboration-additional", Form::NS),
            _ => ("organization-heading", Form::SN),
        }
    }

    /// The row of parts that the units `from..to` with these points make: lists joined,
    /// announcements before their lists, salutations before what they open.
    pub fn row(&mut self, from: usize, to: usize, points: &[Point]) -> Vec<usize> {
        let mut items: Vec<Item> = Vec::new();
        let mut at = from;
        for point in points.iter().filter(|p| from <= p.units.0 && p.units.1 <= to) {
            if point.units.0 < at {
                continue;
            }
            self.loose(at, point.units.0, &mut items);
            // Before the first of a list an address opens all of it, which is not yet one part.
            let goes_on = items.iter().rev().nth(1).and_then(|i| i.point).is_some_and(|p| p.scheme == point.scheme);
            let part = if goes_on { self.opened(&mut items, point.part) } else { point.part };
            items.push(Item { part, point: Some(*point) });
            at = point.units.1;
        }
        self.loose(at, to, &mut items);
        self.lists(&items)
    }

    /// Running text between points, a part a paragraph.
    fn loose(&mut self, from: usize, to: usize, items: &mut Vec<Item>) {
        let mut at = from;
        while at < to {
            let kind = self.kinds.get(at).copied();
            let same = |k: usize| self.kinds.get(k).copied() == kind;
            let end = (at..to).find(|&k| !same(k)).unwrap_or(to);
            for part in self.grower.paragraphs(at, end) {
                let part = self.opened(items, part);
                items.push(Item { part, point: None });
            }
            at = end;
        }
    }

    /// `同志们：` in mid-speech opens what follows it; the part with all addresses right before it.
    fn opened(&mut self, items: &mut Vec<Item>, next: usize) -> usize {
        let mut part = next;
        for _ in 0..if self.is_address(next) { 0 } else { MOST_ADDRESSES } {
            let last = items.last().filter(|i| i.point.is_none() && self.is_address(i.part));
            let join = Join::layout("organization-phatic", Form::SN, None);
            let Some(joined) = last.and_then(|i| self.grower.parts.join(vec![i.part, part], join)) else { break };
            items.pop();
            part = joined;
        }
        part
    }

    /// A line of its own that greets.
    fn is_address(&self, part: usize) -> bool {
        let unit = self.grower.parts.get(part).filter(|p| p.join.is_none()).map(|p| p.units.0);
        unit.and_then(|u| self.kinds.get(u)) == Some(&BlockKind::Salutation)
    }

    /// Joins neighbouring points of one kind, and what announces or opens a list to the list.
    fn lists(&mut self, items: &[Item]) -> Vec<usize> {
        let one_list = |a: &Item, b: &Item| {
            let points = a.point.zip(b.point);
            points.is_some_and(|(a, b)| a.scheme == b.scheme && !begins_anew(a.ordinal, b.ordinal))
        };
        let mut out: Vec<usize> = Vec::new();
        let items = self.with_peers(items);
        for group in items.chunk_by(one_list) {
            let Some(point) = group.first().and_then(|i| i.point) else {
                out.extend(group.iter().map(|i| i.part));
                continue;
            };
            let members: Vec<usize> = group.iter().map(|i| i.part).collect();
            let list = Join::layout("joint-list", Form::NN, point.marker);
            let Some(mut part) = self.grower.parts.join(members, list) else { continue };
            for _ in 0..=MOST_ADDRESSES {
                let Some(&before) = out.last() else { break };
                let Some(join) = self.above_list(before) else { break };
                let Some(joined) = self.grower.parts.join(vec![before, part], join) else { break };
                out.pop();
                part = joined;
                if join.signal.is_some() {
                    break;
                }
            }
            out.push(part);
        }
        out
    }

    /// The items of a row; paragraphs beside points with run-in heads that are their equals become
    /// members of the list.
    fn with_peers(&self, items: &[Item]) -> Vec<Item> {
        let mut out = items.to_vec();
        let headed = |p: &Point| matches!(p.scheme, Scheme::Bare | Scheme::Parallel);
        let mut sizes: Vec<u32> =
            items.iter().filter_map(|i| i.point).filter(headed).map(|p| self.chars(p.units)).collect();
        sizes.sort_unstable();
        let Some(&middle) = sizes.get(sizes.len() / 2).filter(|_| sizes.len() > 1) else { return out };
        // Each joins the one before it, going forward, or the one behind, going back.
        let last = out.len().saturating_sub(1);
        for (at, beside) in (1..=last).map(|at| (at, at - 1)).chain((0..last).rev().map(|at| (at, at + 1))) {
            let Some(model) = out.get(beside).and_then(|i| i.point).filter(headed) else { continue };
            if let Some(item) = out.get_mut(at).filter(|i| i.point.is_none() && self.is_peer(i.part, middle))
                && let Some(part) = self.grower.parts.get(item.part)
            {
                let units = (part.units.0, part.units.1 + 1);
                item.point = Some(Point { units, part: item.part, scheme: model.scheme, marker: None, ordinal: None });
            }
        }
        out
    }

    /// Whether a paragraph is built like points with run-in heads of this length: it opens with a
    /// short demand, says more in several sentences, and speaks of no whole.
    fn is_peer(&self, part: usize, middle: u32) -> bool {
        let Some(&Part { units: (from, last), .. }) = self.grower.parts.get(part) else { return false };
        let Some(opening) = self.grower.context.unit(from).filter(|u| u.opens_paragraph) else { return false };
        let units = self.grower.context.units().get(from..=last).unwrap_or(&[]);
        let head: u32 = {
            let end = units.iter().position(|u| u.level >= Level::Sentence).unwrap_or(0);
            units.iter().take(end + 1).map(|u| u.chars).sum()
        };
        let sentences = units.iter().filter(|u| u.level >= Level::Sentence).count();
        let calm = units.last().is_some_and(|u| !matches!(u.end, '！' | '：' | ':'));
        let said = opening.span.of(self.grower.text()).trim_start();
        let words = OutlineWords::get();
        let whole = words.sums.begin(said) || words.wholes.begin(said);
        calm && !whole
            && is_demand(opening)
            && sentences >= PEER_SENTENCES
            && head <= LONGEST_HEADING
            && self.chars((from, last + 1)) * 2 >= middle
    }

    /// Characters of the units `from..to`.
    fn chars(&self, (from, to): (usize, usize)) -> u32 {
        self.grower.context.units().get(from..to).unwrap_or(&[]).iter().map(|u| u.chars).sum()
    }

    /// What a part is to the list below it: an announcement, an address; else nothing that layout
    /// tells.
    fn above_list(&self, before: usize) -> Option<Join> {
        if self.is_address(before) {
            return Some(Join::layout("organization-phatic", Form::SN, None));
        }
        let signal = self.announced(before)?;
        Some(Join::layout("organization-preparation", Form::SN, Some(signal)))
    }

    /// The words by which the end of a part announces what follows: a promise of points, or a
    /// colon.
    fn announced(&self, part: usize) -> Option<Span> {
        let (_, last) = self.grower.parts.get(part)?.units;
        let unit = self.grower.context.unit(last)?;
        let all = &self.outline.announcements;
        let next = all.partition_point(|a| a.span.start < unit.span.end);
        let promise: Option<&Announcement> = next.checked_sub(1).and_then(|n| all.get(n));
        if let Some(promise) = promise.filter(|a| a.found > 0 && a.span.end > unit.span.start) {
            return Some(promise.span);
        }
        let last = unit.span.of(self.grower.text()).char_indices().next_back();
        last.filter(|(_, c)| matches!(c, '：' | ':')).map(|(at, _)| Span::new(unit.span.start + at, unit.span.end))
    }
}

#[cfg(test)]
mod tests;
