//! Where the next document of a file starts.
//!
//! In: a line that looks like a title, and how the text above ended. Out: its head, if it starts a
//! document. Below a close (a signature, a provenance, an attachment note) looks are enough; below
//! running text the head must prove itself: by a byline or a date, by words that only titles have, by
//! numbers that begin anew.

use super::line::{Line, begins_with, ends_with, holds};
use super::reader::{Closed, Head, Proof, Reader};
use super::{BlockKind, doc_number, head, issuer, salutation, title};

impl Reader<'_> {
    /// A head that starts a new document at `at`.
    pub(super) fn next_head(&self, at: usize, line: &Line, closed: Closed) -> Option<Head> {
        let above = self.lines.get(at.checked_sub(1)?)?;
        if !title::looks(line) || closed == Closed::No && above.fills && !above.ends_sentence() {
            return None;
        }
        // 某市人民政府文件, above its number: the red head of a paper whose title comes below
        let numbered = |at: usize| self.lines.get(at).and_then(|l| l.within(40)).is_some_and(doc_number::is);
        if line.folded.ends_with("文件") && (at + 1..at + 3).any(numbered) {
            return None;
        }
        let head = head::at(self, at);
        let (from, to) = head.title?;
        let words = self.joined(from, to);
        let body = head::is_body(self, head.end);
        if head.end >= self.lines.len() {
            return None;
        }
        if self.notes.lists(&words) || self.contents.lists(&words) {
            return (body || head.proof != Proof::None).then_some(head);
        }
        let starts = match closed {
            Closed::Surely => self.starts_below_close(at, line, &head, &words, body),
            Closed::Softly => (body || head.proof != Proof::None) && !issuer::is_body(line),
            Closed::No => {
                let bounded = above.ends_sentence()
                    || matches!(above.last, '”' | ')')
                    || self.kind(at - 1) != BlockKind::Paragraph;
                let named = head.proof != Proof::None && (title::is_framed(&words) || title::names_paper(&words));
                body && (bounded && self.starts_in_text(&head, &words) || head.proof == Proof::Sure) || bounded && named
            }
        };
        starts.then_some(head)
    }

    /// Below a signature, a provenance or a note.
    fn starts_below_close(&self, at: usize, line: &Line, head: &Head, words: &str, body: bool) -> bool {
        let said = head.proof != Proof::None || title::has_genre(words) || self.notes.many.is_some();
        let published = self.kind(at - 1) == BlockKind::Provenance;
        // 联系方式:… and other fields of a form hold a colon
        let plain = line.chars >= 5 && !words.contains(':');
        (body || head.proof != Proof::None) && (said || published || plain)
    }

    /// Below running text, with a body or the rest of a head following.
    fn starts_in_text(&self, head: &Head, words: &str) -> bool {
        let framed = title::is_framed(words) && !self.lists_titles(head.end);
        let greets = |&(i, kind): &(usize, BlockKind)| {
            kind == BlockKind::Salutation && self.lines.get(i).is_some_and(|line| salutation::opens_speech(line))
        };
        let spoken = words.chars().count() >= 6 && head.kinds.iter().any(greets);
        // 坚持走自己的路※
        let noted = words.ends_with('※') && head.kinds.iter().any(|(_, kind)| *kind == BlockKind::Byline);
        framed
            || noted
            || head.proof == Proof::Sure
            || spoken
            || self.opens_paper(head, words)
            || self.is_of_series(words)
            || self.is_set(head.line, words)
    }

    /// Whether the lines above set these words as the title of an essay: `以“绿水青山”为题，写一篇文章。`
    fn is_set(&self, at: usize, words: &str) -> bool {
        const ABOVE: usize = 6;
        let from = at.saturating_sub(ABOVE);
        // Hardly any text speaks of titles.
        if !self.lines.get(from..at).unwrap_or(&[]).iter().any(|line| holds(&line.folded, "题")) {
            return false;
        }
        let above = self.joined(from, at);
        [('“', '”'), ('《', '》')].into_iter().any(|(open, close)| {
            let Some((before, behind)) = above.split_once(&format!("{open}{words}{close}")) else { return false };
            behind.starts_with("为题") || ends_with(before, &["题为", "题目为", "题目是", "题目:"])
        })
    }

    /// Whether the title of a paper is followed by what opens one: its first chapter, a preamble that says what
    /// it sets up, numbers that begin anew.
    fn opens_paper(&self, head: &Head, words: &str) -> bool {
        if !title::names_paper(words) {
            return false;
        }
        let Some([body, below @ ..]) = self.lines.get(head.end..) else { return false };
        let begins = |line: &Line, marks: &[&str]| begins_with(&line.folded, marks);
        let anew = begins(body, &["一、"]) || below.first().is_some_and(|line| begins(line, &["一、"]));
        let tail = body.tail(self.text);
        let preamble =
            ["制定本", "制订本", "提出以下", "提出如下", "制定如下"].iter().any(|words| tail.contains(words));
        begins(body, &["第一章", "第一条", "第一编"]) || preamble || self.numbered_on && anew
    }

    /// Whether a title begins as that of the document above, years left out: model texts of one site, speeches
    /// of one meeting.
    fn is_of_series(&self, words: &str) -> bool {
        const ALIKE: usize = 8;
        let Some((from, to)) = self.found.starts.last().and_then(|start| start.title) else { return false };
        let above = self.joined(from, to);
        // a heading takes its words from the title
        if above.starts_with(words) && above != words {
            return false;
        }
        let undated = |c: char| c.is_ascii_digit() || c == '年';
        let pairs = words.trim_start_matches(undated).chars().zip(above.trim_start_matches(undated).chars());
        pairs.take_while(|(a, b)| a == b).count() >= ALIKE
    }

    /// Whether the line is one more title, as in a list of papers.
    fn lists_titles(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(|line| title::looks(line) && title::is_framed(&line.folded))
    }

    /// The document a new one is attached to.
    pub(super) fn parent_of(&self, head: &Head) -> Option<usize> {
        let (from, to) = head.title?;
        let name = self.joined(from, to);
        self.notes.owner_of(&name).or(self.notes.many).or_else(|| self.quoted_above(&name))
    }

    /// The document above, when it speaks of the new one by its title in 《》, as a covering notice does.
    fn quoted_above(&self, name: &str) -> Option<usize> {
        // a notice is short; its paragraphs name what it hands on
        const NOTICE: usize = 16;
        let last = self.found.starts.len().checked_sub(1)?;
        let from = self.found.starts.get(last)?.line;
        self.joined(from, from + NOTICE).contains(&format!("《{name}》")).then_some(last)
    }
}
