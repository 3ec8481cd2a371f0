//! `promise-short`, `promise-over`, `promise-open`: a number of points announced and not kept.

use super::Document;
use crate::outline::{Finding, Severity, Verdict};

/// Announcements whose list has fewer or more points, or none.
pub(super) fn check(document: &Document) -> Vec<Finding> {
    let judged = document.announcements.iter().filter_map(|a| {
        let promised = a.promised?;
        let words = a.span.of(document.text);
        let found = a.found;
        let (code, severity, zh, en) = match a.verdict {
            Verdict::Kept => return None,
            Verdict::Short => (
                "promise-short",
                Severity::Error,
                format!("“{words}”，下文只有{found}项。"),
                format!("“{words}” promises {promised}; {found} follow."),
            ),
            Verdict::Over => (
                "promise-over",
                Severity::Error,
                format!("“{words}”，下文却有{found}项。"),
                format!("“{words}” promises {promised}; {found} follow."),
            ),
            Verdict::Open => (
                "promise-open",
                Severity::Note,
                format!("“{words}”，下文没有找到相应的分条。"),
                format!("“{words}” promises {promised}; no list answers."),
            ),
        };
        Some(Finding {
            code,
            severity,
            span: a.span,
            zh,
            en,
            rule: "说几点就是几点：数目与分条一致。",
            rule_en: "As many points as announced: the number said and the items given should agree.",
        })
    });
    judged.collect()
}

#[cfg(test)]
mod tests {
    use super::super::codes;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "下面，我讲三点意见。\n一、认清形势\n形势很好。\n二、抓好落实\n抓紧抓好。\n",
                vec![("promise-short", "讲三点意见")],
            ),
            ("下面，我讲两点意见。\n一、认清形势\n形势很好。\n二、抓好落实\n抓紧抓好。\n", vec![]),
            ("下面，我讲三点意见。大家都要努力工作。\n", vec![("promise-open", "讲三点意见")]),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }
}
