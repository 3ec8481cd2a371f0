//! Parallel heads that open neighbouring paragraphs with one frame: `对上，… / 对中，… / 对下，…`;
//! `建设生态宜居乡村，需要转变观念。… / 建设生态宜居乡村，需要补上欠账。… / …`

use super::{Document, Head, bare_span, frame};
use crate::outline::heading::first_stop;
use crate::outline::point::Standing;
use crate::outline::{Evidence, Scheme};
use crate::span::Span;

/// The longest thesis sentence of a head, in characters: a longer one is running text.
const LONGEST: usize = 42;

/// Groups of three and more neighbouring paragraphs with one frame.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    for section in document.sections() {
        let mut at = section.start;
        while at + 2 < section.end {
            let Some(members) = group_at(document, at, section.end) else {
                at += 1;
                continue;
            };
            at = members.last().map_or(at, |m| m.0) + 1;
            heads.extend(members.into_iter().map(|(paragraph, heading)| Head {
                paragraph,
                heading,
                scheme: Scheme::Parallel,
                standing: Standing::Opening,
                evidence: Evidence::Frame,
                group,
            }));
            group += 1;
        }
    }
    heads
}

/// The group that begins with paragraph `from`.
fn group_at(document: &Document, from: usize, end: usize) -> Option<Vec<(usize, Span)>> {
    let first = thesis(document, from)?;
    let second = thesis(document, from + 1)?;
    let shared = Shared::of(first.of(document.text), second.of(document.text))?;
    let mut members = vec![(from, first), (from + 1, second)];
    for i in from + 2..end {
        let Some(next) = thesis(document, i).filter(|t| shared.fits(t.of(document.text))) else { break };
        members.push((i, next));
    }
    let scope = matches!(shared, Shared::Scope(..));
    let enough = members.len() >= 3 && members.iter().all(|m| scope || document.width(m.1) <= LONGEST);
    enough.then(|| {
        members
            .iter()
            .map(|&(i, t)| {
                let phrase = frame::opening(t.of(document.text)).len();
                // A long sentence after a scope phrase is no topic sentence: the phrase alone heads.
                let long = scope && document.width(t) > LONGEST;
                (i, bare_span(document.text, Span::new(t.start, if long { t.start + phrase } else { t.end })))
            })
            .collect()
    })
}

/// What opens the paragraph: its first sentence up to the first stop.
fn thesis(document: &Document, i: usize) -> Option<Span> {
    let p = document.paragraphs.get(i)?;
    let sentence = p.first();
    // Nothing under it: a sentence alone unfolds nothing, unless a comma parts head and body.
    if p.sentences.len() < 2 && !sentence.of(document.text).contains(['，', '；', '：']) {
        return None;
    }
    let end = first_stop(sentence.of(document.text)).unwrap_or(sentence.len());
    Some(Span::new(sentence.start, sentence.start + end))
}

/// What two theses share.
enum Shared {
    /// Opening words.
    Prefix(String),
    /// A scope phrase: preposition and closing words.
    Scope(char, &'static str),
}

impl Shared {
    fn of(a: &str, b: &str) -> Option<Self> {
        let prefix = a.get(..frame::common_prefix(a, b))?;
        let chars = prefix.chars().count();
        let (open_a, open_b) = (frame::opening(a), frame::opening(b));
        if frame::reports(open_a) || frame::reports(open_b) {
            return None;
        }
        if let (Some(x), Some(y)) = (frame::scope(open_a), frame::scope(open_b))
            && x == y
            && open_a != open_b
        {
            return Some(Self::Scope(x.0, x.1));
        }
        let marked = prefix.ends_with(['，', '：', '、']) || prefix.contains('，');
        let equal = a.chars().count().abs_diff(b.chars().count()) <= 2;
        let lone = matches!(prefix, "要" | "是" | "在" | "我们" | "同时" | "今年" | "他们" | "各级" | "全市" | "全省");
        let enough = chars >= 4 || chars >= 2 && (marked || equal) || prefix == "要" && equal && a.chars().count() <= 9;
        (enough && (!lone || prefix == "要" && equal)).then(|| Self::Prefix(prefix.to_owned()))
    }

    fn fits(&self, thesis: &str) -> bool {
        match self {
            Self::Prefix(prefix) => thesis.starts_with(prefix.as_str()),
            Self::Scope(first, closing) => frame::scope(frame::opening(thesis)) == Some((*first, closing)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "对上，要主动汇报。各部门要加强联系。\n对中，要协调配合。各单位要齐心协力。\n对下，要搞好服务。机关干部要多下基层。",
                vec!["对上，要主动汇报", "对中，要协调配合", "对下，要搞好服务"],
            ),
            (
                "从全国看，形势总体平稳。各地都在发力。\n从全省看，竞争日益激烈。兄弟市你追我赶。\n从全市看，任务十分艰巨。短板依然存在。",
                vec!["从全国看，形势总体平稳", "从全省看，竞争日益激烈", "从全市看，任务十分艰巨"],
            ),
            (
                "会议指出，要抓安全。各单位要落实。\n会议强调，要抓生产。各企业要复工。\n会议要求，要抓服务。各部门要靠前。",
                vec![],
            ),
            (
                "要抓安全生产这根弦。一刻不放松。\n要坚决防范化解各类重大风险隐患。一事不马虎。\n要落实责任。一环不脱节。",
                vec![],
            ),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }
}
