//! `level-order`, `level-skipped`: levels of numbered lines out of the order 一、 （一） 1. （1）.

use super::{Document, numbers_lines};
use crate::outline::{Finding, Node, Scheme, Severity};

/// Each kind of breach once a document, where it first shows.
pub(super) fn check(document: &Document) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for list in &document.lists {
        let Some(node) = document.members(list).next() else { continue };
        let Some(parent) = node.parent.and_then(|p| document.nodes.get(p)) else { continue };
        let found = breach(document, parent, node);
        findings.extend(found.filter(|f| findings.iter().all(|known| known.code != f.code)));
    }
    findings
}

fn breach(document: &Document, parent: &Node, node: &Node) -> Option<Finding> {
    if !numbers_lines(parent) || !numbers_lines(node) {
        return None;
    }
    let (above, below) = (level(parent.scheme)?, level(node.scheme)?);
    let ((_, upper), (span, lower)) = (document.marker(parent), document.marker(node));
    let finding = |code, severity, zh, en| Finding {
        code,
        severity,
        span,
        zh,
        en,
        rule: "GB/T 9704-2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”。",
        rule_en: "GB/T 9704-2012 7.3.3: levels are numbered “一、”, “（一）”, “1.”, “（1）”, in this order.",
    };
    if below < above {
        return Some(finding(
            "level-order",
            Severity::Warning,
            format!("“{upper}”之下用了“{lower}”，层次序数颠倒。"),
            format!("“{lower}” stands below “{upper}”: the levels are out of order."),
        ));
    }
    (below > above + 1).then(|| {
        finding(
            "level-skipped",
            Severity::Note,
            format!("“{upper}”之下直接用“{lower}”，跳过了一个层次。"),
            format!("“{lower}” stands right below “{upper}”: a level is skipped."),
        )
    })
}

fn level(scheme: Scheme) -> Option<u32> {
    match scheme {
        Scheme::Han => Some(1),
        Scheme::HanParen => Some(2),
        Scheme::Arabic => Some(3),
        Scheme::ArabicParen => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::codes;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "一、总体要求\n1.指导思想\n坚持稳中求进。\n2.主要目标\n实现新的提升。\n二、重点任务\n抓好落实。\n",
                vec![("level-skipped", "1.")],
            ),
            (
                "一、总体要求\n（一）指导思想\n坚持稳中求进。\n（二）主要目标\n实现新的提升。\n二、重点任务\n抓好落实。\n",
                vec![],
            ),
            (
                "（一）总体要求\n一、指导思想。坚持稳中求进，抓好落实。\n二、主要目标。实现新的提升，再上台阶。\n（二）重点任务\n抓好落实。\n",
                vec![("level-order", "一、")],
            ),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }
}
