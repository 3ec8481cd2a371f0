//! The text as a row of symbols that expressions are sought in.
//!
//! In: tokens. Out: [`Sequence`]: words, numbers and the marks that may stand inside an expression (`、` and paired quotation
//! marks), with a break wherever no expression may reach across.

use super::super::{Class, Classes};
use crate::segment::{TokenKind, Tokens, WordType};

/// What stands between two stretches.
pub(super) const BREAK: u32 = u32::MAX;

/// What was taken out of the text: parts stretches too, but is no boundary of what stands next to it (`**市召开`).
pub(super) const REDACTED: u32 = u32::MAX - 1;

/// Symbols are word types; [`BREAK`] and [`REDACTED`] part stretches.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    /// One symbol after the other; the last is a break.
    pub(super) symbols: Vec<u32>,
    /// The token of each symbol.
    pub(super) tokens: Vec<u32>,
    /// Role of each word type.
    roles: Vec<Role>,
    /// Whether each word type is one that nouns are compounded with.
    nominal: Vec<bool>,
    /// Whether each word type is a verb.
    verbal: Vec<bool>,
    /// Symbols that are words or numbers.
    pub(super) words: u32,
    /// The symbol of `、`.
    enumeration_mark: Option<u32>,
    /// The symbols of `以`, `为` and `的`.
    with: Option<u32>,
    made: Option<u32>,
    of: Option<u32>,
}

/// What a symbol may do in an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Open or close it, or stand inside.
    Content,
    /// Open or close it beside content: `省`, `厅`.
    Part,
    /// Open it or stand inside: `新` in `新动能`.
    Opener,
    /// Stand inside: grammatical words, formulas, numbers, `、`.
    Inner,
    /// Stand inside, if closed inside.
    Open,
    /// Stand inside, if opened inside.
    Close,
    /// Nothing.
    Outside,
}

impl Role {
    /// Whether it is a word or a number.
    pub(super) fn is_word(self) -> bool {
        matches!(self, Self::Content | Self::Part | Self::Opener | Self::Inner)
    }

    /// Whether it can close an expression.
    pub(super) fn closes(self) -> bool {
        matches!(self, Self::Content | Self::Part)
    }
}

impl Sequence {
    /// Reads the tokens.
    pub(super) fn of(tokens: &Tokens, classes: &Classes) -> Self {
        let role = |word: &WordType| match word.kind {
            // What is listed before 等 varies, and with 了 it is a clause: no expression reaches across them.
            TokenKind::Word if matches!(word.text.as_str(), "等" | "了" | "着" | "过") => Role::Outside,
            TokenKind::Word if classes.class_of(word) == Class::Content => Role::Content,
            TokenKind::Word if classes.is_part(word) => Role::Part,
            TokenKind::Word if classes.may_open(word) => Role::Opener,
            TokenKind::Word => Role::Inner,
            TokenKind::Number if word.text.chars().all(crate::lexicon::is_han) => Role::Inner,
            TokenKind::Mark => match word.text.as_str() {
                "、" | "·" => Role::Inner,
                "“" | "‘" | "《" => Role::Open,
                "”" | "’" | "》" => Role::Close,
                _ => Role::Outside,
            },
            TokenKind::Number | TokenKind::Redaction => Role::Outside,
        };
        let roles: Vec<Role> = tokens.types.iter().map(role).collect();
        let nominal = tokens.types.iter().map(|t| is_nominal(&t.tag)).collect();
        let verbal = tokens.types.iter().map(|t| t.tag == "v").collect();
        let symbol = |text: &str| tokens.types.iter().position(|t| t.text == text).map(|i| i as u32);
        let [mark, with, made, of] = ["、", "以", "为", "的"].map(symbol);
        let mut sequence = Self { roles, nominal, verbal, enumeration_mark: mark, with, made, of, ..Self::default() };
        let mut starts = tokens.starts.iter().copied().peekable();
        for (i, token) in (0_u32..).zip(&tokens.items) {
            let mut opens = false;
            while starts.next_if(|&at| at <= i).is_some() {
                opens = true;
            }
            if opens {
                sequence.part(BREAK);
            }
            match sequence.role(token.word) {
                Role::Outside if tokens.kind_of(token) == TokenKind::Redaction => sequence.part(REDACTED),
                Role::Outside => sequence.part(BREAK),
                role => {
                    sequence.words += u32::from(role.is_word());
                    sequence.symbols.push(token.word);
                    sequence.tokens.push(i);
                }
            }
        }
        sequence.symbols.push(BREAK);
        sequence.tokens.push(tokens.items.len() as u32);
        sequence
    }

    /// Parts what stands before from what comes; two in a row are one, unless one tells more.
    fn part(&mut self, by: u32) {
        if by == REDACTED || self.symbols.last().is_some_and(|&s| s < REDACTED) {
            self.symbols.push(by);
            self.tokens.push(self.tokens.last().copied().unwrap_or(0));
        }
    }

    /// What a symbol may do.
    pub(super) fn role(&self, symbol: u32) -> Role {
        self.roles.get(symbol as usize).copied().unwrap_or(Role::Outside)
    }

    /// Whether a symbol goes on with a noun before it, or is gone on with by one behind it: `工业` and `数据` in `工业数据`.
    pub(super) fn compounds(&self, symbol: u32) -> bool {
        self.role(symbol).closes() && self.nominal.get(symbol as usize).copied().unwrap_or(false)
    }

    /// Whether a symbol is `的`.
    pub(super) fn is_of(&self, symbol: u32) -> bool {
        self.of == Some(symbol)
    }

    /// Whether a symbol is a verb.
    pub(super) fn is_verb(&self, symbol: u32) -> bool {
        self.verbal.get(symbol as usize).copied().unwrap_or(false)
    }

    /// Whether a symbol is `、`.
    pub(super) fn is_enumeration_mark(&self, symbol: u32) -> bool {
        self.enumeration_mark == Some(symbol)
    }

    /// The symbol at a place; a break outside.
    pub(super) fn at(&self, place: usize) -> u32 {
        self.symbols.get(place).copied().unwrap_or(BREAK)
    }

    /// Whether symbols can be an expression: content, also at both ends, two words at least, quotation marks in pairs, no `为` without
    /// the `以` it belongs to.
    pub(super) fn is_well_formed(&self, symbols: &[u32]) -> bool {
        let [first, .., last] = symbols else { return false };
        let opens = self.role(*first).closes() || self.role(*first) == Role::Opener;
        if !opens || !self.role(*last).closes() || !symbols.iter().any(|&s| self.role(s) == Role::Content) {
            return false;
        }
        let mut open = 0_i32;
        let mut with = false;
        for &symbol in symbols {
            with |= Some(symbol) == self.with;
            if Some(symbol) == self.made && !with {
                return false;
            }
            match self.role(symbol) {
                Role::Open => open += 1,
                Role::Close => open -= 1,
                _ => {}
            }
            if open < 0 {
                return false;
            }
        }
        open == 0
    }
}

/// Nouns and verbal nouns, by jieba's tags; not names of persons, which stand beside an expression rather than in it.
fn is_nominal(tag: &str) -> bool {
    matches!(tag, "n" | "nz" | "ns" | "nt" | "ng" | "vn" | "an" | "j" | "l" | "b")
}
