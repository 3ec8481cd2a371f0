//! What attachment notes announce: `附件1：…` alone on a line and the text that follows under its own title,
//! a document of its own, child of the one that announces it. A list at the end of a notice with no text
//! below announces none.
//!
//! In: a note and the lines below it. Out: their kinds, and the attached documents started.

use super::attachment::{self, Attachment};
use super::line::after_number;
use super::reader::{Closed, Head, Proof, Reader};
use super::{BlockKind, doc_number, head, title};

impl Reader<'_> {
    /// A note of attachments at `at`, its list, and the attachment when it follows at once; the index after
    /// them and how the text now stands.
    pub(super) fn note(&mut self, at: usize, note: Attachment<'_>, closed: Closed) -> (usize, Closed) {
        let last = self.found.starts.len().saturating_sub(1);
        let owner = if note.numbered { self.notes.owner.unwrap_or(last) } else { last };
        self.notes.owner = Some(owner);
        self.set(at, BlockKind::AttachmentNote);
        let end = self.list_below(at, note, owner);
        let lists = note.name.is_none_or(|name| after_number(name).is_some());
        if !note.numbered && !lists {
            self.notes.many = Some(owner);
        }
        let mut next = end;
        while self.fixed(next) == Some(BlockKind::Boilerplate) {
            next += 1;
        }
        if next >= self.body_end || self.signature(next).is_some() {
            return (end, Closed::Surely);
        }
        (end..next).for_each(|i| self.set(i, BlockKind::Boilerplate));
        while self.lines.get(next).is_some_and(|line| line.within(40).is_some_and(doc_number::is)) {
            self.set(next, BlockKind::DocNumber);
            next += 1;
        }
        if next >= self.body_end {
            return (next, Closed::Surely);
        }
        let single = end == at + 1;
        let open = self.lines.get(at).is_some_and(|line| line.last != ':');
        if self.lines.get(next).is_some_and(title::looks) {
            let head = head::at(self, next);
            return (self.start(next, &head, Some(owner)), Closed::No);
        }
        if single && note.name.is_none() && open {
            let head = head::untitled(self, next);
            return (self.start(next, &head, Some(owner)), Closed::No);
        }
        if single && note.numbered {
            // 附件1：实施方案, and its text at once
            let head = Head { line: at, title: Some((at, at + 1)), end: next, kinds: Vec::new(), proof: Proof::None };
            let next = self.start(at, &head, Some(owner));
            if let Some(start) = self.found.starts.last_mut() {
                start.named_by_note = true;
            }
            return (next, Closed::No);
        }
        (end, if single { Closed::Surely } else { closed })
    }

    /// Marks the list that a note opens; the index after it.
    fn list_below(&mut self, at: usize, note: Attachment<'_>, owner: usize) -> usize {
        let mut end = at + 1;
        self.notes.list(attachment::entry_name(note.name.unwrap_or("")), owner);
        let opens_list = match note.name {
            Some(name) => after_number(name).is_some(),
            None => self.lines.get(at).is_some_and(|line| line.last == ':'),
        };
        while let Some(line) = self.lines.get(end).and_then(|line| line.within(80)) {
            let name = match attachment::read(line) {
                Some(more) if note.name.is_some() && more.name.is_some() => more.name,
                None if opens_list && attachment::is_entry(line) => Some(attachment::entry_name(line)),
                _ => None,
            };
            let Some(name) = name.map(str::to_owned) else { break };
            self.notes.list(&name, owner);
            self.set(end, BlockKind::AttachmentNote);
            end += 1;
        }
        end
    }
}
