//! Notes at the end of a text: `注释` ⏎ `［1］三级联动：` ⏎ `市、县、乡同时行动。` ⏎ `［2］…`; under a heading that ends the
//! file also `（1）`, `①`, `1.`.
//!
//! In: the lines of a text. Out: which of them are notes. They are no part of the text; their numbers are those that
//! the text refers to (`开展三级联动［1］`).

use super::line::{Line, holds};
use std::cell::LazyCell;

/// Lines that one note takes at the most.
const LONGEST: usize = 4;
/// Lines that may stand below the last note of a file: where it was published, a site's.
const BELOW: usize = 3;

/// Tells of each line whether it belongs to notes.
pub(super) fn mark(text: &str, lines: &[Line]) -> Vec<bool> {
    let mut marks = vec![false; lines.len()];
    // Hardly any text has what may be notes.
    let refers = LazyCell::new(|| lines.iter().position(|line| refers(text, line)).unwrap_or(lines.len()));
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let headed = at.checked_sub(1).filter(|&above| lines.get(above).is_some_and(heads));
        // Points of the text are numbered as well, though not in square brackets.
        let (dress, end) = match number(line) {
            Some((dress, 1)) if headed.is_some() || dress == '[' => (dress, end(lines, at, dress)),
            _ => ('\0', at),
        };
        let behind = headed.is_some() && end > at && end + BELOW >= lines.len();
        if behind || dress == '[' && end > at + 1 && (headed.is_some() || *refers < at) {
            marks.get_mut(headed.unwrap_or(at)..end).unwrap_or(&mut []).fill(true);
        }
        at = end.max(at + 1);
    }
    marks
}

/// One past the last line of the notes that begin at `first`: the last takes as many lines as the longest before it.
fn end(lines: &[Line], first: usize, dress: char) -> usize {
    let (mut last, mut count, mut longest) = (first, 1, 0);
    for (at, line) in lines.iter().enumerate().skip(first + 1) {
        if number(line) == Some((dress, count + 1)) {
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

/// The number with which a line opens, after how it is dressed: `[`, `(`, `①` or `.`.
fn number(line: &Line) -> Option<(char, u32)> {
    let first = line.folded.chars().next()?;
    let (dress, (number, rest)) = match first {
        '①'..='⑳' if line.chars > 1 => return Some(('①', first as u32 - '①' as u32 + 1)),
        '[' | '(' => (first, line.folded.get(1..)?.split_once([']', ')'])?),
        '1'..='9' => ('.', line.folded.split_once(['.', '、'])?),
        _ => return None,
    };
    let digits = number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
    number.parse().ok().filter(|_| digits && !rest.is_empty()).map(|number| (dress, number))
}

/// Whether a line is the heading of notes.
fn heads(line: &Line) -> bool {
    let name = line.folded.trim_matches(['【', '】', '[', ']', ':']);
    ["注释", "注解", "尾注", "附注", "脚注", "注", "参考文献", "参考资料"].contains(&name)
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
            // under a heading at the end, in whatever dress
            (
                "要抓好两件大事。\n--------\n　　注释\n　　（1）两件大事，指修路和引水。\n　　（2）三级，指市、县、乡。\n（《某某文集》第一卷）\n",
                vec![3, 4, 5],
            ),
            ("要抓好两件大事。\n注：\n①两件大事，指修路和引水。\n", vec![2, 3]),
            // points of the text right above
            ("1.开展三级联动。\n2.修路。\n注释\n[1]三级，指市、县、乡。\n[2]修路，指通村。\n", vec![3, 4, 5]),
            ("要抓好两件大事。\n参考文献\n1.王某：《修路记》。\n2.李某：《引水记》。\n", vec![2, 3, 4]),
            // the text goes on below
            (
                "注：\n（1）要修路。\n（2）要引水。\n一要靠群众。\n二要靠科学。\n三要靠法治。\n四要靠改革。\n五要靠开放。\n",
                vec![],
            ),
            ("要抓好两件大事。\n任务\n（1）要修路。\n（2）要引水。\n", vec![]),
        ] {
            assert_eq!(notes(text), expected, "{text}");
        }
    }
}
