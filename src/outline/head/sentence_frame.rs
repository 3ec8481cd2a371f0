//! Parallel heads inside one paragraph: `要肩上有责。… 要心中有数。… 要手中有招。…`; `就业方面，… 教育方面，…`

use super::{Document, Head, Paragraph, frame, has_clause_mark, to_first_stop};
use crate::lexicon::OutlineWords;
use crate::outline::Evidence;
use crate::outline::point::Standing;
use crate::span::Span;

/// The longest head of this kind, in characters.
const LONGEST: usize = 24;
/// The longest head whose frame is a lone 要.
const LONGEST_LONE: usize = 8;

/// What a clause that heads its sentence has behind it, in characters.
const UNFOLDED: usize = 40;
/// Sentences that one head of a refrain, or one as long as the others, may have behind it.
const LONGEST_BODY: usize = 16;
/// The longest phrase that comes back, in characters.
const LONGEST_REFRAIN: usize = 20;
/// The longest that may go on with any word.
const LONGEST_BARE_REFRAIN: usize = 8;
/// The shortest frame of such clauses, in characters.
const LEAST_FRAME: usize = 4;

/// Groups of three and more sentences of one paragraph that head what follows them.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    for (paragraph, p) in document.paragraphs.iter().enumerate() {
        if p.sentences.len() < 3 {
            continue;
        }
        for members in document.inside(p, |known| &known.framed, || groups(document, p)) {
            heads.extend(
                members
                    .into_iter()
                    .map(|heading| Head::parallel(paragraph, heading, Standing::Inside, Evidence::Frame, group)),
            );
            group += 1;
        }
    }
    heads
}

/// The groups of a paragraph.
fn groups(document: &Document, p: &Paragraph) -> Vec<Vec<Span>> {
    // Each is asked for by all that may open a group with it.
    let short: Vec<Option<Span>> = p.sentences.iter().map(|s| head(document, p, *s)).collect();
    let mut groups = Vec::new();
    let mut at = 0;
    while at + 2 < p.sentences.len() {
        let found = group_at(document, p, &short, at);
        at = found.as_ref().map_or(at + 1, |(_, next)| *next);
        groups.extend(found.map(|(members, _)| members));
    }
    groups
}

/// The group whose first head is sentence `from`, and the sentence after its last head.
fn group_at(document: &Document, p: &Paragraph, short: &[Option<Span>], from: usize) -> Option<(Vec<Span>, usize)> {
    refrain_at(document, p, from)
        .or_else(|| scopes_at(document, p, from))
        .or_else(|| framed_at(document, p, short, from))
        .or_else(|| clauses_at(document, p, from))
}

/// `要把握好发展这个主题，以……。要把握好改革这个动力，聚焦……。`: neighbouring long sentences whose first clause is a
/// head of one frame and whose rest unfolds it.
fn clauses_at(document: &Document, p: &Paragraph, from: usize) -> Option<(Vec<Span>, usize)> {
    // hardly any two sentences begin alike
    let (this, next) = (p.sentences.get(from)?.of(document.text), p.sentences.get(from + 1)?.of(document.text));
    if frame::common_prefix(this, next) < LEAST_FRAME {
        return None;
    }
    let clause = |i: usize| {
        let sentence = p.sentences.get(i)?;
        let line = sentence.of(document.text);
        let opening = frame::opening(line);
        let heading = Span::new(sentence.start, sentence.start + opening.len());
        let parted = line.get(opening.len()..).is_some_and(|t| t.starts_with('，'));
        let unfolded = |width: usize| {
            let mut letters = line.chars().filter(|c| !c.is_whitespace());
            letters.nth(width + UNFOLDED).is_some()
        };
        let width = (parted && heading.len() <= 4 * LONGEST).then(|| document.width(heading))?;
        (width <= LONGEST && unfolded(width)).then_some(heading)
    };
    let first = clause(from)?;
    let second = clause(from + 1)?;
    let prefix = first.of(document.text);
    let prefix = prefix.get(..frame::common_prefix(prefix, second.of(document.text)))?;
    let differ = document.width(first).min(document.width(second)) >= prefix.chars().count() + 3;
    if prefix.chars().count() < LEAST_FRAME || !differ || frame::reports(prefix) {
        return None;
    }
    let members: Vec<Span> = (from..p.sentences.len())
        .map_while(|i| clause(i).filter(|c| c.of(document.text).starts_with(prefix)))
        .collect();
    let next = from + members.len();
    (members.len() >= 3).then_some((members, next))
}

/// `这五年，发展质效提升。…这五年，产业结构优化。…`: sentences that open with the very phrase of the first, each with
/// others behind it.
fn refrain_at(document: &Document, p: &Paragraph, from: usize) -> Option<(Vec<Span>, usize)> {
    let first = *p.sentences.get(from)?;
    let phrase = frame::opening(first.of(document.text));
    let fits = first.of(document.text).get(phrase.len()..).is_some_and(|rest| rest.starts_with('，'))
        && (3..=LONGEST_REFRAIN).contains(&phrase.chars().count())
        && !frame::reports(phrase)
        && !OutlineWords::get().general.contains(&phrase)
        && frame::scope(phrase).is_none()
        && !frame::tells_when(phrase);
    if !fits {
        return None;
    }
    // 要实现这个目标，就要…: a long one goes on with a word that comes back too
    let more = phrase.chars().count() > LONGEST_BARE_REFRAIN;
    let next = |s: &Span| s.of(document.text).strip_prefix(phrase)?.strip_prefix('，')?.chars().next();
    let word = next(&first);
    let opens = |s: &Span| next(s).is_some_and(|c| !more || Some(c) == word);
    let mut members = vec![from];
    for (i, sentence) in p.sentences.iter().enumerate().skip(from + 1) {
        if members.last().is_some_and(|last| i - last > LONGEST_BODY) {
            break;
        }
        if opens(sentence) && !p.is_marked(*sentence) {
            // One right behind the other is repetition; a text of nothing else is refused at its second sentence.
            if members.last() == Some(&(i - 1)) {
                return None;
            }
            members.push(i);
        }
    }
    let next = members.last()? + 1;
    let headings = members.iter().filter_map(|&i| {
        let sentence = *p.sentences.get(i)?;
        Some(to_first_stop(document.text, sentence))
    });
    (members.len() >= 3).then(|| (headings.collect(), next))
}

/// `就业方面，…。教育方面，…。养老方面，…。`: neighbouring sentences that open with a scope phrase of one closing.
fn scopes_at(document: &Document, p: &Paragraph, from: usize) -> Option<(Vec<Span>, usize)> {
    let phrase = |s: &Span| {
        let s = &frame::without_connective(document.text, *s);
        let opening = frame::opening(s.of(document.text));
        let parted = s.of(document.text).get(opening.len()..).is_some_and(|t| t.starts_with(['，', '：']));
        parted.then(|| Span::new(s.start, s.start + opening.len()))
    };
    let first = phrase(p.sentences.get(from)?)?;
    let scope =
        frame::scope(first.of(document.text)).filter(|s| matches!(s.1, "方面" | "领域" | "看" | "来看" | "上"))?;
    // 在经济上，……。在文化上，……。: one sentence each, and a long one
    let unfolds = |s: &Span| scope.1 != "上" || s.of(document.text).chars().nth(UNFOLDED).is_some();
    let step = if scope.1 == "上" { 1 } else { 8 };
    if !unfolds(p.sentences.get(from)?) {
        return None;
    }
    let mut members = vec![first];
    let mut last = from;
    for (i, s) in p.sentences.iter().enumerate().skip(from + 1) {
        // One topic may take several sentences.
        if i - last > step || !unfolds(s) {
            break;
        }
        if let Some(next) = phrase(s).filter(|n| frame::scope(n.of(document.text)) == Some(scope)) {
            members.push(next);
            last = i;
        }
    }
    (members.len() >= 3).then_some((members, last + 1))
}

/// Short sentences of one opening, each with sentences of its own behind it.
fn framed_at(document: &Document, p: &Paragraph, short: &[Option<Span>], from: usize) -> Option<(Vec<Span>, usize)> {
    let head = |i: usize| short.get(i).copied().flatten();
    let first = head(from)?;
    // The next head stands two sentences on at the least: one between unfolds the first.
    let (second_at, second) = (from + 2..(from + 8).min(p.sentences.len()))
        .find_map(|i| Some((i, head(i).filter(|h| shared(document, first, *h).is_some())?)))?;
    let prefix = shared(document, first, second)?;
    let fits = |h: &Span| h.of(document.text).starts_with(prefix) && shared(document, first, *h).is_some();
    // A sentence of the same frame right behind a head: these are sentences in parallel, not heads.
    let bodied = |i: usize| p.sentences.get(i + 1).is_some_and(|s| !s.of(document.text).starts_with(prefix));
    if !bodied(from) {
        return None;
    }
    let mut members = vec![first];
    let mut last = from;
    let even = |h: &Span| document.width(first) == document.width(*h);
    for i in second_at..p.sentences.len() {
        if i - last > LONGEST_BODY {
            break;
        }
        if let Some(next) = head(i).filter(fits).filter(|h| i - last <= 7 || even(h)) {
            if i == last + 1 || !bodied(i) {
                return None;
            }
            // 一是抓发展。这是根本。…二是抓转变。这是出路。…: each says what the point before it is
            if p.sentences.get(last..i).is_some_and(|between| between.iter().any(|s| p.is_marked(*s))) {
                return None;
            }
            members.push(next);
            last = i;
        }
    }
    (members.len() >= 3).then_some((members, last + 1))
}

/// A sentence short enough to head, without a marker of its own.
fn head(document: &Document, p: &Paragraph, sentence: Span) -> Option<Span> {
    // Most sentences are far too long; the rest is read closely.
    if sentence.len() > 4 * LONGEST + 12 || p.is_marked(sentence) {
        return None;
    }
    let heading = to_first_stop(document.text, sentence);
    // 产值突破100亿元。 closes what was said; it heads nothing. A span of years (十年, 10年) is no such figure.
    let words = heading.of(document.text);
    let figures = words.split(|c: char| !c.is_ascii_digit() && c != '年').any(|n| !n.is_empty() && !n.ends_with('年'));
    (document.width(heading) <= LONGEST && heading.len() + 6 >= sentence.len() && !figures).then_some(heading)
}

/// The opening two heads share, when it is a frame.
fn shared<'t>(document: &Document<'t>, a: Span, b: Span) -> Option<&'t str> {
    let (x, y) = (a.of(document.text), b.of(document.text));
    let prefix = x.get(..frame::common_prefix(x, y))?;
    let (wide, narrow) = (document.width(a), document.width(b));
    let enough = match prefix.chars().count() {
        0 => false,
        1 => {
            wide.max(narrow) <= LONGEST_LONE
                && wide.abs_diff(narrow) <= 1
                && crate::lexicon::is_han(prefix.chars().next()?)
        }
        2 | 3 => wide.abs_diff(narrow) <= 3 && !has_clause_mark(x) && !has_clause_mark(y),
        _ => true,
    };
    (enough && !frame::reports(frame::opening(x)) && !frame::refers_back(x) && x != y).then_some(prefix)
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn a_line_of_one_sentence_takes_no_longer_than_it_is() {
        let line = "要把责任落实到人，把任务落实到天。".repeat(40_000);
        assert!(headings(find, &line).is_empty());
    }

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "抓落实贵在担当。要肩上有责。牢记使命，履职尽责。要心中有数。摸清底数，找准短板。要手中有招。多想办法，善作善成。",
                vec!["要肩上有责", "要心中有数", "要手中有招"],
            ),
            (
                "民生持续改善。就业方面，新增岗位一万个。教育方面，新建学校十所。养老方面，改造机构五家。",
                vec!["就业方面", "教育方面", "养老方面"],
            ),
            (
                "短板不少。比如，住房方面，老旧小区还多。教育方面，学位紧张。养老方面，床位不够。",
                vec!["住房方面", "教育方面", "养老方面"],
            ),
            (
                "蓝图已经绘就。在路网建设上，要先通村后通组，一个山头一个山头地连，一座小桥一座小桥地架，让果子运得出山。在水网建设上，要先治源后治流，一口泉一口泉地护，一段渠一段渠地修，让每户人家喝上放心水。在电网建设上，要先改旧后添新，一根杆一根杆地查，一个台区一个台区地换，让灯亮起来不再忽闪。",
                vec!["在路网建设上", "在水网建设上", "在电网建设上"],
            ),
            ("大家都有进步。在思想上，更加坚定。在工作上，更加扎实。在作风上，更加过硬。", vec![]),
            // a long phrase goes on with a word that comes back too
            (
                "道理要讲透。实现全村三年脱贫的目标，就要把路修通。去年修了十里。今年再修十里。实现全村三年脱贫的目标，就要把学校办好。老师缺三位。教室漏雨。实现全村三年脱贫的目标，就要把账管住。账本月月上墙。",
                vec![
                    "实现全村三年脱贫的目标，就要把路修通",
                    "实现全村三年脱贫的目标，就要把学校办好",
                    "实现全村三年脱贫的目标，就要把账管住",
                ],
            ),
            (
                "道理要讲透。实现全村三年脱贫的目标，乡亲们盼着早一天把山里的路修通修宽。去年修了十里。今年再修十里。实现全村三年脱贫的目标，孩子们盼着城里的老师肯来山里教书。老师缺三位。教室漏雨。实现全村三年脱贫的目标，账本要管住管好月月公布天天有人查问才行。账本月月上墙。",
                vec![],
            ),
            (
                "五年奋斗，成果丰硕。这五年，经济稳步增长。总量翻了一番。位次前移两位。这五年，生态明显改善。绿地增加千亩。河水变清。这五年，民生持续改善。新建学校十所。",
                vec!["这五年，经济稳步增长", "这五年，生态明显改善", "这五年，民生持续改善"],
            ),
            (
                "食品产业加快发展。产值突破100亿元。石化产业提质增效。产值超过200亿元。医药产业抢抓机遇。产值达到300亿元。后劲足。",
                vec![],
            ),
            (
                "大家要有底气。底气来自过去10年的苦干。旧厂房变成了新车间。底气来自今年开局的好成绩。订单排到了年底。底气来自广大职工的支持。人人有干劲。",
                vec!["底气来自过去10年的苦干", "底气来自今年开局的好成绩", "底气来自广大职工的支持"],
            ),
            ("该区雨水充沛。年均一千毫米。该区林地辽阔。草场也多。该区人口稀少。劳力不足。", vec![]),
            ("深刻认识到，任务很重。深刻认识到，时间很紧。深刻认识到，责任很大。", vec![]),
            (
                "要抓好春耕。时间不等人。要抓好项目。投资是关键。要抓好民生。群众在期盼。",
                vec!["要抓好春耕", "要抓好项目", "要抓好民生"],
            ),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }
}
