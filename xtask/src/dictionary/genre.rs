//! The terms of the genre among jieba's words. In: jieba's entries, the table of the genre. Out: entries with the terms before
//! them.
//!
//! A term weighs what the genre uses it, and no less than it takes to win over its parts. Weighed only by the latter, terms lose to
//! any word that overlaps them: `推进改革/开放`, `大/数据分析`.

use anyhow::Result;
use gangmu::lexicon;
use gangmu::segment::Segmenter;
use gangmu::segment::dictionary::{Entry, Reader, encode};
use std::collections::HashMap;

/// Rounds after which every term is whole by itself (measured: `eval terms` over all of them).
const ROUNDS: usize = 4;
/// What one occurrence in the table of the genre weighs. Jieba's words were counted in a body of text about a hundred times as large;
/// a fifth of that leaves its own words the stronger ones where usage says little.
const WEIGHT: u32 = 20;
/// Documents of the table a term must be met in for its count to tell anything.
const LEAST_DOCUMENTS: u32 = 3;

/// The entries with the terms before them, so that of two equal words the term is kept. A term raises the weight of longer ones' parts
/// (`新时代` in `习近平新时代中国特色社会主义思想`), so the frequencies are found anew in a few rounds.
pub(super) fn with_terms<'e>(entries: Vec<Entry<'e>>, table: &[u8]) -> Result<Vec<Entry<'e>>> {
    let known: HashMap<&str, u32> = entries.iter().map(|e| (e.word, e.freq)).collect();
    let used = usage(table)?;
    let freq = |term: &str| {
        let by_usage = used.get(term).map_or(0, |count| count * WEIGHT);
        known.get(term).copied().unwrap_or(0).max(by_usage)
    };
    let mut all: Vec<Entry<'e>> =
        lexicon::policy().map(|t| Entry { word: t.term, freq: freq(t.term), tag: t.tag }).collect();
    let terms = all.len();
    all.extend(entries);
    for _ in 0..ROUNDS {
        let segmenter = Segmenter::from_dictionary(encode(&all)).map_err(|e| anyhow::anyhow!("{}", e.message))?;
        for term in all.iter_mut().take(terms) {
            // Of a word that is whole already this asks one more at most.
            term.freq = term.freq.max(u32::try_from(segmenter.winning_freq(term.word)).unwrap_or(u32::MAX));
        }
    }
    Ok(all)
}

/// Occurrences of the words met in enough documents.
fn usage(table: &[u8]) -> Result<HashMap<String, u32>> {
    let mut reader = Reader::new(table).map_err(|e| anyhow::anyhow!("models/reference.bin: {}", e.message))?;
    let mut used = HashMap::new();
    while let Some(entry) = reader.next_entry() {
        if entry.tag.parse::<u32>().is_ok_and(|documents| documents >= LEAST_DOCUMENTS) {
            used.insert(entry.word.to_owned(), entry.freq);
        }
    }
    Ok(used)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gangmu::layout;

    #[test]
    fn terms_weigh_what_the_genre_uses_them() -> Result<()> {
        let words = [
            ("推进", 900, "v"),
            ("推进改革", 200, "n"),
            ("改革", 9000, "vn"),
            ("开放", 9000, "v"),
            ("的", 90_000, "uj"),
        ];
        let entries = || words.map(|(word, freq, tag)| Entry { word, freq, tag }).to_vec();
        for (documents, cut) in [("2", "推进改革/开放"), ("60", "推进/改革开放")] {
            let table = encode(&[Entry { word: "改革开放", freq: 165, tag: documents }]);
            let asset = encode(&with_terms(entries(), &table)?);
            let segmenter = Segmenter::from_dictionary(&asset).map_err(|e| anyhow::anyhow!("{}", e.message))?;
            let text = "推进改革开放";
            let tokens = segmenter.tokens(text, &layout::read(text));
            let found: Vec<&str> = tokens.items.iter().map(|t| t.span.of(text)).collect();
            assert_eq!(found.join("/"), cut, "met in {documents} documents");
        }
        Ok(())
    }
}
