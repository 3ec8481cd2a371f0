//! `di`: 第一， 第一、 第一是 第一： — not the rank in 第一季度, 第一书记, 第一时间, 第一、第二两个部分.

use super::{Before, Hit, Place, after};
use crate::lexicon::OutlineWords;
use crate::outline::{Scheme, numeral};

/// An ordinal with its mark, or followed by 是/要 and more, opening a line or after a stop, space or comma.
pub(super) fn at(place: &Place) -> Option<Hit> {
    let tail = place.rest.strip_prefix('第')?;
    let number = numeral::han(tail).or_else(|| numeral::arabic(tail)).filter(|n| n.value < 30)?;
    let tail = after(tail, number.len);
    let fits = place.before != Before::Other;
    // 第一种人……。第二种人……。第三种人……。
    if let Some(words) = kind(tail).filter(|words| fits && !words.is_empty()) {
        let bare = words.strip_prefix(['，', '：']).unwrap_or(words);
        let hit = Hit::new(place.rest.len() - bare.len(), Scheme::Di, KINDS, number.value);
        return Some(if starts_marked(words) { hit } else { hit.weak() });
    }
    let tail = counted(tail).filter(|t| starts_marked(t)).unwrap_or(tail);
    let mark = tail.chars().next()?;
    let extra = match mark {
        '，' | '、' | '：' | ',' | ':' | '．' | '.' => mark.len_utf8(),
        '是' => mark.len_utf8() + usize::from(after(tail, 3).starts_with('，')) * 3,
        _ if mark.is_whitespace() && place.before != Before::Space => 0,
        _ => return None,
    };
    let words = after(tail, extra).trim_start();
    // 第一、第二两个部分; 第一、二、三产业
    let series = words.starts_with('第')
        && after(words, 3).chars().next().is_some_and(|c| "一二三四五六七八九十".contains(c))
        || mark == '、' && numeral::han(words).is_some();
    (fits && !series && !words.is_empty())
        .then(|| Hit::new(place.rest.len() - tail.len() + extra, Scheme::Di, 0, number.value))
}

/// The list of what is told by kinds.
const KINDS: u32 = 1;

/// What follows `种人`, `种情况` behind the number.
fn kind(tail: &str) -> Option<&str> {
    let after_measure = tail.strip_prefix(['种', '类'])?;
    ["人", "情况", "情形", "类型", "意见", "态度", "做法"].iter().find_map(|n| after_measure.strip_prefix(n))
}

/// What follows `点`, `个`, `个问题` behind the number.
fn counted(tail: &str) -> Option<&str> {
    let after_measure = tail.strip_prefix(['点', '个', '条', '件', '项', '句', '类', '种', '步'])?;
    let nouns = &OutlineWords::get().ordinal_nouns;
    Some(nouns.iter().find_map(|n| after_measure.strip_prefix(n)).unwrap_or(after_measure))
}

fn starts_marked(text: &str) -> bool {
    text.starts_with(['，', '、', '：', '是', ','])
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn cases() {
        for (line, marker) in [
            ("第一，要提高认识", Some("第一，")),
            ("第二、要提高认识", Some("第二、")),
            ("第三是抓落实", Some("第三是")),
            ("第一点，要提高认识", Some("第一点，")),
            ("第一个是认识问题", Some("第一个是")),
            ("第二个问题，为什么要抓学习", Some("第二个问题，")),
            ("第一个方面是思想上的差距", Some("第一个方面是")),
            ("第三件事，抓好落实", Some("第三件事，")),
            ("第一步，摸清底数", Some("第一步，")),
            ("第二种人不愿意来", Some("第二种人")),
            ("第二种树长得快", None),
            ("第一步的工作", None),
            ("第一个方面的工作", None),
            ("第一个五年计划", None),
            ("要做到：第一，抓早", Some("第一，")),
            ("第一季度增长", None),
            ("第一书记到村", None),
            ("第一、第二两个部分", None),
            ("第一、二、三产业", None),
            ("全省第一，全国第二", None),
            ("发展是第一要务", None),
        ] {
            assert_eq!(read(line).first().map(|m| m.2), marker, "{line}");
        }
    }
}
