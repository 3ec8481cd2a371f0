//! Turns: places where the speaker leaves a list and addresses the whole again.
//!
//! In: the blocks of a document. Out: [`Turn`]s in text order: salutations in mid-speech (also glued into a
//! line), conclusions (`总之，`), closing courtesies.

use super::alone::{Alone, Body};
use crate::layout::BlockKind;
use crate::lexicon::{OutlineWords, Stops, holds};
use crate::span::Span;

/// Characters of a saying that may stand before.
const SAYING: usize = 12;

/// A place where lists end without a new node: `各位代表！`, `总之，`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    /// Where.
    pub at: usize,
    /// How much ends there.
    pub reach: Reach,
}

/// What ends at a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Points of running text; headlines stay open.
    Points,
    /// What stands below the part the text is in, headlines too where they have no further member.
    Part,
    /// Everything: the document concludes.
    Document,
}

/// What a paragraph says by itself.
#[derive(Debug, Default)]
pub(crate) struct Turning {
    /// It heads what closes the document: `结束语`.
    closes: bool,
    /// What ends where it sums up or calls out to the audience.
    ends: Option<Reach>,
    /// It looks back on the part it stands in.
    looks_back: bool,
    /// Turns inside it, counted from its beginning.
    inside: Vec<Turn>,
}

impl Turning {
    /// Reads a paragraph.
    pub(crate) fn of(line: &str, stops: &Stops) -> Self {
        let lexicon = OutlineWords::get();
        let sums = || lexicon.sums.begin(line).then_some(Reach::Points);
        Self {
            closes: lexicon.closes.contains(&line.trim_end_matches(['：', ':'])),
            ends: if calls_out(line) { Some(Reach::Part) } else { sums() },
            looks_back: looks_back(line),
            inside: glued(line, stops),
        }
    }
}

/// The turns of a document.
pub(crate) fn find(document: Body) -> Vec<Turn> {
    let mut turns = Vec::new();
    let first = document.first;
    let last = document.blocks.iter().rposition(|b| b.kind == BlockKind::Paragraph).map_or(first, |i| first + i);
    for (i, block, Alone { turning, .. }) in document.iter() {
        let at = block.span.start;
        match block.kind {
            BlockKind::Salutation if i > first => turns.push(Turn { at, reach: Reach::Points }),
            BlockKind::Courtesy | BlockKind::Issuer => turns.push(Turn { at, reach: Reach::Document }),
            BlockKind::Paragraph => {
                if turning.closes {
                    turns.push(Turn { at, reach: Reach::Document });
                } else if let Some(reach) = turning.ends.filter(|_| i > first) {
                    turns.push(Turn { at, reach: if i == last { Reach::Document } else { reach } });
                }
                if i > first && turning.looks_back {
                    turns.push(Turn { at, reach: Reach::Part });
                }
                turns.extend(turning.inside.iter().map(|turn| Turn { at: at + turn.at, ..*turn }));
            }
            _ => {}
        }
    }
    turns
}

/// Whether a paragraph looks back on the whole part it stands in: `回顾过去五年，……`, `我们也清醒看到，……`.
fn looks_back(line: &str) -> bool {
    let lexicon = OutlineWords::get();
    let called = |w: &&str| line.strip_prefix(*w)?.strip_prefix(['！', '，', '!', ',']);
    let called = if lexicon.addresses.begin(line) { lexicon.addresses.iter().find_map(called) } else { None };
    let line = called.unwrap_or(line);
    // 千磨万击，方见真金。回顾……
    let behind = line.split_once('。').filter(|(saying, _)| saying.chars().count() <= SAYING).map(|(_, rest)| rest);
    let opens = |line: &str| lexicon.wholes.begin(line);
    opens(line) || behind.is_some_and(opens) || draws_lessons(line) || asks_of_itself(line)
}

/// Whether a paragraph turns from the tasks to those who must carry them out: `要干成这些事，必须抓好自身建设。`
fn asks_of_itself(line: &str) -> bool {
    if !holds(line, "自身建设") {
        return false;
    }
    let sentence = line.split('。').next().unwrap_or(line);
    let Some((task, _)) = sentence.split_once("自身建设") else { return false };
    // a head or a report of what was done names it at once
    task.contains(['，', '！']) && ["必须", "要求", "需要", "关键", "至关重要"].iter().any(|w| sentence.contains(w))
}

/// Whether a paragraph leads to what was learnt: `一年来，我们认真做好工作，有以下几点体会：`.
fn draws_lessons(line: &str) -> bool {
    const SINCE: [&str; 6] = ["一年来", "五年来", "几年来", "三年来", "过去", "多年来"];
    let lessons = ["体会", "启示", "经验"].iter().any(|w| line.trim_end_matches(['：', '。']).ends_with(w));
    lessons && SINCE.iter().any(|w| line.starts_with(w))
}

/// Whether a sentence begins by calling out to the audience: `各位代表！`, `主席先生！`.
fn calls_out(sentence: &str) -> bool {
    let lexicon = OutlineWords::get();
    if !lexicon.addresses.begin(sentence) {
        return false;
    }
    let end = sentence.find(['！', '：', '!', ':', '。', '；']).unwrap_or(sentence.len());
    let called = sentence.get(..end).unwrap_or("");
    let named = |part: &str| lexicon.persons.end(part.trim());
    sentence.get(end..).is_some_and(|t| t.starts_with(['！', '：', '!', ':']))
        && called.chars().count() <= 24
        && called.split(['、', '，', ',']).all(named)
}

/// Salutations glued into a line, at the start of a sentence.
fn glued(line: &str, stops: &Stops) -> Vec<Turn> {
    let mut turns = Vec::new();
    for (stop, _) in stops.marks(Span::new(0, line.len())).filter(|(_, c)| matches!(c, '。' | '！' | '？')) {
        let from = stop + '。'.len_utf8();
        let Some(rest) = line.get(from..) else { break };
        let rest = rest.trim_start();
        // 最后，我再提几点要求: a point beside all others.
        let last = rest.starts_with("最后，我") || rest.starts_with("最后,我");
        if last || calls_out(rest) {
            turns.push(Turn { at: from, reach: if last { Reach::Document } else { Reach::Points } });
        }
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_paragraphs_look_back() {
        for (line, looks) in [
            ("回顾过去五年，我们深切体会到，做好工作必须依靠群众。", true),
            ("各位代表！以上讲的五件事，说到底是一件事。", true),
            ("成绩来之不易。大家都出了力。", true),
            ("在抓好以上几项工作的同时，今年还要办好十件实事。", true),
            ("千磨万击，方见真金。刚刚过去的一年，我们迎难而上。", true),
            ("我们也清醒看到，前进中还有不少困难。", true),
            ("一年来，我们全面做好政府工作，有以下几点体会：", true),
            ("一年来，我们全面做好政府工作，财政收入增长较快。", false),
            ("总结推广基层的好经验。", false),
            ("目标已经定下，担子不轻，这要求我们把自身建设抓得更紧。", true),
            ("各位代表，要干成这些事，必须抓好自身建设。", true),
            ("自身建设常抓不懈。", false),
            ("几年来，大家抓自身建设不松手，作风好转。", false),
        ] {
            assert_eq!(looks_back(line), looks, "{line}");
        }
    }

    #[test]
    fn cases() {
        for (sentence, calls) in [
            ("各位代表！过去一年", true),
            ("主席先生、各位同事！", true),
            ("同志们：今年", true),
            ("各位代表提出的建议很好！", false),
            ("各位代表要认真审议，积极建言，共同把会议开好！", false),
            ("同志们辛苦了。", false),
        ] {
            let is = calls_out(sentence);
            assert_eq!(is, calls, "{sentence}");
        }
    }
}
