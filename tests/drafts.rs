//! A clean draft has no findings; each fault planted in it is found, named in both languages, with the rule it breaks.

use gangmu::{Analyzer, Options};

/// A draft with nothing to mend.
const DRAFT: &str = "关于加强社区食堂建设的意见

各县区人民政府，市政府各部门：
为方便老年人就餐，提升社区服务水平，现就加强社区食堂建设提出以下意见。
一、总体要求
坚持政府引导、社会参与，做到“能持续、可推广”。推进中要把握三个原则：一是坚持因地制宜。有条件的单独建，没条件的联合建。二是坚持公益导向。菜品定价低于市场，老年人另有优惠。三是坚持安全第一。食材进货、加工、留样全程可查。
二、主要任务
（一）优化布局选址
按照步行十五分钟可达的要求，统筹布点。
1.盘活现有场所。优先利用社区闲置用房。
2.鼓励多方合建。支持机关食堂、学校食堂向周边居民开放。
（二）规范日常运营
建立公开透明的运营制度，接受居民监督。
（三）拓展服务功能
为行动不便的老年人提供送餐服务。
（四）强化食品安全
落实主体责任，做到每日自查、每周抽查。
三、保障措施
要抓好两件事：第一，落实资金。市县两级财政按比例分担。第二，落实人员。每个食堂配备一名管理员。
";

fn findings(text: &str) -> Vec<(&'static str, String)> {
    let analysis = Analyzer::new().analyze(text.to_owned(), &Options::default());
    for finding in &analysis.outline.findings {
        let han = |s: &str| s.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        let words = |s: &str| s.split(' ').filter(|w| w.chars().any(|c| c.is_ascii_alphabetic())).count() >= 2;
        assert!(han(&finding.zh) && finding.zh.ends_with('。'), "{}", finding.zh);
        assert!(words(&finding.en) && finding.en.ends_with('.'), "{}", finding.en);
        assert!(han(finding.rule) || finding.rule.contains("GB/T"), "{}", finding.rule);
        assert!(words(finding.rule_en) && finding.rule_en.ends_with('.'), "{}", finding.rule_en);
    }
    analysis.outline.findings.iter().map(|f| (f.code, f.span.of(text).to_owned())).collect()
}

#[test]
fn a_clean_draft_has_none() {
    assert_eq!(findings(DRAFT), []);
}

#[test]
fn each_planted_fault_is_found() {
    // What is changed into what, the code, and where it shows.
    let faults = [
        ("（三）拓展", "（四）拓展", "number-gap", "（四）"),
        ("三是坚持", "四是坚持", "number-gap", "四是"),
        ("三、保障措施", "四、保障措施", "number-gap", "四、"),
        ("（三）拓展", "（二）拓展", "number-repeated", "（二）"),
        ("三、保障措施", "二、保障措施", "number-repeated", "二、"),
        ("（四）强化食品安全\n", "（五）强化食品安全\n及时公示。\n（四）听取意见\n", "number-backwards", "（四）"),
        ("要抓好两件事：第一，", "（1）抓好宣传。\n要抓好两件事：第一，", "level-skipped", "（1）"),
        ("（三）拓展服务功能", "3、拓展服务功能", "scheme-mixed", "3、"),
        ("2.鼓励多方合建。支持", "鼓励多方合建。支持", "lone-item", "1."),
        ("把握三个原则：", "把握四个原则：", "promise-short", "把握四个原则"),
        ("把握三个原则：", "把握两个原则：", "promise-over", "把握两个原则"),
        ("提出以下意见。", "提出以下五点意见。", "promise-short", "提出以下五点意见"),
        ("二、主要任务", "二.主要任务", "mark-after-number", "二."),
        ("（二）规范", "（二）、规范", "mark-after-number", "（二）、"),
        ("“能持续、可推广”", "“能持续、可推广", "quote-unpaired", "“"),
        ("“能持续、可推广”", "能持续、可推广”", "quote-unpaired", "”"),
        (
            "（三）拓展服务功能",
            "（三）为行动不便的老年人和残疾人提供送餐上门服务",
            "heading-length",
            "为行动不便的老年人和残疾人提供送餐上门服务",
        ),
    ];
    let mut wrong = Vec::new();
    for (from, to, code, at) in faults {
        let text = DRAFT.replacen(from, to, 1);
        assert_ne!(text, DRAFT, "{from}");
        let found = findings(&text);
        if !found.iter().any(|(c, span)| *c == code && span == at) {
            wrong.push(format!("{from} → {to}: no {code} at {at}, but {found:?}"));
        }
        if found.len() > 3 {
            wrong.push(format!("{from} → {to}: too much: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_no_single_change_shows() {
    // Nothing answers.
    let open = "在全镇大会上的讲话\n同志们：\n下面，我讲三点意见。\n今年的工作总体是好的，成绩应当肯定。希望大家再接再厉，把各项任务落到实处。\n";
    assert_eq!(findings(open), [("promise-open", "讲三点意见".to_owned())]);
    // Levels upside down.
    let order = "关于做好夏收工作的通知\n（一）抢抓农时\n要做好两件事。\n一、备足机具\n提前检修。\n二、备足油料\n提前调运。\n（二）确保安全\n严防火灾。\n";
    assert!(findings(order).iter().any(|(code, at)| *code == "level-order" && at == "一、"), "{:?}", findings(order));
    // One heading leaves the pattern of its siblings.
    let pattern = "关于做好防汛工作的通知\n一、思想认识要到位\n不松懈。\n二、隐患排查要到位\n不留死角。\n三、物资储备要到位\n不打折扣。\n四、认真做好值班\n不脱岗。\n五、应急处置要到位\n不迟缓。\n";
    assert!(findings(pattern).iter().any(|(code, _)| *code == "heading-pattern"), "{:?}", findings(pattern));
}
