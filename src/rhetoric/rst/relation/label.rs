//! The relation of a node as the model names it.
//!
//! In: units, the node's division, weights. Out: the index of a label.

use super::features::{Node, features};
use super::{Form, LABELS};
use crate::rhetoric::rst::model::table::ClassTable;
use crate::rhetoric::rst::tree::features::Context;

/// What the model says of a node; `strict` leaves out what form alone makes unlikely.
pub fn likeliest(context: &Context, node: Node, table: &ClassTable, strict: bool) -> u8 {
    let mut fingerprints = Vec::new();
    features(context, node, &mut fingerprints);
    best(table.scores(&fingerprints).iter().enumerate().filter(|(class, _)| !strict || fits(context, node, *class)))
}

/// What form alone rules out: two whole units are no halves of one, and nobody is quoted without a word for saying,
/// a source or a colon.
fn fits(context: &Context, node: Node, class: usize) -> bool {
    let Some(label) = LABELS.get(class) else { return false };
    match (label.relation, label.form) {
        ("same-unit", _) => node.j > node.i + 1,
        ("attribution-positive" | "attribution-negative", Form::SN) => {
            let from = node.k.saturating_sub(3).max(node.i);
            let mut units = (from..=node.k).filter_map(|u| context.unit(u));
            units.any(|u| u.speech.is_some() || matches!(u.end, '：' | ':') || u.source)
        }
        _ => true,
    }
}

fn best<'s>(scores: impl Iterator<Item = (usize, &'s i32)>) -> u8 {
    let mut best = (i32::MIN, 0);
    for (class, &score) in scores {
        if score > best.0 {
            best = (score, class);
        }
    }
    best.1 as u8
}
