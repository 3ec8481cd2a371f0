//! Titles 标题: `在全市工作会议上的讲话`, `关于做好防汛工作的通知`, `勇做改革的实干者`, over one line or two.
//!
//! In: a line. Out: whether it may be a title by its looks; whether its words alone say that it is one;
//! whether the next line goes on with it.

use super::line::{Folded, Line, after_number, ends_with, holds_any, is_han_numeral, is_numeral};
use super::{attachment, date, doc_number, provenance, subtitle};
use crate::lexicon::is_han;
use crate::lexicon::layout_words::{Genre, ends_as_body, genre, unnoted};
use crate::span::Span;

/// The longest title on one line, in characters.
const LONGEST: usize = 70;

/// Whether a line looks like a title: short, no sentence, no number before it, nothing else known.
pub(super) fn looks(line: &Line) -> bool {
    let Some(folded) = line.within(LONGEST).filter(|_| !line.fills) else { return false };
    if matches!(line.last, '。' | ';' | ':' | ',' | '、' | '…' | '(' | '《') {
        return false;
    }
    let han = folded.chars().filter(|&c| is_han(c) || c == '*').count();
    // a site's label may stand before a title
    let bare = folded.strip_prefix('【').and_then(|rest| rest.split_once('】')).map_or(folded, |(_, title)| title);
    let opens = (bare.is_empty() && !is_piece(folded))
        || bare.starts_with(['。', ',', '、', ';', ':', ')', '》', '”', '—', '-', '【', '[', '(']);
    let known = || {
        after_number(folded).is_some()
            || attachment::read(folded).is_some()
            || date::is(folded)
            || doc_number::is(folded)
            || subtitle::occasion(folded)
            || reports(folded)
            || folded.chars().all(is_numeral)
    };
    let sentence = folded.contains(['。', ';']) || folded.matches(',').count() > 3;
    han >= 2 && !opens && !sentence && !known()
}

/// Whether a line tells what happened on a day: `9月2日晚,市长王某在某大会上致辞`.
pub(super) fn reports(line: &str) -> bool {
    date::prefix(line).and_then(|end| line.get(end..)).is_some_and(|told| told.contains(','))
}

/// The title with which a line of glued text begins: what stands before the day in brackets and holds the
/// words of a speech (`在…上的讲话（2020年1月8日）同志们：…`), a dispatch before it left out.
pub(super) fn glued(text: &str, line: Span) -> Option<Span> {
    let folded = Folded::beginning(line.of(text), 2 * LONGEST);
    let from = provenance::dispatch(&folded.text).unwrap_or(0);
    let rest = folded.text.get(from..)?;
    let days = rest.match_indices('(').map(|(at, _)| at);
    let end = days.take(4).find(|&at| rest.get(at + 1..).is_some_and(|inner| date::prefix(inner).is_some()))?;
    let words = rest.get(..end)?;
    let said = genre(words) == Some(Genre::Speech) && words.contains('在') && !words.contains('。');
    let start = line.start + folded.raw(from).unwrap_or(0);
    said.then(|| Some(Span::new(start, line.start + folded.raw(from + end)?).trim(text))).flatten()
}

/// Whether the words of a line make it a title wherever it stands: `在…上的讲话`, `关于…的意见`,
/// `…政府工作报告`, the headline of a model text.
pub(super) fn is_framed(line: &str) -> bool {
    if (line.contains("范文") || line.contains("例文")) && line.contains(':')
        || is_piece(line)
        || is_numbered_piece(line)
    {
        return true;
    }
    let base = without_edition(line);
    let Some(kind) = genre(base) else { return false };
    match kind {
        Genre::Speech => {
            let said = holds_any(base, &["上的", "时的", "中的", "会的"]);
            base.contains('在') && said || base.ends_with("政府工作报告")
        }
        Genre::Paper => base.contains("关于") && base.contains('的'),
        Genre::Letter => base.starts_with('致') || base.contains("关于"),
        Genre::Essay => false,
        // 关于…的说明 is a title, 关于任务 is none
        Genre::Part => {
            base.starts_with("关于") && base.contains('的') || base.starts_with('《') && base.ends_with("名词解释")
        }
    }
}

/// A piece of a collection: `篇一：…`, `【篇二】…`, `第三篇 …`, `范文四：…`.
fn is_piece(line: &str) -> bool {
    let bare = line.trim_start_matches('【');
    let Some(rest) = ["篇", "范文", "例文", "第"].iter().find_map(|word| bare.strip_prefix(word)) else {
        return false;
    };
    let name = rest.trim_start_matches(|c: char| c.is_ascii_digit() || is_han_numeral(c));
    let counted = name.len() < rest.len();
    let closed = if bare.starts_with('第') {
        name.strip_prefix('篇')
    } else {
        name.strip_prefix([':', '】', '、']).or(name.is_empty().then_some(""))
    };
    counted && closed.is_some()
}

/// `座谈会发言范文第2篇`
fn is_numbered_piece(line: &str) -> bool {
    let number = line.strip_suffix('篇').and_then(|rest| rest.rsplit_once('第'));
    let counts = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_digit() || is_han_numeral(c));
    number.is_some_and(|(name, number)| name.chars().count() >= 4 && counts(number))
}

/// Whether the last word of a line names a paper or a speech, not a part of one (任务, 要求).
pub(super) fn names_paper(line: &str) -> bool {
    genre(without_edition(line)).is_some_and(|genre| genre != Genre::Part)
}

/// Whether the last word of a line, `（试行）` and the like left out, is one that closes titles.
pub(super) fn has_genre(line: &str) -> bool {
    genre(without_edition(line)).is_some()
}

fn without_edition(line: &str) -> &str {
    let line = unnoted(line);
    line.strip_suffix(')')
        .and_then(|rest| rest.rfind('(').and_then(|at| rest.get(..at)))
        .filter(|s| !s.is_empty())
        .unwrap_or(line)
}

/// Whether `next` goes on with the title `line`.
pub(super) fn continues(line: &str, next: &str) -> bool {
    let unpaired = |open: char, close: char| line.matches(open).count() > line.matches(close).count();
    if unpaired('《', '》') || unpaired('(', ')') || unpaired('“', '”') {
        return true;
    }
    if next.starts_with("关于") && ends_as_body(line) {
        return true;
    }
    if has_genre(line) {
        return false;
    }
    let couplet = |s: &str| (6..=20).contains(&s.chars().count()) && s.chars().all(is_han);
    if couplet(line) && couplet(next) && line.len() == next.len() && !has_genre(next) {
        return true;
    }
    let hangs = ends_with(line, &["的", "与", "和", "及", "暨", "等", "在", "并", "、", "上", "中", ","]);
    let closes = has_genre(next) && !next.starts_with('在') && next.chars().count() <= 24;
    closes || hangs && !next.ends_with(['!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::one;

    #[test]
    fn knows_titles_by_their_looks() {
        for text in
            ["勇做转型的担当者、实干者", "**市召开“担当作为”座谈会发言讲话", "2026年某市政府工作报告", "水的价格"]
        {
            assert!(looks(&one(text)), "{text}");
        }
        for text in [
            "9月2日晚，市长王某在某大会上致辞",
            "一、总体要求",
            "要坚持稳中求进。",
            "各科室：",
            "（2020年2月3日）",
            "——在会议上的讲话",
            "附件1",
            "2022",
        ] {
            assert!(!looks(&one(text)), "{text}");
        }
    }

    #[test]
    fn some_words_make_a_title() {
        for line in [
            "在全市大会上的讲话",
            "关于做好工作的通知(试行)",
            "2026年某省政府工作报告",
            "在全市大会上的讲话※",
            "某市政府工作报告[1]",
            "申论范文:文化建设",
            "篇一:敢于担当",
            "【篇二】",
        ] {
            assert!(is_framed(line), "{line}");
        }
        for line in ["结束语", "关于教育改革问题", "重点工作", "过去五年的回顾"] {
            assert!(!is_framed(line), "{line}");
        }
    }

    #[test]
    fn a_title_may_be_glued_to_the_speech() {
        let of = |text: &str| glued(text, Span::new(0, text.len())).map(|span| span.of(text).to_owned());
        let text = "新华社北京1月2日电 同心向前 ——在某大会上的讲话（2020年1月2日，北京）王某同志们：今天开会。";
        assert_eq!(of(text).as_deref(), Some("同心向前 ——在某大会上的讲话"));
        assert_eq!(of("会议在京举行（2020年1月2日），作了部署。"), None);
    }

    #[test]
    fn titles_go_on() {
        assert!(continues("关于印发《某市道路测试与", "示范应用办法》的通知"));
        assert!(continues("某市支持数字经济园区建设等", "奖补政策实施细则"));
        assert!(continues("某市人民政府", "关于做好工作的意见"));
        assert!(!continues("某市政府工作报告", "总体要求"));
        assert!(continues("凝心聚力谋发展", "砥砺前行谱新篇"));
        assert!(!continues("不学礼无以立", "市长王某"));
    }
}
