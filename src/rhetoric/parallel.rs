//! Parallelism 排比 and pairs 对仗.
//!
//! In: text, layout, outline, tokens (may be empty; then word-class patterns stay unseen). Out: [`Parallelism`]s by
//! first member. Neighbouring clauses, sentences, headings, openings of paragraphs and members of `、`-series are
//! compared by what they share: opening words (`切忌…，切忌…，切忌…`), closing words, characters held in their places
//! (`拿得出、调得快、用得上`), or equal length with one word-class pattern (`完善机制、优化配置、集聚合力`).
//!
//! Every unit is compared with a bounded number of neighbours, by a bounded number of characters.

mod collect;
mod frame;
mod glyphs;
mod heads;
mod pairs;
mod pattern;
mod recur;
mod run;
mod series;
mod slots;
mod source;
mod turn;
mod units;
mod words;

use crate::layout::{BlockKind, Layout};
use crate::outline::Outline;
use crate::segment::Tokens;
use crate::span::Span;

use glyphs::{Glyphs, Unit};
use source::Source;

pub use frame::Level;

/// Which group of like members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParallelismKind {
    /// 排比: three and more.
    Parallelism,
    /// 对仗: exactly two.
    Pair,
}

/// What the members share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// 首语反复: the opening words.
    Anaphora,
    /// 尾语反复: the closing words.
    Epistrophe,
    /// Both.
    Symploce,
    /// Words or characters within.
    Frame,
    /// Equal length and word classes only.
    Pattern,
}

/// A group of like members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parallelism {
    /// Three or more, or exactly two.
    pub kind: ParallelismKind,
    /// What makes them alike.
    pub figure: Figure,
    /// What they are.
    pub level: Level,
    /// What is shared, `…` for what varies.
    pub frame: String,
    /// In text order.
    pub members: Vec<Span>,
    /// For each member what fills each `…` of the frame, in order.
    pub slots: Vec<Vec<Span>>,
}

/// Members found to be alike.
#[derive(Clone, Debug)]
struct Group {
    members: Vec<Unit>,
    figure: Figure,
    level: Level,
}

/// Finds parallelisms and pairs.
pub(crate) fn find(text: &str, layout: &Layout, outline: &Outline, tokens: &Tokens) -> Vec<Parallelism> {
    let glyphs = Glyphs::new(text);
    let word_classes = pattern::classes(tokens);
    let whole = Source { text, glyphs: &glyphs, near: &tokens.items, classes: &word_classes };
    let mut groups = heads::of_nodes(whole, outline);
    groups.extend(heads::of_paragraphs(whole, layout));
    for block in layout.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph) {
        let source = Source { near: tokens.within(block.span), ..whole };
        let paragraph = glyphs.unit(block.span);
        let sentences = units::sentences(&glyphs, paragraph);
        groups.extend(run::groups(source, &sentences, Level::Sentence));
        groups.extend(recur::sentences(source, &sentences));
        let clauses = units::clauses(&glyphs, paragraph);
        for sentence in clauses.chunk_by(|_, next| !next.opens) {
            let members: Vec<Unit> = sentence.iter().map(|c| c.unit).collect();
            groups.extend(run::groups(source, &members, Level::Clause));
            groups.extend(pairs::clauses(source, &members));
        }
        groups.extend(recur::clauses(source, &clauses));
        for clause in clauses.iter().filter(|c| glyphs.of(c.unit).contains(&'、')) {
            let pieces = units::pieces(&glyphs, clause.unit);
            groups.extend(series::groups(source, &pieces));
            groups.extend(pairs::series(source, &pieces));
        }
    }
    collect::collect(whole, groups)
}

#[cfg(test)]
mod tests;
