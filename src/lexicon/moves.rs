//! Words that show what a sentence does.
//!
//! In: `moves.tsv`. Out: [`MoveCues`]: every cue that begins at a place of a text, found by its first character.

use super::{is_han, rows};
use std::sync::OnceLock;

/// Where in a sentence a cue counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// At its opening.
    Open,
    /// At the opening of any clause.
    Clause,
    /// Anywhere.
    Any,
    /// Before its final mark.
    End,
    /// In headings.
    Heading,
}

/// One line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoveCue {
    /// The words.
    pub words: &'static str,
    /// The move's name in the report.
    pub name: &'static str,
    /// Where they count.
    pub place: Where,
    /// How clearly they speak.
    pub weight: u8,
}

/// First of the characters cues are looked up by; the table spans the basic ideographs.
const FIRST: u32 = 0x4E00;
/// How many there are.
const RANGE: usize = 0x5200;

/// The table, by first character.
#[derive(Debug)]
pub struct MoveCues {
    cues: Vec<MoveCue>,
    /// For each character one more than the index of its first cue; 0 for none. Cues are sorted by their words.
    index: Vec<u16>,
}

impl MoveCues {
    /// The table, read once.
    pub fn get() -> &'static Self {
        static TABLE: OnceLock<MoveCues> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut cues: Vec<MoveCue> = rows(include_str!("moves.tsv")).filter_map(|row| cue(&row)).collect();
            cues.sort_by_key(|c| c.words);
            let mut index = vec![0; RANGE];
            for (i, cue) in cues.iter().enumerate().rev() {
                if let Some(slot) = slot(cue.words.chars().next()).and_then(|s| index.get_mut(s)) {
                    *slot = i as u16 + 1;
                }
            }
            Self { cues, index }
        })
    }

    /// Whether any cue begins with a character.
    pub fn begin_with(&self, c: char) -> bool {
        slot(Some(c)).and_then(|s| self.index.get(s)).is_some_and(|&from| from > 0)
    }

    /// The cues `text` begins with, shortest first.
    pub fn at<'s>(&'s self, text: &'s str) -> impl Iterator<Item = &'s MoveCue> {
        let first = text.chars().next();
        let from = slot(first).and_then(|s| self.index.get(s)).copied().unwrap_or(0);
        let same = from.checked_sub(1).and_then(|i| self.cues.get(i.into()..)).unwrap_or(&[]);
        same.iter()
            .take_while(move |c| c.words.starts_with(first.unwrap_or('\0')))
            .filter(|c| text.starts_with(c.words))
    }
}

fn slot(c: Option<char>) -> Option<usize> {
    c.filter(|&c| is_han(c)).and_then(|c| (c as u32).checked_sub(FIRST)).map(|s| s as usize)
}

fn cue(row: &[&'static str]) -> Option<MoveCue> {
    let &[words, name, place, weight] = row else { return None };
    let place = match place {
        "open" => Where::Open,
        "clause" => Where::Clause,
        "any" => Where::Any,
        "end" => Where::End,
        "heading" => Where::Heading,
        _ => return None,
    };
    Some(MoveCue { words, name, place, weight: weight.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_line_is_a_cue_and_none_comes_twice() {
        let table = MoveCues::get();
        assert_eq!(table.cues.len(), rows(include_str!("moves.tsv")).count());
        let mut seen = HashSet::new();
        for c in &table.cues {
            assert!(c.words.starts_with(is_han) && (1..=7).contains(&c.weight), "{c:?}");
            assert!(seen.insert((c.words, c.name, c.place as u8)), "{c:?}");
        }
    }

    #[test]
    fn cues_are_found_where_they_begin() {
        let found = |text: &str| MoveCues::get().at(text).map(|c| c.words).collect::<Vec<_>>();
        assert_eq!(found("还不够好"), ["还不够"]);
        assert_eq!(found("重大意义在此"), ["重大意义"]);
        assert!(found("x").is_empty() && found("").is_empty() && found("\u{20000}").is_empty());
    }
}
