//! Connectives that settle a relation by themselves, each naming its words.
//!
//! `如果条件允许，就可以开工。` → contingency-condition, the first part the satellite, signal 如果.
//! `会议指出，成绩来之不易。` → attribution-positive, signal 指出.
//!
//! In: a node, its units, the table of connectives. Out: relation, which part is the satellite, the
//! words.

use super::features::Node;
use super::scope::is_end;
use super::{Form, LABELS};
use crate::lexicon::connectives::{Connective, Place, Satellite, table};
use crate::rhetoric::rst::edu::unit::{Level, Unit};
use crate::rhetoric::rst::tree::features::Context;
use crate::span::Span;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A relation settled by words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Index into [`LABELS`].
    pub label: u8,
    /// The words.
    pub signal: Span,
}

/// Rows that are cues by themselves, by the word looked for.
struct Rows {
    heads: HashMap<&'static str, &'static Connective>,
    tails: HashMap<&'static str, &'static Connective>,
    pairs: HashMap<&'static str, Vec<&'static Connective>>,
}

static ROWS: LazyLock<Rows> = LazyLock::new(|| {
    let mut rows = Rows { heads: HashMap::new(), tails: HashMap::new(), pairs: HashMap::new() };
    for row in table().iter().filter(|row| row.sure) {
        match row.place {
            Place::Head => drop(rows.heads.insert(row.word, row)),
            Place::Tail | Place::Speech => drop(rows.tails.insert(row.word, row)),
            Place::Pair => rows.pairs.entry(row.word).or_default().push(row),
            Place::Word => {}
        }
    }
    rows
});

/// Characters of the longest connective.
const LONGEST: usize = 5;
/// A subject of at most this many characters may stand before a connective.
const SUBJECT: usize = 4;
/// Who speaks is named in at most this many characters.
const SPEAKER: u32 = 24;

/// Connectives that open a unit.
pub(super) fn heads() -> &'static HashMap<&'static str, &'static Connective> {
    &ROWS.heads
}

/// Connectives in two halves, by their first.
pub(super) fn pairs() -> &'static HashMap<&'static str, Vec<&'static Connective>> {
    &ROWS.pairs
}

impl Cue {
    /// Which part is the satellite.
    pub(super) fn form(&self) -> Option<Form> {
        LABELS.get(usize::from(self.label)).map(|l| l.form)
    }
}

/// The relation of a node, where words tell it, whatever the node is cut out of, as the treebank is
/// measured. `leaning` is what the model would say.
pub fn find(text: &str, context: &Context, node: &Node, leaning: u8) -> Option<Cue> {
    let (first, a, b) = (context.unit(node.i)?, context.unit(node.k)?, context.unit(node.k + 1)?);
    let inside = context.highest(node.i, node.j) == Level::Clause;
    pair(text, first, b)
        .or_else(|| if inside { head_of_left(text, context, node, first, leaning) } else { None })
        .or_else(|| head_of_right(text, b))
        .or_else(|| if inside { tail_of_left(text, node, a) } else { None })
}

/// 虽然… | 但是…
fn pair(text: &str, left: &Unit, right: &Unit) -> Option<Cue> {
    let (at, rows) = near_start(text, left, &ROWS.pairs)?;
    let row = rows.iter().find(|row| row.second.is_some_and(|s| opens_with(right.span.of(text), s)))?;
    cue(row, at, true)
}

/// 如果… | …: not where the model takes the left part for one of several that the condition holds.
fn head_of_left(text: &str, context: &Context, node: &Node, left: &Unit, leaning: u8) -> Option<Cue> {
    let (at, row) = near_start(text, left, &ROWS.heads)?;
    let listed = LABELS.get(usize::from(leaning)).is_some_and(|l| l.form == Form::NN);
    let more = context.unit(node.j).is_some_and(|u| u.level == Level::Clause);
    // Below a node that has its say already, the words belong to that node.
    if !row.after || node.below[0] != 0 && !listed_below(node.below[0]) || listed && more {
        return None;
    }
    cue(row, at, true)
}

fn listed_below(below: u8) -> bool {
    below.checked_sub(1).and_then(|l| LABELS.get(usize::from(l))).is_some_and(|l| l.form == Form::NN)
}

/// … | 以便…
fn head_of_right(text: &str, right: &Unit) -> Option<Cue> {
    let (at, row) = near_start(text, right, &ROWS.heads)?;
    if row.before { cue(row, at, false) } else { None }
}

/// …时， | …; …指出， | …
fn tail_of_left(text: &str, node: &Node, left: &Unit) -> Option<Cue> {
    let (at, row) = tail(text, left)?;
    if row.place == Place::Speech && (node.i != node.k || !says(left, at, text)) {
        return None;
    }
    cue(row, at, true)
}

/// The relation of a node that words tell of, one on each side of a sentence's end or in the right
/// part; inside a sentence, where they stand in the left part, [`super::scope`] says how far they
/// reach.
pub fn between(text: &str, context: &Context, node: &Node) -> Option<Cue> {
    let (first, right) = (context.unit(node.i)?, context.unit(node.k + 1)?);
    sentences(text, context, node, first, right).or_else(|| head_of_whole(text, context, node, right))
}

/// 虽然…。 | 但是…。 Each is a sentence: a further one may have its own say.
fn sentences(text: &str, context: &Context, node: &Node, left: &Unit, right: &Unit) -> Option<Cue> {
    let single = |i: usize, j: usize| context.highest(i, j) == Level::Clause;
    let between = context.unit(node.k).is_some_and(|u| u.level == Level::Sentence);
    if !between || !single(node.i, node.k) || !single(node.k + 1, node.j) {
        return None;
    }
    pair(text, left, right)
}

/// … | 以便…: both sides go as far as the sentence, or the member of it, does.
fn head_of_whole(text: &str, context: &Context, node: &Node, right: &Unit) -> Option<Cue> {
    let opens = node.i == 0 || is_end(context, node.i - 1);
    let whole = opens && is_end(context, node.j) && context.highest(node.i, node.j) == Level::Clause;
    if whole { head_of_right(text, right) } else { None }
}

/// The connective that closes a unit.
pub(super) fn tail(text: &str, unit: &Unit) -> Option<(Span, &'static Connective)> {
    let written = unit.span.of(text).trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut found = None;
    for (from, _) in written.char_indices().rev().take(LONGEST) {
        let row = written.get(from..).and_then(|end| ROWS.tails.get(end));
        // 不时 is no 时: a single character must be a word.
        if let Some(row) = row.filter(|r| r.word.len() > '时'.len_utf8() || is_cut(unit, from)) {
            found = Some((Span::new(unit.span.start + from, unit.span.start + written.len()), *row));
        }
    }
    found
}

/// What makes a noun of a verb of saying (`的要求`, `决策和要求`), or another thing of it (`来说`, `可以说`,
/// `就是说`).
const NO_SPEECH: [char; 14] = ['上', '有', '的', '和', '与', '及', '、', '等', '来', '以', '该', '新', '项', '不'];

/// Whether somebody says something with the verb at `at` of a unit, and who is named in it.
pub(super) fn says(unit: &Unit, at: Span, text: &str) -> bool {
    let before = Span::new(unit.span.start, at.start).of(text).chars().next_back();
    let phrase = |c: char| NO_SPEECH.contains(&c) || c == '是' && at.of(text) == "说";
    unit.chars <= SPEAKER && !before.is_some_and(phrase)
}

/// Whether a word of a unit begins at this byte of it.
pub(super) fn is_cut(unit: &Unit, byte: usize) -> bool {
    unit.cuts.binary_search(&(byte as u32)).is_ok()
}

/// The cue of a row whose words stand in the left (or right) part.
pub(super) fn cue(row: &Connective, signal: Span, in_left: bool) -> Option<Cue> {
    let form = match (row.satellite, in_left) {
        (Satellite::Neither, _) => Form::NN,
        (Satellite::Holder, true) | (Satellite::Other, false) => Form::SN,
        (Satellite::Holder, false) | (Satellite::Other, true) => Form::NS,
    };
    let label = LABELS.iter().position(|l| l.relation == row.relation && l.form == form)?;
    Some(Cue { label: label as u8, signal })
}

/// The longest entry that begins a unit; one of two characters and more also after a short subject.
pub(super) fn near_start<'m, T>(text: &str, unit: &Unit, map: &'m HashMap<&'static str, T>) -> Option<(Span, &'m T)> {
    let written = unit.span.of(text);
    let said = written.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lead = written.len() - said.len();
    for (from, _) in said.char_indices().take(1 + SUBJECT) {
        // 主要是 holds no 要是: words begin and end where they do.
        if !is_cut(unit, lead + from) {
            continue;
        }
        let rest = said.get(from..)?;
        let word = |end: &usize| *end == rest.len() || is_cut(unit, lead + from + end);
        let ends = rest.char_indices().map(|(i, c)| i + c.len_utf8()).take(LONGEST);
        let ends = ends.skip(usize::from(from > 0)).filter(word);
        let longest = ends.filter_map(|end| Some((end, map.get(rest.get(..end)?)?))).last();
        if let Some((length, found)) = longest {
            let start = unit.span.start + lead + from;
            return Some((Span::new(start, start + length), found));
        }
    }
    None
}

/// Whether the second half of a pair stands near the start of a unit.
pub(super) fn opens_with(written: &str, half: &str) -> bool {
    let near: usize = written.chars().take(LONGEST + SUBJECT).map(char::len_utf8).sum();
    written.get(..near).is_some_and(|start| start.contains(half))
}

/// The same for a word that begins where words do.
pub(super) fn opens_with_word(text: &str, unit: &Unit, word: &str) -> bool {
    let written = unit.span.of(text);
    let near: usize = written.chars().take(LONGEST + SUBJECT).map(char::len_utf8).sum();
    let start = written.get(..near).and_then(|start| start.split(['，', ',']).next()).unwrap_or("");
    start.match_indices(word).any(|(at, _)| is_cut(unit, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rhetoric::rst::relation::marked::units;

    #[test]
    fn table_of_cases() {
        let cases = [
            ("如果 条件 允许，|就 可以 提前 开工。", Some(("contingency-condition", Form::SN, "如果"))),
            ("项目 一旦 中断，|损失 难以 估量。", Some(("contingency-condition", Form::SN, "一旦"))),
            ("虽然 任务 很重，|但是 时间 来得及。", Some(("adversative-concession", Form::SN, "虽然"))),
            ("会议 指出，|成绩 来之不易。", Some(("attribution-positive", Form::SN, "指出"))),
            ("我们 希望，|大家 再接再厉。", Some(("attribution-positive", Form::SN, "希望"))),
            ("在 检查 工作 时，|要 轻车简从。", Some(("context-circumstance", Form::SN, "时"))),
            ("五年 来，|面貌 焕然一新。", Some(("context-circumstance", Form::SN, "年来"))),
            ("各地 要 建立 台账，|以便 随时 核对。", Some(("purpose-goal", Form::NS, "以便"))),
            ("不仅 要 建得 好，|而且 要 管得 好。", Some(("joint-list", Form::NN, "不仅"))),
            // Nothing said; a noun; a turn of phrase; 要是 across two words; 不时; a condition inside
            // its unit.
            ("任务 很重，|时间 很紧。", None),
            ("结果 已经 公布，|各方 没有 异议。", None),
            ("按照 上级 的 要求，|各地 作了 安排。", None),
            ("对 基层 来说，|落实 最 要紧。", None),
            ("任务 主要是 ：|修好 道路。", None),
            ("任务 主 要 是：|修好 道路。", None),
            ("检查 不时，|效果 有限。", None),
            ("如果条件允许就开工。|大家 意见 一致。", None),
        ];
        for (marked, want) in cases {
            let (text, units) = units(marked);
            let context = Context::new(&units);
            let node = Node { i: 0, k: 0, j: 1, heads: [0, 1], below: [0, 0] };
            let found = find(&text, &context, &node, 0).map(|cue| {
                let label = LABELS[usize::from(cue.label)];
                (label.relation, label.form, cue.signal.of(&text).to_owned())
            });
            assert_eq!(found, want.map(|(r, f, s)| (r, f, s.to_owned())), "{marked}");
        }
    }
}
