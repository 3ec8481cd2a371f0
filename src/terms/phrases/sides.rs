//! What stands on either side of an expression, and whether that shows it to be whole.
//!
//! In: the places of an n-gram. Out: its neighbours; how often it is seen to begin and to end; whether it is cut off
//! somewhere: `工业` in `构建工业数据平台、构建工业互联网`, `住房和城乡` in `住房和城乡建设`.

use super::sequence::{AND_SO_ON, BREAK, ONWARD, REDACTED, Role, Sequence};

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

    /// The symbol before it and the one behind it, breaks included.
    fn around(&self, place: u32) -> (u32, u32) {
        let before = (place as usize).checked_sub(1).map_or(BREAK, |at| self.sequence.at(at));
        (before, self.sequence.at(place as usize + self.length))
    }

    /// At how many places it is seen to begin, and to end: beside a mark, a line's end, a grammatical word or a verb that
    /// takes any object. A row does not begin or end beside `、` and `和`, nor end before `等`.
    pub(super) fn bounded(&self) -> (usize, usize) {
        let bounds = |symbol: u32| {
            let parts_row = self.is_row && (self.sequence.is_coordinator(symbol) || symbol == AND_SO_ON);
            symbol != REDACTED && !self.sequence.role(symbol).closes() && !parts_row
        };
        let all = || self.places.iter().map(|&p| self.around(p));
        // A noun goes on with what is behind it, however little it says: `过程` in `生产过程控制`.
        let begins = all().filter(|&(before, _)| bounds(before) && !self.sequence.is_nominal(before)).count();
        (begins, all().filter(|&(_, behind)| bounds(behind)).count())
    }

    /// Whether what stands beside it does not show it to be a piece of something longer.
    ///
    /// At one place in six at least there is no noun and no closing quotation mark before it. At one in three it is seen to
    /// end: there is no noun and no opening quotation mark behind it; behind a verb at its end also nothing else that could be
    /// the verb's object; and where it begins with a verb, nothing that could go on with the object.
    pub(super) fn is_whole(&self) -> bool {
        let sequence = self.sequence;
        let symbol = |at: usize| self.places.first().map_or(BREAK, |&p| sequence.at(p as usize + at));
        let (first, last) = (symbol(0), symbol(self.length.saturating_sub(1)));
        let (opens_with_verb, ends_with_verb) = (sequence.is_verb(first), sequence.is_verb(last));
        let is_predicate = opens_with_verb || ends_with_verb && !sequence.is_nominal(first);
        let goes_back = |s: u32| sequence.compounds(s) || sequence.role(s) == Role::Close;
        let goes_on = |s: u32| {
            let role = sequence.role(s);
            let joins = sequence.is_of(s) || sequence.is_coordinator(s);
            // `坚定维护` + `以……为核心的`
            let has_object = role.closes() || is_predicate && (s == ONWARD || role.is_word() && !joins);
            // `推动技术` + `和产品`, + `实现突破`
            let has_more = s == ONWARD || sequence.continues(s);
            role == Role::Open || sequence.compounds(s) || ends_with_verb && has_object || opens_with_verb && has_more
        };
        let all = self.places.len();
        let around = || self.places.iter().map(|&p| self.around(p));
        let opens = around().filter(|&(before, _)| !goes_back(before)).count();
        let closes = around().filter(|&(_, behind)| !goes_on(behind)).count();
        opens >= all.div_ceil(6) && closes >= all.div_ceil(3)
    }
}
