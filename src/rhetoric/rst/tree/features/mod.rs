//! What the splitter looks at: where a span of units divides.
//!
//! In: the units of a text. Out: fingerprints of a boundary by itself ([`Context::boundary`], the
//! same in every span), of a boundary as the division of a span ([`SpanView::division`]), and of a
//! span as such ([`SpanView::stretch`]).

// Units around a boundary go by the letters of the literature: a | b, in the span i..=j divided at
// k.
#![allow(clippy::many_single_char_names)]

mod blocks;
mod cohesion;
mod stretch;

use crate::rhetoric::rst::edu::features::bucket;
use crate::rhetoric::rst::edu::unit::{Level, Unit, length};
use crate::rhetoric::rst::model::hash::put;

/// Units with what is counted once.
pub struct Context<'u> {
    units: &'u [Unit],
    /// Boundaries of at least sentence, of paragraph level before each unit.
    counts: Vec<[u32; 2]>,
    /// How much the content words around each boundary are the same, in 1/1200.
    cohesion: Vec<u32>,
    /// For each unit first and last unit of its sentence, of its paragraph.
    around: Vec<[blocks::Block; 2]>,
}

impl<'u> Context<'u> {
    /// Reads the units once.
    pub fn new(units: &'u [Unit]) -> Self {
        let mut counts = vec![[0, 0]];
        let mut sum = [0, 0];
        for unit in units {
            sum =
                [sum[0] + u32::from(unit.level >= Level::Sentence), sum[1] + u32::from(unit.level >= Level::Paragraph)];
            counts.push(sum);
        }
        let cohesion = (1..units.len()).map(|k| cohesion::cohesion(units, k)).collect();
        Self { units, counts, cohesion, around: blocks::around(units) }
    }

    /// All units.
    pub fn units(&self) -> &'u [Unit] {
        self.units
    }

    /// A unit by number.
    pub fn unit(&self, i: usize) -> Option<&'u Unit> {
        self.units.get(i)
    }

    /// Boundaries of a level (1 sentence, 2 paragraph, or higher) between units `from` and `to`.
    fn between(&self, level: usize, from: usize, to: usize) -> u32 {
        let upto = |i: usize| self.counts.get(i).and_then(|c| c.get(level - 1)).copied().unwrap_or_default();
        upto(to).saturating_sub(upto(from))
    }

    /// The highest boundary inside the span of units `i..=j`.
    pub fn highest(&self, i: usize, j: usize) -> Level {
        if self.between(2, i, j) > 0 {
            Level::Paragraph
        } else if self.between(1, i, j) > 0 {
            Level::Sentence
        } else {
            Level::Clause
        }
    }

    pub(crate) fn end_class(&self, i: usize) -> u8 {
        self.units.get(i).map_or(b'_', |u| u.classes[0])
    }

    pub(crate) fn start_class(&self, i: usize) -> u8 {
        self.units.get(i).map_or(b'_', |u| u.classes[1])
    }

    fn class_before(&self, i: usize, back: usize) -> u8 {
        i.checked_sub(back).map_or(b'_', |i| self.end_class(i))
    }

    /// Classes of the ends of up to eight units as one number.
    pub(crate) fn ends(&self, from: usize, to: usize) -> u64 {
        (from..to.min(from + 8)).fold(1, |sum, i| sum << 8 | u64::from(self.end_class(i)))
    }

    /// Adds what tells of the boundary between unit `k` and the next.
    pub fn boundary(&self, k: usize, out: &mut Vec<u64>) {
        let (Some(a), Some(b)) = (self.units.get(k), self.units.get(k + 1)) else { return };
        Self::neighbours(a, b, out);
        for &x in &a.cues {
            put!(out, "A cue", x);
        }
        for &y in &b.cues {
            put!(out, "B cue", y);
        }
        for &x in a.cues.iter().take(2) {
            for &y in b.cues.iter().take(2) {
                put!(out, "AB cues", x, y);
            }
        }
        if let Some(verb) = a.speech {
            put!(out, "A speech", verb);
            put!(out, "A speech any");
        }
        if let Some(verb) = b.speech {
            put!(out, "B speech", verb);
        }
        if a.enumerator > 0 {
            put!(out, "A enumerator", a.enumerator);
        }
        if b.enumerator > 0 {
            put!(out, "B enumerator", b.enumerator);
        }
        if let Some(c) = self.units.get(k + 2) {
            put!(out, "C first", c.firsts[0]);
            put!(out, "B level", b.level as u8);
            put!(out, "BC first", b.firsts[0], c.firsts[0]);
            for &z in &c.cues {
                put!(out, "C cue", z);
            }
        }
        if let Some(z) = k.checked_sub(1).and_then(|z| self.units.get(z)) {
            put!(out, "Z level", z.level as u8);
            put!(out, "Z end", z.end);
            put!(out, "Z last", z.lasts[0]);
        }
        self.classes_around(k, out);
        if a.level > Level::Clause {
            self.blocks(k, a.level, out);
        }
    }

    fn neighbours(a: &Unit, b: &Unit, out: &mut Vec<u64>) {
        put!(out, "level", a.level as u8);
        put!(out, "end", a.end);
        put!(out, "B first", b.firsts[0]);
        put!(out, "B first2", b.firsts[0], b.firsts[1]);
        put!(out, "B tag", b.tags[0]);
        put!(out, "A last", a.lasts[0]);
        put!(out, "A last2", a.lasts[1], a.lasts[0]);
        put!(out, "A tag", a.tags[1]);
        put!(out, "A first", a.firsts[0]);
        put!(out, "B end", b.end);
        put!(out, "A tag|B tag", a.tags[1], b.tags[0]);
        put!(out, "A length", a.length());
        put!(out, "B length", b.length());
        put!(out, "AB length", a.length(), b.length());
        put!(out, "B last", b.lasts[0]);
        put!(out, "A first|B first", a.firsts[0], b.firsts[0]);
        put!(out, "A tag0|B tag0", a.tags[0], b.tags[0]);
        put!(out, "end|B first", a.end, b.firsts[0]);
        put!(out, "end|end", a.end, b.end);
        put!(out, "character pair", a.edges[2], b.edges[0]);
        put!(out, "last character", a.edges[2]);
        put!(out, "verbs", a.verbal, b.verbal);
        put!(out, "shared", a.shared(b).min(3) as u8);
        put!(out, "enumerators", a.enumerator > 0, b.enumerator > 0);
        put!(out, "headings", a.heading, b.heading);
        put!(out, "openings", a.opening, b.opening);
    }

    fn classes_around(&self, k: usize, out: &mut Vec<u64>) {
        let [z2, z1, a, b, c, d] = [
            self.class_before(k, 2),
            self.class_before(k, 1),
            self.end_class(k),
            self.end_class(k + 1),
            self.end_class(k + 2),
            self.end_class(k + 3),
        ];
        let [s, t, u] = [self.start_class(k), self.start_class(k + 1), self.start_class(k + 2)];
        put!(out, "cls6", z2, z1, a, b, c, d);
        put!(out, "cls4", z1, a, b, c);
        put!(out, "cls3", z1, a, b);
        put!(out, "cls2", a, b);
        put!(out, "cls2 starts", a, b, s, t);
        put!(out, "starts3", s, t, u);
        put!(out, "cls start", a, t);
        put!(out, "cls3 starts", z1, a, b, s, t);
        put!(out, "cohesion", (self.cohesion_at(k) / 100).min(4));
    }

    pub(crate) fn cohesion_at(&self, k: usize) -> u32 {
        self.cohesion.get(k).copied().unwrap_or_default()
    }
}

/// A span of units about to be divided.
pub struct SpanView<'c, 'u> {
    context: &'c Context<'u>,
    i: usize,
    j: usize,
    highest: Level,
    /// Last units before a boundary of the highest level.
    tops: Vec<usize>,
    /// Cohesion at those, sorted.
    cohesions: Vec<u32>,
    /// Shape of the first enumerator that opens the span or follows one of those.
    enumerator: u64,
    /// The first of those that a heading follows, and how many do.
    headings: (Option<usize>, u8),
    /// The strongest mark inside, when there is no boundary above the clause.
    strongest: u8,
}

impl<'c, 'u> SpanView<'c, 'u> {
    /// The span of units `i..=j`, at least two.
    pub fn new(context: &'c Context<'u>, i: usize, j: usize) -> Self {
        let highest = context.highest(i, j);
        let level = |k: &usize| context.units.get(*k).is_some_and(|u| u.level >= highest);
        let tops: Vec<usize> = (i..j).filter(level).collect();
        let mut cohesions: Vec<u32> = tops.iter().map(|&k| context.cohesion_at(k)).collect();
        cohesions.sort_unstable();
        let shape = |k: usize| context.units.get(k).map(|u| u.enumerator).filter(|&e| e > 0);
        let enumerator = shape(i).or_else(|| tops.iter().find_map(|&k| shape(k + 1))).unwrap_or_default();
        let mut headed = tops.iter().copied().filter(|&k| context.units.get(k + 1).is_some_and(|u| u.heading));
        let first = headed.next();
        let headings = (first, u8::from(first.is_some()) + headed.next().map_or(0, |_| 1));
        let has = |class: u8| (i..j).any(|k| context.end_class(k) == class);
        let strongest = if highest > Level::Clause {
            b'-'
        } else {
            [b'S', b'L', b'C'].into_iter().find(|&c| has(c)).unwrap_or(b'x')
        };
        Self { context, i, j, highest, tops, cohesions, enumerator, headings, strongest }
    }

    /// Where it may divide by layout: after these units.
    pub fn tops(&self) -> &[usize] {
        &self.tops
    }

    /// Adds what tells of a division after unit `k`.
    pub fn division(&self, k: usize, out: &mut Vec<u64>) {
        let units = self.context.units;
        let (Some(first), Some(a), Some(b), Some(last)) =
            (units.get(self.i), units.get(k), units.get(k + 1), units.get(self.j))
        else {
            return;
        };
        self.sizes(k, [first, a, b, last], out);
        self.edges(k, [first, a, b, last], out);
        self.shapes(k, out);
        if self.highest == Level::Clause {
            self.marks(k, out);
        } else if a.level == self.highest {
            self.layout(k, [first, a, b], out);
        }
    }

    fn sizes(&self, k: usize, [first, a, b, last]: [&Unit; 4], out: &mut Vec<u64>) {
        let (c, i, j) = (self.context, self.i, self.j);
        let (left, right) = (k - i + 1, j - k);
        let l = a.level as u8 * 4 + self.highest as u8;
        let (sl, sr) = (c.between(1, i, k), c.between(1, k + 1, j));
        let (pl, pr) = (c.between(2, i, k), c.between(2, k + 1, j));
        let top = |p: u32, s: u32| if self.highest == Level::Paragraph { p == 0 } else { s == 0 };
        let chars = |from: &Unit, to: &Unit| length((to.span.end.saturating_sub(from.span.start) / 6) as u32);
        put!(out, "L", l);
        put!(out, "L left", l, bucket(left));
        put!(out, "L right", l, bucket(right));
        put!(out, "left right", bucket(left), bucket(right));
        put!(out, "L left right", l, left.min(3) as u8, right.min(3) as u8);
        put!(out, "sentences left", l, bucket(sl as usize));
        put!(out, "sentences right", l, bucket(sr as usize));
        put!(out, "paragraphs left", l, bucket(pl as usize));
        put!(out, "paragraphs right", l, bucket(pr as usize));
        put!(out, "is first", l, top(pl, sl));
        put!(out, "is last", l, top(pr, sr));
        put!(out, "chars left", l, chars(first, a));
        put!(out, "chars right", l, chars(b, last));
    }

    fn edges(&self, k: usize, [first, a, b, last]: [&Unit; 4], out: &mut Vec<u64>) {
        let (left, right) = (k - self.i + 1, self.j - k);
        let (few_left, few_right) = (left.min(2) as u8, right.min(2) as u8);
        let l = a.level as u8 * 4 + self.highest as u8;
        put!(out, "first first", l, first.firsts[0]);
        put!(out, "B first L", l, b.firsts[0]);
        put!(out, "firsts", first.firsts[0], b.firsts[0]);
        put!(out, "first tags", l, first.tags[0], b.tags[0]);
        put!(out, "same first", l, first.firsts[0] == b.firsts[0]);
        put!(out, "same first2", l, first.firsts == b.firsts, first.edges[0] == b.edges[0]);
        put!(out, "heading first", l, first.heading, left == 1);
        put!(out, "B enumerator L", l, b.enumerator, first.enumerator > 0);
        put!(out, "headings L", l, b.heading, first.heading);
        put!(out, "first enumerator", l, first.enumerator, left == 1);
        put!(out, "left end", few_left, a.end);
        put!(out, "right end", few_right, a.end);
        put!(out, "left last", few_left, a.lasts[0]);
        put!(out, "right first", few_right, b.firsts[0]);
        put!(out, "left first", few_left, first.firsts[0]);
        put!(out, "left character", few_left, a.edges[2], l);
        put!(out, "right character", few_right, a.edges[2], l);
        put!(out, "last end", last.end, a.end);
        put!(out, "right last", few_right, last.lasts[0]);
        put!(out, "shared first", l, first.shared(b).min(2) as u8);
        put!(out, "B opening", b.opening, right.min(3) as u8, left.min(3) as u8);
        put!(out, "first opening", first.opening, left.min(3) as u8);
        for &x in &first.cues {
            put!(out, "first cue", x, l, few_left);
        }
        for &y in &b.cues {
            put!(out, "B cue L", y, l, few_right);
        }
        for &x in first.cues.iter().take(2) {
            for &y in b.cues.iter().take(2) {
                put!(out, "first B cues", x, y);
            }
        }
        if a.speech.is_some() {
            put!(out, "speech", l, few_left, a.end);
        }
    }

    fn shapes(&self, k: usize, out: &mut Vec<u64>) {
        let (c, i, j) = (self.context, self.i, self.j);
        let n = j - i + 1;
        if n <= 7 {
            put!(out, "pattern", c.ends(i, k + 1), c.ends(k + 1, j + 1));
            let starts = |from: usize, to: usize| (from..to).fold(1, |sum, q| sum << 8 | u64::from(c.start_class(q)));
            let (left, right) = (starts(i, k + 1), starts(k + 1, j + 1));
            put!(out, "pattern starts", c.ends(i, k + 1), c.ends(k + 1, j + 1), left, right);
        }
        let [fi, fk, fb, fj] = [c.end_class(i), c.end_class(k), c.end_class(k + 1), c.end_class(j)];
        put!(out, "edge", fi, fk, fb, fj);
        put!(out, "edge starts", c.start_class(i), fk, c.start_class(k + 1), fj, n.min(3) as u8);
        put!(out, "left pattern", c.ends(i, (k + 1).min(i + 3)), (k - i).min(3) as u8);
        put!(out, "right pattern", c.ends(k + 1, (j + 1).min(k + 4)), (j - k - 1).min(3) as u8);
        put!(out, "left tail", c.ends(i.max(k.saturating_sub(2)), k + 1), (k - i).min(3) as u8);
    }

    /// Inside a sentence: how many marks of the same kind stand on each side.
    fn marks(&self, k: usize, out: &mut Vec<u64>) {
        let class = self.context.end_class(k);
        let same =
            |from: usize, to: usize| (from..to).filter(|&q| self.context.end_class(q) == class).take(3).count() as u8;
        let (left, right) = (same(self.i, k), same(k + 1, self.j));
        put!(out, "same marks", class, left, right);
        put!(out, "strongest", self.strongest, class, left.min(2), right.min(2));
    }

    /// At a boundary of the highest level: enumerators, headings, cohesion, sizes of the parts.
    fn layout(&self, k: usize, [first, a, b]: [&Unit; 3], out: &mut Vec<u64>) {
        let m = self.highest as u8;
        let units = self.context.units;
        let listed = |e: u64| {
            self.tops.iter().filter(|&&q| units.get(q + 1).is_some_and(|u| u.enumerator == e)).take(2).count() as u8
        };
        let times = if b.enumerator > 0 { listed(b.enumerator) } else { 0 };
        let (heading, headings) = self.headings;
        put!(out, "in list", m, b.enumerator > 0 && b.enumerator == self.enumerator, self.enumerator > 0);
        put!(out, "listed", m, b.enumerator, b.enumerator == first.enumerator, times);
        put!(out, "under", m, b.heading, first.heading, headings, heading == Some(k));
        if let Some(q) = heading {
            let like = units.get(q + 1).is_some_and(|u| u.enumerator == b.enumerator);
            put!(out, "like heading", b.heading, like, first.heading);
        }
        put!(out, "heading pair", a.heading, b.heading, k == self.i);
        let cohesion = self.context.cohesion_at(k);
        let rank = self.cohesions.partition_point(|&c| c < cohesion);
        put!(out, "cohesion rank", m, rank.min(3) as u8, bucket(self.tops.len()));
        put!(out, "cohesion least", m, rank == 0);
        let Ok(at) = self.tops.binary_search(&k) else { return };
        let next = self.tops.get(at + 1).copied().unwrap_or(self.j);
        let size_before = at.checked_sub(1).and_then(|p| self.tops.get(p)).map_or(k - self.i + 1, |&p| k - p);
        put!(out, "place", m, at.min(3) as u8, (self.tops.len() - 1 - at).min(3) as u8);
        put!(out, "sizes around", m, bucket(next - k), bucket(size_before));
        put!(out, "firsts M", m, first.firsts[0], b.firsts[0]);
        put!(out, "shared M", m, first.shared(b).min(2) as u8);
    }
}
