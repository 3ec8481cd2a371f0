//! From the report to what other programs read.
//!
//! In: an [`Analysis`] and a [`TableQuery`], or the [`Report`] and the answers of [`report::tables`](crate::report::tables). Out:
//! [`Table`]s as CSV, TSV or JSON, the outline as Markdown, OPML or a mind map, the RST tree as rs3 or
//! nested text.

mod items;
mod markdown;
mod nested;
mod outline;
mod rs3;
mod table;
mod tree;
mod xml;

pub use crate::report::questions::{TableFormat as Format, TableLanguage as Language};
pub use markdown::markdown;
pub use nested::nested;
pub use outline::outline;
pub use rs3::rs3;
pub use table::{Cell, Heading, Table};
pub use tree::{freemind, opml};

use crate::report::questions::{TableName, TableQuery};
use crate::report::tables::{self, CollocateView, ComparisonView, ConcordanceLine, MatrixView, NetworkView};
use crate::report::{KeynessView, Report, TermClass};
use crate::span::{Utf16Map, one_line};
use crate::{Analysis, Error};

const COUNT: Heading = ("count", "count", "次数");
const CLASS: Heading = ("class", "class", "类别");
const G2: Heading = ("g2", "G2", "关键性 G²");
const P: Heading = ("p", "p", "p 值");
const LOG_RATIO: Heading = ("logRatio", "log ratio", "对数比");
const LOG_DICE: Heading = ("logDice", "logDice", "logDice");

/// The table asked for; `other` is the text that `terms` and `comparison` are compared with.
///
/// # Errors
/// `pattern-invalid`; `options-invalid` for a comparison with nothing.
pub fn table(analysis: &Analysis, other: Option<&Analysis>, query: &TableQuery) -> Result<String, Error> {
    let report = || analysis.report();
    let most = query.most as usize;
    let table = match query.table {
        TableName::Terms => {
            let mut report = report();
            if let Some(other) = other {
                compare(&mut report, &tables::compare(analysis, other, usize::MAX));
            }
            terms(&report)
        }
        TableName::Outline => outline(&analysis.text, &report()),
        TableName::Phrases => phrases(&report()),
        TableName::SetPhrases => set_phrases(&report()),
        TableName::Matrix => matrix(&analysis.text, &report(), &tables::term_matrix(analysis, most)),
        TableName::Concordance => {
            concordance(&analysis.text, &tables::concordance(analysis, &query.concordance)?.lines)
        }
        TableName::Collocates => collocates(&tables::collocates(analysis, &query.collocates)?),
        TableName::Network => network(&tables::network(analysis, &query.network)),
        TableName::Comparison => {
            let other = other.ok_or_else(|| Error::new("options-invalid", "no other text to compare with"))?;
            comparison(&tables::compare(analysis, other, most))
        }
    };
    Ok(table.write(query.format, query.language))
}

/// Puts the keyness against another text in place of that against the reference.
fn compare(report: &mut Report, rows: &[ComparisonView]) {
    let keyness: rustc_hash::FxHashMap<&str, &KeynessView> =
        rows.iter().map(|row| (row.text.as_str(), &row.keyness)).collect();
    for term in &mut report.terms {
        term.keyness = keyness.get(term.text.as_str()).map(|&k| k.clone());
    }
}

/// Figures per term.
pub fn terms(report: &Report) -> Table {
    let mut table = Table::new(&[
        ("text", "word", "词"),
        ("tag", "tag", "词性"),
        CLASS,
        COUNT,
        ("perTenThousand", "per 10,000", "每万词"),
        ("range", "range", "分布节数"),
        ("dispersion", "DP", "离散度 DP"),
        ("dispersionNorm", "DPnorm", "归一离散度"),
        G2,
        P,
        LOG_RATIO,
        ("tfIdf", "TF-IDF", "TF-IDF"),
    ]);
    for term in &report.terms {
        let keyness = term.keyness.as_ref();
        table.push([
            Cell::text(&term.text),
            Cell::text(&term.tag),
            Cell::Word(class(term.class)),
            Cell::from(term.count),
            Cell::from(term.per_ten_thousand),
            Cell::from(term.range),
            Cell::from(term.dispersion),
            Cell::from(term.dispersion_norm),
            Cell::from(keyness.map(|k| k.g2)),
            Cell::from(keyness.map(|k| k.p)),
            Cell::from(keyness.map(|k| k.log_ratio)),
            Cell::from(term.tf_idf),
        ]);
    }
    table
}

/// Expressions of several words.
pub fn phrases(report: &Report) -> Table {
    let mut table = Table::new(&[
        ("text", "expression", "短语"),
        CLASS,
        ("words", "words", "词数"),
        COUNT,
        ("total", "total", "总次数"),
        ("association", "association", "结合度"),
        ("freedom", "freedom", "边界自由度"),
    ]);
    for phrase in &report.phrases {
        table.push([
            Cell::text(&phrase.text),
            Cell::Word(class(phrase.class)),
            Cell::from(phrase.words),
            Cell::from(phrase.count),
            Cell::from(phrase.total),
            Cell::from(phrase.association),
            Cell::from(phrase.freedom),
        ]);
    }
    table
}

/// Fixed expressions with a number.
pub fn set_phrases(report: &Report) -> Table {
    let mut table = Table::new(&[("text", "set phrase", "数字缩略语"), COUNT, ("members", "members", "所指")]);
    for phrase in &report.set_phrases {
        let members = phrase.members.as_ref().map(|m| Cell::Text(m.names.join("；")));
        table.push([Cell::text(&phrase.text), Cell::from(phrase.count), members.unwrap_or(Cell::Empty)]);
    }
    table
}

/// Lines of a concordance; their spans are those of `text`.
pub fn concordance(text: &str, lines: &[ConcordanceLine]) -> Table {
    let mut table = Table::new(&[
        ("left", "left", "上文"),
        ("found", "found", "命中"),
        ("right", "right", "下文"),
        ("start", "start", "起"),
        ("end", "end", "止"),
    ]);
    let map = Utf16Map::new(text);
    for line in lines {
        let cell = |units| Cell::text(map.bytes(units).of(text).trim());
        let (start, end) = line.span;
        table.push([cell(line.left), cell(line.span), cell(line.right), Cell::from(start), Cell::from(end)]);
    }
    table
}

/// The company of a word.
pub fn collocates(found: &[CollocateView]) -> Table {
    let mut table = Table::new(&[
        ("text", "word", "搭配词"),
        ("together", "together", "共现"),
        ("all", "all", "总数"),
        ("g2", "G2", "G²"),
        LOG_DICE,
    ]);
    for word in found {
        table.push([
            Cell::text(&word.text),
            Cell::from(word.together),
            Cell::from(word.all),
            Cell::from(word.g2),
            Cell::from(word.log_dice),
        ]);
    }
    table
}

/// Pairs of words in company.
pub fn network(network: &NetworkView) -> Table {
    let mut table = Table::new(&[
        ("source", "word", "词"),
        ("target", "with", "与"),
        ("sentences", "sentences", "同句数"),
        ("g2", "G2", "G²"),
        LOG_DICE,
    ]);
    let word = |at: u32| network.nodes.get(at as usize).map_or(Cell::Empty, |n| Cell::text(&n.text));
    for edge in &network.edges {
        let (source, target) = (word(edge.source), word(edge.target));
        table.push([source, target, Cell::from(edge.sentences), Cell::from(edge.g2), Cell::from(edge.log_dice)]);
    }
    table
}

/// Words of two texts side by side.
pub fn comparison(rows: &[ComparisonView]) -> Table {
    let mut table = Table::new(&[
        ("text", "word", "词"),
        CLASS,
        COUNT,
        ("otherCount", "count in the other", "对照篇次数"),
        ("perTenThousand", "per 10,000", "每万词"),
        ("otherPerTenThousand", "per 10,000 in the other", "对照篇每万词"),
        G2,
        P,
        LOG_RATIO,
    ]);
    for row in rows {
        table.push([
            Cell::text(&row.text),
            Cell::Word(class(row.class)),
            Cell::from(row.count),
            Cell::from(row.other_count),
            Cell::from(row.per_ten_thousand),
            Cell::from(row.other_per_ten_thousand),
            Cell::from(row.keyness.g2),
            Cell::from(row.keyness.p),
            Cell::from(row.keyness.log_ratio),
        ]);
    }
    table
}

/// Words by parts of the text: a column a part, headed by the outline node it is, or by its number.
pub fn matrix(text: &str, report: &Report, matrix: &MatrixView) -> Table {
    let map = Utf16Map::new(text);
    let mut table = Table::new(&[("text", "word", "词")]);
    for (number, section) in (1_u32..).zip(&matrix.sections) {
        let node = section.node.and_then(|n| report.outline.get(n as usize));
        let heading = node.map(|n| format!("{}{}", n.marker, one_line(map.bytes(n.all_of_heading()).of(text))));
        table.head(&heading.unwrap_or_else(|| number.to_string()));
    }
    let columns = matrix.sections.len().max(1);
    for (&term, counts) in matrix.terms.iter().zip(matrix.counts.chunks(columns)) {
        let Some(word) = report.terms.get(term as usize) else { continue };
        table.push(core::iter::once(Cell::text(&word.text)).chain(counts.iter().map(|&n| Cell::from(n))));
    }
    table
}

fn class(class: TermClass) -> (&'static str, &'static str) {
    match class {
        TermClass::Content => ("content", "实词"),
        TermClass::Stop => ("stop", "虚词"),
        TermClass::Filler => ("filler", "套话"),
    }
}
