//! What words are, wherever they stand.
//!
//! In: word types, the word lists. Out: a [`Nature`] each. Of a text read again they are known: looking words up in the
//! lists takes longer than counting them.

use super::phrases::Traits;
use super::{Class, Classes};
use crate::segment::{Tokens, WordType};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What a word is counted as, and what it may do in an expression.
#[derive(Clone, Copy, Debug)]
pub struct Nature {
    pub(super) class: Class,
    pub(super) traits: Traits,
}

impl Nature {
    fn of(word: &WordType, classes: &Classes) -> Self {
        let class = classes.class_of(word);
        Self { class, traits: Traits::of(word, class, classes) }
    }
}

/// The words of earlier readings, which share their types. A type stays where it is as long as it is known here.
#[derive(Debug, Default)]
pub(crate) struct Memory(FxHashMap<*const WordType, (Arc<WordType>, Nature)>);

/// What each word type of a text is.
pub(super) fn natures(tokens: &Tokens, classes: &Classes) -> Vec<Nature> {
    tokens.types.iter().map(|word| Nature::of(word, classes)).collect()
}

impl Memory {
    /// The same; only words that are new are looked up.
    pub(super) fn natures(&mut self, tokens: &Tokens, classes: &Classes) -> Vec<Nature> {
        // What was typed and taken back again must not pile up.
        if self.0.len() > 2 * tokens.types.len() + 10_000 {
            self.0.clear();
        }
        let look = |word: &Arc<WordType>| {
            let anew = || (Arc::clone(word), Nature::of(word, classes));
            self.0.entry(Arc::as_ptr(word)).or_insert_with(anew).1
        };
        tokens.types.iter().map(look).collect()
    }
}
