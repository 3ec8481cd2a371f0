//! A short statement at the head of a paragraph or section is no equal of all that follows: that
//! elaborates on it.
//!
//! `坚持打牢基础，增强后劲。交通更加便捷。…。能源更有保障。…。` → elaboration-additional, the first sentence the nucleus.
//!
//! In: units, the division of a node. Out: whether its left part is such a statement.

use super::features::Context;
use super::rank::Rank;
use crate::rhetoric::rst::edu::unit::{Level, Unit};
use crate::rhetoric::rst::relation::features::Node;
use crate::rhetoric::rst::relation::{Form, Label};

/// What follows to such a statement.
pub const LABEL: Label = Label { relation: "elaboration-additional", form: Form::NS };

/// The longest statement, a sentence at the head of its paragraph, and one that has a paragraph to
/// itself, in characters.
const SENTENCE: u32 = 45;
const PARAGRAPH: u32 = 120;
/// Units of the longest statement.
const UNITS: usize = 8;
/// What follows has at least this many sentences.
const ENOUGH: usize = 3;
/// And is this many times as long.
const TIMES: u32 = 3;

/// Whether the left part of a node says in short what the right one says at length.
pub fn heads(context: &Context, node: &Node, rank: Rank) -> bool {
    let Some(first) = context.unit(node.i).filter(|_| rank >= Rank::Sentence && node.k - node.i < UNITS) else {
        return false;
    };
    let units = |from: usize, to: usize| context.units().get(from..=to).unwrap_or(&[]);
    let chars = |units: &[Unit]| units.iter().map(|u| u.chars).sum::<u32>();
    let said = chars(units(node.i, node.k));
    let single = context.highest(node.i, node.k) == Level::Clause;
    let right = units(node.k + 1, node.j);
    let enough = || right.iter().filter(|u| u.level >= Level::Sentence).take(ENOUGH).count() == ENOUGH;
    let much = right.iter().scan(0, |sum, u| {
        *sum += u.chars;
        Some(*sum)
    });
    let dwells = || enough() && much.clone().any(|sum| sum >= said * TIMES);
    let here = match rank {
        // The first sentence of a paragraph, all the rest of it.
        Rank::Sentence => {
            single
                && said <= SENTENCE
                && first.opens_paragraph
                && right.last().is_some_and(|u| u.level == Level::Paragraph)
        }
        // The first paragraph below a heading, or the rest of the paragraph that has the heading in
        // it.
        Rank::Paragraph => {
            said <= PARAGRAPH
                && below_heading(context, node.i)
                && context.highest(node.k + 1, node.j) == Level::Paragraph
        }
        _ => false,
    };
    here && dwells()
}

/// Whether the sentence before a unit opens a paragraph, as a heading does.
fn below_heading(context: &Context, unit: usize) -> bool {
    const LONGEST: usize = 5;
    let mut before = (0..unit).rev().take(LONGEST).filter_map(|u| context.unit(u));
    let Some(last) = before.next().filter(|u| u.level >= Level::Sentence) else { return false };
    last.opens_paragraph || before.take_while(|u| u.level == Level::Clause).any(|u| u.opens_paragraph)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rhetoric::rst::relation::marked::units;

    #[test]
    fn table_of_cases() {
        let long = "道路 一直 修 到 村口 并且 全部 硬化 亮化 绿化。";
        let cases = [
            (format!("打牢 基础。/{long}|{long}|{long}"), true),
            // Two sentences are not enough; a statement as long as they are.
            (format!("打牢 基础。/{long}|{long}"), false),
            (format!("{long}/路 通 了。|桥 通 了。|电 通 了。"), false),
            // A clause; no head of a paragraph.
            (format!("打牢 基础，/{long}|{long}|{long}"), false),
        ];
        for (marked, want) in cases {
            let (_, units) = units(&marked.replace('/', "|"));
            let context = Context::new(&units);
            let k = marked.split('/').next().unwrap_or("").matches('|').count();
            let node = Node { i: 0, k, j: units.len() - 1, heads: [0, k + 1], below: [0, 0] };
            let rank = super::super::rank::behind(&context, k);
            assert_eq!(heads(&context, &node, rank), want, "{marked}");
        }
        let (_, units) = units("办 学。|打牢 基础。|路 通 了。|桥 通 了。|电 通 了。");
        let node = Node { i: 1, k: 1, j: 4, heads: [1, 2], below: [0, 0] };
        assert!(!heads(&Context::new(&units), &node, Rank::Sentence));
    }
}
