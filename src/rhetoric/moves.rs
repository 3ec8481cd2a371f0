//! Moves 语步: what each sentence does, and by majority each outline node.
//!
//! In: [`Prose`]. Out: [`Moves`]. A transparent count: cues of the lexicon ([`cue`]), modal 要,
//! aspect 了, judging 是 ([`verb`]), what the heading above says ([`heading`]), where the sentence
//! stands ([`place`]) and what the one before did each give points to moves; rows of bare verbs
//! report or plan as their paragraph or section does ([`time`]). The move with most points is
//! reported, with the cue that gave most and the basis on which it rests.

mod cue;
mod heading;
mod place;
mod score;
mod time;
mod verb;

use super::prose::{Prose, Sentence};
use crate::layout::BlockKind;
use crate::lexicon::moves::MoveCues;
use crate::lexicon::{Stops, Watch};
use crate::span::Span;
use heading::Prior;
use score::Score;
use std::sync::LazyLock;
use time::{Tense, Time};

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
    /// What its kind of document does where nothing else speaks.
    Genre,
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

/// Sentences of a section whose time is looked at together, at the most.
const TOGETHER: usize = 2_048;

/// Moves that go on over several sentences.
const LASTING: [Move; 3] = [Move::ReportAchievement, Move::ListMeasure, Move::SetGoal];

/// Finds what every sentence does; `own` is what each of them says for itself.
pub(super) fn find(prose: &Prose, own: &[Own]) -> Moves {
    let headings = heading::of_nodes(prose);
    let mut sentences: Vec<SentenceMove> = Vec::with_capacity(prose.sentences.len() + prose.layout.blocks.len());
    let mut addressed = prose.layout.blocks.iter().filter_map(|b| addressed(b.kind, b.span)).peekable();
    let mut counts = vec![[0_u32; MOVES.len()]; prose.outline.nodes.len()];
    let plain = place::of_documents(prose);
    let mut places = place::of_sentences(prose).into_iter();
    let tops = heading::top_nodes(prose);
    let top = |s: &Sentence| s.node.and_then(|n| tops.get(n).copied());
    let document = |s: &Sentence| prose.layout.blocks.get(s.block).map_or(0, |b| b.document);
    let same = |a: &Sentence, b: &Sentence| top(a) == top(b) && document(a) == document(b);
    let mut from = 0;
    for section in prose.sentences.chunk_by(same).flat_map(|s| s.chunks(TOGETHER)) {
        let read = own.get(from..from + section.len()).unwrap_or(&[]);
        from += section.len();
        let whole = time::balance(read.iter().map(|r| r.time));
        let mut rest = read;
        for paragraph in section.chunk_by(|a, b| a.block == b.block) {
            let Some((read, behind)) = rest.split_at_checked(paragraph.len()) else { break };
            rest = behind;
            let tense = time::of_paragraph(time::balance(read.iter().map(|r| r.time)), whole);
            let mut before: Option<Move> = None;
            for ((sentence, &Own { mut score, time }), place) in paragraph.iter().zip(read).zip(places.by_ref()) {
                if sentence.heading {
                    continue;
                }
                let prior = sentence.node.and_then(|n| *headings.get(n)?);
                let plain = plain.get(document(sentence)).copied().unwrap_or(Move::ArgueWhy);
                let tense =
                    Some(Tense::ToDo).filter(|_| time.to_do).or(prior.and_then(|p| time::of_heading(p.kind))).or(tense);
                weigh(&mut score, prior, tense);
                place::read(place, &mut score);
                score.add(plain, 1, Basis::Genre, None);
                if let Some(kind) = before.filter(|m| LASTING.contains(m)) {
                    score.add(kind, 1, Basis::Neighbour, None);
                }
                let (kind, basis, cue) = score.best(plain);
                before = Some(kind);
                while let Some(above) = addressed.next_if(|block| block.span.start < sentence.span.start) {
                    sentences.push(above);
                }
                sentences.push(SentenceMove { span: sentence.span, kind, basis, cue });
                if let Some(slot) = sentence.node.and_then(|n| counts.get_mut(n)?.get_mut(kind as usize)) {
                    *slot += 1;
                }
            }
        }
    }
    sentences.extend(addressed);
    Moves { sentences, nodes: majorities(prose, counts) }
}

/// What a sentence says for itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Own {
    score: Score,
    time: Time,
}

impl Own {
    /// The same of a sentence in a paragraph that stood at `from` and stands at `to` now.
    pub(super) fn moved(self, from: usize, to: usize) -> Self {
        Self { score: self.score.moved(from, to), ..self }
    }
}

/// All who look through a paragraph for ideographs.
pub(super) static WATCH: LazyLock<Watch<'static>> =
    LazyLock::new(|| Watch::of(&[&verb::WORDS]).with_pairs(MoveCues::get().pairs()));

/// What a sentence says for itself.
pub(super) fn own(prose: &Prose, sentence: &Sentence, stops: &Stops) -> Own {
    let mut score = Score::default();
    let cues = cue::read(prose.text, sentence.words, stops, &mut score);
    let verbs = verb::read(prose.text, sentence.words, stops, &mut score);
    verb::opens(prose, sentence.words, &mut score);
    Own { score, time: Time { done: cues.done | verbs.done, to_do: cues.to_do | verbs.to_do } }
}

/// Weighs the sentence's own words by the heading above and the time of its paragraph.
fn weigh(score: &mut Score, prior: Option<Prior>, tense: Option<Tense>) {
    let demand = score.of(Move::Demand);
    if tense == Some(Tense::Done) && demand < 3 {
        score.shift(Move::ListMeasure, Move::ReportAchievement);
    } else if demand >= 3 {
        score.cap(Move::ListMeasure, demand - 1);
    }
    if let Some(prior) = prior {
        score.add(prior.kind, prior.weight, Basis::Heading, None);
    }
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
