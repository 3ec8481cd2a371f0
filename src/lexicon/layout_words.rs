//! The words by which `layout` knows a line: its tables, loaded once.
//!
//! In: the `.tsv` files named below. Out: look-ups on folded text (see [`fold`]), none of which
//! reads more than its argument.

use super::table::table;
use super::{CharSet, rows, simplified};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Titles: the word that closes them and how it is used.
static GENRES: LazyLock<Vec<(&str, Genre)>> = LazyLock::new(|| {
    let genre = |class| match class {
        "speech" => Genre::Speech,
        "letter" => Genre::Letter,
        "essay" => Genre::Essay,
        "part" => Genre::Part,
        _ => Genre::Paper,
    };
    rows(table!("genres.tsv")).filter_map(|row| Some((*row.first()?, genre(*row.get(1)?)))).collect()
});
static OFFICES: LazyLock<Endings> = LazyLock::new(|| Endings::of(table!("offices.tsv")));
static BODIES: LazyLock<Endings> = LazyLock::new(|| Endings::of(table!("bodies.tsv")));
static ORGANS: LazyLock<Endings> = LazyLock::new(|| {
    Endings::from(
        rows(table!("bodies.tsv")).filter(|row| row.get(1) == Some(&"organ")).filter_map(|row| row.first().copied()),
    )
});
static PEOPLE: LazyLock<Endings> = LazyLock::new(|| Endings::of(table!("people.tsv")));
static SURNAMES: LazyLock<Vec<&str>> = LazyLock::new(|| words(table!("surnames.tsv")));
static BOILERPLATE: LazyLock<Boilerplate> = LazyLock::new(Boilerplate::read);
/// The words that mark boilerplate, by how they stand in a line.
#[derive(Debug, Default)]
pub struct Boilerplate {
    /// The line begins with them: by their first character.
    starts: FxHashMap<char, Vec<&'static str>>,
    /// They are the line.
    whole: Vec<&'static str>,
    /// They stand anywhere: by their first character.
    within: FxHashMap<char, Vec<&'static str>>,
    /// These characters.
    firsts: CharSet,
    /// Their second ones; all of them have two at the least.
    seconds: CharSet,
}

impl Boilerplate {
    /// The table, read once.
    pub fn get() -> &'static Self {
        &BOILERPLATE
    }

    /// Whether words that may stand anywhere can begin with two characters.
    #[inline]
    pub fn may_begin(&self, first: char, second: char) -> bool {
        self.seconds.contains(second) && self.firsts.contains(first)
    }

    /// The second characters of such words.
    pub fn seconds(&self) -> impl Iterator<Item = char> {
        self.within.values().flatten().filter_map(|word| word.chars().nth(1))
    }

    fn read() -> Self {
        let mut read = Self::default();
        for row in rows(table!("boilerplate.tsv")) {
            match *row.as_slice() {
                ["is", words] => read.whole.push(words),
                ["has", words] => read.within.entry(words.chars().next().unwrap_or_default()).or_default().push(words),
                [_, words] => read.starts.entry(words.chars().next().unwrap_or_default()).or_default().push(words),
                _ => {}
            }
        }
        read.firsts.extend(read.within.keys().copied());
        let seconds: Vec<char> = read.seconds().collect();
        read.seconds.extend(seconds);
        read
    }
}

/// Words by their last character, so that a text is compared with few of them.
struct Endings(FxHashMap<char, Vec<&'static str>>);

impl Endings {
    fn of(table: &'static str) -> Self {
        Self::from(words(table).into_iter())
    }

    fn from(words: impl Iterator<Item = &'static str>) -> Self {
        let mut by_last: FxHashMap<char, Vec<&'static str>> = FxHashMap::default();
        for word in words {
            by_last.entry(word.chars().next_back().unwrap_or_default()).or_default().push(word);
        }
        Self(by_last)
    }

    /// The words that end as the text does, by their last character.
    fn like(&self, text: &str) -> &[&'static str] {
        text.chars().next_back().and_then(|last| self.0.get(&last)).map_or(&[], Vec::as_slice)
    }
}

fn words(table: &'static str) -> Vec<&'static str> {
    rows(table).filter_map(|row| row.first().copied()).collect()
}

/// What kind of paper a title names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Genre {
    /// Spoken: 讲话, 报告, 致辞.
    Speech,
    /// Issued: 通知, 意见, 办法.
    Paper,
    /// Written to people: 贺信, 倡议书.
    Letter,
    /// Printed as a model: 范文.
    Essay,
    /// What may close a heading as well: 任务, 要求, 说明.
    Part,
}

/// The form in which layout compares characters: full-width letters, digits and marks as half-width
/// ones save `。` and `、`, the dashes as one, old forms of characters as simplified ones.
pub fn fold(c: char) -> char {
    match c {
        '–' | '―' | '─' | '━' | '－' => '—',
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '〔' | '﹝' | '„' => '[',
        '〕' | '﹞' | '‟' => ']',
        '○' | '〇' | '◯' => '〇',
        _ => simplified(c),
    }
}

/// A line without the mark of a note on all of it: `在全市大会上的讲话※`, `（2020年2月3日）[1]`.
pub fn unnoted(line: &str) -> &str {
    let line = line.strip_suffix("[1]").unwrap_or(line);
    line.trim_end_matches(['※', '*', '①', '★'])
}

/// The kind of paper named by the last word of a title, the mark of a note left out; the longest word decides.
pub fn genre(title: &str) -> Option<Genre> {
    let title = unnoted(title);
    let hits = GENRES.iter().filter(|(word, _)| title.ends_with(word));
    hits.max_by_key(|(word, _)| word.len()).map(|&(_, genre)| genre)
}

/// Bytes of the longest office with which the text begins, after whatever stands before it; where its
/// last office ends.
pub fn last_office_end(text: &str) -> Option<usize> {
    let mut ends = text.char_indices().rev().map(|(at, c)| at + c.len_utf8());
    ends.find(|&end| {
        let head = text.get(..end).unwrap_or("");
        OFFICES.like(head).iter().any(|word| head.ends_with(word))
    })
}

/// Whether the text ends as the name of a body does (人民政府, 各单位).
pub fn ends_as_body(text: &str) -> bool {
    BODIES.like(text).iter().any(|word| text.ends_with(word))
}

/// Whether the text ends as the name of one body that may stand as an author (某市财政局), and not as that of a
/// class or a place.
pub fn ends_as_organ(text: &str) -> bool {
    ORGANS.like(text).iter().any(|word| text.ends_with(word))
}

/// Whether the text ends with those whom one addresses (同志们, 各位代表).
pub fn ends_as_people(text: &str) -> bool {
    PEOPLE.like(text).iter().any(|word| text.ends_with(word))
}

/// Whether the text is one of the words by which people are addressed, and nothing else.
pub fn is_people(text: &str) -> bool {
    PEOPLE.like(text).contains(&text)
}

/// Whether the text begins with a Chinese surname.
pub fn begins_with_surname(text: &str) -> bool {
    let singles = SURNAMES.first().copied().unwrap_or_default();
    text.chars().next().is_some_and(|c| singles.contains(c)) || begins_with_double_surname(text)
}

/// Whether the text begins with a surname of two characters.
pub fn begins_with_double_surname(text: &str) -> bool {
    SURNAMES.iter().skip(1).any(|name| text.starts_with(name))
}

/// Whether a line holds only words by which one moves about a site: `打印 关闭`, `首页|返回`.
pub fn is_navigation<'l>(line: &'l str) -> bool {
    let mut rest = line.trim_start_matches(is_divider);
    // the longest: 打印本页, not 打印
    let after =
        |rest: &'l str| BOILERPLATE.whole.iter().filter_map(|word| rest.strip_prefix(word)).min_by_key(|s| s.len());
    while let Some(after) = after(rest) {
        rest = after.trim_start_matches(is_divider);
    }
    rest.is_empty() && !line.chars().all(is_divider)
}

fn is_divider(c: char) -> bool {
    matches!(c, '|' | '>' | '»' | '/' | '·' | '【' | '】' | '[' | ']')
}

/// Whether a line, folded and without blanks, holds words that mark it as no part of the text; whether those that may stand
/// anywhere can begin in it at all.
pub fn is_boilerplate(line: &str, may_begin: bool) -> bool {
    let words = Boilerplate::get();
    let begins =
        |at: usize, words: &[&str]| line.get(at..).is_some_and(|t| words.iter().any(|word| t.starts_with(word)));
    let here = |(at, c)| words.within.get(&c).is_some_and(|words| begins(at, words));
    line.starts_with(|c| words.starts.get(&c).is_some_and(|words| begins(0, words)))
        || words.whole.contains(&line)
        || may_begin && line.char_indices().filter(|&(_, c)| words.firsts.contains(c)).any(here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_width_dashes_and_old_forms() {
        let folded: String = "（２０２０）－各位同志們：關於、報告。".chars().map(fold).collect();
        assert_eq!(folded, "(2020)—各位同志们:关于、报告。");
    }

    #[test]
    fn the_longest_word_decides_the_genre() {
        assert_eq!(genre("2026年某省政府工作报告"), Some(Genre::Speech));
        assert_eq!(genre("关于做好防汛工作的通知"), Some(Genre::Paper));
        assert_eq!(genre("在全市大会上的讲话※").or(genre("在全市大会上的讲话[1]")), Some(Genre::Speech));
        assert_eq!(genre("过去五年的回顾"), None);
    }

    #[test]
    fn every_table_is_filled() {
        assert!(last_office_end("市委书记王某") == Some(12) && ends_as_body("各科室") && ends_as_people("同志们"));
        assert!(begins_with_surname("欧阳") && begins_with_surname("王") && !begins_with_surname("的"));
        assert!(is_boilerplate("仅供学习禁止外传", true) && !is_boilerplate("发展是第一要务", true));
    }
}
