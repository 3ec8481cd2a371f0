//! The dictionary asset. In: `dict.txt` inside the jieba-rs crate that Cargo downloaded. Out: the bytes
//! `Analyzer::set_dictionary` takes, for the page (compressed by the build) and for native runs.

use crate::places;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The dictionary jieba-rs is published with.
pub(crate) fn source() -> Result<PathBuf> {
    Ok(places::crate_folder("jieba-rs")?.join("src/data/dict.txt"))
}

/// The asset, uncompressed, made from `source`: lines of `word frequency tag`.
pub(crate) fn build(source: &Path) -> Result<Vec<u8>> {
    fs::read(source).with_context(|| format!("cannot read {}", source.display()))
}

/// An analyzer with the dictionary.
pub(crate) fn analyzer() -> Result<gangmu::Analyzer> {
    let mut analyzer = gangmu::Analyzer::new();
    let bytes = build(&source()?)?;
    analyzer.set_dictionary(&bytes).map_err(|e| anyhow::anyhow!("the dictionary is refused: {}", e.message))?;
    Ok(analyzer)
}
