//! Packages of Debian and its kin. In: names. Out: installed, or the line to type.

use crate::command::{on_path, output, run};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Whether packages are had by apt-get here.
pub(crate) fn is_here() -> bool {
    on_path("apt-get").is_some()
}

/// Installs packages; where we may not, says what to type.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let type_this = format!("type: sudo apt-get update && sudo apt-get install -y {}", packages.join(" "));
    let root = output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    if !root {
        bail!("{} is missing and only root can install it; {type_this}", packages.join(", "));
    }
    // The lists of a fresh machine are empty, or so old that they name versions too old for us. Where they cannot be
    // fetched, those at hand must do.
    if let Err(error) = run(apt().arg("update")) {
        eprintln!("    {error:#}; trying with the package lists at hand");
    }
    let mut install = apt();
    run(install.args(["install", "-y", "--no-install-recommends"]).args(packages)).with_context(|| type_this)
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    // Another installation may be under way: wait for it a while.
    apt.args(["-q", "-o", "DPkg::Lock::Timeout=120"]).env("DEBIAN_FRONTEND", "noninteractive");
    apt
}
