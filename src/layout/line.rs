//! Lines as the detectors see them.
//!
//! In: the text. Out: one [`Line`] for each line that is not blank, with the measures and the folded
//! characters the detectors read, and the few tests of characters they share.

use crate::lexicon::layout_words::fold;
use crate::lexicon::{is_basic_han, simplified};
use crate::span::Span;

/// Longer lines are running text; no detector of whole lines reads past this many characters.
const KEPT: usize = 400;

/// One line that is not blank.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Without white space at its ends.
    pub(super) span: Span,
    /// Blank lines right above.
    pub(super) gap: u32,
    /// Columns of white space in front; a full-width blank takes two.
    pub(super) indent: u32,
    /// Columns; a Chinese character takes two. Not counted past [`KEPT`] characters.
    pub(super) width: u32,
    /// Characters with blanks and indent. Not counted past [`KEPT`] characters.
    pub(super) length: usize,
    /// Characters without blanks; not counted past [`KEPT`] and one.
    pub(super) chars: usize,
    /// Its first characters without blanks, folded.
    pub(super) folded: String,
    /// Its last character, folded.
    pub(super) last: char,
    /// Whether it is as wide as the paper, in hard-wrapped text (see `wrap`).
    pub(super) fills: bool,
    /// Whether it is cut to the very length to which all lines around it are cut.
    pub(super) cut: bool,
    /// Whether it stands within a paragraph that began above.
    pub(super) goes_on: GoesOn,
    /// Whether its indent makes it the first of a paragraph, where indents tell.
    pub(super) first: Option<bool>,
}

/// How a line goes on with the one above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum GoesOn {
    /// Not by what its characters tell.
    #[default]
    No,
    /// Within a sentence of a hard-wrapped paragraph (see `wrap`).
    Wrapped,
    /// Within a sentence of a torn paragraph (see `torn`).
    Torn,
}

impl Line {
    /// Whether it stands within a paragraph, so that what it looks like by itself says nothing.
    pub(super) fn is_inside(&self) -> bool {
        self.goes_on != GoesOn::No
    }

    /// The whole line, folded, where it has at most `chars` characters.
    pub(super) fn within(&self, chars: usize) -> Option<&str> {
        (self.chars <= chars.min(KEPT)).then_some(self.folded.as_str())
    }

    /// Its last characters, folded, blanks as given.
    pub(super) fn tail(&self, text: &str) -> String {
        const TAIL: usize = 24;
        let body = self.span.of(text);
        let from = body.char_indices().rev().take(TAIL).last().map_or(0, |(at, _)| at);
        body.get(from..).unwrap_or("").chars().map(fold).collect()
    }

    /// Whether it ends as a sentence or a clause does, or leads to what follows.
    pub(super) fn ends_sentence(&self) -> bool {
        matches!(self.last, '。' | '!' | '?' | ';' | ':' | '…' | '.')
    }

    /// Whether it breaks off within a sentence by its last mark.
    pub(super) fn breaks_off(&self) -> bool {
        matches!(self.last, ',' | '、' | '(' | '《' | '“' | '[')
    }
}

/// The beginning of a stretch of text, folded and without blanks, with the way back to the text as given.
pub(super) struct Folded {
    /// Folded, without blanks.
    pub(super) text: String,
    /// For each byte of it, the end of its character in the text as given.
    ends: Vec<usize>,
}

impl Folded {
    /// Folds the first `chars` characters of a text.
    pub(super) fn beginning(text: &str, chars: usize) -> Self {
        let mut folded = Self { text: String::new(), ends: Vec::new() };
        for (at, c) in text.char_indices().take(chars).filter(|(_, c)| !is_blank(*c)) {
            let kept = fold(c);
            folded.text.push(kept);
            folded.ends.extend(std::iter::repeat_n(at + c.len_utf8(), kept.len_utf8()));
        }
        folded
    }

    /// Bytes of the text as given that the first `len` folded bytes stand for.
    pub(super) fn raw(&self, len: usize) -> Option<usize> {
        self.ends.get(len.checked_sub(1)?).copied()
    }
}

/// Whether a character is blank: white space, the mark of byte order, the blanks without width.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

/// Columns a character takes in fixed-width type.
fn columns(c: char) -> u32 {
    match c {
        '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{2060}' => 0,
        '\u{2014}' | '\u{2018}' | '\u{2019}' | '\u{201C}' | '\u{201D}' | '\u{2026}' | '\u{2E80}'.. => 2,
        _ => 1,
    }
}

/// Reads the lines of a text.
pub(super) fn read(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    let mut gap = 0;
    let mut returned = false;
    for raw in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        match measure(raw, at) {
            Some(line) => lines.push(Line { gap: std::mem::take(&mut gap), ..line }),
            // the second half of a line end of two characters is no blank line
            None => gap += u32::from(!(returned && raw == "\n")),
        }
        returned = raw.ends_with('\r');
        at += raw.len();
    }
    lines
}

/// Measures one line that starts at byte `at`; none when it is blank.
fn measure(raw: &str, at: usize) -> Option<Line> {
    let body = raw.trim_start_matches(is_blank);
    let blank = raw.get(..raw.len() - body.len()).unwrap_or("");
    let start = at + blank.len();
    let body = body.trim_end_matches(is_blank);
    let mut line = Line { span: Span::new(start, start + body.len()), ..Line::default() };
    line.indent = blank.chars().map(columns).sum();
    line.length = blank.chars().count();
    line.last = body.chars().next_back().map(fold).unwrap_or_default();
    line.folded.reserve(body.len().min(3 * KEPT));
    for c in body.chars() {
        line.length += 1;
        // most characters are of these, and fold to one of them
        let han = is_basic_han(c);
        line.width += if han { 2 } else { columns(c) };
        if han || !is_blank(c) {
            line.chars += 1;
            if line.chars > KEPT {
                break;
            }
            line.folded.push(if han { simplified(c) } else { fold(c) });
        }
    }
    (line.chars > 0).then_some(line)
}

/// Whether a character counts in Chinese or Arabic digits, or stands for a redacted one.
pub(super) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || is_han_numeral(c) || is_redacted(c)
}

/// Whether a character counts in Chinese.
pub(super) fn is_han_numeral(c: char) -> bool {
    "〇零一二三四五六七八九十百千廿卅".contains(c)
}

/// Whether a character stands for one left out: `**市`, `20XX年`, `张某某`.
pub(super) fn is_redacted(c: char) -> bool {
    matches!(c, '*' | 'X' | 'x' | '×' | '某' | '□' | '#')
}

/// What follows the marker when the folded line opens with one of the schemes of numbers (一、 (一) 1. 第一章 ①
/// 第一, 一是): a head or an item, never a title, a byline or a body.
pub(super) fn after_number(line: &str) -> Option<&str> {
    let first = line.chars().next()?;
    if matches!(first, '①'..='⑳' | '⑴'..='⒇' | '•' | '●' | '■' | '◆' | '★' | '▲') {
        return line.get(first.len_utf8()..);
    }
    if first == '(' {
        let (number, rest) = line.get(1..)?.split_once(')')?;
        let short = number.chars().count() <= 4 && !number.is_empty();
        return (short && number.chars().all(is_number_or_letter)).then_some(rest);
    }
    if let Some(rest) = line.strip_prefix('第') {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || is_han_numeral(c));
        let unit = rest.chars().next()?;
        let starts = rest.starts_with("部分") || matches!(unit, '章' | '节' | '条' | '编' | ',' | '、' | '是');
        return starts.then(|| rest.get(unit.len_utf8()..)).flatten();
    }
    let rest = line.trim_start_matches(is_han_numeral);
    if rest.len() < line.len() {
        let mark = rest.chars().next()?;
        let item = line.len() - rest.len() == 3 && matches!(mark, '是' | '要');
        return (item || matches!(mark, '、' | '.' | ',' | ':')).then(|| rest.get(mark.len_utf8()..)).flatten();
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < line.len() && line.len() - rest.len() <= 3 {
        let mark = rest.chars().next()?;
        return matches!(mark, '.' | '、' | ')' | '﹒' | '．').then(|| rest.get(mark.len_utf8()..)).flatten();
    }
    None
}

fn is_number_or_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_han_numeral(c)
}

/// The inside of a line that stands in brackets as a whole.
pub(super) fn inside_brackets(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('(')?.strip_suffix(')')?;
    (!inner.contains('(') || inner.rfind('(') < inner.rfind(')')).then_some(inner)
}

#[cfg(test)]
pub(super) fn one(text: &str) -> Line {
    read(text).pop().expect("a line that is not blank")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_measured_and_folded() {
        let lines = read("\u{feff}　　第一，各位同誌！\r\n\r\n \u{a0}\n12 345\n");
        let seen: Vec<_> = lines.iter().map(|l| (l.folded.as_str(), l.indent, l.width, l.gap)).collect();
        assert_eq!(seen, [("第一,各位同志!", 4, 16, 0), ("12345", 0, 6, 2)]);
        assert!(read(" \n\u{3000}").is_empty());
    }

    #[test]
    fn long_lines_keep_their_beginning_only() {
        let line = one(&"字".repeat(1000));
        assert_eq!((line.chars, line.folded.chars().count(), line.within(1000)), (KEPT + 1, KEPT, None));
    }

    #[test]
    fn numbers_open_heads() {
        for line in
            ["一、总体要求", "(一)目标", "1.任务", "12、措施", "第一章总则", "第一,学习", "①甲", "一是学", "(a)甲"]
        {
            assert!(after_number(line).is_some(), "{line}");
        }
        for line in ["一枝一叶", "第十三届全国", "2021年方案", "(试行草案稿)", "第一书记", "十四五规划", "2.5"]
        {
            assert!(after_number(line).is_none() || line == "2.5", "{line}");
        }
    }
}
