//! What a line looks like by itself.
//!
//! In: the characters of one line. Out: [`Looks`]: its measures, the folded characters the detectors read, and the kind it has
//! wherever it stands. Depends on nothing else, so that a text read again need only look at lines that are new.

use super::line::is_blank;
use super::signs::Signs;
use super::{BlockKind, boilerplate, courtesy, page, provenance, salutation};
use crate::lexicon::layout_words::{Boilerplate, fold};
use crate::lexicon::markdown::Marks;
use crate::lexicon::{CharSet, is_basic_han, leading, simplified};
use std::sync::{LazyLock, OnceLock};

/// Longer lines are running text; no detector of whole lines reads past this many characters.
const KEPT: usize = 400;

/// The ideographs that are signs by themselves or with the one before.
static SIGNS: LazyLock<CharSet> =
    LazyLock::new(|| Signs::IDEOGRAPHS.chars().chain(Boilerplate::get().seconds()).collect());

/// What the characters of a line tell.
#[derive(Debug, Default)]
pub(super) struct Looks {
    /// Columns of white space in front; a full-width blank takes two.
    pub(super) indent: u32,
    /// Columns; a Chinese character takes two. Not counted past [`KEPT`] characters.
    pub(super) width: u32,
    /// Characters with blanks and indent. Not counted past [`KEPT`] characters.
    pub(super) length: usize,
    /// Characters without blanks; not counted past [`KEPT`] and one.
    pub(super) chars: usize,
    /// Its first characters without blanks, folded.
    pub(super) folded: String,
    /// Which signs are among these.
    pub(super) signs: Signs,
    /// Its last character, folded.
    pub(super) last: char,
    /// Whether it is a line of a table of contents.
    pub(super) dotted: bool,
    /// The kind it has wherever it stands, once asked for: most lines of hard-wrapped text are not.
    kind: OnceLock<Option<BlockKind>>,
}

impl Looks {
    /// Looks at a line that is not blank and has no blanks at its end.
    pub(super) fn of(line: &str) -> Self {
        let body = line.trim_start_matches(is_blank);
        let blank = line.get(..line.len() - body.len()).unwrap_or("");
        let mut folded = String::with_capacity(body.len().min(3 * KEPT));
        let (mut signs, mut before) = (Signs::default(), '\0');
        let (words, ideographs) = (Boilerplate::get(), &*SIGNS);
        let (mut width, mut length, mut chars) = (0, blank.chars().count(), 0);
        let mut marks = Marks::of(body);
        // where the stretch begins that is taken as it stands
        let mut from = 0;
        let mut end = body.len();
        let mut at = 0;
        while let Some(rest) = body.get(at..) {
            // most characters are no sign, and stay what they are
            let plain = leading(rest, |c| ideographs.contains(c) || simplified(c) != c).min(KEPT - chars);
            let (passed, rest) = rest.split_at_checked(3 * plain).unwrap_or((rest, ""));
            before = passed.chars().next_back().unwrap_or(before);
            (length, chars, width) = (length + plain, chars + plain, width + 2 * plain as u32);
            at += passed.len();
            let Some(c) = rest.chars().next() else { break };
            length += 1;
            let han = is_basic_han(c);
            width += if han { 2 } else { columns(c) };
            let blank = !han && (is_blank(c) || marks.end(c, at).is_some());
            chars += usize::from(!blank);
            if chars > KEPT {
                end = at;
                break;
            }
            let read = if han { simplified(c) } else { fold(c) };
            if !blank {
                signs.add(read, words.may_begin(before, read));
                before = read;
            }
            if blank || read != c {
                folded.push_str(body.get(from..at).unwrap_or(""));
                folded.extend(Some(read).filter(|_| !blank));
                from = at + c.len_utf8();
            }
            at += c.len_utf8();
        }
        folded.push_str(body.get(from..end).unwrap_or(""));
        let last = body.char_indices().rev().find(|&(at, c)| marks.end(c, at).is_none()).map(|(_, c)| c);
        Self {
            indent: blank.chars().map(columns).sum(),
            width,
            length,
            chars,
            dotted: signs.have(Signs::DOTS) && page::contents(&folded),
            folded,
            signs,
            last: last.map(fold).unwrap_or_default(),
            kind: OnceLock::new(),
        }
    }

    /// The kind it has wherever it stands, unless within a paragraph.
    pub(super) fn kind(&self) -> Option<BlockKind> {
        *self.kind.get_or_init(|| self.look())
    }

    fn look(&self) -> Option<BlockKind> {
        if boilerplate::is(self) {
            return Some(BlockKind::Boilerplate);
        }
        if salutation::is(self) {
            return Some(BlockKind::Salutation);
        }
        let folded = self.within(100)?;
        if self.chars <= provenance::LONGEST && provenance::is(folded) || provenance::book(folded) {
            return Some(BlockKind::Provenance);
        }
        let thanks = self.signs.have(Signs::THANKS) || folded.starts_with(['此', '敬', '致']);
        (self.chars <= courtesy::LONGEST && thanks && courtesy::is(folded)).then_some(BlockKind::Courtesy)
    }

    /// The whole line, folded, where it has at most `chars` characters.
    pub(super) fn within(&self, chars: usize) -> Option<&str> {
        (self.chars <= chars.min(KEPT)).then_some(self.folded.as_str())
    }

    /// Whether it ends as a sentence or a clause does, or leads to what follows.
    pub(super) fn ends_sentence(&self) -> bool {
        matches!(self.last, '。' | '!' | '?' | ';' | ':' | '…' | '.')
    }

    /// Whether it breaks off within a sentence by its last mark.
    pub(super) fn breaks_off(&self) -> bool {
        matches!(self.last, ',' | '、' | '(' | '《' | '“' | '[')
    }
}

/// Columns a character takes in fixed-width type.
fn columns(c: char) -> u32 {
    match c {
        '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{2060}' => 0,
        '\u{2014}' | '\u{2018}' | '\u{2019}' | '\u{201C}' | '\u{201D}' | '\u{2026}' | '\u{2E80}'.. => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::{one, read};
    use super::*;

    #[test]
    fn lines_are_measured_and_folded() {
        let lines = read("\u{feff}　　第一，各位同誌！\r\n\r\n \u{a0}\n12 345\n", None);
        let seen: Vec<_> = lines.iter().map(|l| (l.folded.as_str(), l.indent, l.width, l.gap)).collect();
        assert_eq!(seen, [("第一,各位同志!", 4, 16, 0), ("12345", 0, 6, 2)]);
        assert!(read(" \n\u{3000}", None).is_empty());
        let lines = read("## **一、总体要求**\n> 来源：*日报\n**县人民政府", None);
        let seen: Vec<_> = lines.iter().map(|l| (l.folded.as_str(), l.chars)).collect();
        assert_eq!(seen, [("一、总体要求", 6), ("来源:*日报", 6), ("**县人民政府", 7)]);
        assert_eq!((one("**要抓紧落实。**").last, one("**省**市**").last), ('。', '*'));
    }

    #[test]
    fn long_lines_keep_their_beginning_only() {
        let line = one(&"字".repeat(1000));
        assert_eq!((line.chars, line.folded.chars().count(), line.within(1000)), (KEPT + 1, KEPT, None));
    }
}
