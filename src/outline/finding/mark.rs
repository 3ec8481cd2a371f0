//! `mark-after-number`: a wrong or half-width mark with a number: `一.`, `（一）、`, `1、`, `(1)`.

use super::{Document, numbers_lines};
use crate::outline::{Finding, Node, Scheme, Severity};

/// Once a list, at its first wrong mark.
pub(super) fn check(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    for list in &document.lists {
        let wrong = document.members(list).filter(|n| numbers_lines(n)).find_map(|n| Some((n, right(document, n)?)));
        if let Some((node, right)) = wrong {
            let (span, marker) = document.marker(node);
            findings.push(Finding {
                code: "mark-after-number",
                severity: Severity::Note,
                span,
                zh: format!("“{marker}”的标点不规范，宜作“{right}”。"),
                en: format!("“{marker}” has a wrong mark; write “{right}”."),
                rule: "GB/T 9704-2012 7.3.3；GB/T 15834-2011：汉字数字后用顿号，阿拉伯数字后用圆点，括号后不加标点。", rule_en: "GB/T 9704-2012 7.3.3; GB/T 15834-2011: 、 after a Chinese numeral, a full point after an Arabic one, nothing after brackets.",
            });
        }
    }
    findings
}

/// How the marker should be written, when it is not.
fn right(document: &Document, node: &Node) -> Option<String> {
    let (_, marker) = document.marker(node);
    let number: String = marker.chars().filter(|c| c.is_alphanumeric() || matches!(c, '.' | '．')).collect();
    let number = number.trim_end_matches(['.', '．']);
    let good = match node.scheme {
        // A space before the mark, or none after the number, is a matter of layout.
        Scheme::Han if marker.contains('、') || marker == number => return None,
        Scheme::Han => format!("{number}、"),
        Scheme::HanParen => format!("（{number}）"),
        // (a), (b): letters come with other texts, and with their brackets
        Scheme::ArabicParen if number.starts_with(|c: char| c.is_ascii_lowercase()) => return None,
        Scheme::ArabicParen if marker.starts_with(['（', '(']) => format!("（{number}）"),
        Scheme::Arabic if marker.ends_with(['、', ',', '，']) => format!("{number}."),
        _ => return None,
    };
    let loose: String = marker.chars().filter(|c| !c.is_whitespace()).collect();
    // A bracket torn off to the line before is no fault of the mark.
    (loose != good && (marker.starts_with(['（', '(']) || node.scheme != Scheme::HanParen)).then_some(good)
}

#[cfg(test)]
mod tests {
    use super::super::codes;

    #[test]
    fn cases() {
        for (text, expected) in [
            ("一.总体要求\n坚持稳中求进。\n二.重点任务\n抓好落实。\n", vec![("mark-after-number", "一.")]),
            ("(一)总体要求\n坚持稳中求进。\n(二)重点任务\n抓好落实。\n", vec![("mark-after-number", "(一)")]),
            (
                "（一）、总体要求\n坚持稳中求进。\n（二）、重点任务\n抓好落实。\n",
                vec![("mark-after-number", "（一）、")],
            ),
            ("1、总体要求\n坚持稳中求进。\n2、重点任务\n抓好落实。\n", vec![("mark-after-number", "1、")]),
            ("1.总体要求\n坚持稳中求进。\n2．重点任务\n抓好落实。\n", vec![]),
            ("一、总体要求\n坚持稳中求进。\n二 、重点任务\n抓好落实。\n", vec![]),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }
}
