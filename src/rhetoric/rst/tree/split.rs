//! After which units a span may divide, when the splitter learns.
//!
//! In: a span of units. Out: positions.

use super::features::{Context, SpanView};
use crate::rhetoric::rst::edu::unit::Level;

/// Spans longer than this are learned to divide at their highest boundary.
pub const LONG: usize = 30;

/// After which units a span may divide.
pub fn candidates(context: &Context, view: &SpanView, i: usize, j: usize) -> Vec<usize> {
    if j - i >= LONG && context.highest(i, j) > Level::Clause { view.tops().to_vec() } else { (i..j).collect() }
}
