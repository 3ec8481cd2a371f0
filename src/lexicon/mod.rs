//! Small sourced tables and their loader: the only room with `include_str!`.
//!
//! In: `.tsv` files beside this one, `#` lines say how each was made. Out: slices of lines.

/// Fields of the lines of a table; comment and empty lines are left out.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// Whether a character is a Chinese one (CJK ideographs, their extensions, 〇).
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
