//! What Markdown puts between the characters of a text: drafts often come as Markdown.
//!
//! In: a text. Out: the stretches that are no part of what is read: `#` and `>` with their blanks where a line begins, the
//! asterisks around words in bold. Asterisks that stand for names left out (`**市**县`) are none of these.

use super::is_han;
use crate::span::Span;

/// Asterisks around words in bold.
const BOLD: &str = "**";

/// The marks of a text, looked for once a character is met that may be one: most texts have none.
pub(crate) struct Marks<'t> {
    text: &'t str,
    found: Option<Vec<Span>>,
}

impl<'t> Marks<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Self { text, found: None }
    }

    /// The end of the mark that the character at a place belongs to.
    pub(crate) fn end(&mut self, c: char, at: usize) -> Option<usize> {
        if !matches!(c, '#' | '>' | '*') {
            return None;
        }
        let marks = self.found.get_or_insert_with(|| find(self.text));
        let next = marks.partition_point(|mark| mark.end <= at);
        marks.get(next).filter(|mark| mark.start <= at).map(|mark| mark.end)
    }
}

/// The marks of a text, in order.
fn find(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        of_line(line, start, &mut found);
        start += line.len();
    }
    found
}

/// A line, or a title over several, without the marks at its ends.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let mut body = span.of(text);
    while let Some(rest) = block_mark(body).and_then(|mark| body.get(mark..)) {
        body = rest;
    }
    let whole = Span::new(span.end - body.len(), span.end);
    let inner = body.strip_prefix(BOLD).and_then(|body| body.strip_suffix(BOLD)).filter(|inner| !inner.contains('*'));
    inner.map_or(whole, |inner| Span::new(whole.start + BOLD.len(), whole.start + BOLD.len() + inner.len()))
}

/// The level of the heading that Markdown makes of a line, 1 to 6.
pub(crate) fn level(line: &str) -> Option<usize> {
    let line = line.trim_start();
    let marks = line.len() - line.trim_start_matches('#').len();
    (marks > 0 && block_mark(line).is_some()).then_some(marks)
}

fn of_line(line: &str, start: usize, found: &mut Vec<Span>) {
    let mut at = line.len() - line.trim_start().len();
    // quotations of quotations, and headings in them
    while let Some(mark) = line.get(at..).and_then(block_mark) {
        found.push(Span::new(start + at, start + at + mark));
        at += mark;
    }
    if let Some(bold) = bold(line) {
        found.extend(bold.into_iter().step_by(2).map(|at| Span::new(start + at, start + at + BOLD.len())));
    }
}

/// Bytes of the mark of a heading or a quotation with which a line begins, and of the blanks behind it.
fn block_mark(line: &str) -> Option<usize> {
    let first = line.chars().next().filter(|c| matches!(c, '#' | '>'))?;
    let marks = line.len() - line.trim_start_matches(first).len();
    let rest = line.get(marks..)?;
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    // behind blanks alone there is nothing they could head
    (marks <= 6 && blanks > 0 && !rest.trim().is_empty()).then_some(marks + blanks)
}

/// Where the asterisks of a line stand, if they stand around words in bold; where one pair plainly does, all do.
fn bold(line: &str) -> Option<Vec<usize>> {
    let stars: Vec<usize> = line.match_indices('*').map(|(at, _)| at).collect();
    let in_twos = |four: &[usize]| matches!(four, &[open, a, close, b] if open + 1 == a && close + 1 == b);
    let is_bold = |four: &[usize]| {
        let (Some(&open), Some(&close)) = (four.first(), four.get(2)) else { return false };
        let (before, words, behind) =
            (line.get(..open), line.get(open + BOLD.len()..close), line.get(close + BOLD.len()..));
        is_strong(before.unwrap_or(""), words.unwrap_or(""), behind.unwrap_or(""))
    };
    (stars.chunks(4).all(in_twos) && stars.chunks(4).any(is_bold)).then_some(stars)
}

/// Whether words between asterisks are in bold: nothing goes on across either end.
fn is_strong(before: &str, words: &str, behind: &str) -> bool {
    let goes_on = |c: char| is_han(c) || c.is_alphanumeric();
    let (Some(first), Some(last)) = (words.chars().next(), words.chars().next_back()) else { return false };
    let apart = before.chars().next_back().is_none_or(|c| !goes_on(c) && c != '、') && words.chars().nth(1).is_some();
    let ends = !goes_on(last) && !matches!(last, '、' | '，' | ',');
    let closed = ends || behind.chars().next().is_none_or(|c| !goes_on(c));
    !first.is_whitespace() && !last.is_whitespace() && apart && closed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let marks = find(text);
        text.char_indices()
            .filter(|(at, _)| !marks.iter().any(|m| m.start <= *at && *at < m.end))
            .map(|(_, c)| c)
            .collect()
    }

    #[test]
    fn marks_at_the_ends_are_trimmed() {
        for (text, expected) in [
            ("# **关于加强管理的通知**", "关于加强管理的通知"),
            ("> # 通知", "通知"),
            ("**一、目标：**和**任务**", "**一、目标：**和**任务**"),
            ("", ""),
        ] {
            assert_eq!(trim(text, Span::new(0, text.len())).of(text), expected, "{text}");
        }
    }

    #[test]
    fn headings_have_levels() {
        for (line, expected) in [
            ("# 通知", Some(1)),
            (" ### 压实责任", Some(3)),
            ("#市总结", None),
            ("> 来源", None),
            ("一、总体要求", None),
        ] {
            assert_eq!(level(line), expected, "{line}");
        }
    }

    #[test]
    fn marks_are_told_from_text() {
        for (text, without) in [
            ("# 关于加强管理的通知", "关于加强管理的通知"),
            ("  ### （一）压实责任", "  （一）压实责任"),
            ("> > ## 编者按", "编者按"),
            ("**一、总体要求**", "一、总体要求"),
            ("**（一）加强领导。**各单位要成立小组。", "（一）加强领导。各单位要成立小组。"),
            ("1. **压实责任**：各单位要**严格落实**。", "1. 压实责任：各单位要严格落实。"),
            ("一要讲团结，**讲大局**；二要讲奉献", "一要讲团结，讲大局；二要讲奉献"),
            ("# 通知\n> 来源\n正文", "通知\n来源\n正文"),
            // kept: what is left out, what is counted, what is no mark without a blank
            ("**市**县人民政府", "**市**县人民政府"),
            ("**市委、**县委要求", "**市委、**县委要求"),
            ("在**市委和**县委的领导下", "在**市委和**县委的领导下"),
            ("**同志在会上讲话", "**同志在会上讲话"),
            ("在***的领导下，***同志", "在***的领导下，***同志"),
            ("#市2025年工作总结", "#市2025年工作总结"),
            ("#", "#"),
            ("# ", "# "),
            ("####### 七个", "####### 七个"),
            ("****", "****"),
            ("** 县**", "** 县**"),
            ("3*4 > 2", "3*4 > 2"),
        ] {
            assert_eq!(read(text), without, "{text}");
        }
    }
}
