//! Moves 语步: what each sentence does, and by majority each outline node.
//!
//! In: [`Prose`]. Out: [`Moves`]. A transparent count: cues of the lexicon ([`cue`]), modal 要 and aspect 了 ([`verb`]), what
//! the heading above says ([`heading`]), where the sentence stands ([`place`]) and what the one before did each give points
//! to moves; the move with most points is reported, with the cue that gave most and the basis on which it rests.

mod cue;
mod heading;
mod place;
mod score;
mod verb;

use super::prose::{Prose, Sentence};
use crate::layout::BlockKind;
use crate::span::Span;
use score::Score;

/// What a sentence does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Move {
    /// 致意: greets, welcomes, thanks, congratulates.
    Greet,
    /// 交代背景: occasion, purpose, situation, what the text is going to do.
    SetScene,
    /// 总结成绩: what has been reached.
    ReportAchievement,
    /// 指出问题: what is wrong or lacking.
    NameProblem,
    /// 提出目标: where to be by when, guiding thought.
    SetGoal,
    /// 提出要求: what must and must not be done.
    Demand,
    /// 部署举措: steps and measures, one after another.
    ListMeasure,
    /// 阐明道理: why it is so, what it means.
    ArgueWhy,
    /// 发出号召: calls all to act.
    CallToAction,
    /// 收束: sums up, wishes well, says from when the text applies.
    Close,
}

/// All moves, in the order of a speech.
const MOVES: [Move; 10] = [
    Move::Greet,
    Move::SetScene,
    Move::ReportAchievement,
    Move::NameProblem,
    Move::SetGoal,
    Move::Demand,
    Move::ListMeasure,
    Move::ArgueWhy,
    Move::CallToAction,
    Move::Close,
];

impl Move {
    /// Its name in the lexicon and in the report.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Greet => "greet",
            Self::SetScene => "set-scene",
            Self::ReportAchievement => "report-achievement",
            Self::NameProblem => "name-problem",
            Self::SetGoal => "set-goal",
            Self::Demand => "demand",
            Self::ListMeasure => "list-measure",
            Self::ArgueWhy => "argue-why",
            Self::CallToAction => "call-to-action",
            Self::Close => "close",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        MOVES.into_iter().find(|m| m.name() == name)
    }
}

/// What decided for a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Words of the sentence itself.
    Cue,
    /// The heading above it.
    Heading,
    /// Where it stands.
    Place,
    /// The sentence before it.
    Neighbour,
    /// Nothing: a plain statement, taken for argument.
    Default,
}

/// A sentence and what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentenceMove {
    /// The sentence; a salutation or closing courtesy as a whole.
    pub span: Span,
    /// What it does.
    pub kind: Move,
    /// What decided.
    pub basis: Basis,
    /// The words that spoke loudest for it.
    pub cue: Option<Span>,
}

/// Moves of sentences and nodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// In text order.
    pub sentences: Vec<SentenceMove>,
    /// For each outline node what most of its sentences do; none without sentences, or when two moves are as frequent.
    pub nodes: Vec<Option<Move>>,
}

/// Finds what every sentence does.
pub(super) fn find(prose: &Prose) -> Moves {
    let headings = heading::of_nodes(prose);
    let mut sentences: Vec<SentenceMove> =
        prose.layout.blocks.iter().filter_map(|b| addressed(b.kind, b.span)).collect();
    let mut counts = vec![[0_u32; MOVES.len()]; prose.outline.nodes.len()];
    let mut before: Option<(Sentence, Move)> = None;
    let places = place::of_sentences(prose);
    for (sentence, place) in prose.sentences.iter().zip(places) {
        if sentence.heading {
            before = None;
            continue;
        }
        let mut score = Score::default();
        cue::read(prose.text, sentence.words, &mut score);
        verb::read(prose.text, sentence.words, &mut score);
        if let Some(prior) = sentence.node.and_then(|n| *headings.get(n)?) {
            score.add(prior.kind, prior.weight, Basis::Heading, None);
        }
        place::read(place, &mut score);
        if let Some((last, kind)) = before.filter(|(last, _)| last.node == sentence.node) {
            score.add(kind, if last.block == sentence.block { 2 } else { 1 }, Basis::Neighbour, None);
        }
        let (kind, basis, cue) = score.best();
        before = Some((*sentence, kind));
        sentences.push(SentenceMove { span: sentence.span, kind, basis, cue });
        if let Some(slot) = sentence.node.and_then(|n| counts.get_mut(n)?.get_mut(kind as usize)) {
            *slot += 1;
        }
    }
    sentences.sort_by_key(|s| s.span);
    Moves { sentences, nodes: majorities(prose, counts) }
}

/// Blocks that do something as a whole.
fn addressed(kind: BlockKind, span: Span) -> Option<SentenceMove> {
    let kind = match kind {
        BlockKind::Salutation => Move::Greet,
        BlockKind::Courtesy => Move::Close,
        _ => return None,
    };
    Some(SentenceMove { span, kind, basis: Basis::Place, cue: None })
}

/// What most sentences of a node and of all below it do.
fn majorities(prose: &Prose, mut counts: Vec<[u32; MOVES.len()]>) -> Vec<Option<Move>> {
    // A parent stands before its children: from the end on, each count is whole when it is added to its parent's.
    for (i, node) in prose.outline.nodes.iter().enumerate().rev() {
        let own = counts.get(i).copied().unwrap_or_default();
        if let Some(above) = node.parent.and_then(|p| counts.get_mut(p)) {
            for (sum, n) in above.iter_mut().zip(own) {
                *sum += n;
            }
        }
    }
    let most = |count: &[u32; MOVES.len()]| {
        let highest = *count.iter().max()?;
        let mut with = MOVES.iter().zip(count).filter(|(_, n)| **n == highest);
        let (&kind, _) = with.next()?;
        (highest > 0 && with.next().is_none()).then_some(kind)
    };
    counts.iter().map(most).collect()
}

#[cfg(test)]
mod tests;
