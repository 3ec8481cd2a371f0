//! Set phrases with a number 数字缩略语.
//!
//! In: text, blocks, tokens (may be empty). Out: [`SetPhrase`]s by first occurrence, with their members where
//! the document or the table says them. Found are
//! - what the table of the lexicon lists (`八项规定`, `三农`), quoted or not;
//! - what stands in quotation marks and is a number with a head (`“五个担当”`, `“九乱”`), then also where it
//!   comes without them;
//! - chains of numbers and one-character heads (`双招双引`, `三屏两带六廊多点`), and heads that count
//!   rules (`四个不放过`) when used twice.
//!
//! Not: plain counting, plans (`“十四五”`), streaks (`五连冠`), time, dates, names, idioms, codes, and `一` meaning "one".

mod members;
mod name;
mod table;

use super::prose::WordsOf;
use crate::edit::{ByPlace, Edit};
use crate::layout::{BlockKind, Layout};
use crate::lexicon::number_words::{NumberWords, begins_with, word_at};
use crate::lexicon::{CharSet, Pairs, Stops, is_han};
use crate::outline::Outline;
use crate::segment::Tokens;
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

pub use members::{Members, Source};

/// A fixed expression with a number, 数字缩略语.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetPhrase {
    /// Without its quotation marks, stray white space taken out.
    pub text: String,
    /// Occurrences, without quotation marks.
    pub spans: Vec<Span>,
    /// What it stands for, where that is known.
    pub members: Option<Members>,
}

/// Bytes from one part of `两圈联动、三核引领` to the next.
const PART: usize = 15;

/// Characters of the longest member named before a count that sums up.
const LONGEST_MEMBER: usize = 4;

/// What the last reading found.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The names it looked for.
    names: FxHashSet<Cow<'static, str>>,
    counted: ByPlace<Counted>,
}

/// What one block has without quotation marks.
#[derive(Debug)]
struct Counted {
    words: WordsOf,
    /// Known names, chains, formulas.
    hits: Vec<Span>,
    /// Counts of rules.
    rules: Vec<Span>,
}

/// Finds the set phrases of all blocks but boilerplate, given the names in quotation marks; a block the memory holds is read
/// again only when other names are looked for.
pub(super) fn find(
    text: &str,
    layout: &Layout,
    outline: &Outline,
    tokens: &Tokens,
    quoted: Vec<Span>,
    memory: Option<(&mut Memory, &Edit, &[WordsOf])>,
) -> Vec<SetPhrase> {
    let mut memory = memory.filter(|_| cfg!(feature = "whole"));
    let blocks = layout.blocks.iter().enumerate().filter(|(_, b)| b.kind != BlockKind::Boilerplate);
    let mut hits = quoted;
    let mut known = Known::from_table();
    for name in &hits {
        known.add(condensed(name.of(text)).into());
    }
    if let Some((memory, ..)) = memory.as_mut().filter(|(m, ..)| m.names != known.names) {
        memory.counted = ByPlace::default();
        memory.names.clone_from(&known.names);
    }
    let mut rules: FxHashMap<&str, Vec<Span>> = FxHashMap::default();
    let mut add = |counted: &Counted, from: usize, to: usize| {
        hits.extend(counted.hits.iter().map(|s| s.moved(from, to)));
        for rule in counted.rules.iter().map(|s| s.moved(from, to)) {
            rules.entry(rule.of(text)).or_default().push(rule);
        }
    };
    for (i, block) in blocks.map(|(i, b)| (i, b.span)) {
        match &mut memory {
            None => add(&Counted::of(text, block, tokens, &known, WordsOf::default()), 0, 0),
            Some((memory, edit, words)) => {
                let words = words.get(i).copied().unwrap_or_default();
                let look = || Counted::of(text, block, tokens, &known, words).moved(block.start, 0);
                add(memory.counted.of(block, edit, |k| k.words == words, look), 0, block.start);
            }
        }
    }
    if let Some((memory, ..)) = memory {
        memory.counted.turn();
    }
    hits.extend(rules.into_values().filter(|spans| spans.len() > 1).flatten());
    let mut phrases = collect(text, hits);
    for phrase in &mut phrases {
        phrase.members = members::find(text, layout, outline, &phrase.text, &phrase.spans);
    }
    phrases
}

/// The names a block has in quotation marks.
pub(super) fn quoted(text: &str, block: Span, stops: &Stops) -> impl Iterator<Item = Span> {
    quotations(block, stops).filter_map(|quoted| name::in_quotes(text, quoted))
}

impl Counted {
    /// Looks for what stands without quotation marks.
    fn of(text: &str, block: Span, tokens: &Tokens, known: &Known, words: WordsOf) -> Self {
        let (mut hits, mut rules) = (Vec::new(), Vec::new());
        let body = block.of(text);
        let mut formula = usize::MAX;
        for (at, _) in known.pairs.places(body).filter(|&(_, c)| known.begins(c)) {
            let last = body.get(..at).and_then(|t| t.chars().next_back()).unwrap_or('\n');
            if name::is_numeral(last) || matches!(last, '第' | '几' | '数' | '多') {
                continue;
            }
            let rest = body.get(at..).unwrap_or("");
            let here = |len: usize| Span::new(block.start + at, block.start + at + len);
            let spatial = name::spatial(rest, at == formula);
            if spatial.is_some() {
                formula = at + PART;
            }
            let found = known.longest(rest).max(name::chain(rest)).max(spatial);
            let sums = || sums_up(body.get(..at).unwrap_or(""), rest);
            if let Some(len) = found.filter(|&l| whole_words(tokens, here(l)) && !is_measured(rest) && !sums()) {
                hits.push(here(len));
            }
            rules.extend(name::rule(rest).map(here));
        }
        Self { words, hits, rules }
    }

    /// The same of a block that stands elsewhere.
    fn moved(mut self, from: usize, to: usize) -> Self {
        for span in self.hits.iter_mut().chain(&mut self.rules) {
            *span = span.moved(from, to);
        }
        self
    }
}

/// Keeps the first and longest of overlapping occurrences and puts like ones together.
fn collect(text: &str, mut hits: Vec<Span>) -> Vec<SetPhrase> {
    hits.sort_by_cached_key(|s| s.longest_first());
    let mut phrases: Vec<SetPhrase> = Vec::new();
    let mut index: FxHashMap<String, usize> = FxHashMap::default();
    let mut end = 0;
    for span in hits {
        if span.start < end {
            continue;
        }
        end = span.end;
        let name = condensed(span.of(text));
        let slot = *index.entry(name.clone()).or_insert(phrases.len());
        match phrases.get_mut(slot) {
            Some(phrase) => phrase.spans.push(span),
            None => phrases.push(SetPhrase { text: name, spans: vec![span], members: None }),
        }
    }
    phrases
}

/// Without white space.
pub(super) fn condensed(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Phrases to look for.
struct Known {
    names: FxHashSet<Cow<'static, str>>,
    /// First characters, and the numerals.
    firsts: CharSet,
    /// Stops at the numerals, and where phrases may begin.
    pairs: Pairs,
    /// Second characters of the phrases.
    seconds: CharSet,
    /// Characters of the longest.
    longest: usize,
}

impl Known {
    fn from_table() -> Self {
        const NUMERALS: [&str; 15] =
            ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "两", "双"];
        let (firsts, pairs) = (NUMERALS.iter().flat_map(|n| n.chars()).collect(), Pairs::of(NUMERALS));
        let mut known = Self { names: FxHashSet::default(), firsts, pairs, seconds: CharSet::default(), longest: 0 };
        for phrase in table::phrases() {
            known.add(phrase.into());
        }
        known
    }

    fn add(&mut self, name: Cow<'static, str>) {
        self.firsts.extend(name.chars().next());
        self.pairs.add(&name);
        self.seconds.extend(name.chars().nth(1));
        self.longest = self.longest.max(name.chars().count());
        self.names.insert(name);
    }

    fn begins(&self, c: char) -> bool {
        self.firsts.contains(c)
    }

    /// Length in bytes of the longest phrase `rest` begins with.
    fn longest(&self, rest: &str) -> Option<usize> {
        rest.chars().nth(1).filter(|&c| self.seconds.contains(c))?;
        let ends = rest.char_indices().take(self.longest).map(|(i, c)| i + c.len_utf8());
        ends.filter(|&end| rest.get(..end).is_some_and(|p| self.names.contains(p))).last()
    }
}

/// What a number counts when a word like 公里 follows it: no set phrase, though `三公` is one.
fn is_measured(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next();
    let tail = chars.as_str();
    let units = &NumberWords::get().unit;
    let two = tail.char_indices().nth(2).map_or(tail, |(i, _)| tail.get(..i).unwrap_or(tail));
    two.chars().count() == 2 && units.contains(two)
}

/// Whether a count sums up two members named just before: `线上线下两个卖场`, `老师和家长两个角色`.
fn sums_up(before: &str, rest: &str) -> bool {
    if !rest.starts_with(['两', '双']) || !rest.chars().nth(1).is_some_and(|m| matches!(m, '个' | '种' | '大' | '手'))
    {
        return false;
    }
    let last: Vec<char> = before.chars().rev().take(LONGEST_MEMBER + 1).collect();
    let joined = last.iter().position(|c| matches!(c, '和' | '与' | '、')).is_some_and(|at| at > 1);
    let pair = match *last.as_slice() {
        [d, c, b, a, ..] => [a, b, c, d].into_iter().all(is_han) && (a == c && b != d || b == d && a != c),
        _ => false,
    };
    pair || joined && last.iter().take_while(|c| !matches!(c, '和' | '与' | '、')).all(|&c| is_han(c))
}

/// Whether a span cuts no word in two; words that hold the span whole do not matter (`三农工作` may be one).
/// Without tokens nothing is known and all is whole.
fn whole_words(tokens: &Tokens, span: Span) -> bool {
    let from = tokens.items.partition_point(|t| t.span.end <= span.end);
    tokens.items.get(from).is_none_or(|t| t.span.start >= span.end || t.span.start <= span.start)
}

/// What stands between quotation marks, at most 60 characters and no further marks within.
fn quotations(block: Span, stops: &Stops) -> impl Iterator<Item = Span> {
    let mut open: Option<usize> = None;
    let mut straight = false;
    stops.marks(block).filter_map(move |(at, c)| {
        let opens = matches!(c, '“' | '‘' | '「' | '『') || (c == '"' && !straight);
        if c == '"' {
            straight = !straight;
        }
        if opens {
            open = Some(at + c.len_utf8());
            return None;
        }
        if !matches!(c, '”' | '’' | '」' | '』' | '"') {
            return None;
        }
        let from = open.take()?;
        (at > from && at - from <= 180).then(|| Span::new(block.start + from, block.start + at))
    })
}

#[cfg(test)]
mod tests;
