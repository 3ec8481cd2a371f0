//! From learned weights to whole numbers of one byte: small ones left out first, the rest scaled.

use gangmu::rhetoric::rst::model::table::{ClassTable, Table};

/// Weights of one value a feature; what comes after the features becomes the constants,
/// with the scale (what 1.0 became) as the last.
pub(crate) fn table(fingerprints: &[u64], weights: &[f64], least: f64) -> Table {
    let (features, constants) = weights.split_at(fingerprints.len());
    let scale = scale(features);
    let entries = fingerprints.iter().zip(features).filter(|(_, w)| w.abs() >= least);
    let entries = entries.map(|(&f, w)| (f, byte(w * scale))).filter(|e| e.1 != 0).collect();
    let whole = |c: &f64| (c * scale).round() as i32;
    Table::new(entries, constants.iter().chain(&[1.0]).map(whole).collect())
}

/// Weights of several classes a feature.
pub(crate) fn classes(fingerprints: &[u64], weights: &[f64], classes: usize, least: f64) -> ClassTable {
    let (features, constants) = weights.split_at(fingerprints.len() * classes);
    let scale = scale(features);
    let row = |row: &[f64]| {
        let kept = row.iter().enumerate().filter(|(_, w)| w.abs() >= least);
        kept.map(|(c, w)| (c as u8, byte(w * scale))).filter(|e| e.1 != 0).collect()
    };
    let rows = fingerprints.iter().zip(features.chunks(classes)).map(|(&f, r)| (f, row(r))).collect();
    ClassTable::new(rows, constants.iter().chain(&[1.0]).map(|c| (c * scale).round() as i32).collect())
}

fn scale(weights: &[f64]) -> f64 {
    127.0 / weights.iter().fold(1e-9, |m: f64, w| m.max(w.abs()))
}

fn byte(value: f64) -> i8 {
    value.round().clamp(-127.0, 127.0) as i8
}
