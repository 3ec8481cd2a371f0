//! Notes of the editors 编者按 above or in a text: `编者按：…`, or `编者按` alone and the paragraph below it.
//!
//! In: the lines of a text. Out: which of them are such notes.

use super::line::Line;

/// The labels of such notes.
const LABELS: [&str; 4] = ["编者按", "编者的话", "编前", "导读"];

/// The longest note, in characters.
const LONGEST: usize = 400;

/// Tells of each line whether the editors speak in it.
pub(super) fn mark(lines: &[Line]) -> Vec<bool> {
    let mut marks = vec![false; lines.len()];
    for (at, line) in lines.iter().enumerate() {
        let open = line.folded.trim_start_matches(['【', '[', '(']);
        // a text on one line begins with what the editors say, and goes on
        if line.within(LONGEST).is_none() {
            continue;
        }
        let Some(rest) = LABELS.iter().find_map(|label| open.strip_prefix(label)) else { continue };
        let said = rest.trim_start_matches(['】', ']', ')']);
        let alone = matches!(said, "" | ":");
        if !alone && !said.starts_with(':') && said.len() == rest.len() {
            continue;
        }
        let more = lines.get(at + 1..).unwrap_or(&[]);
        // the paragraph below a label alone; in hard-wrapped text with all its lines
        let first = usize::from(alone && more.first().is_some_and(|line| line.chars > 30));
        let wrapped = more.iter().skip(first).take_while(|line| line.is_inside()).count();
        marks.get_mut(at..=at + first + wrapped).unwrap_or(&mut []).fill(true);
    }
    marks
}

#[cfg(test)]
mod tests {
    use crate::layout::{BlockKind, read};

    #[test]
    fn finds_what_editors_say() {
        let said = "近来各地学习先进典型，涌现出许多好做法好经验，本报今起选登几篇，供读者参考。";
        for (above, notes) in [
            (format!("编者按\n{said}"), 2),
            (format!("编者按：{said}"), 1),
            (format!("【编者按】{said}"), 1),
            (format!("编者按：\n{said}"), 2),
            (format!("【导 读】{said}"), 1),
            (format!("编者按这个要求改稿，{said}"), 0),
            (format!("编者按：{}", said.repeat(12)), 0),
        ] {
            let text = format!("勇做改革的实干者\n{above}\n改革要靠实干。{said}\n");
            let found = read(&text).blocks.iter().filter(|b| b.kind == BlockKind::Boilerplate).count();
            assert_eq!(found, notes, "{text}");
        }
    }
}
