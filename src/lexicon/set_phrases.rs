//! Known set phrases with a number (数字缩略语) and what they stand for.
//!
//! In: `set_phrases.tsv`. Out: one row a phrase. `四不两直` → `不发通知`, `不打招呼` … `直插现场`.

use super::rows;
use super::table::table;

const TABLE: &str = table!("set_phrases.tsv");

/// A set phrase with a number, with the lists it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetPhrase {
    /// The phrase as written, without quotation marks.
    pub phrase: &'static str,
    /// Year (`2016`) or decade (`1990s`) of its first prominent official use, where known.
    pub since: Option<&'static str>,
    members: Option<&'static str>,
}

impl SetPhrase {
    /// The lists the phrase can stand for, the usual one first; none where no full list is settled.
    /// Most phrases have one reading; `两高` has two.
    pub fn readings(&self) -> impl Iterator<Item = impl Iterator<Item = &'static str> + use<>> + use<> {
        self.members.into_iter().flat_map(|members| members.split(" || ")).map(|reading| reading.split(" | "))
    }
}

/// All known set phrases with a number, sorted by code point.
pub fn set_phrases() -> impl Iterator<Item = SetPhrase> {
    rows(TABLE).filter_map(|row| {
        let [phrase, members, since] = row.try_into().ok()?;
        Some(SetPhrase { phrase, since: super::known(since), members: super::known(members) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{is_han, is_since, rows};

    #[test]
    fn every_line_is_a_phrase() {
        assert_eq!(set_phrases().count(), rows(TABLE).count());
        assert!(set_phrases().count() >= 350);
        assert!(set_phrases().zip(set_phrases().skip(1)).all(|(a, b)| a.phrase < b.phrase), "sorted, none twice");
    }

    #[test]
    fn every_phrase_has_a_numeral_and_sound_fields() {
        for row in set_phrases() {
            assert!(
                row.phrase.contains([
                    '一', '二', '两', '双', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万'
                ]),
                "{row:?}"
            );
            assert!(row.phrase.chars().all(|c| is_han(c) || c == '、'), "{row:?}");
            assert!(row.since.is_none_or(is_since), "{row:?}");
            for reading in row.readings() {
                let members: Vec<_> = reading.collect();
                assert!(members.len() >= 2, "one member is no list: {row:?}");
                for (at, member) in members.iter().enumerate() {
                    assert!(
                        !member.is_empty() && !member.contains(char::is_whitespace) && !member.contains('|'),
                        "{row:?}"
                    );
                    assert!(!members[..at].contains(member), "{member} twice: {row:?}");
                }
            }
        }
    }

    #[test]
    fn members_are_as_many_as_the_numeral_says() {
        // One numeral at the start with a measure or nothing else countable after it: 四个意识, 六稳, 八项规定.
        const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
        let mut checked = 0;
        for row in set_phrases() {
            let mut chars = row.phrase.chars();
            let Some(first) = chars.next().map(|c| if c == '两' || c == '双' { '二' } else { c }) else { continue };
            let Some(value) = DIGITS.iter().position(|&d| d == first).map(|at| at + 1) else { continue };
            if chars.any(|c| DIGITS.contains(&c) || "两双十、半".contains(c)) {
                continue;
            }
            for reading in row.readings() {
                assert_eq!(reading.count(), value, "{row:?}");
                checked += 1;
            }
        }
        assert!(checked > 300, "{checked}");
    }

    #[test]
    fn a_phrase_can_have_two_readings() {
        let row = set_phrases().find(|row| row.phrase == "两高").unwrap();
        assert_eq!(row.readings().map(Iterator::count).collect::<Vec<_>>(), [2, 2]);
    }
}
