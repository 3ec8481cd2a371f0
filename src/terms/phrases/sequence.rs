//! The text as a row of symbols that expressions are sought in.
//!
//! In: tokens. Out: [`Sequence`]: words, numbers and the marks that may stand inside an expression (`、` and paired quotation
//! marks), with a break wherever no expression may reach across.

use super::super::{Class, Classes, Nature};
use crate::segment::{TokenKind, Tokens, WordType};

/// What stands between two stretches.
pub(super) const BREAK: u32 = u32::MAX;

/// What was taken out of the text: parts stretches too, but is no boundary of what stands next to it (`**市召开`).
pub(super) const REDACTED: u32 = u32::MAX - 1;

/// `等`: parts stretches too, but a row of words before it goes on (`个体、私营等`).
pub(super) const AND_SO_ON: u32 = u32::MAX - 2;

/// A number in figures, `了`, `着`, `过`: parts stretches too, but a verb before it goes on (`成功举办2026年……`, `有力维护了……`).
pub(super) const ONWARD: u32 = u32::MAX - 3;

/// Symbols from here on are no word types.
pub(super) const FIRST_BREAK: u32 = ONWARD;

/// Symbols are word types; [`BREAK`] and what is like it part stretches.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    /// One symbol after the other; the last is a break.
    pub(super) symbols: Vec<u32>,
    /// The token of each symbol.
    pub(super) tokens: Vec<u32>,
    /// What is known of each word type.
    traits: Vec<Traits>,
    /// Symbols that are words or numbers.
    pub(super) words: u32,
    /// The symbol of `、`.
    enumeration_mark: Option<u32>,
    /// The symbols of `以` and `的`.
    with: Option<u32>,
    of: Option<u32>,
    /// The symbols of `为`, `为首` and the like, which belong to an `以`.
    made: Vec<u32>,
}

/// What a word type may do in an expression.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Traits {
    role: Role,
    sort: Sort,
    name: Name,
    /// What parts stretches where it stands, if its role is to stand outside.
    parts_by: u32,
}

/// Words that are told apart by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    /// `、`
    EnumerationMark,
    /// `以`
    With,
    /// `的`
    Of,
    /// `为`, `为首` and the like.
    Made,
    Other,
}

/// What sort of word it is, of whatever role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// A noun, or a verb used as one.
    Noun,
    Verb,
    /// Joins what is said side by side: `和`, `、`.
    Coordinator,
    /// Begins what comes after or ends what came before: `并`, `以`, `时`.
    Turn,
    Other,
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
    /// Close it or stand inside: `领域` in `重点领域`, which says nothing without what stands before it.
    Closer,
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
        matches!(self, Self::Content | Self::Part | Self::Opener | Self::Closer | Self::Inner)
    }

    /// Whether it can close an expression.
    pub(super) fn closes(self) -> bool {
        matches!(self, Self::Content | Self::Part | Self::Closer)
    }
}

impl Sequence {
    /// Reads the tokens.
    pub(super) fn of(tokens: &Tokens, natures: &[Nature]) -> Self {
        // A break before each paragraph at the most, and one at the end; marks are breaks too.
        let room = tokens.items.len() + tokens.starts.len() + 1;
        let mut sequence = Self {
            symbols: Vec::with_capacity(room),
            tokens: Vec::with_capacity(room),
            traits: natures.iter().map(|nature| nature.traits).collect(),
            ..Self::default()
        };
        // The symbol of each word type, or what parts stretches there, and whether it counts as a word.
        let mut steps: Vec<(u32, u32)> = Vec::with_capacity(natures.len());
        for (symbol, nature) in (0..).zip(natures) {
            match nature.traits.name {
                Name::EnumerationMark => sequence.enumeration_mark = Some(symbol),
                Name::With => sequence.with = Some(symbol),
                Name::Of => sequence.of = Some(symbol),
                Name::Made => sequence.made.push(symbol),
                Name::Other => {}
            }
            let Traits { role, parts_by, .. } = nature.traits;
            let symbol = if role == Role::Outside { parts_by } else { symbol };
            steps.push((symbol, role.is_word().into()));
        }
        let mut starts = tokens.starts.iter().copied();
        let mut start = starts.next();
        for (i, token) in (0_u32..).zip(&tokens.items) {
            if start.is_some_and(|at| at <= i) {
                sequence.part(BREAK);
                start = starts.find(|&at| at > i);
            }
            match steps.get(token.word as usize) {
                Some(&(symbol, words)) if symbol < FIRST_BREAK => {
                    sequence.words += words;
                    sequence.symbols.push(symbol);
                    sequence.tokens.push(i);
                }
                Some(&(by, _)) => sequence.part(by),
                None => sequence.part(BREAK),
            }
        }
        sequence.symbols.push(BREAK);
        sequence.tokens.push(tokens.items.len() as u32);
        sequence
    }

    /// Parts what stands before from what comes; two in a row are one, unless one tells more.
    fn part(&mut self, by: u32) {
        if by != BREAK || self.symbols.last().is_some_and(|&s| s < FIRST_BREAK) {
            self.symbols.push(by);
            self.tokens.push(self.tokens.last().copied().unwrap_or(0));
        }
    }

    /// Number of word types.
    pub(super) fn types(&self) -> usize {
        self.traits.len()
    }

    /// What a symbol may do.
    pub(super) fn role(&self, symbol: u32) -> Role {
        self.traits.get(symbol as usize).map_or(Role::Outside, |t| t.role)
    }

    fn is(&self, sort: Sort, symbol: u32) -> bool {
        self.traits.get(symbol as usize).is_some_and(|t| t.sort == sort)
    }

    /// Whether a symbol is a noun or a verb used as one, of whatever role.
    pub(super) fn is_nominal(&self, symbol: u32) -> bool {
        self.is(Sort::Noun, symbol)
    }

    /// Whether a symbol joins what is said side by side.
    pub(super) fn is_coordinator(&self, symbol: u32) -> bool {
        self.is(Sort::Coordinator, symbol)
    }

    /// Whether a symbol goes on with a noun before it, or is gone on with by one behind it: `工业` and `数据` in `工业数据`.
    pub(super) fn compounds(&self, symbol: u32) -> bool {
        self.role(symbol).closes() && self.is_nominal(symbol)
    }

    /// Whether an object before a symbol may go on with it: any word but one that begins something new.
    pub(super) fn continues(&self, symbol: u32) -> bool {
        self.role(symbol).is_word() && !self.is_enumeration_mark(symbol) && !self.is(Sort::Turn, symbol)
    }

    /// Whether a symbol is `的`.
    pub(super) fn is_of(&self, symbol: u32) -> bool {
        self.of == Some(symbol)
    }

    /// Whether a symbol is a verb.
    pub(super) fn is_verb(&self, symbol: u32) -> bool {
        self.is(Sort::Verb, symbol)
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
        let opens = match self.role(*first) {
            Role::Content | Role::Part | Role::Opener => true,
            // One word in quotation marks: `“三个代表”重要思想`. Several are an expression by themselves.
            Role::Open => symbols.get(2).is_some_and(|&s| self.role(s) == Role::Close),
            _ => false,
        };
        if !opens || !self.role(*last).closes() || !symbols.iter().any(|&s| self.role(s) == Role::Content) {
            return false;
        }
        let mut open = 0_i32;
        let mut with = false;
        for &symbol in symbols {
            with |= Some(symbol) == self.with;
            if self.made.contains(&symbol) && !with {
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

impl Traits {
    pub(in super::super) fn of(word: &WordType, class: Class, classes: &Classes) -> Self {
        let text = word.text.as_str();
        let role = match word.kind {
            // What is listed before 等 varies, and with 了 it is a clause: no expression reaches across them.
            TokenKind::Word if matches!(text, "等" | "了" | "着" | "过") => Role::Outside,
            // A letter that numbers a figure or a choice.
            TokenKind::Word if matches!(text.as_bytes(), [b'A'..=b'Z' | b'a'..=b'z']) => Role::Inner,
            TokenKind::Word if DEPENDENT.contains(&text) => Role::Closer,
            TokenKind::Word if class == Class::Content => Role::Content,
            TokenKind::Word if classes.is_part(word) => Role::Part,
            TokenKind::Word if classes.may_open(word) => Role::Opener,
            TokenKind::Word => Role::Inner,
            TokenKind::Number if text.chars().all(crate::lexicon::is_han) => Role::Inner,
            TokenKind::Mark => match text {
                "、" | "·" => Role::Inner,
                "“" | "‘" | "《" => Role::Open,
                "”" | "’" | "》" => Role::Close,
                _ => Role::Outside,
            },
            TokenKind::Number | TokenKind::Redaction => Role::Outside,
        };
        let sort = match &*word.tag {
            _ if matches!(text, "、" | "和" | "与" | "及" | "以及") => Sort::Coordinator,
            // Not names of persons, which stand beside an expression rather than in it.
            "n" | "nz" | "ns" | "nt" | "ng" | "vn" | "an" | "j" | "l" | "b" => Sort::Noun,
            "v" => Sort::Verb,
            "c" | "f" => Sort::Turn,
            _ if matches!(text, "以" | "来" | "为") => Sort::Turn,
            _ => Sort::Other,
        };
        let name = match text {
            "、" => Name::EnumerationMark,
            "以" => Name::With,
            "的" => Name::Of,
            _ if text.starts_with('为') && MADE.contains(&text) => Name::Made,
            _ => Name::Other,
        };
        let parts_by = match word.kind {
            TokenKind::Redaction => REDACTED,
            _ if text == "等" => AND_SO_ON,
            TokenKind::Word | TokenKind::Number => ONWARD,
            TokenKind::Mark => BREAK,
        };
        Self { role, sort, name, parts_by }
    }
}

/// What makes one thing of `以` and what stands between: `以人民为中心`, `以旅游为主`.
const MADE: [&str; 7] = ["为", "为主", "为首", "为先", "为本", "为要", "为辅"];

/// Nouns that name a part of what stands before them and nothing by themselves: `金融领域`, `关键环节`, `“十四五”时期`.
const DEPENDENT: [&str; 4] = ["领域", "环节", "时期", "阶段"];
