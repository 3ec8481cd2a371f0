//! The lexicon's set phrases, to look up.
//!
//! In: the table. Out: whether a string is in it, and its members in their usual reading.

use crate::lexicon;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

fn all() -> &'static FxHashMap<&'static str, lexicon::SetPhrase> {
    static TABLE: OnceLock<FxHashMap<&'static str, lexicon::SetPhrase>> = OnceLock::new();
    TABLE.get_or_init(|| lexicon::set_phrases().map(|p| (p.phrase, p)).collect())
}

/// Every phrase of the table.
pub(super) fn phrases() -> impl Iterator<Item = &'static str> {
    all().keys().copied()
}

pub(super) fn contains(name: &str) -> bool {
    all().contains_key(name)
}

/// Members of a phrase, where the table says them.
pub(super) fn members(name: &str) -> Option<Vec<String>> {
    let usual = all().get(name)?.readings().next()?;
    Some(usual.map(str::to_owned).collect())
}
