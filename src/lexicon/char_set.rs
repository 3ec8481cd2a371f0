//! A set of characters that answers fast.
//!
//! In: characters. Out: [`CharSet`]: one bit for each of the basic plane, nothing for rarer ones.

/// Words of 64 bits for the basic plane.
const WORDS: usize = 0x1_0000 / 64;

/// Characters of the basic plane.
#[derive(Clone, Debug)]
pub struct CharSet(Box<[u64]>);

impl Default for CharSet {
    fn default() -> Self {
        Self(vec![0; WORDS].into())
    }
}

impl CharSet {
    /// Adds a character of the basic plane; others are left out.
    pub fn insert(&mut self, c: char) {
        let c = c as usize;
        if let Some(word) = self.0.get_mut(c / 64) {
            *word |= 1 << (c % 64);
        }
    }

    /// Whether a character was added.
    #[inline]
    pub fn contains(&self, c: char) -> bool {
        let c = c as usize;
        self.0.get(c / 64).is_some_and(|word| word >> (c % 64) & 1 == 1)
    }
}

impl Extend<char> for CharSet {
    fn extend<T: IntoIterator<Item = char>>(&mut self, chars: T) {
        chars.into_iter().for_each(|c| self.insert(c));
    }
}

impl FromIterator<char> for CharSet {
    fn from_iter<T: IntoIterator<Item = char>>(chars: T) -> Self {
        let mut set = Self::default();
        set.extend(chars);
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_was_added() {
        let set: CharSet = "一，𠀀".chars().collect();
        assert!(set.contains('一') && set.contains('，'));
        assert!(!set.contains('二') && !set.contains('𠀀') && !set.contains('\0'));
    }
}
