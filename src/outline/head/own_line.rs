//! Heads on a line of their own (scheme `bare`; `parallel` where three and more share a frame):
//! `工作回顾`, `专栏1：重点项目`, `破难题，稳住就业这一头——`. Those that end with a full stop are `sentence_line`'s.

use super::{Document, Head, Paragraph, bare, bare_span, frame};
use crate::lexicon::{self, OutlineWords};
use crate::outline::numeral;
use crate::outline::point::Standing;
use crate::outline::{Evidence, Scheme};
use crate::span::Span;
use rustc_hash::FxHashMap;

/// The longest head of this kind, in characters.
const LONGEST: usize = 30;
/// The longest among others, and its commas.
const LONGEST_AMONG: usize = 56;
const MOST_COMMAS: usize = 2;
/// Heads with the same closing words that make a series, and characters of those words.
const SERIES: usize = 3;
const SERIES_NAME: usize = 4;

/// Short lines that name what follows.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let may_head = |p: &Paragraph| !p.span.of(document.text).ends_with('。') && is_line_of(document, p, LONGEST_AMONG);
    let lines = document.paragraphs.iter().enumerate().filter(|(_, p)| may_head(p));
    let even = |p: &Paragraph| {
        let line = p.span.of(document.text);
        bare(line).chars().count() <= LONGEST && (leads_on(line) || balanced(bare(line)))
    };
    let (mut short, others): (Vec<usize>, Vec<usize>) =
        (lines.map(|(i, _)| i)).partition(|&i| document.paragraphs.get(i).is_some_and(even));
    // Where heads stand on lines of their own, others may be longer and made of clauses of unlike length.
    let others: Vec<usize> = others.into_iter().filter(|&i| names_next(document, i)).collect();
    if others.len() + short.iter().filter(|&&i| names_next(document, i)).count() >= SERIES {
        short.extend(others.into_iter().filter(|&i| is_of_clauses(document, i)));
        short.sort_unstable();
    }
    let series = series(document, &short);
    let is_head = |i: &usize| names_next(document, *i) || is_of_series(document, &series, *i);
    let found: Vec<usize> = short.into_iter().filter(is_head).collect();
    let mut heads = Vec::new();
    let mut groups = 0;
    // Heads of one frame in neighbouring places: every second or third paragraph.
    for row in found.chunk_by(|&i, &j| j - i <= 6 && framed(document, i, j)) {
        let parallel = row.len() >= 3;
        heads.extend(row.iter().filter_map(|&i| {
            let p = document.paragraphs.get(i)?;
            Some(Head {
                paragraph: i,
                heading: heading(document, p),
                scheme: if parallel { Scheme::Parallel } else { Scheme::Bare },
                standing: Standing::OwnLine,
                evidence: if parallel { Evidence::Frame } else { Evidence::ShortLine },
                group: if parallel { groups + 3 } else { kind(bare(p.span.of(document.text))) },
            })
        }));
        groups += usize::from(parallel);
    }
    heads
}

/// Whether no more than a comma or two part a line.
fn is_of_clauses(document: &Document, i: usize) -> bool {
    document.paragraphs.get(i).is_some_and(|p| p.span.of(document.text).matches(['，', ',']).count() <= MOST_COMMAS)
}

/// The words of a head.
fn heading(document: &Document, p: &Paragraph) -> Span {
    let words = p.span.of(document.text).trim_end().trim_end_matches('—');
    bare_span(document.text, Span::new(p.span.start, p.span.start + words.len()))
}

/// Whether a line ends with the dash that leads from a head to its text, as in features: `破难题，稳住就业这一头——`
fn leads_on(line: &str) -> bool {
    line.ends_with("——")
}

/// Whether a line heads what follows: a paragraph that is clearly longer, or a marked point.
pub(super) fn names_next(document: &Document, i: usize) -> bool {
    let paragraphs = &document.paragraphs;
    let (Some(p), Some(next)) = (paragraphs.get(i), paragraphs.get(i + 1)) else { return false };
    let boxed = is_box(bare(p.span.of(document.text)));
    let heads = boxed || next.is_open() || document.width(next.span) >= 2 * document.width(p.span).max(12);
    // A line is torn off the one before when that did not end.
    let before = i.checked_sub(1).and_then(|before| paragraphs.get(before));
    // 一、活动主题 / 拥抱春天 / 二、活动时间: all that a point says
    let said = before.filter(|b| b.is_heading()).and_then(|b| b.opened).zip(next.opened);
    let heads = heads
        && !said.is_some_and(|(a, b)| a.key == b.key && a.ordinal.zip(b.ordinal).is_some_and(|(a, b)| b == a + 1));
    heads && (p.parted || before.is_none_or(|b| b.is_heading() || ends(document, b)))
}

/// How many short lines end in the same words.
fn series<'t>(document: &Document<'t>, short: &[usize]) -> FxHashMap<&'t str, usize> {
    let mut series = FxHashMap::default();
    for p in short.iter().filter_map(|&i| document.paragraphs.get(i)) {
        if let Some(name) = series_name(bare(p.span.of(document.text))) {
            *series.entry(name).or_default() += 1;
        }
    }
    series
}

/// The closing words by which a series of heads is known: `路灯检测要点`, `台灯检测要点`.
fn series_name(words: &str) -> Option<&str> {
    let (at, _) = words.char_indices().rev().nth(SERIES_NAME - 1)?;
    words.get(at..).filter(|name| at > 0 && name.chars().all(lexicon::is_han))
}

/// Whether a short line is one of a series and stands in running text; a table has other cells around it.
fn is_of_series(document: &Document, series: &FxHashMap<&str, usize>, i: usize) -> bool {
    let runs = |p: &Paragraph| {
        p.is_open()
            || super::has_clause_mark(bare(p.span.of(document.text)))
            || p.span.of(document.text).ends_with('。')
    };
    let (Some(p), Some(next)) = (document.paragraphs.get(i), document.paragraphs.get(i + 1)) else { return false };
    let above = i.checked_sub(1).and_then(|above| document.paragraphs.get(above));
    let name = series_name(bare(p.span.of(document.text)));
    runs(next) && above.is_none_or(runs) && name.is_some_and(|name| series.get(name) >= Some(&SERIES))
}

/// A short line of words, not a field of a form, a note, a table cell or a date.
pub(super) fn is_line(document: &Document, p: &Paragraph) -> bool {
    is_line_of(document, p, LONGEST)
}

/// The same of so many characters at the most.
fn is_line_of(document: &Document, p: &Paragraph, longest: usize) -> bool {
    let line = p.span.of(document.text);
    if p.is_open() || !p.marked.is_empty() || line.len() > 4 * longest {
        return false;
    }
    let dashed = leads_on(line);
    let line = if dashed { line.trim_end_matches('—') } else { line };
    let words = bare(line);
    let chars = words.chars().count();
    let han = words.chars().filter(|&c| lexicon::is_han(c)).count();
    let box_head = is_box(words);
    chars <= longest
        && (han >= 3 || is_preface(words))
        && han * 2 > chars
        && !line.ends_with(['，', '、', '；', ',', ';', '！', '？', '…', '—'])
        && (!line.ends_with(['：', ':']) || names_part(words))
        && !words.contains(['。', '；', '！', '？', '|', '│', '\t', '…'])
        && (box_head || !words.contains(['：', ':']))
        && !words.starts_with(['（', '(', '注', '图', '表', '《', '—', '-', '*'])
        && (!words.starts_with(|c: char| c.is_ascii_alphanumeric()) || is_of_a_year(words))
        && !words.starts_with("序号")
        && !words.contains("    ")
        && !words.ends_with(['的', '和', '在', '与', '是', '了', '为', '及', '或', '等'])
}

/// `2026年重点工作`: a year with what it is about; not a date.
fn is_of_a_year(words: &str) -> bool {
    let about = words.get(..4).filter(|y| y.bytes().all(|b| b.is_ascii_digit())).and(words.get(4..));
    about.and_then(|t| t.strip_prefix('年')).is_some_and(|t| t.chars().count() >= 4 && t.chars().all(lexicon::is_han))
}

/// Heads of one kind may make a list: boxes one, other heads one; a preface is in none of them.
fn kind(words: &str) -> usize {
    if is_preface(words) { 2 } else { usize::from(is_box(words)) }
}

/// `前言`, `前 言`: what stands before the parts of a text.
fn is_preface(words: &str) -> bool {
    OutlineWords::get().prefaces.iter().any(|name| words.chars().filter(|c| !c.is_whitespace()).eq(name.chars()))
}

/// A numbered box or example, `专栏1：…`, `案例二：…`: a noun, a number, a colon.
fn is_box(words: &str) -> bool {
    let noun: usize = words.chars().take(2).filter(|&c| lexicon::is_han(c)).map(char::len_utf8).sum();
    let Some(tail) = words.get(noun..).filter(|_| noun == 6) else { return false };
    let tail = tail.trim_start();
    let number = numeral::han(tail).or_else(|| numeral::arabic(tail));
    number.and_then(|n| tail.get(n.len..)).is_some_and(|t| t.trim_start().starts_with(['：', ':']))
}

/// A few words before a colon name a part (`写作步骤：`) unless they lead in a list (`主要做法如下：`).
fn names_part(words: &str) -> bool {
    words.chars().count() <= 6
        && !words.contains(['，', '我'])
        && !["如下", "以下", "下列", "包括", "例如", "比如", "说", "有", "为", "是", "指出", "要求", "人", "话", "址"]
            .iter()
            .any(|w| words.ends_with(w))
}

/// A comma inside a head parts it in two equal halves: `抓住机遇，加快发展`; elsewhere the line is torn off a sentence.
pub(super) fn balanced(words: &str) -> bool {
    match words.split_once(['，', ',']) {
        Some((a, b)) => !b.contains(['，', ',']) && a.chars().count().abs_diff(b.chars().count()) <= 4,
        None => true,
    }
}

/// Whether a paragraph ends as a sentence does.
fn ends(document: &Document, p: &Paragraph) -> bool {
    p.span.of(document.text).trim_end().ends_with(['。', '！', '？', '；', '：', '”', '）', ':', '.', ')', ';'])
}

/// Whether two heads share an opening or closing of two characters and more, or three in all.
pub(super) fn framed(document: &Document, i: usize, j: usize) -> bool {
    let words = |i: usize| document.paragraphs.get(i).map_or("", |p| bare(p.span.of(document.text)));
    let (a, b) = (words(i), words(j));
    let prefix = a.get(..frame::common_prefix(a, b)).unwrap_or("").chars().count();
    let suffix = frame::common_suffix(a, b);
    prefix >= 2 || suffix >= 2 || prefix + suffix >= 3
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        let long = "全市上下坚持以项目建设为抓手，持续推进重点工程，各项工作取得新的进展，群众得到实惠。";
        for (text, expected) in [
            (format!("工作回顾\n{long}"), vec!["工作回顾"]),
            (format!("专栏1：重点项目\n{long}"), vec!["专栏1：重点项目"]),
            (format!("2026年重点工作\n{long}"), vec!["2026年重点工作"]),
            (format!("2026年3月\n{long}"), vec![]),
            (format!("3000名干部下基层\n{long}"), vec![]),
            (
                format!(
                    "坚持把集市建好，让买卖更方便\n{long}\n坚持和完善集体经济基本经营制度，激发乡村活力\n{long}{long}\n坚持把道路修好，让货物更畅通\n{long}"
                ),
                vec![
                    "坚持把集市建好，让买卖更方便",
                    "坚持和完善集体经济基本经营制度，激发乡村活力",
                    "坚持把道路修好，让货物更畅通",
                ],
            ),
            (format!("坚持和完善集体经济基本经营制度，激发乡村活力\n{long}{long}"), vec![]),
            // longer ones, three of one opening
            (
                format!(
                    "牢牢把握新阶段农村集体经济的组织特点，不断增强带领社员致富的本领\n{long}{long}\n牢牢把握新阶段农村集体经济的市场特点，学会同各种买主打交道\n{long}{long}\n牢牢把握新阶段农村集体经济的人才特点，把走出去的年轻人请回来\n{long}{long}"
                ),
                vec![
                    "牢牢把握新阶段农村集体经济的组织特点，不断增强带领社员致富的本领",
                    "牢牢把握新阶段农村集体经济的市场特点，学会同各种买主打交道",
                    "牢牢把握新阶段农村集体经济的人才特点，把走出去的年轻人请回来",
                ],
            ),
            (format!("牢牢把握新阶段农村集体经济的组织特点，不断增强带领社员致富的本领\n{long}{long}"), vec![]),
            (format!("联系人：张三\n{long}"), vec![]),
            (format!("今天天气很好。\n{long}"), vec![]),
            (format!("案例二：小切口带来大变化\n{long}"), vec!["案例二：小切口带来大变化"]),
            (format!("写作步骤：\n{long}"), vec!["写作步骤"]),
            (format!("主要做法如下：\n{long}"), vec![]),
            (format!("一、活动主题\n拥抱春天 书香满城\n二、活动时间\n{long}"), vec![]),
            (format!("最后，我提议：\n{long}"), vec![]),
            (format!("前 言\n{long}"), vec!["前 言"]),
            (format!("水车\n{long}"), vec![]),
            (format!("序号 项目 单位\n{long}"), vec![]),
            // one of a series, though little stands below and what is above has lost its full stop
            (
                format!(
                    "甲类灯具检测要点\n{long}\n乙类灯具检测要点\n{long}\n按照规定做好检测，做好记录\n丙类灯具检测要点\n外观、尺寸、强度逐项检测，做好记录。"
                ),
                vec!["甲类灯具检测要点", "乙类灯具检测要点", "丙类灯具检测要点"],
            ),
            (format!("信心，来自一砖一瓦的努力——\n{long}"), vec!["信心，来自一砖一瓦的努力"]),
            (format!("——一砖一瓦的努力——\n{long}"), vec![]),
            (format!("{long}\n结束语"), vec![]),
            (format!("坚持以人民为中心，\n{long}"), vec![]),
        ] {
            assert_eq!(headings(find, &text), expected, "{text}");
        }
    }
}
