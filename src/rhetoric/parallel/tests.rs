//! Cases of parallelism and pairs, without a dictionary: what raw characters show.

use super::*;
use crate::layout::BlockKind;
use crate::segment::Segmenter;
use crate::segment::dictionary::{Entry, encode};
use crate::{layout, outline};
use proptest::prelude::*;

fn groups(text: &str) -> Vec<Parallelism> {
    find(text, &Tokens::default())
}

fn find(text: &str, tokens: &Tokens) -> Vec<Parallelism> {
    let layout = layout::read(text);
    let glyphs = crate::rhetoric::alone::read(text, &layout, None).glyphs;
    let reader = Reader::new(text, tokens, glyphs);
    let paragraphs = layout.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph);
    let within = paragraphs.flat_map(|b| reader.of_paragraph(b.span)).collect();
    reader.all(&layout, &outline::find(text, &layout), within)
}

/// Frame and members of every group of three and more.
fn parallelisms(text: &str) -> Vec<String> {
    let view = |p: Parallelism| {
        let members: Vec<&str> = p.members.iter().map(|m| m.of(text)).collect();
        format!("{} = {}", p.frame, members.join(" | "))
    };
    groups(text).into_iter().filter(|p| p.kind == ParallelismKind::Parallelism).map(view).collect()
}

#[test]
fn like_neighbours_are_found_with_their_frame() {
    for (text, expected) in [
        ("切忌拖拉推诿，切忌空喊口号，切忌脱离群众。", "切忌… = 切忌拖拉推诿 | 切忌空喊口号 | 切忌脱离群众"),
        ("必须以学习增本领，以实干出业绩，以廉洁树形象。", "以… = 以学习增本领 | 以实干出业绩 | 以廉洁树形象"),
        ("队伍要拉得出、冲得上、打得赢。", "…得… = 拉得出 | 冲得上 | 打得赢"),
        ("城市更宜居，乡村更宜业，百姓更舒心。", "…更… = 城市更宜居 | 乡村更宜业 | 百姓更舒心"),
        ("做到早发现、早报告、早处置。", "早… = 早发现 | 早报告 | 早处置"),
        ("事实证明，方向是正确的，措施是有力的，成效是明显的。", "…是…的 = 方向是正确的 | 措施是有力的 | 成效是明显的"),
        (
            "修路是好事：有利于运出山货，带来收入，有利于引进游客，激活市场，有利于方便出行，改善民生。",
            "有利于… = 有利于运出山货，带来收入 | 有利于引进游客，激活市场 | 有利于方便出行，改善民生",
        ),
        (
            "一是坚持问题导向，补齐短板。二是坚持群众路线，汇聚合力。三是坚持试点先行，积累经验。",
            "坚持… = 坚持问题导向，补齐短板 | 坚持群众路线，汇聚合力 | 坚持试点先行，积累经验",
        ),
        (
            "第一，要以学习强化担当。学习是基础。\n第二，要以实干体现担当。实干是关键。\n第三，要以清廉保证担当。清廉是底线。",
            "要以…担当 = 要以学习强化担当 | 要以实干体现担当 | 要以清廉保证担当",
        ),
        ("服务群众、服务企业和服务基层。", "服务… = 服务群众 | 服务企业 | 服务基层"),
    ] {
        let found = parallelisms(text);
        assert!(found.iter().any(|f| f == expected), "{text}: {found:?}");
    }
}

#[test]
fn counting_statistics_and_lone_modals_are_none() {
    for text in [
        "调动积极性、主动性、创造性。",
        "参加会议的有教育局、公安局、财政局。",
        "我们要重视会议。我们要完善材料撰写制度。我们要带动队伍。",
        "产值增长5%，出口增长3.2%，税收增长8%。",
        "他来了，天黑了，灯灭了。",
        "会议听取了汇报，审议了方案。随后，代表们分组讨论，提出不少建议。",
        "加强领导，注重实效，不走过场。",
    ] {
        assert_eq!(parallelisms(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn slots_fill_the_gaps_of_the_frame() {
    let text = "以学习强化担当，以实干体现担当，以清廉保证担当。";
    let found = groups(text);
    let group = found.first().expect("a group");
    let slots: Vec<&str> = group.slots.iter().flatten().map(|s| s.of(text)).collect();
    assert_eq!((group.frame.as_str(), slots), ("以…担当", vec!["学习强化", "实干体现", "清廉保证"]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn members_are_in_order_within_one_document_and_apart(
        text in "(([一二三]是|以|要|坚持|“|”|学习|实干|更好|得|。|，|、|；|：|\n| |5%){1,6}){0,20}"
    ) {
        let layout = layout::read(&text);
        for group in groups(&text) {
            prop_assert!(group.members.len() >= 2);
            prop_assert_eq!(group.slots.len(), group.members.len());
            prop_assert!(group.members.windows(2).all(|w| w[0].end <= w[1].start), "{:?}", group);
            prop_assert!(group.members.iter().zip(&group.slots).all(|(m, s)| s.iter().all(|s| m.contains(*s))));
            let document = |s: &Span| layout.documents.iter().position(|d| d.span.contains(*s));
            let first = document(&group.members[0]);
            prop_assert!(first.is_some() && group.members.iter().all(|m| document(m) == first));
        }
    }
}

/// Pairs of a text read with a small dictionary, as `a | b`.
fn pairs(text: &str) -> Vec<String> {
    const WORDS: [(&str, &str); 24] = [
        ("推动", "v"),
        ("促进", "v"),
        ("守住", "v"),
        ("筑牢", "v"),
        ("带动", "v"),
        ("产业", "n"),
        ("乡村", "n"),
        ("农户", "n"),
        ("升级", "v"),
        ("振兴", "v"),
        ("增收", "v"),
        ("生态", "n"),
        ("粮食", "n"),
        ("底线", "n"),
        ("红线", "n"),
        ("防线", "n"),
        ("安全", "a"),
        ("会议", "n"),
        ("十分", "m"),
        ("重要", "a"),
        ("听取", "v"),
        ("汇报", "n"),
        ("以", "p"),
        ("了", "ul"),
    ];
    let entries = WORDS.map(|(word, tag)| Entry { word, freq: 100, tag });
    let segmenter = Segmenter::from_dictionary(encode(&entries)).expect("a dictionary");
    let layout = layout::read(text);
    let found = find(text, &segmenter.tokens(text, &layout));
    let view = |p: &Parallelism| p.members.iter().map(|m| m.of(text)).collect::<Vec<_>>().join(" | ");
    found.iter().filter(|p| p.kind == ParallelismKind::Pair).map(view).collect()
}

#[test]
fn pairs_are_exactly_two_of_one_length_and_one_pattern() {
    for (text, expected) in [
        ("推动产业升级，促进乡村振兴。", vec!["推动产业升级 | 促进乡村振兴"]),
        ("我们守住生态红线，筑牢粮食防线。", vec![]),
        ("守住生态红线，筑牢粮食防线。", vec!["守住生态红线 | 筑牢粮食防线"]),
        // Three are parallelism, shorter ones a chain of four; figures, unlike words and unlike lengths make none.
        ("推动产业升级，促进乡村振兴，带动农户增收。", vec![]),
        ("推动升级，促进振兴。", vec![]),
        ("推动3个产业升级，促进5个乡村振兴。", vec![]),
        ("会议十分重要，听取了汇报。", vec![]),
        ("推动产业升级，促进振兴。", vec![]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn things_of_one_kind_are_no_parallelism_for_sharing_their_last_word() {
    let groups = |text: &str| {
        let entries =
            [("生态", "n"), ("粮食", "n"), ("安全", "n"), ("底线", "n"), ("守住", "v"), ("筑牢", "v"), ("拉紧", "v")];
        let entries = entries.map(|(word, tag)| Entry { word, freq: 100, tag });
        let segmenter = Segmenter::from_dictionary(encode(&entries)).expect("a dictionary");
        let layout = layout::read(text);
        find(text, &segmenter.tokens(text, &layout)).len()
    };
    assert_eq!(groups("包括生态底线、粮食底线、安全底线。"), 0);
    assert_eq!(groups("做到守住底线、筑牢底线、拉紧底线。"), 1);
}
