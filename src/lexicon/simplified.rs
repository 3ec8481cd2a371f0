//! Traditional characters read as simplified ones.
//!
//! In: text, or a character alone. Out: the same simplified, of the same length byte for byte, so that spans stay true.
//! The table is that of the crate fast2s (22 kB, one character for one; words that differ by region are left as they are).

use std::borrow::Cow;
use std::sync::LazyLock;

/// The ideographs that have a simplified form of their own at all.
const IDEOGRAPHS: core::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// The simplified form of each of them, in order, whatever stands around it.
static ALONE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let apart: String = IDEOGRAPHS.flat_map(|c| [c, ' ']).collect();
    fast2s::convert(&apart).chars().step_by(2).collect()
});

/// The simplified form of a character.
pub fn simplified(c: char) -> char {
    let at = (c as usize).checked_sub(*IDEOGRAPHS.start() as usize);
    at.and_then(|at| ALONE.get(at)).copied().unwrap_or(c)
}

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
        let alone: String = "各位同誌們：關於報告𠮷".chars().map(simplified).collect();
        assert_eq!(alone, "各位同志们：关于报告𠮷");
    }
}
