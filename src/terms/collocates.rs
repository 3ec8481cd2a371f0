//! Which words keep a word company.
//!
//! In: tokens, sentences, a word. Out: [`Collocate`]s, firmest first.
//!
//! For a window, O₁₁ counts the tokens of the collocate that stand in a window of the word, each once however many windows it
//! lies in, against all tokens in windows, all tokens of the collocate, all words. For sentences all four count
//! sentences. G² = 2 Σ O ln(O/E) over the four cells of that table (Dunning 1993; Evert, "Corpora and collocations", 2008), negative when
//! they avoid each other. logDice = 14 + log₂(2 fₓᵧ / (fₓ + fᵧ)) (Rychlý, "A lexicographer-friendly association score", 2008).

use super::sentences::Sentences;
use super::{Class, Terms};
use crate::segment::{TokenKind, Tokens};
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

/// The company of a word (an index into [`Tokens::types`]): content words only, at least twice, at most `most`.
pub fn find(
    tokens: &Tokens,
    terms: &Terms,
    sentences: &Sentences,
    word: u32,
    reach: Reach,
    most: usize,
) -> Vec<Collocate> {
    let content: Vec<bool> = {
        let mut content = vec![false; tokens.types.len()];
        for term in terms.terms.iter().filter(|t| t.class == Class::Content && t.word != word) {
            if let Some(slot) = content.get_mut(term.word as usize) {
                *slot = true;
            }
        }
        content
    };
    let rows = match reach {
        Reach::Window(width) => windows(tokens, sentences, word, width),
        Reach::Sentence => shared(tokens, sentences, word),
    };
    let Table { together, each, in_reach, all, node } = rows;
    let mut found: Vec<Collocate> = together
        .into_iter()
        .filter(|&(w, n)| n >= 2 && content.get(w as usize).copied().unwrap_or(false))
        .map(|(w, n)| {
            let each = each.get(&w).copied().unwrap_or(n);
            Collocate {
                word: w,
                together: n,
                all: each,
                g2: g2(n, in_reach, each, all),
                log_dice: log_dice(n, node, each),
            }
        })
        .collect();
    found.sort_by(|a, b| b.g2.total_cmp(&a.g2).then(a.word.cmp(&b.word)));
    found.truncate(most);
    found
}

/// Counts the figures are made of.
#[derive(Debug, Default)]
struct Table {
    /// O₁₁ of each word.
    together: FxHashMap<u32, u32>,
    /// Occurrences of each word.
    each: FxHashMap<u32, u32>,
    /// Tokens in windows, or sentences with the word.
    in_reach: u32,
    /// Words, or sentences.
    all: u32,
    /// Occurrences of the word itself.
    node: u32,
}

fn windows(tokens: &Tokens, sentences: &Sentences, word: u32, width: usize) -> Table {
    let mut table = Table::default();
    for range in sentences.ranges() {
        let words: Vec<u32> = words_of(tokens, range).collect();
        let mut covered = 0;
        for (i, _) in words.iter().enumerate().filter(|&(_, &w)| w == word) {
            table.node += 1;
            let (from, to) = (i.saturating_sub(width).max(covered), (i + width + 1).min(words.len()));
            for &w in words.get(from..to).unwrap_or(&[]).iter().filter(|&&w| w != word) {
                *table.together.entry(w).or_default() += 1;
                table.in_reach += 1;
            }
            covered = to;
        }
        for &w in &words {
            *table.each.entry(w).or_default() += 1;
        }
        table.all += words.len() as u32;
    }
    table
}

fn shared(tokens: &Tokens, sentences: &Sentences, word: u32) -> Table {
    let mut table = Table::default();
    for range in sentences.ranges() {
        let mut words: Vec<u32> = words_of(tokens, range).collect();
        words.sort_unstable();
        words.dedup();
        let here = words.binary_search(&word).is_ok();
        table.in_reach += u32::from(here);
        table.all += 1;
        for w in words {
            *table.each.entry(w).or_default() += 1;
            if here {
                *table.together.entry(w).or_default() += 1;
            }
        }
    }
    table.node = table.in_reach;
    table
}

/// The words among some tokens.
pub(super) fn words_of(tokens: &Tokens, range: core::ops::Range<usize>) -> impl Iterator<Item = u32> {
    let items = tokens.items.get(range).unwrap_or(&[]).iter();
    items.filter(|t| tokens.kind_of(t) == TokenKind::Word).map(|t| t.word)
}

/// G² of the table with O₁₁ = `together`, row sum `row`, column sum `column`, total `all`.
pub fn g2(together: u32, row: u32, column: u32, all: u32) -> f64 {
    let [o11, r, c, n] = [together, row, column, all].map(f64::from);
    let cell = |observed: f64, expected: f64| {
        if observed > 0.0 && expected > 0.0 { observed * (observed / expected).ln() } else { 0.0 }
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
    14.0 + (2.0 * f64::from(together) / f64::from((left + right).max(1))).log2()
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
