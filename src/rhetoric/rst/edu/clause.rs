//! What stands before a comma and is no clause of its own: a subject, a topic, a phrase of time,
//! place or means.
//!
//! `形势的变化，对工作提出新要求`, `到2035年，`, `以更大的决心，` go on behind their comma; `抓好工作，` does not.
//!
//! In: the words of a block, where the model would cut. Out: the cuts that part clauses.

use super::word::Word;
use crate::rhetoric::rst::model::hash::hash;

/// The longest subject, and the longest bare noun, that is one clause with what follows it; in
/// words.
const LONGEST_SUBJECT: usize = 20;
const LONGEST_NOUN: usize = 6;
pub(super) const LONGEST_NAME: usize = 8;
/// The longest list of those thanked, in words.
const LONGEST_AUDIENCE: usize = 60;

/// Hashes of words.
macro_rules! words {
    ($($word:literal),* $(,)?) => { [$(hash($word.as_bytes())),*] };
}

const IS: [u64; 2] = words!["是", "就是"];
const TOPICS: [u64; 3] = words!["对", "对于", "关于"];

/// What follows a long subject behind its comma.
const PREDICATES: [u64; 18] = words![
    "对",
    "根本",
    "在于",
    "关键",
    "正在",
    "成为",
    "具有",
    "离不开",
    "关系",
    "事关",
    "已经",
    "有利于",
    "需要",
    "迫切需要",
    "迫切",
    "取决于",
    "使",
    "为",
];

/// Takes out the cuts behind what is no clause of its own: a subject before its 是, a topic that 对
/// or 关于 opens, a noun.
///
/// Nor is what stands in brackets or quotation marks cut, as long as a sentence does not end there.
pub(super) fn whole_clauses(words: &[Word], cuts: &mut Vec<usize>) {
    let mut from = 0;
    let (mut read, mut open) = (0, 0_usize);
    cuts.retain(|&at| {
        let before = words.get(from..at).unwrap_or(&[]);
        for word in words.get(read..at).unwrap_or(&[]) {
            open = match word.first {
                '（' | '(' | '“' | '《' | '「' => open + 1,
                '）' | ')' | '”' | '》' | '」' => open.saturating_sub(1),
                '。' | '！' | '？' | '；' => 0,
                _ => open,
            };
        }
        read = at;
        let keeps = at == 0 || open == 0 && words.get(at).is_none_or(|next| !goes_on(before, next, words.get(at + 1)));
        if keeps {
            from = at;
        }
        keeps
    });
}

/// Whether the clause that `before` begins goes on behind its comma with `next`.
fn goes_on(before: &[Word], next: &Word, after: Option<&Word>) -> bool {
    const AS_WELL_AS: u64 = hash("以及".as_bytes());
    let Some((comma, said)) = before.split_last() else { return false };
    if !matches!(comma.first, '，' | ',') {
        return false;
    }
    // 甲的费用，以及乙的费用
    if next.text == AS_WELL_AS || is_audience(said, next) {
        return true;
    }
    let short = said.len() <= LONGEST_SUBJECT;
    let one = short && !said.iter().any(Word::ends_clause);
    short && is(next) && !said.iter().any(is)
        || one && (is_subject(said, next, after) || is_topic(said) || is_time_or_place(said) || is_noun(said))
}

fn is(word: &Word) -> bool {
    IS.contains(&word.text)
}

/// 向大家，向代表，表示感谢: those to whom something is said, as far as the verb.
fn is_audience(said: &[Word], next: &Word) -> bool {
    const TO: u64 = hash("向".as_bytes());
    const SAYS: [u64; 3] = words!["表示", "致以", "表达"];
    const SPEAKS_FOR: u64 = hash("代表".as_bytes());
    let says = |w: &Word| SAYS.contains(&w.text);
    let listed = said.first().is_some_and(|w| w.text == TO) && said.len() <= LONGEST_AUDIENCE && !said.iter().any(says);
    // 我代表政府，向大家表示感谢
    let speaks = said.len() <= LONGEST_SUBJECT
        && !said.iter().any(Word::ends_clause)
        && said.iter().any(|w| w.text == SPEAKS_FOR);
    listed && (next.text == TO || says(next)) || speaks && next.text == TO
}

/// Whether it is what the clause behind the comma speaks of.
fn is_subject(said: &[Word], next: &Word, after: Option<&Word>) -> bool {
    const TWICE: [u64; 4] = words!["不仅", "既", "不只", "不但"];
    const BOTH: u64 = hash("既是".as_bytes());
    const OF: u64 = hash("的".as_bytes());
    // 天气的突然变化，对…提出了新的要求
    let front = said.split_last().map_or(&[][..], |(_, front)| front);
    let named = front.iter().any(|w| w.text == OF) && !front.iter().any(Word::is_verb);
    // 丰收的到来，根本在于…
    let nominal = said.iter().rev().take(3).any(|w| w.text == OF)
        && said.first().is_some_and(|w| !matches!(w.coarse, b'v' | b'd' | b'p'));
    // 修好这条路，不仅是…，也是…: what is judged in two ways
    let twice = TWICE.contains(&next.text) && after.is_some_and(is) || next.text == BOTH;
    named && said.len() <= LONGEST_NAME && TOPICS.contains(&next.text)
        || nominal && PREDICATES.contains(&next.text)
        || twice
}

/// 对于这件事，; 从国内看，; 以更大的决心，
fn is_topic(said: &[Word]) -> bool {
    const SEEN_FROM: u64 = hash("从".as_bytes());
    const SEEN: [u64; 5] = words!["看", "来看", "讲", "来讲", "说"];
    const BY: u64 = hash("以".as_bytes());
    let Some((first, last)) = said.first().zip(said.last()) else { return false };
    let seen = said.len() <= LONGEST_NOUN && first.text == SEEN_FROM && SEEN.contains(&last.text);
    let mut worded = said.iter().skip_while(|w| !w.first.is_alphanumeric() || w.coarse == b'm');
    let by_what = worded.next().is_some_and(|w| w.text == BY) && !worded.any(Word::is_verb);
    seen || TOPICS.contains(&first.text) || by_what
}

/// 到2035年，; 在农村和城镇，; 早在三年前，; 五年来，; 3月5日，: nothing is said to happen in it.
fn is_time_or_place(said: &[Word]) -> bool {
    const FROM: [u64; 4] = words!["到", "自", "从", "截至"];
    const AT: [u64; 2] = words!["在", "早在"];
    const TIMES: [u64; 7] = words!["来", "年来", "以来", "期间", "时期", "之际", "时候"];
    const EARLY: u64 = hash("早".as_bytes());
    let Some((last, front)) = said.split_last() else { return false };
    let from = said.first().is_some_and(|w| FROM.contains(&w.text));
    let opens_at = said.iter().find(|w| w.text != EARLY).is_some_and(|w| AT.contains(&w.text));
    let brief = opens_at && matches!(last.coarse, b'm' | b't' | b'r' | b'q');
    let phrase = (from || brief) && said.len() <= LONGEST_NOUN || opens_at && last.coarse == b'n';
    // ×月×日，
    let in_date = |c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '*' | '×');
    let date = last.last == '日' && said.iter().all(|w| in_date(w.first) && in_date(w.last));
    let times = TIMES.contains(&last.text) && !front.is_empty() && !front.iter().any(Word::is_verb);
    phrase && said.iter().skip(1).all(|w| !w.is_verb()) || date || times && said.len() <= LONGEST_NAME
}

/// A few words, all of them nouns.
fn is_noun(said: &[Word]) -> bool {
    let noun = |w: &Word| !w.is_verb() && !is(w) && w.function.is_none() && !w.first.is_numeric() && w.coarse != b'm';
    said.len() <= LONGEST_NOUN && said.iter().all(noun) && said.last().is_some_and(|w| w.coarse == b'n')
}
