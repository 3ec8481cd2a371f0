//! `eval outline`: texts and gold → micro-averaged figures, one `name value` a line, after a line for every document.
//!
//! The same figures, under the same names, as the reference scorer that defines them.

mod gold;
mod score;

use crate::{analyze, dictionary, places};
use anyhow::{Context, Result, ensure};
use gangmu::Options;
use score::Tally;
use std::fs;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder of NAME.txt [default: ../shared/corpus/gold/text]
    #[arg(long, value_name = "DIR")]
    texts: Option<PathBuf>,
    /// Folder of NAME.gold.tsv [default: ../shared/corpus/gold]
    #[arg(long, value_name = "DIR")]
    gold: Option<PathBuf>,
    /// Print what was missed, found besides, or found otherwise
    #[arg(long)]
    verbose: bool,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let shared = places::root().join("../shared/corpus/gold");
    let gold_dir = args.gold.clone().unwrap_or_else(|| shared.clone());
    let text_dir = args.texts.clone().unwrap_or_else(|| shared.join("text"));
    let mut names = Vec::new();
    for entry in fs::read_dir(&gold_dir).with_context(|| format!("cannot read {}", gold_dir.display()))? {
        let name = entry?.file_name();
        names.extend(name.to_string_lossy().strip_suffix(".gold.tsv").map(str::to_owned));
    }
    ensure!(!names.is_empty(), "no NAME.gold.tsv in {}", gold_dir.display());
    names.sort_unstable();

    let analyzer = dictionary::analyzer()?;
    let mut total = Tally::default();
    for name in names {
        let file = text_dir.join(format!("{name}.txt"));
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let marks = fs::read_to_string(gold_dir.join(format!("{name}.gold.tsv")))?;
        let report = analyze::report(&analyzer, &Options::default(), &file)?;
        let gold = gold::read(&marks, &text).with_context(|| format!("{name}.gold.tsv"))?;
        let tally = score::score(&name, gold, &report, args.verbose);
        let found = ratios(tally.of("hit"), tally.of("n_pred"), tally.of("n_gold"));
        let strict = ratios(tally.of("strict"), tally.of("n_pred"), tally.of("n_gold"));
        println!(
            "{name:34} nodes {:4} P {:.3} R {:.3} F1 {:.3} strict {:.3}",
            tally.of("n_gold"),
            found.precision,
            found.recall,
            found.f1,
            strict.f1
        );
        total.add(&tally);
    }
    println!();
    print(&total);
    Ok(())
}

struct Ratios {
    precision: f64,
    recall: f64,
    f1: f64,
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

fn ratios(hit: u32, predicted: u32, gold: u32) -> Ratios {
    let (precision, recall) = (share(hit, predicted), share(hit, gold));
    let sum = precision + recall;
    Ratios { precision, recall, f1: if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum } }
}

fn print(total: &Tally) {
    let nodes = ratios(total.of("hit"), total.of("n_pred"), total.of("n_gold"));
    println!("node_precision {:.4}\nnode_recall {:.4}\nnode_f1 {:.4}", nodes.precision, nodes.recall, nodes.f1);
    let strict = ratios(total.of("strict"), total.of("n_pred"), total.of("n_gold"));
    println!("node_strict_f1 {:.4}   (start, depth, heading and parent all right)", strict.f1);
    for key in ["depth", "scheme", "heading", "parent"] {
        println!("{key}_accuracy {:.4}", share(total.of(key), total.of("hit")));
    }
    for (scheme, gold) in total.schemes() {
        println!("recall_{scheme} {:.4} of {gold}", share(total.of(&format!("hit_{scheme}")), gold));
    }
    for (label, key) in [("document", "doc"), ("block", "blk"), ("announcement", "ann"), ("set_phrase", "set")] {
        let of = |what: &str| total.of(&format!("{key}_{what}"));
        let r = ratios(of("hit"), of("pred"), of("gold"));
        println!(
            "{label}_precision {:.4}\n{label}_recall {:.4}\n{label}_f1 {:.4} of {}",
            r.precision,
            r.recall,
            r.f1,
            of("gold")
        );
    }
    println!("announcement_verdict_accuracy {:.4}", share(total.of("ann_verdict"), total.of("ann_gold")));
    let (gold, predicted) = (total.of("par_gold"), total.of("par_pred"));
    println!("parallelism_recall {:.4} of {gold}", share(total.of("par_hit"), gold));
    println!("parallelism_precision {:.4} of {predicted}", share(total.of("par_used"), predicted));
}
