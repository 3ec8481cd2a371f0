//! Points: what may become a node, before it has a place in the tree.
//!
//! In: markers, frames, short heads. Out: [`Point`], the one currency between the detectors of this
//! room and `tree`.

use super::marker::{Before, Key, Marker};
use super::{Evidence, Scheme};
use crate::span::Span;

/// The longest heading glued to the end of a paragraph, in bytes.
const LONGEST_GLUED: usize = 120;

/// How a point stands in its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Its heading fills a line.
    OwnLine,
    /// It opens a paragraph that goes on after the heading.
    Opening,
    /// It begins inside a paragraph.
    Inside,
}

/// A possible node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    /// Index of its block.
    pub block: usize,
    /// Index of its document.
    pub document: usize,
    /// The list it may belong to.
    pub key: Key,
    /// Its number.
    pub ordinal: Option<u32>,
    /// Its marker.
    pub marker: Option<Span>,
    /// Its heading.
    pub heading: Span,
    /// How it stands.
    pub standing: Standing,
    /// On what it rests.
    pub evidence: Evidence,
}

impl Point {
    /// Where it begins.
    pub(crate) fn start(&self) -> usize {
        self.marker.map_or(self.heading.start, |m| m.start)
    }

    /// A heading of the text's own skeleton: alone on its line, or of a scheme that always heads.
    pub(crate) fn is_headline(&self) -> bool {
        self.standing == Standing::OwnLine || matches!(self.key, (Scheme::Chapter, _) | (Scheme::Han, 0))
    }

    /// Whether it holds when the speaker turns to the audience: 一、 does, 六是 and a parallel head do not.
    pub(crate) fn outlasts_turn(&self) -> bool {
        let skeleton = matches!(
            self.key.0,
            Scheme::Chapter | Scheme::Han | Scheme::HanParen | Scheme::Arabic | Scheme::ArabicParen | Scheme::Bare
        );
        skeleton && self.is_headline()
    }

    /// A marked point.
    pub(crate) fn marked(marker: &Marker, ordinal: Option<u32>, at: (usize, usize), headed: Headed) -> Self {
        let line_start = marker.before == Before::LineStart;
        Self {
            block: at.0,
            document: at.1,
            key: marker.key,
            ordinal,
            marker: Some(marker.span),
            heading: headed.heading,
            standing: headed.standing,
            evidence: if line_start { Evidence::LineMarker } else { Evidence::InlineMarker },
        }
    }
}

/// The heading of a marked point, if it is alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Headed {
    heading: Span,
    standing: Standing,
}

impl Headed {
    /// The same in a block that stood at `from` and stands at `to` now.
    pub(crate) fn moved(self, from: usize, to: usize) -> Self {
        Self { heading: self.heading.moved(from, to), ..self }
    }

    /// It is found from the rest of the paragraph.
    pub(crate) fn by(text: &str, marker: &Marker, block: Span) -> Self {
        let rest = Span::new(marker.span.end, block.end);
        let line_start = marker.before == Before::LineStart;
        // A numbered heading glued to the end of a paragraph still fills what is left of its line.
        let glued = !line_start && marker.key.0.stands_alone() && rest.len() <= LONGEST_GLUED;
        let whole = if line_start || glued { super::heading::own_line(text, rest) } else { None };
        let standing = match (line_start, whole) {
            (_, Some(heading)) if line_start || heading.end == rest.trim(text).end => Standing::OwnLine,
            (true, _) => Standing::Opening,
            (false, _) => Standing::Inside,
        };
        let heading = whole.unwrap_or_else(|| super::heading::run_in(text, rest));
        let said = whole.map(|w| super::glued::said_twice(text, w)).filter(|s| whole != Some(*s));
        let (heading, standing) = said
            .map_or((heading, standing), |said| (said, if line_start { Standing::Opening } else { Standing::Inside }));
        let may_run_on = matches!(marker.key.0, Scheme::Han | Scheme::HanParen) && standing != Standing::OwnLine;
        let heading = if may_run_on { super::glued::end(text, heading, !line_start) } else { heading };
        Self { heading, standing }
    }
}
