//! The characters of words as numbers of one byte or two: the commonest have the short ones, as nine of ten are met.
//!
//! In: the table of an asset. Out: characters, one after the other.

/// What the characters of suffixes are written with. A byte below `short` is a character's place in the table; any other and
/// the byte behind it are the place of one behind those.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Codes<'a> {
    /// Three bytes each, little-endian.
    characters: &'a [[u8; 3]],
    /// Characters with codes of one byte.
    short: usize,
}

/// Most characters that have codes.
pub(super) const MOST: usize = 1 << 16;

/// Of so many characters the number that have codes of one byte: as many as leave two bytes for all others.
pub(super) fn short_of(characters: usize) -> usize {
    (MOST.saturating_sub(characters) / 255).min(255)
}

impl<'a> Codes<'a> {
    pub(super) fn of(characters: &'a [[u8; 3]]) -> Self {
        Self { characters, short: short_of(characters.len()) }
    }

    /// The next character.
    pub(super) fn read(&self, rest: &mut &[u8]) -> Option<char> {
        let (&byte, behind) = rest.split_first()?;
        *rest = behind;
        let mut place = usize::from(byte);
        if place >= self.short {
            let (&low, behind) = rest.split_first()?;
            *rest = behind;
            place = self.short + ((place - self.short) << 8 | usize::from(low));
        }
        let [low, middle, high] = *self.characters.get(place)?;
        char::from_u32(u32::from_le_bytes([low, middle, high, 0]))
    }

    /// Goes past it.
    pub(super) fn pass(&self, rest: &mut &[u8]) -> Option<()> {
        let length = if usize::from(*rest.first()?) < self.short { 1 } else { 2 };
        *rest = rest.get(length..)?;
        Some(())
    }
}

/// Writes the code of the character at a place of the table.
pub(super) fn write(out: &mut Vec<u8>, place: usize, short: usize) {
    if let Some(behind) = place.checked_sub(short) {
        out.push((short + (behind >> 8)) as u8);
        out.push(behind as u8);
    } else {
        out.push(place as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_its_code() {
        for characters in [0, 1, 255, 256, 257, 4773, 65_535, MOST] {
            let (short, mut written) = (short_of(characters), Vec::new());
            let table: Vec<[u8; 3]> = (0..characters as u32).map(|n| 0x1_0000 + n).map(three).collect();
            (0..characters).for_each(|place| write(&mut written, place, short));
            let codes = Codes::of(&table);
            let (mut read, mut passed) = (written.as_slice(), written.as_slice());
            for place in 0..characters as u32 {
                assert_eq!(codes.read(&mut read), char::from_u32(0x1_0000 + place), "{place} of {characters}");
                codes.pass(&mut passed).unwrap();
                assert_eq!(read.len(), passed.len());
            }
            assert!(read.is_empty() && codes.read(&mut read).is_none() && codes.pass(&mut passed).is_none());
        }
    }

    fn three(number: u32) -> [u8; 3] {
        let [low, middle, high, _] = number.to_le_bytes();
        [low, middle, high]
    }
}
