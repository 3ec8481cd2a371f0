//! From Rust to WebAssembly with its JavaScript. In: the analyzer. Out: `NAME.js`, `NAME.d.ts`, `NAME_bg.wasm` in a folder of
//! www, of the whole analyzer and of what a first report needs: compiled, bound, optimized.

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

/// No function is put into its one caller that is larger than this: all stages in one function of 200 kB took the engine
/// that compiles it 60 MB of memory, and no text was read faster for it.
const INLINE: &str = "--one-caller-inline-max-function-size=60";

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// All the analyzer can do.
    Whole,
    /// What a first report needs, and no more: the widget loads it first.
    First,
}

impl Kind {
    /// How its files are called.
    fn name(self) -> &'static str {
        match self {
            Kind::Whole => "gangmu",
            Kind::First => "gangmu-first",
        }
    }

    /// Its profile in `Cargo.toml`, and so its folder: in one folder, either would be taken for the other.
    fn profile(self) -> &'static str {
        match self {
            Kind::Whole => "release",
            Kind::First => "first",
        }
    }

    /// What wasm-opt is to care for.
    fn aim(self) -> &'static [&'static str] {
        match self {
            Kind::Whole => &["-O3"],
            // The second time finds half a kilobyte more; in the lowest kilobyte of memory the stack has long run over. Control
            // flow taken apart and put together anew is another 1.5 kB (brotli) less, and as fast.
            Kind::First => &["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz"],
        }
    }
}

/// The analyzer's package and the name of its library.
const PACKAGE: &str = "gangmu";

/// Builds both into `folder` (relative to the workspace), side by side: the linker's optimizer uses one core.
pub(crate) fn build_all(folder: &str) -> Result<()> {
    std::thread::scope(|scope| {
        let first = scope.spawn(|| build(Kind::First, folder));
        let whole = build(Kind::Whole, folder);
        let first = first.join().unwrap_or_else(|_| Err(anyhow::anyhow!("the build of the small wasm panicked")));
        whole.and(first)
    })
}

fn build(kind: Kind, folder: &str) -> Result<()> {
    let std = std_source::find()?;
    let out = places::root().join(folder);
    let optimizer = places::root().join("www/node_modules/binaryen");
    let name = kind.name();
    let made = [".js", ".d.ts", "_bg.wasm", "_bg.wasm.d.ts"].map(|end| out.join(format!("{name}{end}")));
    let sources = ["Cargo.toml", "Cargo.lock", "src", "xtask/src/build", "www/node_modules/binaryen/package.json"];
    let inputs = Inputs::of(sources).and(std.name()).and(output(Command::new("rustc").arg("-vV"))?);
    unless_fresh(&format!("wasm-{name}"), "make the WebAssembly", &inputs, &made, || {
        let wasm = step("compile", "rustc for wasm32", || compile(kind, std))?;
        step("bind", "wasm-bindgen", || bind(name, &wasm, &out))?;
        step("optimize", "wasm-opt", || optimize(&optimizer, &out.join(format!("{name}_bg.wasm")), kind))
    })
}

fn compile(kind: Kind, std: Std) -> Result<PathBuf> {
    let (mut cargo, target) = std.cargo("rustc")?;
    cargo.args(["--profile", kind.profile()]);
    if kind == Kind::First {
        cargo.arg("--no-default-features");
    }
    // Panic messages name source files: let them name no folder of this machine.
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let short = |path: &Path, name: &str| format!("--remap-path-prefix={}={name}", path.display());
    let flags = [short(&home.join("registry/src"), "crates"), short(&places::root(), "gangmu")].join("\u{1f}");
    // Of a library for Rust too, every public function is kept as it is, and what only it uses: jieba's tables among others.
    let args = ["--locked", "--lib", "--package", PACKAGE, "--crate-type", "cdylib"];
    run(cargo.args(args).env("CARGO_ENCODED_RUSTFLAGS", flags).env("CARGO_TARGET_DIR", &target))?;
    Ok(target.join(std_source::TARGET).join(kind.profile()).join(PACKAGE).with_extension("wasm"))
}

fn bind(name: &str, wasm: &Path, out: &Path) -> Result<()> {
    tidy::versions::agree(&places::root())?;
    // Files of an earlier version must not linger beside the new ones.
    let _ = fs::remove_file(out.join(format!("{name}.d.ts")));
    let mut bindgen = Bindgen::new();
    // The caller always says where the wasm is: bundlers must not find an address of their own in the glue.
    bindgen.omit_default_module_path(true);
    bindgen.input_path(wasm).out_name(name).typescript(true).web(true).and_then(|b| b.generate(out))
}

fn optimize(binaryen: &Path, wasm: &Path, kind: Kind) -> Result<()> {
    let tool = binaryen.join("bin/wasm-opt");
    ensure!(tool.is_file(), "wasm-opt is missing: binaryen belongs to the devDependencies of www/package.json");
    let size = |path: &Path| fs::metadata(path).map_or(0, |m| m.len() / 1000);
    let (before, to) = (size(wasm), wasm.with_extension("opt"));
    run(Command::new("node")
        .arg(tool)
        .args(FEATURES)
        .args([INLINE, "--strip-producers"])
        .args(kind.aim())
        .arg(wasm)
        .arg("-o")
        .arg(&to))?;
    fs::rename(&to, wasm).context("cannot put the optimized wasm in place")?;
    eprintln!("    {before} kB → {} kB", size(wasm));
    Ok(())
}
