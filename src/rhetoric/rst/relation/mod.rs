//! The relation inventory: GCDT's names, and the labels the model chooses among.
//!
//! A label is a relation with the roles of its two parts: both nuclei, or one the satellite.

pub mod cue;
pub mod features;
mod fit;
pub mod label;
#[cfg(test)]
pub(super) mod marked;
mod openers;
mod scene;
pub mod scope;

pub(super) use fit::{is_address, is_demand};

/// Roles of the left and right part of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// Both are nuclei.
    NN,
    /// The right part is the satellite.
    NS,
    /// The left part is the satellite.
    SN,
}

/// Names of the inventory in the order of the alphabet.
pub const RELATIONS: [&str; 32] = [
    "adversative-antithesis",
    "adversative-concession",
    "adversative-contrast",
    "attribution-negative",
    "attribution-positive",
    "causal-cause",
    "causal-result",
    "context-background",
    "context-circumstance",
    "contingency-condition",
    "elaboration-additional",
    "elaboration-attribute",
    "evaluation-comment",
    "explanation-evidence",
    "explanation-justify",
    "explanation-motivation",
    "joint-disjunction",
    "joint-list",
    "joint-other",
    "joint-sequence",
    "mode-manner",
    "mode-means",
    "organization-heading",
    "organization-phatic",
    "organization-preparation",
    "purpose-attribute",
    "purpose-goal",
    "restatement-partial",
    "restatement-repetition",
    "same-unit",
    "topic-question",
    "topic-solutionhood",
];

/// Relation and form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// GCDT's name.
    pub relation: &'static str,
    /// Which part is the satellite.
    pub form: Form,
}

const fn label(form: Form, relation: &'static str) -> Label {
    Label { relation, form }
}

/// What the model chooses among: the combinations GCDT has more than a few times.
pub const LABELS: [Label; 48] = [
    label(Form::NN, "adversative-contrast"),
    label(Form::NN, "joint-disjunction"),
    label(Form::NN, "joint-list"),
    label(Form::NN, "joint-other"),
    label(Form::NN, "joint-sequence"),
    label(Form::NN, "restatement-repetition"),
    label(Form::NN, "same-unit"),
    label(Form::NS, "adversative-antithesis"),
    label(Form::NS, "adversative-concession"),
    label(Form::NS, "attribution-positive"),
    label(Form::NS, "causal-cause"),
    label(Form::NS, "causal-result"),
    label(Form::NS, "context-background"),
    label(Form::NS, "context-circumstance"),
    label(Form::NS, "contingency-condition"),
    label(Form::NS, "elaboration-additional"),
    label(Form::NS, "elaboration-attribute"),
    label(Form::NS, "evaluation-comment"),
    label(Form::NS, "explanation-evidence"),
    label(Form::NS, "explanation-justify"),
    label(Form::NS, "explanation-motivation"),
    label(Form::NS, "mode-manner"),
    label(Form::NS, "organization-phatic"),
    label(Form::NS, "purpose-attribute"),
    label(Form::NS, "purpose-goal"),
    label(Form::NS, "restatement-partial"),
    label(Form::SN, "adversative-antithesis"),
    label(Form::SN, "adversative-concession"),
    label(Form::SN, "attribution-negative"),
    label(Form::SN, "attribution-positive"),
    label(Form::SN, "causal-cause"),
    label(Form::SN, "context-background"),
    label(Form::SN, "context-circumstance"),
    label(Form::SN, "contingency-condition"),
    label(Form::SN, "elaboration-additional"),
    label(Form::SN, "elaboration-attribute"),
    label(Form::SN, "evaluation-comment"),
    label(Form::SN, "explanation-evidence"),
    label(Form::SN, "explanation-justify"),
    label(Form::SN, "explanation-motivation"),
    label(Form::SN, "mode-manner"),
    label(Form::SN, "mode-means"),
    label(Form::SN, "organization-heading"),
    label(Form::SN, "organization-phatic"),
    label(Form::SN, "organization-preparation"),
    label(Form::SN, "purpose-attribute"),
    label(Form::SN, "purpose-goal"),
    label(Form::SN, "topic-question"),
];

impl Label {
    /// The class of the relation: the name up to its first `-`, but `same-unit` whole.
    pub fn class(&self) -> &'static str {
        class(self.relation)
    }
}

/// The class of a relation.
pub fn class(relation: &str) -> &str {
    if relation == "same-unit" { relation } else { relation.split('-').next().unwrap_or(relation) }
}

/// The inventory's own copy of a name.
pub fn named(relation: &str) -> Option<&'static str> {
    RELATIONS.iter().copied().find(|&r| r == relation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_name_relations_of_the_inventory_once_each() {
        for (n, label) in LABELS.iter().enumerate() {
            assert!(named(label.relation).is_some(), "{}", label.relation);
            assert!(!LABELS[n + 1..].contains(label), "{label:?}");
        }
        assert_eq!((class("same-unit"), class("joint-list")), ("same-unit", "joint"));
    }
}
