//! Words that show what a sentence does.
//!
//! In: `moves.tsv`. Out: [`MoveCues`]: the cues that begin at a place of a text, found by its first character.

use super::table::table;
use super::{CharSet, Pairs, rows};
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

/// First of the characters cues are looked up by; a table spans the basic ideographs.
const FIRST: u32 = 0x4E00;
/// How many there are.
const RANGE: usize = 0x5200;

/// Cues by first character.
#[derive(Debug)]
struct Table {
    /// Sorted by their words.
    cues: Vec<MoveCue>,
    /// For each character the group it begins, counted from 1; 0 for none.
    index: Vec<u16>,
    groups: Vec<Group>,
}

/// Cues with one first character.
#[derive(Debug)]
struct Group {
    from: usize,
    to: usize,
    /// A bit for each second character they have; all of them where one has no second.
    seconds: u64,
}

/// One of 64 bits for a character.
fn bit(c: char) -> u64 {
    1 << (c as u32 % 64)
}

impl Table {
    fn new(mut cues: Vec<MoveCue>) -> Self {
        cues.sort_by_cached_key(|c| c.words);
        let (mut index, mut groups) = (vec![0; RANGE], Vec::new());
        let mut from = 0;
        for same in cues.chunk_by(|a, b| a.words.chars().next() == b.words.chars().next()) {
            let to = from + same.len();
            let seconds = same.iter().fold(0, |all, c| all | c.words.chars().nth(1).map_or(u64::MAX, bit));
            groups.push(Group { from, to, seconds });
            let first = same.first().and_then(|c| c.words.chars().next());
            if let Some(group) = first.and_then(slot).and_then(|s| index.get_mut(s)) {
                *group = groups.len() as u16;
            }
            from = to;
        }
        Self { cues, index, groups }
    }

    fn group(&self, first: char) -> Option<&Group> {
        let group = *self.index.get(slot(first)?)?;
        self.groups.get(usize::from(group).checked_sub(1)?)
    }

    /// The cues `text`, whose first character is `first`, begins with, shortest first.
    fn at<'s>(&'s self, first: char, text: &str) -> impl Iterator<Item = &'s MoveCue> {
        let second = text.get(first.len_utf8()..).and_then(|rest| rest.chars().next());
        let group = self.group(first).filter(|group| second.is_none_or(|c| group.seconds & bit(c) != 0));
        let same = group.and_then(|group| self.cues.get(group.from..group.to)).unwrap_or(&[]);
        same.iter().filter(|c| text.starts_with(c.words))
    }
}

/// The table, by where its cues count.
#[derive(Debug)]
pub struct MoveCues {
    openings: Table,
    anywhere: Table,
    /// How those begin that count anywhere.
    pairs: Pairs,
    headings: Table,
    endings: Vec<MoveCue>,
    /// Last characters of the endings.
    last: CharSet,
}

impl MoveCues {
    /// The table, read once.
    pub fn get() -> &'static Self {
        static TABLE: OnceLock<MoveCues> = OnceLock::new();
        TABLE.get_or_init(|| {
            let all: Vec<MoveCue> = rows(table!("moves.tsv")).filter_map(|row| cue(&row)).collect();
            let of = |places: &[Where]| all.iter().filter(|c| places.contains(&c.place)).copied().collect::<Vec<_>>();
            let endings = of(&[Where::End]);
            Self {
                openings: Table::new(of(&[Where::Open, Where::Clause])),
                pairs: Pairs::of(all.iter().filter(|c| c.place == Where::Any).map(|c| c.words)),
                anywhere: Table::new(of(&[Where::Any])),
                headings: Table::new(of(&[Where::Heading])),
                last: endings.iter().filter_map(|c| c.words.chars().next_back()).collect(),
                endings,
            }
        })
    }

    /// Cues of openings and clauses that `text`, whose first character is `first`, begins with.
    pub fn opening<'s>(&'s self, first: char, text: &str) -> impl Iterator<Item = &'s MoveCue> {
        self.openings.at(first, text)
    }

    /// How cues that count anywhere begin.
    pub fn pairs(&self) -> &Pairs {
        &self.pairs
    }

    /// Cues that count anywhere.
    pub fn anywhere<'s>(&'s self, first: char, text: &str) -> impl Iterator<Item = &'s MoveCue> {
        self.anywhere.at(first, text)
    }

    /// Cues of headings.
    pub fn heading<'s>(&'s self, first: char, text: &str) -> impl Iterator<Item = &'s MoveCue> {
        self.headings.at(first, text)
    }

    /// Cues a sentence, bare of its final mark, ends with.
    pub fn ending<'s>(&'s self, text: &str) -> impl Iterator<Item = &'s MoveCue> {
        let may = text.chars().next_back().is_some_and(|c| self.last.contains(c));
        self.endings.iter().filter(move |c| may && text.ends_with(c.words))
    }
}

fn slot(c: char) -> Option<usize> {
    (c as u32).checked_sub(FIRST).map(|s| s as usize)
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
    use crate::lexicon::is_han;
    use std::collections::HashSet;

    #[test]
    fn every_line_is_a_cue_and_none_comes_twice() {
        let cues: Vec<MoveCue> = rows(table!("moves.tsv")).filter_map(|row| cue(&row)).collect();
        assert_eq!(cues.len(), rows(table!("moves.tsv")).count());
        let mut seen = HashSet::new();
        for c in &cues {
            assert!(c.words.starts_with(is_han) && (1..=7).contains(&c.weight), "{c:?}");
            assert!(seen.insert((c.words, c.name, c.place as u8)), "{c:?}");
        }
    }

    #[test]
    fn cues_are_found_where_they_begin() {
        let table = MoveCues::get();
        let words = |cues: &mut dyn Iterator<Item = &MoveCue>| cues.map(|c| c.words).collect::<Vec<_>>();
        assert_eq!(words(&mut table.anywhere('还', "还不够好")), ["还不够"]);
        assert_eq!(words(&mut table.opening('推', "推进改革")), ["推进"]);
        assert_eq!(words(&mut table.heading('问', "问题")), ["问题"]);
        assert_eq!(words(&mut table.ending("事业的根本")), ["的根本"]);
        assert_eq!(words(&mut table.anywhere('𠀀', "𠀀")), Vec::<&str>::new());
    }
}
