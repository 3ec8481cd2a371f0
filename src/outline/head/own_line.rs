//! Heads on a line of their own (scheme `bare`; `parallel` where three and more share a frame):
//! `工作回顾`, `专栏1：重点项目`. Those that end with a full stop are `sentence_line`'s.

use super::{Document, Head, Paragraph, bare, bare_span, frame};
use crate::lexicon;
use crate::outline::numeral;
use crate::outline::point::Standing;
use crate::outline::{Evidence, Scheme};

/// The longest head of this kind, in characters.
const LONGEST: usize = 30;

/// Short lines that name what follows.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let is_head = |(i, p): &(usize, &Paragraph)| {
        !p.span.of(document.text).ends_with('。')
            && is_line(document, p)
            && balanced(bare(p.span.of(document.text)))
            && names_next(document, *i)
    };
    let found: Vec<usize> = document.paragraphs.iter().enumerate().filter(is_head).map(|(i, _)| i).collect();
    let mut heads = Vec::new();
    let mut groups = 0;
    // Heads of one frame in neighbouring places: every second or third paragraph.
    for row in found.chunk_by(|&i, &j| j - i <= 6 && framed(document, i, j)) {
        let parallel = row.len() >= 3;
        heads.extend(row.iter().filter_map(|&i| {
            let p = document.paragraphs.get(i)?;
            Some(Head {
                paragraph: i,
                heading: bare_span(document.text, p.span),
                scheme: if parallel { Scheme::Parallel } else { Scheme::Bare },
                standing: Standing::OwnLine,
                evidence: if parallel { Evidence::Frame } else { Evidence::ShortLine },
                group: if parallel { groups + 2 } else { usize::from(is_box(bare(p.span.of(document.text)))) },
            })
        }));
        groups += usize::from(parallel);
    }
    heads
}

/// Whether a line heads what follows: a paragraph that is clearly longer, or a marked point.
pub(super) fn names_next(document: &Document, i: usize) -> bool {
    let paragraphs = &document.paragraphs;
    let (Some(p), Some(next)) = (paragraphs.get(i), paragraphs.get(i + 1)) else { return false };
    let boxed = is_box(bare(p.span.of(document.text)));
    let heads = boxed || next.is_open() || document.width(next.span) >= 2 * document.width(p.span).max(12);
    // A line is torn off the one before when that did not end.
    let before = i.checked_sub(1).and_then(|before| paragraphs.get(before));
    heads && (p.parted || before.is_none_or(|b| b.is_heading() || ends(document, b)))
}

/// A short line of words, not a field of a form, a note, a table cell or a date.
pub(super) fn is_line(document: &Document, p: &Paragraph) -> bool {
    let line = p.span.of(document.text);
    if p.is_open() || !p.marked.is_empty() || line.len() > 4 * LONGEST {
        return false;
    }
    let words = bare(line);
    let chars = words.chars().count();
    let han = words.chars().filter(|&c| lexicon::is_han(c)).count();
    let box_head = is_box(words);
    chars <= LONGEST
        && han >= 3
        && han * 2 > chars
        && !line.ends_with(['，', '、', '；', ',', ';', '！', '？', '…', '—'])
        && (!line.ends_with(['：', ':']) || names_part(words))
        && !words.contains(['。', '；', '！', '？', '|', '│', '\t', '…'])
        && (box_head || !words.contains(['：', ':']))
        && !words.starts_with(['（', '(', '注', '图', '表', '《', '—', '-', '*'])
        && (!words.starts_with(|c: char| c.is_ascii_alphanumeric()) || is_of_a_year(words))
        && !words.contains("    ")
        && !words.ends_with(['的', '和', '在', '与', '是', '了', '为', '及', '或', '等'])
}

/// `2026年重点工作`: a year with what it is about; not a date.
fn is_of_a_year(words: &str) -> bool {
    let about = words.get(..4).filter(|y| y.bytes().all(|b| b.is_ascii_digit())).and(words.get(4..));
    about.and_then(|t| t.strip_prefix('年')).is_some_and(|t| t.chars().count() >= 4 && t.chars().all(lexicon::is_han))
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
            (format!("联系人：张三\n{long}"), vec![]),
            (format!("今天天气很好。\n{long}"), vec![]),
            (format!("案例二：小切口带来大变化\n{long}"), vec!["案例二：小切口带来大变化"]),
            (format!("写作步骤：\n{long}"), vec!["写作步骤"]),
            (format!("主要做法如下：\n{long}"), vec![]),
            (format!("{long}\n结束语"), vec![]),
            (format!("坚持以人民为中心，\n{long}"), vec![]),
        ] {
            assert_eq!(headings(find, &text), expected, "{text}");
        }
    }
}
