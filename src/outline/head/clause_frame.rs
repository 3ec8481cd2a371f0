//! Clauses that head the sentences of a paragraph under a head of its own:
//! `全面激活市场。落实惠民政策，……。提升惠民服务，……。优化惠民环境，……。`

use super::{Document, Head, Paragraph, frame};
use crate::lexicon;
use crate::outline::Evidence;
use crate::outline::point::Standing;
use crate::span::Span;

/// The longest clause of this kind, in characters.
const LONGEST: usize = 12;
/// The shortest.
const SHORTEST: usize = 4;
/// What unfolds it has this many characters at the least.
const UNFOLDED: usize = 16;
/// Characters by which the clauses of a group differ in length.
const EVEN: usize = 3;
/// Sentences that lead in, before the first.
const LEAD: usize = 2;

/// Groups of three and more sentences below the head of their paragraph, most of its sentences.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group = 0;
    for (paragraph, p) in document.paragraphs.iter().enumerate() {
        if p.opened.is_none_or(|o| o.standing != Standing::Opening) || !p.marked.is_empty() || p.sentences.len() > MOST
        {
            continue;
        }
        let members = document.inside(p, |found| &found.clauses, || group_of(document, p));
        if members.is_empty() {
            continue;
        }
        heads.extend(
            members
                .into_iter()
                .map(|heading| Head::parallel(paragraph, heading, Standing::Inside, Evidence::Frame, group)),
        );
        group += 1;
    }
    heads
}

/// A paragraph of more sentences has no such order.
const MOST: usize = 16;

/// The clauses of a paragraph that share a frame.
fn group_of(document: &Document, p: &Paragraph) -> Vec<Span> {
    let clauses: Vec<(usize, Span)> =
        p.sentences.iter().enumerate().filter_map(|(i, s)| Some((i, clause(document, *s)?))).collect();
    let mut rest = clauses.as_slice();
    while let Some((&(at, first), behind)) = rest.split_first() {
        if at > LEAD {
            break;
        }
        if let Some(&(next, second)) = behind.first().filter(|&&(next, _)| next == at + 1)
            && let Some(shared) = Shared::of(first.of(document.text), second.of(document.text))
        {
            let mut members = vec![first, second];
            let mut last = next;
            for &(i, c) in behind.iter().skip(1) {
                // One sentence may stand between that has another opening.
                if i - last <= 2 && shared.fits(c.of(document.text)) {
                    members.push(c);
                    last = i;
                }
            }
            if members.len() >= 3 && members.len() * 2 > p.sentences.len() - at {
                return members;
            }
        }
        rest = behind;
    }
    Vec::new()
}

/// The first clause of a sentence, when it is short and much follows.
fn clause(document: &Document, sentence: Span) -> Option<Span> {
    let line = sentence.of(document.text);
    let words = frame::opening(line);
    let rest = line.get(words.len()..)?.strip_prefix('，')?;
    let chars = words.chars().count();
    let fits = (SHORTEST..=LONGEST).contains(&chars)
        && rest.chars().nth(UNFOLDED).is_some()
        && words.chars().all(|c| lexicon::is_han(c) || matches!(c, '“' | '”'))
        // 要健全……。要加快……。要开放……。 are sentences in a row
        && !words.starts_with('要')
        && !frame::leads_to(words)
        && frame::scope(words).is_none()
        && !frame::refers_back(words)
        && !frame::reports(words);
    fits.then(|| Span::new(sentence.start, sentence.start + words.len()))
}

/// What two clauses of about one length share.
struct Shared<'t> {
    first: &'t str,
    /// Characters at the start, and at the end.
    prefix: usize,
    suffix: usize,
    /// Where two characters stand that are the same in both, when they are equally long.
    inner: Vec<usize>,
}

impl<'t> Shared<'t> {
    fn of(a: &'t str, b: &str) -> Option<Self> {
        let prefix = a.get(..frame::common_prefix(a, b))?.chars().count();
        let suffix = frame::common_suffix(a, b);
        let equal = a.chars().count() == b.chars().count();
        let same: Vec<bool> = a.chars().zip(b.chars()).map(|(x, y)| x == y).collect();
        let inner: Vec<usize> =
            (0..).zip(same.windows(2)).filter(|(_, pair)| equal && **pair == [true, true]).map(|(i, _)| i).collect();
        // One character at the start is a frame of clauses that are equally long and short: 做大总量，做优服务，做好招引.
        let enough = prefix >= 2 || suffix >= 2 || !inner.is_empty() || prefix == 1 && equal;
        (enough && is_near(a, b) && a != b).then_some(Self { first: a, prefix, suffix, inner })
    }

    fn fits(&self, clause: &str) -> bool {
        Shared::of(self.first, clause).is_some_and(|other| {
            self.prefix >= 2 && other.prefix >= 2
                || self.suffix >= 2 && other.suffix >= 2
                || self.inner.iter().any(|at| other.inner.contains(at))
                || self.prefix == 1 && other.prefix >= 1
        })
    }
}

/// Whether two clauses have about one length.
fn is_near(a: &str, b: &str) -> bool {
    a.chars().count().abs_diff(b.chars().count()) <= EVEN
}

#[cfg(test)]
mod tests {
    use crate::outline::tests_support::outlined;

    #[test]
    fn cases() {
        let behind = "\n二、抓好落实。各级要把责任扛在肩上。\n";
        for (text, expected) in [
            (
                "一、全面激活市场。落实惠民政策，发放购物补贴，把更多优惠送到百姓身边。提升惠民服务，办好便民市场，让群众买得放心、吃得安心。优化惠民环境，整治乱收费，切实维护消费者的合法权益。",
                "一、全面激活市场\n  落实惠民政策\n  提升惠民服务\n  优化惠民环境\n二、抓好落实\n",
            ),
            (
                "一、稳住外贸。做大总量，帮助企业参加展会，争取更多订单落在本县。做优服务，简化通关手续，让企业少跑路、多办成事。做强品牌，支持企业注册商标，打出自己的名号。",
                "一、稳住外贸\n  做大总量\n  做优服务\n  做强品牌\n二、抓好落实\n",
            ),
            // nothing shared
            (
                "一、守住底线。紧盯重点，抓好矿山和危化品等行业的日常检查，不留死角。补齐短板，加固一批病险水库，把隐患消除在汛期以前。压实责任，把安全生产的担子压到每一个岗位、每一个人。",
                "一、守住底线\n二、抓好落实\n",
            ),
            // what only leads to what is said
            (
                "一、补齐标准。围绕粮食种植，把选种育苗、施肥打药的规程一条一条写成册子。围绕粮食收购，把验质过秤、付款开票的步骤张贴在粮站门口。围绕粮食储存，把翻仓通风、防虫防潮的办法教给每个保管员。",
                "一、补齐标准\n二、抓好落实\n",
            ),
            // nothing unfolds them
            ("一、转变作风。坚持勤政，不偷懒。坚持廉政，不伸手。坚持善政，不添乱。", "一、转变作风\n二、抓好落实\n"),
        ] {
            assert_eq!(outlined(&format!("{text}{behind}")), expected, "{text}");
        }
        // no head above them
        let free = "落实惠民政策，发放购物补贴，把更多优惠送到百姓身边。提升惠民服务，办好便民市场，让群众买得放心、吃得安心。优化惠民环境，整治乱收费，切实维护消费者的合法权益。\n";
        assert_eq!(outlined(free), "");
    }
}
