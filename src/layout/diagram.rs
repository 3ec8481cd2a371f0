//! The words drawn into a chart, which copying leaves as short lines above its caption:
//! `感知层` ⏎ `网络层` ⏎ `应用层` ⏎ `图2 总体结构图`.
//!
//! In: the lines of a text. Out: which of them are such words.

use super::caption;
use super::line::{Line, after_number};
use crate::lexicon::is_han;

/// Words in a chart, at the least: a heading may stand above a caption.
const FEWEST: usize = 3;
/// The same at the most.
const MOST: usize = 60;
/// Characters of the longest.
const LONGEST: usize = 16;

/// Tells of each line whether it was drawn into a chart.
pub(super) fn mark(lines: &[Line]) -> Vec<bool> {
    let mut marks = vec![false; lines.len()];
    for (at, line) in lines.iter().enumerate() {
        let captioned = line.within(40).is_some_and(|s| caption::figure(s) || scrap(s));
        if !captioned {
            continue;
        }
        let above = lines.get(..at).unwrap_or(&[]);
        let words = above.iter().rev().take(MOST).take_while(|line| is_word(line)).count();
        let ended =
            above.len().checked_sub(words + 1).and_then(|i| lines.get(i)).is_none_or(|line| line.ends_sentence());
        if (FEWEST..MOST).contains(&words) && ended {
            let end = at + usize::from(line.within(40).is_some_and(scrap));
            marks.get_mut(at - words..end).unwrap_or(&mut []).fill(true);
        }
    }
    marks
}

/// What is left of a caption that has lost its first character: `2总体结构图`.
fn scrap(line: &str) -> bool {
    let name = line.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(line.len() - name.len())) && name.ends_with('图') && name.chars().all(is_han)
}

/// Whether a line may be words in a chart: few, without any mark that running text or a heading has.
fn is_word(line: &Line) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '(' | ')' | '&' | '+' | '、');
    line.chars <= LONGEST && line.folded.chars().all(plain) && after_number(&line.folded).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::read;

    #[test]
    fn cases() {
        for (text, expected) in [
            ("总体结构如图2所示。\n感知层\n网络层\n应用层\n图2 总体结构图\n", 3),
            ("总体结构如图2所示。\n应用层\n图2 总体结构图\n", 0),
            ("总体结构如图2所示。\n感知层\n网络层\n应用层\n2 总体结构图\n", 4),
            ("按时报送。\n2 总体结构图\n", 0),
            // headings, and a line torn off a sentence
            ("（一）感知层\n（二）网络层\n（三）应用层\n图2 总体结构图\n", 0),
            ("总体结构分为三层，即\n感知层\n网络层\n应用层\n图2 总体结构图\n", 0),
            ("总体结构分为三层。\n感知层\n网络层\n应用层\n三层各有分工。\n", 0),
        ] {
            let found = mark(&read(text, None)).into_iter().filter(|is| *is).count();
            assert_eq!(found, expected, "{text}");
        }
    }
}
