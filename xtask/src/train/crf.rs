//! Training of the segmenter: a chain of two labels, one weight a feature (start against inside).
//!
//! In: feature rows, sequence by sequence, with the truth. Out: weights and the four transitions.

use super::lbfgs::{Settings, minimize};
use super::vocabulary::Rows;

/// One sequence: rows `from..to`, whose first is a start by layout.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    /// First row.
    pub(crate) from: usize,
    /// One past the last.
    pub(crate) to: usize,
    /// Whether a unit starts at each row.
    pub(crate) truth: Vec<bool>,
}

/// Weights of features, then of inside→inside, inside→start, start→inside, start→start.
pub(crate) fn train(rows: &Rows, features: usize, chains: &[Chain], l2: f64, settings: Settings) -> Vec<f64> {
    minimize(features + 4, settings, |weights, gradient| {
        gradient.iter_mut().zip(weights).for_each(|(g, w)| *g = l2 * w);
        let penalty = 0.5 * l2 * weights.iter().map(|w| w * w).sum::<f64>();
        penalty + chains.iter().map(|c| loss(rows, features, c, weights, gradient)).sum::<f64>()
    })
}

/// Minus the log-likelihood of one chain; adds its gradient.
fn loss(rows: &Rows, features: usize, chain: &Chain, weights: &[f64], gradient: &mut [f64]) -> f64 {
    let n = chain.to - chain.from;
    let t = &weights[features..];
    let transition = |a: usize, b: usize| t[a * 2 + b];
    let scores: Vec<f64> = (chain.from..chain.to).map(|row| rows.score(row, weights)).collect();
    // The first position is a start: nothing to learn there.
    let mut forward = vec![[f64::NEG_INFINITY, 0.0]];
    for score in scores.iter().skip(1) {
        let last = forward[forward.len() - 1];
        let into = |b: usize| log_add(last[0] + transition(0, b), last[1] + transition(1, b));
        forward.push([into(0), into(1) + score]);
    }
    let mut backward = vec![[0.0, 0.0]; n];
    for i in (0..n - 1).rev() {
        let next = backward[i + 1];
        let out = |a: usize| log_add(transition(a, 0) + next[0], transition(a, 1) + scores[i + 1] + next[1]);
        backward[i] = [out(0), out(1)];
    }
    let all = log_add(forward[n - 1][0], forward[n - 1][1]);
    let mut truth = 0.0;
    for i in 1..n {
        let (was, is) = (usize::from(chain.truth[i - 1]), usize::from(chain.truth[i]));
        let was = if i == 1 { 1 } else { was };
        truth += transition(was, is) + if is == 1 { scores[i] } else { 0.0 };
        gradient[features + was * 2 + is] -= 1.0;
        for a in 0..2 {
            for b in 0..2 {
                let score = if b == 1 { scores[i] } else { 0.0 };
                let p = (forward[i - 1][a] + transition(a, b) + score + backward[i][b] - all).exp();
                gradient[features + a * 2 + b] += p;
            }
        }
        let error = (forward[i][1] + backward[i][1] - all).exp() - is as f64;
        for &f in rows.get(chain.from + i) {
            gradient[f as usize] += error;
        }
    }
    all - truth
}

fn log_add(a: f64, b: f64) -> f64 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low == f64::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}
