//! Input nobody means: nothing panics, invariants hold, and time grows with the text, not with its square.

mod invariants;

use std::time::{Duration, Instant};

#[test]
fn odd_small_texts() {
    let texts = [
        "",
        " ",
        "\n",
        "\r\n\r\n",
        "　",
        "\0",
        "\0\n\0",
        "一",
        "。",
        "、",
        "“",
        "”",
        "（",
        "）",
        "—",
        "①",
        "*",
        "𠀀",
        "🀄️",
        "\u{feff}",
        "\u{1}\u{2}\u{7f}\u{85}",
        "\u{e000}\u{f8ff}\u{10ffff}",
        "\u{fffd}\u{fffd}",
        "\u{202e}一、反向\u{202c}",
        "e\u{301}\u{301}\u{301}",
        "一、",
        "一是",
        "第一，",
        "（一）",
        "1.",
        "1.1.1.1.1.1",
        "第九千九百九十九亿章",
        "第一章第一章第一章",
        "一、\n\n\n一、\n一、",
        "三、二、一、",
        "（一）\n一、\n（一）",
        "99999999999999999999. 大数",
        "以下零点：",
        "以下九千九百九十九点：一是；二是。",
        "附件：",
        "附件",
        "————————",
        "\u{2028}一、行\u{2029}二、段",
        "\r一、回车\r二、回车",
        "\t\u{b}\u{c}一、制表",
    ];
    let analyzer = invariants::analyzer();
    for text in texts {
        invariants::check(&analyzer, text);
    }
}

#[test]
fn a_lone_text_without_dictionary_has_an_outline_and_no_terms() {
    let report = invariants::check(&gangmu::Analyzer::new(), "一、认清形势\n二、抓好落实\n");
    assert_eq!(report["outline"].as_array().map(Vec::len), Some(2));
    assert_eq!(report["terms"].as_array().map(Vec::len), Some(0));
}

/// Far above what a slow machine needs without optimization, far below what anything quadratic takes.
const BOUND: Duration = Duration::from_mins(3);

fn in_time(name: &str, text: &str) {
    let began = Instant::now();
    invariants::check(&invariants::analyzer(), text);
    let took = began.elapsed();
    println!("{name}: {} kB, {:.1} s", text.len() / 1000, took.as_secs_f64());
    assert!(took < BOUND, "{name}: {took:?}");
}

#[test]
fn ten_megabytes_in_one_line() {
    in_time("one line", &"我们要抓好工作落实，坚持高质量发展".repeat(200_000));
}

#[test]
fn ten_megabytes_without_a_mark() {
    in_time("no mark", &"发展".repeat(1_700_000));
}

#[test]
fn a_hundred_thousand_lines_of_one_character() {
    in_time("short lines", &"一\n".repeat(100_000));
}

#[test]
fn a_million_repeats_of_one_marker() {
    in_time("一是", &"一是".repeat(1_000_000));
}

#[test]
fn many_markers_and_open_brackets() {
    in_time("markers in lines", &"一、甲\n（一）乙\n1.丙\n一是丁；二是戊。\n".repeat(20_000));
    in_time("markers in one line", &"一是甲；二是乙；三是丙。".repeat(50_000));
    in_time("open brackets", &"（".repeat(300_000));
    in_time("open quotations", &"“一、".repeat(200_000));
    in_time("one marker a line", &"第一，\n".repeat(100_000));
}
