//! `dash`: paragraphs (or, in glued text, sentences) opening with `——` or `--`.

use super::{Before, Hit, Place, after};
use crate::outline::Scheme;

/// A double dash that opens a line, or follows a full stop or colon.
pub(super) fn at(place: &Place) -> Option<Hit> {
    let len: usize = place.rest.chars().take_while(|c| matches!(c, '—' | '-' | '－' | '─')).map(char::len_utf8).sum();
    let count = place.rest.chars().take_while(|c| matches!(c, '—' | '-' | '－' | '─')).count();
    let words = after(place.rest, len).trim_start();
    let fits = matches!(place.before, Before::LineStart | Before::Stop);
    // — 1 — is a page number; a rule of dashes opens nothing
    let numbers = words.starts_with(|c: char| c.is_numeric() && place.rest.trim_end().ends_with(['—', '-']));
    let opens =
        (2..=4).contains(&count) || (count == 1 && place.before == Before::LineStart && place.rest.starts_with('—'));
    (fits && opens && !numbers && !words.is_empty()).then_some(Hit {
        len,
        key: (Scheme::Dash, 0),
        ordinal: None,
        weak: false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn cases() {
        for (line, marker) in [
            ("——坚持稳中求进。", Some("——")),
            ("--坚持稳中求进。", Some("--")),
            ("我宣布：——中国将提供支持。", Some("——")),
            ("共同体——人类的家园", None),
            ("— 1 —", None),
            ("------", None),
        ] {
            assert_eq!(read(line).first().map(|m| m.2), marker, "{line}");
        }
    }
}
