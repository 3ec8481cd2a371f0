//! How much the words around a boundary are the same.
//!
//! In: units. Out: a share, in 1/1200.

use crate::rhetoric::rst::edu::unit::Unit;

/// Units looked at on each side for cohesion.
const WINDOW: usize = 6;

/// Share of content words that the units before boundary `k` have in common with those after it.
pub(super) fn cohesion(units: &[Unit], k: usize) -> u32 {
    let gather = |from: usize, to: usize| {
        let mut all: Vec<u64> = units
            .get(from..to.min(units.len()))
            .unwrap_or(&[])
            .iter()
            .flat_map(|u| u.content.iter().take(64).copied())
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let (left, right) = (gather(k.saturating_sub(WINDOW), k), gather(k, k + WINDOW));
    let shared = left.iter().filter(|w| right.binary_search(w).is_ok()).count() as u32;
    1200 * shared / (1 + left.len().min(right.len()) as u32)
}
