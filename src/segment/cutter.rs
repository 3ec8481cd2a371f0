//! A line into words: by the dictionary, and where that leaves single characters, by the model of unknown words.
//!
//! In: a line. Out: its words with their tags and offsets.

use super::unknown::Model;
use super::{names, unjoined};
use crate::span::Span;
use jieba_rs::{Jieba, Tag};

/// Cuts with the words jieba has been given, which must be all that occur in the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cutter<'t> {
    pub(super) jieba: &'t Jieba,
    /// None where the dictionary brings no model.
    pub(super) unknown: Option<&'t Model>,
}

impl<'t> Cutter<'t> {
    /// Calls `found` with the words of a piece, their tags and offsets; names of foreigners before their titles have no tag.
    pub(super) fn words_and_names(self, piece: &'t str, mut found: impl FnMut(&'t str, Option<&'t str>, usize)) {
        let mut from = 0;
        for (run, title) in names::before_titles(piece) {
            let name = self.name_in(piece, run);
            let whole = piece.get(name.start..name.end + title.len()).unwrap_or("");
            // Of a word it knows, or the user joined, the dictionary has the say.
            let is_known = self.jieba.has_word(whole) || self.jieba.has_word(name.of(piece));
            // A title can be made of such characters itself: `苏丹`.
            if is_known || name.start < from {
                continue;
            }
            self.words(Span::new(from, name.start).of(piece), |word, tag, at| found(word, Some(tag), from + at));
            found(name.of(piece), None, name.start);
            from = name.end;
        }
        self.words(piece.get(from..).unwrap_or(""), |word, tag, at| found(word, Some(tag), from + at));
    }

    /// The tag of a word by itself.
    pub(super) fn tag_of(self, word: &str) -> String {
        match self.jieba.tag(word, false).as_slice() {
            [one] => one.tag.to_owned(),
            _ => unjoined::tag_of(word).to_owned(),
        }
    }

    /// A run without the name of a country before the person's: `泽连斯基` in `乌克兰泽连斯基`.
    fn name_in(self, piece: &str, run: Span) -> Span {
        let ends = run.of(piece).char_indices().map(|(at, _)| run.start + at);
        let is_place = |end: &usize| {
            let head = Span::new(run.start, *end).of(piece);
            self.jieba.has_word(head) && matches!(self.jieba.tag(head, false).as_slice(), [one] if one.tag == "ns")
        };
        // Of the person at least two characters are left.
        let longest = ends.skip(2).filter(is_place).filter(|end| run.end - end > '一'.len_utf8()).last();
        Span::new(longest.unwrap_or(run.start), run.end)
    }

    /// Calls `found` with the words of a piece, their tags and offsets: by the dictionary, and where that leaves single
    /// characters, by the model of unknown words. jieba-rs could do the second too, but its model is compiled in.
    pub(super) fn words(self, piece: &'t str, mut found: impl FnMut(&'t str, &'t str, usize)) {
        let tags = self.jieba.tag(piece, false);
        let mut choices = Vec::new();
        let mut rest = tags.as_slice();
        while let Some(first) = rest.first() {
            let alone = rest.iter().take_while(|tag| self.is_alone(tag)).count();
            let (run, after) = rest.split_at(alone.max(1));
            rest = after;
            // Of a word it knows the dictionary has said already that its characters are likelier apart.
            let unknown = self.unknown.filter(|_| alone > 1).and_then(|model| {
                let whole = piece.get(first.byte_start..run.last()?.byte_end)?;
                (!self.jieba.has_word(whole)).then_some((model, whole))
            });
            let Some((model, whole)) = unknown else {
                for tag in run {
                    found(tag.word, tag.tag, tag.byte_start);
                }
                continue;
            };
            let mut known = run.iter().peekable();
            let mut start = first.byte_start;
            unjoined::cut(whole, model, &mut choices, |word| {
                while known.next_if(|tag| tag.byte_start < start).is_some() {}
                let same = known.peek().filter(|tag| tag.byte_start == start && tag.word.len() == word.len());
                found(word, same.map_or_else(|| unjoined::tag_of(word), |tag| tag.tag), start);
                start += word.len();
            });
        }
    }

    /// Whether the dictionary has left a token unjoined: a single character, or letters and digits it does not know.
    fn is_alone(self, tag: &Tag<'_>) -> bool {
        let single = tag.end - tag.start == 1;
        let unjoined = single || tag.word.bytes().all(|b| b.is_ascii_alphanumeric()) && !self.jieba.has_word(tag.word);
        unjoined && tag.word.starts_with(unjoined::can_join)
    }
}
