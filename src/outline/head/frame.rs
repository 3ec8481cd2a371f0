//! Frames: what neighbouring heads share.
//!
//! In: two or more openings. Out: their common opening or closing, and whether that is enough to make them
//! members of one list.

/// Bytes two texts share at their start, cut at a character.
pub(super) fn common_prefix(a: &str, b: &str) -> usize {
    a.char_indices().zip(b.chars()).find(|((_, x), y)| x != y).map_or(a.len().min(b.len()), |((i, _), _)| i)
}

/// Characters two texts share at their end.
pub(super) fn common_suffix(a: &str, b: &str) -> usize {
    a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).count()
}

/// The opening phrase of a sentence, up to its first mark.
pub(super) fn opening(sentence: &str) -> &str {
    let end = sentence.find(['，', '。', '；', '：', '！', '？', ',', ';', ':']).unwrap_or(sentence.len());
    sentence.get(..end).unwrap_or(sentence)
}

/// Endings of a phrase that sets the scope of what follows: 从全国看，对下级来讲，在思想上，
const SCOPES: [&str; 10] = ["看", "来看", "讲", "来讲", "来说", "而言", "上", "中", "下", "里"];
/// Endings that set a scope without a preposition: 就业方面，
const FIELDS: [&str; 2] = ["方面", "领域"];

/// Whether an opening phrase sets a scope, and with which words: (preposition or space, closing words).
pub(super) fn scope(phrase: &str) -> Option<(char, &'static str)> {
    let chars = phrase.chars().count();
    let first = phrase.chars().next()?;
    let closing = |set: &[&'static str]| set.iter().filter(|s| phrase.ends_with(**s)).max_by_key(|s| s.len()).copied();
    if let Some(field) = closing(&FIELDS) {
        return (3..=12).contains(&chars).then_some((' ', field));
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

/// Verbs of reporting: 会议指出， is no frame of points.
const REPORTING: [&str; 16] = [
    "指出", "强调", "认为", "要求", "表示", "说", "指示", "决定", "提出", "介绍", "透露", "号召", "称", "表明", "显示",
    "看到",
];

/// Whether an opening phrase reports somebody's words.
pub(super) fn reports(phrase: &str) -> bool {
    REPORTING.iter().any(|v| phrase.ends_with(v))
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
        assert!(reports("会议指出"));
    }
}
