//! Points for and against moves.
//!
//! In: weights, each with its basis and cue. Out: the move with most points, and what gave it most of them.

use super::{Basis, MOVES, Move};
use crate::span::Span;
use std::num::NonZeroU8;

/// Points of one move. Small: a paragraph of a million sentences may ask for many.
#[derive(Clone, Copy, Debug, Default)]
struct Points {
    sum: u16,
    /// Weight and basis of what speaks loudest for it.
    top: Option<(u8, Basis)>,
    /// Its words.
    cue: Option<(u32, NonZeroU8)>,
}

/// Points of all moves for one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Score([Points; MOVES.len()]);

impl Score {
    pub(super) fn add(&mut self, kind: Move, weight: u8, basis: Basis, cue: Option<Span>) {
        let Some(points) = self.0.get_mut(kind as usize) else { return };
        points.sum = points.sum.saturating_add(weight.into());
        if points.top.is_none_or(|(most, _)| weight > most) {
            points.top = Some((weight, basis));
            points.cue = cue.and_then(|c| Some((c.start as u32, NonZeroU8::new(c.len() as u8)?)));
        }
    }

    /// The same with its cues in a paragraph that stood at `from` and stands at `to` now.
    pub(super) fn moved(mut self, from: usize, to: usize) -> Self {
        for (start, _) in self.0.iter_mut().filter_map(|points| points.cue.as_mut()) {
            *start = (*start as usize + to).saturating_sub(from) as u32;
        }
        self
    }

    /// The points of a move may not exceed `most`.
    pub(super) fn cap(&mut self, kind: Move, most: u16) {
        if let Some(points) = self.0.get_mut(kind as usize) {
            points.sum = points.sum.min(most);
        }
    }

    /// What speaks for one move speaks for another instead.
    pub(super) fn shift(&mut self, from: Move, to: Move) {
        let Some(points) = self.0.get_mut(from as usize).map(core::mem::take) else { return };
        let Some(target) = self.0.get_mut(to as usize) else { return };
        target.sum = target.sum.saturating_add(points.sum);
        if points.top.map(|t| t.0) > target.top.map(|t| t.0) {
            (target.top, target.cue) = (points.top, points.cue);
        }
    }

    /// Points of a move.
    pub(super) fn of(&self, kind: Move) -> u16 {
        self.0.get(kind as usize).map_or(0, |p| p.sum)
    }

    /// The move with most points; of equals `plain`, then the one that comes earlier in a speech.
    pub(super) fn best(&self, plain: Move) -> (Move, Basis, Option<Span>) {
        let mut best = (self.of(plain), plain, Basis::Genre, None);
        if let Some((points, (_, basis))) = self.0.get(plain as usize).and_then(|p| Some((p, p.top?))) {
            best = (points.sum, plain, basis, points.cue);
        }
        for (&kind, points) in MOVES.iter().zip(&self.0) {
            if let Some((_, basis)) = points.top.filter(|_| points.sum > best.0) {
                best = (points.sum, kind, basis, points.cue);
            }
        }
        let span = |(start, len): (u32, NonZeroU8)| Span::new(start as usize, start as usize + usize::from(len.get()));
        (best.1, best.2, best.3.map(span))
    }
}
