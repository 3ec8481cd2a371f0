//! What a heading says of the sentences below it: `存在的主要问题` lets them name problems.
//!
//! In: outline. Out: for each node the move its heading, or the nearest heading above, speaks for.

use super::{Move, time};
use crate::lexicon::moves::MoveCues;
use crate::rhetoric::prose::Prose;

/// Characters of the longest heading read: beyond it a heading is a sentence.
const LONGEST: usize = 24;
/// Verbs that turn a problem into a task: 解决突出问题.
const TASKS: [&str; 8] = ["解决", "整治", "整改", "破解", "着力", "聚焦", "防范", "应对"];

/// A move with its weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prior {
    pub(super) kind: Move,
    pub(super) weight: u8,
}

/// The prior of each node.
pub(super) fn of_nodes(prose: &Prose) -> Vec<Option<Prior>> {
    let mut priors: Vec<Option<Prior>> = Vec::with_capacity(prose.outline.nodes.len());
    for node in &prose.outline.nodes {
        let own = of_heading(node.heading.of(prose.text));
        let above = || node.parent.and_then(|p| *priors.get(p)?);
        priors.push(own.or_else(above));
    }
    priors
}

/// For each node the one under the document it stands in.
pub(super) fn top_nodes(prose: &Prose) -> Vec<usize> {
    let mut tops: Vec<usize> = Vec::with_capacity(prose.outline.nodes.len());
    for (i, node) in prose.outline.nodes.iter().enumerate() {
        let top = node.parent.and_then(|p| tops.get(p).copied()).unwrap_or(i);
        tops.push(top);
    }
    tops
}

/// What the weightiest word of a heading says, the last of equals; in 成绩与问题 neither alone, so nothing.
fn of_heading(heading: &str) -> Option<Prior> {
    let mut found: Option<Prior> = None;
    if heading.chars().nth(LONGEST).is_some() || TASKS.iter().any(|w| heading.contains(w)) {
        return None;
    }
    for (at, c) in heading.char_indices() {
        for cue in MoveCues::get().heading(c, heading.get(at..).unwrap_or("")) {
            let kind = Move::from_name(cue.name)?;
            let weight = cue.weight;
            found = match found {
                Some(f) if f.weight == weight && time::of_heading(f.kind) != time::of_heading(kind) => {
                    return None;
                }
                Some(f) if f.weight > weight => Some(f),
                _ => Some(Prior { kind, weight }),
            };
        }
    }
    found
}
