//! Goes through a text past the characters that do not matter.
//!
//! In: a text; the ideographs that matter. Out: [`marks`], whatever is no basic ideograph; [`Sieve::places`], these and the
//! ideographs that matter; [`Pairs::places`], these and the ideographs that matter where certain characters follow;
//! [`leading`], how far the others reach. Past the others they go without reading them: most of a text is ideographs of three bytes, of which the first two tell that they are
//! basic ones, and the last two whether one may be among those that matter.

use core::ops::RangeInclusive;

/// The first two bytes of the basic ideographs, U+4E00 to U+9FFF.
const BASIC: RangeInclusive<u16> = 0xE4B8..=0xE9BF;

/// Ideographs that matter.
#[derive(Clone, Debug)]
pub struct Sieve([u64; 64]);

/// Goes from place to place, each with its character.
#[derive(Clone, Debug)]
pub struct Places<'t> {
    text: &'t str,
    /// Where to go on.
    at: usize,
    sought: Sought<'t>,
}

/// What matters beside what is no basic ideograph.
#[derive(Clone, Copy, Debug)]
enum Sought<'s> {
    Nothing,
    /// By the last two bytes, a bit for each.
    Ideographs(&'s [u64; 64]),
    Pairs(&'s Pairs),
}

/// The places where a text has a character that is no basic ideograph: marks, letters, digits, white space.
pub fn marks(text: &str) -> Places<'_> {
    Places { text, at: 0, sought: Sought::Nothing }
}

impl Sieve {
    /// Of the ideographs of a text.
    pub const fn of(sought: &str) -> Self {
        let (mut sieve, mut rest) = (Self([0; 64]), sought.as_bytes());
        while let [_, second, third, after @ ..] = rest {
            sieve = sieve.with(*second, *third);
            rest = after;
        }
        sieve
    }

    const fn with(mut self, second: u8, third: u8) -> Self {
        let (slot, bit) = place(second, third);
        if let (_, [word, ..]) = self.0.split_at_mut(slot) {
            *word |= bit;
        }
        self
    }

    /// The places where a text has a character that is no basic ideograph, or an ideograph that matters: and some others,
    /// told from these by their first byte only.
    pub fn places<'t>(&'t self, text: &'t str) -> Places<'t> {
        Places { text, at: 0, sought: Sought::Ideographs(&self.0) }
    }
}

impl Iterator for Places<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        let (ideographs, _) = self.text.as_bytes().get(self.at..)?.as_chunks();
        let passed = match self.sought {
            Sought::Nothing => passed(ideographs, |_, _| false),
            Sought::Ideographs(sought) => passed(ideographs, |&[_, second, third], _| {
                let (slot, bit) = place(second, third);
                sought.get(slot).is_some_and(|word| word & bit != 0)
            }),
            Sought::Pairs(pairs) => {
                passed(ideographs, |&[_, second, third], next| pairs.may_begin(second, third, next))
            }
        };
        let stop = read(self.text, self.at + 3 * passed)?;
        self.at = stop.0 + stop.1.len_utf8();
        Some(stop)
    }
}

/// How many basic ideographs a text begins with before one that matters, or anything else.
#[inline]
pub fn leading(text: &str, matters: impl Fn(char) -> bool) -> usize {
    passed(text.as_bytes().as_chunks().0, |bytes, _| matters(of_three(*bytes)))
}

/// Whether a basic ideograph begins with two bytes.
#[inline]
pub(super) fn is_basic(first: u8, second: u8) -> bool {
    BASIC.contains(&u16::from_be_bytes([first, second]))
}

/// How many of some three bytes are basic ideographs that do not matter, by their bytes and the next three.
#[inline]
fn passed(all: &[[u8; 3]], matters: impl Fn(&[u8; 3], Option<&[u8; 3]>) -> bool) -> usize {
    let mut rest = all;
    while let Some((bytes @ &[first, second, _], behind)) = rest.split_first() {
        if !is_basic(first, second) || matters(bytes, behind.first()) {
            break;
        }
        rest = behind;
    }
    all.len() - rest.len()
}

/// The character at a place, most often one of three bytes.
fn read(text: &str, at: usize) -> Option<(usize, char)> {
    match text.as_bytes().get(at..)?.first_chunk::<3>() {
        Some(bytes @ &[0xE0..0xF0, ..]) => Some((at, of_three(*bytes))),
        _ => Some((at, text.get(at..)?.chars().next()?)),
    }
}

/// The character of three bytes.
#[inline]
pub(crate) fn of_three([first, second, third]: [u8; 3]) -> char {
    let bits = |byte: u8, of: u8| u32::from(byte & of);
    char::from_u32(bits(first, 0x0F) << 12 | bits(second, 0x3F) << 6 | bits(third, 0x3F)).unwrap_or_default()
}

/// The word and the bit of the last two bytes of a character.
const fn place(second: u8, third: u8) -> (usize, u64) {
    ((second & 0x3F) as usize, 1 << (third & 0x3F))
}

/// Ideographs that matter where certain characters follow: by their last two bytes, a bit for each last byte of what follows.
#[derive(Clone, Debug)]
pub struct Pairs(Box<[u64]>);

impl Pairs {
    /// Those with which some words begin, each with its second character.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut pairs = Self(vec![0; 1 << 12].into());
        words.into_iter().for_each(|word| pairs.add(word));
        pairs
    }

    /// Adds another word.
    pub fn add(&mut self, word: &str) {
        // of one that has no second of three bytes all matter
        let followed = word.chars().nth(1).filter(|c| c.len_utf8() == 3).map_or(u64::MAX, |c| 1 << (c as u32 % 64));
        if let Some(&[_, second, third]) = word.as_bytes().first_chunk()
            && let Some(slot) = self.0.get_mut(tail(second, third))
        {
            *slot |= followed;
        }
    }

    /// For each of the last two bytes, whether pairs begin with them.
    pub(super) fn begun(&self) -> impl Iterator<Item = bool> {
        self.0.iter().map(|&seconds| seconds != 0)
    }

    /// Whether a pair may begin with an ideograph, by its last bytes and the three behind it.
    #[inline]
    pub(super) fn may_begin(&self, second: u8, third: u8, next: Option<&[u8; 3]>) -> bool {
        let seconds = self.0.get(tail(second, third)).copied().unwrap_or(0);
        // what has not three bytes begins with a lower one
        seconds != 0 && next.is_none_or(|&[first, _, third]| first < 0xE0 || seconds >> (third & 0x3F) & 1 == 1)
    }

    /// The places where a text has a character that is no basic ideograph, or an ideograph that matters with what follows:
    /// and some others, told from these by single bytes only.
    pub fn places<'t>(&'t self, text: &'t str) -> Places<'t> {
        Places { text, at: 0, sought: Sought::Pairs(self) }
    }
}

/// The last two bytes of a character as one number.
pub(super) const fn tail(second: u8, third: u8) -> usize {
    (second as usize & 0x3F) << 6 | third as usize & 0x3F
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::is_basic_han;

    #[test]
    fn stops_where_something_matters() {
        static SOUGHT: Sieve = Sieve::of("要了");
        let text = "要𠀀，a㐀丁一俿倀龥 了…\u{a0}仿要";
        let stops: Vec<_> = SOUGHT.places(text).collect();
        let wanted = |&(_, c): &(usize, char)| !is_basic_han(c) || matches!(c, '要' | '了');
        assert_eq!(stops, text.char_indices().filter(wanted).collect::<Vec<_>>());
    }

    #[test]
    fn stops_at_pairs_that_matter() {
        let pairs = Pairs::of(["要求", "了", "成a"]);
        let stops = |text: &str| pairs.places(text).map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(stops("重要求是要紧了解成就成a成"), [3, 18, 24, 30, 33, 34]);
        assert_eq!(stops("要"), [0], "what follows is not known");
    }

    #[test]
    fn leads_to_what_matters() {
        let lead = |text: &str| leading(text, |c| c == '要');
        assert_eq!(
            [lead("重点要求"), lead("重点，"), lead("重点"), lead("要"), lead("㐀"), lead("")],
            [2, 2, 2, 0, 0, 0]
        );
    }

    #[test]
    fn goes_past_all_basic_ideographs() {
        let all: String = ('\u{3FF0}'..='\u{A010}').collect();
        assert!(marks(&all).eq(all.char_indices().filter(|(_, c)| !is_basic_han(*c))));
        assert_eq!(Sieve::of("一").places("一乙乚").map(|(at, _)| at).collect::<Vec<_>>(), [0]);
    }
}
