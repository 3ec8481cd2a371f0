//! Looking ahead: whether a list goes on.
//!
//! In: the points of a document, a member of a list, the open points above it. Out: whether a further member follows
//! before anything above goes on.

use super::point::Point;

/// Points looked through for the next member of a list.
const AHEAD: usize = 60;

/// The same behind another list of its kind.
const BEHIND: usize = 200;

/// Whether `q` is the next member of the list of `p`.
fn continues(p: &Point, q: &Point) -> bool {
    p.key == q.key && (p.ordinal.is_none() && q.ordinal.is_none() || q.ordinal == p.ordinal.map(|n| n + 1))
}

/// Whether the list of `p` has a further member from point `from` on.
pub(crate) fn goes_on(points: &[Point], from: usize, p: &Point, above: &[&Point]) -> bool {
    for q in points.iter().skip(from).take(AHEAD) {
        if continues(p, q) {
            return true;
        }
        if q.key == p.key || above.iter().any(|a| continues(a, q)) {
            return false;
        }
    }
    false
}

/// Whether the list of `p` goes on behind the list of the same kind that begins with point `first`, as 三、 does behind
/// `一、 二、 三、 四、` inside 二、. Each number goes on with the list begun last that it can go on with: where lists only
/// begin anew, one part of the text after another, none is left for that of `p`.
pub(crate) fn goes_on_behind(points: &[Point], first: usize, p: &Point, above: &[&Point]) -> bool {
    let (Some(outer), Some(Some(1))) = (p.ordinal, points.get(first).map(|q| q.ordinal)) else { return false };
    let mut begun = vec![1];
    for q in points.iter().skip(first + 1).take(BEHIND) {
        if q.key != p.key {
            if above.iter().any(|a| continues(a, q)) {
                return false;
            }
            continue;
        }
        let Some(n) = q.ordinal else { continue };
        if n == 1 {
            begun.push(1);
            continue;
        }
        while begun.pop_if(|last| *last + 1 != n).is_some() {}
        match begun.last_mut() {
            Some(last) => *last = n,
            None => return n == outer + 1,
        }
    }
    false
}
