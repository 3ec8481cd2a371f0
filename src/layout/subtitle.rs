//! Subtitles 副标题 below a title: `——在全市工作会议上的讲话`, `（征求意见稿）`, the occasion with its date
//! (`——2026年1月27日在某省人民代表大会上`).
//!
//! In: a folded line that stands right below a title. Out: whether it is one.

use super::date;
use super::line::{ends_with, inside_brackets};
use crate::lexicon::layout_words::{Genre, genre};

/// Whether a folded line below a title is its subtitle.
pub(super) fn is(line: &str) -> bool {
    let longest = if dashed(line) && ends_with(line, &["讲话", "报告", "部分"]) { 140 } else { 80 };
    if line.chars().count() > longest || line.ends_with(['。', ';', ':']) {
        return false;
    }
    dashed(line) || occasion(inside_brackets(line).unwrap_or(line)) || edition(line) || speech(line) || meeting(line)
}

/// `——…`
pub(super) fn dashed(line: &str) -> bool {
    line.starts_with('—') || line.starts_with("--")
}

/// A date and where the words were said.
pub(super) fn occasion(line: &str) -> bool {
    let rest = date::prefix(line).and_then(|end| line.get(end..));
    rest.is_some_and(|rest| rest.starts_with('在') && rest.ends_with(['上', '时', '中']))
}

/// `在某市第九届人民代表大会第一次会议上`: the occasion without its date.
fn meeting(line: &str) -> bool {
    let ends = ["会议上", "大会上", "谈会上", "仪式上", "典礼上", "论坛上"];
    line.starts_with('在') && !line.contains([',', ':']) && ends_with(line, &ends)
}

/// `(试行)`, `(征求意见稿)`, `(2021版)`
fn edition(line: &str) -> bool {
    let Some(inner) = inside_brackets(line) else { return false };
    if matches!(inner, "上" | "中" | "下" | "续") {
        return true;
    }
    let years =
        inner.ends_with('年') && inner.contains(['-', '—', '~']) && inner.starts_with(|c: char| c.is_ascii_digit());
    let words = [
        "试行", "稿", "提纲", "要点", "草案", "版", "修订", "节选", "摘要", "摘编", "全文", "代", "讲话", "发言",
        "致辞", "报告",
    ];
    inner.chars().count() <= 30 && (years || ends_with(inner, &words))
}

/// `在某某会议上的讲话` below a title that says what the speech is about.
fn speech(line: &str) -> bool {
    line.starts_with('在') && genre(line) == Some(Genre::Speech)
}

/// Whether a line goes on with the occasion that the subtitle above broke off.
pub(super) fn continues(above: &str, line: &str) -> bool {
    let said = |s: &str| s.ends_with(['上', '时', '中', ')']) || genre(s).is_some();
    dashed(above) && !said(above) && said(line) && line.chars().count() <= 40
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_subtitles() {
        let yes = [
            "——2026年1月5日在某市人民代表大会上",
            "(征求意见稿)",
            "--在全市会议上的讲话",
            "1957年6月26日在第一届会议上",
            "在全市会议上的讲话",
            "在某市第九届人民代表大会第一次会议上",
            "(2021—2023年)",
        ];
        for line in yes {
            assert!(is(line), "{line}");
        }
        let no = ["(2020年2月3日)", "——经济平稳增长。", "市长王某", "(一)总体要求", "在发展中保障民生", "2020年2月3日"];
        for line in no {
            assert!(!is(line), "{line}");
        }
    }

    #[test]
    fn a_subtitle_may_take_two_lines() {
        assert!(continues("——2026年1月5日在某省第九届", "人民代表大会第五次会议上"));
        assert!(!continues("——在全市会议上的讲话", "市长王某"));
    }
}
