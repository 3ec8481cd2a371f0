//! Markers: the words and numbers that open a point.
//!
//! In: a paragraph. Out: every [`Marker`] in it that could open a point, judged alone; whether it is
//! one of a list is judged in `list`. Each scheme is one file with its table of cases.

mod arabic;
mod arabic_paren;
mod chapter;
mod circled;
mod dash;
mod di;
mod han;
mod han_paren;
mod ordinal_word;
mod shi_yao;

use super::Scheme;
use super::bracket::Depth;
use crate::span::Span;

/// What stands before a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Before {
    /// Nothing: it opens the paragraph.
    LineStart,
    /// The end of a sentence or clause: 。！？；：
    Stop,
    /// White space inside a line, as in glued text.
    Space,
    /// A comma.
    Comma,
    /// Anything else.
    Other,
}

/// Which list a marker may belong to: scheme and, within it, the unit (章/条), depth of decimals or word family.
pub(crate) type Key = (Scheme, u32);

/// A possible marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// With its own punctuation.
    pub span: Span,
    /// The list it may belong to.
    pub key: Key,
    /// Its number; 最后 has none of its own.
    pub ordinal: Option<u32>,
    /// What stands before it.
    pub before: Before,
}

/// What a detector sees at one position.
pub(crate) struct Place<'t> {
    /// The paragraph from this position on.
    pub rest: &'t str,
    /// What stands before.
    pub before: Before,
}

/// What a detector answers: length in bytes, list, number.
pub(crate) struct Hit {
    len: usize,
    key: Key,
    ordinal: Option<u32>,
}

impl Hit {
    fn new(len: usize, scheme: Scheme, unit: u32, ordinal: u32) -> Self {
        Self { len, key: (scheme, unit), ordinal: Some(ordinal) }
    }
}

/// Asked in this order; the first answer counts.
const DETECTORS: [fn(&Place) -> Option<Hit>; 10] = [
    chapter::at,
    di::at,
    shi_yao::at,
    ordinal_word::at,
    han::at,
    han_paren::at,
    arabic_paren::at,
    arabic::at,
    circled::at,
    dash::at,
];

/// All possible markers of a paragraph, in text order. Numbering inside quotation marks or brackets is quoted
/// and marks nothing.
pub(crate) fn scan(text: &str, paragraph: Span) -> Vec<Marker> {
    let body = paragraph.of(text);
    let mut found = Vec::new();
    let mut depth = Depth::default();
    let mut before = Before::LineStart;
    let mut after = 0;
    let mut caption = Caption::default();
    for (i, c) in body.char_indices() {
        if i >= after && may_open(c) && (before != Before::Other || c.is_ascii_digit() || circled::is(c)) {
            let place = Place { rest: body.get(i..).unwrap_or(""), before };
            if !depth.inside()
                && let Some(hit) = DETECTORS.iter().find_map(|at| at(&place))
            {
                let start = paragraph.start + i;
                found.push(Marker {
                    span: Span::new(start, start + hit.len),
                    key: hit.key,
                    ordinal: hit.ordinal,
                    before,
                });
                after = i + hit.len;
            }
        }
        depth.read(c);
        let captioned = caption.ends(c);
        before = match c {
            _ if captioned => Before::Stop,
            '。' | '！' | '？' | '；' | '：' | '!' | '?' | ';' | ':' => Before::Stop,
            '，' | ',' => Before::Comma,
            // A closing mark keeps what stood before it: …。”第二，
            '”' | '’' | '）' | ')' | '」' | '』' if before == Before::Stop => Before::Stop,
            c if c.is_whitespace() && matches!(before, Before::Other | Before::Space) => Before::Space,
            c if c.is_whitespace() => before,
            _ => Before::Other,
        };
    }
    found
}

/// Watches for the credit of a photograph glued into a text, `记者 某某/摄`: what follows it begins anew.
#[derive(Default)]
struct Caption {
    last: Option<char>,
    since: Option<u8>,
}

impl Caption {
    /// Takes the next character; whether a credit ends with it.
    fn ends(&mut self, c: char) -> bool {
        self.since = match (self.last, c, self.since) {
            (Some('记'), '者', _) => Some(0),
            (_, _, Some(n)) if n < 12 => Some(n + 1),
            _ => None,
        };
        self.last = Some(c);
        c == '摄' && self.since.take().is_some()
    }
}

/// The characters a marker can begin with; all others are passed over quickly.
fn may_open(c: char) -> bool {
    matches!(
        c,
        '一'..='丁' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '第' | '首' | '其' | '再' | '最'
            | '另' | '（' | '(' | '①'..='⑳' | '0'..='9' | '０'..='９' | '—' | '-' | '－' | '─'
    )
}

/// The rest of `text` after `len` bytes.
fn after(text: &str, len: usize) -> &str {
    text.get(len..).unwrap_or("")
}

#[cfg(test)]
fn read(line: &str) -> Vec<(Scheme, Option<u32>, &str)> {
    scan(line, Span::new(0, line.len())).iter().map(|m| (m.key.0, m.ordinal, m.span.of(line))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_numbering_marks_nothing() {
        assert_eq!(read("他说：“一要吃饭、二要建设。”"), []);
        assert_eq!(read("按照（一是抓、二是管）的办法"), []);
        assert_eq!(read("他说：“好。”一是抓").len(), 1);
        assert_eq!(read("参观结束时讲话。 本报记者 张三/摄第四，抓好落实").len(), 1);
    }
}
