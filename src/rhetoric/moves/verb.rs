//! Modality and aspect: `要抓紧整改` demands, `修通了三条路` reports.
//!
//! In: the words of a sentence. Out: points for modal 要 (not 重要, 主要, 要求, 只要 …), for aspect 了 (not 为了, 除了), and
//! for figures with a verb of growth.

use super::score::Score;
use super::{Basis, Move};
use crate::span::Span;

/// Bytes read of a sentence.
const READ: usize = 1_500;
/// Characters before 要 with which it is part of a word.
const NOT_BEFORE: &str = "重主需必首只紧摘纲机简次险提扼不想正就索";
/// Characters after 要 with which it is part of a word.
const NOT_AFTER: &str = "求素点么害闻务领件义诀职不道塞旨";
/// Characters before 了 with which it is no aspect.
const NO_ASPECT: &str = "为除罢不得到";

pub(super) fn read(text: &str, sentence: Span, score: &mut Score) {
    let said = sentence.of(text);
    let here = |at: usize, len: usize| Some(Span::new(sentence.start + at, sentence.start + at + len));
    let (mut before, mut marks, mut digits) = ('\n', 0, false);
    let (mut modal, mut aspect) = (false, false);
    let mut chars = said.char_indices().take_while(|(at, _)| *at < READ).peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or('\n', |&(_, n)| n);
        match c {
            '要' if !modal && !NOT_BEFORE.contains(before) && !NOT_AFTER.contains(next) => {
                modal = true;
                score.add(Move::Demand, if marks < 2 { 4 } else { 2 }, Basis::Cue, here(at, c.len_utf8()));
            }
            '了' if !aspect && !NO_ASPECT.contains(before) => {
                aspect = true;
                score.add(Move::ReportAchievement, 2, Basis::Cue, here(at, c.len_utf8()));
            }
            '，' | '；' | '：' => marks += 1,
            _ => digits |= c.is_ascii_digit(),
        }
        before = c;
    }
    if digits {
        for word in ["增长", "达到", "提高", "下降", "增加"] {
            let Some(at) = said.get(..said.floor_char_boundary(READ)).and_then(|s| s.find(word)) else { continue };
            score.add(Move::ReportAchievement, 2, Basis::Cue, here(at, word.len()));
            break;
        }
    }
    if modal {
        let most = score.of(Move::Demand).saturating_sub(1);
        score.cap(Move::ListMeasure, most.max(2));
    }
}
