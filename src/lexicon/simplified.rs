//! Traditional characters read as simplified ones.
//!
//! In: text, or a character alone. Out: the same simplified, of the same length byte for byte, so that spans stay true.
//! The table is that of the crate fast2s (22 kB, one character for one; words that differ by region are left as they are).

use super::leading;
use crate::edit::Edit;
use std::borrow::Cow;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

/// The ideographs that have a simplified form of their own at all.
const FIRST: usize = 0x4E00;
const LAST: usize = 0x9FFF;

/// The simplified form of each of them that has another, in order, whatever stands around it; 0 until it is asked for, since all
/// of them take longer than a first text.
static ALONE: [AtomicU32; LAST - FIRST + 1] = [const { AtomicU32::new(0) }; LAST - FIRST + 1];

/// A bit for each of them that is known to have no other: few bytes, which stay near the processor.
static SAME: [AtomicU64; (LAST - FIRST) / 64 + 1] = [const { AtomicU64::new(0) }; (LAST - FIRST) / 64 + 1];

/// The simplified form of a character.
#[inline]
pub fn simplified(c: char) -> char {
    let Some(at) = (c as usize).checked_sub(FIRST) else { return c };
    let Some(same) = SAME.get(at / 64) else { return c };
    // most characters are of these
    if same.load(Ordering::Relaxed) >> (at % 64) & 1 == 1 { c } else { other(c, at, same) }
}

/// The form of a character that has another, or is asked for the first time.
fn other(c: char, at: usize, same: &AtomicU64) -> char {
    let Some(place) = ALONE.get(at) else { return c };
    let known = place.load(Ordering::Relaxed);
    if known > 0 {
        return char::from_u32(known).unwrap_or(c);
    }
    let found = fast2s::convert(&String::from_iter([' ', c, ' '])).chars().nth(1).unwrap_or(c);
    if found == c {
        same.fetch_or(1 << (at % 64), Ordering::Relaxed);
    } else {
        place.store(found.into(), Ordering::Relaxed);
    }
    found
}

/// The text with each character in its simplified form, as [`simplified`] gives it.
pub fn in_simplified(text: &str) -> Cow<'_, str> {
    let mut changed = String::new();
    // Where the stretch begins that is taken as it stands, and where to go on.
    let (mut from, mut at) = (0, 0);
    while let Some(rest) = text.get(at..) {
        // most characters stay what they are
        at += 3 * leading(rest, |c| simplified(c) != c);
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let (other, end) = (simplified(c), at + c.len_utf8());
        if other != c && other.len_utf8() == c.len_utf8() {
            changed.reserve(text.len() - from);
            changed.push_str(text.get(from..at).unwrap_or(""));
            changed.push(other);
            from = end;
        }
        at = end;
    }
    completed(text, changed, from)
}

/// The last text in its simplified form, once one was another than the text.
pub(crate) type Memory = Option<String>;

/// The same for a text that is being edited: only what is new is read.
pub(crate) fn in_simplified_again<'t>(text: &'t str, edit: &Edit, known: &mut Memory) -> Cow<'t, str> {
    let before = known.take();
    let pieces = edit.stretches(text.len()).map(|(now, was)| match (was, &before) {
        (Some(was), Some(before)) => was.of(before).into(),
        (Some(_), None) => now.of(text).into(),
        (None, _) => in_simplified(now.of(text)),
    });
    let pieces: Vec<Cow<'_, str>> = pieces.collect();
    if before.is_none() && pieces.iter().all(|piece| matches!(piece, Cow::Borrowed(_))) {
        return text.into();
    }
    known.insert(pieces.concat()).clone().into()
}

/// A text of which `changed` stands for what is before `from`.
fn completed(text: &str, mut changed: String, from: usize) -> Cow<'_, str> {
    if from == 0 {
        return text.into();
    }
    changed.push_str(text.get(from..).unwrap_or(""));
    changed.into()
}

/// Simplifies words in their context; a text whose length would change stays as it is.
pub fn to_simplified(text: Cow<'_, str>) -> Cow<'_, str> {
    let simplified = fast2s::convert(&text);
    if simplified.len() == text.len() && simplified != *text { Cow::Owned(simplified) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_folded_and_lengths_kept() {
        for (text, folded) in [
            ("優化營商環境，推進高質量發展", "优化营商环境，推进高质量发展"),
            ("优化营商环境", "优化营商环境"),
            ("GDP 𠮷 Ω", "GDP 𠮷 Ω"),
            ("", ""),
        ] {
            assert_eq!(to_simplified(text.into()), folded);
        }
        let alone: String = "各位同誌們：關於報告𠮷".chars().map(simplified).collect();
        assert_eq!(alone, "各位同志们：关于报告𠮷");
        let (mut memory, mut before) = (Memory::default(), "");
        for text in ["兩個維護 𠮷", "关于兩个维护", "，個，維", "兩", "", "两个\n維護\n\n关于", "两个\n維護\n\n關于\n"]
        {
            let expected: String = text.chars().map(simplified).collect();
            assert_eq!(in_simplified(text), expected);
            assert_eq!(in_simplified_again(text, &Edit::between(before, text), &mut memory), expected);
            before = text;
        }
        assert!(matches!(in_simplified("两个维护"), Cow::Borrowed(_)), "not copied where nothing changes");
    }
}
