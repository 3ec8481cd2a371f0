//! Where things lie. In: the environment Cargo gives. Out: folders of this checkout, and of crates it uses.

use anyhow::{Context, Result};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    // At run time set by `cargo run`; the value compiled in serves when the binary is called by itself.
    let own =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or_else(|| own.clone(), PathBuf::from)
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The table of the genre.
pub(crate) fn reference() -> PathBuf {
    root().join("models/reference.bin")
}

/// The model of the RST tree that ships.
pub(crate) fn rst_model() -> PathBuf {
    root().join("models/rst.bin")
}

/// Where xtask keeps what it makes: stamps, caches, second target folders.
pub(crate) fn kept() -> PathBuf {
    target().join("xtask")
}

/// The Cargo that runs us.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// The folder of a crate in Cargo.lock, already downloaded.
pub(crate) fn crate_folder(name: &str) -> Result<PathBuf> {
    let out = cargo()
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .output()
        .context("cannot run cargo metadata")?;
    anyhow::ensure!(out.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&out.stderr).trim());
    let metadata: Value = serde_json::from_slice(&out.stdout).context("cargo metadata prints no JSON")?;
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let manifest = packages.iter().find(|p| p["name"] == name).and_then(|p| p["manifest_path"].as_str());
    let manifest = PathBuf::from(manifest.with_context(|| format!("{name} is not in Cargo.lock"))?);
    Ok(manifest.parent().map(PathBuf::from).unwrap_or_default())
}
