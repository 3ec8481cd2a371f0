//! The model of unknown words. In: `hmm.model` inside the jieba-macros crate that Cargo downloaded. Out: the section of the
//! dictionary asset.
//!
//! The file gives logarithms of shares; every share is a count over a total, and the rarest characters were counted once, so
//! the counts come out whole. They are smaller than the logarithms, and say the same.

use crate::places;
use anyhow::{Context, Result, ensure};
use gangmu::segment::unknown::Counts;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Shares below this are none: what never was.
const NEVER: f64 = -1e6;

/// The model jieba-rs is published with.
pub(super) fn source() -> Result<PathBuf> {
    Ok(places::crate_folder("jieba-macros")?.join("src/hmm.model"))
}

/// The section of the asset.
pub(super) fn bytes(source: &Path) -> Result<Vec<u8>> {
    let text = std::fs::read_to_string(source).with_context(|| format!("cannot read {}", source.display()))?;
    let counts = counts(&text).with_context(|| format!("{} is no model as jieba writes it", source.display()))?;
    Ok(counts.to_bytes())
}

/// Lines without `#`: how texts begin; four lines of steps; four lines of characters with the logarithms of their shares. In
/// all of them the order is beginning, end, middle, word of one.
fn counts(text: &str) -> Result<Counts> {
    let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let mut next = || lines.next().context("the file is too short");
    let [b, _, _, s] = numbers(next()?)?;
    let [from_b, from_e, from_m, from_s] = [numbers(next()?)?, numbers(next()?)?, numbers(next()?)?, numbers(next()?)?];
    let steps = [from_b[1], from_b[2], from_e[0], from_e[3], from_m[1], from_m[2], from_s[0], from_s[3]];
    let mut found = Counts { begins: [b, s].map(single), steps: steps.map(single), ..Counts::default() };
    let mut rows: BTreeMap<char, [u32; 4]> = BTreeMap::new();
    for part in 0..4 {
        let pairs: Vec<(char, f64)> = next()?.split(',').map(pair).collect::<Result<_>>()?;
        let shares = pairs.iter().map(|&(_, share)| share).filter(|&share| share > NEVER);
        let once = shares.fold(f64::INFINITY, f64::min);
        found.once[part] = single(once);
        for (character, share) in pairs.into_iter().filter(|&(_, share)| share > NEVER) {
            let count = (share - once).exp();
            ensure!((count - count.round()).abs() < 0.01 + count * 1e-5, "`{character}` was counted {count} times");
            #[allow(clippy::cast_sign_loss)] // powers are positive
            let count = count.round() as u32;
            rows.entry(character).or_default()[part] = count;
        }
    }
    found.counts = rows.into_iter().collect();
    Ok(found)
}

fn single(number: f64) -> f32 {
    number as f32
}

fn numbers(line: &str) -> Result<[f64; 4]> {
    let numbers: Vec<f64> = line.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    numbers.try_into().map_err(|_| anyhow::anyhow!("`{line}` is not four numbers"))
}

fn pair(pair: &str) -> Result<(char, f64)> {
    let (character, share) = pair.rsplit_once(':').with_context(|| format!("`{pair}` has no colon"))?;
    Ok((character.chars().next().context("no character")?, share.parse()?))
}

#[cfg(test)]
mod tests {
    use crate::dictionary::{self, Size};
    use gangmu::segment::Segmenter;
    use gangmu::segment::dictionary::Reader;
    use jieba_rs::Jieba;
    use std::fs;

    /// Texts of ours, as they are and with every third, then every fourth sign left out: the second and third give words that
    /// no dictionary has.
    fn texts() -> Vec<String> {
        let folders =
            ["tests/fixtures", "www/src/page/samples", "docs"].map(|folder| crate::places::root().join(folder));
        let files = folders.iter().flat_map(walkdir::WalkDir::new).filter_map(Result::ok);
        let texts: Vec<String> = files.filter_map(|file| fs::read_to_string(file.path()).ok()).collect();
        let thinned = |text: &str, nth: usize| {
            let kept = text.chars().enumerate().filter(|(at, c)| at % nth != 0 || *c == '\n');
            kept.map(|(_, c)| c).collect::<String>()
        };
        texts.iter().flat_map(|text| [text.clone(), thinned(text, 3), thinned(text, 4)]).collect()
    }

    #[test]
    fn words_are_those_that_jieba_cuts_with_its_own_tables() {
        let asset = dictionary::bytes(Size::Full).unwrap();
        let ours = Segmenter::from_dictionary(&asset).unwrap();
        let mut jieba = Jieba::empty();
        let mut reader = Reader::new(&asset).unwrap();
        while let Some(entry) = reader.next_entry() {
            jieba.add_word(entry.word, Some(entry.freq as usize), Some(entry.tag));
        }
        let (mut words, mut unknown, mut tagged) = (0, 0, 0);
        for text in texts() {
            for line in text.split_whitespace() {
                let theirs = jieba.tag(line, true);
                let got = ours.words_of(line);
                assert!(got.iter().map(|(word, _)| *word).eq(theirs.iter().map(|t| t.word)), "{line}: {got:?}");
                words += theirs.len();
                unknown += theirs.iter().filter(|t| t.end - t.start > 1 && !jieba.has_word(t.word)).count();
                tagged += got.iter().zip(&theirs).filter(|((_, tag), theirs)| *tag == theirs.tag).count();
            }
        }
        assert!(words > 10_000 && unknown > 1000, "{words} words, {unknown} of them in no dictionary");
        // Of a word that is likelier in its characters, and joined again by the model, only jieba can tell the tag.
        assert!(tagged * 500 > words * 499, "{tagged} of {words} tags");
    }
}
