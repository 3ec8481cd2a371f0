//! Question with answer 设问: `什么是中心？中心就是大局。`, `怎么办？出路在改革。`, `什么是担当，就是不躲不绕。`
//!
//! In: sentences of a paragraph. Out: question (or questions in a row) and the answer as parts; the
//! cue is the asking word. Not: questions asked for effect (`难道…吗？`), questions put to others
//! (`问：…`, in quotation marks), and a question after which nothing comes.

use super::{Device, DeviceKind, Scene};
use crate::lexicon::devices::{DeviceWords, opening};
use crate::rhetoric::prose::{Sentence, word_at};
use crate::span::Span;

/// A question without its mark is asked in so many bytes.
const SHORT: usize = 90;
/// What opens a clause that asks.
const ASKS: [&str; 9] = ["什么是", "什么叫", "何谓", "何为", "怎么办", "为什么", "靠什么", "凭什么", "怎么干"];
/// Questions in a row at the most.
const ROW: usize = 6;

pub(super) fn find(scene: &Scene) -> Option<Device> {
    let (text, answer) = (scene.prose.text, scene.sentence());
    if is_question(text, answer) {
        return None;
    }
    if !scene.before().is_some_and(|b| is_question(text, b)) {
        return within(text, answer, scene.clauses);
    }
    let before = scene.paragraph.get(..scene.at).unwrap_or(&[]);
    let row = before.iter().rev().take(ROW).take_while(|s| is_question(text, s)).count();
    let questions = before.get(before.len() - row..).unwrap_or(&[]);
    let asked = questions.iter().map(|q| q.words);
    let span = Span::new(questions.first()?.words.start, answer.span.end);
    let cue = asked.clone().find_map(|q| asking(text, q));
    let parts = asked.chain([answer.words]).collect();
    answers(text, answer).then_some(Device { kind: DeviceKind::QuestionAnswer, span, parts, cue })
}

/// A sentence that asks in the speaker's own name, and means it.
fn is_question(text: &str, sentence: &Sentence) -> bool {
    let said = sentence.words.of(text);
    let own = said.ends_with(['？', '?']) && !said.starts_with(['“', '"', '「', '—']);
    let put = ["问：", "问:", "记者：", "记者:"].iter().any(|w| said.starts_with(w));
    own && !put && !said.contains(['“', '"']) && DeviceWords::get().rhetoric.iter().all(|w| !said.contains(w))
}

/// What follows a question answers it unless it is said by somebody else.
fn answers(text: &str, sentence: &Sentence) -> bool {
    let said = sentence.words.of(text);
    let other = said.starts_with(['“', '"', '「', '（', '(']) || said.starts_with("答：") || said.starts_with("答:");
    !other && said.ends_with(['。', '！', '!', '；', '：'])
}

/// `什么是…，就是…` in one sentence: a clause that asks, and the next that opens with an answering word.
fn within(text: &str, sentence: &Sentence, clauses: &[(Span, char)]) -> Option<Device> {
    let asks = |said: &str| said.starts_with(['什', '何', '怎', '为', '靠', '凭']) && opening(&ASKS, said).is_some();
    let answered = |said: &str| opening(&DeviceWords::get().answer, said).is_some();
    clauses.windows(2).find_map(|pair| {
        let &[(asked, mark), (answer, _)] = pair else { return None };
        let set_off = matches!(mark, '，' | ',' | '：' | ':') && asked.len() <= SHORT;
        if !set_off || !asks(asked.of(text)) || !answered(answer.of(text)) {
            return None;
        }
        let parts = vec![asked, Span::new(answer.start, sentence.span.end)];
        let span = Span::new(asked.start, sentence.span.end);
        Some(Device { kind: DeviceKind::QuestionAnswer, span, parts, cue: asking(text, asked) })
    })
}

/// The first asking word of a question.
fn asking(text: &str, question: Span) -> Option<Span> {
    let said = question.of(text);
    let words = &DeviceWords::get().ask;
    said.char_indices()
        .find_map(|(at, _)| Some((at, opening(words, said.get(at..)?)?)))
        .map(|(at, word)| word_at(question.start + at, word))
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
                ("差距摆在面前，怎么办？出路只有一条，就是改。", &["差距摆在面前，怎么办？ | 出路只有一条，就是改。"]),
                ("什么是担当，就是不躲不绕。", &["什么是担当 | 就是不躲不绕。"]),
                ("我们为了谁？我们依靠谁？答案写在群众心里。", &["我们为了谁？ | 我们依靠谁？ | 答案写在群众心里。"]),
                (
                    "第一，钱从哪里来？要靠市场筹。第二，人往哪里去？要靠产业留。",
                    &["钱从哪里来？ | 要靠市场筹。", "人往哪里去？ | 要靠产业留。"],
                ),
                ("难道这样的日子不值得珍惜吗？我们没有理由松懈。", &[]),
                ("他问：“路什么时候修？”大家都笑了。", &[]),
                ("我们该往哪里走？", &[]),
                ("明确干什么、怎么干，就是要压实责任。", &[]),
                ("问：费用谁来出？财政承担。", &[]),
            ],
        );
    }
}
