//! What a report has in common with the one before it, of a text being edited: so much need not cross again.
//!
//! In: two reports. Out: [`Shared`], and the later one in [parts](super::parts()) without it. Who holds the earlier one puts both
//! together; a property of reports read again holds the outcome to what a full run gives.

use super::parts::{Rest, write};
use super::{
    AnnouncementView, BlockView, DeviceView, DocumentView, FindingView, MoveView, NodeView, ParallelismView, Report,
    Units,
};
use serde::Serialize;
use serde_json::Error;

/// The last report given, under its number.
#[derive(Debug, Default)]
pub struct Given(Option<(u32, Report)>);

/// Units of the longest text whose report is kept: nobody types in a longer one.
const LONGEST: u32 = 1_500_000;

view! {
    /// What of the report before stands in this one: of each list so many items at its beginning as they were, and so many at its
    /// end moved `by` units.
    pub struct Shared {
        /// Units by which what stands behind the edit has moved.
        pub by: i32,
        /// Of `documents`.
        pub documents: (u32, u32),
        /// Of `blocks`.
        pub blocks: (u32, u32),
        /// Of `outline`.
        pub outline: (u32, u32),
        /// Of `announcements`.
        pub announcements: (u32, u32),
        /// Of `parallelisms`.
        pub parallelisms: (u32, u32),
        /// Of `devices`.
        pub devices: (u32, u32),
        /// Of `moves`.
        pub moves: (u32, u32),
        /// Of `findings`.
        pub findings: (u32, u32),
    }
}

/// Gives a report away in parts under a number, without what it shares with the one given under the number `base`, if that was
/// the last.
///
/// # Errors
/// Never in practice: a report is plain data.
pub fn parts_again(
    report: Report,
    (number, base): (u32, Option<u32>),
    given: &mut Given,
    each: impl FnMut(&str),
) -> Result<Option<Shared>, Error> {
    let before = given.0.take().filter(|&(number, _)| base == Some(number));
    let shared = before.map(|(_, before)| Shared::of(before, &report));
    match &shared {
        Some(shared) => write(&report, shared, each)?,
        None => super::parts(&report, each)?,
    }
    if report.text.utf16_length <= LONGEST {
        given.0 = Some((number, report));
    }
    Ok(shared)
}

impl Shared {
    fn of(mut before: Report, now: &Report) -> Self {
        let by = now.text.utf16_length.cast_signed().wrapping_sub(before.text.utf16_length.cast_signed());
        Self {
            by,
            documents: ends(&mut before.documents, &now.documents, by),
            blocks: ends(&mut before.blocks, &now.blocks, by),
            outline: ends(&mut before.outline, &now.outline, by),
            announcements: ends(&mut before.announcements, &now.announcements, by),
            parallelisms: ends(&mut before.parallelisms, &now.parallelisms, by),
            devices: ends(&mut before.devices, &now.devices, by),
            moves: ends(&mut before.moves, &now.moves, by),
            findings: ends(&mut before.findings, &now.findings, by),
        }
    }
}

impl Rest for Shared {
    /// The page is to have read all but the last when that comes.
    const FULL: usize = 64_000;

    fn of<'i, T>(&self, ends: fn(&Shared) -> (u32, u32), items: &'i [T]) -> &'i [T] {
        let (kept, moved) = ends(self);
        items.get(kept as usize..items.len() - moved as usize).unwrap_or(&[])
    }
}

/// Items at the beginning that are as they were, and at the end that have only moved.
fn ends<T: Moved + PartialEq>(before: &mut [T], now: &[T], by: i32) -> (u32, u32) {
    let kept = before.iter().zip(now).take_while(|(before, now)| before == now).count();
    let (Some(before), Some(now)) = (before.get_mut(kept..), now.get(kept..)) else { return (0, 0) };
    let behind = before.iter_mut().rev().zip(now.iter().rev());
    let moved = behind.map(|(before, now)| {
        before.move_by(by);
        *before == *now
    });
    (kept as u32, moved.take_while(|&same| same).count() as u32)
}

/// What has places in the text.
trait Moved {
    fn move_by(&mut self, by: i32);
}

impl Moved for Units {
    fn move_by(&mut self, by: i32) {
        self.0 = self.0.wrapping_add_signed(by);
        self.1 = self.1.wrapping_add_signed(by);
    }
}

impl<T: Moved> Moved for Option<T> {
    fn move_by(&mut self, by: i32) {
        if let Some(place) = self {
            place.move_by(by);
        }
    }
}

impl<T: Moved> Moved for Vec<T> {
    fn move_by(&mut self, by: i32) {
        for place in self {
            place.move_by(by);
        }
    }
}

/// The fields that say places; `www/src/engine/again.ts` has the same.
macro_rules! places {
    ($($view:ident { $($field:ident),* })*) => {$(
        impl Moved for $view {
            fn move_by(&mut self, by: i32) {
                $(self.$field.move_by(by);)*
            }
        }
    )*};
}

places! {
    DocumentView { span, title }
    BlockView { span }
    NodeView { heading, whole_heading, span }
    AnnouncementView { span }
    ParallelismView { members, slots }
    DeviceView { span, parts, cue }
    MoveView { span, cue }
    FindingView { span }
}
