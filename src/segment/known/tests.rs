//! With a part of the dictionary all comes out as with the whole of it.

use super::super::dictionary::{Entry, encode_with};
use super::super::unknown::Counts;
use super::super::{Segmenter, SplitWord, parse_user_words};
use super::*;
use crate::{Analyzer, Memory, Options, layout};
use jieba_rs::{KeywordExtract, KeywordExtractConfig, TextRank};
use proptest::prelude::*;

/// Words that begin alike, hold one another and overlap; names, letters, titles, signs, a character beyond the first plane.
const WORDS: &str = "同 9000 p|同心 200 n|同心同德 30 i|同向 190 n|同心同向 90 i|心 700 n|向 5000 p|项 300 q|项目 900 n|项目工作 2 n|\
    目 400 n|工作 9000 vn|工 90 n|作 900 v|工作组 300 n|干部 900 n|部 700 n|干 800 v|部署 900 vn|署 30 n|国 900 n|国王 90 n|王 300 nr|\
    总统 90 n|总 900 b|乌克兰 90 ns|乌 9 ns|克 70 q|兰 30 nr|马克 90 nr|马克思 500 nr|勒曼 3 nrt|对萨 9 x|对 9000 p|的 99000 uj|\
    发展 70000 vn|发 4000 v|展 300 v|发展中国家 300 l|中国 20000 ns|国家 30000 n|中 9000 f|家 5000 q|5G 80 eng|5G基站 12 n|基站 30 n|\
    𠮷 1 n|𠮷野家 2 nz|， 5 x|A 3 eng|AI 90 eng|一 90000 m|一是 20 c|是 90000 v|一个 9000 m|个 900 q|天 90 n|地 80 n|天地 70 n|\
    优化 900 v|营商环境 300 l|营商 5 v|环境 900 n|质量 900 n|高质量 300 n|高 900 a";

fn entries() -> Vec<Entry<'static>> {
    let entry = |row: &'static str| {
        let mut fields = row.split(' ');
        let mut next = || fields.next().unwrap();
        Entry { word: next(), freq: next().parse().unwrap(), tag: next() }
    };
    WORDS.split('|').map(entry).collect()
}

fn asset() -> Vec<u8> {
    let logarithm = |share: f32| share.ln();
    let model = Counts {
        begins: [0.7, 0.3].map(logarithm),
        steps: [0.8, 0.2, 0.5, 0.5, 0.7, 0.3, 0.5, 0.5].map(logarithm),
        once: [1e-2; 4].map(logarithm),
        counts: vec![('张', [90, 1, 1, 8]), ('建', [1, 90, 1, 8]), ('民', [5, 5, 0, 90]), ('天', [3, 0, 60, 4])],
    };
    encode_with(&entries(), &model.to_bytes())
}

/// jieba with all words from the beginning.
fn whole() -> Jieba {
    let mut jieba = Jieba::empty();
    for Entry { word, freq, tag } in entries() {
        jieba.add_word(word, Some(freq as usize), Some(tag));
    }
    jieba
}

fn known() -> Known {
    Known::new(asset()).unwrap()
}

/// Texts of words, single characters of them, signs, white space and characters in no word.
fn texts() -> impl Strategy<Value = String> {
    let words: Vec<String> = entries().iter().map(|e| e.word.to_owned()).collect();
    let chars: Vec<String> = words.concat().chars().map(String::from).collect();
    let others =
        ["张建民", "。", " ", "\n", "\r\n", "\u{200B}", "X", "-", "優", "營", "環", "項", "萨勒曼", "\u{FFFF}", "3.5%"];
    let others: Vec<String> = others.map(String::from).into();
    let any = prop_oneof![
        4 => proptest::sample::select(words),
        3 => proptest::sample::select(chars),
        2 => proptest::sample::select(others),
    ];
    proptest::collection::vec(any, 0..24).prop_map(|parts| parts.concat())
}

/// What the user wants whole, each with a frequency or none.
fn user_words() -> impl Strategy<Value = String> {
    let word = "[同心向项目工作组干部署发展中国家一是天地]{1,4}";
    let freq = prop_oneof![Just(String::new()), Just(" 0".into()), Just(" 7".into()), Just(" 80000 nz".into())];
    proptest::collection::vec((word, freq), 0..4)
        .prop_map(|words| words.into_iter().map(|(w, f)| w + &f + "\n").collect())
}

fn tags(jieba: &Jieba, text: &str) -> Vec<(String, String)> {
    jieba.tag(text, false).into_iter().map(|t| (t.word.to_owned(), t.tag.to_owned())).collect()
}

/// All that is part of a text and not too long.
fn parts(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len())
        .flat_map(|from| (1..=6.min(chars.len() - from)).map(move |n| (from, n)))
        .map(|(from, n)| chars[from..from + n].iter().collect())
        .collect()
}

/// All that a report says.
fn report(analyzer: &Analyzer, text: &str, options: &Options) -> String {
    serde_json::to_string(&analyzer.analyze(text.to_owned(), options).report()).unwrap()
}

/// An analyzer that has met every word.
fn well_read() -> Analyzer {
    let mut analyzer = Analyzer::new();
    analyzer.set_dictionary(asset()).unwrap();
    analyzer.tokens(&entries().iter().map(|e| e.word).collect::<Vec<_>>().join("，"));
    analyzer
}

proptest! {
    #[test]
    fn jieba_cuts_and_tags_as_with_all_words(texts in proptest::collection::vec(texts(), 1..5)) {
        let (mut known, whole) = (known(), whole());
        for text in &texts {
            known.meet(text);
            prop_assert_eq!(tags(known.jieba(), text), tags(&whole, text));
            for part in parts(text).iter().filter(|part| !part.contains(char::is_whitespace)) {
                prop_assert_eq!(known.jieba().has_word(part), whole.has_word(part), "{}", part);
                prop_assert_eq!(tags(known.jieba(), part), tags(&whole, part));
                prop_assert_eq!(known.jieba().suggest_freq(part), whole.suggest_freq(part), "{}", part);
            }
            let rank = |jieba| {
                let config = KeywordExtractConfig::default();
                let ranked = TextRank::new(5, config).extract_keywords(jieba, text, 9, vec![]);
                ranked.into_iter().map(|k| (k.keyword, k.weight.to_bits())).collect::<Vec<_>>()
            };
            prop_assert_eq!(rank(known.jieba()), rank(&whole));
        }
    }

    #[test]
    fn words_met_by_number_are_met_once(texts in proptest::collection::vec(texts(), 1..4), last in texts()) {
        let (mut known, whole) = (known(), whole());
        for text in &texts {
            known.meet(text);
        }
        known.give_all(&[]);
        known.meet(&last);
        prop_assert_eq!(known.others, 0);
        prop_assert_eq!(tags(known.jieba(), &last), tags(&whole, &last));
    }

    #[test]
    fn reports_do_not_depend_on_the_texts_before(
        before in proptest::collection::vec(texts(), 0..4),
        (words, later) in (user_words(), user_words()),
        (text, edited) in (texts(), texts()),
        fold_traditional: bool,
    ) {
        let options = Options { fold_traditional, ..Options::default() };
        let mut fresh = Analyzer::new();
        fresh.set_dictionary(asset()).unwrap();
        let mut old = well_read();
        for text in &before {
            fresh.tokens(text);
        }
        for words in [&words, &later] {
            for analyzer in [&mut fresh, &mut old] {
                analyzer.set_user_words(words).unwrap();
                analyzer.set_split_words("工作组\n中国 家\n同心同德\n张建民\n发展中国家");
            }
            prop_assert_eq!(report(&fresh, &text, &options), report(&old, &text, &options));
        }
        // A text that grows by what was never met is read again in parts.
        let mut memory = Memory::default();
        let both = format!("{text}\n{edited}。\n{text}");
        fresh.reread(text.clone(), &options, &mut memory);
        let again = fresh.reread(both.clone(), &options, &mut memory);
        let again = serde_json::to_string(&again.report()).unwrap();
        prop_assert_eq!(again, report(&old, &both, &options));
    }

    #[test]
    fn suggested_frequencies_and_parts_are_those_of_the_whole(before in texts(), words in user_words(), split in "[同心向项目工作组中国家]{2,5}") {
        let (mut fresh, mut old) = (Segmenter::from_dictionary(asset()).unwrap(), Segmenter::from_dictionary(asset()).unwrap());
        old.words_of(&entries().iter().map(|e| e.word).collect::<Vec<_>>().join("，"));
        fresh.words_of(&before);
        let words = parse_user_words(&words).unwrap();
        let texts = [split.clone(), format!("{before}{split}")];
        for segmenter in [&mut fresh, &mut old] {
            segmenter.set_user_words(&words);
            segmenter.set_split_words(&[SplitWord { text: split.clone(), parts: Vec::new() }]);
        }
        for text in &texts {
            prop_assert_eq!(fresh.words_of(text), old.words_of(text));
            prop_assert_eq!(fresh.winning_freq(text), old.winning_freq(text));
            let layout = layout::read(text);
            prop_assert_eq!(fresh.tokens(text, &layout).items, old.tokens(text, &layout).items);
        }
    }
}

#[test]
fn a_long_text_is_given_all_words() {
    let (mut known, whole) = (known(), whole());
    known.meet(&"同心".repeat(LONG_TEXT / 6 + 1));
    assert!(known.has_all && known.others == 0);
    let text = "同心同德抓项目工作";
    assert_eq!(tags(known.jieba(), text), tags(&whole, text));
}

#[test]
fn a_text_of_many_beginnings_is_given_all_words() {
    let (mut known, whole) = (known(), whole());
    known.meet("同心同向");
    let many: String = (0x4E00..0x9FFF).chain((0x4E00..0x9FFF).step_by(2)).filter_map(char::from_u32).collect();
    known.meet(&many);
    known.meet(&many.chars().rev().collect::<String>());
    assert!(known.has_all && known.others == 0);
    let text = "同心同德抓项目工作，发展中国家𠮷野家";
    assert_eq!(tags(known.jieba(), text), tags(&whole, text));
}
