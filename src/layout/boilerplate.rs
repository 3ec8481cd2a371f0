//! Boilerplate 杂项: what is no part of the text. Site watermarks and navigation, sales lines, contacts,
//! bibliography (`[1] 某某.书名[M]`); with captions, page numbers and stamps, which have files of their own.
//!
//! In: a line. Out: whether it is boilerplate wherever it stands.

use super::byline::is_name;
use super::line::{begins_with, ends_with, holds, holds_any, inside_brackets};
use super::looks::Looks;
use super::signs::Signs;
use super::{caption, page, stamp};
use crate::lexicon::layout_words::{is_boilerplate, is_navigation};

/// Whether a line is boilerplate wherever it stands.
pub(super) fn is(line: &Looks) -> bool {
    let Some(folded) = line.within(240) else { return false };
    let square = |line| str::strip_prefix(line, ['[', '【']).and_then(|rest| rest.strip_suffix([']', '】']));
    let bare =
        inside_brackets(folded).or_else(|| square(folded)).unwrap_or(folded).trim_start_matches(['•', '·', '●', '■']);
    let has = |signs| line.signs.have(signs);
    let words = line.chars <= 100
        && is_boilerplate(bare, has(Signs::WORDS))
        && !(line.breaks_off() || bare.contains("。") && line.chars > 60);
    words
        || line.chars <= 30 && is_navigation(folded)
        || !has(Signs::STOP) && (has(Signs::COLON) || has(Signs::OFFER)) && stamp::is(folded)
        || (has(Signs::PHOTO) || folded.starts_with(['图', '新'])) && caption::is(folded)
        || line.dotted
        || page::dressed(folded)
        || entry(folded)
        || signs(folded)
        || label(folded)
        || has(Signs::COLON) && (contact(bare) || sent_to(bare) || credit(bare))
        || invites(folded, line.chars)
        || line.chars <= 120 && has(Signs::HOST) && recommends(folded)
}

/// Whether a line names what can be reached as the next one says: `某信息平台：` above its address or telephone.
pub(super) fn is_reached(line: &Looks, next: &Looks) -> bool {
    let way = |next: &str| signs(next) && next.contains('.') || contact(next);
    let named = |line: &str| line.ends_with(':') && !line.contains([',', ';', '。', '、']) && !line.contains("如下");
    line.within(30).is_some_and(named) && next.within(100).is_some_and(way)
}

/// An entry of a bibliography.
fn entry(line: &str) -> bool {
    let Some((number, rest)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) else { return false };
    let numbered = !number.is_empty() && number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
    let kinds = [
        "[M]",
        "[J]",
        "[D]",
        "[N]",
        "[S]",
        "[R]",
        "[C]",
        "[Z]",
        "[P]",
        "[EB/OL]",
        "[J/OL]",
        "出版社",
        "http",
        "学报",
        "Press",
    ];
    numbered && holds_any(rest, &kinds)
}

/// A line of signs only, or the address of a page.
fn signs(line: &str) -> bool {
    let address = begins_with(line, &["http://", "https://", "www."]);
    address && line.is_ascii()
        || matches!(line, "|" | "*" | "★" | "完" | "(完)" | "(讲话完)" | "(讲话结束)" | "(全文完)")
        || line.chars().nth(1).is_some()
            && line
                .chars()
                .all(|c| matches!(c, '-' | '=' | '_' | '*' | '~' | '·' | '.' | '>' | '—' | '<' | '|' | '+' | '#' | '…'))
            && !line.chars().all(|c| c == '*')
}

/// `业务咨询电话:12345`: a short label that names a way to reach somebody, and what reaches him.
fn contact(line: &str) -> bool {
    let Some((label, value)) = line.split_once(':') else { return false };
    let ways = ["电话", "热线", "邮箱", "传真", "地址", "邮编", "联系人", "联系方式", "联系人及电话", "微信", "QQ"];
    let short = (2..=12).contains(&label.chars().count()) && !label.contains([',', '。', '、', '(']);
    short && ends_with(label, &ways) && !value.is_empty() && line.chars().count() <= 80
}

/// `某局规划处，寄送地址：某路1号，邮编：100000`: who, and where to write.
fn sent_to(line: &str) -> bool {
    let Some((who, rest)) = line.split_once(',').filter(|(_, rest)| rest.contains(':')) else { return false };
    let ways = ["地址:", "邮编:", "邮箱:"];
    let way =
        ways.iter().find_map(|way| rest.find(way).filter(|at| rest.get(..*at).is_some_and(|t| t.chars().count() <= 4)));
    way.is_some() && who.chars().count() <= 40 && !who.contains(['。', ';', ':']) && line.chars().count() <= 100
}

/// `文字编辑:王某`, `制图:李某、张某`: who made the page.
fn credit(line: &str) -> bool {
    let Some((work, who)) = line.split_once(':').filter(|(work, _)| work.chars().count() <= 6) else { return false };
    let works = ["编辑", "责编", "美编", "审核", "校对", "监制", "制图", "摄影", "排版"];
    let name = |one: &str| is_name(one.split_once('(').map_or(one, |(name, _)| name));
    ends_with(work, &works) && who.split(['、', ',', '/']).all(name)
}

/// `更多范文请关注某某网`, `权威资讯,尽在某某APP`, `下载某某客户端`, `返回某网首页`, `限时开抢,速来>>`
fn invites(line: &str, chars: usize) -> bool {
    // <<决定>> stands for 《决定》
    if line.ends_with("↓↓") || line.ends_with(">>") && !holds(line, "<<") {
        return true;
    }
    let ends = |words: &[&str]| ends_with(line, words);
    let app = ends(&["APP", "App", "客户端", "公众号"]);
    match chars {
        ..=16 if app && line.starts_with("下载") || line.starts_with("返回") && ends(&["首页"]) => true,
        ..=40 if app && holds(line, "尽在") => true,
        ..=40 if line.starts_with("更多") => {
            ["请见", "请关注", "请访问", "请点击", "尽在", "敬请关注", "请登录"].iter().any(|word| holds(line, word))
        }
        _ => false,
    }
}

/// `以上就是某某教育专家与大家分享的方法，希望对考生有所帮助！`: whoever runs the site speaks to its readers of a text.
pub(super) fn recommends(line: &str) -> bool {
    let any = |words: &[&str]| words.iter().any(|word| holds(line, word));
    any(&["专家", "小编"])
        && any(&["教育专家", "小编", "网专家", "辅导专家"])
        && any(&["考生", "大家", "读者", "网友", "学员"])
        && any(&["分享", "整理", "介绍", "推荐", "希望", "带来", "收集", "准备"])
        && any(&["参考", "借鉴", "启发", "帮助", "作用", "学习", "分享"])
}

/// `【范文展示】`: the site's label for what follows.
fn label(line: &str) -> bool {
    let inner = line.strip_prefix('【').and_then(|rest| rest.strip_suffix('】'));
    let words =
        ["范文", "例文", "打印", "关闭", "字体", "打击", "声明", "下载", "广告", "推荐", "导读", "收藏", "返回"];
    inner.is_some_and(|inner| inner.chars().count() <= 12 && holds_any(inner, &words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::one;

    #[test]
    fn what_can_be_reached_stands_above_how() {
        let reached = |a: &str, b: &str| is_reached(&one(a), &one(b));
        assert!(reached("某某信息平台：", "http://www.example.com；"));
        assert!(reached("某某信息平台：", "技术咨询电话：010-12345"));
        assert!(!reached("联系方式如下：", "联系电话：010-12345"));
        assert!(!reached("主要做法：", "抓好落实。"));
    }

    #[test]
    fn finds_boilerplate() {
        let yes = [
            "仅供学习 禁止外传",
            "某局规划处，寄送地址：某路1号，邮编：100000。",
            "联系人：规划科 王某",
            "电 话：010-12345678",
            "（联系电话：12345）",
            "业务咨询电话：010-12345678。",
            "…………",
            "网站标识码：1234567890",
            "发布时间：2020-01-01 来源：某网",
            "一、总体要求................3",
            "目　录",
            "市长作政府工作报告。本报记者 王某某 摄",
            "2月3日，大会开幕。市长作报告。某某日报记者 李某",
            "图1 总体结构图（略）",
            "[1] 王某.统计方法[M].北京：某某出版社，2016。",
            "— 1 —",
            "第1页",
            "（此件主动公开）",
            "抄送：市委各部门。",
            ">>",
            "【范文展示】",
            "新华社记者 王某/摄",
            "更多范文请关注某某网",
            "文字编辑：王小明",
            "[编辑：王小明]",
            "新媒体编辑：李小红（实习）",
            "[打印本页]",
            "|",
            "（完）",
            "【责任编辑：王小明】",
            "原标题：实干才能兴县",
            "【纠错】",
            "【发表评论】【加入收藏】【关闭窗口】",
            "限时开抢，先到先得，速来>>",
            "具体内容如下↓↓↓",
            "权威资讯、专业解读，尽在某某新闻APP",
            "下载某某新闻客户端",
            "返回某某网首页",
            "以上就是某某教育专家与大家分享的答题方法，希望能对考生有所帮助！",
        ];
        for text in yes {
            assert!(is(&one(text)), "{text}");
        }
        let no = [
            "作风要过得硬，服务要做得细。",
            "图1通过具体的映射展示了架构",
            "[1]一降三减：",
            "第1页所列事项要抓好落实",
            "——",
            "***",
            "教育专家与大家座谈，介绍了经验。",
            "加强联系人制度建设。",
            "【问法示例】就给定资料进行论述。",
            "2020年2月3日",
            "<<关于加强学习的决定>>",
            "推广政务服务客户端",
            "政策编辑：统一口径",
            "[一降三减：王某]",
            "返回首页的路径要清楚。",
            "（一）非法转让、倒卖土地使用权",
        ];
        for text in no {
            assert!(!is(&one(text)) || text == "——", "{text}");
        }
    }
}
