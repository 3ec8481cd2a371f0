//! How the text argues: devices found by rule; relations found by layout, by cue or by a model.
//!
//! In: text, layout, outline, tokens. Out: [`Rhetoric`]. Does not know `terms`.

mod device;
mod moves;
mod parallel;
mod prose;
mod set_phrase;

use crate::layout::Layout;
use crate::outline::Outline;
use crate::segment::Tokens;
use crate::span::Span;
pub use device::{Device, DeviceKind};
pub use moves::{Basis, Move, Moves, SentenceMove};
pub use parallel::{Figure, Level, Parallelism, ParallelismKind};
pub use set_phrase::{Members, SetPhrase, Source};

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
    /// The weightier part, or one of equals.
    Nucleus,
    /// The supporting part.
    Satellite,
    /// The root.
    Root,
}

/// A node of the RST tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RstNode {
    /// Index of its parent; none for a root.
    pub parent: Option<usize>,
    /// Role towards the parent.
    pub nuclearity: Nuclearity,
    /// GCDT's name of the relation to the parent (`elaboration-additional` …); `span` for a nucleus of
    /// a satellite; empty for a root.
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
    /// A parent stands before its children; leaves have the span of an EDU.
    pub nodes: Vec<RstNode>,
}

/// All devices and relations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rhetoric {
    /// By first occurrence.
    pub set_phrases: Vec<SetPhrase>,
    /// By first member.
    pub parallelisms: Vec<Parallelism>,
    /// By start.
    pub devices: Vec<Device>,
    /// What sentences and nodes do.
    pub moves: Moves,
    /// Empty until the tree is asked for.
    pub rst: Rst,
}

/// Finds devices and relations.
pub fn find(text: &str, layout: &Layout, outline: &Outline, tokens: &Tokens) -> Rhetoric {
    let prose = prose::Prose::new(text, layout, outline, tokens);
    Rhetoric {
        devices: device::find(&prose),
        moves: moves::find(&prose),
        set_phrases: set_phrase::find(text, layout, outline, tokens),
        parallelisms: parallel::find(text, layout, outline, tokens),
        ..Rhetoric::default()
    }
}
