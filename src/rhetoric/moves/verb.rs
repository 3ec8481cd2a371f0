//! Modality, aspect and judgement: `要抓紧整改` demands, `修通了三条路` reports, `农业是基础` argues.
//!
//! In: the words of a sentence. Out: points for modal 要 and 应 (not 重要, 主要, 要求, 只要; 应用, 适应), for
//! aspect 了 (not 为了, 除了), for 是 as the verb of the first clause (not 一是, 还是, 就是, 但是 …), and for
//! figures with a verb of growth; and what they tell of the time of a sentence: done, or still to
//! do.

use super::score::Score;
use super::time::Time;
use super::{Basis, MOVES, Move};
use crate::lexicon::{Seeker, Stops};
use crate::rhetoric::prose::Prose;
use crate::span::Span;

/// The words looked for, all of one character.
pub(super) static WORDS: Seeker = Seeker::new(0, "要应了是");
/// Bytes read of a sentence.
const READ: usize = 1_500;
/// Characters before 要 with which it is part of a word.
const NOT_BEFORE: &str = "重主需必首只紧摘纲机简次险提扼不想正就索概切";
/// Characters after 要 with which it is part of a word.
const NOT_AFTER: &str = "求素点么害闻务领件义诀职不道塞旨约";
/// Characters before and after 应 with which it is part of a word.
const NO_OUGHT: (&str, &str) = ("适相反响效供对呼感顺回照理本一", "用急对届有力邀聘战付变答和允声");
/// Characters before 了 with which it is no aspect.
const NO_ASPECT: &str = "为除罢不得到";
/// Characters before 是 with which it is a connective, an adverb or a marker.
const NO_JUDGEMENT: &str = "一二三四五六七八九十还但可于要若凡只或总如其先再更而的别";
/// Verbs of growth that report with a figure.
const GROWTH: [&str; 5] = ["增长", "达到", "提高", "下降", "增加"];

/// A sentence without a subject that opens with a verb of two characters, as the dictionary has it,
/// states a measure, unless its words say otherwise.
pub(super) fn opens(prose: &Prose, sentence: Span, score: &mut Score) {
    if MOVES.iter().any(|&kind| score.of(kind) > 0) {
        return;
    }
    let items = &prose.tokens.items;
    let first =
        items.get(items.partition_point(|t| t.span.start < sentence.start)).filter(|t| t.span.start == sentence.start);
    let acts = |tag: &str, word: &str| matches!(tag, "v" | "vn") && word.chars().count() == 2;
    if let Some(token) = first.filter(|t| prose.tokens.type_of(t).is_some_and(|w| acts(&w.tag, &w.text))) {
        score.add(Move::ListMeasure, 2, Basis::Cue, Some(token.span));
    }
}

pub(super) fn read(text: &str, sentence: Span, stops: &Stops, score: &mut Score) -> Time {
    let said = sentence.of(text);
    let said = said.get(..said.floor_char_boundary(READ)).unwrap_or(said);
    let here = |at: usize, len: usize| Some(Span::new(sentence.start + at, sentence.start + at + len));
    let (mut marks, mut digits) = (0, false);
    let (mut judged, mut time) = (false, Time::default());
    for (at, c) in stops.places(&WORDS, sentence).take_while(|(at, _)| *at < said.len()) {
        let before = said.get(..at).and_then(|t| t.chars().next_back()).unwrap_or('\n');
        let next = said.get(at + c.len_utf8()..).and_then(|t| t.chars().next()).unwrap_or('\n');
        match c {
            '要' if !time.to_do && !NOT_BEFORE.contains(before) && !NOT_AFTER.contains(next) => {
                time.to_do = true;
                score.add(Move::Demand, if marks < 2 { 4 } else { 2 }, Basis::Cue, here(at, c.len_utf8()));
            }
            '应' if !time.to_do && !NO_OUGHT.0.contains(before) && !NO_OUGHT.1.contains(next) => {
                time.to_do = true;
                score.add(Move::Demand, 3, Basis::Cue, here(at, c.len_utf8()));
            }
            '了' if !time.done && !NO_ASPECT.contains(before) => {
                time.done = true;
                score.add(Move::ReportAchievement, 1, Basis::Cue, here(at, c.len_utf8()));
            }
            '是' if !judged && marks == 0 && at > 0 && !NO_JUDGEMENT.contains(before) => {
                judged = true;
                score.add(Move::ArgueWhy, 2, Basis::Cue, here(at, c.len_utf8()));
            }
            '，' | '；' | '：' => marks += 1,
            _ => digits |= c.is_ascii_digit(),
        }
    }
    if digits && let Some((at, word)) = GROWTH.iter().find_map(|w| Some((said.find(w)?, *w))) {
        score.add(Move::ReportAchievement, 2, Basis::Cue, here(at, word.len()));
    }
    time
}
