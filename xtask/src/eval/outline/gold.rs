//! Hand-made marks of one document. In: tab-separated records (the first column is the type) and the text they quote.
//! Out: [`Gold`], positions in characters.
//!
//! A quotation that is not in its line lies at [`NOWHERE`] and is never hit.

use anyhow::{Context, Result};
use std::collections::HashMap;
use std::ops::Range;

/// Where a quotation lies that is not in its line.
pub(super) const NOWHERE: usize = usize::MAX;

/// A text by characters, and its lines.
pub(super) struct Text {
    pub(super) chars: Vec<char>,
    /// Of each line, without its line feed.
    pub(super) lines: Vec<Range<usize>>,
}

impl Text {
    pub(super) fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut lines = Vec::new();
        let mut start = 0;
        for line in chars.split(|&c| c == '\n') {
            lines.push(start..start + line.len());
            start += line.len() + 1;
        }
        Self { chars, lines }
    }

    pub(super) fn of(&self, range: Range<usize>) -> String {
        let end = range.end.min(self.chars.len());
        self.chars.get(range.start.min(end)..end).unwrap_or_default().iter().collect()
    }

    /// The line, from 1, that holds a character.
    pub(super) fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.start <= at)
    }

    pub(super) fn line(&self, number: usize) -> String {
        number.checked_sub(1).and_then(|i| self.lines.get(i)).map_or_else(String::new, |line| self.of(line.clone()))
    }

    /// First place of `wanted` in a line (from 1), not before character `from` of that line.
    fn find(&self, number: usize, wanted: &[char], from: usize) -> Option<usize> {
        let line = self.lines.get(number.checked_sub(1)?)?.clone();
        let start = line.start + from;
        let rest = self.chars.get(start..line.end)?;
        if wanted.is_empty() {
            return Some(start);
        }
        rest.windows(wanted.len()).position(|window| window == wanted).map(|at| start + at)
    }
}

pub(super) struct Node {
    pub(super) start: usize,
    pub(super) depth: u32,
    pub(super) scheme: String,
    pub(super) head: Range<usize>,
    pub(super) parent: Option<usize>,
    pub(super) line: usize,
    pub(super) text: String,
    /// A borderline case: counts neither as hit nor as miss.
    pub(super) optional: bool,
}

pub(super) struct Announcement {
    pub(super) span: Range<usize>,
    pub(super) promised: String,
    pub(super) found: String,
    pub(super) verdict: String,
    pub(super) text: String,
}

/// The marks of one document file.
pub(super) struct Gold {
    pub(super) text: Text,
    /// Lines where a document starts.
    pub(super) documents: Vec<usize>,
    pub(super) nodes: Vec<Node>,
    /// Kind by line.
    pub(super) blocks: HashMap<usize, String>,
    pub(super) announcements: Vec<Announcement>,
    pub(super) set_phrases: Vec<String>,
    /// Members of each group.
    pub(super) parallelisms: Vec<Vec<Range<usize>>>,
}

/// Reads the records of one file.
pub(super) fn read(records: &str, text: &str) -> Result<Gold> {
    let mut reader = Reader {
        gold: Gold {
            text: Text::new(text),
            documents: Vec::new(),
            nodes: Vec::new(),
            blocks: HashMap::new(),
            announcements: Vec::new(),
            set_phrases: Vec::new(),
            parallelisms: Vec::new(),
        },
        cursor: HashMap::new(),
        above: Vec::new(),
        optional: 0,
    };
    for (i, record) in records.lines().enumerate() {
        reader.record(record).with_context(|| format!("line {}: {record}", i + 1))?;
    }
    Ok(reader.gold)
}

struct Reader {
    gold: Gold,
    /// How far each line has been read, in characters of that line: quotations come in text order.
    cursor: HashMap<usize, usize>,
    /// Start and depth of the nodes above the next one.
    above: Vec<(usize, u32)>,
    /// How many of the next nodes are borderline.
    optional: u32,
}

impl Reader {
    fn record(&mut self, record: &str) -> Result<()> {
        if let Some(doubt) = record.strip_prefix("# doubt: OPTIONAL") {
            let digits = doubt.split(['.', ' ']).find(|part| !part.is_empty());
            self.optional = digits.context("no number after OPTIONAL")?.parse()?;
        }
        if record.is_empty() || record.starts_with('#') {
            return Ok(());
        }
        let fields: Vec<&str> = record.split('\t').collect();
        let field = |i: usize| fields.get(i).copied().with_context(|| format!("field {i} is missing"));
        let line = || Ok::<usize, anyhow::Error>(field(1)?.parse()?);
        match field(0)? {
            "D" => {
                self.above.clear();
                self.gold.documents.push(line()?);
            }
            "N" => self.node(line()?, field(2)?.parse()?, field(3)?, field(4)?, field(5)?),
            "B" => {
                self.gold.blocks.insert(line()?, field(2)?.to_owned());
            }
            "A" => {
                let span = self.quotation(line()?, field(2)?, 0).unwrap_or(NOWHERE..NOWHERE);
                self.gold.announcements.push(Announcement {
                    span,
                    promised: field(3)?.to_owned(),
                    found: field(4)?.to_owned(),
                    verdict: field(5)?.to_owned(),
                    text: field(2)?.to_owned(),
                });
            }
            "S" => self.gold.set_phrases.push(unquoted(field(1)?).to_owned()),
            "P" => {
                let members = self.members(line()?, field(3)?)?;
                self.gold.parallelisms.push(members);
            }
            _ => {}
        }
        Ok(())
    }

    fn quotation(&self, line: usize, wanted: &str, from: usize) -> Option<Range<usize>> {
        let wanted: Vec<char> = wanted.chars().collect();
        self.gold.text.find(line, &wanted, from).map(|at| at..at + wanted.len())
    }

    fn node(&mut self, line: usize, depth: u32, scheme: &str, marker: &str, head: &str) {
        let base = line.checked_sub(1).and_then(|i| self.gold.text.lines.get(i)).map_or(0, |l| l.start);
        let from = self.cursor.get(&line).copied().unwrap_or(0);
        // The heading of a parallel node begins with the shared words: its marker lies inside.
        let (start, heading, read_to) = if !marker.is_empty() && scheme != "parallel" {
            let mark = self.quotation(line, marker, from);
            let after = mark.as_ref().map_or(from, |m| m.end - base);
            (mark.map(|m| m.start), self.quotation(line, head, after), after)
        } else {
            let heading = self.quotation(line, head, from);
            let after = heading.as_ref().map_or(from, |h| h.start - base + 1);
            (heading.as_ref().map(|h| h.start), heading, after)
        };
        self.cursor.insert(line, read_to);
        let start = start.unwrap_or(NOWHERE);
        while self.above.last().is_some_and(|&(_, d)| d >= depth) {
            self.above.pop();
        }
        self.gold.nodes.push(Node {
            start,
            depth,
            scheme: scheme.to_owned(),
            head: heading.unwrap_or(NOWHERE..NOWHERE),
            parent: self.above.last().map(|&(start, _)| start),
            line,
            text: head.to_owned(),
            optional: self.optional > 0,
        });
        self.optional = self.optional.saturating_sub(1);
        self.above.push((start, depth));
    }

    /// `member | @LINE member | …`, each after the one before it on its line, or else anywhere on it.
    fn members(&self, mut line: usize, list: &str) -> Result<Vec<Range<usize>>> {
        let mut read_to: HashMap<usize, usize> = HashMap::new();
        let mut members = Vec::new();
        for mut member in list.split(" | ") {
            if let Some(rest) = member.strip_prefix('@') {
                let (number, text) = rest.split_once(' ').context("no member after @LINE")?;
                line = number.parse()?;
                member = text;
            }
            let from = read_to.get(&line).copied().unwrap_or(0);
            let found = self.quotation(line, member, from).or_else(|| self.quotation(line, member, 0));
            if let Some(found) = &found {
                let base = self.gold.text.lines.get(line - 1).map_or(0, |l| l.start);
                read_to.insert(line, found.end - base);
            }
            members.push(found.unwrap_or(NOWHERE..NOWHERE));
        }
        Ok(members)
    }
}

/// Without quotation marks at its ends.
pub(super) fn unquoted(phrase: &str) -> &str {
    phrase.trim_matches(['“', '”', '‘', '’', '"', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_find_their_places() {
        let text = "通知\n一、抓学习。一是读书；二是读报。\n二、抓落实\n";
        let records = "D\t1\t通知\nB\t1\ttitle\nN\t2\t1\than\t一、\t抓学习\nN\t2\t2\tshi\t一是\t读书\n\
                       # doubt: OPTIONAL 1. unclear\nN\t2\t2\tshi\t二是\t读报\nN\t3\t1\than\t二、\t抓落实\n\
                       P\t2\t一…\t一是读书 | @3 抓落实\nS\t“两抓”\t1\nA\t2\t没有的\t2\t2\tkept\n";
        let gold = read(records, text).unwrap();
        let starts: Vec<_> = gold.nodes.iter().map(|n| (n.start, n.parent, n.optional)).collect();
        assert_eq!(starts, [(3, None, false), (9, Some(3), false), (14, Some(3), true), (20, None, false)]);
        assert_eq!(gold.text.of(gold.nodes[1].head.clone()), "读书");
        assert_eq!(gold.parallelisms, [vec![9..13, 22..25]]);
        assert_eq!(gold.set_phrases, ["两抓"]);
        assert_eq!(gold.announcements[0].span.start, NOWHERE);
        assert_eq!((gold.text.line_of(3), gold.text.line_of(19)), (2, 2));
    }
}
