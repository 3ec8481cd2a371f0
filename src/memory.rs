//! What the last reading of a document found, so that the next need only read what has changed.
//!
//! In: nothing; [`Analyzer::reread`](crate::Analyzer::reread) fills it. Out: what the rooms find in single lines and paragraphs.

use crate::edit::Edit;
use crate::{layout, lexicon, outline, rhetoric, segment, terms};

/// Belongs to one document that is being edited, and to one setting of the analyzer: with another it starts anew.
#[derive(Debug, Default)]
pub struct Memory {
    /// State of the dictionary and the word lists it was made with, and whether traditional characters were folded.
    setting: (u64, bool),
    /// The text last read, and what was changed in it.
    text: String,
    pub(crate) edit: Edit,
    pub(crate) signs: lexicon::Signs,
    pub(crate) simplified: lexicon::Memory,
    pub(crate) layout: layout::Memory,
    pub(crate) outline: outline::Memory,
    pub(crate) cuts: segment::Memory,
    pub(crate) words: terms::Memory,
    pub(crate) paragraphs: rhetoric::Memory,
}

/// Bytes of the longest text that is worth remembering: nobody types in a longer one, and it would take as much again.
const LONGEST: usize = 4_000_000;

impl Memory {
    /// Fits for a text and a setting; whether it is of use.
    pub(crate) fn prepare(&mut self, text: &str, setting: (u64, bool)) -> bool {
        let longer = text.len() > LONGEST;
        if longer || self.setting != setting {
            *self = Self { setting, ..Self::default() };
        }
        if !longer {
            self.edit = Edit::between(&self.text, text);
            let (before, now) = self.edit.replaced();
            self.signs = self.signs.replaced(before.of(&self.text), now.of(text));
            text.clone_into(&mut self.text);
        }
        !longer
    }
}
