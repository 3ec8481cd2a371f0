//! Elementary discourse units: the stretches, mostly clauses, that relations hold between.
//!
//! `各地抓紧部署，确保按时完成。` → `各地抓紧部署，` `确保按时完成。`; `当前，形势总体稳定。` stays one.
//!
//! In: the words of one block. Out: the positions at which a unit starts, the first always one.
//! A chain of two labels over words (a conditional random field), decoded exactly in whole numbers.

pub mod cut;
pub mod features;
pub mod unit;
pub mod word;

use self::features::Sequence;
use self::word::Word;
use super::model::table::Table;

/// What it takes to cut inside a clause, beside what the model says; in units of the model's weights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caution {
    /// Taken off the score of every start.
    pub anywhere: i32,
    /// Taken off the score of a start that does not follow a punctuation mark.
    pub inside_clause: i32,
}

/// Positions of `words` at which units start.
pub fn starts(words: &[Word], table: &Table, caution: Caution) -> Vec<usize> {
    let sequence = Sequence::new(words);
    let mut features = Vec::new();
    let cost = |i: usize| caution.anywhere + if after_mark(words, i) { 0 } else { caution.inside_clause };
    let scores: Vec<i32> = (0..words.len())
        .map(|i| {
            features.clear();
            sequence.features(i, &mut features);
            table.score(&features) - cost(i)
        })
        .collect();
    let margins = margins(&scores, table);
    margins.iter().enumerate().filter(|&(i, &m)| i == 0 || m > 0).map(|(i, _)| i).collect()
}

/// For each position how much better the best chain with a start there is than the best without.
/// A start is in the best chain where this is above zero (ties go to no start).
fn margins(scores: &[i32], table: &Table) -> Vec<i32> {
    let [stay, cut, after, twice, ..] = *table.constants() else { return vec![0; scores.len()] };
    // Only differences count; a long text must not run out of numbers.
    let level = |[a, b]: [i32; 2]| {
        let base = a.max(b);
        [(a - base).max(FAR), (b - base).max(FAR)]
    };
    let mut forward = Vec::with_capacity(scores.len());
    let mut last = [FAR, 0];
    for (i, &score) in scores.iter().enumerate() {
        if i > 0 {
            let [inside, start] = last;
            last = level([(inside + stay).max(start + after), (inside + cut).max(start + twice) + score]);
        }
        forward.push(last);
    }
    let mut next = [0, 0];
    let mut out: Vec<i32> = Vec::with_capacity(scores.len());
    for (&[inside, start], &score) in forward.iter().zip(scores).rev() {
        out.push(start + next[1] - inside - next[0]);
        let into_start = score + next[1];
        next = level([(stay + next[0]).max(cut + into_start), (after + next[0]).max(twice + into_start)]);
    }
    out.reverse();
    out
}

/// Worse than any sum of weights a difference can come to.
const FAR: i32 = -(1 << 24);

fn after_mark(words: &[Word], i: usize) -> bool {
    i.checked_sub(1).and_then(|k| words.get(k)).is_some_and(|w| !w.last.is_alphanumeric())
}
