//! Attachment notes 附件说明: `附：学习体会`, `附件1：实施方案`, `附件` alone, and the list below `附件：`.
//!
//! In: a folded line. Out: what it announces.

use super::line::{after_number, ends_with, is_han_numeral};
use crate::lexicon::layout_words::genre;

/// A line that announces attachments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attachment<'l> {
    /// `附件1`: one of several, each announced when it comes.
    pub(super) numbered: bool,
    /// What it is called, where the line says so.
    pub(super) name: Option<&'l str>,
}

/// Reads a folded line that announces attachments.
pub(super) fn read(line: &str) -> Option<Attachment<'_>> {
    let bare = line.strip_prefix(['(', '【']).and_then(|rest| rest.strip_suffix([')', '】'])).unwrap_or(line);
    let (full, rest) = ["附件", "附录", "附表", "附图"]
        .iter()
        .find_map(|word| bare.strip_prefix(word))
        .map(|rest| (true, rest))
        .or_else(|| bare.strip_prefix('附').map(|rest| (false, rest)))?;
    let rest = ["下载", "列表"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let after =
        rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || is_han_numeral(c) || matches!(c, '-' | '—'));
    let numbered = after.len() < rest.len() && after.len() + 12 >= rest.len();
    if after.is_empty() {
        return full.then_some(Attachment { numbered, name: None });
    }
    let dotted = || after.strip_prefix('.').filter(|name| numbered && !name.ends_with('。'));
    let name = after.strip_prefix(':').or_else(dotted).or_else(|| is_file(after).then_some(after))?;
    if name.ends_with('。') && name.chars().count() > 60 {
        return None;
    }
    Some(Attachment { numbered, name: (!name.is_empty()).then_some(name) })
}

/// Whether a folded line below `附件：` is an entry of the list.
pub(super) fn is_entry(line: &str) -> bool {
    let numbered = is_file(line) || after_number(line).is_some_and(|name| !name.is_empty());
    let bare = line.trim_end_matches(')');
    // a full stop may stand behind the name of a paper
    let closed = bare.strip_suffix('。').map_or(bare, |name| if genre(name).is_some() { name } else { bare });
    numbered && line.chars().count() <= 80 && !closed.ends_with(['。', ';', ':'])
}

/// Whether a line ends with the name of a file, and perhaps its size: `权力清单.xls【12KB】`.
fn is_file(line: &str) -> bool {
    let name = line.split(['【', '[']).next().unwrap_or(line).trim_end_matches('x');
    ends_with(name, &[".doc", ".xls", ".pdf", ".wps", ".zip", ".rar"])
}

/// The name of a listed attachment without its number and closing marks.
pub(super) fn entry_name(entry: &str) -> &str {
    after_number(entry).unwrap_or(entry).trim_matches(['.', '、', ';', '。', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_announcements_of_attachments() {
        let named = |name, numbered| Some(Attachment { numbered, name: Some(name) });
        assert_eq!(read("附:学习体会"), named("学习体会", false));
        assert_eq!(read("附件1:实施方案"), named("实施方案", true));
        assert_eq!(read("附件:1.名单"), named("1.名单", false));
        assert_eq!(read("附件下载:名单.pdf"), named("名单.pdf", false));
        assert_eq!(read("附件2"), Some(Attachment { numbered: true, name: None }));
        assert_eq!(read("附件"), Some(Attachment { numbered: false, name: None }));
        assert_eq!(read("附件1.条件表"), named("条件表", true));
        assert_eq!(read("附件2(附2)-清单.xlsx"), named("(附2)-清单.xlsx", true));
        assert!(is_entry("权力清单.xls【0.00KB】") && !is_entry("权力清单"));
        for line in ["附件1.请按要求填写。", "附则", "附近居民", "附件所列单位要抓好落实", "附", "附件1所列条件"]
        {
            assert_eq!(read(line), None, "{line}");
        }
        assert!(
            is_entry("2.申报材料")
                && is_entry("2.个人申报表。")
                && !is_entry("2.要认真填写申报材料。")
                && !is_entry("某市财政局")
        );
    }
}
