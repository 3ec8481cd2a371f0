//! Signatures 落款 at the end of a paper: the bodies or the person who sign and the day below them.
//!
//! In: a line in the body. Out: where the signature that begins there ends.

use super::issuer;
use super::line::Line;
use super::reader::{Reader, is_day};
use crate::lexicon::layout_words::ends_as_body;

/// The most lines of one signature.
const MOST: usize = 16;

impl Reader<'_> {
    /// The end of a signature that begins at `at`: names of bodies or of a person, and the day; a day or a
    /// name alone only where nothing but such lines follow.
    pub(super) fn signature(&self, at: usize) -> Option<usize> {
        let line = self.lines.get(at)?;
        if issuer::is_dated_body(line) {
            return Some(at + 1);
        }
        if is_day(line) {
            return (at >= self.body_end).then_some(at + 1);
        }
        let last = at + MOST;
        let day = self.days.partition_point(|&day| day < at);
        let mut end = if self.days.get(day).is_some_and(|&day| day < last) { at } else { last };
        while let Some(line) = self.lines.get(end).filter(|_| end < last && self.fixed(end).is_none()) {
            if is_day(line) && end > at {
                let more = self.lines.get(end + 1).filter(|next| is_day(next)).map_or(0, |_| 1);
                return self.is_signed(at, end).then_some(end + 1 + more);
            }
            if !self.may_sign(line) {
                break;
            }
            end += 1;
        }
        (at >= self.body_end && issuer::is_body(line)).then_some(at + 1)
    }

    fn may_sign(&self, line: &Line) -> bool {
        issuer::is_piece(line) || issuer::is_body(line) || issuer::is_seal(line) || issuer::is_person(self.text, line)
    }

    /// Whether the lines above a day name those who sign; a name may be broken over lines.
    fn is_signed(&self, from: usize, to: usize) -> bool {
        // of a form: （盖章）
        if to == from + 1 && self.lines.get(from).is_some_and(issuer::is_seal) {
            return true;
        }
        let sealed = to.checked_sub(1).filter(|&i| i > from && self.lines.get(i).is_some_and(issuer::is_seal));
        let to = sealed.unwrap_or(to);
        let last = to.checked_sub(1).and_then(|i| self.lines.get(i));
        last.is_some_and(|last| issuer::is_body(last) || issuer::is_person(self.text, last))
            || ends_as_body(&self.joined(from, to))
    }
}
