//! Building the tree from its parts, and writing it down a parent before its children.
//!
//! In: units and joins. Out: [`RstNode`]s. Neighbouring nodes of one list become one list, as long
//! as boundaries of one rank divide them: a list of clauses that makes a sentence stays a member of
//! the list of sentences around it.

use super::rank::Rank;
use crate::rhetoric::rst::relation::{Form, LABELS};
use crate::rhetoric::rst::{Evidence, Nuclearity, RstNode};
use crate::span::Span;

/// A part of the tree: a unit, or two and more parts joined.
#[derive(Clone, Debug)]
pub struct Part {
    /// First and last unit.
    pub units: (usize, usize),
    /// The unit that stands for it: reached along nuclei.
    pub head: usize,
    /// What joins its children; none for a unit.
    pub join: Option<Join>,
    /// Indices of its parts, in text order.
    children: Vec<usize>,
}

/// What joins parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Join {
    /// GCDT's name.
    pub relation: &'static str,
    /// Which part is the satellite; more than two parts are all nuclei.
    pub form: Form,
    /// On what it rests.
    pub evidence: Evidence,
    /// The words that signal it.
    pub signal: Option<Span>,
    /// The rank of the boundary between its children; joins by layout have none to tell.
    pub rank: Rank,
}

impl Join {
    /// A join by layout.
    pub fn layout(relation: &'static str, form: Form, signal: Option<Span>) -> Self {
        Self { relation, form, evidence: Evidence::Layout, signal, rank: Rank::default() }
    }

    /// The index of its label plus one, as the model's features have it; 0 when it has none.
    pub fn label(&self) -> u8 {
        LABELS.iter().position(|l| l.relation == self.relation && l.form == self.form).map_or(0, |l| l as u8 + 1)
    }
}

/// Parts under construction; children stand before their parents.
#[derive(Debug, Default)]
pub struct Parts {
    all: Vec<Part>,
}

impl Parts {
    /// All parts, children before their parents.
    pub fn all(&self) -> &[Part] {
        &self.all
    }

    /// A part by index.
    pub fn get(&self, index: usize) -> Option<&Part> {
        self.all.get(index)
    }

    /// A single unit.
    pub fn unit(&mut self, unit: usize) -> usize {
        self.all.push(Part { units: (unit, unit), head: unit, join: None, children: Vec::new() });
        self.all.len() - 1
    }

    /// Joins parts in text order; a single one stays what it is.
    pub fn join(&mut self, children: Vec<usize>, join: Join) -> Option<usize> {
        let (&first, &last) = (children.first()?, children.last()?);
        if first == last {
            return Some(first);
        }
        let nucleus = if join.form == Form::SN { last } else { first };
        let from = self.get(first)?.units.0;
        let (to, head) = (self.get(last)?.units.1, self.get(nucleus)?.head);
        self.all.push(Part { units: (from, to), head, join: Some(join), children });
        Some(self.all.len() - 1)
    }

    /// The children of a part; of a list also those of lists in it that are the same list going on.
    fn members(&self, part: &Part) -> Vec<usize> {
        let mut out = Vec::with_capacity(part.children.len());
        let mut open: Vec<usize> = part.children.iter().rev().copied().collect();
        while let Some(child) = open.pop() {
            let inner = self.get(child).and_then(|c| Some((c, c.join?)));
            match (inner, part.join) {
                (Some((list, inner)), Some(outer)) if one_list(&outer, &inner) => {
                    open.extend(list.children.iter().rev());
                }
                _ => out.push(child),
            }
        }
        out
    }

    /// Writes the trees under `roots` down.
    pub fn write(&self, roots: &[usize], units: &[Span]) -> Vec<RstNode> {
        let mut out: Vec<RstNode> = Vec::new();
        let top = Join::layout("", Form::NN, None);
        let mut open: Vec<(usize, Option<usize>, Nuclearity, Join)> =
            roots.iter().rev().map(|&r| (r, None, Nuclearity::Root, top)).collect();
        while let Some((index, parent, nuclearity, above)) = open.pop() {
            let Some(part) = self.get(index) else { continue };
            let (from, to) = (units.get(part.units.0), units.get(part.units.1));
            let span = from.zip(to).map_or(Span::default(), |(a, b)| Span::new(a.start, b.end));
            let span_only = nuclearity == Nuclearity::Nucleus;
            let relation = if span_only { "span" } else { above.relation };
            let at = out.len();
            out.push(RstNode { parent, nuclearity, relation, span, evidence: above.evidence, signal: above.signal });
            let Some(join) = part.join else { continue };
            let children = self.members(part);
            let last = children.len().saturating_sub(1);
            for (n, &child) in children.iter().enumerate().rev() {
                let satellite = join.form == Form::SN && n == 0 || join.form == Form::NS && n == last;
                let role = match join.form {
                    Form::NN => Nuclearity::Multinuclear,
                    _ if satellite => Nuclearity::Satellite,
                    _ => Nuclearity::Nucleus,
                };
                open.push((child, Some(at), role, join));
            }
        }
        out
    }
}

/// Whether a list inside a list is the same list going on: a b (c d) as a b c d; not where c and d
/// are clauses of one sentence, a and b sentences.
fn one_list(outer: &Join, inner: &Join) -> bool {
    outer.form == Form::NN
        && inner.form == Form::NN
        && outer.relation == inner.relation
        && outer.rank == inner.rank
        && outer.relation.starts_with("joint-")
        && outer.evidence == Evidence::Model
        && inner.evidence == Evidence::Model
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_run_together_and_parents_stand_first() {
        let mut parts = Parts::default();
        let units: Vec<usize> = (0..4).map(|u| parts.unit(u)).collect();
        let list = Join { evidence: Evidence::Model, ..Join::layout("joint-list", Form::NN, None) };
        let pair = parts.join(vec![units[2], units[3]], list).unwrap();
        let three = parts.join(vec![units[1], pair], list).unwrap();
        let head = Join::layout("organization-heading", Form::SN, None);
        let root = parts.join(vec![units[0], three], head).unwrap();
        let spans: Vec<Span> = (0..4).map(|u| Span::new(u * 10, u * 10 + 9)).collect();
        let nodes = parts.write(&[root], &spans);
        let told: Vec<_> = nodes.iter().map(|n| (n.parent, n.relation, n.span.start)).collect();
        let want = [
            (None, "", 0),
            (Some(0), "organization-heading", 0),
            (Some(0), "span", 10),
            (Some(2), "joint-list", 10),
            (Some(2), "joint-list", 20),
            (Some(2), "joint-list", 30),
        ];
        assert_eq!(told, want);
    }

    #[test]
    fn a_list_of_clauses_stays_a_member_of_a_list_of_sentences() {
        let list = |rank| Join { evidence: Evidence::Model, rank, ..Join::layout("joint-list", Form::NN, None) };
        for (inner, members) in [(Rank::Clause, 2), (Rank::Sentence, 3)] {
            let mut parts = Parts::default();
            let units: Vec<usize> = (0..3).map(|u| parts.unit(u)).collect();
            let pair = parts.join(vec![units[1], units[2]], list(inner)).unwrap();
            let root = parts.join(vec![units[0], pair], list(Rank::Sentence)).unwrap();
            let spans: Vec<Span> = (0..3).map(|u| Span::new(u * 10, u * 10 + 9)).collect();
            let nodes = parts.write(&[root], &spans);
            assert_eq!(nodes.iter().filter(|n| n.parent == Some(0)).count(), members, "{inner:?}");
        }
    }
}
