//! What stands above what by custom, whatever the text does with it.
//!
//! In: two points, or the kind of a list. Out: whether one may hold the other; the rank of the kind.

use crate::outline::Scheme;
use crate::outline::marker::{Key, arabic};
use crate::outline::point::{Point, Standing};

/// A list inside a paragraph may stand in an item of the same scheme that opens one.
pub(super) fn nests(outer: &Point, inner: &Point) -> bool {
    outer.standing != Standing::Inside && inner.standing == Standing::Inside
}

/// Whether nothing but its place tells which point of its list it is.
pub(super) fn unnumbered(p: &Point) -> bool {
    matches!(p.key.0, Scheme::Parallel | Scheme::Bare | Scheme::Dash)
}

/// Groups of heads that open paragraphs follow each other; they do not nest.
pub(super) fn both_unnumbered_openings(p: &Point, q: &Point) -> bool {
    unnumbered(p) && unnumbered(q) && p.standing == q.standing && p.standing != Standing::Inside
}

/// The customary order of schemes; the lower number stands above.
pub(super) fn rank(key: Key) -> u32 {
    match key.0 {
        Scheme::Chapter => key.1,
        Scheme::Han if key.1 == arabic::BARE => 11,
        Scheme::Han => 10,
        Scheme::HanParen => 11,
        Scheme::Arabic => 12 + if key.1 == arabic::BARE { 0 } else { key.1 },
        Scheme::ArabicParen => 17 + key.1,
        Scheme::Circled => 19,
        Scheme::Di => 20,
        Scheme::Shi | Scheme::Yao => 21,
        Scheme::OrdinalWord | Scheme::Dash | Scheme::Parallel | Scheme::Bare => 22,
    }
}
