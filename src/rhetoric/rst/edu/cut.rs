//! A whole text as discourse units, block by block.
//!
//! In: text, blocks, outline, tokens, the segmenter's weights. Out: [`Cut`]: units in text order with the kind of
//! block each belongs to. A title, a salutation, a date is one unit; in running text a unit starts where the model
//! says, and, whatever it says, with every sentence and every point of the outline, but neither in or right behind the
//! marker of a point nor with a closing mark. Boilerplate has no units.

use super::unit::{Position, Unit, units_of_block};
use super::word::{Word, words};
use super::{Caution, starts};
use crate::layout::{Block, BlockKind, Layout, sentences};
use crate::outline::Outline;
use crate::rhetoric::rst::model::table::Table;
use crate::segment::Tokens;

/// Units and the blocks they are of.
#[derive(Clone, Debug, Default)]
pub struct Cut {
    /// In text order.
    pub units: Vec<Unit>,
    /// For each unit the index of its block in [`Layout::blocks`].
    pub blocks: Vec<usize>,
}

/// Cuts a text.
pub fn cut(text: &str, layout: &Layout, outline: &Outline, tokens: &Tokens, table: &Table, caution: Caution) -> Cut {
    let words = words(tokens);
    let mut forced = points(outline);
    forced.sort_unstable();
    let mut markers: Vec<(usize, usize)> =
        outline.nodes.iter().filter_map(|n| n.marker.map(|m| (m.start, m.end))).collect();
    markers.sort_unstable();
    let in_marker = |at: usize| {
        let before = markers.partition_point(|m| m.0 < at).checked_sub(1);
        before.and_then(|m| markers.get(m)).is_some_and(|m| at <= m.1)
    };
    let mut out = Cut::default();
    let mut from = 0;
    for (n, block) in layout.blocks.iter().enumerate() {
        from += words.get(from..).map_or(0, |rest| rest.partition_point(|w| w.span.start < block.span.start));
        let count = words.get(from..).map_or(0, |rest| rest.partition_point(|w| w.span.start < block.span.end));
        let own = words.get(from..from + count).unwrap_or(&[]);
        from += count;
        let units = match block.kind {
            BlockKind::Boilerplate => continue,
            BlockKind::Paragraph => {
                let mut cuts = starts(own, table, caution);
                let opens = |w: &Word| !w.closes() && !in_marker(w.span.start);
                cuts.retain(|&i| i == 0 || own.get(i).is_some_and(opens));
                let low = forced.partition_point(|&at| at <= block.span.start);
                let high = forced.partition_point(|&at| at < block.span.end);
                let points = forced.get(low..high.max(low)).unwrap_or(&[]).iter().copied();
                let ends = sentences(text, block.span).map(|s| s.start).chain(points);
                cuts.extend(ends.map(|at| own.partition_point(|w| w.span.start < at)).filter(|&i| i < own.len()));
                cuts.sort_unstable();
                cuts.dedup();
                units_of_block(text, own, &cuts)
            }
            _ => Vec::new(),
        };
        let mut units = if units.is_empty() { vec![whole(text, block, own)] } else { units };
        // A word may run on from one line of a broken paragraph to the next: each line keeps its own part.
        if let Some(first) = units.first_mut() {
            first.span.start = block.span.start;
        }
        if let Some(last) = units.last_mut() {
            last.span.end = block.span.end;
        }
        out.blocks.extend(units.iter().map(|_| n));
        out.units.extend(units);
    }
    out
}

/// A block as one unit.
fn whole(text: &str, block: &Block, words: &[Word]) -> Unit {
    let unit = Unit::new(text, words, Position { opens_paragraph: true, closes_paragraph: true });
    Unit { span: block.span, ..unit }
}

/// Where points of the outline begin and end, and where a heading that is a sentence ends.
fn points(outline: &Outline) -> Vec<usize> {
    outline.nodes.iter().flat_map(|n| [n.span.start, n.span.end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::{Segmenter, dictionary};
    use crate::{layout, outline};

    fn units(text: &str) -> Vec<String> {
        let words = [("代表", 9, "n"), ("工作", 9, "n"), ("抓好", 9, "v"), ("落实", 9, "v")];
        let entries = words.map(|(word, freq, tag)| dictionary::Entry { word, freq, tag });
        let segmenter = Segmenter::from_dictionary(dictionary::encode(&entries)).unwrap();
        let layout = layout::read(text);
        let outline = outline::find(text, &layout);
        let tokens = segmenter.tokens(text, &layout);
        let cut = cut(text, &layout, &outline, &tokens, &Table::default(), Caution::default());
        assert_eq!(cut.units.len(), cut.blocks.len());
        cut.units.iter().map(|u| u.span.of(text).to_owned()).collect()
    }

    #[test]
    fn no_unit_is_a_marker_or_begins_with_a_closing_mark() {
        // A model that would cut at every word.
        let table = Table::new(Vec::new(), vec![-9, -9, -9, -9, 9, 9, 9, 9, 9, 9, 9, 9, 1]);
        let words = [("工作", 9, "n"), ("抓好", 9, "v")];
        let entries = words.map(|(word, freq, tag)| dictionary::Entry { word, freq, tag });
        let segmenter = Segmenter::from_dictionary(dictionary::encode(&entries)).unwrap();
        let text = "工作讲话\n（一）抓好《工作》。\n（二）抓好工作。";
        let layout = layout::read(text);
        let outline = outline::find(text, &layout);
        let tokens = segmenter.tokens(text, &layout);
        let cut = cut(text, &layout, &outline, &tokens, &table, Caution::default());
        let units: Vec<&str> = cut.units.iter().map(|u| u.span.of(text)).collect();
        assert_eq!(units, ["工作讲话", "（一）抓好", "《", "工作》。", "（二）抓好", "工作。"]);
    }

    #[test]
    fn sentences_points_and_lines_begin_units_whatever_the_model_says() {
        let cases: [(&str, &[&str]); 5] = [
            ("抓好工作。抓好落实。", &["抓好工作。", "抓好落实。"]),
            ("要抓好三件事：一是工作；二是落实。", &["要抓好三件事：", "一是工作；", "二是落实。"]),
            ("工作讲话\n\n各位代表：\n　　抓好工作，抓好落实。", &["工作讲话", "各位代表：", "抓好工作，抓好落实。"]),
            ("一、抓好落实\n工作。", &["一、抓好落实", "工作。"]),
            ("  \n", &[]),
        ];
        for (text, want) in cases {
            assert_eq!(units(text), want, "{text}");
        }
    }
}
