//! How far a connective reaches inside its sentence: both sides of its relation, whatever the model
//! would divide.
//!
//! `只要大家用心，大家出力，事情就能办成。` → the condition is all before 事情; `会议指出，成绩不小，问题不少。` → all that
//! follows is what is pointed out. Where the reach is not certain nothing is said.
//!
//! In: the units of a sentence, the table of connectives. Out: [`Scope`].

use super::cue::{self, Cue, near_start, opens_with, opens_with_word};
use super::fit::is_demand;
use super::{Form, LABELS};
use crate::lexicon::connectives::Place;
use crate::rhetoric::rst::edu::cut::FINDS;
use crate::rhetoric::rst::edu::unit::{Level, Unit};
use crate::rhetoric::rst::tree::features::Context;
use crate::span::Span;

/// Two sides of a relation, both in one sentence; the left one begins where the connective stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The last unit of the left side.
    pub left: usize,
    /// The last unit of the right side.
    pub right: usize,
    /// The relation.
    pub cue: Cue,
}

/// By relation: the words with which the clause opens that a fronted clause is said for.
const MAIN: [(&str, &[&str]); 4] = [
    ("contingency-condition", &["就", "便", "那么", "则", "才", "都", "必须", "一定", "必将", "将", "会", "可以"]),
    ("adversative-concession", &["也", "但", "却", "仍", "依然", "还是", "然而", "不过"]),
    ("causal-cause", &["所以", "因此", "因而", "故", "必须", "决定"]),
    ("purpose-goal", &["必须", "要", "应", "决定"]),
];

/// Words of time that hold for a whole sentence when they open it.
const OVER_ALL: [&str; 5] = ["年来", "以来", "期间", "以后", "之后"];

/// Words before a verb of what will be: its subject stands before them.
const FUTURE: [&str; 6] = ["必将", "将", "会", "一定", "必须", "可以"];

/// With what a clause ends whose object are the clauses behind it.
const SEES: [&str; 5] = ["认识到", "看到", "意识到", "主要是", "体会到"];

/// Prepositions that open a phrase of time or place: it may go over several units.
const OPENS_PHRASE: [char; 5] = ['在', '当', '自', '从', '每'];

/// The scope of a connective in unit `at`, of the sentence `first..=last`.
pub fn find(text: &str, context: &Context, at: usize, first: usize, last: usize) -> Option<Scope> {
    if at >= last {
        return None;
    }
    let unit = context.unit(at)?;
    let segment = (at..last).find(|&u| is_end(context, u)).unwrap_or(last);
    pair(text, context, at, [segment, last])
        .or_else(|| head(text, context, at, segment))
        .or_else(|| tail(text, context, unit, at, [first, segment, last]))
}

/// Whether a unit ends a sentence or a member of one.
pub(super) fn is_end(context: &Context, unit: usize) -> bool {
    context.unit(unit).is_none_or(|u| u.level >= Level::Sentence || matches!(u.end, '；' | ';'))
}

/// The last unit of the member that ends at `end`, or of the last of those behind it that go on,
/// told by their first unit.
fn members(context: &Context, end: usize, last: usize, goes_on: impl Fn(usize) -> bool) -> usize {
    let mut right = end;
    while right < last && goes_on(right + 1) {
        right = (right + 1..last).find(|&u| is_end(context, u)).unwrap_or(last);
    }
    right
}

/// 虽然… | 但是…
fn pair(text: &str, context: &Context, at: usize, [end, last]: [usize; 2]) -> Option<Scope> {
    let unit = context.unit(at)?;
    let (words, rows) = near_start(text, unit, cue::pairs())?;
    let behind = Span::new(words.end, unit.span.end);
    let opens = |u: usize, word: &str| {
        let clause = context.unit(u).and_then(|u| u.span.of(text).split(['，', ',']).next());
        clause.is_some_and(|clause| opens_with(clause, word))
    };
    let (second, row) = (at + 1..=end).find_map(|u| {
        let row = rows.iter().find(|row| row.second.is_some_and(|second| opens(u, second)))?;
        Some((u, row))
    })?;
    // 只有甲才能乙， is whole by itself.
    let said_already = |second: &str| has_word(text, unit, behind, second);
    if row.second.is_some_and(said_already) {
        return None;
    }
    let cue = cue::cue(row, words, true)?;
    // Where a list ends behind its second half only the end of the sentence says.
    let closed = second == end || opens(second + 1, row.word);
    let right = match cue.form()? {
        Form::NN => second,
        // 只有甲，才能乙；才能丙。
        _ => members(context, end, last, |u| row.second.is_some_and(|second| opens(u, second)) && !opens(u, row.word)),
    };
    let certain = if cue.form()? == Form::NN {
        closed
    } else {
        !joins_one_before(text, context, at, row.word)
            && is_one_clause(text, context, second - 1)
            && !speaks_for_itself(text, context, at + 1, second - 1)
    };
    certain.then_some(Scope { left: second - 1, right, cue })
}

/// Whether the unit before has a clause with the same connective: of two the first governs as much.
fn joins_one_before(text: &str, context: &Context, at: usize, word: &str) -> bool {
    let before = at.checked_sub(1).filter(|&u| !is_end(context, u)).and_then(|u| context.unit(u));
    before.is_some_and(|u| u.span.of(text).split(['，', ',']).any(|clause| opens_with(clause, word)))
}

/// 如果… | …
fn head(text: &str, context: &Context, at: usize, end: usize) -> Option<Scope> {
    let unit = context.unit(at)?;
    let (words, row) = near_start(text, unit, cue::heads())?;
    // 不是为了…; 为了改良自己而离开的人是…: the words stand inside a clause.
    let inside = row.relation == "purpose-goal"
        && (unit.span.of(text).contains(['是', '而']) || !opens_unit(text, unit, words.start));
    if !row.after || at == end || joins_one_before(text, context, at, row.word) || inside {
        return None;
    }
    let main = MAIN.iter().find(|(relation, _)| *relation == row.relation).map_or(&[][..], |(_, words)| words);
    let opens = |u: usize| context.unit(u).is_some_and(|u| opens_main(text, u, main));
    let left = match (at + 1..=end).find(|&u| opens(u)) {
        Some(main) => main - 1,
        // 因为 may tell of what stood before.
        None if end == at + 1 && !row.before && !opens_inside(text, context.unit(end)?, main) => at,
        None => return None,
    };
    let behind = Span::new(words.end, unit.span.end);
    let whole = ["就", "便", "才", "那么", "则"].iter().any(|w| has_word(text, unit, behind, w));
    // 只要大家用心，一个美丽的村庄，必将呈现在眼前: the subject stands in the unit before its verb.
    let subject =
        left > at && context.unit(left + 1).is_some_and(|u| FUTURE.iter().any(|w| opens_with(u.span.of(text), w)));
    // What follows 为了… may do without a word for it.
    let far = row.relation == "purpose-goal" && left > at;
    if whole || far || subject || !is_one_clause(text, context, left) || speaks_for_itself(text, context, at + 1, left)
    {
        return None;
    }
    Some(Scope { left, right: end, cue: cue::cue(row, words, true)? })
}

/// …时， | …; …指出， | …
fn tail(text: &str, context: &Context, unit: &Unit, at: usize, [first, segment, last]: [usize; 3]) -> Option<Scope> {
    if let Some(cue) = speech(text, unit) {
        // A quotation that goes on behind the sentence is said as well.
        let said = Span::new(unit.span.end, context.unit(last)?.span.end).of(text);
        if said.matches('“').count() > said.matches('”').count() {
            return None;
        }
        // 会议指出，…；会议强调，…
        let speaks = |u: &usize| context.unit(*u).is_some_and(|u| speech(text, u).is_some());
        let next = (at + 2..=last).filter(|&u| is_end(context, u - 1)).find(speaks);
        return Some(Scope { left: at, right: next.map_or(last, |u| u - 1), cue });
    }
    let (words, row) = cue::tail(text, unit).filter(|(_, row)| row.place != Place::Speech)?;
    let cue = cue::cue(row, words, true)?;
    // 同时， by itself joins sentences, 不然的话， too; 这是继…之后， is no phrase; 互通有无，近年来， is two clauses.
    let said = unit.span.of(text).trim_start_matches(|c: char| !c.is_alphanumeric());
    let clauses = said.trim_end_matches(['，', ',']).rsplit_once(['，', ',']);
    let two = clauses.is_some_and(|(before, _)| before.chars().count() > LONGEST_OPENER);
    if two || said.starts_with(row.word) || NO_PHRASE.iter().any(|w| said.starts_with(w)) {
        return None;
    }
    // 在…，…的同时，: where the phrase began some units ago its left end is not certain.
    let opens_phrase = |u: &Unit| u.span.of(text).starts_with(OPENS_PHRASE);
    let began = (first..at).rev().take_while(|&u| !is_end(context, u)).filter_map(|u| context.unit(u));
    if !opens_phrase(unit) && began.take(3).any(opens_phrase) {
        return None;
    }
    // 在肯定收获的同时，大家也看到，甲；乙；丙。
    let leads_in = |u: &Unit| {
        let said = u.span.of(text).trim_end_matches(['，', ',']);
        u.end == '：' || SEES.iter().any(|w| said.ends_with(w))
    };
    let all = OVER_ALL.contains(&row.word) || (at + 1..=segment).filter_map(|u| context.unit(u)).any(leads_in);
    // 在…时，修好了路；架好了桥。: members without a subject, as the main clause is, share it.
    let bare = |u: usize| context.unit(u).is_some_and(is_demand);
    let right = match at == first {
        true if all => last,
        true if bare(at + 1) => members(context, segment, last, bare),
        _ => segment,
    };
    (right > at).then_some(Scope { left: at, right, cue })
}

/// The attribution of what follows a unit, where the unit says that somebody says or finds it.
fn speech(text: &str, unit: &Unit) -> Option<Cue> {
    if let Some((words, row)) = cue::tail(text, unit).filter(|(_, row)| row.place == Place::Speech) {
        return cue::says(unit, words, text).then(|| cue::cue(row, words, true)).flatten();
    }
    let written = unit.span.of(text);
    let said = written.strip_suffix(['，', '：', ',', ':'])?;
    let found = FINDS.iter().find(|w| said.ends_with(**w))?;
    let end = unit.span.start + said.len();
    let words = Span::new(end - found.len(), end);
    if said.contains(['，', ',', '没', '不', '未']) || !cue::says(unit, words, text) {
        return None;
    }
    let label = LABELS.iter().position(|l| l.relation == "attribution-positive" && l.form == Form::SN)?;
    Some(Cue { label: label as u8, signal: words })
}

/// `但是，` is no clause.
const LONGEST_OPENER: usize = 4;

/// What opens a clause that only ends like a phrase of time.
const NO_PHRASE: [&str; 4] = ["这", "那", "不然", "否则"];

/// Whether a unit opens with one of these words, a short subject before it or none.
fn opens_main(text: &str, unit: &Unit, words: &[&str]) -> bool {
    words.iter().any(|word| opens_with_word(text, unit, word))
}

/// Whether nothing but marks, numbers and 我们 stands before a word of a unit.
fn opens_unit(text: &str, unit: &Unit, word: usize) -> bool {
    let before = text.get(unit.span.start..word).unwrap_or("").replace("我们", "");
    before.chars().all(|c| !c.is_alphanumeric() || c.is_numeric())
}

/// Whether a unit is a single clause: of two the second may belong to what follows.
fn is_one_clause(text: &str, context: &Context, unit: usize) -> bool {
    let said = context.unit(unit).map_or("", |u| u.span.of(text)).trim_end_matches(['，', ',']);
    !said.contains(['，', ','])
}

/// Whether one of these units has a subject or an adverb of its own: the main clause may begin
/// there.
fn speaks_for_itself(text: &str, context: &Context, from: usize, to: usize) -> bool {
    let units = (from..=to).filter_map(|u| context.unit(u));
    units.into_iter().any(|unit| OWN.iter().any(|w| has_word(text, unit, unit.span, w)))
}

/// Words of a main clause.
const OWN: [&str; 9] = ["也", "就", "才", "完全", "必将", "一定", "这", "我们", "可"];

/// Whether a word stands in part of a unit.
fn has_word(text: &str, unit: &Unit, part: Span, word: &str) -> bool {
    let from = part.start - unit.span.start;
    part.of(text).match_indices(word).any(|(at, _)| cue::is_cut(unit, from + at))
}

/// Whether a later clause of a unit does: `齐心合力，我们就一定办得成。`
fn opens_inside(text: &str, unit: &Unit, words: &[&str]) -> bool {
    let clauses = unit.span.of(text).split(['，', ',']).skip(1);
    clauses.filter(|clause| !clause.is_empty()).any(|clause| words.iter().any(|word| opens_with(clause, word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rhetoric::rst::relation::marked::units;

    #[test]
    fn both_sides_are_whole_or_nothing_is_said() {
        // The unit that holds the connective, the last of the left side, the last of the right
        // side.
        let cases = [
            ("只要 大家 用心，|大家 出力，|事情 就 能 办成。", Some(("contingency-condition", Form::SN, 0, 1, 2))),
            (
                "只有 把 路 修好，|把 桥 架好，|群众 才 满意，|我们 才 安心。",
                Some(("contingency-condition", Form::SN, 0, 1, 3)),
            ),
            ("五年 来，|道路 通 了，|收入 多 了；|面貌 一新。", Some(("context-circumstance", Form::SN, 0, 0, 3))),
            (
                "收入 多 了；|在 修路 的 同时，|大家 架桥，|办学；|面貌 一新。",
                Some(("context-circumstance", Form::SN, 1, 1, 3)),
            ),
            (
                "在 总结 成绩 的 同时，|大家 关心 的 主要是，|路 不平；|桥 不牢。",
                Some(("context-circumstance", Form::SN, 0, 0, 3)),
            ),
            ("要 出力，只要 大家 用心，|只要 大家 出力，|事情 就 能 办成。", None),
            ("只要 大家 用心，|一个 美丽 的 村庄，|必将 呈现 在 眼前。", None),
            ("会议 指出，|成绩 不小，|问题 不少。", Some(("attribution-positive", Form::SN, 0, 0, 2))),
            ("会议 指出，|成绩 不小；|会议 强调，|问题 不少。", Some(("attribution-positive", Form::SN, 2, 2, 3))),
            ("实践 证明，|路 修 得 好；|桥 架 得 牢。", Some(("attribution-positive", Form::SN, 0, 0, 2))),
            ("实践 中 我 深刻 体会到，|要 修路，|才 能 致富。", Some(("attribution-positive", Form::SN, 0, 0, 2))),
            ("谁 也 不能 证明，|路 已 修好。", None),
            ("路 好 不好 要 有 证明，|大家 都 来 看。", None),
            (
                "只有 把 路 修好，|才 能 让 群众 出行；|才 能 让 货物 出山；|大家 都 这样 看。",
                Some(("contingency-condition", Form::SN, 0, 0, 2)),
            ),
            (
                "只有 把 路 修好，|群众 才 满意；|只有 把 桥 架好，|群众 才 安心。",
                Some(("contingency-condition", Form::SN, 2, 2, 3)),
            ),
            (
                "只有 把 路 修好，|才 能 出行；|只有 架桥 才 能 通车。",
                Some(("contingency-condition", Form::SN, 0, 0, 1)),
            ),
            (
                "在 发大水 时，|修好/v 了 路；|架好/v 了 桥，|群众 安心。",
                Some(("context-circumstance", Form::SN, 0, 0, 3)),
            ),
            ("在 发大水 时，|修好/v 了 路；|今年 架好/v 了 桥。", Some(("context-circumstance", Form::SN, 0, 0, 1))),
            ("既 要 修路，|又 要 架桥。", Some(("joint-list", Form::NN, 0, 0, 1))),
            ("既 修路，|又 架桥，|既 办学，|又 行医。", Some(("joint-list", Form::NN, 2, 2, 3))),
            ("虽然 路 远，|坡 陡，|但 大家 不怕，|都 来 了。", Some(("adversative-concession", Form::SN, 0, 1, 3))),
            ("为了 这个 目标，|我们 必须 努力，|不能 停步。", Some(("purpose-goal", Form::SN, 0, 0, 2))),
            // Where the left side ends, where a list ends, or whether the words tie clauses at all,
            // is not certain.
            ("由于 路 远，|坡 陡，|大家 没 来。", None),
            ("只要 大家 用心，|大家 出力，事情 就 能 办成。", None),
            ("因为 路 远，|效果 一般。", None),
            ("书上 指出：|“ 路 要 平。", None),
            ("只要 大家 用心，|我们 有 办法，|一定 能 办成。", None),
            ("为了 这个 目标，|选 好 人，|保证 人 要 多。", None),
            ("既 修路，|又 架桥，|并 办学。", None),
            ("在 修路，|架桥 的 同时，|大家 办学。", None),
            ("同时，|大家 办学。", None),
            ("不然 的话，|路 就 不通。", None),
            ("这 是 修路 之后，|又 一件 好事。", None),
            ("不是 为了 名声，|而是 为了 群众。", None),
            ("走 出去 才 有 希望，|大家 都 来。", None),
            ("从 根本上 说，|大家 要 努力。", None),
            ("只有 修路 才 能 致富，|只有 架桥 才 能 通车。", None),
            ("只要 大家 用心，这 条 路，|就 修得 好。", None),
        ];
        for (marked, want) in cases {
            let (text, units) = units(marked);
            let context = Context::new(&units);
            let last = units.len() - 1;
            let found = (0..=last).rev().find_map(|at| {
                let scope = find(&text, &context, at, 0, last)?;
                let label = LABELS[usize::from(scope.cue.label)];
                Some((label.relation, label.form, at, scope.left, scope.right))
            });
            assert_eq!(found, want, "{marked}");
        }
    }
}
