//! Promises: the words that announce a number of points.
//!
//! In: a sentence, a heading or a title. Out: [`Promise`]s: `我强调三点意见`, `从三个方面去努力`, `提出以下4点倡议`,
//! `包含两层涵义`; not a promise of one, an ordinal, a quoted name or an amount (`三个百分点`).

use crate::lexicon::{OutlineWords, Seeker, Sieve, Stops};
use crate::outline::numeral;
use crate::span::Span;

/// How plainly the words promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// A count that may describe something else: it promises only when a list keeps it exactly.
    Weak,
    /// The same, and its clause says that the points will be told: `就两个问题作些说明`.
    Told,
    /// The speaker says that points follow.
    Plain,
}

/// Words that announce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Promise {
    /// From the announcing verb (where there is one) to the noun.
    pub span: Span,
    /// How many; none for 几.
    pub number: Option<u32>,
    /// How plainly.
    pub strength: Strength,
    /// The noun of a quoted promise, `“五个担当”` → 担当: its members must carry it.
    pub quoted: Option<Span>,
}

impl Promise {
    /// The same, counted from the beginning of the text in which its block begins at `start`.
    pub(crate) fn moved(self, start: usize) -> Self {
        Self { span: self.span.moved(0, start), quoted: self.quoted.map(|q| q.moved(0, start)), ..self }
    }
}

/// Characters before a count, and behind it, that are looked at.
const REACH: usize = 24;

/// What a circular tells one by one: `将6起违反工作纪律典型问题通报如下`.
const CASES: [&str; 5] = ["问题", "案例", "案件", "事件", "事故"];

/// Whether a text holds a count with a measure at all; most paragraphs need not be cut into sentences.
pub(crate) fn may_promise(body: &str, stops: &Stops) -> bool {
    let counts = stops.places(&COUNTS, Span::new(0, body.len())).filter(|(_, c)| opens_count(*c));
    counts.map(|(at, _)| at).any(|at| count_at(body, at).is_some())
}

/// Where a count may begin.
pub(crate) fn counts(body: &str) -> impl Iterator<Item = usize> {
    static SIEVE: Sieve = Sieve::of(COUNTS.ideographs());
    SIEVE.places(body).filter(|(_, c)| opens_count(*c)).map(|(at, _)| at)
}

/// Promises of a sentence, in order.
pub(crate) fn find(text: &str, sentence: Span, stops: &Stops) -> Vec<Promise> {
    let body = sentence.of(text);
    let mut found = Vec::new();
    let mut clause = 0;
    let mut after = 0;
    let mut quote = None;
    let counts_on = |i: usize| {
        let before = body.get(..i).and_then(|t| t.chars().next_back()).unwrap_or(' ');
        matches!(before, '第' | '十' | '百' | '千' | '万' | '亿' | '〇' | '.' | '+' | '—') || numeric(before)
    };
    // most characters are no count and no mark
    for (i, c) in stops.places(&COUNTS, sentence) {
        if i >= after && opens_count(c) && !counts_on(i) {
            let promise = count_at(body, i).and_then(|count| complete(body, clause, i, count, quote));
            if let Some((start, end, promise)) = promise {
                after = end;
                let noun = promise.quoted.map(|n| Span::new(sentence.start + n.start, sentence.start + n.end));
                let span = Span::new(sentence.start + start, sentence.start + end);
                found.push(Promise { span, quoted: noun, ..promise });
            }
        }
        match c {
            '“' | '《' | '「' => quote = Some(i),
            '”' | '》' | '」' => quote = None,
            '，' | '；' | '。' | '：' | ',' | ';' | ':' | '！' => clause = i + c.len_utf8(),
            _ => {}
        }
    }
    found
}

/// The ideographs [`count_at`] finds a count at.
pub(crate) static COUNTS: Seeker = Seeker::new(1, "几两一二三四五六七八九十");

/// The characters [`count_at`] finds a count at; all others are passed over quickly.
#[inline]
pub(crate) fn opens_count(c: char) -> bool {
    matches!(c, '几' | '两' | '十' | '0'..='9' | '０'..='９') || numeric(c)
}

/// Whether no noun of points goes on across a character.
fn ends_noun(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | '、' | '“' | '”' | ',' | ':' | '两' | '了' | '等' | '0'..='9')
        || matches!(c, '百' | '万' | '亿' | '分' | '月' | '年' | '钟' | '十')
        || numeric(c) && c != '一'
}

/// Whether words behind a count say that its points will be told: `作些说明`, `谈谈看法`.
fn tells(rest: &str) -> bool {
    let clause = rest.split(['，', '。', '；', '：']).next().unwrap_or(rest);
    let (does, tells) =
        (["作", "做", "加以", "进行", "讲", "谈"], ["说明", "汇报", "介绍", "强调", "看法", "意见", "体会", "通报"]);
    let does = does.iter().any(|w| clause.starts_with(w)) && tells.iter().any(|w| clause.ends_with(w));
    does || clause.ends_with("如下")
}

/// Whether a clause ends where a text begins.
fn ends_clause(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['：', ':', '。', '，', '；'])
}

fn numeric(c: char) -> bool {
    matches!(c, '0'..='9' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

/// Whether words that stand before a count say what is to be done.
fn led_by_doing(head: &str) -> bool {
    ["抓好", "做好", "抓住", "把握", "处理好", "突出", "坚持", "注意", "落实", "提出", "开展", "实施", "围绕", "推进"]
        .iter()
        .any(|w| head.ends_with(w))
}

/// The end of a text, at most so many characters.
fn last_chars(text: &str, count: usize) -> &str {
    let from = text.char_indices().rev().take(count).last().map_or(text.len(), |(i, _)| i);
    text.get(from..).unwrap_or("")
}

/// A number and its measure: (number, bytes of the number, bytes of the measure).
pub(crate) fn count_at(body: &str, at: usize) -> Option<(Option<u32>, usize, &'static str)> {
    // most characters begin no count
    let rest = body.get(at..).filter(|rest| rest.starts_with(opens_count))?;
    let (number, len) = match rest.chars().next()? {
        '几' => (None, '几'.len_utf8()),
        '两' => (Some(2), '两'.len_utf8()),
        _ => {
            let n = numeral::han(rest).or_else(|| numeral::arabic(rest)).filter(|n| (2..=60).contains(&n.value))?;
            (Some(n.value), n.len)
        }
    };
    let lexicon = OutlineWords::get();
    let tail = rest.get(len..).filter(|tail| tail.starts_with(|c| lexicon.measure_firsts.contains(c)))?;
    let measure = lexicon.measures.iter().find(|m| tail.starts_with(**m))?;
    Some((number, len, measure))
}

/// Looks for the noun behind and the verb before: (start, end, promise) in bytes of the sentence.
fn complete(
    body: &str,
    clause: usize,
    at: usize,
    (number, len, measure): (Option<u32>, usize, &'static str),
    quote: Option<usize>,
) -> Option<(usize, usize, Promise)> {
    let tail_at = at + len + measure.len();
    let tail = body.get(tail_at..)?;
    let before = last_chars(body.get(clause..at)?, REACH);
    let clause = at - before.len();
    let head = before.trim_end_matches(['“', '以', '下', '如', '这', '了', '好', '的']);
    let lexicon = OutlineWords::get();
    let verb = |set: &[&str]| set.iter().filter(|v| head.ends_with(**v)).map(|v| v.len()).max();
    if let Some(q) = quote {
        // “五个担当”: the quotation is number, measure and a noun of its own, after a verb.
        let (close, _) = tail.char_indices().take(REACH).find(|(_, c)| *c == '”')?;
        let noun = Span::new(tail_at, tail_at + close);
        let whole = q + '“'.len_utf8() == at
            && (1..=12).contains(&noun.len())
            && matches!(measure, "个" | "大" | "项" | "件" | "类");
        let head = before.trim_end_matches(['“', '了']);
        let led = lexicon.does.iter().chain(lexicon.says.iter()).filter(|v| head.ends_with(**v)).map(|v| v.len()).max();
        return (whole && led.is_some()).then(|| {
            let start = clause + head.len() - led.unwrap_or(0);
            (start, noun.end, Promise { span: noun, number, strength: Strength::Weak, quoted: Some(noun) })
        });
    }
    // 以下三步：, 以下四类：, 两大类：, 抓好两头。, 有这么几个：, 主要有3条： need no noun
    let steps = || {
        let counted = matches!(measure, "大类" | "头")
            || before.ends_with("以下") && measure != "个"
            || before.ends_with("这么")
            || measure == "条" && ["主要有", "主要是", "就是"].iter().any(|w| before.ends_with(w));
        (counted && ends_clause(tail)).then_some(0)
    };
    let noun = counted_noun(tail, measure).or_else(steps)?;
    let end = tail_at + noun;
    let rest = body.get(end..)?;
    let says = verb(&lexicon.says);
    let pointed = before.ends_with("以下") || before.ends_with("如下") || before.ends_with("下面");
    let aims = before.contains('从')
        && ["去", "来", "入手", "着手", "发力", "努力", "下功夫", "做起", "抓起"].iter().any(|w| rest.starts_with(w));
    let speaks =
        says.is_some() && ["我", "下面", "这里", "今天", "再", "主要", "想", "就"].iter().any(|w| before.contains(w));
    let led = says.or(verb(&lexicon.does)).or(pointed.then_some(0)).or(aims.then_some(0));
    // 就两个问题作些说明, 将3起典型案例通报如下
    let tells = ["就", "对", "将", "围绕", "针对"].iter().any(|w| before.contains(w)) && tells(rest);
    let introduces = rest.starts_with(['：', ':']) && (led_by_doing(head) || led_by_doing(before));
    let plain = pointed || aims || speaks || introduces;
    // What is not led by a verb still counts when it stands before a colon or at the end of its clause.
    if led.is_none() && !tells && !ends_clause(rest) {
        return None;
    }
    let start = clause + head.len() - led.unwrap_or(0).min(head.len());
    let strength = if plain {
        Strength::Plain
    } else if tells {
        Strength::Told
    } else {
        Strength::Weak
    };
    let start = if led.is_some() { start } else { at };
    Some((start, end, Promise { span: Span::default(), number, strength, quoted: None }))
}

/// Length of the noun behind the measure: `意见`, `重点工作`; none needed after 点 and 方面.
pub(crate) fn counted_noun(tail: &str, measure: &str) -> Option<usize> {
    let lexicon = OutlineWords::get();
    let noun_at = |i: usize| {
        let rest = tail.get(i..).filter(|rest| rest.starts_with(|c| lexicon.point_firsts.contains(c)))?;
        lexicon.points.iter().filter(|n| rest.starts_with(**n)).map(|n| n.len()).max()
    };
    if measure == "起" {
        let clause = tail.split(['，', '。', '；', '：', '\n']).next().unwrap_or(tail);
        return CASES.iter().filter_map(|case| Some(clause.find(case)? + case.len())).max();
    }
    for (i, c) in tail.char_indices().take(9) {
        if let Some(len) = noun_at(i) {
            let mut end = i + len;
            while let Some(more) = noun_at(end) {
                end += more;
            }
            return Some(end);
        }
        if ends_noun(c) {
            break;
        }
    }
    (matches!(measure, "个方面" | "方面" | "大方面" | "部分" | "大部分" | "点")
        && !tail.starts_with(['钟', '五', '半', '多', '左', '到', '至']))
    .then_some(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::alone::WATCH;

    #[test]
    fn cases() {
        use Strength::{Plain, Told, Weak};
        for (sentence, expected) in [
            ("下面，我强调三点意见：", vec![("强调三点意见", Some(3), Plain)]),
            ("应当从三个方面去努力。", vec![("从三个方面", Some(3), Plain)]),
            ("我愿提出以下4点倡议。", vec![("提出以下4点倡议", Some(4), Plain)]),
            ("我再讲几点意见。", vec![("讲几点意见", None, Plain)]),
            ("这句话包含两层涵义。", vec![("包含两层涵义", Some(2), Weak)]),
            ("做到“五个过硬”", vec![("做到“五个过硬", Some(5), Weak)]),
            ("会议提出了“三个更加”的要求，", vec![("提出了“三个更加", Some(3), Weak)]),
            ("突出抓好三项重点工作。", vec![("抓好三项重点工作", Some(3), Weak)]),
            ("办好“十件实事”。", vec![("办好“十件实事", Some(10), Weak)]),
            ("主要基于两方面考虑：", vec![("基于两方面考虑", Some(2), Weak)]),
            ("着重对增长和物价两个指标作些说明。", vec![("两个指标", Some(2), Told)]),
            ("这里对两个问题加以说明。", vec![("两个问题", Some(2), Told)]),
            ("下面我们归纳出了几个窍门和要点。", vec![("归纳出了几个窍门和要点", None, Plain)]),
            ("对两个问题作出批示。", vec![]),
            ("主要包括两大类：", vec![("包括两大类", Some(2), Weak)]),
            ("科技工作主要是抓好两头。", vec![("抓好两头", Some(2), Weak)]),
            ("增强“四个意识”，落实责任", vec![]),
            ("同比提高三个百分点。", vec![]),
            ("第三个方面要加强。", vec![]),
            ("建议完成以下三步：", vec![("完成以下三步", Some(3), Plain)]),
            ("走好以下三步棋，", vec![]),
            ("我们的分歧有这么几个：", vec![("几个", None, Weak)]),
            ("我的错误主要有3条。", vec![("有3条", Some(3), Weak)]),
            ("公路主要有3条。", vec![("有3条", Some(3), Weak)]),
            ("全县有公路3条。", vec![]),
            ("现有车辆计有以下四类：", vec![("有以下四类", Some(4), Plain)]),
            ("现将5起滥发津贴典型问题通报如下。", vec![("5起滥发津贴典型问题", Some(5), Told)]),
            ("对3起生产安全事故进行公开通报。", vec![("3起生产安全事故", Some(3), Told)]),
            ("全年查处问题96起。", vec![]),
            ("他们一起做好三起来的工作", vec![]),
            ("下午三点半开会。", vec![]),
            ("走访了两家企业。", vec![]),
            ("开好一个会。", vec![]),
        ] {
            let whole = Span::new(0, sentence.len());
            let found = find(sentence, whole, &Stops::of(sentence, whole, &WATCH));
            let found: Vec<_> = found.iter().map(|p| (p.span.of(sentence), p.number, p.strength)).collect();
            assert_eq!(found, expected, "{sentence}");
        }
    }
}
