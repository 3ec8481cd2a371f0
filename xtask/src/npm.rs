//! JavaScript packages. In: a folder with `package.json` and its lock file. Out: `node_modules` as locked; scripts run.

use crate::command::{output, run};
use crate::places;
use crate::step::{Inputs, unless_fresh};
use anyhow::{Context, Result, ensure};
use std::process::Command;

/// The oldest Node that will do.
const NODE: u32 = 20;

/// Whether Node is there and new enough; else one line that says so.
pub(crate) fn check_node() -> Result<()> {
    let hint = format!("Node {NODE} or newer with npm is needed (https://nodejs.org)");
    let version = output(Command::new("node").arg("--version")).with_context(|| hint.clone())?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    ensure!(major.is_some_and(|n| n >= NODE), "{hint}; this is {version}");
    output(Command::new("npm").arg("--version")).context(hint)?;
    Ok(())
}

/// Installs exactly what the lock file of a folder says.
pub(crate) fn install(folder: &str) -> Result<()> {
    let locked = ["package.json", "package-lock.json", ".npmrc"].map(|file| format!("{folder}/{file}"));
    let made = places::root().join(folder).join("node_modules/.package-lock.json");
    unless_fresh(
        &format!("npm-{}", folder.replace('/', "-")),
        "install JavaScript packages",
        &Inputs::of(locked),
        &[made],
        || {
            // Browsers are found or installed by `chromium`, never as a side effect.
            run(npm(folder).args(["ci", "--no-audit", "--no-fund"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
        },
    )
}

/// npm in a folder of the workspace.
pub(crate) fn npm(folder: &str) -> Command {
    let mut npm = Command::new("npm");
    npm.current_dir(places::root().join(folder));
    npm
}

/// Node in a folder of the workspace.
pub(crate) fn node(folder: &str) -> Command {
    let mut node = Command::new("node");
    node.current_dir(places::root().join(folder));
    node
}
