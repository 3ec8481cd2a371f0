//! Heads that an announcement names or counts; two are enough, and their frames need not be equal.
//! `处理好对内、对外两个关系` … paragraphs opening with `对内，` and `对外，`;
//! `包含两层意思。…对机关来讲，…。对企业来讲，…。` inside one paragraph.

use super::{Document, Head, Paragraph, bare, bare_span, frame, has_clause_mark, to_first_stop};
use crate::lexicon::is_han;
use crate::outline::Evidence;
use crate::outline::announce::promise;
use crate::outline::point::Standing;
use crate::span::Span;
use rustc_hash::FxHashSet;

/// The longest name of a series, in characters.
const LONGEST: usize = 8;

/// Paragraphs behind one that leads in, in the midst of a section.
const NEAR: usize = 8;

/// Sentences behind a count within which its points must come.
const BEHIND: usize = 16;

/// The longest sentence that takes up one of two things, in characters.
const LONGEST_SHORT: usize = 18;

/// The longest phrase that ends in 方面, in characters.
const LONGEST_FIELD: usize = 20;

/// The longest list counted in a paragraph.
const MOST: u32 = 12;

/// Characters before the first name of a series.
const LONGEST_LEAD: usize = 16;

/// With what a sentence goes on behind its subject.
const PREDICATES: [&str; 13] =
    ["就是", "用于", "主要", "包括", "是", "为", "指", "要", "重点", "负责", "，", "：", "的"];

/// Heads named by the heading above their section, or counted in their own paragraph.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    for section in document.sections() {
        // What announces: the heading above, or else a paragraph that leads in: the first, or one that counts.
        let Some(&start) = section.first() else { continue };
        let above = start.checked_sub(1).and_then(|i| document.paragraphs.get(i));
        let heading = above.and_then(|p| p.opened).map(|p| p.heading);
        let below = || if above.is_some_and(Paragraph::is_heading) { document.below(start) } else { section.clone() };
        let found =
            heading.map(|h| named(document, &below(), h.of(document.text))).filter(|n| n.len() > 1).or_else(|| {
                section.iter().enumerate().find_map(|(at, &i)| {
                    let lead = document.paragraphs.get(i).filter(|p| at == 0 || p.counts)?.sentences.last()?;
                    let behind = section.get(at + 1..)?;
                    let behind = behind.get(..NEAR).filter(|_| at > 0).unwrap_or(behind);
                    Some(named(document, behind, lead.of(document.text))).filter(|n| n.len() > 1)
                })
            });
        if let Some(found) = found {
            heads.extend(
                found.into_iter().map(|(paragraph, heading)| head(paragraph, heading, Standing::Opening, group)),
            );
            group += 1;
        }
    }
    let taken: FxHashSet<usize> = heads.iter().map(|h| h.paragraph).collect();
    for (i, p) in document.paragraphs.iter().enumerate() {
        let found = named_in(document, i, p);
        if found.iter().all(|(at, _)| !taken.contains(at)) {
            heads.extend(found.into_iter().map(|(at, heading)| head(at, heading, Standing::Opening, group)));
            group += 1;
        }
    }
    for (i, p) in document.paragraphs.iter().enumerate().filter(|(_, p)| p.counts) {
        let look = || counted(document, p).into_iter().chain(listed(document, p)).collect();
        for members in document.inside(p, |known| &known.counted, look) {
            heads.extend(members.into_iter().map(|heading| head(i, heading, Standing::Inside, group)));
            group += 1;
        }
    }
    heads
}

/// Heads that take up two things of one kind, one group a section.
pub(super) fn find_pairs(document: &Document) -> Vec<Head> {
    let pairs = document.sections().into_iter().filter_map(|section| two_of_a_kind(document, &section)).enumerate();
    pairs.flat_map(|(group, pair)| pair.into_iter().map(move |(i, h)| head(i, h, Standing::Opening, group))).collect()
}

/// Two things of one kind named in a clause, and paragraphs that open with a short sentence about each: `继续办好镇里的夜间学校和
/// 村里的农民学校，……。` / `夜间学校要方便群众。……` / `农民学校要常办常新。……`; others may carry on the first.
fn two_of_a_kind(document: &Document, section: &[usize]) -> Option<Vec<(usize, Span)>> {
    let short = |i: usize| {
        let p = document.paragraphs.get(i).filter(|p| p.sentences.len() > 1)?;
        let first = p.first();
        let fits = first.len() <= 4 * LONGEST_SHORT && first.of(document.text).ends_with('。');
        Some(bare_span(document.text, first)).filter(|h| fits && !has_clause_mark(h.of(document.text)))
    };
    section.iter().zip(1..).find_map(|(&i, behind)| {
        let first = *section.get(behind).filter(|&&next| next == i + 1)?;
        let heading = short(first)?;
        let lead = document.paragraphs.get(i)?.sentences.last()?.of(document.text);
        let (a, b) = lead.split('，').find_map(|clause| {
            let (a, b) = clause.split_once('和').map(|(a, b)| (name(a), name(bare(b))))?;
            let (a, b) = a.zip(b).filter(|(a, b)| a != b && frame::common_suffix(a, b) >= 2)?;
            heading.of(document.text).contains(a).then_some((a, b))
        })?;
        let only_b = |words: &str| words.contains(b) && !words.contains(a);
        let mut others = section.get(behind + 1..)?.iter().take(NEAR);
        let second = others.find_map(|&j| Some((j, short(j).filter(|h| only_b(h.of(document.text)))?)))?;
        (!heading.of(document.text).contains(b)).then(|| vec![(first, heading), second])
    })
}

/// The last four characters of a phrase, which name a thing.
fn name(phrase: &str) -> Option<&str> {
    let (at, _) = phrase.char_indices().rev().nth(3)?;
    phrase.get(at..).filter(|name| name.chars().all(is_han) && !name.contains(['的', '了']))
}

fn head(paragraph: usize, heading: Span, standing: Standing, group: usize) -> Head {
    Head::parallel(paragraph, heading, standing, Evidence::Announced, group)
}

/// Paragraphs of a section that open with a name out of a series in the announcing words.
fn named(document: &Document, section: &[usize], words: &str) -> Vec<(usize, Span)> {
    let series = series(words);
    if series.len() < 2 {
        return Vec::new();
    }
    // of two, one may say what the other is
    let longest = series.iter().filter(|_| series.len() > 2).map(|item| item.len()).max().unwrap_or(0);
    let opening = |i: usize| document.paragraphs.get(i).map(|p| (p, frame::opening(p.first().of(document.text))));
    let mut found: Vec<(usize, Span, usize)> = section
        .iter()
        .filter_map(|&i| {
            let (p, phrase) = opening(i)?;
            let subjects = subjects(phrase, longest);
            let item = series.iter().position(|item| names(item, phrase) || says_what(item, &subjects))?;
            Some((i, to_first_stop(document.text, p.first()), item))
        })
        .collect();
    found.dedup_by_key(|f| f.2);
    let ordered = found.iter().zip(found.iter().skip(1)).all(|(a, b)| a.2 < b.2);
    if found.len() < 2 || !ordered {
        return Vec::new();
    }
    // A member whose paragraph names it in quotation marks: “上”, where 对中， and 对下， open the others.
    for (item, name) in series.iter().enumerate() {
        if found.iter().any(|f| f.2 == item) {
            continue;
        }
        let Some(core) = name.chars().next_back() else { continue };
        let quoted = format!("“{core}”");
        let free = section.iter().copied().filter(|i| found.iter().all(|f| f.0 != *i));
        let hit = free.filter_map(|i| Some((i, opening(i)?))).find(|(_, (_, phrase))| phrase.contains(&quoted));
        if let Some((i, (p, _))) = hit {
            found.push((i, to_first_stop(document.text, p.first()), item));
        }
    }
    found.sort_by_cached_key(|f| (f.0, 0_usize));
    if !found.iter().zip(found.iter().skip(1)).all(|(a, b)| a.2 < b.2) {
        return Vec::new();
    }
    found.into_iter().map(|(i, heading, _)| (i, heading)).collect()
}

/// Paragraphs that open with the names a numbered paragraph right above them has listed: `第一，把握总要求。总要求是“勤学习、强本领、干实事”。`
fn named_in(document: &Document, at: usize, p: &Paragraph) -> Vec<(usize, Span)> {
    if !p.is_open() || p.is_heading() {
        return Vec::new();
    }
    let free = |i: &usize| document.paragraphs.get(*i).is_some_and(|p| !p.is_open() && !p.parted);
    let behind: Vec<usize> = (at + 1..at + BEHIND).take_while(free).collect();
    if behind.len() < 3 {
        return Vec::new();
    }
    let mut found = p.sentences.iter().rev().take(NEAR).map(|s| named(document, &behind, s.of(document.text)));
    found.find(|named| named.len() > 2).unwrap_or_default()
}

/// The names of a series: what stands between 、和与 in the announcing words; the first may have words before it,
/// the last words behind.
fn series(words: &str) -> Vec<&str> {
    let parts: Vec<&str> = bare(words).split(['、', '和', '与', '及']).collect();
    if parts.len() < 2 {
        return Vec::new();
    }
    parts.into_iter().map(|part| part.rsplit(['，', '。', '：', '；']).next().unwrap_or(part)).collect()
}

/// Whether an opening phrase is the name, or the name with the words around the series left out.
fn names(item: &str, phrase: &str) -> bool {
    let chars = || phrase.chars().count();
    let takes_up = || {
        // `关于增长目标。` takes up 增长 of `对增长和物价两个指标作些说明`.
        let subject = phrase.strip_prefix("关于")?;
        let mut openings =
            subject.char_indices().skip(2).map(|(at, _)| subject.get(..at)).chain([Some(subject)]).flatten();
        openings.find(|words| item.ends_with(words) || item.starts_with(words))
    };
    (item.ends_with(phrase) || item.starts_with(phrase)) && (2..=LONGEST).contains(&chars())
        || takes_up().is_some() && (4..=2 * LONGEST).contains(&chars())
}

/// What an opening phrase may say something of, in at most so many bytes: `地基层` in `地基层是平台的底座，`.
fn subjects(phrase: &str, longest: usize) -> Vec<&str> {
    let near = phrase.get(..phrase.ceil_char_boundary(longest + 1)).unwrap_or(phrase);
    let subjects = near.match_indices(['是', '为', '指']).filter_map(|(at, _)| phrase.get(..at));
    subjects.filter(|s| s.chars().nth(2).is_some()).collect()
}

/// Whether the name is one of them: under `包括地基层、管网层和终端层三个部分`.
fn says_what(item: &str, subjects: &[&str]) -> bool {
    subjects.iter().any(|subject| item.ends_with(subject) || item.starts_with(subject))
}

/// What the semicolons of a sentence part.
fn parts(text: &str, sentence: Span) -> impl Iterator<Item = Span> {
    let mut at = sentence.start;
    sentence.of(text).split_inclusive(['；', ';']).map(move |part| {
        let part = Span::new(at, at + part.len());
        at = part.end;
        part
    })
}

/// Sentences of a paragraph that open with scope phrases of one kind, as many as the paragraph has promised.
fn counted(document: &Document, p: &Paragraph) -> Vec<Vec<Span>> {
    let mut groups = Vec::new();
    for (i, &sentence) in p.sentences.iter().enumerate() {
        if p.sentences.len() < i + 2 {
            break;
        }
        for promise in p.promises_in(sentence) {
            let Some(number) = promise.number.filter(|_| promise.quoted.is_none()) else { continue };
            let scoped = |s: &&Span| scope(frame::opening(s.of(document.text)));
            let behind = p.sentences.get(i + 1..p.sentences.len().min(i + 1 + BEHIND)).unwrap_or(&[]);
            // 学习方面，……；作风方面，……。 stand in one sentence
            let behind: Vec<Span> = behind.iter().flat_map(|s| parts(document.text, *s)).collect();
            let Some(first) = behind.iter().find(|s| scoped(s).is_some()) else { continue };
            let scope = scoped(&first);
            let members: Vec<Span> = behind
                .iter()
                .filter(|s| scoped(s) == scope)
                .map(|s| {
                    let field = scope.is_some_and(|s| s.0 == ' ').then(|| frame::opening(s.of(document.text)).len());
                    let to_field = |end| bare_span(document.text, Span::new(s.start, s.start + end));
                    field.map_or_else(|| to_first_stop(document.text, *s), to_field)
                })
                .collect();
            if members.len() == number as usize && (2..=MOST).contains(&number) {
                groups.push(members);
                return groups;
            }
        }
    }
    groups
}

/// The scope a phrase sets; where points have been counted it may be a long one: `旧村整体改造和环境提升方面，`.
fn scope(phrase: &str) -> Option<(char, &'static str)> {
    let field = || phrase.ends_with("方面") && phrase.chars().count() <= LONGEST_FIELD;
    frame::scope(phrase).or_else(|| field().then_some((' ', "方面")))
}

/// Sentences that open with the names of a series counted before them: `包括术语、安全两个部分。术语标准用于…。安全标准用于…。`
fn listed(document: &Document, p: &Paragraph) -> Option<Vec<Span>> {
    p.sentences.iter().enumerate().find_map(|(i, sentence)| {
        let behind = p.sentences.get(i + 1..p.sentences.len().min(i + 1 + BEHIND)).filter(|b| b.len() > 1)?;
        let body = sentence.of(document.text);
        let first = body.char_indices().nth(5).map_or(body.len(), |(at, _)| at);
        let (at, number) = promise::counts(body).filter(|at| *at >= first).find_map(|at| {
            let (number, len, measure) = promise::count_at(body, at)?;
            promise::counted_noun(body.get(at + len + measure.len()..)?, measure)?;
            Some((at, number.filter(|n| (2..=MOST).contains(n))? as usize))
        })?;
        // 其中“…”…: one quoted name may be taken out of the whole
        let taken_out = |s: &Span| {
            let body = s.of(document.text);
            let rest = body.strip_prefix("其中").filter(|rest| rest.starts_with('“')).unwrap_or(body);
            Span::new(s.end - rest.len(), s.end)
        };
        let mut behind = behind.iter().filter(|s| !p.is_marked(**s)).map(taken_out);
        let series = joined(body.get(..at)?, number)?;
        let found: Vec<(Span, usize)> = (series.iter().enumerate())
            .map_while(|(k, name)| behind.find_map(|s| Some((s, name_len(name, k == 0, s.of(document.text))?))))
            .collect();
        (found.len() == number).then(|| named_alike(document.text, &found))
    })
}

/// The last `number` names before a count, parted by `、` and, before the last, by a conjunction.
fn joined(words: &str, number: usize) -> Option<Vec<&str>> {
    let words = words.trim_end_matches(['等', '这']);
    let from = words.rfind(['，', '。', '：', '；']).map_or(0, |i| i + '，'.len_utf8());
    let mut names: Vec<&str> = words.get(from..)?.split('、').collect();
    if names.len() + 1 == number {
        let (a, b) = names.pop()?.rsplit_once(['和', '与', '及'])?;
        names.extend([a, b]);
    }
    (names.len() == number).then_some(names)
}

/// Bytes of the name a sentence opens with. Before the first name of a series stand other words: `主要包括术语`.
fn name_len(name: &str, first: bool, sentence: &str) -> Option<usize> {
    let same = |a: char, b: char| a == b || matches!((a, b), ('和' | '与' | '及', '和' | '与' | '及'));
    let mut from =
        name.char_indices().map(|(i, _)| name.get(i..).unwrap_or("")).take(if first { LONGEST_LEAD } else { 1 });
    let opens = |part: &&str| {
        let mut chars = sentence.chars();
        part.chars().nth(1).is_some() && part.chars().all(|c| chars.next().is_some_and(|d| same(c, d)))
    };
    // 和, 与 and 及 have as many bytes
    from.find(opens).map(str::len)
}

/// Headings of sentences that open with names: the name with the word all have behind it.
fn named_alike(text: &str, found: &[(Span, usize)]) -> Vec<Span> {
    let rest = |&(s, len): &(Span, usize)| Span::new(s.start + len, s.end).of(text);
    let first = found.first().map_or("", rest);
    let shared = found.iter().map(|f| frame::common_prefix(first, rest(f))).min().unwrap_or(0);
    let shared = first.get(..shared).unwrap_or("");
    let verb = PREDICATES.iter().filter_map(|v| shared.find(v)).min().unwrap_or(shared.len());
    found.iter().map(|&(s, len)| Span::new(s.start, s.start + len + verb)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "做好工作要处理好对内和对外两个关系。\n对内，要抓班子带队伍。大家要拧成一股绳。\n对外，要搞好协调。多走动多沟通。",
                vec!["对内，要抓班子带队伍", "对外，要搞好协调"],
            ),
            (
                "要摆正对内、对邻、对外的位置。\n我们的“内”，就是本村群众。要多听意见。\n对邻，要互帮互让。常来常往。\n对外，要守信守约。说到做到。",
                vec!["我们的“内”，就是本村群众", "对邻，要互帮互让", "对外，要守信守约"],
            ),
            (
                "今年的目标已经明确。各项工作都要跟上。\n需要着重对粮食生产和农民收入两个指标作些说明。\n关于粮食生产目标。这是底线。各地都要守住。\n关于农民收入。这是大事。要多想办法。",
                vec!["关于粮食生产目标", "关于农民收入"],
            ),
            (
                "这件事包含两层意思。对机关来讲，要转作风。少开会多办事。对企业来讲，要抓机遇。敢闯敢干。",
                vec!["对机关来讲，要转作风", "对企业来讲，要抓机遇"],
            ),
            (
                "主要包括术语、数据与接口、安全三个部分。术语标准用于统一概念。接口另行规定。数据和接口标准用于规范交换。安全标准用于防范风险。",
                vec!["术语标准", "数据和接口标准", "安全标准"],
            ),
            (
                "抓实转型两条路径，全面发力。旧矿区生态修复与土地整治方面，要分类推进。先易后难。新材料方面，要扩大规模。",
                vec!["旧矿区生态修复与土地整治方面", "新材料方面"],
            ),
            (
                "着力解决2个方面的问题。学习方面，主要是坐不下来，读得少想得浅；作风方面，主要是跑得不勤，办得不快。",
                vec!["学习方面", "作风方面"],
            ),
            (
                "这句话有“为自己读书”和“为乡亲读书”两层含义。其中“为自己读书”就是要有真本事。本事靠苦练。“为乡亲读书”就是学成了要回来。",
                vec!["“为自己读书”", "“为乡亲读书”"],
            ),
            (
                "平台底座包括地基层、管网层和终端层三个部分：\n地基层是平台的底座，要先行。机房统一建设。\n管网层是数据的通道。带宽要留有余量。\n终端层是平台的耳目，要广布。点位统一编号。",
                vec!["地基层是平台的底座，要先行", "管网层是数据的通道", "终端层是平台的耳目，要广布"],
            ),
            ("用水和用电两大诉求有了回应。用水更加方便。用电更加可靠。", vec![]),
            ("主要包括术语、安全两个部分。术语很多。接口标准用于规范交换。", vec![]),
            ("会议听取了财政、教育等部门的汇报。\n今天，会议继续进行。大家发言踊跃。\n会后，各单位抓紧落实。", vec![]),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }

    #[test]
    fn what_a_numbered_paragraph_names() {
        let text = "第一，把准总要求。总要求是“勤学习、强本领、干实事”。这三句话要记牢。\n勤学习，就是要坐得住。一本一本读下去。\n强本领，就是要练得精。一项一项练过关。\n干实事，就是要沉得下。一件一件办到底。\n第二，抓紧见行动。大家都要跟上。\n";
        let expected = "第一，把准总要求\n  勤学习，就是要坐得住\n  强本领，就是要练得精\n  干实事，就是要沉得下\n第二，抓紧见行动\n";
        assert_eq!(crate::outline::tests_support::outlined(text), expected);
    }

    #[test]
    fn two_things_of_one_kind() {
        let lead =
            "今年要继续实行积极的人才政策和稳健的土地政策，让发展更有后劲。\n人才政策要更加贴心。安家费提前发放。\n";
        let text =
            format!("{lead}外来的教师和医生，孩子上学、老人看病都有着落。\n土地政策要管住总量。一亩地也不能浪费。");
        assert_eq!(headings(find_pairs, &text), ["人才政策要更加贴心", "土地政策要管住总量"]);
        assert!(headings(find_pairs, &format!("{lead}春耕马上开始。各村备足种子。")).is_empty());
    }
}
