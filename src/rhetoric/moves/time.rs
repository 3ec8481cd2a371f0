//! Which time a paragraph speaks of: a row of bare verbs (`完善制度，推广经验，…`) reports in a review and plans in a programme.
//!
//! In: what the sentences of a paragraph and of its section say of time, the heading above. Out: [`Tense`], or none.

use super::Move;

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
pub(super) fn of_heading(says: Move) -> Option<Tense> {
    match says {
        Move::ReportAchievement => Some(Tense::Done),
        Move::ListMeasure | Move::Demand | Move::SetGoal => Some(Tense::ToDo),
        _ => None,
    }
}

/// How many more sentences speak of what is done than of what is to be done.
pub(super) fn balance(times: impl Iterator<Item = Time>) -> i64 {
    times.map(|t| i64::from(t.done && !t.to_do) - i64::from(t.to_do)).sum()
}

/// The tense of a paragraph: its own where two sentences more speak for it, else that of its section, else its own.
pub(super) fn of_paragraph(own: i64, section: i64) -> Option<Tense> {
    let tense = |balance: i64, least: i64| match balance {
        b if b >= least => Some(Tense::Done),
        b if b <= -least => Some(Tense::ToDo),
        _ => None,
    };
    tense(own, 2).or_else(|| tense(section, 2)).or_else(|| tense(own, 1))
}
