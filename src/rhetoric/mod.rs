//! How the text argues: devices found by rule; relations found by layout, by cue or by a model.
//!
//! In: text, layout, outline, tokens. Out: [`Rhetoric`]. Does not know `terms`.

mod device;
mod moves;
mod parallel;
mod prose;
pub mod rst;
mod set_phrase;

use crate::layout::Layout;
use crate::outline::Outline;
use crate::segment::Tokens;
pub use device::{Device, DeviceKind};
pub use moves::{Basis, Move, Moves, SentenceMove};
pub use parallel::{Figure, Level, Parallelism, ParallelismKind};
pub use rst::{Evidence, Nuclearity, Rst, RstNode};
pub use set_phrase::{Members, SetPhrase, Source};

/// All devices and relations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rhetoric {
    /// By first occurrence.
    pub set_phrases: Vec<SetPhrase>,
    /// By first member.
    pub parallelisms: Vec<Parallelism>,
    /// By start.
    pub devices: Vec<Device>,
    /// What sentences and nodes do.
    pub moves: Moves,
    /// None unless it was asked for and there is a model.
    pub rst: Option<Rst>,
}

/// Finds devices and relations.
pub fn find(text: &str, layout: &Layout, outline: &Outline, tokens: &Tokens) -> Rhetoric {
    let prose = prose::Prose::new(text, layout, outline, tokens);
    Rhetoric {
        devices: device::find(&prose),
        moves: moves::find(&prose),
        set_phrases: set_phrase::find(text, layout, outline, tokens),
        parallelisms: parallel::find(text, layout, outline, tokens),
        ..Rhetoric::default()
    }
}
