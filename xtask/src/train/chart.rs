//! Training of the splitter on whole trees: a random field over the binary trees of a row of parts.
//!
//! In: for each row of parts the feature rows of its boundaries and of every division of every stretch; the gold tree.
//! Out: weights. The score of a tree is the sum over its divisions; a boundary counts the more the longer the stretch
//! it divides.

use super::lbfgs::{Settings, minimize};
use super::vocabulary::Rows;
use gangmu::rhetoric::rst::tree::chart::{factor, stretches};
use std::collections::HashMap;

/// A row of `n` parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chart {
    /// How many parts.
    pub(crate) n: usize,
    /// The row of each boundary.
    pub(crate) boundaries: Vec<u32>,
    /// The first of the rows of stretches, in the order of [`stretches`], each followed by those of its divisions.
    pub(crate) first: u32,
    /// Gold divisions: first, last of the left side, last.
    pub(crate) gold: Vec<(usize, usize, usize)>,
}

impl Chart {
    fn at(&self, i: usize, j: usize) -> usize {
        i * self.n + j
    }
}

/// Weights of features.
pub(crate) fn train(rows: &Rows, features: usize, charts: &[Chart], l2: f64, settings: Settings) -> Vec<f64> {
    let mut scores = vec![0.0; rows.len()];
    let mut errors = vec![0.0; rows.len()];
    minimize(features, settings, |weights, gradient| {
        for (row, score) in scores.iter_mut().enumerate() {
            *score = rows.score(row, weights);
        }
        errors.fill(0.0);
        let loss: f64 = charts.iter().map(|c| loss(c, &scores, &mut errors)).sum();
        gradient.iter_mut().zip(weights).for_each(|(g, w)| *g = l2 * w);
        for (row, &error) in errors.iter().enumerate() {
            if error != 0.0 {
                for &f in rows.get(row) {
                    gradient[f as usize] += error;
                }
            }
        }
        loss + 0.5 * l2 * weights.iter().map(|w| w * w).sum::<f64>()
    })
}

/// Minus the log-likelihood of the gold tree; adds what each row should change.
fn loss(chart: &Chart, scores: &[f64], errors: &mut [f64]) -> f64 {
    let n = chart.n;
    let mut inside = vec![0.0; n * n];
    let mut divisions = Vec::new();
    let mut row = chart.first as usize;
    for (i, j) in stretches(n) {
        let factor = factor(j - i + 1);
        let begin = divisions.len();
        let whole = row;
        row += 1;
        for k in i..j {
            let own = scores[whole] + scores[row] + factor * scores[chart.boundaries[k] as usize];
            divisions.push((i, k, j, [whole, row], own));
            row += 1;
        }
        let all: Vec<f64> = divisions[begin..]
            .iter()
            .map(|&(i, k, j, _, own)| own + inside[chart.at(i, k)] + inside[chart.at(k + 1, j)])
            .collect();
        let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        inside[chart.at(i, j)] = high + all.iter().map(|s| (s - high).exp()).sum::<f64>().ln();
    }
    // How likely each stretch is a part of the tree, long ones first.
    let mut likely = vec![0.0; n * n];
    likely[chart.at(0, n - 1)] = 1.0;
    for &(i, k, j, row, own) in divisions.iter().rev() {
        let above = likely[chart.at(i, j)];
        if above < 1e-12 {
            continue;
        }
        let (left, right) = (chart.at(i, k), chart.at(k + 1, j));
        let p = above * (own + inside[left] + inside[right] - inside[chart.at(i, j)]).exp();
        errors[row[0]] += p;
        errors[row[1]] += p;
        errors[chart.boundaries[k] as usize] += p * factor(j - i + 1);
        likely[left] += p;
        likely[right] += p;
    }
    let rows: HashMap<_, _> = divisions.iter().map(|&(i, k, j, row, own)| ((i, k, j), (row, own))).collect();
    let mut truth = 0.0;
    for &(i, k, j) in &chart.gold {
        let (row, own) = rows[&(i, k, j)];
        truth += own;
        errors[row[0]] -= 1.0;
        errors[row[1]] -= 1.0;
        errors[chart.boundaries[k] as usize] -= factor(j - i + 1);
    }
    inside[chart.at(0, n - 1)] - truth
}
