//! What a block says by itself.
//!
//! In: the characters of one block. Out: [`Alone`]: the block made plain, the markers it may have, what it promises, where it
//! turns back to the whole, a mark that has no partner. Depends on nothing but the characters, so that a text read again need
//! only look at blocks that are new; and what was found in one later, by little more than its characters, it keeps.

use super::announce::promise::{self, Promise};
use super::finding::quote;
use super::head::Found;
use super::marker::{self, Marker};
use super::plain::Mended;
use super::point::Headed;
use super::turn::Turning;
use crate::layout::{Block, salutation, sentences_by};
use crate::lexicon::{Stops, Watch, markdown, marks};
use crate::span::Span;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// What the characters of a block tell; places are counted from the beginning of the block, made plain.
#[derive(Debug)]
pub(crate) struct Alone {
    /// The block made plain.
    pub plain: Mended,
    /// What might open a point.
    pub markers: Vec<Marker>,
    /// Its level, where Markdown makes a heading of it.
    pub level: Option<usize>,
    /// Whether it may promise a number of points.
    pub counts: bool,
    /// Its sentences, and what they promise.
    pub running: Running,
    /// Where it turns back to the whole.
    pub turning: Turning,
    /// A mark without its partner, in the block as given.
    pub unpaired: Option<(usize, char)>,
    /// The heading of each marker, once asked for.
    pub headings: Vec<OnceLock<Headed>>,
    /// The running text behind the heading that was last found in it.
    behind: Mutex<Option<(Span, Arc<Running>)>>,
    /// What detectors of heads found in it.
    pub found: Found,
}

impl Alone {
    /// Reads a block.
    pub(crate) fn of(block: &str) -> Self {
        let plain = Mended::block(block);
        let text = plain.of(block);
        let whole = Span::new(0, text.len());
        let stops = Stops::of(text, whole, &WATCH);
        let counts = promise::may_promise(text, &stops);
        let markers = marker::scan(text, &stops);
        Self {
            headings: markers.iter().map(|_| OnceLock::new()).collect(),
            markers,
            level: markdown::level(block),
            counts,
            running: Running::by(text, counts, &stops),
            turning: Turning::of(text, &stops),
            unpaired: if plain.is_as_given() {
                quote::unpaired(stops.marks(whole))
            } else {
                quote::unpaired(marks(block))
            },
            plain,
            behind: Mutex::default(),
            found: Found::default(),
        }
    }

    /// What the running text behind a heading says by itself; if it is to be remembered, it is not read twice.
    pub(crate) fn behind(&self, place: Span, remember: bool, look: impl FnOnce() -> Running) -> Arc<Running> {
        // What reads first texts is to be small: it remembers nothing.
        if !remember || !cfg!(feature = "whole") {
            return Arc::new(look());
        }
        let mut known = self.behind.lock().unwrap_or_else(PoisonError::into_inner);
        let same = known.take().filter(|(known, _)| *known == place);
        Arc::clone(&known.insert(same.unwrap_or_else(|| (place, Arc::new(look())))).1)
    }
}

/// All who look through a block for ideographs.
pub(crate) static WATCH: Watch<'static> = Watch::of(&[&marker::SOUGHT, &promise::COUNTS]);

/// What the running text of a block, or behind its heading, says by itself; places are counted from its beginning.
#[derive(Debug)]
pub(crate) struct Running {
    pub sentences: Vec<Span>,
    /// What they promise.
    pub promises: Vec<Promise>,
    /// Whether the first is a salutation, once asked for.
    calls: OnceLock<bool>,
}

impl Running {
    /// Reads it; where the block does not count, its sentences promise nothing.
    pub(crate) fn of(text: &str, counts: bool) -> Self {
        Self::by(text, counts, &Stops::of(text, Span::new(0, text.len()), &WATCH))
    }

    fn by(text: &str, counts: bool, stops: &Stops) -> Self {
        let whole = Span::new(0, text.len());
        let sentences: Vec<Span> = sentences_by(text, whole, stops.marks(whole)).collect();
        let promises = sentences.iter().filter(|_| counts).flat_map(|s| promise::find(text, *s, stops)).collect();
        Self { sentences, promises, calls: OnceLock::new() }
    }

    /// Whether this text, of which it was read, opens with a salutation.
    pub(crate) fn calls(&self, text: &str) -> bool {
        let first = || self.sentences.first().is_some_and(|s| salutation::opens(s.of(text)));
        *self.calls.get_or_init(first)
    }
}

/// The blocks of one document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Body<'t> {
    /// The text they stand in.
    pub text: &'t str,
    /// Where they stand.
    pub blocks: &'t [Block],
    /// What each of them says by itself.
    pub alone: &'t [Arc<Alone>],
    /// Index of the first of them.
    pub first: usize,
    /// Whether what is found in them is kept for another reading.
    pub remembers: bool,
}

impl<'t> Body<'t> {
    /// Each with its index and what it says by itself.
    pub(crate) fn iter(self) -> impl Iterator<Item = (usize, &'t Block, &'t Alone)> {
        (self.first..).zip(self.blocks.iter().zip(self.alone)).map(|(i, (block, alone))| (i, block, &**alone))
    }
}
