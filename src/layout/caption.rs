//! Captions: `市长作政府工作报告。本报记者 王某某 摄`, `图为会议现场`, `图1 总体结构图（略）`.
//!
//! In: a folded line. Out: whether it is one.

use super::line::{begins_with, holds, holds_any};
use crate::lexicon::is_han;

/// Whether a folded line stands below a picture or a chart.
pub(super) fn is(line: &str) -> bool {
    photo(line) || figure(line)
}

/// A caption that names who took the picture.
fn photo(line: &str) -> bool {
    let bare = line.trim_end_matches([')', '。']);
    let from = bare.char_indices().rev().take(26).last().map_or(0, |(at, _)| at);
    let tail = bare.get(from..).unwrap_or("");
    let taken = tail.strip_suffix('摄').or_else(|| tail.strip_suffix("摄影"));
    let who = ["记者", "通讯员", "新华社", "中新社", "日报", "本报", "发", "/"];
    if taken.is_some_and(|tail| holds_any(tail, &who) || tail.chars().rev().take(5).any(|c| c == '。')) {
        return true;
    }
    let names = |bare: &str| {
        let name = bare.rfind("记者").and_then(|at| bare.get(at + "记者".len()..));
        name.is_some_and(|name| (2..=4).contains(&name.chars().count()))
    };
    line.starts_with("图为") && line.chars().count() <= 120
        || holds(bare, "记者") && bare.contains('。') && bare.chars().count() <= 60 && names(bare)
        || bare.starts_with("新华社发") && bare.chars().count() <= 12
}

/// Below a chart: `图1 总体结构图`.
pub(super) fn figure(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('图') else { return false };
    let name = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '—'));
    let digits = name.len() < rest.len();
    let sentence = name.ends_with(['。', ',', ';', ':', '、']) || name.contains(['。', ',']);
    let told = begins_with(name, &["展示", "给出", "所示", "显示", "表明", "通过", "中", "是", "为", "的"]);
    digits && !sentence && !told && line.chars().count() <= 40 && name.chars().any(is_han)
}

#[cfg(test)]
mod tests {
    use super::is;

    #[test]
    fn finds_captions() {
        let yes = [
            "市长作政府工作报告。本报记者王某某摄",
            "2月3日,大会开幕。市长作报告。某某日报记者李某",
            "新华社记者王某/摄",
            "图为会议现场",
            "图1总体结构图(略)",
        ];
        for line in yes {
            assert!(is(line), "{line}");
        }
        for line in
            ["图1通过具体的映射展示了架构", "图2所示结构", "会议由记者协会主办。", "表1中的指标", "图1,图2", "加强拍摄"]
        {
            assert!(!is(line), "{line}");
        }
    }
}
