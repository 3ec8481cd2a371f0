//! Scores: F1 of unit starts; original Parseval of trees (Morey et al. 2017).
//!
//! The arithmetic is that of the reference scorers: one item for each internal node, micro-averaged;
//! relations by class; spans by the ends of their first and last unit, so that predicted units can be scored.

use std::collections::HashMap;
use std::collections::HashSet;

/// Right, gold and predicted items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// In both.
    pub(crate) right: usize,
    /// In the gold.
    pub(crate) gold: usize,
    /// In the prediction.
    pub(crate) found: usize,
}

impl Counts {
    /// Precision, recall, F1 in percent.
    pub(crate) fn prf(self) -> [f64; 3] {
        let share = |of: usize| if of == 0 { 0.0 } else { 100.0 * self.right as f64 / of as f64 };
        let sum = self.gold + self.found;
        let f1 = if sum == 0 { 0.0 } else { 200.0 * self.right as f64 / sum as f64 };
        [share(self.found), share(self.gold), f1]
    }

    /// Adds the counts of another document.
    pub(crate) fn add(&mut self, other: Self) {
        self.right += other.right;
        self.gold += other.gold;
        self.found += other.found;
    }
}

/// Unit starts.
pub(crate) fn starts(gold: &[usize], found: &[usize]) -> Counts {
    let gold: HashSet<_> = gold.iter().collect();
    let found: HashSet<_> = found.iter().collect();
    Counts { right: gold.intersection(&found).count(), gold: gold.len(), found: found.len() }
}

/// A node as it is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// End of the first unit, end of the last.
    pub(crate) key: (usize, usize),
    /// `NN`, `NS`, `SN`.
    pub(crate) form: &'static str,
    /// Class of the relation.
    pub(crate) class: &'static str,
}

/// Span, nuclearity, relation, full.
pub(crate) fn tree(gold: &[Item], found: &[Item]) -> [Counts; 4] {
    let gold: HashMap<_, _> = gold.iter().map(|i| (i.key, i)).collect();
    let found: HashMap<_, _> = found.iter().map(|i| (i.key, i)).collect();
    let mut all = [Counts { right: 0, gold: gold.len(), found: found.len() }; 4];
    for (key, g) in &gold {
        let Some(f) = found.get(key) else { continue };
        let right = [true, g.form == f.form, g.class == f.class, g.form == f.form && g.class == f.class];
        for (counts, right) in all.iter_mut().zip(right) {
            counts.right += usize::from(right);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_counts_for_what_is_right_of_it() {
        let item = |key, form, class| Item { key, form, class };
        let gold = [item((5, 20), "NS", "causal"), item((5, 9), "NN", "joint")];
        let found = [item((5, 20), "SN", "causal"), item((9, 20), "NN", "joint"), item((5, 9), "NN", "joint")];
        let counts = tree(&gold, &found);
        assert_eq!(counts.map(|c| c.right), [2, 1, 2, 1]);
        assert!((counts[0].prf()[2] - 80.0).abs() < 1e-9);
        assert_eq!(starts(&[0, 5, 9], &[0, 9, 11]), Counts { right: 2, gold: 3, found: 3 });
    }
}
