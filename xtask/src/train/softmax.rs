//! Training of the labeller: multinomial logistic regression.

use super::lbfgs::{Settings, minimize};
use super::vocabulary::Rows;

/// Weights, feature by feature, `classes` each; then one for each class alone.
pub(crate) fn train(
    rows: &Rows,
    features: usize,
    truth: &[u8],
    classes: usize,
    l2: f64,
    settings: Settings,
) -> Vec<f64> {
    let mut scores = vec![0.0; classes];
    minimize((features + 1) * classes, settings, |weights, gradient| {
        gradient.iter_mut().zip(weights).for_each(|(g, w)| *g = l2 * w);
        let mut loss = 0.5 * l2 * weights.iter().map(|w| w * w).sum::<f64>();
        let alone = features * classes;
        for (row, &right) in truth.iter().enumerate() {
            scores.copy_from_slice(&weights[alone..]);
            for &f in rows.get(row) {
                let at = f as usize * classes;
                scores.iter_mut().zip(&weights[at..at + classes]).for_each(|(s, w)| *s += w);
            }
            let high = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let sum: f64 = scores.iter().map(|s| (s - high).exp()).sum();
            loss += high + sum.ln() - scores[usize::from(right)];
            for score in &mut scores {
                *score = (*score - high).exp() / sum;
            }
            scores[usize::from(right)] -= 1.0;
            for &f in rows.get(row) {
                let at = f as usize * classes;
                gradient[at..at + classes].iter_mut().zip(&scores).for_each(|(g, e)| *g += e);
            }
            gradient[alone..].iter_mut().zip(&scores).for_each(|(g, e)| *g += e);
        }
        loss
    })
}
