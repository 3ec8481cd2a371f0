//! What holds for the units and the RST tree of every text. In: a report. Out: nothing; a panic that names what does not hold.

use super::{list, span};
use serde_json::Value;

/// Units cover every block but boilerplate, in order; the nodes are one tree over all of them.
pub(crate) fn check(report: &Value, text: &str) {
    let rst = &report["rst"];
    let units: Vec<(u64, u64)> = list(rst, "edus").iter().map(pair).collect();
    assert!(units.windows(2).all(|w| w[0].1 <= w[1].0), "units overlap");
    cover(report, &units, text);
    let nodes = list(rst, "nodes");
    assert_eq!(nodes.is_empty(), units.is_empty(), "units and no tree, or a tree of none");
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (i, node) in nodes.iter().enumerate() {
        match node["parent"].as_u64() {
            Some(parent) => children[parent as usize].push(i),
            None => assert_eq!((i, &node["nuclearity"]), (0, &Value::from("root")), "two roots"),
        }
    }
    let mut leaves = Vec::new();
    for (node, children) in nodes.iter().zip(&children) {
        let spans: Vec<(u64, u64)> = children.iter().map(|&c| span(&nodes[c])).collect();
        let roles: Vec<&str> = children.iter().filter_map(|&c| nodes[c]["nuclearity"].as_str()).collect();
        match spans.as_slice() {
            [] => leaves.push(span(node)),
            [_] => panic!("a node with one child"),
            [first, .., last] => {
                assert_eq!((first.0, last.1), span(node), "children do not cover their node");
                assert!(spans.windows(2).all(|w| w[0].1 <= w[1].0), "children overlap");
                let equal = roles.iter().all(|&r| r == "multinuclear");
                let pair = matches!(roles.as_slice(), ["nucleus", "satellite"] | ["satellite", "nucleus"]);
                assert!(equal || pair, "roles that do not fit: {roles:?}");
            }
        }
    }
    leaves.sort_unstable();
    assert_eq!(leaves, units, "the leaves are not the units");
}

fn pair(value: &Value) -> (u64, u64) {
    (value[0].as_u64().expect("a start"), value[1].as_u64().expect("an end"))
}

/// What no unit covers is white space or boilerplate.
fn cover(report: &Value, units: &[(u64, u64)], text: &str) {
    let wide: Vec<u16> = text.encode_utf16().collect();
    let mut units = units.iter().peekable();
    for block in list(report, "blocks").iter().filter(|b| b["kind"] != "boilerplate") {
        let (mut at, end) = span(block);
        while at < end {
            while units.next_if(|u| u.1 <= at).is_some() {}
            let next = units.peek().map_or(end, |u| u.0.min(end));
            let gap = String::from_utf16_lossy(&wide[at as usize..next.max(at) as usize]);
            assert!(gap.chars().all(|c| c.is_whitespace() || !c.is_alphanumeric()), "no unit has {gap:?}");
            at = units.peek().map_or(end, |u| u.1.min(end)).max(at + 1);
        }
    }
}
