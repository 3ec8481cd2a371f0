//! Heads of documents: the title and what stands around it, down to whom the text is for.
//!
//! In: the reader's lines and the place where a head may begin. Out: [`Head`].

use super::byline::{self, Sure};
use super::line::{Line, after_number, is_han_numeral};
use super::reader::{Head, Proof, Reader};
use super::{BlockKind, addressee, date, doc_number, salutation, subtitle, title};

/// The most lines that one title takes.
const TITLE_LINES: usize = 3;
/// The most lines that stand between a title and its body.
const BELOW: usize = 40;
/// The most bylines; more are a list of people.
const BYLINES: usize = 3;
/// The head whose title begins at `at`.
pub(super) fn at(reader: &Reader<'_>, at: usize) -> Head {
    let mut end = at + 1;
    while end < at + TITLE_LINES && goes_on(reader, end) {
        end += 1;
    }
    let mut kinds: Vec<_> = (at..end).map(|i| (i, BlockKind::Title)).collect();
    let (end_of_head, proof) = below(reader, end, &mut kinds, true);
    Head { line: at, title: Some((at, end)), end: end_of_head, kinds, proof }
}

/// The head of a text without title.
pub(super) fn untitled(reader: &Reader<'_>, at: usize) -> Head {
    let mut kinds = Vec::new();
    let (end, proof) = below(reader, at, &mut kinds, false);
    let line = kinds.iter().find(|(_, kind)| *kind != BlockKind::Boilerplate).map_or(at, |&(line, _)| line);
    Head { line, title: None, end, kinds, proof }
}

/// Whether the line at `at` goes on with the title above it.
fn goes_on(reader: &Reader<'_>, at: usize) -> bool {
    let (Some(above), Some(line)) = (at.checked_sub(1).and_then(|i| reader.lines.get(i)), reader.lines.get(at)) else {
        return false;
    };
    let (Some(first), Some(second)) = (above.within(70), line.within(70)) else { return false };
    let plain = reader.fixed(at).is_none() && line.gap <= 1 && title::looks(line);
    // `政府工作报告——在……会议上` / `某省省长 王某`
    let signed = || byline::read(reader.text, line) == Some(byline::Sure::Surely);
    plain && !signed() && (title::continues(first, second) || is_over_subtitle(reader, at, first, line))
}

/// Whether the line at `at`, below a title without the words of one, stands over the subtitle, the date, the name of
/// who wrote it or (at the top of a file) the salutation that says what both are: `高举旗帜团结奋进`, `开创发展新局面`,
/// `——在…上的报告`.
fn is_over_subtitle(reader: &Reader<'_>, at: usize, above: &str, line: &Line) -> bool {
    let says = |at: usize| {
        let greets = at <= TITLE_LINES && reader.fixed(at) == Some(BlockKind::Salutation);
        let below = reader.lines.get(at).and_then(|below| below.within(80));
        let said =
            |below: &str| subtitle::dashed(below) && subtitle::is(below) || below.starts_with('(') && date::is(below);
        greets || below.is_some_and(said) || below.is_some_and(byline::is_name) && is_long(reader, at + 1)
    };
    // two more lines of it, at the top
    let said = says(at + 1) || at == 1 && reader.lines.get(2).is_some_and(title::looks) && says(3);
    said && !title::has_genre(above) && !subtitle::is(&line.folded) && byline::read(reader.text, line).is_none()
}

/// Reads the lines below a title (or at the top of a text without one): their kinds, the index of the first
/// line of the body and what they prove.
fn below(reader: &Reader<'_>, from: usize, kinds: &mut Vec<(usize, BlockKind)>, titled: bool) -> (usize, Proof) {
    let mut proof = Proof::None;
    let mut at = from;
    let mut bylines = 0;
    while let Some(line) = reader.lines.get(at).filter(|_| at < from + BELOW) {
        let letter = at == from && !titled && salutation::opens_letter(line);
        if let Some(kind) = opens(line, reader.fixed(at)).or(letter.then_some(BlockKind::Salutation)) {
            kinds.push((at, kind));
            at += 1;
            proof = proof.max(Proof::Likely);
            if kind == BlockKind::Salutation {
                break;
            }
            continue;
        }
        let (kind, proves) = match reader.fixed(at) {
            // a table of contents stands below titles only
            Some(kind) if matches!(line.folded.as_str(), "目录" | "目次") => (kind, Proof::Likely),
            Some(kind @ (BlockKind::Boilerplate | BlockKind::Provenance)) => (kind, Proof::None),
            Some(_) => break,
            None if is_value(reader, at, kinds) => (BlockKind::Boilerplate, Proof::None),
            None if bylines >= BYLINES => break,
            None => match around(reader, at, line, kinds, titled) {
                Some((BlockKind::Byline, _)) if bylines > 0 && !near_byline(line) => break,
                Some(found) => found,
                None => break,
            },
        };
        bylines += usize::from(kind == BlockKind::Byline);
        proof = proof.max(proves);
        kinds.push((at, kind));
        at += 1;
    }
    (at, proof)
}

/// Whether the line at `at` is the value of a field of a site's record whose label stands alone above it.
fn is_value(reader: &Reader<'_>, at: usize, kinds: &[(usize, BlockKind)]) -> bool {
    let label = kinds.last().filter(|&&(i, kind)| kind == BlockKind::Boilerplate && i + 1 == at);
    let colon = label
        .and_then(|&(i, _)| reader.lines.get(i))
        .is_some_and(|line| line.last == ':' && line.chars <= 8 && line.folded.matches(':').count() == 1);
    let titled = |line: &Line| {
        kinds
            .iter()
            .any(|&(i, kind)| kind == BlockKind::Title && reader.lines.get(i).is_some_and(|t| t.folded == line.folded))
    };
    let value =
        |line: &Line| line.chars <= 40 && !line.ends_sentence() && !doc_number::is(&line.folded) && !titled(line);
    colon && reader.lines.get(at).is_some_and(value)
}

/// A second byline holds an office or a name as well; bodies come once.
fn near_byline(line: &Line) -> bool {
    line.within(40).is_some_and(|folded| !crate::lexicon::layout_words::ends_as_body(folded))
}

/// What a line of a head is that is not fixed, and what it proves.
fn around(
    reader: &Reader<'_>,
    at: usize,
    line: &Line,
    kinds: &[(usize, BlockKind)],
    titled: bool,
) -> Option<(BlockKind, Proof)> {
    let folded = line.within(150)?;
    let above = kinds.last().filter(|_| titled);
    if date::is(folded) {
        let near = |at: usize| reader.lines.get(at).is_some_and(|line| line.folded.starts_with("地点"));
        if date::stamps(folded) && !near(at + 1) && !near(at.wrapping_sub(1)) {
            return Some((BlockKind::Boilerplate, Proof::Likely));
        }
        // a day without brackets may head an entry of a chronicle
        return Some((BlockKind::Date, if folded.starts_with('(') { Proof::Sure } else { Proof::Likely }));
    }
    // below the day, where it was
    if folded.starts_with("地点:") && above.is_some_and(|(_, kind)| *kind == BlockKind::Date) && !line.ends_sentence()
    {
        return Some((BlockKind::Date, Proof::None));
    }
    if doc_number::is(folded) {
        return Some((BlockKind::DocNumber, Proof::Sure));
    }
    if subtitle::is(folded) {
        // without a title the occasion only says when
        let kind = if titled { BlockKind::Subtitle } else { BlockKind::Date };
        return (titled || date::prefix(folded).is_some()).then_some((kind, Proof::Likely));
    }
    if let Some((i, BlockKind::Subtitle)) = above
        && reader.lines.get(*i).is_some_and(|up| subtitle::continues(&up.folded, folded))
    {
        return Some((BlockKind::Subtitle, Proof::Likely));
    }
    // what the text is about, told by whoever printed it
    if titled && title::reports(folded) && !line.ends_sentence() && !folded.contains('。') {
        return Some((BlockKind::Boilerplate, Proof::None));
    }
    // the column of a paper or a site: 【学习贯彻会议精神】
    if titled && folded.starts_with('【') && folded.find('】') == folded.len().checked_sub('】'.len_utf8()) {
        return Some((BlockKind::Boilerplate, Proof::None));
    }
    match byline::read(reader.text, line) {
        Some(Sure::Surely) => Some((BlockKind::Byline, Proof::Sure)),
        Some(Sure::Likely) if titled && at > 0 => Some((BlockKind::Byline, Proof::None)),
        _ => None,
    }
}

/// Whether a paragraph of running text stands at `at`.
fn is_long(reader: &Reader<'_>, at: usize) -> bool {
    reader.lines.get(at).is_some_and(|line| line.chars >= 30)
}

/// Whether running text or a numbered head stands at `at`.
pub(super) fn is_body(reader: &Reader<'_>, at: usize) -> bool {
    let body = reader.lines.get(at);
    // 一, and below it the text
    let number = |line: &str| line.chars().all(is_han_numeral);
    body.is_some_and(|body| {
        body.chars >= 30
            || body.within(2).is_some_and(number)
            || body.ends_sentence()
            || after_number(&body.folded).is_some()
    })
}

/// Whether a line opens a body by naming whom it is for.
pub(super) fn opens(line: &Line, fixed: Option<BlockKind>) -> Option<BlockKind> {
    match fixed {
        Some(BlockKind::Salutation) => Some(BlockKind::Salutation),
        Some(_) => None,
        None if line.within(16).is_some_and(salutation::names_person) => Some(BlockKind::Salutation),
        None => line.within(220).filter(|s| addressee::is(s)).map(|_| BlockKind::Addressee),
    }
}
