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
    let install = || {
        let mut apt = apt();
        run(apt.args(["install", "-y", "--no-install-recommends"]).args(packages))
    };
    // The lists of a fresh machine are empty or old: fetch them before giving up.
    install().or_else(|_| run(apt().arg("update")).and_then(|()| install())).with_context(|| type_this)
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    // Another installation may be under way: wait for it a while.
    apt.args(["-q", "-o", "DPkg::Lock::Timeout=120"]).env("DEBIAN_FRONTEND", "noninteractive");
    apt
}
