//! Notes at the end of a text: `注释` ⏎ `［1］三级联动：` ⏎ `市、县、乡同时行动。` ⏎ `［2］…`.
//!
//! In: the lines of a text. Out: which of them are notes. They are no part of the text; their numbers are those that
//! the text refers to (`开展三级联动［1］`).

use super::line::{Line, holds};
use std::cell::LazyCell;

/// Lines that one note takes at the most.
const LONGEST: usize = 4;

/// Tells of each line whether it belongs to notes.
pub(super) fn mark(text: &str, lines: &[Line]) -> Vec<bool> {
    let mut marks = vec![false; lines.len()];
    // Hardly any text has what may be notes.
    let refers = LazyCell::new(|| lines.iter().position(|line| refers(text, line)).unwrap_or(lines.len()));
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let end = if number(line) == Some(1) { end(lines, at) } else { at };
        let headed = at.checked_sub(1).filter(|&above| lines.get(above).is_some_and(heads));
        if end > at + 1 && (headed.is_some() || *refers < at) {
            marks.get_mut(headed.unwrap_or(at)..end).unwrap_or(&mut []).fill(true);
        }
        at = end.max(at + 1);
    }
    marks
}

/// One past the last line of the notes that begin at `first`: the last takes as many lines as the longest before it.
fn end(lines: &[Line], first: usize) -> usize {
    let (mut last, mut count, mut longest) = (first, 1, 0);
    for (at, line) in lines.iter().enumerate().skip(first + 1) {
        if number(line) == Some(count + 1) {
            longest = longest.max(at - last);
            (last, count) = (at, count + 1);
        } else if at - last >= LONGEST {
            break;
        }
    }
    // a single note, and what explains it where its line only names it
    let named = lines.get(last).is_some_and(|line| line.last == ':');
    lines.len().min(last + if count == 1 { 1 + usize::from(named) } else { longest })
}

/// The number in square brackets with which a line opens.
fn number(line: &Line) -> Option<u32> {
    let (number, rest) = line.folded.strip_prefix(['[', '〔'])?.split_once([']', '〕'])?;
    let digits = number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
    number.parse().ok().filter(|_| digits && !rest.is_empty())
}

/// Whether a line is the heading of notes.
fn heads(line: &Line) -> bool {
    ["注释", "注解", "尾注", "附注", "脚注", "注"].contains(&line.folded.trim_end_matches(':'))
}

/// Whether a line refers to the first note.
fn refers(text: &str, line: &Line) -> bool {
    let words = line.span.of(text);
    ["[1]", "［1］", "〔1〕"].iter().any(|mark| holds(words, mark) && !words.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::read;

    /// The lines that are notes, counted from 1.
    fn notes(text: &str) -> Vec<usize> {
        let marks = mark(text, &read(text, None));
        (1..).zip(marks).filter_map(|(at, is)| is.then_some(at)).collect()
    }

    #[test]
    fn cases() {
        for (text, expected) in [
            // named, then explained
            (
                "开展三级联动［1］，抓好两件大事［2］。\n注释\n［1］三级联动：\n市、县、乡同时行动。\n［2］两件大事：\n修路和引水。\n",
                vec![2, 3, 4, 5, 6],
            ),
            // on one line each, under no heading; the next paper follows
            (
                "开展三级联动[1]，抓好两件大事[2]。\n[1]三级联动：市、县、乡。\n[2]两件大事：修路、引水。\n工作总结\n",
                vec![2, 3],
            ),
            ("开展三级联动〔1〕。\n注：\n〔1〕三级联动：\n市、县、乡同时行动。\n", vec![2, 3, 4]),
            // a numbered list to which nothing refers, a heading with other things below it
            ("主要做法：\n[1]建机制。\n[2]抓落实。\n", vec![]),
            ("注释\n本表数字为快报数。\n[2]抓落实。\n", vec![]),
            ("开展三级联动[1]。\n[1]\n[2]\n", vec![]),
        ] {
            assert_eq!(notes(text), expected, "{text}");
        }
    }
}
