//! Small sourced tables and their loader: the only room with `include_bytes!`.
//!
//! In: `.tsv` files beside this one, `#` lines say how each was made. Out: slices of lines,
//! and typed rows for the tables with a file of their own here.

mod char_set;
mod filler;
mod outline_words;
#[cfg(not(target_arch = "wasm32"))]
mod policy;
mod set_phrases;
mod sieve;
mod signs;
mod simplified;
mod statement;
mod stop;
mod stops;
mod table;
mod words;

pub use char_set::CharSet;
pub use filler::{Filler, fillers};
pub use outline_words::OutlineWords;
#[cfg(not(target_arch = "wasm32"))]
pub use policy::{PolicyTerm, policy};
pub use set_phrases::{SetPhrase, set_phrases};
pub(crate) use sieve::of_three;
pub use sieve::{Pairs, Places, Sieve, leading, marks};
pub(crate) use signs::Signs;
pub(crate) use simplified::{Memory, in_simplified_again};
pub use simplified::{in_simplified, simplified, to_simplified};
pub use statement::is_statement;
pub use stop::{StopWord, stop_words};
pub use stops::{Seeker, Stops, Watch};
pub use words::Words;

pub mod layout_words;
pub(crate) mod markdown;

pub mod connectives;
pub mod devices;
pub mod frames;
pub mod moves;
pub mod number_words;
pub mod transcription;

/// Fields of the lines of a table; empty lines are left out.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.is_empty()).map(|line| line.split('\t').collect())
}

/// A field, or nothing where the table says `-`.
fn known(field: &'static str) -> Option<&'static str> {
    (field != "-").then_some(field)
}

/// Whether a line holds a word. To look once at a short line this is quicker than a searcher made for the word: in wasm, where
/// that has no vectors to help it, by far.
pub(crate) fn holds(line: &str, word: &str) -> bool {
    let at_word = |(at, _): (usize, _)| line.get(at..).is_some_and(|rest| rest.starts_with(word));
    word.chars().next().is_some_and(|first| line.match_indices(first).any(at_word))
}

/// Whether a character is a Chinese one (CJK ideographs, their extensions, 〇).
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a character is one of the basic ideographs, as most of any text are: what looks for marks goes past them first.
#[inline]
pub fn is_basic_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// Whether a `since` field is a year (`2016`) or a decade (`1990s`).
#[cfg(test)]
fn is_since(field: &str) -> bool {
    let year = field.strip_suffix('s').unwrap_or(field);
    year.len() == 4 && year.chars().all(|c| c.is_ascii_digit()) && year.starts_with(['1', '2'])
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn words_are_held_anywhere() {
        for word in ["甲乙", "乙丙", "丁", "甲乙甲乙丙丁"] {
            assert!(holds("甲乙甲乙丙丁", word), "{word}");
        }
        assert!(!holds("甲乙甲乙丙丁", "乙丁") && !holds("", "甲") && !holds("甲", "甲乙"));
    }
}
