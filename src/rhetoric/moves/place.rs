//! Where a sentence stands, and in what kind of document: speeches open by setting the scene and
//! end by calling to act; in a notice or a set of rules a plain statement is a rule, elsewhere it
//! argues.
//!
//! In: [`Prose`]. Out: for each document what its statements do, for each sentence its [`Place`], and points for it.

use super::score::Score;
use super::{Basis, Move};
use crate::layout::{Block, BlockKind};
use crate::lexicon::layout_words::{self, Genre};
use crate::outline::{Node, Scheme};
use crate::rhetoric::prose::Prose;

/// Where a sentence stands in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Among the first sentences of the first paragraph, before any node.
    First,
    /// In the last paragraph.
    Last,
    Within,
}

/// Sentences that open a document at the most.
const OPENING: usize = 3;

/// The place of each sentence.
pub(super) fn of_sentences(prose: &Prose) -> Vec<Place> {
    let document = |block: usize| prose.layout.blocks.get(block).map_or(0, |b| b.document);
    let mut places = Vec::with_capacity(prose.sentences.len());
    for all in prose.sentences.chunk_by(|a, b| document(a.block) == document(b.block)) {
        let (first, last) = (all.first().map_or(0, |s| s.block), all.last().map_or(0, |s| s.block));
        places.extend(all.iter().enumerate().map(|(i, s)| match s.block {
            b if b == first && s.node.is_none() && i < OPENING => Place::First,
            b if b == last && b != first => Place::Last,
            _ => Place::Within,
        }));
    }
    places
}

pub(super) fn read(place: Place, score: &mut Score) {
    match place {
        Place::First => score.add(Move::SetScene, 2, Basis::Place, None),
        Place::Last => score.add(Move::CallToAction, 1, Basis::Place, None),
        Place::Within => {}
    }
}

/// What a plain statement does in each document.
pub(super) fn of_documents(prose: &Prose) -> Vec<Move> {
    let plain = |title: &str| match layout_words::genre(title.trim_end_matches(['）', ')', '》'])) {
        Some(Genre::Paper) => Move::Demand,
        _ => Move::ArgueWhy,
    };
    let mut moves: Vec<Move> =
        prose.layout.documents.iter().map(|d| plain(d.title.map_or("", |t| t.of(prose.text)))).collect();
    // Papers are also known by whom they address and by their number, rules by their articles.
    let issued = |b: &Block| matches!(b.kind, BlockKind::Addressee | BlockKind::DocNumber);
    let papers = prose.layout.blocks.iter().filter(|b| issued(b)).map(|b| b.document);
    let rules =
        prose.outline.nodes.iter().filter(|n| n.scheme == Scheme::Chapter && is_article(prose, n)).map(|n| n.document);
    for document in papers.chain(rules) {
        if let Some(plain) = moves.get_mut(document) {
            *plain = Move::Demand;
        }
    }
    moves
}

/// 第三条
fn is_article(prose: &Prose, node: &Node) -> bool {
    node.marker.is_some_and(|m| m.of(prose.text).contains('条'))
}
