//! From the report to what other programs read.
//!
//! In: the [`Report`] and the answers of [`report::tables`](crate::report::tables). Out: [`Table`]s as CSV or TSV, the
//! outline as Markdown, OPML or a mind map. JSON of the same is the report itself.

mod items;
mod markdown;
mod outline;
mod table;
mod tree;
mod xml;

pub use markdown::markdown;
pub use outline::outline;
pub use table::{Cell, Format, Language, Table};
pub use tree::{freemind, opml};

use crate::report::tables::{CollocateView, ConcordanceLine, MatrixView};
use crate::report::{Report, TermClass};
use crate::span::Utf16Map;

/// Figures per term.
pub fn terms(report: &Report) -> Table {
    let mut table = Table::new(&[
        ("word", "词"),
        ("tag", "词性"),
        ("class", "类别"),
        ("count", "次数"),
        ("per 10,000", "每万词"),
        ("range", "分布节数"),
        ("DP", "离散度 DP"),
        ("DPnorm", "归一离散度"),
        ("G2", "关键性 G²"),
        ("p", "p 值"),
        ("log ratio", "对数比"),
        ("TF-IDF", "TF-IDF"),
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
        ("expression", "短语"),
        ("class", "类别"),
        ("words", "词数"),
        ("count", "次数"),
        ("total", "总次数"),
        ("association", "结合度"),
        ("freedom", "边界自由度"),
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
    let mut table = Table::new(&[("set phrase", "数字缩略语"), ("count", "次数")]);
    for phrase in &report.set_phrases {
        table.push([Cell::text(&phrase.text), Cell::from(phrase.count)]);
    }
    table
}

/// Lines of a concordance; their spans are those of `text`.
pub fn concordance(text: &str, lines: &[ConcordanceLine]) -> Table {
    let mut table =
        Table::new(&[("left", "上文"), ("found", "命中"), ("right", "下文"), ("start", "起"), ("end", "止")]);
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
    let mut table =
        Table::new(&[("word", "搭配词"), ("together", "共现"), ("all", "总数"), ("G2", "G²"), ("logDice", "logDice")]);
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

/// Words by parts of the text: a column a part, headed by the outline node it is, or by its number.
pub fn matrix(text: &str, report: &Report, matrix: &MatrixView) -> Table {
    let map = Utf16Map::new(text);
    let mut table = Table::new(&[("word", "词")]);
    for (number, section) in (1_u32..).zip(&matrix.sections) {
        let node = section.node.and_then(|n| report.outline.get(n as usize));
        let heading = node.map(|n| format!("{}{}", n.marker, map.bytes(n.heading).of(text)));
        table.head(heading.unwrap_or_else(|| number.to_string()));
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
        TermClass::Content => ("content", "实义"),
        TermClass::Stop => ("stop", "停用"),
        TermClass::Filler => ("filler", "套话"),
    }
}
