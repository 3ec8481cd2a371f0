//! `number-gap`, `number-repeated`, `number-backwards`: numbers of one list that do not follow each other:
//! `一是……二是……四是……`; `二、……二、……`.

use super::{Document, bare};
use crate::outline::numeral::to_han;
use crate::outline::{Finding, Node, Scheme, Severity};
use core::cmp::Ordering;
use rustc_hash::FxHashMap;

/// Numbers out of step within a list, and lists that begin with a number the one beside them has passed.
pub(super) fn check(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    // The last member of the latest list of each scheme right below each node.
    let mut last: FxHashMap<(Option<usize>, Scheme), &Node> = FxHashMap::default();
    for list in &document.lists {
        let pairs = document.members(list).zip(document.members(list).skip(1));
        findings.extend(pairs.filter_map(|(a, b)| step(document, a, b)));
        let (Some(begin), Some(end)) = (document.members(list).next(), document.members(list).last()) else {
            continue;
        };
        let before = last.insert((begin.parent, begin.scheme), end);
        // a list may begin anew with one; with two or three it goes back
        let back = |before: &&Node| begin.ordinal.is_some_and(|n| n > 1 && before.ordinal >= Some(n));
        findings.extend(before.filter(back).and_then(|before| step(document, before, begin)));
    }
    findings
}

fn step(document: &Document, a: &Node, b: &Node) -> Option<Finding> {
    let (before, number) = (a.ordinal?, b.ordinal?);
    let (span, marker) = document.marker(b);
    let (_, last) = document.marker(a);
    if b.scheme == Scheme::OrdinalWord || number == before + 1 {
        return None;
    }
    let finding = |code, zh, en| Finding {
        code,
        severity: Severity::Error,
        span,
        zh,
        en,
        rule: "同一层次的序数应当连续。",
        rule_en: "Numbers of one level should follow each other without gaps.",
    };
    let (last, marker) = (bare(last), bare(marker));
    Some(match number.cmp(&before) {
        Ordering::Equal => finding(
            "number-repeated",
            format!("序数“{marker}”重复出现。"),
            format!("The number “{marker}” comes twice."),
        ),
        Ordering::Greater => {
            let missing = before + 1;
            let arabic = marker.contains(|c: char| c.is_ascii_digit());
            let written = if arabic { missing.to_string() } else { to_han(missing) };
            finding(
                "number-gap",
                format!("“{last}”之后是“{marker}”，缺少序数{written}。"),
                format!("“{last}” is followed by “{marker}”: number {missing} is missing."),
            )
        }
        Ordering::Less => finding(
            "number-backwards",
            format!("“{last}”之后是“{marker}”，序数倒退。"),
            format!("“{last}” is followed by “{marker}”: the numbers run backwards."),
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::super::codes;

    #[test]
    fn cases() {
        for (text, expected) in [
            ("要做到：一是抓早。提前谋划。二是抓小。防微杜渐。四是抓实。务求实效。", vec![("number-gap", "四是")]),
            (
                "一、认清形势\n形势很好。\n二、抓好落实\n抓紧抓好。\n二、加强领导\n领导带头。\n",
                vec![("number-repeated", "二、")],
            ),
            (
                "一、认清形势\n形势很好。\n三、抓好落实\n抓紧抓好。\n二、加强领导\n领导带头。\n",
                vec![("number-gap", "三、"), ("number-backwards", "二、")],
            ),
            // A second list of the same kind begins anew.
            (
                "要做到：一是抓早。提前谋划。二是抓小。防微杜渐。还要做到：一是抓实。务求实效。二是抓久。久久为功。",
                vec![],
            ),
            ("一、认清形势\n形势很好。\n二、抓好落实\n抓紧抓好。\n三、加强领导\n领导带头。\n", vec![]),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }
}
