//! A browser for tests. In: this machine. Out: the path of a Chromium, none where Playwright has its own; installed where
//! that can be done.

use crate::command::{on_path, output, run_within};
use crate::step::step;
use crate::{debian, npm};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// How long Playwright may take to fetch its browser.
const PATIENCE: Duration = Duration::from_mins(5);

/// Finds or installs a Chromium and a font with Chinese characters. The packages of `tests` must be installed.
pub(crate) fn find() -> Result<Option<PathBuf>> {
    if let Some(given) = std::env::var_os("GANGMU_CHROMIUM") {
        return Ok(Some(given.into()));
    }
    let installed = || NAMES.iter().find_map(|name| on_path(name));
    if let Some(browser) = installed() {
        if debian::is_here() && !has_chinese_font() {
            // Tests pass without it, only their pictures show boxes: saying so is enough.
            if let Err(error) = step("debian", "install a Chinese font", || debian::install(&["fonts-noto-cjk"])) {
                eprintln!("    {error:#}");
            }
        }
        return Ok(Some(browser));
    }
    if playwright_has_one() {
        return Ok(None);
    }
    if debian::is_here() {
        step("debian", "install Chromium and a Chinese font", || debian::install(&["chromium", "fonts-noto-cjk"]))?;
        return installed().context("the package chromium brought no program of that name").map(Some);
    }
    let mut install = npm::npm("tests");
    install.args(["exec", "--", "playwright", "install", "chromium"]);
    step("playwright", "install Chromium", || run_within(PATIENCE, &mut install)).context(
        "no Chromium for the tests; type: cd tests && npx playwright install chromium, \
         or name one: GANGMU_CHROMIUM=/path/to/chromium cargo xtask test",
    )?;
    Ok(None)
}

fn playwright_has_one() -> bool {
    let ask = "console.log(require('@playwright/test').chromium.executablePath())";
    output(npm::node("tests").args(["-e", ask])).is_ok_and(|path| Path::new(&path).is_file())
}

/// Without one, screenshots show boxes and lines are not as wide as for people.
fn has_chinese_font() -> bool {
    let known = output(Command::new("fc-list").arg(":lang=zh")).is_ok_and(|fonts| !fonts.is_empty());
    known || output(Command::new("dpkg").args(["-s", "fonts-noto-cjk"])).is_ok()
}
