//! From tokens to figures per word type.
//!
//! In: tokens, layout, outline, word lists, options. Out: [`Terms`], most frequent first.

mod classes;
pub mod collocates;
pub mod concordance;
pub mod dispersion;
pub mod keyness;
pub mod matrix;
mod nature;
pub mod phrases;
mod reference;
mod sections;
mod sentences;
pub mod variety;

pub use classes::Classes;
pub use dispersion::Dispersion;
pub use keyness::Keyness;
pub(crate) use nature::Memory;
pub use nature::Nature;
pub use phrases::Phrase;
pub use reference::{Reference, TOTAL};
pub use sections::Sections;
pub use sentences::Sentences;

use crate::Options;
use crate::layout::Layout;
use crate::outline::Outline;
use crate::segment::{TokenKind, Tokens};
use dispersion::Meter;

/// What a term is counted as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// A content word.
    Content,
    /// A grammatical word of the stop list.
    Stop,
    /// A formula of the genre, 套话.
    Filler,
}

/// Figures of one word type.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Index into [`Tokens::types`].
    pub word: u32,
    /// Occurrences.
    pub count: u32,
    /// What it is counted as.
    pub class: Class,
    /// How it is spread over the [`Sections`].
    pub dispersion: Dispersion,
}

/// All terms, most frequent first; of equal ones, first come first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// Counted types.
    pub terms: Vec<Term>,
    /// How many of them the report lists: as many content words as the options allow, and what stands among them.
    pub listed: usize,
    /// Running words counted: tokens of kind word, stop words included.
    pub words: u32,
    /// Lexical variety, see [`variety`].
    pub variety: Option<f64>,
    /// Expressions of several words, weightiest first.
    pub phrases: Vec<Phrase>,
    /// The parts range and dispersion are measured over.
    pub sections: Sections,
}

/// Counts the words of a text.
pub fn count(layout: &Layout, outline: &Outline, tokens: &Tokens, classes: &Classes, options: &Options) -> Terms {
    count_again(layout, outline, tokens, (classes, options), None)
}

/// The same for a text that is being edited: what is known of a word by itself is not looked up again.
pub(crate) fn count_again(
    layout: &Layout,
    outline: &Outline,
    tokens: &Tokens,
    (classes, options): (&Classes, &Options),
    memory: Option<&mut Memory>,
) -> Terms {
    let is_word: Vec<bool> = tokens.types.iter().map(|t| t.kind == TokenKind::Word).collect();
    let word_of =
        |token: &crate::segment::Token| Some(token.word).filter(|&w| is_word.get(w as usize).copied().unwrap_or(false));
    let sections = Sections::of(layout, outline, tokens);
    let mut running: Vec<u32> = Vec::with_capacity(tokens.items.len());
    let mut counts = vec![0_u32; tokens.types.len()];
    // Where the words of each section end.
    let mut ends = Vec::with_capacity(sections.starts.len());
    for range in sections.ranges(tokens) {
        for word in tokens.items.get(range).unwrap_or(&[]).iter().filter_map(word_of) {
            running.push(word);
            if let Some(n) = counts.get_mut(word as usize) {
                *n += 1;
            }
        }
        ends.push(running.len());
    }
    let words = running.len() as u32;
    let variety = variety::mattr(&running, tokens.types.len());
    let mut meter = Meter::new(counts.clone());
    let mut from = 0;
    for to in ends {
        let part = running.get(core::mem::replace(&mut from, to)..to).unwrap_or(&[]);
        meter.part(part.iter().copied(), part.len() as f64 / f64::from(words.max(1)));
    }
    let spread = meter.finish();
    // What reads first texts is to be small: it remembers nothing.
    let natures = match memory.filter(|_| cfg!(feature = "whole")) {
        Some(memory) => memory.natures(tokens, classes),
        None => nature::natures(tokens, classes),
    };
    let term = |word: u32| {
        let (count, nature) = (*counts.get(word as usize)?, natures.get(word as usize)?);
        Some(Term { word, count, class: nature.class, dispersion: *spread.get(word as usize)? })
    };
    let words_by_count = by_count(&counts);
    let mut terms: Vec<Term> = Vec::with_capacity(words_by_count.len());
    terms.extend(words_by_count.into_iter().filter_map(term));
    let content = terms.iter().enumerate().filter(|(_, t)| t.class == Class::Content);
    let listed = content.map(|(i, _)| i + 1).nth(options.max_terms as usize).map_or(terms.len(), |i| i - 1);
    let phrases = phrases::find(tokens, &natures, classes, options.max_phrases as usize);
    Terms { terms, listed, words, variety, phrases, sections }
}

/// The words there are, most frequent first, of equal ones first come first. Most have one of a few counts, so that they are dealt
/// out by it.
fn by_count(counts: &[u32]) -> Vec<u32> {
    let most = counts.iter().max().map_or(0, |&most| most as usize);
    // Where the words of each count begin, the highest first.
    let mut places = vec![0_usize; most + 2];
    for &count in counts {
        if let Some(next) = places.get_mut(most - count as usize + 1) {
            *next += 1;
        }
    }
    let mut sum = 0;
    for place in &mut places {
        sum += *place;
        *place = sum;
    }
    let mut words = vec![0_u32; places.get(most).copied().unwrap_or(0)];
    for (word, &count) in (0_u32..).zip(counts).filter(|(_, count)| **count > 0) {
        let Some(place) = places.get_mut(most - count as usize) else { continue };
        if let Some(slot) = words.get_mut(*place) {
            *slot = word;
        }
        *place += 1;
    }
    words
}
