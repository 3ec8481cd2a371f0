//! Minimizing a convex function: L-BFGS, and OWL-QN (Andrew and Gao 2007) when there is an L1 term.
//!
//! In: value and gradient of the smooth part, the L1 strength. Out: the weights. No randomness.

/// Steps remembered.
const MEMORY: usize = 7;

/// What to minimize, and for how long.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// Strength of the L1 term, added to the function given.
    pub l1: f64,
    /// Steps at the most.
    pub(crate) steps: usize,
}

/// Minimizes `smooth(x, gradient) -> value` plus `l1 · Σ|x|` from zero.
pub(crate) fn minimize(size: usize, settings: Settings, mut smooth: impl FnMut(&[f64], &mut [f64]) -> f64) -> Vec<f64> {
    let l1 = settings.l1;
    let mut x = vec![0.0; size];
    let mut gradient = vec![0.0; size];
    let mut value = smooth(&x, &mut gradient) + l1 * norm1(&x);
    let mut memory: Vec<(Vec<f64>, Vec<f64>, f64)> = Vec::new();
    let mut next = vec![0.0; size];
    let mut next_gradient = vec![0.0; size];
    for step in 0..settings.steps {
        let steepest = descent(&x, &gradient, l1);
        let mut direction = two_loops(&memory, &steepest);
        if l1 > 0.0 {
            // The direction must not leave the orthant the steepest descent points into.
            for (d, s) in direction.iter_mut().zip(&steepest) {
                if *d * s <= 0.0 {
                    *d = 0.0;
                }
            }
        }
        let slope = -dot(&direction, &steepest);
        if slope >= 0.0 {
            break;
        }
        let mut rate = if step == 0 { 1.0 / dot(&steepest, &steepest).sqrt().max(1e-12) } else { 1.0 };
        let mut moved = false;
        for _ in 0..30 {
            for (((n, x), d), s) in next.iter_mut().zip(&x).zip(&direction).zip(&steepest) {
                *n = x + rate * d;
                let orthant = if *x == 0.0 { *s } else { *x };
                if l1 > 0.0 && *n * orthant < 0.0 {
                    *n = 0.0;
                }
            }
            let next_value = smooth(&next, &mut next_gradient) + l1 * norm1(&next);
            if next_value <= value + 1e-4 * rate * slope {
                moved = value - next_value > 1e-7 * value.abs().max(1.0);
                remember(&mut memory, (&x, &next), (&gradient, &next_gradient));
                value = next_value;
                std::mem::swap(&mut x, &mut next);
                std::mem::swap(&mut gradient, &mut next_gradient);
                break;
            }
            rate *= 0.5;
        }
        if !moved {
            break;
        }
    }
    x
}

/// Minus the gradient; with an L1 term minus the least subgradient.
fn descent(x: &[f64], gradient: &[f64], l1: f64) -> Vec<f64> {
    let one = |(&x, &g): (&f64, &f64)| {
        if x > 0.0 || (x == 0.0 && g + l1 < 0.0) {
            -(g + l1)
        } else if x < 0.0 || g - l1 > 0.0 {
            -(g - l1)
        } else {
            0.0
        }
    };
    if l1 > 0.0 { x.iter().zip(gradient).map(one).collect() } else { gradient.iter().map(|g| -g).collect() }
}

fn two_loops(memory: &[(Vec<f64>, Vec<f64>, f64)], steepest: &[f64]) -> Vec<f64> {
    let mut q = steepest.to_vec();
    let mut alphas = Vec::new();
    for (s, y, rho) in memory.iter().rev() {
        let alpha = rho * dot(s, &q);
        add(&mut q, -alpha, y);
        alphas.push(alpha);
    }
    if let Some((_, y, rho)) = memory.last() {
        let scale = 1.0 / (rho * dot(y, y));
        for value in &mut q {
            *value *= scale;
        }
    }
    for ((s, y, rho), alpha) in memory.iter().zip(alphas.iter().rev()) {
        let beta = rho * dot(y, &q);
        add(&mut q, alpha - beta, s);
    }
    q
}

fn remember(memory: &mut Vec<(Vec<f64>, Vec<f64>, f64)>, x: (&[f64], &[f64]), g: (&[f64], &[f64])) {
    let s: Vec<f64> = x.1.iter().zip(x.0).map(|(a, b)| a - b).collect();
    let y: Vec<f64> = g.1.iter().zip(g.0).map(|(a, b)| a - b).collect();
    let curvature = dot(&s, &y);
    if curvature > 1e-10 {
        if memory.len() == MEMORY {
            memory.remove(0);
        }
        memory.push((s, y, 1.0 / curvature));
    }
}

fn norm1(x: &[f64]) -> f64 {
    x.iter().map(|v| v.abs()).sum()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(to: &mut [f64], factor: f64, what: &[f64]) {
    for (t, w) in to.iter_mut().zip(what) {
        *t += factor * w;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Σ (x - target)² · scale / 2.
    fn bowl(x: &[f64], gradient: &mut [f64]) -> f64 {
        let targets = [3.0, -2.0, 0.4, 0.0];
        let scales = [1.0, 10.0, 1.0, 5.0];
        let mut value = 0.0;
        for i in 0..4 {
            let d = x[i] - targets[i];
            gradient[i] = scales[i] * d;
            value += 0.5 * scales[i] * d * d;
        }
        value
    }

    #[test]
    fn finds_the_least_of_a_bowl() {
        let x = minimize(4, Settings { l1: 0.0, steps: 100 }, bowl);
        for (x, want) in x.iter().zip([3.0, -2.0, 0.4, 0.0]) {
            assert!((x - want).abs() < 1e-3, "{x} {want}");
        }
    }

    #[test]
    fn an_l1_term_shrinks_and_leaves_zeros() {
        let x = minimize(4, Settings { l1: 0.5, steps: 200 }, bowl);
        for (x, want) in x.iter().zip([2.5, -1.95, 0.0, 0.0]) {
            assert!((x - want).abs() < 1e-2, "{x} {want}");
        }
        assert_eq!((x[2], x[3]), (0.0, 0.0));
    }
}
