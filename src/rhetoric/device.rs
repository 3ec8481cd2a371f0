//! Devices 修辞手法 besides parallelism and set phrases, each found by rule on raw characters.
//!
//! In: [`Prose`]. Out: [`Device`]s by start. One detector a file; each is listed in [`DETECTORS`] and nowhere else.

mod coinage;
mod concession;
mod four_characters;
mod question;
mod restatement;

use super::prose::Prose;
use crate::span::Span;

/// Which device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeviceKind {
    /// 设问: a question the speaker answers.
    QuestionAnswer,
    /// 总括: `一句话，…`, all before it once more and shorter.
    Restatement,
    /// 归结: `归根结底，…`, on to the last ground or the weightiest point.
    Climax,
    /// 让步转折: something granted, then what counts against it.
    Concession,
    /// 引号提法: a term in quotation marks, where it first comes.
    Coinage,
    /// 四字格连用: three and more expressions of four characters in a row.
    FourCharacterChain,
}

/// One device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Which.
    pub kind: DeviceKind,
    /// All of it.
    pub span: Span,
    /// Its parts in text order, all within `span`: question and answer, what is granted and what turns, the links of a
    /// chain, the term without its quotation marks.
    pub parts: Vec<Span>,
    /// The words that show it.
    pub cue: Option<Span>,
}

type Detector = fn(&Prose) -> Vec<Device>;

/// All detectors.
const DETECTORS: [Detector; 5] =
    [question::find, restatement::find, concession::find, coinage::find, four_characters::find];

/// Finds the devices of a text.
pub(super) fn find(prose: &Prose) -> Vec<Device> {
    let mut devices: Vec<Device> = DETECTORS.iter().flat_map(|detect| detect(prose)).collect();
    devices.sort_by_key(|d| (d.span.start, core::cmp::Reverse(d.span.end), d.kind));
    devices
}

#[cfg(test)]
mod tests_support {
    //! What the tables of cases share.

    use super::{Detector, Device};
    use crate::rhetoric::prose::Prose;
    use crate::segment::Tokens;
    use crate::{layout, outline};

    /// Devices of a text read without a dictionary, their parts as `a | b`.
    pub(super) fn seen(detect: Detector, text: &str) -> Vec<String> {
        let layout = layout::read(text);
        let outline = outline::find(text, &layout);
        let tokens = Tokens::default();
        let found = detect(&Prose::new(text, &layout, &outline, &tokens));
        let parts = |d: &Device| d.parts.iter().map(|p| p.of(text)).collect::<Vec<_>>().join(" | ");
        for d in &found {
            assert!(d.parts.iter().all(|p| d.span.contains(*p)), "{text}: {d:?}");
        }
        found.iter().map(parts).collect()
    }

    /// Checks each text against the devices expected in it.
    pub(super) fn check(detect: Detector, cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            assert_eq!(seen(detect, text), *expected, "{text}");
        }
    }
}
