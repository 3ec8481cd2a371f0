//! Training of the splitter: a softmax over the candidates of each span.

use super::lbfgs::{Settings, minimize};
use super::vocabulary::Rows;

/// The candidates of one span, and which is right.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// For each candidate the row of its boundary and the row of its division.
    pub(crate) candidates: Vec<(u32, u32)>,
    /// Index of the right one.
    pub(crate) right: usize,
}

/// Weights of features; a candidate's score is the sum over its two rows.
pub(crate) fn train(rows: &Rows, features: usize, groups: &[Group], l2: f64, settings: Settings) -> Vec<f64> {
    let mut row_scores = vec![0.0; rows.len()];
    let mut row_errors = vec![0.0; rows.len()];
    minimize(features, settings, |weights, gradient| {
        for (row, score) in row_scores.iter_mut().enumerate() {
            *score = rows.score(row, weights);
        }
        row_errors.fill(0.0);
        let mut loss = 0.0;
        for group in groups {
            let score = |&(a, b): &(u32, u32)| row_scores[a as usize] + row_scores[b as usize];
            let scores: Vec<f64> = group.candidates.iter().map(score).collect();
            let high = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let sum: f64 = scores.iter().map(|s| (s - high).exp()).sum();
            loss += high + sum.ln() - scores[group.right];
            for (n, (&(a, b), s)) in group.candidates.iter().zip(&scores).enumerate() {
                let error = (s - high).exp() / sum - f64::from(u8::from(n == group.right));
                row_errors[a as usize] += error;
                row_errors[b as usize] += error;
            }
        }
        gradient.iter_mut().zip(weights).for_each(|(g, w)| *g = l2 * w);
        for (row, &error) in row_errors.iter().enumerate() {
            if error != 0.0 {
                for &f in rows.get(row) {
                    gradient[f as usize] += error;
                }
            }
        }
        loss + 0.5 * l2 * weights.iter().map(|w| w * w).sum::<f64>()
    })
}
