//! What a token is, by its characters and its neighbours.
//!
//! In: a token and the characters around it. Out: [`TokenKind`].

use super::TokenKind;
use crate::lexicon::is_basic_han;

/// The kind of a token; `before` and `after` are the characters next to it in the raw text.
///
/// `X` is something taken out (`X市`, `新时代X干部`) unless it is a name of its own (`1+X证书`, `X光` is a dictionary
/// word); a star always is; `某` counts when doubled.
pub(super) fn kind_of(word: &str, before: Option<char>, after: Option<char>) -> TokenKind {
    if word.starts_with(|c| is_basic_han(c) && !is_han_digit(c) && !matches!(c, '第' | '某' | '点')) {
        // What most words begin with, no number and no redaction does.
        TokenKind::Word
    } else if is_redaction(word, before, after) {
        TokenKind::Redaction
    } else if is_number(word) {
        TokenKind::Number
    } else if word.chars().any(char::is_alphanumeric) {
        TokenKind::Word
    } else {
        TokenKind::Mark
    }
}

/// The symbols that, alone, are something taken out or not by what stands next to them.
pub(super) fn may_stand_for_something(c: char) -> bool {
    matches!(c, '*' | '＊' | 'X' | 'Ｘ' | 'x' | '×' | '○' | '□' | '■' | '△')
}

fn is_redaction(word: &str, before: Option<char>, after: Option<char>) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return false };
    if !chars.all(|c| c == first) {
        return false;
    }
    let is_long = word.len() > first.len_utf8();
    let near = |c: Option<char>, test: fn(char) -> bool| c.is_some_and(test);
    match first {
        '*' | '＊' => true,
        'X' | 'Ｘ' => {
            !near(before, |c| c.is_ascii_alphanumeric() || matches!(c, '+' | '＋' | '-' | '—' | '与' | '和'))
        }
        'x' => is_long || near(after, is_place_suffix),
        '×' => is_long || before == Some(first) || after == Some(first) || near(after, is_place_suffix),
        '某' => is_long,
        '○' | '□' | '■' | '△' => before == Some(first) || after == Some(first),
        _ => false,
    }
}

/// Opens what a name was taken out of: `×市`, `×年×月`.
fn is_place_suffix(c: char) -> bool {
    matches!(c, '省' | '市' | '区' | '县' | '州' | '镇' | '乡' | '村' | '局' | '厅' | '委' | '年' | '月' | '日' | '同')
}

/// Digits of any script; Chinese numerals, also as ordinals (`第三`) and shares (`百分之八`).
fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix('第').or_else(|| word.strip_prefix("百分之")).unwrap_or(word);
    !digits.is_empty()
        && digits
            .chars()
            .all(|c| c.is_numeric() || is_han_digit(c) || matches!(c, '.' | '．' | '%' | '％' | '‰' | '-' | '点'))
        && digits.chars().any(|c| c.is_numeric() || is_han_digit(c))
}

/// A Chinese numeral.
pub(super) fn is_han_digit(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '两'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        use TokenKind::{Mark, Number, Redaction, Word};
        for (before, word, after, kind) in [
            ("", "服务", "", Word),
            ("", "GDP", "", Word),
            ("", "5G", "", Word),
            ("", "2.3%", "", Number),
            ("", "一百二十", "", Number),
            ("", "第三", "季", Number),
            ("", "百分之八", "", Number),
            ("", "点", "", Word),
            ("", "，", "", Mark),
            ("", "*", "市", Redaction),
            ("", "X", "市", Redaction),
            ("代", "X", "干", Redaction),
            ("+", "X", "证", Word),
            ("", "×", "市", Redaction),
            ("素", "×", "”", Mark),
            ("", "某某", "市", Redaction),
            ("", "某", "些", Word),
        ] {
            assert_eq!(kind_of(word, before.chars().next(), after.chars().next()), kind, "{before}[{word}]{after}");
        }
    }
}
