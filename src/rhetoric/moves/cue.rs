//! Cues of the lexicon in a sentence: `通知如下` sets the scene, `亟待` names a problem.
//!
//! In: the words of a sentence. Out: points, and what the cues tell of time. Only the beginning and the end of a very long sentence are read.

use super::score::Score;
use super::time::Time;
use super::{Basis, Move};
use crate::lexicon::Stops;
use crate::lexicon::moves::{MoveCue, MoveCues, Where};
use crate::rhetoric::prose::word_at;
use crate::span::Span;

/// Bytes read of a sentence.
const READ: usize = 1_500;
/// What opens a sentence before its own words.
const LEAD: [&str; 8] = ["同志们，", "同志们！", "各位代表，", "各位代表！", "因此，", "所以，", "同时，", "我们"];
/// Measures weigh so much at the most, however many.
const MEASURES: u16 = 5;

fn ends_clause(c: char) -> bool {
    matches!(c, '，' | '；' | '：' | '、' | ',' | ';' | ':')
}

pub(super) fn read(text: &str, sentence: Span, stops: &Stops, score: &mut Score) -> Time {
    let cues = MoveCues::get();
    let said = sentence.of(text);
    let lead = LEAD.iter().find(|l| said.starts_with(**l)).map_or(0, |l| l.len());
    let mut counted: Vec<&MoveCue> = Vec::new();
    let mut time = Time::default();
    let mut count = |cue: &'static MoveCue, at: usize| {
        let Some(kind) = Move::from_name(cue.name).filter(|_| !counted.contains(&cue)) else { return };
        counted.push(cue);
        time.done |= kind == Move::ReportAchievement && cue.weight >= 3;
        time.to_do |= matches!(kind, Move::Demand | Move::SetGoal | Move::ListMeasure) && cue.weight >= 3;
        score.add(kind, cue.weight, Basis::Cue, Some(word_at(sentence.start + at, cue.words)));
    };
    let opening = |at: usize, count: &mut dyn FnMut(&'static MoveCue, usize)| {
        let opens = at == 0 || at == lead;
        let rest = said.get(at..).filter(|_| at < READ).unwrap_or("");
        let Some(first) = rest.chars().next() else { return };
        cues.opening(first, rest).filter(|cue| opens || cue.place == Where::Clause).for_each(|cue| count(cue, at));
    };
    // Where the last clause begins, and whether what opens the sentence's own words was read.
    let (mut clause, mut opened) = (0, lead == 0);
    opening(0, &mut count);
    for (at, c) in stops.pairs(sentence).take_while(|(at, _)| *at < READ) {
        if !opened && at >= lead {
            opened = true;
            opening(lead, &mut count);
        }
        cues.anywhere(c, said.get(at..).unwrap_or("")).for_each(|cue| count(cue, at));
        if ends_clause(c) || clause == at && c.is_whitespace() {
            clause = at + c.len_utf8();
            opened |= clause == lead;
            opening(clause, &mut count);
        }
    }
    if !opened {
        opening(lead, &mut count);
    }
    let bare = said.trim_end_matches(['。', '！', '？', '；', '”', '!', '?', '.']);
    cues.ending(bare).for_each(|cue| count(cue, bare.len() - cue.words.len()));
    score.cap(Move::ListMeasure, MEASURES);
    time
}
