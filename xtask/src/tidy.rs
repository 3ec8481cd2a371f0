//! `tidy`: the house rules that no compiler checks. In: this checkout. Out: a line for every breach. Also a test.
//!
//! One file for what is checked: rooms, files, versions, the code map.

mod files;
mod map;
mod rooms;
pub(crate) mod versions;

use crate::places;
use crate::step::files as files_in;
use anyhow::{Context, Result, bail};
use std::path::Path;

/// A file that is written, not made: its path in the workspace with `/`, and its text.
pub(crate) struct Source {
    path: String,
    text: String,
}

impl Source {
    fn extension(&self) -> &str {
        Path::new(&self.path).extension().and_then(|end| end.to_str()).unwrap_or_default()
    }
}

/// Prints every breach; fails when there is one.
pub(crate) fn run() -> Result<()> {
    let breaches = breaches(&places::root())?;
    for breach in &breaches {
        println!("{breach}");
    }
    if !breaches.is_empty() {
        bail!("{} breaches of the house rules", breaches.len());
    }
    println!("tidy");
    Ok(())
}

fn breaches(root: &Path) -> Result<Vec<String>> {
    let sources = sources(root)?;
    let mut breaches = Vec::new();
    for check in [files::check, rooms::check, versions::check, map::check] {
        breaches.extend(check(&sources));
    }
    Ok(breaches)
}

/// Files of the workspace; what a build puts into www is left out, as in `.gitignore`.
fn sources(root: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for file in files_in(root) {
        let path = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let made = ["www/src/engine/wasm/", "www/public/assets/"].iter().any(|folder| path.starts_with(folder));
        if made {
            continue;
        }
        let bytes = std::fs::read(&file).with_context(|| format!("cannot read {path}"))?;
        // What is no text still has its place in the house.
        sources.push(Source { path, text: String::from_utf8(bytes).unwrap_or_default() });
    }
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_tidy() {
        let breaches = breaches(&places::root()).unwrap();
        assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
    }

    impl Source {
        pub(super) fn new(path: &str, text: &str) -> Self {
            Self { path: path.into(), text: text.into() }
        }
    }
}
