//! The contract with JavaScript, version `gangmu-report/1`.
//!
//! In: an [`Analysis`](crate::Analysis). Out: [`Report`], plain data in camelCase whose spans count UTF-16 code units.
//! The only room that serializes; TypeScript types are generated from these (see `wasm`).

mod parts;
#[cfg(feature = "schema")]
mod schema;
mod tokens;
mod view;

use crate::{layout, outline, rhetoric, terms};
pub use again::{Given, Shared, parts_again};
pub use parts::parts;
#[cfg(feature = "schema")]
pub use schema::schema;
use serde::{Deserialize, Serialize};
pub use tokens::{TokenArrays, token_arrays, token_bounds};
pub(crate) use view::view;

/// `[start, end)` in UTF-16 code units of the given text.
#[cfg_attr(target_arch = "wasm32", tsify::declare)]
pub type Units = (u32, u32);

/// Name and version of this contract.
pub const SCHEMA: &str = "gangmu-report/1";

macro_rules! view {
    ($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name { $($body)* }
    };
}

mod again;
pub mod questions;
pub mod tables;

/// A room's enum under the names of the contract.
macro_rules! names {
    ($(#[$meta:meta])* $name:ident of $room:path { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[allow(missing_docs)] // each variant is documented in its room
        pub enum $name { $(#[serde(rename = $text)] $variant),* }

        impl From<$room> for $name {
            fn from(value: $room) -> Self {
                use $room as Room;
                match value { $(Room::$variant => Self::$variant),* }
            }
        }
    };
}

names! {
    /// What a block is.
    BlockKind of layout::BlockKind {
        Title = "title", Subtitle = "subtitle", Byline = "byline", Date = "date", DocNumber = "docnumber",
        Addressee = "addressee", Salutation = "salutation", Issuer = "issuer", AttachmentNote = "attachment-note",
        Courtesy = "courtesy", Provenance = "provenance", Boilerplate = "boilerplate", Paragraph = "paragraph",
    }
}

names! {
    /// How a node is marked.
    Scheme of outline::Scheme {
        Chapter = "chapter", Han = "han", HanParen = "han-paren", Arabic = "arabic", ArabicParen = "arabic-paren",
        Circled = "circled", Di = "di", Shi = "shi", Yao = "yao", OrdinalWord = "ordinal-word", Dash = "dash",
        Parallel = "parallel", Bare = "bare",
    }
}

names! {
    /// On what an outline node rests.
    NodeEvidence of outline::Evidence {
        LineMarker = "line-marker", InlineMarker = "inline-marker", Frame = "frame", Announced = "announced",
        RunIn = "run-in", ShortLine = "short-line",
    }
}

names! {
    /// Whether a promise is kept.
    Verdict of outline::Verdict { Kept = "kept", Short = "short", Over = "over", Open = "open" }
}

names! {
    /// How much a finding matters.
    Severity of outline::Severity { Error = "error", Warning = "warning", Note = "note" }
}

names! {
    /// Content word, grammatical word or formula 套话.
    TermClass of terms::Class { Content = "content", Stop = "stop", Filler = "filler" }
}

names! {
    /// Role of a node of the tree towards its parent.
    Nuclearity of rhetoric::Nuclearity {
        Nucleus = "nucleus", Satellite = "satellite", Multinuclear = "multinuclear", Root = "root",
    }
}

names! {
    /// On what a relation rests.
    RelationEvidence of rhetoric::Evidence { Layout = "layout", Cue = "cue", Model = "model" }
}

// After the macros it uses.
mod devices;
pub use devices::{
    DeviceKind, DeviceView, MembersSource, MembersView, Move, MoveBasis, MoveView, ParallelismFigure, ParallelismKind,
    ParallelismLevel, ParallelismView, SetPhraseView,
};

/// What the caller may choose; every field may be left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Options {
    /// Content words listed at the most, most frequent first (default 300); grammatical words and formulas that are
    /// as frequent are listed among them.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub max_terms: u32,
    /// Expressions of several words listed at the most (default 100).
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub max_phrases: u32,
    /// Count traditional characters as simplified ones (default off).
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub fold_traditional: bool,
    /// Build the RST tree (default off: it needs its model).
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub rst: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_terms: 300, max_phrases: 100, fold_traditional: false, rst: false }
    }
}

view! {
    /// Everything found in one text.
    pub struct Report {
        /// `gangmu-report/1`.
        pub schema: &'static str,
        /// Sizes of the whole text.
        pub text: TextFigures,
        /// Documents of the file, in text order.
        pub documents: Vec<DocumentView>,
        /// Lines by kind, in text order.
        pub blocks: Vec<BlockView>,
        /// Nodes, flat, in text order; a parent stands before its children.
        pub outline: Vec<NodeView>,
        /// Word types, most frequent first.
        pub terms: Vec<TermView>,
        /// Expressions of several words, counted whole.
        pub phrases: Vec<PhraseView>,
        /// Fixed expressions with a number.
        pub set_phrases: Vec<SetPhraseView>,
        /// Promises of a number of points.
        pub announcements: Vec<AnnouncementView>,
        /// Groups of like members.
        pub parallelisms: Vec<ParallelismView>,
        /// Further devices, by start.
        pub devices: Vec<DeviceView>,
        /// What each sentence does, in text order.
        pub moves: Vec<MoveView>,
        /// Discourse units and relations; null unless asked for (`Options.rst`) and the model is there.
        pub rst: Option<RstView>,
        /// For the person who drafts.
        pub findings: Vec<FindingView>,
    }
}

view! {
    /// Sizes of the whole text.
    pub struct TextFigures {
        /// UTF-16 code units.
        pub utf16_length: u32,
        /// Characters (Unicode scalar values) other than white space.
        pub chars: u32,
        /// Chinese characters.
        pub han_chars: u32,
        /// Blocks of running text.
        pub paragraphs: u32,
        /// Sentences of running text.
        pub sentences: u32,
        /// Running words (tokens of kind word); 0 without a dictionary.
        pub tokens: u32,
        /// Distinct words.
        pub types: u32,
        /// Lexical variety that does not fall with length: the mean share of different words in every hundred (MATTR,
        /// Covington and others, 2010), up to 1; none below a hundred words.
        pub variety: Option<f64>,
    }
}

view! {
    /// One document of the file.
    pub struct DocumentView {
        /// From its title to the next document.
        pub span: Units,
        /// Its title, where it has one.
        pub title: Option<Units>,
        /// Index of the document it is attached to.
        pub parent: Option<u32>,
    }
}

view! {
    /// A block of whole lines.
    pub struct BlockView {
        /// What it is.
        pub kind: BlockKind,
        /// Where.
        pub span: Units,
        /// Index into `documents`.
        pub document: u32,
    }
}

view! {
    /// One point of the outline.
    pub struct NodeView {
        /// Index of the node above.
        pub parent: Option<u32>,
        /// Index into `documents`.
        pub document: u32,
        /// 1 right under its document.
        pub depth: u32,
        /// How it is marked.
        pub scheme: Scheme,
        /// The marker's text; empty for unnumbered nodes.
        pub marker: String,
        /// The number the marker says.
        pub ordinal: Option<u32>,
        /// What it is about; ends with its line at the latest.
        pub heading: Units,
        /// The heading with what a hard wrap has put on the lines below; null where `heading` is all of it.
        pub whole_heading: Option<Units>,
        /// All it governs.
        pub span: Units,
        /// On what it rests.
        pub evidence: NodeEvidence,
        /// What most of its sentences do; null when no move leads.
        pub r#move: Option<Move>,
    }
}

impl NodeView {
    /// The heading as a reader has it: to its end, wherever lines end.
    pub(crate) fn all_of_heading(&self) -> Units {
        self.whole_heading.unwrap_or(self.heading)
    }
}

view! {
    /// Figures of one word type 词型.
    pub struct TermView {
        /// The word.
        pub text: String,
        /// Its part of speech in jieba's tag set.
        pub tag: String,
        /// Occurrences.
        pub count: u32,
        /// Occurrences per 10,000 running words.
        pub per_ten_thousand: f64,
        /// Sections (top outline nodes and what stands around them, or paragraphs where there are not two) it occurs in.
        pub range: u32,
        /// Gries's DP over those sections: 0 spread evenly, towards 1 all in one place; none below two sections.
        pub dispersion: Option<f64>,
        /// DP divided by its greatest possible value (Lijffijt & Gries 2012).
        pub dispersion_norm: Option<f64>,
        /// Against the reference table; none without one.
        pub keyness: Option<KeynessView>,
        /// TF-IDF with the document frequencies of the reference table; none without one.
        pub tf_idf: Option<f64>,
        /// Whether it counts as content.
        pub class: TermClass,
    }
}

view! {
    /// How much more (or less) a term is used here than in the reference.
    pub struct KeynessView {
        /// Log-likelihood G² (Dunning 1993; Rayson & Garside 2000), negative when rarer here.
        pub g2: f64,
        /// Its p-value (χ², one degree of freedom).
        pub p: f64,
        /// Binary logarithm of the ratio of relative frequencies (Hardie 2014).
        pub log_ratio: f64,
    }
}

view! {
    /// An expression of several words.
    pub struct PhraseView {
        /// The expression.
        pub text: String,
        /// Words in it.
        pub words: u32,
        /// Occurrences not inside a longer listed phrase.
        pub count: u32,
        /// All occurrences.
        pub total: u32,
        /// Association of its parts: the least normalized pointwise mutual information of a two-way split, −1 to 1.
        pub association: f64,
        /// Boundary freedom: the smaller of left and right neighbour entropy, in bits.
        pub freedom: f64,
        /// Formulas 套话 are told apart from content.
        pub class: TermClass,
        /// Where it occurs.
        pub spans: Vec<Units>,
    }
}

view! {
    /// A promise of a number of points.
    pub struct AnnouncementView {
        /// The words that promise.
        pub span: Units,
        /// How many; null for 几.
        pub promised: Option<u32>,
        /// How many came.
        pub found: u32,
        /// Kept or not.
        pub verdict: Verdict,
        /// Index of the node whose children keep it; null at document level or when open.
        pub node: Option<u32>,
    }
}

view! {
    /// Discourse units and relations.
    pub struct RstView {
        /// Elementary discourse units.
        pub edus: Vec<Units>,
        /// A parent stands before its children.
        pub nodes: Vec<RstNodeView>,
    }
}

view! {
    /// A node of the RST tree.
    pub struct RstNodeView {
        /// Index of the parent.
        pub parent: Option<u32>,
        /// Role towards the parent.
        pub nuclearity: Nuclearity,
        /// GCDT's name of the relation that joins it with its siblings; `span` for the nucleus beside a satellite; empty
        /// for the root.
        pub relation: &'static str,
        /// All it covers.
        pub span: Units,
        /// On what the relation rests.
        pub evidence: RelationEvidence,
        /// The words that signal it.
        pub signal: Option<Units>,
    }
}

view! {
    /// Something the drafter may want to mend.
    pub struct FindingView {
        /// Stable kebab-case code.
        pub code: &'static str,
        /// How much it matters.
        pub severity: Severity,
        /// Where.
        pub span: Units,
        /// One plain sentence.
        pub message: Bilingual,
        /// The rule it rests on, with the standard's number where there is one.
        pub rule: &'static str,
        /// The same in English.
        pub rule_en: &'static str,
    }
}

view! {
    /// A sentence in both languages of the interface.
    pub struct Bilingual {
        /// Chinese.
        pub zh: String,
        /// English.
        pub en: String,
    }
}
