//! Goes through a text past the characters that do not matter.
//!
//! In: a text; the ideographs that matter. Out: [`marks`], whatever is no basic ideograph, and [`Sieve::places`], these and the
//! ideographs that matter. Past the others they go without reading them: most of a text is ideographs of three bytes, of
//! which the first two tell that they are basic ones, and the last two whether one may be among those that matter.

use core::ops::RangeInclusive;

/// The first two bytes of the basic ideographs, U+4E00 to U+9FFF.
const BASIC: RangeInclusive<u16> = 0xE4B8..=0xE9BF;

/// Ideographs that matter.
#[derive(Clone, Debug)]
pub struct Sieve([u64; 64]);

/// The places where a text has a character that is no basic ideograph: marks, letters, digits, white space.
#[inline]
pub fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    stops(text, |_| false)
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
    #[inline]
    pub fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, char)> {
        stops(text, |&[_, second, third]| {
            let (slot, bit) = place(second, third);
            self.0.get(slot).is_some_and(|word| word & bit != 0)
        })
    }
}

/// The places where a text has no basic ideograph, or one whose bytes matter.
#[inline]
fn stops<'t>(text: &'t str, matters: impl Fn(&[u8; 3]) -> bool + 't) -> impl Iterator<Item = (usize, char)> {
    let passes = move |bytes: &&[u8; 3]| {
        matches!(bytes, &&[first, second, _] if BASIC.contains(&u16::from_be_bytes([first, second]))) && !matters(bytes)
    };
    let mut at = 0;
    core::iter::from_fn(move || {
        let (ideographs, _) = text.as_bytes().get(at..)?.as_chunks();
        let from = at + 3 * ideographs.iter().take_while(&passes).count();
        let c = text.get(from..)?.chars().next()?;
        at = from + c.len_utf8();
        Some((from, c))
    })
}

/// The word and the bit of the last two bytes of a character.
const fn place(second: u8, third: u8) -> (usize, u64) {
    ((second & 0x3F) as usize, 1 << (third & 0x3F))
}

impl Extend<char> for Sieve {
    fn extend<T: IntoIterator<Item = char>>(&mut self, chars: T) {
        for c in chars {
            if let &[_, second, third] = c.encode_utf8(&mut [0; 4]).as_bytes() {
                *self = self.clone().with(second, third);
            }
        }
    }
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
        let mut same = Sieve::of("");
        same.extend("要了a𠀀".chars());
        assert!(same.places(text).eq(SOUGHT.places(text)));
    }

    #[test]
    fn goes_past_all_basic_ideographs() {
        let all: String = ('\u{3FF0}'..='\u{A010}').collect();
        assert!(marks(&all).eq(all.char_indices().filter(|(_, c)| !is_basic_han(*c))));
        assert_eq!(Sieve::of("一").places("一乙乚").map(|(at, _)| at).collect::<Vec<_>>(), [0]);
    }
}
