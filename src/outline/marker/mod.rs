//! Markers: the words and numbers that open a point.
//!
//! In: a paragraph. Out: every [`Marker`] in it that could open a point, judged alone; whether it is
//! one of a list is judged in `list`. Each scheme is one file with its table of cases.

pub(crate) mod arabic;
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
use crate::lexicon::{Seeker, Stops};
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
    /// Whether it follows the heading above it without any mark.
    pub glued: bool,
    /// Whether it counts something unless it goes on with a list, or three begin one: `1突破技术`, `第一条本办法…`.
    pub weak: bool,
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
    weak: bool,
}

impl Hit {
    fn new(len: usize, scheme: Scheme, unit: u32, ordinal: u32) -> Self {
        Self { len, key: (scheme, unit), ordinal: Some(ordinal), weak: false }
    }

    /// The same, of a marker whose own mark is missing.
    fn weak(self) -> Self {
        Self { weak: true, ..self }
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
pub(crate) fn scan(body: &str, stops: &Stops) -> Vec<Marker> {
    let mut found = Vec::new();
    let mut depth = Depth::default();
    let mut before = Before::LineStart;
    let mut after = 0;
    // The headline not yet ended by a stop, and the characters since it began.
    let mut heading: Option<(Key, usize)> = None;
    let mut caption = Caption::default();
    // Whether the bracket open now stands behind a stop, as a note on what was said: （责任单位：某局）
    let mut noted = false;
    let mut behind = 0;
    for (i, c) in stops.places(&SOUGHT, Span::new(0, body.len())) {
        // most characters are of these: no mark, and none a marker begins with
        if i > behind {
            let chars = (i - behind) / 3;
            depth.pass(chars);
            caption.pass(chars);
            heading = heading.map(|(above, since)| (above, since + chars));
            before = Before::Other;
        }
        behind = i + c.len_utf8();
        let free = || {
            before != Before::Other
                || c.is_ascii_digit()
                || circled::is(c)
                || heading.is_some() && matches!(c, '（' | '(')
                || c == '第'
                || c == '一' && ordinal_word::is_first_side(body.get(i..).unwrap_or(""))
                || c == '一' && shi_yao::is_led(body, i)
        };
        if i >= after && may_open(c) && free() {
            let glued = before == Before::Other && heading.is_some_and(|(_, since)| since <= LONGEST_GLUED);
            let led = before == Before::Other && c == '一' && shi_yao::is_led(body, i);
            let stands = match before {
                _ if glued => Before::Space,
                _ if led => Before::Comma,
                _ => before,
            };
            let place = Place { rest: body.get(i..).unwrap_or(""), before: stands };
            let first = |hit: &Hit| !glued || heading.is_some_and(|(above, _)| begins_below(above, hit));
            if !depth.inside()
                && let Some(hit) = DETECTORS.iter().find_map(|at| at(&place)).filter(first)
            {
                heading = heads(hit.key.0).then_some((hit.key, 0));
                found.push(Marker {
                    span: Span::new(i, i + hit.len),
                    key: hit.key,
                    ordinal: hit.ordinal,
                    before,
                    glued,
                    weak: hit.weak,
                });
                after = i + hit.len;
            }
        }
        depth.read(c);
        let captioned = caption.ends(c);
        heading = heading.filter(|_| !matches!(c, '。' | '；' | '！' | '？')).map(|(above, since)| (above, since + 1));
        if matches!(c, '（' | '(') {
            noted = matches!(before, Before::Stop | Before::LineStart);
        }
        before = match c {
            _ if captioned => Before::Stop,
            '）' | ')' if noted => Before::Stop,
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

/// Characters of the longest heading that has the first point below it glued to its end.
const LONGEST_GLUED: usize = 40;

/// Schemes of headlines to which the first point below may be glued.
fn heads(scheme: Scheme) -> bool {
    matches!(scheme, Scheme::Chapter | Scheme::Han | Scheme::HanParen)
}

/// Whether a marker begins the list right below a headline: `二、总体要求（一）…`, `（一）提升能力1．…`.
fn begins_below(above: Key, hit: &Hit) -> bool {
    let first = hit.ordinal == Some(1);
    match (above.0, hit.key) {
        // 第二章 建设第四条 …: articles count on from chapter to chapter
        (Scheme::Chapter, (Scheme::Chapter, unit)) => unit > above.1,
        (Scheme::Chapter | Scheme::Han, (Scheme::HanParen, _))
        | (Scheme::Chapter | Scheme::Han | Scheme::HanParen, (Scheme::Arabic, 0)) => first,
        _ => false,
    }
}

/// Characters from 记者 to 摄, at the most.
const LONGEST_CREDIT: usize = 12;

/// Watches for the credit of a photograph glued into a text, `记者 某某/摄`: what follows it begins anew.
#[derive(Default)]
struct Caption {
    last: Option<char>,
    since: Option<u8>,
}

impl Caption {
    /// Takes so many characters, none of which begins or ends a credit.
    fn pass(&mut self, chars: usize) {
        let since = self.since.map(|since| usize::from(since) + chars);
        self.since = since.filter(|since| *since <= LONGEST_CREDIT).map(|since| since as u8);
        self.last = None;
    }

    /// Takes the next character; whether a credit ends with it.
    fn ends(&mut self, c: char) -> bool {
        self.since = match (self.last, c, self.since) {
            (Some('记'), '者', _) => Some(0),
            (_, _, Some(n)) if usize::from(n) < LONGEST_CREDIT => Some(n + 1),
            _ => None,
        };
        self.last = Some(c);
        c == '摄' && self.since.take().is_some()
    }
}

/// The characters a marker can begin with; all others are passed over quickly.
#[inline]
fn may_open(c: char) -> bool {
    matches!(
        c,
        '一'..='丁' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '第' | '首' | '其' | '再' | '最'
            | '另' | '（' | '(' | '①'..='⑳' | '0'..='9' | '０'..='９' | '—' | '-' | '－' | '─'
    )
}

/// Those of them that are ideographs, and what a credit begins and ends with.
pub(crate) static SOUGHT: Seeker = Seeker::new(0, "一丁二三四五六七八九十第首其再最另记者摄");

/// The rest of `text` after `len` bytes.
fn after(text: &str, len: usize) -> &str {
    text.get(len..).unwrap_or("")
}

#[cfg(test)]
fn read(line: &str) -> Vec<(Scheme, Option<u32>, &str)> {
    let stops = Stops::of(line, Span::new(0, line.len()), &super::alone::WATCH);
    scan(line, &stops).iter().map(|m| (m.key.0, m.ordinal, m.span.of(line))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_numbering_marks_nothing() {
        assert_eq!(read("他说：“一要吃饭、二要建设。”"), []);
        assert_eq!(read("按照（一是抓、二是管）的办法"), []);
        assert_eq!(read("他说：“好。”一是抓").len(), 1);
        assert_eq!(read("二、总体要求（一）指导思想。抓早。（二）基本原则。").len(), 3);
        assert_eq!(read("第二章 建设第四条 编制规划。第五条 配建泊位。").len(), 3);
        assert_eq!(read("二、落实第三条（二）项规定").len(), 1);
        assert_eq!(read("参观结束时讲话。 本报记者 张三/摄第四，抓好落实").len(), 1);
    }
}
