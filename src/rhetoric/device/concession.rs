//! Concession turns 让步转折: `虽然…，但…`; `但是，在肯定成绩的同时，也必须清醒看到…`; `同时也要看到，…`.
//!
//! In: sentences and clauses. Out: what is granted and what turns as parts, the turning word as cue. A turn that opens a
//! sentence (`我们也清醒看到，…` too) grants the sentence before it in the same paragraph. A bare 但 is contrast, no concession.

use super::{Device, DeviceKind, Scene};
use crate::lexicon::devices::{DeviceWords, opening};
use crate::rhetoric::prose::{Sentence, word_at};
use crate::span::Span;

/// The turn comes within so many clauses after what is granted.
const NEAR: usize = 5;
/// Bytes at the start of a clause in which 却 and 仍 turn.
const INNER: usize = 36;

pub(super) fn find(scene: &Scene) -> Option<Device> {
    let (text, sentence) = (scene.prose.text, scene.sentence());
    let before = scene.before().filter(|s| !s.heading);
    granted_first(text, sentence, scene.clauses).or_else(|| turned(text, sentence, before, scene.clauses))
}

/// `虽然…，但…`, `尽管…，却…`.
fn granted_first(text: &str, sentence: &Sentence, clauses: &[(Span, char)]) -> Option<Device> {
    let words = DeviceWords::get();
    let grants = |said: &str| {
        let may = said.starts_with(['虽', '尽', '固', '诚', '纵']);
        let word = may.then(|| opening(&words.concede, said)).flatten();
        word.and_then(|w| said.strip_prefix(w)).is_some_and(|rest| !rest.starts_with("如此"))
    };
    let (at, granted) = clauses.iter().enumerate().find(|(_, (c, _))| grants(c.of(text)))?;
    let following = clauses.iter().skip(at + 1).take(NEAR);
    let turn = following.into_iter().find_map(|&(clause, _)| {
        let said = clause.of(text);
        let strong = opening(&words.turn, said).filter(|w| !w.contains("同时"));
        let inner = || inner_turn(said).map(|(from, word)| word_at(clause.start + from, word));
        strong.map(|w| word_at(clause.start, w)).or_else(inner).map(|cue| (clause, cue))
    });
    let (clause, cue) = turn?;
    let first = Span::new(granted.0.start, clause.start);
    let first = Span::new(first.start, first.start + first.of(text).trim_end_matches([' ', '，', ',', '；']).len());
    let parts = vec![first, Span::new(clause.start, sentence.span.end)];
    let span = Span::new(granted.0.start, sentence.span.end);
    Some(Device { kind: DeviceKind::Concession, span, parts, cue: Some(cue) })
}

/// 却 or 仍 after a short subject: `条件虽苦，大家却不叫苦`.
fn inner_turn(clause: &str) -> Option<(usize, &'static str)> {
    let mut near = clause.char_indices().take_while(|(at, _)| *at < INNER);
    let words = ["仍然", "依然", "却", "仍", "但"];
    near.find_map(|(at, _)| Some((at, opening(&words, clause.get(at..)?)?)))
}

/// A clause that weighs: `也要看到`, `必须清醒地认识到`, after a turn or 在…的同时.
fn turned(text: &str, sentence: &Sentence, before: Option<&Sentence>, clauses: &[(Span, char)]) -> Option<Device> {
    let words = DeviceWords::get();
    let &(first, _) = clauses.first()?;
    let opener = opening(&words.turn, first.of(text)).map(|w| word_at(first.start, w)).or_else(|| sober(text, first));
    let head = clauses.get(..clauses.len().min(3)).unwrap_or(&[]);
    let granted = head.iter().position(|&(c, _)| is_granted(text, c));
    let rest = head.get(granted.map_or(0, |g| g + 1)..).unwrap_or(&[]);
    let &(turn, _) = rest.first()?;
    if opener.is_none() && granted.is_none() || !rest.iter().any(|&(c, _)| weighs(text, c)) {
        return None;
    }
    let granted = granted.and_then(|g| head.get(g)).map(|&(c, _)| c);
    let closing = |c: Span| {
        let said = c.of(text);
        let close = words.grant.iter().find(|w| said.ends_with(**w)).map(|w| Span::new(c.end - w.len(), c.end));
        close.or_else(|| Some(word_at(c.start + said.find('既')?, "既")))
    };
    let cue = opener.or_else(|| closing(granted?));
    let first_part = granted.or(before.map(|s| s.words));
    let start = first_part.map_or(turn.start, |p| p.start).min(sentence.words.start);
    let parts = first_part.into_iter().chain([Span::new(turn.start, sentence.span.end)]).collect();
    Some(Device { kind: DeviceKind::Concession, span: Span::new(start, sentence.span.end), parts, cue })
}

/// 也 in `我们也清醒看到`, `也要清醒地认识到`.
fn sober(text: &str, clause: Span) -> Option<Span> {
    let said = clause.of(text);
    let near = said.char_indices().take(6).find(|&(_, c)| c == '也').map(|(at, _)| at)?;
    let after = said.get(near..)?;
    let sobers =
        ["清醒", "要", "必须", "应"].iter().any(|w| after.chars().skip(1).take(4).collect::<String>().contains(w));
    (sobers && weighs(text, clause)).then(|| word_at(clause.start + near, "也"))
}

/// `在充分肯定成绩的同时`, and 既要看到成绩 before 更要看到困难.
fn is_granted(text: &str, clause: Span) -> bool {
    let said = clause.of(text);
    let closes = || DeviceWords::get().grant.iter().any(|w| said.ends_with(w));
    let grants = || ["肯定", "看到", "成绩", "成效", "进步", "优势", "总结"].iter().any(|w| said.contains(w));
    let both = said.starts_with("既要看到") || said.starts_with("既看到") || said.starts_with("我们既要看到");
    said.len() <= 120 && (both || closes() && grants())
}

/// Whether a clause asks to see something: 也要看到, 必须清醒认识到.
fn weighs(text: &str, clause: Span) -> bool {
    let said = clause.of(text);
    let near = said.char_indices().take(16);
    let asks = ["要", "必须", "应", "清醒", "也", "还", "更", "深知", "不能不", "不得不", "需要"];
    let seen = near
        .into_iter()
        .find(|(at, _)| said.get(*at..).is_some_and(|r| opening(&DeviceWords::get().weigh, r).is_some()));
    seen.is_some_and(|(at, _)| said.get(..at).is_some_and(|b| asks.iter().any(|w| b.contains(w))))
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
                ("虽然路远，但天天有人来。", &["虽然路远 | 但天天有人来。"]),
                ("尽管经费紧、人手少，大家却没有退缩。", &["尽管经费紧、人手少 | 大家却没有退缩。"]),
                (
                    "一年来，工作有了起色。但是，在肯定成绩的同时，也必须清醒看到，短板还不少。",
                    &["在肯定成绩的同时 | 也必须清醒看到，短板还不少。"],
                ),
                ("产业起来了。同时也要看到，链条还短。", &["产业起来了。 | 同时也要看到，链条还短。"]),
                ("任务基本完成。我们也清醒认识到，欠账还多。", &["任务基本完成。 | 我们也清醒认识到，欠账还多。"]),
                ("我们既要看到成绩，更要看到差距。", &["我们既要看到成绩 | 更要看到差距。"]),
                ("尽管如此，大家没有松劲。", &[]),
                ("代表们也看到了变化。", &[]),
                ("但他没有来。", &[]),
                ("同时，加强队伍建设，提高服务水平。", &[]),
                ("在发展经济的同时，加强环境保护。", &[]),
                ("不但要看到形势，而且要抓住机遇。", &[]),
            ],
        );
    }
}
