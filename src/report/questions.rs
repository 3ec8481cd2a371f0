//! Later questions about a text, as plain data.
//!
//! In: objects from JavaScript, all fields but the essential one optional. Out: what [`tables`](super::tables) and
//! [`export`](crate::export) answer.

use crate::Error;
use crate::terms::concordance::Query;
use serde::{Deserialize, Serialize};

/// An enum of plain names.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub enum $name { $($body)* }
    };
}

choice! {
    /// How a query is meant.
    pub enum QueryKind {
        /// A word or an expression, from word boundary to word boundary.
        #[default]
        Words,
        /// A regular expression.
        Pattern,
    }
}

choice! {
    /// What a concordance is sorted by.
    pub enum SortBy {
        /// Where the lines stand.
        #[default]
        Position,
        /// The words to the left.
        Left,
        /// The words to the right.
        Right,
    }
}

impl QueryKind {
    /// The query so meant, of a text whose traditional characters were read as simplified ones or not.
    pub(super) fn parsed(self, query: &str, folded: bool) -> Result<Query, Error> {
        match self {
            Self::Words => Ok(Query::words(query, folded)),
            Self::Pattern => Query::pattern(query, folded),
        }
    }
}

macro_rules! question {
    ($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", default, deny_unknown_fields)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub struct $name { $($body)* }
    };
}

question! {
    /// A question for occurrences; all but the query may be left out.
    pub struct ConcordanceQuery {
        /// Word, expression or regular expression.
        pub query: String,
        /// Which of them (default words).
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub kind: QueryKind,
        /// Order of the lines (default position).
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub sort: SortBy,
        /// Characters on each side (default 30).
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub width: u32,
        /// Lines at the most (default 1,000).
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub most: u32,
    }
}

impl Default for ConcordanceQuery {
    fn default() -> Self {
        Self { query: String::new(), kind: QueryKind::default(), sort: SortBy::default(), width: 30, most: 1000 }
    }
}

question! {
    /// A question for the company of a word, an expression or a pattern; all but the query may be left out.
    pub struct CollocatesQuery {
        /// Word, expression or regular expression.
        pub query: String,
        /// Which of them (default words).
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub kind: QueryKind,
        /// Words to either side, inside the sentence; the whole sentence if left out.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub window: Option<u32>,
        /// Words at the most (default 50).
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub most: u32,
    }
}

impl Default for CollocatesQuery {
    fn default() -> Self {
        Self { query: String::new(), kind: QueryKind::default(), window: None, most: 50 }
    }
}

question! {
    /// A question for a network; all may be left out.
    pub struct NetworkQuery {
        /// The word in the middle; if left out, the most frequent words.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub around: Option<String>,
        /// Words at the most (default 40).
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub most: u32,
        /// Pairs at the most, the firmest first (default 120).
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub most_edges: u32,
    }
}

impl Default for NetworkQuery {
    fn default() -> Self {
        Self { around: None, most: 40, most_edges: 120 }
    }
}

choice! {
    /// A table that can be exported.
    pub enum TableName {
        /// Figures per word; the keyness is that against the other text if there is one.
        #[default]
        Terms,
        /// Nodes of the outline.
        Outline,
        /// Expressions of several words.
        Phrases,
        /// Fixed expressions with a number.
        SetPhrases,
        /// Words by parts of the text.
        Matrix,
        /// Occurrences of the query.
        Concordance,
        /// Company of the query.
        Collocates,
        /// Pairs of words.
        Network,
        /// Words here and in the other text.
        Comparison,
    }
}

choice! {
    /// How a table is written.
    pub enum TableFormat {
        /// UTF-8 with byte order mark, safe to open in a spreadsheet.
        #[default]
        Csv,
        /// Tabs; safe too.
        Tsv,
        /// A list of objects.
        Json,
    }
}

choice! {
    /// Language of headings and classes.
    pub enum TableLanguage {
        /// Chinese.
        #[default]
        Zh,
        /// English.
        En,
    }
}

question! {
    /// A question for a table as text; all may be left out.
    pub struct TableQuery {
        /// Which (default terms).
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub table: TableName,
        /// CSV, TSV or JSON (default CSV).
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub format: TableFormat,
        /// Language of the headings (default Chinese); the keys of JSON are English always.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub language: TableLanguage,
        /// For `concordance`.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub concordance: ConcordanceQuery,
        /// For `collocates`.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub collocates: CollocatesQuery,
        /// For `network`.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub network: NetworkQuery,
        /// Rows at the most of `matrix` and `comparison` (default 1,000).
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub most: u32,
    }
}

impl Default for TableQuery {
    fn default() -> Self {
        Self {
            table: TableName::default(),
            format: TableFormat::default(),
            language: TableLanguage::default(),
            concordance: ConcordanceQuery::default(),
            collocates: CollocatesQuery::default(),
            network: NetworkQuery::default(),
            most: 1000,
        }
    }
}
