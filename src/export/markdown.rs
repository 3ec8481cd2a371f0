//! The outline as Markdown: a heading for each document, nested lists of its points.
//!
//! In: the text and its [`Report`]. Out: `CommonMark` that shows every character as it is.

use super::items::items;
use crate::report::Report;

/// The outline as Markdown.
pub fn markdown(text: &str, report: &Report) -> String {
    let mut written = String::new();
    // Level of the lists' outermost items, under the last heading.
    let mut base = 0;
    for item in items(text, report) {
        if item.is_document {
            let gap = if written.is_empty() { "" } else { "\n" };
            let mark = "#".repeat((item.level + 1).min(6));
            written.extend([gap, &mark, " ", &inline(&item.label), "\n\n"]);
            base = item.level + 1;
        } else {
            // Points of an outer document that follow an inner one stand further out than its heading.
            let indent = "  ".repeat(item.level.saturating_sub(base));
            written.extend([&indent, "- ", &block(&item.label), "\n"]);
        }
    }
    written
}

/// Characters Markdown would read as its own, kept as they are.
fn inline(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#&~|!".contains(c) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// The same at the start of a block, where `1.`, `-` and `+` would open another list.
fn block(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).unwrap_or((text, ""));
    let opens = if digits == 0 { rest.starts_with(['-', '+', '=']) } else { rest.starts_with(['.', ')']) };
    format!("{number}{}{}", if opens { "\\" } else { "" }, inline(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Analyzer, Options};

    fn of(text: &str) -> String {
        markdown(text, &Analyzer::new().analyze(text.into(), &Options::default()).report())
    }

    #[test]
    fn documents_are_headings_points_are_lists() {
        let text =
            "在全区工作会议上的讲话\n\n同志们：\n一、认清形势\n形势逼人。一是任务重；二是时间紧。\n二、抓好落实\n";
        let expected = "# 在全区工作会议上的讲话\n\n- 一、认清形势\n  - 一是任务重\n  - 二是时间紧\n- 二、抓好落实\n";
        assert_eq!(of(text), expected);
        assert_eq!(of(""), "");
    }

    #[test]
    fn nothing_is_read_as_markup() {
        assert_eq!(inline("用*星号*、_下划线_和[链接]"), "用\\*星号\\*、\\_下划线\\_和\\[链接\\]");
        assert_eq!(block("1. 总则"), "1\\. 总则");
        assert_eq!(block("2024年"), "2024年");
        assert_eq!(block("- 总则"), "\\- 总则");
        assert_eq!(block("# 总则"), "\\# 总则");
        assert_eq!(block("一、总则"), "一、总则");
    }
}
