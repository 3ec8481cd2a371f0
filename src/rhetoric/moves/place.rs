//! Where a sentence stands, and in what kind of document: speeches open by setting the scene and end by calling to act; in a
//! notice or a set of rules a plain statement is a rule, elsewhere it argues.
//!
//! In: [`Prose`]. Out: for each document what its statements do, for each sentence its [`Place`], and points for it.

use super::score::Score;
use super::{Basis, Move};
use crate::lexicon::layout_words::{self, Genre};
use crate::rhetoric::prose::Prose;

/// Where a sentence stands in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In the first paragraph, before any node.
    First,
    /// In the last paragraph.
    Last,
    Within,
}

/// The place of each sentence.
pub(super) fn of_sentences(prose: &Prose) -> Vec<Place> {
    let document = |block: usize| prose.layout.blocks.get(block).map_or(0, |b| b.document);
    let mut places = Vec::with_capacity(prose.sentences.len());
    for all in prose.sentences.chunk_by(|a, b| document(a.block) == document(b.block)) {
        let (first, last) = (all.first().map_or(0, |s| s.block), all.last().map_or(0, |s| s.block));
        places.extend(all.iter().map(|s| match s.block {
            b if b == first && s.node.is_none() => Place::First,
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
    prose.layout.documents.iter().map(|d| plain(d.title.map_or("", |t| t.of(prose.text)))).collect()
}
