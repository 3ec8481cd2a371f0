//! `cargo xtask eval rhetoric --gcdt DIR`: how well units, trees and relations are found.
//!
//! In: a treebank folder, the dictionary, a model (the shipped one, a file, or learned on the spot for
//! cross-validation). Out: F1 of units from raw text with paragraph breaks; S/N/R/Full of trees with gold units and
//! end to end; how often the relation of a gold node is right, told apart by what settled it.

mod write;

use crate::gcdt::{self, Document};
use crate::parseval::{self, Counts, Item};
use crate::places;
use crate::train::{self, samples};
use anyhow::{Context as _, Result};
use gangmu::rhetoric::rst::Evidence;
use gangmu::rhetoric::rst::edu::unit::{Unit, units_of_block};
use gangmu::rhetoric::rst::edu::{self, Caution};
use gangmu::rhetoric::rst::model::Model;
use gangmu::rhetoric::rst::relation::{Form, class};
use gangmu::rhetoric::rst::tree::grow::Grower;
use gangmu::rhetoric::rst::tree::parts::{Join, Part, Parts};
use gangmu::segment::Segmenter;
use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder of the treebank: dis/, rs3/ and xml/ with a folder for each part
    #[arg(long, value_name = "DIR")]
    gcdt: PathBuf,
    /// The part to measure on
    #[arg(long, default_value = "dev")]
    part: String,
    /// The model to measure; the shipped one when left out
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Measure on the train part instead, each document by a model that has not seen it nor four others
    #[arg(long)]
    cross_validate: bool,
    /// Take in the wikiHow documents when learning for --cross-validate
    #[arg(long)]
    with_whow: bool,
    /// Write gold and predictions for other scorers into this folder
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,
    #[command(flatten)]
    recipe: train::Recipe,
}

/// Measures and prints.
pub(crate) fn run(args: &Args) -> Result<()> {
    let segmenter = train::segmenter()?;
    let mut scores = Scores::default();
    let mut read = Vec::new();
    if args.cross_validate {
        let documents = train::documents(&args.gcdt, args.with_whow)?;
        let models = train::learn_without_parts(&documents, &segmenter, &args.recipe);
        for (n, document) in documents.into_iter().enumerate() {
            read.push(scores.add(document, &segmenter, &models[n % models.len()]));
        }
    } else {
        let path = args.model.clone().unwrap_or_else(places::rst_model);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let model = Model::from_bytes(&bytes).map_err(|e| anyhow::anyhow!("{e}"))?;
        let documents = gcdt::read(&args.gcdt, &args.part)?;
        read.extend(documents.into_iter().map(|d| scores.add(d, &segmenter, &model)));
    }
    println!("{}", scores.table());
    args.write.as_ref().map_or(Ok(()), |folder| write::files(folder, &read))
}

/// A document with what was found in it.
pub(super) struct Read {
    document: Document,
    /// The tree over gold units.
    gold_units: Vec<Found>,
    /// The units found.
    units: Vec<gangmu::span::Span>,
    /// The tree over those.
    end_to_end: Vec<Found>,
}

/// An internal node that was found.
pub(super) struct Found {
    /// First and last unit.
    units: (usize, usize),
    join: Join,
}

/// Sums over documents.
#[derive(Default)]
struct Scores {
    units: Counts,
    /// Those at a mark.
    after_mark: Counts,
    gold_units: [Counts; 4],
    end_to_end: [Counts; 4],
    /// Relations of gold nodes: by cue and by model, how many, right by class, right by name and roles.
    relations: [[usize; 3]; 2],
}

impl Scores {
    fn add(&mut self, document: Document, segmenter: &Segmenter, model: &Model) -> Read {
        let prepared = samples::prepare(&document, samples::blocks_of(segmenter, &document.text));
        let mut units: Vec<Unit> = Vec::new();
        for (words, _) in &prepared.blocks {
            let cuts = edu::starts(words, &model.edu, Caution::default());
            units.extend(units_of_block(&document.text, words, &cuts));
        }
        self.add_units(&document, &units);
        let gold: Vec<Item> = document
            .tree
            .iter()
            .map(|n| Item {
                key: (document.edus[n.i].end, document.edus[n.j].end),
                form: name(n.form),
                class: class(n.relation),
            })
            .collect();
        let [over_gold, over_found] = [&prepared.units, &units].map(|units| {
            let found = tree(&document.text, units, model);
            let item = |f: &Found| Item {
                key: (units[f.units.0].span.end, units[f.units.1].span.end),
                form: name(f.join.form),
                class: class(f.join.relation),
            };
            (parseval::tree(&gold, &found.iter().map(item).collect::<Vec<_>>()), found)
        });
        for (sums, counts) in [(&mut self.gold_units, &over_gold.0), (&mut self.end_to_end, &over_found.0)] {
            sums.iter_mut().zip(counts).for_each(|(sum, &c)| sum.add(c));
        }
        self.add_relations(&document, &prepared.units, model);
        let units = units.iter().map(|u| u.span).collect();
        Read { document, gold_units: over_gold.1, units, end_to_end: over_found.1 }
    }

    fn add_units(&mut self, document: &Document, units: &[Unit]) {
        let gold: Vec<usize> = document.edus.iter().map(|e| e.start).collect();
        let found: Vec<usize> = units.iter().map(|u| u.span.start).collect();
        self.units.add(parseval::starts(&gold, &found));
        let at_mark = |at: &&usize| {
            let before = document.text[..**at].chars().rev().find(|c| !c.is_whitespace());
            before.is_none_or(|c| !c.is_alphanumeric())
        };
        let [gold, found] = [gold, found].map(|all| all.iter().filter(at_mark).copied().collect::<Vec<_>>());
        self.after_mark.add(parseval::starts(&gold, &found));
    }

    /// Names the relation of every gold node, from the bottom up.
    fn add_relations(&mut self, document: &Document, units: &[Unit], model: &Model) {
        let mut grower = Grower::new(&document.text, units, model);
        let mut done: HashMap<(usize, usize), usize> =
            (0..units.len()).map(|u| ((u, u), grower.parts.unit(u))).collect();
        for gold in document.tree.iter().rev() {
            let (left, right) = (done[&(gold.i, gold.k)], done[&(gold.k + 1, gold.j)]);
            let Some(part) = grower.join(left, right) else { continue };
            done.insert((gold.i, gold.j), part);
            let Some(join) = grower.parts.get(part).and_then(|p| p.join) else { continue };
            let [all, by_class, whole] = &mut self.relations[usize::from(join.evidence == Evidence::Model)];
            *all += 1;
            *by_class += usize::from(class(join.relation) == class(gold.relation));
            *whole += usize::from(join.relation == gold.relation && join.form == gold.form);
        }
    }

    fn table(&self) -> String {
        let mut lines = Vec::new();
        for (what, counts) in [("units          ", self.units), ("  after a mark ", self.after_mark)] {
            let [precision, recall, f1] = counts.prf();
            lines.push(format!("{what}  P {precision:.1}  R {recall:.1}  F1 {f1:.1}"));
        }
        for (what, counts) in [("gold units", self.gold_units), ("end to end", self.end_to_end)] {
            let [spans, nuclearity, relations, full] = counts.map(|c| c.prf()[2]);
            lines.push(format!("trees, {what}  S {spans:.1}  N {nuclearity:.1}  R {relations:.1}  Full {full:.1}"));
        }
        for (what, [all, by_class, whole]) in ["cue", "model"].iter().zip(self.relations) {
            let share = |n: usize| 100.0 * n as f64 / all.max(1) as f64;
            let (by_class, whole) = (share(by_class), share(whole));
            lines.push(format!(
                "relations by {what:5} {all:5}, class right {by_class:.1}, name and roles right {whole:.1}"
            ));
        }
        lines.join("\n")
    }
}

/// The inner nodes of the tree over units, each paragraph a part.
fn tree(text: &str, units: &[Unit], model: &Model) -> Vec<Found> {
    let mut grower = Grower::new(text, units, model);
    let row = grower.paragraphs(0, units.len());
    grower.grow(row);
    inner(&grower.parts)
}

fn inner(parts: &Parts) -> Vec<Found> {
    let found = |part: &Part| Some(Found { units: part.units, join: part.join? });
    parts.all().iter().filter_map(found).collect()
}

pub(super) fn name(form: Form) -> &'static str {
    match form {
        Form::NN => "NN",
        Form::NS => "NS",
        Form::SN => "SN",
    }
}
