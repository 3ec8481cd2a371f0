//! Cases of the uppermost part of the tree.

use crate::rhetoric::rst::tree::drawn::{drawn, tree};

/// What each document says; drawn as `BODY` here.
const SAID: &str = "坚持稳中求进，一件事情接着一件事情办，一年接着一年干，久久为功，务求实效。";

fn cases(cases: &[(&str, &str)]) {
    for (text, want) in cases {
        let text = text.replace("{}", SAID);
        assert_eq!(drawn(&text).replace("坚持稳中求…", "BODY"), *want, "{text}");
        let rst = tree(&text);
        let leaves = rst.nodes.iter().filter(|n| rst.edus.contains(&n.span)).count();
        assert_eq!(leaves, rst.edus.len(), "a unit without a node: {text}");
    }
}

#[test]
fn what_stands_around_a_body() {
    cases(&[
        (
            "关于修路的通知\n各乡镇：\n{}\n某县人民政府\n2026年3月5日\n",
            "[organization-heading ~关于修路的… [context-circumstance [attribution-positive \
             [organization-preparation ~各乡镇： BODY] ~某县人民政…] ~2026年…]]",
        ),
        (
            "在全县大会上的讲话\n（2026年3月5日）\n县长　李某\n同志们：\n{}\n谢谢大家！\n",
            "[organization-heading ~在全县大会… [organization-phatic [context-circumstance ~（2026… \
             [attribution-positive ~县长李某 [organization-phatic ~同志们： BODY]]] ~谢谢大家！]]",
        ),
        (
            "敢于担当\n——在全县大会上的讲话\n{}\n（新华社北京1月2日电）\n",
            "[organization-heading ~[elaboration-additional 敢于担当 ~——在全县…] [attribution-positive BODY ~（新华社北…]]",
        ),
        // Nothing around, nothing but that, nothing.
        ("{}\n", "BODY"),
        ("敢于担当\n", "敢于担当"),
        ("", ""),
    ]);
}

#[test]
fn documents_stand_side_by_side() {
    cases(&[
        (
            "敢于担当\n市长 王某\n{}\n勇于创新\n副市长 李某\n{}\n",
            "[joint-other [organization-heading ~敢于担当 [attribution-positive ~市长王某 BODY]] \
             [organization-heading ~勇于创新 [attribution-positive ~副市长李某 BODY]]]",
        ),
        // Attachments are of the document above them alone.
        (
            "敢于担当\n市长 王某\n{}\n工作方案\n副市长 李某\n{}\n附件1\n任务分工表\n{}\n",
            "[joint-other [organization-heading ~敢于担当 [attribution-positive ~市长王某 BODY]] \
             [elaboration-additional [organization-heading ~工作方案 [attribution-positive ~副市长李某 BODY]] \
             ~[organization-preparation ~附件1 [organization-heading ~任务分工表 BODY]]]]",
        ),
    ]);
}

#[test]
fn labels_of_attachments_go_with_what_they_announce() {
    cases(&[
        // A number announces the next attachment.
        (
            "工作方案\n{}\n附件1\n任务分工表\n{}\n附件2\n名词解释\n{}\n",
            "[elaboration-additional [organization-heading ~工作方案 BODY] \
             ~[joint-list [organization-preparation ~附件1 [organization-heading ~任务分工表 BODY]] \
             [organization-preparation ~附件2 [organization-heading ~名词解释 BODY]]]]",
        ),
        // No number, and all of them are announced.
        (
            "座谈会发言\n各科室：\n{}\n附：发言\n敢于担当\n市长 王某\n{}\n勇于创新\n副市长 李某\n{}\n",
            "[elaboration-additional [organization-heading ~座谈会发言 [organization-preparation ~各科室： BODY]] \
             ~[organization-preparation ~附：发言 \
             [joint-list [organization-heading ~敢于担当 [attribution-positive ~市长王某 BODY]] \
             [organization-heading ~勇于创新 [attribution-positive ~副市长李某 BODY]]]]]",
        ),
        // Not those above it.
        (
            "工作方案\n{}\n附件1\n任务分工表\n{}\n附：发言\n敢于担当\n市长 王某\n{}\n",
            "[elaboration-additional [organization-heading ~工作方案 BODY] \
             ~[joint-list [organization-preparation ~附件1 [organization-heading ~任务分工表 BODY]] \
             [organization-preparation ~附：发言 [organization-heading ~敢于担当 [attribution-positive ~市长王某 BODY]]]]]",
        ),
        (
            "。\n附件1\n附件：\n首先",
            "[elaboration-additional 。 ~[joint-list 附件1 [organization-preparation ~附件： 首先]]]",
        ),
        // A note above the signature stays in its document, whether the attachment follows or not.
        (
            "工作方案\n{}\n附件：任务分工表\n某县人民政府\n2026年3月5日\n任务分工表\n{}\n",
            "[elaboration-additional [organization-heading ~工作方案 [context-circumstance [attribution-positive \
             [elaboration-additional BODY ~附件：任务…] ~某县人民政…] ~2026年…]] \
             ~[organization-heading ~任务分工表 BODY]]",
        ),
        (
            "工作方案\n{}\n附件：任务分工表\n某县人民政府\n2026年3月5日\n",
            "[organization-heading ~工作方案 [context-circumstance [attribution-positive \
             [elaboration-additional BODY ~附件：任务…] ~某县人民政…] ~2026年…]]",
        ),
        ("工作方案\n{}\n附件1\n", "[organization-heading ~工作方案 [elaboration-additional BODY ~附件1]]"),
    ]);
}

#[test]
fn the_depth_does_not_grow_with_the_lines_around() {
    let lines = |line: &str| format!("{line}\n").repeat(200);
    let said = "路要平，桥要牢，学校要办好，一件一件抓落实。\n";
    let texts = [
        format!("{}{said}", lines("同志们：")),
        format!("{said}{}", lines("谢谢大家！")),
        format!("同志们：\n{said}{}{said}", lines("各位代表！")),
        format!("同志们：\n{said}{}一、修路\n路要平。\n二、架桥\n桥要牢。\n", lines("各位代表！")),
    ];
    for text in texts {
        let rst = tree(&text);
        let mut depths: Vec<usize> = Vec::new();
        for node in &rst.nodes {
            depths.push(node.parent.map_or(0, |p| depths[p] + 1));
        }
        assert!(depths.iter().all(|&d| d < 60), "{:?}: {text}", depths.iter().max());
    }
}
