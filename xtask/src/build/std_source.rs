//! The standard library for wasm32. In: this machine. Out: [`Std`], a Cargo that can compile for
//! `wasm32-unknown-unknown`: rustup's toolchain with that target, or, where rustup cannot have it, a toolchain of
//! Debian that ships the library's source, which is then built too.
//!
//! `GANGMU_WASM_STD=source` forces the second way.

use crate::command::{output, run_within};
use crate::step::{step, write};
use crate::{debian, places};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// What we compile for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// How long rustup may take to fetch some 20 MB.
const PATIENCE: Duration = Duration::from_mins(2);

/// Debian's up-to-date toolchain; its Cargo is called by its full path, beside rustup's.
const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
const CLIPPY_PACKAGE: &str = "rust-web-clippy";
const BIN: &str = "/usr/bin";
const CLIPPY: &str = "cargo-clippy";
const SOURCE: &str = "/usr/lib/rustlib/src/rust/library";

/// The oldest compiler the workspace builds with.
const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

/// Where the library comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Std {
    /// Compiled, from rustup (or wherever the toolchain in use has it from).
    Ready,
    /// Compiled by us.
    Source,
}

impl Std {
    /// For stamps.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Std::Ready => "std ready",
            Std::Source => "std from source",
        }
    }

    /// A Cargo command for [`TARGET`], and the target folder that keeps its artefacts apart.
    pub(crate) fn cargo(self, subcommand: &str) -> Result<(Command, PathBuf)> {
        match self {
            Std::Ready => {
                let mut cargo = places::cargo();
                cargo.args([subcommand, "--target", TARGET]);
                Ok((cargo, places::target()))
            }
            Std::Source => Ok((from_source(subcommand)?, places::kept().join("std-from-source"))),
        }
    }
}

/// Finds a way, setting it up where needed. Builds that run side by side ask for it: the first sets it up, the others wait.
pub(crate) fn find() -> Result<Std> {
    static FOUND: Mutex<Option<Std>> = Mutex::new(None);
    let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(std) = *found {
        return Ok(std);
    }
    let std = set_up()?;
    *found = Some(std);
    Ok(std)
}

fn set_up() -> Result<Std> {
    // Remembered, so that a machine where rustup hangs waits for it only once.
    let refused = places::kept().join("rustup-refused");
    let forced = std::env::var("GANGMU_WASM_STD").is_ok_and(|way| way == "source");
    if !forced {
        if ready()? {
            return Ok(Std::Ready);
        }
        if !refused.exists() {
            let mut rustup = Command::new("rustup");
            rustup.args(["target", "add", TARGET]);
            let added = step("rustup", "add the wasm32 target", || run_within(PATIENCE, &mut rustup));
            match added {
                Ok(()) if ready()? => return Ok(Std::Ready),
                Ok(()) => eprintln!("    rustup added the target to another toolchain than the one in use"),
                Err(error) => eprintln!("    {error:#}; building the standard library from source instead"),
            }
            write(&refused, b"delete this file to ask rustup again\n")?;
        }
    }
    if !has_source() {
        ensure!(debian::is_here(), "the wasm32 standard library is missing; type: rustup target add {TARGET}");
        step("debian", "install a toolchain that ships its source", || debian::install(&PACKAGES))?;
        ensure!(has_source(), "Debian's toolchain in {BIN} is older than {OLDEST}; type: rustup target add {TARGET}");
    }
    Ok(Std::Source)
}

/// Clippy for the toolchain found.
pub(crate) fn find_clippy(std: Std) -> Result<()> {
    if std == Std::Source && !Path::new(BIN).join(CLIPPY).is_file() {
        step("debian", "install Clippy for that toolchain", || debian::install(&[CLIPPY_PACKAGE]))?;
    }
    Ok(())
}

fn ready() -> Result<bool> {
    Ok(sysroot()?.join("lib/rustlib").join(TARGET).join("lib").is_dir())
}

fn sysroot() -> Result<PathBuf> {
    output(Command::new("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

/// A toolchain with source that is new enough for this workspace.
fn has_source() -> bool {
    let version = output(Command::new(Path::new(BIN).join("rustc")).arg("--version")).unwrap_or_default();
    let cargo = Path::new(BIN).join("cargo").is_file();
    Path::new(SOURCE).is_dir() && cargo && release(&version) >= release(&format!("rustc {OLDEST}"))
}

/// Major and minor number in what `rustc --version` prints, none where that is something else.
fn release(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.split_whitespace().nth(1)?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// Debian's Cargo, told to build the library. Its rustc has no linker for wasm: rustup's toolchain does.
fn from_source(subcommand: &str) -> Result<Command> {
    let version = output(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let linker = sysroot()?.join("lib/rustlib").join(host).join("bin/rust-lld");
    ensure!(linker.is_file(), "rust-lld is missing in the toolchain in use; install rustup's stable toolchain");
    // Cargo would look for its Clippy among rustup's programs first: call that one by its path too.
    let program = if subcommand == "clippy" { CLIPPY } else { "cargo" };
    let mut cargo = Command::new(Path::new(BIN).join(program));
    cargo
        .current_dir(places::root())
        // What `cargo run` set for us belongs to the other toolchain.
        .env_remove("LD_LIBRARY_PATH")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env("CARGO", Path::new(BIN).join("cargo"))
        .env("RUSTC", Path::new(BIN).join("rustc"))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
        .args([subcommand, "-Z", "build-std=std,panic_abort", "--target", TARGET]);
    Ok(cargo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_compared_as_numbers() {
        let of = |version: &str| release(version);
        assert_eq!(of("rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)"), Some((1, 96)));
        assert!(of("rustc 1.100.0") > of("rustc 1.96.0"));
        assert!(of("rustc 1.85.0") < of("rustc 1.96"));
        assert_eq!(of(""), None);
        assert!(of("") < of("rustc 1.96.0"));
    }
}
