//! `build`: sources → `www/dist`, the page and the widget ready to be served. Steps whose inputs have not changed are
//! left out.

pub(crate) mod std_source;
pub(crate) mod wasm;

use crate::command::run;
use crate::dictionary::{self, Size};
use crate::step::{Inputs, unless_fresh, write};
use crate::{npm, places};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::PathBuf;

/// Where www finds what is made for it.
pub(crate) const ENGINE: &str = "www/src/engine/wasm";

/// Weights of the RST tree.
const RST_MODEL: &str = "models/rst.bin";

/// Counts of the genre, for keyness.
const REFERENCE: &str = "models/reference.bin";

/// Builds everything the page is made of; gives the folder to serve.
pub(crate) fn run_all() -> Result<PathBuf> {
    npm::check_node()?;
    npm::install("www")?;
    wasm::build_all(ENGINE)?;
    pack_assets()?;
    write_schema()?;
    let dist = places::root().join("www/dist");
    unless_fresh("www", "build page and widget", &Inputs::of(["www"]), &[dist.join("index.html")], || {
        run(npm::npm("www").args(["run", "--silent", "build"]))
    })?;
    Ok(dist)
}

/// The dictionaries and the reference beside the wasm, gzip-compressed: the platform decompresses them in the worker.
fn pack_assets() -> Result<()> {
    for (size, file) in [(Size::Lite, "dictionary.gz"), (Size::Full, "dictionary-full.gz")] {
        pack(file, &dictionary::inputs(size)?.1, || dictionary::bytes(size))?;
    }
    pack("rst.gz", &Inputs::of([RST_MODEL]), || {
        fs::read(places::root().join(RST_MODEL)).with_context(|| format!("cannot read {RST_MODEL}"))
    })?;
    // A checkout that has counted no reference shows no keyness.
    if !places::root().join(REFERENCE).exists() {
        return Ok(());
    }
    pack("reference.gz", &Inputs::of([REFERENCE]), || {
        fs::read(places::root().join(REFERENCE)).with_context(|| format!("cannot read {REFERENCE}"))
    })
}

/// What a report looks like, for other people's validators.
fn write_schema() -> Result<()> {
    let out = places::root().join(ENGINE).join("report.schema.json");
    let text = serde_json::to_string_pretty(&gangmu::report::schema())? + "\n";
    // Written only when it differs: what is built from it stays fresh.
    if fs::read_to_string(&out).is_ok_and(|old| old == text) {
        return Ok(());
    }
    write(&out, text.as_bytes())
}

fn pack(file: &str, inputs: &Inputs, bytes: impl FnOnce() -> Result<Vec<u8>>) -> Result<()> {
    let out = places::root().join(ENGINE).join(file);
    unless_fresh(file, "compress it for the page", inputs, std::slice::from_ref(&out), || {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes()?)?;
        write(&out, &gzip.finish().context("cannot compress")?)
    })
}
