//! Findings for the person who drafts.
//!
//! In: text, blocks, nodes with their lists, announcements of one document. Out: [`Finding`]s, each with the rule it
//! rests on. One kind is one file with its table of cases and stands in [`CHECKS`]. They keep quiet: an edited report
//! has less than one in 5,000 characters.

mod level;
mod lone;
mod mark;
mod mixed;
mod number;
mod pattern;
mod promise;
pub(super) mod quote;

use super::alone::Body;
use super::{Announcement, Evidence, Finding, Node, Scheme};
use crate::span::Span;

/// What a check reads: one document.
pub(crate) struct Document<'t> {
    pub text: &'t str,
    pub blocks: Body<'t>,
    pub nodes: &'t [Node],
    /// Indices of the members of each list, in text order.
    pub lists: Vec<Vec<usize>>,
    pub announcements: &'t [Announcement],
}

const CHECKS: [fn(&Document) -> Vec<Finding>; 8] =
    [number::check, level::check, mixed::check, lone::check, promise::check, mark::check, quote::check, pattern::check];

/// All findings of a document, in text order.
pub(crate) fn find(blocks: Body, nodes: &[Node], list_of: &[usize], announcements: &[Announcement]) -> Vec<Finding> {
    let mut lists = vec![Vec::new(); list_of.iter().max().map_or(0, |m| m + 1)];
    for (i, &list) in list_of.iter().enumerate() {
        if let Some(members) = lists.get_mut(list) {
            members.push(i);
        }
    }
    let document = Document { text: blocks.text, blocks, nodes, lists, announcements };
    let mut findings: Vec<Finding> = CHECKS.iter().flat_map(|check| check(&document)).collect();
    findings.sort_by_cached_key(|f| (f.span.start, 0_usize));
    findings
}

impl Document<'_> {
    /// The members of a list.
    fn members<'a>(&'a self, list: &'a [usize]) -> impl Iterator<Item = &'a Node> + Clone {
        list.iter().filter_map(|&i| self.nodes.get(i))
    }

    /// Where a node says its number: its marker.
    fn marker(&self, node: &Node) -> (Span, &str) {
        let span = node.marker.unwrap_or(node.heading);
        (span, span.of(self.text))
    }
}

/// Schemes of numbered lines.
fn numbers_lines(node: &Node) -> bool {
    node.evidence == Evidence::LineMarker
        && matches!(node.scheme, Scheme::Han | Scheme::HanParen | Scheme::Arabic | Scheme::ArabicParen)
}

/// A marker without its punctuation: `二、` → `二`.
fn bare(marker: &str) -> &str {
    marker.trim_end_matches(['、', '，', '．', '.', '﹒', '：', ',', ':', ' ', '是', '要'])
}

#[cfg(test)]
pub(crate) fn codes(text: &str) -> Vec<(&'static str, &str)> {
    let layout = crate::layout::read(text);
    let outline = super::find(text, &layout);
    outline.findings.iter().map(|f| (f.code, f.span.of(text))).collect()
}
