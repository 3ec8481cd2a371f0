//! Cases of what the outline fixes.

use crate::rhetoric::rst::Evidence;
use crate::rhetoric::rst::tree::drawn::{drawn, tree};

#[test]
fn headings_lists_and_what_announces_them() {
    let cases = [
        // A line heads what is below it; a sentence is elaborated; a colon prepares; a statement
        // has its details below.
        (
            "一、修路\n路要平。\n二、架桥\n桥要牢。\n",
            "[joint-list [organization-heading ~一、修路 路要平。] [organization-heading ~二、架桥 桥要牢。]]",
        ),
        (
            "一是修路。路要平。二是架桥。桥要牢。",
            "[joint-list [elaboration-additional 一是修路。 ~路要平。] [elaboration-additional 二是架桥。 ~桥要牢。]]",
        ),
        (
            "一、修路要这样：\n路要平。\n二、架桥\n桥要牢。\n",
            "[joint-list [organization-preparation ~一、修路要… 路要平。] [organization-heading ~二、架桥 桥要牢。]]",
        ),
        (
            "第一条　为了把全县的乡村道路修好、管好、护好，让群众出行更加方便，根据有关规定，结合本县实际，制定本办法。\n\
             前款所称道路，不含小区。\n第二条　路要平。\n",
            "[joint-list [elaboration-additional 第一条为了… ~前款所称道…] 第二条路要…]",
        ),
        (
            "一、今年的事\n（一）修路。路要平。\n（二）架桥。桥要牢。\n二、明年的事\n学要好。\n",
            "[joint-list [organization-heading ~一、今年的… [joint-list [elaboration-additional （一）修路… ~路要平。] \
             [elaboration-additional （二）架桥… ~桥要牢。]]] [organization-heading ~二、明年的… 学要好。]]",
        ),
        // A promise of points or a colon announces the list, another sentence does not.
        (
            "要抓好两件事。一是修路。二是架桥。",
            "[organization-preparation ~要抓好两件… [joint-list 一是修路。 二是架桥。]]",
        ),
        (
            "主要有：\n一、修路。\n二、架桥。\n",
            "[organization-preparation ~主要有： [joint-list 一、修路。 二、架桥。]]",
        ),
        ("大家都出了力。一是修路。二是架桥。", "[? 大家都出了… [joint-list 一是修路。 二是架桥。]]"),
        // A name of what follows heads it; a statement does not.
        (
            "一是关于修路。路要平。二是关于架桥，要办好。桥要牢。",
            "[joint-list [organization-heading ~一是关于修… 路要平。] [elaboration-additional 二是关于架… ~桥要牢。]]",
        ),
        // Numbers that begin anew, and points of two kinds, make two lists.
        (
            "一是修路。二是架桥。一是路要平。二是桥要牢。",
            "[? [joint-list 一是修路。 二是架桥。] [joint-list 一是路要平… 二是桥要牢…]]",
        ),
        (
            "一是修路。二是架桥。第一，路要平。第二，桥要牢。",
            "[? [joint-list 一是修路。 二是架桥。] [joint-list 第一，路要… 第二，桥要…]]",
        ),
    ];
    for (text, want) in cases {
        assert_eq!(drawn(text), want, "{text}");
    }
}

#[test]
fn an_address_in_mid_speech_opens_what_follows() {
    let cases = [
        ("同志们！\n大家要记住。\n", "[? 路要平，桥… [organization-phatic ~同志们！ 大家要记住…]]"),
        (
            "各位代表！\n同志们！\n大家要记住。\n",
            "[? 路要平，桥… [organization-phatic ~各位代表！ [organization-phatic ~同志们！ 大家要记住…]]]",
        ),
        // Before a list all of it, between two points the second.
        (
            "下面讲两点。\n同志们！\n一、修路\n路要平。\n二、架桥\n桥要牢。\n",
            "[? 路要平，桥… [organization-preparation ~下面讲两点… [organization-phatic ~同志们！ \
             [joint-list [organization-heading ~一、修路 路要平。] [organization-heading ~二、架桥 桥要牢。]]]]]",
        ),
        (
            "一、修路\n路要平。\n同志们！\n二、架桥\n桥要牢。\n",
            "[? 路要平，桥… [joint-list [organization-heading ~一、修路 路要平。] \
             [organization-phatic ~同志们！ [organization-heading ~二、架桥 桥要牢。]]]]",
        ),
        (
            "一是修路。\n二是架桥。\n同志们！\n第一，路要平。\n第二，桥要牢。\n",
            "[? 路要平，桥… [? [joint-list 一是修路。 二是架桥。] \
             [organization-phatic ~同志们！ [joint-list 第一，路要… 第二，桥要…]]]]",
        ),
        // An outcry is no address.
        ("大家！\n大家要记住。\n", "[? 路要平，桥… [? 大家！ 大家要记住…]]"),
    ];
    for (text, want) in cases {
        let text = format!("同志们：\n路要平，桥要牢，学校要办好，一件一件抓落实。\n{text}");
        assert_eq!(drawn(&text), format!("[organization-phatic ~同志们： {want}]"), "{text}");
    }
}

/// The members of the list of points with run-in heads, by their first two characters.
fn members(paragraphs: &[&str]) -> String {
    let text = format!("工作报告\n\n一、今年的工作\n{}\n", paragraphs.join("\n"));
    let rst = tree(&text);
    let member = |n: &&crate::rhetoric::RstNode| n.relation == "joint-list" && n.evidence == Evidence::Layout;
    let heads = rst.nodes.iter().filter(member).map(|n| n.span.of(&text).trim().chars().take(2).collect::<String>());
    heads.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_paragraph_built_like_its_neighbours_is_a_member_of_their_list() {
    let roads = "推进乡村道路建设。路要平。路要宽。路要长。";
    let bridges = "加强乡村桥梁建设。桥要牢。桥要稳。桥要多。";
    let culture = "抓好乡村文化活动。戏要好。歌要多。书要新。";
    // Its first sentence is too long for a head of the outline.
    let school = "办好乡村学校，让山里的孩子在家门口就能上好学、读好书、走好路。学要好。学要勤。学要早。";
    assert_eq!(members(&[roads, bridges, culture, school]), "推进 加强 抓好 办好");
    assert_eq!(members(&[school, roads, bridges, culture]), "办好 推进 加强 抓好");
    let others = [
        // a sentence that is too long, too few sentences, no demand, of the whole, a call, an
        // announcement
        "办好乡村学校，让山里的孩子在家门口就能上好学、读好书、走好路，让山里的老师在讲台上站得稳、留得住、教得好。学要好。学要勤。",
        "办好乡村学校，让山里的孩子在家门口就能上好学、读好书、走好路。学要好。",
        "山里的孩子在家门口就能上好学、读好书、走好路，多年的愿望成真了。学要好。学要勤。学要早。",
        "回顾山里办学的一年，孩子在家门口就上好了学、读好了书、走好了路。学校多了。老师多了。",
        "办好乡村学校，让山里的孩子在家门口就能上好学、读好书、走好路。学要好。学要早！",
        "办好乡村学校，让山里的孩子在家门口就能上好学、读好书、走好路。学要好。做法如下：",
    ];
    for other in others {
        assert_eq!(members(&[roads, bridges, culture, other]), "推进 加强 抓好", "{other}");
        assert_eq!(members(&[other, roads, bridges, culture]), "推进 加强 抓好", "{other}");
    }
    // Much shorter than the others.
    let long = [roads, bridges, culture]
        .map(|p| format!("{p}{}", "这件事要一年接着一年办，一村接着一村办，直到办好。".repeat(4)));
    assert_eq!(members(&[&long[0], &long[1], &long[2], school]), "推进 加强 抓好");
    // Points with numbers have no unnumbered equals.
    assert_eq!(members(&["（一）修路。路要平。路要宽。", "（二）架桥。桥要牢。桥要稳。", school]), "（一 （二");
}
