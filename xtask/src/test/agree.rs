//! Native and wasm agree. In: the texts of this checkout (samples of the page, fixtures), the wasm just built. Out: the
//! command that compares the two reports of each in Node.

use crate::step::{files, write};
use crate::{analyze, build, dictionary, places};
use anyhow::{Result, ensure};
use gangmu::Options;
use std::process::Command;

/// Makes the native reports, and the command that reads them.
pub(super) fn command() -> Result<Command> {
    let root = places::root();
    let analyzer = dictionary::analyzer()?;
    let mut node = Command::new("node");
    node.current_dir(&root).arg(root.join("xtask/src/test/agree.mjs")).arg(root.join(build::ENGINE));
    let texts = [files(&root.join("www/src")), files(&root.join("tests"))].concat();
    let texts: Vec<_> = texts.into_iter().filter(|file| file.extension().is_some_and(|end| end == "txt")).collect();
    ensure!(!texts.is_empty(), "no text to compare");
    for (i, text) in texts.iter().enumerate() {
        let report = analyze::report(&analyzer, &Options::default(), text)?;
        let native = places::kept().join("agree").join(format!("{i}.json"));
        write(&native, &serde_json::to_vec(&report)?)?;
        node.arg(text).arg(native);
    }
    Ok(node)
}
