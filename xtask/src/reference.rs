//! `reference`: texts of the genre → `models/reference.bin`, how often each word is used in how many of them. Counts only;
//! no sentence enters the project.

use crate::dictionary::{self, Size};
use crate::places;
use anyhow::{Context, Result, ensure};
use gangmu::Options;
use gangmu::segment::dictionary::{Entry, encode};
use gangmu::terms::Reference;
use std::fs;
use std::path::PathBuf;

/// Words rarer than this tell nothing about the genre.
const LEAST: u32 = 2;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder of texts [default: ../shared/corpus/dev]
    #[arg(long, value_name = "DIR")]
    texts: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let texts = args.texts.clone().unwrap_or_else(|| places::root().join("../shared/corpus/dev"));
    ensure!(texts.is_dir(), "there is no folder {}: the table is made from texts outside the project", texts.display());
    // The full dictionary: the small one is cut by this very table.
    let analyzer = dictionary::analyzer_of(Size::Full)?;
    let mut reference = Reference::default();
    for entry in fs::read_dir(&texts)? {
        let path = entry?.path();
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        reference.add(&analyzer.analyze(text, &Options { max_phrases: 0, ..Options::default() }).tokens);
    }
    ensure!(reference.documents() <= 255, "the table has room for the document counts of 255 texts");
    let rows: Vec<(&str, u32, String)> = reference.rows(LEAST).map(|(w, n, d)| (w, n, d.to_string())).collect();
    let entries: Vec<Entry<'_>> = rows.iter().map(|(word, freq, tag)| Entry { word, freq: *freq, tag }).collect();
    let table = encode(&entries);
    let file = places::reference();
    fs::write(&file, &table).with_context(|| format!("cannot write {}", file.display()))?;
    println!("{}: {} words, {} bytes", file.display(), entries.len() - 1, table.len());
    Ok(())
}
