//! One report against the gold of its document. In: [`Gold`] and a report. Out: a [`Tally`] of what was there, what
//! was found and what was right; with `verbose`, a line for every difference.

use super::gold::{Gold, NOWHERE, unquoted};
use gangmu::report::{BlockKind, ParallelismKind, Report, Units};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

/// Named counts.
#[derive(Default)]
pub(super) struct Tally(BTreeMap<String, u32>);

impl Tally {
    pub(super) fn of(&self, key: &str) -> u32 {
        self.0.get(key).copied().unwrap_or(0)
    }

    pub(super) fn add(&mut self, other: &Tally) {
        for (key, count) in &other.0 {
            self.count(key, *count);
        }
    }

    /// Schemes of the gold in alphabetical order, with the number of their nodes.
    pub(super) fn schemes(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().filter_map(|(key, &count)| Some((key.strip_prefix("gold_")?, count)))
    }

    fn count(&mut self, key: &str, by: u32) {
        *self.0.entry(key.to_owned()).or_default() += by;
    }
}

/// A node of the report, in characters.
struct Found {
    depth: u32,
    scheme: String,
    head: Range<usize>,
    parent: Option<usize>,
}

struct Scorer<'r> {
    name: &'r str,
    gold: Gold,
    report: &'r Report,
    verbose: bool,
    /// Characters by UTF-16 offset.
    characters: Vec<usize>,
    tally: Tally,
}

/// Counts everything that is measured for one document.
pub(super) fn score(name: &str, gold: Gold, report: &Report, verbose: bool) -> Tally {
    let mut characters = Vec::new();
    for (i, c) in gold.text.chars.iter().enumerate() {
        characters.extend(std::iter::repeat_n(i, c.len_utf16()));
    }
    characters.push(gold.text.chars.len());
    let mut scorer = Scorer { name, gold, report, verbose, characters, tally: Tally::default() };
    scorer.nodes();
    scorer.documents();
    scorer.blocks();
    scorer.announcements();
    scorer.set_phrases();
    scorer.parallelisms();
    scorer.tally
}

impl Scorer<'_> {
    fn character(&self, unit: u32) -> usize {
        self.characters.get(unit as usize).copied().unwrap_or(0)
    }

    fn span(&self, span: Units) -> Range<usize> {
        self.character(span.0)..self.character(span.1)
    }

    /// The first character of a span that is no blank.
    fn start(&self, span: Units) -> usize {
        let at = self.character(span.0);
        let rest = self.gold.text.chars.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|c| matches!(c, ' ' | '\u{3000}' | '\t' | '\n' | '\r')).count()
    }

    fn found(&self) -> BTreeMap<usize, Found> {
        let nodes = &self.report.outline;
        let found = |n: &gangmu::report::NodeView| Found {
            depth: n.depth,
            scheme: name_of(&n.scheme),
            head: self.span(n.heading),
            parent: n.parent.and_then(|p| nodes.get(p as usize)).map(|p| self.start(p.span)),
        };
        nodes.iter().map(|n| (self.start(n.span), found(n))).collect()
    }

    fn nodes(&mut self) {
        let mut found = self.found();
        for node in self.gold.nodes.iter().filter(|n| n.optional) {
            found.remove(&node.start);
        }
        self.gold.nodes.retain(|n| !n.optional);
        self.tally.count("n_gold", self.gold.nodes.len() as u32);
        self.tally.count("n_pred", found.len() as u32);
        for g in &self.gold.nodes {
            self.tally.count(&format!("gold_{}", g.scheme), 1);
            let Some(p) = found.get(&g.start) else {
                if self.verbose {
                    println!("  miss  {}:{} d{} {} {}", self.name, g.line, g.depth, g.scheme, first(&g.text, 30));
                }
                continue;
            };
            let (said, wanted) = (self.gold.text.of(p.head.clone()), self.gold.text.of(g.head.clone()));
            let depth = p.depth == g.depth;
            let heading = same_heading(&said, &wanted, &g.scheme);
            let parent = p.parent == g.parent;
            let strict = depth && heading && parent;
            self.tally.count("hit", 1);
            self.tally.count(&format!("hit_{}", g.scheme), 1);
            for (key, right) in [
                ("depth", depth),
                ("scheme", p.scheme == g.scheme),
                ("heading", heading),
                ("parent", parent),
                ("strict", strict),
            ] {
                self.tally.count(key, u32::from(right));
            }
            if self.verbose && !strict {
                println!(
                    "  wrong {}:{} d{}→{} {}→{} «{}» → «{}» parent {}",
                    self.name,
                    g.line,
                    g.depth,
                    p.depth,
                    g.scheme,
                    p.scheme,
                    first(&g.text, 30),
                    first(&said, 30),
                    if parent { "ok" } else { "wrong" }
                );
            }
        }
        if self.verbose {
            let known: HashSet<usize> = self.gold.nodes.iter().map(|n| n.start).collect();
            for (at, extra) in found.into_iter().filter(|(at, _)| !known.contains(at)) {
                let (line, text) = (self.gold.text.line_of(at), self.gold.text.of(at..at + 24));
                println!("  extra {}:{line} d{} {} {text:?}", self.name, extra.depth, extra.scheme);
            }
        }
    }

    fn documents(&mut self) {
        let line = |d: &gangmu::report::DocumentView| self.gold.text.line_of(self.start(d.span));
        let found: HashSet<usize> = self.report.documents.iter().map(line).collect();
        let gold: HashSet<usize> = self.gold.documents.iter().copied().collect();
        self.compare("doc", gold.len(), found.len(), gold.intersection(&found).count());
    }

    fn compare(&mut self, key: &str, gold: usize, found: usize, hit: usize) {
        for (what, count) in [("gold", gold), ("pred", found), ("hit", hit)] {
            self.tally.count(&format!("{key}_{what}"), count as u32);
        }
    }

    fn blocks(&mut self) {
        let text = &self.gold.text;
        let mut found: BTreeMap<usize, String> = BTreeMap::new();
        for block in self.report.blocks.iter().filter(|b| b.kind != BlockKind::Paragraph) {
            let span = self.span(block.span);
            let last = text.line_of(span.start.max(span.end.saturating_sub(1)));
            for line in text.line_of(self.start(block.span))..=last {
                if !text.line(line).trim().is_empty() {
                    found.insert(line, name_of(&block.kind));
                }
            }
        }
        let gold: BTreeMap<_, _> = self.gold.blocks.iter().collect();
        let mut hit = 0;
        for (&&line, &kind) in &gold {
            let said = found.get(&line);
            if said == Some(kind) {
                hit += 1;
            } else if self.verbose {
                let said = said.map_or("none", String::as_str);
                println!("  block {}:{line} {kind}→{said} {}", self.name, first(&text.line(line), 24));
            }
        }
        if self.verbose {
            for (line, kind) in found.iter().filter(|(line, _)| !gold.contains_key(line)) {
                println!("  block+ {}:{line} {kind} {}", self.name, first(&text.line(*line), 24));
            }
        }
        self.compare("blk", gold.len(), found.len(), hit);
    }

    fn announcements(&mut self) {
        let found: Vec<_> = self.report.announcements.iter().map(|a| (self.span(a.span), a)).collect();
        let (mut hit, mut verdict) = (0, 0);
        for g in &self.gold.announcements {
            let met: Vec<_> = found.iter().filter(|(span, _)| overlap(span, &g.span) > 0).map(|&(_, a)| a).collect();
            let right = met.iter().any(|a| name_of(&a.verdict) == g.verdict);
            hit += usize::from(!met.is_empty());
            verdict += u32::from(right);
            if self.verbose && !right {
                let said: Vec<_> = met.iter().map(|a| (a.promised, a.found, name_of(&a.verdict))).collect();
                println!(
                    "  announcement {} «{}» {}/{} {} → {said:?}",
                    self.name, g.text, g.promised, g.found, g.verdict
                );
            }
        }
        self.compare("ann", self.gold.announcements.len(), found.len(), hit);
        self.tally.count("ann_verdict", verdict);
    }

    fn set_phrases(&mut self) {
        let found: BTreeSet<&str> = self.report.set_phrases.iter().map(|p| unquoted(&p.text)).collect();
        let gold: BTreeSet<&str> = self.gold.set_phrases.iter().map(String::as_str).collect();
        if self.verbose && found != gold {
            let missed: Vec<_> = gold.difference(&found).collect();
            let extra: Vec<_> = found.difference(&gold).collect();
            println!("  setphrase {} missed {missed:?} extra {extra:?}", self.name);
        }
        let counts = (gold.len(), found.len(), gold.intersection(&found).count());
        self.compare("set", counts.0, counts.1, counts.2);
    }

    fn parallelisms(&mut self) {
        let groups = self.report.parallelisms.iter().filter(|p| p.kind == ParallelismKind::Parallelism);
        let found: Vec<Vec<_>> = groups.map(|p| p.members.iter().map(|&m| self.span(m)).collect()).collect();
        let mut used = HashSet::new();
        let mut hits = 0;
        for g in &self.gold.parallelisms {
            let mut best: Option<(f64, usize)> = None;
            for (i, p) in found.iter().enumerate() {
                let hit = g.iter().filter(|x| p.iter().any(|y| same_place(x, y))).count();
                // More gold members may meet one found member than it has: never divide by less than one.
                let union = (g.len() + p.len()).saturating_sub(hit).max(1);
                let likeness = hit as f64 / union as f64;
                if likeness >= 0.5 && best.is_none_or(|(most, _)| likeness > most) {
                    best = Some((likeness, i));
                }
            }
            if let Some((_, i)) = best {
                used.insert(i);
                hits += 1;
            } else if self.verbose {
                let members: Vec<_> = g.iter().map(|m| first(&self.gold.text.of(m.clone()), 16)).collect();
                println!("  parallelism {} missed {members:?}", self.name);
            }
        }
        self.compare("par", self.gold.parallelisms.len(), found.len(), hits);
        self.tally.count("par_used", used.len() as u32);
    }
}

/// A value of the report's enums under its name in the contract.
fn name_of(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn first(text: &str, characters: usize) -> String {
    text.chars().take(characters).collect()
}

/// Equal but for marks at the ends; the heading of a parallel or bare node may end at its frame or at its sentence.
fn same_heading(said: &str, wanted: &str, scheme: &str) -> bool {
    let marks = [' ', '\u{3000}', '\t', '。', '；', '：', '！', '？', '，', '、', '.', ';', ':', '!', '?', ','];
    let (said, wanted) = (said.trim_matches(marks), wanted.trim_matches(marks));
    let loose = matches!(scheme, "parallel" | "bare") && said.chars().nth(1).is_some();
    said == wanted || (loose && (said.starts_with(wanted) || wanted.starts_with(said)))
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    if a.start == NOWHERE || b.start == NOWHERE {
        return 0;
    }
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Whether two members share more than half of the shorter one.
fn same_place(x: &Range<usize>, y: &Range<usize>) -> bool {
    x.start != NOWHERE && overlap(x, y) * 2 > x.len().min(y.len())
}
