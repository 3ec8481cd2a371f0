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
        "# ## > **一、甲** # **",
        "****** **",
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

/// Parts of a text that is read, and then the whole: what is linear takes as many times as long, what is quadratic the square of it.
const PARTS: usize = 4;
/// How many times as long the whole may take: between the two, and as far from both.
const MOST: u32 = 8;
/// What is quicker than this is not measured.
const LEAST: Duration = Duration::from_millis(20);

/// Reads a piece so many times repeated.
fn in_time(name: &str, piece: &str, times: usize) {
    // both with a tree, or both without
    let tree = piece.len() * times < invariants::LONGEST_TREE;
    let took = |times: usize| {
        let text = piece.repeat(times);
        let analyzer = invariants::analyzer();
        let began = Instant::now();
        invariants::check_with(&analyzer, &text, tree);
        began.elapsed()
    };
    // what is made ready for a first text is not measured
    took(1);
    let (part, whole) = (took(times / PARTS), took(times));
    println!(
        "{name}: {} kB, {:.1} s, a part {:.1} s",
        piece.len() * times / 1000,
        whole.as_secs_f64(),
        part.as_secs_f64()
    );
    assert!(whole < part.max(LEAST) * MOST, "{name}: {part:?}, then {whole:?}");
}

#[test]
fn ten_megabytes_in_one_line() {
    in_time("one line", "我们要抓好工作落实，坚持高质量发展", 200_000);
}

#[test]
fn ten_megabytes_without_a_mark() {
    in_time("no mark", "发展", 1_700_000);
}

#[test]
fn a_hundred_thousand_lines_of_one_character() {
    in_time("short lines", "一\n", 100_000);
}

#[test]
fn a_million_repeats_of_one_marker() {
    in_time("一是", "一是", 1_000_000);
}

#[test]
fn one_line_of_sentences_that_promise_and_name() {
    let piece = "今年要办好两件实事。保供水，就是把水管接到山上，让每一户人家都喝上清水，夏天再也不用排队挑水。";
    in_time("promises in one line", piece, 40_000);
}

#[test]
fn many_markers_and_open_brackets() {
    in_time("markers in lines", "一、甲\n（一）乙\n1.丙\n一是丁；二是戊。\n", 20_000);
    in_time("words in bold in one line", "**甲乙**，", 100_000);
    in_time("markers in one line", "一是甲；二是乙；三是丙。", 50_000);
    in_time("open brackets", "（", 300_000);
    in_time("open quotations", "“一、", 200_000);
    in_time("one marker a line", "第一，\n", 100_000);
}
