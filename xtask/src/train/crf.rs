//! Training of the segmenter: a chain of plain units and modifiers; two weights a feature, one for any start, one more
//! for that of a modifier.
//!
//! In: feature rows, sequence by sequence, with the truth. Out: weights, and the scores of steps.

use super::lbfgs::{Settings, minimize};
use super::vocabulary::Rows;
use gangmu::rhetoric::rst::edu::chain::{Link, Steps, starts, sweep};
use gangmu::rhetoric::rst::edu::word::Word;

/// One sequence: rows `from..to`, whose first is a start by layout.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    /// First row.
    from: usize,
    /// Whether each word is one that a modifier ends in.
    is_de: Vec<bool>,
    /// Whether a unit starts at each row, and whether the unit it is in is a modifier.
    truth: Vec<(bool, bool)>,
}

impl Chain {
    /// The words whose first row is `from`, with units that start where `truth` says.
    pub(crate) fn new(from: usize, words: &[Word], truth: &[bool]) -> Self {
        let is_de: Vec<bool> = words.iter().map(Word::ends_in_de).collect();
        let mut modifier = false;
        let mut kinds = Vec::new();
        for i in (0..words.len()).rev() {
            if truth.get(i + 1).is_none_or(|&start| start) {
                modifier = is_de[i];
            }
            kinds.push((i == 0 || truth[i], modifier));
        }
        kinds.reverse();
        Self { from, is_de, truth: kinds }
    }
}

/// Two weights for each feature, those of one feature after one another; then of the steps.
pub(crate) fn train(rows: &Rows, features: usize, chains: &[Chain], l2: f64, settings: Settings) -> Vec<f64> {
    minimize(2 * features + 12, settings, |weights, gradient| {
        gradient.iter_mut().zip(weights).for_each(|(g, w)| *g = l2 * w);
        let penalty = 0.5 * l2 * weights.iter().map(|w| w * w).sum::<f64>();
        penalty + chains.iter().map(|c| loss(rows, c, weights, gradient)).sum::<f64>()
    })
}

/// Minus the log-likelihood of one chain; adds its gradient.
fn loss(rows: &Rows, chain: &Chain, weights: &[f64], gradient: &mut [f64]) -> f64 {
    let end = weights.len() - 12;
    let mut scores: Steps = [0.0; 12];
    scores.copy_from_slice(&weights[end..]);
    let link = |(i, &is_de): (usize, &bool)| {
        let (mut plain, mut extra) = (0.0, 0.0);
        for &f in rows.get(chain.from + i) {
            plain += weights[2 * f as usize];
            extra += weights[2 * f as usize + 1];
        }
        Link { plain, modifier: plain + extra, is_de }
    };
    let links: Vec<Link> = chain.is_de.iter().enumerate().map(link).collect();
    let score = |i: usize| if chain.truth[i].1 { links[i].modifier } else { links[i].plain };
    let learn = |gradient: &mut [f64], i: usize, [plain, modifier]: [f64; 2]| {
        // Most words are no starts and known not to be.
        if plain.abs() + modifier.abs() > 1e-6 {
            for &f in rows.get(chain.from + i) {
                gradient[2 * f as usize] += plain + modifier;
                gradient[2 * f as usize + 1] += modifier;
            }
        }
    };
    let minus = |likely: [f64; 2], (start, modifier): (bool, bool)| {
        let [plain, other] = likely;
        [plain - f64::from(u8::from(start && !modifier)), other - f64::from(u8::from(start && modifier))]
    };
    let mut truth = score(0);
    let (modifier, sum) = sweep(&links, &scores, |i, steps| {
        let ((from_start, was), (start, is)) = (chain.truth[i - 1], chain.truth[i]);
        let state = 2 * usize::from(from_start) + usize::from(was);
        let step = if start { 4 + 2 * state + usize::from(is) } else { state };
        truth += scores[step] + if start { score(i) } else { 0.0 };
        gradient[end + step] -= 1.0;
        gradient[end..].iter_mut().zip(steps).for_each(|(g, p)| *g += p);
        learn(gradient, i, minus(starts(steps), (start, is)));
    });
    learn(gradient, 0, minus([1.0 - modifier, modifier], chain.truth[0]));
    sum - truth
}
