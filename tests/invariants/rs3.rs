//! What the importer of `rstWeb` (`modules/rstweb_reader.py`) asks of rs3. In: an analysis with a tree. Out: nothing; a panic that
//! names what does not hold.
//!
//! The importer reads every `rel` with name and type; drops segments without text; takes a group for a root unless it
//! has exactly four attributes; takes a node for a member of a list when its parent is `multinuc` and its relation is
//! declared so, else for a satellite; follows parents without looking for circles.

use gangmu::{Analysis, export};
use std::collections::HashMap;

/// A segment or group.
struct Element {
    group: Option<String>,
    parent: Option<(String, String)>,
}

/// Checks the file of an analysis.
pub(super) fn check(analysis: &Analysis) {
    let Some(xml) = export::rs3(analysis, false) else { return };
    let body = xml.find("<body>").expect("a body");
    let relations = relations(&xml[..body]);
    let mut elements: HashMap<String, Element> = HashMap::new();
    let (mut segments, mut groups) = (0, 0);
    for line in xml[body..].lines().map(str::trim) {
        let Some((name, rest)) = line.strip_prefix('<').and_then(|l| l.split_once(' ')) else { continue };
        let (inside, text) = rest.split_once('>').expect("a tag ends");
        let attributes = attributes(inside);
        let get = |name: &str| attributes.iter().find(|a| a.0 == name).map(|a| a.1.clone());
        let id = get("id").expect("an id");
        assert_eq!(id.parse(), Ok(segments + groups + 1), "ids count segments, then groups");
        let parent = get("parent").zip(get("relname"));
        if name == "segment" {
            assert_eq!(groups, 0, "a segment after a group");
            let text = text.strip_suffix("</segment>").expect("a segment ends on its line");
            assert!(!text.trim().is_empty() && !text.contains('<'), "segment {id} would be dropped");
            segments += 1;
        } else {
            assert_eq!(name, "group");
            assert_eq!(attributes.len(), if parent.is_some() { 4 } else { 2 }, "group {id}");
            groups += 1;
        }
        elements.insert(id, Element { group: get("type"), parent });
    }
    if elements.is_empty() {
        return;
    }
    let roots = elements.values().filter(|e| e.parent.is_none()).count();
    assert_eq!(roots, 1, "one root");
    links(&elements, &relations);
}

/// Type by name: a name of two types would make members of satellites.
fn relations(header: &str) -> HashMap<String, String> {
    let mut out = HashMap::new();
    for line in header.lines().filter_map(|l| l.trim().strip_prefix("<rel ")) {
        let attributes = attributes(line.trim_end_matches('>'));
        let [(a, name), (b, kind)] = &attributes[..] else { panic!("{line}") };
        assert_eq!((a.as_str(), b.as_str()), ("name", "type"));
        assert!(matches!(kind.as_str(), "rst" | "multinuc") && !name.contains([':', ';', ',']), "{line}");
        assert!(out.insert(name.clone(), kind.clone()).is_none(), "{name} is of two types");
    }
    out
}

fn links(elements: &HashMap<String, Element>, relations: &HashMap<String, String>) {
    let mut members: HashMap<&str, usize> = HashMap::new();
    let mut nuclei: HashMap<&str, usize> = HashMap::new();
    for (id, element) in elements {
        let Some((parent, relation)) = &element.parent else { continue };
        let above = elements.get(parent).unwrap_or_else(|| panic!("{id} hangs on {parent}, which is not there"));
        match (relation.as_str(), relations.get(relation).map(String::as_str)) {
            ("span", _) => {
                assert_eq!(above.group.as_deref(), Some("span"), "{id}");
                *nuclei.entry(parent).or_default() += 1;
            }
            (_, Some("multinuc")) => {
                assert_eq!(above.group.as_deref(), Some("multinuc"), "{id}");
                *members.entry(parent).or_default() += 1;
            }
            (_, Some("rst")) => {}
            _ => panic!("{relation} is not declared"),
        }
        // Nobody is above himself.
        let mut at = Some(parent);
        for _ in 0..elements.len() {
            at = at.and_then(|p| elements[p].parent.as_ref()).map(|p| &p.0);
            if at.is_none() {
                break;
            }
        }
        assert!(at.is_none(), "{id} hangs in a circle");
    }
    for (id, element) in elements {
        match element.group.as_deref() {
            Some("multinuc") => assert!(members.get(id.as_str()).is_some_and(|&n| n > 1), "{id} has one member"),
            Some("span") => assert_eq!(nuclei.get(id.as_str()), Some(&1), "{id} has one nucleus"),
            other => assert_eq!(other, None),
        }
    }
}

/// Names and values.
fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut rest = tag.trim_end_matches('/');
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').expect("a value ends");
        out.push((name.trim().to_owned(), value.to_owned()));
        rest = after;
    }
    out
}
