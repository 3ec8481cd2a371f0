//! What holds for the report of every text. In: a text. Out: nothing; a panic that names what does not hold.

mod rs3;
mod tree;

use gangmu::segment::dictionary::{Entry, encode};
use gangmu::{Analyzer, Options};
use serde_json::Value;

/// A few words, enough for tokens of more than one character.
const WORDS: [(&str, u32, &str); 9] = [
    ("工作", 900, "vn"),
    ("落实", 500, "v"),
    ("抓好", 300, "v"),
    ("形势", 200, "n"),
    ("发展", 800, "vn"),
    ("高质量", 100, "n"),
    ("我们", 700, "r"),
    ("要", 999, "v"),
    ("的", 9999, "uj"),
];

/// An analyzer that counts terms.
pub(crate) fn analyzer() -> Analyzer {
    let mut analyzer = Analyzer::new();
    let entries = WORDS.map(|(word, freq, tag)| Entry { word, freq, tag });
    analyzer.set_dictionary(encode(&entries)).expect("a dictionary");
    let model = concat!(env!("CARGO_MANIFEST_DIR"), "/models/rst.bin");
    analyzer.set_rst_model(&std::fs::read(model).expect("models/rst.bin")).expect("a model");
    analyzer
}

/// Bytes of the longest text of which a tree is built here: without optimization those of texts longer than any real one take too long.
pub(crate) const LONGEST_TREE: usize = 2_000_000;

/// Checks the report of a text; gives it back.
pub(crate) fn check(analyzer: &Analyzer, text: &str) -> Value {
    check_with(analyzer, text, text.len() < LONGEST_TREE)
}

/// Checks it with its tree, where there is a model, or without.
pub(crate) fn check_with(analyzer: &Analyzer, text: &str, tree: bool) -> Value {
    let rst = analyzer.has_rst_model() && tree;
    let analysis = analyzer.analyze(text.to_owned(), &Options { rst, ..Options::default() });
    let report = serde_json::to_value(analysis.report()).expect("a report is plain data");
    assert_eq!(report["schema"], "gangmu-report/1");
    let boundaries = boundaries(text);
    assert_eq!(report["text"]["utf16Length"], boundaries.len() - 1);
    spans(&report, &boundaries);
    blocks(&report, text);
    let documents = list(&report, "documents");
    in_order(documents, "documents");
    nodes(list(&report, "outline"), documents);
    devices(&report);
    if rst {
        parents_first(list(&report["rst"], "nodes"), "rst.nodes");
        tree::check(&report, text);
        // The check follows every node up to the root.
        if text.len() < 20_000 {
            rs3::check(&analysis);
        }
    }
    tokens(&analysis);
    report
}

/// Whether a character starts at each UTF-16 offset; the end counts as one.
fn boundaries(text: &str) -> Vec<bool> {
    let mut at = Vec::with_capacity(text.len() + 1);
    for c in text.chars() {
        at.push(true);
        at.extend((1..c.len_utf16()).map(|_| false));
    }
    at.push(true);
    at
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().unwrap_or_else(|| panic!("no list {name}"))
}

fn span(value: &Value) -> (u64, u64) {
    (value["span"][0].as_u64().expect("a start"), value["span"][1].as_u64().expect("an end"))
}

/// Every pair of numbers in a report is a span: forward, inside the text, on characters.
fn spans(value: &Value, boundaries: &[bool]) {
    match value {
        Value::Array(items) => match items.as_slice() {
            [Value::Number(start), Value::Number(end)] => {
                let (start, end) = (start.as_u64().expect("a start"), end.as_u64().expect("an end"));
                assert!(start <= end, "span {start}..{end} runs backwards");
                for at in [start, end] {
                    assert!(
                        boundaries.get(at as usize) == Some(&true),
                        "{at} of {start}..{end} is no character's start"
                    );
                }
            }
            _ => items.iter().for_each(|item| spans(item, boundaries)),
        },
        Value::Object(fields) => fields.values().for_each(|field| spans(field, boundaries)),
        _ => {}
    }
}

fn in_order(items: &[Value], name: &str) {
    for pair in items.windows(2) {
        assert!(span(&pair[0]).1 <= span(&pair[1]).0, "{name} overlap or go back: {} {}", pair[0], pair[1]);
    }
}

/// Nothing to be seen: white space, characters of no width, byte order marks.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Blocks lie in order, and whatever can be seen lies in one.
fn blocks(report: &Value, text: &str) {
    let blocks = list(report, "blocks");
    in_order(blocks, "blocks");
    let documents = list(report, "documents").len();
    let mut covered = vec![false; text.encode_utf16().count() + 1];
    for block in blocks {
        let (start, end) = span(block);
        assert!(start < end, "an empty block at {start}");
        covered[start as usize..end as usize].fill(true);
        assert!(
            block["document"].as_u64().is_some_and(|d| (d as usize) < documents),
            "a block of no document: {block}"
        );
    }
    let mut at = 0;
    for c in text.chars() {
        assert!(covered[at] || is_blank(c) || c == '\u{feff}', "{c:?} at {at} lies in no block");
        at += c.len_utf16();
    }
}

fn parents_first(nodes: &[Value], name: &str) {
    for (i, node) in nodes.iter().enumerate() {
        let Some(parent) = node["parent"].as_u64() else { continue };
        assert!((parent as usize) < i, "{name}[{i}] stands before its parent {parent}");
    }
}

/// The outline is a tree: children inside their parent, siblings apart, depths by one, all inside their document.
fn nodes(nodes: &[Value], documents: &[Value]) {
    parents_first(nodes, "outline");
    // Where the last child of each node, and of each document, ends.
    let mut last_of_node = vec![0; nodes.len()];
    let mut last_of_document = vec![0; documents.len()];
    let mut before = 0;
    for (i, node) in nodes.iter().enumerate() {
        let (start, end) = span(node);
        assert!(before <= start, "outline[{i}] is not in text order");
        before = start;
        let heading = (node["heading"][0].as_u64().expect("a start"), node["heading"][1].as_u64().expect("an end"));
        assert!(start <= heading.0 && heading.1 <= end, "the heading of outline[{i}] lies outside: {node}");
        if let Some(whole) = node["wholeHeading"].as_array() {
            let whole = (whole[0].as_u64().expect("a start"), whole[1].as_u64().expect("an end"));
            assert!(
                heading.0 == whole.0 && heading.1 < whole.1 && whole.1 <= end,
                "whole heading of outline[{i}]: {node}"
            );
        }
        let document = node["document"].as_u64().expect("a document") as usize;
        let last = if let Some(parent) = node["parent"].as_u64() {
            let above = &nodes[parent as usize];
            assert_eq!(node["depth"].as_u64(), above["depth"].as_u64().map(|d| d + 1), "depth of outline[{i}]");
            assert_eq!(node["document"], above["document"], "document of outline[{i}]");
            assert!(span(above).0 <= start && end <= span(above).1, "outline[{i}] leaves its parent: {node} {above}");
            &mut last_of_node[parent as usize]
        } else {
            assert_eq!(node["depth"], 1, "depth of outline[{i}]");
            let around = span(&documents[document]);
            assert!(around.0 <= start && end <= around.1, "outline[{i}] leaves its document");
            &mut last_of_document[document]
        };
        assert!(*last <= start, "outline[{i}] overlaps its sibling: {node}");
        *last = end;
    }
}

/// Devices lie by start, their parts in order inside them; sentences that do something lie in order and apart, each cue in its
/// own; groups of like members are in order and apart.
fn devices(report: &Value) {
    let within = |outer: &Value, inner: &Value| {
        let (outer, inner) = (span(outer), (inner[0].as_u64().unwrap_or(0), inner[1].as_u64().unwrap_or(0)));
        outer.0 <= inner.0 && inner.1 <= outer.1
    };
    let mut before = 0;
    for device in list(report, "devices") {
        assert!(before <= span(device).0, "devices are not in text order: {device}");
        before = span(device).0;
        let parts = list(device, "parts");
        assert!(!parts.is_empty() && parts.iter().all(|p| within(device, p)), "{device}");
        assert!(parts.windows(2).all(|w| w[0][1].as_u64() <= w[1][0].as_u64()), "parts overlap: {device}");
        assert!(device["cue"].is_null() || within(device, &device["cue"]), "{device}");
    }
    let mut before = 0;
    for sentence in list(report, "moves") {
        assert!(before <= span(sentence).0, "moves overlap: {sentence}");
        before = span(sentence).1;
        let cue = &sentence["cue"];
        assert!(cue.is_null() || sentence["basis"] == "cue" && within(sentence, cue), "{sentence}");
    }
    for group in list(report, "parallelisms") {
        let members = list(group, "members");
        let pair = group["kind"] == "pair";
        assert!(if pair { members.len() == 2 } else { members.len() > 2 }, "{group}");
        assert!(members.windows(2).all(|w| w[0][1].as_u64() <= w[1][0].as_u64()), "members overlap: {group}");
    }
}

/// Tokens lie in order, on characters, and name a type; terms add up to no more than the running words.
fn tokens(analysis: &gangmu::Analysis) {
    let mut before = 0;
    for token in &analysis.tokens.items {
        assert!(before <= token.span.start, "tokens overlap at {}", token.span.start);
        assert!(analysis.text.get(token.span.start..token.span.end).is_some_and(|t| !t.is_empty()), "{token:?}");
        assert!((token.word as usize) < analysis.tokens.types.len(), "{token:?}");
        before = token.span.end;
    }
}
