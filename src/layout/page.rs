//! What a printed page adds: its number (`— 1 —`, `第1页`, a bare number between pages of text) and the dotted
//! lines of a table of contents.
//!
//! In: a folded line; for bare numbers all lines. Out: whether it is one.

use super::line::Line;

/// A page number in its dress: `—1—`, `-2-`, `第1页`, `第1页共9页`.
pub(super) fn dressed(line: &str) -> bool {
    let digits = |s: &str| !s.is_empty() && s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit());
    let dashed = line.trim_matches(['—', '-', '·', '~']);
    if dashed.len() < line.len() && digits(dashed) {
        return true;
    }
    let Some(rest) = line.strip_prefix('第') else { return false };
    let Some((number, tail)) = rest.split_once('页') else { return false };
    digits(number)
        && (tail.is_empty() || tail.trim_start_matches(['/', ',']).starts_with('共') && tail.chars().count() <= 8)
}

/// A line of a table of contents: dots that lead to a page, or the page alone after them.
pub(super) fn contents(line: &str) -> bool {
    let page = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let leads = page.len() < line.len() && page.ends_with(['.', '…', '·'])
        || line.as_bytes().contains(&b'.') && line.contains("........");
    // Hardly any line does: its dots are counted last.
    let dots =
        || line.matches("....").count() + line.matches("……").count().saturating_sub(1) + line.matches("····").count();
    leads && line.chars().count() <= 200 && dots() > 0
}

/// Bare page numbers: lines that hold one number each, counting up, a page of lines apart.
pub(super) fn bare(lines: &[Line]) -> Vec<bool> {
    const APART: usize = 5;
    // numbers lost with the scan or drawn into a line
    const MISSED: u32 = 6;
    let number = |line: &Line| {
        line.within(4).filter(|s| s.bytes().all(|b| b.is_ascii_digit())).and_then(|s| s.parse::<u32>().ok())
    };
    let bare: Vec<(usize, u32)> = lines.iter().enumerate().filter_map(|(i, line)| Some((i, number(line)?))).collect();
    let mut pages = vec![false; lines.len()];
    for pair in bare.windows(2) {
        if let [(a, first), (b, second)] = *pair
            && (1..=MISSED).contains(&second.saturating_sub(first))
            && b - a > APART * (second - first) as usize
        {
            for i in [a, b] {
                if let Some(page) = pages.get_mut(i) {
                    *page = true;
                }
            }
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::read;

    #[test]
    fn finds_page_numbers_and_dotted_lines() {
        for line in ["—1—", "-2-", "第1页", "第1页共9页", "一、总体要求................3", "前言……………2"]
        {
            assert!(dressed(line) || contents(line), "{line}");
        }
        for line in ["第1页所列事项要抓好落实", "——", "2", "等等……", "一、总体要求", "1.5"] {
            assert!(!dressed(line) && !contents(line), "{line}");
        }
    }

    #[test]
    fn bare_page_numbers_count_up_a_page_apart() {
        let body = "一行正文\n".repeat(6);
        let text = format!("{body}1\n{body}2\n{body}7\n8\n9\n");
        let lines = read(&text, None);
        let found: Vec<_> = bare(&lines).iter().enumerate().filter(|(_, page)| **page).map(|(i, _)| i).collect();
        assert_eq!(found, [6, 13]);
    }
}
