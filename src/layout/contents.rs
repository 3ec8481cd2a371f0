//! Tables of contents without dots: `目录`, and below it the heads of the text, which come again in it.
//!
//! In: the lines of a file. Out: which of them are entries, and whether the table lists whole documents (it
//! stands above the first title) or the parts of one.

use super::line::{Line, after_number};
use rustc_hash::FxHashSet;

/// The table of contents of a file.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Indices of the first entry and one past the last.
    entries: (usize, usize),
    /// The entries without numbers, where the table opens the file: names of documents.
    documents: FxHashSet<String>,
}

/// The most entries of one table.
const MOST: usize = 200;
/// The longest entry, in characters.
const LONGEST: usize = 60;

impl Contents {
    /// Reads the first table of contents.
    pub(super) fn of(lines: &[Line]) -> Self {
        // a table stands at the head
        let Some(at) = lines.iter().take(60).position(|line| matches!(line.folded.as_str(), "目录" | "目次"))
        else {
            return Self::default();
        };
        let from = at + 1;
        let below = lines.get(from..).unwrap_or(&[]);
        let short = |line: &&Line| line.chars <= LONGEST && !line.ends_sentence();
        let run = below.iter().take(MOST).take_while(short).count();
        let first = below.first().map_or("", |line| bare(&line.folded));
        // the text begins where the first entry comes again
        let again = below.iter().take(run).skip(1).position(|line| bare(&line.folded) == first).map_or(run, |i| i + 1);
        let rest = below.get(again..).unwrap_or(&[]).iter();
        let text: FxHashSet<&str> =
            rest.filter(|line| line.chars <= LONGEST + 6).map(|line| bare(&line.folded)).collect();
        let comes_again = |line: &Line| text.contains(bare(&line.folded));
        // what comes once only may be the head of the text
        let last = below.iter().take(again).rposition(comes_again).map_or(0, |i| i + 1);
        let seen = below.iter().take(last).filter(|line| comes_again(line)).count();
        if last < 2 || seen * 2 < last {
            return Self::default();
        }
        let documents = if at == 0 {
            below.iter().take(last).map(|line| bare(&line.folded).to_owned()).collect()
        } else {
            FxHashSet::default()
        };
        Self { entries: (from, from + last), documents }
    }

    /// Whether the line at `at` is an entry.
    pub(super) fn holds(&self, at: usize) -> bool {
        (self.entries.0..self.entries.1).contains(&at)
    }

    /// Whether a title is the name of a document the table lists.
    pub(super) fn lists(&self, title: &str) -> bool {
        self.documents.contains(bare(title))
    }
}

/// An entry without its number and its page.
fn bare(entry: &str) -> &str {
    let name = after_number(entry).unwrap_or(entry);
    name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '…' | '·' | '(' | ')'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::read;

    #[test]
    fn entries_come_again_in_the_text() {
        let lines = read(
            "工作方案\n目录\n一、总体要求 1\n二、主要任务 3\n一、总体要求\n坚持稳中求进。\n二、主要任务\n抓好落实。\n",
            None,
        );
        let contents = Contents::of(&lines);
        let held: Vec<_> = (0..lines.len()).filter(|&i| contents.holds(i)).collect();
        assert_eq!(held, [2, 3]);
        assert!(!contents.lists("总体要求"));
    }

    #[test]
    fn a_table_above_the_first_title_lists_documents() {
        let lines = read("目录\n1.敢于担当\n2.勇于创新\n敢于担当\n坚持稳中求进。\n勇于创新\n抓好落实。\n", None);
        let contents = Contents::of(&lines);
        assert!(contents.holds(1) && contents.holds(2) && !contents.holds(3) && contents.lists("勇于创新"));
    }

    #[test]
    fn a_word_alone_is_no_table() {
        let lines = read("目录\n坚持稳中求进。\n一、总体要求\n", None);
        assert!((0..3).all(|i| !Contents::of(&lines).holds(i)));
    }
}
