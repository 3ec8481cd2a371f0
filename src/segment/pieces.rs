//! A long text in pieces, so that what is made of each stays small.
//!
//! In: text. Out: pieces that no word reaches across.

/// A text in pieces of bounded length, cut behind white space or full-width punctuation, across which no word
/// reaches: jieba's own list of tokens then stays small, however long the line.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    const LONGEST: usize = 1 << 16;
    let mut rest = text;
    core::iter::from_fn(move || {
        let head = rest.get(..rest.floor_char_boundary(LONGEST)).filter(|head| !head.is_empty())?;
        let is_end = |c: char| matches!(c, '。' | '，' | '；' | '、' | '\n');
        let cut = match head.rfind(is_end) {
            Some(mark) if head.len() < rest.len() => mark + head.get(mark..)?.chars().next()?.len_utf8(),
            _ => head.len(),
        };
        let (piece, behind) = rest.split_at_checked(cut)?;
        rest = behind;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_cover_the_text_whatever_it_is() {
        for text in ["一是".repeat(50_000), "抓落实，".repeat(20_000), String::new(), "a".repeat(70_000)] {
            assert_eq!(pieces(&text).collect::<String>(), text);
        }
    }
}
