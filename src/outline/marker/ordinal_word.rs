//! `ordinal-word`: 首先/其次/再次/最后; 一方面/另一方面; 一来/二来; 一则/二则; 一曰/二曰; 其一/其二; 一个是/再一个是.

use super::{Before, Hit, Place, after};
use crate::outline::{Scheme, numeral};

/// Word, family (the unit of the key), number; 最后 takes the number after the one before it.
const WORDS: [(&str, u32, Option<u32>); 29] = [
    ("首先是", 0, Some(1)),
    ("其次是", 0, Some(2)),
    ("再次是", 0, Some(3)),
    ("首先", 0, Some(1)),
    ("其次", 0, Some(2)),
    ("再次", 0, Some(3)),
    ("再者", 0, Some(3)),
    ("最后", 0, None),
    ("一方面", 1, Some(1)),
    ("另一方面", 1, Some(2)),
    ("另外一方面", 1, Some(2)),
    ("再一方面", 1, Some(3)),
    ("一个就是", 4, Some(1)),
    ("一个是", 4, Some(1)),
    ("再一个就是", 4, Some(2)),
    ("再一个是", 4, Some(2)),
    ("另一个就是", 4, Some(2)),
    ("另一个是", 4, Some(2)),
    ("还有一个是", 4, Some(2)),
    ("二个是", 4, Some(2)),
    ("三个是", 4, Some(3)),
    ("再一个", 4, Some(2)),
    ("一头是", 6, Some(1)),
    ("另一头是", 6, Some(2)),
    ("一部分是", 9, Some(1)),
    ("另一部分是", 9, Some(2)),
    ("一种是", 5, Some(1)),
    ("另一种是", 5, Some(2)),
    ("还有一种是", 5, Some(2)),
];

/// An ordering word opening a line or after a stop, space or comma.
pub(super) fn at(place: &Place) -> Option<Hit> {
    if place.before == Before::Other && !is_first_side(place.rest) {
        return None;
    }
    let (len, unit, ordinal) = word(place.rest).or_else(|| counted(place.rest))?;
    let tail = after(place.rest, len);
    let comma = tail.chars().next().filter(|c| matches!(c, '，' | '、' | '：' | ',' | ':'));
    // 首先 may run into its sentence (首先要坚定信心); 最后, 其一, 一来 need their mark.
    let bare = matches!(unit, 0 | 1 | 4..=9) && ordinal.is_some() && !tail.starts_with(['的', '在', '召']);
    let rest = after(tail, comma.map_or(0, char::len_utf8));
    // 最后，我还要强调的是 closes a speech.
    if ordinal.is_none() && rest.starts_with('我') {
        return None;
    }
    (!rest.trim().is_empty() && (comma.is_some() || bare)).then_some(Hit {
        len: len + comma.map_or(0, char::len_utf8),
        key: (Scheme::OrdinalWord, unit),
        ordinal,
        weak: false,
    })
}

/// `改革一方面要…；另一方面要…`: behind its subject the word counts only when the other side follows in the sentence.
pub(super) fn is_first_side(rest: &str) -> bool {
    const REACH: usize = 160;
    let Some(tail) = rest.strip_prefix("一方面") else { return false };
    let sentence = tail.char_indices().take(REACH).take_while(|(_, c)| *c != '。').last().map_or(0, |(i, _)| i);
    tail.get(..sentence).is_some_and(|t| t.contains("另一方面")) && !tail.starts_with(['的', '、', '和'])
}

fn word(text: &str) -> Option<(usize, u32, Option<u32>)> {
    WORDS.iter().find(|(w, ..)| text.starts_with(w)).map(|&(w, unit, n)| (w.len(), unit, n))
}

/// 其一 其二; 一来 二来; 一则 二则; 一曰 二曰
fn counted(text: &str) -> Option<(usize, u32, Option<u32>)> {
    if let Some(tail) = text.strip_prefix('其') {
        let n = numeral::han(tail).filter(|n| n.value < 10)?;
        return Some((3 + n.len, 3, Some(n.value)));
    }
    let n = numeral::han(text).filter(|n| n.value < 10)?;
    let unit = match after(text, n.len).chars().next()? {
        '来' => 2,
        '则' => 7,
        '曰' => 8,
        _ => return None,
    };
    Some((n.len + 3, unit, Some(n.value)))
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn cases() {
        for (line, marker) in [
            ("首先，要提高认识", Some("首先，")),
            ("首先要坚定信心", Some("首先")),
            ("其次是抓落实", Some("其次是")),
            ("最后，抓好落实", Some("最后，")),
            ("最后，我再强调几句", None),
            ("一方面，要抓生产", Some("一方面，")),
            ("另一方面要抓安全", Some("另一方面")),
            ("其一，认识不够", Some("其一，")),
            ("一来，人手不够", Some("一来，")),
            ("一则省工，二则省料", Some("一则")),
            ("一曰勤。二曰俭。", Some("一曰")),
            ("涵义:一个是市委，再一个就是厅局", Some("一个是")),
            ("最后的结果", None),
            ("其一生清白", None),
            ("改革一方面要积极，另一方面要稳妥", Some("一方面")),
            ("改革一方面要积极。另一方面要稳妥", Some("另一方面")),
            ("这一方面的工作", None),
            ("一来一往", None),
        ] {
            assert_eq!(read(line).first().map(|m| m.2), marker, "{line}");
        }
    }
}
