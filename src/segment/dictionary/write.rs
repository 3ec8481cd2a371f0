//! Writes the asset, as the room above describes it. In: entries in any order. Out: bytes.
//!
//! A user's dictionary is written in the browser too, by the small wasm: characters and kinds are plain numbers here, so that
//! counting and sorting come once.

use super::codes::{self, short_of};
use super::{Entry, MAGIC, MOST, MOST_KINDS, VERSION, write_leb128};
use crate::segment::checksum::checksum;
use rustc_hash::FxHashMap;

/// A word as its group has it.
struct Row {
    /// Index of its tag; below it, characters shared with the one before and that follow.
    kind: u32,
    /// The characters that follow.
    rest: Vec<u32>,
    freq: u32,
}

pub(super) fn asset(entries: &[Entry<'_>], model: &[u8]) -> Vec<u8> {
    let mut sorted: Vec<Entry<'_>> = entries.iter().filter(|e| fits(e.word)).copied().collect();
    sorted.sort_by_cached_key(|e| e.word);
    sorted.dedup_by_key(|e| e.word);
    let table = characters(sorted.iter().flat_map(|e| e.word.chars().skip(1)));
    let places = places(&table);
    sorted.retain(|e| e.word.chars().skip(1).all(|c| places.contains_key(&c.into())));
    let names = names(&sorted);
    let rows: Vec<(char, Vec<Row>)> = sorted
        .chunk_by(|a, b| a.word.chars().next() == b.word.chars().next())
        .map(|group| {
            let first = group.first().and_then(|entry| entry.word.chars().next()).unwrap_or_default();
            (first, rows(group, first, &names))
        })
        .collect();
    let mut kinds = by_frequency(&mut rows.iter().flat_map(|(_, rows)| rows).map(|row| row.kind));
    kinds.truncate(MOST_KINDS);
    let kind_of = self::places(&kinds);

    let (mut groups, mut heads, mut suffixes, mut freqs) = (vec![], vec![], vec![], vec![]);
    let (mut last, short) = (0, short_of(table.len()));
    for (first, rows) in &rows {
        let (suffixes_before, freqs_before) = (suffixes.len(), freqs.len());
        for row in rows {
            if let Some(&kind) = kind_of.get(&row.kind) {
                heads.push(kind as u8);
            } else {
                heads.push(MOST_KINDS as u8);
                freqs.extend(two(row.kind));
            }
            for place in row.rest.iter().filter_map(|c| places.get(c)) {
                codes::write(&mut suffixes, *place as usize, short);
            }
            if row.rest.len() >= MOST {
                write_leb128(&mut freqs, row.rest.len() as u32);
            }
            write_leb128(&mut freqs, row.freq);
        }
        let first = *first as usize;
        for number in [first - last, rows.len(), suffixes.len() - suffixes_before, freqs.len() - freqs_before] {
            write_leb128(&mut groups, number as u32);
        }
        last = first;
    }

    let names: String = names.iter().flat_map(|name| [name, "\n"]).collect();
    let kinds: Vec<u8> = kinds.into_iter().flat_map(two).collect();
    let table: Vec<u8> = table.iter().flat_map(|c| c.to_le_bytes().into_iter().take(3)).collect();
    let checked = [names.as_bytes(), &kinds, &table, &groups];
    let behind = [&suffixes[..], &freqs, model];
    let mut body = sorted.iter().map(|e| u64::from(e.freq)).sum::<u64>().to_le_bytes().to_vec();
    body.extend((heads.len() as u32).to_le_bytes());
    body.extend(checked.iter().chain(&behind).flat_map(|column| (column.len() as u32).to_le_bytes()));
    body.extend(checked.concat());
    [MAGIC, &VERSION.to_le_bytes()[..], &checksum(&body).to_le_bytes(), &body, &heads, &behind.concat()].concat()
}

fn fits(word: &str) -> bool {
    !word.is_empty() && !word.contains(char::is_whitespace)
}

/// The names of tags, the one without a name first.
fn names<'e>(entries: &[Entry<'e>]) -> Vec<&'e str> {
    let mut names: Vec<&str> = entries.iter().map(|e| e.tag).chain([""]).collect();
    names.sort_by_cached_key(|name| *name);
    names.dedup();
    names.truncate(256);
    names
}

/// A kind as the asset has it.
fn two(kind: u32) -> [u8; 2] {
    (kind as u16).to_le_bytes()
}

/// The characters that have codes: the commonest first, as many as have short ones; neighbours stand together.
fn characters(all: impl Iterator<Item = char>) -> Vec<u32> {
    let mut characters = by_frequency(&mut all.map(u32::from));
    characters.truncate(codes::MOST);
    let short = short_of(characters.len()).min(characters.len());
    let (short, long) = characters.split_at_mut(short);
    short.sort_by_cached_key(|c| (*c as usize, 0_usize));
    long.sort_by_cached_key(|c| (*c as usize, 0_usize));
    characters
}

/// What there is, the commonest first, in an order that depends on nothing else.
fn by_frequency(all: &mut dyn Iterator<Item = u32>) -> Vec<u32> {
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    for item in all {
        *counts.entry(item).or_default() += 1;
    }
    let mut found: Vec<u32> = counts.keys().copied().collect();
    found.sort_by_cached_key(|item| (counts.get(item).map_or(0, |count| usize::MAX - *count as usize), *item as usize));
    found
}

/// Where each of these stands among them.
fn places(items: &[u32]) -> FxHashMap<u32, u32> {
    items.iter().copied().zip(0..).collect()
}

/// The words of one first character, each by what it has of the one before.
fn rows(group: &[Entry<'_>], first: char, names: &[&str]) -> Vec<Row> {
    let mut before = vec![u32::from(first)];
    let row = |entry: &Entry<'_>| {
        let word: Vec<u32> = entry.word.chars().map(u32::from).collect();
        let alike = word.iter().zip(&before).take_while(|(a, b)| a == b).count().min(MOST);
        let rest = word.get(alike..).unwrap_or_default().to_vec();
        // The tag without a name is the first.
        let tag = names.binary_search(&entry.tag).unwrap_or(0);
        let kind = (tag << 8 | alike << 4 | rest.len().min(MOST)) as u32;
        before = word;
        Row { kind, rest, freq: entry.freq }
    };
    group.iter().map(row).collect()
}
