//! Heads on a line of their own that end with a full stop: `这是实力提升的五年。` / `这是民生改善的五年。` / … with one
//! frame (scheme `parallel`); `夏粮喜获丰收。` ⏎ running text ⏎ `夜市越来越旺。` ⏎ running text …, where such lines by turns
//! with running text are the habit of the document. There the first of a list may stand at the end of the paragraph above.

use super::own_line::{balanced, framed, is_line, names_next};
use super::{Document, Head, bare, bare_span, frame, has_clause_mark};
use crate::lexicon::{OutlineWords, is_han};
use crate::outline::point::Standing;
use crate::outline::{Evidence, Scheme};
use crate::span::Span;

/// Rows of three and more that make a habit, or rows of two and more.
const HABIT: usize = 2;
const HABIT_OF_TWO: usize = 3;
/// Paragraphs from one such line to the next at the most.
const APART: usize = 4;
/// The same where they share a frame.
const FRAMED: usize = 6;
/// Characters of the first of a list that closes the paragraph above.
const GLUED: core::ops::RangeInclusive<usize> = 4..=18;
/// Width of a paragraph that one of them heads, at the least.
const BODY: usize = 24;

/// Sentences on a line of their own that head what follows.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let lines = lines(document);
    let by_turns: Vec<&[usize]> = lines.chunk_by(|&a, &b| takes_turns(document, a, b)).collect();
    let rows_of = |least: usize| by_turns.iter().filter(|row| row.len() >= least).count();
    let habit = rows_of(3) >= HABIT || rows_of(2) >= HABIT_OF_TWO;
    let share = |&a: &usize, &b: &usize| b - a <= FRAMED && framed(document, a, b);
    let rows = if habit { by_turns } else { lines.chunk_by(share).filter(|row| row.len() >= 3).collect() };
    let mut heads = Vec::new();
    for (group, row) in rows.into_iter().enumerate() {
        let glued = row.first().filter(|_| habit).and_then(|&first| glued(document, first));
        let own = row.iter().filter_map(|&i| Some((i, bare_span(document.text, document.paragraphs.get(i)?.span))));
        let members: Vec<(usize, Span)> = glued.into_iter().chain(own).collect();
        let parallel = members.len() > 2;
        if members.len() < 2 {
            continue;
        }
        heads.extend(members.into_iter().map(|(paragraph, heading)| Head {
            paragraph,
            heading,
            scheme: if parallel { Scheme::Parallel } else { Scheme::Bare },
            standing: Standing::OwnLine,
            evidence: if habit { Evidence::ShortLine } else { Evidence::Frame },
            group,
        }));
    }
    heads
}

/// Lines of one short sentence that name what follows; a comma parts one in two halves, or it shares its opening with the
/// next or the last.
fn lines(document: &Document) -> Vec<usize> {
    let words = |i: usize| document.paragraphs.get(i).map_or("", |p| bare(p.span.of(document.text)));
    let is = |(i, p): &(usize, &super::Paragraph)| {
        p.span.of(document.text).ends_with('。') && is_line(document, p) && names_next(document, *i)
    };
    let all: Vec<usize> = document.paragraphs.iter().enumerate().filter(is).map(|(i, _)| i).collect();
    let like = |i: usize, other: Option<&usize>| {
        let shared = other.map_or(0, |&j| frame::common_prefix(words(i), words(j)));
        shared >= "聚焦".len() && shared < words(i).len() && words(i).matches('，').count() == 1
    };
    let near = |at: usize| (at.checked_sub(1).and_then(|before| all.get(before)), all.get(at + 1));
    let fits = |&(at, &i): &(usize, &usize)| balanced(words(i)) || like(i, near(at).0) || like(i, near(at).1);
    all.iter().enumerate().filter(fits).map(|(_, &i)| i).collect()
}

/// Whether nothing but one or a few paragraphs of running text stands between two lines.
fn takes_turns(document: &Document, a: usize, b: usize) -> bool {
    let parts = document.paragraphs.get(b).is_none_or(|p| p.parted);
    b > a + 1 && b - a <= APART && !parts && (a + 1..b).all(|i| runs(document, i))
}

/// Whether a paragraph is running text that nothing opens.
fn runs(document: &Document, i: usize) -> bool {
    document.paragraphs.get(i).is_some_and(|p| !p.is_open() && !p.parted && document.width(p.span) >= BODY)
}

/// The first of a list, which closes the paragraph above: `……。夏粮喜获丰收。` ⏎ running text ⏎ the next one.
fn glued(document: &Document, next: usize) -> Option<(usize, Span)> {
    let at = next.checked_sub(2).filter(|at| runs(document, at + 1))?;
    let p = document.paragraphs.get(at).filter(|p| !p.is_heading())?;
    let last = *p.sentences.last().filter(|s| s.start > p.span.start && s.end == p.span.end && !p.is_marked(**s))?;
    let heading = bare_span(document.text, last);
    let words = heading.of(document.text);
    let names = last.of(document.text).ends_with('。')
        && GLUED.contains(&words.chars().count())
        && !has_clause_mark(words)
        && words.starts_with(|c| is_han(c) || c == '“')
        && !words.contains(|c: char| c.is_ascii_digit())
        && !OutlineWords::get().remarks.begin(words);
    names.then_some((at, heading))
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn lines_of_one_frame() {
        let long = "全市上下坚持以项目建设为抓手，持续推进重点工程，各项工作取得新的进展，群众得到实惠。";
        let text = |heads: [&str; 3]| heads.map(|head| format!("{head}\n{long}\n")).concat();
        let framed = ["这是实力提升的五年。", "这是民生改善的五年。", "这是生态向好的五年。"];
        assert_eq!(headings(find, &text(framed)), framed.map(|head| head.trim_end_matches('。')));
        assert!(headings(find, &text(["今天天气很好。", "大家都来开会。", "散会已经很晚。"])).is_empty());
    }

    #[test]
    fn by_turns_with_running_text_they_are_a_habit() {
        let body = |i: usize| {
            let village = ["东村", "西岭", "南坪", "北屯", "上湾", "下坝"].get(i % 6).unwrap();
            format!("{village}的乡亲们早早下田，拖拉机从坡上开到河边，忙了整整一个春天，收成比往年多出两成。\n")
        };
        let row = |heads: &[&str]| {
            heads
                .iter()
                .enumerate()
                .map(|(i, h)| {
                    format!(
                        "{h}
{}",
                        body(i)
                    )
                })
                .collect::<Vec<_>>()
                .concat()
        };
        let parts = row(&["夏粮喜获丰收。", "夜市越来越旺。", "学校办到山里。"]);
        let below = row(&["修好水渠。", "聚焦果园，让荒坡变成乡亲们的钱袋子。", "聚焦渔船，出海更平安。"]);
        // one row is none, two are
        assert!(headings(find, &parts).is_empty());
        let text = format!("{parts}{}{below}", body(3) + &body(4) + &body(5) + &body(0));
        assert_eq!(headings(find, &text).len(), 6);
        // and so are three of two
        let pairs = [
            ["夏粮喜获丰收。", "夜市越来越旺。"],
            ["学校办到山里。", "水渠修到地头。"],
            ["果园连成一片。", "渔船平安归来。"],
        ];
        let text = pairs.map(|pair| row(&pair) + &(body(3) + &body(4) + &body(5) + &body(0))).concat();
        assert_eq!(headings(find, &text).len(), 6);
        // the first closes the paragraph above
        let text =
            format!("{text}五年来，我们始终把生态放在心上。山更绿水更清。\n{}禁渔禁出了效果。\n{}", body(1), body(2));
        assert_eq!(headings(find, &text).get(6..), Some(&["山更绿水更清", "禁渔禁出了效果"][..]));
        // one alone
        let text = format!("{parts}{}{below}{}大家都很高兴。\n{}", body(3).repeat(5), body(4).repeat(5), body(5));
        assert_eq!(headings(find, &text).len(), 6);
    }
}
