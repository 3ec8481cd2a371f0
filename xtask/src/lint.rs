//! `lint`: Clippy with warnings denied, for this machine and for wasm32, where other code is compiled. In: this
//! checkout. Out: nothing to say, or what Clippy says and status 1.

use crate::build::std_source;
use crate::command::run;
use crate::places;
use crate::step::step;
use anyhow::{Context, Result};

pub(crate) fn run_all() -> Result<()> {
    step("clippy", "this machine", || {
        run(places::cargo().args(["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]))
            .context("rustup component add clippy installs it where it is missing")
    })?;
    let std = std_source::find()?;
    std_source::find_clippy(std)?;
    step("clippy", "wasm32", || {
        let (mut cargo, target) = std.cargo("clippy")?;
        let args = ["--locked", "--lib", "--package", "gangmu", "--", "-D", "warnings"];
        run(cargo.args(args).env("CARGO_TARGET_DIR", target))
    })
}
