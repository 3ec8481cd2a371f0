//! What a site puts between its headline and the text: the fields of its record, words that commend the text
//! (`今天小编就跟大家分享一篇范文`), the title once more.
//!
//! In: the head read so far. Out: the head that reaches to the text itself.

use super::line::{Line, holds_any};
use super::reader::{Head, Reader};
use super::{BlockKind, head, title};
use crate::lexicon::layout_words::is_navigation;

/// Goes on below the first headline of a file.
pub(super) fn below_headline(reader: &Reader<'_>, mut head: Head) -> Head {
    let Some((from, to)) = head.title else { return head };
    let headline = reader.joined(from, to);
    let model = headline.contains("范文") || headline.contains("例文");
    for _ in 0..commending(reader, head.end, model) {
        head.kinds.push((head.end, BlockKind::Boilerplate));
        head.end += 1;
    }
    while reader.fixed(head.end) == Some(BlockKind::Boilerplate) {
        head.kinds.push((head.end, BlockKind::Boilerplate));
        head.end += 1;
    }
    let again = reader.lines.get(head.end).is_some_and(|line| line.folded == headline);
    let own = model && head.end > to && reader.lines.get(head.end).is_some_and(title::looks);
    if (again || own) && reader.fixed(head.end).is_none() {
        let own = head::at(reader, head.end);
        // 申论范文：某题 heads the page of the site; the text has a title of its own
        if !again && reader.lines.get(from).is_some_and(heads_page) {
            for (_, kind) in head.kinds.iter_mut().filter(|(_, kind)| *kind == BlockKind::Title) {
                *kind = BlockKind::Boilerplate;
            }
            (head.line, head.title) = (own.line, own.title);
        }
        head.kinds.extend(own.kinds);
        head.end = own.end;
        head.proof = head.proof.max(own.proof);
    }
    head
}

/// Whether a headline begins with a word of the site's navigation: `范文：某题`.
fn heads_page(line: &Line) -> bool {
    line.within(60).and_then(|folded| folded.split_once(':')).is_some_and(|(label, _)| is_navigation(label))
}

/// Lines, one or two, in which a site commends the text below.
fn commending(reader: &Reader<'_>, at: usize, model: bool) -> usize {
    let mut words = String::new();
    for (i, line) in reader.lines.get(at..).unwrap_or(&[]).iter().take(2).enumerate() {
        words.push_str(&line.folded);
        if commends(&words, model) {
            return i + 1;
        }
        if line.ends_sentence() {
            break;
        }
    }
    0
}

/// Whether a paragraph commends a text to its readers; without a headline that promises a model text only
/// where an editor of a site speaks of himself.
fn commends(words: &str, model: bool) -> bool {
    let any = |list: &[&str]| holds_any(words, list);
    let offers = any(&["供", "分享", "推荐", "整理", "带来", "收集"]);
    let editor = words.contains("小编") && any(&["整理", "分享", "推荐", "带来", "收集"]);
    let readers = any(&["考生", "学员", "大家", "读者", "网友"]);
    let ware = any(&["范文", "例文", "参考", "借鉴", "学习"]);
    // 专家指出，申论题目写法不止一种
    let comments = model && words.contains("申论") && any(&["专家认为", "专家指出", "专家点评", "专家提醒"]);
    editor
        || comments
        || super::boilerplate::recommends(words)
        || model && readers && offers && ware && any(&["专家", "小编", "教育", "网", "老师"])
}

#[cfg(test)]
mod tests {
    use super::commends;

    #[test]
    fn knows_how_sites_commend() {
        assert!(commends("下面是小编给大家整理的讲话稿,仅供参考。", false));
        assert!(commends("为帮助考生备考,某教育专家带来一篇范文,供大家参考。", false));
        assert!(commends("为帮助考生备考,某某网带来一篇范文,供大家参考。", true));
        assert!(!commends("为帮助考生备考,某某网带来一篇范文,供大家参考。", false));
        assert!(commends("专家指出,申论题目的写法不止一种,这里给出其中一篇。", true));
        assert!(!commends("专家认为,城市治理要下绣花功夫。", true));
        assert!(!commends("学习教育要走深走实,供给侧改革要持续推进。", true));
    }
}
