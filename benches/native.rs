//! The native side of `cargo xtask bench`, in step with the JavaScript that measures the wasm.
//!
//! In: the dictionary asset as argument; lines `load`, `cut FILE`, `report FILE`, `structure FILE` (layout and outline) or
//! `words FILE` (segmentation where the layout is known) on standard input. Out: a line each with milliseconds and what was counted.

use gangmu::segment::Segmenter;
use gangmu::{Analyzer, Options, layout, outline, report};
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
    let segmenter = Segmenter::from_dictionary(&dictionary).map_err(refused)?;
    for line in stdin().lock().lines() {
        let line = line?;
        let (what, file) = line.split_once(' ').unwrap_or((&line, ""));
        let text = if file.is_empty() { String::new() } else { std::fs::read_to_string(file)? };
        let known = (what == "words").then(|| layout::read(&text));
        let began = Instant::now();
        let count = match what {
            "load" => analyzer.set_dictionary(&dictionary).map_err(refused).map(|()| 1)?,
            "cut" => report::token_bounds(&text, &analyzer.tokens(&text)).len() / 2,
            "report" => {
                let analysis = analyzer.analyze(text, &Options::default());
                report::token_arrays(&analysis).starts.len() + analysis.report().terms.len()
            }
            "structure" => outline::find(&text, &layout::read(&text)).nodes.len(),
            "words" => segmenter.tokens(&text, &known.unwrap_or_default()).items.len(),
            other => return Err(format!("unknown: {other}").into()),
        };
        println!("{} {count}", began.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(())
}
