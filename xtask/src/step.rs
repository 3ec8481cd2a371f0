//! Steps of a chore. In: what to do and what it depends on. Out: lines that say what is done and how long it took;
//! a stamp under the target folder, so that what has not changed is not done again.

use crate::places;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;
use walkdir::WalkDir;

/// Does one thing, with a line before and a line after.
pub(crate) fn step<T>(name: &str, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("==> {name}: {what}");
    let began = Instant::now();
    let done = work().with_context(|| name.to_owned());
    let outcome = if done.is_ok() { "done" } else { "failed" };
    eprintln!("    {name}: {outcome}, {:.1} s", began.elapsed().as_secs_f64());
    done
}

/// Does one thing unless `inputs` are those of the last time and all `outputs` are there.
pub(crate) fn unless_fresh(
    name: &str,
    what: &str,
    inputs: &Inputs,
    outputs: &[PathBuf],
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let Some(stale) = stale(name, inputs, outputs)? else {
        eprintln!("==> {name}: unchanged");
        return Ok(());
    };
    step(name, what, work)?;
    stale.refresh()
}

/// What is to be done again: its stamp and what to write there afterwards.
pub(crate) struct Stale {
    stamp: PathBuf,
    digest: String,
}

/// Whether something is to be done again.
pub(crate) fn stale(name: &str, inputs: &Inputs, outputs: &[PathBuf]) -> Result<Option<Stale>> {
    let stamp = places::kept().join("stamps").join(name);
    let digest = inputs.digest()?;
    let known = fs::read_to_string(&stamp).is_ok_and(|old| old == digest);
    if known && outputs.iter().all(|path| path.exists()) {
        return Ok(None);
    }
    // What dies half-way must not look fresh.
    let _ = fs::remove_file(&stamp);
    Ok(Some(Stale { stamp, digest }))
}

impl Stale {
    /// It has been done.
    pub(crate) fn refresh(self) -> Result<()> {
        write(&self.stamp, self.digest.as_bytes())
    }
}

/// Writes a file, with the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, bytes))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Folders that are made, not written: never an input.
const MADE: [&str; 7] = ["node_modules", "dist", "lib", "target", "test-results", "playwright-report", ".git"];

/// What a step depends on: files, folders, and words such as versions.
#[derive(Default)]
pub(crate) struct Inputs {
    paths: Vec<PathBuf>,
    words: Vec<String>,
}

impl Inputs {
    /// Files and folders relative to the workspace; one that is missing counts as empty.
    pub(crate) fn of<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Self {
        Self { paths: paths.into_iter().map(|p| places::root().join(p)).collect(), words: Vec::new() }
    }

    /// And a word.
    pub(crate) fn and(mut self, word: impl Into<String>) -> Self {
        self.words.push(word.into());
        self
    }

    fn digest(&self) -> Result<String> {
        let mut hash = Sha256::new();
        for path in &self.paths {
            for file in files(path) {
                let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
                let name = file.strip_prefix(places::root()).unwrap_or(&file);
                hash.update(name.as_os_str().as_encoded_bytes());
                hash.update(bytes.len().to_le_bytes());
                hash.update(&bytes);
            }
        }
        for word in &self.words {
            hash.update(word.len().to_le_bytes());
            hash.update(word);
        }
        Ok(hex(&hash.finalize()))
    }
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The files in a folder (or the file itself), sorted, without what is made.
pub(crate) fn files(path: &Path) -> Vec<PathBuf> {
    let written = |entry: &walkdir::DirEntry| !MADE.iter().any(|made| entry.file_name() == *made);
    let entries = WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(written);
    entries.filter_map(Result::ok).filter(|e| e.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_differ_by_name_content_and_word() {
        let dir = std::env::temp_dir().join(format!("gangmu-inputs-{}", std::process::id()));
        let digest = |word: &str| Inputs::of([&dir]).and(word).digest().unwrap();
        write(&dir.join("a"), b"1").unwrap();
        write(&dir.join("node_modules/x"), b"1").unwrap();
        let first = digest("v1");
        write(&dir.join("node_modules/x"), b"2").unwrap();
        assert_eq!(digest("v1"), first);
        assert_ne!(digest("v2"), first);
        write(&dir.join("a"), b"2").unwrap();
        assert_ne!(digest("v1"), first);
        fs::rename(dir.join("a"), dir.join("b")).unwrap();
        write(&dir.join("b"), b"1").unwrap();
        assert_ne!(digest("v1"), first);
        fs::remove_dir_all(dir).unwrap();
    }
}
