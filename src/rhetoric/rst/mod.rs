//! Rhetorical structure (RST): discourse units and the tree of relations between them.
//!
//! In: text, layout, outline, tokens, the learned model. Out: [`Rst`]. What is certain from form
//! (documents, headings, lists, paragraphs, sentences) makes the upper tree; connectives settle
//! relations where they speak; the model decides the rest. Each relation says on which of these it
//! rests.

pub mod edu;
pub mod model;
pub mod relation;
pub mod tree;

use crate::layout::Layout;
use crate::outline::Outline;
use crate::segment::Tokens;
use crate::span::Span;
use edu::{Caution, cut};
use model::Model;
use tree::document;
use tree::grow::Grower;

/// On what a relation rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// Documents, headings, paragraphs, sentences.
    Layout,
    /// A connective or pattern.
    Cue,
    /// The learned model.
    Model,
}

/// Role of a node towards its parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nuclearity {
    /// The weightier part of two.
    Nucleus,
    /// The supporting part.
    Satellite,
    /// One of equals.
    Multinuclear,
    /// No role: it has no parent.
    Root,
}

/// A node of the RST tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RstNode {
    /// Index of its parent; none for the root.
    pub parent: Option<usize>,
    /// Role towards the parent.
    pub nuclearity: Nuclearity,
    /// GCDT's name of the relation (`elaboration-additional` …) that holds between it and its
    /// siblings; `span` for the nucleus of a satellite; empty for the root.
    pub relation: &'static str,
    /// All it covers.
    pub span: Span,
    /// On what the relation rests.
    pub evidence: Evidence,
    /// The words that signal it.
    pub signal: Option<Span>,
}

/// Discourse units and their tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rst {
    /// Elementary discourse units in text order.
    pub edus: Vec<Span>,
    /// A parent stands before its children; leaves have the span of a unit.
    pub nodes: Vec<RstNode>,
}

/// Finds the units of a text and builds the tree over them.
pub fn build(text: &str, layout: &Layout, outline: &Outline, tokens: &Tokens, model: &Model) -> Rst {
    let cut = cut::cut(text, layout, outline, tokens, &model.edu, Caution::Clauses);
    let edus: Vec<Span> = cut.units.iter().map(|u| u.span).collect();
    let mut grower = Grower::new(text, &cut.units, model);
    grower.strict = true;
    let root = document::root(&mut grower, layout, outline, &cut);
    Rst { nodes: grower.parts.write(root.as_slice(), &edus), edus }
}
