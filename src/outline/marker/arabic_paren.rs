//! `arabic-paren`: （1） (1) 1) 1）; also letters in brackets, (a) (b).

use super::{Before, Hit, Place, after};
use crate::outline::{Scheme, numeral};

/// A bracketed Arabic number, opening a line or after a stop or space. `（2023 版）` and notes are none.
pub(super) fn at(place: &Place) -> Option<Hit> {
    let open = place.rest.chars().next().filter(|c| matches!(c, '（' | '('));
    let fits = match place.before {
        Before::LineStart | Before::Stop | Before::Space => true,
        Before::Comma => open.is_some(),
        Before::Other => false,
    };
    let inner = after(place.rest, open.map_or(0, char::len_utf8));
    let letter = || numeral::letter(inner).filter(|_| open.is_some());
    let number = numeral::arabic(inner).filter(|n| n.value < 100).or_else(letter)?;
    let tail = after(inner, number.len);
    let close = tail.chars().next().filter(|c| matches!(c, '）' | ')'))?;
    let tail = after(tail, close.len_utf8());
    let extra = if tail.starts_with('、') { '、'.len_utf8() } else { 0 };
    if !fits || after(tail, extra).trim().is_empty() {
        return None;
    }
    let kind = if inner.starts_with(|c: char| c.is_ascii_lowercase()) { 2 } else { u32::from(open.is_none()) };
    Some(Hit::new(place.rest.len() - tail.len() + extra, Scheme::ArabicParen, kind, number.value))
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn cases() {
        for (line, marker) in [
            ("（1）申请材料", Some("（1）")),
            ("(2) 申请材料", Some("(2)")),
            ("1）申请材料", Some("1）")),
            ("包括：（1）名称", Some("（1）")),
            ("(b)数据来源合法", Some("(b)")),
            ("(eg)数据", None),
            ("b)数据", None),
            ("见表（1）所示", None),
            ("（2023 版）", None),
            ("（1）", None),
        ] {
            assert_eq!(read(line).first().map(|m| m.2), marker, "{line}");
        }
    }
}
