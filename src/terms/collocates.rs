//! Which words keep a word, an expression or a pattern company.
//!
//! In: tokens, sentences, the places of what is asked about (the node). Out: [`Collocate`]s, firmest first.
//!
//! For a window, O₁₁ counts the tokens of the collocate that stand in a window of the node, each once however many windows it
//! lies in, against all tokens in windows, all tokens of the collocate, all words; the node's own words are left out of all four.
//! For sentences all four count sentences. G² = 2 Σ O ln(O/E) over the four cells of that table (Dunning 1993; Evert, "Corpora and
//! collocations", 2008), negative when they avoid each other. logDice = 14 + log₂(2 fₓᵧ / (fₓ + fᵧ)) (Rychlý, "A lexicographer-friendly
//! association score", 2008), fₓᵧ the number of nodes with the collocate in reach, never more than either frequency.

use super::sentences::Sentences;
use super::{Class, Terms};
use crate::segment::{TokenKind, Tokens};
use crate::span::Span;
use core::ops::Range;
use rustc_hash::FxHashMap;

/// What counts as company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// So many words to either side, in the same sentence.
    Window(usize),
    /// The same sentence.
    Sentence,
}

/// A word found in company.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Collocate {
    /// Index into [`Tokens::types`].
    pub word: u32,
    /// Times together.
    pub together: u32,
    /// Times in all, in tokens or sentences.
    pub all: u32,
    /// Log-likelihood.
    pub g2: f64,
    /// logDice, 14 at the most.
    pub log_dice: f64,
}

/// The company of what stands at some places (in text order): all but grammatical words, at least twice, at most `most`.
pub fn find(
    tokens: &Tokens,
    terms: &Terms,
    sentences: &Sentences,
    node: &[Span],
    reach: Reach,
    most: usize,
) -> Vec<Collocate> {
    let counted: Vec<bool> = {
        let mut counted = vec![false; tokens.types.len()];
        // Formulas too: that it is 优化 that goes with 营商环境 is what one wants to know.
        for term in terms.terms.iter().filter(|t| t.class != Class::Stop) {
            if let Some(slot) = counted.get_mut(term.word as usize) {
                *slot = true;
            }
        }
        counted
    };
    let table = Table::of(tokens, sentences, node, reach);
    let row = |(&word, count): (&u32, &Count)| Collocate {
        word,
        together: count.together,
        all: count.all,
        g2: g2(count.together, table.in_reach, count.all, table.all),
        log_dice: log_dice(count.nodes.min(count.together), table.nodes, count.all),
    };
    let is_counted = |word: &u32| counted.get(*word as usize).copied().unwrap_or(false);
    let company = table.counts.iter().filter(|(w, c)| c.together >= 2 && is_counted(w));
    let mut found: Vec<Collocate> = company.map(row).collect();
    found.sort_by(|a, b| b.g2.total_cmp(&a.g2).then(a.word.cmp(&b.word)));
    found.truncate(most);
    found
}

/// Counts of one word.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    /// O₁₁.
    together: u32,
    /// Nodes, or sentences with one, that have it in reach.
    nodes: u32,
    /// Occurrences outside the nodes, or sentences with one.
    all: u32,
}

/// Counts the figures are made of.
#[derive(Debug, Default)]
struct Table {
    counts: FxHashMap<u32, Count>,
    /// Tokens in windows, or sentences with the node.
    in_reach: u32,
    /// Words outside the nodes, or sentences.
    all: u32,
    /// Occurrences of the node, or sentences with it.
    nodes: u32,
}

/// A word of a sentence and the number of the node it is part of.
type Placed = (u32, Option<usize>);

impl Table {
    fn of(tokens: &Tokens, sentences: &Sentences, node: &[Span], reach: Reach) -> Self {
        let mut table = Self::default();
        let mut next = 0;
        for range in sentences.ranges() {
            let mut sentence: Vec<Placed> = Vec::new();
            for token in tokens.items.get(range).unwrap_or(&[]) {
                while node.get(next).is_some_and(|n| n.end <= token.span.start) {
                    next += 1;
                }
                let inside = node.get(next).is_some_and(|n| n.start < token.span.end);
                if tokens.kind_of(token) == TokenKind::Word || inside {
                    sentence.push((token.word, inside.then_some(next)));
                }
            }
            match reach {
                Reach::Window(width) => table.add_windows(&sentence, width),
                Reach::Sentence => table.add_sentence(&sentence),
            }
        }
        table
    }

    fn add_windows(&mut self, sentence: &[Placed], width: usize) {
        let mut covered = 0;
        for run in sentence.chunk_by(|a, b| a.1.is_some() && a.1 == b.1).scan(0, |at, run| {
            let from = *at;
            *at += run.len();
            Some((run, from..*at))
        }) {
            let (words, place) = run;
            let &[(word, number), ..] = words else { continue };
            if number.is_none() {
                self.all += 1;
                self.counts.entry(word).or_default().all += 1;
                continue;
            }
            self.nodes += 1;
            let window = place.start.saturating_sub(width)..(place.end + width).min(sentence.len());
            let mut here: Vec<u32> = outside(sentence, window.clone()).collect();
            for word in outside(sentence, window.start.max(covered)..window.end) {
                self.in_reach += 1;
                self.counts.entry(word).or_default().together += 1;
            }
            covered = window.end;
            here.sort_unstable();
            here.dedup();
            for word in here {
                self.counts.entry(word).or_default().nodes += 1;
            }
        }
    }

    fn add_sentence(&mut self, sentence: &[Placed]) {
        let here = sentence.iter().any(|(_, number)| number.is_some());
        let mut words: Vec<u32> = outside(sentence, 0..sentence.len()).collect();
        words.sort_unstable();
        words.dedup();
        self.all += 1;
        self.in_reach += u32::from(here);
        self.nodes += u32::from(here);
        for word in words {
            let count = self.counts.entry(word).or_default();
            count.all += 1;
            count.together += u32::from(here);
            count.nodes += u32::from(here);
        }
    }
}

/// The words of a stretch of a sentence that are not part of a node.
fn outside(sentence: &[Placed], range: Range<usize>) -> impl Iterator<Item = u32> {
    let words = sentence.get(range).unwrap_or(&[]).iter();
    words.filter(|(_, number)| number.is_none()).map(|&(word, _)| word)
}

/// The words among some tokens.
pub(super) fn words_of(tokens: &Tokens, range: Range<usize>) -> impl Iterator<Item = u32> {
    let items = tokens.items.get(range).unwrap_or(&[]).iter();
    items.filter(|t| tokens.kind_of(t) == TokenKind::Word).map(|t| t.word)
}

/// G² of the table with O₁₁ = `together`, row sum `row`, column sum `column`, total `all`.
pub fn g2(together: u32, row: u32, column: u32, all: u32) -> f64 {
    let [o11, r, c, n] = [together, row, column, all].map(f64::from);
    let cell = |observed: f64, expected: f64| {
        if observed > 0.0 && expected > 0.0 { observed * libm::log(observed / expected) } else { 0.0 }
    };
    let expected = r * c / n;
    let sum = cell(o11, expected)
        + cell(r - o11, r * (n - c) / n)
        + cell(c - o11, (n - r) * c / n)
        + cell(n - r - c + o11, (n - r) * (n - c) / n);
    let sign = if o11 < expected { -1.0 } else { 1.0 };
    sign * (2.0 * sum).max(0.0)
}

/// logDice of two words.
pub fn log_dice(together: u32, left: u32, right: u32) -> f64 {
    14.0 + libm::log2(2.0 * f64::from(together) / f64::from((left + right).max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_worked_examples() {
        // O = 10, 20, 30, 940: E = 1.2, 28.8, 38.8, 931.2; 2 (10 ln 8.3333 − 20 ln 1.44 − 30 ln 1.29333 + 940 ln 1.00945).
        assert!((g2(10, 30, 40, 1000) - 30.065).abs() < 0.01, "{}", g2(10, 30, 40, 1000));
        assert!(g2(4, 40, 100, 1000).abs() < 1e-9, "as expected by chance");
        assert!(g2(1, 100, 100, 1000) < 0.0, "rarer than by chance");
        // Always together: 14. Half of both: 13.
        assert!((log_dice(7, 7, 7) - 14.0).abs() < 1e-12);
        assert!((log_dice(5, 10, 10) - 13.0).abs() < 1e-12);
    }
}
