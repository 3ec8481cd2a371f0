//! A tree on one line, for cases: `[organization-heading ~学习制度 第一条学习…]`; `~` stands before a
//! satellite, `?` for what the model says, and of a unit there are five characters at most.
//!
//! In: a text, read with a few words and without weights, so that units are sentences. Out: the
//! line.

use crate::rhetoric::rst::model::Model;
use crate::rhetoric::rst::{Evidence, Nuclearity, Rst, build};
use crate::segment::{Segmenter, dictionary};
use crate::{layout, outline};

/// Characters shown of a unit.
const SHOWN: usize = 5;

/// The tree of a text.
pub(super) fn tree(text: &str) -> Rst {
    let verbs = ["推进", "加强", "办好", "抓好", "回顾"].map(|word| dictionary::Entry { word, freq: 9, tag: "v" });
    let segmenter = Segmenter::from_dictionary(dictionary::encode(&verbs)).unwrap();
    let layout = layout::read(text);
    let outline = outline::find(text, &layout);
    let tokens = segmenter.tokens(text, &layout);
    build(text, &layout, &outline, &tokens, &Model::default())
}

/// The tree of a text as a line; empty where there is none.
pub(super) fn drawn(text: &str) -> String {
    let rst = tree(text);
    if rst.nodes.is_empty() { String::new() } else { node(text, &rst, 0) }
}

fn node(text: &str, rst: &Rst, index: usize) -> String {
    let below: Vec<usize> = (0..rst.nodes.len()).filter(|&n| rst.nodes[n].parent == Some(index)).collect();
    let own = &rst.nodes[index];
    if below.is_empty() {
        let said: Vec<char> = own.span.of(text).chars().filter(|c| !c.is_whitespace()).collect();
        let more = if said.len() > SHOWN { "…" } else { "" };
        return said.into_iter().take(SHOWN).chain(more.chars()).collect();
    }
    let named = below.iter().map(|&n| &rst.nodes[n]).find(|n| n.relation != "span").unwrap();
    let name = if named.evidence == Evidence::Layout { named.relation } else { "?" };
    let parts: Vec<String> = below
        .iter()
        .map(|&n| {
            let mark = if rst.nodes[n].nuclearity == Nuclearity::Satellite { "~" } else { "" };
            format!("{mark}{}", node(text, rst, n))
        })
        .collect();
    format!("[{name} {}]", parts.join(" "))
}
