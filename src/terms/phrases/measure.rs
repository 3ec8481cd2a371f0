//! How firmly an expression holds together and how freely it stands.
//!
//! In: counts. Out: normalized pointwise mutual information, neighbour entropy.

use rustc_hash::FxHashMap;

/// Normalized pointwise mutual information of two parts (Bouma 2009, "Normalized (pointwise) mutual information in collocation
/// extraction"): ln(p(xy) / p(x)p(y)) / −ln p(xy). 1 when they only occur together, 0 when independent, towards −1 when they avoid
/// each other.
pub fn npmi(together: u32, left: u32, right: u32, all: u32) -> f64 {
    let n = f64::from(all.max(1));
    let p = |count: u32| f64::from(count) / n;
    let (xy, x, y) = (p(together), p(left), p(right));
    if together == 0 {
        return -1.0;
    }
    let surprise = -libm::log(xy);
    if surprise <= 0.0 { 1.0 } else { (libm::log(xy / (x * y)) / surprise).clamp(-1.0, 1.0) }
}

/// Entropy in bits of what stands next to an expression (Tanaka-Ishii & Jin 2006 use it for boundaries): the marks and
/// line ends beside it count as different each time, for each shows a boundary.
pub(super) fn neighbour_entropy(neighbours: impl Iterator<Item = Option<u32>>) -> f64 {
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    let (mut all, mut bounds) = (0_u32, 0_u32);
    for neighbour in neighbours {
        all += 1;
        match neighbour {
            Some(symbol) => *counts.entry(symbol).or_default() += 1,
            None => bounds += 1,
        }
    }
    let n = f64::from(all.max(1));
    let mut shares: Vec<u32> = counts.into_values().collect();
    // Summed in one order, whatever the map's: the figure is the same in every run and build.
    shares.sort_unstable();
    let terms = shares.into_iter().map(|c| f64::from(c) / n).map(|p| -p * libm::log2(p));
    terms.sum::<f64>() + f64::from(bounds) / n * libm::log2(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn npmi_of_worked_examples() {
        // Always together: 10 of 10 and 10 in 1000.
        assert!((npmi(10, 10, 10, 1000) - 1.0).abs() < 1e-12);
        // Independent: 20/1000 · 50/1000 · 1000 = 1 joint occurrence.
        assert!(npmi(1, 20, 50, 1000).abs() < 1e-12);
        // ln(0.01 / (0.02 · 0.04)) / −ln 0.01 = 2.5257 / 4.6052.
        assert!((npmi(10, 20, 40, 1000) - 0.548_455).abs() < 1e-5);
        assert!((npmi(0, 20, 40, 1000) + 1.0).abs() < 1e-12);
    }

    #[test]
    fn entropy_of_worked_examples() {
        let of = |n: &[Option<u32>]| neighbour_entropy(n.iter().copied());
        assert!(of(&[Some(1), Some(1)]).abs() < 1e-12);
        assert!((of(&[Some(1), Some(2)]) - 1.0).abs() < 1e-12);
        // Two bounds and a word: three different neighbours, log2 3.
        assert!((of(&[None, None, Some(7)]) - 1.584_962_5).abs() < 1e-6);
        // 3 : 1, 0.8113 bits.
        assert!((of(&[Some(1), Some(1), Some(1), Some(2)]) - 0.811_278_1).abs() < 1e-6);
    }
}
