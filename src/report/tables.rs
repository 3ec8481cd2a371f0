//! Answers to later questions: concordance, collocates, matrix, network, keywords.
//!
//! In: an [`Analysis`], a question in plain data. Out: plain data; spans in UTF-16 code units, words as text or as indices into
//! the report's `terms`.

use super::Units;
use crate::span::{Span, Utf16Map};
use crate::terms::collocates::{self, Reach};
use crate::terms::concordance::{self, Query, Sort};
use crate::terms::{Sentences, matrix};
use crate::{Analysis, Error};
use serde::{Deserialize, Serialize};

/// How a concordance's query is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum QueryKind {
    /// A word or an expression, from word boundary to word boundary.
    #[default]
    Words,
    /// A regular expression.
    Pattern,
}

/// What a concordance is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum SortBy {
    /// Where the lines stand.
    #[default]
    Position,
    /// The words to the left.
    Left,
    /// The words to the right.
    Right,
}

/// A question for occurrences; all but the query may be left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ConcordanceQuery {
    /// Word, expression or regular expression.
    pub query: String,
    /// Which of them (default words).
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub kind: QueryKind,
    /// Order of the lines (default position).
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub sort: SortBy,
    /// Characters on each side (default 30).
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub width: u32,
    /// Lines at the most (default 1,000).
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub most: u32,
}

impl Default for ConcordanceQuery {
    fn default() -> Self {
        Self { query: String::new(), kind: QueryKind::default(), sort: SortBy::default(), width: 30, most: 1000 }
    }
}

impl ConcordanceQuery {
    fn parsed(&self) -> Result<Query, Error> {
        match self.kind {
            QueryKind::Words => Ok(Query::Words(self.query.clone())),
            QueryKind::Pattern => Query::pattern(&self.query),
        }
    }
}

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
        /// logDice over sentences.
        pub log_dice: f64,
    }
}

view! {
    /// Words and their company.
    pub struct NetworkView {
        /// Indices into the report's `terms`.
        pub nodes: Vec<u32>,
        /// Pairs that share at least two sentences.
        pub edges: Vec<EdgeView>,
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
pub fn concordance(analysis: &Analysis, question: &ConcordanceQuery) -> Result<Vec<ConcordanceLine>, Error> {
    let Analysis { text, layout, tokens, outline, .. } = analysis;
    let sort = match question.sort {
        SortBy::Position => Sort::Position,
        SortBy::Left => Sort::Left,
        SortBy::Right => Sort::Right,
    };
    let limits = (sort, question.width as usize, question.most as usize);
    let map = Utf16Map::new(text);
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
    let lines = concordance::lines(text, layout, tokens, &question.parsed()?, limits);
    let view = |l: concordance::Line| ConcordanceLine {
        span: map.span(l.span),
        left: map.span(l.left),
        right: map.span(l.right),
        node: innermost(l.span),
    };
    Ok(lines.into_iter().map(view).collect())
}

/// Where a word, an expression or a pattern occurs: start and end of each, one after the other.
///
/// # Errors
/// `pattern-invalid`.
pub fn positions(analysis: &Analysis, question: &ConcordanceQuery) -> Result<Vec<u32>, Error> {
    let Analysis { text, layout, tokens, .. } = analysis;
    let map = Utf16Map::new(text);
    let found = concordance::positions(text, layout, tokens, &question.parsed()?);
    Ok(found.into_iter().map(|s| map.span(s)).flat_map(|(start, end)| [start, end]).collect())
}

/// The company of a word: within `window` words to either side, or in the same sentence without one. At most `most`, firmest first;
/// nothing for what is no word of the text.
pub fn collocates(analysis: &Analysis, word: &str, window: Option<u32>, most: usize) -> Vec<CollocateView> {
    let Analysis { text, layout, tokens, terms, .. } = analysis;
    let is_it = |t: &&crate::terms::Term| tokens.types.get(t.word as usize).is_some_and(|w| w.text == word);
    let Some(term) = terms.terms.iter().find(is_it) else { return Vec::new() };
    let reach = window.map_or(Reach::Sentence, |n| Reach::Window(n as usize));
    let sentences = Sentences::of(text, layout, tokens);
    let found = collocates::find(tokens, terms, &sentences, term.word, reach, most);
    let view = |c: collocates::Collocate| {
        let word = tokens.types.get(c.word as usize)?;
        Some(CollocateView {
            text: word.text.clone(),
            together: c.together,
            all: c.all,
            g2: c.g2,
            log_dice: c.log_dice,
        })
    };
    found.into_iter().filter_map(view).collect()
}

/// Counts of the most frequent content words in the parts of the text.
pub fn term_matrix(analysis: &Analysis, most: usize) -> MatrixView {
    let Analysis { text, tokens, terms, outline, .. } = analysis;
    let matrix = matrix::by_section(tokens, terms, most);
    let map = Utf16Map::new(text);
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

/// The company the most frequent content words keep in sentences.
pub fn network(analysis: &Analysis, most: usize) -> NetworkView {
    let Analysis { text, layout, tokens, terms, .. } = analysis;
    let network = matrix::network(tokens, terms, &Sentences::of(text, layout, tokens), most);
    let view =
        |e: matrix::Edge| EdgeView { source: e.source, target: e.target, sentences: e.sentences, log_dice: e.log_dice };
    NetworkView { nodes: network.nodes, edges: network.edges.into_iter().map(view).collect() }
}
