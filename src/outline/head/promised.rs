//! Heads that a count promises without naming them: `要办好以下几件事情。` and then paragraphs that each open with a
//! short sentence, `严明财经纪律。…` / `厉行节约，刹住歪风。…`, or one that ends with what is counted: `将3起违规用车问题通报如下。`
//! `甲镇某某公车私用问题。…`

use super::frame::common_prefix;
use super::{Document, Head, bare_span};
use crate::outline::Evidence;
use crate::outline::announce::promise::Strength;
use crate::outline::point::Standing;
use crate::span::Span;

/// The longest head, in characters.
const LONGEST: usize = 30;

/// Members of a list whose number is not said.
const SEVERAL: usize = 3;

/// Bytes that heads of one frame share at their start.
const SHARED: usize = 6;

/// Paragraphs that open so, as many as promised.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    for section in document.sections() {
        for (at, &i) in section.iter().enumerate() {
            let lead = document.paragraphs.get(i).and_then(|p| Some((p, *p.sentences.last()?)));
            let promise = lead.and_then(|(p, lead)| p.promises_in(lead).last());
            let Some(promise) = promise.filter(|p| p.strength >= Strength::Told && p.quoted.is_none()) else {
                continue;
            };
            // the points begin with the next paragraph, and only paragraphs of 一是… stand among them
            let behind = section.get(at + 1..).unwrap_or(&[]);
            if behind.first().is_none_or(|&next| next != i + 1) {
                continue;
            }
            let counted = tail(promise.span.of(document.text));
            let Some(row) = row(document, behind, promise.number, counted) else { continue };
            heads.extend(row.into_iter().map(|(paragraph, heading)| {
                Head::parallel(paragraph, heading, Standing::Opening, Evidence::Announced, group)
            }));
            group += 1;
            break;
        }
    }
    heads
}

/// The last two characters of a promise, which name what is counted.
fn tail(promise: &str) -> &str {
    promise.char_indices().rev().nth(1).and_then(|(at, _)| promise.get(at..)).unwrap_or(promise)
}

/// The heads behind a promise: as many as it says, or several.
fn row(document: &Document, behind: &[usize], number: Option<u32>, counted: &str) -> Option<Vec<(usize, Span)>> {
    let open = |&j: &usize| Some((j, head(document, j, counted)?));
    if let Some(number) = number {
        let row: Vec<(usize, Span)> = behind.iter().map_while(open).take(number as usize + 1).collect();
        let alike = |a: &(usize, Span), b: &(usize, Span)| {
            common_prefix(a.1.of(document.text), b.1.of(document.text)) >= SHARED
        };
        // one more may open so; then those promised share their first words, and it does not
        let (first, more) = (row.first()?, row.get(number as usize));
        let row = row.get(..number as usize)?;
        let fits = more.is_none_or(|m| row.iter().all(|r| alike(first, r)) && !alike(first, m));
        return fits.then(|| row.to_vec());
    }
    // a paragraph that goes on with its point may stand between two heads
    let mut row: Vec<(usize, Span)> = Vec::new();
    let mut missed = 0;
    for j in behind {
        match open(j) {
            Some(head) => {
                row.push(head);
                missed = 0;
            }
            None if missed == 0 && !row.is_empty() => missed = 1,
            None => break,
        }
    }
    (row.len() >= SEVERAL).then_some(row)
}

/// The short sentence that opens a paragraph and names it: one comma at most, and the paragraph goes on. One that ends
/// with what is counted may be long.
fn head(document: &Document, i: usize, counted: &str) -> Option<Span> {
    let p = document.paragraphs.get(i).filter(|p| p.sentences.len() > 1)?;
    let sentence = p.first();
    let heading = bare_span(document.text, sentence);
    let words = heading.of(document.text);
    let commas = words.matches('，').count();
    let plain = sentence.of(document.text).ends_with('。') && !words.contains(['；', '：', '？', '！']);
    let names = words.ends_with(counted);
    let fits = commas <= 1 && (4..=LONGEST).contains(&document.width(heading)) || names;
    (plain && fits).then_some(heading)
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        let body = "各级各部门都要把这件事放在心上，抓紧抓实，抓出成效来，让群众真正得到实惠。";
        let points = format!("严明财经纪律。{body}\n厉行节约，刹住讲排场的歪风。{body}\n精简办事流程。{body}\n");
        let goals = format!("关于增长速度。{body}\n关于物价水平。{body}\n实现这些目标，要把握好政策取向。{body}\n");
        let named = vec!["严明财经纪律", "厉行节约，刹住讲排场的歪风", "精简办事流程"];
        for (text, expected) in [
            (format!("下半年要办好以下几件事情。\n{points}{body}\n"), named.clone()),
            (format!("今年要抓好以下三项工作。\n{points}"), named),
            (format!("这里就两个目标作些说明。\n{goals}"), vec!["关于增长速度", "关于物价水平"]),
            (
                format!(
                    "现将3起违规用车问题通报如下。\n青山镇原副镇长张某多次公车私用，并把加油费、过路费拿到公家报销问题。{body}\n白水乡会计李某公车私用问题。{body}\n红石镇站长王某违规租用车辆，事后补签合同、虚列里程等问题。{body}\n"
                ),
                vec![
                    "青山镇原副镇长张某多次公车私用，并把加油费、过路费拿到公家报销问题",
                    "白水乡会计李某公车私用问题",
                    "红石镇站长王某违规租用车辆，事后补签合同、虚列里程等问题",
                ],
            ),
            // another number; no promise; points that begin later; long sentences
            (format!("今年要抓好以下四项工作。\n{points}"), vec![]),
            (format!("今年要抓好以下两项工作。\n{points}"), vec![]),
            (format!("今年的工作很重要。\n{points}"), vec![]),
            (format!("今年要抓好以下三项工作。\n{body}\n{points}"), vec![]),
            (format!("今年要抓好以下三项工作。\n{body}{body}\n{body}{body}\n{body}{body}\n"), vec![]),
        ] {
            assert_eq!(headings(find, &text), expected, "{text}");
        }
    }
}
