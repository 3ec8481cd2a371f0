//! From text to tokens and sentences; words by jieba-rs (its only user).
//!
//! In: text, layout, a dictionary asset. Out: [`Tokens`], each with its span in the raw text and the word type it is
//! an occurrence of, and [`sentences`].

mod flow;
mod kind;

pub use crate::layout::sentences;

use crate::Error;
use crate::layout::Layout;
use crate::span::Span;
use flow::Flow;
use jieba_rs::Jieba;
use rustc_hash::FxHashMap;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word that can be counted.
    Word,
    /// A number in any script.
    Number,
    /// Punctuation and symbols.
    Mark,
    /// `**`, `X`, `某某`: something taken out.
    Redaction,
}

/// One occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where, in the text as given: `项 目` with its stray space.
    pub span: Span,
    /// Index into [`Tokens::types`].
    pub word: u32,
}

/// A word type 词型.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordType {
    /// The word, without stray spaces.
    pub text: String,
    /// Part of speech in jieba's tag set; `x` where the word is in no dictionary.
    pub tag: String,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of the body text in order, and their types.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// In text order; white space between them is no token.
    pub items: Vec<Token>,
    /// Each distinct (word, kind) once.
    pub types: Vec<WordType>,
    /// Index of the first token of each paragraph or line, lines of one hard-wrapped paragraph taken together:
    /// no expression crosses these.
    pub starts: Vec<u32>,
}

impl Tokens {
    /// The type of a token.
    pub fn type_of(&self, token: &Token) -> Option<&WordType> {
        self.types.get(token.word as usize)
    }

    /// The kind of a token; a mark where its type is not in the table.
    pub fn kind_of(&self, token: &Token) -> TokenKind {
        self.type_of(token).map_or(TokenKind::Mark, |t| t.kind)
    }
}

/// Cuts texts into words; made from a dictionary, then immutable.
#[derive(Debug)]
pub struct Segmenter {
    jieba: Jieba,
}

impl Segmenter {
    /// Reads a dictionary asset: lines of `word frequency tag`.
    ///
    /// # Errors
    /// `dictionary-corrupt` when a line is not of that form, or there is none.
    pub fn from_dictionary(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = bytes;
        let jieba = Jieba::with_dict(&mut reader).map_err(|e| Error::new("dictionary-corrupt", e.to_string()))?;
        if bytes.is_empty() {
            return Err(Error::new("dictionary-corrupt", "the dictionary is empty"));
        }
        Ok(Self { jieba })
    }

    /// Cuts the body of a text; boilerplate has no tokens.
    pub fn tokens(&self, text: &str, layout: &Layout) -> Tokens {
        let mut collector = Collector::new(text);
        for flow in flow::flows(text, layout) {
            collector.tokens.starts.push(collector.tokens.items.len() as u32);
            self.cut(&flow, &mut collector);
        }
        collector.tokens
    }

    fn cut(&self, flow: &Flow<'_>, collector: &mut Collector<'_>) {
        let mut to_raw = flow.to_raw();
        let mut base = 0;
        for piece in pieces(&flow.text) {
            for tag in self.jieba.tag(piece, true) {
                if !tag.word.trim().is_empty() {
                    let meant = Span::new(base + tag.byte_start, base + tag.byte_end);
                    collector.push(tag.word, tag.tag, to_raw(meant));
                }
            }
            base += piece.len();
        }
    }
}

/// A text in pieces of bounded length, cut behind white space or full-width punctuation, across which no word
/// reaches: jieba's own list of tokens then stays small, however long the line.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    const LONGEST: usize = 1 << 16;
    let mut rest = text;
    core::iter::from_fn(move || {
        let head = rest.get(..rest.floor_char_boundary(LONGEST)).filter(|head| !head.is_empty())?;
        let is_end = |c: char| matches!(c, '。' | '，' | '；' | '、' | '\n');
        let cut = match head.rfind(is_end) {
            Some(mark) if head.len() < rest.len() => mark + head.get(mark..)?.chars().next()?.len_utf8(),
            _ => head.len(),
        };
        let (piece, behind) = rest.split_at_checked(cut)?;
        rest = behind;
        Some(piece)
    })
}

/// Collects tokens and their types.
struct Collector<'t> {
    text: &'t str,
    tokens: Tokens,
    /// Type of each word met, except redactions.
    words: FxHashMap<String, u32>,
    /// Type of each redaction met.
    redactions: FxHashMap<String, u32>,
}

impl<'t> Collector<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, tokens: Tokens::default(), words: FxHashMap::default(), redactions: FxHashMap::default() }
    }

    fn push(&mut self, word: &str, tag: &str, span: Span) {
        let before = self.text.get(..span.start).and_then(|t| t.chars().next_back());
        let after = self.text.get(span.end..).and_then(|t| t.chars().next());
        let known = self.words.get(word).copied();
        // Only single symbols change their kind with their neighbours.
        let is_symbol = word.len() <= 3 && !word.starts_with(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        if let Some(known) = known.filter(|_| !is_symbol) {
            self.tokens.items.push(Token { span, word: known });
            return;
        }
        let kind = kind::kind_of(word, before, after);
        if kind == TokenKind::Redaction {
            self.push_redaction(word, tag, span);
            return;
        }
        let index = known.unwrap_or_else(|| {
            let index = self.add_type(word, tag, kind);
            self.words.insert(word.into(), index);
            index
        });
        self.tokens.items.push(Token { span, word: index });
    }

    /// A run of redaction marks is one token, of the type of its first mark.
    fn push_redaction(&mut self, word: &str, tag: &str, span: Span) {
        let is_redaction =
            |w: u32, types: &[WordType]| types.get(w as usize).is_some_and(|t| t.kind == TokenKind::Redaction);
        if let Some(last) = self.tokens.items.last_mut()
            && last.span.end == span.start
            && is_redaction(last.word, &self.tokens.types)
        {
            last.span.end = span.end;
            return;
        }
        let index = self.redactions.get(word).copied().unwrap_or_else(|| {
            let index = self.add_type(word, tag, TokenKind::Redaction);
            self.redactions.insert(word.into(), index);
            index
        });
        self.tokens.items.push(Token { span, word: index });
    }

    fn add_type(&mut self, word: &str, tag: &str, kind: TokenKind) -> u32 {
        self.tokens.types.push(WordType { text: word.into(), tag: tag.into(), kind });
        self.tokens.types.len() as u32 - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;

    const WORDS: &str = "同心 200 n\n同向 200 n\n同心同向 90 i\n项目 900 n\n落实 900 v\n工作 900 vn\n干部 900 n\n新时代 300 n\n\
        全市 200 n\n市 300 n\n的 9000 uj\n抓 300 v\n召开 300 v\n某某 20 r\n某 100 r\n";

    fn cut(text: &str) -> Vec<(&str, String, TokenKind)> {
        let tokens = Segmenter::from_dictionary(WORDS.as_bytes()).unwrap().tokens(text, &layout::read(text));
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
    fn pieces_cover_the_text_whatever_it_is() {
        for text in ["一是".repeat(50_000), "抓落实，".repeat(20_000), String::new(), "a".repeat(70_000)] {
            assert_eq!(pieces(&text).collect::<String>(), text);
        }
    }

    #[test]
    fn an_empty_dictionary_is_corrupt() {
        assert_eq!(Segmenter::from_dictionary(b"").unwrap_err().code, "dictionary-corrupt");
    }
}
