//! Words of the genre: terms that stay whole, words that carry no content, formulas.
//!
//! In: `policy.tsv`, `stop.tsv`, `filler.tsv`. Out: their rows.

use super::rows;

/// A term of policy or administration that must stay whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicyTerm {
    /// The term.
    pub text: &'static str,
    /// Its field.
    pub category: &'static str,
    /// Since when, as the table gives it.
    pub since: &'static str,
}

/// All terms of policy and administration.
pub fn policy() -> impl Iterator<Item = PolicyTerm> {
    rows(include_str!("policy.tsv")).filter_map(|fields| {
        let mut fields = fields.into_iter();
        let text = fields.next()?;
        Some(PolicyTerm { text, category: fields.next().unwrap_or(""), since: fields.next().unwrap_or("") })
    })
}

/// The terms alone.
pub fn policy_terms() -> impl Iterator<Item = &'static str> {
    policy().map(|term| term.text)
}

/// Words that carry no content of their own.
pub fn stop_words() -> impl Iterator<Item = &'static str> {
    rows(include_str!("stop.tsv")).filter_map(|fields| fields.first().copied())
}

/// Formulas of the genre, 套话: words and expressions.
pub fn filler() -> impl Iterator<Item = &'static str> {
    rows(include_str!("filler.tsv")).filter_map(|fields| fields.first().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn tables_hold_each_row_once_and_no_term_is_a_stop_word() {
        let stop: HashSet<&str> = stop_words().collect();
        assert_eq!(stop.len(), stop_words().count());
        let mut seen = HashSet::new();
        for term in policy_terms() {
            assert!(seen.insert(term), "{term} stands twice");
            assert!(!stop.contains(term), "{term} is a stop word");
            assert!(term.chars().all(|c| !c.is_whitespace()) && term.chars().count() >= 2, "{term:?}");
        }
    }
}
