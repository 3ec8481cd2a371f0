//! Names of a series that the sentences behind it take up one by one, in their order:
//! `今年要保供水、保供电、保供暖。保供水，就是……。保供电，就是……。保供暖，就是……。`
//!
//! In: the sentences of a paragraph. Out: a head for each that a name opens; three are enough, and no count need
//! announce them (those that are counted are `announced`'s).

use super::{Document, Head, Paragraph, to_first_stop};
use crate::lexicon::is_han;
use crate::outline::Evidence;
use crate::outline::point::Standing;
use crate::span::Span;

/// The shortest name and the longest, in characters.
const SHORTEST: usize = 2;
const LONGEST: usize = 10;
/// Names that make a series.
const FEWEST: usize = 3;
/// Sentences that say what something is, among which the names of a series are looked for.
const REACH: usize = 40;
/// What may part the names of a series.
const BETWEEN: [char; 7] = ['、', '，', '和', '与', '及', '“', '”'];
/// With what a sentence goes on behind the name it takes up.
const SAYS: [&str; 5] = ["，", "就是", "主要", "是", "指"];

/// Groups of sentences that open with the names of a series right before them.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    for (paragraph, p) in document.paragraphs.iter().enumerate().filter(|(_, p)| p.sentences.len() > FEWEST) {
        for members in document.inside(p, |known| &known.again, || groups(document.text, p)) {
            heads.extend(
                members.into_iter().map(|h| Head::parallel(paragraph, h, Standing::Inside, Evidence::Announced, group)),
            );
            group += 1;
        }
    }
    heads
}

/// The groups of one paragraph.
fn groups(text: &str, p: &Paragraph) -> Vec<Vec<Span>> {
    let named: Vec<(usize, Span, &str)> = (p.sentences.iter().enumerate().skip(1))
        .filter(|(_, s)| !p.is_marked(**s))
        .filter_map(|(i, s)| Some((i, *s, name(s.of(text))?)))
        .collect();
    let mut groups = Vec::new();
    let mut rest = named.as_slice();
    while let Some((&(i, first, opening), behind)) = rest.split_first() {
        rest = behind;
        let before = p.sentences.get(i - 1).map(|s| s.of(text));
        let Some(mut series) = before.and_then(|before| after(before, opening)) else { continue };
        let mut members = vec![first];
        for (at, (_, sentence, name)) in behind.iter().enumerate().take(REACH) {
            let Some(next) = follows(series, name) else { continue };
            series = next;
            members.push(*sentence);
            if members.len() >= FEWEST {
                rest = behind.get(at + 1..).unwrap_or(&[]);
            }
        }
        if members.len() >= FEWEST {
            groups.push(members.into_iter().map(|s| to_first_stop(text, s)).collect());
        }
    }
    groups
}

/// The name a sentence takes up, when it goes on to say what that is.
fn name(sentence: &str) -> Option<&str> {
    let sentence = sentence.strip_prefix('“').unwrap_or(sentence);
    let is_name = |c: char| is_han(c) || matches!(c, '“' | '”');
    let ends = sentence.char_indices().take(LONGEST + 1).skip(SHORTEST);
    let (end, _) = ends
        .into_iter()
        .find(|&(at, _)| sentence.get(at..).is_some_and(|rest| SAYS.iter().any(|word| rest.starts_with(word))))?;
    sentence.get(..end).map(|name| name.trim_end_matches('”')).filter(|name| name.chars().all(is_name))
}

/// What stands behind a name in the sentence that lists it.
fn after<'s>(sentence: &'s str, name: &str) -> Option<&'s str> {
    sentence.find(name).and_then(|at| sentence.get(at + name.len()..))
}

/// What stands behind the next name of a series.
fn follows<'s>(series: &'s str, name: &str) -> Option<&'s str> {
    let next = series.trim_start_matches(BETWEEN);
    next.strip_prefix(name).filter(|_| next.len() < series.len())
}

#[cfg(test)]
mod tests {
    use super::super::headings;

    #[test]
    fn cases() {
        let cases = [
            (
                "今年要保供水、保供电、保供暖。保供水，就是要护好水源。保供电，就是要架牢线路。保供暖，就是要备足煤炭。",
                vec!["保供水，就是要护好水源", "保供电，就是要架牢线路", "保供暖，就是要备足煤炭"],
            ),
            (
                "要把“新面貌、新产业、新风气”贯穿始终。新面貌，就是整治环境。家家动手。新产业，就是做强果园。新风气，就是移风易俗。",
                vec!["新面貌，就是整治环境", "新产业，就是做强果园", "新风气，就是移风易俗"],
            ),
            (
                "我县底子厚、后劲足和人心齐的优势没有变。底子厚主要是产业配套完整。后劲足主要是项目储备充分。人心齐主要是干群关系融洽。",
                vec!["底子厚主要是产业配套完整", "后劲足主要是项目储备充分", "人心齐主要是干群关系融洽"],
            ),
            // two only, out of order, or not of one series
            ("要保供水、保供暖。保供水，就是要护好水源。保供暖，就是要备足煤炭。一件一件抓好。", vec![]),
            ("要抓生产、抓销售、抓服务。抓服务，就是要上门。抓销售，就是要开网店。抓生产，就是要扩种。", vec![]),
            ("要有闯劲有韧劲有巧劲。有闯劲，就是敢试。有韧劲，就是耐磨。有巧劲，就是会干。", vec![]),
        ];
        for (text, expected) in cases {
            assert_eq!(headings(super::find, text), expected, "{text}");
        }
    }
}
