//! Announcements: promises of a number of points, tied to the list that keeps them.
//!
//! In: text, blocks, nodes with the list each belongs to. Out: [`Announcement`]s with verdict. A plain promise
//! (`我讲三点意见`) stays open when nothing answers; a count that may describe something else is an announcement
//! only when the very next list keeps it.

mod count;
pub(crate) mod promise;

use super::alone::Body;
use super::{Announcement, Node, Verdict};
use crate::layout::BlockKind;
use crate::span::Span;
use promise::{Promise, Strength};

/// Paragraphs that may stand between a promise and the list that keeps it.
const NEAR: usize = 3;
/// The same for a plain promise.
const NEAR_PLAIN: usize = 8;

/// Bytes within which a list follows at once.
const AT_ONCE: usize = 30;
/// Members of a list whose number is no chance.
const LONG_LIST: u32 = 5;

/// Bytes of the longest member of a series.
const LONGEST_ITEM: usize = 90;

/// Announcements of one document. `lists` names the list of each node; nodes of one list share a number.
pub(crate) fn find(document: Body, nodes: &[Node], lists: &[usize]) -> Vec<Announcement> {
    let Body { text, blocks, first: offset, .. } = document;
    let lists = Lists::of(lists);
    let mut found: Vec<Announcement> = Vec::new();
    for (i, block, alone) in document.iter() {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Title | BlockKind::Subtitle) {
            continue;
        }
        for promise in alone.running.promises.iter().map(|p| p.moved(block.span.start)) {
            let next_node = nodes.partition_point(|n| n.start() < promise.span.end);
            let answer = nodes.get(next_node).zip(lists.of.get(next_node)).and_then(|(node, &list)| {
                let first = lists.firsts.get(list) == Some(&next_node);
                let limit = if promise.strength == Strength::Plain { NEAR_PLAIN } else { NEAR };
                let reach = blocks.get(i - offset + limit + 1).map_or(usize::MAX, |b| b.span.start);
                let near = node.start() < reach || block.kind == BlockKind::Title;
                (first && near).then(|| (node.parent, lists.sizes.get(list).copied().unwrap_or(0), list))
            });
            let members = |list: usize| {
                let of_list = nodes.iter().zip(lists.of).skip(next_node).filter(move |(_, l)| **l == list);
                of_list.map(|(n, _)| n.heading).take(30)
            };
            let announcement = match answer {
                Some((node, size, list)) => {
                    let next = || blocks.get(i - offset + 1).map(|b| b.span.start);
                    let begun =
                        || next() == nodes.get(next_node).map(Node::start) && ends(text, promise, block.span.end);
                    let cut = || begun() && is_cut(nodes.get(next_node..).unwrap_or(&[]));
                    kept(text, promise, node, size, || members(list).collect())
                        .or_else(|| cut_off(promise, node, size).filter(|_| cut()))
                }
                None => open(promise),
            };
            // 把握好以下几个方面：坚持甲，……。坚持乙，……。: the list begins right there
            let at_once = answer.is_some()
                && nodes.get(next_node).is_some_and(|n| n.start() <= promise.span.end + '：'.len_utf8());
            if at_once {
                found.extend(announcement);
                continue;
            }
            let by_list = announcement.filter(|a| a.verdict == Verdict::Kept && a.promised.is_some());
            found.extend(match series(text, promise, block.span.end) {
                // what the sentence itself lists is promised no longer, unless under a name its members bear
                Some(items) => by_list.or_else(|| named(promise, &items, text)),
                None => announcement,
            });
        }
    }
    let mut found = one_each(found);
    found.extend(count::find(text, blocks, nodes, &lists, &found));
    found.sort_by_cached_key(|a| (a.span.start, 0_usize));
    found
}

/// Which list each node belongs to, how many belong to each, and which is its first.
struct Lists<'l> {
    of: &'l [usize],
    sizes: Vec<u32>,
    firsts: Vec<usize>,
}

impl<'l> Lists<'l> {
    fn of(of: &'l [usize]) -> Self {
        let mut sizes = vec![0; of.iter().max().map_or(0, |m| m + 1)];
        let mut firsts = vec![usize::MAX; sizes.len()];
        for (i, &list) in of.iter().enumerate() {
            if let (Some(size), Some(first)) = (sizes.get_mut(list), firsts.get_mut(list)) {
                *size += 1;
                *first = (*first).min(i);
            }
        }
        Self { of, sizes, firsts }
    }
}

/// Judges a promise by the list that follows it.
fn kept(
    text: &str,
    p: Promise,
    node: Option<usize>,
    size: u32,
    members: impl Fn() -> Vec<Span>,
) -> Option<Announcement> {
    let verdict = match p.number {
        None if size >= 2 => Verdict::Kept,
        None => Verdict::Short,
        Some(n) if size == n => Verdict::Kept,
        Some(n) if size < n => Verdict::Short,
        Some(_) => Verdict::Over,
    };
    if let Some(noun) = p.quoted {
        // A quoted name announces only when the members carry its noun, or a long list of as many follows at once.
        let members = members();
        let carried = members.iter().filter(|m| m.of(text).contains(noun.of(text))).count();
        let close = members.first().is_some_and(|m| m.start < p.span.end + AT_ONCE) && size >= LONG_LIST;
        if verdict != Verdict::Kept || carried * 2 < size as usize && !close {
            return None;
        }
    }
    let sure = p.strength == Strength::Plain || verdict == Verdict::Kept;
    sure.then_some(Announcement { span: p.span, promised: p.number, found: size, verdict, node })
}

/// A count of three and more whose list the end of an excerpt has cut off.
fn cut_off(p: Promise, node: Option<usize>, size: u32) -> Option<Announcement> {
    let cut = p.quoted.is_none() && p.number.is_some_and(|n| n > 2 && size < n);
    cut.then_some(Announcement { span: p.span, promised: p.number, found: size, verdict: Verdict::Short, node })
}

/// Whether a list that begins with its number one goes on to the end of the text.
fn is_cut(list: &[Node]) -> bool {
    let one = |n: &&Node| n.marker.is_some() && n.ordinal == Some(1);
    list.first().filter(one).is_some_and(|first| list.iter().all(|n| n.depth >= first.depth))
}

/// Whether a promise ends its paragraph.
fn ends(text: &str, p: Promise, end: usize) -> bool {
    Span::new(p.span.end, end.max(p.span.end)).of(text).trim_matches(['。', '：', ':', ' ', '\u{3000}']).is_empty()
}

/// The series in which the rest of a sentence keeps a promise: `以下三个方面：甲、乙、丙。`, `“三要”，即要甲、要乙、要丙。`,
/// `“三个必须”，必须甲；必须乙；必须丙。`
fn series(text: &str, p: Promise, end: usize) -> Option<Vec<&str>> {
    let rest = Span::new(p.span.end, end.max(p.span.end)).of(text).trim_start_matches('”');
    // “三个更加”的要求，即……
    let rest = ["的要求", "的原则", "的方针"].iter().find_map(|w| rest.strip_prefix(w)).unwrap_or(rest);
    let leads = ["：", "，即", "，就是", "，也就是", "，分别是", "（"];
    let at_once =
        || rest.strip_prefix('，').filter(|rest| p.quoted.is_some_and(|noun| rest.starts_with(noun.of(text))));
    let list = leads.iter().find_map(|w| rest.strip_prefix(w)).or_else(at_once)?;
    let list = list.get(..list.find(['。', '！', '）', '：']).unwrap_or(list.len()))?;
    let by = |mark: char| list.split(mark).map(str::trim).collect::<Vec<_>>();
    let counts = |items: &[&str]| p.number.map_or(items.len() > 2, |n| items.len() == n as usize);
    let fits = |items: &Vec<&str>| counts(items) && items.iter().all(|i| (3..=LONGEST_ITEM).contains(&i.len()));
    // commas stand inside what semicolons part
    let marks: &[char] = if list.contains('；') { &['、', '；'] } else { &['、', '，'] };
    marks.iter().map(|&mark| by(mark)).find(fits)
}

/// A quoted name whose members are listed right behind it.
fn named(p: Promise, items: &[&str], text: &str) -> Option<Announcement> {
    let noun = p.quoted?.of(text);
    items.iter().all(|i| i.contains(noun)).then_some(Announcement {
        span: p.span,
        promised: p.number,
        found: items.len() as u32,
        verdict: Verdict::Kept,
        node: None,
    })
}

/// A plain promise without a list.
fn open(p: Promise) -> Option<Announcement> {
    (p.strength == Strength::Plain).then_some(Announcement {
        span: p.span,
        promised: p.number,
        found: 0,
        verdict: Verdict::Open,
        node: None,
    })
}

/// Of several promises kept by one list the last before it counts; the list is promised once.
fn one_each(found: Vec<Announcement>) -> Vec<Announcement> {
    let mut out: Vec<Announcement> = Vec::new();
    for a in found {
        let same = |b: &Announcement| b.verdict == a.verdict && b.node == a.node && b.found == a.found && a.found > 0;
        if out.last().is_some_and(same) && a.promised == out.last().and_then(|b| b.promised) {
            out.pop();
        }
        out.push(a);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::layout;
    use crate::outline::Verdict::{self, Kept, Open, Short};

    fn announced(text: &str) -> Vec<(String, u32, Verdict)> {
        let outline = crate::outline::find(text, &layout::read(text));
        outline.announcements.iter().map(|a| (a.span.of(text).to_owned(), a.found, a.verdict)).collect()
    }

    #[test]
    fn what_keeps_a_promise() {
        let list = "一是查漏补缺，把短板补上；二是举一反三，把制度建好；三是跟踪问效，把成果用好。";
        for (text, expected) in [
            (format!("下一步，我强调三点意见：{list}"), vec![("强调三点意见", 3, Kept)]),
            (format!("下一步，我强调四点意见：{list}"), vec![("强调四点意见", 3, Short)]),
            (format!("现有渠道计有以下三类：{list}"), vec![("有以下三类", 3, Kept)]),
            ("下面，我讲三点意见。先把情况说一说。".to_owned(), vec![("讲三点意见", 0, Open)]),
            ("下面，我讲几点意见，供大家参考。先把情况说一说。".to_owned(), vec![("讲几点意见", 0, Open)]),
            ("刚才大家讲了几点意见。先把情况说一说。".to_owned(), vec![]),
            // cut off at the end of an excerpt
            ("重点做好八个方面工作。\n（一）修路。把通村的路修好。\n".to_owned(), vec![("八个方面工作", 1, Short)]),
            ("重点做好八个方面工作，抓紧抓实。\n（一）修路。把通村的路修好。\n".to_owned(), vec![]),
            // a name whose members the sentence lists
            (
                "全站职工坚持“三个必须”，必须按时到岗，必须当面交接，必须如实登记。".to_owned(),
                vec![("坚持“三个必须", 3, Kept)],
            ),
            (
                "会上提出了“三个更加”的要求，即更加细致，更加耐心，更加准时。".to_owned(),
                vec![("提出了“三个更加", 3, Kept)],
            ),
            (format!("全站职工坚持“三个必须”，人人到岗。{list}"), vec![]),
            // the sentence lists them; what comes behind is another list
            (format!("办法主要有以下几种：张榜公布、登门说明、电话答复。措施要跟上：{list}"), vec![]),
        ] {
            let found = announced(&text);
            let found: Vec<_> = found.iter().map(|(words, n, verdict)| (words.as_str(), *n, *verdict)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
