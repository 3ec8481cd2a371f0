//! `han`: 一、 二、 — also `一．`, `一.` and a bare `一` followed by a full-width space, or, three lines and more in order,
//! by a heading.

use super::arabic::BARE;
use super::{Before, Hit, Place, after};
use crate::outline::{Scheme, numeral};

/// The longest list whose marks may be lost.
const MOST: u32 = 20;

/// A Chinese numeral with its mark, opening a line, or after a full stop or space in glued text.
/// `一、二、三产业` counts something: no marker follows a marker directly.
pub(super) fn at(place: &Place) -> Option<Hit> {
    let number = numeral::han(place.rest)?;
    let tail = after(place.rest, number.len);
    let open = tail.trim_start_matches([' ', '\u{a0}']);
    let gap = tail.len() - open.len();
    let mark = open.chars().next()?;
    let bare = tail.starts_with(crate::lexicon::is_han) && !tail.starts_with(['是', '要', '年', '月', '日', '个']);
    let bare = bare && numeral::han(tail).is_none() && tail.chars().nth(3).is_some();
    if place.before == Before::LineStart && bare {
        return (number.value <= MOST).then(|| Hit::new(number.len, Scheme::Han, BARE, number.value).weak());
    }
    let mark_len = match mark {
        '、' | '．' | '﹒' => mark.len_utf8(),
        '.' if place.before == Before::LineStart => 1,
        '，' | ',' | ':' | '：' if place.before == Before::LineStart && short_head(open) => mark.len_utf8(),
        '\u{3000}' if place.before == Before::LineStart => 0,
        _ if gap > 0 && place.before == Before::LineStart && short_head(open) => 0,
        _ => return None,
    };
    let heading = after(open, mark_len).trim_start();
    if heading.is_empty() || numeral::han(heading).is_some_and(|n| is_mark(after(heading, n.len))) {
        return None;
    }
    let fits = matches!(place.before, Before::LineStart | Before::Stop | Before::Space);
    let len = number.len + if mark_len > 0 { gap + mark_len } else { 0 };
    fits.then(|| Hit::new(len, Scheme::Han, 0, number.value))
}

fn is_mark(text: &str) -> bool {
    text.starts_with(['、', '产', '是', '要'])
}

/// A line that is all heading: short, without a final stop.
fn short_head(line: &str) -> bool {
    line.chars().count() <= 30 && !line.contains(['。', '；'])
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn cases() {
        for (line, marker) in [
            ("一、认清形势", Some("一、")),
            ("十二、加强领导", Some("十二、")),
            ("二 、建设思路", Some("二 、")),
            ("三．抓好落实", Some("三．")),
            ("一　认清形势", Some("一")),
            ("会议开得很好。二、抓好落实", Some("二、")),
            ("一、二、三产业协调发展", None),
            ("五一、国庆假期", None),
            ("一经济持续向好。生产总值增长百分之六", Some("一")),
            ("一年来，各级各部门", None),
            ("一百年，风雨兼程", None),
            ("五个方面的任务", None),
        ] {
            assert_eq!(read(line).first().map(|m| m.2), marker, "{line}");
        }
    }
}
