//! What a site offers below a text: `往期精选` and the headlines to the end of the file.
//!
//! In: the lines of a text. Out: where they begin.

use super::line::Line;

/// What stands above them.
const LABELS: [&str; 9] =
    ["往期", "相关阅读", "相关链接", "相关新闻", "相关稿件", "推荐阅读", "延伸阅读", "热门推荐", "猜你喜欢"];

/// The line above the headlines, where a text has any.
pub(super) fn from(lines: &[Line]) -> Option<usize> {
    // neither label nor headline ends as a sentence does
    let end = lines.iter().rposition(|line| line.fixed().is_none() && (line.ends_sentence() || line.chars > 50))?;
    let below = lines.get(end..)?.iter().position(|line| {
        line.within(8).is_some_and(|line| LABELS.iter().any(|label| line.trim_start_matches('【').starts_with(label)))
    })?;
    Some(end + below)
}

#[cfg(test)]
mod tests {
    use super::from;
    use crate::layout::line::read;

    #[test]
    fn cases() {
        for (text, expected) in [
            ("要抓好落实。\n往期精选\n绿水青山就是金山银山\n春耕时节话春耕\n来源：某网\n", Some(1)),
            ("要抓好落实。\n【相关阅读】\n春耕时节话春耕\n", Some(1)),
            // no text above; text below
            ("相关链接\n春耕时节话春耕\n", None),
            ("要抓好落实。\n相关链接\n春耕时节，农事正忙。\n", None),
            ("要抓好落实。\n总体要求\n主要任务\n", None),
        ] {
            assert_eq!(from(&read(text, None)), expected, "{text}");
        }
    }
}
