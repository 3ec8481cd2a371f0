//! A table and its text.
//!
//! In: headings and cells. Out: CSV (UTF-8 with byte order mark, lines ending in CR LF) or TSV, safe to open in a spreadsheet: a cell
//! of text that a spreadsheet would take for a formula gets an apostrophe before it; or JSON, a list of one object a row, whose keys
//! and words are the same in every language.

use crate::report::questions::{TableFormat as Format, TableLanguage as Language};
use core::fmt::Write;
use csv::{QuoteStyle, Terminator, WriterBuilder};

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

/// A heading: the key in JSON, English, Chinese.
pub type Heading = (&'static str, &'static str, &'static str);

/// Headings and rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    keys: Vec<String>,
    headings: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// With these headings.
    pub fn new(headings: &[Heading]) -> Self {
        Self {
            keys: headings.iter().map(|h| h.0.into()).collect(),
            headings: headings.iter().map(|h| Cell::Word((h.1, h.2))).collect(),
            rows: Vec::new(),
        }
    }

    /// One heading more, out of the document; where there is one like it, it gets a number.
    pub fn head(&mut self, heading: &str) {
        let taken = |key: &str| self.keys.iter().any(|k| k == key);
        let numbered = (2..).map(|n| format!("{heading} ({n})"));
        let key = core::iter::once(heading.to_owned()).chain(numbered).find(|key| !taken(key)).unwrap_or_default();
        self.headings.push(Cell::Text(key.clone()));
        self.keys.push(key);
    }

    /// One row more.
    pub fn push(&mut self, row: impl IntoIterator<Item = Cell>) {
        self.rows.push(row.into_iter().collect());
    }

    /// The table as text.
    pub fn write(&self, format: Format, language: Language) -> String {
        let mut builder = WriterBuilder::new();
        match format {
            Format::Json => return self.json(),
            Format::Csv => builder.terminator(Terminator::CRLF),
            Format::Tsv => builder.delimiter(b'\t').quote_style(QuoteStyle::Never).terminator(Terminator::Any(b'\n')),
        };
        let mut writer = builder.from_writer(Vec::new());
        for row in core::iter::once(&self.headings).chain(&self.rows) {
            // Writing to memory cannot fail, and every row has as many cells as there are headings.
            let _ = writer.write_record(row.iter().map(|cell| written(cell, format, language)));
        }
        let body = writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        if format == Format::Csv { format!("\u{FEFF}{body}") } else { body }
    }

    fn json(&self) -> String {
        let object = |row: &Vec<Cell>| {
            let members = self.keys.iter().zip(row).map(|(key, cell)| format!("{}:{}", quoted(key), value(cell)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        };
        format!("[{}]\n", self.rows.iter().map(object).collect::<Vec<_>>().join(",\n"))
    }
}

/// A cell as a JSON value; numbers JSON cannot say are null.
fn value(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => quoted(text),
        Cell::Word((english, _)) => quoted(english),
        Cell::Number(number) if number.is_finite() => number.to_string(),
        Cell::Number(_) | Cell::Empty => "null".into(),
    }
}

/// A JSON string (RFC 8259, § 7), also safe inside a script element.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            // Writing to a string cannot fail.
            '\0'..='\u{1F}' | '<' | '\u{2028}' | '\u{2029}' => drop(write!(out, "\\u{:04x}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
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
        let mut table = Table::new(&[("text", "word", "词"), ("count", "count", "次数")]);
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

    #[test]
    fn json_is_read_back_as_it_was() {
        let rows: Vec<serde_json::Value> = serde_json::from_str(&table().write(Format::Json, Language::Zh)).unwrap();
        assert_eq!(rows[0], serde_json::json!({ "text": "改革", "count": 3 }));
        assert_eq!(rows[1], serde_json::json!({ "text": "=HYPERLINK(\"x\",1)", "count": -0.5 }));
        assert_eq!(rows[2], serde_json::json!({ "text": "一\t二\n三", "count": null }));
        for text in ["</script>", "\u{2028}\0\u{1F}\\", "😀"] {
            assert_eq!(serde_json::from_str::<String>(&quoted(text)).unwrap(), text);
        }
        assert!(!quoted("</script>").contains('<'));
    }

    #[test]
    fn headings_out_of_the_document_never_clash() {
        let mut table = Table::new(&[("text", "word", "词")]);
        for heading in ["一、总则", "一、总则", "text"] {
            table.head(heading);
        }
        table.push([Cell::text("改革"), Cell::from(1), Cell::from(2), Cell::from(3)]);
        let json = table.write(Format::Json, Language::Zh);
        assert_eq!(json, "[{\"text\":\"改革\",\"一、总则\":1,\"一、总则 (2)\":2,\"text (2)\":3}]\n");
    }
}
