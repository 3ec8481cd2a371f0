//! Lines as the detectors see them.
//!
//! In: the text. Out: one [`Line`] for each line that is not blank, with its [`Looks`] and what lines around it say
//! about it, and the few tests of characters the detectors share.

use super::BlockKind;
use super::looks::Looks;
use crate::edit::{ByPlace, Edit};
pub(super) use crate::lexicon::holds;
use crate::lexicon::layout_words::fold;
use crate::span::Span;
use std::ops::Deref;
use std::sync::Arc;

/// One line that is not blank.
#[derive(Debug)]
pub(super) struct Line {
    /// Without white space at its ends.
    pub(super) span: Span,
    /// Blank lines right above.
    pub(super) gap: u32,
    /// What its characters tell.
    looks: Arc<Looks>,
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

impl Deref for Line {
    type Target = Looks;

    fn deref(&self) -> &Looks {
        &self.looks
    }
}

impl Line {
    /// Whether it stands within a paragraph, so that what it looks like by itself says nothing.
    pub(super) fn is_inside(&self) -> bool {
        self.goes_on != GoesOn::No
    }

    /// The kind it has wherever it stands.
    pub(super) fn fixed(&self) -> Option<BlockKind> {
        if self.is_inside() { None } else { self.kind() }
    }

    /// Its last characters, folded, blanks as given.
    pub(super) fn tail(&self, text: &str) -> String {
        const TAIL: usize = 24;
        let body = self.span.of(text);
        let from = body.char_indices().rev().take(TAIL).last().map_or(0, |(at, _)| at);
        body.get(from..).unwrap_or("").chars().map(fold).collect()
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

/// What the last reading found.
#[derive(Debug, Default)]
pub(super) struct Memory {
    looks: ByPlace<Arc<Looks>>,
    /// Whether the text had other marks than `\n` that end a line.
    parted: bool,
}

/// Reads the lines of a text.
pub(super) fn read(text: &str, mut known: Option<(&mut Memory, &Edit)>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    let mut gap = 0;
    let mut returned = false;
    // hardly any text has other marks that end a line; to ask whether it contains them takes wasm, without vectors, longer
    let new = known.as_ref().map_or(text, |(_, edit)| edit.replaced().1.of(text));
    let mut parted = OTHERS.iter().any(|&mark| new.match_indices(mark).next().is_some());
    if let Some((memory, _)) = &mut known {
        memory.parted |= parted;
        parted = memory.parted;
    }
    for raw in text.split_inclusive('\n').flat_map(|line| parts(line, parted)) {
        let body = raw.trim_end_matches(is_blank);
        let indent = body.len() - body.trim_start_matches(is_blank).len();
        if body.is_empty() {
            // the second half of a line end of two characters is no blank line
            gap += u32::from(!(returned && raw == "\n"));
        } else {
            let look = || Arc::new(Looks::of(body));
            let place = Span::new(at, at + body.len());
            lines.push(Line {
                span: Span::new(at + indent, at + body.len()),
                gap: core::mem::take(&mut gap),
                looks: match &mut known {
                    Some((memory, edit)) => memory.looks.of(place, edit, |_| true, look).clone(),
                    None => look(),
                },
                fills: false,
                cut: false,
                goes_on: GoesOn::No,
                first: None,
            });
        }
        returned = raw.ends_with('\r');
        at += raw.len();
    }
    if let Some((memory, _)) = known {
        memory.looks.turn();
    }
    lines
}

/// Marks that end a line as well.
const OTHERS: [char; 3] = ['\r', '\u{2028}', '\u{2029}'];

/// Parts a line at these, where the text has any.
fn parts(line: &str, parted: bool) -> impl Iterator<Item = &str> {
    let parts = parted.then(|| line.split_inclusive(OTHERS));
    parts.into_iter().flatten().chain((!parted).then_some(line))
}

/// Whether a character counts in Chinese or Arabic digits, or stands for a redacted one.
pub(super) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || is_han_numeral(c) || is_redacted(c)
}

/// Whether a character counts in Chinese.
pub(super) fn is_han_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '廿'
            | '卅'
    )
}

/// Whether a character stands for one left out: `**市`, `20XX年`, `张某某`.
pub(super) fn is_redacted(c: char) -> bool {
    matches!(c, '*' | 'X' | 'x' | '×' | '某' | '□' | '#')
}

/// Whether a text begins with one of some words.
#[inline(never)] // here and below: for a small wasm
pub(super) fn begins_with(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// Whether a text ends with one of some words.
#[inline(never)]
pub(super) fn ends_with(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

/// Whether one of some words stands in a text.
#[inline(never)]
pub(super) fn holds_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| holds(text, word))
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
    read(text, None).pop().expect("a line that is not blank")
}

#[cfg(test)]
mod tests {
    use super::*;

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
