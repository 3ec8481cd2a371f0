//! What is written is read, whatever it is; what is damaged is refused or harmless.

use super::*;

const ENTRIES: &[(&str, u32, &str)] = &[
    ("发展", 70_000, "vn"),
    ("发", 4000, "v"),
    ("发展中国家", 3, "n"),
    ("5G基站", 128, "n"),
    ("习近平", 3, "nr"),
    ("习近平新时代中国特色社会主义思想", 2, "n"),
    ("𠮷", 1, "n"),
    ("改革", u32::MAX, "vn"),
];

fn asset() -> Vec<u8> {
    let entries: Vec<Entry<'_>> = ENTRIES.iter().map(|&(word, freq, tag)| Entry { word, freq, tag }).collect();
    encode(&entries)
}

#[test]
fn what_is_written_is_read() {
    let asset = asset();
    let mut reader = Reader::new(&asset).unwrap();
    let mut got = Vec::new();
    while let Some(entry) = reader.next_entry() {
        got.push((entry.word.to_owned(), entry.freq, entry.tag.to_owned()));
    }
    let mut expected: Vec<_> = ENTRIES.iter().map(|&(w, f, t)| (w.to_owned(), f, t.to_owned())).collect();
    expected.sort();
    assert_eq!(got, expected);
}

#[test]
fn damage_where_words_are_found_and_at_the_end_is_noticed_and_none_panics() {
    let good = asset();
    let columns = Columns::find(&good).unwrap();
    let behind = columns.heads.len() + columns.suffixes.len() + columns.freqs.len();
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 0x55;
        match Reader::new(&bad) {
            Err(error) => assert_eq!(error.code, "dictionary-corrupt", "byte {at}"),
            Ok(mut reader) => {
                assert!(at >= good.len() - behind, "byte {at}");
                while reader.next_entry().is_some() {}
            }
        }
        assert!(Reader::new(&good[..at]).is_err(), "cut at {at}");
    }
    assert!(Reader::new(&[&good[..], &[0]].concat()).is_err());
}

#[test]
fn words_of_any_length_without_white_space_fit() {
    let (long, longer) = ("长".repeat(17), "长".repeat(40));
    let rows = [("", 1), ("a b", 1), (&long, 700), (&longer, 3), ("长", 1), ("长", 2)];
    let asset = encode(&rows.map(|(word, freq)| Entry { word, freq, tag: "n" }));
    let mut reader = Reader::new(&asset).unwrap();
    for (word, freq) in [("长", 1), (&long, 700), (&longer, 3)] {
        assert_eq!(reader.next_entry(), Some(Entry { word, freq, tag: "n" }));
    }
    assert_eq!(reader.next_entry(), None);
}

#[test]
fn of_more_tags_than_a_byte_can_tell_some_are_lost_and_no_word() {
    let rows: Vec<(String, String)> = (0..300).map(|n| (format!("词{n}"), format!("t{n:03}"))).collect();
    let asset = encode(&rows.iter().map(|(word, tag)| Entry { word, freq: 1, tag }).collect::<Vec<_>>());
    let mut reader = Reader::new(&asset).unwrap();
    let mut tags = Vec::new();
    while let Some(entry) = reader.next_entry() {
        tags.push(entry.tag.to_owned());
    }
    assert_eq!((tags.len(), tags.iter().filter(|tag| tag.is_empty()).count()), (300, 45));
}

#[test]
fn rare_characters_and_kinds_are_read_as_common_ones() {
    let han = |n: u32| char::from_u32(0x4E00 + n).unwrap();
    let rows: Vec<String> =
        (0..3000).map(|n| format!("{}{}", han(n % 7), han(n).to_string().repeat(1 + n as usize % 20))).collect();
    let tags: Vec<String> = (0..90).map(|n| format!("t{n:02}")).collect();
    let mut entries: Vec<Entry<'_>> =
        rows.iter().zip(0..).map(|(word, freq)| Entry { word, freq, tag: &tags[freq as usize % 90] }).collect();
    let asset = encode(&entries);
    entries.sort_unstable();
    let mut reader = Reader::new(&asset).unwrap();
    for entry in entries {
        assert_eq!(reader.next_entry(), Some(entry));
    }
    assert_eq!(reader.next_entry(), None);
}

#[test]
fn another_version_is_named() {
    let mut old = asset();
    old[8] = 2;
    assert_eq!(Reader::new(&old).unwrap_err().message, "the dictionary has version 2, not 3");
}
