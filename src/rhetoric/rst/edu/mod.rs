//! Elementary discourse units: the stretches, mostly clauses, that relations hold between.
//!
//! `各地抓紧部署，确保按时完成。` → `各地抓紧部署，` `确保按时完成。`; `当前，形势总体稳定。` stays one.
//!
//! In: the words of one block. Out: the positions at which a unit starts, the first always one. A
//! unit starts where it is likely enough, over all ways to cut the block (a conditional random
//! field).

pub mod chain;
mod clause;
pub mod cut;
pub mod features;
mod object;
pub mod unit;
pub mod word;

use self::chain::{Link, sweep};
use self::features::Sequence;
use self::word::Word;
use super::model::hash::hash;
use super::model::table::Table;

/// How likely a start must be: less than a half, for what is not cut costs more than what is cut
/// too much (found by cross-validation).
const LIKELY: f64 = 0.4;

/// Where the model may cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Caution {
    /// Wherever it is likely, as in the treebank.
    #[default]
    None,
    /// Only behind a mark at which a clause can end: in official prose it is wrong inside one more
    /// often than right.
    Clauses,
}

/// What a cut costs that must not be.
const NEVER: f64 = 1e3;

/// The fingerprint of a feature where a modifier starts; its weight is added to that of the feature
/// itself.
pub fn of_modifier(fingerprint: u64) -> u64 {
    const MODIFIER: u64 = hash("的".as_bytes());
    fingerprint.rotate_left(32) ^ MODIFIER
}

/// Positions of `words` at which units start.
pub fn starts(words: &[Word], table: &Table, caution: Caution) -> Vec<usize> {
    let unit = f64::from(table.unit());
    let mut steps = [0.0; 12];
    steps.iter_mut().zip(table.constants()).for_each(|(step, &score)| *step = f64::from(score) / unit);
    let sequence = Sequence::new(words);
    let mut features = Vec::new();
    let mut link = |(i, word): (usize, &Word)| {
        features.clear();
        sequence.features(i, &mut features);
        let any = table.score(&features);
        for feature in &mut features {
            *feature = of_modifier(*feature);
        }
        let modifier = any + table.score(&features);
        let cost = if caution == Caution::None || after_clause(words, i) { 0.0 } else { NEVER };
        let [plain, modifier] = [any, modifier].map(|score| f64::from(score) / unit - cost);
        Link { plain, modifier, is_de: word.ends_in_de() }
    };
    let links: Vec<Link> = words.iter().enumerate().map(&mut link).collect();
    let mut out = Vec::new();
    // A table without weights says nothing.
    if !table.constants().is_empty() {
        sweep(&links, &steps, |i, steps| out.extend((chain::start(steps) > LIKELY).then_some(i)));
    }
    out.extend((!words.is_empty()).then_some(0));
    out.reverse();
    out
}

/// Whether a mark stands before a word at which a clause can end, and that which closes brackets
/// behind it.
fn after_clause(words: &[Word], i: usize) -> bool {
    let mut before = words.get(..i).unwrap_or(&[]).iter().rev();
    before.find(|w| !matches!(w.first, '”' | '’' | '）' | ')' | '》')).is_some_and(Word::ends_clause)
}
