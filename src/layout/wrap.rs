//! Hard-wrapped text: lines of about one length, broken wherever the paper was full.
//!
//! In: the lines of a text. Out: each line told whether it fills the paper; of two neighbours, whether the
//! second goes on with the first. Only evidence joins lines: around them most lines that break off within
//! a sentence must share one width, and hardly any line may be wider. Judged piece by piece, as a file may
//! hold wrapped papers and others.

use super::line::{Line, after_number};
use crate::lexicon::is_han;

/// Fewer lines prove nothing.
const FEWEST: usize = 4;
/// Columns by which full lines may differ: three characters, as marks hang or squeeze.
const SLACK: u32 = 6;
/// Columns that the first line of a paragraph lacks when its indent is lost.
const INDENT: u32 = 4;
/// The narrowest type area, in columns.
const NARROWEST: u32 = 24;
/// The widest one.
const WIDEST: usize = 160;
/// Lines judged together.
const PIECE: usize = 32;

/// Tells each line whether it fills the paper.
pub(super) fn mark(lines: &mut [Line]) {
    let whole = Widths::of(lines).full();
    let pieces: Vec<Option<u32>> = (0..lines.len())
        .step_by(PIECE)
        .map(|at| {
            let around = Widths::of(
                lines.get(at.saturating_sub(PIECE / 2)..lines.len().min(at + PIECE + PIECE / 2)).unwrap_or(&[]),
            );
            around.full().or(whole.filter(|&full| !around.is_exceeded(full)))
        })
        .collect();
    let indents = lines.iter().filter(|line| line.indent >= 2).count();
    let indented = indents * 20 >= lines.len() && indents * 2 <= lines.len();
    for (piece, full) in lines.chunks_mut(PIECE).zip(pieces) {
        for line in piece {
            line.fills = full.is_some_and(|full| line.indent + line.width + SLACK + INDENT > full);
            line.first = indented.then_some(line.indent >= 2);
        }
    }
}

/// Whether `next` goes on with the paragraph of `line`.
pub(super) fn joins(line: &Line, next: &Line) -> bool {
    if next.gap > 0 || after_number(&next.folded).is_some() && !line.breaks_off() {
        return false;
    }
    // a line that opens with a closing mark belongs to the one above, in any text
    if next.folded.starts_with(['。', ',', '、', ';', ':', '!', '?', ')', '》', '”', ']', '…']) {
        return true;
    }
    // a scrap below a long line that has no end is the end it lacks
    if line.chars >= 60 && is_han(line.last) && next.chars <= 20 && next.last == '。' {
        return true;
    }
    line.fills && next.first.map_or(!line.ends_sentence(), |first| !first)
}

/// How wide the lines of a stretch are.
struct Widths {
    /// Of lines broken within words, by their width.
    broken: [usize; WIDEST + 1],
    /// Of all lines; the widest together.
    all: [usize; WIDEST + 1],
    /// Lines.
    lines: usize,
}

impl Widths {
    fn of(lines: &[Line]) -> Self {
        let mut widths = Self { broken: [0; WIDEST + 1], all: [0; WIDEST + 1], lines: lines.len() };
        for (line, next) in lines.iter().zip(lines.iter().skip(1).map(Some).chain([None])) {
            let width = line.indent + line.width;
            let slot = (width as usize).min(WIDEST);
            // words broken over two lines, not the cells of a table
            let broken = (is_han(line.last) || line.breaks_off())
                && next.is_some_and(|next| next.gap == 0 && next.folded.starts_with(is_han))
                && width >= NARROWEST;
            if let (Some(all), Some(count)) = (widths.all.get_mut(slot), widths.broken.get_mut(slot)) {
                *all += 1;
                *count += usize::from(broken);
            }
        }
        widths
    }

    /// The width that most broken lines share.
    fn full(&self) -> Option<u32> {
        let open: usize = self.broken.iter().sum();
        let alike = |end: usize| {
            self.broken.get(end.saturating_sub(SLACK as usize)..=end).map_or(0, |w| w.iter().sum::<usize>())
        };
        let widths = (NARROWEST as usize..=WIDEST).rev().map(|end| (end, alike(end)));
        let (full, alike) = widths.max_by_key(|&(_, alike)| alike)?;
        let proven = alike >= FEWEST && alike * 2 >= open && alike * 4 >= self.lines && !self.is_exceeded(full as u32);
        proven.then_some(full as u32)
    }

    /// Whether more than a few lines are wider than a full line.
    fn is_exceeded(&self, full: u32) -> bool {
        let wider: usize = self.all.get((full + SLACK + 1) as usize..).map_or(0, |wider| wider.iter().sum());
        wider * 10 > self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::read;

    fn joined(text: &str) -> Vec<String> {
        let mut lines = read(text);
        mark(&mut lines);
        let mut out: Vec<String> = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            match out.last_mut() {
                Some(last) if joins(&lines[i - 1], line) => last.push_str(line.span.of(text)),
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
