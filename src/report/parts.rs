//! A report in parts, so that nobody has to read a large one in one go.
//!
//! In: a [`Report`]. Out: pieces of JSON, each an object with some of its fields, given away as soon as it is written; what comes of
//! a list in several pieces belongs together in their order.

use super::{Report, Shared};
use serde::Serialize;
use serde::ser::Error as _;
use serde_json::Error;

/// The piece being written.
struct Parts<F> {
    /// Takes each that is whole.
    each: F,
    /// Without its closing brace.
    open: Vec<u8>,
    /// Bytes after which it ends.
    full: usize,
}

/// Gives the report away as pieces of JSON, at least one.
///
/// # Errors
/// Never in practice: a report is plain data.
pub fn parts(report: &Report, each: impl FnMut(&str)) -> Result<(), Error> {
    write(report, &All, each)
}

/// What of a list is to be written.
pub(super) trait Rest {
    /// Bytes after which a piece ends.
    const FULL: usize;

    fn of<'i, T>(&self, ends: fn(&Shared) -> (u32, u32), items: &'i [T]) -> &'i [T];
}

struct All;

impl Rest for All {
    const FULL: usize = 200_000;

    fn of<'i, T>(&self, _: fn(&Shared) -> (u32, u32), items: &'i [T]) -> &'i [T] {
        items
    }
}

/// The same of a report whose reader has some of it.
pub(super) fn write<R: Rest>(report: &Report, rest: &R, each: impl FnMut(&str)) -> Result<(), Error> {
    let Report { schema, text, documents, blocks, outline, terms, phrases, set_phrases, .. } = report;
    let Report { announcements, parallelisms, devices, moves, rst, findings, .. } = report;
    let mut parts = Parts { each, open: Vec::new(), full: R::FULL };
    parts.value("schema", schema)?;
    parts.value("text", text)?;
    parts.list("documents", rest.of(|s| s.documents, documents))?;
    parts.list("blocks", rest.of(|s| s.blocks, blocks))?;
    parts.list("outline", rest.of(|s| s.outline, outline))?;
    parts.list("terms", terms)?;
    parts.list("phrases", phrases)?;
    parts.list("setPhrases", set_phrases)?;
    parts.list("announcements", rest.of(|s| s.announcements, announcements))?;
    parts.list("parallelisms", rest.of(|s| s.parallelisms, parallelisms))?;
    parts.list("devices", rest.of(|s| s.devices, devices))?;
    parts.list("moves", rest.of(|s| s.moves, moves))?;
    parts.value("rst", rst)?;
    parts.list("findings", rest.of(|s| s.findings, findings))?;
    parts.end()
}

impl<F: FnMut(&str)> Parts<F> {
    fn name(&mut self, name: &str) {
        self.open.push(if self.open.is_empty() { b'{' } else { b',' });
        for part in ["\"", name, "\":"] {
            self.open.extend(part.bytes());
        }
    }

    fn value(&mut self, name: &str, value: &impl Serialize) -> Result<(), Error> {
        self.name(name);
        serde_json::to_writer(&mut self.open, value)
    }

    fn list<T: Serialize>(&mut self, name: &str, items: &[T]) -> Result<(), Error> {
        self.name(name);
        let mut mark = b'[';
        for item in items {
            if self.open.len() > self.full && mark == b',' {
                self.open.push(b']');
                self.end()?;
                self.name(name);
                mark = b'[';
            }
            self.open.push(mark);
            serde_json::to_writer(&mut self.open, item)?;
            mark = b',';
        }
        self.open.extend(if mark == b'[' { "[]" } else { "]" }.bytes());
        Ok(())
    }

    fn end(&mut self) -> Result<(), Error> {
        self.open.push(b'}');
        (self.each)(core::str::from_utf8(&self.open).map_err(|_| Error::custom("no text"))?);
        self.open.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Analyzer, Options};
    use serde_json::{Map, Value};

    #[test]
    fn the_parts_together_are_the_report() {
        let text = "一、抓好春耕\n农时不等人。一是备足种子。二是修好水渠。\n".repeat(2_000);
        for text in [String::new(), text] {
            let report = Analyzer::new().analyze(text, &Options::default()).report();
            let mut whole: Map<String, Value> = Map::new();
            let mut written = Vec::new();
            parts(&report, |part| written.push(part.to_owned())).unwrap();
            for part in &written {
                let Value::Object(fields) = serde_json::from_str(part).unwrap() else { panic!("{part}") };
                for (name, value) in fields {
                    match (whole.get_mut(&name), value) {
                        (Some(Value::Array(known)), Value::Array(more)) => known.extend(more),
                        (_, value) => drop(whole.insert(name, value)),
                    }
                }
            }
            assert_eq!(Value::Object(whole), serde_json::to_value(&report).unwrap());
            assert_eq!(written.len() > 1, report.moves.len() > 1_000);
            assert!(written.iter().all(|part| part.len() < All::FULL + 10_000));
        }
    }
}
