//! Heads that an announcement names: after `处理好对内和对外的关系`, paragraphs (or sentences of one paragraph)
//! opening with `对内，` and `对外，`. Two are enough, and their frames need not be equal.

use super::Document;
use super::Head;

/// Not yet.
pub(super) fn find(_document: &Document) -> Vec<Head> {
    Vec::new()
}
