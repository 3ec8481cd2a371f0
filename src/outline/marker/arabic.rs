//! `arabic`: 1. 1． 1﹒ 1、 01 — and decimals 1.1, 1.1.1 one level below.

use super::{Before, Hit, Place, after};
use crate::outline::{Scheme, numeral};

/// What stands for the depth of a number whose mark is lost: `1突破关键技术`. A list of three shows that it is one.
pub(crate) const BARE: u32 = 9;

/// The most points below one.
const MOST: u32 = 50;

/// An Arabic number with its mark, opening a line, or after a stop or space; dates, percentages and sums are none.
pub(super) fn at(place: &Place) -> Option<Hit> {
    if matches!(place.before, Before::Other | Before::Comma) {
        return None;
    }
    let mut number = numeral::arabic(place.rest)?;
    let mut len = number.len;
    let mut levels = 0_u32;
    // 3.1, 3.1.2: decimals
    while let Some(next) = after(place.rest, len).strip_prefix(['.', '．']).and_then(numeral::arabic) {
        if levels == 3 {
            return None;
        }
        len += after(place.rest, len).chars().next().map_or(0, char::len_utf8) + next.len;
        number = next;
        levels += 1;
    }
    // 12.75 is a figure: no part has so many points; but 11.315人才计划 may stand between 10. and 12.
    if levels > 0 && number.value > MOST {
        let named = levels == 1 && number.len > 2 && after(place.rest, len).starts_with(crate::lexicon::is_han);
        let first = numeral::arabic(place.rest).filter(|_| named && place.before == Before::LineStart)?;
        return Some(Hit::new(len - number.len, Scheme::Arabic, 0, first.value).weak());
    }
    let tail = after(place.rest, len);
    let open = tail.trim_start_matches(' ');
    let mark = open.chars().next()?;
    let line_start = place.before == Before::LineStart;
    if line_start && levels == 0 && open.len() == tail.len() && names(tail) {
        return Some(Hit::new(len, Scheme::Arabic, BARE, number.value).weak());
    }
    let mark_len = match mark {
        '、' | '．' | '﹒' | '.' => tail.len() - open.len() + mark.len_utf8(),
        // `3.1 研究设计`, `01 总则`: the number and a space
        _ if line_start && (levels > 0 || place.rest.starts_with(['0', '０'])) && opens_words(tail) => 0,
        // …。1.1 研究设计: in glued text the blank tells
        _ if place.before == Before::Stop && levels > 0 && opens_words(tail) && tail.starts_with(' ') => 0,
        '\u{3000}' if line_start && levels == 0 => 0,
        _ => return None,
    };
    let heading = after(tail, mark_len).trim_start();
    let counts = heading.starts_with(|c: char| c.is_ascii_digit() && !line_start) || heading.is_empty();
    if counts || (levels > 0 && heading.starts_with(['%', '％', '万', '亿', '个', '元', '倍', '年', '月'])) {
        return None;
    }
    // 1、2、3号楼 counts something; 2.5、3.6 are figures
    if numeral::arabic(heading).is_some_and(|n| after(heading, n.len).starts_with('、')) {
        return None;
    }
    Some(Hit::new(len + mark_len, Scheme::Arabic, levels, number.value))
}

/// Whether words follow a number directly that it does not count: `1突破关键技术`, not `3个`, `12月`.
fn names(tail: &str) -> bool {
    tail.starts_with(crate::lexicon::is_han)
        && !tail.starts_with(|c| COUNTED.contains(c))
        && tail.chars().nth(3).is_some()
}

/// What a number at the start of a line counts or measures.
const COUNTED: &str = "年月日时分秒号个万亿千百十元倍岁名项条家所人次级类种届点楼层路米吨度台套件亩只头户村县市省国世第余多至到比小大周天期章节部辆艘架座处场本册页平公里克升斤";

fn opens_words(tail: &str) -> bool {
    let words = tail.trim_start();
    words.len() < tail.len() && words.starts_with(|c: char| !c.is_ascii_digit() && c.is_alphanumeric())
        || words.starts_with(crate::lexicon::is_han)
            && !words.starts_with(['年', '月', '日', '个', '万', '亿', '元', '倍'])
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn cases() {
        for (line, marker) in [
            ("1.加强领导", Some("1.")),
            ("2．加强领导", Some("2．")),
            ("3﹒加强领导", Some("3﹒")),
            ("4、加强领导", Some("4、")),
            ("3.1 研究设计", Some("3.1")),
            ("3.1研究设计", Some("3.1")),
            ("01 总则", Some("01")),
            ("工作要求如下：1.抓早。", Some("1.")),
            ("会议结束。1.1 研究设计", Some("1.1")),
            ("会议结束。1.5 万吨", None),
            ("抓早。（责任单位：某局）2.抓小", Some("2.")),
            ("某局（以下简称本局）2.抓小", None),
            ("1突破关键技术", Some("1")),
            ("12强化人才支撑", Some("12")),
            ("5个方面", None),
            ("20多项措施", None),
            ("2.3%的增速", None),
            ("1.5万亿元", None),
            ("2020.1.3", None),
            ("12.75 GHz以上", None),
            ("1、2、3号楼", None),
            ("比上年增长，1.加强", None),
        ] {
            assert_eq!(read(line).first().map(|m| m.2), marker, "{line}");
        }
    }
}
