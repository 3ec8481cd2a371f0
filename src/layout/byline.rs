//! Bylines 署名 below a title: `某省省长 王某某`, `**市委副书记***`, `作者：李某`, `某市财政局`.
//!
//! In: a line. Out: how surely it is one.

use super::line::{Line, after_number, inside_brackets, is_redacted};
use crate::lexicon::is_han;
use crate::lexicon::layout_words::{
    begins_with_double_surname, begins_with_surname, ends_as_body, ends_as_organ, genre, last_office_end,
};

/// Characters of the longest line of authors.
const AUTHORS: usize = 120;

/// How surely a line is a byline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// A bare name or a body: only right below a title.
    Likely,
    /// An office with its holder: enough to know the line above for a title.
    Surely,
}

/// Whether a line reads as a byline.
pub(super) fn read(text: &str, line: &Line) -> Option<Sure> {
    // several authors, each with a place of work
    if line.within(AUTHORS).is_some_and(|s| s.starts_with("作者:") && s.contains('(') && !s.contains('。')) {
        return Some(Sure::Surely);
    }
    let folded = line.within(40)?;
    let bare = inside_brackets(folded).unwrap_or(folded);
    // □ 王某某
    let bare = undated(bare.strip_prefix(['□', '■', '◎', '●']).unwrap_or(bare));
    if bare.contains(['。', ';', '!', '?', '“', '《', ',']) || after_number(bare).is_some() {
        return None;
    }
    if let Some(author) = ["作者:", "文/", "撰稿:", "主讲人:", "报告人:", "发言人:", "讲话人:", "演讲人:"]
        .iter()
        .find_map(|label| bare.strip_prefix(label))
    {
        return (author.chars().count() <= 20).then_some(Sure::Surely);
    }
    if bare.ends_with(':') {
        return None;
    }
    // 王某某 某县人民检察院党组书记、检察长
    let mut words = line.span.of(text).split_whitespace();
    if let (Some(name), Some(office), None) = (words.next(), words.next(), words.next())
        && is_name(name)
        && last_office_end(office) == Some(office.len())
    {
        return Some(Sure::Surely);
    }
    let bare = bare.strip_suffix("同志").filter(|rest| !rest.is_empty()).unwrap_or(bare);
    if let Some(end) = last_office_end(bare) {
        let name = bare.get(end..).unwrap_or("");
        let name = name.strip_prefix(':').unwrap_or(name);
        if name.contains(':') || bare.get(..end).is_some_and(|office| office.contains(':')) {
            return None;
        }
        if name.is_empty() {
            let vague = bare.chars().count() > 16 || bare.chars().count() < 3;
            return (!vague).then_some(if bare.chars().any(is_redacted) { Sure::Surely } else { Sure::Likely });
        }
        // 某某会议主席团 holds an office too, but no name after it
        let apart = line.span.of(text).split_whitespace().count() > 1 && name.chars().count() <= 6;
        let named = is_name(name) || apart && name.chars().all(is_han) && genre(name).is_none();
        return named.then_some(Sure::Surely);
    }
    // 某市财政局 王某
    let mut words = line.span.of(text).split_whitespace();
    if let (Some(body), Some(name), None) = (words.next(), words.next(), words.next())
        && ends_as_body(body)
        && body.chars().count() >= 3
        && is_name(name)
    {
        return Some(Sure::Surely);
    }
    if is_name(bare) {
        return Some(Sure::Likely);
    }
    if bare.starts_with("中共") && ends_as_body(bare) {
        return Some(Sure::Likely);
    }
    let placed = bare.contains(['省', '市', '县', '区', '乡', '镇', '州', '国', '*', 'X', '×']);
    (placed && ends_as_organ(bare) && bare.chars().count() >= 4).then_some(Sure::Likely)
}

/// Whether a line at the end of a text tells who wrote it: `（作者系某某大学教授）`, `作者：王某（某市市长）`.
pub(super) fn credits(text: &str, line: &Line) -> bool {
    let inner = line.within(AUTHORS).and_then(inside_brackets);
    let told =
        |inner: &str| ["作者为", "作者系", "作者是", "作者单位", "作者:"].iter().any(|word| inner.starts_with(word));
    inner.is_some_and(told) || line.folded.starts_with("作者:") && line.chars > 4 && read(text, line).is_some()
}

/// Without a date at its end, in brackets or in figures.
fn undated(line: &str) -> &str {
    let name =
        line.split_once('(').filter(|(_, rest)| super::date::prefix(rest).is_some()).map_or(line, |(name, _)| name);
    let day = name
        .find(|c: char| c.is_ascii_digit())
        .filter(|at| name.get(*at..).and_then(super::date::prefix) == Some(name.len() - at));
    day.and_then(|at| name.get(..at)).filter(|name| !name.is_empty()).unwrap_or(name)
}

/// A personal name, or the signs that stand for one: `王小明`, `欧阳某某`, `***`, `阿依·古丽`.
pub(super) fn is_name(name: &str) -> bool {
    let chars = name.chars().count();
    if name.chars().all(is_redacted) {
        return (2..=6).contains(&chars);
    }
    let dotted = name.contains('·') && chars <= 12;
    let han = name.chars().all(|c| is_han(c) || is_redacted(c) || c == '·');
    let whole = match chars {
        2 | 3 => begins_with_surname(name),
        // 任务分工 begins with a surname as well
        4 => begins_with_double_surname(name) || begins_with_surname(name) && name.chars().any(is_redacted),
        _ => false,
    };
    han && (dotted || whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::one;

    #[test]
    fn authors_are_told_at_the_end() {
        let credited = |text: &str| credits(text, &one(text));
        assert!(["（作者系某某大学教授）", "作者：王小明（某市市长）", "作者：某报评论员"].into_iter().all(credited));
        assert!(!["作者：", "作者系统回顾了历史。", "（作者在会上发言）"].into_iter().any(credited));
    }

    #[test]
    fn finds_bylines() {
        let cases = [
            ("某省省长 王小明", Some(Sure::Surely)),
            ("**市委副书记***", Some(Sure::Surely)),
            ("**市委副书记、政法委书记***", Some(Sure::Surely)),
            ("自治区主席 次仁 多吉", Some(Sure::Surely)),
            ("作者：李小明", Some(Sure::Surely)),
            (
                "作者：李小明（某某大学乡村建设学院院长、教授）；王一平（某某大学乡村建设学院副院长）",
                Some(Sure::Surely),
            ),
            ("作者：都说（书里也说）这条路难走。", None),
            ("（某市市长 王某）", Some(Sure::Surely)),
            ("龚 正", Some(Sure::Likely)),
            ("***", Some(Sure::Likely)),
            ("□ 王某某", Some(Sure::Likely)),
            ("● 认清形势", None),
            ("本报评论员", Some(Sure::Likely)),
            ("中共某某部", Some(Sure::Likely)),
            ("中共党史学习教育", None),
            ("某市财政局", Some(Sure::Likely)),
            ("一、认清形势", None),
            ("市委书记王某出席会议。", None),
            ("关于推进部长通道建设", None),
            ("**县委书记：***", Some(Sure::Surely)),
            ("市长***同志", Some(Sure::Surely)),
            ("某市财政局 王小明", Some(Sure::Surely)),
            ("王小明 某县人民检察院党组书记、检察长", Some(Sure::Surely)),
            ("王 小明 2023.6.20", Some(Sure::Likely)),
            ("牵头部门：市长热线办", None),
            ("总体要求", None),
            ("任务分工", None),
            ("欧阳小明", Some(Sure::Likely)),
            ("全省工作部署", None),
            ("各科室：", None),
            ("政府工作报告", None),
        ];
        for (text, sure) in cases {
            assert_eq!(read(text, &one(text)), sure, "{text}");
        }
    }
}
