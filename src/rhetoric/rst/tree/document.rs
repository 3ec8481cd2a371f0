//! The uppermost part of the tree: documents, and what stands before and after their bodies.
//!
//! A title is the heading of its document; an addressee prepares for the body; a salutation is a
//! courtesy; a byline or an issuer says whose words they are; a date when; 谢谢大家 is a courtesy.
//! Attachments elaborate on their document; documents of one file stand side by side.
//!
//! In: layout, outline, units. Out: the root.

use super::ends;
use super::grow::{Grower, WIDE};
use super::parts::Join;
use super::region::{Point, Regions};
use crate::layout::{BlockKind, Layout};
use crate::outline::Outline;
use crate::rhetoric::rst::edu::cut::Cut;
use crate::rhetoric::rst::relation::Form;
use std::ops::Range;

/// Builds the tree of all documents; none where there is no unit.
pub fn root(grower: &mut Grower, layout: &Layout, outline: &Outline, cut: &Cut) -> Option<usize> {
    let kind = |&b: &usize| layout.blocks.get(b).map_or(BlockKind::Paragraph, |b| b.kind);
    let kinds: Vec<BlockKind> = cut.blocks.iter().map(kind).collect();
    let document_of = |unit: usize| cut.blocks.get(unit).and_then(|&b| layout.blocks.get(b)).map_or(0, |b| b.document);
    let ends = ends::ends(grower.text(), &grower.context, &kinds, outline);
    let mut regions = Regions { grower, outline, kinds: &kinds, ends };
    let points = regions.points(layout.documents.len());
    let mut groups: Vec<Group> = Vec::new();
    let mut from = 0;
    let mut label = None;
    for (number, document) in layout.documents.iter().enumerate() {
        // A label left over from the document above comes first.
        let end = from + (from..kinds.len()).take_while(|&u| document_of(u) <= number).count();
        // What announces attachments at the end of a document belongs to what follows: 附件2 to the
        // next, `附：大会发言` to all.
        let last = end.checked_sub(1).filter(|&u| u > from && number + 1 < layout.documents.len());
        let announced = last.and_then(|u| announces(&regions, u));
        let to = if announced.is_some() { end - 1 } else { end };
        let own = points.get(number).map_or(&[][..], Vec::as_slice);
        let pending = label.take();
        if let Some(mut part) = whole(&mut regions, from, to, own) {
            let above = groups.last_mut().filter(|group| document.parent.is_some_and(|p| p >= group.first));
            match (above, pending) {
                // Before the first attachment it announces all of them, further down the next.
                (Some(group), label) if group.attached.is_empty() => {
                    group.label = label;
                    group.attached.push(part);
                }
                (above, label) => {
                    if let Some(label) = label {
                        part = fronts(&mut regions, label..label + 1, part)?;
                    }
                    match above {
                        Some(group) => group.attached.push(part),
                        None => groups.push(Group { first: number, main: part, label: None, attached: Vec::new() }),
                    }
                }
            }
        } else {
            label = pending;
        }
        from = to;
        if let Some(announced) = announced.filter(|label| !label.numbered) {
            label = Some(announced.unit);
            from = end;
        }
    }
    let mut row = Vec::new();
    for group in groups {
        let mut attached = regions.grower.parts.join(group.attached, Join::layout("joint-list", Form::NN, None));
        if let (Some(label), Some(rest)) = (group.label, attached) {
            attached = fronts(&mut regions, label..label + 1, rest);
        }
        let both = [Some(group.main), attached].into_iter().flatten().collect();
        row.extend(regions.grower.parts.join(both, Join::layout("elaboration-additional", Form::NS, None)));
    }
    row.extend(label.map(|unit| regions.grower.parts.unit(unit)));
    regions.grower.parts.join(row, Join::layout("joint-other", Form::NN, None))
}

/// A document with those attached to it.
struct Group {
    /// Its number.
    first: usize,
    main: usize,
    /// The unit that announces what is attached.
    label: Option<usize>,
    attached: Vec<usize>,
}

/// A unit that announces attachments.
struct Label {
    unit: usize,
    /// One of several: `附件1`.
    numbered: bool,
}

/// What the last unit of a document announces: `附件1`, `附：大会发言`.
fn announces(regions: &Regions, unit: usize) -> Option<Label> {
    let said = regions.grower.context.unit(unit)?.span.of(regions.grower.text()).trim();
    let name = said.strip_prefix("附件").or(said.strip_prefix('附'))?.trim_start();
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    (regions.kinds.get(unit) == Some(&BlockKind::AttachmentNote))
        .then(|| Label { unit, numbered: name.starts_with(number) })
}

/// One document, the units `from..to`.
fn whole(regions: &mut Regions, from: usize, to: usize, points: &[Point]) -> Option<usize> {
    let is_body = |kinds: &[BlockKind], u: usize| kinds.get(u) == Some(&BlockKind::Paragraph);
    let Some(first) = (from..to).find(|&u| is_body(regions.kinds, u)) else {
        return without_body(regions, from, to);
    };
    let last = (first..to).rev().find(|&u| is_body(regions.kinds, u)).unwrap_or(first);
    let row = regions.row(first, last + 1, points);
    let mut part = regions.grower.grow(row)?;
    // What belongs to the title is joined last: the title heads all the rest.
    let title = (from..first).find(|&u| regions.kinds.get(u) == Some(&BlockKind::Title));
    let below = title.map_or(from, |t| (t..first).find(|&u| !in_title(regions.kinds, u)).unwrap_or(first));
    part = fronts(regions, below..first, part)?;
    part = closings(regions, last + 1..to, part)?;
    if let Some(title) = title {
        let mut head = regions.grower.parts.unit(title);
        let more = Join::layout("elaboration-additional", Form::NS, None);
        for part in lines(regions, title + 1..below) {
            head = regions.grower.parts.join(vec![head, part], more)?;
        }
        part = regions.grower.parts.join(vec![head, part], Join::layout("organization-heading", Form::SN, None))?;
        part = fronts(regions, from..title, part)?;
    }
    Some(part)
}

/// Lines as parts; more than anyone would write are one part, side by side: the depth of a tree must not grow with the
/// text.
fn lines(regions: &mut Regions, units: Range<usize>) -> Vec<usize> {
    let many = units.len() > WIDE;
    let parts: Vec<usize> = units.map(|u| regions.grower.parts.unit(u)).collect();
    if many {
        return regions.grower.parts.join(parts, Join::layout("joint-other", Form::NN, None)).into_iter().collect();
    }
    parts
}

/// What stands before `rest`, the nearest line joined first.
fn fronts(regions: &mut Regions, units: Range<usize>, mut rest: usize) -> Option<usize> {
    for part in lines(regions, units).into_iter().rev() {
        rest = front(regions, part, rest)?;
    }
    Some(rest)
}

/// What stands behind `rest`, the nearest line joined first.
fn closings(regions: &mut Regions, units: Range<usize>, mut rest: usize) -> Option<usize> {
    for part in lines(regions, units) {
        let unit = regions.grower.parts.get(part)?.units.0;
        let written = regions.grower.context.unit(unit).map_or("", |u| u.span.of(regions.grower.text()));
        let kind = regions.kinds.get(unit).copied().map(|k| if is_date(written) { BlockKind::Date } else { k });
        rest = regions.grower.parts.join(vec![rest, part], Join::layout(behind(kind), Form::NS, None))?;
    }
    Some(rest)
}

fn in_title(kinds: &[BlockKind], unit: usize) -> bool {
    matches!(kinds.get(unit), Some(BlockKind::Title | BlockKind::Subtitle))
}

fn front(regions: &mut Regions, satellite: usize, rest: usize) -> Option<usize> {
    let unit = regions.grower.parts.get(satellite)?.units.0;
    let relation = match regions.kinds.get(unit)? {
        BlockKind::Byline | BlockKind::Issuer | BlockKind::Provenance => "attribution-positive",
        BlockKind::Date => "context-circumstance",
        BlockKind::Title => "organization-heading",
        BlockKind::Salutation => "organization-phatic",
        _ => "organization-preparation",
    };
    regions.grower.parts.join(vec![satellite, rest], Join::layout(relation, Form::SN, None))
}

fn behind(kind: Option<BlockKind>) -> &'static str {
    match kind {
        Some(BlockKind::Byline | BlockKind::Issuer | BlockKind::Provenance) => "attribution-positive",
        Some(BlockKind::Date) => "context-circumstance",
        Some(BlockKind::Courtesy | BlockKind::Salutation) => "organization-phatic",
        _ => "elaboration-additional",
    }
}

/// The date below the issuer: `2021年3月5日`, `二〇二一年三月五日`.
fn is_date(line: &str) -> bool {
    let of_date = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十年月日 　".contains(c);
    line.contains('年') && line.chars().all(of_date)
}

/// A document of front matter alone.
fn without_body(regions: &mut Regions, from: usize, to: usize) -> Option<usize> {
    let units: Vec<usize> = (from..to).map(|u| regions.grower.parts.unit(u)).collect();
    regions.grower.parts.join(units, Join::layout("joint-other", Form::NN, None))
}

#[cfg(test)]
mod tests;
