//! `heading-pattern`, `heading-length`: one heading among its siblings that leaves their common frame, or is much longer.

use super::{Document, numbers_lines};
use crate::outline::{Finding, Node, Severity};
use crate::span::one_line;
use rustc_hash::FxHashSet;

/// Headings longer than this are sentences; nobody sets them to a pattern. In characters.
const LONGEST: usize = 30;
/// Headings of one measure differ by no more than this, in characters.
const EVEN: usize = 2;
/// Siblings that make a pattern.
const SIBLINGS: usize = 4;

/// At most one finding a list.
pub(super) fn check(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut said = FxHashSet::default();
    for list in &document.lists {
        let nodes: Vec<&Node> = document.members(list).filter(|n| numbers_lines(n)).collect();
        let headings: Vec<String> = nodes.iter().map(|n| one_line(n.heading.of(document.text))).collect();
        let words: Vec<&str> = headings.iter().map(|heading| name(heading)).collect();
        if nodes.len() < SIBLINGS {
            continue;
        }
        let lengths: Vec<usize> = words.iter().map(|w| w.chars().count()).collect();
        let found = stranger(&words, &lengths)
            .map(|(i, frame)| {
                (
                    i,
                    "heading-pattern",
                    format!("同级标题多作“{frame}”，此处句式不同。"),
                    format!("Its siblings share “{frame}”; this heading does not."),
                )
            })
            .or_else(|| {
                let (i, usual) = giant(&lengths)?;
                Some((
                    i,
                    "heading-length",
                    format!("同级标题一般{usual}字，此处{}字，长短悬殊。", lengths.get(i)?),
                    format!("Its siblings have about {usual} characters; this heading has {}.", lengths.get(i)?),
                ))
            });
        // 预期成果 below each of five 试点…: said once
        if let Some((i, code, zh, en)) = found
            && let Some(node) = nodes.get(i)
            && words.get(i).is_some_and(|name| said.insert((*name).to_owned()))
        {
            findings.push(Finding {
                code,
                severity: Severity::Note,
                span: node.heading,
                zh,
                en,
                rule: "同级标题句式、长短宜相称。",
                rule_en: "Headings of one level should match in pattern and length.",
            });
        }
    }
    findings
}

/// What a heading names: a line may go on behind a colon with what it says of that.
fn name(heading: &str) -> &str {
    heading.split(['：', ':']).next().unwrap_or(heading).trim()
}

/// The one heading that lacks what all others share: two characters and more at the start or the end.
fn stranger(words: &[&str], lengths: &[usize]) -> Option<(usize, String)> {
    // Only headings cut to one length are meant to match.
    let (most, least) = (lengths.iter().max()?, lengths.iter().min()?);
    if *most > LONGEST || most - least > EVEN {
        return None;
    }
    let start = |w: &str| w.chars().take(2).collect::<String>();
    let end = |w: &str| w.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect::<String>();
    let odd = |of: &dyn Fn(&str) -> String| {
        let keys: Vec<String> = words.iter().map(|w| of(w)).collect();
        let common = keys.iter().find(|k| keys.iter().filter(|l| l == k).count() == keys.len() - 1)?;
        Some((keys.iter().position(|k| k != common)?, common.clone()))
    };
    odd(&start)
        .map(|(i, frame)| (i, format!("{frame}…")))
        .or_else(|| odd(&end).map(|(i, frame)| (i, format!("…{frame}"))))
}

/// The one heading more than three times as long as the longest of the others, and over twelve characters more.
fn giant(lengths: &[usize]) -> Option<(usize, usize)> {
    let (i, &longest) = lengths.iter().enumerate().max_by_key(|(_, l)| **l)?;
    let others = lengths.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, l)| *l);
    let usual = others.clone().max()?;
    let even = usual <= others.min()? + 6;
    (even && longest > 3 * usual && longest > usual + 12).then_some((i, usual))
}

#[cfg(test)]
mod tests {
    use super::super::codes;

    #[test]
    fn cases() {
        let doc = |heads: [&str; 4]| {
            let [a, b, c, d] = heads;
            format!(
                "一、{a}\n各单位要认真落实，抓出成效。\n二、{b}\n各单位要认真落实，抓出成效。\n三、{c}\n各单位要认真落实，抓出成效。\n四、{d}\n各单位要认真落实，抓出成效。\n"
            )
        };
        for (heads, expected) in [
            (
                ["坚持党的领导", "坚持人民至上", "推进改革创新", "坚持底线思维"],
                vec![("heading-pattern", "推进改革创新")],
            ),
            (["试点范围", "试点任务", "试点步骤", "组织实施工作要求"], vec![]),
            (["加强组织领导", "完善工作机制", "强化督促检查", "营造良好氛围"], vec![]),
            (
                ["总体要求", "重点任务", "保障措施", "关于进一步健全完善协同推进和考核评价工作机制的有关安排"],
                vec![("heading-length", "关于进一步健全完善协同推进和考核评价工作机制的有关安排")],
            ),
        ] {
            let text = doc(heads);
            assert_eq!(codes(&text), expected, "{text}");
        }
        // what follows a colon is no part of the name
        let told = doc([
            "查询服务：可查",
            "预约服务：可约",
            "提醒服务：提供缴费日期、停水停电安排的订阅和推送",
            "导引服务：可导",
        ]);
        assert_eq!(codes(&told), vec![]);
    }
}
