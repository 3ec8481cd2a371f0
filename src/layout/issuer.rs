//! Those who sign 落款, and the day: `某市财政局` and below it `2022年6月6日`; in one line with the day;
//! an office with its holder.
//!
//! In: a line at the end of a paper. Out: whether it may be part of a signature.

use super::byline::{self, Sure};
use super::date;
use super::line::{Line, after_number, inside_brackets};
use crate::lexicon::is_han;
use crate::lexicon::layout_words::{ends_as_body, genre};

/// Whether a line holds only names of bodies.
pub(super) fn is_body(line: &Line) -> bool {
    let Some(folded) = line.within(50) else { return false };
    let bare = folded.strip_suffix("(章)").or_else(|| folded.strip_suffix("(盖章)")).unwrap_or(folded);
    let bare = bare.split_once('(').filter(|(_, rest)| rest.ends_with(')')).map_or(bare, |(name, _)| name);
    let plain = bare.chars().all(|c| is_han(c) || matches!(c, '、' | '*' | 'X' | '×' | '·' | '“' | '”'));
    plain && bare.chars().count() >= 3 && ends_as_body(bare) && after_number(folded).is_none() && genre(bare).is_none()
        // 关于印发某某学校 opens a title that goes on below
        && !bare.contains("关于")
}

/// Whether a line holds a body and the day it signed or printed: `某局2020年8月4日印发`.
pub(super) fn is_dated_body(line: &Line) -> bool {
    let Some(folded) = line.within(60).filter(|s| s.contains(['月', '-', '.', '/', '—'])) else {
        return false;
    };
    let starts = folded
        .char_indices()
        .filter(|&(at, c)| {
            // a date begins with a numeral; 一 also stands in names
            let century = || folded.get(at..).is_some_and(|date| date.starts_with("一九"));
            c.is_ascii_digit() || matches!(c, '二' | '*' | 'X' | '×') || c == '一' && century()
        })
        .map(|(at, _)| at);
    let day = starts.take(3).find(|&at| folded.get(at..).is_some_and(date::is));
    day.is_some_and(|at| at > 0 && folded.get(..at).is_some_and(|name| name.chars().count() >= 3 && ends_as_body(name)))
}

/// Whether a line only says that a seal stands here: `（盖章）`, `（某市教育局代章）`.
pub(super) fn is_seal(line: &Line) -> bool {
    line.within(24).and_then(inside_brackets).is_some_and(|seal| seal.ends_with('章') && seal.chars().all(is_han))
}

/// Whether a line of a form waits for who signs and when: `申请人（签字）：`, `年 月 日`.
pub(super) fn is_blank(line: &Line) -> bool {
    let signs = |how: &str| how.starts_with(['签', '盖']) && how.ends_with(['字', '名', '章', '印']);
    let who = line.within(20).and_then(|folded| folded.strip_suffix("):")).and_then(|rest| rest.split_once('('));
    line.folded == "年月日" || who.is_some_and(|(_, how)| signs(how)) && after_number(&line.folded).is_none()
}

/// Whether a person signs: an office and its holder.
pub(super) fn is_person(text: &str, line: &Line) -> bool {
    byline::read(text, line) == Some(Sure::Surely) || line.within(5).is_some_and(byline::is_name)
}

/// Whether a line may be a piece of a name that was broken over lines: only Chinese characters, few.
pub(super) fn is_piece(line: &Line) -> bool {
    line.within(24).is_some_and(|folded| {
        folded.chars().all(|c| is_han(c) || matches!(c, '、' | '*' | 'X' | '×')) && genre(folded).is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::one;

    #[test]
    fn finds_who_signs() {
        for text in ["某市财政局", "某市人民政府办公室", "某市公安局 某市交通局", "*市委办公室（盖章）", "科 技 部"]
        {
            assert!(is_body(&one(text)), "{text}");
        }
        for text in ["各部门要抓好落实。", "一、市委办公室", "关于某市财政局的通知", "关于转发某某学校", "结束语", "局"]
        {
            assert!(!is_body(&one(text)), "{text}");
        }
        assert!(is_dated_body(&one("某市人民政府办公厅2020年12月10日印发")));
        assert!(is_dated_body(&one("某县卫生局党组一九六一年四月六日")));
        assert!(!is_dated_body(&one("2020年12月10日")) && !is_dated_body(&one("任务2020年12月完成")));
        assert!(is_seal(&one("（某市教育局代章）")) && !is_seal(&one("（第一章）的说明")) && !is_seal(&one("印章")));
        let blank = |text: &str| is_blank(&one(text));
        assert!(blank("申请人（签字并盖手印）：") && blank("　年　月　日"));
        assert!(!blank("2020年1月2日") && !blank("3.申请人（签字）：") && !blank("下列情形（盖章除外）："));
        let text = "某国主席王某某";
        assert!(is_person(text, &one(text)));
    }
}
