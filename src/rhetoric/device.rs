//! Devices 修辞手法 besides parallelism and set phrases, each found by rule on raw characters.
//!
//! In: [`Prose`]. Out: [`Device`]s by start. One detector a file; each is listed in [`DETECTORS`], [`THROUGHOUT`]
//! or, where other paragraphs matter, in [`all`], and nowhere else.

mod coinage;
mod concession;
mod four_characters;
mod question;
mod restatement;

use super::SetPhrase;
use super::prose::{Paragraph, Prose, Sentence, clauses};
use crate::span::Span;
use rustc_hash::FxHashSet;

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

/// A sentence as detectors see it.
struct Scene<'p> {
    prose: &'p Prose<'p>,
    /// The sentences of its paragraph.
    paragraph: &'p [Sentence],
    /// Its index among them.
    at: usize,
    /// Its clauses with their marks, as [`clauses`] gives them.
    clauses: &'p [(Span, char)],
}

impl Scene<'_> {
    fn sentence(&self) -> &Sentence {
        self.paragraph.get(self.at).unwrap_or(&NOWHERE)
    }

    /// The sentence before it in its paragraph.
    fn before(&self) -> Option<&Sentence> {
        self.at.checked_sub(1).and_then(|i| self.paragraph.get(i))
    }
}

const NOWHERE: Sentence = Sentence { span: Span::EMPTY, words: Span::EMPTY, block: 0, node: None, heading: false };

type Detector = fn(&Scene) -> Option<Device>;
type ParagraphDetector = fn(&Prose, Paragraph) -> Vec<Device>;

/// What is looked for sentence by sentence.
const DETECTORS: [Detector; 3] = [question::find, restatement::find, concession::find];

/// What is looked for through a paragraph.
const THROUGHOUT: [ParagraphDetector; 2] = [coinage::find, four_characters::find];

impl Device {
    /// The same in a paragraph that stood at `from` and stands at `to` now.
    pub(super) fn moved(&self, from: usize, to: usize) -> Self {
        let parts = self.parts.iter().map(|p| p.moved(from, to)).collect();
        Self { span: self.span.moved(from, to), parts, cue: self.cue.map(|c| c.moved(from, to)), ..*self }
    }
}

/// Finds the devices of a paragraph, coinages wherever they come.
pub(super) fn of_paragraph(prose: &Prose, paragraph: Paragraph) -> Vec<Device> {
    let mut devices: Vec<Device> = THROUGHOUT.iter().flat_map(|detect| detect(prose, paragraph)).collect();
    devices.extend(by_sentence(prose, paragraph, &DETECTORS));
    devices
}

/// The devices of a text out of those of its paragraphs: of a coinage only the first in its
/// document. Terms that are set phrases are reported as such, with their members, and not here.
pub(super) fn all(prose: &Prose, set_phrases: &[SetPhrase], mut devices: Vec<Device>) -> Vec<Device> {
    let mut named: Vec<Span> = set_phrases.iter().flat_map(|p| p.spans.iter().copied()).collect();
    named.sort_by_cached_key(|s| s.order());
    let holds_name =
        |part: &Span| named.get(named.partition_point(|n| n.start < part.start)).is_some_and(|n| part.contains(*n));
    let is_named = |d: &Device| d.kind == DeviceKind::Coinage && d.parts.iter().any(holds_name);
    let documents = &prose.layout.documents;
    let mut seen: FxHashSet<(usize, &str)> = FxHashSet::default();
    let mut is_first = |d: &Device| {
        let document = documents.partition_point(|other| other.span.end <= d.span.start);
        d.kind != DeviceKind::Coinage || d.parts.iter().all(|p| seen.insert((document, p.of(prose.text))))
    };
    devices.retain(|d| is_first(d) && !is_named(d));
    devices.sort_by_cached_key(|d| (d.kind as usize, 0_usize));
    devices.sort_by_cached_key(|d| d.span.longest_first());
    devices
}

/// What some detectors find in every sentence that is no heading.
fn by_sentence(prose: &Prose, paragraph: Paragraph, detectors: &[Detector]) -> Vec<Device> {
    let mut found = Vec::new();
    let mut parts = Vec::new();
    for (at, sentence) in paragraph.sentences.iter().enumerate().filter(|(_, s)| !s.heading) {
        parts.clear();
        clauses(prose.text, sentence.words, paragraph.stops, &mut parts);
        let scene = Scene { prose, paragraph: paragraph.sentences, at, clauses: &parts };
        found.extend(detectors.iter().filter_map(|detect| detect(&scene)));
    }
    found
}

#[cfg(test)]
mod tests_support {
    //! What the tables of cases share.

    use super::{Detector, Device, Paragraph, all, by_sentence};
    use crate::lexicon::{Stops, Watch};
    use crate::rhetoric::prose::Prose;
    use crate::segment::Tokens;
    use crate::{layout, outline};

    /// Checks each text, read without a dictionary, against the devices expected in it, their parts as `a | b`.
    pub(super) fn check(find: impl Fn(&Prose, Paragraph) -> Vec<Device>, cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            let layout = layout::read(text);
            let outline = outline::find(text, &layout);
            let tokens = Tokens::default();
            let sentences = crate::rhetoric::alone::read(text, &layout, None).sentences;
            let prose = Prose::new(text, &layout, &outline, &tokens, &sentences);
            let of_paragraph = |(span, sentences)| {
                let stops = Stops::of(text, span, &Watch::of(&[]));
                find(&prose, Paragraph { span, sentences, stops: &stops })
            };
            let found = all(&prose, &[], prose.paragraphs().flat_map(of_paragraph).collect());
            assert!(found.iter().all(|d| d.parts.iter().all(|p| d.span.contains(*p))), "{text}: {found:?}");
            let parts = |d: &Device| d.parts.iter().map(|p| p.of(text)).collect::<Vec<_>>().join(" | ");
            assert_eq!(found.iter().map(parts).collect::<Vec<_>>(), *expected, "{text}");
        }
    }

    /// The same for a detector of sentences.
    pub(super) fn check_sentences(detect: Detector, cases: &[(&str, &[&str])]) {
        check(|prose, paragraph| by_sentence(prose, paragraph, &[detect]), cases);
    }
}
