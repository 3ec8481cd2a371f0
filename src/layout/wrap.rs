//! Hard-wrapped text: lines of about one length, broken wherever the paper was full.
//!
//! In: the lines of a text. Out: [`Wrap`], which says of two neighbouring lines whether the second goes
//! on with the first. Only evidence joins lines: most lines that end within a sentence must share one
//! width, and hardly any line may be wider.

use super::line::{Line, after_number};
use crate::lexicon::is_han;

/// Fewer lines prove nothing.
const FEWEST: usize = 4;
/// Columns by which full lines may differ: three characters, as marks hang or squeeze.
const SLACK: u32 = 6;
/// The narrowest type area, in columns.
const NARROWEST: u32 = 24;
/// The widest one.
const WIDEST: u32 = 160;

/// How a text is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrap {
    /// Columns of a full line; none when the text is not wrapped.
    full: Option<u32>,
    /// Whether first lines of paragraphs are indented and the others not.
    indented: bool,
}

impl Wrap {
    /// Weighs the lines of a text.
    pub(super) fn of(lines: &[Line]) -> Self {
        let Some(full) = full_width(lines) else { return Self { full: None, indented: false } };
        let indents = lines.iter().filter(|line| line.indent >= 2).count();
        Self { full: Some(full), indented: indents * 20 >= lines.len() && indents * 2 <= lines.len() }
    }

    /// Whether a line is as wide as the paper.
    pub(super) fn is_full(self, line: &Line) -> bool {
        // the first line of a paragraph that lost its indent is two characters short
        self.full.is_some_and(|full| line.indent + line.width + SLACK + 4 > full)
    }

    /// Whether `next` goes on with the paragraph of `line`.
    pub(super) fn joins(self, line: &Line, next: &Line) -> bool {
        if next.gap > 0 || after_number(&next.folded).is_some() && !line.breaks_off() {
            return false;
        }
        // a line that opens with a closing mark belongs to the one above, in any text
        if next.folded.starts_with(['。', ',', '、', ';', ':', '!', '?', ')', '》', '”', ']', '…']) {
            return true;
        }
        if !self.is_full(line) || self.indented && next.indent >= 2 {
            return false;
        }
        self.indented || !line.ends_sentence()
    }
}

/// The width that most lines which end within a sentence share.
fn full_width(lines: &[Line]) -> Option<u32> {
    let mut counts = [0_usize; WIDEST as usize + 1];
    let mut open = 0;
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        let width = line.indent + line.width;
        // words broken over two lines, not the cells of a table
        let broken = (is_han(line.last) || line.breaks_off()) && next.folded.starts_with(is_han);
        if broken && next.gap == 0 && width >= NARROWEST {
            open += 1;
            if let Some(count) = counts.get_mut(width as usize) {
                *count += 1;
            }
        }
    }
    let window =
        |end: usize| counts.get(end.saturating_sub(SLACK as usize)..=end).map_or(0, |w| w.iter().sum::<usize>());
    let (full, alike) =
        (NARROWEST as usize..=WIDEST as usize).rev().map(|end| (end, window(end))).max_by_key(|&(_, n)| n)?;
    let wider = lines.iter().filter(|line| line.indent + line.width > full as u32 + SLACK).count();
    let proven = alike >= FEWEST && alike * 2 >= open && alike * 4 >= lines.len() && wider * 10 <= lines.len();
    proven.then_some(full as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::read;

    fn joined(text: &str) -> Vec<String> {
        let lines = read(text);
        let wrap = Wrap::of(&lines);
        let mut out: Vec<String> = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            match out.last_mut() {
                Some(last) if wrap.joins(&lines[i - 1], line) => last.push_str(line.span.of(text)),
                _ => out.push(line.span.of(text).to_owned()),
            }
        }
        out
    }

    #[test]
    fn full_lines_that_break_off_are_joined() {
        let text = "我们要把思想和行动统一到上级决策部署上\n来，牢牢把握工作主动权，坚持稳中求进的\n总基调，把各项任务落到实处，推动全市的\n经济社会发展迈上新台阶，让人民群众得到\n更多实惠。\n一、认清形势\n当前形势总体向好，但困难和挑战仍然不少\n，需要我们沉着应对。\n";
        assert_eq!(joined(text).len(), 3);
        assert!(joined(text)[0].ends_with("更多实惠。"));
    }

    #[test]
    fn heads_and_paragraphs_are_left_alone() {
        let para = "要坚持稳中求进，".repeat(12);
        let text = format!(
            "加强组织领导\n{para}落实到位。\n完善工作机制\n{para}务求实效。\n强化督促检查\n{para}一抓到底。\n营造良好氛围\n{para}久久为功。\n"
        );
        assert_eq!(joined(&text).len(), 8);
    }
}
