//! `eval terms`: how far the small dictionary cuts as the full one, how large the lexicon is, how many expressions stay
//! whole.
//!
//! In: the dictionary jieba-rs is published with, the lexicon, texts of the genre, a list of expressions. Out: `name value`
//! lines.

use crate::dictionary::{self, Size};
use crate::places;
use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use gangmu::{Analyzer, Options, lexicon};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder of texts the two dictionaries are compared on [default: ../shared/corpus/dev]
    #[arg(long, value_name = "DIR")]
    texts: Option<PathBuf>,
    /// List of expressions that should stay whole [default: tests/fixtures/whole.txt]
    #[arg(long, value_name = "FILE")]
    whole: Option<PathBuf>,
    /// Print the expressions that do not stay whole, as they are cut
    #[arg(long)]
    verbose: bool,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let mut analyzers = Vec::new();
    for (name, size) in [("lite", Size::Lite), ("full", Size::Full)] {
        let asset = dictionary::bytes(size)?;
        println!("{name}_bytes {}", asset.len());
        println!("{name}_gzip_bytes {}", gzip(&asset)?.len());
        let mut analyzer = Analyzer::new();
        let began = std::time::Instant::now();
        analyzer.set_dictionary(&asset).map_err(|e| anyhow::anyhow!("the dictionary is refused: {}", e.message))?;
        println!("{name}_load_ms {}", began.elapsed().as_millis());
        analyzers.push(analyzer);
    }
    println!("policy_terms {}", lexicon::policy().count());
    println!("stop_words {}", lexicon::stop_words().count());
    println!("filler {}", lexicon::fillers().count());
    let list = args.whole.clone().unwrap_or_else(|| places::root().join("tests/fixtures/whole.txt"));
    let list = fs::read_to_string(&list).with_context(|| format!("cannot read {}", list.display()))?;
    if let [lite, full] = analyzers.as_slice() {
        whole(lite, &list, args.verbose);
        let texts = args.texts.clone().unwrap_or_else(|| places::root().join("../shared/corpus/dev"));
        if texts.is_dir() {
            agreement(lite, full, &texts)?;
        } else {
            println!("no texts in {}: the agreement of the two dictionaries is not measured", texts.display());
        }
    }
    Ok(())
}

/// Compressed as the page fetches it.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Where tokens begin and end.
fn boundaries(analyzer: &Analyzer, text: &str) -> BTreeSet<usize> {
    let analysis = analyzer.analyze(text.to_owned(), &Options::default());
    analysis.tokens.items.iter().flat_map(|t| [t.span.start, t.span.end]).collect()
}

/// Shared boundaries over all boundaries either dictionary sets.
fn agreement(lite: &Analyzer, full: &Analyzer, texts: &PathBuf) -> Result<()> {
    let (mut shared, mut all, mut files) = (0, 0, 0);
    for entry in fs::read_dir(texts)? {
        let path = entry?.path();
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let (a, b) = (boundaries(lite, &text), boundaries(full, &text));
        shared += a.intersection(&b).count();
        all += a.union(&b).count();
        files += 1;
    }
    println!("texts {files}");
    println!("boundaries {all}");
    println!("agreement {:.5}", f64::from(u32::try_from(shared)?) / f64::from(u32::try_from(all.max(1))?));
    Ok(())
}

/// How many expressions are one token, alone and in the middle of a sentence.
fn whole(analyzer: &Analyzer, list: &str, verbose: bool) {
    let expressions: Vec<&str> = list.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    let mut kept = 0;
    for expression in &expressions {
        let frames =
            [(*expression).to_owned(), format!("要把{expression}抓好"), format!("以{expression}为重点，推动工作落实")];
        let torn = frames.iter().find_map(|frame| {
            let analysis = analyzer.analyze(frame.clone(), &Options::default());
            let words: Vec<&str> = analysis.tokens.items.iter().map(|t| t.span.of(frame)).collect();
            (!words.contains(expression)).then(|| words.join("/"))
        });
        match torn {
            None => kept += 1,
            Some(torn) if verbose => println!("  torn: {torn}"),
            Some(_) => {}
        }
    }
    println!("whole {kept}");
    println!("whole_of {}", expressions.len());
}
