//! How many characters a text has.
//!
//! In: a text, or what was taken out of one and put in. Out: [`Signs`].

use super::{is_han, marks};

/// Characters other than white space.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    /// Ideographs.
    pub(crate) han: usize,
    /// All others.
    pub(crate) others: usize,
}

impl Signs {
    /// Counts those of a text.
    pub(crate) fn of(text: &str) -> Self {
        let (mut han, mut others, mut read) = (0, 0, 0);
        for (at, c) in marks(text) {
            // between marks there are ideographs of three bytes
            han += (at - read) / 3 + usize::from(is_han(c));
            others += usize::from(!is_han(c) && !c.is_whitespace());
            read = at + c.len_utf8();
        }
        Self { han: han + (text.len() - read) / 3, others }
    }

    /// Those of the same text when one stretch of it has been replaced by another.
    pub(crate) fn replaced(self, before: &str, now: &str) -> Self {
        let (before, now) = (Self::of(before), Self::of(now));
        let edited = |all: usize, before: usize, now: usize| (all + now).saturating_sub(before);
        Self { han: edited(self.han, before.han, now.han), others: edited(self.others, before.others, now.others) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_counted_and_counted_again() {
        let all = Signs::of("第1条　抓实、抓细\n𠮷a");
        assert_eq!(all, Signs { han: 7, others: 3 });
        assert_eq!(all.replaced("抓实、", "12，"), Signs { han: 5, others: 5 });
    }
}
