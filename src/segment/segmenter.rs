//! Cutting: the room's front door.
//!
//! In: a dictionary, the user's words. Out: [`Segmenter`], which turns texts into [`Tokens`].

use super::collector::Vocabulary;
use super::cutter::Cutter;
use super::dictionary::{Reader, is_asset};
use super::flow::{self, Flow};
use super::known::Known;
use super::pieces::pieces;
use super::{Memory, SplitWord, Token, Tokens, UserWord, lines};
use crate::Error;
use crate::edit::Edit;
use crate::layout::Layout;
use crate::lexicon::to_simplified;
use crate::span::Span;
use jieba_rs::{KeywordExtract, KeywordExtractConfig, TextRank};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::{PoisonError, RwLock};

/// Cuts texts into words; made from a dictionary, changed by the user's words only.
#[derive(Debug)]
pub struct Segmenter {
    /// Grows with the texts that are cut; what it gives for a text does not depend on those before.
    known: RwLock<Known>,
    /// The user's words now in the dictionary, each with the frequency to give back when it goes.
    added: Vec<(String, u32)>,
    /// Words to count in their parts.
    splits: FxHashMap<String, Vec<String>>,
}

impl Segmenter {
    /// Takes a dictionary: an asset of the format in [`dictionary`](super::dictionary), or text in jieba's own, lines of
    /// `word frequency tag`. Text brings no model of unknown words: what it has no word for stays in single characters.
    ///
    /// # Errors
    /// `dictionary-corrupt` when it is neither, is damaged or holds no word.
    pub fn from_dictionary<'b>(bytes: impl Into<Cow<'b, [u8]>>) -> Result<Self, Error> {
        let bytes = bytes.into();
        let asset = if is_asset(&bytes) { bytes.into_owned() } else { lines::to_asset(&bytes)? };
        let known = Known::new(asset)?;
        Ok(Self { known: RwLock::new(known), added: Vec::new(), splits: FxHashMap::default() })
    }

    /// Replaces the user's words.
    pub fn set_user_words(&mut self, words: &[UserWord]) {
        // Nothing to look for in the dictionary, nothing to give back.
        if words.is_empty() && self.added.is_empty() {
            return;
        }
        let known = self.known.get_mut().unwrap_or_else(PoisonError::into_inner);
        for (word, freq) in self.added.drain(..) {
            known.set(&word, freq as usize, None);
        }
        // Whatever of the dictionary comes later leaves alone what is here now.
        for word in words {
            known.meet(&word.text);
        }
        let before = frequencies(words, known.reader());
        // Given frequencies first: the suggested ones are measured against the dictionary as it will be.
        let (given, suggested): (Vec<_>, Vec<_>) = words.iter().partition(|w| w.freq.is_some());
        for word in given.into_iter().chain(suggested) {
            let freq = word.freq.map_or_else(|| known.jieba().suggest_freq(&word.text), |f| f as usize);
            known.set(&word.text, freq, word.tag.as_deref());
            self.added.push((word.text.clone(), before.get(word.text.as_str()).copied().unwrap_or(0)));
        }
    }

    /// Replaces the words that are counted in their parts.
    pub fn set_split_words(&mut self, words: &[SplitWord]) {
        let known = self.known.get_mut().unwrap_or_else(PoisonError::into_inner);
        let mut parts_of = |word: &str| {
            known.meet(word);
            parts_of(word, |part| known.jieba().has_word(part))
        };
        let mut parts = |w: &SplitWord| if w.parts.is_empty() { parts_of(&w.text) } else { w.parts.clone() };
        self.splits = words.iter().map(|w| (w.text.clone(), parts(w))).collect();
    }

    /// The least frequency that makes a word win over its parts.
    pub fn winning_freq(&self, word: &str) -> usize {
        self.with(word, |cutter| cutter.jieba.suggest_freq(word))
    }

    /// Does something with a text whose words jieba has been given.
    fn with<T>(&self, text: &str, work: impl FnOnce(Cutter<'_>) -> T) -> T {
        self.meet(text);
        self.with_met(work)
    }

    /// Does something with texts that were [met](Self::meet).
    fn with_met<T>(&self, work: impl FnOnce(Cutter<'_>) -> T) -> T {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        work(Cutter { jieba: known.jieba(), unknown: known.unknown() })
    }

    fn meet(&self, text: &str) {
        self.known.write().unwrap_or_else(PoisonError::into_inner).meet(text);
    }

    /// Cuts the body of a text; boilerplate has no tokens.
    pub fn tokens(&self, text: &str, layout: &Layout) -> Tokens {
        self.tokens_of(text, layout, false, None)
    }

    /// The same, traditional characters read as simplified ones: word types are simplified, spans are those of the raw text.
    pub fn folded_tokens(&self, text: &str, layout: &Layout) -> Tokens {
        self.tokens_of(text, layout, true, None)
    }

    /// Either of the two; with a memory only what it does not hold is cut.
    pub(crate) fn tokens_of(
        &self,
        text: &str,
        layout: &Layout,
        folded: bool,
        known: Option<(&mut Memory, &Edit)>,
    ) -> Tokens {
        let known = known.filter(|_| cfg!(feature = "whole"));
        // All of a text at once is given out faster than one paragraph after the other.
        let all_met = known.as_ref().is_none_or(|(memory, _)| memory.is_empty());
        if all_met {
            self.meet(&if folded { to_simplified(text.into()) } else { text.into() });
        }
        let cut = |span: Span, vocabulary: &mut Vocabulary, items: &mut Vec<Token>| {
            let flow = flow::clean(text, span, folded);
            if !all_met {
                self.meet(&flow.text);
            }
            self.cut(text, &flow, vocabulary, items);
        };
        let spans = flow::spans(text, layout);
        if let Some((memory, edit)) = known {
            return memory.tokens(text, edit, spans, cut);
        }
        let mut tokens = Tokens::with_room(text);
        let mut vocabulary = Vocabulary::default();
        for span in spans {
            tokens.starts.push(tokens.items.len() as u32);
            cut(span, &mut vocabulary, &mut tokens.items);
        }
        if vocabulary.names.is_empty() {
            return Tokens { types: vocabulary.types, ..tokens };
        }
        vocabulary.number(&mut tokens);
        tokens
    }

    /// The weightiest words by TextRank (Mihalcea & Tarau 2004) as jieba-rs computes it: a window of five tokens over nouns,
    /// verbal nouns, verbs, names and idioms of two characters and more that are not in `stop`; `folded` reads traditional
    /// characters as simplified ones.
    pub fn text_rank<'s>(
        &self,
        (text, layout, folded): (&str, &Layout, bool),
        stop: impl Iterator<Item = &'s str>,
        most: usize,
    ) -> Vec<(String, f64)> {
        const TAGS: [&str; 10] = ["n", "vn", "v", "nz", "ns", "nt", "j", "i", "l", "an"];
        let body: String = flow::flows(text, layout, folded).flat_map(|flow| [flow.text, "\n".into()]).collect();
        let config = KeywordExtractConfig::builder().set_stop_words(stop.map(String::from).collect()).build();
        let tags = TAGS.map(String::from).to_vec();
        let ranked =
            self.with(&body, |cutter| TextRank::new(5, config).extract_keywords(cutter.jieba, &body, most, tags));
        ranked.into_iter().map(|k| (k.keyword, k.weight)).collect()
    }

    /// Cuts a flow that was [met](Self::meet).
    fn cut(&self, text: &str, flow: &Flow<'_>, vocabulary: &mut Vocabulary, items: &mut Vec<Token>) {
        let mut to_raw = flow.to_raw();
        let mut base = 0;
        self.with_met(|cutter| {
            for piece in pieces(&flow.text) {
                cutter.words_and_names(piece, |word, tag, start| {
                    let meant = Span::new(base + start, base + start + word.len());
                    match (self.splits.get(word), tag) {
                        (Some(parts), _) => {
                            let mut at = meant.start;
                            for part in parts {
                                let tag = cutter.tag_of(part);
                                vocabulary.push(text, items, (part, &tag), to_raw(Span::new(at, at + part.len())));
                                at += part.len();
                            }
                        }
                        (None, None) => vocabulary.push_name(items, word, to_raw(meant)),
                        (None, Some(_)) if is_white(word) => {}
                        (None, Some(tag)) => vocabulary.push(text, items, (word, tag), to_raw(meant)),
                    }
                });
                base += piece.len();
            }
        });
    }

    /// The words of a line with their tags, as they stand before the user's splits.
    pub fn words_of<'t>(&self, line: &'t str) -> Vec<(&'t str, String)> {
        let at = |word: &str, start: usize| line.get(start..start + word.len()).unwrap_or_default();
        let mut words = Vec::new();
        self.with(line, |cutter| cutter.words(line, |word, tag, start| words.push((at(word, start), tag.to_owned()))));
        words
    }
}

/// Whether a word is white space, which jieba joins with nothing: no such character begins with a byte above that of U+3000.
fn is_white(word: &str) -> bool {
    word.as_bytes().first().is_some_and(|&first| first < 0xE4) && word.starts_with(char::is_whitespace)
}

/// The two known words a word is made of, evenly parted if possible; else its characters.
fn parts_of(word: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    let middle = word.len() / 2;
    let cuts = word.char_indices().skip(1).filter_map(|(at, _)| word.split_at_checked(at));
    let known = cuts.filter(|(a, b)| is_known(a) && is_known(b));
    match known.min_by_key(|(a, _)| a.len().abs_diff(middle)) {
        Some((a, b)) => vec![a.into(), b.into()],
        None => word.chars().map(String::from).collect(),
    }
}

/// The frequencies the user's words have in a dictionary, read through once.
fn frequencies<'w>(words: &'w [UserWord], mut dictionary: Reader<'_>) -> FxHashMap<&'w str, u32> {
    let mut found: FxHashMap<&str, u32> = words.iter().map(|w| (w.text.as_str(), 0)).collect();
    if found.is_empty() {
        return found;
    }
    while let Some(entry) = dictionary.next_entry() {
        if let Some(slot) = found.get_mut(entry.word) {
            *slot = entry.freq;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::{TokenKind, parse_split_words, parse_user_words};
    use super::*;
    use crate::layout;

    const WORDS: &str = "同心 200 n\n同向 200 n\n同心同向 90 i\n项目 900 n\n落实 900 v\n工作 900 vn\n干部 900 n\n新时代 300 n\n\
        全市 200 n\n市 300 n\n的 9000 uj\n抓 300 v\n召开 300 v\n某某 20 r\n某 100 r\n";

    fn segmenter() -> Segmenter {
        Segmenter::from_dictionary(WORDS.as_bytes()).unwrap()
    }

    fn cut(text: &str) -> Vec<(&str, String, TokenKind)> {
        let tokens = segmenter().tokens(text, &layout::read(text));
        tokens
            .items
            .iter()
            .map(|t| {
                let word = tokens.type_of(t).unwrap();
                (t.span.of(text), word.text.clone(), word.kind)
            })
            .collect()
    }

    #[test]
    fn words_broken_by_stray_spaces_count_as_one() {
        let got = cut("抓项 目，同心 同向落实。");
        assert_eq!(got[1], ("项 目", "项目".into(), TokenKind::Word));
        assert_eq!(got[3], ("同心 同向", "同心同向".into(), TokenKind::Word));
        assert_eq!(got[4].0, "落实");
    }

    #[test]
    fn redactions_are_one_token_and_glue_nothing() {
        for (text, redactions) in [
            ("**市召开", vec!["**"]),
            ("新时代X干部", vec!["X"]),
            ("XX市的干部", vec!["XX"]),
            ("某某市的项目", vec!["某某"]),
            ("*月*日，***召开", vec!["*", "*", "***"]),
            ("抓项目", vec![]),
        ] {
            let got = cut(text);
            let found: Vec<&str> = got.iter().filter(|t| t.2 == TokenKind::Redaction).map(|t| t.0).collect();
            assert_eq!(found, redactions, "{text}");
            let covered: usize = got.iter().map(|t| t.0.len()).sum();
            assert_eq!(covered, text.len(), "{text}");
        }
    }

    #[test]
    fn an_empty_dictionary_is_corrupt() {
        assert_eq!(Segmenter::from_dictionary(b"").unwrap_err().code, "dictionary-corrupt");
    }

    fn words(segmenter: &Segmenter, text: &str) -> String {
        let tokens = segmenter.tokens(text, &layout::read(text));
        tokens.items.iter().map(|t| t.span.of(text)).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn user_words_come_and_go() {
        let mut segmenter = segmenter();
        assert_eq!(words(&segmenter, "抓项目工作"), "抓/项目/工作");
        segmenter.set_user_words(&parse_user_words("项目工作\n干部 1 n").unwrap());
        assert_eq!(words(&segmenter, "抓项目工作"), "抓/项目工作");
        segmenter.set_user_words(&[]);
        assert_eq!(words(&segmenter, "抓项目工作"), "抓/项目/工作");
        assert_eq!(segmenter.winning_freq("干部"), self::segmenter().winning_freq("干部"), "its own frequency is back");
    }

    #[test]
    fn names_of_foreigners_stay_whole_before_their_titles() {
        let words_here = "国王 90 n\n总统 90 n\n对 900 p\n同 900 p\n乌克兰 90 ns\n马克 90 nr\n勒曼 3 nrt\n对萨 9 x\n";
        let mut segmenter = Segmenter::from_dictionary(words_here.as_bytes()).unwrap();
        for (text, cut) in [
            ("对萨勒曼国王", "对/萨勒曼/国王"),
            ("同乌克兰泽连斯基总统", "同/乌克兰/泽连斯基/总统"),
            ("同马克龙总统", "同/马克龙/总统"),
            ("同乌克兰总统", "同/乌克兰/总统"),
            ("同阿卜杜拉苏丹总统", "同/阿卜杜拉/苏/丹/总统"),
        ] {
            assert_eq!(words(&segmenter, text), cut);
        }
        segmenter.set_user_words(&parse_user_words("萨勒曼国王").unwrap());
        assert_eq!(words(&segmenter, "同萨勒曼国王"), "同/萨勒曼国王", "the user's word has the say");
    }

    #[test]
    fn split_words_count_in_their_parts() {
        let mut segmenter = segmenter();
        segmenter.set_split_words(&parse_split_words("同心同向\n新 时代\n落实"));
        assert_eq!(words(&segmenter, "同心 同向新时代落实"), "同心/同向/新/时代/落/实");
        let tag = |text: &str| segmenter.tokens(text, &layout::read(text)).types[0].tag.clone();
        assert_eq!(tag("落实"), tag("落，落实"), "a part has the tag it has alone");
    }

    #[test]
    fn traditional_characters_count_as_simplified_when_folded() {
        let text = "幹部抓項目";
        let layout = layout::read(text);
        let types = |tokens: Tokens| tokens.types.iter().map(|t| t.text.clone()).collect::<Vec<_>>().join("/");
        assert_eq!(types(segmenter().folded_tokens(text, &layout)), "干部/抓/项目");
        assert!(types(segmenter().tokens(text, &layout)).contains('項'), "their own form otherwise");
    }
}
