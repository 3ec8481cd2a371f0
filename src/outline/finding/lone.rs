//! `lone-item`: a numbered line without a second: `（一）……` and no `（二）`.

use super::{Document, bare, numbers_lines};
use crate::outline::{Finding, Severity};

/// Lists of one, but for the last of a document: the text may be an excerpt.
pub(super) fn check(document: &Document) -> Vec<Finding> {
    let last = document.nodes.len().saturating_sub(1);
    let lone = document.lists.iter().filter(|list| list.len() == 1 && list.first() != Some(&last));
    lone.filter_map(|list| document.members(list).next())
        .filter(|node| numbers_lines(node) && node.ordinal == Some(1))
        .map(|node| {
            let (span, marker) = document.marker(node);
            let marker = bare(marker);
            Finding {
                code: "lone-item",
                severity: Severity::Warning,
                span,
                zh: format!("只有“{marker}”一项，没有下文。"),
                en: format!("“{marker}” stands alone: there is no second item."),
                rule: "分条列项至少两项。",
                rule_en: "A list has two items at least.",
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::codes;

    #[test]
    fn cases() {
        for (text, expected) in [
            ("一、总体要求\n（一）指导思想\n坚持稳中求进。\n二、重点任务\n抓好落实。\n", vec![("lone-item", "（一）")]),
            (
                "一、总体要求\n（一）指导思想\n坚持稳中求进。\n（二）主要目标\n实现新的提升。\n二、重点任务\n抓好落实。\n",
                vec![],
            ),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }
}
