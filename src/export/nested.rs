//! The RST tree as nested text, a line a node.
//!
//! In: an [`Analysis`] whose tree was asked for. Out: lines, two spaces deeper for every level: the role (`N` nucleus,
//! `S` satellite, `M` one of several nuclei), the relation, what it rests on with its signal, and a unit's text.
//!
//! ```text
//! M joint-list [model]
//!   S contingency-condition [cue 如果] 如果条件允许，
//!   N 就可以开工。
//! M joint-list [model] 各方支持。
//! ```

use super::rs3::joined;
use crate::Analysis;
use crate::rhetoric::{Evidence, Nuclearity};

/// The deepest level that is still set in.
const DEEPEST: usize = 200;

/// The tree as nested text; nothing where there is no tree.
pub fn nested(analysis: &Analysis) -> Option<String> {
    let rst = analysis.rhetoric.rst.as_ref()?;
    let mut levels: Vec<usize> = Vec::with_capacity(rst.nodes.len());
    let mut out = String::new();
    for (i, node) in rst.nodes.iter().enumerate() {
        let level = node.parent.and_then(|p| levels.get(p)).map_or(0, |above| above + 1);
        levels.push(level);
        out.extend(core::iter::repeat_n("  ", level.min(DEEPEST)));
        let role = match node.nuclearity {
            Nuclearity::Root => "R",
            Nuclearity::Nucleus => "N",
            Nuclearity::Satellite => "S",
            Nuclearity::Multinuclear => "M",
        };
        out += role;
        if matches!(node.nuclearity, Nuclearity::Satellite | Nuclearity::Multinuclear) {
            let evidence = match node.evidence {
                Evidence::Layout => "layout",
                Evidence::Cue => "cue",
                Evidence::Model => "model",
            };
            let signal = node.signal.map(|s| format!(" {}", joined(s.of(&analysis.text)))).unwrap_or_default();
            out.extend([" ", node.relation, " [", evidence, &signal, "]"]);
        }
        // A parent is followed by its first child.
        if rst.nodes.get(i + 1).is_none_or(|next| next.parent != Some(i)) {
            out.extend([" ", &joined(node.span.of(&analysis.text))]);
        }
        out.push('\n');
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rhetoric::{Rst, RstNode};
    use crate::span::Span;
    use crate::{Analyzer, Options};

    #[test]
    fn a_line_a_node() {
        let text = "如果条件允许，就可以开工。各方支持。";
        let cut = |a: usize, b: usize| Span::new(a * 3, b * 3);
        let node = |parent, nuclearity, relation, span, signal| RstNode {
            parent,
            nuclearity,
            relation,
            span,
            evidence: if signal { Evidence::Cue } else { Evidence::Model },
            signal: signal.then(|| cut(0, 2)),
        };
        let nodes = vec![
            node(None, Nuclearity::Root, "", cut(0, 18), false),
            node(Some(0), Nuclearity::Multinuclear, "joint-list", cut(0, 13), false),
            node(Some(1), Nuclearity::Satellite, "contingency-condition", cut(0, 7), true),
            node(Some(1), Nuclearity::Nucleus, "span", cut(7, 13), true),
            node(Some(0), Nuclearity::Multinuclear, "joint-list", cut(13, 18), false),
        ];
        let mut analysis = Analyzer::new().analyze(text.into(), &Options::default());
        assert_eq!(nested(&analysis), None);
        analysis.rhetoric.rst = Some(Rst { edus: vec![cut(0, 7), cut(7, 13), cut(13, 18)], nodes });
        let want = "R\n  M joint-list [model]\n    S contingency-condition [cue 如果] 如果条件允许，\n    \
                    N 就可以开工。\n  M joint-list [model] 各方支持。\n";
        assert_eq!(nested(&analysis).unwrap(), want);
    }
}
