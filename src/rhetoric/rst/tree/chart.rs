//! The best tree over a row of parts, found among all there are (Cocke, Younger, Kasami).
//!
//! In: the row, the two tables of divisions. Out: where it divides, a stretch before those inside
//! it. A tree's score is the sum over its divisions of what the ranker (which of the places of this
//! stretch?) and the field over whole trees (is this stretch a part at all, and divided here?) say:
//! each errs where the other may not.

use super::features::{Context, SpanView};
use crate::rhetoric::rst::model::Model;
use crate::rhetoric::rst::model::soft::{ln, log_shares};

/// The longest row looked at as a whole: the work grows with its third power.
pub const LONGEST: usize = 20;

/// What the field's word counts beside the ranker's; chosen by cross-validation on the train part.
const FIELD: f64 = 0.6;

/// A boundary counts the more for a tree the longer the row of parts it divides.
pub fn factor(parts: usize) -> f64 {
    ln(parts as f64) / core::f64::consts::LN_2
}

/// A row about to be divided.
pub struct Row<'r> {
    /// First and last unit of each part.
    pub ends: &'r [(usize, usize)],
    /// For each boundary what the ranker says of it by itself.
    pub boundaries: &'r [i32],
}

/// Where the row divides: first part of a stretch and last of its left side.
pub fn divide(context: &Context, model: &Model, row: &Row) -> Vec<(usize, usize)> {
    let n = row.ends.len();
    let units = [model.split.unit(), model.tree.unit()].map(f64::from);
    let mut features = Vec::new();
    let of_field: Vec<f64> = row
        .ends
        .iter()
        .map(|&(_, last)| {
            features.clear();
            context.boundary(last, &mut features);
            f64::from(model.tree.score(&features)) / units[1]
        })
        .collect();
    // For the stretch of parts i..=j the score of its best tree and where that divides.
    let mut best = vec![(0.0, 0); n * n];
    let score = |best: &[(f64, usize)], i: usize, j: usize| best.get(i * n + j).map_or(0.0, |b| b.0);
    let mut ranked = Vec::new();
    let mut field = Vec::new();
    for (i, j) in stretches(n) {
        let (Some(first), Some(last)) = (row.ends.get(i), row.ends.get(j)) else { continue };
        let view = SpanView::new(context, first.0, last.1);
        features.clear();
        view.stretch(&mut features);
        let whole = f64::from(model.tree.score(&features)) / units[1];
        let factor = factor(j - i + 1);
        ranked.clear();
        field.clear();
        for (k, part) in row.ends.iter().enumerate().take(j).skip(i) {
            features.clear();
            view.division(part.1, &mut features);
            let boundary = row.boundaries.get(k).copied().unwrap_or_default();
            ranked.push(f64::from(model.split.score(&features) + boundary) / units[0]);
            let boundary = of_field.get(k).copied().unwrap_or_default();
            field.push(whole + f64::from(model.tree.score(&features)) / units[1] + factor * boundary);
        }
        log_shares(&mut ranked);
        let mut winner = (f64::NEG_INFINITY, i);
        for (k, (ranked, field)) in (i..j).zip(ranked.iter().zip(&field)) {
            let sum = ranked + FIELD * field + score(&best, i, k) + score(&best, k + 1, j);
            if sum > winner.0 {
                winner = (sum, k);
            }
        }
        if let Some(slot) = best.get_mut(i * n + j) {
            *slot = winner;
        }
    }
    let mut out = Vec::with_capacity(n);
    let mut open = vec![(0, n.saturating_sub(1))];
    while let Some((i, j)) = open.pop() {
        if i >= j {
            continue;
        }
        let k = best.get(i * n + j).map_or(i, |b| b.1);
        out.push((i, k));
        open.push((k + 1, j));
        open.push((i, k));
    }
    out
}

/// The stretches of two and more of `n` parts, short ones first.
pub fn stretches(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (1..n).flat_map(move |width| (0..n - width).map(move |i| (i, i + width)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rhetoric::rst::edu::unit::{Position, Unit};
    use crate::rhetoric::rst::model::hash::{fingerprint, hash};
    use crate::rhetoric::rst::model::table::Table;

    #[test]
    fn every_stretch_comes_after_those_inside_it() {
        let all: Vec<_> = stretches(4).collect();
        assert_eq!(all, [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)]);
        assert_eq!(stretches(1).count() + stretches(0).count(), 0);
    }

    #[test]
    fn a_row_divides_where_the_tables_say_and_once_at_every_boundary() {
        let place = Position { opens_paragraph: false, closes_paragraph: false };
        let units: Vec<Unit> = (0..5).map(|_| Unit::new("", &[], place)).collect();
        let context = Context::new(&units);
        let ends: Vec<_> = (0..5).map(|u| (u, u)).collect();
        // One unit on the left, two and more on the right: the ranker wants to go on to the right.
        let shape = |few: u64| fingerprint(hash(b"L left right"), &[0, 1, few]);
        let split = Table::new([1, 2, 3].map(|few| (shape(few), 90)).to_vec(), vec![30]);
        let model = Model { split, ..Model::default() };
        let row = Row { ends: &ends, boundaries: &[0; 4] };
        assert_eq!(divide(&context, &model, &row), [(0, 0), (1, 1), (2, 2), (3, 3)]);
        // Without weights the boundary the ranker likes best comes first.
        let model = Model { split: Table::new(Vec::new(), vec![30]), ..Model::default() };
        let row = Row { ends: &ends, boundaries: &[0, 0, 90, 0] };
        assert_eq!(divide(&context, &model, &row).first(), Some(&(0, 2)));
    }
}
