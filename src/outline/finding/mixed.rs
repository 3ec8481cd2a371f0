//! `scheme-mixed`: one list that changes its scheme half-way: `一、…… 2.…… 三、……`.

use super::{Document, bare, numbers_lines};
use crate::outline::{Finding, Severity};

/// Nodes looked through between two members.
const REACH: usize = 50;

/// A lone second, third … of another scheme right below the item before it, where the list then goes on.
pub(super) fn check(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    for list in &document.lists {
        for (a, b) in document.members(list).zip(document.members(list).skip(1)) {
            let (Some(before), Some(after)) = (a.ordinal, b.ordinal) else { continue };
            if after <= before + 1 {
                continue;
            }
            let from = document.nodes.partition_point(|n| n.start() <= a.start());
            let between = document.nodes.iter().skip(from).take_while(|n| n.start() < b.start());
            let stray = between
                .take(REACH)
                .filter(|n| n.scheme != a.scheme && numbers_lines(n))
                .find(|n| n.ordinal == Some(before + 1));
            if let Some(node) = stray {
                let ((_, one), (span, other)) = (document.marker(a), document.marker(node));
                findings.push(Finding {
                    code: "scheme-mixed",
                    severity: Severity::Warning,
                    span,
                    zh: format!("“{}”“{}”并列，序数形式不一致。", bare(one), bare(other)),
                    en: format!("“{one}” and “{other}” stand side by side in different schemes."),
                    rule: "同一层次用同一种序数。",
                    rule_en: "One level uses one kind of numbers.",
                });
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::codes;

    #[test]
    fn cases() {
        let mixed = "一、认清形势\n形势很好。\n2.抓好落实\n抓紧抓好。\n三、加强领导\n领导带头。\n";
        assert!(codes(mixed).contains(&("scheme-mixed", "2.")), "{:?}", codes(mixed));
        let plain = "一、认清形势\n1.抓早\n提前谋划。\n2.抓小\n防微杜渐。\n二、加强领导\n领导带头。\n";
        assert!(codes(plain).iter().all(|f| f.0 != "scheme-mixed"));
    }
}
