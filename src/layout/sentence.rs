//! From a block to its sentences.
//!
//! In: text and the span of a block. Out: spans of sentences, white space trimmed. Each runs to its closing mark
//! (。！？) with the closing quotation marks behind it, or to the end of the block.

use crate::lexicon::marks;
use crate::span::Span;

/// Sentences of a block.
///
/// A mark inside quotation marks or brackets ends a sentence only where the quotation itself ends one: not in
/// `做到“情况明。措施实”，` nor in `以“能吃苦！敢担当！”的劲头`, but in `他说：“抓紧办。不能拖。”`.
pub fn sentences(text: &str, block: Span) -> impl Iterator<Item = Span> {
    sentences_by(text, block, marks(block.of(text)))
}

/// The same, by the marks of the block, counted from its beginning.
pub(crate) fn sentences_by(
    text: &str,
    block: Span,
    marks: impl Iterator<Item = (usize, char)>,
) -> impl Iterator<Item = Span> {
    let mut ends = ends(block.of(text), marks).into_iter();
    let mut at = 0;
    core::iter::from_fn(move || {
        loop {
            let end = ends.next()?;
            let span = Span::new(block.start + at, block.start + end).trim(text);
            at = end;
            if !span.is_empty() {
                return Some(span);
            }
        }
    })
}

/// Byte offsets past each sentence, the body's length last.
fn ends(body: &str, marks: impl Iterator<Item = (usize, char)>) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut open: Vec<Quotation> = Vec::new();
    let (mut ended, mut behind) = (false, 0);
    // Most characters are neither mark nor blank.
    for (at, c) in marks {
        ended &= at == behind;
        behind = at + c.len_utf8();
        if let Some(close) = closing(c) {
            open.push(Quotation { close, start: at, ends: ends.len() });
            ended = false;
        } else if let Some(quotation) = close(&mut open, c, at) {
            let goes_on = body.get(behind..).is_some_and(|rest| rest.starts_with(carries_on));
            if !ended || goes_on {
                ends.truncate(quotation.ends);
                ended = false;
            } else if let Some(last) = ends.last_mut() {
                *last = behind;
            }
        } else if is_final(c) {
            if ended && let Some(last) = ends.last_mut() {
                *last = behind;
            } else {
                ends.push(behind);
                ended = true;
            }
        } else if !c.is_whitespace() {
            ended = false;
        }
    }
    if ends.last() != Some(&body.len()) {
        ends.push(body.len());
    }
    ends
}

/// A quotation or bracket not closed yet.
struct Quotation {
    /// The mark that will close it.
    close: char,
    /// Where it opened.
    start: usize,
    /// How many sentence ends had been found before it.
    ends: usize,
}

/// Takes the quotation that `mark` closes off the stack, with what stayed open inside it. Marks far apart (in
/// bytes or in depth) are taken for strays, which also keeps this linear.
fn close(open: &mut Vec<Quotation>, mark: char, at: usize) -> Option<Quotation> {
    const LONGEST: usize = 900;
    const DEEPEST: usize = 4;
    let from_top = open.iter().rev().take(DEEPEST).position(|q| q.close == mark)?;
    open.truncate(open.len() - from_top);
    open.pop().filter(|q| at - q.start <= LONGEST)
}

fn is_final(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

fn closing(c: char) -> Option<char> {
    Some(match c {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '（' => '）',
        '(' => ')',
        _ => return None,
    })
}

/// Characters that carry a sentence on behind a quotation.
fn carries_on(c: char) -> bool {
    matches!(c, '，' | '、' | '；' | '：' | '。' | '！' | '？' | '的' | '等' | '地' | ',' | ';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_stops() {
        for (text, count) in [
            ("抓好落实。", 1),
            ("抓好落实", 1),
            ("认清形势。抓好落实！怎么办？", 3),
            ("他强调：“抓紧办。不能拖。”会议还研究了其他事项。", 3),
            ("做到“情况明。措施实”，见到成效。", 1),
            ("以“能吃苦！敢担当！”的劲头推进工作。", 1),
            ("真的吗？！是的。", 2),
            ("（会后要抓紧。不要拖。）大家分头落实。", 3),
            ("见附件（略。全文另发），请遵照执行。", 1),
            ("增长3.5%。下降2.1%。", 2),
            ("没有合上的“引号。下一句。", 2),
            ("　 \n", 0),
            ("。", 1),
        ] {
            assert_eq!(sentences(text, Span::new(0, text.len())).count(), count, "{text}");
        }
    }

    #[test]
    fn closing_marks_belong_to_the_sentence() {
        let text = "他说：“抓紧办。” 大家同意。";
        let got: Vec<&str> = sentences(text, Span::new(0, text.len())).map(|s| s.of(text)).collect();
        assert_eq!(got, ["他说：“抓紧办。”", "大家同意。"]);
    }

    #[test]
    fn an_unclosed_quotation_a_megabyte_long_is_linear() {
        let text = "“抓（".repeat(200_000) + &"。”".repeat(100_000);
        assert!(sentences(&text, Span::new(0, text.len())).count() > 0);
    }
}
