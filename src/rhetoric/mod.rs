//! How the text argues: devices found by rule; relations found by layout, by cue or by a model.
//!
//! In: text (in simplified characters), layout, outline, tokens. Out: [`Rhetoric`]. Does not know `terms`.

mod alone;
mod device;
mod moves;
mod paragraph;
mod parallel;
mod prose;
pub mod rst;
mod set_phrase;

use crate::edit::Edit;
use crate::layout::Layout;
use crate::outline::Outline;
use crate::segment::Tokens;
pub use device::{Device, DeviceKind};
pub use moves::{Basis, Move, Moves, SentenceMove};
pub use paragraph::Memory;
pub use parallel::{Figure, Level, Parallelism, ParallelismKind};
use prose::WordsOf;
pub use rst::{Evidence, Nuclearity, Rst, RstNode};
pub use set_phrase::{Members, SetPhrase, Source};

/// All devices and relations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rhetoric {
    /// By first occurrence.
    pub set_phrases: Vec<SetPhrase>,
    /// By first member.
    pub parallelisms: Vec<Parallelism>,
    /// By start.
    pub devices: Vec<Device>,
    /// Sentences of running text.
    pub sentences: usize,
    /// What sentences and nodes do.
    pub moves: Moves,
    /// None unless it was asked for and there is a model.
    pub rst: Option<Rst>,
}

impl Rhetoric {
    /// Gives set phrases the characters of the text as given, of which another form was read, byte for byte as long.
    pub fn name_as_in(&mut self, text: &str) {
        for phrase in &mut self.set_phrases {
            let name = phrase.spans.first().map(|s| set_phrase::condensed(s.of(text)));
            phrase.text = name.unwrap_or_default();
        }
    }
}

/// Finds devices and relations.
pub fn find(text: &str, layout: &Layout, outline: &Outline, tokens: &Tokens) -> Rhetoric {
    find_again(text, layout, outline, tokens, None)
}

/// The same for a text that is being edited: only paragraphs are read that are not as the memory has them.
pub(crate) fn find_again(
    text: &str,
    layout: &Layout,
    outline: &Outline,
    tokens: &Tokens,
    known: Option<(&mut Memory, &Edit)>,
) -> Rhetoric {
    // What reads first texts is to be small: it remembers nothing. Said in each room that remembers, it is left out there.
    let mut known = known.filter(|_| cfg!(feature = "whole"));
    let blocks = known.as_mut().map(|(memory, edit)| (&mut memory.blocks, *edit));
    let alone::Blocks { sentences, glyphs, quoted } = alone::read(text, layout, blocks);
    let words = |_: &_| layout.blocks.iter().map(|b| WordsOf::new(text, tokens, b.span)).collect();
    let words: Vec<WordsOf> = known.as_ref().map(words).unwrap_or_default();
    let prose = prose::Prose::new(text, layout, outline, tokens, &sentences);
    let reader = parallel::Reader::new(text, tokens, glyphs);
    let numbers = known.as_mut().map(|(memory, edit)| (&mut memory.numbers, *edit, words.as_slice()));
    let set_phrases = set_phrase::find(text, layout, outline, tokens, quoted, numbers);
    let known = known.map(|(memory, edit)| (memory, edit, words.as_slice()));
    let found = paragraph::read(&prose, &reader, known);
    Rhetoric {
        moves: moves::find(&prose, &found.own),
        devices: device::all(&prose, &set_phrases, found.devices),
        sentences: prose.sentences.len(),
        set_phrases,
        parallelisms: reader.all(layout, outline, found.groups),
        ..Rhetoric::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;
    use std::time::{Duration, Instant};

    /// Eight times the text may take no more than thirty times the time, whatever the text repeats:
    /// what is quadratic takes sixty-four. A busy machine gets five tries.
    #[test]
    fn time_grows_with_the_text() {
        for piece in [
            "加强领导，以学习强化担当、以实干体现担当，一是改，",
            "完善甲机制，完善乙机制；完善丙机制。完善丁机制、",
            "一是",
            "山水、",
            "要修路",
            "虽然，",
            "什么？",
            "“新”，",
            "同心同德、",
            "政通人和，",
            "好\n",
        ] {
            let time = |n: usize| {
                let text = piece.repeat(n);
                let layout = layout::read(&text);
                let started = Instant::now();
                find(&text, &layout, &Outline::default(), &Tokens::default());
                started.elapsed().max(Duration::from_millis(2))
            };
            let tries: Vec<_> = (0..5).map(|_| (time(800), time(6_400))).take_while(|(s, l)| *l > *s * 30).collect();
            assert!(tries.len() < 5, "{piece}: {tries:?}");
        }
    }
}
