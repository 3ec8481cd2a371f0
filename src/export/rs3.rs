//! The RST tree as rs3, the format of `RSTTool` and `rstWeb`.
//!
//! In: an [`Analysis`] whose tree was asked for. Out: XML: units as segments in text order, inner
//! nodes as groups; a satellite hangs on its nucleus, both below a group of type `span`. Nothing
//! where there is no tree.

use super::xml::escaped;
use crate::Analysis;
use crate::lexicon::is_han;
use crate::rhetoric::rst::relation::{Form, LABELS, RELATIONS};
use crate::rhetoric::{Nuclearity, Rst};
use crate::span::Span;

/// The tree as rs3. `spaced`: the words of a unit parted by spaces, as treebanks have them; else as
/// written.
pub fn rs3(analysis: &Analysis, spaced: bool) -> Option<String> {
    let rst = analysis.rhetoric.rst.as_ref()?;
    let mut xml = String::from("<rst>\n\t<header>\n\t\t<relations>\n");
    for relation in RELATIONS {
        for (multinuclear, kind) in [(false, "rst"), (true, "multinuc")] {
            let used = LABELS.iter().any(|l| l.relation == relation && (l.form == Form::NN) == multinuclear);
            if used {
                push(&mut xml, &["\t\t\t<rel name=\"", relation, "\" type=\"", kind, "\"/>\n"]);
            }
        }
    }
    xml += "\t\t</relations>\n\t</header>\n\t<body>\n";
    let ids = ids(rst);
    let links = links(rst, &ids);
    let mut words = Words { analysis, spaced, from: 0 };
    let mut groups = String::new();
    // Nodes stand parents first, so leaves come in text order.
    for ((node, &id), (link, kind)) in rst.nodes.iter().zip(&ids).zip(&links) {
        let id = id.to_string();
        match kind {
            None => push(
                &mut xml,
                &["\t\t<segment id=\"", &id, "\"", link, ">", &escaped(&parted(&words.of(node.span))), "</segment>\n"],
            ),
            Some(kind) => push(&mut groups, &["\t\t<group id=\"", &id, "\" type=\"", kind, "\"", link, "/>\n"]),
        }
    }
    xml += &groups;
    xml += "\t</body>\n</rst>\n";
    Some(xml)
}

fn push(xml: &mut String, parts: &[&str]) {
    xml.extend(parts.iter().copied());
}

/// Which nodes have children.
fn inner(rst: &Rst) -> Vec<bool> {
    let mut inner = vec![false; rst.nodes.len()];
    for parent in rst.nodes.iter().filter_map(|n| n.parent) {
        if let Some(slot) = inner.get_mut(parent) {
            *slot = true;
        }
    }
    inner
}

/// Segments are numbered from 1 in text order, groups after them.
fn ids(rst: &Rst) -> Vec<usize> {
    let inner = inner(rst);
    let mut segment = 0;
    let mut group = inner.iter().filter(|&&i| !i).count();
    let mut next = |is_inner: &bool| {
        let counter = if *is_inner { &mut group } else { &mut segment };
        *counter += 1;
        *counter
    };
    inner.iter().map(&mut next).collect()
}

/// For each node the attributes that tie it to another, and its type if it is a group.
fn links(rst: &Rst, ids: &[usize]) -> Vec<(String, Option<&'static str>)> {
    let mut kinds: Vec<Option<&'static str>> = vec![None; rst.nodes.len()];
    let mut nuclei: Vec<Option<usize>> = vec![None; rst.nodes.len()];
    for (i, node) in rst.nodes.iter().enumerate() {
        let Some(parent) = node.parent else { continue };
        if let Some(kind) = kinds.get_mut(parent) {
            *kind = Some(if node.nuclearity == Nuclearity::Multinuclear { "multinuc" } else { "span" });
        }
        if let Some(nucleus) = nuclei.get_mut(parent).filter(|_| node.nuclearity == Nuclearity::Nucleus) {
            *nucleus = Some(i);
        }
    }
    let link = |node: &crate::rhetoric::RstNode| {
        let above = node.parent?;
        let above = match node.nuclearity {
            Nuclearity::Satellite => nuclei.get(above).copied().flatten()?,
            _ => above,
        };
        Some(format!(" parent=\"{}\" relname=\"{}\"", ids.get(above)?, node.relation))
    };
    rst.nodes.iter().map(|n| link(n).unwrap_or_default()).zip(kinds).collect()
}

/// The text of units.
struct Words<'a> {
    analysis: &'a Analysis,
    spaced: bool,
    /// The first token not yet written: units come in text order.
    from: usize,
}

impl Words<'_> {
    fn of(&mut self, unit: Span) -> String {
        if !self.spaced {
            return joined(unit.of(&self.analysis.text));
        }
        let tokens = self.analysis.tokens.items.get(self.from..).unwrap_or(&[]);
        let before = tokens.iter().take_while(|t| t.span.end <= unit.start).count();
        let own: Vec<Span> = tokens.iter().skip(before).map(|t| t.span).take_while(|t| t.start < unit.end).collect();
        self.from += before + own.iter().filter(|t| t.end <= unit.end).count();
        let inside = |t: &Span| Span::new(t.start.max(unit.start), t.end.min(unit.end));
        let words: Vec<String> = own.iter().map(|t| joined(inside(t).of(&self.analysis.text))).collect();
        if words.is_empty() { joined(unit.of(&self.analysis.text)) } else { words.join(" ") }
    }
}

/// With a space on both sides of every `&`: when `rstWeb` writes its own files it escapes only what
/// a space follows, and what it then writes of `R&D经费` no reader takes.
fn parted(text: &str) -> String {
    let parts: Vec<&str> = text.split('&').map(str::trim).collect();
    parts.join(" & ").trim().to_owned()
}

/// On one line: white space inside Chinese goes, other is one space.
pub(super) fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_han(c));
        if latin(out.chars().next_back()) && latin(word.chars().next()) {
            out.push(' ');
        }
        out += word;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rhetoric::{Evidence, RstNode};
    use crate::{Analyzer, Options};

    /// The text with a tree made by hand: (A ← B) and C, side by side.
    pub(crate) fn analysis() -> Analysis {
        let text = "如果“<甲>”允许，\n就可以 开工。各方支持。";
        let cut = |a: &str, b: &str| Span::new(text.find(a).unwrap(), text.find(b).unwrap() + b.len());
        let (a, b, c) = (cut("如果", "允许，"), cut("就可", "开工。"), cut("各方", "支持。"));
        let node = |parent, nuclearity, relation, span: Span| RstNode {
            parent,
            nuclearity,
            relation,
            span,
            evidence: Evidence::Cue,
            signal: None,
        };
        let nodes = vec![
            node(None, Nuclearity::Root, "", Span::new(a.start, c.end)),
            node(Some(0), Nuclearity::Multinuclear, "joint-list", Span::new(a.start, b.end)),
            node(Some(1), Nuclearity::Satellite, "contingency-condition", a),
            node(Some(1), Nuclearity::Nucleus, "span", b),
            node(Some(0), Nuclearity::Multinuclear, "joint-list", c),
        ];
        let mut analysis = Analyzer::new().analyze(text.into(), &Options::default());
        analysis.rhetoric.rst = Some(Rst { edus: vec![a, b, c], nodes });
        analysis
    }

    #[test]
    fn satellites_hang_on_their_nuclei() {
        let xml = rs3(&analysis(), false).unwrap();
        let body = xml.split("<body>\n").nth(1).unwrap();
        let want = "\t\t<segment id=\"1\" parent=\"2\" relname=\"contingency-condition\">如果“&lt;甲&gt;”允许，</segment>\n\
            \t\t<segment id=\"2\" parent=\"5\" relname=\"span\">就可以开工。</segment>\n\
            \t\t<segment id=\"3\" parent=\"4\" relname=\"joint-list\">各方支持。</segment>\n\
            \t\t<group id=\"4\" type=\"multinuc\"/>\n\
            \t\t<group id=\"5\" type=\"span\" parent=\"4\" relname=\"joint-list\"/>\n\t</body>\n</rst>\n";
        assert_eq!(body, want);
        for rel in
            ["<rel name=\"joint-list\" type=\"multinuc\"/>", "<rel name=\"contingency-condition\" type=\"rst\"/>"]
        {
            assert!(xml.contains(rel), "{rel}");
        }
        assert!(!xml.contains("<rel name=\"joint-list\" type=\"rst\"/>"));
    }

    #[test]
    fn words_are_parted_where_asked_for() {
        let mut analysis = analysis();
        let token = |part: &str| {
            let at = analysis.text.find(part).unwrap();
            crate::segment::Token { span: Span::new(at, at + part.len()), word: 0 }
        };
        analysis.tokens.items = ["就", "可以", "开工", "。各", "方", "支持", "。各"].map(token).to_vec();
        analysis.tokens.items.pop();
        let xml = rs3(&analysis, true).unwrap();
        assert!(xml.contains(">就 可以 开工 。</segment>"), "{xml}");
        assert!(xml.contains(">各 方 支持</segment>"), "{xml}");
    }

    #[test]
    fn lines_run_together_in_chinese_only() {
        assert_eq!(joined(" 同心\n　同向 Open  Source 软件 "), "同心同向Open Source软件");
    }

    #[test]
    fn signs_for_and_stand_apart() {
        let cases = [
            ("R&D经费", "R & D经费"),
            ("R & D 经费", "R & D 经费"),
            ("企业有AT&T", "企业有AT & T"),
            ("表扬&", "表扬 &"),
            ("&和&", "& 和 &"),
            ("一分为二 二合为一", "一分为二 二合为一"),
        ];
        for (text, want) in cases {
            assert_eq!(parted(text), want);
        }
        let mut analysis = analysis();
        // of the same length
        analysis.text = analysis.text.replace("开工", "R&D研");
        assert!(rs3(&analysis, false).unwrap().contains(">就可以R &amp; D研。<"));
    }

    #[test]
    fn no_tree_no_file() {
        let bare = Analyzer::new().analyze("一、抓好落实".into(), &Options::default());
        assert!(rs3(&bare, false).is_none());
    }
}
