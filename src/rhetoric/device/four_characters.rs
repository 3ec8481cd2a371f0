//! Chains of four 四字格连用: three and more expressions of four characters in a row, `政通人和、百业俱兴、安居乐业`.
//!
//! In: a paragraph. Out: the links as parts. Links are set off by 、 or ，or ；on both sides; the first may follow what
//! governs it where a dictionary sees a word begin there (`坚持|稳中求进、…`). Not: series of names and things (`北京大学、清华大学、
//! 复旦大学`), which share their last word or have no verb, adjective or idiom in them.

use super::{Device, DeviceKind};
use crate::lexicon::{Stops, is_han};
use crate::rhetoric::prose::{Paragraph, Prose};
use crate::span::Span;

/// Characters of a link.
const FOUR: usize = 4;

/// A link and the mark behind it.
type Link = (Span, char);

/// A stretch between marks.
#[derive(Clone, Copy)]
struct Piece {
    span: Span,
    han: usize,
    /// Only Chinese characters.
    pure: bool,
}

pub(super) fn find(prose: &Prose, paragraph: Paragraph) -> Vec<Device> {
    let mut out = Vec::new();
    for sentence in paragraph.sentences.iter().filter(|s| !s.heading) {
        let mut links: Vec<Link> = Vec::new();
        let mut before: Option<Piece> = None;
        for (piece, mark) in pieces(prose.text, sentence.words, paragraph.stops) {
            if piece.pure && piece.han == FOUR {
                if links.is_empty() {
                    links.extend(before.and_then(|b| tail(prose, b)).map(|span| (span, '、')));
                }
                links.push((piece.span, mark));
            } else {
                let closing = head(prose, piece).filter(|_| links.len() >= 2);
                links.extend(closing.map(|span| (span, mark)));
                out.extend(chain(prose, &links));
                links.clear();
            }
            before = Some(piece).filter(|_| mark == '、');
            if !matches!(mark, '、' | '，' | '；') {
                out.extend(chain(prose, &links));
                links.clear();
            }
        }
    }
    out
}

/// Stretches between marks with the mark behind each.
fn pieces(text: &str, sentence: Span, stops: &Stops) -> impl Iterator<Item = (Piece, char)> {
    let said = sentence.of(text);
    let mut marks = stops.marks(sentence);
    let (mut from, mut read) = (0, 0);
    let mut done = false;
    core::iter::from_fn(move || {
        if done {
            return None;
        }
        let (mut han, mut pure) = (0, true);
        let piece = |from: usize, to: usize, han, pure| Piece {
            span: Span::new(sentence.start + from, sentence.start + to).trim(text),
            han,
            pure,
        };
        for (at, c) in marks.by_ref() {
            // between marks there are ideographs of three bytes
            han += (at - read) / 3;
            read = at + c.len_utf8();
            if matches!(c, '、' | '，' | ',' | '；' | '：' | '。' | '！' | '？' | '—' | '（' | '）') {
                let found = piece(from, at, han, pure);
                from = read;
                return Some((found, c));
            }
            han += usize::from(is_han(c));
            pure &= is_han(c) || c.is_whitespace();
        }
        done = true;
        han += (said.len() - read) / 3;
        Some((piece(from, said.len(), han, pure), '\n'))
    })
}

/// The last four characters of what stands before a chain, where the dictionary sees a word begin.
fn tail(prose: &Prose, piece: Piece) -> Option<Span> {
    let said = piece.span.of(prose.text);
    let from = said.char_indices().rev().nth(FOUR - 1).map(|(at, _)| piece.span.start + at)?;
    let span = Span::new(from, piece.span.end);
    (starts_token(prose, from) && span.of(prose.text).chars().all(is_han)).then_some(span)
}

/// The first four characters of what stands after a chain, where 的 or 等 follows.
fn head(prose: &Prose, piece: Piece) -> Option<Span> {
    let said = piece.span.of(prose.text);
    let (at, after) = said.char_indices().nth(FOUR)?;
    let span = Span::new(piece.span.start, piece.span.start + at);
    (matches!(after, '的' | '等') && span.of(prose.text).chars().all(is_han)).then_some(span)
}

fn starts_token(prose: &Prose, at: usize) -> bool {
    let items = &prose.tokens.items;
    let i = items.partition_point(|t| t.span.start < at);
    items.get(i).is_some_and(|t| t.span.start == at)
}

fn chain(prose: &Prose, links: &[Link]) -> Option<Device> {
    if links.len() < 3 {
        return None;
    }
    // 、 binds closer than a comma: beside links joined by it a clause of four characters stands alone.
    let mut groups: Vec<&[Link]> = links.chunk_by(|before, _| before.1 == '、').collect();
    if groups.iter().any(|g| g.len() > 1) {
        let from = groups.iter().position(|g| g.len() > 1).unwrap_or(0);
        let to = groups.iter().rposition(|g| g.len() > 1).map_or(0, |i| i + 1);
        groups = groups.get(from..to).unwrap_or(&[]).to_vec();
    }
    let links: Vec<Span> = groups.into_iter().flatten().map(|(span, _)| *span).collect();
    let (first, last) = (links.first()?, links.last()?);
    let span = Span::new(first.start, last.end);
    let fits = links.len() >= 3 && !shares_noun(prose.text, &links) && says(prose, &links);
    fits.then_some(Device { kind: DeviceKind::FourCharacterChain, span, parts: links, cue: None })
}

/// Whether most links end with the same two characters: things of one sort.
fn shares_noun(text: &str, links: &[Span]) -> bool {
    let end = |s: &Span| s.of(text).char_indices().nth(2).and_then(|(at, _)| s.of(text).get(at..)).unwrap_or("");
    let last = links.last().map_or("", end);
    links.iter().filter(|s| end(s) == last).count() * 2 > links.len()
}

/// Whether something is said in most links: not only nouns. Without tokens nothing is known.
fn says(prose: &Prose, links: &[Span]) -> bool {
    let items = &prose.tokens.items;
    let saying = |span: &Span| {
        let from = items.partition_point(|t| t.span.end <= span.start);
        let mut inside = items.iter().skip(from).take_while(|t| t.span.start < span.end);
        inside.any(|t| {
            prose.tokens.type_of(t).is_none_or(|w| {
                let tag = &*w.tag;
                tag != "vn" && tag != "an" && tag.starts_with(['v', 'a', 'i', 'l', 'd', 'z'])
            })
        })
    };
    items.is_empty() || links.iter().filter(|s| saying(s)).count() * 2 > links.len()
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
                ("我们山清水秀、瓜果飘香。", &[]),
                ("如今，山清水秀、瓜果飘香、游人如织。", &["山清水秀 | 瓜果飘香 | 游人如织"]),
                ("大家都同心同德，任劳任怨，精打细算，把事办成了。", &[]),
                ("干部要敢于担当，不怕困难，一往无前，勇往直前。", &["不怕困难 | 一往无前 | 勇往直前"]),
                ("走进村里，道路平整、庭院干净、邻里和睦的景象随处可见。", &["道路平整 | 庭院干净 | 邻里和睦"]),
                ("参加的有城东小学、城西小学、城南小学。", &[]),
                ("抓好春耕，备足种子。", &[]),
                ("种植业，养殖业，加工业。", &[]),
            ],
        );
    }
}
