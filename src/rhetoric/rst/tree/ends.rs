//! Where a point ends for the tree: the last of a list does not take in what is said of all.
//!
//! `一是修路。二是架桥。三是办学。各级政府都要抓好落实。` → the third ends before 各级; what follows the last section from
//! `各位代表！` or in `让我们…！` on closes the whole.
//!
//! In: units, their blocks' kinds, outline. Out: for each node the unit it ends before, never
//! behind its own end.

use super::features::Context;
use crate::layout::BlockKind;
use crate::lexicon::{OutlineWords, is_han};
use crate::outline::{Node, Outline, Scheme, begins_anew};
use crate::rhetoric::rst::edu::unit::{Level, Unit};
use crate::rhetoric::rst::relation::is_address;
use crate::span::Span;

/// How many members show what one of them takes; of pairs like 一方面 … 另一方面 the first does.
const ENOUGH: usize = 3;

/// Characters of a heading that a sentence repeats when it takes it up; and those of the heading
/// looked at.
const ECHO: usize = 6;
const LONGEST_HEADING: usize = 80;

/// Openers of a sentence that returns from the members of a list to all of it.
const RETURNS: [&str; 25] = [
    "在此基础上再",
    "在此基础上，再",
    "综合权衡",
    "综合考虑",
    "综合分析",
    "这些",
    "通过这些",
    "通过上述",
    "通过以上",
    "通过采取",
    "通过持续",
    "要通过这",
    "唯有",
    "只有这样",
    "上述",
    "总的看",
    "总的来看",
    "各级政府",
    "各级党委",
    "各级各部门",
    "各地区各部门",
    "各地区、各部门",
    "我们相信",
    "我们坚信",
    "我们深信",
];

/// Openers of the last paragraph below a heading that adds what no point is about.
const BESIDES: [&str; 3] = ["同时，", "与此同时，", "此外，"];

/// Openers of a paragraph that leaves the points for the time they all are of.
const TIMES: [&str; 10] = [
    "刚刚过去的",
    "一年来，",
    "五年来，",
    "几年来，",
    "过去一年，",
    "过去五年，",
    "去年，",
    "今年是",
    "展望",
    "过去的",
];

/// Who is called out to in running text.
const ADDRESSES: [&str; 6] = ["各位代表", "同志们", "各位委员", "各位同志", "朋友们", "乡亲们"];

/// What a speaker closes with.
const CALLS: [&str; 13] =
    ["团结", "奋斗", "携手", "前进", "贡献", "胜利", "明天", "未来", "努力", "辉煌", "篇章", "复兴", "梦"];

/// For each node of the outline the unit it ends before.
pub fn ends(text: &str, context: &Context, kinds: &[BlockKind], outline: &Outline) -> Vec<usize> {
    let units = context.units();
    let at = |offset: usize| units.partition_point(|u| u.span.start < offset);
    let nodes = &outline.nodes;
    let mut points: Vec<Point> = nodes
        .iter()
        .map(|n| Point {
            from: at(n.span.start),
            body: at(n.heading.end.max(n.span.start + 1)),
            to: at(n.span.end),
            inner: 0,
        })
        .collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // The group that the last child of each node, of each document, is in.
    let mut open: Vec<Option<usize>> = vec![None; nodes.len()];
    let mut tops: Vec<Option<usize>> = Vec::new();
    for (n, node) in nodes.iter().enumerate() {
        let begins = points.get(n).map_or(0, |p| p.from);
        if let Some(above) = node.parent.and_then(|p| points.get_mut(p)) {
            above.inner = begins;
        }
        if node.document >= tops.len() {
            tops.resize(node.document + 1, None);
        }
        let slot = match node.parent {
            Some(parent) => open.get_mut(parent),
            None => tops.get_mut(node.document),
        };
        let Some(slot) = slot else { continue };
        let goes_on = slot.and_then(|g| groups.get(g)?.last()).and_then(|&m| nodes.get(m));
        if goes_on.is_none_or(|before| before.scheme != node.scheme || begins_anew(before.ordinal, node.ordinal)) {
            *slot = Some(groups.len());
            groups.push(Vec::new());
        }
        if let Some(group) = slot.and_then(|g| groups.get_mut(g)) {
            group.push(n);
        }
    }
    let reading = Reading { text, context, kinds, nodes, last: last_paragraphs(units, kinds) };
    // A parent is in an earlier group than its children.
    for group in &groups {
        let Some(&first) = group.first() else { continue };
        let above = nodes.get(first).and_then(|n| points.get(n.parent?)).map_or(usize::MAX, |p| p.to);
        let members: Vec<Point> = group.iter().filter_map(|&n| points.get(n).copied()).collect();
        for &n in group {
            if let Some(point) = points.get_mut(n) {
                point.to = reading.before_address(point.to.min(above), point.body.max(point.inner + 1));
            }
        }
        let Some((&last, point)) = group.last().and_then(|last| Some((last, *points.get(*last)?))) else { continue };
        let to = reading.end(last, point, &members).unwrap_or(point.to);
        if let Some(point) = points.get_mut(last) {
            point.to = to;
        }
    }
    points.into_iter().map(|p| p.to).collect()
}

/// A node in units.
#[derive(Clone, Copy)]
struct Point {
    from: usize,
    /// The first unit behind its heading.
    body: usize,
    /// The unit it ends before.
    to: usize,
    /// Where the last node right below it begins; 0 for none.
    inner: usize,
}

struct Reading<'r, 'u> {
    text: &'r str,
    context: &'r Context<'u>,
    kinds: &'r [BlockKind],
    nodes: &'r [Node],
    /// The first unit of the last paragraph of each text in the file.
    last: Vec<usize>,
}

impl Reading<'_, '_> {
    /// Where the last member of a list ends.
    fn end(&self, node: usize, point: Point, members: &[Point]) -> Option<usize> {
        let node = self.nodes.get(node)?;
        let heading = node.heading.of(self.text);
        if OutlineWords::get().closes.contains(&heading.trim_end_matches(['：', ':'])) {
            return None;
        }
        let low = point.body.max(point.from + 1).max(point.inner + 1);
        let before = members.split_last().map_or(&[][..], |(_, before)| before);
        let inline = self.unit(point.from).is_some_and(|u| !u.opens_paragraph);
        let mut found = self.counted(node, point, before, inline).filter(|&to| to > point.inner);
        let upto = found.unwrap_or(point.to);
        let others_return = before.iter().any(|m| (m.from + 1..m.to).any(|u| self.returns(u, false)));
        // What stands right below a heading on its own line is the least it has.
        let headed = self.unit(point.body.saturating_sub(1)).is_some_and(|u| u.level == Level::Paragraph);
        for unit in low..upto {
            let opens = self.opens_sentence(unit) && !(headed && unit == point.body);
            let ends = self.adds(unit, point, before)
                || self.addresses(unit)
                || self.closes(unit)
                || self.calls_to_action(unit, point, before)
                || self.cries_out(unit, point, before)
                || !before.is_empty() && self.echoes(unit, point, node)
                || !others_return && self.returns(unit, headed);
            if opens && ends {
                found = Some(unit);
                break;
            }
        }
        found
    }

    /// What ends a point but calls to those addressed, a line of its own, opens what comes behind
    /// it.
    fn before_address(&self, to: usize, low: usize) -> usize {
        let calls = |u: &usize| self.kinds.get(*u) == Some(&BlockKind::Salutation);
        to - (low..to).rev().take_while(calls).count()
    }

    fn unit(&self, unit: usize) -> Option<&Unit> {
        self.context.unit(unit)
    }

    fn opens_sentence(&self, unit: usize) -> bool {
        unit.checked_sub(1).and_then(|u| self.unit(u)).is_some_and(|u| u.level >= Level::Sentence)
    }

    /// By how much the members before take: one paragraph each, or one sentence each in a list
    /// inside a paragraph.
    fn counted(&self, node: &Node, point: Point, before: &[Point], inline: bool) -> Option<usize> {
        let pair = node.scheme == Scheme::OrdinalWord;
        // A head without number names its paragraph.
        let run_in = matches!(node.scheme, Scheme::Parallel | Scheme::Bare) && !inline;
        let enough = if pair || run_in { 1 } else { ENOUGH - 1 };
        if before.len() < enough || node.scheme == Scheme::Chapter {
            return None;
        }
        let level = if inline { Level::Sentence } else { Level::Paragraph };
        if pair && !inline || before.iter().any(|m| self.context.highest(m.from, m.to.max(1) - 1) >= level) {
            return None;
        }
        let end = (point.from..point.to).find(|&u| self.unit(u).is_some_and(|u| u.level >= level))?;
        let leads_in = self.unit(end).is_some_and(|u| matches!(u.end, '：' | ':'));
        (!leads_in && end + 1 < point.to).then_some(end + 1)
    }

    /// Whether the last paragraph of a point, one of several, goes beyond it.
    fn adds(&self, unit: usize, point: Point, before: &[Point]) -> bool {
        let Some(opening) = self.unit(unit).filter(|u| u.opens_paragraph && before.len() + 1 >= ENOUGH) else {
            return false;
        };
        let said = opening.span.of(self.text).trim_start();
        BESIDES.iter().any(|w| said.starts_with(w))
            && self.context.highest(unit, point.to.max(1) - 1) < Level::Paragraph
    }

    /// Whether a sentence begins by calling out to those addressed.
    fn addresses(&self, unit: usize) -> bool {
        let Some(opening) = self.unit(unit) else { return false };
        // 各位代表，支持修路架桥…: one unit with what follows.
        let calls = || {
            let said = opening.span.of(self.text).trim_start();
            let called = said.split(['，', '！', '：']).next().unwrap_or(said);
            called.len() < said.len() && ADDRESSES.contains(&called)
        };
        self.kinds.get(unit) == Some(&BlockKind::Salutation)
            || is_address(opening)
            || opening.opens_paragraph && calls()
    }

    /// Whether a sentence returns to all that was said; under a heading on its own line only a
    /// paragraph does.
    fn returns(&self, unit: usize, headed: bool) -> bool {
        let Some(opening) = self.unit(unit).filter(|_| self.opens_sentence(unit)) else { return false };
        let said = opening.span.of(self.text).trim_start();
        let words = OutlineWords::get();
        let any = |list: &[&str]| list.iter().any(|w| said.starts_with(w));
        // 为了保证以上措施落实，
        let clause = said.split(['，', ',', '：']).next().unwrap_or(said);
        let above = ["以上", "上述"].iter().any(|w| clause.contains(w)) || counts_back(clause);
        let whole = above || any(&words.sums) || any(&words.wholes);
        if headed {
            opening.opens_paragraph && whole
        } else {
            any(&RETURNS) || whole || opening.opens_paragraph && any(&TIMES)
        }
    }

    /// Whether the last paragraph of a point, one of several whose paragraphs end calmly, calls out
    /// what all of them come to.
    fn calls_to_action(&self, unit: usize, point: Point, before: &[Point]) -> bool {
        if before.is_empty() || !self.unit(unit).is_some_and(|u| u.opens_paragraph) {
            return false;
        }
        let Some(last) = point.to.checked_sub(1).filter(|&last| self.context.highest(unit, last) < Level::Paragraph)
        else {
            return false;
        };
        let loud = |to: usize| to.checked_sub(1).and_then(|u| self.unit(u)).is_some_and(|u| u.end == '！');
        let calls = |u: &Unit| CALLS.iter().any(|w| u.span.of(self.text).contains(w));
        let called = (unit..=last).filter_map(|u| self.unit(u)).any(calls);
        called && loud(last + 1) && !before.iter().any(|m| loud(m.to))
    }

    /// Whether the last sentence of a point takes up the heading above the list, not its own: below
    /// `抓好乡村道路建设` the list 一是 … 三是 … ends before `乡村道路建设关系千家万户。`
    fn echoes(&self, unit: usize, point: Point, node: &Node) -> bool {
        let Some(above) = node.parent.and_then(|p| self.nodes.get(p)) else { return false };
        let Some(last) = point.to.checked_sub(1).filter(|&last| self.context.highest(unit, last) < Level::Sentence)
        else {
            return false;
        };
        let Some((opening, ending)) = self.unit(unit).zip(self.unit(last)) else { return false };
        let said = Span::new(opening.span.start, ending.span.end).of(self.text);
        let own = node.heading.of(self.text);
        let heading: Vec<char> = above.heading.of(self.text).chars().take(LONGEST_HEADING).collect();
        heading.windows(ECHO).filter(|w| w.iter().all(|&c| is_han(c))).any(|words| {
            let words: String = words.iter().collect();
            said.contains(&words) && !own.contains(&words)
        })
    }

    /// Whether the last sentence of a point cries out what all of a time came to, where those
    /// before end calmly: `五年来，全县面貌一新！`
    fn cries_out(&self, unit: usize, point: Point, before: &[Point]) -> bool {
        let Some(opening) = self.unit(unit).filter(|_| !before.is_empty()) else { return false };
        let said = opening.span.of(self.text).trim_start();
        let Some(last) = point.to.checked_sub(1).filter(|&last| self.context.highest(unit, last) < Level::Sentence)
        else {
            return false;
        };
        let loud = |to: usize| to.checked_sub(1).and_then(|u| self.unit(u)).is_some_and(|u| u.end == '！');
        TIMES.iter().any(|w| said.starts_with(w)) && loud(last + 1) && !before.iter().any(|m| loud(m.to))
    }

    /// Whether the text closes here: its last paragraph calls to action or says from when it
    /// applies.
    fn closes(&self, unit: usize) -> bool {
        let next = self.last.partition_point(|&last| last <= unit);
        let Some(&last) = next.checked_sub(1).and_then(|n| self.last.get(n)) else { return false };
        let upto = self.last.get(next).copied().unwrap_or(self.kinds.len());
        let body = |u: &usize| self.kinds.get(*u) == Some(&BlockKind::Paragraph);
        let units = || (unit..upto).take_while(body).filter_map(|u| self.unit(u));
        let Some(opening) = self.unit(unit).map(|u| u.span.of(self.text).trim_start()) else { return false };
        if opening.starts_with("让我们") {
            return true;
        }
        if unit != last {
            return false;
        }
        let calls = |u: &Unit| {
            let said = u.span.of(self.text);
            said.contains("让我们") || u.end == '！' && CALLS.iter().any(|w| said.contains(w))
        };
        let applies = opening.starts_with('本') && units().any(|u| u.span.of(self.text).contains("施行"));
        applies || units().any(calls)
    }
}

/// `在这两方面`, `这三件事`, `这几项工作`: as many things as were named.
fn counts_back(clause: &str) -> bool {
    clause.split_once('这').is_some_and(|(before, behind)| {
        before.chars().count() <= 2
            && behind.starts_with(['两', '二', '三', '四', '五', '六', '七', '八', '九', '几'])
            && !behind.chars().nth(1).is_some_and(|c| matches!(c, '年' | '天' | '月' | '时' | '十' | '日'))
    })
}

/// Where the last paragraph of running text of each text in a file begins.
fn last_paragraphs(units: &[Unit], kinds: &[BlockKind]) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    let mut paragraph = None;
    for (n, (unit, kind)) in units.iter().zip(kinds).enumerate() {
        match kind {
            BlockKind::Paragraph if unit.opens_paragraph => paragraph = Some(n),
            BlockKind::Title => out.extend(paragraph.take()),
            _ => {}
        }
    }
    out.extend(paragraph);
    out
}

#[cfg(test)]
mod tests;
