//! Units for tests, written down with their cuts.
//!
//! In: a marked text. Out: the text and its units.

use crate::rhetoric::rst::edu::unit::{Position, Unit};
use crate::rhetoric::rst::edu::word::Word;
use crate::rhetoric::rst::model::hash::hash;
use crate::span::Span;

/// Units cut at `|`; words parted by spaces, as in `主要 是`; a verb as `修好/v`.
pub(in crate::rhetoric::rst) fn units(marked: &str) -> (String, Vec<Unit>) {
    let text = marked.replace(['|', ' '], "").replace("/v", "");
    let mut at = 0;
    let parts: Vec<&str> = marked.split('|').collect();
    let last = parts.len() - 1;
    let units = parts.iter().enumerate().map(|(n, part)| {
        let words: Vec<Word> = part
            .split(' ')
            .map(|written| {
                let (written, coarse) = written.split_once("/v").map_or((written, b'n'), |(word, mark)| {
                    assert!(mark.is_empty(), "a mark behind a verb is a word of its own");
                    (word, b'v')
                });
                let span = Span::new(at, at + written.len());
                at = span.end;
                let text = hash(written.trim_end_matches(|c: char| !c.is_alphanumeric()).as_bytes());
                let (first, end) = (written.chars().next().unwrap(), written.chars().last().unwrap());
                Word { span, text, tag: 1, coarse, first, last: end, function: None, spaced: false }
            })
            .collect();
        Unit::new(&text, &words, Position { opens_paragraph: n == 0, closes_paragraph: n == last })
    });
    let units = units.collect();
    (text, units)
}
