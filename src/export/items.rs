//! The outline as lines for other programs: documents and nodes in text order, each with how deep it stands.
//!
//! In: the text and its [`Report`]. Out: [`Item`]s; an item's parent is the nearest one before it of a lower level.

use crate::report::{Report, Units};
use crate::span::{Utf16Map, one_line};

/// One line of the outline.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// 0 for what stands at the top, at most one more than the item before.
    pub(super) level: usize,
    /// Whether it is a document, not a node.
    pub(super) is_document: bool,
    /// Marker and heading, or the document's title, on one line.
    pub(super) label: String,
}

/// Documents with a title and all nodes, as they follow each other. A document without a title leaves its nodes to the
/// document above it.
pub(super) fn items(text: &str, report: &Report) -> Vec<Item> {
    let map = Utf16Map::new(text);
    let words = |units: Units| one_line(map.bytes(units).of(text));
    let mut places: Vec<(Units, bool, usize)> = Vec::with_capacity(report.documents.len() + report.outline.len());
    places.extend(report.documents.iter().enumerate().map(|(i, d)| (d.span, true, i)));
    places.extend(report.outline.iter().enumerate().map(|(i, n)| (n.span, false, i)));
    // A document stands before the nodes that begin where it begins, what is wider before what it holds.
    places.sort_by_key(|&((start, end), is_document, i)| (start, !is_document, u32::MAX - end, i));

    // For each document, the level of what is right under it.
    let mut under = vec![0_usize; report.documents.len()];
    let mut found = Vec::with_capacity(places.len());
    for (_, is_document, i) in places {
        if is_document {
            let Some(document) = report.documents.get(i) else { continue };
            let level = document.parent.and_then(|p| under.get(p as usize)).copied().unwrap_or(0);
            let label = document.title.map(words).filter(|title| !title.is_empty());
            if let Some(inner) = under.get_mut(i) {
                *inner = level + usize::from(label.is_some());
            }
            found.extend(label.map(|label| Item { level, is_document, label }));
        } else if let Some(node) = report.outline.get(i) {
            let top = under.get(node.document as usize).copied().unwrap_or(0);
            let level = top + (node.depth as usize).saturating_sub(1);
            found.push(Item { level, is_document, label: joined(&node.marker, &words(node.all_of_heading())) });
        }
    }
    // What other programs nest has no gaps.
    let mut most = 0;
    for item in &mut found {
        item.level = item.level.min(most);
        most = item.level + 1;
    }
    found
}

/// Marker and heading: a space between them only where the marker does not part them itself (`第一章 总则`, `1. 总则`).
fn joined(marker: &str, heading: &str) -> String {
    let marker = one_line(marker);
    let parts = marker.ends_with(|c: char| c.is_ascii() || "章节编篇条".contains(c));
    if marker.is_empty() || heading.is_empty() || !parts {
        return marker + heading;
    }
    format!("{marker} {heading}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Analyzer, Options};

    fn of(text: &str) -> Vec<(usize, bool, String)> {
        let report = Analyzer::new().analyze(text.into(), &Options::default()).report();
        items(text, &report).into_iter().map(|i| (i.level, i.is_document, i.label)).collect()
    }

    #[test]
    fn nodes_stand_under_their_document() {
        let found =
            of("在全区工作会议上的讲话\n\n同志们：\n一、认清形势\n形势逼人。一是任务重；二是时间紧。\n二、抓好落实\n");
        let expected = [
            (0, true, "在全区工作会议上的讲话"),
            (1, false, "一、认清形势"),
            (2, false, "一是任务重"),
            (2, false, "二是时间紧"),
            (1, false, "二、抓好落实"),
        ];
        assert_eq!(found, expected.map(|(level, document, label)| (level, document, label.to_owned())));
    }

    #[test]
    fn without_a_title_nodes_stand_at_the_top() {
        assert_eq!(of("一、甲事\n二、乙事\n"), [(0, false, "一、甲事".into()), (0, false, "二、乙事".into())]);
        assert_eq!(of(""), []);
    }

    #[test]
    fn a_label_is_one_line() {
        let wrapped = "要落实好上级关于做好当前各项重点工作的部署\n和要求，把思想统一到中央对形势的判断上来，\n把力量凝聚到完成今年的各项目标任务上来，务\n求实效。\n一、大力弘扬实干苦干的优良作风，带动全乡工\n作一年比一年好\n干部要带头，群众要参与，大家心往一处想，劲\n往一处使。\n";
        assert_eq!(of(wrapped), [(0, false, "一、大力弘扬实干苦干的优良作风，带动全乡工作一年比一年好".to_owned())]);
        assert_eq!(joined("第一章", "总则"), "第一章 总则");
        assert_eq!(joined("1.", "总则"), "1. 总则");
        assert_eq!(joined("一是", "任务重"), "一是任务重");
        assert_eq!(joined("一、", ""), "一、");
    }
}
