//! A text read again after edits gives what it gives when it is read for the first time.

use gangmu::segment::dictionary::{Entry, encode};
use gangmu::{Analysis, Analyzer, Memory, Options, report};
use proptest::prelude::*;
use serde_json::{Map, Value};
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(analyzer);

/// Words of the texts, a few for each class that patterns tell apart.
const WORDS: &str = "n 工作 干部 群众 项目 乡村 产业 问题 制度 会议 企业 经济 社会 任务 质量 环境 责任 基层
v 落实 推动 加强 完善 提高 坚持 抓好 推进 建设 发展 解决 服务 要 是 有 做 到 组织 开展
vn 管理 改革 创新 治理 保障 领导 监督
a 新 好 大 全面 深入 明显 突出
d 不断 进一步 更加 都 不 也
p 在 以 把 对 为
uj 的
ul 了
i 实事求是 因地制宜 稳中求进";

fn analyzer() -> Analyzer {
    let entries = WORDS
        .lines()
        .filter_map(|line| line.split_once(' '))
        .flat_map(|(tag, words)| words.split(' ').map(move |word| Entry { word, freq: 100 * word.len() as u32, tag }));
    let mut analyzer = Analyzer::new();
    analyzer.set_dictionary(encode(&entries.collect::<Vec<_>>())).expect("a dictionary");
    analyzer
}

/// Our own texts: a draft, a notice, a speech and what the tests of layout read.
const TEXTS: [&str; 4] = [
    include_str!("../www/src/page/samples/draft.txt"),
    include_str!("../www/src/page/samples/notice.txt"),
    include_str!("../www/src/page/samples/rural.txt"),
    include_str!("fixtures/variants/report.txt"),
];

/// What is typed: characters, marks, numbers, headings, what parts or joins paragraphs, terms and set phrases.
const TYPED: [&str; 26] = [
    "发",
    "了",
    "要",
    "，",
    "。",
    "：",
    "、",
    "“",
    "”",
    "（",
    "\n",
    "\n\n",
    " ",
    "X",
    "5",
    "一是",
    "第二，",
    "二、抓好落实\n",
    "（一）",
    "“三个走遍”",
    "同志们：\n",
    "附件1\n",
    "但也要看到，",
    "虽然",
    "## ",
    "**",
];

/// One edit; places, lines and lengths are taken within the text as it then is.
#[derive(Clone, Debug)]
enum Edit {
    Type(usize, &'static str),
    Delete(usize, usize),
    /// A stretch is put elsewhere once more.
    Paste(usize, usize, usize),
    /// A line of another text.
    Insert(usize, usize, usize),
    /// Typed where a line begins, or ends.
    AtEdge(usize, bool, &'static str),
    /// A line goes on with the one below it.
    Join(usize),
    /// A line is broken after so many characters each time.
    Wrap(usize, usize),
    /// One of the numbers of the text becomes another.
    Renumber(usize, usize),
    /// A line changes places with the one below it.
    Swap(usize),
    /// Back to what the text was before the latest edit.
    Undo,
}

fn edit() -> impl Strategy<Value = Edit> {
    let place = || any::<usize>();
    let typed = || proptest::sample::select(TYPED.to_vec());
    prop_oneof![
        3 => (place(), typed()).prop_map(|(at, typed)| Edit::Type(at, typed)),
        1 => (place(), 0_usize..300).prop_map(|(at, length)| Edit::Delete(at, length)),
        1 => (place(), 0_usize..900, place()).prop_map(|(at, length, to)| Edit::Paste(at, length, to)),
        1 => (place(), place(), place()).prop_map(|(at, text, line)| Edit::Insert(at, text, line)),
        2 => (place(), any::<bool>(), typed()).prop_map(|(line, end, typed)| Edit::AtEdge(line, end, typed)),
        1 => place().prop_map(Edit::Join),
        1 => (place(), 8_usize..40).prop_map(|(line, width)| Edit::Wrap(line, width)),
        2 => (place(), place()).prop_map(|(which, number)| Edit::Renumber(which, number)),
        1 => place().prop_map(Edit::Swap),
        2 => Just(Edit::Undo),
    ]
}

fn change(text: &mut String, edit: &Edit, before: &str) {
    const NUMBERS: &str = "一二三四五六七八九1234567";
    let place = |text: &str, at: usize| text.floor_char_boundary(at % (text.len() + 1));
    let stretch = |text: &str, at: usize, length: usize| {
        let from = place(text, at);
        from..text.floor_char_boundary((from + length).min(text.len()))
    };
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let count = lines.len().max(1);
    let line = |which: usize| which % count;
    match *edit {
        Edit::Type(at, typed) => text.insert_str(place(text, at), typed),
        Edit::Delete(at, length) => text.replace_range(stretch(text, at, length), ""),
        Edit::Paste(at, length, to) => {
            let copied = text[stretch(text, at, length)].to_owned();
            text.insert_str(place(text, to), &copied);
        }
        Edit::Insert(at, other, line) => {
            let lines: Vec<&str> = TEXTS[other % TEXTS.len()].lines().collect();
            text.insert_str(place(text, at), lines[line % lines.len()]);
        }
        Edit::Renumber(which, number) => {
            let numbers: Vec<(usize, &str)> = text.match_indices(|c| NUMBERS.contains(c)).collect();
            let Some(&(at, old)) = numbers.get(which % numbers.len().max(1)) else { return };
            let new = NUMBERS.chars().nth(number % NUMBERS.chars().count()).expect("within");
            text.replace_range(at..at + old.len(), &new.to_string());
        }
        Edit::Undo => before.clone_into(text),
        Edit::AtEdge(..) | Edit::Join(_) | Edit::Wrap(..) | Edit::Swap(_) if lines.is_empty() => {}
        Edit::AtEdge(which, end, typed) => {
            let line = &mut lines[line(which)];
            line.insert_str(if end { line.len() } else { 0 }, typed);
            *text = lines.join("\n");
        }
        Edit::Join(which) => {
            let at = line(which);
            let next = if at + 1 < lines.len() { lines.remove(at + 1) } else { String::new() };
            lines[at].push_str(&next);
            *text = lines.join("\n");
        }
        Edit::Wrap(which, width) => {
            let at = line(which);
            let chars: Vec<char> = lines[at].chars().collect();
            lines[at] = chars.chunks(width).map(String::from_iter).collect::<Vec<_>>().join("\n");
            *text = lines.join("\n");
        }
        Edit::Swap(which) => {
            let (at, next) = (line(which), line(which.wrapping_add(1)));
            lines.swap(at, next);
            *text = lines.join("\n");
        }
    }
}

/// All that is found, in comparable form.
fn found(analysis: &Analysis) -> (String, report::TokenArrays, String) {
    let report = serde_json::to_string(&analysis.report()).expect("plain data");
    (report, report::token_arrays(analysis), format!("{:?}", analysis.tokens))
}

/// The report as who holds `before` puts it together out of what is given again; `www/src/engine/again.ts` does the same.
fn put_together(before: &Value, fresh: &[String], shared: &report::Shared) -> Value {
    let mut whole: Map<String, Value> = Map::new();
    for part in fresh {
        for (name, field) in serde_json::from_str::<Map<String, Value>>(part).expect("an object") {
            match (whole.get_mut(&name), field) {
                (Some(Value::Array(known)), Value::Array(more)) => known.extend(more),
                (_, field) => drop(whole.insert(name, field)),
            }
        }
    }
    let Value::Object(lists) = serde_json::to_value(shared).expect("plain data") else { panic!("an object") };
    for (name, ends) in lists.iter().filter(|(_, ends)| ends.is_array()) {
        let known = before[name].as_array().expect("a list");
        let [kept, moved] = [&ends[0], &ends[1]].map(|n| n.as_u64().expect("a number") as usize);
        let mut items = known[..kept].to_vec();
        items.extend(whole[name].as_array().expect("a list").iter().cloned());
        items.extend(known[known.len() - moved..].iter().map(|item| moved_by(item, i64::from(shared.by), true)));
        whole.insert(name.clone(), items.into());
    }
    whole.into()
}

/// An item whose places are elsewhere: in lists of numbers, and nowhere else.
fn moved_by(item: &Value, by: i64, is_item: bool) -> Value {
    match item {
        Value::Object(fields) if is_item => {
            fields.iter().map(|(name, field)| (name.clone(), moved_by(field, by, false))).collect::<Map<_, _>>().into()
        }
        Value::Array(items) => items
            .iter()
            .map(|item| item.as_i64().map_or_else(|| moved_by(item, by, false), |at| (at + by).into()))
            .collect(),
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn reading_again_gives_what_reading_gives(
        which in 0..TEXTS.len(),
        below in 0..=TEXTS.len(),
        edits in proptest::collection::vec((edit(), any::<bool>()), 1..12),
    ) {
        // One document, or another below it.
        let mut text = format!("{}\n{}", TEXTS[which], TEXTS.get(below).unwrap_or(&""));
        let mut before = text.clone();
        let mut memory = Memory::default();
        let folded = Options { fold_traditional: true, ..Options::default() };
        let (mut last, mut given) = (Value::Null, report::Given::default());
        for (number, (edit, fold)) in (0..).zip(edits) {
            let latest = text.clone();
            change(&mut text, &edit, &before);
            before = latest;
            // Now and then the setting changes as well.
            let options = if fold && text.len().is_multiple_of(7) { &folded } else { &Options::default() };
            let again = ANALYZER.reread(text.clone(), options, &mut memory);
            prop_assert_eq!(found(&again), found(&ANALYZER.analyze(text.clone(), options)), "{}", text);
            let mut parts = Vec::new();
            // Now and then who is given it holds an older one.
            let base = (number > 0 && !text.len().is_multiple_of(11)).then(|| number - 1);
            let give = |part: &str| parts.push(part.to_owned());
            let shared = report::parts_again(again.report(), (number, base), &mut given, give).expect("plain data");
            prop_assert_eq!(shared.is_some(), base.is_some());
            let whole: Value = serde_json::from_str(&found(&again).0).expect("JSON");
            if let Some(shared) = shared {
                let together = put_together(&last, &parts, &shared);
                for (name, field) in whole.as_object().expect("an object") {
                    prop_assert_eq!(&together[name], field, "{} of {}", name, text);
                }
                prop_assert_eq!(together, whole.clone());
            }
            last = whole;
        }
    }
}

#[test]
fn a_memory_does_not_outlive_the_dictionary_it_was_made_with() {
    let text = TEXTS[0];
    let mut memory = Memory::default();
    let mut analyzer = analyzer();
    analyzer.reread(text.to_owned(), &Options::default(), &mut memory);
    analyzer.set_user_words("抓落实\n工作部署").expect("two words");
    let again = analyzer.reread(text.to_owned(), &Options::default(), &mut memory);
    assert_eq!(found(&again), found(&analyzer.analyze(text.to_owned(), &Options::default())));
}

#[test]
fn a_paragraph_that_becomes_a_heading_is_looked_at_again() {
    // The same line is a sentence with a chain of four characters, and below its fellows a heading, in which none is sought.
    let line = "三是实事求是、因地制宜、稳中求进、统筹兼顾";
    let alone = format!("会议研究了有关工作。\n{line}\n");
    let below = format!("会议研究了有关工作。\n一是加强领导。\n二是完善制度。\n{line}\n");
    let mut memory = Memory::default();
    let mut devices = Vec::new();
    for text in [&alone, &below, &alone] {
        let again = ANALYZER.reread(text.clone(), &Options::default(), &mut memory);
        assert_eq!(found(&again), found(&ANALYZER.analyze(text.clone(), &Options::default())), "{text}");
        devices.push(again.rhetoric.devices.len());
    }
    assert_eq!(devices, [1, 0, 1]);
}
