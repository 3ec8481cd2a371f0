//! Cases of where a point ends.

use super::*;
use crate::rhetoric::rst::edu::cut::tests::cut_plainly;

/// The last node of a text without parent, as far as it goes.
fn last_point(text: &str) -> String {
    point_of(text, |node| node.parent.is_none())
}

fn point_of(text: &str, wanted: impl Fn(&Node) -> bool) -> String {
    let (layout, outline, cut) = cut_plainly(text);
    let kinds: Vec<BlockKind> = cut.blocks.iter().map(|&b| layout.blocks[b].kind).collect();
    let ends = ends(text, &Context::new(&cut.units), &kinds, &outline);
    let last = outline.nodes.iter().rposition(wanted).unwrap();
    let to = cut.units[ends[last] - 1].span.end;
    text[outline.nodes[last].span.start..to].replace('\n', "|")
}

#[test]
fn a_sentence_that_takes_up_the_heading_above_is_no_part_of_the_last_point() {
    for (closing, left_out) in
        [("乡村道路建设关系千家万户。", true), ("养护的人要天天上路去看。", false), ("乡村的道路要建设好。", false)]
    {
        let text = format!(
            "工作报告\n\n一、抓好乡村道路建设。一要修路。路要平，路要宽。二要架桥。桥要牢。桥要稳。三要养护。养要勤。养要早。{closing}\n二、办学\n学要好。"
        );
        let point = point_of(&text, |n| n.heading.of(&text) == "养护");
        assert_eq!(!point.contains(closing), left_out, "{closing}: {point}");
    }
}

#[test]
fn a_point_ends_before_the_address_that_opens_the_next() {
    let text = "工作报告\n\n一、修路\n路要平。\n同志们！\n二、架桥\n桥要牢。\n";
    assert_eq!(point_of(text, |n| n.heading.of(text) == "修路"), "一、修路|路要平。");
    let text = "工作报告\n\n一、修路\n同志们！\n路要平。\n二、架桥\n桥要牢。\n";
    assert_eq!(point_of(text, |n| n.heading.of(text) == "修路"), "一、修路|同志们！|路要平。");
}

#[test]
fn a_list_is_measured_by_its_own_members() {
    // The first list has members of several sentences, the second none.
    let text = "工作报告\n\n一、今年的事\n要做两件事。一是修路。路要平。二是架桥。桥要牢。\n\
                目标是：一是路好走，二是桥好过，三是学好上。大家再干五年，日子越过越好。\n二、明年的事\n接着办。\n";
    assert_eq!(point_of(text, |n| n.heading.of(text).starts_with("学好上")), "三是学好上。");
}

#[test]
fn the_last_point_leaves_out_what_is_said_of_all() {
    let cases = [
        // Lists inside a paragraph: by sentences, by openers.
        ("要抓好三件事。一是修路。二是架桥。三是办学。大家都要出力。", "三是办学。"),
        ("要抓好三件事。一是修路。路要平。二是架桥。三是办学。学要好。各级政府都要尽力。", "三是办学。学要好。"),
        ("要抓好三件事。一是修路。路要平。二是架桥。三是办学。为落实以上工作，要加人。", "三是办学。"),
        ("一方面，要修路。另一方面，要架桥。两件事都急。", "另一方面，要架桥。"),
        ("要抓好两件事。一要修路。路要平。二要架桥。桥要牢。在这两方面，人手都不够。", "二要架桥。桥要牢。"),
        ("要抓好三件事。一是修路。路要平。二是架桥。桥要牢。三是办学。学要好。", "三是办学。学要好。"),
        (
            "五年工作\n\n一、修路\n村道修通了。路要平，路要宽，还要有人天天去养护。\n架桥不停步。桥要牢，桥要稳，还要有人天天去看守。\n办学不停步。学要好，学要勤，还要有人天天去教书。五年来，全县面貌一新！\n",
            "一、修路|村道修通了。路要平，路要宽，还要有人天天去养护。|架桥不停步。桥要牢，桥要稳，还要有人天天去看守。|办学不停步。学要好，学要勤，还要有人天天去教书。五年来，全县面貌一新！",
        ),
        ("要抓好三件事。一是修路。路要平。二是架桥。三是办学。学要好。五年来，全县面貌一新！", "三是办学。学要好。"),
        // The last sentence takes up the heading of all.
        (
            "工作报告\n\n一、抓好乡村道路建设。一要修路。路要平。二要架桥。桥要牢。三要养护。养要勤。乡村道路建设关系千家万户。\n二、抓好学校\n学要好。",
            "二、抓好学校|学要好。",
        ),
        // Lists of paragraphs.
        (
            "关于工作的意见\n\n一、修路。路要平。\n二、架桥。桥要牢。\n三、办学。学要好。\n各地抓好落实。",
            "三、办学。学要好。",
        ),
        // Sections on lines of their own end at a salutation, a summary, a call.
        ("工作报告\n\n一、修路\n路要平。\n二、架桥\n桥要牢。\n各位代表！\n目标已定。", "二、架桥|桥要牢。"),
        ("工作报告\n\n一、修路\n路要平。\n二、架桥\n桥要牢。\n总之，工作要抓好。", "二、架桥|桥要牢。"),
        ("工作报告\n\n一、修路\n路要平。\n二、架桥\n桥要牢。\n让我们携手，抓好工作！", "二、架桥|桥要牢。"),
        ("工作报告\n\n一、修路\n路要平。\n二、架桥\n桥要牢。\n各位代表，目标已定，大家出力。", "二、架桥|桥要牢。"),
        (
            "工作报告\n\n一、任务\n（一）修路\n路要平。\n（二）架桥\n桥要牢。\n大家一起努力，把事办好！\n二、经费\n钱已备好。",
            "二、经费|钱已备好。",
        ),
        ("工作规定\n\n一、修路\n路要平。\n二、架桥\n桥要牢。\n本规定自印发之日起施行。", "二、架桥|桥要牢。"),
        ("工作报告\n\n一、修路\n路要平。\n二、架桥\n桥要牢。\n桥要多。", "二、架桥|桥要牢。|桥要多。"),
        // An article has several paragraphs; a closing part keeps what it says.
        ("工作规定\n\n第一条　修路。\n第二条　架桥。\n第三条　办学。\n学要好。", "第三条　办学。|学要好。"),
        (
            "工作报告\n\n一、修路\n修路要平，大家都要出力，路要修到村口。\n二、架桥\n架桥要牢，大家都要出力，桥要架到山前。\n\
             三、办学\n办学要好，大家都要出力，学校要办到家门。\n结束语\n各位代表！\n今年要办的事一件接一件，能帮上忙的人也比往年多。让我们携手，抓好工作！",
            "结束语|各位代表！|今年要办的事一件接一件，能帮上忙的人也比往年多。让我们携手，抓好工作！",
        ),
    ];
    for (text, want) in cases {
        assert_eq!(last_point(text), want, "{text}");
    }
}
