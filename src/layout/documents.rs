//! Reads the lines of a file in order and says of each what it is and where documents start.
//!
//! In: lines. Out: a kind for each line, and [`Start`]s. A document starts at its title; where one is
//! known by nothing else, the line above must have closed (a signature, a provenance, an attachment
//! note) or the head must prove itself (a byline, a date, words that only titles have). When in doubt a
//! line is a paragraph.

use super::head::{self, Head};
use super::line::{Line, after_number};
use super::wrap::Wrap;
use super::{BlockKind, addressee, attachment, boilerplate, courtesy, date, issuer, provenance, salutation, title};

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
enum Closed {
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
    pub(super) wrap: Wrap,
    /// Kinds that lines have wherever they stand.
    pub(super) fixed: Vec<Option<BlockKind>>,
    /// One past the last line that is surely body.
    body_end: usize,
    found: Found,
    /// The document whose note announced attachments not yet seen.
    announced: Option<usize>,
    /// The document whose note announced an unknown number of them.
    announced_many: Option<usize>,
    /// Names of the listed attachments and the document that lists them.
    listed: Vec<(String, usize)>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, lines: &'t [Line]) -> Self {
        let fixed: Vec<_> = boilerplate::pages(lines)
            .into_iter()
            .zip(lines)
            .map(|(page, line)| if page { Some(BlockKind::Boilerplate) } else { fixed(line) })
            .collect();
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
            wrap: Wrap::of(lines),
            fixed,
            body_end,
            found: Found { kinds, starts: Vec::new() },
            announced: None,
            announced_many: None,
            listed: Vec::new(),
        }
    }

    /// Reads all lines.
    pub(super) fn read(mut self) -> Found {
        let mut at = self.first();
        let mut closed = Closed::No;
        while let Some(line) = self.lines.get(at) {
            (at, closed) = self.step(at, line, closed);
        }
        self.found
    }

    /// The head of the first document; the index of the line after it.
    fn first(&mut self) -> usize {
        let (above, head) = head::first(self);
        for (at, kind) in above {
            self.set(at, kind);
        }
        self.start(0, &head, None)
    }

    /// One line of a body and what belongs to it; the index after it and how the text now stands.
    fn step(&mut self, at: usize, line: &Line, closed: Closed) -> (usize, Closed) {
        if let Some(kind) = self.fixed(at) {
            return self.step_fixed(at, line, kind, closed);
        }
        if let Some(end) = self.signature(at) {
            (at..end).for_each(|i| self.set(i, BlockKind::Issuer));
            return (end, Closed::Surely);
        }
        if let Some(note) = line.within(120).and_then(attachment::read) {
            return self.attachment(at, note, closed);
        }
        if let Some(head) = self.next_head(at, line, closed) {
            let parent = self.parent_of(&head);
            return (self.start(at, &head, parent), Closed::No);
        }
        if closed != Closed::No
            && line.folded.chars().take(60).count() > 0
            && provenance::dispatch(&line.folded).is_some()
        {
            let head = Head { line: at, title: None, end: at, kinds: Vec::new(), proof: head::Proof::None };
            self.start(at, &head, None);
            return (at + 1, Closed::No);
        }
        (at + 1, if closed == Closed::Surely && line.chars < 12 { closed } else { Closed::No })
    }

    fn step_fixed(&mut self, at: usize, line: &Line, kind: BlockKind, closed: Closed) -> (usize, Closed) {
        if kind == BlockKind::Salutation && closed != Closed::No && line.last == ':' {
            let head = head::untitled(self, at);
            let parent = self.announced_many;
            return (self.start(at, &head, parent), Closed::No);
        }
        self.set(at, kind);
        let closed = match kind {
            BlockKind::Provenance => Closed::Surely,
            BlockKind::Courtesy if closed == Closed::No => Closed::Softly,
            BlockKind::Salutation => Closed::No,
            _ => closed,
        };
        (at + 1, closed)
    }

    /// A note of attachments, its list, and the attachment when it follows at once.
    fn attachment(&mut self, at: usize, note: attachment::Attachment<'_>, closed: Closed) -> (usize, Closed) {
        self.set(at, BlockKind::AttachmentNote);
        let owner = match (self.found.starts.len().checked_sub(1), note.numbered) {
            (Some(last), true) => self.found.starts.get(last).and_then(|start| start.parent).or(Some(last)),
            (last, _) => last,
        };
        let mut end = at + 1;
        let lists = note.name.is_none_or(|name| after_number(name).is_some());
        if let Some(name) = note.name {
            self.list(attachment::entry_name(name), owner);
        }
        if lists && !note.numbered {
            while let Some(entry) =
                self.lines.get(end).and_then(|line| line.within(80)).filter(|s| attachment::is_entry(s))
            {
                // the items of the attachment itself, when nothing says that this is a list of names
                if note.name.is_none() && self.lines.get(at).is_some_and(|line| line.last != ':') {
                    break;
                }
                self.list(attachment::entry_name(entry), owner);
                self.set(end, BlockKind::AttachmentNote);
                end += 1;
            }
        } else if note.name.is_some() {
            while let Some(more) = self
                .lines
                .get(end)
                .and_then(|line| line.within(80))
                .and_then(attachment::read)
                .filter(|n| n.name.is_some())
            {
                self.list(more.name.unwrap_or(""), owner);
                self.set(end, BlockKind::AttachmentNote);
                end += 1;
            }
        }
        let mut next = end;
        while self.fixed(next) == Some(BlockKind::Boilerplate) {
            next += 1;
        }
        if next >= self.body_end || self.signature(next).is_some() {
            if note.name.is_some() && !note.numbered && !lists {
                self.announced_many = owner;
            }
            return (end, Closed::Surely);
        }
        self.announced = owner;
        if !note.numbered && !lists {
            self.announced_many = owner;
        }
        (end..next).for_each(|i| self.set(i, BlockKind::Boilerplate));
        self.attached(at, end, next, note, closed)
    }

    /// Remembers the name of an attachment and whose it is.
    fn list(&mut self, name: &str, owner: Option<usize>) {
        // no paper lists more, and every title is looked up among them
        const MOST: usize = 64;
        if let Some(owner) = owner.filter(|_| self.listed.len() < MOST && !name.is_empty()) {
            self.listed.push((name.to_owned(), owner));
        }
    }

    /// The attachment whose text follows its note at `next`.
    fn attached(
        &mut self,
        at: usize,
        end: usize,
        next: usize,
        note: attachment::Attachment<'_>,
        closed: Closed,
    ) -> (usize, Closed) {
        let parent = self.announced.take();
        let lone = end == at + 1;
        if self.lines.get(next).is_some_and(|line| title::looks(line, self.wrap)) {
            let head = head::at(self, next);
            return (self.start(next, &head, parent), Closed::No);
        }
        if lone && note.name.is_none() && self.lines.get(at).is_some_and(|line| line.last != ':') {
            let head = head::untitled(self, next);
            return (self.start(next, &head, parent), Closed::No);
        }
        if lone && note.numbered {
            let head = Head { line: at, title: Some((at, at + 1)), end, kinds: Vec::new(), proof: head::Proof::None };
            let end = self.start(at, &head, parent);
            if let Some(start) = self.found.starts.last_mut() {
                start.named_by_note = true;
            }
            return (end, Closed::No);
        }
        (end, closed)
    }

    /// A head that starts a new document at `at`, below running text or a close.
    fn next_head(&self, at: usize, line: &Line, closed: Closed) -> Option<Head> {
        if !title::looks(line, self.wrap) {
            return None;
        }
        let above = self.lines.get(at.checked_sub(1)?)?;
        let bounded = closed != Closed::No
            || above.ends_sentence()
            || matches!(above.last, '”' | '）' | ')')
            || self.kind(at - 1) != BlockKind::Paragraph;
        if !bounded {
            return None;
        }
        let head = head::at(self, at);
        let first = line.folded.as_str();
        let words: String = head.title.map_or(String::new(), |(a, b)| {
            self.lines.get(a..b).unwrap_or(&[]).iter().map(|l| l.folded.as_str()).collect()
        });
        let framed = title::is_framed(&words);
        let body = self.lines.get(head.end);
        let follows = body
            .is_some_and(|body| body.chars >= 30 || body.ends_sentence() || after_number(&body.folded).is_some())
            || head.proof != head::Proof::None;
        let listed = self.listed.iter().any(|(name, _)| *name == words);
        let starts = match closed {
            _ if listed => follows,
            Closed::Surely => {
                follows
                    && (head.proof != head::Proof::None
                        || title::has_genre(&words)
                        || self.announced_many.is_some()
                        || self.fixed(at.saturating_sub(1)) == Some(BlockKind::Provenance))
            }
            Closed::Softly => follows && !issuer::is_body(line),
            Closed::No => {
                head.proof == head::Proof::Sure
                    || framed && (follows && !self.lists_titles(head.end))
                    || title::has_genre(first) && head.proof == head::Proof::Likely
            }
        };
        (starts && head.end < self.lines.len()).then_some(head)
    }

    /// Whether the line is one more title, as in a list of papers.
    fn lists_titles(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(|line| title::looks(line, self.wrap) && title::is_framed(&line.folded))
    }

    /// The end of a signature that begins at `at`: names of bodies or of a person, and the day; a day or a
    /// name alone only where nothing but such lines follow.
    fn signature(&self, at: usize) -> Option<usize> {
        const MOST: usize = 16;
        let line = self.lines.get(at)?;
        if issuer::is_dated_body(line) {
            return Some(at + 1);
        }
        let is_date = |line: &Line| line.within(40).is_some_and(date::is);
        if is_date(line) {
            return (at >= self.body_end).then_some(at + 1);
        }
        if !issuer::is_piece(line) && !issuer::is_body(line) && !issuer::is_person(self.text, line) {
            return None;
        }
        let mut end = at;
        while let Some(line) = self.lines.get(end).filter(|_| end < at + MOST) {
            if self.fixed(end).is_some() {
                break;
            }
            if is_date(line) {
                let last = self.lines.get(end.checked_sub(1)?)?;
                let signed =
                    issuer::is_body(last) || issuer::is_person(self.text, last) || self.is_broken_body(at, end);
                let more = self.lines.get(end + 1).filter(|next| is_date(next)).map_or(0, |_| 1);
                return signed.then_some(end + 1 + more);
            }
            if !issuer::is_piece(line) && !issuer::is_body(line) && !issuer::is_person(self.text, line) {
                break;
            }
            end += 1;
        }
        (at >= self.body_end && issuer::is_body(line)).then_some(at + 1)
    }

    /// Whether the lines hold one name that was broken in two.
    fn is_broken_body(&self, from: usize, to: usize) -> bool {
        let joined: String = self.lines.get(from..to).unwrap_or(&[]).iter().map(|line| line.folded.as_str()).collect();
        crate::lexicon::layout_words::ends_as_body(&joined)
    }

    /// The document a new one is attached to.
    fn parent_of(&self, head: &Head) -> Option<usize> {
        let (from, to) = head.title?;
        let name: String = self.lines.get(from..to)?.iter().map(|line| line.folded.as_str()).collect();
        let listed = self.listed.iter().find(|(listed, _)| *listed == name).map(|&(_, owner)| owner);
        listed.or(self.announced).or(self.announced_many).or_else(|| self.quoted_above(&name))
    }

    /// The document above, when it speaks of the new one by its title in 《》, as a covering notice does.
    fn quoted_above(&self, name: &str) -> Option<usize> {
        let last = self.found.starts.len().checked_sub(1)?;
        let from = self.found.starts.get(last)?.line;
        let quoted = format!("《{name}》");
        // a notice is short; its paragraphs name what it hands on
        self.lines.get(from..)?.iter().take(12).any(|line| line.folded.contains(&quoted)).then_some(last)
    }

    /// Starts a document with its head; the index of the line after the head.
    fn start(&mut self, from: usize, head: &Head, parent: Option<usize>) -> usize {
        self.announced = None;
        for &(at, kind) in &head.kinds {
            self.set(at, kind);
        }
        self.found.starts.push(Start { line: head.line, from, title: head.title, named_by_note: false, parent });
        head.end.max(head.line)
    }

    pub(super) fn fixed(&self, at: usize) -> Option<BlockKind> {
        self.fixed.get(at).copied().flatten()
    }

    fn kind(&self, at: usize) -> BlockKind {
        self.found.kinds.get(at).copied().unwrap_or(BlockKind::Paragraph)
    }

    fn set(&mut self, at: usize, kind: BlockKind) {
        if let Some(slot) = self.found.kinds.get_mut(at) {
            *slot = kind;
        }
    }
}

/// The kind a line has wherever it stands.
fn fixed(line: &Line) -> Option<BlockKind> {
    if boilerplate::is(line) {
        return Some(BlockKind::Boilerplate);
    }
    if salutation::is(line) {
        return Some(BlockKind::Salutation);
    }
    let folded = line.within(100)?;
    if provenance::is(folded) {
        return Some(BlockKind::Provenance);
    }
    courtesy::is(folded).then_some(BlockKind::Courtesy)
}

/// Whether a line opens a body by naming whom it is for.
pub(super) fn opens(line: &Line, fixed: Option<BlockKind>) -> Option<BlockKind> {
    match fixed {
        Some(BlockKind::Salutation) => Some(BlockKind::Salutation),
        Some(_) => None,
        None => line.within(220).filter(|s| addressee::is(s)).map(|_| BlockKind::Addressee),
    }
}
