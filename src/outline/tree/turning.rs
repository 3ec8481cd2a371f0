//! What a turn of the text ends: the speaker looks back, or turns to the audience.
//!
//! In: the open nodes, a turn. Out: the nodes that end there.

use super::Builder;
use super::Open;
use crate::outline::Scheme;
use crate::outline::point::Point;
use crate::outline::turn::{Reach, Turn};

/// Bytes of marks and blanks between a heading and the paragraph below it.
const LONGEST_GAP: usize = 100;

impl Builder<'_> {
    /// Whether nothing stands between the heading of an open node and `at`.
    pub(super) fn is_bare_until(&self, open: Open, at: usize) -> bool {
        let between = self.point(open).and_then(|p| self.text.get(p.heading.end..at));
        between.is_some_and(|t| t.len() < LONGEST_GAP && t.chars().all(|c| !c.is_alphanumeric()))
    }

    /// Ends what a turn before point `next` ends.
    pub(super) fn turn(&mut self, turn: &Turn, next: usize) {
        let keep = match turn.reach {
            Reach::Document => 0,
            Reach::Points => {
                let outlasts = |o: &Open| self.point(*o).is_some_and(Point::outlasts_turn);
                self.stack.iter().rposition(outlasts).map_or(0, |i| i + 1)
            }
            // The first paragraph below a heading takes up nothing.
            Reach::Part if self.stack.last().is_some_and(|o| self.is_bare_until(*o, turn.at)) => self.stack.len(),
            Reach::Part => {
                let outer = self.stack.first().and_then(|o| self.point(*o)).map(|p| p.key.0);
                let part = usize::from(matches!(outer, Some(Scheme::Chapter | Scheme::Han | Scheme::Bare)));
                self.stack.iter().rposition(|o| self.goes_on_from(next, *o)).map_or(part, |i| part.max(i + 1))
            }
        };
        self.pop_to(keep, turn.at);
    }
}
