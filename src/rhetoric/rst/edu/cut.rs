//! A whole text as discourse units, block by block.
//!
//! In: text, blocks, outline, tokens, the segmenter's weights. Out: [`Cut`]: units in text order
//! with the kind of block each belongs to. A title, a salutation, a date is one unit; in running
//! text a unit starts where the model says, and, whatever it says, with every sentence and every
//! point of the outline, but neither in or right behind the marker of a point nor with a closing
//! mark. Boilerplate has no units.

use super::clause::{LONGEST_NAME, whole_clauses};
use super::object;
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
                if caution == Caution::Clauses {
                    whole_clauses(own, &mut cuts);
                    object::whole_objects(own, &mut cuts);
                    cuts.extend(behind_lead_ins(own));
                    cuts.extend(behind_findings(text, own));
                }
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
        // A word may run on from one line of a broken paragraph to the next: each line keeps its
        // own part.
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

/// Where the members of a sentence begin that a colon leads in: `目标是：修路，架桥；办学；行医。`
fn behind_lead_ins(words: &[Word]) -> Vec<usize> {
    let mut out = Vec::new();
    let (mut colons, mut members, mut open) = (Vec::new(), 0, 0_usize);
    for (n, word) in words.iter().enumerate() {
        match word.first {
            '（' | '(' | '“' | '《' | '「' => open += 1,
            '）' | ')' | '”' | '》' | '」' => open = open.saturating_sub(1),
            '：' | ':' if open == 0 && members == 0 => colons.push(n + 1),
            // A member has a colon of its own.
            '：' | ':' if open == 0 => colons.clear(),
            '；' | ';' if open == 0 => members += 1,
            _ => {}
        }
        if matches!(word.first, '。' | '！' | '？') || n + 1 == words.len() {
            out.extend(colons.first().copied().filter(|_| members > 0 && colons.len() == 1));
            colons.clear();
            (members, open) = (0, 0);
        }
    }
    out
}

/// With what a short clause ends whose object is all that follows: who finds it is named at most.
pub const FINDS: [&str; 7] = ["体会到", "认识到", "意识到", "看到", "证明", "表明", "告诫自己"];

/// Where what is found begins: behind `实践证明，` at the head of a sentence.
fn behind_findings(text: &str, words: &[Word]) -> Vec<usize> {
    let mut out = Vec::new();
    let mut from = Some(0);
    for (n, word) in words.iter().enumerate() {
        if let Some(first) = from
            && matches!(word.first, '，' | ',')
        {
            let said = words.get(first).map_or("", |w| text.get(w.span.start..word.span.start).unwrap_or(""));
            if n - first <= LONGEST_NAME && FINDS.iter().any(|w| said.ends_with(w)) {
                out.push(n + 1);
            }
        }
        from = match word.first {
            '。' | '！' | '？' | '；' => Some(n + 1),
            '，' | ',' | '：' | ':' | '“' | '《' | '（' => None,
            _ => from,
        };
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
pub(crate) mod tests {
    use super::*;
    use crate::segment::{Segmenter, dictionary};
    use crate::{layout, outline};

    /// The units of a text read with a few words, and without a model.
    pub(crate) fn cut_plainly(text: &str) -> (Layout, Outline, Cut) {
        let words = [("代表", 9, "n"), ("工作", 9, "n"), ("抓好", 9, "v"), ("落实", 9, "v")];
        let entries = words.map(|(word, freq, tag)| dictionary::Entry { word, freq, tag });
        let segmenter = Segmenter::from_dictionary(dictionary::encode(&entries)).unwrap();
        let layout = layout::read(text);
        let outline = outline::find(text, &layout);
        let tokens = segmenter.tokens(text, &layout);
        let cut = cut(text, &layout, &outline, &tokens, &Table::default(), Caution::default());
        (layout, outline, cut)
    }

    fn units(text: &str) -> Vec<String> {
        let (_, _, cut) = cut_plainly(text);
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
    fn with_caution_a_clause_stays_whole() {
        // A model that would cut at every word.
        let table = Table::new(Vec::new(), vec![-9, -9, -9, -9, 9, 9, 9, 9, 9, 9, 9, 9, 1]);
        let words = [
            ("工作", "n"),
            ("变化", "vn"),
            ("抓好", "v"),
            ("落实", "v"),
            ("对于", "p"),
            ("到", "v"),
            ("在", "p"),
            ("对", "p"),
            ("向", "p"),
            ("是", "v"),
            ("的", "u"),
            ("表示", "v"),
            ("感谢", "v"),
            ("代表", "n"),
            ("以及", "c"),
            ("从", "p"),
            ("看", "v"),
            ("需要", "v"),
            ("这里", "r"),
            ("反对", "v"),
            ("现象", "n"),
            ("五年", "t"),
            ("既", "c"),
            ("又", "d"),
            ("来", "v"),
            ("期间", "n"),
            ("以", "p"),
            ("一", "m"),
            ("时候", "n"),
            ("证明", "v"),
            ("月", "m"),
            ("日", "m"),
        ];
        let entries = words.map(|(word, tag)| dictionary::Entry { word, freq: 99, tag });
        let segmenter = Segmenter::from_dictionary(dictionary::encode(&entries)).unwrap();
        let cases: [(&str, &[&str]); 29] = [
            ("抓好工作，既是落实，又是感谢。", &["抓好工作，既是落实，", "又是感谢。"]),
            ("抓好工作，既抓好落实，又抓好感谢。", &["抓好工作，", "既抓好落实，", "又抓好感谢。"]),
            ("五年来，抓好落实。", &["五年来，抓好落实。"]),
            ("工作期间，抓好落实。", &["工作期间，抓好落实。"]),
            ("抓好工作以来，落实感谢。", &["抓好工作以来，", "落实感谢。"]),
            ("抓好感谢的工作，以及感谢的代表。", &["抓好感谢的工作，以及感谢的代表。"]),
            ("工作的落实，需要代表。", &["工作的落实，需要代表。"]),
            ("在这里，抓好落实。", &["在这里，抓好落实。"]),
            ("从工作看，抓好落实。", &["从工作看，抓好落实。"]),
            ("反对抓好工作，感谢代表的现象。", &["反对抓好工作，感谢代表的现象。"]),
            ("抓好工作，抓好落实。", &["抓好工作，", "抓好落实。"]),
            ("抓好工作、抓好落实。", &["抓好工作、抓好落实。"]),
            ("抓好落实，是工作。", &["抓好落实，是工作。"]),
            ("是工作，是落实。", &["是工作，", "是落实。"]),
            ("对于工作，抓好落实。", &["对于工作，抓好落实。"]),
            ("工作的变化，对落实感谢。", &["工作的变化，对落实感谢。"]),
            ("到2035年，抓好落实。", &["到2035年，抓好落实。"]),
            ("工作：抓好感谢；抓好落实。", &["工作：", "抓好感谢；", "抓好落实。"]),
            ("在工作，抓好落实。", &["在工作，抓好落实。"]),
            ("（一）以代表的工作，抓好落实。", &["（一）以代表的工作，抓好落实。"]),
            ("以抓好工作，抓好落实。", &["以抓好工作，", "抓好落实。"]),
            ("3月5日，抓好落实。", &["3月5日，抓好落实。"]),
            ("*月*日，抓好落实。", &["*月*日，抓好落实。"]),
            ("五年的时候，抓好落实。", &["五年的时候，抓好落实。"]),
            ("抓好工作的时候，抓好落实。", &["抓好工作的时候，", "抓好落实。"]),
            ("工作证明，抓好落实，抓好感谢。", &["工作证明，", "抓好落实，", "抓好感谢。"]),
            ("代表工作，向工作表示感谢。", &["代表工作，向工作表示感谢。"]),
            ("向代表，向工作，表示感谢。", &["向代表，向工作，表示感谢。"]),
            ("“抓好工作，抓好落实”，抓好工作。", &["“抓好工作，抓好落实”，", "抓好工作。"]),
        ];
        for (text, want) in cases {
            let layout = layout::read(text);
            let outline = outline::find(text, &layout);
            let tokens = segmenter.tokens(text, &layout);
            let cut = cut(text, &layout, &outline, &tokens, &table, Caution::Clauses);
            let units: Vec<&str> = cut.units.iter().map(|u| u.span.of(text)).collect();
            assert_eq!(units, want, "{text}");
        }
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
