//! Numerals as they stand in markers.
//!
//! In: text that may begin with a numeral. Out: its value and its length in bytes. Chinese numerals
//! up to 九百九十九 (一 十 十一 二十 一百零三; 廿 and financial forms do not mark points), Arabic digits of
//! both widths up to three, circled numbers ①–⑳, small letters.

/// A numeral at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// Its value, at least 1.
    pub value: u32,
    /// Its length in bytes.
    pub len: usize,
}

fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// A Chinese numeral below 1,000: `一`, `十二`, `二十`, `一百零三`.
pub(crate) fn han(text: &str) -> Option<Numeral> {
    let (mut value, mut pending, mut len) = (0, None::<u32>, 0);
    for c in text.chars() {
        match c {
            '百' if value == 0 && pending.is_some() => value += pending.take().unwrap_or(1) * 100,
            '十' if value % 100 == 0 => value += pending.take().unwrap_or(1) * 10,
            '零' if value >= 100 && pending.is_none() => {}
            '〇' => break,
            _ => match (digit(c), pending) {
                (Some(d), None) if value % 10 == 0 => pending = Some(d),
                _ => break,
            },
        }
        len += c.len_utf8();
    }
    let value = value + pending.unwrap_or(0);
    (value > 0).then_some(Numeral { value, len })
}

/// Arabic digits of either width, at most three: `1`, `０１`, `12`.
pub(crate) fn arabic(text: &str) -> Option<Numeral> {
    let (mut value, mut len, mut digits) = (0, 0, 0);
    for c in text.chars() {
        let d = match c {
            '0'..='9' => c as u32 - '0' as u32,
            '０'..='９' => c as u32 - '０' as u32,
            _ => break,
        };
        value = value * 10 + d;
        len += c.len_utf8();
        digits += 1;
        if digits > 3 {
            return None;
        }
    }
    (value > 0).then_some(Numeral { value, len })
}

/// A circled number: `①` to `⑳`.
pub(crate) fn circled(text: &str) -> Option<Numeral> {
    let c = text.chars().next()?;
    matches!(c, '①'..='⑳').then(|| Numeral { value: c as u32 - '①' as u32 + 1, len: c.len_utf8() })
}

/// A small letter that counts: `a` to `z`.
pub(crate) fn letter(text: &str) -> Option<Numeral> {
    let c = text.chars().next().filter(char::is_ascii_lowercase)?;
    Some(Numeral { value: c as u32 - 'a' as u32 + 1, len: 1 })
}

/// The number as it would be written in a marker: 3 → 三.
pub(crate) fn to_han(value: u32) -> String {
    let d = |n: u32| "〇一二三四五六七八九".chars().nth(n as usize % 10).unwrap_or('〇');
    match value {
        0..=9 => d(value).to_string(),
        10..=99 => {
            let mut s = if value >= 20 { d(value / 10).to_string() } else { String::new() };
            s.push('十');
            if !value.is_multiple_of(10) {
                s.push(d(value));
            }
            s
        }
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_numerals() {
        for (text, value, rest) in [
            ("一、", 1, "、"),
            ("十", 10, ""),
            ("十二章", 12, "章"),
            ("二十条", 20, "条"),
            ("三十六、", 36, "、"),
            ("一百零三条", 103, "条"),
            ("一百二十条", 120, "条"),
            ("一二三", 1, "二三"),
        ] {
            let n = han(text).unwrap();
            assert_eq!((n.value, &text[n.len..]), (value, rest), "{text}");
        }
        for text in ["", "零", "〇", "人", "1"] {
            assert_eq!(han(text), None, "{text}");
        }
    }

    #[test]
    fn arabic_and_circled() {
        assert_eq!(arabic("12.").unwrap(), Numeral { value: 12, len: 2 });
        assert_eq!(arabic("０１ ").unwrap(), Numeral { value: 1, len: 6 });
        assert_eq!(arabic("2024年"), None);
        assert_eq!(circled("③抓").unwrap().value, 3);
        assert_eq!(letter("c)").unwrap().value, 3);
        assert_eq!(letter("C)"), None);
    }

    #[test]
    fn round_trip() {
        for n in 1..100 {
            assert_eq!(han(&to_han(n)).unwrap().value, n);
        }
    }
}
