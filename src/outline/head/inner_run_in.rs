//! Run-in heads inside a paragraph: it falls into stretches, each opened by a short sentence that names it:
//! `主要指标好于预期。……项目支撑有力。……消费成效明显。……`

use super::{Document, Head, Paragraph, bare_span, has_clause_mark};
use crate::lexicon;
use crate::outline::point::Standing;
use crate::outline::{Evidence, Scheme};
use crate::span::Span;

/// The longest head of this kind, in characters.
const LONGEST: usize = 13;
/// The shortest; `成绩喜人。` is a remark.
const SHORTEST: usize = 5;
/// What a head names is clearly longer than the head, in characters.
const BODY: usize = 40;

/// Groups of three and more heads; in an item of a list whose other items have such heads, two are enough.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let mut heads = Vec::new();
    for (group, (paragraph, p)) in document.paragraphs.iter().enumerate().enumerate() {
        if !p.marked.is_empty() {
            continue;
        }
        let members = stretches(document, p);
        if members.len() < 3 {
            continue;
        }
        heads.extend(members.into_iter().map(|heading| Head {
            paragraph,
            heading,
            scheme: Scheme::Bare,
            standing: Standing::Inside,
            evidence: Evidence::RunIn,
            group,
        }));
    }
    heads
}

/// Heads of a paragraph, each with enough behind it.
fn stretches(document: &Document, p: &Paragraph) -> Vec<Span> {
    let mut members: Vec<Span> = Vec::new();
    let mut body = 0;
    for &sentence in &p.sentences {
        if let Some(heading) = head(document, sentence) {
            // Right behind a head it is the first sentence of what that names.
            if body == 0 && !members.is_empty() {
                body = document.width(sentence);
                continue;
            }
            // Little unfolds the one before: it was a sentence like others.
            if body < BODY {
                members.pop();
            }
            members.push(heading);
            body = 0;
        } else {
            body += document.width(sentence);
        }
    }
    if body < BODY {
        members.pop();
    }
    members
}

/// A short statement (topic and predicate) without any mark, figure or quotation.
fn head(document: &Document, sentence: Span) -> Option<Span> {
    let line = sentence.of(document.text);
    if line.len() > 4 * LONGEST || !line.ends_with('。') {
        return None;
    }
    let heading = bare_span(document.text, sentence);
    let words = heading.of(document.text);
    let fits = (SHORTEST..=LONGEST).contains(&document.width(heading))
        && !has_clause_mark(words)
        && words.chars().all(lexicon::is_han)
        && lexicon::is_statement(words);
    fits.then_some(heading)
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "主要指标好于预期。地区生产总值增长百分之六，财政收入增长百分之五，居民收入同步增长，各项主要指标都完成了年初确定的目标任务。项目支撑有力。新开工重点项目一百二十个，完成投资三百亿元，创历年新高，一批产业项目、民生项目相继建成投用。消费成效明显。社会消费品零售总额增长一成，新建商业街区二十处，夜间经济活跃，文旅市场人气两旺，游客人数又创新高。",
                vec!["主要指标好于预期", "项目支撑有力", "消费成效明显"],
            ),
            (
                "推动出台服务企业条例。会同有关部门深入企业走访调研，广泛听取各方面意见建议，条例已经颁布并正式施行。完善要素保障机制。土地、资金、用能等要素向重点项目倾斜，保障水平稳步提高，企业反映良好。开展专项整治行动。查处了一批违法违规案件，曝光了一批典型，市场秩序明显好转，群众满意。",
                vec![],
            ),
            ("任务很重。时间很紧。责任很大。各级各部门务必高度重视，把各项措施落到实处、抓出成效来。", vec![]),
            (
                "今年以来，全市经济运行总体平稳，主要指标稳步回升。成绩来之不易。大家付出了艰辛的努力，应当给予充分肯定和表扬。",
                vec![],
            ),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }
}
