//! Section numbers on a line of their own, the heading on the next: `1.2` ⏎ `总体目标`.
//!
//! In: the lines of a text. Out: the headings told that they go on with their numbers. Cells of a table look the same, so
//! the numbers must count as sections do: 1.1, 1.2, 2.1.

use super::line::{GoesOn, Line};
use crate::lexicon::is_han;

/// Numbers that show how a text is set.
const FEWEST: usize = 3;
/// Characters of the longest heading.
const LONGEST: usize = 24;

/// Tells each heading below its number.
pub(super) fn mark(lines: &mut [Line]) {
    let found: Vec<(usize, (u32, u32))> = lines
        .windows(2)
        .enumerate()
        .filter_map(|(at, pair)| match pair {
            [line, next] if heads(next) => Some((at + 1, section(line)?)),
            _ => None,
        })
        .collect();
    let follows = |pair: &[(usize, (u32, u32))]| match *pair {
        [(_, (part, section)), (_, next)] => next == (part, section + 1) || next.0 > part && next.1 == 1,
        _ => false,
    };
    let counted = found.windows(2).filter(|pair| follows(pair)).count();
    if found.len() >= FEWEST && counted * 3 >= (found.len() - 1) * 2 {
        for (at, _) in found {
            // the number begins a paragraph, whatever fills the line above it
            if let Some([above, number, heading]) = at.checked_sub(2).and_then(|from| lines.get_mut(from..=at)) {
                (above.fills, above.cut) = (false, false);
                number.goes_on = GoesOn::No;
                heading.goes_on = GoesOn::Torn;
            } else if let Some(heading) = lines.get_mut(at) {
                heading.goes_on = GoesOn::Torn;
            }
        }
    }
}

/// Part and section of a line that holds their number and nothing else.
fn section(line: &Line) -> Option<(u32, u32)> {
    let (part, section) = line.within(5)?.split_once('.')?;
    let number = |s: &str| s.parse::<u32>().ok().filter(|n| (1..=30).contains(n) && s.len() < 3);
    Some((number(part)?, number(section)?))
}

/// Whether a line may be a heading.
fn heads(line: &Line) -> bool {
    let short = line.gap == 0 && line.chars <= LONGEST && line.folded.starts_with(is_han);
    short && !line.ends_sentence() && !line.breaks_off()
}

#[cfg(test)]
mod tests {
    use crate::layout::read;

    /// Paragraphs of a text.
    fn blocks(text: &str) -> Vec<&str> {
        read(text).blocks.iter().map(|block| block.span.of(text)).collect()
    }

    #[test]
    fn numbers_join_their_headings() {
        let text =
            "1.1\n总体目标\n到明年年底，全面建成。\n1.2\n工作原则\n统筹规划，分步实施。\n2.1\n重点任务\n抓好落实。\n";
        let found = [
            "1.1\n总体目标",
            "到明年年底，全面建成。",
            "1.2\n工作原则",
            "统筹规划，分步实施。",
            "2.1\n重点任务",
            "抓好落实。",
        ];
        assert_eq!(blocks(text), found);
        // figures of a table, and a figure in a sentence
        for text in ["1.1\n东城区\n3.7\n西城区\n2.8\n南城区\n", "细颗粒物PM\n2.5\n平均浓度下降，空气质量改善。\n"]
        {
            assert_eq!(blocks(text).len(), text.lines().count(), "{text}");
        }
    }
}
