//! Clauses of one measure that head neighbouring sentences, with or without a head above them:
//! `强化不敢松的警觉，……。扎紧不能松的篱笆，……。增强不想松的自觉，……。`
//!
//! In: the paragraphs of a document. Out: the clauses that open three and more neighbouring sentences (one other may
//! stand between two), share a frame, and are unfolded by what follows their comma.

use super::{Document, Head, Paragraph, frame};
use crate::lexicon;
use crate::outline::Evidence;
use crate::outline::point::Standing;
use crate::span::Span;

/// The shortest and the longest clause of this kind, in characters.
const CLAUSE: std::ops::RangeInclusive<usize> = 4..=16;
/// What unfolds it has this many characters at the least.
const UNFOLDED: usize = 30;
/// Sentences from one member to the next, at the most.
const STEP: usize = 2;
/// Characters that stand at the same places of clauses equally long.
const ALIKE: usize = 2;
/// Characters at the start of clauses about equally long.
const PREFIX: usize = 3;
/// Characters by which these differ in length.
const UNEVEN: usize = 2;

/// Groups of three and more such sentences in one paragraph.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    for (paragraph, p) in document.paragraphs.iter().enumerate() {
        if p.sentences.len() < 3 {
            continue;
        }
        for members in document.inside(p, |known| &known.even, || groups(document, p)) {
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
    let clauses: Vec<Option<Span>> = p.sentences.iter().map(|s| clause(document, p, *s)).collect();
    let mut groups = Vec::new();
    let mut at = 0;
    while at + 2 < clauses.len() {
        let members = group_at(document, &clauses, at);
        let last = members.last().filter(|_| members.len() >= 3).map(|m| m.0);
        at = last.unwrap_or(at) + 1;
        groups.extend(last.map(|_| members.into_iter().map(|m| m.1).collect()));
    }
    groups
}

/// The clauses of one frame with that of sentence `from`, each with its sentence.
fn group_at(document: &Document, clauses: &[Option<Span>], from: usize) -> Vec<(usize, Span)> {
    let clause = |i: usize| clauses.get(i).copied().flatten();
    let Some(first) = clause(from) else {
        return Vec::new();
    };
    let mut members = vec![(from, first)];
    let mut last = from;
    for i in from + 1..clauses.len() {
        if i - last > STEP {
            break;
        }
        if let Some(next) = clause(i).filter(|c| share_frame(first.of(document.text), c.of(document.text))) {
            members.push((i, next));
            last = i;
        }
    }
    members
}

/// The first clause of a sentence, when it is short and much follows.
fn clause(document: &Document, p: &Paragraph, sentence: Span) -> Option<Span> {
    if sentence.len() < 3 * (CLAUSE.start() + UNFOLDED) || p.is_marked(sentence) {
        return None;
    }
    let line = sentence.of(document.text);
    let words = frame::opening(line);
    let rest = line.get(words.len()..)?.strip_prefix('，')?;
    let fits = words.len() <= 3 * CLAUSE.end()
        && CLAUSE.contains(&words.chars().count())
        && rest.chars().nth(UNFOLDED).is_some()
        && words.chars().all(|c| lexicon::is_han(c) || matches!(c, '“' | '”'))
        // 各乡镇要……，各部门要……: who is to act, not what is to be done
        && !words.starts_with(['各', '既'])
        && frame::scope(words).is_none()
        && !frame::refers_back(words)
        && !frame::reports(words);
    let heading = Span::new(sentence.start, sentence.start + words.len());
    // 实施“五大战略”， promises those that follow
    let promises = || p.promises_in(sentence).any(|promise| heading.contains(promise.span));
    (fits && !promises()).then_some(heading)
}

/// Whether two different clauses share a frame.
fn share_frame(a: &str, b: &str) -> bool {
    let (long, other) = (a.chars().count(), b.chars().count());
    let prefix = a.get(..frame::common_prefix(a, b)).unwrap_or("");
    // 这些年的成绩，在于……。这些年的经验，在于……。: what is spoken of, not what it heads
    if a == b || prefix.ends_with('的') {
        return false;
    }
    if long == other {
        return a.chars().zip(b.chars()).filter(|(x, y)| x == y).count() >= ALIKE;
    }
    let prefix = prefix.chars().count();
    long.abs_diff(other) <= UNEVEN && prefix >= PREFIX && long.min(other) > prefix + 1
}

#[cfg(test)]
mod tests {
    use crate::outline::head::headings;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "抓安全一刻也松不得。强化不敢松的警觉，把每一次小事故都当成大事故来查，把每一条教训都讲到班组、讲到每个岗位。扎紧不能松的篱笆，把制度从进厂门管到出厂门，谁签的字谁负责到底，一层一层不留空当。增强不想松的自觉，让老师傅带着新徒弟学规程、练本领，把平安回家变成大家共同的心愿。",
                &["强化不敢松的警觉", "扎紧不能松的篱笆", "增强不想松的自觉"][..],
            ),
            // not equally long, but of one opening; a sentence between
            (
                "要守住耕地这条红线，把每一块田都画到图上，谁占了谁来补，补的地要能种出一样多的粮食来。要守住生态这一底色，管好山上的树、河里的水，不许再往河沟里倒一车垃圾、排一桶脏水。去年的教训还在眼前。要守住民生这个根本，把钱花在学校、医院和养老院上，让乡亲们看得见、摸得着、实实在在得到好处。",
                &["要守住耕地这条红线", "要守住生态这一底色", "要守住民生这个根本"],
            ),
            // nothing unfolds them
            ("坚持勤政为民，多跑田间地头。坚持廉政为先，不拿一针一线。坚持善政为要，事事办到实处。", &[]),
            // two make no list
            (
                "强化不敢松的警觉，把每一次小事故都当成大事故来查，把每一条教训都讲到班组、讲到每个岗位。扎紧不能松的篱笆，把制度从进厂门管到出厂门，谁签的字谁负责到底，一层一层不留空当。",
                &[],
            ),
            // what is spoken of
            (
                "这些年的成绩，靠的是大伙儿起早贪黑、一砖一瓦干出来的，谁也没有坐在家里等天上掉下馅饼。这些年的经验，说到底是有事同大家商量，难事一起扛，好事先让着别人，日子才越过越红火。这些年的教训，在于有时候贪快图省事，没有把地基夯实就往上盖楼，回过头来还得返工重来。",
                &[],
            ),
            // who is to act
            (
                "各乡镇要摸清底数，把每户人家的情况登记到册，缺什么补什么，绝不让一户人家受冻挨饿过这个冬天。各部门要搞好服务，主动到村里去办公，能当场办的当场办，不能让群众为一张表格来回跑路。各单位要抓好落实，把任务分到人头，每个月底向县里报一次进度，年底一件一件对账。",
                &[],
            ),
        ] {
            assert_eq!(headings(super::find, text), expected, "{text}");
        }
    }
}
