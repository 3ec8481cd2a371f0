//! From blocks to the rhetorical outline.
//!
//! In: text and [`Layout`]. Out: [`Outline`]: nodes as a flat vector with parent indices, the
//! announcements with their verdicts, and findings for the person who drafts. Finds on raw characters.

mod again;
mod ahead;
mod alone;
mod announce;
pub(crate) mod bracket;
mod finding;
mod fit;
mod glued;
mod head;
mod heading;
mod list;
mod marker;
mod numeral;
mod plain;
mod point;
mod tree;
mod turn;

use crate::edit::{ByPlace, Edit};
use crate::layout::{Block, BlockKind, Layout};
use crate::span::Span;
use alone::{Alone, Body};
use marker::Marker;
use plain::Plain;
use std::sync::Arc;

/// How a node is marked; the names are those of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// 第一章 第一条
    Chapter,
    /// 一、
    Han,
    /// （一）
    HanParen,
    /// 1. 1.1
    Arabic,
    /// （1）
    ArabicParen,
    /// ①
    Circled,
    /// 第一，
    Di,
    /// 一是
    Shi,
    /// 一要
    Yao,
    /// 首先 其次; 一方面 另一方面
    OrdinalWord,
    /// ——
    Dash,
    /// 并列式小标题
    Parallel,
    /// a short head without number or frame
    Bare,
}

impl Scheme {
    /// Whether a line so marked is a node even when alone: the text may be an excerpt.
    pub(crate) fn stands_alone(self) -> bool {
        matches!(self, Self::Chapter | Self::Han | Self::HanParen | Self::Arabic | Self::ArabicParen)
    }
}

/// On what a node rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// A marker that opens a line.
    LineMarker,
    /// A marker inside a paragraph.
    InlineMarker,
    /// An opening frame shared with its siblings.
    Frame,
    /// Named or counted by an announcement.
    Announced,
    /// A short sentence that opens a paragraph and names it.
    RunIn,
    /// A short line alone.
    ShortLine,
}

/// One point of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Index of the node above it; none right under its document.
    pub parent: Option<usize>,
    /// Index into [`Layout::documents`].
    pub document: usize,
    /// 1 right under its document.
    pub depth: u32,
    /// How it is marked.
    pub scheme: Scheme,
    /// Its marker with the marker's punctuation.
    pub marker: Option<Span>,
    /// The number its marker says.
    pub ordinal: Option<u32>,
    /// What the node is about.
    pub heading: Span,
    /// All it governs.
    pub span: Span,
    /// On what it rests.
    pub evidence: Evidence,
}

/// Whether a number opens another list than the one `before` is in.
pub(crate) fn begins_anew(before: Option<u32>, number: Option<u32>) -> bool {
    number == Some(1) && before.is_some_and(|before| before > 1)
}

impl Node {
    /// Where it begins: at its marker, or at its heading.
    pub(crate) fn start(&self) -> usize {
        self.span.start
    }

    /// The heading as far as its line goes: that of hard-wrapped text may run on below.
    pub(crate) fn heading_in_line(&self, text: &str) -> Span {
        let whole = self.heading.of(text);
        let line = whole.find(['\n', '\r', '\u{2028}', '\u{2029}']).and_then(|end| whole.get(..end)).unwrap_or(whole);
        Span::new(self.heading.start, self.heading.start + line.len()).trim(text)
    }
}

/// Whether a promise of points is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// As many as promised.
    Kept,
    /// Fewer.
    Short,
    /// More.
    Over,
    /// No list answers it.
    Open,
}

/// A promise of a number of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The words that promise.
    pub span: Span,
    /// How many; none for 几点.
    pub promised: Option<u32>,
    /// How many came.
    pub found: u32,
    /// Kept or not.
    pub verdict: Verdict,
    /// The node whose children keep it; none when they stand right under the document, or when open.
    pub node: Option<usize>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// Surely wrong.
    Error,
    /// Probably not meant.
    Warning,
    /// Worth a look.
    Note,
}

/// Something the drafter may want to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable kebab-case code.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// One plain Chinese sentence.
    pub zh: String,
    /// The same in English.
    pub en: String,
    /// The rule it rests on, with the standard's number where there is one.
    pub rule: &'static str,
    /// The same in English.
    pub rule_en: &'static str,
}

/// The outline of all documents of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// In text order; a parent stands before its children.
    pub nodes: Vec<Node>,
    /// In text order.
    pub announcements: Vec<Announcement>,
    /// In text order.
    pub findings: Vec<Finding>,
}

/// What the last reading found.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    blocks: ByPlace<Arc<Alone>>,
    documents: ByPlace<again::Reading>,
}

/// Finds the outline of a text.
pub fn find(text: &str, layout: &Layout) -> Outline {
    find_again(text, layout, None)
}

/// The same for a text that is being edited: only documents the memory does not know are read, and in these only blocks it does
/// not know are read by themselves.
pub(crate) fn find_again(text: &str, layout: &Layout, memory: Option<(&mut Memory, &Edit)>) -> Outline {
    // What reads first texts is to be small: it remembers nothing.
    let memory = memory.filter(|_| cfg!(feature = "whole"));
    let (blocks, mut documents) = memory.map(|(m, edit)| ((&mut m.blocks, edit), (&mut m.documents, edit))).unzip();
    let plain = Plain::of(text, layout, blocks);
    let mut outline = Outline::default();
    let mut from = 0;
    for document in 0..layout.documents.len() {
        let count = layout.blocks.iter().skip(from).take_while(|b| b.document == document).count();
        let range = from..from + count;
        from = range.end;
        let blocks = layout.blocks.get(range.clone()).unwrap_or(&[]);
        let body = plain.blocks(range, documents.is_some());
        let look = || read(text, blocks, &plain, body);
        outline.add(match &mut documents {
            Some((documents, edit)) => again::outline(blocks, (documents, edit), look),
            None => look(),
        });
    }
    if let Some((documents, _)) = documents {
        documents.turn();
    }
    outline
}

/// The outline of one document, whose nodes are counted from its first: its blocks in the text as given, and where they are in the
/// plain one.
fn read(text: &str, blocks: &[Block], plain: &Plain, body: Body) -> Outline {
    let (mut nodes, lists) = document_nodes(&plain.layout, body);
    let mut announcements = announce::find(body, &nodes, &lists);
    for node in &mut nodes {
        node.span = plain.raw(node.span);
        node.heading = plain.raw(node.heading);
        node.marker = node.marker.map(|m| plain.raw(m));
    }
    for announcement in &mut announcements {
        announcement.span = plain.raw(announcement.span);
    }
    let findings = finding::find(Body { text, blocks, ..body }, &nodes, &lists, &announcements);
    Outline { nodes, announcements, findings }
}

impl Outline {
    /// Adds the next document.
    fn add(&mut self, outline: Outline) {
        let offset = self.nodes.len();
        let node = |n: Node| Node { parent: n.parent.map(|p| p + offset), ..n };
        let announcement = |a: Announcement| Announcement { node: a.node.map(|n| n + offset), ..a };
        self.findings.extend(outline.findings);
        self.nodes.extend(outline.nodes.into_iter().map(node));
        self.announcements.extend(outline.announcements.into_iter().map(announcement));
    }
}

/// The nodes of a document, and the list each belongs to.
fn document_nodes(layout: &Layout, document: Body) -> (Vec<Node>, Vec<usize>) {
    let Body { text, blocks, .. } = document;
    let mut placed = Vec::new();
    let mut above = Span::EMPTY;
    for (block, b, alone) in document.iter().filter(|(_, b, _)| b.kind == BlockKind::Paragraph) {
        let moved = |m: &Marker| Marker { span: m.span.moved(0, b.span.start), ..*m };
        // `（见附件` / `2）。`: a number in brackets that a new page has torn
        let closes = |m: &Marker| {
            m.before == marker::Before::LineStart
                && m.key.0 == Scheme::ArabicParen
                && !b.span.of(text).starts_with('（')
                && bracket::is_left_open(above.of(text))
        };
        let headed = alone.markers.iter().zip(&alone.headings).filter(|(m, _)| !closes(m));
        placed.extend(headed.map(|(m, headed)| list::Placed { marker: moved(m), block, headed }));
        above = b.span;
    }
    let mut points = list::points(text, &layout.blocks, &placed);
    head::find(document, &mut points);
    let turns = turn::find(document);
    let end = blocks.iter().rfind(|b| b.kind == BlockKind::Paragraph).map_or(0, |b| b.span.end);
    let (mut nodes, lists) = tree::build(text, layout, &points, &turns, end);
    heading::shorten_labels(text, &mut nodes);
    fit::nest(text, &mut nodes);
    (nodes, lists)
}

#[cfg(test)]
mod tests_support {
    use crate::layout::{Block, BlockKind};
    use crate::span::Span;

    /// Each line a paragraph of one document.
    pub(super) fn paragraphs(text: &str) -> Vec<Block> {
        let mut at = 0;
        text.lines()
            .map(|line| {
                let span = Span::new(at, at + line.len());
                at += line.len() + 1;
                Block { kind: BlockKind::Paragraph, span, document: 0 }
            })
            .collect()
    }

    /// The nodes of a text, one a line: two blanks a level, its number, its heading.
    pub(super) fn outlined(text: &str) -> String {
        let outline = super::find(text, &crate::layout::read(text));
        let line = |n: &super::Node| {
            let indent = "  ".repeat(n.depth as usize - 1);
            format!("{indent}{}{}\n", n.marker.map_or("", |m| m.of(text)), n.heading.of(text))
        };
        outline.nodes.iter().map(line).collect()
    }
}
