//! Torn paragraphs: a line of running text that breaks off within a sentence, and the line that carries it on:
//! `……清理各类违规收` / `费项目二十个。……`. Hard-wrapped text, whose lines share a width, is `wrap`'s.
//!
//! In: the lines of a text, `wrap` having marked them. Out: each told whether it goes on with the one above. A full stop
//! forgotten before a new paragraph looks the same, so that one of these must prove the tear:
//! - a comma or an opening mark before it;
//! - the two characters it parts stand side by side somewhere else in the text, as those of a word do;
//! - the habit of the text: several proven tears, and most of those there are.

use super::line::{GoesOn, Line, after_number};
use super::signs::Signs;
use super::wrap;
use crate::edit::{ByPlace, Edit};
use crate::lexicon::{Pairs, is_han};
use crate::span::Span;
use rustc_hash::FxHashSet;

/// Characters of the shortest line that can break off: a sentence and the beginning of the next.
const SHORTEST: usize = 20;
/// Characters of a line that carries on and is torn itself, at the least.
const RUNNING: usize = 30;
/// Characters of a numbered heading glued to the end of a line, at the most.
const GLUED: usize = 16;
/// Proven tears that make a habit.
const HABIT: usize = 3;

/// A line that may go on with the one above it.
struct Tear {
    /// Index of the line.
    at: usize,
    /// The characters on both sides.
    parted: Pair,
}

/// Two characters in a row.
type Pair = (char, char);

/// What the last reading found: the pairs it sought, and which of them stand in a line.
#[derive(Debug, Default)]
pub(super) struct Memory {
    sought: Vec<Pair>,
    found: ByPlace<Vec<Pair>>,
}

/// Tells each line whether it goes on with a paragraph torn above it.
pub(super) fn mark(text: &str, lines: &mut [Line], known: Option<(&mut Memory, &Edit)>) {
    let tears: Vec<Tear> = lines
        .windows(2)
        .zip(1..)
        .filter_map(|(pair, at)| match pair {
            [above, line] if may_go_on(text, above, line) => Some(Tear {
                at,
                parted: (above.span.of(text).chars().next_back()?, line.span.of(text).chars().next()?),
            }),
            _ => None,
        })
        .collect();
    let broken: Vec<usize> = lines.windows(3).zip(1..).filter_map(broken).flatten().collect();
    for at in broken {
        if let Some(line) = lines.get_mut(at) {
            line.goes_on = GoesOn::Torn;
        }
    }
    if tears.is_empty() {
        // what it holds are places in the text as it was before
        if let Some((memory, _)) = known {
            *memory = Memory::default();
        }
        return;
    }
    let is_marked = |tear: &Tear| lines.get(tear.at - 1).is_some_and(|line| line.breaks_off());
    let sought = tears.iter().filter(|tear| !is_marked(tear)).map(|tear| tear.parted).collect();
    let words = side_by_side(text, lines.iter().map(|line| line.span), sought, known);
    let is_proven = |tear: &Tear| is_marked(tear) || words.contains(&tear.parted);
    let proven = tears.iter().filter(|tear| is_proven(tear)).count();
    let habit = proven >= HABIT && proven * 2 >= tears.len();
    let torn: Vec<usize> = tears.iter().filter(|tear| habit || is_proven(tear)).map(|tear| tear.at).collect();
    for at in torn {
        if let Some(line) = lines.get_mut(at) {
            line.goes_on = GoesOn::Torn;
        }
    }
}

/// A line that begins with a mark goes on with the one above it, and that one, where it is short, with the one before:
/// a site has set a link on a line of its own (`……贯彻` / `《某某法》` / `，切实……`).
fn broken((lines, at): (&[Line], usize)) -> Option<impl Iterator<Item = usize>> {
    let [before, short, line] = lines else { return None };
    let open = |line: &Line| line.fixed().is_none() && !line.ends_sentence() && line.last != ':';
    let goes_on =
        line.folded.starts_with([',', '、', ';', '。']) && line.gap == 0 && line.fixed().is_none() && open(short);
    let linked =
        goes_on && short.chars < RUNNING && short.gap == 0 && open(before) && after_number(&short.folded).is_none();
    goes_on.then(|| [at + 1].into_iter().chain(linked.then_some(at)))
}

/// Whether running text breaks off in the line above, and the line looks like running text as well.
fn may_go_on(text: &str, above: &Line, line: &Line) -> bool {
    let open = is_han(above.last) || above.last.is_ascii_alphanumeric() || above.last == '%' || above.breaks_off();
    let runs = || above.chars >= SHORTEST && above.signs.have(Signs::STOP);
    let goes_on = || {
        line.ends_sentence() || line.chars >= RUNNING && (line.signs.have(Signs::STOP) || line.signs.have(Signs::COMMA))
    };
    let opens = || line.folded.starts_with(|c: char| is_han(c) || c.is_ascii_alphanumeric() || matches!(c, '“' | '《'));
    open && goes_on()
        && runs()
        && opens()
        && line.gap == 0
        && line.first != Some(true)
        && after_number(&line.folded).is_none()
        && !wrap::joins(above, line)
        && !heads(&above.tail(text))
        && above.fixed().is_none()
        && line.fixed().is_none()
}

/// Whether a line ends with a numbered heading glued to it: `……符合规范。二、设备`
fn heads(tail: &str) -> bool {
    let last = tail.rsplit('。').next().unwrap_or("").trim();
    last.chars().count() <= GLUED && !last.contains(',') && after_number(last).is_some()
}

/// Those of the pairs sought that stand somewhere in the lines.
fn side_by_side(
    text: &str,
    lines: impl Iterator<Item = Span>,
    mut sought: Vec<Pair>,
    mut known: Option<(&mut Memory, &Edit)>,
) -> FxHashSet<Pair> {
    sought.sort_unstable();
    sought.dedup();
    if let Some((known, _)) = known.as_mut().filter(|(known, _)| known.sought != sought) {
        **known = Memory { sought: sought.clone(), ..Memory::default() };
    }
    let words: Vec<String> = sought.iter().map(|&(first, second)| [first, second].iter().collect()).collect();
    let pairs = Pairs::of(words.iter().map(String::as_str));
    let mut found = FxHashSet::default();
    for line in lines {
        if found.len() == sought.len() {
            break;
        }
        let said = line.of(text);
        let pair = |(at, first): (usize, char)| Some((first, said.get(at + first.len_utf8()..)?.chars().next()?));
        let here = pairs.places(said).filter_map(pair).filter(|pair| sought.binary_search(pair).is_ok());
        match &mut known {
            Some((known, edit)) => {
                found.extend(known.found.of(line, edit, |_| true, || here.collect()).iter().copied());
            }
            None => found.extend(here),
        }
    }
    if let Some((known, _)) = known {
        known.found.turn();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::BlockKind;

    /// Paragraphs of a text.
    fn paragraphs(text: &str) -> Vec<String> {
        let layout = crate::layout::read(text);
        let bodies = layout.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph);
        bodies.map(|b| b.span.of(text).to_owned()).collect()
    }

    #[test]
    fn a_paragraph_torn_in_mid_sentence_is_one() {
        let whole = "全县清理收费项目三十二个，企业负担明显减轻，群众办事不再来回跑。\n";
        for (torn, is_one) in [
            // 费 and 项 stand side by side above
            ("今年我们继续压减审批事项。清理取消涉企收费\n项目二十个，为企业省下真金白银。", true),
            // a comma
            ("今年我们继续压减审批事项。凡是能够网上办理的，\n一律不让群众跑腿，真正做到便民利民。", true),
            // a full stop forgotten
            ("今年我们继续压减审批事项。群众办事方便多了\n各部门还要再接再厉，把好事办到百姓心坎上。", false),
            // a heading glued to the end, a number, an item
            ("今年我们继续压减审批事项。二、清理收费\n项目二十个已经取消，为企业省下真金白银。", false),
            ("今年我们继续压减审批事项。清理取消涉企收费\n（一）项目二十个已经取消，省下真金白银。", false),
            // a heading below
            ("今年我们继续压减审批事项。清理取消涉企收费\n项目清单", false),
            // verse
            ("山一程水一程，风雨兼程，\n春也耕秋也耕，岁月有情。", false),
        ] {
            let found = paragraphs(&format!("{whole}{torn}\n"));
            assert_eq!(found.len(), if is_one { 2 } else { 3 }, "{torn}: {found:?}");
        }
    }

    #[test]
    fn a_link_on_a_line_of_its_own_is_no_paragraph() {
        let text = "过去的一年，各级各部门认真贯彻\n《义务植树条例》\n，把树栽到山上、路边和村口，成活率比往年高。\n今年还要接着栽。\n";
        assert_eq!(paragraphs(text).len(), 2);
        assert_eq!(paragraphs("各级各部门抓紧植树。\n《义务植树条例》\n条例管用，人人有责。\n").len(), 3);
    }

    #[test]
    fn many_proven_tears_are_a_habit() {
        let proven = "各乡镇抓紧备耕春播。今年全县粮食种植面积，\n比去年多出一成。\n农机下田早。合作社把几百台拖拉机检修了一遍，备足了零件和燃油，\n种子化肥也送到了村口，只等一场好雨落下来。\n水库蓄满了水。从山上到田间的一百多条渠道，\n冬天里都清了淤，补了漏。\n";
        let doubtful = "县里去年修通了三条公路。村村都有了自己的\n停车场和小广场，乡亲们出门散步更方便。\n";
        assert_eq!(paragraphs(doubtful).len(), 2);
        let found = paragraphs(&format!("{proven}{doubtful}"));
        assert_eq!(found.len(), 4, "{found:?}");
    }
}
