//! Run-in heads inside a paragraph: it falls into stretches, each opened by a short sentence that names it:
//! `夏收进度好于往年。……项目支撑有力。……消费成效明显。……`

use super::inside::Placed;
use super::{Document, Head, Paragraph, bare_span, frame, has_clause_mark, is_couplet};
use crate::lexicon;
use crate::outline::point::{Point, Standing};
use crate::outline::{Evidence, Scheme};
use crate::span::Span;

/// The longest head of this kind, in characters.
const LONGEST: usize = 18;
/// The shortest; `成绩喜人。` is a remark.
const SHORTEST: usize = 5;
/// What a head names is clearly longer than the head, in characters.
const BODY: usize = 30;

/// The usual length of heads below a head, in characters, at the most.
const USUAL: usize = 13;
/// What each of them names has this many characters, one with another.
const FULL_BODY: usize = 80;

/// Heads that are so many may have more sentences before them, up to these.
const MANY: usize = 4;
const LEAD: usize = 3;

/// Paragraphs of running text among which one with such heads makes a habit of the text.
const AMONG: usize = 12;
/// The same where there is but one such paragraph.
const AMONG_LONE: usize = 4;
/// Sentences and bytes of such a paragraph at the least.
const SENTENCES: usize = 4;
const RUNNING: usize = 450;

/// Groups of three and more heads. Short sentences are strewn through any text, so that they head only in one where many
/// paragraphs fall into such stretches, or where each states a result, or all are of one length. Where it is the habit of
/// two paragraphs and more, two heads are enough.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let free = || document.paragraphs.iter().enumerate().filter(|(_, p)| p.marked.is_empty());
    let groups: Vec<(usize, Heads)> =
        free().map(|(i, p)| (i, document.inside(p, |found| &found.inner, || heads_of(document, p)))).collect();
    let running = free().filter(|(_, p)| p.sentences.len() >= SENTENCES && p.span.len() >= RUNNING).count();
    let full = groups.iter().filter(|(_, found)| found.spans.len() >= 3).count();
    // one paragraph may fall into stretches by chance
    let habit = full * if full > 1 { AMONG } else { AMONG_LONE } >= running;
    let least = if habit && full >= 2 { 2 } else { 3 };
    let mut heads = Vec::new();
    for (group, (paragraph, found)) in groups.into_iter().enumerate() {
        let short = found.spans.len() > 2 || found.spans.iter().all(|h| document.width(*h) <= USUAL);
        if found.spans.len() < least || !short || !habit && !found.stated && !are_equal(document, &found.spans) {
            continue;
        }
        heads.extend(found.spans.into_iter().map(|heading| Head {
            paragraph,
            heading,
            scheme: Scheme::Bare,
            standing: Standing::Inside,
            evidence: Evidence::RunIn,
            group,
        }));
    }
    heads
}

/// Whether heads have one length: `要锤炼踏实肯干的作风`, `要练就担当作为的本领`
fn are_equal(document: &Document, heads: &[Span]) -> bool {
    spread(document, heads) == 0
}

/// Characters by which heads differ in length.
fn spread(document: &Document, heads: &[Span]) -> usize {
    let widths = || heads.iter().map(|h| document.width(*h));
    widths().max().unwrap_or(0) - widths().min().unwrap_or(0)
}

/// Heads of a paragraph.
#[derive(Debug, Default)]
pub(crate) struct Heads {
    spans: Vec<Span>,
    /// Whether each states a result: `消费成效明显`
    stated: bool,
}

impl Placed for Heads {
    fn moved(&self, from: usize, to: usize) -> Self {
        Self { spans: self.spans.moved(from, to), ..*self }
    }
}

impl Heads {
    fn of(spans: Vec<Span>) -> Self {
        Self { spans, stated: false }
    }
}

/// A paragraph whose sentences have been looked at.
struct Measured {
    opened: Option<Point>,
    /// Sentences short enough to head.
    short: usize,
    /// The width of each sentence, and the heading it may be.
    sentences: Vec<(usize, Option<Span>)>,
}

impl Measured {
    fn of(document: &Document, p: &Paragraph) -> Self {
        let headings: Vec<Option<Span>> = p.sentences.iter().map(|s| short(document, *s)).collect();
        let short = headings.iter().flatten().count();
        let sentences =
            if short < 2 { Vec::new() } else { p.sentences.iter().map(|s| document.width(*s)).zip(headings).collect() };
        Self { opened: p.opened, short, sentences }
    }
}

/// Heads of a paragraph: statements, if these make a list by themselves; else all its short sentences, when the
/// paragraph falls into stretches named by them and nothing else in it is as short.
fn heads_of(document: &Document, p: &Paragraph) -> Heads {
    if p.sentences.len() < SENTENCES {
        return Heads::default();
    }
    let p = &Measured::of(document, p);
    if p.short < 2 {
        return Heads::default();
    }
    // A paragraph that a run-in head opens has others only where these are plain to see.
    let opened = p.opened.is_some_and(|o| o.evidence == Evidence::RunIn);
    let stated =
        stretches(document, p, false, |words| lexicon::is_statement(words) && words.chars().all(lexicon::is_han));
    if stated.heads.len() >= 3 && !opened {
        return Heads { spans: stated.heads, stated: true };
    }
    if p.opened.is_some() {
        let below = below_head(document, p);
        if !below.is_empty() {
            return Heads::of(below);
        }
    }
    let couplets = stretches(document, p, true, is_couplet);
    if couplets.heads.len() >= 3 && couplets.first == 0 {
        return Heads::of(couplets.heads);
    }
    let any = stretches(document, p, true, |words| !has_clause_mark(words) && closes_quoted(words));
    let enough = any.heads.len() >= if opened { 3 } else { 2 };
    // many of them without a sentence as short among them may have a longer lead
    let led = any.first <= 1 || any.first <= LEAD && any.heads.len() >= MANY && any.dropped == 0;
    if led && any.dropped * 4 <= any.heads.len() && is_even(document, &any.heads) && enough {
        Heads::of(any.heads)
    } else {
        Heads::default()
    }
}

/// Whether heads are of one measure.
fn is_even(document: &Document, heads: &[Span]) -> bool {
    spread(document, heads) <= 9
}

/// Whether nothing follows a quotation: `全力保障“一老一小”`, not `“一老一小”服务体系不断完善`.
fn closes_quoted(words: &str) -> bool {
    words.split_once('”').is_none_or(|(_, rest)| rest.is_empty())
}

/// Heads below the one that opens the paragraph: `（八）改善民生。…落实稳岗扩岗举措。…提升教育水平。…织密保障网。…`. What they name
/// may begin with a sentence as short as they are, and hold others: only one that stands apart from the head before heads.
fn below_head(document: &Document, p: &Measured) -> Vec<Span> {
    let mut heads: Vec<Span> = Vec::new();
    let (mut first, mut skipped, mut body, mut bodies) = (0, 0, 0, 0);
    for (i, &(width, heading)) in p.sentences.iter().enumerate() {
        let shape = |h: &Span| {
            let words = h.of(document.text);
            !has_clause_mark(words) && closes_quoted(words)
        };
        let Some(heading) = heading.filter(shape) else {
            body += width;
            continue;
        };
        let before = heads.last().map(|h| document.width(*h));
        // Of two in a row the second heads where it is the shorter: the first closes what the head before it names.
        let late = heads.len() > 1
            && body == 0
            && before.is_some_and(|before| document.width(heading) < before)
            && !heads.first().zip(heads.last()).is_some_and(|(a, b)| is_alike(document, *a, *b));
        if late {
            heads.pop();
            skipped += 1;
        } else if before.is_some() && body < BODY {
            body += width;
            skipped += 1;
            continue;
        }
        if heads.is_empty() {
            first = i;
        } else {
            bodies += body;
        }
        heads.push(heading);
        body = 0;
    }
    if body < BODY && heads.pop().is_some() {
        skipped += 1;
    }
    bodies += body;
    let framed = framed(document, &heads);
    if framed.len() >= 3 {
        return framed;
    }
    // Heads of one list are all of them statements, or all of them tasks.
    let count = heads.len();
    let statements = heads.iter().filter(|h| lexicon::is_statement(h.of(document.text))).count();
    let one_kind = count < 4 || statements * 3 <= count || statements * 3 >= count * 2;
    let short = heads.iter().map(|h| document.width(*h)).sum::<usize>() <= count * USUAL;
    // Where a sentence as long as any stands before the first, hardly another as short may stand among them.
    let strewn = if first == 0 { skipped * 3 > count * 2 } else { skipped * 6 > count };
    let plain = count >= 3 && first <= 1 && !strewn && bodies >= count * FULL_BODY;
    if plain && short && one_kind && is_even(document, &heads) { heads } else { Vec::new() }
}

/// The heads that share their opening and their closing with the first: `建设蔬菜产业集群`, `建设药材产业集群`.
fn framed(document: &Document, heads: &[Span]) -> Vec<Span> {
    let Some((first, rest)) = heads.split_first() else { return Vec::new() };
    let alike: Vec<Span> = rest.iter().filter(|h| is_alike(document, *first, **h)).copied().collect();
    // Most are alike: the others are sentences like any.
    if alike.len() * 2 > rest.len() { core::iter::once(*first).chain(alike).collect() } else { Vec::new() }
}

/// Whether two heads share two characters at the start and two at the end.
fn is_alike(document: &Document, a: Span, b: Span) -> bool {
    let (a, b) = (a.of(document.text), b.of(document.text));
    let prefix = a.get(..frame::common_prefix(a, b)).unwrap_or("").chars().count();
    prefix >= 2 && frame::common_suffix(a, b) >= 2
}

/// How a paragraph falls into stretches.
#[derive(Default)]
struct Stretches {
    heads: Vec<Span>,
    /// Sentences before the first head.
    first: usize,
    /// Short sentences that name nothing.
    dropped: usize,
}

/// Short sentences of the wanted shape, each with enough behind it. Of two in a row the one that opens the paragraph
/// is the head, or else the first, or (`late`) the second where it is shorter: the first then closes what the head before
/// it names.
fn stretches(document: &Document, p: &Measured, late: bool, shape: impl Fn(&str) -> bool) -> Stretches {
    let mut found = Stretches::default();
    let mut body = 0;
    for (i, &(width, heading)) in p.sentences.iter().enumerate() {
        let Some(heading) = heading.filter(|h| shape(h.of(document.text))) else {
            body += width;
            continue;
        };
        // Right behind a head it is the first sentence of what that names.
        let before = found.heads.last().filter(|_| body == 0 && late && i > 1).map(|h| document.width(*h));
        if found.heads.len() > 1 && before.is_some_and(|before| document.width(heading) < before) {
            found.heads.pop();
        } else if body == 0 && !found.heads.is_empty() {
            body = width;
            found.dropped += 1;
            continue;
        }
        // Little unfolds the one before: it was a sentence like others.
        if body > 0 && body < BODY && found.heads.pop().is_some() {
            found.dropped += 1;
        }
        if found.heads.is_empty() {
            found.first = i;
        }
        found.heads.push(heading);
        body = 0;
    }
    // A short sentence with nothing behind it closes the paragraph.
    if body < BODY && found.heads.pop().is_some() {
        found.dropped += usize::from(!late || body > 0);
    }
    found
}

/// A short sentence without comma or figure.
fn short(document: &Document, sentence: Span) -> Option<Span> {
    let line = sentence.of(document.text);
    if line.len() > 4 * LONGEST || !line.ends_with('。') {
        return None;
    }
    let heading = bare_span(document.text, sentence);
    let words = heading.of(document.text);
    let fits = (SHORTEST..=LONGEST).contains(&document.width(heading))
        && (!has_clause_mark(words) || is_couplet(words))
        && !words.contains(|c: char| c.is_ascii_digit())
        && words.starts_with(|c: char| lexicon::is_han(c) || c == '“')
        && !lexicon::OutlineWords::get().asides.begin(words);
    fits.then_some(heading)
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "夏收进度好于往年。全县小麦二十天收完，机收比重增长百分之六，烘干能力增长百分之五，损失一年比一年少，农户普遍满意今年的收成。项目支撑有力。新开工重点项目一百二十个，完成投资三百亿元，创历年新高，一批产业项目、民生项目相继建成投用。消费成效明显。街面生意比去年多了一成，新建商业街区二十处，夜间经济活跃，文旅市场人气两旺，游客人数又创新高。",
                vec!["夏收进度好于往年", "项目支撑有力", "消费成效明显"],
            ),
            (
                "持续优化政务服务，让群众少跑腿。打造近在身边的服务网点。把便民网点建到村头巷尾，把办事窗口开到群众身边，让群众随时能办事。提升随叫随到的服务能力。推动更多事项网上办、掌上办、一次办，让数据多跑路、群众少跑腿。提供省心省力的办证服务。为企业提供全生命周期的贴心服务，让企业专心发展、安心经营、舒心创业。",
                vec!["打造近在身边的服务网点", "提升随叫随到的服务能力", "提供省心省力的办证服务"],
            ),
            (
                "推动出台服务企业条例。完善各项配套。今年又制定了一批实施细则，各级各部门认真抓好贯彻执行，取得了实实在在的成效。开展专项整治行动。",
                vec![],
            ),
            (
                "深化机制创新。围绕产业所需，集中攻关重点领域关键技术，建设一批示范应用场景，推动更多成果转化落地见效。优化平台能级。高质量建设一批中试平台，支持实验室高效运营，提升创新服务水平，带动企业做强做优。持续培育科技企业。强化人才支撑。动态优化学科设置，完善人才分类评价办法，高标准建设人才公寓，培养更多拔尖创新人才。",
                vec!["深化机制创新", "优化平台能级", "强化人才支撑"],
            ),
            ("任务很重。时间很紧。责任很大。各级各部门务必高度重视，把各项措施落到实处、抓出成效来。", vec![]),
            (
                "今年以来，全市经济运行总体平稳，主要指标稳步回升。成绩来之不易。大家付出了艰辛的努力，应当给予充分肯定和表扬。",
                vec![],
            ),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }

    #[test]
    fn below_a_head_they_stand_among_sentences_as_short() {
        use crate::outline::tests_support::outlined;
        let text = "一、改善民生。落实稳岗扩岗举措。扎实开展稳岗行动，每年新增就业一万人以上，脱贫劳动力务工规模稳定在五万人，零就业家庭动态清零，返乡创业蔚然成风，群众的钱袋子一年比一年鼓，外出的人愿意回来，回来的人留得下来。提升教育水平。建立定期听取意见的工作制度。新建改建学校二十所，义务教育巩固率逐年提高，乡村教师待遇得到保障，更多孩子在家门口上好学，高中阶段教育质量稳步上升，职业学校毕业生供不应求，家长少了牵挂，老师多了干劲和奔头。织牢社会救助网。逐步提高低保标准，建成养老服务中心三十个，困难群众基本生活得到有效保障，慈善事业健康发展，群众更有安全感，邻里守望相助的风气越来越浓，谁家有了难处，都有人伸手帮上一把。\n二、抓好落实。各级要把责任扛在肩上。\n";
        let expected = "一、改善民生\n  落实稳岗扩岗举措\n  提升教育水平\n  织牢社会救助网\n二、抓好落实\n";
        assert_eq!(outlined(text), expected);
        // short sentences here and there name nothing
        let strewn = "一、整治环境。开展排查。发现问题三十个，全部建立台账，逐一整改销号。加强监测。数据实时上传，超标即报。强化执法。查处案件十起，罚款五十万元，震慑违法行为。\n二、抓好落实。各级要把责任扛在肩上。\n";
        assert_eq!(outlined(strewn), "一、整治环境\n二、抓好落实\n");
        // nor where the first comes late and others as short stand among them
        let late = "一、改善民生。坚持把财力更多投向民生领域，让发展成果惠及全县人民。落实稳岗扩岗举措。";
        let reported = text.replace("一、改善民生。落实稳岗扩岗举措。", late);
        assert_eq!(outlined(&reported), "一、改善民生\n二、抓好落实\n");
    }

    #[test]
    fn couplets_head_what_follows_them() {
        let text = "部门搭台，企业唱戏。完善推进机制，加强统筹协调，为各类企业公平竞争创造良好环境，不设门槛。科技引领，创新驱动。支持产学研联合攻关，建设一批高水平的实验室和试验基地，引进人才。开放合作，共建共享。加强与周边市县的交流，共同打造优势互补的产业链条，做大一片天地。";
        assert_eq!(headings(find, text), ["部门搭台，企业唱戏", "科技引领，创新驱动", "开放合作，共建共享"]);
    }

    #[test]
    fn heads_of_unlike_length_need_a_habit() {
        let inner = "改善村里的道路。今年修了三条水泥路，通到每一个小组，校车开得进来，乡亲们出门不再踩泥，卖菜也方便多了，城里的亲戚常来走动。把夜校办得更红火。请来农技员讲课，晚上教室坐得满满当当，有人学嫁接，有人学养蜂，还有人学会了网上卖货，学完就能用上。多植树。荒坡上栽了两万棵果树，三年以后就能挂果，到时候家家户户都有一份收成，守着青山就有饭吃，日子一年比一年好过。";
        let prose = "去年雨水少，地里的庄稼长得慢，大家一起挑水抗旱，总算保住了收成。到了秋天，粮价比往年高了一些，卖粮的钱够买农机。冬天闲下来，村里组织人手清淤修渠，为来年春耕做好准备。孩子们放了寒假，图书室里天天坐满了人，老人也来听故事。年前还请来戏班子，唱了三天大戏，邻村的人都赶来看热闹，戏台下面挤得水泄不通。".to_owned() + "正月里走亲访友，说的都是新一年的打算。\n";
        let inner = inner.replace("多植树。", "动员各家各户多栽果树。");
        assert_eq!(headings(find, &inner), ["改善村里的道路", "把夜校办得更红火", "动员各家各户多栽果树"]);
        assert!(headings(find, &format!("{}{inner}", prose.repeat(AMONG))).is_empty());
        // one such paragraph among few makes none, two do
        assert!(headings(find, &format!("{}{inner}", prose.repeat(AMONG_LONE))).is_empty());
        assert_eq!(headings(find, &format!("{}{inner}\n{inner}", prose.repeat(AMONG_LONE))).len(), 6);
        let equal = inner
            .replace("改善村里的道路", "修好通村入户的道路")
            .replace("把夜校办得更红火", "办好红红火火的夜校")
            .replace("动员各家各户多栽果树", "栽好房前屋后的果树");
        assert_eq!(headings(find, &format!("{}{equal}", prose.repeat(AMONG))).len(), 3);
    }
}
