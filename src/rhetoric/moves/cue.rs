//! Cues of the lexicon in a sentence: `通知如下` sets the scene, `亟待` names a problem.
//!
//! In: the words of a sentence. Out: points, and what the cues tell of time. Only the beginning and the end of a very long sentence are read.

use super::score::Score;
use super::time::Time;
use super::{Basis, Move};
use crate::lexicon::moves::{MoveCue, MoveCues, Where};
use crate::rhetoric::prose::word_at;
use crate::span::Span;

/// Bytes read of a sentence.
const READ: usize = 1_500;
/// What opens a sentence before its own words.
const LEAD: [&str; 8] = ["同志们，", "同志们！", "各位代表，", "各位代表！", "因此，", "所以，", "同时，", "我们"];
/// Measures weigh so much at the most, however many.
const MEASURES: u32 = 5;

pub(super) fn read(text: &str, sentence: Span, score: &mut Score) -> Time {
    let said = sentence.of(text);
    let lead = LEAD.iter().find(|l| said.starts_with(**l)).map_or(0, |l| l.len());
    let end = said.trim_end_matches(['。', '！', '？', '；', '”', '!', '?', '.']).len();
    let mut counted: Vec<&MoveCue> = Vec::new();
    let cues = MoveCues::get();
    let (mut clause, mut time) = (true, Time::default());
    for (at, c) in said.char_indices().take_while(|(at, _)| *at < READ) {
        let rest = if cues.begin_with(c) { said.get(at..).unwrap_or("") } else { "" };
        for cue in cues.at(rest) {
            let fits = match cue.place {
                Where::Open => at == 0 || at == lead,
                Where::Clause => clause || at == lead,
                Where::Any => true,
                Where::End => at + cue.words.len() == end,
                Where::Heading => false,
            };
            let fresh = || fits && !counted.contains(&cue);
            if let Some(kind) = fresh().then(|| Move::from_name(cue.name)).flatten() {
                counted.push(cue);
                time.done |= kind == Move::ReportAchievement && cue.weight >= 2;
                time.to_do |= matches!(kind, Move::Demand | Move::SetGoal) && cue.weight >= 3;
                score.add(kind, cue.weight.into(), Basis::Cue, Some(word_at(sentence.start + at, cue.words)));
            }
        }
        clause = matches!(c, '，' | '；' | '：' | '、' | ',' | ';' | ':') || clause && c.is_whitespace();
    }
    score.cap(Move::ListMeasure, MEASURES);
    time
}
