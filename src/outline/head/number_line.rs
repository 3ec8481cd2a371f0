//! Numbers alone on their lines, `一` / `二` / `三`, that part a text without naming its parts, as in selections of speeches.
//!
//! In: the paragraphs of a document. Out: three and more such numbers in order, two in brackets, each with text below it; the
//! number is all the heading there is.

use super::{Document, Head};
use crate::outline::point::Standing;
use crate::outline::{Evidence, Scheme, numeral};

/// Numbers that make a series, and those in brackets, which count nothing else.
const SERIES: usize = 3;
const SERIES_IN_BRACKETS: usize = 2;

/// Han numerals on lines of their own, from 一 on.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let numbers = document.paragraphs.iter().enumerate().filter_map(|(i, p)| {
        let line = p.span.of(document.text);
        let inner = line.strip_prefix('（').and_then(|t| t.strip_suffix('）')).unwrap_or(line);
        let number = numeral::han(inner).filter(|n| !p.is_open() && n.len == inner.len())?;
        let below = document.paragraphs.get(i + 1).is_some_and(|next| next.span.len() > line.len());
        let scheme = if inner.len() < line.len() { Scheme::HanParen } else { Scheme::Han };
        below.then_some((i, number.value, scheme))
    });
    let mut heads = Vec::new();
    let mut row: Vec<Head> = Vec::new();
    let mut group = 0;
    let mut close = |row: &mut Vec<Head>| {
        let brackets = row.first().is_some_and(|head| head.scheme == Scheme::HanParen);
        let whole = row.len() >= if brackets { SERIES_IN_BRACKETS } else { SERIES };
        heads.extend(row.drain(..).filter(|_| whole));
    };
    for (paragraph, number, scheme) in numbers {
        if number == 1 {
            close(&mut row);
            group += 1;
        }
        if number as usize == row.len() + 1 {
            let heading = document.paragraphs.get(paragraph).map(|p| p.span);
            row.extend(heading.map(|heading| Head {
                paragraph,
                heading,
                scheme,
                standing: Standing::OwnLine,
                evidence: Evidence::ShortLine,
                group,
            }));
        }
    }
    close(&mut row);
    heads
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        let said = "山里的路要一段一段修，急不得，也等不得。";
        for (numbers, expected) in [
            (&["一", "二", "三"][..], &["一", "二", "三"][..]),
            (&["（一）", "（二）", "（三）"], &["（一）", "（二）", "（三）"]),
            (&["（一）", "（二）"], &["（一）", "（二）"]),
            // a page, a gap, too few
            (&["十二"], &[]),
            (&["一", "三", "五"], &[]),
            (&["一", "二"], &[]),
        ] {
            let text: Vec<String> = numbers.iter().map(|n| format!("{n}\n{said}\n{said}\n")).collect();
            assert_eq!(headings(find, &text.concat()), expected, "{numbers:?}");
        }
    }
}
