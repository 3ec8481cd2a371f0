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
const BRINGS_ABOUT: [u64; 4] =
    [hash("使".as_bytes()), hash("使得".as_bytes()), hash("致使".as_bytes()), hash("让".as_bytes())];

/// Words a demand opens with; after a statement it is drawn from it.
const DEMANDS: [u64; 6] = [
    hash("要".as_bytes()),
    hash("必须".as_bytes()),
    hash("应".as_bytes()),
    hash("应当".as_bytes()),
    hash("务必".as_bytes()),
    hash("需要".as_bytes()),
];

/// What opens with one of these and ends in a comma is said on the way to what follows.
const FRONTED: [u64; 4] =
    [hash("面对".as_bytes()), hash("随着".as_bytes()), hash("鉴于".as_bytes()), hash("为了".as_bytes())];

/// So is what stands between 在 and one of these.
const PLACES: [u64; 6] = [
    hash("上".as_bytes()),
    hash("下".as_bytes()),
    hash("中".as_bytes()),
    hash("时".as_bytes()),
    hash("后".as_bytes()),
    hash("前".as_bytes()),
];

/// So is what stands before these: they say what it means.
const MEANS: [u64; 4] =
    [hash("标志着".as_bytes()), hash("标志".as_bytes()), hash("意味着".as_bytes()), hash("表明".as_bytes())];

/// Whether a label fits a division.
pub(super) fn fits(context: &Context, node: Node, label: &Label) -> bool {
    let (Some(left), Some(right)) = (context.unit(node.k), context.unit(node.k + 1)) else { return true };
    let first = context.unit(node.i).unwrap_or(left);
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
    if inside && alone && is_fronted(left) {
        return form == Form::SN && matches!(class, "context" | "causal" | "purpose" | "contingency" | "mode");
    }
    if inside && opens(right, &BRINGS_ABOUT) && !opens(first, &BRINGS_ABOUT) {
        return matches!((class, form), ("causal" | "purpose", Form::NS));
    }
    if inside && opens(right, &MEANS) && class == "joint" {
        return false;
    }
    if !inside && is_demand(first) && is_demand(right) {
        return !matches!(class, "elaboration" | "explanation" | "context" | "evaluation");
    }
    let from = node.k.saturating_sub(3).max(node.i);
    let before = || (from..=node.k).filter_map(|u| context.unit(u));
    if opens(right, &DEMANDS) && !is_demand(first) && !before().any(|u| u.words.iter().any(|w| DEMANDS.contains(w))) {
        return form == Form::SN && matches!(class, "context" | "causal" | "purpose" | "contingency" | "explanation");
    }
    match (label.relation, form) {
        // Two whole units are no halves of one.
        ("same-unit", _) => !(alone && last),
        // Nobody is quoted without a word for saying, a source or a colon.
        ("attribution-positive" | "attribution-negative", Form::SN) => {
            before().any(|u| u.speech.is_some() || matches!(u.end, '：' | ':') || u.source)
        }
        _ => true,
    }
}

/// Whether the first word is one of these.
fn opens(unit: &Unit, words: &[u64]) -> bool {
    unit.firsts.first().is_some_and(|w| words.contains(w))
}

/// `面对新形势，`, `在此基础上，`
fn is_fronted(unit: &Unit) -> bool {
    const AT: u64 = hash("在".as_bytes());
    let placed = opens(unit, &[AT]) && unit.lasts.first().is_some_and(|w| PLACES.contains(w));
    (placed || opens(unit, &FRONTED)) && matches!(unit.end, '，' | ',')
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
            ("要", 900, "v"),
            ("面对", 900, "v"),
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
        let cases: [(&str, &str, Labels, Labels); 7] = [
            ("各位代表！", "加强监管。", &[("organization-phatic", Form::SN)], &[list, more]),
            ("加强监管。", "完善制度。", &[list], &[more, ("explanation-evidence", Form::NS)]),
            ("加强监管。", "制度完善。", &[list, more], &[]),
            ("加强监管，", "使制度完善。", &[("causal-result", Form::NS)], &[list, more]),
            ("制度完善。", "要加强监管。", &[("context-background", Form::SN)], &[list, more]),
            ("面对制度，", "加强监管。", &[("context-circumstance", Form::SN)], &[list, more]),
            ("制度代表，", "加强监管。", &[list], &[("organization-preparation", Form::SN), ("same-unit", Form::NN)]),
        ];
        for (left, right, yes, no) in cases {
            let found = fitting(left, right);
            assert!(yes.iter().all(|l| found.contains(l)), "{left}{right} {found:?}");
            assert!(no.iter().all(|l| !found.contains(l)), "{left}{right} {found:?}");
        }
    }
}
