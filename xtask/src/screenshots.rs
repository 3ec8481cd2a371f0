//! `screenshots`: pictures of the page with our own samples. In: this checkout. Out: `tests/screenshots/out`, in both
//! themes and languages at three widths, and the two pictures of the README in `docs`.

use crate::command::run;
use crate::{build, chromium, npm, serve};
use anyhow::Result;

/// Builds, serves, and takes them in the browser the tests use.
pub(crate) fn run_all() -> Result<()> {
    let dist = build::run_all()?;
    npm::install("tests")?;
    let browser = chromium::find()?;
    let serving = serve::start(&dist, 0)?;
    let mut npm = npm::npm("tests");
    npm.args(["run", "--silent", "screenshots"]).env("GANGMU_URL", &serving.url);
    if let Some(browser) = &browser {
        npm.env("GANGMU_CHROMIUM", browser);
    }
    let done = run(&mut npm);
    serving.stop();
    done
}
