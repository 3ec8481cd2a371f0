//! The lexicon's set phrases, to look up.
//!
//! In: the table. Out: whether a string is in it, and its members.

use std::collections::HashMap;
use std::sync::OnceLock;

fn all() -> &'static HashMap<&'static str, Vec<&'static str>> {
    static TABLE: OnceLock<HashMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    TABLE.get_or_init(HashMap::new)
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
    let members = all().get(name)?;
    (!members.is_empty()).then(|| members.iter().map(|&m| m.to_owned()).collect())
}
