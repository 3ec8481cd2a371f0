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

/// Words as units have them.
macro_rules! words {
    ($($word:literal),* $(,)?) => { [$(hash($word.as_bytes())),*] };
}

/// Who is spoken to begins with one of these.
const ADDRESS: [[char; 2]; 9] = [
    ['各', '位'],
    ['同', '志'],
    ['朋', '友'],
    ['女', '士'],
    ['先', '生'],
    ['乡', '亲'],
    ['代', '表'],
    ['主', '席'],
    ['同', '学'],
];

/// The longest address, in characters.
const LONGEST_ADDRESS: u32 = 8;

/// A figure set beside another is no longer: `增长8%，`.
const LONGEST_RATE: u32 = 16;

/// What stands before 使 is its subject: it brings something about.
const BRINGS_ABOUT: &[u64] = &words!["使", "使得", "致使", "让", "从而"];

/// Words a demand opens with; after a statement it is drawn from it.
const DEMANDS: &[u64] = &words!["要", "必须", "应", "应当", "务必", "需要"];

const MUST: &[u64] = &words!["必须", "就必须", "务必"];
const WE: &[u64] = &words!["我们"];

/// What opens with one of these and ends in a comma is said on the way to what follows.
const FRONTED: &[u64] = &words!["面对", "随着", "鉴于", "为了", "针对", "作为"];

/// So is what the rest fits in with or looks to.
const FITTING: &[u64] = &words!["适应", "顺应", "立足", "着眼"];

/// So is what tells by what, or in which way, the rest is done.
const BY_WHAT: &[u64] = &words!["通过", "根据", "按照", "依照", "依据", "遵循", "围绕", "本着", "凭借", "借助", "依托"];

/// So is what stands between 在 and one of these.
const PLACES: &[u64] = &words!["上", "下", "中", "时", "后", "前"];

/// What 为 opens is an aim, but for what is done for somebody: `为发展奠定了基础，`.
const FOR: &[u64] = &words!["为"];
const FOR_WHOM: &[u64] = &words![
    "奠定", "提供", "作出", "做出", "创造", "打下", "注入", "增添", "贡献", "营造", "赢得", "积累", "打造", "争取",
];

/// So is what stands before these: they say what it means.
const MEANS: &[u64] = &words!["标志着", "标志", "意味着", "表明", "有利于", "有助于"];

/// These say more of what stands before.
const MORE: &[u64] = &words!["其中", "包括", "主要包括", "特别是", "尤其是", "尤其", "例如", "比如", "譬如"];

/// A sentence that opens with one of these speaks of the one before.
const THIS: &[u64] = &words!["这", "此", "这些", "这个", "这一"];

/// These turn against what stands before, these draw something from it.
const AGAINST: &[u64] = &words!["但", "但是", "然而", "不过", "可是", "而是", "相反", "反而"];
const HENCE: &[u64] = &words!["因此", "所以", "因而", "故而", "由此可见", "可见"];

/// Verbs before what is known, felt, shown or called for; with 我们 behind them those that show it.
const SAYS: &[u64] = &words![
    "深知",
    "认识到",
    "看到",
    "意识到",
    "体会到",
    "感到",
    "感受到",
    "知道",
    "发现",
    "显示",
    "证明",
    "号召",
    "重申",
    "觉得",
    "承认",
];
const SHOWS: &[u64] = &words!["启示", "告诉", "告诫", "提醒", "昭示"];

/// What is to come is announced with one of these.
const COMING: &[u64] = &words!["以下", "如下", "下列", "下面", "几点", "几个", "几方面", "几项"];

/// Verbs with which 以 says what something is for: `以适应新的要求。`
const SO_AS_TO: &[u64] = &words![
    "适应", "满足", "确保", "保证", "实现", "提高", "增强", "促进", "推动", "造福", "防止", "避免", "保障", "维护",
];
const BY: &[u64] = &words!["以"];

/// A figure is set beside another.
const AGAINST_WHICH: &[u64] = &words!["比", "同比", "较"];
const RATES: &[u64] = &words!["占", "增长", "提高", "下降", "增加", "减少"];
const RATE_ENDS: [char; 12] = ['%', '％', '点', '倍', '元', '人', '吨', '个', '斤', '户', '里', '万'];

/// What is the case of all of these is a condition or a concession.
const WHATEVER: &[u64] = &words!["无论", "无论是", "不论", "不论是", "不管", "不管是"];
const OR: &[u64] = &words!["还是", "还"];

/// Whether a label fits a division.
pub(super) fn fits(context: &Context, node: Node, label: &Label) -> bool {
    let (Some(left), Some(right)) = (context.unit(node.k), context.unit(node.k + 1)) else { return true };
    let first = context.unit(node.i).unwrap_or(left);
    let (class, form) = (label.class(), label.form);
    let (alone, last) = (node.i == node.k, node.k + 1 == node.j);
    if alone && is_address(left) {
        return label.relation == "organization-phatic" && form == Form::SN;
    }
    if last && is_address(right) {
        return label.relation == "organization-phatic" && form == Form::NS;
    }
    let inside = left.level == Level::Clause;
    if inside && alone && leads_in(left) {
        return label.relation == "organization-preparation" && form == Form::SN;
    }
    if inside && class == "organization" {
        return false;
    }
    if inside && alone && tells(left) {
        return label.relation == "attribution-positive" && form == Form::SN;
    }
    if last && in_brackets(right) {
        return class == "elaboration" && form == Form::NS;
    }
    if let Some(fits) = fronted(first, left, right, alone && inside, label) {
        return fits;
    }
    if let Some(fits) = by_right(first, left, right, inside, label) {
        return fits;
    }
    let opens_sentence =
        |u: &usize| u.checked_sub(1).and_then(|u| context.unit(u)).is_some_and(|u| u.level > Level::Clause);
    let near = node.k.saturating_sub(NEAR).max(node.i);
    let opening = (near..=node.k).rev().find(opens_sentence).and_then(|u| context.unit(u)).unwrap_or(first);
    let openings = [first, opening];
    let alike =
        matches!(right.first_coarse, b'p' | b'v' | b'd') && openings.iter().any(|u| opens(u, &right.firsts[..1]));
    let asked = openings.iter().any(|u| is_demand(u))
        || asks(first)
        || (near..=node.k).filter_map(|u| context.unit(u)).any(asks);
    if inside && is_demand(first) && is_demand(left) && is_demand(right) && form == Form::NS {
        return !matches!(class, "elaboration" | "explanation" | "context" | "evaluation");
    }
    if inside && alone && opens(right, MUST) && !opens(left, DEMANDS) {
        return form == Form::SN && matches!(class, "context" | "causal" | "purpose" | "contingency");
    }
    if !inside && (alike || asked && is_demand(right)) {
        return !matches!(class, "elaboration" | "explanation" | "context" | "evaluation");
    }
    let from = node.k.saturating_sub(3).max(node.i);
    let before = || (from..=node.k).filter_map(|u| context.unit(u));
    let demanded = opens(right, DEMANDS) || opens(right, WE) && DEMANDS.contains(&right.firsts[1]);
    if demanded
        && (!openings.iter().any(|u| is_demand(u)) || inside && alone)
        && !before().any(|u| u.words.iter().any(|w| DEMANDS.contains(w)))
    {
        return form == Form::SN && matches!(class, "context" | "causal" | "purpose" | "contingency" | "explanation");
    }
    match (label.relation, form) {
        // Whole clauses are no halves of one.
        ("same-unit", _) => false,
        // Nobody is quoted without a word for saying, a source or a colon.
        ("attribution-positive" | "attribution-negative", Form::SN) => {
            before().any(|u| u.speech.is_some() || matches!(u.end, '：' | ':') || u.source && !opens(u, BY_WHAT))
        }
        // Nothing is prepared for without a colon or a word for what comes, nor headed by a statement.
        ("organization-preparation", Form::SN) => {
            matches!(left.end, '：' | ':') || left.words.iter().any(|w| COMING.contains(w))
        }
        ("organization-heading", Form::SN) => alone && left.heading,
        _ => true,
    }
}

/// How many units back the opening of the last sentence is looked for.
const NEAR: usize = 12;

/// `我们深刻体会到，`
fn tells(unit: &Unit) -> bool {
    let [last, before] = unit.lasts;
    matches!(unit.end, '，' | ',' | '：' | ':')
        && (SAYS.contains(&last) || WE.contains(&last) && SHOWS.contains(&before))
}

/// What the left part says by standing in front; `alone`: it is one unit inside a sentence.
fn fronted(first: &Unit, left: &Unit, right: &Unit, alone: bool, label: &Label) -> Option<bool> {
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
fn by_right(first: &Unit, left: &Unit, right: &Unit, inside: bool, label: &Label) -> Option<bool> {
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
fn opens(unit: &Unit, words: &[u64]) -> bool {
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

/// `加强监管，…`, `进一步完善制度…`: what is to be done, without a word for who does it or how it goes with the last.
fn is_demand(unit: &Unit) -> bool {
    unit.verbal && matches!(unit.first_coarse, b'v' | b'd') && unit.cues.iter().all(|cue| !unit.firsts.contains(cue))
}

/// `各地要加强监管。`
fn asks(unit: &Unit) -> bool {
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
        let cases: [(&str, &str, Labels, Labels); 21] = [
            ("各位代表！", "加强监管。", &[("organization-phatic", Form::SN)], &[list, more]),
            ("加强监管。", "完善制度。", &[list], &[more, ("explanation-evidence", Form::NS)]),
            ("要加强监管。", "完善制度。", &[list], &[more]),
            ("加强监管。", "制度完善。", &[list, more], &[]),
            ("加强监管，", "使制度完善。", &[("causal-result", Form::NS), ("purpose-goal", Form::NS)], &[list, more]),
            ("制度代表，", "使制度完善。", &[("causal-result", Form::NS)], &[list, ("purpose-goal", Form::NS)]),
            ("制度完善。", "要加强监管。", &[("context-background", Form::SN)], &[list, more]),
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
            ("制度完善。", "（代表监管）", &[more], &[list]),
        ];
        for (left, right, yes, no) in cases {
            let found = fitting(left, right);
            assert!(yes.iter().all(|l| found.contains(l)), "{left}{right} {found:?}");
            assert!(no.iter().all(|l| !found.contains(l)), "{left}{right} {found:?}");
        }
    }
}
