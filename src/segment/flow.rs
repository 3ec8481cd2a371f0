//! What is cut in one go, and without the white space that only the page layout put into words.
//!
//! In: text and layout. Out: [`Flow`]s, each a paragraph (or the lines of one paragraph broken by hard
//! wraps) as the reader means it, with the way back to raw offsets: `同心 同向` reads `同心同向`.

use crate::layout::{Block, BlockKind, Layout};
use crate::lexicon::{is_han, marks, to_simplified};
use crate::span::Span;
use std::borrow::Cow;

/// One stretch of running text as it is meant, and where each byte of it stands in the raw text.
#[derive(Debug)]
pub struct Flow<'t> {
    /// Without stray white space; in simplified characters if asked for.
    pub text: Cow<'t, str>,
    /// Raw offset of its first byte.
    base: usize,
    /// Where white space was taken out, ascending.
    gaps: Vec<Gap>,
}

/// White space taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Gap {
    /// Offset in the cleaned text before which it stood.
    at: usize,
    /// All bytes taken out up to here, this gap included.
    removed: usize,
}

impl Flow<'_> {
    /// Translates spans of the cleaned text to the raw one; spans must come in text order.
    pub fn to_raw(&self) -> impl FnMut(Span) -> Span {
        let mut next = 0;
        let mut removed = 0;
        let mut skip_to = move |at: usize| {
            while let Some(gap) = self.gaps.get(next).filter(|g| g.at <= at) {
                removed = gap.removed;
                next += 1;
            }
            removed
        };
        // A gap right behind a word is not part of it: the end looks at the gaps before its last byte.
        move |span| {
            let start = self.base + span.start + skip_to(span.start);
            let end = self.base + span.end + skip_to(span.end.saturating_sub(1));
            Span::new(start, end)
        }
    }
}

/// The flows of a text, boilerplate left out.
pub fn flows<'t>(text: &'t str, layout: &Layout, folded: bool) -> impl Iterator<Item = Flow<'t>> {
    spans(text, layout).map(move |span| clean(text, span, folded))
}

/// Where each flow stands in the raw text.
pub(super) fn spans(text: &str, layout: &Layout) -> impl Iterator<Item = Span> {
    let mut blocks = layout.blocks.iter().filter(|b| b.kind != BlockKind::Boilerplate).peekable();
    core::iter::from_fn(move || {
        let first = blocks.next()?;
        let mut last = first;
        while let Some(next) = blocks.next_if(|next| is_wrapped(text, last, next)) {
            last = next;
        }
        Some(Span::new(first.span.start, last.span.end))
    })
}

/// Whether the line break between two blocks stands in mid-sentence: no indent, no mark at the end of
/// a line long enough to be running text, and no number that opens the next.
fn is_wrapped(text: &str, before: &Block, after: &Block) -> bool {
    let running = |b: &Block| b.kind == BlockKind::Paragraph;
    if !running(before) || !running(after) || before.document != after.document {
        return false;
    }
    let between = Span::new(before.span.end, after.span.start).of(text);
    let unindented = between.trim_start_matches([' ', '\r']) == "\n";
    unindented && is_full_line(before.span.of(text)) && continues(after.span.of(text))
}

/// Long enough for running text, with a mark inside and none at its end.
fn is_full_line(line: &str) -> bool {
    const SHORTEST: usize = 15 * '一'.len_utf8();
    // most end with a mark: their last line need not be sought
    let last = || line.rsplit('\n').next().unwrap_or(line);
    line.ends_with(is_han) && last().len() >= SHORTEST && last().contains(is_clause_mark)
}

/// Opens with a Chinese character that is no number (`一、`, `第二条`).
fn continues(line: &str) -> bool {
    line.starts_with(|c| is_han(c) && !matches!(c, '第' | '附')) && !line.starts_with(super::kind::is_han_digit)
}

fn is_clause_mark(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | '、' | '！' | '？' | ',' | ';')
}

/// White space and what has no width.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || has_no_width(c)
}

/// Zero-width spaces and joiners, byte order marks, soft hyphens.
fn has_no_width(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// Takes stray white space out of a stretch.
pub(super) fn clean(text: &str, span: Span, folded: bool) -> Flow<'_> {
    let raw = span.of(text);
    let gaps = stray_blanks(raw);
    let mut cleaned = Cow::Borrowed(raw);
    let mut kept = Vec::with_capacity(gaps.len());
    if !gaps.is_empty() {
        let mut out = String::with_capacity(raw.len());
        let mut from = 0;
        for gap in &gaps {
            out.push_str(Span::new(from, gap.start).of(raw));
            from = gap.end;
            kept.push(Gap { at: out.len(), removed: gap.end - out.len() });
        }
        out.push_str(raw.get(from..).unwrap_or(""));
        cleaned = Cow::Owned(out);
    }
    if folded {
        cleaned = to_simplified(cleaned);
    }
    Flow { text: cleaned, base: span.start, gaps: kept }
}

/// The runs of white space that stand inside what is meant to be read without a break.
fn stray_blanks(raw: &str) -> Vec<Span> {
    let mut strays = Vec::new();
    let mut at = 0;
    for (start, _) in marks(raw).filter(|&(_, c)| is_blank(c)) {
        // the first of a run stands for all
        if start < at {
            continue;
        }
        let rest = raw.get(start..).unwrap_or("");
        let end = start + rest.find(|c| !is_blank(c)).unwrap_or(rest.len());
        let blank = Span::new(start, end);
        if is_stray(raw, blank, strays.last().copied()) {
            strays.push(blank);
        }
        at = end;
    }
    strays
}

/// Whether white space between two characters is an accident of typesetting rather than layout.
///
/// Layout are: the space behind `第二条`, the spaces between names, titles or slogans on a line without
/// any punctuation, wide gaps. Accidents are: line wraps, single spaces in running text, spaces between the single
/// letters of a label (`目　录`).
fn is_stray(raw: &str, blank: Span, earlier: Option<Span>) -> bool {
    /// How far around a space its surroundings are looked at; keeps long lines linear.
    const NEAR: usize = 120;
    let gap = blank.of(raw);
    // Nobody sees it, so nobody meant it, whatever stands around.
    if gap.chars().all(has_no_width) {
        return true;
    }
    let before = raw.get(floor(raw, blank.start.saturating_sub(NEAR))..blank.start).unwrap_or("");
    let after = raw.get(blank.end..floor(raw, blank.end + NEAR)).unwrap_or("");
    if !before.ends_with(is_han) || !after.starts_with(is_han) {
        return false;
    }
    if gap.contains('\n') {
        return true;
    }
    let line_before = before.rsplit('\n').next().unwrap_or(before);
    let line_after = after.split('\n').next().unwrap_or(after);
    let head = line_before.rsplit(is_blank).next().unwrap_or(line_before);
    let tail = line_after.split(|c| is_blank(c) || is_clause_mark(c)).next().unwrap_or(line_after);
    let opens_line = head.len() == line_before.trim_start_matches(is_blank).len();
    let is_one = |piece: &str| piece.chars().nth(1).is_none();
    if is_one(head) && is_one(tail) {
        let spaced_out = opens_line || earlier.is_some_and(|e| e.end + head.len() == blank.start);
        return spaced_out && !head.starts_with(super::kind::is_han_digit);
    }
    let is_single = gap.chars().nth(1).is_none() && gap != "\u{3000}" && gap != "\t";
    let is_label = opens_line && head.chars().count() <= 6 && head.starts_with(['第', '附']);
    is_single && !is_label && (line_before.contains(is_clause_mark) || line_after.contains(is_clause_mark))
}

/// The character boundary at or before an offset.
fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;

    fn texts(text: &str) -> Vec<String> {
        // lines as running text, whatever layout takes such short samples for
        let mut layout = layout::read(text);
        layout.blocks.iter_mut().for_each(|block| block.kind = BlockKind::Paragraph);
        flows(text, &layout, false).map(|f| f.text.into_owned()).collect()
    }

    #[test]
    fn stray_spaces_and_wraps_go_layout_stays() {
        for (raw, meant) in [
            ("实现工作的同心 同向、高效运转。", &["实现工作的同心同向、高效运转。"][..]),
            ("优选项\u{a0}目，抓好落\u{200b}实。", &["优选项目，抓好落实。"]),
            ("\u{FEFF}二、抓\u{200B}落实\u{200B}", &["二、抓落实"]),
            ("目　　录", &["目录"]),
            ("传　　真：12345", &["传真：12345"]),
            ("第二条 本办法适用于全市，自印发之日起施行。", &["第二条 本办法适用于全市，自印发之日起施行。"]),
            ("市长 张三　李四", &["市长 张三　李四"]),
            ("弘扬家风 树立国风", &["弘扬家风 树立国风"]),
            ("使用 AI 技术，提升 5G 覆盖。", &["使用 AI 技术，提升 5G 覆盖。"]),
        ] {
            assert_eq!(texts(raw), meant, "{raw}");
        }
    }

    #[test]
    fn hard_wraps_join_lines_of_one_paragraph_only() {
        let wrapped = "我们要坚持稳中求进工作总基调，完整准确全面贯彻新发\n展理念，加快构建新发展格局。";
        assert_eq!(texts(wrapped), ["我们要坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，加快构建新发展格局。"]);
        for apart in [
            "打开思路，进一步增强深入田间走访农户意识\n　　春耕不等人。",
            "打开思路，进一步增强深入田间走访农户意识\n二、抓好落实",
            "抓好落实\n今年任务很重，要早谋划。",
        ] {
            assert_eq!(texts(apart).len(), 2, "{apart}");
        }
    }

    #[test]
    fn spans_lead_back_to_the_raw_text() {
        let text = "抓项 目、促落 实。";
        let flow = clean(text, Span::new(0, text.len()), false);
        assert_eq!(flow.text, "抓项目、促落实。");
        let mut to_raw = flow.to_raw();
        let words = [(0, 3), (3, 9), (9, 12), (12, 15), (15, 21), (21, 24)];
        let raw: Vec<&str> = words.iter().map(|&(a, b)| to_raw(Span::new(a, b)).of(text)).collect();
        assert_eq!(raw, ["抓", "项 目", "、", "促", "落 实", "。"]);
    }
}
