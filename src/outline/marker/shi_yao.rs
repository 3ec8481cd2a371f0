//! `shi` and `yao`: 一是 二是 三是; 一要 二要 三要 — not 一是一、二是二, 一要务.

use super::{Before, Hit, Place, after};
use crate::lexicon::OutlineWords;
use crate::outline::{Scheme, numeral};

/// A Chinese numeral with 是 or 要, opening a line or after a stop, space or comma.
pub(super) fn at(place: &Place) -> Option<Hit> {
    let number = numeral::han(place.rest).filter(|n| n.value < 30)?;
    let tail = after(place.rest, number.len);
    let (scheme, word) = match tail.chars().next()? {
        '是' => (Scheme::Shi, '是'),
        '要' => (Scheme::Yao, '要'),
        _ => return None,
    };
    let words = after(tail, word.len_utf8());
    let comma = words.chars().next().filter(|c| matches!(c, '，' | '：' | ',' | ':'));
    let rest = after(words, comma.map_or(0, char::len_utf8)).trim_start();
    // 一是一，二是二; 一要务, 一要素
    let idiom = numeral::han(words).is_some_and(|n| n.value == number.value && n.len == 3)
        && !after(words, 3).starts_with(|c: char| c.is_alphanumeric());
    let noun = scheme == Scheme::Yao
        && words.starts_with(['务', '素', '点', '件', '求', '义', '领', '旨'])
        && !OutlineWords::get().yao_verbs.begin(words);
    let fits = place.before != Before::Other && !rest.is_empty() && !idiom && !noun;
    let len = number.len + word.len_utf8() + comma.map_or(0, char::len_utf8);
    fits.then(|| Hit::new(len, scheme, 0, number.value))
}

/// Whether `一是` at byte `at` of a paragraph follows the word that opens its sentence, and `二是` follows behind a stop:
/// `这样一是……。二是……。`
pub(super) fn is_led(body: &str, at: usize) -> bool {
    const OPENERS: [&str; 6] = ["这样", "主要", "其中", "具体", "为此", "因此"];
    const REACH: usize = 300;
    let Some((before, rest)) = body.split_at_checked(at) else { return false };
    let Some(item) = rest.strip_prefix("一是") else { return false };
    let opened = OPENERS.iter().find_map(|word| before.strip_suffix(word));
    let opens = opened.is_some_and(|b| b.is_empty() || b.ends_with(['。', '；', '！', '？', '：', '，']));
    let end = item.char_indices().nth(REACH).map_or(item.len(), |(i, _)| i);
    opens && item.get(..end).is_some_and(|t| t.contains("。二是") || t.contains("；二是"))
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn cases() {
        for (line, marker) in [
            ("一是学习要跟上", Some("一是")),
            ("二要找准定位", Some("二要")),
            ("做到：一是，抓早", Some("一是，")),
            ("十一是抓落实", Some("十一是")),
            ("抓早，二是抓小", Some("二是")),
            ("一要领导带头", Some("一要")),
            ("一要求真务实", Some("一要")),
            ("一要求，二落实", None),
            ("一是一，二是二", None),
            ("一要务", None),
            ("三要素", None),
            ("这一是非问题", None),
        ] {
            assert_eq!(read(line).first().map(|m| m.2), marker, "{line}");
        }
    }
}
