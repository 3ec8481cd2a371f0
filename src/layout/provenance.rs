//! Provenance lines: `（新华社北京7月28日电）`, `《某某日报》（2020年03月27日 02 版）`, `来源：某某网`, alone on a
//! line or inside one.
//!
//! In: a line, or a stretch of text. Out: whether the line is one; where they stand inside the stretch.

use super::date;
use super::line::{Folded, begins_with, ends_with, holds, inside_brackets};
use crate::lexicon::is_basic_han;
use crate::span::Span;

/// Longest provenance, in characters.
pub(super) const LONGEST: usize = 60;

/// What the words begin with that tell where a text is from.
const OPENERS: [char; 13] = ['来', '原', '摘', '节', '选', '转', '载', '刊', '录', '据', '稿', '文', '信'];

/// Whether a folded line says only where the text was published.
pub(super) fn is(line: &str) -> bool {
    let bare = inside_brackets(line).unwrap_or(line);
    let bare = bare.trim_end_matches('。');
    if dispatch(bare) == Some(bare.len()) || signed(bare) {
        return true;
    }
    // two on one line
    if holds(line, ")(")
        && let Some((first, second)) = line.split_once(")(")
        && [first, second].iter().all(|one| is(one.trim_matches(['(', ')'])))
    {
        return true;
    }
    if holds(line, ")《")
        && let Some((first, rest)) = line.split_once(")《")
        && first.strip_prefix('(').is_some_and(|inner| dispatch(inner) == Some(inner.len()))
    {
        return rest.ends_with(')');
    }
    let sources = [
        "来源:",
        "来源于:",
        "来源|",
        "来源丨",
        "原载",
        "原载于",
        "摘自",
        "摘编自",
        "节选自",
        "选自",
        "转自",
        "载于",
        "载《",
        "刊于",
        "录自",
        "据新华社",
        "稿件来源:",
        "文章来源:",
        "信息来源:",
    ];
    let text = bare.strip_prefix("本文").unwrap_or(bare);
    // asked in this order, since hardly any line begins so
    // 来源：《某某汇编》，某某出版社1967年版
    let printed = || text.starts_with("来源:") && holds(text, "年") && ends_with(bare, &["印", "版", "期", "页"]);
    let named = || begins_with(text, &sources) && !bare.contains('。') && (!bare.contains(',') || printed());
    let told = || {
        bare.contains([':', '|', '丨'])
            || bare.contains('《')
            || inside_brackets(line).is_some() && bare.starts_with("转自")
    };
    text.starts_with(OPENERS) && named() && (told() || bare.starts_with("据新华社")) && !bare.contains("时间:")
        || journal(line)
        || occasion(line)
        || copied(bare)
}

/// `根据文件的翻印件打印`, `根据某档案馆保存的原件刊印`: from what the text was taken.
fn copied(line: &str) -> bool {
    let from = || ["件", "录音", "记录", "稿"].iter().any(|word| holds(line, word));
    let done = || ends_with(line, &["打印", "刊印", "排印", "翻印", "整理", "录入", "校对"]);
    line.starts_with("根据") && from() && done() && !line.contains([',', '。', ';'])
}

/// Below an excerpt, where it was said: `（2013年12月10日在某某会议上的讲话）`
pub(super) fn excerpt(line: &str) -> bool {
    let said = inside_brackets(line).and_then(|inner| inner.get(date::prefix(inner)?..));
    let ends = ["讲话", "发言", "报告", "谈话", "致辞", "演讲", "指示"];
    said.is_some_and(|said| said.starts_with('在') && ends_with(said, &ends))
}

/// A book and who brought it out: `（《某某文集》第五卷，某某出版社1977年版，第90页）`, `来源：《某某汇编》（某地：某某出版社，1967年）`.
pub(super) fn book(line: &str) -> bool {
    let named = inside_brackets(line).or_else(|| line.strip_prefix("来源:")).or_else(|| line.strip_prefix("出处:"));
    let from = ["见", "参见", "载", "原载", "转载", "引自", "选自", "摘自", "录自", "转自"];
    let named = named.map(|named| from.iter().find_map(|word| named.strip_prefix(word)).unwrap_or(named));
    let named = named.map(|named| named.trim_end_matches('。'));
    named.is_some_and(|named| named.starts_with('《') && holds(named, "出版社") && !holds(named, "。"))
}

/// `※这是某某在某会议上的讲话。`, `(本文系作者在某会议上的发言)`, `(根据记录整理,未经本人审阅)`
fn occasion(line: &str) -> bool {
    let noted = line.strip_prefix(['※', '*', '★']).or_else(|| inside_brackets(line));
    let told = noted.and_then(|rest| {
        ["这是", "本文系", "本文是", "本文为", "根据"].iter().find_map(|word| rest.strip_prefix(word))
    });
    if inside_brackets(line).is_some_and(|inner| holds(inner, "未经") && holds(inner, "本人审")) {
        return true;
    }
    let ends = ["讲话", "发言", "整理", "部分", "节选", "摘要", "文章", "报告"];
    told.is_some_and(|rest| ends.iter().any(|word| rest.trim_end_matches('。').ends_with(word)))
}

/// `(《求是》2020年第5期)`, `《求是》2020年第5期`
fn journal(line: &str) -> bool {
    let inner = inside_brackets(line);
    let Some((_, issue)) = inner.unwrap_or(line).strip_prefix('《').and_then(|rest| rest.split_once('》')) else {
        return false;
    };
    let year = issue.starts_with(|c: char| c.is_ascii_digit());
    (inner.is_some() || year) && (issue.ends_with('期') || issue.ends_with('版')) || inner.is_some() && date::is(issue)
}

/// Bytes of `新华社北京7月28日电` at the beginning of a folded text.
pub(super) fn dispatch(text: &str) -> Option<usize> {
    let text_after = ["据", "本报"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let agency = ["新华社", "中新社", "人民网", "新华网", "中新网", "央视网", "光明网", "中国新闻网", "北京", "本报"];
    let rest = agency.iter().find_map(|word| text_after.strip_prefix(word))?;
    // the place, at most eight characters, then the day
    let day =
        rest.char_indices().take(9).map(|(at, _)| at).find(|&at| rest.get(at..).and_then(date::prefix).is_some())?;
    let rest = rest.get(day..)?;
    let after = rest.get(date::prefix(rest)?..)?;
    let after = after.strip_prefix('电').or_else(|| after.strip_prefix("讯"))?;
    Some(text.len() - after.len())
}

/// Bytes of `《某某日报》(2020年03月27日02版)` at the beginning of a folded text.
fn newspaper(text: &str) -> Option<usize> {
    let (name, rest) = text.strip_prefix('《')?.split_once('》')?;
    let (issue, after) = rest.strip_prefix('(')?.split_once(')')?;
    let dated = date::prefix(issue).is_some();
    (name.chars().count() <= 16 && dated && issue.chars().count() <= 30).then_some(text.len() - after.len())
}

/// Whether a folded line is one of these, with or without the writer before it: `本报评论员《某某日报》(2020年03月27日02版)`.
fn signed(line: &str) -> bool {
    let paper = line.find('《').and_then(|at| line.split_at_checked(at));
    paper.is_some_and(|(writer, paper)| {
        let named = writer.chars().all(is_basic_han) && writer.chars().count() <= 8;
        named && newspaper(paper) == Some(paper.len())
    })
}

/// Provenances inside `within`: dispatches in brackets, newspapers with their page, and a dispatch that opens
/// the stretch. On a line of its own a provenance is a block; one that this finds still closes what that would.
pub fn inside(text: &str, within: Span) -> Vec<Span> {
    let stretch = within.of(text);
    let mut found: Vec<Span> = Vec::new();
    let mut keep = |at: usize, len: usize| {
        let span = Span::new(within.start + at, within.start + at + len);
        if found.last().is_none_or(|last| last.end <= span.start) {
            found.push(span);
        }
    };
    let indent = stretch.len() - stretch.trim_start().len();
    if let Some(len) = stretch.get(indent..).and_then(|s| raw_len(s, dispatch)) {
        keep(indent, len);
    }
    for (at, c) in stretch.char_indices() {
        let rest = stretch.get(at..).unwrap_or("");
        let found = match c {
            '（' | '('
                if rest
                    .chars()
                    .skip(1)
                    .find(|c| !c.is_whitespace())
                    .is_some_and(|c| "据本新中人央光北".contains(c)) =>
            {
                raw_len(rest, |s| {
                    let len = dispatch(s.strip_prefix('(')?)? + 1;
                    s.get(len..)?.starts_with(')').then_some(len + 1)
                })
            }
            '《' => raw_len(rest, newspaper),
            _ => None,
        };
        if let Some(len) = found {
            keep(at, len);
        }
    }
    found
}

/// Bytes of raw text for what `read` finds at the beginning of its folded form.
fn raw_len(text: &str, read: impl Fn(&str) -> Option<usize>) -> Option<usize> {
    let folded = Folded::beginning(text, LONGEST);
    folded.raw(read(&folded.text)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_provenance_lines() {
        let yes = [
            "(新华社北京7月28日电)",
            "《某某日报》(2020年03月27日02版)",
            "本报评论员《某某日报》(2020年03月27日02版)",
            "来源丨某某网、某某日报",
            "来源:某某会议秘书处,1967年4月9日印。",
            "新华社上海3月1日电",
            "(新华社北京9月22日电)《某某日报》(2020年09月23日03版)",
            "来源:某某网",
            "《学习》2020年第5期",
            "(《学习》2020年第5期)",
            "据新华社电",
            "※这是某同志在某会议上的讲话。",
            "(根据录音整理)",
            "(新华社北京9月22日电)(来源:某某日报)",
            "(转自某市药监局网站)",
            "根据文件的翻印件打印",
            "(根据记录整理,未经本人审阅)",
            "载《某某报》1967年3月10日",
            "(本文刊于《某报》2016年10月22日)",
            "本文转自:某报",
            "(摘编自《某某日报》)",
            "(根据某档案馆保存的原件刊印)",
            "(《某某文集》第五卷,某某出版社1977年4月第1版,第90-97页。)",
            "(选自《某某文集》第一卷,某某出版社1990年版)",
            "来源:《某某汇编(1958-1967)》(某地:某某出版社资料室,1967年9月)",
        ];
        for line in yes {
            assert!(is(line) || book(line), "{line}");
        }
        let no = [
            "《关于加强学习的意见》(国发[2020]1号)",
            "新华社记者王某摄",
            "资金来源:财政拨款,企业自筹。",
            "(2020年2月3日)",
            "来源广泛",
            "《某办法》修订版",
            "这是某同志在某会议上的报告。会后作了修改。",
            "(一)(二)",
            ")(",
            "转自某地的苗木",
            "未经本人审阅的稿子不得外传",
            "本文刊于何处,有待查明",
            "根据会议精神,各单位要抓好文件整理",
            "根据需要打印",
            "(《某某文集》第五卷)",
            "《某某文集》由某某出版社出版",
            "(学习《某某文集》。某某出版社的同志介绍了情况)",
        ];
        for line in no {
            assert!(!is(line) && !book(line), "{line}");
        }
    }

    #[test]
    fn excerpts_tell_where_they_were_said() {
        assert!(excerpt("(2013年12月10日在某某会议上的讲话)"));
        assert!(!excerpt("(2013年12月10日)") && !excerpt("2013年12月10日在某某会议上的讲话"));
    }

    #[test]
    fn finds_provenance_inside_a_line() {
        let text =
            "新华社北京1月2日电同志们：大家好。谢谢大家。（新华社北京1月2日电）《 某某日报 》（ 2020年01月03日 02 版）";
        let found: Vec<_> = inside(text, Span::new(0, text.len())).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, ["新华社北京1月2日电", "（新华社北京1月2日电）", "《 某某日报 》（ 2020年01月03日 02 版）"]);
    }
}
