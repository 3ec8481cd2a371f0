//! Words the user adds or splits.
//!
//! In: text in jieba's own line format. Out: [`UserWord`]s; words to split as [`SplitWord`]s.

use crate::Error;

/// A word to keep whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserWord {
    /// The word.
    pub text: String,
    /// Its frequency; without one, the least that makes it win over its parts.
    pub freq: Option<u32>,
    /// Its part of speech.
    pub tag: Option<String>,
}

/// Reads user words, one a line: `词`, `词 频`, `词 性` or `词 频 性`, parted by white space. Empty lines and lines that
/// open with `#` say nothing; of a word given twice the last line counts.
///
/// # Errors
/// `user-words-invalid` with the number of the line: punctuation in the word, a frequency that is no number, more than three fields.
pub fn parse_user_words(text: &str) -> Result<Vec<UserWord>, Error> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut words = Vec::new();
    for (number, line) in (1_u32..).zip(text.lines()).filter(|(_, l)| !l.trim_start().starts_with('#')) {
        let invalid = |why: &str| Error::new("user-words-invalid", format!("line {number}: {why}")).at_line(number);
        let mut fields = line.split_whitespace();
        let Some(word) = fields.next() else { continue };
        if !word.chars().all(can_stand_in_a_word) {
            return Err(invalid(&format!("`{word}` holds punctuation, at which words end always")));
        }
        let (second, third) = (fields.next(), fields.next());
        if fields.next().is_some() {
            return Err(invalid("more than word, frequency and tag"));
        }
        let (freq, tag) = match (second, third) {
            (Some(tag), None) if tag.chars().all(|c| c.is_ascii_alphabetic()) => (None, Some(tag)),
            (Some(freq), tag) => {
                let freq = freq.parse().map_err(|_| invalid(&format!("the frequency `{freq}` is no number")))?;
                (Some(freq), tag)
            }
            (None, _) => (None, None),
        };
        words.push(UserWord { text: word.into(), freq, tag: tag.map(Into::into) });
    }
    Ok(words)
}

/// Whether jieba-rs looks for words across the character: its pattern for what can be cut is Chinese characters, letters, digits
/// and a few marks.
fn can_stand_in_a_word(c: char) -> bool {
    crate::lexicon::is_han(c) || c.is_ascii_alphanumeric() || "+#&._%-".contains(c)
}

/// A word to count in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitWord {
    /// The word as the dictionary has it.
    pub text: String,
    /// Its parts; none to let the dictionary find them.
    pub parts: Vec<String>,
}

/// Reads words to split, one a line: `统筹兼顾`, or with the parts wanted, `统筹 兼顾`.
pub fn parse_split_words(text: &str) -> Vec<SplitWord> {
    let lines = text.trim_start_matches('\u{FEFF}').lines().filter(|l| !l.trim_start().starts_with('#'));
    lines
        .map(|line| {
            let parts: Vec<String> = line.split_whitespace().map(Into::into).collect();
            SplitWord { text: parts.concat(), parts: if parts.len() > 1 { parts } else { Vec::new() } }
        })
        .filter(|word| word.text.chars().nth(1).is_some())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_jiebas_format() {
        let words = parse_user_words("\u{FEFF}担当作为 120 i\n\n# 说明\n服务转型\n营商环境 n\n放管服 30\r\n").unwrap();
        let got: Vec<_> = words.iter().map(|w| (w.text.as_str(), w.freq, w.tag.as_deref())).collect();
        let expected = [
            ("担当作为", Some(120), Some("i")),
            ("服务转型", None, None),
            ("营商环境", None, Some("n")),
            ("放管服", Some(30), None),
        ];
        assert_eq!(got, expected);
    }

    #[test]
    fn a_bad_line_is_named() {
        for (text, line) in
            [("好词\n坏词 多 n", 2), ("词 1 n 多", 1), ("词 -1", 1), ("词 1.5 n", 1), ("好词\n#\n担当、作为", 3)]
        {
            let error = parse_user_words(text).unwrap_err();
            assert_eq!((error.code, error.line), ("user-words-invalid", Some(line)), "{text}");
        }
    }

    #[test]
    fn parts_may_be_given() {
        let words = parse_split_words("统筹 兼顾\n抓好落实\n抓\n");
        assert_eq!(words.len(), 2);
        assert_eq!(words[0], SplitWord { text: "统筹兼顾".into(), parts: vec!["统筹".into(), "兼顾".into()] });
        assert!(words[1].parts.is_empty());
    }
}
