//! Date lines 日期: `（2020年2月3日）`, `二〇二六年三月`, `20XX年X月X日`, also with the note of an adoption
//! (`（2021年3月11日某某会议通过）`).
//!
//! In: a folded line. Out: whether it is a date; how far a date reaches at its beginning.

use super::line::{ends_with, inside_brackets, is_numeral};
use crate::lexicon::layout_words::unnoted;

/// Labels of dates.
const LABELS: [&str; 3] = ["时间:", "日期:", "讲话时间:"];

/// Bytes of the date with which a folded text begins; a year alone is none.
pub(super) fn prefix(text: &str) -> Option<usize> {
    by_words(text).or_else(|| by_marks(text))
}

/// `2020年2月3日`, `二〇二〇年二月`, `*月*日`.
fn by_words(text: &str) -> Option<usize> {
    let mut rest = text;
    let mut months = false;
    for unit in ['年', '月', '日'] {
        let tail = rest.trim_start_matches(is_numeral);
        let figures = rest.len() - tail.len();
        if (1..=12).contains(&figures)
            && let Some(after) = tail.strip_prefix(unit)
        {
            rest = after;
            months |= unit == '月';
        }
    }
    months.then_some(text.len() - rest.len())
}

/// `2020-02-03`, `2020.2.3`, `2020/2`.
fn by_marks(text: &str) -> Option<usize> {
    let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
    if digits(text) != 4 {
        return None;
    }
    let mark = text.get(4..)?.chars().next().filter(|c| matches!(c, '-' | '.' | '/' | '—'))?;
    let mut end = 4 + mark.len_utf8();
    let month = digits(text.get(end..)?);
    end += month;
    if let Some(day) = text.get(end..)?.strip_prefix(mark) {
        // the hour may follow at once: 2020-03-05 10:20
        end += mark.len_utf8() + digits(day).min(2);
    }
    (1..=2).contains(&month).then_some(end)
}

/// Whether a folded line is a date and nothing else.
pub(super) fn is(line: &str) -> bool {
    let line = unnoted(line);
    let bare = inside_brackets(line).unwrap_or(line);
    // the day is left to be filled in
    if bare == "年月日" {
        return true;
    }
    let bare = labelled(bare).unwrap_or(bare);
    let Some(rest) = prefix(bare).and_then(|end| bare.get(end..)) else { return false };
    let rest = without_hour(rest);
    if rest.is_empty() || matches!(rest, "签发" | "发布" | "印发") {
        return true;
    }
    let place =
        rest.strip_prefix([',', '于']).is_some_and(|place| place.chars().count() <= 10 && !place.contains('。'));
    let weekday = rest.starts_with("星期") || rest.starts_with("(星期");
    place || weekday && rest.chars().count() <= 8 || adoption(rest)
}

/// What follows the label of a date.
fn labelled(line: &str) -> Option<&str> {
    LABELS.iter().find_map(|label| line.strip_prefix(label))
}

/// Whether a folded date is what a site notes below a title: `时间:2004-03-25`, `日期:2004/3/25`; who writes one uses words.
pub(super) fn stamps(line: &str) -> bool {
    labelled(line).is_some_and(|day| day.contains(['-', '/']))
}

/// What follows `下午`, `上午9点`, `9:00`, `凌晨二时至五时`.
fn without_hour(rest: &str) -> &str {
    let half = ["上午", "下午", "晚上", "凌晨", "中午"].iter().find_map(|half| rest.strip_prefix(half));
    let told = half.unwrap_or(rest);
    let after = told.trim_start_matches(|c| is_numeral(c) || matches!(c, '点' | '时' | '分' | '半' | '至' | ':'));
    let hour = told.get(..told.len() - after.len()).is_some_and(|hour| hour.contains(['点', '时', ':']));
    if hour { after } else { told }
}

/// What an adoption adds to its date: the body that passed the text.
fn adoption(rest: &str) -> bool {
    let ends = ends_with(rest, &["通过", "批准", "公布", "修订", "修正", "发布"]);
    ends && rest.chars().count() <= 120 && !rest.contains('。')
}

#[cfg(test)]
mod tests {
    use super::{is, stamps};

    #[test]
    fn sites_note_days_in_figures() {
        assert!(stamps("时间:2004-03-25") && stamps("日期:2004/3/25"));
        assert!(!stamps("时间:2004年3月25日") && !stamps("2004-03-25"));
    }

    #[test]
    fn finds_dates() {
        let yes = [
            "(2020年2月3日)",
            "(2020年2月3日)[1]",
            "二〇二六年三月",
            "20XX年X月X日",
            "*月*日",
            "2020-02-03",
            "2021年11月",
            "(2020年11月12日,北京)",
            "2018年7月30日签发",
            "年月日",
            "(3月9日下午2点30分,机关会议室)",
            "2020年2月3日上午",
            "一九六七年八月五日凌晨二时至五时",
            "2020年2月3日19时30分",
            "(2021年3月11日某市第九届人民代表大会第四次会议通过)",
        ];
        for line in yes {
            assert!(is(line), "{line}");
        }
        let no = [
            "2021年",
            "2020年2月3日,我们召开会议。",
            "3.5",
            "2026年某市民生实事",
            "(试行)",
            "5月的任务",
            "2月3日下午3点开会",
            "2020年2月3日至5日",
            "年月日程",
        ];
        for line in no {
            assert!(!is(line), "{line}");
        }
    }
}
