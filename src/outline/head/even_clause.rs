//! Clauses of one measure that head neighbouring sentences, with or without a head above them:
//! `强化不敢松的警觉，……。扎紧不能松的篱笆，……。增强不想松的自觉，……。`
//!
//! In: the paragraphs of a document. Out: the clauses that open three and more neighbouring sentences (one other may
//! stand between two), share a frame, and are unfolded by what follows their comma.

use super::{Document, Head, Paragraph, frame};
use crate::lexicon;
use crate::outline::Evidence;
use crate::outline::point::Standing;
use crate::span::Span;

/// The shortest and the longest clause of this kind, in characters.
const CLAUSE: std::ops::RangeInclusive<usize> = 3..=24;
/// The longest that has no frame at both ends.
const LONGEST_BARE: usize = 16;
/// Characters at the start and at the end of clauses of any length: `坚持……相统一`.
const ENDS: usize = 2;
/// What unfolds it has this many characters at the least.
const UNFOLDED: usize = 30;
/// The same of one that is as long as three before it and begins like them.
const UNFOLDED_LATE: usize = 12;
/// Sentences from one member to the next where two characters stand at the same places of clauses equally long, or both
/// begin alike; without, the next sentence only; where half of the characters are the same, more.
const STEP: usize = 2;
const FAR: usize = 6;
/// The same of short ones, in characters, that begin alike.
const FAR_ALIKE: usize = 4;
const SHORT: usize = 8;
/// The longest clause with nothing but 要 at its start in common with others: `要恪尽职守`
const MOTTO: usize = 5;
/// Characters at the start of clauses about equally long.
const PREFIX: usize = 3;
/// Characters by which these differ in length.
const UNEVEN: usize = 2;

/// Groups of three and more such sentences in one paragraph.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    for (paragraph, p) in document.paragraphs.iter().enumerate() {
        if p.sentences.len() < 3 {
            continue;
        }
        for members in document.inside(p, |known| &known.even, || groups(document, p)) {
            heads.extend(
                members
                    .into_iter()
                    .map(|heading| Head::parallel(paragraph, heading, Standing::Inside, Evidence::Frame, group)),
            );
            group += 1;
        }
    }
    heads
}

/// The groups of a paragraph.
fn groups(document: &Document, p: &Paragraph) -> Vec<Vec<Span>> {
    let clauses: Vec<Option<Clause>> = p.sentences.iter().map(|s| clause(document, p, *s)).collect();
    let mut groups = Vec::new();
    let mut at = 0;
    while at + 1 < clauses.len() {
        let mut members = group_at(document, &clauses, at);
        members.splice(0..0, members.first().and_then(|m| behind_colon(document, p, *m)));
        let last = members.last().filter(|_| members.len() >= fewest(document, &members)).map(|m| m.0);
        at = last.unwrap_or(at) + 1;
        groups.extend(last.map(|_| members.into_iter().map(|m| m.1).collect()));
    }
    groups
}

/// How many members make a list: more, where some have nothing but their length in common.
fn fewest(document: &Document, members: &[(usize, Span)]) -> usize {
    let first = members.first().map_or("", |m| m.1.of(document.text));
    let shares = |m: &(usize, Span)| first.chars().zip(m.1.of(document.text).chars()).any(|(a, b)| a == b);
    if members.iter().all(shares) { 3 } else { 4 }
}

/// The member before the first, where it stands behind the colon that announces them: `抓好“三个一批”：翻修一批，……。新建一批，……。`
fn behind_colon(document: &Document, p: &Paragraph, (at, first): (usize, Span)) -> Option<(usize, Span)> {
    let before = at.checked_sub(1)?;
    let sentence = *p.sentences.get(before)?;
    let colon = sentence.of(document.text).rfind('：')? + '：'.len_utf8();
    let member = clause(document, p, Span::new(sentence.start + colon, sentence.end)).filter(|c| c.unfolded)?.span;
    reach(member.of(document.text), first.of(document.text)).map(|_| (before, member))
}

/// The clauses of one frame with that of sentence `from`, each with its sentence.
fn group_at(document: &Document, clauses: &[Option<Clause>], from: usize) -> Vec<(usize, Span)> {
    let clause = |i: usize| clauses.get(i).copied().flatten();
    let Some(first) = clause(from).filter(|c| c.unfolded).map(|c| c.span) else {
        return Vec::new();
    };
    let words = first.of(document.text);
    let mut members = vec![(from, first)];
    let mut last = from;
    for i in from + 1..clauses.len() {
        if i - last > FAR {
            break;
        }
        let near = |c: &Clause| reach(words, c.span.of(document.text)).is_some_and(|reach| i - last <= reach);
        let late = |c: &Clause| members.len() >= 3 && begins_alike(words, c.span.of(document.text));
        if let Some(next) = clause(i).filter(near).filter(|c| c.unfolded || late(c)) {
            members.push((i, next.span));
            last = i;
        }
    }
    members
}

/// Whether clauses are equally long and share their opening.
fn begins_alike(a: &str, b: &str) -> bool {
    let start = a.get(..frame::common_prefix(a, b)).unwrap_or("").chars().count();
    start >= ENDS && a.chars().count() == b.chars().count()
}

/// The first clause of a sentence.
#[derive(Clone, Copy)]
struct Clause {
    span: Span,
    /// Whether much follows.
    unfolded: bool,
}

/// The first clause of a sentence, when it is short and something follows.
fn clause(document: &Document, p: &Paragraph, sentence: Span) -> Option<Clause> {
    if sentence.len() < 3 * (CLAUSE.start() + UNFOLDED_LATE) || p.is_marked(sentence) {
        return None;
    }
    let line = sentence.of(document.text);
    let words = frame::opening(line);
    let rest = line.get(words.len()..)?.strip_prefix('，')?;
    let fits = words.len() <= 3 * CLAUSE.end()
        && CLAUSE.contains(&words.chars().count())
        && rest.chars().nth(UNFOLDED_LATE).is_some()
        && words.chars().all(|c| lexicon::is_han(c) || matches!(c, '“' | '”' | '.') || c.is_ascii_digit())
        // 各乡镇要……，各部门要……: who is to act, not what is to be done
        && !words.starts_with(['各', '既'])
        // 2020年，……。2021年，……。
        && !words.starts_with(|c: char| c.is_ascii_digit())
        && frame::scope(words).is_none()
        && !frame::refers_back(words)
        && !frame::leads_to(words)
        && !frame::reports(words)
        && !frame::tells_when(words);
    let heading = Span::new(sentence.start, sentence.start + words.len());
    // 实施“五大战略”， promises those that follow
    let promises = || p.promises_in(sentence).any(|promise| heading.contains(promise.span));
    let unfolded = rest.chars().nth(UNFOLDED).is_some();
    (fits && !promises()).then_some(Clause { span: heading, unfolded })
}

/// How many sentences on the second of two different clauses may stand to be of one list with the first.
fn reach(a: &str, b: &str) -> Option<usize> {
    let (long, other) = (a.chars().count(), b.chars().count());
    let prefix = a.get(..frame::common_prefix(a, b)).unwrap_or("");
    let start = prefix.chars().count();
    // 这些年的成绩，在于……。这些年的经验，在于……。: what is spoken of, not what it heads
    if a == b || prefix.ends_with('的') {
        return None;
    }
    // 要遵循发展规律，……。要加强政策引领，……。: sentences in a row, where no brief motto stands behind 要
    if matches!(prefix, "要" | "进一步") && long.max(other) > MOTTO {
        return None;
    }
    if long == other && long <= LONGEST_BARE {
        let alike = a.chars().zip(b.chars()).filter(|(x, y)| x == y).count();
        let opens_alike = long <= SHORT && start >= ENDS;
        return Some(if alike * 2 >= long {
            FAR
        } else if opens_alike {
            FAR_ALIKE
        } else {
            alike.clamp(1, STEP)
        });
    }
    let end = frame::common_suffix(a, b);
    let both_ends = start >= ENDS && end >= ENDS && start + end > 2 * ENDS;
    let opening = start >= PREFIX && long.abs_diff(other) <= UNEVEN && long.max(other) <= LONGEST_BARE;
    let short = long.min(other);
    let step = if both_ends && (start + end) * 2 >= short { FAR } else { STEP };
    ((both_ends || opening) && short > start + if both_ends { end } else { 1 }).then_some(step)
}

#[cfg(test)]
mod tests {
    use crate::outline::head::headings;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "抓安全一刻也松不得。强化不敢松的警觉，把每一次小事故都当成大事故来查，把每一条教训都讲到班组、讲到每个岗位。扎紧不能松的篱笆，把制度从进厂门管到出厂门，谁签的字谁负责到底，一层一层不留空当。增强不想松的自觉，让老师傅带着新徒弟学规程、练本领，把平安回家变成大家共同的心愿。",
                &["强化不敢松的警觉", "扎紧不能松的篱笆", "增强不想松的自觉"][..],
            ),
            // not equally long, but of one opening; a sentence between
            (
                "要守住耕地这条红线，把每一块田都画到图上，谁占了谁来补，补的地要能种出一样多的粮食来。要守住生态这一底色，管好山上的树、河里的水，不许再往河沟里倒一车垃圾、排一桶脏水。去年的教训还在眼前。要守住民生这个根本，把钱花在学校、医院和养老院上，让乡亲们看得见、摸得着、实实在在得到好处。",
                &["要守住耕地这条红线", "要守住生态这一底色", "要守住民生这个根本"],
            ),
            // of any length, with one frame at both ends; with figures, and a sentence between
            (
                "今年的钱要花在刀刃上。筹措7万元办好敬老惠民实事，给六十岁以上的老人每人添一床棉被、一双棉鞋，逢年过节上门看望。账目月月公布。筹措12.5万元办好助学惠民实事，把村小的旧课桌全部换掉，再修一条娃娃们上学走的石板路，下雨天也不怕滑。筹措30万元办好饮水惠民实事，从山那边的泉眼接管子过来，家家户户装上水表，夏天再也不用排队挑水。",
                &["筹措7万元办好敬老惠民实事", "筹措12.5万元办好助学惠民实事", "筹措30万元办好饮水惠民实事"],
            ),
            (
                "村里定下几条规矩。坚持修路架桥与植树种草相统一，修到哪里就绿到哪里，不让一处山坡光着身子过冬，来年还要补种一遍。坚持老人吃得饱穿得暖与孩子上学看病不发愁相统一，村里的收入先办这两件事，剩下的再去添置农机农具、翻修仓库和晒场。坚持集体增收与农户增收相统一，合作社赚的每一笔钱都要分到户、写到墙上，谁也不能多拿一分、少报一分。",
                &[
                    "坚持修路架桥与植树种草相统一",
                    "坚持老人吃得饱穿得暖与孩子上学看病不发愁相统一",
                    "坚持集体增收与农户增收相统一",
                ],
            ),
            // the first behind the colon that announces them
            (
                "村里抓好三个一批：翻修一批，把漏雨的老屋登记造册，瓦片木料统一买来，泥瓦匠挨家挨户上门，赶在雨季前完工。新建一批，选好向阳的坡地，请来设计队画好图纸，一户一个院子，水电路一次铺到门口。腾退一批，没人住的旧宅收归集体，推平了种上果树，收成按股分给各家各户，账目贴在墙上。",
                &["翻修一批", "新建一批", "腾退一批"],
            ),
            // half of their characters the same, others between
            (
                "日子要越过越好。着力提高种粮本领，把农技员请到田间地头，手把手教大家选种育苗、配方施肥、防治病虫害。去年一亩多打了两百斤。今年还要再加把劲。争取再多打一百斤。着力提高卖粮本领，教大家在网上开店，学会拍照片、写介绍、算运费，把山里的好东西卖到城里去。第一批店已经开张。订单来自四面八方。着力提高存粮本领，村里修了冷库和晒场，谁家的粮食都能放得下、存得住、卖得上好价钱。",
                &["着力提高种粮本领", "着力提高卖粮本领", "着力提高存粮本领"],
            ),
            // one as long as three before it, and of their opening, may be unfolded briefly
            (
                "山货要卖出好价钱。建好山货加工的车间，把合作社的蜂蜜、木耳和干笋分级、烘干、装袋，一袋一袋贴上能查到农户的条码。建好山货存放的冷库，夏天的鲜笋放得住，冬天的腌货不走味，谁家有货都可以按斤寄存、按月结账。建好山货外运的道路，把通到山脚的那一段石子路铺成水泥路，大车开得进来，也掉得过头去。建好山货买卖的集市，逢五逢十开市，收摊后扫净。大家都来出主意。",
                &["建好山货加工的车间", "建好山货存放的冷库", "建好山货外运的道路", "建好山货买卖的集市"],
            ),
            // nothing unfolds them
            ("坚持勤政为民，多跑田间地头。坚持廉政为先，不拿一针一线。坚持善政为要，事事办到实处。", &[]),
            // nothing in common but their length: four make a list, three do not
            (
                "山货要卖出好价钱。拓销路，把合作社的蜂蜜、木耳和干笋摆进城里的超市，再请年轻人在网上开直播、接订单。树品牌，统一包装、统一标识，一袋一袋贴上能查到农户姓名和采摘日期的条码。保品质，晒干、分拣、装袋都有人从头到尾盯着，差的一斤一两也不许运出村去。帮农户，销得好的按斤加价，年底再从合作社的盈余里给每家每户按出力多少分一次红。",
                &["拓销路", "树品牌", "保品质", "帮农户"],
            ),
            (
                "山货要卖出好价钱。拓销路，把合作社的蜂蜜、木耳和干笋摆进城里的超市，再请年轻人在网上开直播、接订单。树品牌，统一包装、统一标识，一袋一袋贴上能查到农户姓名和采摘日期的条码。保品质，晒干、分拣、装袋都有人从头到尾盯着，差的一斤一两也不许运出村去。",
                &[],
            ),
            // two make no list
            (
                "强化不敢松的警觉，把每一次小事故都当成大事故来查，把每一条教训都讲到班组、讲到每个岗位。扎紧不能松的篱笆，把制度从进厂门管到出厂门，谁签的字谁负责到底，一层一层不留空当。",
                &[],
            ),
            // what is spoken of
            (
                "这些年的成绩，靠的是大伙儿起早贪黑、一砖一瓦干出来的，谁也没有坐在家里等天上掉下馅饼。这些年的经验，说到底是有事同大家商量，难事一起扛，好事先让着别人，日子才越过越红火。这些年的教训，在于有时候贪快图省事，没有把地基夯实就往上盖楼，回过头来还得返工重来。",
                &[],
            ),
            // brief mottoes behind 要, and what is to be done, which heads nothing
            (
                "新班子要立下规矩。要吃苦耐劳，天不亮就下地看苗情，雨天也要把每一条排水沟走到头，哪一段堵了当场就疏通。要心细手勤，账目一笔一笔记清楚，月底贴在村口的墙上，谁有疑问都可以当面来查问。要言出必行，答应乡亲们的事情写在本子上，办成一件勾掉一件，年底一条一条念给大家听。",
                &["要吃苦耐劳", "要心细手勤", "要言出必行"],
            ),
            (
                "今年的活儿不少。要修好山里的水渠，赶在插秧以前把石头砌牢、把闸门换新，再请老师傅从头到尾看一遍。要办好村里的夜校，冬天农闲的时候请农技员来讲课，识字的教不识字的，一家来一个人。要管好集体的仓库，钥匙两个人拿，进出都要过秤，少一斤粮食都得说出个去处来。",
                &[],
            ),
            // what only leads to what is said
            (
                "这几年变化不小。由于公路修到了村口，山里的笋和蜂蜜当天就能运进城里的早市，价钱比过去翻了将近一倍。由于水渠通到了田头，旱地改成了水田，一年两熟，粮食再也不用从山外一袋一袋背进来。由于学校搬到了镇上，娃娃们住校读书，老师一个班一个班地管，晚上也有人辅导作业。",
                &[],
            ),
            // who is to act
            (
                "各乡镇要摸清底数，把每户人家的情况登记到册，缺什么补什么，绝不让一户人家受冻挨饿过这个冬天。各部门要搞好服务，主动到村里去办公，能当场办的当场办，不能让群众为一张表格来回跑路。各单位要抓好落实，把任务分到人头，每个月底向县里报一次进度，年底一件一件对账。",
                &[],
            ),
        ] {
            assert_eq!(headings(super::find, text), expected, "{text}");
        }
    }
}
