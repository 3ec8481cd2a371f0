//! Answers to later questions: concordance, collocates, matrix, network, comparison, keywords.
//!
//! In: an [`Analysis`], a [question](super::questions). Out: plain data; spans in UTF-16 code units, words as text or as indices into
//! the report's `terms`.

use super::questions::{CollocatesQuery, ConcordanceQuery, NetworkQuery, SortBy};
use super::{KeynessView, TermClass, Units};
use crate::span::Span;
use crate::terms::collocates::{self, Reach};
use crate::terms::concordance::{self, Sort};
use crate::terms::{Reference, Sentences, matrix};
use crate::{Analysis, Error};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

view! {
    /// One line of a concordance (KWIC).
    pub struct ConcordanceLine {
        /// What was found.
        pub span: Units,
        /// What stands before it in its block.
        pub left: Units,
        /// What stands behind it in its block.
        pub right: Units,
        /// Index of the innermost outline node it stands in.
        pub node: Option<u32>,
    }
}

view! {
    /// A concordance.
    pub struct ConcordanceView {
        /// Occurrences in all.
        pub total: u32,
        /// As many of them as were asked for.
        pub lines: Vec<ConcordanceLine>,
    }
}

view! {
    /// A word in company.
    pub struct CollocateView {
        /// The word.
        pub text: String,
        /// Times together: tokens in windows, or sentences.
        pub together: u32,
        /// Times in all, tokens or sentences.
        pub all: u32,
        /// Log-likelihood G² (Dunning 1993), negative where they avoid each other.
        pub g2: f64,
        /// logDice (Rychlý 2008), 14 at the most.
        pub log_dice: f64,
    }
}

view! {
    /// A part of the text that range, dispersion and the matrix are measured over.
    pub struct SectionView {
        /// From its first word to its last.
        pub span: Units,
        /// Index of the outline node that starts with it.
        pub node: Option<u32>,
        /// Words in it.
        pub words: u32,
    }
}

view! {
    /// Counts of words in the parts of the text.
    pub struct MatrixView {
        /// Indices into the report's `terms`, one a row.
        pub terms: Vec<u32>,
        /// The parts, one a column.
        pub sections: Vec<SectionView>,
        /// Row after row.
        pub counts: Vec<u32>,
    }
}

view! {
    /// Two words in company.
    pub struct EdgeView {
        /// Index into `nodes`.
        pub source: u32,
        /// Index into `nodes`.
        pub target: u32,
        /// Sentences with both.
        pub sentences: u32,
        /// Log-likelihood G² over sentences (Dunning 1993).
        pub g2: f64,
        /// logDice over sentences.
        pub log_dice: f64,
    }
}

view! {
    /// A word of a network.
    pub struct NetworkNodeView {
        /// The word.
        pub text: String,
        /// Its occurrences.
        pub count: u32,
    }
}

view! {
    /// Words and their company.
    pub struct NetworkView {
        /// Most frequent first; of a network around a word, the word first and its company after it, firmest first.
        pub nodes: Vec<NetworkNodeView>,
        /// Pairs that share at least two sentences, firmest first.
        pub edges: Vec<EdgeView>,
    }
}

view! {
    /// A word in two texts.
    pub struct ComparisonView {
        /// The word.
        pub text: String,
        /// Whether it counts as content.
        pub class: TermClass,
        /// Occurrences here.
        pub count: u32,
        /// Occurrences in the other text.
        pub other_count: u32,
        /// Occurrences here per 10,000 running words.
        pub per_ten_thousand: f64,
        /// The same in the other text.
        pub other_per_ten_thousand: f64,
        /// How much more (or less) it is used here.
        pub keyness: KeynessView,
    }
}

view! {
    /// A keyword by TextRank.
    pub struct KeywordView {
        /// The word.
        pub text: String,
        /// Its rank, the greater the weightier.
        pub weight: f64,
    }
}

/// Every occurrence with what stands around it.
///
/// # Errors
/// `pattern-invalid`.
pub fn concordance(analysis: &Analysis, question: &ConcordanceQuery) -> Result<ConcordanceView, Error> {
    let Analysis { text, layout, tokens, outline, folded, .. } = analysis;
    let sort = match question.sort {
        SortBy::Position => Sort::Position,
        SortBy::Left => Sort::Left,
        SortBy::Right => Sort::Right,
    };
    let limits = (sort, question.width as usize, question.most as usize);
    let map = analysis.map();
    let innermost = |span: Span| {
        let behind = outline.nodes.partition_point(|n| n.span.start <= span.start);
        let before = outline.nodes.get(..behind)?;
        let mut node = before.len().checked_sub(1)?;
        // From the last node that starts before it up through its parents, to the first that reaches it.
        loop {
            let here = before.get(node)?;
            if here.span.contains(span) {
                return Some(node as u32);
            }
            node = here.parent?;
        }
    };
    let query = question.kind.parsed(&question.query, *folded)?;
    let (total, lines) = concordance::lines(text, layout, tokens, &query, limits);
    let view = |l: concordance::Line| ConcordanceLine {
        span: map.span(l.span),
        left: map.span(l.left),
        right: map.span(l.right),
        node: innermost(l.span),
    };
    Ok(ConcordanceView { total: total as u32, lines: lines.into_iter().map(view).collect() })
}

/// Where a word, an expression or a pattern occurs: start and end of each, one after the other.
///
/// # Errors
/// `pattern-invalid`.
pub fn positions(analysis: &Analysis, question: &ConcordanceQuery) -> Result<Vec<u32>, Error> {
    let Analysis { text, layout, tokens, folded, .. } = analysis;
    let map = analysis.map();
    let found = concordance::positions(text, layout, tokens, &question.kind.parsed(&question.query, *folded)?);
    Ok(found.into_iter().map(|s| map.span(s)).flat_map(|(start, end)| [start, end]).collect())
}

/// The company of a word, an expression or a pattern: within a window of words to either side, or in the same sentence
/// without one; firmest first.
///
/// # Errors
/// `pattern-invalid`.
pub fn collocates(analysis: &Analysis, question: &CollocatesQuery) -> Result<Vec<CollocateView>, Error> {
    let Analysis { text, layout, tokens, terms, folded, .. } = analysis;
    let node = concordance::positions(text, layout, tokens, &question.kind.parsed(&question.query, *folded)?);
    let reach = question.window.map_or(Reach::Sentence, |n| Reach::Window(n as usize));
    let sentences = Sentences::of(text, layout, tokens);
    let found = collocates::find(tokens, terms, &sentences, &node, reach, question.most as usize);
    let view = |c: collocates::Collocate| {
        let word = tokens.types.get(c.word as usize)?;
        let collocates::Collocate { together, all, g2, log_dice, .. } = c;
        Some(CollocateView { text: word.text.clone(), together, all, g2, log_dice })
    };
    Ok(found.into_iter().filter_map(view).collect())
}

/// Counts of the most frequent content words in the parts of the text.
pub fn term_matrix(analysis: &Analysis, most: usize) -> MatrixView {
    let Analysis { tokens, terms, outline, .. } = analysis;
    let matrix = matrix::by_section(tokens, terms, most);
    let map = analysis.map();
    let section = |(range, &words): (core::ops::Range<usize>, &u32)| {
        let tokens = tokens.items.get(range)?;
        let span = Span::new(tokens.first()?.span.start, tokens.last()?.span.end);
        let slot = outline.nodes.partition_point(|n| n.span.start < span.start);
        let node = outline.nodes.get(slot).filter(|n| n.span.start == span.start && n.depth == 1);
        Some(SectionView { span: map.span(span), node: node.map(|_| slot as u32), words })
    };
    let sections = terms.sections.ranges(tokens).zip(&matrix.sizes).filter_map(section).collect();
    MatrixView { terms: matrix.rows, sections, counts: matrix.counts }
}

/// The company the most frequent content words keep in sentences, or a word and its own company.
pub fn network(analysis: &Analysis, question: &NetworkQuery) -> NetworkView {
    let Analysis { text, layout, tokens, terms, .. } = analysis;
    // Pairs grow with the square of this.
    let most = question.most.min(200) as usize;
    let sentences = Sentences::of(text, layout, tokens);
    let nodes = match &question.around {
        None => matrix::content(terms, most),
        Some(word) => around(analysis, &sentences, word, most),
    };
    let mut network = matrix::network(tokens, terms, &sentences, nodes);
    network.edges.truncate(question.most_edges as usize);
    let node = |&term: &u32| {
        let term = terms.terms.get(term as usize)?;
        let text = tokens.types.get(term.word as usize)?.text.clone();
        Some(NetworkNodeView { text, count: term.count })
    };
    let edge = |e: matrix::Edge| {
        let matrix::Edge { source, target, sentences, g2, log_dice } = e;
        EdgeView { source, target, sentences, g2, log_dice }
    };
    NetworkView {
        nodes: network.nodes.iter().filter_map(node).collect(),
        edges: network.edges.into_iter().map(edge).collect(),
    }
}

/// A word and its firmest company, as indices of terms; nothing for what is no word of the text.
fn around(analysis: &Analysis, sentences: &Sentences, word: &str, most: usize) -> Vec<u32> {
    let Analysis { tokens, terms, folded, .. } = analysis;
    let word = concordance::read(word, *folded);
    let is_it = |w: u32| tokens.types.get(w as usize).is_some_and(|t| t.text == word);
    let Some(at) = terms.terms.iter().position(|t| is_it(t.word)) else { return Vec::new() };
    let node: Vec<Span> = tokens.items.iter().filter(|t| is_it(t.word)).map(|t| t.span).collect();
    let company = collocates::find(tokens, terms, sentences, &node, Reach::Sentence, most.saturating_sub(1));
    let term_of: FxHashMap<u32, u32> = (0_u32..).zip(&terms.terms).map(|(i, t)| (t.word, i)).collect();
    let attracted = company.iter().filter(|c| c.g2 > 0.0).filter_map(|c| term_of.get(&c.word).copied());
    core::iter::once(at as u32).chain(attracted).collect()
}

/// The words of two texts side by side, the most telling first, at most `most`.
pub fn compare(analysis: &Analysis, other: &Analysis, most: usize) -> Vec<ComparisonView> {
    let (mut here, mut there) = (Reference::default(), Reference::default());
    here.add(&analysis.tokens);
    there.add(&other.tokens);
    let words = |a: &Analysis| a.terms.words.max(1);
    let rate = |count: u32, a: &Analysis| f64::from(count) * 10_000.0 / f64::from(words(a));
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    let mut rows = Vec::new();
    for (term, of) in [analysis, other].into_iter().flat_map(|a| a.terms.terms.iter().map(move |t| (t, a))) {
        let Some(word) = of.tokens.types.get(term.word as usize).filter(|w| seen.insert(&w.text)) else { continue };
        let (count, other_count) = (here.count(&word.text), there.count(&word.text));
        rows.push(ComparisonView {
            text: word.text.clone(),
            class: term.class.into(),
            count,
            other_count,
            per_ten_thousand: rate(count, analysis),
            other_per_ten_thousand: rate(other_count, other),
            keyness: there.keyness(&word.text, count, analysis.terms.words).into(),
        });
    }
    rows.sort_by(|a, b| b.keyness.g2.abs().total_cmp(&a.keyness.g2.abs()).then(b.count.cmp(&a.count)));
    rows.truncate(most);
    rows
}
