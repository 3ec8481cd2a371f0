//! What form rules out among relations, whatever a model thinks likely: used on texts, not on the treebank.
//!
//! `各位代表！` before a sentence is an address and no member of a list; of `加强监管。完善制度。` neither elaborates the other.
//!
//! In: units, the division of a node. Out: whether a label fits it.

use super::features::Node;
use super::{Form, Label};
use crate::rhetoric::rst::edu::unit::{Level, Unit};
use crate::rhetoric::rst::model::hash::hash;
use crate::rhetoric::rst::tree::features::Context;

/// Who is spoken to begins with one of these.
const ADDRESS: [[char; 2]; 7] =
    [['各', '位'], ['同', '志'], ['朋', '友'], ['女', '士'], ['先', '生'], ['乡', '亲'], ['代', '表']];

/// The longest address, in characters.
const LONGEST_ADDRESS: u32 = 8;

/// What stands before 使 is its subject: it brings something about.
const BRINGS_ABOUT: [u64; 3] = [hash("使".as_bytes()), hash("使得".as_bytes()), hash("致使".as_bytes())];

/// So is what stands before these: they say what it means.
const MEANS: [u64; 4] =
    [hash("标志着".as_bytes()), hash("标志".as_bytes()), hash("意味着".as_bytes()), hash("表明".as_bytes())];

/// Whether a label fits a division.
pub(super) fn fits(context: &Context, node: Node, label: &Label) -> bool {
    let (Some(left), Some(right)) = (context.unit(node.k), context.unit(node.k + 1)) else { return true };
    let (class, form) = (label.class(), label.form);
    let (alone, last) = (node.i == node.k, node.k + 1 == node.j);
    if alone && is_address(left) {
        return class == "organization" && form == Form::SN;
    }
    if last && is_address(right) {
        return label.relation == "organization-phatic" && form == Form::NS;
    }
    let inside = left.level == Level::Clause;
    if inside && class == "organization" {
        return false;
    }
    if inside && right.firsts.first().is_some_and(|w| BRINGS_ABOUT.contains(w)) {
        return matches!((class, form), ("causal" | "purpose", Form::NS));
    }
    if inside && right.firsts.first().is_some_and(|w| MEANS.contains(w)) && class == "joint" {
        return false;
    }
    if !inside && context.unit(node.i).is_some_and(is_demand) && is_demand(right) {
        return !matches!(class, "elaboration" | "explanation" | "context" | "evaluation");
    }
    match (label.relation, form) {
        // Two whole units are no halves of one.
        ("same-unit", _) => !(alone && last),
        // Nobody is quoted without a word for saying, a source or a colon.
        ("attribution-positive" | "attribution-negative", Form::SN) => {
            let from = node.k.saturating_sub(3).max(node.i);
            let mut units = (from..=node.k).filter_map(|u| context.unit(u));
            units.any(|u| u.speech.is_some() || matches!(u.end, '：' | ':') || u.source)
        }
        _ => true,
    }
}

/// `各位代表！`
fn is_address(unit: &Unit) -> bool {
    let [first, second, ..] = unit.edges;
    unit.chars <= LONGEST_ADDRESS
        && ADDRESS.contains(&[first, second])
        && matches!(unit.end, '！' | '!' | '：' | ':' | '，' | ',')
        && !unit.verbal
}

/// `加强监管，…`, `进一步完善制度…`: what is to be done, without a word for who does it or how it goes with the last.
fn is_demand(unit: &Unit) -> bool {
    unit.verbal && matches!(unit.first_coarse, b'v' | b'd') && unit.cues.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;
    use crate::rhetoric::rst::edu::unit::units_of_block;
    use crate::rhetoric::rst::edu::word::words;
    use crate::rhetoric::rst::relation::LABELS;
    use crate::segment::{Segmenter, dictionary};

    type Labels<'l> = &'l [(&'l str, Form)];

    /// What fits two parts of a text.
    fn fitting(left: &str, right: &str) -> Vec<(&'static str, Form)> {
        let text = [left, right].concat();
        let entries = [
            ("加强", 900, "v"),
            ("完善", 900, "v"),
            ("监管", 900, "vn"),
            ("制度", 900, "n"),
            ("使", 900, "v"),
            ("代表", 900, "n"),
        ]
        .map(|(word, freq, tag)| dictionary::Entry { word, freq, tag });
        let segmenter = Segmenter::from_dictionary(dictionary::encode(&entries)).unwrap();
        let layout = layout::read(&text);
        let words = words(&segmenter.tokens(&text, &layout));
        let cut = words.iter().position(|w| w.span.start >= left.len()).unwrap();
        let units = units_of_block(&text, &words, &[0, cut]);
        let context = Context::new(&units);
        let node = Node { i: 0, k: 0, j: 1, heads: [0, 1], below: [0, 0] };
        LABELS.iter().filter(|l| fits(&context, node, l)).map(|l| (l.relation, l.form)).collect()
    }

    #[test]
    fn form_rules_out_what_cannot_be() {
        let list = ("joint-list", Form::NN);
        let more = ("elaboration-additional", Form::NS);
        let cases: [(&str, &str, Labels, Labels); 5] = [
            ("各位代表！", "加强监管。", &[("organization-phatic", Form::SN)], &[list, more]),
            ("加强监管。", "完善制度。", &[list], &[more, ("explanation-evidence", Form::NS)]),
            ("加强监管。", "制度完善。", &[list, more], &[]),
            ("加强监管，", "使制度完善。", &[("causal-result", Form::NS)], &[list, more]),
            ("制度代表，", "加强监管。", &[list], &[("organization-preparation", Form::SN), ("same-unit", Form::NN)]),
        ];
        for (left, right, yes, no) in cases {
            let found = fitting(left, right);
            assert!(yes.iter().all(|l| found.contains(l)), "{left}{right} {found:?}");
            assert!(no.iter().all(|l| !found.contains(l)), "{left}{right} {found:?}");
        }
    }
}
