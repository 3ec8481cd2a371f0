//! Parallel heads that open neighbouring paragraphs with one frame: `对上，… / 对中，… / 对下，…`;
//! `建设生态宜居乡村，需要转变观念。… / 建设生态宜居乡村，需要补上欠账。… / …`

use super::thesis::Theses;
use super::thesis_frame::{LONGEST, Shared};
use super::{Document, Head, bare_span, frame, has_clause_mark, to_first_stop};
use crate::lexicon::OutlineWords;
use crate::outline::Evidence;
use crate::outline::point::Standing;
use crate::span::Span;

/// Characters with which two scopes that divide a section end alike.
const DIVIDED: usize = 3;

/// Paragraphs that may stand between two heads of one refrain, and between those that are three already and the next.
const APART: usize = 8;
const APART_OF_MANY: usize = 16;

/// Groups of three and more neighbouring paragraphs with one frame.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    // Each is asked for by all that may open a group with it.
    let theses = Theses::of(document);
    for section in document.sections() {
        let mut at = 0;
        // two may fill a section, or follow what announces them
        let leads = |i: &usize| document.paragraphs.get(*i).is_some_and(|p| p.span.of(document.text).ends_with('：'));
        let two = |at| at + 2 == section.len() && (at == 0 || at == 1 && section.first().is_some_and(leads));
        while at + 1 < section.len() {
            let rest = section.get(at..).unwrap_or(&[]);
            let found = refrain_at(document, &theses, rest).or_else(|| group_at(document, &theses, rest, two(at)));
            let Some(members) = found else {
                at += 1;
                continue;
            };
            let last = members.last().map_or(0, |m| m.0);
            at += rest.partition_point(|&i| i <= last);
            heads.extend(members.into_iter().map(|(paragraph, heading)| {
                let opens = document.paragraphs.get(paragraph).is_some_and(|p| p.first().start == heading.start);
                let standing = if opens { Standing::Opening } else { Standing::Inside };
                Head::parallel(paragraph, heading, standing, Evidence::Frame, group)
            }));
            group += 1;
        }
    }
    heads
}

/// The group of paragraphs that open with the very phrase the first opens with (`五年来，`), others between them.
fn refrain_at(document: &Document, theses: &Theses, section: &[usize]) -> Option<Vec<(usize, Span)>> {
    let &first = section.first()?;
    let lead = theses.at(first)?;
    let phrase = lead.opening.of(document.text);
    // 会议指出， reports; 我们深刻认识到， heads what its paragraph unfolds
    let ours = phrase.starts_with("我们");
    if !(3..=8).contains(&phrase.chars().count())
        || !ours && lead.reports
        || OutlineWords::get().general.contains(&phrase)
    {
        return None;
    }
    let opens = |t: &Span| {
        let words = t.of(document.text);
        words.strip_prefix(phrase).is_some_and(|rest| rest.starts_with('，'))
    };
    let mut members: Vec<(usize, Span)> = Vec::new();
    let mut since = 0;
    let mut short = 0;
    let unfolds = |i: usize| !ours || document.paragraphs.get(i).is_some_and(|p| p.sentences.len() > 1);
    for &i in section {
        if let Some(t) = theses.at(i).map(|t| t.span).filter(opens).filter(|_| unfolds(i)) {
            members.push((i, bare_span(document.text, t)));
            short += usize::from(document.width(t) <= LONGEST);
            since = 0;
        } else {
            since += 1;
            if since > if members.len() < 3 { APART } else { APART_OF_MANY } {
                break;
            }
        }
    }
    // Three theses show what the phrase is for; among them one may be long, and where we speak behind it (`五年来，我们……`) all.
    let we = |t: &Span| ours || t.of(document.text).get(phrase.len()..).is_some_and(|rest| rest.starts_with("，我们"));
    let enough = short >= 3 || members.iter().filter(|m| we(&m.1)).nth(2).is_some();
    (enough && members.first().is_some_and(|m| m.0 == first)).then_some(members)
}

/// The group that begins with the first of these paragraphs; `two` tells whether they are two that may divide their section.
fn group_at(document: &Document, theses: &Theses, section: &[usize], two: bool) -> Option<Vec<(usize, Span)>> {
    let mut run = section.iter().map_while(|&i| Some((i, theses.at(i)?)));
    let (first, second) = (run.next()?, run.next()?);
    let shared = Shared::of(document.text, first.1, second.1)?;
    let mut members = vec![(first.0, first.1.span), (second.0, second.1.span)];
    members.extend(run.map(|(i, t)| (i, t.span)).take_while(|(_, t)| shared.fits(t.of(document.text))));
    members.splice(0..0, behind_lead(document, &shared, first.0));
    let scope = matches!(shared, Shared::Scope(..));
    // 我们… heads only in a longer row of theses of one length.
    let we = matches!(&shared, Shared::Prefix(p) if p == "我们");
    let widths = || members.iter().map(|m| document.width(m.1));
    let even = widths().max().unwrap_or(0) - widths().min().unwrap_or(0) <= 12;
    // Two that fill their section may divide it between them: 在城区建设上，……。 / 在乡村建设上，……。
    let divided = scope
        && two
        && frame::common_suffix(first.1.opening.of(document.text), second.1.opening.of(document.text)) >= DIVIDED;
    let least = match (we, divided) {
        (true, _) => 4,
        (_, true) => 2,
        _ => 3,
    };
    // `我们有以下几点体会：` and then 必须坚持…，… each a long sentence: its first clause heads.
    let promised = matches!(&shared, Shared::Prefix(p) if p.chars().count() >= 4) && is_promised(document, first.0);
    let fits = |t: Span| scope || promised || document.width(t) <= LONGEST;
    let enough = members.len() >= least && (!we || even) && members.iter().all(|m| fits(m.1));
    enough.then(|| {
        members
            .iter()
            .map(|&(i, t)| {
                let phrase = frame::opening(t.of(document.text)).len();
                // A long sentence after a scope phrase is no topic sentence: the phrase alone heads.
                let long = (scope || promised) && document.width(t) > LONGEST;
                (i, bare_span(document.text, Span::new(t.start, if long { t.start + phrase } else { t.end })))
            })
            .collect()
    })
}

/// The head before the first, where it stands in the paragraph above behind what leads in: `我们坚持了这样几条。把富民作为主题。……`
fn behind_lead(document: &Document, shared: &Shared, first: usize) -> Option<(usize, Span)> {
    let above = first.checked_sub(1)?;
    let p = document.paragraphs.get(above).filter(|p| !p.is_open() && !p.torn)?;
    let [_, sentence, _, ..] = *p.sentences else { return None };
    let head = to_first_stop(document.text, sentence);
    let whole = !p.is_marked(sentence) && !has_clause_mark(head.of(document.text));
    let framed = matches!(shared, Shared::Prefix(prefix) if prefix.chars().nth(2).is_some());
    (whole && framed && shared.fits(head.of(document.text))).then_some((above, head))
}

/// Whether the paragraph above promises a number of points.
fn is_promised(document: &Document, first: usize) -> bool {
    let above = first.checked_sub(1).and_then(|i| document.paragraphs.get(i));
    above.is_some_and(|p| p.sentences.last().is_some_and(|s| p.promises_in(*s).next().is_some()))
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "对上，要主动汇报。各部门要加强联系。\n对中，要相互支持。各单位要齐心协力。\n对下，要搞好服务。机关干部要多下基层。",
                vec!["对上，要主动汇报", "对中，要相互支持", "对下，要搞好服务"],
            ),
            (
                "从全国看，形势总体平稳。各地都在发力。\n从全省看，竞争日益激烈。兄弟市你追我赶。\n从全市看，任务十分艰巨。短板依然存在。",
                vec!["从全国看，形势总体平稳", "从全省看，竞争日益激烈", "从全市看，任务十分艰巨"],
            ),
            (
                "班子建设为乡村振兴提供坚强保障。选好带头人，配强两委班子。\n制度创新为乡村振兴注入强劲动力。改到深处，群众得实惠。\n集体经济的壮大为乡村振兴夯实物质基础。家底厚了，办事就有底气。",
                vec![
                    "班子建设为乡村振兴提供坚强保障",
                    "制度创新为乡村振兴注入强劲动力",
                    "集体经济的壮大为乡村振兴夯实物质基础",
                ],
            ),
            (
                "坚持把富民作为主题。挣到钱才算数。\n坚持把壮大产业作为主线。产业升级不停步。\n坚持把深化改革作为动力。破除体制障碍。",
                vec!["坚持把富民作为主题", "坚持把壮大产业作为主线", "坚持把深化改革作为动力"],
            ),
            (
                "一年来，我们有以下几点体会：\n必须坚持把发展作为第一要务，咬定目标不放松，一年接着一年干，一任接着一任干，不断取得新的更大的成效，不断开创新的局面。\n必须坚持以人民为中心，把群众的小事当作自己的大事。\n必须坚持统筹兼顾，既抓当前又谋长远。",
                vec![
                    "必须坚持把发展作为第一要务",
                    "必须坚持以人民为中心，把群众的小事当作自己的大事",
                    "必须坚持统筹兼顾，既抓当前又谋长远",
                ],
            ),
            (
                "治水不停歇，坚决打好碧水保卫战。河长上岗履职。\n把烟尘管起来，坚决打好蓝天保卫战。散煤全部清零。\n土壤和垃圾一起治，坚决打好净土保卫战。农药减量增效。",
                vec![
                    "治水不停歇，坚决打好碧水保卫战",
                    "把烟尘管起来，坚决打好蓝天保卫战",
                    "土壤和垃圾一起治，坚决打好净土保卫战",
                ],
            ),
            (
                "在修路、架桥上始终为群众着想。图纸先让乡亲们看。\n在办学方面始终为群众着想。校车开到家门口。\n在看病吃药的事情上始终为群众着想。药价贴在墙上。",
                vec!["在修路、架桥上始终为群众着想", "在办学方面始终为群众着想", "在看病吃药的事情上始终为群众着想"],
            ),
            (
                "看全局，江河奔流不息，万亩良田喜获丰收。粮食满仓。\n抓当下，春风吹遍山乡，年轻人回来办合作社。人气渐旺。\n谋长远，一张蓝图在手，沟渠塘坝连成一片水网。水脉贯通。",
                vec![
                    "看全局，江河奔流不息，万亩良田喜获丰收",
                    "抓当下，春风吹遍山乡，年轻人回来办合作社",
                    "谋长远，一张蓝图在手，沟渠塘坝连成一片水网",
                ],
            ),
            (
                "看全局，江河奔流不息。粮食满仓。\n春风吹遍山乡，年轻人回来办合作社。人气渐旺。\n谋长远，一张蓝图在手。水脉贯通。",
                vec![],
            ),
            (
                "在校园食堂和集体用餐安全管理方面，要把好进货关，账目清清楚楚。\n在实验室安全方面，要把好操作关，柜子双人双锁。\n在宿舍和消防安全方面，要把好用电关，通道畅通无阻。",
                vec![
                    "在校园食堂和集体用餐安全管理方面，要把好进货关，账目清清楚楚",
                    "在实验室安全方面，要把好操作关，柜子双人双锁",
                    "在宿舍和消防安全方面，要把好用电关，通道畅通无阻",
                ],
            ),
            (
                "五年来，我们坚持把路修到山里，把桥架到对岸，把灯拉到村口，一个村一个村地通，一条沟一条沟地过，再远的寨子也不落下。通车那天放了鞭炮。\n五年来，我们坚持把学校办到家门口，把老师请到山里来，把书本送到孩子手上，一间教室一间教室地建，一个孩子也不让失学。书声琅琅。\n五年来，我们坚持把医生请进村，把药箱背上山，把病历建到户，一家一家地访，一位老人一位老人地查，小病不出村。人人安心。",
                vec![
                    "五年来，我们坚持把路修到山里，把桥架到对岸，把灯拉到村口，一个村一个村地通，一条沟一条沟地过，再远的寨子也不落下",
                    "五年来，我们坚持把学校办到家门口，把老师请到山里来，把书本送到孩子手上，一间教室一间教室地建，一个孩子也不让失学",
                    "五年来，我们坚持把医生请进村，把药箱背上山，把病历建到户，一家一家地访，一位老人一位老人地查，小病不出村",
                ],
            ),
            (
                "我们深深懂得，种地离不开水。渠要年年修。\n我们深深懂得，修渠离不开人。人要个个上。\n我们深深懂得，用人离不开情。情要处处有。",
                vec!["我们深深懂得，种地离不开水", "我们深深懂得，修渠离不开人", "我们深深懂得，用人离不开情"],
            ),
            (
                "在城区建设上，补短板、强弱项。老街修旧如旧。\n在乡村建设上，道路硬化、路灯点亮。村口种满了花。",
                vec!["在城区建设上，补短板、强弱项", "在乡村建设上，道路硬化、路灯点亮"],
            ),
            (
                "工作做在两处：\n在城区建设上，补短板、强弱项。老街修旧如旧。\n在乡村建设上，道路硬化、路灯点亮。村口种满了花。",
                vec!["在城区建设上，补短板、强弱项", "在乡村建设上，道路硬化、路灯点亮"],
            ),
            ("在城里，路修好了。大家高兴。\n在村里，灯点亮了。人人称赞。", vec![]),
            (
                "会议指出，要抓安全。各单位要落实。\n会议强调，要抓生产。各企业要复工。\n会议要求，要抓服务。各部门要靠前。",
                vec![],
            ),
            (
                "各位代表！新的一年任务艰巨。我们要真抓实干。\n各位代表！守土有责、守土尽责。各级都要担起担子。\n各位代表！蓝图已经绘就。让我们一起努力。",
                vec![],
            ),
            (
                "要抓安全生产这根弦。一刻不放松。\n要坚决防范化解各类重大风险隐患。一事不马虎。\n要落实责任。一环不脱节。",
                vec![],
            ),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }

    #[test]
    fn the_first_may_stand_behind_what_leads_in() {
        let two = "坚持把修路作为先手。路通了货才出得去。\n坚持把办学作为根本。孩子们有书读。";
        let rest = ["坚持把修路作为先手", "坚持把办学作为根本"];
        let led = format!("这几年定下几条规矩。坚持把种粮作为头等大事。仓里有粮心不慌。\n{two}");
        assert_eq!(headings(find, &led), [&["坚持把种粮作为头等大事"], &rest[..]].concat());
        // two are none, and neither are two behind another sentence
        assert_eq!(headings(find, two), Vec::<&str>::new());
        let other = format!("这几年定下几条规矩。种粮是头等大事。仓里有粮心不慌。\n{two}");
        assert_eq!(headings(find, &other), Vec::<&str>::new());
    }

    #[test]
    fn places_and_refrains() {
        for (text, expected) in [
            // what is taken for what
            (
                "以修路架桥为抓手，打通出山的门户。石板路换成了水泥路。\n以育人为根本，把学校办到家门口。老师住进了新宿舍。\n以合作社为龙头，让山货卖出好价钱。年底家家分红。",
                vec![
                    "以修路架桥为抓手，打通出山的门户",
                    "以育人为根本，把学校办到家门口",
                    "以合作社为龙头，让山货卖出好价钱",
                ],
            ),
            (
                "以修路架桥为抓手，打通出山的门户。石板路换成了水泥路。\n以老带新，把手艺传下去。师傅们都愿意教。\n以合作社为龙头，让山货卖出好价钱。年底家家分红。",
                vec![],
            ),
            // two characters where each thesis is made of two clauses
            (
                "聚焦种粮大户，把良种良法一起送到田头。农技员住进了村。\n聚焦山货销路，开好网店。订单来自四面八方。\n聚焦老人看病，让大夫背着药箱上门。药费当场就能报。",
                vec![
                    "聚焦种粮大户，把良种良法一起送到田头",
                    "聚焦山货销路，开好网店",
                    "聚焦老人看病，让大夫背着药箱上门",
                ],
            ),
            (
                "聚焦种粮大户的难处。农技员住进了村。\n聚焦山货销路，开好网店，多招人手。订单来自四面八方。\n聚焦老人看病这件事情办。药费当场就能报。",
                vec![],
            ),
            // characters at the same places of first clauses equally long
            (
                "用滴水穿石的韧劲治理荒山，一年栽一坡。树苗都活了。\n用众人拾柴的干劲修通公路，一月铺一里。车子开进来了。\n用细水长流的巧劲办好学校，一届送一届。孩子们有出息了。",
                vec![
                    "用滴水穿石的韧劲治理荒山，一年栽一坡",
                    "用众人拾柴的干劲修通公路，一月铺一里",
                    "用细水长流的巧劲办好学校，一届送一届",
                ],
            ),
            (
                "用滴水穿石的韧劲治理荒山，一年栽一坡。树苗都活了。\n众人拾柴火焰高公路通了，一月铺一里。车子开进来了。\n细水长流几十年学校好了，一届送一届。孩子们有出息了。",
                vec![],
            ),
            // three have come back; the next may stand further off
            (
                &format!(
                    "这些年，我们修路。路通了。\n这些年，我们办学。书声琅琅。\n这些年，我们行医。人人安心。\n{}这些年，我们植树。满山绿了。",
                    "村里的事一件一件办好。件件有着落。\n".repeat(12)
                ),
                vec!["这些年，我们修路", "这些年，我们办学", "这些年，我们行医", "这些年，我们植树"],
            ),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }
}
