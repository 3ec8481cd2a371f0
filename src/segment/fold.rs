//! Traditional characters read as simplified ones.
//!
//! In: cleaned text. Out: the same with simplified characters, of the same length byte for byte, so that spans
//! stay true. The table is that of the crate fast2s (22 kB, one character for one; words that differ by region are left as they are).

use std::borrow::Cow;

/// Simplifies character by character; a text whose length would change stays as it is.
pub fn to_simplified(text: Cow<'_, str>) -> Cow<'_, str> {
    let simplified = fast2s::convert(&text);
    if simplified.len() == text.len() && simplified != *text { Cow::Owned(simplified) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_folded_and_lengths_kept() {
        for (text, folded) in [
            ("優化營商環境，推進高質量發展", "优化营商环境，推进高质量发展"),
            ("优化营商环境", "优化营商环境"),
            ("GDP 𠮷 Ω", "GDP 𠮷 Ω"),
            ("", ""),
        ] {
            assert_eq!(to_simplified(text.into()), folded);
        }
    }
}
