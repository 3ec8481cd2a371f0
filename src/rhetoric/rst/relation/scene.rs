//! Whether form lets the left part of a node be the scene of the right one: context-background,
//! context-circumstance.
//!
//! `修路时，注意安全。`, `随着形势变化，任务更重了。`, and the sentence a paragraph opens with before its first demand:
//! `近年来收入多了。要继续修路。` But the thesis of a paragraph, a measure or a reason is no scene.
//!
//! In: units, the division of a node. Out: whether it may be.

use super::features::Node;
use super::fit::{asks, is_demand, opens};
use super::openers::words;
use crate::rhetoric::rst::edu::unit::{Level, Unit};
use crate::rhetoric::rst::tree::features::Context;

/// What a phrase of time or circumstances ends in.
const ENDS: &[u64] = &words![
    "时",
    "后",
    "前",
    "之后",
    "之前",
    "时候",
    "以后",
    "以前",
    "以来",
    "期间",
    "之际",
    "之时",
    "下",
    "中",
    "同时",
    "时期",
    "过程中",
    "基础上",
    "上",
    "之中",
    "之下",
    "情况下",
    "背景下",
    "条件下",
    "年来"
];

/// What it opens with.
const OPENS: &[u64] = &words![
    "随着", "面对", "面临", "当", "每当", "鉴于", "伴随", "自", "自从", "针对", "在", "围绕", "适应", "顺应", "立足"
];

/// Words of a sentence that tells how things are.
const STATES: &[u64] = &words![
    "了",
    "已",
    "已经",
    "正",
    "正在",
    "当前",
    "目前",
    "现在",
    "近年来",
    "今年",
    "去年",
    "过去",
    "近年",
    "仍",
    "仍然",
    "还",
    "面临",
    "处于",
    "进入",
    "长期以来",
    "时期",
    "阶段",
    "形势"
];

/// How many units a scene that is a sentence has at most.
const LONGEST: usize = 6;

/// Whether the left part may be the scene of the right one.
pub(super) fn stands(context: &Context, node: Node) -> bool {
    let (Some(first), Some(left), Some(right)) = (context.unit(node.i), context.unit(node.k), context.unit(node.k + 1))
    else {
        return false;
    };
    if left.level == Level::Clause {
        let comma = matches!(left.end, '，' | ',');
        return comma && (left.lasts.first().is_some_and(|w| ENDS.contains(w)) || opens(first, OPENS));
    }
    let own = || (node.i..=node.k).filter_map(|u| context.unit(u));
    let one = node.k - node.i < LONGEST && (node.i == node.k || context.highest(node.i, node.k) == Level::Clause);
    let demanded = |u: &Unit| asks(u) || is_demand(u);
    one && first.opens_paragraph
        && left.level == Level::Sentence
        && !own().any(asks)
        && !is_demand(first)
        && own().any(|u| u.words.iter().any(|w| STATES.contains(w)))
        && demanded(right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rhetoric::rst::relation::marked::units;

    #[test]
    fn table_of_cases() {
        // The left part ends at `/`, which stands for a cut too.
        let cases = [
            ("修路 时，/注意 安全。", true),
            ("随着 形势 变化，/任务 更重 了。", true),
            ("在 修路 过程中，/注意 安全。", true),
            ("收入 多 了。/要 继续 修路。", true),
            // A measure; a reason; a thesis before what details it; a demand; more than a sentence.
            ("新建 学校，/重点 在 乡村。", false),
            ("引起 不满，/必须 纠正。", false),
            ("收入 多 了。/村民 盖 了 房。", false),
            ("要 修路，|当前 最急。/要 架桥。", false),
            ("收入 多 了。|路 通 了。/要 架桥。", false),
        ];
        for (marked, want) in cases {
            let (_, units) = units(&marked.replace('/', "|"));
            let k = marked.split('/').next().unwrap_or("").matches('|').count();
            let context = Context::new(&units);
            let node = Node { i: 0, k, j: units.len() - 1, heads: [0, k + 1], below: [0, 0] };
            assert_eq!(stands(&context, node), want, "{marked}");
        }
    }
}
