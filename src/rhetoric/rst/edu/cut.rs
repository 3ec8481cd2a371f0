//! A whole text as discourse units, block by block.
//!
//! In: text, blocks, outline, tokens, the segmenter's weights. Out: [`Cut`]: units in text order with the kind of
//! block each belongs to. A title, a salutation, a date is one unit; in running text a unit starts where the model
//! says, and, whatever it says, with every sentence and every point of the outline, but neither in or right behind the
//! marker of a point nor with a closing mark. Boilerplate has no units.

use super::object;
use super::unit::{Position, Unit, units_of_block};
use super::word::{Word, words};
use super::{Caution, starts};
use crate::layout::{Block, BlockKind, Layout, sentences};
use crate::outline::Outline;
use crate::rhetoric::rst::model::hash::hash;
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

/// Takes out the cuts behind what is no clause of its own: a subject before its 是, a topic that 对 or 关于 opens, a noun.
///
/// Nor is what stands in brackets or quotation marks cut, as long as a sentence does not end there.
fn whole_clauses(words: &[Word], cuts: &mut Vec<usize>) {
    let mut from = 0;
    let (mut read, mut open) = (0, 0_usize);
    cuts.retain(|&at| {
        let before = words.get(from..at).unwrap_or(&[]);
        for word in words.get(read..at).unwrap_or(&[]) {
            open = match word.first {
                '（' | '(' | '“' | '《' | '「' => open + 1,
                '）' | ')' | '”' | '》' | '」' => open.saturating_sub(1),
                '。' | '！' | '？' | '；' => 0,
                _ => open,
            };
        }
        read = at;
        let keeps = at == 0 || open == 0 && words.get(at).is_none_or(|next| !goes_on(before, next, words.get(at + 1)));
        if keeps {
            from = at;
        }
        keeps
    });
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

/// Whether the clause that `before` begins goes on behind its comma with `next`.
fn goes_on(before: &[Word], next: &Word, after: Option<&Word>) -> bool {
    const IS: [u64; 2] = [hash("是".as_bytes()), hash("就是".as_bytes())];
    const TOPICS: [u64; 3] = [hash("对".as_bytes()), hash("对于".as_bytes()), hash("关于".as_bytes())];
    const FROM: [u64; 4] =
        [hash("到".as_bytes()), hash("自".as_bytes()), hash("从".as_bytes()), hash("截至".as_bytes())];
    const AT: [u64; 2] = [hash("在".as_bytes()), hash("早在".as_bytes())];
    const SEEN_FROM: u64 = hash("从".as_bytes());
    const SEEN: [u64; 5] = [
        hash("看".as_bytes()),
        hash("来看".as_bytes()),
        hash("讲".as_bytes()),
        hash("来讲".as_bytes()),
        hash("说".as_bytes()),
    ];
    const TIMES: [u64; 6] = [
        hash("来".as_bytes()),
        hash("年来".as_bytes()),
        hash("以来".as_bytes()),
        hash("期间".as_bytes()),
        hash("时期".as_bytes()),
        hash("之际".as_bytes()),
    ];
    const TWICE: [u64; 4] =
        [hash("不仅".as_bytes()), hash("既".as_bytes()), hash("不只".as_bytes()), hash("不但".as_bytes())];
    const BOTH: u64 = hash("既是".as_bytes());
    const EARLY: u64 = hash("早".as_bytes());
    const AS_WELL_AS: u64 = hash("以及".as_bytes());
    const SPEAKS_FOR: u64 = hash("代表".as_bytes());
    const TO: u64 = hash("向".as_bytes());
    const OF: u64 = hash("的".as_bytes());
    const SAYS: [u64; 3] = [hash("表示".as_bytes()), hash("致以".as_bytes()), hash("表达".as_bytes())];
    let Some((comma, said)) = before.split_last() else { return false };
    if !matches!(comma.first, '，' | ',') {
        return false;
    }
    let one = said.len() <= LONGEST_SUBJECT && !said.iter().any(Word::ends_clause);
    let is = |w: &Word| IS.contains(&w.text);
    if is(next) && said.len() <= LONGEST_SUBJECT && !said.iter().any(is) {
        return true;
    }
    if said.first().is_some_and(|w| w.text == TO)
        && said.len() <= LONGEST_AUDIENCE
        && !said.iter().any(|w| SAYS.contains(&w.text))
        && (next.text == TO || SAYS.contains(&next.text))
    {
        return true;
    }
    // 我代表政府，向大家表示感谢
    if next.text == TO && one && said.len() <= LONGEST_SUBJECT && said.iter().any(|w| w.text == SPEAKS_FOR) {
        return true;
    }
    // 天气的突然变化，对…提出了新的要求
    let named = said
        .split_last()
        .is_some_and(|(_, front)| front.iter().any(|w| w.text == OF) && !front.iter().any(Word::is_verb));
    if one && said.len() <= LONGEST_NAME && named && TOPICS.contains(&next.text) {
        return true;
    }
    // 丰收的到来，根本在于…
    let nominal = said.iter().rev().take(3).any(|w| w.text == OF)
        && said.first().is_some_and(|w| !matches!(w.coarse, b'v' | b'd' | b'p'));
    if one && nominal && PREDICATES.contains(&next.text) {
        return true;
    }
    // 修好这条路，不仅是…，也是…: what is judged in two ways
    let twice = TWICE.contains(&next.text) && after.is_some_and(is) || next.text == BOTH;
    if one && said.len() <= LONGEST_SUBJECT && twice {
        return true;
    }
    // 从国内看，
    let seen = said.last().is_some_and(|w| SEEN.contains(&w.text));
    if one && said.len() <= LONGEST_NOUN && seen && said.first().is_some_and(|w| w.text == SEEN_FROM) {
        return true;
    }
    // 甲的费用，以及乙的费用
    if next.text == AS_WELL_AS {
        return true;
    }
    // 到2035年，; 在农村和城镇，; 在这里，; 早在三年前，
    let verbless = said.iter().skip(1).all(|w| !w.is_verb());
    let from = said.first().is_some_and(|w| FROM.contains(&w.text));
    let opens_at = said.iter().find(|w| w.text != EARLY).is_some_and(|w| AT.contains(&w.text));
    let at = opens_at && said.last().is_some_and(|w| w.coarse == b'n');
    let brief = opens_at && said.last().is_some_and(|w| matches!(w.coarse, b'm' | b't' | b'r' | b'q'));
    if one && verbless && ((from || brief) && said.len() <= LONGEST_NOUN || at) {
        return true;
    }
    if one && said.first().is_some_and(|w| TOPICS.contains(&w.text)) {
        return true;
    }
    // 五年来，; “七五”期间，: a time, in which nothing is said to happen
    let times = said.split_last().is_some_and(|(last, front)| {
        TIMES.contains(&last.text) && !front.is_empty() && !front.iter().any(Word::is_verb)
    });
    if one && times && said.len() <= LONGEST_NAME {
        return true;
    }
    let noun = |w: &Word| !w.is_verb() && !is(w) && w.function.is_none() && !w.first.is_numeric() && w.coarse != b'm';
    one && said.len() <= LONGEST_NOUN && said.iter().all(noun) && said.last().is_some_and(|w| w.coarse == b'n')
}

/// What follows a long subject behind its comma.
const PREDICATES: [u64; 18] = [
    hash("对".as_bytes()),
    hash("根本".as_bytes()),
    hash("在于".as_bytes()),
    hash("关键".as_bytes()),
    hash("正在".as_bytes()),
    hash("成为".as_bytes()),
    hash("具有".as_bytes()),
    hash("离不开".as_bytes()),
    hash("关系".as_bytes()),
    hash("事关".as_bytes()),
    hash("已经".as_bytes()),
    hash("有利于".as_bytes()),
    hash("需要".as_bytes()),
    hash("迫切需要".as_bytes()),
    hash("迫切".as_bytes()),
    hash("取决于".as_bytes()),
    hash("使".as_bytes()),
    hash("为".as_bytes()),
];

/// The longest subject, and the longest bare noun, that is one clause with what follows it; in words.
const LONGEST_SUBJECT: usize = 20;
const LONGEST_NOUN: usize = 6;
const LONGEST_NAME: usize = 8;
/// The longest list of those thanked, in words.
const LONGEST_AUDIENCE: usize = 60;

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
        ];
        let entries = words.map(|(word, tag)| dictionary::Entry { word, freq: 99, tag });
        let segmenter = Segmenter::from_dictionary(dictionary::encode(&entries)).unwrap();
        let cases: [(&str, &[&str]); 22] = [
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
