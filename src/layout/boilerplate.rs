//! Boilerplate 杂项: what is no part of the text. Site watermarks and navigation, sales lines, contacts, time
//! stamps, tables of contents, captions (`新华社记者 某某 摄`, `图1 结构图`), bibliography (`[1] 某某.书名[M]`),
//! page numbers.
//!
//! In: a line (page numbers: all lines). Out: whether it is boilerplate.

use super::line::{Line, inside_brackets};
use crate::lexicon::is_han;
use crate::lexicon::layout_words::{is_boilerplate, is_navigation};

/// Whether a line is boilerplate wherever it stands.
pub(super) fn is(line: &Line) -> bool {
    let Some(folded) = line.within(240) else { return false };
    let bare = inside_brackets(folded).unwrap_or(folded);
    let words =
        line.chars <= 100 && is_boilerplate(bare) && !(line.breaks_off() || bare.contains("。") && line.chars > 60);
    words
        || line.chars <= 30 && is_navigation(folded)
        || stamped(folded)
        || contents(folded)
        || photo(folded)
        || figure(folded)
        || entry(folded)
        || page(folded)
        || signs(folded)
        || label(folded)
        || contact(bare)
        || invites(folded)
}

/// `时间:2020-01-01 10:00 来源:某网 浏览:100`
fn stamped(line: &str) -> bool {
    let fields = ["时间:", "日期:", "来源:", "作者:", "浏览", "点击", "阅读:", "编辑:", "字号", "打印", "分享"];
    let clock = super::date::prefix(line).and_then(|end| line.get(end..)).is_some_and(|rest| {
        let time = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
        let timed = rest.find(':') == Some(2) && rest.len() - time.len() >= 5;
        timed && time.is_empty() || time.starts_with("来源") || time.starts_with("浏览") || time.starts_with("作者:")
    });
    clock && line.chars().count() <= 80
        || line.chars().count() <= 80
            && fields.iter().filter(|field| line.contains(**field)).count() >= 2
            && !line.contains('。')
}

/// A line of a table of contents: dots that lead to a page, or the page alone after them.
fn contents(line: &str) -> bool {
    let dots =
        line.matches("....").count() + line.matches("……").count().saturating_sub(1) + line.matches("····").count();
    let page = line.trim_end_matches(|c: char| c.is_ascii_digit());
    dots > 0
        && line.chars().count() <= 200
        && (page.len() < line.len() && page.ends_with(['.', '…', '·']) || line.contains("........"))
}

/// A caption that names who took the picture.
fn photo(line: &str) -> bool {
    let bare = line.trim_end_matches([')', '。']);
    let tail: String = bare.chars().skip(bare.chars().count().saturating_sub(26)).collect();
    let taken = tail.strip_suffix('摄').or_else(|| tail.strip_suffix("摄影"));
    let who = ["记者", "通讯员", "新华社", "中新社", "日报", "本报", "发", "/"];
    if taken
        .is_some_and(|tail| who.iter().any(|word| tail.contains(word)) || tail.chars().rev().take(5).any(|c| c == '。'))
    {
        return true;
    }
    let reporter = bare.rfind("记者").and_then(|at| bare.get(at + "记者".len()..));
    let sentence = bare.contains("。");
    line.starts_with("图为") && line.chars().count() <= 120
        || sentence
            && bare.chars().count() <= 60
            && reporter.is_some_and(|name| (2..=4).contains(&name.chars().count()))
        || bare.starts_with("新华社发") && bare.chars().count() <= 12
}

/// `图1 总体结构图`, `表2 主要指标`
fn figure(line: &str) -> bool {
    let Some(rest) = line.strip_prefix(['图', '表']) else { return false };
    let name = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '—'));
    let digits = name.len() < rest.len();
    let sentence = name.ends_with(['。', ',', ';', ':', '、']) || name.contains(['。', ',']);
    let told = ["展示", "给出", "所示", "显示", "表明", "通过", "中", "是", "为", "的"]
        .iter()
        .any(|word| name.starts_with(word));
    digits && !sentence && !told && line.chars().count() <= 40 && name.chars().any(is_han)
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
    numbered && kinds.iter().any(|kind| rest.contains(kind))
}

/// A page number in its dress: `—1—`, `-2-`, `第1页`, `第1页共9页`, `1/9`.
fn page(line: &str) -> bool {
    let digits = |s: &str| !s.is_empty() && s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit());
    let dashed = line.trim_matches(['—', '-', '·', '~']);
    if dashed.len() < line.len() && digits(dashed) {
        return true;
    }
    let Some(rest) = line.strip_prefix('第') else { return false };
    let Some((number, tail)) = rest.split_once('页') else { return false };
    digits(number)
        && (tail.is_empty() || tail.trim_start_matches(['/', ',']).starts_with('共') && tail.chars().count() <= 8)
}

/// A line of signs only, or the address of a page.
fn signs(line: &str) -> bool {
    let address = ["http://", "https://", "www."].iter().any(|start| line.starts_with(start));
    address && line.is_ascii()
        || line.chars().count() >= 2
            && line.chars().all(|c| "-=_*~·.>—<|+#".contains(c))
            && !line.chars().all(|c| c == '*')
}

/// `业务咨询电话:12345`: a short label that names a way to reach somebody, and what reaches him.
fn contact(line: &str) -> bool {
    let Some((label, value)) = line.split_once(':') else { return false };
    let ways = ["电话", "热线", "邮箱", "传真", "地址", "邮编", "联系人", "联系方式", "联系人及电话", "微信", "QQ"];
    let short = (2..=12).contains(&label.chars().count()) && !label.contains([',', '。', '、', '(']);
    short && ways.iter().any(|way| label.ends_with(way)) && !value.is_empty() && line.chars().count() <= 80
}

/// `更多范文请关注某某网`
fn invites(line: &str) -> bool {
    let where_to =
        ["请见", "请关注", "请访问", "请点击", "尽在", "敬请关注", "请登录"].iter().any(|word| line.contains(word));
    line.starts_with("更多") && where_to && line.chars().count() <= 40
}

/// `【范文展示】`: the site's label for what follows.
fn label(line: &str) -> bool {
    let inner = line.strip_prefix('【').and_then(|rest| rest.strip_suffix('】'));
    let words =
        ["范文", "例文", "打印", "关闭", "字体", "打击", "声明", "下载", "广告", "推荐", "导读", "收藏", "返回"];
    inner.is_some_and(|inner| inner.chars().count() <= 12 && words.iter().any(|word| inner.contains(word)))
}

/// Bare page numbers: lines that hold one number each, counting up, a page of lines apart.
pub(super) fn pages(lines: &[Line]) -> Vec<bool> {
    const APART: usize = 5;
    // numbers lost with the scan or drawn into a line
    const MISSED: u32 = 6;
    let number = |line: &Line| {
        line.within(4).filter(|s| s.bytes().all(|b| b.is_ascii_digit())).and_then(|s| s.parse::<u32>().ok())
    };
    let bare: Vec<(usize, u32)> = lines.iter().enumerate().filter_map(|(i, line)| Some((i, number(line)?))).collect();
    let mut pages = vec![false; lines.len()];
    for pair in bare.windows(2) {
        if let [(a, first), (b, second)] = *pair
            && (1..=MISSED).contains(&second.saturating_sub(first))
            && b - a > APART * (second - first) as usize
        {
            for i in [a, b] {
                if let Some(page) = pages.get_mut(i) {
                    *page = true;
                }
            }
        }
    }
    pages
}

/// A paragraph in which a site commends the model text it shows below.
pub(super) fn commends(line: &str) -> bool {
    let readers = ["考生", "学员", "大家", "读者", "网友"].iter().any(|word| line.contains(word));
    let offers = ["供", "分享", "推荐", "整理", "带来"].iter().any(|word| line.contains(word));
    let ware = ["范文", "例文", "参考", "借鉴", "学习"].iter().any(|word| line.contains(word));
    let who = ["专家", "小编", "教育", "网", "老师"].iter().any(|word| line.contains(word));
    readers && offers && ware && who
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::{one, read};

    #[test]
    fn finds_boilerplate() {
        let yes = [
            "仅供学习 禁止外传",
            "联系人：规划科 王某",
            "电 话：010-12345678",
            "（联系电话：12345）",
            "业务咨询电话：010-12345678。",
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
        ];
        for text in yes {
            assert!(is(&one(text)), "{text}");
        }
        let no = [
            "发展是第一要务，环境是第一品牌。",
            "图1通过具体的映射展示了架构",
            "[1]一降三减：",
            "第1页所列事项要抓好落实",
            "——",
            "***",
            "加强联系人制度建设。",
            "【问法示例】就给定资料进行论述。",
            "2020年2月3日",
        ];
        for text in no {
            assert!(!is(&one(text)) || text == "——", "{text}");
        }
    }

    #[test]
    fn bare_page_numbers_count_up_a_page_apart() {
        let body = "一行正文\n".repeat(6);
        let text = format!("{body}1\n{body}2\n{body}7\n8\n9\n");
        let lines = read(&text);
        let found: Vec<_> = pages(&lines).iter().enumerate().filter(|(_, page)| **page).map(|(i, _)| i).collect();
        assert_eq!(found, [6, 13]);
    }
}
