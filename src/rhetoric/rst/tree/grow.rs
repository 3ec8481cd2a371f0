//! The learned and cued part of the tree: neighbouring parts are joined as the model divides them.
//!
//! In: units, weights, parts in text order. Out: one part that covers them. A boundary between
//! paragraphs divides before one between sentences, that before one inside a sentence; of those of
//! one rank the model chooses. A row of up to [`chart::LONGEST`] parts is looked at as a whole. A
//! row of more than [`WIDE`] parts is first cut into shorter rows, so that the work grows with the
//! text and no faster.

use super::chart;
use super::features::{Context, SpanView};
use super::overview;
use super::parts::{Join, Parts};
use super::rank::{self, Rank};
use crate::rhetoric::rst::Evidence;
use crate::rhetoric::rst::edu::unit::{Level, Unit};
use crate::rhetoric::rst::model::Model;
use crate::rhetoric::rst::relation::features::Node;
use crate::rhetoric::rst::relation::scope::{self, Scope};
use crate::rhetoric::rst::relation::{Form, LABELS, cue, label};

/// The longest row the model divides.
pub const WIDE: usize = 40;

/// Builds parts out of units.
pub struct Grower<'a> {
    text: &'a str,
    /// Units with what is counted once.
    pub context: Context<'a>,
    model: &'a Model,
    /// Whether relations that form alone makes unlikely are left out, and connectives reach as far
    /// as they do.
    pub strict: bool,
    /// What is built so far.
    pub parts: Parts,
    features: Vec<u64>,
}

impl<'a> Grower<'a> {
    /// With nothing built.
    pub fn new(text: &'a str, units: &'a [Unit], model: &'a Model) -> Self {
        Self { text, context: Context::new(units), model, strict: false, parts: Parts::default(), features: Vec::new() }
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The units `from..to` as parts: paragraphs of sentences of units. One part a paragraph, as
    /// far as they lie in it.
    pub fn paragraphs(&mut self, from: usize, to: usize) -> Vec<usize> {
        let (mut paragraphs, mut sentences, mut row) = (Vec::new(), Vec::new(), Vec::new());
        for unit in from..to {
            row.push(self.parts.unit(unit));
            let level = self.context.unit(unit).map_or(Level::Clause, |u| u.level);
            let last = unit + 1 == to;
            if level >= Level::Sentence || last {
                sentences.extend(self.sentence(std::mem::take(&mut row)));
            }
            if level >= Level::Paragraph || last {
                paragraphs.extend(self.grow(std::mem::take(&mut sentences)));
            }
        }
        paragraphs
    }

    /// Joins the units of a sentence: first, from the last back, what connectives tie together.
    fn sentence(&mut self, row: Vec<usize>) -> Option<usize> {
        let unit_of = |parts: &Parts, part: Option<&usize>| part.and_then(|&p| parts.get(p)).map(|p| p.units.0);
        let (first, last) = (unit_of(&self.parts, row.first())?, unit_of(&self.parts, row.last())?);
        if !self.strict || row.len() > WIDE {
            return self.grow(row);
        }
        // The leftmost part on top.
        let mut open: Vec<usize> = Vec::with_capacity(row.len());
        for &part in row.iter().rev() {
            open.push(part);
            let unit = unit_of(&self.parts, Some(&part))?;
            if let Some(scope) = scope::find(self.text, &self.context, unit, first, last) {
                self.tie(&mut open, scope);
            }
        }
        open.reverse();
        self.grow(open)
    }

    /// Joins the parts on top as a scope says, if none of them goes beyond it.
    fn tie(&mut self, open: &mut Vec<usize>, scope: Scope) {
        let units = |&part: &usize| self.parts.get(part).map_or((0, 0), |p| p.units);
        let reached = open.iter().rev().take_while(|p| units(p).0 <= scope.right).count();
        let from = open.len() - reached;
        let own: Vec<usize> = open.get(from..).unwrap_or(&[]).iter().rev().copied().collect();
        let (left, right): (Vec<usize>, Vec<usize>) = own.iter().partition(|p| units(p).0 <= scope.left);
        let upto = |side: &[usize]| side.last().map(|p| units(p).1);
        let fits = upto(&left) == Some(scope.left) && upto(&right) == Some(scope.right);
        let Some(label) = LABELS.get(usize::from(scope.cue.label)).filter(|_| fits) else { return };
        let join = Join {
            relation: label.relation,
            form: label.form,
            evidence: Evidence::Cue,
            signal: Some(scope.cue.signal),
            rank: Rank::default(),
        };
        if let (Some(left), Some(right)) = (self.grow(left), self.grow(right))
            && let Some(joined) = self.parts.join(vec![left, right], join)
        {
            open.truncate(from);
            open.push(joined);
        }
    }

    /// Joins a row of parts into one; none for an empty row. What lies between two boundaries of
    /// the highest rank is joined by itself first, so that no part ends in the middle of two
    /// sentences.
    pub fn grow(&mut self, row: Vec<usize>) -> Option<usize> {
        if !self.strict {
            return self.grow_equals(row);
        }
        let ends: Vec<usize> = row.iter().map(|&p| self.parts.get(p).map_or(0, |p| p.units.1)).collect();
        let inner = ends.split_last().map_or(&[][..], |(_, inner)| inner);
        let ranks: Vec<Rank> = inner.iter().map(|&unit| rank::behind(&self.context, unit)).collect();
        let Some(&highest) = ranks.iter().max() else { return row.first().copied() };
        if ranks.iter().all(|&r| r == highest) {
            return self.grow_closed(row, highest);
        }
        let mut groups = Vec::new();
        let mut group = Vec::new();
        for (n, part) in row.into_iter().enumerate() {
            group.push(part);
            if ranks.get(n).is_none_or(|&r| r == highest) {
                groups.extend(self.grow(std::mem::take(&mut group)));
            }
        }
        self.grow_closed(groups, highest)
    }

    /// Joins a row parted by boundaries of one rank. Where a sentence says what comes of all before
    /// it (`这样，才能…`), it is joined to all of that; in one sentence what opens with 其中 goes with
    /// what follows it.
    fn grow_closed(&mut self, row: Vec<usize>, rank: Rank) -> Option<usize> {
        let mut out: Vec<usize> = Vec::with_capacity(row.len());
        let mut among = None;
        // The depth of a tree must not grow with the text.
        let few = row.len() <= WIDE;
        for part in row {
            let opening = self.parts.get(part).and_then(|p| self.context.unit(p.units.0));
            let (sums, of_these) = opening.map_or((false, false), |u| (rank::sums(u), rank::is_among(u)));
            if few && rank == Rank::Sentence && sums && !out.is_empty() {
                let before = self.grow_equals(std::mem::take(&mut out))?;
                out.extend(self.join(before, part));
                continue;
            }
            if rank == Rank::Clause && of_these && among.is_none() && !out.is_empty() {
                among = Some(out.len());
            }
            out.push(part);
        }
        if let Some(from) = among {
            let these = out.split_off(from);
            out.extend(self.grow_equals(these));
        }
        self.grow_equals(out)
    }

    /// Joins a row as the model divides it.
    fn grow_equals(&mut self, mut row: Vec<usize>) -> Option<usize> {
        if row.len() > WIDE {
            row = self.shorter_rows(&row);
        }
        if row.len() > WIDE {
            return self.parts.join(row, Join::layout("joint-other", Form::NN, None));
        }
        self.grow_row(row, chart::LONGEST)
    }

    /// Joins a row that is not too long; `longest`: the longest stretch of it that is looked at as
    /// a whole.
    fn grow_row(&mut self, row: Vec<usize>, longest: usize) -> Option<usize> {
        let divisions = self.divide(&row, longest);
        let mut open: Vec<Option<usize>> = row.into_iter().map(Some).collect();
        // From the bottom up: the part that begins at an index is the largest finished one.
        for &(from, k) in divisions.iter().rev() {
            let (left, right) = (open.get(from).copied().flatten()?, open.get(k + 1).copied().flatten()?);
            let joined = self.join(left, right);
            *open.get_mut(from)? = joined;
            if let Some(slot) = open.get_mut(k + 1) {
                *slot = None;
            }
        }
        open.first().copied().flatten()
    }

    /// Joins two neighbours by cue or model.
    pub fn join(&mut self, left: usize, right: usize) -> Option<usize> {
        let (a, b) = (self.parts.get(left)?, self.parts.get(right)?);
        let below = [a, b].map(|part| part.join.map_or(0, |j| j.label()));
        let node = Node { i: a.units.0, k: a.units.1, j: b.units.1, heads: [a.head, b.head], below };
        let leaning = label::likeliest(&self.context, node, &self.model.relation, self.strict);
        // Words that told of a node below have said what they had to say.
        let told = [a, b].map(|part| part.join.and_then(|j| j.signal));
        let cue = if self.strict {
            cue::between(self.text, &self.context, &node)
        } else {
            cue::find(self.text, &self.context, &node, leaning)
        };
        let cue = cue.filter(|c| !told.contains(&Some(c.signal)));
        let mut label = *LABELS.get(usize::from(cue.map_or(leaning, |c| c.label)))?;
        let rank = if self.strict { rank::behind(&self.context, node.k) } else { Rank::default() };
        let goes_on = b.join.is_some_and(|j| j.relation == label.relation && j.rank == rank && rank != Rank::Paragraph);
        if cue.is_none() && label.class() == "joint" && !goes_on && overview::heads(&self.context, &node, rank) {
            label = overview::LABEL;
        }
        let join = Join {
            relation: label.relation,
            form: label.form,
            evidence: if cue.is_some() { Evidence::Cue } else { Evidence::Model },
            signal: cue.map(|c| c.signal),
            rank,
        };
        self.parts.join(vec![left, right], join)
    }

    /// Where a row divides, a span before those inside it: its first part and the last of its left
    /// side.
    fn divide(&mut self, row: &[usize], longest: usize) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        if row.len() < 2 {
            return out;
        }
        let ends: Vec<(usize, usize)> = row.iter().filter_map(|&p| self.parts.get(p)).map(|p| p.units).collect();
        let last_of = |at: usize| ends.get(at).map_or(0, |e| e.1);
        let boundaries: Vec<i32> = (0..row.len() - 1)
            .map(|at| {
                self.features.clear();
                self.context.boundary(last_of(at), &mut self.features);
                self.model.split.score(&self.features)
            })
            .collect();
        let mut open = vec![(0, row.len() - 1)];
        while let Some((from, to)) = open.pop() {
            if from >= to {
                continue;
            }
            if to - from < longest {
                let row = chart::Row {
                    ends: ends.get(from..=to).unwrap_or(&[]),
                    boundaries: boundaries.get(from..to).unwrap_or(&[]),
                };
                let divisions = chart::divide(&self.context, self.model, &row);
                out.extend(divisions.iter().map(|&(i, k)| (from + i, from + k)));
                continue;
            }
            let level = |at: usize| self.context.unit(last_of(at)).map_or(Level::Clause, |u| u.level);
            let highest = (from..to).map(level).max().unwrap_or(Level::Clause);
            let candidates: Vec<usize> = (from..to).filter(|&at| level(at) == highest).collect();
            let k = if let [only] = *candidates.as_slice() {
                only
            } else {
                let view = SpanView::new(&self.context, ends.get(from).map_or(0, |e| e.0), last_of(to));
                let mut best = (i32::MIN, from);
                for at in candidates {
                    self.features.clear();
                    view.division(last_of(at), &mut self.features);
                    let here = boundaries.get(at).copied().unwrap_or_default();
                    let score = self.model.split.score(&self.features) + here;
                    if score > best.0 {
                        best = (score, at);
                    }
                }
                best.1
            };
            out.push((from, k));
            open.push((k + 1, to));
            open.push((from, k));
        }
        out
    }

    /// Cuts a row that is too long where its words have least in common, and joins each piece, one
    /// division after the other: such rows come in texts of many thousands of lines, which must not
    /// wait for every tree to be weighed.
    fn shorter_rows(&mut self, row: &[usize]) -> Vec<usize> {
        let mut out = Vec::new();
        let mut rest = row;
        while !rest.is_empty() {
            let cohesion = |at: &usize| {
                let part = rest.get(*at).and_then(|&p| self.parts.get(p));
                part.map_or(u32::MAX, |p| self.context.cohesion_at(p.units.1))
            };
            let cut = if rest.len() <= WIDE {
                rest.len()
            } else {
                (WIDE / 2 - 1..WIDE).min_by_key(cohesion).map_or(WIDE, |at| at + 1)
            };
            let (piece, after) = rest.split_at(cut.min(rest.len()));
            out.extend(self.grow_row(piece.to_vec(), 0));
            rest = after;
        }
        out
    }
}
