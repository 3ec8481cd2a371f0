//! The dictionary assets. In: `dict.txt` inside the jieba-rs crate that Cargo downloaded, and the project's lexicon.
//! Out: the bytes `Analyzer::set_dictionary` takes, for the page (compressed by the build) and for native runs.

mod lite;

use crate::step::{Inputs, stale, step, write};
use crate::{places, reference};
use anyhow::{Context, Result};
use gangmu::lexicon::{self, PolicyTerm};
use gangmu::segment::Segmenter;
use gangmu::segment::dictionary::{Entry, encode};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Which of the two assets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Size {
    /// The words that matter; the default of the page.
    Lite,
    /// All of jieba's words.
    Full,
}

/// The dictionary jieba-rs is published with.
pub(crate) fn source() -> Result<PathBuf> {
    Ok(places::crate_folder("jieba-rs")?.join("src/data/dict.txt"))
}

/// What an asset is made from, and its name.
pub(crate) fn inputs(size: Size) -> Result<(&'static str, Inputs)> {
    let name = match size {
        Size::Lite => "dictionary",
        Size::Full => "dictionary-full",
    };
    let code =
        ["xtask/src/dictionary.rs", "xtask/src/dictionary", "src/lexicon", "src/segment", "models/reference.bin"]
            .map(PathBuf::from);
    Ok((name, Inputs::of(code.into_iter().chain([source()?]))))
}

/// An asset, uncompressed; made anew only when what it is made from has changed.
pub(crate) fn bytes(size: Size) -> Result<Vec<u8>> {
    let (name, inputs) = inputs(size)?;
    let made = places::kept().join(name).with_extension("bin");
    if let Some(stale) = stale(name, &inputs, std::slice::from_ref(&made))? {
        write(&made, &step(name, "make the dictionary", || build(&source()?, size))?)?;
        stale.refresh()?;
    }
    fs::read(&made).with_context(|| format!("cannot read {}", made.display()))
}

/// An asset, uncompressed, made from `source`.
fn build(source: &Path, size: Size) -> Result<Vec<u8>> {
    let text = fs::read_to_string(source).with_context(|| format!("cannot read {}", source.display()))?;
    let mut entries = text.lines().map(entry).collect::<Result<Vec<_>>>()?;
    let genre = genre_words(&entries)?;
    if size == Size::Lite {
        let cut = lite::Cut::of(&reference::bytes()?)?;
        entries.retain(|entry| cut.keeps(entry));
    }
    let known: HashMap<&str, u32> = entries.iter().map(|e| (e.word, e.freq)).collect();
    // Terms of the genre stand first, so that of two equal words theirs is kept, with the higher frequency.
    let mut all: Vec<Entry<'_>> =
        genre.iter().map(|&(term, freq)| Entry { word: term.term, freq, tag: term.tag }).collect();
    for term in &mut all {
        term.freq = term.freq.max(known.get(term.word).copied().unwrap_or(0));
    }
    all.extend(entries);
    Ok(encode(&all))
}

/// An analyzer with the dictionary the page has.
pub(crate) fn analyzer() -> Result<gangmu::Analyzer> {
    analyzer_of(Size::Lite)
}

/// An analyzer with one of the dictionaries.
pub(crate) fn analyzer_of(size: Size) -> Result<gangmu::Analyzer> {
    let mut analyzer = gangmu::Analyzer::new();
    let bytes = bytes(size)?;
    analyzer.set_dictionary(&bytes).map_err(|e| anyhow::anyhow!("the dictionary is refused: {}", e.message))?;
    if let Ok(table) = reference::bytes() {
        analyzer.set_reference(&table).map_err(|e| anyhow::anyhow!("the reference is refused: {}", e.message))?;
    }
    Ok(analyzer)
}

/// A line of `dict.txt`: `word frequency tag`.
fn entry(line: &str) -> Result<Entry<'_>> {
    let mut fields = line.split(' ');
    let (word, freq, tag) = (fields.next(), fields.next(), fields.next());
    let entry = word.zip(freq.and_then(|f| f.parse().ok())).zip(tag);
    let ((word, freq), tag) = entry.with_context(|| format!("no line of jieba's dictionary: {line}"))?;
    Ok(Entry { word, freq, tag })
}

/// The terms of the genre that must stay whole, each with the least frequency that makes it win over its parts.
fn genre_words(entries: &[Entry<'_>]) -> Result<Vec<(PolicyTerm, u32)>> {
    let full = Segmenter::from_dictionary(&encode(entries)).map_err(|e| anyhow::anyhow!("{}", e.message))?;
    let whole = |term: PolicyTerm| (term, u32::try_from(full.winning_freq(term.term)).unwrap_or(u32::MAX));
    Ok(lexicon::policy().map(whole).collect())
}
