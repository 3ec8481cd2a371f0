//! `circled`: ① ② — anywhere outside quotations; notes after a word are told apart by their list.

use super::{Hit, Place};
use crate::outline::{Scheme, numeral};

/// A circled number.
pub(super) fn at(place: &Place) -> Option<Hit> {
    let number = numeral::circled(place.rest)?;
    Some(Hit::new(number.len, Scheme::Circled, 0, number.value))
}

/// Whether a character is a circled number.
pub(super) fn is(c: char) -> bool {
    matches!(c, '①'..='⑳')
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn cases() {
        assert_eq!(read("①抓早，②抓小").len(), 2);
        assert_eq!(read("抓早").len(), 0);
    }
}
