//! Text inside XML.
//!
//! In: any text. Out: the same for an attribute or an element of XML 1.0.

/// Text with XML's own characters escaped. Characters XML 1.0 cannot hold become U+FFFD; white space that a parser would
/// change inside an attribute becomes a reference.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            '\t' => safe += "&#9;",
            '\n' => safe += "&#10;",
            '\r' => safe += "&#13;",
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => safe.push(char::REPLACEMENT_CHARACTER),
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("<a b=\"1\">&'甲'"), "&lt;a b=&quot;1&quot;&gt;&amp;'甲'");
        assert_eq!(escaped("甲\t乙\n\0丙\u{FFFE}"), "甲&#9;乙&#10;\u{FFFD}丙\u{FFFD}");
    }
}
