//! `han-paren`: （一） (二) — also `三）` at a line start, its bracket torn off to the line before.

use super::{Before, Hit, Place, after};
use crate::outline::{Scheme, numeral};

/// A bracketed Chinese numeral, opening a line or after a stop, space or comma.
pub(super) fn at(place: &Place) -> Option<Hit> {
    let open = place.rest.chars().next().filter(|c| matches!(c, '（' | '('));
    if open.is_none() && place.before != Before::LineStart {
        return None;
    }
    let inner = after(place.rest, open.map_or(0, char::len_utf8));
    let gap = inner.len() - inner.trim_start_matches(' ').len();
    let number = numeral::han(after(inner, gap))?;
    let tail = after(inner, gap + number.len).trim_start_matches(' ');
    let close = tail.chars().next().filter(|c| matches!(c, '）' | ')'))?;
    let tail = after(tail, close.len_utf8());
    let extra = if tail.starts_with('、') { '、'.len_utf8() } else { 0 };
    if after(tail, extra).trim().is_empty() || cites(after(tail, extra)) {
        return None;
    }
    let fits = place.before != Before::Other;
    let len = place.rest.len() - tail.len() + extra;
    fits.then(|| Hit::new(len, Scheme::HanParen, 0, number.value))
}

/// Whether what follows makes a reference of it: 第（五）（十二）项规定的材料.
fn cites(tail: &str) -> bool {
    ["项规定", "项所", "项的", "项、", "项和", "项或", "项至", "项要求", "项中", "项内容", "项材料"]
        .iter()
        .any(|w| tail.starts_with(w))
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn cases() {
        for (line, marker) in [
            ("（一）总体要求", Some("（一）")),
            ("(十二)抓落实", Some("(十二)")),
            ("三）抓落实", Some("三）")),
            ("包括：（一）名称；", Some("（一）")),
            ("（一）", None),
            ("（三人）到会", None),
            ("本办法第二条（一）项", None),
            ("（十二）项规定的材料", None),
            ("（二）项目建设", Some("（二）")),
        ] {
            assert_eq!(read(line).first().map(|m| m.2), marker, "{line}");
        }
    }
}
