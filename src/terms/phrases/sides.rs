//! What stands on either side of an expression, and whether that shows it to be whole.
//!
//! In: the places of an n-gram. Out: its neighbours; how often it is seen to begin and to end; whether it is cut off
//! somewhere: `工业` in `构建工业数据平台、构建工业互联网`, `住房和城乡` in `住房和城乡建设`.

use super::sequence::{BREAK, REDACTED, Role, Sequence};

/// The neighbours of an n-gram at some places.
#[derive(Debug)]
pub(super) struct Sides<'s> {
    places: &'s [u32],
    length: usize,
    sequence: &'s Sequence,
    /// Whether it is a row of words parted by `、`.
    is_row: bool,
}

impl<'s> Sides<'s> {
    /// Of an n-gram of this length.
    pub(super) fn of(places: &'s [u32], length: usize, sequence: &'s Sequence) -> Self {
        let first = places.first().copied().unwrap_or(0) as usize;
        let mut symbols = sequence.symbols.iter().skip(first).take(length);
        let is_row = symbols.any(|&s| sequence.is_enumeration_mark(s));
        Self { places, length, sequence, is_row }
    }

    /// The word before it; none where a mark or a line's end is.
    pub(super) fn before(&self, place: u32) -> Option<u32> {
        (place as usize).checked_sub(1).and_then(|at| self.neighbour(at))
    }

    /// The word behind it.
    pub(super) fn behind(&self, place: u32) -> Option<u32> {
        self.neighbour(place as usize + self.length)
    }

    fn neighbour(&self, at: usize) -> Option<u32> {
        Some(self.sequence.at(at)).filter(|&s| s == REDACTED || self.sequence.role(s).is_word())
    }

    /// At how many places it is seen to begin, and to end: beside a mark, a line's end, a grammatical word or a verb that
    /// takes any object. A row does not begin or end beside `、`.
    pub(super) fn bounded(&self) -> (usize, usize) {
        let is_bound = |neighbour: Option<u32>| {
            neighbour.is_none_or(|s| {
                let parts_row = self.is_row && self.sequence.is_enumeration_mark(s);
                s != REDACTED && !self.sequence.role(s).closes() && !parts_row
            })
        };
        let count = |side: &dyn Fn(u32) -> Option<u32>| self.places.iter().filter(|&&p| is_bound(side(p))).count();
        (count(&|p| self.before(p)), count(&|p| self.behind(p)))
    }

    /// Whether what stands beside it does not show it to be a piece of something longer: at one place in six at least no noun and no
    /// closing quotation mark before its first noun, and no noun and no opening one behind it. Of a verb with its object more is asked, at
    /// every second place and no `的` either, for there the object may be cut.
    pub(super) fn is_whole(&self) -> bool {
        let symbol = |at: usize| self.places.first().map_or(0, |&p| self.sequence.at(p as usize + at));
        let raw = |at: Option<usize>| at.map_or(BREAK, |at| self.sequence.at(at));
        let is_verb = self.sequence.is_verb(symbol(0));
        let goes_back = |&&p: &&u32| {
            let before = raw((p as usize).checked_sub(1));
            self.sequence.compounds(before) || self.sequence.role(before) == Role::Close
        };
        let goes_on = |&&p: &&u32| {
            let behind = raw(Some(p as usize + self.length));
            let object = is_verb && self.sequence.is_of(behind);
            object || self.sequence.compounds(behind) || self.sequence.role(behind) == Role::Open
        };
        let all = self.places.len();
        let opens = all - self.places.iter().filter(goes_back).count();
        let closes = all - self.places.iter().filter(goes_on).count();
        let sixth = all.div_ceil(6);
        let least = if is_verb { all.div_ceil(2) } else { sixth };
        (opens >= sixth || !self.sequence.compounds(symbol(0))) && closes >= least
    }
}
