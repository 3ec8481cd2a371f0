//! The same text, differently typed: its nodes stay.
//!
//! Our own texts (the samples of the page and those in `fixtures/variants`) in the shapes in which texts reach a reader. What may differ:
//! - glued text (all line ends lost) keeps its numbered nodes; heads that only a line of their own showed are lost, and
//!   with them what hung below them moves up;
//! - joined texts are so many documents more.

mod texts;

use gangmu::{Analyzer, Options};
use std::collections::HashMap;

/// A node as it is compared: its marker and the beginning of its heading without blanks, in one script and width; its depth.
type Key = (String, u32);

struct Read {
    nodes: Vec<Key>,
    markers: Vec<String>,
    documents: usize,
}

fn read(text: &str) -> Read {
    let analysis = Analyzer::new().analyze(text.to_owned(), &Options::default());
    let of = |span: gangmu::span::Span| plain(span.of(text));
    let nodes = &analysis.outline.nodes;
    let head = |heading: String| heading.chars().take(6).collect::<String>();
    Read {
        nodes: nodes.iter().map(|n| (n.marker.map(of).unwrap_or_default() + &head(of(n.heading)), n.depth)).collect(),
        markers: nodes.iter().filter_map(|n| n.marker.map(of)).collect(),
        documents: analysis.layout.documents.len(),
    }
}

/// Without blanks and final marks, simplified, marks half-width.
fn plain(text: &str) -> String {
    let narrow = |c| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => gangmu::lexicon::simplified(c),
    };
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    squeezed.trim_end_matches(['。', '.', ',', ';', ':']).to_owned()
}

/// Lines cut to so many characters; a closing mark hangs over. The first line of a paragraph is indented or not.
fn wrapped(text: &str, length: usize, indent: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut column = 0;
        let mut chars = format!("{indent}{}", line.trim()).chars().collect::<Vec<_>>().into_iter().peekable();
        if line.trim().is_empty() {
            out.push('\n');
            continue;
        }
        while let Some(c) = chars.next() {
            out.push(c);
            column += 1;
            if column >= length && chars.peek().is_some_and(|c| !"，。；：、！？”）》".contains(*c)) {
                out.push('\n');
                column = 0;
            }
        }
        out.push('\n');
    }
    out
}

/// Each line changed.
fn by_line(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(change).collect::<Vec<_>>().join("\n")
}

fn half_width(text: &str) -> String {
    let pairs =
        HashMap::from([('，', ','), ('；', ';'), ('：', ':'), ('！', '!'), ('？', '?'), ('（', '('), ('）', ')')]);
    text.chars().map(|c| pairs.get(&c).copied().unwrap_or(c)).collect()
}

/// In traditional characters, where there is one.
fn traditional(text: &str) -> String {
    let mut table = HashMap::new();
    for c in '\u{4E00}'..='\u{9FFF}' {
        let simple = gangmu::lexicon::simplified(c);
        if simple != c {
            table.entry(simple).or_insert(c);
        }
    }
    text.chars().map(|c| table.get(&c).copied().unwrap_or(c)).collect()
}

/// A blank behind every so many characters that stand in running text.
fn stray_blanks(text: &str, every: usize) -> String {
    let is_han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let change = |line: &str| {
        let long = line.chars().count() > 50;
        let chars: Vec<char> = line.chars().collect();
        let mut out = String::new();
        for (i, &c) in chars.iter().enumerate() {
            out.push(c);
            let inside = is_han(c) && chars.get(i + 1).copied().is_some_and(is_han);
            if long && inside && i % every == every - 1 {
                out.push(' ');
            }
        }
        out
    };
    by_line(text, change)
}

/// Characters are as long in both scripts, so whatever is found stands at the same place; only names are the text's own.
#[test]
fn rhetoric_stays_in_traditional_characters() {
    for (name, text) in texts::ours() {
        let changed = traditional(&text);
        assert_eq!(changed.len(), text.len());
        let [here, mut there] =
            [&text, &changed].map(|t| Analyzer::new().analyze(t.clone(), &Options::default()).rhetoric);
        for phrase in &there.set_phrases {
            assert_eq!(Some(phrase.text.as_str()), phrase.spans.first().map(|s| s.of(&changed)), "{name}");
        }
        there.name_as_in(&text);
        assert_eq!(there, here, "{name}");
    }
}

#[test]
fn nodes_stay_however_the_text_is_typed() {
    let mut wrong = Vec::new();
    for (name, text) in texts::ours() {
        let whole = read(&text);
        let shapes = [
            ("lines of Windows", text.replace('\n', "\r\n")),
            ("lines of old", text.replace('\n', "\r")),
            ("a byte order mark", format!("\u{feff}{text}")),
            ("blank lines between", text.replace('\n', "\n\n")),
            ("indents lost", by_line(&text, |line| line.trim().to_owned())),
            ("half-width marks", half_width(&text)),
            ("traditional characters", traditional(&text)),
            ("stray blanks", stray_blanks(&text, 41)),
            ("wrapped, indented", wrapped(&text, 36, "　　")),
            ("wrapped narrow, indented", wrapped(&text, 28, "　　")),
            ("wrapped, not indented", wrapped(&text, 34, "")),
        ];
        for (shape, changed) in shapes {
            let seen = read(&changed);
            if seen.nodes != whole.nodes {
                let lost: Vec<_> = whole.nodes.iter().filter(|n| !seen.nodes.contains(n)).collect();
                let new: Vec<_> = seen.nodes.iter().filter(|n| !whole.nodes.contains(n)).collect();
                wrong.push(format!("{name}, {shape}: lost {lost:?}, new {new:?}"));
            }
            if seen.documents != whole.documents {
                wrong.push(format!("{name}, {shape}: {} documents, not {}", seen.documents, whole.documents));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn glued_text_keeps_its_numbered_nodes() {
    let mut wrong = Vec::new();
    for (name, text) in texts::ours() {
        let whole = read(&text);
        for (shape, mark) in [("glued", ""), ("glued with blanks", " ")] {
            let glued: String = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join(mark);
            let seen = read(&glued);
            let mut left = seen.markers.iter();
            let lost: Vec<_> = whole.markers.iter().filter(|m| !left.any(|n| n == *m)).collect();
            if !lost.is_empty() {
                wrong.push(format!("{name}, {shape}: lost {lost:?} of {:?}, seen {:?}", whole.markers, seen.markers));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn joined_texts_are_read_one_by_one() {
    let texts = texts::ours();
    for (one, first) in &texts {
        for (two, second) in &texts {
            let joined = read(&format!("{}\n\n{second}", first.trim_end()));
            let (a, b) = (read(first), read(second));
            assert_eq!(joined.documents, a.documents + b.documents, "{one} + {two}");
            assert_eq!(joined.nodes, [a.nodes, b.nodes].concat(), "{one} + {two}");
        }
    }
}
