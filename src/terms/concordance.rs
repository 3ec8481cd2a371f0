//! Where something is said: every occurrence with what stands around it (KWIC).
//!
//! In: an analysis' text and tokens, a [`Query`]. Out: [`Line`]s, in text order or sorted by the words beside them.

use crate::Error;
use crate::layout::Layout;
use crate::segment::{self, TokenKind, Tokens};
use crate::span::Span;
use regex_lite::Regex;
use std::borrow::Cow;

/// What is sought.
#[derive(Clone, Debug)]
pub enum Query {
    /// A word or an expression, from one word boundary to another; stray spaces inside do not matter.
    Words(String),
    /// A regular expression over each paragraph as it is meant: without stray spaces and line wraps, in simplified
    /// characters where the text was read so.
    Pattern {
        /// What is sought.
        pattern: Regex,
        /// Whether the text was read in simplified characters.
        folded: bool,
    },
}

impl Query {
    /// A word or an expression; `folded` where the text was read in simplified characters.
    pub fn words(words: &str, folded: bool) -> Self {
        Self::Words(read(words, folded).into_owned())
    }

    /// A regular expression; `\p{Han}` stands for any Chinese character.
    ///
    /// # Errors
    /// `pattern-invalid`.
    pub fn pattern(pattern: &str, folded: bool) -> Result<Self, Error> {
        let pattern = with_han(&read(pattern, folded));
        let pattern = Regex::new(&pattern).map_err(|e| Error::new("pattern-invalid", e.to_string()))?;
        Ok(Self::Pattern { pattern, folded })
    }
}

/// What lines are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Where they stand.
    #[default]
    Position,
    /// The words to the left, the nearest first.
    Left,
    /// The words to the right, the nearest first.
    Right,
}

/// One occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What was found.
    pub span: Span,
    /// What stands before it in its block.
    pub left: Span,
    /// What stands behind it in its block.
    pub right: Span,
}

/// The pattern with `\p{Han}` written out, which regex-lite does not know: as a class, or as ranges inside one.
fn with_han(pattern: &str) -> String {
    const RANGES: &str = r"\u{3007}\u{3400}-\u{4DBF}\u{4E00}-\u{9FFF}\u{F900}-\u{FAFF}\u{20000}-\u{3FFFF}";
    let mut out = String::with_capacity(pattern.len());
    let mut in_class = false;
    let mut rest = pattern;
    while let Some(c) = rest.chars().next() {
        if let Some(behind) = rest.strip_prefix(r"\p{Han}") {
            out.extend(if in_class { [RANGES, "", ""] } else { ["[", RANGES, "]"] });
            rest = behind;
            continue;
        }
        // What is escaped opens and closes nothing.
        let taken = rest.chars().take(if c == '\\' { 2 } else { 1 }).map(char::len_utf8).sum();
        in_class = match c {
            '[' => true,
            ']' => false,
            _ => in_class,
        };
        let (head, behind) = rest.split_at_checked(taken).unwrap_or((rest, ""));
        out.push_str(head);
        rest = behind;
    }
    out
}

/// A query as the text was read.
pub fn read(query: &str, folded: bool) -> Cow<'_, str> {
    if folded { segment::to_simplified(query.into()) } else { query.into() }
}

/// Words compared on each side.
const DEPTH: usize = 4;

/// Every occurrence, in text order.
pub fn positions(text: &str, layout: &Layout, tokens: &Tokens, query: &Query) -> Vec<Span> {
    match query {
        Query::Words(words) => of_words(tokens, words),
        Query::Pattern { pattern, folded } => {
            let mut found = Vec::new();
            for flow in segment::flows(text, layout, *folded) {
                let matches = pattern.find_iter(&flow.text).map(|m| Span::new(m.start(), m.end()));
                found.extend(matches.filter(|m| m.start < m.end).map(flow.to_raw()));
            }
            found
        }
    }
}

/// Runs of tokens whose texts together are `words`; one does not overlap the next.
fn of_words(tokens: &Tokens, words: &str) -> Vec<Span> {
    let sought: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let mut found: Vec<Span> = Vec::new();
    if sought.is_empty() {
        return found;
    }
    for (i, token) in tokens.items.iter().enumerate() {
        let mut rest = sought.as_str();
        let is_past = found.last().is_none_or(|last| last.end <= token.span.start);
        for part in tokens.items.iter().skip(i).take_while(|_| is_past) {
            let Some(behind) = tokens.type_of(part).and_then(|t| rest.strip_prefix(t.text.as_str())) else { break };
            rest = behind;
            if rest.is_empty() {
                found.push(Span::new(token.span.start, part.span.end));
                break;
            }
        }
    }
    found
}

/// Every occurrence with up to `width` characters on each side: how many there are, and at most `most` of them.
pub fn lines(
    text: &str,
    layout: &Layout,
    tokens: &Tokens,
    query: &Query,
    (sort, width, most): (Sort, usize, usize),
) -> (usize, Vec<Line>) {
    let mut found = positions(text, layout, tokens, query);
    match sort {
        Sort::Position => {}
        Sort::Left => found.sort_by_cached_key(|span| beside(tokens, *span, Sort::Left)),
        Sort::Right => found.sort_by_cached_key(|span| beside(tokens, *span, Sort::Right)),
    }
    let total = found.len();
    found.truncate(most);
    (total, found.into_iter().map(|span| line(text, layout, span, width)).collect())
}

/// The words on one side, the nearest first; marks and numbers sort before words.
fn beside(tokens: &Tokens, span: Span, side: Sort) -> Vec<&str> {
    let word = |t: &crate::segment::Token| {
        let word = tokens.type_of(t)?;
        Some(if word.kind == TokenKind::Word { word.text.as_str() } else { "" })
    };
    if side == Sort::Left {
        let behind = tokens.items.partition_point(|t| t.span.end <= span.start);
        tokens.items.get(..behind).unwrap_or(&[]).iter().rev().take(DEPTH).filter_map(word).collect()
    } else {
        let from = tokens.items.partition_point(|t| t.span.start < span.end);
        tokens.items.iter().skip(from).take(DEPTH).filter_map(word).collect()
    }
}

fn line(text: &str, layout: &Layout, span: Span, width: usize) -> Line {
    let at = layout.blocks.partition_point(|b| b.span.end <= span.start);
    let block =
        layout.blocks.get(at).map_or(span, |b| Span::new(b.span.start.min(span.start), b.span.end.max(span.end)));
    let before = Span::new(block.start, span.start).of(text);
    let behind = Span::new(span.end, block.end).of(text);
    let left = before.char_indices().rev().take(width).last().map_or(span.start, |(at, _)| block.start + at);
    let right = behind.char_indices().nth(width).map_or(block.end, |(at, _)| span.end + at);
    Line { span, left: Span::new(left, span.start), right: Span::new(span.end, right) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;
    use crate::segment::Segmenter;

    const WORDS: &str = "优化 90 v\n营商 90 n\n环境 90 n\n改善 90 v\n加强 90 v\n建设 90 vn\n推进 90 v\n";
    const TEXT: &str = "优化营商环境，推进建设。改善营 商环境，加强营商环境建设。";

    fn found(query: &Query, sort: Sort) -> Vec<(&'static str, &'static str, &'static str)> {
        let layout = layout::read(TEXT);
        let tokens = Segmenter::from_dictionary(WORDS.as_bytes()).unwrap().tokens(TEXT, &layout);
        let (total, lines) = lines(TEXT, &layout, &tokens, query, (sort, 2, 10));
        assert_eq!(total, lines.len());
        lines.into_iter().map(|l| (l.left.of(TEXT), l.span.of(TEXT), l.right.of(TEXT))).collect()
    }

    #[test]
    fn lines_in_text_order_and_by_their_neighbours() {
        let query = Query::Words("营商环境".into());
        let [first, second, third] =
            [("优化", "营商环境", "，推"), ("改善", "营 商环境", "，加"), ("加强", "营商环境", "建设")];
        assert_eq!(found(&query, Sort::Position), [first, second, third]);
        assert_eq!(found(&query, Sort::Left), [first, third, second]);
        assert_eq!(found(&query, Sort::Right)[2], third, "marks before words");
    }

    #[test]
    fn chinese_characters_in_patterns() {
        for (pattern, found) in [
            (r"\p{Han}+", "营商环境"),
            (r"[\p{Han}、]+", "、营商"),
            (r"^[^\p{Han}]+$", "GDP"),
            (r"\[\p{Han}\]", "[商]"),
        ] {
            let Query::Pattern { pattern: regex, .. } = Query::pattern(pattern, false).unwrap() else { unreachable!() };
            assert_eq!(regex.find(found).map(|m| m.as_str()), Some(found), "{pattern}");
        }
    }

    #[test]
    fn patterns_see_words_broken_by_spaces_and_wraps() {
        let query = Query::pattern("营商环境", false).unwrap();
        let spans: Vec<_> = found(&query, Sort::Position).into_iter().map(|(_, found, _)| found).collect();
        assert_eq!(spans, ["营商环境", "营 商环境", "营商环境"]);
    }

    #[test]
    fn what_was_read_folded_is_sought_folded() {
        let text = "優化營商環境，改善營商環境。";
        let layout = layout::read(text);
        let segmenter = Segmenter::from_dictionary(WORDS.as_bytes()).unwrap();
        let tokens = segmenter.folded_tokens(text, &layout);
        for (query, folded, times) in [
            (Query::words("营商环境", true), true, 2),
            (Query::words("營商環境", true), true, 2),
            (Query::pattern("[优改].营商", true).unwrap(), true, 2),
            (Query::pattern("營商環境", true).unwrap(), true, 2),
            (Query::pattern("营商环境", false).unwrap(), false, 0),
        ] {
            let tokens = if folded { tokens.clone() } else { segmenter.tokens(text, &layout) };
            let spans = positions(text, &layout, &tokens, &query);
            assert_eq!(spans.len(), times, "{query:?}");
            assert!(spans.iter().all(|s| s.of(text).contains('營')), "spans are those of the text as given");
        }
    }

    #[test]
    fn patterns_and_what_is_no_word() {
        let query = Query::pattern("[优改].", false).unwrap();
        assert_eq!(found(&query, Sort::Position).len(), 2);
        assert!(found(&Query::Words("商环".into()), Sort::Position).is_empty(), "no word boundary");
        assert!(found(&Query::Words(String::new()), Sort::Position).is_empty());
        assert!(found(&Query::pattern("x*", false).unwrap(), Sort::Position).is_empty(), "empty matches");
        assert_eq!(Query::pattern("(", false).unwrap_err().code, "pattern-invalid");
    }
}
