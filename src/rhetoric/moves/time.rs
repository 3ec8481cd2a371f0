//! Which time a paragraph speaks of: a row of bare verbs (`完善制度，推广经验，…`) reports in a review and plans in a programme.
//!
//! In: what the sentences of a paragraph say of time, the heading above. Out: [`Tense`], or none; a paragraph without marks takes
//! the tense of the one before it in its section.

use super::Move;
use super::heading::Prior;

/// How a sentence stands in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Time {
    /// 了, 已经, 取得
    pub(super) done: bool,
    /// 要, 必须, 力争
    pub(super) to_do: bool,
}

/// What a paragraph speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// What has been done.
    Done,
    /// What is to be done.
    ToDo,
}

/// What a heading says of the time of what is below it.
pub(super) fn of_heading(prior: Prior) -> Option<Tense> {
    match prior.kind {
        Move::ReportAchievement => Some(Tense::Done),
        Move::ListMeasure | Move::Demand | Move::SetGoal => Some(Tense::ToDo),
        _ => None,
    }
}

/// What most sentences of a paragraph that speak of time say.
pub(super) fn of_paragraph(times: impl Iterator<Item = Time>) -> Option<Tense> {
    let balance: i64 = times.map(|t| i64::from(t.done && !t.to_do) - i64::from(t.to_do)).sum();
    match balance {
        1.. => Some(Tense::Done),
        0 => None,
        _ => Some(Tense::ToDo),
    }
}
