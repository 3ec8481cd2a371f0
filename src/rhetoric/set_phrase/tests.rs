//! Cases of the set-phrase rule.

use super::*;
use crate::{layout, outline};

fn names(text: &str) -> Vec<String> {
    let layout = layout::read(text);
    let outline = outline::find(text, &layout);
    let quoted = crate::rhetoric::alone::read(text, &layout, None).quoted;
    find(text, &layout, &outline, &Tokens::default(), quoted, None).into_iter().map(|p| p.text).collect()
}

#[test]
fn names_of_lists_are_found() {
    for (text, expected) in [
        ("坚决做到“五个过硬”，落实“四定”机制。", vec!["五个过硬", "四定"]),
        ("围绕“四为四高两同步”抓落实。", vec!["四为四高两同步"]),
        ("推行“双随机、一公开”监管。", vec!["双随机、一公开"]),
        ("强化双招双引，优化三屏两带六廊多点格局。", vec!["双招双引", "三屏两带六廊多点"]),
        ("开展“九乱”整治。九乱问题明显减少。", vec!["九乱"]),
        ("“新双优”试点铺开，启动“清四患”行动。", vec!["双优", "清四患"]),
        ("做到四个不放过。凡四个不放过没有落实的，一律通报。", vec!["四个不放过"]),
        ("形成两圈联动、三核引领的格局。", vec!["两圈", "三核"]),
        ("打造“一廊一区一带”。", vec!["一廊一区一带"]),
        ("实施“碳减排十大行动”。", vec!["碳减排十大行动"]),
        ("食堂推行“三统一、一公示”。", vec!["三统一、一公示"]),
        ("唱响“邻里五歌”，点亮“双万盏”灯。", vec!["邻里五歌", "双万盏"]),
        ("晒一晒“三公经费”，讲一讲“五育并举”。", vec!["三公", "五育"]),
        ("统筹两个大局，做强“十强”产业。", vec!["两个大局", "十强"]),
        ("牢记“五个必须守住”，调动两个积极性。", vec!["五个必须守住", "两个积极性"]),
    ] {
        assert_eq!(names(text), expected, "{text}");
    }
}

#[test]
fn counting_plans_streaks_time_names_idioms_and_one_are_not() {
    for text in [
        "从三个方面抓好两届大赛，出台20余项政策。",
        "“十四五”规划和“九五”计划，“八七”攻坚。",
        "实现“四连增”“五连冠”。",
        "从二〇二〇年到二〇三〇年，再到二零五零年。",
        "实施“三年行动计划”，建成“四小时交通圈”。",
        "庆祝“七一”，坚持“九二共识”。",
        "海峡“两岸”、“三明”经验、“二十国集团”。",
        "推行“一网通办”“一企一策”“一站式”“一企一策一专班”。",
        "“百花齐放、百家争鸣”，“四梁八柱”，“四两拨千斤”。",
        "“一要吃饭、二要建设”，“统一规划”，“长三角”。",
        "力争退出“后十位”，办好“十五冬”，实现“一次取号管三天”。",
        "走“3+2”路子，建“十百千万”。",
        "三令五申，四面八方，三年五载，一问三不知。",
        "入选“全国十大新发现”。",
        "学习“九大”文件，妥善处理“三河奶站事件”。",
        "送去“一只碗、一双筷、一把勺”，兼顾城里城外两个大局，激发老师和家长两个积极性。",
        "评论“入木三分”，反对“半斤八两”，警惕“两个中国”。",
        "第二要务，二三产业，五到十年，三公里，四个不同的系统，四个不同的办法。",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn members_come_from_the_words_beside() {
    for (text, expected) in [
        ("落实“三同步”（同步规划、同步建设、同步验收）要求。", vec!["同步规划", "同步建设", "同步验收"]),
        ("做到“四定”，即定人、定岗、定责、定时。", vec!["定人", "定岗", "定责", "定时"]),
        ("打造数字赋能和绿色转型“双引擎”。", vec!["数字赋能", "绿色转型"]),
    ] {
        let layout = layout::read(text);
        let outline = outline::find(text, &layout);
        let quoted = crate::rhetoric::alone::read(text, &layout, None).quoted;
        let found = find(text, &layout, &outline, &Tokens::default(), quoted, None);
        let members = found.first().and_then(|p| p.members.clone()).map(|m| m.names);
        assert_eq!(members.unwrap_or_default(), expected, "{text}");
    }
}
