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
use std::io::Write;
use std::path::PathBuf;

/// Where www finds what is made for it.
const ENGINE: &str = "www/src/engine/wasm";

/// Builds everything the page is made of; gives the folder to serve.
pub(crate) fn run_all() -> Result<PathBuf> {
    npm::check_node()?;
    npm::install("www")?;
    wasm::build("gangmu", ENGINE)?;
    pack_dictionaries()?;
    let dist = places::root().join("www/dist");
    unless_fresh("www", "build page and widget", &Inputs::of(["www"]), &[dist.join("index.html")], || {
        run(npm::npm("www").args(["run", "--silent", "build"]))
    })?;
    Ok(dist)
}

/// The dictionaries beside the wasm, gzip-compressed: the platform decompresses them in the worker.
fn pack_dictionaries() -> Result<()> {
    for size in [Size::Lite, Size::Full] {
        let out = places::root().join(ENGINE).join(match size {
            Size::Lite => "dictionary.gz",
            Size::Full => "dictionary-full.gz",
        });
        let (name, inputs) = dictionary::inputs(size)?;
        unless_fresh(&format!("{name}-gz"), "compress it for the page", &inputs, std::slice::from_ref(&out), || {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
            gzip.write_all(&dictionary::bytes(size)?)?;
            write(&out, &gzip.finish().context("cannot compress")?)
        })?;
    }
    Ok(())
}
