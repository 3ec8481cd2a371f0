//! Labels: neighbouring paragraphs that open with a name and a colon and say what there is to it:
//! `术语标准：通用术语、专用术语等标准。` / `标识标准：……。` (scheme `parallel` for three and more, `bare` for two).

use super::{Document, Head, frame};
use crate::lexicon::{OutlineWords, is_han};
use crate::outline::point::Standing;
use crate::outline::{Evidence, Scheme};
use crate::span::Span;

/// Characters of a label.
const SHORTEST: usize = 3;
const LONGEST: usize = 16;
/// Characters of what is said behind it, at the least: a field of a form has less.
const SAID: usize = 12;

/// Rows of labels; two are enough where they fill their section, or where they end alike.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    for section in document.sections() {
        let labels: Vec<(usize, usize, Span)> = section
            .iter()
            .enumerate()
            .filter_map(|(at, &paragraph)| Some((at, paragraph, label(document, paragraph)?)))
            .collect();
        for row in labels.chunk_by(|a, b| a.0 + 1 == b.0) {
            let list = match row {
                [(.., a), (.., b)] => {
                    row.len() == section.len() || frame::common_suffix(a.of(document.text), b.of(document.text)) >= 2
                }
                _ => row.len() > 2,
            };
            if !list {
                continue;
            }
            heads.extend(row.iter().map(|&(_, paragraph, heading)| Head {
                paragraph,
                heading,
                scheme: if row.len() > 2 { Scheme::Parallel } else { Scheme::Bare },
                standing: Standing::Opening,
                evidence: Evidence::RunIn,
                group,
            }));
            group += 1;
        }
    }
    heads
}

/// The name before the colon with which a paragraph opens.
fn label(document: &Document, i: usize) -> Option<Span> {
    let p = document.paragraphs.get(i)?;
    let line = p.span.of(document.text);
    let mut name = 0;
    let mut chars = line.char_indices();
    let end = loop {
        let (at, c) = chars.next()?;
        if c == '：' {
            break at;
        }
        name += 1;
        if name > LONGEST || !(is_han(c) || c.is_ascii_alphanumeric() || "、“”（）-—".contains(c)) {
            return None;
        }
    };
    let (words, said) = (line.get(..end)?, chars.as_str());
    // A new page may have torn the sentence.
    let torn = document.paragraphs.get(i + 1).is_some_and(|next| next.torn);
    let sentence = (said.contains('。') || said.ends_with('；') || torn) && !said.starts_with(['“', '《']);
    let long = said.chars().nth(SAID - 1).is_some();
    (name >= SHORTEST && sentence && long && is_name(words)).then(|| Span::new(p.span.start, p.span.start + end))
}

/// Whether words name something: they neither lead in what follows nor tell who says it, and call nobody.
fn is_name(words: &str) -> bool {
    const LEAD_IN: [&str; 29] = [
        "如下", "以下", "下列", "包括", "例如", "比如", "如", "说", "过", "有", "为", "是", "指出", "要求", "强调",
        "认为", "表示", "道", "问", "答", "即", "于", "的", "看", "讲", "人", "者", "们", "方面",
    ];
    const OPENS: [&str; 12] =
        ["俗话", "有人", "正如", "例如", "比如", "我们", "同志", "各位", "为此", "因此", "其中", "这"];
    let lexicon = OutlineWords::get();
    // 范文一: a number tells of a place in a row, not of a matter
    let numbered = words.ends_with(|c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit());
    !numbered
        && words.starts_with(is_han)
        && !LEAD_IN.iter().any(|w| words.ends_with(w))
        && !OPENS.iter().any(|w| words.starts_with(w))
        && !lexicon.addresses.begin(words)
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "术语标准：通用术语、专用术语和缩略语等标准。\n标识标准：编码规则、解析方法和标签样式等标准。\n接口标准：接口名称、报文格式和联调步骤等标准。",
                vec!["术语标准", "标识标准", "接口标准"],
            ),
            // two that fill their section, two that end alike
            (
                "省级示范园：由省里评选，给予资金奖励，三年一评。\n市级示范园：由市里评选，给予用地支持，两年一评。\n评选办法另行制定，公布后施行，各地抓紧准备。",
                vec!["省级示范园", "市级示范园"],
            ),
            (
                "服务器端：接收请求，调用算法，返回结果，保存日志。\n浏览界面：显示结果，设置参数，提示错误，打印报告。",
                vec!["服务器端", "浏览界面"],
            ),
            // two among others, fields of a form, speech, what leads in
            (
                "工作原理：软件读入数据，比对模型，给出结果。\n使用环境：医院、学校和机关的办公室都可以使用。\n安装时应当由专人负责，按照说明书一步一步进行。",
                vec![],
            ),
            ("联系单位：某某局\n办公地点：某某路1号\n报名方式：网上报名", vec![]),
            (
                "市长指出：今年的任务很重，大家要鼓足干劲。\n书记强调：干部要走在前头，带着群众一起干。\n局长认为：项目要早开工、早建成、早见效才好。",
                vec![],
            ),
            (
                "主要包括：通用术语、专用术语和缩略语等标准。\n具体如下：编码规则、解析方法和标签样式等标准。\n目标是：到明年年底，各项标准都能够发布施行。",
                vec![],
            ),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }
}
