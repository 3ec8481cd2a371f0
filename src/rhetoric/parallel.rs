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

use crate::layout::Layout;
use crate::outline::Outline;
use crate::segment::Tokens;
use crate::span::Span;
pub(super) use glyphs::Glyphs;
use glyphs::Unit;
use pattern::Class;
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
pub(super) struct Group {
    members: Vec<Unit>,
    figure: Figure,
    level: Level,
}

impl Group {
    /// The same in a paragraph whose characters began at `from` and begin at `to` now.
    pub(super) fn moved(&self, from: usize, to: usize) -> Self {
        Self { members: self.members.iter().map(|m| m.moved(from, to)).collect(), ..*self }
    }
}

/// A text as parallelisms are looked for in it.
#[derive(Debug)]
pub(super) struct Reader<'t> {
    text: &'t str,
    tokens: &'t Tokens,
    glyphs: Glyphs,
    classes: Vec<Class>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, tokens: &'t Tokens, glyphs: Glyphs) -> Self {
        Self { text, tokens, glyphs, classes: pattern::classes(tokens) }
    }

    fn source(&self) -> Source<'_> {
        Source { text: self.text, glyphs: &self.glyphs, near: &self.tokens.items, classes: &self.classes }
    }

    /// Index of the first character of a paragraph, and what stands around it as far as it is looked at: one character
    /// before and two behind.
    pub(super) fn place(&self, paragraph: Span) -> (usize, [char; 3]) {
        let unit = self.glyphs.unit(paragraph);
        let before = unit.from.checked_sub(1).map_or('\n', |i| self.glyphs.get(i));
        (unit.from, [before, self.glyphs.get(unit.to), self.glyphs.get(unit.to + 1)])
    }

    /// Groups within a paragraph.
    pub(super) fn of_paragraph(&self, paragraph: Span) -> Vec<Group> {
        let glyphs = &self.glyphs;
        let source = Source { near: self.tokens.within(paragraph), ..self.source() };
        let paragraph = glyphs.unit(paragraph);
        let sentences: Vec<Unit> = units::sentences(glyphs, paragraph).collect();
        let mut groups = run::groups(source, &sentences, Level::Sentence);
        groups.extend(recur::sentences(source, &sentences));
        let clauses = units::clauses(glyphs, paragraph);
        for sentence in clauses.chunk_by(|_, next| !next.opens) {
            let members: Vec<Unit> = sentence.iter().map(|c| c.unit).collect();
            groups.extend(run::groups(source, &members, Level::Clause));
            groups.extend(pairs::clauses(source, &members));
        }
        groups.extend(recur::clauses(source, &clauses));
        for clause in clauses.iter().filter(|c| glyphs.of(c.unit).contains(&'、')) {
            let pieces = units::pieces(glyphs, clause.unit);
            groups.extend(series::groups(source, &pieces));
            groups.extend(pairs::series(source, &pieces));
        }
        groups
    }

    /// Parallelisms and pairs of a text, given the groups within its paragraphs.
    pub(super) fn all(&self, layout: &Layout, outline: &Outline, within: Vec<Group>) -> Vec<Parallelism> {
        let source = self.source();
        let mut groups = heads::of_nodes(source, outline);
        groups.extend(heads::of_paragraphs(source, layout));
        groups.extend(within);
        collect::collect(source, groups)
    }
}

#[cfg(test)]
mod tests;
