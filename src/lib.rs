//! 纲目 Gangmu reads Chinese official prose (公文: speeches, work reports, notices, opinions, essays):
//! what a text says most (terms) and how it is built (outline, rhetoric).
//!
//! One direction, no way back: text → [`layout`] → [`outline`] and [`segment`] → [`terms`] and
//! [`rhetoric`] → [`report`]. Every offset indexes the text as given; structure is found on raw
//! characters, never on tokens.
//!
//! ```
//! let analyzer = gangmu::Analyzer::new();
//! let analysis = analyzer.analyze("一、认清形势\n二、抓好落实\n".into(), &gangmu::Options::default());
//! assert_eq!(analysis.report().outline.len(), 2);
//! ```

#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)
)]

mod edit;
mod error;
pub mod export;
pub mod layout;
pub mod lexicon;
mod memory;
pub mod outline;
pub mod report;
pub mod rhetoric;
pub mod segment;
pub mod span;
pub mod terms;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use error::Error;
pub use memory::Memory;
pub use report::Options;

use layout::Layout;
use outline::Outline;
use rhetoric::Rhetoric;
use segment::{Segmenter, SplitWord, Tokens, UserWord};
use span::{Utf16Map, Utf16Marks};
use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use terms::{Classes, Reference, Terms};

/// Made once, used for many texts: holds the dictionary.
#[derive(Debug, Default)]
pub struct Analyzer {
    segmenter: Option<Segmenter>,
    user_words: Vec<UserWord>,
    split_words: Vec<SplitWord>,
    /// Made when a text first asks for them: cutting does not.
    classes: OnceLock<Classes>,
    reference: Option<Arc<Reference>>,
    rst_model: Option<rhetoric::rst::model::Model>,
    /// Another number for every state of the dictionary and the word lists, of any analyzer.
    edition: u64,
}

/// The latest number given to such a state.
static EDITIONS: AtomicU64 = AtomicU64::new(0);

impl Analyzer {
    /// Without a dictionary: layout, outline and what rhetoric sees on raw characters; no terms.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the bytes of a dictionary asset (decompressed), replacing any earlier one; they are kept.
    ///
    /// # Errors
    /// `dictionary-corrupt` when the bytes are no dictionary; the earlier one then stays.
    pub fn set_dictionary<'b>(&mut self, bytes: impl Into<Cow<'b, [u8]>>) -> Result<(), Error> {
        let mut segmenter = Segmenter::from_dictionary(bytes)?;
        segmenter.set_user_words(&self.user_words);
        segmenter.set_split_words(&self.split_words);
        self.segmenter = Some(segmenter);
        self.change();
        Ok(())
    }

    /// Replaces the words the user wants whole, in jieba's line format (`词`, `词 频`, `词 频 性`; without a
    /// frequency the least that takes effect). Kept when another dictionary comes.
    ///
    /// # Errors
    /// `user-words-invalid` with the line; the earlier words then stay.
    pub fn set_user_words(&mut self, text: &str) -> Result<(), Error> {
        self.user_words = segment::parse_user_words(text)?;
        if let Some(segmenter) = &mut self.segmenter {
            segmenter.set_user_words(&self.user_words);
        }
        self.change();
        Ok(())
    }

    /// Replaces the words to count in their parts, one a line, the parts wanted parted by spaces.
    pub fn set_split_words(&mut self, text: &str) {
        self.split_words = segment::parse_split_words(text);
        if let Some(segmenter) = &mut self.segmenter {
            segmenter.set_split_words(&self.split_words);
        }
        self.change();
    }

    fn change(&mut self) {
        self.edition = 1 + EDITIONS.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts these words, one a line, as grammatical ones, in place of our own list or besides it.
    pub fn set_stop_words(&mut self, text: &str, replace: bool) {
        self.classes = Classes::with_stop_words(text, replace).into();
        self.change();
    }

    fn classes(&self) -> &Classes {
        self.classes.get_or_init(Classes::default)
    }

    /// Takes the table of the genre that terms are compared with (`models/reference.bin`).
    ///
    /// # Errors
    /// `reference-corrupt`; an earlier table then stays.
    pub fn set_reference(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.reference = Some(Arc::new(Reference::from_table(bytes)?));
        Ok(())
    }

    /// Takes the learned model of the RST tree (`models/rst.bin`).
    ///
    /// # Errors
    /// `model-corrupt`; an earlier model then stays.
    pub fn set_rst_model(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.rst_model = Some(rhetoric::rst::model::Model::from_bytes(bytes)?);
        Ok(())
    }

    /// Whether the RST tree can be built.
    pub fn has_rst_model(&self) -> bool {
        self.rst_model.is_some()
    }

    /// The words of a text by TextRank, which jieba-rs computes: at most `most`, weightiest first, each with its weight; none
    /// without a dictionary.
    pub fn keywords(&self, analysis: &Analysis, most: usize) -> Vec<(String, f64)> {
        let rank = |s: &Segmenter| {
            s.text_rank((&analysis.text, &analysis.layout, analysis.folded), self.classes().stop_words(), most)
        };
        self.segmenter.as_ref().map(rank).unwrap_or_default()
    }

    /// Only cuts a text: its words, numbers and marks; none without a dictionary.
    pub fn tokens(&self, text: &str) -> Tokens {
        self.segmenter.as_ref().map(|s| s.tokens(text, &layout::read(text))).unwrap_or_default()
    }

    /// Whether terms can be counted.
    pub fn has_dictionary(&self) -> bool {
        self.segmenter.is_some()
    }

    /// Reads one text, which may hold several documents. Never fails: odd input gives a smaller tree.
    pub fn analyze(&self, text: String, options: &Options) -> Analysis {
        self.read(text, options, None)
    }

    /// The same for a text that is being edited: only paragraphs that `memory` does not know are read anew, what they make
    /// up together always is. The result is that of [`Self::analyze`].
    pub fn reread(&self, text: String, options: &Options, memory: &mut Memory) -> Analysis {
        let of_use = memory.prepare(&text, (self.edition, options.fold_traditional));
        self.read(text, options, Some(memory).filter(|_| of_use))
    }

    fn read(&self, text: String, options: &Options, mut memory: Option<&mut Memory>) -> Analysis {
        let signs = memory.as_ref().map_or_else(OnceLock::new, |m| m.signs.into());
        let layout = layout::reread(&text, memory.as_deref_mut().map(|m| (&mut m.layout, &m.edit)));
        let outline = outline::find_again(&text, &layout, memory.as_deref_mut().map(|m| (&mut m.outline, &m.edit)));
        let cuts = memory.as_deref_mut().map(|m| (&mut m.cuts, &m.edit));
        let cut = |s: &Segmenter| s.tokens_of(&text, &layout, options.fold_traditional, cuts);
        let tokens = self.segmenter.as_ref().map(cut).unwrap_or_default();
        let words = memory.as_deref_mut().map(|m| &mut m.words);
        let terms = terms::count_again(&layout, &outline, &tokens, (self.classes(), options), words);
        let simplified = match memory.as_deref_mut().filter(|_| cfg!(feature = "whole")) {
            Some(memory) => lexicon::in_simplified_again(&text, &memory.edit, &mut memory.simplified),
            None => lexicon::in_simplified(&text),
        };
        let known = memory.map(|m| (&mut m.paragraphs, &m.edit));
        let mut rhetoric = rhetoric::find_again(&simplified, &layout, &outline, &tokens, known);
        rhetoric.name_as_in(&text);
        // Without a dictionary there are no words for the model to judge by.
        #[cfg(feature = "whole")]
        if let Some(model) = self.rst_model.as_ref().filter(|_| options.rst && self.segmenter.is_some()) {
            rhetoric.rst = Some(rhetoric::rst::build(&simplified, &layout, &outline, &tokens, model));
        }
        drop(simplified);
        let reference = self.reference.clone();
        let folded = options.fold_traditional;
        Analysis { text, layout, outline, tokens, terms, rhetoric, reference, folded, units: OnceLock::new(), signs }
    }
}

/// Everything found in one text; owns the text, so that later questions (a concordance, an export)
/// need nothing else.
#[derive(Debug)]
pub struct Analysis {
    /// The text as given.
    pub text: String,
    /// Blocks and documents.
    pub layout: Layout,
    /// Nodes, announcements, findings.
    pub outline: Outline,
    /// Words, numbers, marks; empty without a dictionary.
    pub tokens: Tokens,
    /// Figures per term.
    pub terms: Terms,
    /// Devices, discourse relations.
    pub rhetoric: Rhetoric,
    /// What terms are compared with.
    pub reference: Option<Arc<Reference>>,
    /// Whether traditional characters were read as simplified ones: later questions are read so too.
    pub folded: bool,
    /// Where its characters stand in UTF-16.
    units: OnceLock<Utf16Marks>,
    /// How many characters there are.
    signs: OnceLock<lexicon::Signs>,
}

impl Analysis {
    /// The way from its bytes to UTF-16.
    pub(crate) fn map(&self) -> Utf16Map<'_> {
        self.units.get_or_init(|| Utf16Marks::of(&self.text)).map(&self.text)
    }

    /// Compares the terms with those of another text from now on.
    pub fn compare_with(&mut self, other: &Analysis) {
        let mut reference = Reference::default();
        reference.add(&other.tokens);
        self.reference = Some(Arc::new(reference));
    }

    /// The serializable view.
    pub fn report(&self) -> report::Report {
        report::view(self)
    }
}
