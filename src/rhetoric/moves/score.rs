//! Points for and against moves.
//!
//! In: weights, each with its basis and cue. Out: the move with most points, and what gave it most of them.

use super::{Basis, MOVES, Move};
use crate::span::Span;

/// Points of one move.
#[derive(Clone, Copy, Debug, Default)]
struct Points {
    sum: u32,
    /// The weightiest that speaks for it.
    top: Option<(u32, Basis, Option<Span>)>,
}

/// Points of all moves for one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Score([Points; MOVES.len()]);

impl Score {
    pub(super) fn add(&mut self, kind: Move, weight: u32, basis: Basis, cue: Option<Span>) {
        let Some(points) = self.0.get_mut(kind as usize) else { return };
        points.sum += weight;
        if points.top.is_none_or(|(most, _, _)| weight > most) {
            points.top = Some((weight, basis, cue));
        }
    }

    /// The points of a move may not exceed `most`.
    pub(super) fn cap(&mut self, kind: Move, most: u32) {
        if let Some(points) = self.0.get_mut(kind as usize) {
            points.sum = points.sum.min(most);
        }
    }

    /// What speaks for one move speaks for another instead.
    pub(super) fn shift(&mut self, from: Move, to: Move) {
        let Some(points) = self.0.get_mut(from as usize).map(core::mem::take) else { return };
        let Some(target) = self.0.get_mut(to as usize) else { return };
        target.sum += points.sum;
        if points.top.map(|t| t.0) > target.top.map(|t| t.0) {
            target.top = points.top;
        }
    }

    /// Points of a move.
    pub(super) fn of(&self, kind: Move) -> u32 {
        self.0.get(kind as usize).map_or(0, |p| p.sum)
    }

    /// The move with most points; of equals the one that comes earlier in a speech. Without any, it argues.
    pub(super) fn best(&self) -> (Move, Basis, Option<Span>) {
        let mut best = (0, Move::ArgueWhy, Basis::Genre, None);
        for (&kind, points) in MOVES.iter().zip(&self.0) {
            if let Some((_, basis, cue)) = points.top.filter(|_| points.sum > best.0) {
                best = (points.sum, kind, basis, cue);
            }
        }
        (best.1, best.2, best.3)
    }
}
