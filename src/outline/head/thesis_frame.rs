//! What the theses of neighbouring paragraphs share, so that they are heads of one list.
//!
//! In: the theses of two paragraphs. Out: their [`Shared`] frame, and whether a third has it too.

use super::thesis::Thesis;
use super::{frame, has_clause_mark};

/// The longest thesis sentence of a head, in characters: a longer one is running text.
pub(super) const LONGEST: usize = 42;

/// The longest whose frame is a lone 要, in Chinese characters with it.
const LONGEST_LONE: usize = 9;

/// The longest of the theses that share three characters, in Chinese characters.
const LONGEST_BRIEF: usize = 18;

/// The length of sentences that share words in their middle, in characters.
const SHORTEST_WHOLE: usize = 10;
const LONGEST_WHOLE: usize = 24;

/// Characters of first clauses of one measure.
const MEASURED: std::ops::RangeInclusive<usize> = 3..=6;

/// The shortest closing words that make a frame, in characters.
const LEAST_CLOSING: usize = 6;

/// Characters that stand at the same places of first clauses equally long, at the least.
const LEAST_PLACES: usize = 3;

/// What two theses share.
pub(super) enum Shared {
    /// Opening words.
    Prefix(String),
    /// A scope phrase: preposition and closing words.
    Scope(char, &'static str),
    /// A clause that says by what: 以修路为抓手，……。以育人为根本，……。
    ByWhat,
    /// Words in the middle of short sentences: 班子建设为乡村振兴提供保障。
    Inner(String),
    /// Closing words, where the first character is shared as well: 在办学上始终把孩子放在前头。
    Closing(String),
    /// Words that open the second clause of two: 治水不停歇，坚决打赢碧水保卫战。
    Second(String),
    /// Length of the first clause, and its characters that stand at the same places: 以滴水穿石的韧劲治水，……。以众人拾柴的干劲修路，……。
    Places(usize, Vec<(usize, char)>),
    /// Characters of the first clause and the number of clauses: 观大局，……，……。 抓机遇，……，……。
    Measure(usize, usize),
}

/// Characters of the first clause of a short thesis, and how many clauses it has.
fn measure(thesis: &str) -> Option<(usize, usize)> {
    let first = frame::opening(thesis);
    let chars = first.chars().count();
    let fits = MEASURED.contains(&chars)
        && first.chars().all(crate::lexicon::is_han)
        && thesis.chars().count() <= LONGEST
        && !frame::reports(first);
    let clauses = thesis.matches('，').count() + 1;
    (fits && clauses > 1).then_some((chars, clauses))
}

/// The second of the two clauses of a short sentence.
fn second_clause(thesis: &str) -> Option<&str> {
    let (first, second) = thesis.split_once('，').filter(|_| thesis.chars().nth(LONGEST).is_none())?;
    let fits = first.chars().count() >= 4 && !has_clause_mark(second);
    fits.then_some(second)
}

/// Characters that stand at the same places of two clauses equally long and not the same.
fn same_places(a: &str, b: &str) -> Vec<(usize, char)> {
    if a == b || a.chars().count() != b.chars().count() {
        return Vec::new();
    }
    a.chars().zip(b.chars()).enumerate().filter(|(_, (x, y))| x == y).map(|(at, (x, _))| (at, x)).collect()
}

/// Whether an opening phrase says what is taken for what: `以修路为抓手`
fn says_by_what(phrase: &str) -> bool {
    let parts = phrase.strip_prefix('以').and_then(|rest| rest.split_once('为'));
    parts.is_some_and(|(what, role)| what.chars().nth(1).is_some() && (1..=6).contains(&role.chars().count()))
}

/// Whether two theses go on behind their first clause, and neither for long.
fn marked_theses(a: &str, b: &str) -> bool {
    [a, b].iter().all(|t| t.chars().nth(LONGEST).is_none() && t.contains('，'))
}

/// Whether a short thesis is made of two clauses: `聚焦种粮大户，把良种送到田头`
fn is_of_two(thesis: &str) -> bool {
    thesis.matches('，').count() == 1 && thesis.chars().count() <= LONGEST
}

impl Shared {
    pub(super) fn of(text: &str, first: &Thesis, second: &Thesis) -> Option<Self> {
        let (a, b) = (first.span.of(text), second.span.of(text));
        let prefix = a.get(..frame::common_prefix(a, b))?;
        let chars = prefix.chars().count();
        let (open_a, open_b) = (first.opening.of(text), second.opening.of(text));
        if first.reports || second.reports || frame::refers_back(open_a) {
            return None;
        }
        if let Some(x) = frame::scope(open_a)
            && frame::scope(open_b) == Some(x)
            && open_a != open_b
        {
            return Some(Self::Scope(x.0, x.1));
        }
        if says_by_what(open_a) && says_by_what(open_b) && open_a != open_b && marked_theses(a, b) {
            return Some(Self::ByWhat);
        }
        let marked = prefix.ends_with(['，', '：', '、']) || prefix.contains('，');
        let (wide, narrow) = (first.han, second.han);
        let equal = wide.abs_diff(narrow) <= 2;
        let lone = matches!(prefix, "要" | "是" | "在" | "同时" | "今年" | "他们" | "各级" | "全市" | "全省");
        let brief = wide.max(narrow) <= LONGEST_BRIEF && !has_clause_mark(a) && !has_clause_mark(b);
        let enough = chars >= 4
            || chars == 3 && brief
            || chars >= 2 && (marked || equal || prefix == "我们" || is_of_two(a) && is_of_two(b))
            || prefix == "要" && equal && wide.max(narrow) <= LONGEST_LONE;
        if enough && (!lone || prefix == "要" && equal) {
            return Some(Self::Prefix(prefix.to_owned()));
        }
        let whole = |t: &str| {
            t.chars().all(crate::lexicon::is_han) && (SHORTEST_WHOLE..=LONGEST_WHOLE).contains(&t.chars().count())
        };
        if whole(a)
            && whole(b)
            && let Some(inner) = frame::common_inner(a, b)
        {
            return Some(Self::Inner(inner.to_owned()));
        }
        let pair = second_clause(a).and_then(|a| Some((a, second_clause(b)?)));
        let second = pair.and_then(|(a, b)| a.get(..frame::common_prefix(a, b)));
        if let Some(words) = second.filter(|words| words.chars().nth(3).is_some()) {
            return Some(Self::Second(words.to_owned()));
        }
        let closing = frame::common_suffix(a, b);
        if closing >= LEAST_CLOSING && chars > 0 && wide.max(narrow) <= LONGEST {
            return a
                .char_indices()
                .rev()
                .nth(closing - 1)
                .and_then(|(at, _)| Some(Self::Closing(a.get(at..)?.into())));
        }
        let places = same_places(open_a, open_b);
        if places.len() >= LEAST_PLACES && marked_theses(a, b) {
            return Some(Self::Places(open_a.chars().count(), places));
        }
        let (first, clauses) = measure(a).filter(|m| measure(b) == Some(*m) && open_a != open_b)?;
        Some(Self::Measure(first, clauses))
    }

    pub(super) fn fits(&self, thesis: &str) -> bool {
        match self {
            Self::Prefix(prefix) => thesis.starts_with(prefix.as_str()),
            Self::Scope(first, closing) => frame::scope(frame::opening(thesis)) == Some((*first, closing)),
            Self::ByWhat => says_by_what(frame::opening(thesis)) && thesis.chars().count() <= LONGEST,
            Self::Closing(words) => thesis.ends_with(words.as_str()),
            Self::Second(words) => second_clause(thesis).is_some_and(|clause| clause.starts_with(words.as_str())),
            Self::Places(chars, places) => {
                let first = frame::opening(thesis);
                let kept = places.iter().filter(|&&(at, c)| first.chars().nth(at) == Some(c)).count();
                first.chars().count() == *chars && kept >= LEAST_PLACES && thesis.chars().count() <= LONGEST
            }
            Self::Measure(first, clauses) => measure(thesis) == Some((*first, *clauses)),
            Self::Inner(words) => {
                thesis.contains(words.as_str()) && !has_clause_mark(thesis) && thesis.chars().count() <= LONGEST_WHOLE
            }
        }
    }
}
