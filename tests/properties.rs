//! Arbitrary texts, texts that look like the genre, and our own keep every invariant of the report.

mod invariants;
mod texts;

use gangmu::Analyzer;
use proptest::prelude::*;
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(invariants::analyzer);

/// Pieces official prose is made of, in no order a writer would choose.
const PIECES: [&str; 81] = [
    "\n",
    "\n\n",
    "\r\n",
    "　　",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "。",
    "，",
    "；",
    "：",
    "、",
    "！",
    "？",
    "“",
    "”",
    "（",
    "）",
    "《",
    "》",
    "——",
    "……",
    "# ",
    "> ",
    "**",
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二）",
    "1.",
    "2．",
    "1.1",
    "（1）",
    "①",
    "②",
    "第一，",
    "第二，",
    "第一章",
    "第二条",
    "一是",
    "二是",
    "三是",
    "一要",
    "二要",
    "首先",
    "其次",
    "最后",
    "一方面",
    "另一方面",
    "同志们：",
    "各位代表",
    "以下四点",
    "三个方面",
    "坚持高质量发展",
    "抓好工作落实",
    "因为形势",
    "所以我们要",
    "虽然",
    "但是",
    "的同时",
    "也要看到",
    "什么是",
    "就是",
    "怎么办",
    "一句话",
    "归根结底",
    "政通人和",
    "取得了",
    "问题",
    "必须",
    "让我们",
    "谢谢大家。",
    "双招双引",
    "附件：",
    "\n附件1\n",
    "\n附件2\n任务分工表\n",
    "2024年3月5日",
    "**",
    "𠀀",
];

fn genre() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..80).prop_map(|pieces| pieces.concat())
}

#[test]
fn our_own_texts() {
    for (_, text) in texts::ours() {
        invariants::check(&ANALYZER, &text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in any::<String>()) {
        invariants::check(&ANALYZER, &text);
    }

    #[test]
    fn any_genre_text(text in genre()) {
        invariants::check(&ANALYZER, &text);
    }

    #[test]
    fn analysis_depends_on_nothing_but_the_text(text in genre(), other in genre()) {
        let first = invariants::check(&ANALYZER, &text);
        invariants::check(&ANALYZER, &other);
        prop_assert_eq!(first, invariants::check(&ANALYZER, &text));
    }

    #[test]
    fn a_dictionary_of_any_bytes_is_taken_or_refused(bytes in any::<Vec<u8>>()) {
        let mut analyzer = Analyzer::new();
        if let Err(error) = analyzer.set_dictionary(&bytes) {
            prop_assert_eq!(error.code, "dictionary-corrupt");
            prop_assert!(!analyzer.has_dictionary());
        }
        invariants::check(&analyzer, "一、抓好工作落实\n二、坚持发展\n");
    }
}
