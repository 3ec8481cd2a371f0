//! Run-in heads: every paragraph of a section opens with a short sentence that names it:
//! `创新效能提升。……` / `消费有力提振。……` (scheme `parallel` for three and more, `bare` for two).

use super::{Document, Head, bare_span, has_clause_mark, is_couplet};
use crate::lexicon::OutlineWords;
use crate::outline::point::Standing;
use crate::outline::{Evidence, Scheme};
use crate::span::Span;

/// The longest head of this kind, in characters without marks.
const LONGEST: usize = 18;
/// The longest that three at the head of a section may have.
const SHORT: usize = 12;
/// The longest where four and more stand in a row.
const LONGEST_IN_ROW: usize = 18;
/// One among them may be as long as this.
const LONGEST_AMONG: usize = 26;

/// Heads of the sections in which every paragraph has one; one paragraph that leads in, and one that closes, may lack it.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    for section in document.sections() {
        let named: Vec<(usize, usize, Span)> =
            section.iter().enumerate().filter_map(|(at, &i)| Some((at, i, head(document, i)?))).collect();
        // Of one make: couplets stand with couplets.
        let named = if leads_in(document, &section, &named) { named.get(1..).unwrap_or(&[]) } else { &named };
        let couplet = |m: &(usize, usize, Span)| is_couplet(m.2.of(document.text));
        for row in named.chunk_by(|a, b| a.0 + 1 == b.0 && couplet(a) == couplet(b)) {
            let row = trimmed(document, row);
            if !is_list(document, row, section.len()) {
                continue;
            }
            heads.extend(row.iter().map(|&(_, paragraph, heading)| Head {
                paragraph,
                heading,
                scheme: if row.len() > 2 { Scheme::Parallel } else { Scheme::Bare },
                standing: Standing::Opening,
                evidence: Evidence::RunIn,
                group,
            }));
            group += 1;
        }
    }
    heads
}

/// Whether the paragraph that opens a section of heads leads in: `市场是稀缺资源。我们要……。`, and the heads below.
fn leads_in(document: &Document, section: &[usize], named: &[(usize, usize, Span)]) -> bool {
    let first = section.first().and_then(|&i| document.paragraphs.get(i)).filter(|p| p.sentences.len() == 2);
    let urges = |s: &Span| ["我们", "要", "必须", "应"].iter().any(|w| s.of(document.text).starts_with(w));
    named.len() > 3
        && named.first().is_some_and(|n| n.0 == 0)
        && first.and_then(|p| p.sentences.last()).is_some_and(urges)
}

/// Whether short sentences that open neighbouring paragraphs are the heads of a section of so many paragraphs.
fn is_list(document: &Document, row: &[(usize, usize, Span)], size: usize) -> bool {
    let (first, last) = (row.first().map_or(0, |m| m.0), row.last().map_or(0, |m| m.0));
    let widths = || row.iter().map(|m| width(m.2.of(document.text)));
    let longest = widths().max().unwrap_or(0);
    match row.len() {
        0 | 1 => false,
        2 => size == 2 && longest <= LONGEST,
        3 => {
            // Short ones at the head of a section are a list, whatever closes it.
            let near = size <= 5 && size - 1 - last <= 1 && longest <= LONGEST;
            first <= 1 && near || first == 0 && longest <= SHORT
        }
        // Four in a row are a list whatever stands before and behind.
        more => widths().filter(|&w| w > LONGEST_IN_ROW).count() * 4 <= more,
    }
}

/// The same without what only stands among heads: a long sentence; one that says what something is, where it is the
/// only one of them (`海洋是宝贵的国土。`).
fn trimmed<'r>(document: &Document, row: &'r [(usize, usize, Span)]) -> &'r [(usize, usize, Span)] {
    let words = |m: &(usize, usize, Span)| m.2.of(document.text);
    let lone = row.iter().filter(|m| says_what(words(m))).count() == 1;
    let heads = |m: &(usize, usize, Span)| width(words(m)) <= LONGEST_IN_ROW && !(lone && says_what(words(m)));
    let (first, last) = (row.iter().position(heads), row.iter().rposition(heads));
    first.zip(last).and_then(|(first, last)| row.get(first..=last)).unwrap_or(&[])
}

/// Whether a sentence holds the copula.
fn says_what(words: &str) -> bool {
    words.char_indices().skip(2).any(|(at, c)| c == '是' && !words.get(..at).is_some_and(|w| w.ends_with('于')))
}

/// Letters and digits of a head.
fn width(words: &str) -> usize {
    words.chars().filter(|c| c.is_alphanumeric()).count()
}

/// The short sentence that opens a paragraph, when more follows it.
fn head(document: &Document, i: usize) -> Option<Span> {
    let p = document.paragraphs.get(i)?;
    if p.sentences.len() < 2 {
        return None;
    }
    let sentence = p.first();
    // most first sentences end otherwise or are far longer
    if !sentence.of(document.text).ends_with('。') || sentence.len() > 8 * LONGEST_AMONG {
        return None;
    }
    let heading = bare_span(document.text, sentence);
    let words = heading.of(document.text);
    let width = width(words);
    let short = (2..=LONGEST_AMONG).contains(&width);
    // A figure in a long sentence reports something: 起征点提高到5000元。
    let reports = width > LONGEST_IN_ROW && !words.contains('“') && words.contains(|c: char| c.is_ascii_digit());
    let marked = has_clause_mark(words) && !is_couplet(words);
    let remark = OutlineWords::get().remarks.iter().any(|w| words.starts_with(w));
    (short && !marked && !reports && !remark).then_some(heading)
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "创新效能提升。全年新增企业一百家，投入增长一成。\n消费有力提振。商场客流回升，夜市红火。\n农业稳产增收。粮食产量又创新高。",
                vec!["创新效能提升", "消费有力提振", "农业稳产增收"],
            ),
            ("青山常在。全市造林十万亩。\n绿水长流。河道治理五百里。", vec!["青山常在", "绿水长流"]),
            (
                "成绩来之不易。全市上下付出了艰辛努力。\n会议还研究了其他事项，听取了有关部门的汇报。\n与会同志作了交流，大家谈了体会。\n散会后各单位要抓紧传达。",
                vec![],
            ),
            (
                "把准方向，做深内容。把握正确方向，守好意识形态阵地。\n大胆改革，搞活经营。优化营商环境，释放内生活力。\n携手并进，互通有无。加强区域协作，实现优势互补。",
                vec!["把准方向，做深内容", "大胆改革，搞活经营", "携手并进，互通有无"],
            ),
            // among short heads one may be long; the paragraphs that lead in and close have none
            (
                "市场是稀缺的资源。我们要用好这个资源，加快发展。\n扩大有效投资。全年开工项目百个。\n促进消费升级。举办各类展会十场。\n以新一轮城市更新行动为抓手推进城镇化建设。改造小区五十个。\n稳定外贸外资。新增外贸企业三十家。\n大市场是县域经济行稳致远的底气所在。我们要一步一个脚印往前走。",
                vec!["扩大有效投资", "促进消费升级", "以新一轮城市更新行动为抓手推进城镇化建设", "稳定外贸外资"],
            ),
            ("，。“\n谢谢大家。“", vec![]),
            ("坚持稳中求进，抓好落实。各单位要认真执行。\n坚持问题导向，补齐短板。要抓紧整改。", vec![]),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }
}
