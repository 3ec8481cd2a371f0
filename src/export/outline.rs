//! The outline as a table.
//!
//! In: the text and its [`Report`]. Out: a [`Table`], a row a node.

use super::{Cell, Table};
use crate::report::Report;
use crate::span::{Utf16Map, one_line};

/// A row for every node: where it stands, its marker and heading, what it covers in UTF-16 units.
pub fn outline(text: &str, report: &Report) -> Table {
    let map = Utf16Map::new(text);
    let mut table = Table::new(&[
        ("document", "document", "文档"),
        ("depth", "level", "层级"),
        ("marker", "marker", "序号"),
        ("ordinal", "number", "数值"),
        ("heading", "heading", "标题"),
        ("start", "start", "起"),
        ("end", "end", "止"),
    ]);
    let cell = |units| Cell::text(&one_line(map.bytes(units).of(text)));
    for node in &report.outline {
        let title = report.documents.get(node.document as usize).and_then(|document| document.title);
        let (start, end) = node.span;
        table.push([
            title.map_or(Cell::Empty, cell),
            Cell::from(node.depth),
            Cell::text(node.marker.trim()),
            node.ordinal.map_or(Cell::Empty, Cell::from),
            cell(node.all_of_heading()),
            Cell::from(start),
            Cell::from(end),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Format, Language};
    use crate::{Analyzer, Options};

    #[test]
    fn every_node_has_its_row() {
        let text = "工作要点\n\n一、认清形势\n二、抓好落实\n";
        let report = Analyzer::new().analyze(text.into(), &Options::default()).report();
        let tsv = outline(text, &report).write(Format::Tsv, Language::Zh);
        let expected = "文档\t层级\t序号\t数值\t标题\t起\t止\n工作要点\t1\t一、\t1\t认清形势\t6\t12\n\
                        工作要点\t1\t二、\t2\t抓好落实\t13\t19\n";
        assert_eq!(tsv, expected);
    }
}
