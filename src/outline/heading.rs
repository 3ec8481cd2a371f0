//! Headings: how far what a point is about reaches.
//!
//! In: the rest of a paragraph after a marker. Out: the heading's span. `一、认清形势` alone on its line is
//! heading to the end; `一是抓早。要…` ends at the first 。；：！？ that closes nothing quoted.

use super::Node;
use super::bracket::Depth;
use crate::lexicon::{is_han, marks};
use crate::span::Span;
use rustc_hash::FxHashSet;

/// The longest heading that fills a line, in characters: longer ones are paragraphs that happen to be one sentence.
const LONGEST_LINE: usize = 60;

/// Characters after which a run-in heading is cut.
const LONGEST_RUN_IN: usize = 300;

/// Characters of a heading that blanks may close.
const SHORTEST_ALONE: usize = 4;

/// The heading when it fills the line: one sentence at most, not longer than a heading is.
pub(crate) fn own_line(text: &str, rest: Span) -> Option<Span> {
    let rest = rest.trim(text);
    let body = rest.of(text);
    let stop = body.trim_end_matches(['。', '．']);
    let ended = stop.len() < body.len();
    let chars = stop.chars().count();
    let inner = body.find(['。', '！', '？', '；', ';']).is_some_and(|i| i < stop.len()) || ended && explains(stop);
    // A sentence with its full stop is a heading only when short; an item that runs to a colon introduces something.
    let fits = !inner && !is_field(stop) && chars <= if ended { LONGEST_LINE * 2 / 3 } else { LONGEST_LINE };
    fits.then(|| Span::new(rest.start, rest.start + stop.trim_end_matches(['：', ':']).len()))
}

/// Ends the headings of numbered items that are a label and its explanation at the colon: `3.场地：礼堂` with nothing below it. Where
/// something is, the line heads it: `三、教学：改课堂，强教研`.
pub(super) fn shorten_labels(text: &str, nodes: &mut [Node]) {
    let above: FxHashSet<usize> = nodes.iter().filter_map(|n| n.parent).collect();
    for (_, node) in nodes.iter_mut().enumerate().filter(|(i, n)| !above.contains(i) && n.ordinal.is_some()) {
        let line = node.heading.of(text);
        let below = Span::new(node.heading.end, node.span.end.max(node.heading.end)).of(text);
        if !below.contains(is_han) && explains(line) {
            let end = first_stop(line).map_or(node.heading.end, |at| node.heading.start + at);
            node.heading = Span::new(node.heading.start, end);
        }
    }
}

/// Whether a line is a label and what is said of it behind a colon: `信息推送：发布各类通知`, not `专栏1：重点技术`
fn explains(line: &str) -> bool {
    let label = first_stop(line.trim_end_matches(['：', ':'])).and_then(|at| line.get(..at));
    label.is_some_and(|label| label.ends_with(is_han))
}

/// Whether a line is a field, a label with a number or an address behind its colon: `咨询电话：010-12345678`.
fn is_field(line: &str) -> bool {
    let value = line.split_once(['：', ':']).map_or("", |(_, value)| value);
    value.len() > 4 && value.contains(|c: char| c.is_ascii_digit()) && !value.contains(is_han)
}

/// The heading that runs into its paragraph: to the first mark that ends a clause, or to the end.
pub(crate) fn run_in(text: &str, rest: Span) -> Span {
    let rest = rest.trim(text);
    let body = rest.of(text);
    // A bound keeps a text without any mark linear; no heading is that long.
    let reach = body.char_indices().nth(LONGEST_RUN_IN).map_or(body.len(), |(i, _)| i);
    let body = body.get(..reach).unwrap_or(body);
    let body = body.get(..lost_break(body).unwrap_or(body.len())).unwrap_or(body);
    Span::new(rest.start, rest.start + first_stop(body).unwrap_or(body.len())).trim(text)
}

/// Where blanks stand for the line end that a glued text has lost behind a heading: `一、加强领导    各级党委要……`; not in
/// `总    则`.
fn lost_break(body: &str) -> Option<usize> {
    let blank = |c: char| matches!(c, ' ' | '\u{3000}' | '\u{a0}' | '\t');
    let mut runs = body.match_indices(blank).map(|(at, _)| at);
    runs.find(|&at| {
        let (left, right) = body.split_at(at);
        let wide = right.starts_with('\u{3000}') || right.chars().nth(1).is_some_and(blank);
        wide && left.chars().filter(|&c| is_han(c)).nth(SHORTEST_ALONE - 1).is_some()
    })
}

/// Byte offset of the first 。；：！？ (either width) outside quotations and brackets; the colon of a ratio or time is none.
pub(crate) fn first_stop(body: &str) -> Option<usize> {
    let mut depth = Depth::default();
    let (mut before, mut behind) = (' ', 0);
    for (i, c) in marks(body) {
        if i > behind {
            depth.pass((i - behind) / 3);
            before = ' ';
        }
        behind = i + c.len_utf8();
        let stops = matches!(c, '。' | '；' | '：' | '！' | '？' | ';' | '!' | '?')
            || c == ':' && !body.get(i + 1..).is_some_and(|t| t.starts_with("//"));
        let ratio = matches!(c, ':' | '：')
            && before.is_ascii_digit()
            && body.get(behind..).is_some_and(|t| t.starts_with(|d: char| d.is_ascii_digit()));
        if stops && !ratio && !depth.inside() {
            return Some(i);
        }
        depth.read(c);
        before = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Span {
        Span::new(0, text.len())
    }

    #[test]
    fn lines_of_their_own() {
        for (line, heading) in [
            ("认清形势，增强信心", Some("认清形势，增强信心")),
            ("指导思想。", Some("指导思想")),
            ("主要目标：", Some("主要目标")),
            ("专栏1：重点技术", Some("专栏1：重点技术")),
            ("咨询电话：010-12345678", None),
            ("信息推送：发布停水停电等通知。", None),
            ("教学为主：改课堂，强教研", Some("教学为主：改课堂，强教研")),
            ("迎来送往（地点：礼堂）", Some("迎来送往（地点：礼堂）")),
            ("抓好落实。各级各部门要高度重视。", None),
        ] {
            assert_eq!(own_line(line, whole(line)).map(|s| s.of(line)), heading, "{line}");
        }
    }

    #[test]
    fn labels_of_items() {
        use crate::outline::tests_support::outlined;
        let below = "课堂是主阵地，教研是发动机，两样都要抓在手上。";
        let text =
            format!("一、分工\n1.场地：礼堂和操场\n2.器材：体育老师\n二、教学：改课堂，强教研\n{below}\n三、收尾\n");
        assert_eq!(outlined(&text), "一、分工\n  1.场地\n  2.器材\n二、教学：改课堂，强教研\n三、收尾\n");
    }

    #[test]
    fn run_in_headings() {
        for (rest, heading) in [
            ("学习要跟上。要重视学习。", "学习要跟上"),
            ("按7：3的比例分担，落实到位；", "按7：3的比例分担，落实到位"),
            ("唱好“抓早。抓小”这台戏。下同", "唱好“抓早。抓小”这台戏"),
            ("市委、市政府", "市委、市政府"),
            ("加强组织领导    各级党委要高度重视。", "加强组织领导"),
            ("加强组织领导　　各级党委要高度重视。", "加强组织领导"),
            ("总    则为了规范管理，制定本办法。", "总    则为了规范管理，制定本办法"),
        ] {
            assert_eq!(run_in(rest, whole(rest)).of(rest), heading, "{rest}");
        }
    }
}
