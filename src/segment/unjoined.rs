//! Runs of what the dictionary left unjoined: words in no dictionary, numbers, names of things (`COVID-19`, `3.5%`).
//!
//! In: a run, the model of unknown words. Out: its words, parted as jieba parts them.

use super::unknown::{Model, is_modelled};
use crate::lexicon::is_han;

/// Whether jieba looks for words across a character.
pub(super) fn can_join(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '&' | '.' | '_' | '%' | '-') || is_han(c) && c != '〇'
}

/// Calls `found` with the words of a run. `choices` is a buffer to use again.
pub(super) fn cut<'t>(run: &'t str, model: &Model, choices: &mut Vec<[bool; 4]>, mut found: impl FnMut(&'t str)) {
    let mut rest = run;
    while let Some(first) = rest.chars().next() {
        let modelled = is_modelled(first);
        let end = rest.find(|c| is_modelled(c) != modelled).unwrap_or(rest.len());
        let Some((part, behind)) = rest.split_at_checked(end) else { break };
        rest = behind;
        if modelled && end > first.len_utf8() {
            model.cut(part, choices, &mut found);
        } else if modelled {
            found(part);
        } else {
            cut_signs(part, &mut found);
        }
    }
}

/// Letters and digits joined by single signs are one word, with a percent sign behind; so is what stands between such words.
fn cut_signs<'t>(part: &'t str, found: &mut impl FnMut(&'t str)) {
    let mut rest = part;
    while !rest.is_empty() {
        let gap = rest.find(|c: char| c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let length = if gap > 0 { gap } else { joined(rest.as_bytes()) };
        let Some((word, behind)) = rest.split_at_checked(length) else { break };
        found(word);
        rest = behind;
    }
}

/// The length of the joined letters and digits at the start, at least one.
fn joined(bytes: &[u8]) -> usize {
    let is_joint = |at: usize| {
        let next = bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        matches!(bytes.get(at), Some(b'.' | b'_' | b'-')) && next
    };
    let mut end = 1;
    while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) || is_joint(end) {
        end += 1;
    }
    end + usize::from(bytes.get(end) == Some(&b'%'))
}

/// The tag of a word in no dictionary, as jieba gives it: a number, letters, anything else.
pub(super) fn tag_of(word: &str) -> &'static str {
    let mut written = word.bytes().filter(u8::is_ascii_alphanumeric);
    match written.next() {
        None => "x",
        Some(first) if first.is_ascii_digit() && written.all(|b| b.is_ascii_digit()) => "m",
        Some(_) => "eng",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_joined_by_single_signs() {
        let words = |text: &'static str| {
            let mut words = Vec::new();
            cut_signs(text, &mut |word| words.push(word));
            words
        };
        assert_eq!(words("COVID-19"), ["COVID-19"]);
        assert_eq!(words("3.5%+1.2.3--x_"), ["3.5%", "+", "1.2.3", "--", "x", "_"]);
        assert_eq!(words("&.%"), ["&.%"]);
        assert!(words("").is_empty());
    }

    #[test]
    fn tags_of_what_no_dictionary_has() {
        assert_eq!(["12.5", "5G", "建民", "%"].map(tag_of), ["m", "eng", "x", "x"]);
    }
}
