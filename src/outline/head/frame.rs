//! Frames: what neighbouring heads share.
//!
//! In: two or more openings. Out: their common opening or closing, and whether that is enough to make them
//! members of one list.

use crate::lexicon::marks;
use crate::span::Span;

/// Bytes two texts share at their start, cut at a character.
pub(super) fn common_prefix(a: &str, b: &str) -> usize {
    a.char_indices().zip(b.chars()).find(|((_, x), y)| x != y).map_or(a.len().min(b.len()), |((i, _), _)| i)
}

/// Characters two texts share at their end.
pub(super) fn common_suffix(a: &str, b: &str) -> usize {
    a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).count()
}

/// Characters of words that two sentences have in common in their middle.
const LEAST_INNER: usize = 5;

/// The longest words that two short sentences have in common, neither at the start nor at the end of them.
pub(super) fn common_inner<'t>(a: &'t str, b: &str) -> Option<&'t str> {
    let mut best: Option<&str> = None;
    for (start, c) in a.char_indices().skip(1) {
        let tail = a.get(start..)?;
        for (at, _) in b.char_indices().skip(1).filter(|&(_, d)| d == c) {
            let words = tail.get(..common_prefix(tail, b.get(at..)?))?;
            if words.chars().count() >= LEAST_INNER && best.is_none_or(|best| words.len() > best.len()) {
                best = Some(words);
            }
        }
    }
    best.filter(|words| !a.ends_with(words))
}

/// The opening phrase of a sentence, up to its first mark.
pub(super) fn opening(sentence: &str) -> &str {
    let stops = |c: char| matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | ':');
    let end = marks(sentence).find(|&(_, c)| stops(c)).map_or(sentence.len(), |(i, _)| i);
    sentence.get(..end).unwrap_or(sentence)
}

/// A sentence without `比如，` and the like before it.
pub(super) fn without_connective(text: &str, sentence: Span) -> Span {
    let connectives = ["比如，", "例如，", "譬如，", "其中，", "具体来看，", "具体来说，"];
    let len = connectives.iter().find(|c| sentence.of(text).starts_with(**c)).map_or(0, |c| c.len());
    Span::new(sentence.start + len, sentence.end)
}

/// Endings of a phrase that sets the scope of what follows: 从全国看，对下级来讲，在思想上，
const SCOPES: [&str; 10] = ["看", "来看", "讲", "来讲", "来说", "而言", "上", "中", "下", "里"];
/// The longest phrase with one of these endings, in characters.
const LONGEST_FIELD: usize = 20;
/// Endings that set a scope without a preposition: 就业方面，
const FIELDS: [&str; 2] = ["方面", "领域"];

/// Whether an opening phrase sets a scope, and with which words: (preposition or space, closing words).
pub(super) fn scope(phrase: &str) -> Option<(char, &'static str)> {
    let chars = phrase.chars().count();
    let first = phrase.chars().next()?;
    let closing = |set: &[&'static str]| set.iter().filter(|s| phrase.ends_with(**s)).max_by_key(|s| s.len()).copied();
    if let Some(field) = closing(&FIELDS) {
        return (3..=LONGEST_FIELD).contains(&chars).then_some((' ', field));
    }
    let closing = closing(&SCOPES).filter(|c| first != '对' || matches!(*c, "讲" | "来讲" | "来说" | "而言"));
    let longest = if closing.is_some_and(|c| c.chars().count() == 2) { 20 } else { 12 };
    match (first, closing) {
        _ if !(2..=longest).contains(&chars) => None,
        ('从' | '对' | '在' | '就' | '向' | '于' | '按', Some(closing)) => Some((first, closing)),
        // 对上，/ 对下，: a preposition and its object
        ('对', None) => Some((first, "")),
        _ => None,
    }
}

/// Whether words refer back to what was just spoken of (`该区气候温暖`): what opens so goes on with it.
pub(super) fn refers_back(words: &str) -> bool {
    words.starts_with(['该', '此', '它', '他', '她']) || words.starts_with("其") && !words.starts_with("其中")
}

/// Words that only lead to what a sentence says: on what it rests, by what means.
const LEADING: [&str; 8] = ["由于", "围绕", "通过", "根据", "按照", "随着", "为了", "针对"];

/// Whether a clause only leads to what is said behind its comma (`围绕原料供应，……`): in a row they are sentences like any.
pub(super) fn leads_to(words: &str) -> bool {
    LEADING.iter().any(|word| words.starts_with(word))
}

/// Whether an opening phrase tells when (`大会闭幕后`): a story goes on from one to the next. 走在前 and 不落后 tell how.
pub(super) fn tells_when(phrase: &str) -> bool {
    let ends = |words: &[&str]| words.iter().any(|w| phrase.ends_with(w));
    ends(&["后", "之前", "以前", "同时", "以来", "期间", "之际"]) && !ends(&["落后", "滞后", "善后", "先后"])
}

/// Whether an opening phrase reports somebody's words.
pub(super) fn reports(phrase: &str) -> bool {
    crate::lexicon::OutlineWords::get().reports.end(phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_and_scopes() {
        assert_eq!(common_prefix("要肩上有责", "要心中有数"), "要".len());
        assert_eq!(common_suffix("就业方面", "教育方面"), 2);
        assert_eq!(scope("从全国看"), Some(('从', "看")));
        assert_eq!(scope("就业方面"), Some((' ', "方面")));
        assert_eq!(scope("在就业方面"), Some((' ', "方面")));
        assert_eq!(scope("对上"), Some(('对', "")));
        assert_eq!(scope("对基层干部特别是年轻干部来讲"), Some(('对', "来讲")));
        assert_eq!(scope("我们要抓落实"), None);
        assert_eq!(scope("在基层法规制度和队伍建设方面"), Some((' ', "方面")));
        assert!(reports("会议指出"));
        assert!(tells_when("大会闭幕后") && tells_when("建国以来") && tells_when("与此同时"));
        assert!(!tells_when("实干担当走在前") && !tells_when("奋起直追不落后"));
        assert!(refers_back("该区雨水充沛") && !refers_back("其中，城镇一百户"));
    }
}
