//! `train`: a treebank → the RST model. In: the train part of GCDT, the dictionary. Out: the bytes
//! `Analyzer::set_rst_model` takes. The same input gives the same bytes: fixed seeds, one thread, sums in a fixed order.

pub(crate) mod chart;
pub(crate) mod crf;
pub(crate) mod divisions;
pub(crate) mod lbfgs;
pub(crate) mod quantize;
pub(crate) mod rank;
pub(crate) mod samples;
pub(crate) mod softmax;
pub(crate) mod units;
pub(crate) mod vocabulary;

use crate::dictionary::{self, Size};
use crate::gcdt::{self, Document, GoldNode};
use crate::places;
use anyhow::{Context as _, Result};
use gangmu::rhetoric::rst::edu::unit::{Unit, units_of_block};
use gangmu::rhetoric::rst::model::Model;
use gangmu::rhetoric::rst::model::table::{ClassTable, Table};
use gangmu::rhetoric::rst::relation::LABELS;
use gangmu::rhetoric::rst::relation::features as relation_features;
use gangmu::rhetoric::rst::tree::features::Context;
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
    #[arg(long, default_value_t = 0.1)]
    split_least: f64,
    /// Divisions: random spans for each unit, beside those of the trees
    #[arg(long, default_value_t = 3)]
    split_extra: usize,
    /// Trees: strength of the L2 term
    #[arg(long, default_value_t = 5.0)]
    tree_l2: f64,
    /// Trees: weights below this are left out
    #[arg(long, default_value_t = 0.1)]
    tree_least: f64,
    /// Relations: strength of the L1 term
    #[arg(long, default_value_t = 0.0)]
    label_l1: f64,
    /// Relations: strength of the L2 term
    #[arg(long, default_value_t = 4.0)]
    label_l2: f64,
    /// Relations: weights below this are left out
    #[arg(long, default_value_t = 0.06)]
    label_least: f64,
}

/// Steps of the optimizer: units, divisions and trees, relations.
const STEPS: [usize; 3] = [120, 80, 100];

/// Learns and writes.
pub(crate) fn run(args: &Args) -> Result<()> {
    let model = learn(&documents(&args.gcdt, args.with_whow)?, &segmenter()?, &args.recipe);
    let path = args.out.clone().unwrap_or_else(places::rst_model);
    let bytes = model.to_bytes();
    fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{} bytes in {}", bytes.len(), path.display());
    Ok(())
}

/// The segmenter the page has by default: the model is learned from what it will see.
pub(crate) fn segmenter() -> Result<Segmenter> {
    Segmenter::from_dictionary(dictionary::bytes(Size::Lite)?).map_err(|e| anyhow::anyhow!("{e}"))
}

/// The documents to learn from.
pub(crate) fn documents(gcdt: &Path, with_whow: bool) -> Result<Vec<Document>> {
    let mut documents = gcdt::read(gcdt, "train")?;
    documents.retain(|d| with_whow || !d.is_whow());
    Ok(documents)
}

/// Learns all parts.
pub(crate) fn learn(documents: &[Document], words: &Segmenter, recipe: &Recipe) -> Model {
    let prepared = prepare(documents, words);
    let units = step("units", || units::learn(&prepared, recipe));
    let edu = step("units of all", || units::chain(prepared.iter(), recipe));
    let views: Vec<Views> = documents.iter().zip(&prepared).zip(&units.unseen).map(Views::new).collect();
    model(edu, &views.iter().collect::<Vec<_>>(), recipe)
}

/// For each part of the documents (the `n`th is of part `n % PARTS`) what is learned from all others.
pub(crate) fn learn_without_parts(documents: &[Document], words: &Segmenter, recipe: &Recipe) -> Vec<Model> {
    let prepared = prepare(documents, words);
    let units = step("units", || units::learn(&prepared, recipe));
    let views: Vec<Views> = documents.iter().zip(&prepared).zip(&units.unseen).map(Views::new).collect();
    let others = |part: usize| views.iter().enumerate().filter(move |(n, _)| n % units::PARTS != part).map(|(_, v)| v);
    units
        .without
        .into_iter()
        .enumerate()
        .map(|(part, edu)| model(edu, &others(part).collect::<Vec<_>>(), recipe))
        .collect()
}

fn prepare(documents: &[Document], words: &Segmenter) -> Vec<Prepared> {
    documents.iter().map(|d| samples::prepare(d, samples::blocks_of(words, &d.text))).collect()
}

fn model(edu: Table, views: &[&Views], recipe: &Recipe) -> Model {
    // Once with gold units, once with those found: what is learned is to stand up to errors.
    let all = || views.iter().map(|v| &v.gold).chain(views.iter().map(|v| &v.found));
    Model {
        edu,
        split: step("divisions", || divisions::rank(all(), recipe)),
        tree: step("trees", || divisions::field(all(), recipe)),
        relation: step("relations", || label(all(), recipe)),
    }
}

/// A document cut into gold units, and into those that a model finds that has not seen it.
struct Views {
    gold: View,
    found: View,
}

/// A document cut into units, with the gold tree over them.
pub(crate) struct View {
    pub(crate) units: Vec<Unit>,
    pub(crate) tree: Vec<GoldNode>,
}

impl Views {
    fn new(((document, prepared), starts): ((&Document, &Prepared), &Vec<Vec<usize>>)) -> Self {
        let blocks = prepared.blocks.iter().zip(starts);
        let units: Vec<Unit> =
            blocks.flat_map(|((words, _), starts)| units_of_block(&document.text, words, starts)).collect();
        let tree = samples::project(document, &units);
        let gold = View { units: prepared.units.clone(), tree: document.tree.clone() };
        Self { gold, found: View { units, tree } }
    }
}

/// Says what is learned and how long it took.
fn step<T>(what: &str, learn: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let learned = learn();
    eprintln!("{what}: {:.1?}", began.elapsed());
    learned
}

fn label<'v>(views: impl Iterator<Item = &'v View>, recipe: &Recipe) -> ClassTable {
    let mut vocabulary = Vocabulary::default();
    let mut truth = Vec::new();
    let mut features = Vec::new();
    for view in views {
        let context = Context::new(&view.units);
        for (node, label) in samples::nodes(&view.tree) {
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
