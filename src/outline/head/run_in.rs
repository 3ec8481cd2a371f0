//! Run-in heads: every paragraph of a section opens with a short sentence that names it:
//! `创新效能提升。……` / `消费有力提振。……` (scheme `parallel` for three and more, `bare` for two).

use super::{Document, Head, bare_span, has_clause_mark};
use crate::lexicon::OutlineWords;
use crate::outline::point::Standing;
use crate::outline::{Evidence, Scheme};
use crate::span::Span;

/// The longest head of this kind, in characters without marks.
const LONGEST: usize = 16;
/// The same where four and more stand in a row.
const LONGEST_IN_ROW: usize = 18;

/// Heads of the sections in which every paragraph has one; one paragraph that leads in, and one that closes, may lack it.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    for section in document.sections() {
        let named: Vec<(usize, usize, Span)> =
            section.iter().enumerate().filter_map(|(at, &i)| Some((at, i, head(document, i)?))).collect();
        for row in named.chunk_by(|a, b| a.0 + 1 == b.0) {
            if !is_list(row, section.len()) {
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

/// Whether short sentences that open neighbouring paragraphs are the heads of a section of so many paragraphs.
fn is_list(row: &[(usize, usize, Span)], size: usize) -> bool {
    let (first, last) = (row.first().map_or(0, |m| m.0), row.last().map_or(0, |m| m.0));
    let longest = row.iter().map(|m| m.2.len() / 3).max().unwrap_or(0);
    match row.len() {
        0 | 1 => false,
        2 => size == 2 && longest <= LONGEST,
        3 => size <= 5 && first <= 1 && size - 1 - last <= 1 && longest <= LONGEST,
        // Four in a row are a list whatever stands before and behind.
        _ => true,
    }
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
    let line = sentence.of(document.text);
    let heading = bare_span(document.text, sentence);
    let short = width(heading.of(document.text)) <= LONGEST_IN_ROW && line.ends_with('。');
    let words = heading.of(document.text);
    (short && !has_clause_mark(words) && !OutlineWords::get().remarks.iter().any(|w| words.starts_with(w)))
        .then_some(heading)
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
            ("坚持稳中求进，抓好落实。各单位要认真执行。\n坚持问题导向，补齐短板。要抓紧整改。", vec![]),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }
}
