//! The same text, differently typed: its words are counted the same, and nothing that is no word is counted.
//!
//! Our own texts (the samples of the page and those in `fixtures/variants`), with stray spaces, zero-width characters, hard wraps,
//! in traditional characters, with what a site puts around them. Every span leads to the raw text.

mod texts;

use gangmu::lexicon::{self, is_han};
use gangmu::segment::TokenKind;
use gangmu::{Analysis, Analyzer, Options};
use std::collections::BTreeMap;

/// Words of our texts, besides the lists of the lexicon.
const WORDS: &str = "工作 改革 发展 建设 群众 干部 项目 政策 服务 企业 产业 农村 乡村 全县 全市 政府 责任 落实 重点 问题 投资 民生 就业 \
    教育 医院 学校 资金 资源 审批 生产 安全 环境 收入 增长 财政 制度 标准 保障 监督 培训 创业 报告 各位 代表 会议 讲话 同志 大会 人民 领导 \
    老百姓 水泥路 自来水 合作社 办公室 第一线";

fn analyzer() -> Analyzer {
    let line = |word: &str, freq: u32| format!("{word} {freq} n\n");
    let grammar = lexicon::stop_words().map(|row| line(row.word, 900));
    let dictionary: String = grammar.chain(WORDS.split_whitespace().map(|word| line(word, 300))).collect();
    let mut analyzer = Analyzer::new();
    analyzer.set_dictionary(dictionary.as_bytes()).expect("a dictionary");
    analyzer
}

/// Times each word is counted.
fn counts(analysis: &Analysis) -> BTreeMap<String, u32> {
    let word = |index: u32| analysis.tokens.types[index as usize].text.clone();
    analysis.terms.terms.iter().map(|term| (word(term.word), term.count)).collect()
}

fn read(analyzer: &Analyzer, text: &str, fold_traditional: bool) -> Analysis {
    let analysis = analyzer.analyze(text.to_owned(), &Options { fold_traditional, ..Options::default() });
    for token in &analysis.tokens.items {
        let raw = token.span.of(text).chars().filter(|c| !c.is_whitespace() && !"\u{200B}\u{FEFF}".contains(*c));
        let raw: String = if fold_traditional { raw.map(lexicon::simplified).collect() } else { raw.collect() };
        let word = analysis.tokens.type_of(token).expect("a type");
        let is_run = word.kind == TokenKind::Redaction;
        assert!(is_run || raw == word.text, "{raw} {}", word.text);
    }
    analysis
}

/// Puts something between two Chinese characters, behind every so many of a line of running text.
fn between(text: &str, every: usize, what: &str) -> String {
    let change = |line: &str| {
        let chars: Vec<char> = line.chars().collect();
        let is_running = chars.len() > 50;
        let put = |i: usize| {
            let inside = is_han(chars[i]) && chars.get(i + 1).copied().is_some_and(is_han);
            if is_running && inside && i % every == every - 1 { what } else { "" }
        };
        (0..chars.len()).map(|i| chars[i].to_string() + put(i)).collect::<String>()
    };
    text.lines().map(change).collect::<Vec<_>>().join("\n")
}

/// In traditional characters, where there is one.
fn traditional(text: &str) -> String {
    let all = ('\u{4E00}'..='\u{9FFF}').map(|c| (lexicon::simplified(c), c)).filter(|(simple, c)| simple != c);
    let table: BTreeMap<char, char> = all.rev().collect();
    text.chars().map(|c| table.get(&c).copied().unwrap_or(c)).collect()
}

#[test]
fn counts_stay_however_the_text_is_typed() {
    let analyzer = analyzer();
    for (name, text) in texts::ours() {
        let meant = counts(&read(&analyzer, &text, false));
        assert!(meant.len() > 50, "{name}");
        let around = format!("首页\n打印\n{}\n责任编辑：某某\n上一篇：没有了\n返回顶部\n", text.trim_end());
        for (shape, typed, folded) in [
            ("stray spaces", between(&text, 7, " "), false),
            ("zero-width spaces", between(&text, 5, "\u{200B}"), false),
            ("byte order mark", format!("\u{FEFF}{text}"), false),
            ("hard wraps", between(&text, 31, "\n"), false),
            ("Windows lines", text.replace('\n', "\r\n"), false),
            ("traditional characters", traditional(&text), true),
            ("in the frame of a site", around, false),
        ] {
            let found = counts(&read(&analyzer, &typed, folded));
            let differing = |a: &BTreeMap<String, u32>, b: &BTreeMap<String, u32>| {
                a.iter().filter(|(w, n)| b.get(*w) != Some(n)).map(|(w, n)| format!("{w}{n}")).collect::<Vec<_>>()
            };
            let (lost, new) = (differing(&meant, &found), differing(&found, &meant));
            assert!(lost.is_empty() && new.is_empty(), "{name}, {shape}: lost {lost:?}, new {new:?}");
        }
    }
}

#[test]
fn traditional_characters_count_under_their_own_form_unless_folded() {
    let analyzer = analyzer();
    let text = "改革要落實，項目要落實。改革要落实。";
    let own = counts(&read(&analyzer, text, false));
    assert!(own.keys().any(|word| word.contains('實')) && own["落实"] == 1, "{own:?}");
    assert_eq!(counts(&read(&analyzer, text, true))["落实"], 3);
}

#[test]
fn what_is_no_word_is_never_counted() {
    let analyzer = analyzer();
    let text =
        "**市XX县某某局：2026年3月5日，投资12.5亿元，增长8%，占百分之三十。××同志、○○○同志（电话：0351-1234567）……";
    for name in
        ["**", "XX", "X", "某某", "××", "○○○", "2026", "12.5", "8%", "百分之三十", "……", "，", "（", "0351-1234567"]
    {
        assert!(!counts(&read(&analyzer, text, false)).contains_key(name), "{name}");
    }
    let found = counts(&read(&analyzer, text, false));
    assert!(found.keys().all(|word| word.chars().any(char::is_alphabetic)), "{found:?}");
}
