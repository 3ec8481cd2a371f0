//! What a heading says of the sentences below it: `存在的主要问题` lets them name problems.
//!
//! In: outline. Out: for each node the move its heading, or the nearest heading above, speaks for.

use super::Move;
use crate::lexicon::moves::{MoveCues, Where};
use crate::rhetoric::prose::Prose;

/// Characters of the longest heading read: beyond it a heading is a sentence.
const LONGEST: usize = 24;
/// Verbs that turn a problem into a task: 解决突出问题.
const TASKS: [&str; 8] = ["解决", "整治", "整改", "破解", "着力", "聚焦", "防范", "应对"];

/// A move with its weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prior {
    pub(super) kind: Move,
    pub(super) weight: u32,
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

/// What the last and weightiest word of a heading says: in 成绩与问题 neither alone, so nothing.
fn of_heading(heading: &str) -> Option<Prior> {
    let mut found: Option<Prior> = None;
    if heading.chars().nth(LONGEST).is_some() || TASKS.iter().any(|w| heading.contains(w)) {
        return None;
    }
    for (at, _) in heading.char_indices() {
        for cue in MoveCues::get().at(heading.get(at..).unwrap_or("")).filter(|c| c.place == Where::Heading) {
            let kind = Move::from_name(cue.name)?;
            let weight = u32::from(cue.weight);
            found = match found {
                Some(f) if f.kind != kind && f.weight == weight => return None,
                Some(f) if f.weight >= weight => Some(f),
                _ => Some(Prior { kind, weight }),
            };
        }
    }
    found
}
