//! `test`: everything that shows the house stands. In: this checkout. Out: every suite run, natively, in Node and in a
//! real browser against the served build, a summary with counts, status 1 when one failed.

mod agree;
mod counts;

use crate::command::{run, tee};
use crate::step::{Inputs, step, unless_fresh};
use crate::{build, chromium, npm, places, serve};
use anyhow::{Result, bail, ensure};
use counts::Counts;
use std::process::Command;
use std::time::Instant;

/// A suite that was run.
struct Outcome {
    name: &'static str,
    result: Result<Option<Counts>>,
}

/// Sets up, then runs all suites, also after one has failed.
pub(crate) fn run_all() -> Result<()> {
    let began = Instant::now();
    let dist = build::run_all()?;
    npm::install("tests")?;
    npm::install("tests/package")?;
    package()?;
    let browser = chromium::find()?;

    let mut outcomes = Vec::new();
    let mut suite = |name, what: &str, work: &dyn Fn() -> Result<Option<Counts>>| {
        outcomes.push(Outcome { name, result: step(name, what, work) });
    };
    suite("rust", "cargo test", &|| {
        counted(places::cargo().args(["test", "--locked", "--workspace", "--no-fail-fast"]), counts::of_cargo).map(Some)
    });
    suite("agree", "the wasm's reports against the native ones", &|| {
        counted(&mut agree::command()?, counts::of_lines).map(Some)
    });
    suite("types", "TypeScript and lint", &|| run(npm::npm("www").args(["run", "--silent", "check"])).map(|()| None));
    suite("node", "units and wasm in Node", &|| {
        counted(npm::npm("www").args(["run", "--silent", "test"]), counts::of_vitest).map(Some)
    });
    suite("browser", "the served build in headless Chromium", &|| {
        let serving = serve::start(&dist, 0)?;
        let mut npm = npm::npm("tests");
        npm.args(["run", "--silent", "test"]).env("GANGMU_URL", &serving.url);
        if let Some(browser) = &browser {
            npm.env("GANGMU_CHROMIUM", browser);
        }
        let counts = counted(&mut npm, counts::of_lines);
        serving.stop();
        counts.map(Some)
    });
    summary(&outcomes, began)
}

/// What npm ships, which the browser tests put to use as other people would.
fn package() -> Result<()> {
    let made = [places::root().join("www/lib/custom-elements.json"), places::root().join("www/lib/gangmu.classic.js")];
    let inputs = Inputs::of(["www", "LICENSE", "THIRD-PARTY.md"]);
    unless_fresh("package", "make the npm package", &inputs, &made, || {
        run(npm::npm("www").args(["run", "--silent", "package"]))
    })
}

/// Runs a suite whose output tells how many tests passed. None at all is a failure: something was not found.
fn counted(command: &mut Command, count: fn(&str) -> Counts) -> Result<Counts> {
    // Colours would stand between the words that are counted.
    let (ok, said) = tee(command.env("NO_COLOR", "1").env_remove("FORCE_COLOR"))?;
    let counts = count(&said);
    ensure!(ok && counts.failed == 0, "{counts}");
    ensure!(counts.passed > 0, "no tests were run");
    Ok(counts)
}

fn summary(outcomes: &[Outcome], began: Instant) -> Result<()> {
    eprintln!("\n==> summary, {:.0} s", began.elapsed().as_secs_f64());
    let mut failed = Vec::new();
    for Outcome { name, result } in outcomes {
        match result {
            Ok(Some(counts)) => eprintln!("    ok      {name:8} {counts}"),
            Ok(None) => eprintln!("    ok      {name:8} checked"),
            Err(error) => {
                eprintln!("    FAILED  {name:8} {}", error.root_cause());
                failed.push(*name);
            }
        }
    }
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}
