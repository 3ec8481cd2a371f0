//! Heads that Markdown declares: `## 加强组织领导`.
//!
//! In: the paragraphs of a document. Out: those that Markdown makes headings of and no number opens; the level tells which
//! belong together.

use super::{Document, Head, bare_span};
use crate::outline::point::Standing;
use crate::outline::{Evidence, Scheme};

/// Headings without numbers.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let declared = document.paragraphs.iter().enumerate().filter(|(_, p)| !p.is_open());
    let head = |(paragraph, level, heading)| Head {
        paragraph,
        heading,
        scheme: Scheme::Bare,
        standing: Standing::OwnLine,
        evidence: Evidence::LineMarker,
        group: level,
    };
    let with_level = declared.filter_map(|(i, p)| Some((i, p.level?, bare_span(document.text, p.span))));
    with_level.filter(|(_, _, heading)| !heading.is_empty()).map(head).collect()
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        for (text, expected) in [
            ("## 总体目标\n\n建成统一平台。\n\n## **重点任务**\n\n归集各类数据。\n", &["总体目标", "重点任务"][..]),
            ("### 加强领导，压实责任。\n成立工作专班。\n", &["加强领导，压实责任"]),
            // what is left out is no heading
            ("##市召开会议\n会议强调了安全。\n", &[]),
            ("## 。\n建成统一平台。\n", &[]),
            ("> 总体目标\n建成统一平台。\n", &[]),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }

    #[test]
    fn levels_nest_and_numbers_keep_theirs() {
        use crate::outline::tests_support::outlined;
        let text = "# 平台建设工作方案\n\n## 总体目标\n\n到2027年，建成平台。\n\n## 重点任务\n\n### 夯实底座\n\n归集各类数据。\n\n\
            ### **推动协同**\n\n打通各个系统。\n\n## 保障措施\n\n1. **加强领导**：成立工作专班。\n2. **强化考核**：按月通报进展。\n";
        let expected = "总体目标\n重点任务\n  夯实底座\n  推动协同\n保障措施\n  1.加强领导\n  2.强化考核\n";
        assert_eq!(outlined(text).replace("1. ", "1."), expected);
    }
}
