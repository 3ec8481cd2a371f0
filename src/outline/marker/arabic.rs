//! `arabic`: 1. 1． 1﹒ 1、 01 — and decimals 1.1, 1.1.1 one level below.

use super::{Before, Hit, Place, after};
use crate::outline::{Scheme, numeral};

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
    let tail = after(place.rest, len);
    let open = tail.trim_start_matches(' ');
    let mark = open.chars().next()?;
    let line_start = place.before == Before::LineStart;
    let mark_len = match mark {
        '、' | '．' | '﹒' | '.' => tail.len() - open.len() + mark.len_utf8(),
        // `3.1 研究设计`, `01 总则`: the number and a space
        _ if line_start && (levels > 0 || place.rest.starts_with(['0', '０'])) && opens_words(tail) => 0,
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
            ("2.3%的增速", None),
            ("1.5万亿元", None),
            ("2020.1.3", None),
            ("1、2、3号楼", None),
            ("比上年增长，1.加强", None),
            ("5个方面", None),
        ] {
            assert_eq!(read(line).first().map(|m| m.2), marker, "{line}");
        }
    }
}
