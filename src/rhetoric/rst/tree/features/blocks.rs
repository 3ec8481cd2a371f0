//! At the end of a sentence or paragraph: the sentences or paragraphs on both sides as wholes.
//!
//! In: the units, a boundary between sentences (of one paragraph) or between paragraphs. Out:
//! fingerprints of the two blocks that meet there and of the one before and the one after: sizes,
//! first words, closing marks, shared words.

use super::Context;
use crate::rhetoric::rst::edu::features::bucket;
use crate::rhetoric::rst::edu::unit::{Level, Unit, length};
use crate::rhetoric::rst::model::hash::put;

/// Units and words a block is taken to be about: a bound on the work.
const MOST: (usize, usize) = (24, 32);

/// First and last unit of a sentence or paragraph.
pub(super) type Block = (usize, usize);

/// For each unit its sentence and its paragraph.
pub(super) fn around(units: &[Unit]) -> Vec<[Block; 2]> {
    let mut out = vec![[(0, 0); 2]; units.len()];
    for (at, level) in [Level::Sentence, Level::Paragraph].into_iter().enumerate() {
        let mut from = 0;
        for (to, unit) in units.iter().enumerate() {
            if unit.level >= level || to + 1 == units.len() {
                for slot in out.iter_mut().take(to + 1).skip(from).filter_map(|a| a.get_mut(at)) {
                    *slot = (from, to);
                }
                from = to + 1;
            }
        }
    }
    out
}

/// What a block shows of itself.
struct View<'u> {
    first: Option<&'u Unit>,
    last: Option<&'u Unit>,
    size: u8,
    chars: u8,
    /// Whether somebody says something in it; 9 where there is no block.
    said: u8,
    /// Its content words, sorted.
    content: Vec<u64>,
}

impl View<'_> {
    fn end(&self) -> char {
        self.last.map_or('_', |u| u.end)
    }

    fn word(&self) -> u64 {
        self.first.map_or(0, |u| u.firsts[0])
    }

    fn tag(&self) -> u64 {
        self.first.map_or(0, |u| u.tags[0])
    }

    fn heading(&self) -> bool {
        self.first.is_some_and(|u| u.heading)
    }

    fn opening(&self) -> u8 {
        self.first.map_or(9, |u| u.opening)
    }

    fn shared(&self, other: &Self) -> u8 {
        self.content.iter().filter(|w| other.content.binary_search(w).is_ok()).take(9).count() as u8
    }
}

impl<'u> Context<'u> {
    fn block(&self, unit: Option<usize>, level: Level) -> Option<Block> {
        let [sentence, paragraph] = *self.around.get(unit?)?;
        Some(if level == Level::Sentence { sentence } else { paragraph })
    }

    fn view(&self, block: Option<Block>) -> View<'u> {
        let units = block.and_then(|(from, to)| self.units.get(from..=to)).unwrap_or(&[]);
        let (first, last) = (units.first(), units.last());
        let chars = first.zip(last).map(|(a, b)| b.span.end.saturating_sub(a.span.start) / 8);
        let mut content: Vec<u64> =
            units.iter().take(MOST.0).flat_map(|u| u.content.iter().take(MOST.1).copied()).collect();
        content.sort_unstable();
        content.dedup();
        View {
            first,
            last,
            size: first.map_or(15, |_| bucket(units.len())),
            chars: chars.map_or(15, |c| length(c as u32)),
            said: first.map_or(9, |_| u8::from(units.iter().any(|u| u.speech.is_some()))),
            content,
        }
    }

    /// Adds what tells of the boundary after unit `k`, which is of this level.
    pub(super) fn blocks(&self, k: usize, level: Level, out: &mut Vec<u64>) {
        let (Some(left), Some(right)) = (self.block(Some(k), level), self.block(Some(k + 1), level)) else { return };
        // The neighbours of sentences are those of the same paragraph.
        let paragraph = |unit: usize| self.block(Some(unit), Level::Paragraph);
        let near = |b: &Block, to: usize| level == Level::Paragraph || paragraph(b.0) == paragraph(to);
        let before = self.block(left.0.checked_sub(1), level).filter(|b| near(b, k));
        let after = self.block(Some(right.1 + 1), level).filter(|b| near(b, k));
        let [z, a, b, c] = [before, Some(left), Some(right), after].map(|block| self.view(block));
        let l = level as u8;
        put!(out, "k sizes", l, a.size, b.size);
        put!(out, "k sizes4", l, z.size.min(5), a.size.min(5), b.size.min(5), c.size.min(5));
        put!(out, "k chars", l, a.chars, b.chars);
        put!(out, "k chars3", l, a.chars, b.chars, c.chars);
        put!(out, "k ends", l, a.end(), b.end());
        put!(out, "k ends4", l, z.end(), a.end(), b.end(), c.end());
        put!(out, "k firsts", l, a.word(), b.word());
        put!(out, "k first", l, a.word());
        put!(out, "k first c", l, b.word(), c.word());
        put!(out, "k tags", l, a.tag(), b.tag(), c.tag());
        put!(out, "k same", l, z.word() == a.word(), a.word() == b.word(), b.word() == c.word());
        put!(out, "k headings", l, z.heading(), a.heading(), b.heading(), c.heading());
        put!(out, "k heading size", l, a.heading(), b.heading(), b.size, c.heading());
        put!(out, "k said", l, z.said, a.said, b.said, c.said);
        put!(out, "k quoted", l, a.opening(), b.opening(), c.opening());
        let (back, here, forth) = (z.shared(&a), a.shared(&b), b.shared(&c));
        put!(out, "k shared", l, here.min(5));
        put!(out, "k shared3", l, back.min(3), here.min(3), forth.min(3));
        put!(out, "k closer", l, here > back, here < back, here > forth, here < forth);
        put!(out, "k over", l, z.shared(&b).min(2), here.min(2), a.shared(&c).min(2));
    }
}
