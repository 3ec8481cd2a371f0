//! The tree: every point finds its parent.
//!
//! In: points in text order and the places where the text turns back to the whole. Out: nodes with
//! parent, depth and span. Level is by context, not by scheme: a point continues the nearest open list it
//! can continue; a new list stands under what it interrupts. Schemes have a customary order (GB/T 9704-2012
//! §7.3.3, `order`) that decides only where context does not.

mod order;
mod turning;

use super::marker::Key;
use super::point::{Point, Standing};
use super::turn::Turn;
use super::{Evidence, Node, Scheme, ahead};
use crate::layout::Layout;
use crate::lexicon::OutlineWords;
use crate::span::Span;
use order::{both_unnumbered_openings, nests, rank, unnumbered};
use rustc_hash::{FxHashMap, FxHashSet};

/// Characters that a head without a text of its own says, at the most.
const LONGEST_STUB: usize = 16;

/// Bytes within which a list of one sentence is looked through.
const LONGEST_SENTENCE: usize = 4000;

/// Characters from which on a heading is a name.
const SHORTEST_NAME: usize = 4;

/// How many blocks the members of a list take, as far as they all take as many.
#[derive(Clone, Copy)]
struct Size {
    members: u32,
    last_block: usize,
    each: Option<usize>,
    /// Whether all of them open lines, but for line ends lost.
    lines: bool,
    /// Members that are more than a preface.
    parts: u32,
}

impl Size {
    fn next(self, block: usize, lines: bool, parts: u32) -> Self {
        let took = block.saturating_sub(self.last_block);
        let each = (self.members == 1 || self.each == Some(took)).then_some(took);
        Self {
            members: self.members + 1,
            last_block: block,
            each,
            lines: lines && self.lines,
            parts: self.parts + parts,
        }
    }
}

/// An open node.
#[derive(Clone, Copy)]
struct Open {
    node: usize,
    point: usize,
    /// Whether it has lost the line end before it: it continues a list whose members before it open lines, each its own.
    glued: bool,
}

struct Builder<'a> {
    text: &'a str,
    points: &'a [Point],
    nodes: Vec<Node>,
    stack: Vec<Open>,
    /// Last number and list of each kind of list, by the node it hangs from.
    last: FxHashMap<(Option<usize>, Key), (u32, usize)>,
    /// The list of each node.
    lists: Vec<usize>,
    /// How many paragraphs the members of each list take.
    sizes: Vec<Size>,
    /// Lists whose members have unnumbered heads below them.
    headed: FxHashSet<usize>,
    /// The last number of each kind of list, its depth, and the kind it stands under.
    latest: FxHashMap<Key, (u32, usize, Option<Key>)>,
}

/// Builds the nodes of one document, and tells the list of each. `end` is where its body ends.
pub(crate) fn build(
    text: &str,
    layout: &Layout,
    points: &[Point],
    turns: &[Turn],
    end: usize,
) -> (Vec<Node>, Vec<usize>) {
    let mut b = Builder {
        text,
        points,
        nodes: Vec::new(),
        stack: Vec::new(),
        last: FxHashMap::default(),
        lists: Vec::new(),
        sizes: Vec::new(),
        headed: FxHashSet::default(),
        latest: FxHashMap::default(),
    };
    let mut turns = turns.iter().peekable();
    for (i, point) in points.iter().enumerate() {
        while let Some(turn) = turns.next_if(|t| t.at <= point.start()) {
            b.leave_paragraph(layout, turn.at);
            b.turn(turn, i);
        }
        b.leave_paragraph(layout, point.start());
        b.leave_even_list(layout, i);
        b.place(i);
    }
    for turn in turns {
        b.leave_paragraph(layout, turn.at);
        b.turn(turn, points.len());
    }
    b.leave_paragraph(layout, end);
    b.pop_to(0, end);
    (b.nodes, b.lists)
}

impl Builder<'_> {
    fn point(&self, open: Open) -> Option<&Point> {
        self.points.get(open.point)
    }

    /// Ends all nodes above `depth` at `at`.
    fn pop_to(&mut self, depth: usize, at: usize) {
        while self.stack.len() > depth {
            let Some(open) = self.stack.pop() else { break };
            if let Some(node) = self.nodes.get_mut(open.node) {
                node.span = Span::new(node.span.start, at.max(node.heading.end)).trim(self.text);
            }
        }
    }

    /// A list inside a paragraph ends with the paragraph.
    fn leave_paragraph(&mut self, layout: &Layout, at: usize) {
        while let Some(&open) = self.stack.last() {
            let Some(point) = self.point(open) else { break };
            let Some(block) = layout.blocks.get(point.block) else { break };
            let holds = point.standing != Standing::Inside || point.is_headline() || open.glued;
            if holds || at < block.span.end {
                break;
            }
            // The list may go on in the next paragraph; its number is remembered with its parent.
            let end = block.span.end;
            self.pop_to(self.stack.len() - 1, end);
        }
    }

    /// A list whose members share a sentence (`一个是…，再一个是…`) ends with it, for heads that follow.
    fn leave_sentence(&mut self, point: &Point) {
        if point.standing != Standing::Inside || point.ordinal.is_some() {
            return;
        }
        while let Some(p) = self.stack.last().and_then(|o| self.point(*o)) {
            let before = self.text.get(..p.start()).and_then(|t| t.chars().next_back());
            let between = self.text.get(p.start()..point.start().min(p.start() + LONGEST_SENTENCE));
            let ended = between.is_none_or(|t| t.contains('。'));
            let shares = p.standing == Standing::Inside && p.ordinal.is_some_and(|n| n > 1);
            if !(shares && ended && matches!(before, Some('，' | '；' | ',' | ';'))) {
                break;
            }
            self.pop_to(self.stack.len() - 1, point.start());
        }
    }

    /// Where every member of a list before the last took as many paragraphs, so does the last: an unmarked paragraph
    /// after that takes up the parent's subject again.
    fn leave_even_list(&mut self, layout: &Layout, i: usize) {
        let Some(&point) = self.points.get(i) else { return };
        let inside = point.standing == Standing::Inside;
        if point.outlasts_turn() || rank(point.key) < rank((Scheme::Di, 0)) && !inside {
            return;
        }
        for depth in 0..self.stack.len() {
            let Some(&open) = self.stack.get(depth) else { return };
            let (Some(p), Some(&list)) = (self.point(open), self.lists.get(open.node)) else { return };
            let Some(size) = self.sizes.get(list) else { return };
            // Of two that are announced the first tells how much the second takes.
            let enough = if p.evidence == Evidence::Announced { 2 } else { 3 };
            let Some(each) = size.each.filter(|_| size.members >= enough && p.standing != Standing::Inside) else {
                continue;
            };
            let ends = p.block + each;
            let leads_in = layout.blocks.get(ends.saturating_sub(1)).is_some_and(|b| leads_in(b.span.of(self.text)));
            if leads_in || p.outlasts_turn() || point.block < ends || self.goes_on_from(i, open) {
                continue;
            }
            let at = layout.blocks.get(ends).map_or(point.start(), |b| b.span.start);
            self.pop_to(depth, at);
            return;
        }
    }

    fn place(&mut self, i: usize) {
        let Some(&point) = self.points.get(i) else { return };
        self.leave_sentence(&point);
        let continued = self.continued(i, &point);
        let new = || self.runs_on(&point).unwrap_or_else(|| self.new_list_depth(i, &point));
        let depth = continued.unwrap_or_else(new);
        self.pop_to(depth, point.start());
        let parent = self.stack.last().map(|o| o.node);
        let old = self.last.get(&(parent, point.key)).map(|&(_, list)| list);
        let list = continued.and(old).unwrap_or(self.sizes.len());
        let before = self.sizes.get(list).filter(|size| size.lines && size.last_block < point.block);
        let glued = before.is_some() && point.standing == Standing::Inside && point.key.0.stands_alone();
        let lines = glued || point.standing != Standing::Inside;
        let parts = u32::from(!OutlineWords::get().prefaces.contains(&point.heading.of(self.text)));
        match self.sizes.get_mut(list) {
            Some(size) => *size = size.next(point.block, lines, parts),
            None => self.sizes.push(Size { members: 1, last_block: point.block, each: None, lines, parts }),
        }
        if let Some(&above) = parent.and_then(|p| self.lists.get(p)).filter(|_| unnumbered(&point)) {
            self.headed.insert(above);
        }
        self.last.insert((parent, point.key), (point.ordinal.unwrap_or(0), list));
        let above = self.stack.last().and_then(|o| self.point(*o)).map(|p| p.key);
        self.latest.insert(point.key, (point.ordinal.unwrap_or(0), depth, above));
        self.lists.push(list);
        self.stack.push(Open { node: self.nodes.len(), point: i, glued });
        self.nodes.push(Node {
            parent,
            document: point.document,
            depth: depth as u32 + 1,
            scheme: point.key.0,
            marker: point.marker,
            ordinal: point.ordinal,
            heading: point.heading,
            span: Span::new(point.start(), point.heading.end),
            evidence: point.evidence,
        });
    }

    /// The depth at which a point continues a list: the nearest one whose last number is one before; failing
    /// that, one with a number left out or said twice.
    fn continued(&self, i: usize, point: &Point) -> Option<usize> {
        let parent_at = |depth: usize| depth.checked_sub(1).and_then(|d| self.stack.get(d)).map(|o| o.node);
        let last_at = |depth: usize| self.last.get(&(parent_at(depth), point.key)).map(|l| l.0);
        let depths = (0..=self.stack.len()).rev();
        let Some(n) = point.ordinal else {
            // Unnumbered members of one group share its key.
            // A head on its own line does not end a numbered list that goes on behind it: it stands inside.
            let ends_none = |d: usize| {
                point.standing != Standing::OwnLine
                    || !self.stack.iter().skip(d + 1).any(|o| {
                        self.point(*o).is_some_and(|p| p.ordinal.is_some() && p.is_headline()) && self.goes_on(i, *o)
                    })
            };
            return depths.into_iter().find(|&d| last_at(d).is_some()).filter(|&d| ends_none(d));
        };
        if n == 1 {
            return None;
        }
        depths.clone().find(|&d| last_at(d) == Some(n - 1)).or_else(|| {
            let near = |d: usize| last_at(d).is_some_and(|last| last < n && n - last <= 3 || last == n);
            depths.clone().find(|&d| near(d))
        })
    }

    /// The depth of a number that runs on below the next heading of the kind it stood under: 第九条 below 六、, behind 第八条
    /// below 五、.
    fn runs_on(&self, point: &Point) -> Option<usize> {
        let before = point.ordinal?.checked_sub(1).filter(|n| *n > 0 && point.standing != Standing::Inside)?;
        let &(last, depth, above) = self.latest.get(&point.key)?;
        let heading = self.point(*self.stack.get(depth.checked_sub(1)?)?)?;
        // a heading of a kind between them holds it: 1. below 一、, then 2. below （一）
        let between = self.stack.get(depth).and_then(|o| self.point(*o)).is_some_and(|p| rank(p.key) < rank(point.key));
        (last == before && above == Some(heading.key) && !between).then_some(depth)
    }

    /// The depth of the first member of a list.
    fn new_list_depth(&self, i: usize, point: &Point) -> usize {
        let mut depth = self.stack.len();
        if let Some(named) = self.named_above(point) {
            return named + 1;
        }
        // A list begun anew stands where the old one of its kind stood.
        let same = |o: &Open| {
            let stays = |p: &Point| nests(p, point) && self.goes_on(i, *o) || self.goes_on_behind(i, *o);
            self.point(*o).is_some_and(|p| p.key == point.key && !stays(p))
        };
        if let Some(at) = self.stack.iter().position(same) {
            depth = at;
        }
        if point.standing == Standing::Inside && !point.is_headline() {
            // In one line 第一， after a finished 一是…六是 stands beside it.
            while let Some(&open) = depth.checked_sub(1).and_then(|d| self.stack.get(d)) {
                let Some(p) = self.point(open) else { break };
                let beside = p.standing == Standing::Inside && point.ordinal.is_some() && rank(p.key) > rank(point.key);
                if !beside || self.goes_on(i, open) {
                    break;
                }
                depth -= 1;
            }
            return depth;
        }
        while let Some(&open) = depth.checked_sub(1).and_then(|d| self.stack.get(d)) {
            let Some(p) = self.point(open) else { break };
            // A heading on its own line stands above items that run into their paragraphs, whatever their schemes.
            let governs = p.standing == Standing::OwnLine && point.standing == Standing::Opening;
            // … unless it is a heading glued to the text above, or governs others of their kind: `五年来，……。山更绿了。` and
            // the list of those on lines of their own.
            let headed = open.glued || unnumbered(point) && self.is_headed(open);
            let over = rank(p.key) > rank(point.key) && !governs
                // What runs into its own paragraph does not govern a heading with a line of its own.
                || point.standing == Standing::OwnLine && p.standing != Standing::OwnLine && !p.is_headline() && !headed
                || both_unnumbered_openings(p, point) && !self.is_headed(open);
            if !over || self.goes_on(i, open) || self.governs(open, point) || self.leads_to(p, point) {
                break;
            }
            depth -= 1;
        }
        depth
    }

    /// The open headline whose name a bare headline takes up: `产品标准建设重点` stands below `2.产品标准`, beside what
    /// else does.
    fn named_above(&self, point: &Point) -> Option<usize> {
        if point.key.0 != Scheme::Bare || point.standing != Standing::OwnLine {
            return None;
        }
        let heading = point.heading.of(self.text);
        let names = |p: &Point| {
            let name = p.heading.of(self.text);
            let line = p.is_headline() || p.key.0.stands_alone();
            line && name.chars().nth(SHORTEST_NAME - 1).is_some() && heading.starts_with(name)
        };
        self.stack.iter().rposition(|o| self.point(*o).is_some_and(names))
    }

    /// Whether numbers begun with `point` belong to the bare headline before them: nothing stands between, or it is the
    /// last of several, which name the parts of the text (`工作回顾` … `工作安排`, 一、 二、 三、). A lone `前言` with its
    /// own text stands beside them.
    fn governs(&self, open: Open, point: &Point) -> bool {
        let bare = |p: &Point| p.key.0 == Scheme::Bare && p.standing == Standing::OwnLine;
        if point.ordinal.is_none() || !self.point(open).is_some_and(bare) {
            return false;
        }
        let parts = self.lists.get(open.node).and_then(|&list| self.sizes.get(list)).map_or(0, |size| size.parts);
        parts > 1 || self.is_bare_until(open, point.start())
    }

    /// Whether a numbered paragraph ends by leading to dashes right below it: `3.工作流程如下：` ⏎ `——先申报。……`; or an announced
    /// one says hardly anything itself: `主要任务：“三个着力”。` ⏎ `1.着力……`
    fn leads_to(&self, p: &Point, below: &Point) -> bool {
        if p.block + 1 != below.block {
            return false;
        }
        let says = self.text.get(p.heading.end..below.start()).unwrap_or("");
        let stub =
            || says.len() <= 4 * LONGEST_STUB && says.chars().filter(|c| c.is_alphanumeric()).count() <= LONGEST_STUB;
        if p.evidence == Evidence::Announced && p.ordinal.is_none() && below.ordinal.is_some() {
            return stub();
        }
        leads_in(says.trim_end()) && below.key.0 == Scheme::Dash && p.ordinal.is_some()
    }

    /// Whether members of its list have unnumbered heads below them.
    fn is_headed(&self, open: Open) -> bool {
        self.lists.get(open.node).is_some_and(|list| self.headed.contains(list))
    }

    /// Whether the list of an open node goes on behind the one of the same kind that begins with point `i`.
    fn goes_on_behind(&self, i: usize, open: Open) -> bool {
        self.point(open).is_some_and(|p| ahead::goes_on_behind(self.points, i, p, &self.above(open)))
    }

    /// The open points above a node.
    fn above(&self, open: Open) -> Vec<&Point> {
        self.stack.iter().take_while(|o| o.node != open.node).filter_map(|o| self.point(*o)).collect()
    }

    /// Whether the list of an open node has a further member beyond point `i`, before anything above it goes on.
    fn goes_on(&self, i: usize, open: Open) -> bool {
        self.goes_on_from(i + 1, open)
    }

    /// The same from point `from` on.
    fn goes_on_from(&self, from: usize, open: Open) -> bool {
        self.point(open).is_some_and(|p| ahead::goes_on(self.points, from, p, &self.above(open)))
    }
}

/// Whether a paragraph ends by leading in what stands below it.
fn leads_in(paragraph: &str) -> bool {
    paragraph.ends_with(['：', ':']) || paragraph.ends_with("如下。")
}

#[cfg(test)]
mod tests;
