//! From nodes that reach too far, or not far enough, to a tree of spans that nest.
//!
//! In: the nodes of a document in text order, parents first. Out: the same nodes; none reaches into the next one that
//! is not below it, each covers those below it, and a heading lies inside its node. Odd texts (a marker right after a
//! marker) need this; it changes nothing in others.

use super::Node;
use crate::span::Span;

/// Makes the spans nest.
pub(super) fn nest(text: &str, nodes: &mut [Node]) {
    // Starts of the nodes behind the one looked at, with their depths, nearest last; only those not below one another.
    let mut behind: Vec<(usize, u32)> = Vec::new();
    for i in (0..nodes.len()).rev() {
        let Some(node) = nodes.get_mut(i) else { continue };
        while behind.pop_if(|(_, depth)| *depth > node.depth).is_some() {}
        let next = behind.last().map_or(usize::MAX, |&(start, _)| start);
        behind.push((node.span.start, node.depth));
        if node.span.end > next {
            node.span = Span::new(node.span.start, next).trim(text);
        }
        // An empty heading stands where its marker ends, not behind the blanks that follow.
        let first = node.marker.map_or(node.span.start, |m| m.end).min(node.span.end);
        node.heading = if node.heading.is_empty() || node.heading.start > node.span.end {
            Span::new(first, first)
        } else {
            Span::new(node.heading.start, node.heading.end.min(node.span.end))
        };
        let (parent, end) = (node.parent, node.span.end);
        if let Some(above) = parent.and_then(|p| nodes.get_mut(p)) {
            above.span.end = above.span.end.max(end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{Evidence, Scheme};

    fn node(parent: Option<usize>, depth: u32, span: (usize, usize), heading: (usize, usize)) -> Node {
        Node {
            parent,
            document: 0,
            depth,
            scheme: Scheme::Shi,
            marker: Some(Span::new(span.0, span.0 + 1)),
            ordinal: None,
            heading: Span::new(heading.0, heading.1),
            span: Span::new(span.0, span.1),
            evidence: Evidence::InlineMarker,
        }
    }

    fn nested(mut nodes: Vec<Node>) -> Vec<((usize, usize), (usize, usize))> {
        nest("0123456789", &mut nodes);
        nodes.iter().map(|n| ((n.span.start, n.span.end), (n.heading.start, n.heading.end))).collect()
    }

    #[test]
    fn spans_nest_and_headings_lie_inside() {
        // Nothing to do.
        let whole = [((0, 10), (1, 2)), ((3, 6), (4, 6))];
        assert_eq!(nested(vec![node(None, 1, (0, 10), (1, 2)), node(Some(0), 2, (3, 6), (4, 6))]), whole);
        // A node that runs into its sibling, heading and all.
        let cut = [((0, 3), (1, 3)), ((3, 6), (4, 6))];
        assert_eq!(nested(vec![node(None, 1, (0, 5), (1, 5)), node(None, 1, (3, 6), (4, 6))]), cut);
        // A child that reaches further than its parent.
        let grown = [((0, 6), (1, 2)), ((3, 6), (4, 6)), ((7, 8), (8, 8))];
        let nodes =
            vec![node(None, 1, (0, 2), (1, 2)), node(Some(0), 2, (3, 9), (4, 6)), node(None, 1, (7, 8), (9, 9))];
        assert_eq!(nested(nodes)[0].0, (0, 7));
        let nodes =
            vec![node(None, 1, (0, 2), (1, 2)), node(Some(0), 2, (3, 6), (4, 6)), node(None, 1, (7, 8), (9, 9))];
        assert_eq!(nested(nodes), grown);
    }
}
