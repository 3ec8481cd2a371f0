//! Time stamps of a site: `发布时间：2020-01-01 10:00 来源：某网`, `2020-03-05 10:20:33`.
//!
//! In: a folded line. Out: whether it is one.

use super::date;
use super::line::{after_number, begins_with, holds};

/// The longest stamp, in characters.
const LONGEST: usize = 80;
/// What a stamp tells.
const FIELDS: [&str; 12] =
    ["时间:", "日期:", "来源:", "作者:", "浏览", "点击", "阅读:", "编辑:", "字号", "打印", "分享", "下载"];

/// Whether a folded line is the stamp of a site.
pub(super) fn is(line: &str) -> bool {
    if line.chars().count() > LONGEST || holds(line, "。") {
        return false;
    }
    let labels = ["时间:", "更新时间:", "更新于", "更新", "日期:"];
    let bare = labels.iter().find_map(|label| line.strip_prefix(label)).unwrap_or(line);
    // （五）下载并打印准考证 is a point
    clock(bare) || fields(line) >= 2 && after_number(line).is_none()
}

/// How many of the fields a line holds.
fn fields(line: &str) -> u32 {
    let at_field = |at| line.get(at..).and_then(|rest| FIELDS.iter().position(|field| rest.starts_with(field)));
    let found = line.char_indices().filter(|(_, c)| opens_field(*c)).filter_map(|(at, _)| at_field(at));
    found.fold(0_u32, |told, field| told | 1 << field).count_ones()
}

/// Whether a field begins with a character.
fn opens_field(c: char) -> bool {
    matches!(c, '时' | '日' | '来' | '作' | '浏' | '点' | '阅' | '编' | '字' | '打' | '分' | '下')
}

/// A day with the hour, or with what else a site counts.
fn clock(line: &str) -> bool {
    let Some(rest) = date::prefix(line).and_then(|end| line.get(end..)) else { return false };
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
    let hour = rest.find(':').is_some_and(|at| at == 1 || at == 2) && rest.len() - after.len() >= 4;
    hour && after.is_empty() || begins_with(after, &["来源", "浏览", "作者:", "下载", "点击"])
}

#[cfg(test)]
mod tests {
    use super::{FIELDS, fields, is, opens_field};

    #[test]
    fn each_field_counts_once() {
        for field in FIELDS {
            assert!(field.starts_with(opens_field), "{field}");
            assert_eq!(fields(&format!("甲{field}乙{field}")), 1, "{field}");
        }
        assert_eq!(fields("发布时间:2020来源:某网点击3"), 3);
    }

    #[test]
    fn finds_stamps() {
        for line in [
            "发布时间:2020-01-01来源:某网",
            "2020-03-0510:20:33",
            "时间:2019-05-1410:45:55下载本文作者:会员",
            "2020年3月5日9:05",
        ] {
            assert!(is(line), "{line}");
        }
        for line in [
            "2020年3月5日",
            "时间:2020年3月5日",
            "来源:某网",
            "2020年3月5日,会议召开。",
            "完成时间:2020年",
            "比例为7:3",
        ] {
            assert!(!is(line), "{line}");
        }
    }
}
