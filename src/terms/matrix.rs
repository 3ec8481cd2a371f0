//! Which words stand in which part, and which stand together.
//!
//! In: tokens, terms, sections, sentences. Out: a [`Matrix`] of words by parts, a [`Network`] of words by company.

use super::collocates::{g2, log_dice, words_of};
use super::sentences::Sentences;
use super::{Class, Terms};
use crate::segment::Tokens;
use rustc_hash::FxHashMap;

/// Counts of words in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Indices into [`Terms::terms`], one a row.
    pub rows: Vec<u32>,
    /// Words in each part, one a column.
    pub sizes: Vec<u32>,
    /// Row after row.
    pub counts: Vec<u32>,
}

/// The most frequent content words by the parts of the text.
pub fn by_section(tokens: &Tokens, terms: &Terms, most: usize) -> Matrix {
    let rows = content(terms, most);
    let row_of: FxHashMap<u32, usize> = word_rows(terms, &rows);
    let columns = terms.sections.starts.len();
    let mut matrix = Matrix { counts: vec![0; rows.len() * columns], sizes: vec![0; columns], rows };
    for (column, range) in terms.sections.ranges(tokens).enumerate() {
        for word in words_of(tokens, range) {
            if let Some(size) = matrix.sizes.get_mut(column) {
                *size += 1;
            }
            let row = row_of.get(&word);
            if let Some(count) = row.and_then(|row| matrix.counts.get_mut(row * columns + column)) {
                *count += 1;
            }
        }
    }
    matrix
}

/// Two words in company.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// Index into [`Network::nodes`].
    pub source: u32,
    /// Index into [`Network::nodes`], greater than `source`.
    pub target: u32,
    /// Sentences with both.
    pub sentences: u32,
    /// Log-likelihood over sentences, see [`collocates`](super::collocates).
    pub g2: f64,
    /// logDice over sentences.
    pub log_dice: f64,
}

/// Words and their company.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// Indices into [`Terms::terms`].
    pub nodes: Vec<u32>,
    /// Pairs that share at least two sentences, more than chance would have it; the firmest first.
    pub edges: Vec<Edge>,
}

/// The company that words (indices into [`Terms::terms`]) keep in sentences.
pub fn network(tokens: &Tokens, terms: &Terms, sentences: &Sentences, nodes: Vec<u32>) -> Network {
    let row_of = word_rows(terms, &nodes);
    let mut each = vec![0_u32; nodes.len()];
    let mut pairs: FxHashMap<(usize, usize), u32> = FxHashMap::default();
    let mut all = 0;
    for range in sentences.ranges() {
        let mut here: Vec<usize> = words_of(tokens, range).filter_map(|w| row_of.get(&w).copied()).collect();
        all += 1;
        here.sort_unstable();
        here.dedup();
        for (i, &a) in here.iter().enumerate() {
            if let Some(n) = each.get_mut(a) {
                *n += 1;
            }
            for &b in here.iter().skip(i + 1) {
                *pairs.entry((a, b)).or_default() += 1;
            }
        }
    }
    let size = |i: usize| each.get(i).copied().unwrap_or(0);
    let edge = |((a, b), n)| Edge {
        source: a as u32,
        target: b as u32,
        sentences: n,
        g2: g2(n, size(a), size(b), all),
        log_dice: log_dice(n, size(a), size(b)),
    };
    let mut edges: Vec<Edge> = pairs.into_iter().filter(|&(_, n)| n >= 2).map(edge).filter(|e| e.g2 > 0.0).collect();
    edges.sort_by(|a, b| b.g2.total_cmp(&a.g2).then((a.source, a.target).cmp(&(b.source, b.target))));
    Network { nodes, edges }
}

/// Indices of the most frequent content words.
pub fn content(terms: &Terms, most: usize) -> Vec<u32> {
    let all = (0_u32..).zip(&terms.terms).filter(|(_, t)| t.class == Class::Content);
    all.map(|(i, _)| i).take(most).collect()
}

/// The row of each word type.
fn word_rows(terms: &Terms, rows: &[u32]) -> FxHashMap<u32, usize> {
    let word = |&term: &u32| terms.terms.get(term as usize).map(|t| t.word);
    rows.iter().enumerate().filter_map(|(row, term)| Some((word(term)?, row))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Classes, collocates, count};
    use super::*;
    use crate::Options;
    use crate::segment::Segmenter;
    use crate::{layout, outline};

    const WORDS: &str = "改革 90 vn\n开放 90 v\n创新 90 vn\n发展 90 vn\n要 90 v\n";
    const TEXT: &str = "一、改革\n改革开放。改革创新改革。\n二、发展\n发展开放。要改革开放。要发展。";

    fn tables() -> (Tokens, Terms, Sentences) {
        let layout = layout::read(TEXT);
        let tokens = Segmenter::from_dictionary(WORDS.as_bytes()).unwrap().tokens(TEXT, &layout);
        let outline = outline::find(TEXT, &layout);
        let terms = count(&layout, &outline, &tokens, &Classes::default(), &Options::default());
        let sentences = Sentences::of(TEXT, &layout, &tokens);
        (tokens, terms, sentences)
    }

    fn text<'t>(tokens: &'t Tokens, terms: &Terms, term: u32) -> &'t str {
        &tokens.types[terms.terms[term as usize].word as usize].text
    }

    #[test]
    fn words_by_parts() {
        let (tokens, terms, _) = tables();
        let matrix = by_section(&tokens, &terms, 2);
        let words: Vec<&str> = matrix.rows.iter().map(|&r| text(&tokens, &terms, r)).collect();
        assert_eq!(words, ["改革", "开放"]);
        assert_eq!(matrix.counts, [4, 1, 1, 2]);
        assert_eq!(matrix.sizes, [6, 8]);
    }

    #[test]
    fn words_by_company() {
        let (tokens, terms, sentences) = tables();
        let network = network(&tokens, &terms, &sentences, content(&terms, 10));
        let pairs: Vec<_> = network.edges.iter().map(|e| (e.source, e.target, e.sentences)).collect();
        assert_eq!(pairs, [(0, 1, 2)], "改革 and 开放 share two sentences");
        // 改革 stands in four sentences, 开放 in three: 14 + log2(4/7).
        assert!((network.edges[0].log_dice - (14.0 + (4.0_f64 / 7.0).log2())).abs() < 1e-12);
    }

    #[test]
    fn company_in_windows_and_sentences() {
        let (tokens, terms, sentences) = tables();
        let word = terms.terms[0].word;
        let node: Vec<_> = tokens.items.iter().filter(|t| t.word == word).map(|t| t.span).collect();
        for reach in [collocates::Reach::Window(1), collocates::Reach::Sentence] {
            let found = collocates::find(&tokens, &terms, &sentences, &node, reach, 10);
            let found: Vec<_> =
                found.iter().map(|c| (tokens.types[c.word as usize].text.as_str(), c.together)).collect();
            assert_eq!(found, [("开放", 2)], "{reach:?}");
        }
    }
}
