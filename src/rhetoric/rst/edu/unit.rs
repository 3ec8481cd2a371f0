//! A discourse unit as the tree's features see it, computed once.
//!
//! In: text, the words of a block cut at unit starts. Out: [`Unit`]s.

use super::word::Word;
use crate::lexicon::connectives::Place;
use crate::rhetoric::rst::model::hash::{fingerprint, hash};
use crate::span::Span;

/// How strong the boundary after a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Inside a sentence.
    Clause,
    /// End of a sentence.
    Sentence,
    /// End of a paragraph.
    Paragraph,
}

/// One unit with what its features ask for.
#[derive(Clone, Debug)]
// Each flag is a feature of its own.
#[allow(clippy::struct_excessive_bools)]
pub struct Unit {
    /// Its characters.
    pub span: Span,
    /// Its length in characters.
    pub chars: u32,
    /// First and second word that is no mark.
    pub firsts: [u64; 2],
    /// Last and last but one.
    pub lasts: [u64; 2],
    /// Tags of the first and the last word.
    pub tags: [u64; 2],
    /// Coarse tag of the first word.
    pub first_coarse: u8,
    /// First two and last two characters.
    pub edges: [char; 4],
    /// Last character before closing brackets and quotation marks.
    pub end: char,
    /// Words that are no marks.
    pub words: Vec<u64>,
    /// Where words begin, in bytes from its start.
    pub cuts: Vec<u32>,
    /// Connectives, pronouns, speech verbs and such anywhere in it.
    pub functions: Vec<u64>,
    /// The first of them within the first four words, without speech verbs.
    pub cues: Vec<u64>,
    /// Content words, sorted.
    pub content: Vec<u64>,
    /// Its last speech verb.
    pub speech: Option<u64>,
    /// Whether it opens with a source: 据.
    pub source: bool,
    /// Whether its last word is that verb.
    pub ends_in_speech: bool,
    /// Shape of an enumerator at its start, 0 for none.
    pub enumerator: u64,
    /// Whether it has a verb.
    pub verbal: bool,
    /// Which bracket, quotation mark or dash it opens with.
    pub opening: u8,
    /// Whether it opens a paragraph.
    pub opens_paragraph: bool,
    /// The boundary after it.
    pub level: Level,
    /// A paragraph of this unit alone, without a closing mark.
    pub heading: bool,
    /// Class of its end, of its start: one letter each.
    pub classes: [u8; 2],
}

/// Words too common to tell what a unit is about.
const COMMON: [u64; 22] = [
    hash("是".as_bytes()),
    hash("有".as_bytes()),
    hash("在".as_bytes()),
    hash("会".as_bytes()),
    hash("要".as_bytes()),
    hash("可以".as_bytes()),
    hash("将".as_bytes()),
    hash("上".as_bytes()),
    hash("中".as_bytes()),
    hash("下".as_bytes()),
    hash("等".as_bytes()),
    hash("到".as_bytes()),
    hash("一".as_bytes()),
    hash("一个".as_bytes()),
    hash("不".as_bytes()),
    hash("为".as_bytes()),
    hash("个".as_bytes()),
    hash("人".as_bytes()),
    hash("我".as_bytes()),
    hash("这".as_bytes()),
    hash("他".as_bytes()),
    hash("了".as_bytes()),
];

/// Words of time that close a circumstance.
const TIMES: [u64; 14] = [
    hash("时".as_bytes()),
    hash("后".as_bytes()),
    hash("前".as_bytes()),
    hash("之后".as_bytes()),
    hash("之前".as_bytes()),
    hash("时候".as_bytes()),
    hash("以后".as_bytes()),
    hash("以来".as_bytes()),
    hash("中".as_bytes()),
    hash("下".as_bytes()),
    hash("上".as_bytes()),
    hash("里".as_bytes()),
    hash("期间".as_bytes()),
    hash("之际".as_bytes()),
];

/// Where a unit stands among its neighbours.
#[derive(Clone, Copy, Debug)]
pub struct Position {
    /// It opens a paragraph.
    pub opens_paragraph: bool,
    /// It closes a paragraph.
    pub closes_paragraph: bool,
}

impl Unit {
    /// Reads the unit made of `words`.
    pub fn new(text: &str, words: &[Word], place: Position) -> Self {
        let span =
            words.first().zip(words.last()).map_or(Span::default(), |(a, b)| Span::new(a.span.start, b.span.end));
        let written = span.of(text);
        let said: Vec<&Word> = {
            let plain: Vec<&Word> = words.iter().filter(|w| w.first.is_alphanumeric()).collect();
            if plain.is_empty() { words.iter().take(1).collect() } else { plain }
        };
        let text_at = |i: Option<usize>| i.and_then(|i| said.get(i)).map_or(0, |w| w.text);
        let n = said.len();
        let end =
            written.trim_end_matches(is_closer).chars().next_back().or(written.chars().next_back()).unwrap_or(' ');
        let mut front = written.chars();
        let mut back = written.chars().rev();
        let edges = [front.next(), front.next(), back.next(), back.next()].map(|c| c.unwrap_or('\0'));
        let last_speech = said.iter().rposition(|w| w.is_speech());
        let mut content: Vec<u64> = said.iter().filter(|w| is_content(w)).map(|w| w.text).collect();
        content.sort_unstable();
        content.dedup();
        let cue = |w: &&&Word| w.function.is_some_and(|f| f.place != Place::Speech);
        let level = if place.closes_paragraph {
            Level::Paragraph
        } else if matches!(end, '。' | '！' | '？' | '!' | '?' | '…') {
            Level::Sentence
        } else {
            Level::Clause
        };
        let mut unit = Self {
            span,
            chars: written.chars().count() as u32,
            firsts: [text_at(Some(0)), text_at(Some(1))],
            lasts: [text_at(n.checked_sub(1)), text_at(n.checked_sub(2))],
            tags: [said.first().map_or(0, |w| w.tag), said.last().map_or(0, |w| w.tag)],
            first_coarse: said.first().map_or(b'x', |w| w.coarse),
            edges,
            end,
            words: said.iter().map(|w| w.text).collect(),
            cuts: words.iter().map(|w| (w.span.start - span.start) as u32).collect(),
            functions: said.iter().filter(|w| w.function.is_some()).map(|w| w.text).collect(),
            cues: said.iter().take(4).filter(cue).map(|w| w.text).collect(),
            content,
            speech: last_speech.and_then(|i| said.get(i)).map(|w| w.text),
            source: said.first().is_some_and(|w| matches!(w.first, '据' | '根')),
            ends_in_speech: last_speech.is_some() && last_speech == n.checked_sub(1),
            enumerator: enumerator(written),
            verbal: words.iter().any(Word::is_verb),
            opening: opening(edges[0]),
            opens_paragraph: place.opens_paragraph,
            level,
            heading: place.opens_paragraph
                && place.closes_paragraph
                && !matches!(end, '。' | '！' | '？' | '!' | '?' | '；' | ';' | '，' | ','),
            classes: [b'N', b'n'],
        };
        unit.classes = [unit.end_class(), unit.start_class(said.first().is_some_and(|w| cue(&w)))];
        unit
    }

    fn end_class(&self) -> u8 {
        let [.., last, _] = self.edges;
        match (last, self.end) {
            ('的', _) => b'D',
            (_, '，' | ',') => b'C',
            (_, '；' | ';') => b'S',
            (_, '：' | ':') => b'L',
            (_, '。' | '！' | '？' | '!' | '?' | '…') => b'F',
            (c, _) if is_closer(c) => b'K',
            ('、', _) => b'J',
            _ if TIMES.contains(&self.lasts[0]) => b'T',
            _ if self.ends_in_speech => b'A',
            _ => b'N',
        }
    }

    fn start_class(&self, connective: bool) -> u8 {
        match self.opening {
            1 => b'k',
            2 => b'q',
            _ if connective => b'c',
            _ => match self.first_coarse {
                c @ (b'v' | b'p' | b'r') => c,
                _ => b'n',
            },
        }
    }

    /// Length in steps that grow.
    pub fn length(&self) -> u8 {
        length(self.chars)
    }

    /// How many content words two units share, looked up in the shorter list.
    pub fn shared(&self, other: &Self) -> usize {
        let (few, many) = if self.content.len() < other.content.len() {
            (&self.content, &other.content)
        } else {
            (&other.content, &self.content)
        };
        few.iter().filter(|w| many.binary_search(w).is_ok()).count()
    }
}

/// The units of one block of running text that start at the words numbered `starts`.
pub fn units_of_block(text: &str, words: &[Word], starts: &[usize]) -> Vec<Unit> {
    let last = starts.len().saturating_sub(1);
    let ends = starts.iter().copied().skip(1).chain([words.len()]);
    let cut = |(n, (&from, to)): (usize, (&usize, usize))| {
        let position = Position { opens_paragraph: n == 0, closes_paragraph: n == last };
        words.get(from..to).filter(|w| !w.is_empty()).map(|w| Unit::new(text, w, position))
    };
    starts.iter().zip(ends).enumerate().filter_map(cut).collect()
}

/// Lengths in characters, in steps that grow.
pub fn length(chars: u32) -> u8 {
    match chars {
        0..4 => 0,
        4..7 => 1,
        7..11 => 2,
        11..16 => 3,
        16..24 => 4,
        24..40 => 5,
        _ => 6,
    }
}

fn is_closer(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | ')' | '」' | '』' | '》' | '】')
}

fn is_content(word: &Word) -> bool {
    !matches!(word.coarse, b'w' | b'u' | b'p' | b'r' | b'c' | b'd' | b'm' | b'q' | b'f' | b'y')
        && !COMMON.contains(&word.text)
        && word.first.is_alphanumeric()
}

fn opening(first: char) -> u8 {
    match first {
        '（' | '(' => 1,
        '“' | '「' | '"' => 2,
        '—' | '-' => 4,
        _ => 0,
    }
}

/// Shape of an enumerator: `（三）` and `（一）` are of one shape, `3.` and `12.` too; 0 for none.
fn enumerator(text: &str) -> u64 {
    const WORDS: [&str; 9] = ["首先", "其次", "再次", "最后", "其一", "其二", "另外", "此外", "步骤"];
    for word in WORDS {
        if text.starts_with(word) {
            return hash(word.as_bytes());
        }
    }
    let mut shape = 1_u64;
    let mut chars = text.chars().peekable();
    let part = |shape: &mut u64, c: u64| *shape = fingerprint(*shape, &[c]);
    let mut prefixed = false;
    if let Some(c) = chars.next_if(|c| matches!(c, '（' | '(' | '第' | '—' | '-' | '•' | '·')) {
        part(&mut shape, u64::from(c));
        if matches!(c, '—' | '-' | '•' | '·') {
            return shape;
        }
        prefixed = c == '第';
    }
    let mut digits = 0;
    let mut han = false;
    while let Some(c) = chars.next_if(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c)) {
        han = !c.is_ascii_digit();
        digits += 1;
    }
    if digits == 0 || digits > 3 {
        return 0;
    }
    part(&mut shape, u64::from(han));
    match chars.next() {
        Some(c @ (')' | '）' | '、' | '.' | '．' | '，' | ',')) => part(&mut shape, u64::from(c)),
        Some('是') if han => part(&mut shape, 2),
        Some('要') if han => part(&mut shape, 3),
        _ if prefixed => part(&mut shape, 4),
        _ => return 0,
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enumerators_of_one_kind_have_one_shape() {
        for (a, b) in
            [("（三）抓落实", "（十二）强保障"), ("3.抓", "12.强"), ("一是抓", "二是强"), ("第一，", "第三，")]
        {
            assert_eq!(enumerator(a), enumerator(b), "{a} {b}");
            assert_ne!(enumerator(a), 0, "{a}");
        }
        for plain in ["2024年", "三个方面", "抓好落实", "一些地方", "3%"] {
            assert_eq!(enumerator(plain), 0, "{plain}");
        }
        assert_ne!(enumerator("一、抓"), enumerator("（一）抓"));
    }
}
