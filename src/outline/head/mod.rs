//! Heads without numbers: parallel heads 并列式小标题, run-in heads, heads on a line of their own.
//!
//! In: the paragraphs of a document and the points its markers make. Out: further [`Point`]s. Each kind is one
//! file with its table of cases and stands in [`DETECTORS`].

mod announced;
mod clause_frame;
mod even_clause;
mod frame;
mod inner_run_in;
pub(crate) mod inside;
mod label;
mod markdown;
mod number_line;
mod own_line;
mod paragraph_frame;
mod promised;
mod run_in;
mod said_again;
mod sentence_frame;
mod sentence_line;
mod thesis;
mod thesis_frame;

use super::alone::{Alone, Body, Running};
use super::announce::promise::Promise;
use super::heading::first_stop;
use super::point::{Point, Standing};
use super::{Evidence, Scheme};
use crate::layout::BlockKind;
use crate::lexicon::marks;
use crate::span::Span;
use inside::{Inside, Placed};
use std::sync::Arc;

/// A paragraph of body text.
#[allow(clippy::struct_excessive_bools)] // each says another thing
pub(crate) struct Paragraph {
    /// Index of its block.
    pub block: usize,
    /// Where it stands.
    pub span: Span,
    /// Its sentences; those of a marked point come after its heading.
    pub sentences: Vec<Span>,
    /// The point that opens it: a marker, or a head found by an earlier detector.
    pub opened: Option<Point>,
    /// Where points inside it begin, in order: sentences with a marker are no heads.
    pub marked: Vec<usize>,
    /// Whether a block of another kind (a salutation, a title) stands before it.
    pub parted: bool,
    /// Its level, where Markdown makes a heading of it.
    pub level: Option<usize>,
    /// Whether it holds a count that may promise points.
    pub counts: bool,
    /// Whether it opens with a salutation, marker and head aside.
    pub calls: bool,
    /// What its sentences promise.
    pub promises: Vec<Promise>,
    /// Whether it goes on with the paragraph before, which a page number or a caption has torn.
    pub torn: bool,
}

impl Paragraph {
    /// Whether a marker or head opens it.
    pub(crate) fn is_open(&self) -> bool {
        self.opened.is_some()
    }

    /// Whether it is a heading and nothing else.
    pub(crate) fn is_heading(&self) -> bool {
        self.opened.is_some_and(|p| p.standing == Standing::OwnLine)
    }

    /// Whether a point begins in this sentence.
    pub(crate) fn is_marked(&self, sentence: Span) -> bool {
        let at = self.marked.partition_point(|&m| m < sentence.start);
        self.marked.get(at).is_some_and(|&m| m < sentence.end)
    }

    /// What a sentence of it promises.
    pub(crate) fn promises_in(&self, sentence: Span) -> impl Iterator<Item = &Promise> {
        // they stand in text order, and a paragraph may be a file of one line
        let from = self.promises.partition_point(|p| p.span.start < sentence.start);
        let behind = self.promises.get(from..).unwrap_or(&[]).iter();
        behind.take_while(move |p| p.span.start < sentence.end).filter(move |p| sentence.contains(p.span))
    }

    /// Its first sentence.
    pub(crate) fn first(&self) -> Span {
        self.sentences.first().copied().unwrap_or(self.span)
    }
}

/// A head some detector found.
#[derive(Clone, Copy)]
pub(crate) struct Head {
    /// Index into the paragraphs.
    pub paragraph: usize,
    /// Its heading, from the first shared word.
    pub heading: Span,
    /// Parallel or bare.
    pub scheme: Scheme,
    /// How it stands.
    pub standing: Standing,
    /// On what it rests.
    pub evidence: Evidence,
    /// Heads of one list share it; unique within a detector.
    pub group: usize,
}

impl Head {
    /// One of several alike.
    const fn parallel(paragraph: usize, heading: Span, standing: Standing, evidence: Evidence, group: usize) -> Self {
        Self { paragraph, heading, scheme: Scheme::Parallel, standing, evidence, group }
    }
}

/// What a detector reads.
pub(crate) struct Document<'t> {
    pub text: &'t str,
    pub paragraphs: Vec<Paragraph>,
    /// What its blocks say by themselves, and keep for when they are read again.
    known: &'t [Arc<Alone>],
    /// Index of the first of them.
    first: usize,
}

/// What detectors found in a block, each by nothing but what [`Inside`] knows of it.
#[derive(Debug, Default)]
pub(crate) struct Found {
    framed: Inside<Vec<Vec<Span>>>,
    counted: Inside<Vec<Vec<Span>>>,
    again: Inside<Vec<Vec<Span>>>,
    even: Inside<Vec<Vec<Span>>>,
    inner: Inside<inner_run_in::Heads>,
    run_in: Inside<Option<(Span, bool)>>,
    thesis: Inside<Option<thesis::Thesis>>,
    clauses: Inside<Vec<Span>>,
}

/// Asked in this order: those before change what those behind see (a paragraph opened by a head is no longer free).
const DETECTORS: [fn(&Document) -> Vec<Head>; 15] = [
    markdown::find,
    number_line::find,
    own_line::find,
    paragraph_frame::find,
    announced::find,
    promised::find,
    label::find,
    sentence_line::find,
    run_in::find,
    announced::find_pairs,
    said_again::find,
    sentence_frame::find,
    clause_frame::find,
    even_clause::find,
    inner_run_in::find,
];

/// Adds the heads of a document to its points.
pub(crate) fn find(blocks: Body, points: &mut Vec<Point>) {
    let mut document = read(blocks, points);
    let mut lists = 0;
    let before = points.len();
    for detect in DETECTORS {
        let heads = detect(&document);
        let groups = heads.iter().map(|h| h.group + 1).max().unwrap_or(0);
        let mut inner: Vec<(usize, usize)> = Vec::new();
        for head in heads {
            let Some(paragraph) = document.paragraphs.get_mut(head.paragraph) else { continue };
            // A heading that fills the end of a line does not open it.
            let ends_line = head.standing == Standing::OwnLine && head.heading.start > paragraph.span.start;
            let inside = head.standing == Standing::Inside || ends_line;
            // what one detector has found is not found again by the next
            if inside && paragraph.marked.binary_search(&head.heading.start).is_ok() {
                continue;
            }
            let point = Point {
                block: paragraph.block,
                document: blocks.blocks.first().map_or(0, |b| b.document),
                key: (head.scheme, 1 + (lists + head.group) as u32),
                ordinal: None,
                marker: None,
                heading: head.heading,
                standing: head.standing,
                evidence: head.evidence,
            };
            if inside {
                inner.push((head.paragraph, head.heading.start));
            } else {
                paragraph.opened = Some(point);
                if head.standing == Standing::Opening
                    && paragraph.sentences.first().is_some_and(|s| s.end <= head.heading.end + 3)
                {
                    paragraph.sentences.remove(0);
                }
            }
            points.push(point);
        }
        lists += groups;
        for (paragraph, at) in inner {
            if let Some(p) = document.paragraphs.get_mut(paragraph) {
                p.marked.push(at);
            }
        }
        for paragraph in &mut document.paragraphs {
            paragraph.marked.sort_unstable();
        }
    }
    if points.len() > before {
        points.sort_by_cached_key(|p| (p.start(), 0_usize));
    }
}

fn read<'t>(blocks: Body<'t>, points: &[Point]) -> Document<'t> {
    let text = blocks.text;
    let mut paragraphs = Vec::new();
    let mut points = points.iter().peekable();
    let mut parted = true;
    let mut interrupted = false;
    for (block, b, alone) in blocks.iter() {
        if b.kind != BlockKind::Paragraph {
            // A caption or watermark between two paragraphs parts nothing.
            parted |= b.kind != BlockKind::Boilerplate;
            interrupted = true;
            continue;
        }
        let (mut opened, mut marked, mut closed) = (None, Vec::new(), None);
        while let Some(point) = points.next_if(|p| p.start() < b.span.end) {
            // A heading that fills the end of a line opens what is below.
            let ends_line = point.standing == Standing::OwnLine && point.start() > b.span.start;
            closed = closed.or(ends_line.then_some(point.start()));
            if point.standing == Standing::Inside || ends_line {
                marked.push(point.start());
            } else {
                opened = Some(*point);
            }
        }
        let body = opened.map_or(b.span, |p| Span::new(p.heading.end, b.span.end));
        let body = Span::new(body.start, closed.map_or(body.end, |at| at.max(body.start)));
        let stop: usize = body
            .of(text)
            .chars()
            .take_while(|c| matches!(c, '。' | '；' | '：' | '！' | '？' | ' ' | '\u{3000}'))
            .map(char::len_utf8)
            .sum();
        let body = Span::new(body.start + stop, body.end);
        let behind;
        let running = if body == b.span {
            &alone.running
        } else {
            let look = || Running::of(body.of(text), alone.counts);
            behind = alone.behind(body.moved(b.span.start, 0), blocks.remembers, look);
            &*behind
        };
        let sentences = running.sentences.iter().map(|s| s.moved(0, body.start)).collect();
        let promises = running.promises.iter().map(|p| p.moved(body.start)).collect();
        let torn = interrupted && !parted && opened.is_none() && paragraphs.last().is_some_and(|p| breaks_off(text, p));
        paragraphs.push(Paragraph {
            block,
            span: b.span,
            sentences,
            opened,
            marked,
            parted,
            level: alone.level,
            counts: alone.counts,
            calls: opened.is_none() && running.calls(body.of(text)),
            promises,
            torn,
        });
        (parted, interrupted) = (closed.is_some(), false);
    }
    // What reads first texts is to be small: it remembers enough without.
    let known = if blocks.remembers && cfg!(feature = "whole") { blocks.alone } else { &[] };
    Document { text, paragraphs, known, first: blocks.first }
}

/// Whether a paragraph of running text ends within a sentence.
fn breaks_off(text: &str, p: &Paragraph) -> bool {
    let body = p.span.of(text);
    body.ends_with(|c: char| crate::lexicon::is_han(c) || matches!(c, '，' | '、')) && body.contains('。')
}

impl Document<'_> {
    /// What `look` finds inside a paragraph, by nothing but it.
    fn inside<F: Placed>(&self, p: &Paragraph, of: fn(&Found) -> &Inside<F>, look: impl FnOnce() -> F) -> F {
        let known = p.block.checked_sub(self.first).and_then(|i| self.known.get(i));
        match known.filter(|_| cfg!(feature = "whole")) {
            Some(known) => of(&known.found).of(p, look),
            None => look(),
        }
    }

    /// Runs of paragraphs that neither marker nor head opens. A heading or a salutation parts them; the paragraphs of an
    /// enumeration (`一是…`) only stand between.
    pub(crate) fn sections(&self) -> Vec<Vec<usize>> {
        let mut sections = vec![Vec::new()];
        for (i, p) in self.paragraphs.iter().enumerate() {
            let heads = |o: Point| o.standing == Standing::OwnLine || !enumerates(o.key.0);
            // 各位代表，做好今年的工作……: what closes the report is no part of its last section
            let parts = p.parted || p.opened.map_or(p.calls, heads);
            if parts && sections.last().is_some_and(|s| !s.is_empty()) {
                sections.push(Vec::new());
            }
            if let Some(section) = sections.last_mut().filter(|_| !p.is_open() && !p.torn) {
                section.push(i);
            }
        }
        sections.retain(|s| !s.is_empty());
        sections
    }

    /// Paragraphs from `start` to the next heading or salutation that neither marker nor head opens.
    pub(crate) fn below(&self, start: usize) -> Vec<usize> {
        let below = self.paragraphs.iter().enumerate().skip(start);
        let below = below.take_while(|(i, p)| *i == start || !p.parted && !p.is_heading());
        below.filter(|(_, p)| !p.is_open() && !p.torn).map(|(i, _)| i).collect()
    }

    /// Characters of a span, white space and final marks left out.
    pub(crate) fn width(&self, span: Span) -> usize {
        let words = bare(span.of(self.text));
        let past = |(count, behind): (usize, usize), (at, c): (usize, char)| {
            (count + (at - behind) / 3 + usize::from(!c.is_whitespace()), at + c.len_utf8())
        };
        // between marks there are ideographs of three bytes
        let (count, behind) = marks(words).fold((0, 0), past);
        count + (words.len() - behind) / 3
    }
}

/// Schemes that enumerate points of running text.
fn enumerates(scheme: Scheme) -> bool {
    matches!(scheme, Scheme::Di | Scheme::Shi | Scheme::Yao | Scheme::OrdinalWord)
}

/// A sentence without its final marks.
pub(crate) fn bare(sentence: &str) -> &str {
    sentence.trim().trim_end_matches(['。', '！', '？', '；', '：', '，', '、', '!', '?', ';', ':', ','])
}

/// A sentence's span without its final marks.
pub(crate) fn bare_span(text: &str, sentence: Span) -> Span {
    let sentence = sentence.trim(text);
    Span::new(sentence.start, sentence.start + bare(sentence.of(text)).len())
}

/// A sentence up to its first stop, without its final marks.
pub(crate) fn to_first_stop(text: &str, sentence: Span) -> Span {
    let end = first_stop(sentence.of(text)).unwrap_or(sentence.len());
    bare_span(text, Span::new(sentence.start, sentence.start + end))
}

/// Whether a comma parts a text in two equal halves, as heads are made: `部门搭台，企业唱戏`.
pub(crate) fn is_couplet(text: &str) -> bool {
    let Some((a, b)) = text.split_once('，') else { return false };
    let (a, b) = (a.chars(), b.chars());
    let han = a.clone().chain(b.clone()).all(crate::lexicon::is_han);
    han && (3..=8).contains(&a.clone().count()) && a.count() == b.count()
}

/// Whether a text has a mark inside that parts clauses.
pub(crate) fn has_clause_mark(text: &str) -> bool {
    marks(text).any(|(_, c)| matches!(c, '，' | '；' | '：' | ',' | ';' | ':' | '。' | '？' | '！'))
}

#[cfg(test)]
pub(crate) fn headings(find: fn(&Document) -> Vec<Head>, text: &str) -> Vec<&str> {
    let layout =
        crate::layout::Layout { blocks: crate::outline::tests_support::paragraphs(text), documents: Vec::new() };
    let plain = super::plain::Plain::of(text, &layout, None);
    let document = read(plain.blocks(0..layout.blocks.len(), false), &[]);
    find(&document).iter().map(|h| plain.raw(h.heading).of(text)).collect()
}
