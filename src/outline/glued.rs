//! Headings glued to the text behind them without any mark: `关于当前防控工作|入春以来，形势向好`,
//! `充分认识科技创新的战略意义|当前，…`. They end where sense says.
//!
//! In: a heading that runs to the first stop of its clause. Out: the same, or its beginning. A place is the end when
//! - what stands before ends with the name of a matter, and what follows opens a sentence or takes up a word from before;
//! - or the heading is said over again at once (`防雷和接地|电站防雷和接地应…`).

use crate::lexicon::{OutlineWords, holds, is_han};
use crate::span::Span;

/// Characters of the longest heading of this kind.
const LONGEST: usize = 40;
/// Characters of the shortest.
const SHORTEST: usize = 4;
/// Characters of a clause that is longer than a heading with a mark of its own.
const CLAUSE: usize = 25;
/// Characters that show a sentence under way: 示范单位应当凭示范单位证书….
const VERBS: &str = "可应须将凭按依向对为是要由在以与和及的";
/// Characters between a heading and its words said again.
const BETWEEN: usize = 4;

/// Where the heading ends. `inside`: it stands in the middle of a text without line ends.
pub(crate) fn end(text: &str, heading: Span, inside: bool) -> Span {
    let words = heading.of(text);
    let lexicon = OutlineWords::get();
    if let Some(part) = part(words) {
        return Span::new(heading.start, heading.start + part);
    }
    let about = words.starts_with("关于") && words.contains('，');
    let long = words.chars().nth(CLAUSE).is_some();
    let clause = words.find('，').unwrap_or(words.len());
    let matters = |left: &str| lexicon.matters.end(left);
    let again = begins_again(words);
    let mut places = words.char_indices().take(LONGEST + 1).enumerate().skip(SHORTEST);
    let end = places.find_map(|(chars, (at, _))| {
        let (left, right) = words.split_at_checked(at)?;
        let parted = right.contains('，') || long;
        let opens = parted && lexicon.openers.begin(right);
        let named = matters(left)
            && (opens || inside && chars >= 6 && takes_up(left, right) || about && at < clause && ends_matter(right));
        match named {
            true => Some(at),
            false if again => said_again(left, right).map(|more| at + more),
            false => None,
        }
    });
    end.map_or(heading, |end| Span::new(heading.start, heading.start + end))
}

/// Bytes of the name of a part that is the heading, where text goes on behind it: `指导思想|以……为指导，`.
fn part(words: &str) -> Option<usize> {
    let name = OutlineWords::get().parts.iter().find(|name| words.starts_with(**name))?;
    let rest = words.get(name.len()..)?;
    let text = rest.contains('，')
        && rest.starts_with(is_han)
        && !rest.starts_with(['的', '和', '与', '及', '是', '为', '有', '如', '落', '取', '完', '按', '更', '基']);
    text.then_some(name.len())
}

/// A heading that fills its line and is said over again in it: the line holds the text as well.
pub(crate) fn said_twice(text: &str, heading: Span) -> Span {
    let words = heading.of(text);
    if !begins_again(words) {
        return heading;
    }
    let places = words.char_indices().take(LONGEST + 1).skip(SHORTEST);
    let end = places.map(|(at, _)| at).find_map(|at| {
        let (left, right) = words.split_at_checked(at)?;
        said_again(left, right).map(|more| at + more)
    });
    end.map_or(heading, |end| Span::new(heading.start, heading.start + end))
}

/// Whether a matter that ends here goes on to nothing: not 工作的, 工作和, 工作要求.
fn ends_matter(right: &str) -> bool {
    let goes_on = right.starts_with(['的', '和', '与', '、', '及', '者', '中', '，']);
    !goes_on && !OutlineWords::get().matters.begin(right)
}

/// Whether what follows begins with a word (two characters) that stood before: 科学家精神|科学成就….
fn takes_up(left: &str, right: &str) -> bool {
    let end = right.char_indices().nth(2).map_or(right.len(), |(i, _)| i);
    let word = right.get(..end).unwrap_or("");
    // 物质文明和精神文明: words of one kind joined
    let joined = left.contains(['和', '与', '、', '及']);
    word.chars().count() == 2
        && !joined
        && word.chars().all(|c| is_han(c) && !"的一不是为和".contains(c))
        && left.contains(word)
}

/// Whether the first two characters stand in a text once more, as they do where its beginning is said again.
fn begins_again(words: &str) -> bool {
    let two = words.char_indices().nth(2).and_then(|(end, _)| words.split_at_checked(end));
    two.is_some_and(|(two, rest)| holds(rest, two))
}

/// Where the words themselves come again, a few characters on: how many bytes more of them do.
fn said_again(left: &str, right: &str) -> Option<usize> {
    if !left.chars().all(|c| is_han(c) || c == '、') {
        return None;
    }
    let between = right.char_indices().map(|(i, _)| i).take(BETWEEN + 1);
    let gap = between
        .take_while(|&i| right.get(..i).is_some_and(|gap| gap.chars().all(|c| is_han(c) && !VERBS.contains(c))))
        .find(|&i| right.get(i..).is_some_and(|t| t.starts_with(left)))?;
    let again = right.get(gap + left.len()..)?;
    let more = right.chars().zip(again.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    Some(more.min(gap))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        for (words, heading) in [
            ("关于当前防控工作入春以来，形势向好", "关于当前防控工作"),
            ("关于加强对重点工作的领导火车跑得快，全靠车头带", "关于加强对重点工作的领导"),
            ("充分认识开展整治行动的重要意义党的二十大以来，环境持续改善", "充分认识开展整治行动的重要意义"),
            ("加快解决制约园区发展的突出问题我市园区数量多，但大的少", "加快解决制约园区发展的突出问题"),
            ("大力弘扬劳模精神劳模是民族的精英", "大力弘扬劳模精神"),
            ("供水和排水小区供水和排水应当符合规范", "供水和排水"),
            ("指导思想以科学理论为指导，坚持新发展理念", "指导思想"),
            ("总体要求和基本原则以科学理论为指导，坚持创新", "总体要求和基本原则以科学理论为指导，坚持创新"),
            // no end inside
            ("示范单位应凭示范单位证书到窗口办理登记", "示范单位应凭示范单位证书到窗口办理登记"),
            ("推进物质文明和精神文明建设", "推进物质文明和精神文明建设"),
            ("关于安全生产工作，要抓紧抓实", "关于安全生产工作，要抓紧抓实"),
            ("认清形势，抓好落实", "认清形势，抓好落实"),
            ("解决发展中的问题必须靠发展", "解决发展中的问题必须靠发展"),
            ("坚持问题导向，抓好当前工作", "坚持问题导向，抓好当前工作"),
            ("坚持一手抓改革、坚持一手抓稳定", "坚持一手抓改革、坚持一手抓稳定"),
            ("落实党的二十大以来各项部署，做好今年工作", "落实党的二十大以来各项部署，做好今年工作"),
        ] {
            assert_eq!(end(words, Span::new(0, words.len()), true).of(words), heading, "{words}");
        }
    }
}
