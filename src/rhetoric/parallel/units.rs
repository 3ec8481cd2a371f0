//! From a paragraph to the units that can be parallel: sentences, clauses, members of `、`-series.
//!
//! In: a range of [`Glyphs`]. Out: [`Unit`]s without the marks that end them and without list markers (`一是`, `第二，`).

use super::glyphs::{Glyphs, Unit};
use crate::lexicon::is_basic_han;

/// A clause, and whether something ends before it: a sentence, or what a colon announces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub(crate) unit: Unit,
    pub(crate) opens: bool,
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// Sentences, also those that end in `；`, and what follows a colon.
pub(crate) fn sentences(glyphs: &Glyphs, paragraph: Unit) -> impl Iterator<Item = Unit> {
    let ends = |i: usize, c: char| ends_sentence(c) || matches!(c, '；' | ';') || is_colon(glyphs, i, c);
    split(glyphs, paragraph, ends).map(|(u, _)| u)
}

/// Clauses.
pub(crate) fn clauses(glyphs: &Glyphs, paragraph: Unit) -> Vec<Clause> {
    let ends = |i: usize, c: char| {
        ends_sentence(c) || matches!(c, '；' | ';' | '，' | ',' | '—' | '…') || is_colon(glyphs, i, c)
    };
    let opens = |end: char| ends_sentence(end) || matches!(end, '：' | ':' | '\n');
    split(glyphs, paragraph, ends).map(|(unit, before)| Clause { unit, opens: opens(before) }).collect()
}

/// Members of the `、`-series of a clause; one when it has none. Marks inside quotation marks or brackets part nothing.
pub(crate) fn pieces(glyphs: &Glyphs, clause: Unit) -> Vec<Unit> {
    let mut out = Vec::new();
    let (mut from, mut depth) = (clause.from, 0_u32);
    for (i, &c) in (clause.from..clause.to).zip(glyphs.of(clause)) {
        match c {
            '“' | '（' | '(' | '《' => depth += 1,
            '”' | '）' | ')' | '》' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => {
                out.push(Unit::new(from, i));
                from = i + 1;
            }
            _ => {}
        }
    }
    out.push(Unit::new(from, clause.to));
    out.retain(|u| u.len() > 0);
    out
}

/// A colon that is no ratio (7：3) and no time.
fn is_colon(glyphs: &Glyphs, i: usize, c: char) -> bool {
    matches!(c, '：' | ':') && !(glyphs.get(i + 1).is_ascii_digit() && i > 0 && glyphs.get(i - 1).is_ascii_digit())
}

/// Parts between ending marks, each with the mark before it (a line break for the first).
fn split(glyphs: &Glyphs, whole: Unit, ends: impl Fn(usize, char) -> bool) -> impl Iterator<Item = (Unit, char)> {
    let (mut from, mut before) = (whole.from, '\n');
    let mut at = whole.from;
    core::iter::from_fn(move || {
        while at <= whole.to {
            // most characters are ideographs
            let ideographs = glyphs.of(Unit::new(at, whole.to)).iter().take_while(|&&c| is_basic_han(c)).count();
            let i = at + ideographs;
            at = i + 1;
            let c = if i < whole.to { glyphs.get(i) } else { '。' };
            if i < whole.to && !ends(i, c) {
                continue;
            }
            let unit = bare(glyphs, Unit::new(from, i));
            let part = (unit.len() > 0).then_some((unit, before));
            // A mark that comes first in a row of marks (。”！) is the one that counts.
            before = if part.is_some() || ends_sentence(c) { c } else { before };
            from = i + 1;
            if part.is_some() {
                return part;
            }
        }
        None
    })
}

/// Without list marker, and without a quotation mark whose partner stands outside.
fn bare(glyphs: &Glyphs, unit: Unit) -> Unit {
    let mut unit = Unit::new(marker_end(glyphs, unit), unit.to);
    while unit.len() > 0 {
        let (first, last) = (glyphs.get(unit.from), glyphs.get(unit.to - 1));
        let inside = |c: char| glyphs.of(unit).iter().take(200).filter(|&&d| d == c).count();
        if matches!(first, '”' | '’' | '）' | ')' | '、' | '*') || (first == '“' && inside('”') == 0) {
            unit.from += 1;
        } else if last == '”' && inside('“') == 0 || matches!(last, '“' | '、') {
            unit.to -= 1;
        } else {
            break;
        }
    }
    unit
}

/// Where the words begin after `一是`, `二要` is kept as `要`, `第三，`, `其四，`, `（五）`, `6.`.
pub(crate) fn marker_end(glyphs: &Glyphs, unit: Unit) -> usize {
    let numeral = |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    let digit = |c: char| numeral(c) || c.is_ascii_digit();
    let run = |from: usize, ok: &dyn Fn(char) -> bool| {
        (from..unit.to).take(3).take_while(|&i| ok(glyphs.get(i))).count() + from
    };
    let first = glyphs.get(unit.from);
    let skip_mark = |i: usize| if matches!(glyphs.get(i), '，' | ',' | '、' | '：') { i + 1 } else { i };
    let after = match first {
        '（' | '(' => {
            let end = run(unit.from + 1, &digit);
            (end > unit.from + 1 && matches!(glyphs.get(end), '）' | ')')).then_some(end + 1)
        }
        '第' | '其' => {
            let end = run(unit.from + 1, &numeral);
            let marked = glyphs.get(end) == '是' || matches!(glyphs.get(end), '，' | ',' | '、') || end == unit.to;
            (end > unit.from + 1 && marked).then(|| if glyphs.get(end) == '是' { end + 1 } else { skip_mark(end) })
        }
        c if digit(c) => {
            let end = run(unit.from, &digit);
            match glyphs.get(end) {
                '是' if numeral(c) => Some(skip_mark(end + 1)),
                '要' if numeral(c) => Some(end),
                '、' | '.' | '．' if !glyphs.get(end + 1).is_ascii_digit() => Some(end + 1),
                _ => None,
            }
        }
        _ => None,
    };
    after.filter(|&a| a < unit.to).unwrap_or(unit.from)
}
