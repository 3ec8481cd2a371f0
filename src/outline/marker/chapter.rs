//! `chapter`: 第一编 第一章 第一节 第一部分 第一条 — `第一章 总则`, `第三条　本办法…`.

use super::{Before, Hit, Place, after};
use crate::outline::{Scheme, numeral};

/// Units from the widest to the narrowest; the place is the unit of the key.
const UNITS: [&str; 6] = ["编", "部分", "章", "节", "条", "款"];

/// A chapter or article at the start of a line, or after a full stop or space in glued text when a space follows.
pub(super) fn at(place: &Place) -> Option<Hit> {
    let tail = place.rest.strip_prefix('第')?;
    let number = numeral::han(tail).or_else(|| numeral::arabic(tail.trim_start_matches(' ')))?;
    let spaces = tail.len() - tail.trim_start_matches(' ').len();
    let tail = after(tail, number.len + if numeral::han(tail).is_some() { 0 } else { spaces });
    let (unit, name) = (0_u32..).zip(UNITS).find(|(_, name)| tail.starts_with(name))?;
    let tail = after(tail, name.len());
    let apart = tail.is_empty() || tail.starts_with(char::is_whitespace);
    let punctuated = tail.starts_with(['、', '：', '，', ':', '.']);
    // 第三条本办法…: an article whose blank is lost; a list shows that it is one
    let torn = place.before == Before::LineStart && name == "条" && !apart && !punctuated;
    let torn =
        torn && tail.starts_with(crate::lexicon::is_han) && !tail.starts_with(['规', '所', '第', '的', '款', '之']);
    // 第一条规定 (a reference), 第一部分工作 (a noun) inside running text are no markers.
    let fits = match place.before {
        Before::LineStart => apart || punctuated || matches!(name, "章" | "编"),
        Before::Stop | Before::Space => apart && name != "款",
        // 总则第一条　为了…: in glued text the wide blank behind tells
        Before::Other => tail.starts_with('\u{3000}') || tail.starts_with("  "),
        Before::Comma => false,
    };
    let punctuation = if punctuated { tail.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let len = place.rest.len() - tail.len() + punctuation;
    let hit = Hit::new(len, Scheme::Chapter, unit, number.value);
    if torn { Some(hit.weak()) } else { fits.then_some(hit) }
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn cases() {
        for (line, marker) in [
            ("第一章 总则", Some("第一章")),
            ("第十二条　本办法自发布之日起施行。", Some("第十二条")),
            ("第二部分：主要任务", Some("第二部分：")),
            ("第一章总则", Some("第一章")),
            ("第三节", Some("第三节")),
            ("第三条本办法所称企业", Some("第三条")),
            ("第三条规定的企业", None),
            ("管理办法第一章　总则", Some("第一章")),
            ("根据第二条 规定", None),
            ("第一季度", None),
        ] {
            assert_eq!(read(line).first().map(|m| m.2), marker, "{line}");
        }
    }
}
