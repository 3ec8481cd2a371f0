//! What a set phrase stands for.
//!
//! In: text, outline, a phrase and where it stands. Out: [`Members`]: as many as its number says, from the words
//! beside it (`三同步”（…、…、…）`, `…、…和…“双引擎”`), from the list an announcement is kept by, or from the table.

use super::name::{is_numeral, value};
use crate::layout::Layout;
use crate::outline::{Outline, Verdict};
use crate::span::{Span, one_line};

/// Where the members were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// In the document.
    Document,
    /// In the table of the lexicon.
    Table,
}

/// The members of a set phrase, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Members {
    /// Their names.
    pub names: Vec<String>,
    /// Where they were found.
    pub source: Source,
}

/// Occurrences looked at for a list beside them.
const LOOKED_AT: usize = 8;
/// Nodes looked at for the list of an announcement.
const NODES_AFTER: usize = 400;
/// How far a list beside a phrase may reach, in bytes.
const REACH: usize = 600;

pub(super) fn find(text: &str, layout: &Layout, outline: &Outline, name: &str, spans: &[Span]) -> Option<Members> {
    let from_document = |names| Members { names, source: Source::Document };
    let number = number_of(name);
    let beside = |&span: &Span| {
        let number = number?;
        let block = layout.blocks.partition_point(|b| b.span.end <= span.start);
        let block = layout.blocks.get(block)?.span;
        after(text, block, span, number).or_else(|| before(text, block, span, number))
    };
    let listed = spans.iter().take(LOOKED_AT).find_map(beside);
    listed
        .or_else(|| spans.iter().take(LOOKED_AT).find_map(|&s| announced(text, outline, s)))
        .map(from_document)
        .or_else(|| super::table::members(name).map(|names| Members { names, source: Source::Table }))
}

/// The number a phrase opens with; none for chains, whose members are its links.
fn number_of(name: &str) -> Option<u32> {
    let head = name.trim_start_matches(is_numeral);
    if head.contains(is_numeral) {
        return None;
    }
    value(name.get(..name.len() - head.len())?).filter(|n| (2..=20).contains(n))
}

/// `“三同步”（A、B、C）`, `“四早”，即A、B、C、D`, `一降三减：…` in a glossary.
fn after(text: &str, block: Span, span: Span, number: u32) -> Option<Vec<String>> {
    let rest = window(text, span.end, block.end.min(span.end + REACH));
    let rest = rest.trim_start_matches(['”', '’', '」', '』', '"']);
    let noun_end = rest.find(['（', '(', '，', '：', ':', '。', '；', '、'])?;
    let (noun, tail) = rest.split_at_checked(noun_end)?;
    if noun.chars().count() > 4 {
        return None;
    }
    let open = tail.chars().next()?;
    let tail = tail.get(open.len_utf8()..)?;
    let (list, end) = match open {
        '（' | '(' => (tail, ['）', ')'].as_slice()),
        '：' | ':' => (tail, ['。', '！'].as_slice()),
        '，' => (["即", "就是", "也就是"].iter().find_map(|w| tail.strip_prefix(w))?, ['。', '！'].as_slice()),
        _ => return None,
    };
    let list = list.get(..list.find(end).unwrap_or(list.len()))?;
    let list = list.trim_start_matches(['即', '指', '：', ':']);
    split(list, number)
}

/// `A、B和C“双引擎”`: the series that ends right before the quotation marks.
fn before(text: &str, block: Span, span: Span, number: u32) -> Option<Vec<String>> {
    let rest = window(text, block.start.max(span.start.saturating_sub(REACH)), span.start);
    let rest = rest.strip_suffix(['“', '‘', '「', '『', '"'])?;
    let rest = rest.trim_end_matches(['等', '的']);
    let from = rest.rfind(['，', '。', '；', '：', '！', '？', '”', '\n']).map_or(0, |i| i + '，'.len_utf8());
    let mut names = split(rest.get(from..)?, number)?;
    // The first is preceded by what governs the series; like lengths show where it begins.
    let lengths: Vec<usize> = names.iter().skip(1).map(|n| n.chars().count()).collect();
    let first = names.first_mut()?;
    let (&length, same) = (lengths.first()?, lengths.windows(2).all(|w| w.first() == w.last()));
    let long = first.chars().count();
    if long > length && same {
        *first = first.chars().skip(long - length).collect();
    } else if long > length + 4 {
        return None;
    }
    Some(names)
}

/// The headings of the list that keeps the announcement the phrase is part of.
fn announced(text: &str, outline: &Outline, span: Span) -> Option<Vec<String>> {
    let at = outline.announcements.partition_point(|a| a.span.end <= span.start);
    let kept = outline.announcements.get(at).filter(|a| a.verdict == Verdict::Kept && a.span.start < span.end)?;
    let parent = kept.node?;
    let from = outline.nodes.partition_point(|n| n.span.start < span.end);
    let below = outline.nodes.iter().skip(from).take(NODES_AFTER).filter(|n| n.parent == Some(parent));
    let names: Vec<String> = below.take(kept.found as usize).map(|n| one_line(n.heading.of(text))).collect();
    (names.len() == kept.found as usize && !names.is_empty()).then_some(names)
}

/// A series of exactly `number` members, none longer than 24 characters.
fn split(list: &str, number: u32) -> Option<Vec<String>> {
    let by = |marks: &[char]| -> Vec<String> {
        list.split(|c| marks.contains(&c)).map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()).collect()
    };
    let fits = |names: &Vec<String>| names.len() == number as usize && names.iter().all(|n| n.chars().count() <= 24);
    [by(&['、']), by(&['、', '和', '与']), by(&['，', '；']), by(&['；'])].into_iter().find(fits)
}

/// Text between two offsets, widened to character boundaries inwards.
fn window(text: &str, mut from: usize, mut to: usize) -> &str {
    while !text.is_char_boundary(from) {
        from += 1;
    }
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    text.get(from..to).unwrap_or("")
}
