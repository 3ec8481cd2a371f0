//! The native side of `cargo xtask bench`, in step with the JavaScript that measures the wasm.
//!
//! In: the dictionary asset as argument; lines `load`, `cut FILE` or `report FILE` on standard input. Out: a line each
//! with milliseconds and what was counted.

use gangmu::{Analyzer, Options, report};
use std::error::Error;
use std::io::{BufRead, stdin};
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo passes `--bench` to every bench it runs.
    let path = std::env::args().skip(1).find(|a| !a.starts_with("--")).ok_or("which dictionary?")?;
    let dictionary = std::fs::read(path)?;
    let mut analyzer = Analyzer::new();
    let refused = |e: gangmu::Error| format!("{}: {}", e.code, e.message);
    analyzer.set_dictionary(&dictionary).map_err(refused)?;
    for line in stdin().lock().lines() {
        let line = line?;
        let (what, file) = line.split_once(' ').unwrap_or((&line, ""));
        let text = if file.is_empty() { String::new() } else { std::fs::read_to_string(file)? };
        let began = Instant::now();
        let count = match what {
            "load" => analyzer.set_dictionary(&dictionary).map_err(refused).map(|()| 1)?,
            "cut" => report::token_bounds(&text, &analyzer.tokens(&text)).len() / 2,
            "report" => {
                let analysis = analyzer.analyze(text, &Options::default());
                report::token_arrays(&analysis).starts.len() + analysis.report().terms.len()
            }
            other => return Err(format!("unknown: {other}").into()),
        };
        println!("{} {count}", began.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(())
}
