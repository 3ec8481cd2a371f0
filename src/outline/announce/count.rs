//! Counts that promise because the list right behind them has as many members: `平台由采集、计算、展示三层搭成。` before
//! 1. 2. 3., `（二）扮靓“五个街区”` above five points on 街区.
//!
//! In: nodes and their lists. Out: [`Announcement`]s, all kept. That number and place agree is the evidence; the noun may
//! be any, but a name in quotation marks must be carried by the members.

use super::promise::{count_at, counted_noun};
use super::{Announcement, Lists, Node, Verdict};
use crate::layout::{Block, BlockKind, sentences};
use crate::lexicon::{OutlineWords, is_han};
use crate::outline::numeral;
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};

/// Sentences before a list that are looked at.
const SENTENCES: usize = 2;

/// Bytes of a paragraph's end that are looked at.
const REACH: usize = 1200;

/// Paragraphs that may stand between a heading and the list below it.
const BELOW: usize = 3;

/// The longest noun, and the longest name in quotation marks, in characters.
const LONGEST: usize = 14;

/// A chain of as many members agrees with them by no chance, even where they do not carry its heads.
const LONG_LIST: usize = 5;

/// Announcements of lists that none of `found` has announced.
pub(super) fn find(
    text: &str,
    blocks: &[Block],
    nodes: &[Node],
    lists: &Lists<'_>,
    found: &[Announcement],
) -> Vec<Announcement> {
    let mut all = Vec::new();
    let mut told: FxHashMap<(Option<usize>, u32), Vec<Span>> = FxHashMap::default();
    for a in found {
        told.entry((a.node, a.found)).or_default().push(a.span);
    }
    let mut taken = FxHashSet::default();
    let below = below(nodes, lists);
    for (list, (&first, &size)) in lists.firsts.iter().zip(&lists.sizes).enumerate() {
        let Some(node) = nodes.get(first).filter(|_| size > 1) else { continue };
        // each announcement is kept by the first list behind it
        let told = told.get_mut(&(node.parent, size)).and_then(|told| {
            let before = told.partition_point(|s| s.end <= node.start());
            told.drain(..before).next_back()
        });
        let announcement = |span, count| Announcement {
            span,
            promised: Some(count),
            found: count,
            verdict: Verdict::Kept,
            node: node.parent,
        };
        let span = if let Some(told) = told {
            told
        } else {
            let of_list = nodes.iter().zip(lists.of).skip(first).filter(|(_, l)| **l == list);
            let said_of = |(n, _): (&Node, _)| (n.marker.map_or("", |m| m.of(text)), n.heading.of(text));
            let members: Vec<(&str, &str)> = of_list.map(said_of).take(size as usize).collect();
            let places = places(text, blocks, nodes, node);
            let said = places.into_iter().find_map(|place| said(text, place, &members));
            // what is promised once is promised of one list
            let Some(span) = said.filter(|s| !overlaps(found, *s) && taken.insert(s.start)) else { continue };
            all.push(announcement(span, size));
            span
        };
        // 从三个方面提出九条措施: what stands below the members is counted too
        let below = below.get(list).copied().unwrap_or(0);
        let rest = Span::new(span.end, node.start().max(span.end)).of(text);
        let ends = rest.char_indices().take(REACH / 3).find(|(_, c)| matches!(c, '。' | '\n')).map_or(0, |(i, _)| i);
        let rest = Span::new(span.end, span.end + ends);
        all.extend(
            (below > size).then(|| counted(text, rest, below, &[])).flatten().map(|span| announcement(span, below)),
        );
    }
    all
}

/// Whether a span has words in common with an announcement; these stand in text order.
fn overlaps(found: &[Announcement], span: Span) -> bool {
    found.get(found.partition_point(|a| a.span.end <= span.start)).is_some_and(|a| a.span.start < span.end)
}

/// Where a list may be announced, nearest first: the sentences right before its first member, the heading above.
fn places(text: &str, blocks: &[Block], nodes: &[Node], first: &Node) -> Vec<Span> {
    let at = first.start();
    let above = first.parent.and_then(|p| nodes.get(p));
    let block = blocks.partition_point(|b| b.span.end <= at);
    let Some(own) = blocks.get(block) else { return Vec::new() };
    let before = if own.span.start < at {
        Some(Span::new(own.span.start, at))
    } else {
        let above = blocks.get(..block).unwrap_or(&[]).iter().rev().take(BELOW);
        above.filter(|b| !is_caption(text, b)).map(|b| b.span).next()
    };
    let mut places = Vec::new();
    if let Some(before) = before {
        // not into what stands before the parent, nor into its heading
        let from = before.start.max(above.map_or(0, |a| a.heading.end)).max(before.end.saturating_sub(REACH));
        let from = (from..=before.end).find(|&i| text.is_char_boundary(i)).unwrap_or(before.end);
        let all: Vec<Span> = sentences(text, Span::new(from, before.end.max(from))).collect();
        places.extend(all.into_iter().rev().take(SENTENCES));
    }
    let near = |a: &&Node| blocks.partition_point(|b| b.span.end <= a.start()) + BELOW >= block;
    places.extend(above.filter(near).map(|a| a.heading));
    places
}

/// What only stands between: a caption, a page number.
fn is_caption(text: &str, block: &Block) -> bool {
    let line = block.span.of(text);
    block.kind == BlockKind::Boilerplate || line.starts_with(['图', '表']) && !line.contains('。')
}

/// How many nodes stand right below the members of each list.
fn below(nodes: &[Node], lists: &Lists<'_>) -> Vec<u32> {
    let mut below = vec![0; lists.sizes.len()];
    for parent in nodes.iter().filter_map(|n| n.parent) {
        if let Some(count) = lists.of.get(parent).and_then(|&list| below.get_mut(list)) {
            *count += 1;
        }
    }
    below
}

/// The name or count in a sentence or heading that is the number of the members.
fn said(text: &str, place: Span, members: &[(&str, &str)]) -> Option<Span> {
    let body = place.of(text);
    for (at, mark) in body.char_indices().filter(|(_, c)| matches!(c, '“' | '「')) {
        let name = body.get(at + mark.len_utf8()..).and_then(|t| t.split(['”', '」']).next()).unwrap_or("");
        let end = at + mark.len_utf8() + name.len() + '”'.len_utf8();
        let behind = body.get(end..).unwrap_or("");
        if name.chars().count() <= LONGEST && (is_carried(name, behind, members) || leads(name, behind, members)) {
            return Some(Span::new(place.start + at, place.start + end));
        }
    }
    counted(text, place, members.len() as u32, members)
}

/// Whether nothing but a mark parts a name from the members it counts: `“两大难题”，一是……；二是……。`
fn leads(name: &str, behind: &str, members: &[(&str, &str)]) -> bool {
    matches!(behind, "，" | "：" | "是" | "即")
        && parts(name).is_some_and(|parts| parts.iter().map(|p| p.0).sum::<u32>() as usize == members.len())
}

/// A count of a text, outside quotation marks, that says a number.
fn counted(text: &str, place: Span, wanted: u32, members: &[(&str, &str)]) -> Option<Span> {
    let body = place.of(text);
    let mut before = ' ';
    let mut quoted = false;
    for (at, c) in body.char_indices() {
        let last = core::mem::replace(&mut before, c);
        quoted = quoted && !matches!(c, '”' | '」') || matches!(c, '“' | '「');
        if quoted
            || is_numeral(last)
            || matches!(last, '第' | '.' | '+' | '—' | '前' | '近' | '超' | '约' | '新' | '各')
        {
            continue;
        }
        let Some((_, len, measure)) = count_at(body, at).filter(|count| count.0 == Some(wanted)) else { continue };
        let tail = body.get(at + len + measure.len()..).unwrap_or("");
        // 两种价格：一种是……，另一种是……: what counts them says so again
        let again = || measure.chars().count() < 3 && members.iter().all(|(marker, _)| marker.contains(measure));
        let fewest = if members.is_empty() || !again() { 3 } else { 2 };
        if let Some(noun) = noun(tail, measure, wanted, fewest) {
            let start = place.start + at;
            return Some(Span::new(start, start + len + measure.len() + noun));
        }
    }
    None
}

/// Bytes of the noun a count has; fewer than so many points are promised only by a noun of points.
fn noun(tail: &str, measure: &'static str, number: u32, fewest: u32) -> Option<usize> {
    if let Some(len) = counted_noun(tail, measure) {
        return Some(len);
    }
    // 议程有两项，一是……
    if matches!(measure, "项" | "条" | "件" | "种" | "类") && tail.starts_with(['，', '：']) {
        return Some(0);
    }
    let chars = tail.chars().take_while(|&c| is_han(c)).count();
    let len = tail.chars().take(chars).map(char::len_utf8).sum();
    let noun = tail.get(..len).unwrap_or("");
    let things = &OutlineWords::get().things;
    let thing = things.begin(noun) || things.end(noun);
    (number >= fewest && (2..=LONGEST).contains(&chars) && !thing).then_some(len)
}

/// Whether the members, each with its marker, carry a name: `三步法` 第一步 第二步 第三步, `三去一降一补` 去… 去… 去… 降… 补…, `三要` 要… 要… 要…; of a
/// long chain that ends its clause (`分作“三环四射”，`) it is enough that the numbers agree.
fn is_carried(name: &str, behind: &str, members: &[(&str, &str)]) -> bool {
    let Some(parts) = parts(name) else { return false };
    if parts.iter().map(|p| p.0).sum::<u32>() as usize != members.len() {
        return false;
    }
    let heads = parts.iter().flat_map(|&(number, head)| (0..number).map(move |_| head));
    let chain = parts.len() > 1;
    let carries = |head: &str, (marker, member): &(&str, &str)| {
        let Some(first) = head.chars().next() else { return false };
        // one character alone says much only at the start, and is a measure in 三步法
        let lone =
            if chain { member.contains(first) } else { member.starts_with(first) && head.len() == first.len_utf8() };
        let measured = matches!(first, '步' | '层' | '类') && (member.contains(first) || marker.contains(first));
        head.chars().nth(1).is_some() && member.contains(head) || lone || measured
    };
    let count = heads.zip(members).filter(|(head, member)| carries(head, member)).count();
    let ends = behind.is_empty() || behind.starts_with(['，', '。', '：', '；', '、', '（']);
    count == members.len() || chain && (count * 2 >= members.len() || members.len() >= LONG_LIST && ends)
}

/// The numbers of a name and their heads, without measure words; none where it is no such name.
fn parts(name: &str) -> Option<Vec<(u32, &str)>> {
    let mut parts = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let (number, len) = if let Some('两' | '双') = rest.chars().next() {
            (2, '两'.len_utf8())
        } else {
            let n = numeral::han(rest).or_else(|| numeral::arabic(rest)).filter(|n| n.value <= 30)?;
            (n.value, n.len)
        };
        let tail = rest.get(len..)?;
        let tail = tail.strip_prefix(['个', '大', '项', '条']).unwrap_or(tail);
        let end = tail.find(is_numeral).unwrap_or(tail.len());
        let head = tail.get(..end).filter(|h| !h.is_empty() && h.chars().all(is_han))?;
        parts.push((number, head));
        rest = tail.get(end..)?;
    }
    (!parts.is_empty()).then_some(parts)
}

fn is_numeral(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '亿' | '两' | '双')
}

#[cfg(test)]
mod tests {
    use crate::layout;

    fn announced(text: &str) -> Vec<String> {
        let outline = crate::outline::find(text, &layout::read(text));
        outline.announcements.iter().map(|a| format!("{} {}", a.span.of(text), a.found)).collect()
    }

    #[test]
    fn agreement_of_number_and_place_promises() {
        let body = "这件事要好好办，办出成效来，让群众满意。";
        let list = |names: &[&str]| -> String {
            let lines =
                names.iter().zip("一二三四五六七八九".chars()).map(|(name, n)| format!("（{n}）{name}\n{body}\n"));
            lines.collect::<Vec<_>>().concat()
        };
        let three = list(&["采集层", "传输层", "应用层"]);
        for (text, expected) in [
            (
                format!("一、总体架构\n平台由感知、网络、服务三个维度搭建，服务全市。\n{three}二、保障\n{body}"),
                vec!["三个维度 3"],
            ),
            (
                format!("一、总体架构\n全书凝练了3个典型场景，供各地参考。\n{three}二、保障\n{body}"),
                vec!["3个典型场景 3"],
            ),
            (format!("一、推进“三层”架构建设\n{body}\n{three}二、保障\n{body}"), vec!["“三层” 3"]),
            (
                format!("一、推进“两横一纵”建设\n{body}\n{}二、保障\n{body}", list(&["东横线", "西横线", "南北纵线"])),
                vec!["“两横一纵” 3"],
            ),
            (
                format!(
                    "一、总体架构\n本文从三个方面提出了六条措施，供各地执行。\n{}二、保障\n{body}",
                    three.replace(body, "1.抓早\n抓紧抓好。\n2.抓小\n抓紧抓好。")
                ),
                vec!["从三个方面 3", "六条措施 6"],
            ),
            (
                format!("一、传输有两层意思\n一个是快，再一个是准。\n{}二、保障\n{body}", list(&["要快", "要准"])),
                vec!["有两层意思 2"],
            ),
            (
                format!(
                    "一、总体布局\n今年的任务：“3项改造”。\n{}二、保障\n{body}",
                    list(&["改造村道", "改造水网", "改造校舍"])
                ),
                vec!["“3项改造” 3"],
            ),
            (
                format!(
                    "一、抓好四支队伍建设\n{body}\n{}二、保障\n{body}",
                    list(&["护林员", "护路员", "网格员", "调解员"])
                ),
                vec!["四支队伍建设 4"],
            ),
            (
                "同志们，今天的议程有两项，一是听取各村的汇报，二是安排下一步的工作。大家抓紧。".to_owned(),
                vec!["两项 2"],
            ),
            (
                format!(
                    "一、总体布局\n村里要理顺四对关系。\n{}二、保障\n{body}",
                    list(&["老人与孩子", "山上与山下", "买与卖", "借与还"])
                ),
                vec!["四对关系 4"],
            ),
            // two of a kind, said again by the members; a name right before them
            (
                "竹子卖出去有两种价钱：一种是挑到集上零卖，一根一个价；另一种是整车卖给厂里，按斤算。".to_owned(),
                vec!["两种价钱 2"],
            ),
            (
                "眼下碰上了“两大难处”。“两大难处”，一是路窄，大车进不来；二是缺水，旱季要到山下去挑。".to_owned(),
                vec!["“两大难处” 2"],
            ),
            ("眼下有两块难处地。一是路窄，大车进不来；二是缺水，旱季要到山下去挑。".to_owned(), vec![]),
            // another number; what is counted are places; a name whose members are others; told two paragraphs before
            (format!("一、总体架构\n全书凝练了4个典型场景，供各地参考。\n{three}二、保障\n{body}"), vec![]),
            (format!("一、总体架构\n用好山上、河边、田头三大市场等机遇，服务群众。\n{three}二、保障\n{body}"), vec![]),
            (format!("一、总体架构\n平台覆盖3个县，服务群众。\n{three}二、保障\n{body}"), vec![]),
            (format!("一、学习“三严三实”精神\n{body}\n{three}二、保障\n{body}"), vec![]),
            (format!("一、服务“三农”大局\n{body}\n{}二、保障\n{body}", list(&["兴农业", "富农民", "美农村"])), vec![]),
            (format!("一、增强“三个自觉”\n{body}\n{three}二、保障\n{body}"), vec![]),
            (format!("一、总体架构\n全书凝练了3个典型场景，供各地参考。\n{body}\n{three}二、保障\n{body}"), vec![]),
        ] {
            assert_eq!(announced(&text), expected, "{text}");
        }
    }
}
