//! Learning the units: the chain over words, and what it finds in documents it has not seen.
//!
//! In: documents as blocks of words with gold starts. Out: the table; for each document the units that a table learned
//! without its part of the documents finds, for what is learned next to stand up to such errors.

use super::lbfgs::Settings;
use super::samples::Prepared;
use super::vocabulary::Vocabulary;
use super::{Recipe, STEPS, crf, quantize};
use gangmu::rhetoric::rst::edu::features::Sequence;
use gangmu::rhetoric::rst::edu::{self, Caution};
use gangmu::rhetoric::rst::model::table::Table;

/// Parts the documents are dealt out to.
pub(crate) const PARTS: usize = 5;

/// What is learned without each part.
pub(crate) struct Learned {
    /// For each part the chain learned from all others.
    pub(crate) without: Vec<Table>,
    /// For each document, for each block: where units start for the chain that has not seen the document.
    pub(crate) unseen: Vec<Vec<Vec<usize>>>,
}

/// Learns the chain once without each part.
pub(crate) fn learn(prepared: &[Prepared], recipe: &Recipe) -> Learned {
    let others = |part: usize| prepared.iter().enumerate().filter(move |(n, _)| n % PARTS != part).map(|(_, p)| p);
    let without: Vec<Table> = (0..PARTS).map(|part| chain(others(part), recipe)).collect();
    let starts = |(n, document): (usize, &Prepared)| {
        let blocks = document.blocks.iter();
        blocks.map(|(words, _)| edu::starts(words, &without[n % PARTS], Caution::default())).collect()
    };
    let unseen = prepared.iter().enumerate().map(starts).collect();
    Learned { without, unseen }
}

/// Learns the chain.
pub(crate) fn chain<'p>(documents: impl Iterator<Item = &'p Prepared>, recipe: &Recipe) -> Table {
    let mut vocabulary = Vocabulary::default();
    let mut chains = Vec::new();
    let mut features = Vec::new();
    let mut rows = 0;
    for (words, truth) in documents.flat_map(|d| &d.blocks) {
        let sequence = Sequence::new(words);
        for i in 0..sequence.len() {
            features.clear();
            sequence.features(i, &mut features);
            vocabulary.add(&features);
        }
        chains.push(crf::Chain::new(rows, words, truth));
        rows += words.len();
    }
    let (rows, fingerprints) = vocabulary.finish(2);
    let settings = Settings { l1: recipe.edu_l1, steps: STEPS[0] };
    let weights = crf::train(&rows, fingerprints.len(), &chains, recipe.edu_l2, settings);
    let fingerprints: Vec<u64> = fingerprints.iter().flat_map(|&f| [f, edu::of_modifier(f)]).collect();
    quantize::table(&fingerprints, &weights, recipe.edu_least)
}
