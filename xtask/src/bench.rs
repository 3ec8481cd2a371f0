//! `bench`: speed beside the alternatives, in one run. In: this checkout. Out: one table, and `target/bench/bench.json`.
//! What is measured and how is in `tests/bench`; this only builds what that needs.

use crate::command::run;
use crate::step::{step, write};
use crate::{build, chromium, dictionary, npm, places};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Stdio;

/// Which rows, how thoroughly.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Groups of rows (all if none is named): wire, throughput …
    only: Vec<String>,
    /// Fewer rounds, no 10 MB text
    #[arg(long)]
    quick: bool,
    /// How time grows to 100 MB as well, natively
    #[arg(long)]
    large: bool,
}

pub(crate) fn run_all(args: &Args) -> Result<()> {
    let dist = build::run_all()?;
    npm::install("tests")?;
    npm::install("tests/bench")?;
    let folder = places::target().join("bench");
    let asset = folder.join("dictionary.bin");
    write(&asset, &dictionary::bytes(dictionary::Size::Lite)?)?;
    let place = json!({
        "root": places::root(),
        "engine": places::root().join(build::ENGINE),
        "dist": dist,
        "dictionary": asset,
        "program": step("native", "the native side, release", native)?,
        "chromium": chromium::find()?,
        "folder": folder,
        "out": folder.join("bench.json"),
        "only": args.only,
        "quick": args.quick,
        "large": args.large,
    });
    run(npm::node("tests/bench").args(["--expose-gc", "run.mjs"]).arg(place.to_string()))
}

/// Builds `benches/native.rs`; gives the program.
fn native() -> Result<PathBuf> {
    let args = ["bench", "--locked", "--no-run", "--bench", "native", "--message-format", "json"];
    let built = places::cargo().args(args).stderr(Stdio::inherit()).output().context("cannot run cargo bench")?;
    let said = String::from_utf8_lossy(&built.stdout);
    let messages = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let program = messages.filter_map(|m| m["executable"].as_str().map(PathBuf::from)).next_back();
    program.context("cargo bench built no program")
}
