//! A table and its text.
//!
//! In: headings and cells. Out: CSV (UTF-8 with byte order mark, lines ending in CR LF) or TSV, safe to open in a spreadsheet: a cell
//! of text that a spreadsheet would take for a formula gets an apostrophe before it.

use csv::{QuoteStyle, Terminator, WriterBuilder};

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Commas, quotation marks where needed.
    Csv,
    /// Tabs; tabs and line breaks inside a cell become spaces.
    Tsv,
}

/// Language of headings and classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Chinese.
    Zh,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text out of the document: never read as a formula.
    Text(String),
    /// One of our words, in English and Chinese.
    Word((&'static str, &'static str)),
    /// A number.
    Number(f64),
    /// Nothing.
    Empty,
}

impl Cell {
    /// Text out of the document.
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Option<f64>> for Cell {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

/// Headings and rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    headings: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// With headings in English and Chinese.
    pub fn new(headings: &[(&'static str, &'static str)]) -> Self {
        Self { headings: headings.iter().map(|&h| Cell::Word(h)).collect(), rows: Vec::new() }
    }

    /// One heading more, out of the document.
    pub fn head(&mut self, heading: String) {
        self.headings.push(Cell::Text(heading));
    }

    /// One row more.
    pub fn push(&mut self, row: impl IntoIterator<Item = Cell>) {
        self.rows.push(row.into_iter().collect());
    }

    /// The table as text.
    pub fn write(&self, format: Format, language: Language) -> String {
        let mut builder = WriterBuilder::new();
        match format {
            Format::Csv => builder.terminator(Terminator::CRLF),
            Format::Tsv => builder.delimiter(b'\t').quote_style(QuoteStyle::Never).terminator(Terminator::Any(b'\n')),
        };
        let mut writer = builder.from_writer(Vec::new());
        for row in core::iter::once(&self.headings).chain(&self.rows) {
            // Writing to memory cannot fail, and every row has as many cells as there are headings.
            let _ = writer.write_record(row.iter().map(|cell| written(cell, format, language)));
        }
        let body = writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        match format {
            Format::Csv => format!("\u{FEFF}{body}"),
            Format::Tsv => body,
        }
    }
}

fn written(cell: &Cell, format: Format, language: Language) -> String {
    match cell {
        Cell::Text(text) => {
            let text = if format == Format::Tsv { text.replace(['\t', '\n', '\r'], " ") } else { text.clone() };
            if is_formula(&text) { format!("'{text}") } else { text }
        }
        Cell::Word((english, chinese)) => (if language == Language::En { *english } else { *chinese }).into(),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    }
}

/// Whether a spreadsheet would compute the text (the opening characters OWASP lists under "CSV injection", full-width ones
/// included).
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(&[("word", "词"), ("count", "次数")]);
        table.push([Cell::text("改革"), Cell::from(3)]);
        table.push([Cell::text("=HYPERLINK(\"x\",1)"), Cell::from(-0.5)]);
        table.push([Cell::text("一\t二\n三"), Cell::Empty]);
        table
    }

    #[test]
    fn csv_opens_in_a_spreadsheet_and_computes_nothing() {
        let expected = "\u{FEFF}词,次数\r\n改革,3\r\n\"'=HYPERLINK(\"\"x\"\",1)\",-0.5\r\n\"一\t二\n三\",\r\n";
        assert_eq!(table().write(Format::Csv, Language::Zh), expected);
        for bad in ["@SUM(A1)", "+1", "-1", "＝A1", "\tx"] {
            assert!(written(&Cell::text(bad), Format::Csv, Language::En).starts_with('\''), "{bad}");
        }
    }

    #[test]
    fn tsv_keeps_one_row_a_line() {
        let text = table().write(Format::Tsv, Language::En);
        assert_eq!(text, "word\tcount\n改革\t3\n'=HYPERLINK(\"x\",1)\t-0.5\n一 二 三\t\n");
    }
}
