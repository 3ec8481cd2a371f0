//! From Rust to WebAssembly with its JavaScript. In: a crate of the workspace. Out: `NAME.js`, `NAME.d.ts`,
//! `NAME_bg.wasm` in a folder of www: compiled, bound, optimized.

use super::std_source::{self, Std};
use crate::command::{output, run};
use crate::step::{Inputs, step, unless_fresh};
use crate::{places, tidy};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// What rustc emits for wasm32-unknown-unknown and every browser of the last years runs.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds the wasm of `package` into `folder` (relative to the workspace).
pub(crate) fn build(package: &str, folder: &str) -> Result<()> {
    let std = std_source::find()?;
    let out = places::root().join(folder);
    let optimizer = places::root().join("www/node_modules/binaryen");
    let made = [".js", ".d.ts", "_bg.wasm", "_bg.wasm.d.ts"].map(|end| out.join(format!("{package}{end}")));
    let sources = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "models",
        "intake",
        "xtask/src/build",
        "www/node_modules/binaryen/package.json",
    ];
    let inputs = Inputs::of(sources).and(std.name()).and(output(Command::new("rustc").arg("-vV"))?);
    unless_fresh(&format!("wasm-{package}"), "make the WebAssembly", &inputs, &made, || {
        let wasm = step("compile", "rustc for wasm32, release", || compile(package, std))?;
        step("bind", "wasm-bindgen", || bind(package, &wasm, &out))?;
        step("optimize", "wasm-opt", || optimize(&optimizer, &out.join(format!("{package}_bg.wasm"))))
    })
}

fn compile(package: &str, std: Std) -> Result<PathBuf> {
    let (mut cargo, target) = std.cargo("build")?;
    // Panic messages name source files: let them name no folder of this machine.
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let short = |path: &Path, name: &str| format!("--remap-path-prefix={}={name}", path.display());
    let flags = [short(&home.join("registry/src"), "crates"), short(&places::root(), "gangmu")].join("\u{1f}");
    let args = ["--locked", "--release", "--lib", "--package", package];
    run(cargo.args(args).env("CARGO_ENCODED_RUSTFLAGS", flags).env("CARGO_TARGET_DIR", &target))?;
    Ok(target.join(std_source::TARGET).join("release").join(package).with_extension("wasm"))
}

fn bind(package: &str, wasm: &Path, out: &Path) -> Result<()> {
    tidy::versions::agree(&places::root())?;
    // Files of an earlier version must not linger beside the new ones.
    let _ = fs::remove_file(out.join(format!("{package}.d.ts")));
    let mut bindgen = Bindgen::new();
    // The caller always says where the wasm is: bundlers must not find an address of their own in the glue.
    bindgen.omit_default_module_path(true);
    bindgen.input_path(wasm).out_name(package).typescript(true).web(true).and_then(|b| b.generate(out))
}

fn optimize(binaryen: &Path, wasm: &Path) -> Result<()> {
    let tool = binaryen.join("bin/wasm-opt");
    ensure!(tool.is_file(), "wasm-opt is missing: binaryen belongs to the devDependencies of www/package.json");
    let size = |path: &Path| fs::metadata(path).map_or(0, |m| m.len() / 1000);
    let (before, to) = (size(wasm), wasm.with_extension("opt"));
    run(Command::new("node").arg(tool).args(FEATURES).args(["-O3", "--strip-producers"]).arg(wasm).arg("-o").arg(&to))?;
    fs::rename(&to, wasm).context("cannot put the optimized wasm in place")?;
    eprintln!("    {before} kB → {} kB", size(wasm));
    Ok(())
}
