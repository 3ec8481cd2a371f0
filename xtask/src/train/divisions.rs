//! Learning where spans divide: the ranker of places, and the field over whole trees.
//!
//! In: documents as units with the gold tree over them. Out: one table of weights each.

use super::lbfgs::Settings;
use super::vocabulary::Vocabulary;
use super::{Recipe, STEPS, View, chart, quantize, rank, samples};
use gangmu::rhetoric::rst::edu::unit::{Level, Unit};
use gangmu::rhetoric::rst::model::table::Table;
use gangmu::rhetoric::rst::tree::chart::{LONGEST, stretches};
use gangmu::rhetoric::rst::tree::features::{Context, SpanView};

/// Learns the ranker: of the places where a span may divide by layout, which is it?
pub(crate) fn rank<'v>(views: impl Iterator<Item = &'v View>, recipe: &Recipe) -> Table {
    let mut vocabulary = Vocabulary::default();
    let mut groups = Vec::new();
    let mut random = samples::Random::new(1);
    let mut features = Vec::new();
    let mut rows = 0_u32;
    for view in views {
        let context = Context::new(&view.units);
        let base = rows;
        for k in 0..view.units.len().saturating_sub(1) {
            features.clear();
            context.boundary(k, &mut features);
            vocabulary.add(&features);
            rows += 1;
        }
        for (i, j, gold) in samples::spans(&view.tree, view.units.len(), recipe.split_extra, &mut random) {
            let span = SpanView::new(&context, i, j);
            // As in use: a boundary between paragraphs divides before one between sentences, and so on.
            let candidates = span.tops();
            let Some(right) = candidates.iter().position(|&k| k == gold) else { continue };
            let mut group = rank::Group { candidates: Vec::new(), right };
            for &k in candidates {
                features.clear();
                span.division(k, &mut features);
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

/// Learns the field: of all trees over a row of parts, which is it?
pub(crate) fn field<'v>(views: impl Iterator<Item = &'v View>, recipe: &Recipe) -> Table {
    let mut vocabulary = Vocabulary::default();
    let mut charts = Vec::new();
    let mut features = Vec::new();
    let mut rows = 0_u32;
    for view in views {
        let context = Context::new(&view.units);
        let mut size = vec![0; view.units.len()];
        for node in &view.tree {
            size[node.k] = node.j - node.i;
        }
        for parts in short_rows(&view.units, &size) {
            let n = parts.len();
            let mut add = |features: &[u64]| {
                vocabulary.add(features);
                rows += 1;
                rows - 1
            };
            let mut boundaries = Vec::new();
            for part in &parts[..n - 1] {
                features.clear();
                context.boundary(part.1, &mut features);
                boundaries.push(add(&features));
            }
            let mut first = None;
            for (i, j) in stretches(n) {
                let span = SpanView::new(&context, parts[i].0, parts[j].1);
                features.clear();
                span.stretch(&mut features);
                let row = add(&features);
                first.get_or_insert(row);
                for part in &parts[i..j] {
                    features.clear();
                    span.division(part.1, &mut features);
                    add(&features);
                }
            }
            let gold = gold_divisions(&parts, &size);
            charts.push(chart::Chart { n, boundaries, first: first.unwrap_or_default(), gold });
        }
    }
    let (rows, fingerprints) = vocabulary.finish(2);
    let settings = Settings { l1: 0.0, steps: STEPS[1] };
    let weights = chart::train(&rows, fingerprints.len(), &charts, recipe.tree_l2, settings);
    quantize::table(&fingerprints, &weights, recipe.tree_least)
}

/// First and last unit of a part.
type Ends = (usize, usize);

/// Rows as they are divided in use: units of a sentence, sentences of a paragraph, paragraphs of the document. A row
/// too long to be looked at as a whole is cut where the gold tree cuts it. `size`: of the gold span each boundary
/// divides.
fn short_rows(units: &[Unit], size: &[usize]) -> Vec<Vec<Ends>> {
    let paragraph = Level::Paragraph as u8;
    let level = |u: usize| if u + 1 == units.len() { paragraph + 1 } else { units[u].level as u8 };
    let mut open: Vec<Vec<Ends>> = Vec::new();
    for below in 0..=paragraph {
        let (mut row, mut from) = (Vec::new(), 0);
        for u in 0..units.len() {
            if level(u) >= below {
                row.push((from, u));
                from = u + 1;
            }
            if level(u) > below {
                open.push(std::mem::take(&mut row));
            }
        }
    }
    let mut out = Vec::new();
    while let Some(row) = open.pop() {
        if row.len() > LONGEST {
            let k = (0..row.len() - 1).max_by_key(|&k| size[row[k].1]).unwrap_or(0);
            open.push(row[..=k].to_vec());
            open.push(row[k + 1..].to_vec());
        } else if row.len() > 2 {
            out.push(row);
        }
    }
    out
}

/// Where the gold tree divides a row: each stretch at the boundary that stands highest in the tree.
fn gold_divisions(parts: &[Ends], size: &[usize]) -> Vec<(usize, usize, usize)> {
    let mut out = Vec::new();
    let mut open = vec![(0, parts.len() - 1)];
    while let Some((i, j)) = open.pop() {
        if i < j {
            let k = (i..j).rev().max_by_key(|&k| size[parts[k].1]).unwrap_or(i);
            out.push((i, k, j));
            open.push((i, k));
            open.push((k + 1, j));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_divides_first_at_the_boundary_that_stands_highest() {
        let parts = [(0, 1), (2, 2), (3, 5), (6, 6)];
        let mut size = vec![0; 7];
        (size[1], size[2], size[5]) = (6, 2, 4);
        assert_eq!(gold_divisions(&parts, &size), [(0, 0, 3), (1, 2, 3), (1, 1, 2)]);
    }
}
