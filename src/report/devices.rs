//! The devices of the report: set phrases, parallelisms, devices, moves.
//!
//! In: what `rhetoric` found. Out: plain data under the names of the contract.

use super::Units;
use crate::rhetoric;
use serde::Serialize;

names! {
    /// Where the members of a set phrase were found.
    MembersSource of rhetoric::Source { Document = "document", Table = "table" }
}

names! {
    /// Three and more members, or exactly two.
    ParallelismKind of rhetoric::ParallelismKind { Parallelism = "parallelism", Pair = "pair" }
}

names! {
    /// What the members of a group share: opening words, closing words, both, words within, or only length and word classes.
    ParallelismFigure of rhetoric::Figure {
        Anaphora = "anaphora", Epistrophe = "epistrophe", Symploce = "symploce", Frame = "frame", Pattern = "pattern",
    }
}

names! {
    /// What the members of a group are.
    ParallelismLevel of rhetoric::Level { Series = "series", Clause = "clause", Sentence = "sentence", Head = "head" }
}

view! {
    /// A fixed expression with a number.
    pub struct SetPhraseView {
        /// Without its quotation marks.
        pub text: String,
        /// Occurrences.
        pub count: u32,
        /// Where.
        pub spans: Vec<Units>,
        /// What it stands for, where the document or the table says it.
        pub members: Option<MembersView>,
    }
}

view! {
    /// The list a set phrase stands for.
    pub struct MembersView {
        /// Its members, in order.
        pub names: Vec<String>,
        /// Whether the document lists them or the table knows them.
        pub source: MembersSource,
    }
}

view! {
    /// A group of like members.
    pub struct ParallelismView {
        /// Three and more, or exactly two.
        pub kind: ParallelismKind,
        /// What is shared, `…` for what varies.
        pub frame: String,
        /// In text order.
        pub members: Vec<Units>,
        /// What makes them alike.
        pub figure: ParallelismFigure,
        /// What they are.
        pub level: ParallelismLevel,
        /// For each member what fills each `…` of the frame, in order.
        pub slots: Vec<Vec<Units>>,
    }
}

names! {
    /// Which device.
    DeviceKind of rhetoric::DeviceKind {
        QuestionAnswer = "question-answer", Restatement = "restatement", Climax = "climax", Concession = "concession",
        Coinage = "coinage", FourCharacterChain = "four-character-chain",
    }
}

names! {
    /// What a sentence does.
    Move of rhetoric::Move {
        Greet = "greet", SetScene = "set-scene", ReportAchievement = "report-achievement", NameProblem = "name-problem",
        SetGoal = "set-goal", Demand = "demand", ListMeasure = "list-measure", ArgueWhy = "argue-why",
        CallToAction = "call-to-action", Close = "close",
    }
}

names! {
    /// What decided for a move: words of the sentence, the heading above it, where it stands, the sentence before it, the kind of document.
    MoveBasis of rhetoric::Basis {
        Cue = "cue", Heading = "heading", Place = "place", Neighbour = "neighbour", Genre = "genre",
    }
}

view! {
    /// One device.
    pub struct DeviceView {
        /// Which.
        pub kind: DeviceKind,
        /// All of it.
        pub span: Units,
        /// Its parts, within `span`: question and answer, what is granted and what turns, the links of a chain, the bare term.
        pub parts: Vec<Units>,
        /// The words that show it.
        pub cue: Option<Units>,
    }
}

view! {
    /// A sentence and what it does.
    pub struct MoveView {
        /// The sentence; a salutation or closing courtesy as a whole.
        pub span: Units,
        /// What it does.
        pub r#move: Move,
        /// What decided.
        pub basis: MoveBasis,
        /// The words that spoke loudest for it; none unless `basis` is `cue`.
        pub cue: Option<Units>,
    }
}
