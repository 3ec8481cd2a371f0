//! The dictionary assets. In: `dict.txt` and the model of unknown words inside the crates of jieba-rs that Cargo downloaded,
//! and the project's lexicon.
//! Out: the bytes `Analyzer::set_dictionary` takes, for the page (compressed by the build) and for native runs.

mod genre;
mod lite;
mod unknown;

use crate::places;
use crate::step::{Inputs, stale, step, write};
use anyhow::{Context, Result};
use gangmu::segment::dictionary::{Entry, encode_with};
use std::fs;
use std::path::{Path, PathBuf};

/// Words of jieba's that take the 等 of a list away from what is listed (`成本高等问题`); rare by themselves, for the terms
/// they are part of (`高等教育`) are words of their own.
const SWALLOWING: [&str; 2] = ["高等", "优等"];

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
    Ok((name, Inputs::of(code.into_iter().chain([source()?, unknown::source()?]))))
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
    let table = fs::read(places::reference()).context("cannot read models/reference.bin")?;
    if size == Size::Lite {
        let cut = lite::Cut::of(&table)?;
        entries.retain(|entry| cut.keeps(entry));
    }
    Ok(encode_with(&genre::with_terms(entries, &table)?, &unknown::bytes(&unknown::source()?)?))
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
    if let Ok(model) = fs::read(places::rst_model()) {
        analyzer.set_rst_model(&model).map_err(|e| anyhow::anyhow!("the RST model is refused: {}", e.message))?;
    }
    if let Ok(table) = fs::read(places::reference()) {
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
    Ok(Entry { word, freq: if SWALLOWING.contains(&word) { 1 } else { freq }, tag })
}
