//! The relation of a node as the model names it.
//!
//! In: units, the node's division, weights. Out: the index of a label.

use super::features::{Node, features};
use crate::rhetoric::rst::model::table::ClassTable;
use crate::rhetoric::rst::tree::features::Context;

/// What the model says of a node.
pub fn likeliest(context: &Context, node: Node, table: &ClassTable) -> u8 {
    let mut fingerprints = Vec::new();
    features(context, node, &mut fingerprints);
    best(&table.scores(&fingerprints))
}

fn best(scores: &[i32]) -> u8 {
    let mut best = (i32::MIN, 0);
    for (class, &score) in scores.iter().enumerate() {
        if score > best.0 {
            best = (score, class);
        }
    }
    best.1 as u8
}
