//! Quoted coinages 引号提法: a term set in quotation marks, `打造“零跑腿”大厅`, `破解“最后一公里”难题`.
//!
//! In: a paragraph. Out: the term with its quotation marks, the bare term as its part; the cue is a
//! word that introduces it (所谓, 称为). Not: speech (`他说：“…”`, whole sentences, anything with marks
//! inside), sayings, and what stands alone after a colon; plans and dates (`“十四五”`); ordinary
//! adjectives and verbs of the dictionary in marks for emphasis. What came before in the document
//! or is reported as a set phrase is left out by [`super::all`].

use super::{Device, DeviceKind};
use crate::lexicon::{Stops, is_han};
use crate::rhetoric::prose::{Paragraph, Prose};
use crate::span::Span;

/// Characters of a term.
const LENGTHS: core::ops::RangeInclusive<usize> = 2..=10;
/// Bytes before a quotation in which a word introduces it.
const BEFORE: usize = 18;

/// Verbs of saying right before a quotation.
const SAYS: [&str; 16] =
    ["说", "道", "问", "答", "讲", "写道", "指出", "强调", "感叹", "回答", "表示", "喊", "常言", "俗话", "云", "曰"];
/// Words that introduce a term.
const INTRODUCES: [&str; 9] = ["所谓", "称为", "称之为", "叫做", "叫作", "誉为", "概括为", "称作", "命名为"];

pub(super) fn find(prose: &Prose, Paragraph { span: block, stops, .. }: Paragraph) -> Vec<Device> {
    let mut out = Vec::new();
    for quoted in quotations(stops, block) {
        let term = Span::new(quoted.start + '“'.len_utf8(), quoted.end - '”'.len_utf8());
        if is_term(prose.text, term)
            && !is_number(term.of(prose.text))
            && !is_ordinary(prose, term)
            && !is_speech(prose.text, block, quoted)
        {
            let cue = introduction(prose.text, block, quoted);
            let span = cue.map_or(quoted, |c| Span::new(c.start, quoted.end));
            out.push(Device { kind: DeviceKind::Coinage, span, parts: vec![term], cue });
        }
    }
    out
}

/// `“…”` of at most the length of a term, marks included.
fn quotations(stops: &Stops, block: Span) -> impl Iterator<Item = Span> {
    let mut open: Option<usize> = None;
    stops.marks(block).filter_map(move |(at, c)| match c {
        '“' => {
            open = Some(block.start + at);
            None
        }
        '”' => open.take().map(|from| Span::new(from, block.start + at + c.len_utf8())),
        _ => None,
    })
}

/// Chinese characters only (with · - + and Latin letters or digits between), of the length of a term, and no sentence.
fn is_term(text: &str, term: Span) -> bool {
    if term.len() > LENGTHS.end() * 4 {
        return false;
    }
    let said = term.of(text);
    let length = said.chars().count();
    let inside = |c: char| is_han(c) || c.is_ascii_alphanumeric() || matches!(c, '·' | '+' | '＋' | '-' | '—' | '、');
    let han = said.chars().filter(|&c| is_han(c)).count();
    LENGTHS.contains(&length) && han >= 2 && said.chars().all(inside)
}

/// Only numerals: a plan, a date.
fn is_number(term: &str) -> bool {
    term.chars().all(|c| "〇一二三四五六七八九十百千万两双".contains(c))
}

/// One word of two characters that the dictionary knows as an adjective or a verb.
fn is_ordinary(prose: &Prose, term: Span) -> bool {
    let items = &prose.tokens.items;
    let token = items.get(items.partition_point(|t| t.span.start < term.start)).filter(|t| t.span == term);
    let known = token.and_then(|t| prose.tokens.type_of(t)).filter(|w| w.tag.starts_with(['a', 'v', 'd']));
    known.is_some_and(|w| w.text.chars().count() <= 2)
}

/// Whether a verb of saying or a colon stands right before, or the quotation is a sentence of its own.
fn is_speech(text: &str, block: Span, quoted: Span) -> bool {
    let before = Span::new(block.start, quoted.start).of(text);
    let bare = before.trim_end_matches(['：', ':', '，', ',']);
    let said = SAYS.iter().any(|w| bare.ends_with(w)) && bare.len() < before.len();
    let alone = before.is_empty() || before.ends_with(['。', '！', '？']);
    let after = Span::new(quoted.end, block.end).of(text);
    said || before.ends_with(['：', ':']) && after.is_empty() || alone && after.starts_with(['。', '！'])
}

/// 所谓 and the like right before.
fn introduction(text: &str, block: Span, quoted: Span) -> Option<Span> {
    let before = Span::new(block.start, quoted.start).of(text);
    let near =
        before.char_indices().rev().take_while(|(at, _)| before.len() - at <= BEFORE).last().map_or(0, |(at, _)| at);
    let near = before.get(near..)?;
    let word = INTRODUCES.iter().find(|w| near.ends_with(**w))?;
    Some(Span::new(quoted.start - word.len(), quoted.start))
}

#[cfg(test)]
mod tests {
    use super::super::tests_support::check;
    use super::*;

    #[test]
    fn cases() {
        check(
            find,
            &[
                ("大厅推行“零跑腿”服务，“零跑腿”成了招牌。", &["零跑腿"]),
                ("这就是所谓“甩手掌柜”。", &["甩手掌柜"]),
                ("打通“最后一公里”，当好“店小二”。", &["最后一公里", "店小二"]),
                ("大力发展“互联网+政务”。", &["互联网+政务"]),
                ("“十四五”以来，推行“一网通办”。", &["一网通办"]),
                ("他说：“不能等。”", &[]),
                ("老人常说，“有路就有盼头”，大家都信。", &[]),
                ("他留下八个字：“心中有数”", &[]),
                ("“抓紧办！”", &[]),
                ("“我们不能等靠要，更不能怨天尤人，要自己动手。”", &[]),
            ],
        );
    }
}
