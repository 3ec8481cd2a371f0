//! `quote-unpaired`: a quotation mark, book title mark or bracket without its partner.

use super::Document;
use crate::layout::BlockKind;
use crate::outline::{Finding, Severity};
use crate::span::Span;

const PAIRS: [(char, char); 3] = [('“', '”'), ('《', '》'), ('「', '」')];

/// Marks of a paragraph that stay open, or close nothing. A quotation that runs over paragraphs, as one may, opens each
/// of them anew or closes in the next; a paragraph that does not end as a sentence may be torn, and is passed over.
pub(super) fn check(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    let blocks = document.blocks.iter().filter(|(_, b, _)| b.kind == BlockKind::Paragraph);
    let (paragraphs, unpaired): (Vec<Span>, Vec<_>) = blocks.map(|(_, b, alone)| (b.span, alone.unpaired)).unzip();
    for (i, (paragraph, mark)) in paragraphs.iter().zip(&unpaired).enumerate() {
        let Some((at, c)) = *mark else { continue };
        let neighbour = |i: Option<usize>| i.and_then(|i| unpaired.get(i)).copied().flatten().is_some();
        let opens_anew = paragraphs.get(i + 1).is_some_and(|p| p.of(document.text).starts_with(c));
        let runs_on = neighbour(i.checked_sub(1)) || neighbour(Some(i + 1)) || opens_anew;
        if runs_on || !paragraph.of(document.text).ends_with(['。', '！', '？', '”', '；', '：']) {
            continue;
        }
        findings.push(Finding {
            code: "quote-unpaired",
            severity: Severity::Warning,
            span: Span::new(paragraph.start + at, paragraph.start + at + c.len_utf8()),
            zh: format!("此处的 {c} 没有配对。"),
            en: format!("The mark {c} has no partner."),
            rule: "GB/T 15834-2011：引号、书名号成对使用。",
            rule_en: "GB/T 15834-2011: quotation marks and title marks come in pairs.",
        });
    }
    findings
}

/// The first of the marks of a paragraph without a partner.
pub(crate) fn unpaired(marks: impl Iterator<Item = (usize, char)>) -> Option<(usize, char)> {
    let mut waiting: [Vec<usize>; PAIRS.len()] = Default::default();
    let mut strays: [Option<usize>; PAIRS.len()] = [None; PAIRS.len()];
    for (i, c) in marks {
        let pairs = PAIRS.iter().zip(waiting.iter_mut().zip(&mut strays));
        for (&(open, close), (waiting, stray)) in pairs {
            if c == open {
                waiting.push(i);
            } else if c == close && waiting.pop().is_none() && stray.is_none() {
                *stray = Some(i);
            }
        }
    }
    let pairs = PAIRS.iter().zip(waiting.iter().zip(strays));
    pairs
        .filter_map(|(&(open, close), (waiting, stray))| {
            stray.map(|i| (i, close)).or_else(|| waiting.first().map(|&i| (i, open)))
        })
        .min_by_key(|m| m.0)
}

#[cfg(test)]
mod tests {
    use super::super::codes;

    #[test]
    fn cases() {
        for (text, expected) in [
            ("要做到“两个维护，抓好落实。\n会后要抓紧传达学习。\n", vec![("quote-unpaired", "“")]),
            ("要做到两个维护”，抓好落实。\n会后要抓紧传达学习。\n", vec![("quote-unpaired", "”")]),
            ("要做到“两个维护”，学好《条例》。\n", vec![]),
            ("他说：“第一段。\n“第二段。”\n", vec![]),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }
}
