//! Restatement and climax 总括、归结: `一句话，服务要到家。`, `归根结底，要靠实干。`
//!
//! In: clauses. Out: from the opener to the end of its sentence; the part is what it introduces, the cue the opener.
//! The opener must open a clause and be set off by a mark or by 就是: `他说了一句话` is none.

use super::{Device, DeviceKind, Scene};
use crate::lexicon::devices::{DeviceWords, opening};
use crate::rhetoric::prose::word_at;
use crate::span::Span;

/// Words between opener and mark: 总之一句话, 概括起来说, 归根结底就是.
const TAILS: [&str; 8] = ["来说", "来讲", "而言", "说", "讲", "看", "一句话", "起来"];

pub(super) fn find(scene: &Scene) -> Option<Device> {
    let text = scene.prose.text;
    let end = scene.sentence().span.end;
    scene.clauses.iter().find_map(|&(clause, _)| {
        let (kind, opener) = opener(clause.of(text))?;
        let said = said(text, Span::new(clause.start + opener.len(), end), opener)?;
        let cue = Some(word_at(clause.start, opener));
        Some(Device { kind, span: Span::new(clause.start, end), parts: vec![said], cue })
    })
}

/// The words that open a clause, and what they do.
fn opener(clause: &str) -> Option<(DeviceKind, &'static str)> {
    let words = DeviceWords::get();
    // Most clauses open with no such character.
    if !words.openers.contains(clause.chars().next()?) {
        return None;
    }
    let restates = opening(&words.restate, clause).map(|w| (DeviceKind::Restatement, w));
    restates.or_else(|| opening(&words.climax, clause).map(|w| (DeviceKind::Climax, w)))
}

/// What the opener introduces; none when nothing sets the opener off.
fn said(text: &str, rest: Span, opener: &str) -> Option<Span> {
    let all = rest.of(text);
    let tail = TAILS.iter().find_map(|t| all.strip_prefix(t)).unwrap_or(all);
    let judges =
        ["就是", "是", "就要", "就在于", "在于", "还是", "都是", "要靠", "靠"].iter().any(|w| tail.starts_with(w));
    let set_off = tail.starts_with(['，', '：', '、', ',', ':']);
    let stated = judges && opener != "一句话" || opener.ends_with('是') || tail.starts_with("就是");
    let body = tail.trim_start_matches(['，', '：', '、', ',', ':']);
    let span = Span::new(rest.end - body.len(), rest.end).trim(text);
    ((set_off || stated) && span.of(text).chars().count() > 2).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::super::tests_support::check_sentences;
    use super::*;

    #[test]
    fn cases() {
        check_sentences(
            find,
            &[
                ("路修好了，灯也亮了。一句话，日子有了盼头。", &["日子有了盼头。"]),
                ("事情千头万绪，归根结底是要把人心聚起来。", &["是要把人心聚起来。"]),
                ("总的来看，今年的开局是好的，势头是稳的。", &["今年的开局是好的，势头是稳的。"]),
                ("说到底，还是作风问题。", &["还是作风问题。"]),
                ("概括起来说，就是三件事。", &["就是三件事。"]),
                ("更重要的是，群众的腰杆挺起来了。", &["群众的腰杆挺起来了。"]),
                ("他只留下一句话，便走了。", &[]),
                ("一句话讲不清楚这件事。", &[]),
                ("总之前的办法不灵。", &[]),
                ("会议最后作出部署。", &[]),
            ],
        );
    }
}
