//! Objects with commas inside: the verb stands before, its noun behind them.
//!
//! `形成政府主导、社会协同，群众参与的格局，` is one clause, `反对脱离实际，脱离群众的倾向。` too; so is
//! `建设与产业相适应的电网，与出行相适应的停车场。`
//!
//! In: the words of a block, where units start. Out: the starts without those inside such an
//! object.

use super::word::Word;
use crate::rhetoric::rst::model::hash::hash;

/// Verbs, and the nouns one of which closes an object of theirs.
const PAIRS: [(&[u64], &[u64]); 3] = [
    (
        &[
            hash("反对".as_bytes()),
            hash("防止".as_bytes()),
            hash("克服".as_bytes()),
            hash("纠正".as_bytes()),
            hash("避免".as_bytes()),
            hash("改变".as_bytes()),
            hash("解决".as_bytes()),
            hash("存在".as_bytes()),
            hash("摒弃".as_bytes()),
            hash("破除".as_bytes()),
            hash("扭转".as_bytes()),
        ],
        &[
            hash("倾向".as_bytes()),
            hash("现象".as_bytes()),
            hash("问题".as_bytes()),
            hash("状况".as_bytes()),
            hash("局面".as_bytes()),
            hash("做法".as_bytes()),
            hash("风气".as_bytes()),
            hash("行为".as_bytes()),
            hash("观念".as_bytes()),
            hash("思想".as_bytes()),
        ],
    ),
    (
        &[
            hash("形成".as_bytes()),
            hash("构建".as_bytes()),
            hash("建立".as_bytes()),
            hash("健全".as_bytes()),
            hash("完善".as_bytes()),
            hash("营造".as_bytes()),
            hash("打造".as_bytes()),
            hash("走出".as_bytes()),
            hash("树立".as_bytes()),
            hash("开创".as_bytes()),
            hash("出现".as_bytes()),
            hash("呈现".as_bytes()),
        ],
        &[
            hash("格局".as_bytes()),
            hash("局面".as_bytes()),
            hash("氛围".as_bytes()),
            hash("机制".as_bytes()),
            hash("体系".as_bytes()),
            hash("体制".as_bytes()),
            hash("制度".as_bytes()),
            hash("环境".as_bytes()),
            hash("道路".as_bytes()),
            hash("路子".as_bytes()),
            hash("模式".as_bytes()),
            hash("态势".as_bytes()),
            hash("观念".as_bytes()),
            hash("风尚".as_bytes()),
        ],
    ),
    (
        &[
            hash("坚持".as_bytes()),
            hash("贯彻".as_bytes()),
            hash("落实".as_bytes()),
            hash("遵循".as_bytes()),
            hash("按照".as_bytes()),
            hash("本着".as_bytes()),
            hash("实行".as_bytes()),
            hash("执行".as_bytes()),
        ],
        &[
            hash("原则".as_bytes()),
            hash("方针".as_bytes()),
            hash("要求".as_bytes()),
            hash("政策".as_bytes()),
            hash("理念".as_bytes()),
            hash("思路".as_bytes()),
            hash("精神".as_bytes()),
            hash("总要求".as_bytes()),
        ],
    ),
];

/// An object has at most this many commas at which a model cuts.
const CUTS: usize = 3;
/// The verb that governs an object is among the first words of its unit.
const VERB_AMONG: usize = 5;
/// One that opens an object of its own is among these.
const GOVERNS_AMONG: usize = 2;

const DE: u64 = hash("的".as_bytes());
const WITH: u64 = hash("与".as_bytes());

/// Takes out the cuts inside objects.
pub(super) fn whole_objects(words: &[Word], cuts: &mut Vec<usize>) {
    let bounds: Vec<usize> = cuts.iter().copied().chain([words.len()]).collect();
    let units: Vec<&[Word]> = bounds
        .windows(2)
        .map(|w| words.get(w.first().copied().unwrap_or(0)..w.last().copied().unwrap_or(0)))
        .map(Option::unwrap_or_default)
        .collect();
    let mut inside = vec![false; units.len()];
    let mut n = 0;
    while let Some(unit) = units.get(n) {
        let last = closing(unit, units.get(n + 1..).unwrap_or(&[]));
        for cut in inside.get_mut(n + 1..=n + last).unwrap_or(&mut []) {
            *cut = true;
        }
        n += last + 1;
    }
    let mut inside = inside.into_iter();
    cuts.retain(|_| !inside.next().unwrap_or(false));
}

/// How many of the units behind one belong to its last object.
fn closing(unit: &[Word], behind: &[&[Word]]) -> usize {
    if !ends_in_comma(unit) {
        return 0;
    }
    let joined = |next: &&&[Word]| next.first().is_some_and(|w| w.text == WITH) && noun(next).is_some();
    let alike = behind.iter().take(CUTS).take_while(joined).count();
    if alike > 0 && noun(unit).is_some() && unit.iter().any(|w| w.text == WITH) {
        return alike;
    }
    let mut own = said(unit).iter().take(VERB_AMONG);
    let Some(nouns) = own.find_map(|w| PAIRS.iter().find(|(verbs, _)| verbs.contains(&w.text))).map(|p| p.1) else {
        return 0;
    };
    // Its object is closed already.
    if said(unit).iter().any(|w| nouns.contains(&w.text)) {
        return 0;
    }
    for (n, next) in behind.iter().take(CUTS).enumerate() {
        let governs =
            said(next).iter().take(GOVERNS_AMONG).any(|w| PAIRS.iter().any(|(verbs, _)| verbs.contains(&w.text)));
        if governs {
            return 0;
        }
        if noun(next).is_some_and(|w| nouns.contains(&w)) {
            return n + 1;
        }
        if !ends_in_comma(next) {
            return 0;
        }
    }
    0
}

/// A unit without the mark at its end.
fn said(unit: &[Word]) -> &[Word] {
    unit.split_last().filter(|(last, _)| last.closes()).map_or(unit, |(_, said)| said)
}

fn ends_in_comma(unit: &[Word]) -> bool {
    unit.last().is_some_and(|w| matches!(w.first, '，' | ','))
}

/// The noun a unit ends in, 的 at most two words before it.
fn noun(unit: &[Word]) -> Option<u64> {
    let (last, before) = said(unit).split_last()?;
    let modified = before.iter().rev().take(2).any(|w| w.text == DE);
    (modified && !matches!(last.coarse, b'u' | b'p' | b'd')).then_some(last.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    /// Units `|` of words ` `.
    fn kept(marked: &str) -> usize {
        let mut words = Vec::new();
        let mut cuts = Vec::new();
        for part in marked.split('|') {
            cuts.push(words.len());
            words.extend(part.split(' ').map(|written| Word {
                span: Span::new(0, written.len()),
                text: hash(written.as_bytes()),
                tag: 1,
                coarse: b'n',
                first: written.chars().next().unwrap(),
                last: written.chars().last().unwrap(),
                function: None,
                spaced: false,
            }));
        }
        whole_objects(&words, &mut cuts);
        cuts.len()
    }

    #[test]
    fn table_of_cases() {
        let cases = [
            ("反对 脱离 实际 ，|脱离 群众 的 倾向 。", 1),
            ("形成 政府 主导 ，|社会 协同 ，|群众 参与 的 新 格局 ，|办好 事 。", 2),
            ("建设 与 产业 适应 的 电网 ，|与 出行 适应 的 车场 。", 1),
            // The object is closed; another noun; another verb; a full stop between.
            ("形成 新 格局 ，|社会 协同 的 格局 。", 2),
            ("反对 脱离 实际 ，|提出 群众 的 建议 。", 2),
            ("反对 空谈 ，|克服 脱离 群众 的 倾向 。", 2),
            ("反对 空谈 。|脱离 群众 的 倾向 。", 2),
            ("路 通 了 ，|与 邻县 的 往来 多 了 。", 2),
        ];
        for (marked, want) in cases {
            assert_eq!(kept(marked), want, "{marked}");
        }
    }
}
