//! The text as the outline reads it: what typing and copying have put between the characters taken out, and marks
//! in their full width, so that no detector need know of it.
//!
//! In: text and [`Layout`]. Out: [`Plain`]: the blocks one after another, where
//! - the lines of a hard-wrapped paragraph are one line,
//! - traditional characters are simplified,
//! - single blanks inside words are gone (`第 一，`, `加强领 导`), and so are characters without width,
//! - Markdown's marks are gone,
//! - signs of missing fonts are gone, or the full stop of a number,
//! - half-width marks behind Chinese are full-width (`抓早;抓小`), points that end sentences are full stops, straight
//!   quotation marks that pair up open and close (`"三个一"`), low ones are as high (`〝三个一〞`),
//!
//! and the way back: spans found in it are brought to the text as given by [`Plain::raw`].

use super::alone::{Alone, Body};
use crate::edit::{ByPlace, Edit};
use crate::layout::{Block, Layout};
use crate::lexicon::markdown::Marks;
use crate::lexicon::{is_han, leading, simplified};
use crate::span::Span;
use std::ops::Range;
use std::sync::Arc;

/// Bytes of a block from which on a single blank between two Chinese characters is a slip; in a short line it may
/// part cells or the halves of a title.
const RUNNING: usize = 120;

/// A stretch of the plain text that stands for one of the text as given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    plain: Span,
    raw: Span,
}

/// One block made plain; its places are counted from its own beginning.
#[derive(Debug, Default)]
pub(super) struct Mended {
    /// None where nothing had to be mended.
    text: Option<String>,
    pieces: Vec<Piece>,
}

/// A block as it is being mended.
#[derive(Debug, Default)]
struct Mending {
    text: String,
    pieces: Vec<Piece>,
}

/// A text made plain.
#[derive(Debug, Default)]
pub(super) struct Plain {
    /// Its blocks, each with a line end.
    pub text: String,
    /// The blocks of the layout, where they stand in it.
    pub layout: Layout,
    /// What each of them says by itself.
    pub alone: Vec<Arc<Alone>>,
    pieces: Vec<Piece>,
}

impl Mended {
    /// Mends one block.
    pub(super) fn block(body: &str) -> Self {
        let mut mended = Mending::default();
        let running = body.len() >= RUNNING;
        let pointed = ends_with_point(body);
        let straight = quotes_pair_up(body);
        let mut quoted = false;
        let mut before = '\n';
        let mut marks = Marks::of(body);
        // Where the stretch begins that is taken as it stands.
        let mut from = 0;
        let mut next = 0;
        while let Some(rest) = body.get(next..) {
            // most characters are of these and stay as they are
            let (passed, rest) = rest.split_at_checked(3 * leading(rest, |c| simplified(c) != c)).unwrap_or((rest, ""));
            before = passed.chars().next_back().unwrap_or(before);
            let at = next + passed.len();
            let Some(c) = rest.chars().next() else { break };
            let mut end = at + c.len_utf8();
            next = end;
            let mut buffer = [0; 4];
            let read: &str = if let Some(mark) = marks.end(c, at) {
                end = mark;
                next = mark;
                ""
            } else if c.is_whitespace() {
                end = at + gap(rest);
                next = end;
                let blanks = body.get(at..end).unwrap_or("");
                let behind = body.get(end..).and_then(|t| t.chars().next()).unwrap_or('\n');
                if blanks.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
                    if before.is_ascii_alphanumeric() && behind.is_ascii_alphanumeric() { " " } else { "" }
                } else if matches!(blanks, " " | "\u{a0}") && is_stray(before, behind, running) {
                    ""
                } else {
                    before = ' ';
                    continue;
                }
            } else if matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{2060}') {
                ""
            } else if matches!(c, '\u{E000}'..='\u{F8FF}') {
                // A sign of a font that is not there stood for the mark of a number; elsewhere it says nothing.
                if before.is_ascii_digit() { "．" } else { "" }
            } else {
                let rest = body.get(end..).unwrap_or("");
                let stops = c == '.' && pointed && ends_sentence(before, rest);
                let read = match c {
                    '.' if stops => '。',
                    '"' if straight && quoted => '”',
                    '"' if straight => '“',
                    '〝' => '“',
                    '〞' | '〟' => '”',
                    _ => full_width(c, before, rest).unwrap_or_else(|| simplified(c)),
                };
                quoted = read == '“' || quoted && read != '”';
                before = read;
                if read == c {
                    continue;
                }
                read.encode_utf8(&mut buffer)
            };
            mended.put(body.get(from..at).unwrap_or(""), Span::new(from, at));
            mended.put(read, Span::new(at, end));
            if !c.is_whitespace() {
                before = read.chars().next().unwrap_or(before);
            }
            from = end;
        }
        // most blocks are as they should be, and not copied
        if from == 0 {
            let whole = Span::new(0, body.len());
            return Self { text: None, pieces: vec![Piece { plain: whole, raw: whole }] };
        }
        mended.put(body.get(from..).unwrap_or(""), Span::new(from, body.len()));
        Self { text: Some(mended.text).filter(|text| text != body), pieces: mended.pieces }
    }

    /// Whether nothing had to be mended.
    pub(super) fn is_as_given(&self) -> bool {
        self.text.is_none()
    }

    /// The block, made plain.
    pub(super) fn of<'t>(&'t self, block: &'t str) -> &'t str {
        self.text.as_deref().unwrap_or(block)
    }
}

impl Mending {
    /// Adds what stands for a stretch of the text as given.
    fn put(&mut self, read: &str, raw: Span) {
        if read.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(read);
        let plain = Span::new(start, self.text.len());
        match self.pieces.last_mut() {
            Some(last)
                if last.plain.end == plain.start
                    && last.raw.end == raw.start
                    && last.plain.len() == last.raw.len()
                    && plain.len() == raw.len() =>
            {
                last.plain.end = plain.end;
                last.raw.end = raw.end;
            }
            _ => self.pieces.push(Piece { plain, raw }),
        }
    }
}

impl Plain {
    /// Reads a text.
    pub(super) fn of(text: &str, layout: &Layout, mut known: Option<(&mut ByPlace<Arc<Alone>>, &Edit)>) -> Self {
        let mut plain = Self { text: String::with_capacity(text.len()), ..Self::default() };
        for block in &layout.blocks {
            let body = block.span.of(text);
            let look = || Arc::new(Alone::of(body));
            let alone = match &mut known {
                Some((known, edit)) => known.of(block.span, edit, |_| true, look).clone(),
                None => look(),
            };
            let start = plain.text.len();
            plain.text.push_str(alone.plain.of(body));
            let span = Span::new(start, plain.text.len());
            plain.layout.blocks.push(Block { span, ..*block });
            plain.pieces.extend(
                alone
                    .plain
                    .pieces
                    .iter()
                    .map(|p| Piece { plain: p.plain.moved(0, start), raw: p.raw.moved(0, block.span.start) }),
            );
            plain.alone.push(alone);
            plain.text.push('\n');
        }
        if let Some((known, _)) = known {
            known.turn();
        }
        plain
    }

    /// Some of its blocks.
    pub(super) fn blocks(&self, range: Range<usize>, remembers: bool) -> Body<'_> {
        let first = range.start;
        let blocks = self.layout.blocks.get(range.clone()).unwrap_or(&[]);
        Body { text: &self.text, blocks, alone: self.alone.get(range).unwrap_or(&[]), first, remembers }
    }

    /// A span of the plain text in the text as given.
    pub(super) fn raw(&self, span: Span) -> Span {
        let end = self.raw_end(span.end);
        let start = if span.is_empty() { end } else { self.raw_start(span.start) };
        Span::new(start, end)
    }

    /// Where the character that begins at `at` begins in the text as given.
    fn raw_start(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|p| p.plain.end <= at);
        self.pieces.get(next).map_or_else(
            || self.pieces.last().map_or(0, |last| last.raw.end),
            |p| if p.plain.len() == p.raw.len() { p.raw.start + at.saturating_sub(p.plain.start) } else { p.raw.start },
        )
    }

    /// Where the character that ends at `at` ends in the text as given.
    fn raw_end(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|p| p.plain.start < at);
        next.checked_sub(1).and_then(|i| self.pieces.get(i)).map_or(0, |p| {
            if p.plain.len() == p.raw.len() { p.raw.start + at.min(p.plain.end) - p.plain.start } else { p.raw.end }
        })
    }
}

/// Bytes of the white space with which a text begins.
fn gap(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Whether straight quotation marks of a block pair up, among themselves or with curved ones.
fn quotes_pair_up(body: &str) -> bool {
    let open = |open: bool, c: char| match c {
        '"' => !open,
        '“' | '”' => c == '“',
        _ => open,
    };
    body.contains('"') && !body.chars().fold(false, open)
}

/// Whether a block writes its full stops as points: `加强领导.抓好落实.`
fn ends_with_point(body: &str) -> bool {
    if !body.contains('.') || body.contains('。') {
        return false;
    }
    let ends = |(at, _)| {
        let before = body.get(..at).and_then(|b| b.chars().next_back()).unwrap_or(' ');
        ends_sentence(before, body.get(at + 1..).unwrap_or(""))
    };
    body.strip_suffix('.').is_some_and(|b| b.ends_with(|c| is_han(c) || matches!(c, '”' | ')' | '）')))
        || body.match_indices('.').filter(|point| ends(*point)).nth(2).is_some()
}

/// Whether a point behind a character ends a sentence; behind a number it belongs to a marker.
fn ends_sentence(before: char, rest: &str) -> bool {
    let next = rest.trim_start().chars().next();
    (is_han(before) && !is_numeral(before) || matches!(before, '”' | '）' | '％'))
        && next.is_none_or(|c| is_han(c) || matches!(c, '“' | '(' | '（'))
}

/// Whether a single blank between two characters is a slip of typing. Between words of running text and inside a
/// marker it is; before a marker it may be all that is left of a line end.
fn is_stray(before: char, next: char, running: bool) -> bool {
    if is_numeral(before) || matches!(before, '第' | '（' | '(') {
        return is_numeral(next) || matches!(next, '是' | '要' | '、' | '，' | ',' | '）' | ')' | '章' | '条' | '节');
    }
    let opens = is_numeral(next) || matches!(next, '第' | '首' | '其' | '再' | '最' | '另' | '（' | '(');
    // 第一条 本办法…: the blank is the mark
    let numbered = matches!(before, '章' | '节' | '条' | '款' | '编' | '分');
    running
        && is_han(before)
        && !numbered
        && (is_han(next) && !opens || matches!(next, '，' | '。' | '；' | '：' | '、'))
}

fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

/// A half-width mark that stands for the full-width one: behind Chinese, or a bracket before it.
fn full_width(c: char, before: char, rest: &str) -> Option<char> {
    let full = match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        '?' => '？',
        '(' => '（',
        ')' => '）',
        _ => return None,
    };
    let next = rest.trim_start().chars().next();
    let chinese = |c: char| is_han(c) || matches!(c, '”' | '’' | '》' | '）' | '、' | '。' | '％' | '，');
    let stands = match c {
        '(' => next.is_some_and(is_han) || chinese(before),
        ')' => chinese(before),
        // 7:3, 10:30, http://
        _ => chinese(before) || before.is_ascii_digit() && next.is_some_and(is_han) && c != ':' && c != ')',
    };
    stands.then_some(full)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::tests_support::paragraphs;

    fn plain(text: &str) -> Plain {
        let blocks = paragraphs(text);
        Plain::of(text, &Layout { blocks, documents: Vec::new() }, None)
    }

    fn one_block(text: &str) -> Plain {
        let mut blocks = paragraphs("字");
        blocks[0].span = Span::new(0, text.len());
        Plain::of(text, &Layout { blocks, documents: Vec::new() }, None)
    }

    #[test]
    fn slips_are_mended() {
        for (given, read) in [
            ("第 一，抓早", "第一，抓早"),
            ("一 是抓早;二 是抓小.", "一是抓早；二是抓小。"),
            ("（ 一 ）总体要求", "（一）总体要求"),
            ("(一)抓落实(试行)", "（一）抓落实（试行）"),
            ("十 二、抓落实", "十二、抓落实"),
            ("抓\u{200b}落实", "抓落实"),
            ("1\u{e010}抓落实\u{e011}", "1．抓落实"),
            ("第一，抓落實", "第一，抓落实"),
            ("### **（一）压实责任。**各单位要落实", "（一）压实责任。各单位要落实"),
            ("实施\"三大工程\"和“两个行动\"", "实施“三大工程”和“两个行动”"),
            ("实施“三大工程〞和〝两个行动〟", "实施“三大工程”和“两个行动”"),
            ("长5\"的管子", "长5\"的管子"),
            // kept: a head with a blank for its mark, the halves of a title, figures, addresses
            ("一 认清形势", "一 认清形势"),
            ("会议结束 二、抓落实", "会议结束 二、抓落实"),
            ("抓早 抓小", "抓早 抓小"),
            ("比例为7:3", "比例为7:3"),
            ("见http://a.b", "见http://a.b"),
            ("(1)名称", "(1)名称"),
        ] {
            assert_eq!(plain(given).text.trim_end(), read, "{given}");
        }
        let long =
            "各级各部门要切实加强组织领 导，层层压实责任，一级抓一级，层层抓落实，确保各项任务落到实处，让群众满意。";
        assert!(plain(long).text.contains("组织领导，"));
        assert!(plain(&format!("第一条 {long}")).text.starts_with("第一条 各级"));
    }

    #[test]
    fn wrapped_lines_are_one() {
        assert_eq!(one_block("要坚持稳中\n　　求进").text, "要坚持稳中求进\n");
        assert_eq!(one_block("use open\nsource").text, "use open source\n");
    }

    #[test]
    fn spans_find_their_way_back() {
        let given = "甲,第 一\n是（ 二 ）";
        let plain = one_block(given);
        assert_eq!(plain.text, "甲，第一是（二）\n");
        for word in ["甲", "，", "第一", "一是", "（二）"] {
            let at = plain.text.find(word).unwrap();
            let raw = plain.raw(Span::new(at, at + word.len())).of(given);
            let squeezed: String = raw.chars().filter(|c| !c.is_whitespace()).collect();
            assert_eq!(squeezed.replace(',', "，"), word);
            assert_eq!(raw.trim(), raw);
        }
        assert_eq!(plain.raw(Span::new(3, 3)), Span::new(3, 3));
    }
}
