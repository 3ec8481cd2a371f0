//! Names of foreigners, told by their title: `萨勒曼` in `对萨勒曼国王`, which no dictionary has.
//!
//! In: text. Out: where names stand; the dictionary would tear them, and take a character from what stands before them.

use crate::lexicon::transcription::Transcription;
use crate::span::Span;

/// Characters a name has at the least: two are as often the end of a country's name, or of any word.
const SHORTEST: usize = 3;
/// And at the most; a country's name may stand before it.
const LONGEST: usize = 12;

/// Finds the runs of characters names are transcribed with that stand right before a title: each run, and the title.
pub(super) fn before_titles(text: &str) -> impl Iterator<Item = (Span, &'static str)> {
    let table = Transcription::get();
    table.titles(text).filter_map(|(end, title)| {
        let before = text.get(..end)?.char_indices().rev().take(LONGEST + 1);
        let (length, start) =
            before.take_while(|(_, c)| table.is_sign(*c)).fold((0, end), |(n, _), (at, _)| (n + 1, at));
        (SHORTEST..=LONGEST).contains(&length).then_some((Span::new(start, end), title))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_before_titles() {
        for (text, found) in [
            ("我谨对萨勒曼国王和各方表示感谢", &["萨勒曼"][..]),
            ("同托卡耶夫总统、默克尔总理通话", &["托卡耶夫", "默克尔"]),
            ("乌兹别克斯坦米尔济约耶夫总统", &["乌兹别克斯坦米尔济约耶夫"]),
            // two characters, a title alone, other words
            ("普京总统", &[]),
            ("各国总统出席", &[]),
            ("勒曼指出，国王同意", &[]),
        ] {
            let runs: Vec<&str> = before_titles(text).map(|(span, _)| span.of(text)).collect();
            assert_eq!(runs, found, "{text}");
        }
        assert_eq!(before_titles(&"斯".repeat(50_000)).count(), 0);
    }
}
