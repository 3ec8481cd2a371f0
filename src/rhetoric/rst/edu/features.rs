//! What the segmenter looks at: whether a discourse unit starts at a word of a block.
//!
//! In: the words of one block. Out: fingerprints for each position. Templates: the words and tags
//! three to each side; the clause marks before and after and how far; verbs on each side; the
//! clause before; the next 的 (relative clauses); connectives, speech verbs, brackets and quotation
//! marks.

use super::word::Word;
use crate::rhetoric::rst::model::hash::{hash, put};

const START: u64 = hash(b"<s>");
const END: u64 = hash(b"</s>");
/// Tag of a verb that is nothing else.
const PLAIN: u64 = hash(b"v");

/// The words of a block with what is known of each position.
pub struct Sequence<'w> {
    words: &'w [Word],
    /// Clause mark before each position.
    before: Vec<Option<usize>>,
    /// Clause mark at or after each position; the length where there is none.
    after: Vec<usize>,
    /// Next 的 of the same clause.
    de: Vec<Option<usize>>,
    /// Verbs up to each position.
    verbs: Vec<u32>,
    /// Last verb before each position.
    verb: Vec<Option<usize>>,
    /// Open brackets (at most 2) and whether inside quotation marks.
    depth: Vec<(u8, bool)>,
}

impl<'w> Sequence<'w> {
    /// Scans the words once in each direction.
    pub fn new(words: &'w [Word]) -> Self {
        let n = words.len();
        let mut before = Vec::with_capacity(n);
        let mut verbs = vec![0];
        let mut depth = Vec::with_capacity(n);
        let mut verb = Vec::with_capacity(n);
        let (mut last, mut last_verb, mut count, mut open, mut quoted) = (None, None, 0_u32, 0_u8, false);
        for (i, word) in words.iter().enumerate() {
            before.push(last);
            if word.ends_clause() {
                last = Some(i);
            }
            verb.push(last_verb);
            if word.is_verb() {
                count += 1;
                last_verb = Some(i);
            }
            verbs.push(count);
            depth.push((open.min(2), quoted));
            match word.first {
                '（' | '(' | '《' | '[' | '【' => open = open.saturating_add(1),
                '）' | ')' | '》' | ']' | '】' => open = open.saturating_sub(1),
                '“' | '「' => quoted = true,
                '”' | '」' => quoted = false,
                '"' => quoted = !quoted,
                _ => {}
            }
        }
        let mut after = vec![n; n];
        let mut de = vec![None; n];
        let (mut mark, mut next) = (n, None);
        for (i, word) in words.iter().enumerate().rev() {
            if word.ends_clause() {
                mark = i;
                next = None;
            } else if word.is_de() {
                next = Some(i);
            }
            if let Some(slot) = after.get_mut(i) {
                *slot = mark;
            }
            if let Some(slot) = de.get_mut(i) {
                *slot = next;
            }
        }
        Self { words, before, after, de, verbs, verb, depth }
    }

    /// How many positions.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The word at a position.
    pub fn word(&self, at: usize) -> Option<&'w Word> {
        self.words.get(at)
    }

    fn text(&self, at: isize) -> u64 {
        self.at(at).map_or(if at < 0 { START } else { END }, |w| w.text)
    }

    fn tag(&self, at: isize) -> u64 {
        self.at(at).map_or(if at < 0 { START } else { END }, |w| w.tag)
    }

    fn coarse(&self, at: isize) -> u64 {
        self.at(at).map_or(if at < 0 { START } else { END }, |w| u64::from(w.coarse))
    }

    fn at(&self, at: isize) -> Option<&'w Word> {
        self.words.get(usize::try_from(at).ok()?)
    }

    pub(crate) fn verbs_between(&self, from: usize, to: usize) -> u32 {
        let upto = |i: usize| self.verbs.get(i).copied().unwrap_or_default();
        upto(to).saturating_sub(upto(from))
    }

    /// Adds the fingerprints of position `i`.
    pub fn features(&self, i: usize, out: &mut Vec<u64>) {
        let Some(word) = self.words.get(i) else { return };
        let at = i.cast_signed();
        let clause = self.clause(i);
        put!(out, "b");
        self.around(at, out);
        self.characters(at, out);
        self.marks(i, &clause, out);
        if clause.before.is_some_and(|mark| mark + 1 == i) {
            self.clause_before(i, &clause, out);
        }
        self.relative_clause(i, &clause, out);
        self.functions(at, out);
        let (depth, quoted) = self.depth.get(i).copied().unwrap_or_default();
        put!(out, "depth", depth);
        put!(out, "quoted|w-1", quoted, self.text(at - 1));
        put!(out, "depth|w0", depth, word.text);
        if word.spaced && i > 0 {
            put!(out, "spaced", word.first.is_alphanumeric(), self.at(at - 1).is_some_and(|w| w.last.is_ascii()));
        }
    }

    fn clause(&self, i: usize) -> Clause {
        let before = self.before.get(i).copied().flatten();
        let start = before.map_or(0, |mark| mark + 1);
        let end = self.after.get(i).copied().unwrap_or(i);
        Clause {
            before,
            start,
            end,
            from: steps(i - start.min(i)),
            to: steps(end - i.min(end)),
            verbs_before: self.verbs_between(start, i),
            verbs_after: self.verbs_between(i, end),
        }
    }

    fn around(&self, at: isize, out: &mut Vec<u64>) {
        let [w3, w2, w1, w0, x1, x2, x3] = [-3, -2, -1, 0, 1, 2, 3].map(|k| self.text(at + k));
        let [p3, p2, p1, p0, q1, q2, q3] = [-3, -2, -1, 0, 1, 2, 3].map(|k| self.tag(at + k));
        let [c2, c1, c0, d1, d2] = [-2, -1, 0, 1, 2].map(|k| self.coarse(at + k));
        put!(out, "w-3", w3);
        put!(out, "w-2", w2);
        put!(out, "w-1", w1);
        put!(out, "w0", w0);
        put!(out, "w1", x1);
        put!(out, "w2", x2);
        put!(out, "w3", x3);
        put!(out, "p-3", p3);
        put!(out, "p-2", p2);
        put!(out, "p-1", p1);
        put!(out, "p0", p0);
        put!(out, "p1", q1);
        put!(out, "p2", q2);
        put!(out, "p3", q3);
        put!(out, "w-1|w0", w1, w0);
        put!(out, "w-2|w-1", w2, w1);
        put!(out, "w0|w1", w0, x1);
        put!(out, "p-1|p0", p1, p0);
        put!(out, "p-2|p-1", p2, p1);
        put!(out, "p0|p1", p0, q1);
        put!(out, "p-1|p0|p1", p1, p0, q1);
        put!(out, "p-2|p-1|p0", p2, p1, p0);
        put!(out, "p0|p1|p2", p0, q1, q2);
        put!(out, "c-2..1", c2, c1, c0, d1);
        put!(out, "c-1..2", c1, c0, d1, d2);
        put!(out, "w-1|p0", w1, p0);
        put!(out, "p-1|w0", p1, w0);
        put!(out, "w-1|p0|p1", w1, p0, q1);
    }

    fn characters(&self, at: isize, out: &mut Vec<u64>) {
        let first = self.at(at).map_or('\0', |w| w.first);
        let end = self.at(at).map_or('\0', |w| w.last);
        let last = self.at(at - 1).map_or('\0', |w| w.last);
        let last2 = self.at(at - 2).map_or('\0', |w| w.last);
        put!(out, "h0", first);
        put!(out, "t-1", last);
        put!(out, "t-1|h0", last, first);
        put!(out, "t0", end);
        put!(out, "t-2", last2);
    }

    fn marks(&self, i: usize, c: &Clause, out: &mut Vec<u64>) {
        let at = i.cast_signed();
        let previous = c.before.map_or(START, |m| self.text(m.cast_signed()));
        let next = self.text(c.end.cast_signed());
        let (w1, w0) = (self.text(at - 1), self.text(at));
        let (few_before, few_after) = (c.verbs_before.min(2), c.verbs_after.min(2));
        put!(out, "from", c.from);
        put!(out, "to", c.to);
        put!(out, "from|to", c.from, c.to);
        put!(out, "previous", previous, c.from);
        put!(out, "next", next, c.to);
        put!(out, "previous|next", previous, next);
        put!(out, "clause first", self.text(c.start.cast_signed()), c.from);
        put!(out, "clause last", self.text(c.end.cast_signed() - 1), c.to);
        put!(out, "verbs before", c.verbs_before.min(3));
        put!(out, "verbs after", c.verbs_after.min(3));
        put!(out, "verbs", few_before, few_after);
        put!(out, "w-1 verbs", w1, few_before, few_after);
        put!(out, "w0 verbs", w0, few_before, few_after);
        if self.at(at - 1).is_some_and(Word::is_speech) {
            put!(out, "speech after", self.coarse(at), c.verbs_after.min(2), c.to);
            put!(out, "speech before", few_before, c.from, c.verbs_after.min(2));
        }
    }

    /// At the start of a clause: the clause before it.
    fn clause_before(&self, i: usize, c: &Clause, out: &mut Vec<u64>) {
        let at = i.cast_signed();
        let Some(mark) = c.before else { return };
        let start = self.before.get(mark).copied().flatten().map_or(0, |m| m + 1);
        let verbs = self.verbs_between(start, mark).min(2);
        let after = c.verbs_after.min(2);
        let length = steps(mark - start.min(mark));
        let (first, last) = (start.cast_signed(), mark.cast_signed() - 1);
        let sign = self.text(mark.cast_signed());
        let (w0, p0) = (self.text(at), self.tag(at));
        let next = self.text(c.end.cast_signed());
        put!(out, "prev verbs", verbs, sign);
        put!(out, "prev length", length, sign);
        put!(out, "prev first", self.text(first));
        put!(out, "prev first2", self.text(first), self.text(first + 1));
        put!(out, "prev last", self.text(last));
        put!(out, "prev last2", self.text(last - 1), self.text(last));
        put!(out, "prev last tag", self.tag(last));
        put!(out, "prev shape", verbs, after, length, c.to);
        put!(out, "prev tag|w0", self.tag(first), w0);
        put!(out, "prev tags|p0", self.tag(first), self.tag(last), p0);
        put!(out, "clause next|w0", next, w0);
        put!(out, "clause verbs|w0", after, w0);
        put!(out, "clause verbs|p0", p0, after);
        put!(out, "clause end", self.text(c.end.cast_signed() - 1));
    }

    /// Relative clauses: the 的 that comes, and the 的 just passed.
    fn relative_clause(&self, i: usize, c: &Clause, out: &mut Vec<u64>) {
        let at = i.cast_signed();
        let (p1, p0, w1) = (self.tag(at - 1), self.tag(at), self.text(at - 1));
        if let Some(de) = self.de.get(i).copied().flatten().filter(|_| !self.ends_clause(i)) {
            let far = steps(de - i.min(de));
            let verbs = self.verbs_between(i, de).min(2);
            let (left, right) = (de.cast_signed() - 1, de.cast_signed() + 1);
            put!(out, "de", far, verbs);
            put!(out, "de p", p1, p0, verbs);
            put!(out, "de w", w1, verbs);
            put!(out, "de left", self.tag(left), p0);
            put!(out, "de sides", self.tag(left), self.tag(right), p1);
            put!(out, "de right", self.text(right), far);
            put!(out, "de coarse", self.coarse(at - 1), self.coarse(at), self.coarse(left), verbs);
            put!(out, "de path", self.path(i, de), p1 ^ u64::from(i == c.start));
            put!(out, "de path right", self.path(i, de), self.coarse(right));
            put!(out, "de again", self.de.get(de + 1).copied().flatten().is_some());
            put!(out, "de first", i == c.start, verbs, p0);
            self.clause_of(i, de, far, out);
        }
        if i >= 2 && self.at(at - 1).is_some_and(Word::is_de) {
            let verbs = c.verbs_before;
            let verb = self.verb.get(i - 1).copied().flatten().filter(|&k| k >= c.start);
            let far = verb.map_or(9, |k| steps(i - 2 - k.min(i - 2)));
            put!(out, "past de", self.tag(at - 2), p0);
            put!(out, "past de3", self.tag(at - 3), self.tag(at - 2), p0);
            put!(out, "past de w", self.text(at - 2));
            put!(out, "past de verbs", verbs.min(3), p0);
            put!(out, "past de from", c.from, verbs.min(2));
            put!(out, "past de w0", self.text(at), verbs.min(2));
            put!(out, "past de verb", far, verb.map_or(0, |k| self.text(k.cast_signed())));
            put!(out, "past de path", self.path(c.start.max(i.saturating_sub(6)), i - 1), self.coarse(at));
            put!(out, "past de last", self.text(at - 2), self.coarse(at), verbs.min(2));
            put!(out, "past de to", c.to, c.verbs_after.min(2));
            let plain = self.plain_verbs(c.start, i - 1);
            put!(out, "past plain", plain, c.from, self.coarse(at - 2), self.coarse(at));
            put!(out, "past plain w", plain, self.text(at - 2));
            put!(out, "past plain w0", plain, self.text(at));
            put!(out, "past plain start", plain, self.text(c.start.cast_signed()));
            put!(out, "past plain after", plain, self.plain_verbs(i, c.end), c.to);
        }
    }

    /// What would be a relative clause, the words `i..de`: its verb, the noun it goes with, what
    /// stands before.
    fn clause_of(&self, i: usize, de: usize, far: u8, out: &mut Vec<u64>) {
        let (at, head) = (i.cast_signed(), de.cast_signed() + 1);
        let plain = self.plain_verbs(i, de);
        let verb = (i..de.min(i + 30)).find(|&k| self.words.get(k).is_some_and(Word::is_verb));
        let [c2, c1, c0, n0, n1] = [at - 2, at - 1, at, head, head + 1].map(|k| self.coarse(k));
        put!(out, "de plain", plain, far, c1, c0);
        put!(out, "de verb", verb.map_or(0, |k| self.text(k.cast_signed())), c1);
        put!(out, "de verb place", verb.map_or(9, |k| steps(k - i)), verb.map_or(9, |k| steps(de - k)), c1, c0);
        put!(out, "de head", self.text(head), c1, plain);
        put!(out, "de last", self.text(head - 2), c1, plain);
        put!(out, "de after", n1, n0, c1, plain);
        put!(out, "de before", c2, c1, c0, plain);
        put!(out, "de w-1 plain", self.text(at - 1), plain, far);
        put!(out, "de w0 plain", self.text(at), plain, far);
    }

    /// Verbs that are not also nouns, up to three.
    fn plain_verbs(&self, from: usize, to: usize) -> u8 {
        let words = self.words.get(from..to).unwrap_or(&[]).iter().take(30);
        words.filter(|w| w.is_verb() && w.tag == PLAIN).take(3).count() as u8
    }

    /// Coarse tags of up to seven words as one number.
    fn path(&self, from: usize, to: usize) -> u64 {
        let all = self.words.get(from..to).unwrap_or(&[]);
        all.iter().take(7).fold(all.len().min(8) as u64, |sum, w| sum << 8 | u64::from(w.coarse))
    }

    fn functions(&self, at: isize, out: &mut Vec<u64>) {
        for (k, place) in [(-1, 0_u8), (0, 1), (1, 2)] {
            let Some(function) = self.at(at + k).and_then(|w| w.function) else { continue };
            put!(out, "connective", place, hash(function.relation.as_bytes()), function.place as u8);
            if function.speech {
                put!(out, "speech", place);
            }
        }
    }

    fn ends_clause(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(Word::ends_clause)
    }
}

/// The clause a position stands in.
struct Clause {
    before: Option<usize>,
    start: usize,
    end: usize,
    from: u8,
    to: u8,
    verbs_before: u32,
    verbs_after: u32,
}

/// Distances in words.
fn steps(n: usize) -> u8 {
    bucket(n).min(8)
}

/// Counts of words, of units, finer where small.
pub(crate) fn bucket(n: usize) -> u8 {
    match n {
        0..4 => n as u8,
        4..6 => 4,
        6..9 => 5,
        9..14 => 6,
        14..22 => 7,
        22..40 => 8,
        _ => 9,
    }
}
