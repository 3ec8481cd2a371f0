//! What form rules out among relations, whatever a model thinks likely: used on texts, not on the
//! treebank.
//!
//! `各位代表！` before a sentence is an address and no member of a list; of `加强监管。完善制度。` neither
//! elaborates the other.
//!
//! In: units, the division of a node. Out: whether a label fits it.

use super::features::Node;
use super::openers::{
    ADDRESS, AGAINST, AGAINST_WHICH, BRINGS_ABOUT, BY, BY_WHAT, COMING, DEMANDS, FITTING, FOR, FOR_WHOM, FRONTED,
    HENCE, HOLDS, HOW, LONGEST_ADDRESS, LONGEST_RATE, MEANS, MORE, MUST, OF, OR, PLACES, RATE_ENDS, RATES, SAYS, SHOWS,
    SO_AS_TO, THIS, WE, WHATEVER, words,
};
use super::{Form, Label, scene};
use crate::rhetoric::rst::edu::unit::{Level, Unit};
use crate::rhetoric::rst::tree::features::Context;
use crate::rhetoric::rst::tree::rank;

/// Whether a label fits a division.
pub(super) fn fits(context: &Context, node: Node, label: &Label) -> bool {
    let Some(division) = Division::new(context, node) else { return true };
    by_kind(&division, label)
        .or_else(|| by_scene(context, node, &division, label))
        .or_else(|| fronted(&division, label))
        .or_else(|| by_right(&division, label))
        .or_else(|| by_demands(context, node, &division, label))
        .unwrap_or_else(|| by_relation(context, node, &division, label))
}

/// The units that a division turns on.
struct Division<'u> {
    /// The first of the left part.
    first: &'u Unit,
    /// The last of the left part, the first of the right.
    left: &'u Unit,
    right: &'u Unit,
    /// Whether it divides a sentence.
    inside: bool,
    /// Whether the left part, or the right, is one unit.
    alone: bool,
    last: bool,
}

impl<'u> Division<'u> {
    fn new(context: &Context<'u>, node: Node) -> Option<Self> {
        let (left, right) = (context.unit(node.k)?, context.unit(node.k + 1)?);
        Some(Self {
            first: context.unit(node.i).unwrap_or(left),
            left,
            right,
            inside: left.level == Level::Clause,
            alone: node.i == node.k,
            last: node.k + 1 == node.j,
        })
    }
}

/// What a part says by what it is: an address, a lead-in, words of saying, brackets.
fn by_kind(division: &Division, label: &Label) -> Option<bool> {
    let &Division { left, right, inside, alone, last, .. } = division;
    let is = |relation: &str, form: Form| Some(label.relation == relation && label.form == form);
    if alone && is_address(left) {
        return is("organization-phatic", Form::SN);
    }
    if last && is_address(right) {
        return is("organization-phatic", Form::NS);
    }
    if inside && alone && leads_in(left) {
        return is("organization-preparation", Form::SN);
    }
    if inside && label.class() == "organization" {
        return Some(false);
    }
    if inside && alone && tells(left) {
        return is("attribution-positive", Form::SN);
    }
    (last && in_brackets(right)).then(|| label.class() == "elaboration" && label.form == Form::NS)
}

/// What sets no scene is no context; what sums up says what comes of all before it.
fn by_scene(context: &Context, node: Node, division: &Division, label: &Label) -> Option<bool> {
    let (class, form) = (label.class(), label.form);
    if class == "context" && !(form == Form::SN && scene::stands(context, node)) {
        return Some(false);
    }
    let sums = !division.inside && rank::sums(division.right);
    sums.then(|| form == Form::NS && matches!(class, "causal" | "explanation" | "evaluation"))
}

/// What follows from demands: those in a row are equals, one behind a statement is drawn from it.
fn by_demands(context: &Context, node: Node, division: &Division, label: &Label) -> Option<bool> {
    let &Division { first, left, right, inside, alone, .. } = division;
    let (class, form) = (label.class(), label.form);
    let level = || Some(!matches!(class, "elaboration" | "explanation" | "context" | "evaluation"));
    let opens_sentence =
        |u: &usize| u.checked_sub(1).and_then(|u| context.unit(u)).is_some_and(|u| u.level > Level::Clause);
    let near = node.k.saturating_sub(NEAR).max(node.i);
    let opening = (near..=node.k).rev().find(opens_sentence).and_then(|u| context.unit(u)).unwrap_or(first);
    let openings = [first, opening];
    if inside && is_demand(first) && is_demand(left) && is_demand(right) && form == Form::NS {
        return level();
    }
    if inside && alone && opens(right, MUST) && !opens(left, DEMANDS) {
        // 建设现代化，必须…: what it takes; 形势逼人，必须…: why.
        let classes = if left.first_coarse == b'v' { ["purpose", "contingency"] } else { ["causal", "explanation"] };
        return Some(form == Form::SN && classes.contains(&class));
    }
    let alike =
        matches!(right.first_coarse, b'p' | b'v' | b'd') && openings.iter().any(|u| opens(u, &right.firsts[..1]));
    let asked = openings.iter().any(|u| is_demand(u))
        || asks(first)
        || (near..=node.k).filter_map(|u| context.unit(u)).any(asks);
    if !inside && (alike || asked && (is_demand(right) || opens(right, DEMANDS))) {
        return level();
    }
    let demanded = opens(right, DEMANDS) || opens(right, WE) && DEMANDS.contains(&right.firsts[1]);
    let drawn = demanded
        && (!openings.iter().any(|u| is_demand(u)) || inside && alone)
        && !before(context, node).any(|u| u.words.iter().any(|w| DEMANDS.contains(w)));
    drawn.then(|| form == Form::SN && matches!(class, "context" | "causal" | "purpose" | "contingency" | "explanation"))
}

/// What some relations ask for.
fn by_relation(context: &Context, node: Node, division: &Division, label: &Label) -> bool {
    let &Division { left, inside, alone, .. } = division;
    match (label.relation, label.form) {
        // Whole clauses are no halves of one.
        ("same-unit", _) => false,
        // Nobody is quoted without a word for saying, a source or a colon.
        ("attribution-positive" | "attribution-negative", Form::SN) => {
            // 希望大家努力，再努力: what is hoped begins in the unit itself.
            let speaks = |u: &Unit| if inside { u.ends_in_speech && u.lasts[1] != OF } else { u.speech.is_some() };
            before(context, node).any(|u| speaks(u) || matches!(u.end, '：' | ':') || u.source && !opens(u, BY_WHAT))
        }
        // Nothing is prepared for without a colon or a word for what comes, nor headed by a statement.
        ("organization-preparation", Form::SN) => {
            matches!(left.end, '：' | ':') || left.words.iter().any(|w| COMING.contains(w))
        }
        ("organization-heading", Form::SN) => alone && left.heading,
        _ => true,
    }
}

/// The last few units of the left part.
fn before<'c>(context: &'c Context, node: Node) -> impl Iterator<Item = &'c Unit> {
    (node.k.saturating_sub(3).max(node.i)..=node.k).filter_map(|u| context.unit(u))
}

/// How many units back the opening of the last sentence is looked for.
const NEAR: usize = 12;

/// `大家慢慢体会到，`
fn tells(unit: &Unit) -> bool {
    let [last, before] = unit.lasts;
    matches!(unit.end, '，' | ',' | '：' | ':')
        && (before != OF && (SAYS.contains(&last) || last == HOLDS) || WE.contains(&last) && SHOWS.contains(&before))
}

/// What the left part says by standing in front, one unit inside a sentence.
fn fronted(division: &Division, label: &Label) -> Option<bool> {
    let &Division { first, left, right, .. } = division;
    let alone = division.alone && division.inside;
    let (class, form) = (label.class(), label.form);
    let comma = matches!(left.end, '，' | ',');
    if alone && comma && opens(left, WHATEVER) && !opens(right, OR) {
        return Some(form == Form::SN && matches!(class, "contingency" | "adversative"));
    }
    if !alone || !comma || first.firsts[0] == right.firsts[0] {
        return None;
    }
    if opens(left, FOR) && !left.words.iter().any(|w| FOR_WHOM.contains(w)) {
        return Some(form == Form::SN && label.relation == "purpose-goal");
    }
    if opens(left, BY_WHAT) || opens(left, BY) && !SO_AS_TO.contains(&left.firsts[1]) {
        return Some(form == Form::SN && matches!(class, "mode" | "context"));
    }
    if opens(left, FITTING) {
        return Some(form == Form::SN && matches!(class, "context" | "mode"));
    }
    is_fronted(left)
        .then(|| form == Form::SN && matches!(class, "context" | "causal" | "purpose" | "contingency" | "mode"))
}

/// What the first word of the right part says.
fn by_right(division: &Division, label: &Label) -> Option<bool> {
    let &Division { first, left, right, inside, .. } = division;
    let (class, form) = (label.class(), label.form);
    if inside && opens(right, BRINGS_ABOUT) && !opens(first, BRINGS_ABOUT) {
        let aims = [first, left].iter().any(|u| is_demand(u) || asks(u));
        return Some(form == Form::NS && (class == "causal" || aims && class == "purpose"));
    }
    if opens(right, BY) && SO_AS_TO.contains(&right.firsts[1]) && !opens(first, BY) {
        return Some(label.relation == "purpose-goal" && form == Form::NS);
    }
    if opens(right, MORE) && !opens(left, MORE) {
        return Some(form == Form::NS && matches!(class, "elaboration" | "explanation"));
    }
    if opens(right, AGAINST) {
        return Some(class == "adversative");
    }
    if !inside && opens(right, HENCE) {
        return Some(matches!(class, "causal" | "explanation"));
    }
    let figure = opens(right, AGAINST_WHICH) || opens(right, RATES) && right.chars <= LONGEST_RATE;
    let beside = opens(first, AGAINST_WHICH) || opens(first, RATES);
    if inside && figure && !beside && RATE_ENDS.contains(&right.edges[3]) {
        return Some(form == Form::NS && class == "elaboration");
    }
    let ruled_out =
        inside && opens(right, MEANS) && !opens(first, MEANS) || !inside && opens(right, THIS) && !opens(first, THIS);
    (ruled_out && class == "joint").then_some(false)
}

/// Whether the first word is one of these.
pub(super) fn opens(unit: &Unit, words: &[u64]) -> bool {
    unit.firsts.first().is_some_and(|w| words.contains(w))
}

/// `面对新形势，`, `在此基础上，`
fn is_fronted(unit: &Unit) -> bool {
    const AT: &[u64] = &words!["在"];
    let placed = opens(unit, AT) && unit.lasts.first().is_some_and(|w| PLACES.contains(w));
    placed || opens(unit, FRONTED)
}

/// `各位代表！`
pub(crate) fn is_address(unit: &Unit) -> bool {
    let [first, second, ..] = unit.edges;
    unit.chars <= LONGEST_ADDRESS
        && ADDRESS.contains(&[first, second])
        && matches!(unit.end, '！' | '!' | '：' | ':' | '，' | ',')
        && !unit.verbal
}

/// `加强监管，…`, `进一步完善制度…`: what is to be done, without a word for who does it or how it goes with the
/// last.
pub(crate) fn is_demand(unit: &Unit) -> bool {
    let how = unit.firsts.first().is_some_and(|w| HOW.contains(w));
    unit.verbal
        && (how || matches!(unit.first_coarse, b'v' | b'd'))
        && unit.cues.iter().all(|cue| !unit.firsts.contains(cue))
}

/// `各地要加强监管。`
pub(super) fn asks(unit: &Unit) -> bool {
    unit.words.iter().any(|w| DEMANDS.contains(w))
}

/// `（市教育局负责）`
fn in_brackets(unit: &Unit) -> bool {
    matches!(unit.edges[0], '（' | '(') && unit.edges.iter().skip(2).any(|c| matches!(c, '）' | ')'))
}

/// `主要任务是，`: what follows is the rest of the clause, mostly a list.
fn leads_in(unit: &Unit) -> bool {
    const IS: &[u64] = &words!["是", "就是", "在于", "在", "表现在", "体现在", "包括", "即"];
    matches!(unit.end, '，' | ',') && unit.lasts.first().is_some_and(|w| IS.contains(w))
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
            ("认识到", 900, "v"),
            ("奠定", 900, "v"),
            ("适应", 900, "v"),
            ("其中", 900, "r"),
            ("增长", 900, "v"),
            ("通过", 900, "p"),
            ("我们", 900, "r"),
            ("但", 900, "c"),
            ("以", 900, "p"),
            ("为", 900, "p"),
            ("这", 900, "r"),
            ("这样", 900, "r"),
            ("说明", 900, "v"),
            ("号召", 900, "vn"),
            ("的", 900, "u"),
            ("必须", 900, "d"),
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
        let goal = ("purpose-goal", Form::SN);
        let cases: [(&str, &str, Labels, Labels); 26] = [
            ("各位代表！", "加强监管。", &[("organization-phatic", Form::SN)], &[list, more]),
            ("加强监管。", "完善制度。", &[list], &[more, ("explanation-evidence", Form::NS)]),
            ("要加强监管。", "完善制度。", &[list], &[more]),
            ("加强监管。", "制度完善。", &[list, more], &[]),
            ("加强监管，", "使制度完善。", &[("causal-result", Form::NS), ("purpose-goal", Form::NS)], &[list, more]),
            ("制度代表，", "使制度完善。", &[("causal-result", Form::NS)], &[list, ("purpose-goal", Form::NS)]),
            (
                "制度完善。",
                "要加强监管。",
                &[("explanation-justify", Form::SN)],
                &[list, more, ("context-background", Form::SN)],
            ),
            ("加强监管，", "必须完善制度。", &[goal], &[("context-background", Form::SN)]),
            ("制度完善。", "这样代表认识到。", &[("causal-result", Form::NS)], &[list, more]),
            ("面对制度，", "加强监管。", &[("context-circumstance", Form::SN)], &[list, more]),
            ("制度代表，", "加强监管。", &[list], &[("organization-preparation", Form::SN), ("same-unit", Form::NN)]),
            ("为加强监管，", "完善制度。", &[goal], &[list]),
            ("为监管奠定制度，", "完善制度。", &[list], &[]),
            ("通过监管，", "完善制度。", &[("mode-means", Form::SN)], &[list]),
            ("以监管，", "完善制度。", &[("mode-manner", Form::SN)], &[list]),
            ("以监管，", "以制度。", &[list], &[]),
            ("完善制度，", "以适应监管。", &[("purpose-goal", Form::NS)], &[list]),
            ("完善制度，", "其中监管。", &[more], &[list]),
            ("制度完善。", "但监管。", &[("adversative-contrast", Form::NN)], &[list, more]),
            ("制度完善。", "这完善监管。", &[more], &[list]),
            ("制度监管，", "增长8%。", &[more], &[list]),
            ("我们认识到，", "制度完善。", &[("attribution-positive", Form::SN)], &[list]),
            ("制度说明，", "监管完善。", &[("attribution-positive", Form::SN)], &[list]),
            ("完善制度的号召，", "加强监管。", &[list], &[("attribution-positive", Form::SN)]),
            ("要加强监管。", "要完善制度。", &[list], &[("explanation-evidence", Form::SN), more]),
            ("制度完善。", "（代表监管）", &[more], &[list]),
        ];
        for (left, right, yes, no) in cases {
            let found = fitting(left, right);
            assert!(yes.iter().all(|l| found.contains(l)), "{left}{right} {found:?}");
            assert!(no.iter().all(|l| !found.contains(l)), "{left}{right} {found:?}");
        }
    }
}
