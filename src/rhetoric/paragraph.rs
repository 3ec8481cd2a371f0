//! What single paragraphs hold, whatever stands around them.
//!
//! In: [`Prose`], a [`Reader`], what the last reading of the document found. Out: [`Found`]:
//! devices, groups of like members and what each sentence says for itself. A paragraph that reads
//! as it did is not looked at again: what was found in it is moved to where it stands now.

use super::alone::Alone;
use super::device::{self, Device};
use super::moves::{self, Own};
use super::parallel::{Group, Reader};
use super::prose::{Paragraph, Prose, Sentence, WordsOf};
use super::set_phrase;
use crate::edit::{ByPlace, Edit};
use crate::lexicon::Stops;
use crate::span::Span;

/// What the last reading found.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) blocks: ByPlace<Alone>,
    paragraphs: ByPlace<Known>,
    pub(super) numbers: set_phrase::Memory,
}

/// Findings of one paragraph, or of all, in text order.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) devices: Vec<Device>,
    pub(super) groups: Vec<Group>,
    /// One a sentence.
    pub(super) own: Vec<Own>,
}

/// A paragraph read before.
#[derive(Debug)]
struct Known {
    place: Place,
    sentences: Vec<Sentence>,
    found: Found,
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Its first byte.
    start: usize,
    /// Its first character, white space not counted.
    char: usize,
    /// The characters next to it that are looked at.
    around: [char; 3],
    words: WordsOf,
}

/// Reads all paragraphs; with a memory, what the words of each block depend on is to be known.
pub(super) fn read(prose: &Prose, reader: &Reader, known: Option<(&mut Memory, &Edit, &[WordsOf])>) -> Found {
    let mut all = Found { own: Vec::with_capacity(prose.sentences.len()), ..Found::default() };
    let watch = &*moves::WATCH;
    let mut stops = Stops::default();
    let Some((memory, edit, words)) = known.filter(|_| cfg!(feature = "whole")) else {
        for (span, sentences) in prose.paragraphs() {
            stops.read(prose.text, span, watch);
            all.devices.extend(device::of_paragraph(prose, Paragraph { span, sentences, stops: &stops }));
            all.groups.extend(reader.of_paragraph(span));
            all.own.extend(sentences.iter().map(|s| moves::own(prose, s, &stops)));
        }
        return all;
    };
    for (span, sentences) in prose.paragraphs() {
        let (char, around) = reader.place(span);
        let words = sentences.first().and_then(|s| words.get(s.block)).copied().unwrap_or_default();
        let place = Place { start: span.start, char, around, words };
        let look = || {
            stops.read(prose.text, span, watch);
            let devices = device::of_paragraph(prose, Paragraph { span, sentences, stops: &stops });
            let own = sentences.iter().map(|s| moves::own(prose, s, &stops)).collect();
            Known {
                place,
                sentences: sentences.to_vec(),
                found: Found { devices, groups: reader.of_paragraph(span), own },
            }
        };
        memory.paragraphs.of(span, edit, |k| k.fits(place, sentences), look).add(place, &mut all);
    }
    memory.paragraphs.turn();
    all
}

impl Known {
    /// Whether the same would be found in the same characters at another place: the outline makes the same sentences
    /// headings and markers, and characters next to it and words are the same.
    fn fits(&self, place: Place, sentences: &[Sentence]) -> bool {
        let moved = |span: Span| span.moved(self.place.start, place.start);
        let same =
            |a: &Sentence, b: &Sentence| moved(a.span) == b.span && moved(a.words) == b.words && a.heading == b.heading;
        self.place.around == place.around
            && self.place.words == place.words
            && self.sentences.len() == sentences.len()
            && self.sentences.iter().zip(sentences).all(|(a, b)| same(a, b))
    }

    /// Adds what was found, moved to where the paragraph stands now.
    fn add(&self, place: Place, all: &mut Found) {
        let (from, to) = (self.place.start, place.start);
        all.devices.extend(self.found.devices.iter().map(|d| d.moved(from, to)));
        all.groups.extend(self.found.groups.iter().map(|g| g.moved(self.place.char, place.char)));
        all.own.extend(self.found.own.iter().map(|o| o.moved(from, to)));
    }
}
