//! The state of one reading of a file's lines: what each line is so far, where documents have started.
//!
//! In: lines. Out: [`Reader`], which the files of this room move on: `documents` line by line, `head` and
//! `first_head` at heads, `announced` at notes of attachments, `signature` at signatures.

use super::contents::Contents;
use super::line::Line;
use super::notes::Notes;
use super::{BlockKind, attachment, boilerplate, date, diagram, editor, endnotes, issuer, links, page};

/// How surely the lines below a title show that it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    /// Not at all.
    None,
    /// By a salutation, an addressee, a subtitle.
    Likely,
    /// By a byline with an office, a date in brackets, a document number.
    Sure,
}

/// A head.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// Index of the first line: the title, where there is one.
    pub(super) line: usize,
    /// Indices of the first and one past the last line of the title.
    pub(super) title: Option<(usize, usize)>,
    /// Index of the first line of the body.
    pub(super) end: usize,
    /// What the lines of the head are.
    pub(super) kinds: Vec<(usize, BlockKind)>,
    /// What the lines below the title prove.
    pub(super) proof: Proof,
}

/// Where a document starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Start {
    /// Index of its first line: the title, where it has one.
    pub(super) line: usize,
    /// Index of the first line that belongs to it, which may be boilerplate above the title.
    pub(super) from: usize,
    /// Indices of the first and one past the last line of its title.
    pub(super) title: Option<(usize, usize)>,
    /// Whether the title is only what follows the colon of an attachment note.
    pub(super) named_by_note: bool,
    /// Index of the document it is attached to.
    pub(super) parent: Option<usize>,
}

/// How the text above a line ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closed {
    /// Not at all: running text.
    No,
    /// By a courtesy.
    Softly,
    /// By a signature, a provenance or the announcement of an attachment.
    Surely,
}

/// What [`Reader::read`] finds.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The kind of each line.
    pub(super) kinds: Vec<BlockKind>,
    /// In text order.
    pub(super) starts: Vec<Start>,
}

/// The state of one reading.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) lines: &'t [Line],
    /// Kinds that lines have wherever they stand.
    fixed: Vec<Option<BlockKind>>,
    /// Indices of the lines that are days.
    pub(super) days: Vec<usize>,
    /// One past the last line that is surely body.
    pub(super) body_end: usize,
    pub(super) found: Found,
    /// The table of contents.
    pub(super) contents: Contents,
    /// What notes of attachments have announced so far.
    pub(super) notes: Notes,
    /// Where the red head of the next paper began.
    pub(super) red_head: Option<usize>,
    /// Whether the numbers of the document at hand have got past their first, so that a first one begins anew.
    pub(super) numbered_on: bool,
}

impl<'t> Reader<'t> {
    /// Before the first line.
    pub(super) fn new(text: &'t str, lines: &'t [Line]) -> Self {
        let contents = Contents::of(lines);
        let pages = page::bare(lines);
        let notes = endnotes::mark(text, lines);
        let labels = diagram::mark(lines);
        let editors = editor::mark(lines);
        let offered = links::from(lines).unwrap_or(lines.len());
        let mut fixed: Vec<_> = (pages.into_iter().zip(lines).enumerate())
            .map(|(i, (page, line))| {
                let marked = |marks: &&Vec<bool>| marks.get(i) == Some(&true);
                let boilerplate = page
                    || i >= offered && line.fixed().is_none()
                    || contents.holds(i)
                    || [&notes, &labels, &editors].iter().any(marked);
                if boilerplate { Some(BlockKind::Boilerplate) } else { line.fixed() }
            })
            .collect();
        let reached = lines.iter().zip(lines.iter().skip(1)).map(|(line, next)| boilerplate::is_reached(line, next));
        for (slot, _) in fixed.iter_mut().zip(reached).filter(|(slot, reached)| slot.is_none() && *reached) {
            *slot = Some(BlockKind::Boilerplate);
        }
        let is_tail = |(line, fixed): (&Line, &Option<BlockKind>)| {
            let announces = line
                .within(80)
                .is_some_and(|s| attachment::read(s).is_some() || attachment::is_entry(s) || date::is(s));
            fixed.is_some() || announces || issuer::is_body(line) || issuer::is_dated_body(line)
        };
        let body_end = lines.iter().zip(&fixed).rposition(|pair| !is_tail(pair)).map_or(0, |i| i + 1);
        let kinds = vec![BlockKind::Paragraph; lines.len()];
        Self {
            text,
            lines,
            fixed,
            days: (0..lines.len())
                .filter(|&i| lines.get(i).is_some_and(|line| !line.is_inside() && is_day(line)))
                .collect(),
            body_end,
            found: Found { kinds, starts: Vec::new() },
            contents,
            notes: Notes::default(),
            red_head: None,
            numbered_on: false,
        }
    }

    /// Starts a document with its head; the index of the line after the head.
    pub(super) fn start(&mut self, from: usize, head: &Head, parent: Option<usize>) -> usize {
        for &(at, kind) in &head.kinds {
            self.set(at, kind);
        }
        let from = self.red_head.take().filter(|_| !self.found.starts.is_empty()).unwrap_or(from);
        self.numbered_on = false;
        self.notes.begin(parent);
        self.found.starts.push(Start { line: head.line, from, title: head.title, named_by_note: false, parent });
        head.end.max(head.line)
    }

    /// The kind the line at `at` has wherever it stands.
    pub(super) fn fixed(&self, at: usize) -> Option<BlockKind> {
        self.fixed.get(at).copied().flatten()
    }

    /// The kind given to the line at `at` so far.
    pub(super) fn kind(&self, at: usize) -> BlockKind {
        self.found.kinds.get(at).copied().unwrap_or(BlockKind::Paragraph)
    }

    pub(super) fn set(&mut self, at: usize, kind: BlockKind) {
        if let Some(slot) = self.found.kinds.get_mut(at) {
            *slot = kind;
        }
    }

    /// The folded characters of some lines, joined.
    pub(super) fn joined(&self, from: usize, to: usize) -> String {
        self.lines.get(from..to.min(self.lines.len())).unwrap_or(&[]).iter().map(|line| line.folded.as_str()).collect()
    }
}

/// Whether a line is a day.
pub(super) fn is_day(line: &Line) -> bool {
    line.within(40).is_some_and(date::is)
}
