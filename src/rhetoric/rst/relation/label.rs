//! The relation of a node as the model names it.
//!
//! In: units, the node's division, weights. Out: the index of a label.

use super::features::{Node, features};
use super::fit::fits;
use super::{LABELS, Label};
use crate::rhetoric::rst::model::soft::exp;
use crate::rhetoric::rst::model::table::ClassTable;
use crate::rhetoric::rst::tree::features::Context;
use std::sync::LazyLock;

/// What the model says of a node; `strict` leaves out what form alone makes unlikely.
///
/// Labels of one class stand in for one another: the likeliest class and form is found first (with
/// what speaks for the class whatever the form, and for the form whatever the class, counted half),
/// then the label inside it.
pub fn likeliest(context: &Context, node: Node, table: &ClassTable, strict: bool) -> u8 {
    let mut fingerprints = Vec::new();
    features(context, node, &mut fingerprints);
    let mut scores = table.scores(&fingerprints);
    for (class, score) in scores.iter_mut().enumerate() {
        if strict && LABELS.get(class).is_none_or(|label| !fits(context, node, label)) {
            *score = RULED_OUT;
        }
    }
    best(&scores, table.unit())
}

const RULED_OUT: i32 = i32::MIN / 4;

/// For each label the number of its class (that of the first label of the class) and of its form.
static KINDS: LazyLock<Vec<(usize, usize)>> = LazyLock::new(|| {
    let first = |label: &Label| LABELS.iter().position(|l| l.class() == label.class()).unwrap_or_default();
    LABELS.iter().map(|label| (first(label), label.form as usize)).collect()
});

fn best(scores: &[i32], unit: i32) -> u8 {
    let high = scores.iter().copied().max().unwrap_or_default();
    let share = |&score: &i32| exp(f64::from(score - high) / f64::from(unit));
    let shares: Vec<f64> = scores.iter().map(share).collect();
    // Sums by class and form.
    let mut sums = [[0.0; 3]; LABELS.len()];
    for (&(class, form), share) in KINDS.iter().zip(&shares) {
        if let Some(sum) = sums.get_mut(class).and_then(|c| c.get_mut(form)) {
            *sum += share;
        }
    }
    let mut forms = [0.0; 3];
    for class in &sums {
        forms.iter_mut().zip(class).for_each(|(form, sum)| *form += sum);
    }
    let mut best = ((f64::NEG_INFINITY, f64::NEG_INFINITY), 0);
    for (index, (&(class, form), &own)) in KINDS.iter().zip(&shares).enumerate().filter(|(_, (_, own))| **own > 0.0) {
        let of_class = sums.get(class).copied().unwrap_or_default();
        let both = of_class.get(form).copied().unwrap_or_default();
        let either = of_class.iter().sum::<f64>() + forms.get(form).copied().unwrap_or_default();
        let value = (both + either / 2.0, own);
        if value > best.0 {
            best = (value, index);
        }
    }
    best.1 as u8
}

#[cfg(test)]
mod tests {
    use super::super::Form;
    use super::*;

    #[test]
    fn labels_of_one_class_and_form_stand_in_for_one_another() {
        let at =
            |form: Form, relation: &str| LABELS.iter().position(|l| l.form == form && l.relation == relation).unwrap();
        let list = at(Form::NN, "joint-list");
        let (evidence, justify) = (at(Form::NS, "explanation-evidence"), at(Form::NS, "explanation-justify"));
        let mut scores = vec![-500; LABELS.len()];
        scores[list] = 100;
        scores[evidence] = 95;
        scores[justify] = 90;
        assert_eq!(usize::from(best(&scores, 50)), evidence);
        scores[justify] = -500;
        assert_eq!(usize::from(best(&scores, 50)), list);
        scores[list] = RULED_OUT;
        assert_eq!(usize::from(best(&scores, 50)), evidence);
        assert_eq!(best(&[], 1), 0);
    }
}
