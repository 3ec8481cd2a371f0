//! Lists of markers: which possible markers are members of one.
//!
//! In: the markers of a document, paragraph by paragraph. Out: the [`Point`]s they make. A numbered line
//! stands for itself; `第一，` `一是` `首先`, and any number inside a paragraph, needs a second member.

use super::marker::{Before, Key, Marker};
use super::point::{Headed, Point};
use super::{Scheme, heading};
use crate::layout::Block;
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// A marker with the block it stands in.
pub(crate) struct Placed<'t> {
    pub marker: Marker,
    pub block: usize,
    /// Its heading, counted from the beginning of the block, if it is known.
    pub headed: &'t OnceLock<Headed>,
}

/// A list as it grows.
struct Run {
    last: u32,
    members: Vec<usize>,
    block: usize,
    before: Before,
    /// Whether its first member fills a line of its own.
    heads: bool,
}

/// Paragraphs from one dash to the next, where the lines behind them are heads with paragraphs below, and elsewhere.
const DASH_HEADS: usize = 12;
const DASHES: usize = 3;

/// What has been decided of each marker.
struct Lists {
    accepted: Vec<bool>,
    ordinals: Vec<Option<u32>>,
    /// The next member of the same list.
    next: Vec<Option<usize>>,
    /// Markers without a mark of their own.
    weak: FxHashSet<usize>,
}

impl Lists {
    fn accept(&mut self, i: usize) {
        if let Some(slot) = self.accepted.get_mut(i) {
            *slot = true;
        }
    }

    fn number(&mut self, i: usize, ordinal: u32) {
        if let Some(slot) = self.ordinals.get_mut(i) {
            *slot = Some(ordinal);
        }
    }

    /// One item is no list.
    fn close(&mut self, run: &Run) {
        // Markers without a mark count something unless three begin a list.
        let weak = run.members.first().is_some_and(|&i| self.weak.contains(&i));
        if run.members.len() < if weak { 3 } else { 2 } {
            return;
        }
        for (&a, &b) in run.members.iter().zip(run.members.iter().skip(1)) {
            if let Some(slot) = self.next.get_mut(a) {
                *slot = Some(b);
            }
        }
        for &i in &run.members {
            self.accept(i);
        }
    }
}

/// The points of one document's markers, in text order.
pub(crate) fn points(text: &str, blocks: &[Block], placed: &[Placed]) -> Vec<Point> {
    let n = placed.len();
    let weak = (0..n).filter(|&i| placed.get(i).is_some_and(|p| p.marker.weak)).collect();
    let ordinals = placed.iter().map(|p| p.marker.ordinal).collect();
    let mut lists = Lists { accepted: vec![false; n], ordinals, next: vec![None; n], weak };
    let mut runs: FxHashMap<Key, Run> = FxHashMap::default();
    for (i, Placed { marker, block, .. }) in placed.iter().enumerate() {
        let (key, line_start) = (marker.key, marker.before == Before::LineStart);
        if line_start && key.0.stands_alone() && !marker.weak {
            lists.accept(i);
            // A heading ends the inline lists before it, if they are no chapters; 一、 ends every list but its own.
            runs.retain(|&k, run| {
                let stays = run.before == Before::LineStart || k.0 == Scheme::Chapter;
                let keep = k == key || (stays && key.0 != Scheme::Han);
                if !keep {
                    lists.close(run);
                }
                keep
            });
        }
        let heads = line_start && key.0 == Scheme::Dash && fills_line(text, blocks, placed.get(i));
        if let Some(run) = runs.get_mut(&key).filter(|r| follows(r, marker, *block, heads)) {
            run.last = marker.ordinal.filter(|n| *n > run.last).unwrap_or(run.last + 1);
            run.members.push(i);
            run.block = *block;
            if key.0 != Scheme::Dash {
                lists.number(i, run.last);
            } else if line_start {
                run.before = marker.before;
            }
            continue;
        }
        // 最后 begins nothing; a dash has no number but may begin a list.
        let Some(first) = marker.ordinal.or((key.0 == Scheme::Dash).then_some(1)) else { continue };
        let run = Run { last: first, members: vec![i], block: *block, before: marker.before, heads };
        if let Some(old) = runs.insert(key, run) {
            lists.close(&old);
        }
    }
    for run in runs.values() {
        lists.close(run);
    }
    let points = placed.iter().enumerate().filter(|&(i, _)| lists.accepted.get(i) == Some(&true));
    points
        .filter_map(|(i, p)| {
            let block = blocks.get(p.block)?;
            let ordinal = lists.ordinals.get(i).copied().flatten();
            let start = block.span.start;
            let headed = p.headed.get_or_init(|| Headed::by(text, &p.marker, block.span).moved(start, 0));
            let mut point = Point::marked(&p.marker, ordinal, (p.block, block.document), headed.moved(0, start));
            let next = lists.next.get(i).copied().flatten().and_then(|n| placed.get(n)).filter(|n| n.block == p.block);
            if let Some(next) = next {
                point.heading = before_next(text, point.heading, next.marker.span.start);
            }
            // 二、总体要求（一）指导思想: a heading glued to the first of the points below it
            if let Some(below) =
                placed.get(i + 1).filter(|b| b.marker.glued && lists.accepted.get(i + 1) == Some(&true))
            {
                point.heading = before_next(text, point.heading, below.marker.span.start);
            }
            Some(point)
        })
        .collect()
}

/// Whether what stands behind a marker is a heading and nothing else.
fn fills_line(text: &str, blocks: &[Block], placed: Option<&Placed>) -> bool {
    let rest = placed.and_then(|p| Some(Span::new(p.marker.span.end, blocks.get(p.block)?.span.end)));
    rest.is_some_and(|rest| heading::own_line(text, rest).is_some())
}

/// Whether a marker is the next member of a run.
fn follows(run: &Run, marker: &Marker, block: usize, heads: bool) -> bool {
    let apart = block.saturating_sub(run.block);
    let line_start = marker.before == Before::LineStart;
    match marker.key {
        // Members after a comma, and the small word families, stay in one paragraph or neighbouring ones.
        _ if marker.before == Before::Comma && apart > 0 => false,
        (Scheme::Dash, _) => {
            let reach = if heads && run.heads { DASH_HEADS } else { DASHES };
            // 一年来，成绩喜人。——粮食丰收。……: the first may stand behind what leads in, the others on their lines
            let led = run.members.len() == 1 && apart == 1;
            apart <= reach && (line_start == (run.before == Before::LineStart) || line_start && led)
        }
        (Scheme::OrdinalWord, 1..) if apart > 2 => false,
        (Scheme::OrdinalWord, _) if apart > 12 => false,
        (Scheme::OrdinalWord, _) if marker.ordinal.is_none() => {
            // 首先…最后… with nothing between is a list only within a paragraph or two.
            let opened = run.before == Before::LineStart;
            let beside = if apart == 0 { !opened || run.last > 1 } else { opened && line_start };
            beside && (run.last > 1 || apart <= 2)
        }
        (Scheme::Circled | Scheme::ArabicParen, _) if !line_start && apart > 1 => false,
        // 一个是…，一个是…: the word is said again.
        (Scheme::OrdinalWord, 4 | 5 | 9) if marker.ordinal == Some(1) => apart == 0 && !line_start && run.last < 4,
        _ => match marker.ordinal {
            Some(n) if n == run.last + 1 => true,
            // A number left out (一是、二是、四是) in the same standing.
            Some(n) => n == run.last + 2 && run.last + 2 > 2 && (line_start == (run.before == Before::LineStart)),
            None => false,
        },
    }
}

/// A heading ends before the next member's marker, without the comma or connective between them.
fn before_next(text: &str, heading: Span, next: usize) -> Span {
    if heading.end <= next {
        return heading;
    }
    let cut = Span::new(heading.start, next).of(text);
    let cut = cut.trim_end().trim_end_matches(['，', '、', '；', ',', '和', '及', '与']);
    Span::new(heading.start, heading.start + cut.len().min(heading::first_stop(cut).unwrap_or(cut.len())))
}
