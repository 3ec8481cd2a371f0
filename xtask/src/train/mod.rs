//! `train`: a treebank → the RST model. In: the train part of GCDT, the dictionary. Out: the bytes
//! `Analyzer::set_rst_model` takes. The same input gives the same bytes: fixed seeds, one thread, sums in a fixed order.

pub(crate) mod crf;
pub(crate) mod lbfgs;
pub(crate) mod quantize;
pub(crate) mod rank;
pub(crate) mod samples;
pub(crate) mod softmax;
pub(crate) mod vocabulary;

use crate::dictionary::{self, Size};
use crate::gcdt::{self, Document};
use crate::places;
use anyhow::{Context as _, Result};
use gangmu::rhetoric::rst::edu::features::Sequence;
use gangmu::rhetoric::rst::model::Model;
use gangmu::rhetoric::rst::model::table::{ClassTable, Table};
use gangmu::rhetoric::rst::relation::LABELS;
use gangmu::rhetoric::rst::relation::features as relation_features;
use gangmu::rhetoric::rst::tree::features::{Context, SpanView};
use gangmu::segment::Segmenter;
use lbfgs::Settings;
use samples::Prepared;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;
use vocabulary::Vocabulary;

/// What to learn from, and where the model goes.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder of the treebank: dis/, rs3/ and xml/ with a folder for each part
    #[arg(long, value_name = "DIR")]
    gcdt: PathBuf,
    /// Take in the wikiHow documents, whose text is non-commercial: for figures, not for shipping
    #[arg(long)]
    with_whow: bool,
    /// Where the model goes; the shipped one is replaced when left out
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    recipe: Recipe,
}

/// How each part is learned; the defaults are what cross-validation on the train part liked best.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Recipe {
    /// Units: strength of the L1 term
    #[arg(long, default_value_t = 0.3)]
    edu_l1: f64,
    /// Units: strength of the L2 term
    #[arg(long, default_value_t = 0.5)]
    edu_l2: f64,
    /// Units: weights below this are left out
    #[arg(long, default_value_t = 0.02)]
    edu_least: f64,
    /// Divisions: strength of the L1 term
    #[arg(long, default_value_t = 0.0)]
    split_l1: f64,
    /// Divisions: strength of the L2 term
    #[arg(long, default_value_t = 5.0)]
    split_l2: f64,
    /// Divisions: weights below this are left out
    #[arg(long, default_value_t = 0.08)]
    split_least: f64,
    /// Divisions: random spans for each unit, beside those of the trees
    #[arg(long, default_value_t = 3)]
    split_extra: usize,
    /// Relations: strength of the L1 term
    #[arg(long, default_value_t = 0.0)]
    label_l1: f64,
    /// Relations: strength of the L2 term
    #[arg(long, default_value_t = 4.0)]
    label_l2: f64,
    /// Relations: weights below this are left out
    #[arg(long, default_value_t = 0.04)]
    label_least: f64,
}

/// Steps of the optimizer: units, divisions, relations.
const STEPS: [usize; 3] = [120, 80, 100];

/// Learns and writes.
pub(crate) fn run(args: &Args) -> Result<()> {
    let model = learn(&documents(&args.gcdt, args.with_whow)?, &segmenter()?, &args.recipe);
    let path = args.out.clone().unwrap_or_else(shipped);
    let bytes = model.to_bytes();
    fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{} bytes in {}", bytes.len(), path.display());
    Ok(())
}

/// The model that ships.
pub(crate) fn shipped() -> PathBuf {
    places::root().join("models/rst.bin")
}

/// The segmenter the page has by default: the model is learned from what it will see.
pub(crate) fn segmenter() -> Result<Segmenter> {
    Segmenter::from_dictionary(&dictionary::bytes(Size::Lite)?).map_err(|e| anyhow::anyhow!("{e}"))
}

/// The documents to learn from.
pub(crate) fn documents(gcdt: &Path, with_whow: bool) -> Result<Vec<Document>> {
    let mut documents = gcdt::read(gcdt, "train")?;
    documents.retain(|d| with_whow || !d.is_whow());
    Ok(documents)
}

/// Learns all parts.
pub(crate) fn learn(documents: &[Document], words: &Segmenter, recipe: &Recipe) -> Model {
    let prepared: Vec<Prepared> =
        documents.iter().map(|d| samples::prepare(d, samples::blocks_of(words, &d.text))).collect();
    let edu = step("units", || segment(&prepared, recipe));
    let split = step("divisions", || split(documents, &prepared, recipe));
    let relation = step("relations", || label(documents, &prepared, recipe));
    Model { edu, split, relation }
}

/// Says what is learned and how long it took.
fn step<T>(what: &str, learn: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let learned = learn();
    eprintln!("{what}: {:.1?}", began.elapsed());
    learned
}

fn segment(prepared: &[Prepared], recipe: &Recipe) -> Table {
    let mut vocabulary = Vocabulary::default();
    let mut chains = Vec::new();
    let mut features = Vec::new();
    let mut rows = 0;
    for document in prepared {
        for (words, truth) in &document.blocks {
            let sequence = Sequence::new(words);
            for i in 0..sequence.len() {
                features.clear();
                sequence.features(i, &mut features);
                vocabulary.add(&features);
            }
            chains.push(crf::Chain { from: rows, to: rows + words.len(), truth: truth.clone() });
            rows += words.len();
        }
    }
    let (rows, fingerprints) = vocabulary.finish(1);
    let settings = Settings { l1: recipe.edu_l1, steps: STEPS[0] };
    let weights = crf::train(&rows, fingerprints.len(), &chains, recipe.edu_l2, settings);
    quantize::table(&fingerprints, &weights, recipe.edu_least)
}

fn split(documents: &[Document], prepared: &[Prepared], recipe: &Recipe) -> Table {
    let mut vocabulary = Vocabulary::default();
    let mut groups = Vec::new();
    let mut random = samples::Random::new(1);
    let mut features = Vec::new();
    let mut rows = 0_u32;
    for (document, prepared) in documents.iter().zip(prepared) {
        let context = Context::new(&prepared.units);
        let base = rows;
        for k in 0..prepared.units.len().saturating_sub(1) {
            features.clear();
            context.boundary(k, &mut features);
            vocabulary.add(&features);
            rows += 1;
        }
        for (i, j, gold) in samples::spans(&document.tree, prepared.units.len(), recipe.split_extra, &mut random) {
            let view = SpanView::new(&context, i, j);
            // As in use: a boundary between paragraphs divides before one between sentences, and so on.
            let candidates = view.tops();
            let Some(right) = candidates.iter().position(|&k| k == gold) else { continue };
            let mut group = rank::Group { candidates: Vec::new(), right };
            for &k in candidates {
                features.clear();
                view.division(k, &mut features);
                vocabulary.add(&features);
                group.candidates.push((base + k as u32, rows));
                rows += 1;
            }
            groups.push(group);
        }
    }
    let (rows, fingerprints) = vocabulary.finish(2);
    let settings = Settings { l1: recipe.split_l1, steps: STEPS[1] };
    let weights = rank::train(&rows, fingerprints.len(), &groups, recipe.split_l2, settings);
    quantize::table(&fingerprints, &weights, recipe.split_least)
}

fn label(documents: &[Document], prepared: &[Prepared], recipe: &Recipe) -> ClassTable {
    let mut vocabulary = Vocabulary::default();
    let mut truth = Vec::new();
    let mut features = Vec::new();
    for (document, prepared) in documents.iter().zip(prepared) {
        let context = Context::new(&prepared.units);
        for (node, label) in samples::nodes(&document.tree) {
            features.clear();
            relation_features::features(&context, node, &mut features);
            vocabulary.add(&features);
            truth.push(label);
        }
    }
    let (rows, fingerprints) = vocabulary.finish(3);
    let classes = LABELS.len();
    let settings = Settings { l1: recipe.label_l1, steps: STEPS[2] };
    let weights = softmax::train(&rows, fingerprints.len(), &truth, classes, recipe.label_l2, settings);
    quantize::classes(&fingerprints, &weights, classes, recipe.label_least)
}
