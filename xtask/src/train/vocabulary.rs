//! Features seen in training, numbered in the order they came; rare ones left out.

use std::collections::HashMap;

/// Rows of feature numbers, one after another.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    starts: Vec<usize>,
    items: Vec<u32>,
}

impl Rows {
    /// How many rows.
    pub(crate) fn len(&self) -> usize {
        self.starts.len()
    }

    /// One row.
    pub(crate) fn get(&self, row: usize) -> &[u32] {
        let end = self.starts.get(row + 1).copied().unwrap_or(self.items.len());
        &self.items[self.starts[row]..end]
    }

    /// Sum of the weights of a row.
    pub(crate) fn score(&self, row: usize, weights: &[f64]) -> f64 {
        self.get(row).iter().map(|&f| weights[f as usize]).sum()
    }
}

/// Numbers fingerprints.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    numbers: HashMap<u64, u32>,
    /// The fingerprint of each number.
    pub(crate) fingerprints: Vec<u64>,
    rows: Rows,
}

impl Vocabulary {
    /// Adds a row.
    pub(crate) fn add(&mut self, fingerprints: &[u64]) {
        self.rows.starts.push(self.rows.items.len());
        for &f in fingerprints {
            let number = *self.numbers.entry(f).or_insert_with(|| {
                self.fingerprints.push(f);
                self.fingerprints.len() as u32 - 1
            });
            self.rows.items.push(number);
        }
    }

    /// The rows, without features that came less than `least` times, and the fingerprints that stay.
    pub(crate) fn finish(self, least: u32) -> (Rows, Vec<u64>) {
        let mut counts = vec![0_u32; self.fingerprints.len()];
        for &f in &self.rows.items {
            counts[f as usize] += 1;
        }
        let mut kept = Vec::new();
        let renumbered: Vec<Option<u32>> = counts
            .iter()
            .zip(&self.fingerprints)
            .map(|(&count, &fingerprint)| {
                (count >= least).then(|| {
                    kept.push(fingerprint);
                    kept.len() as u32 - 1
                })
            })
            .collect();
        let mut rows = Rows::default();
        for row in 0..self.rows.len() {
            rows.starts.push(rows.items.len());
            rows.items.extend(self.rows.get(row).iter().filter_map(|&f| renumbered[f as usize]));
        }
        (rows, kept)
    }
}
