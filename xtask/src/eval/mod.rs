//! `eval`: reports → figures against hand-made gold. One file for what is measured; gold stays outside the project.

mod outline;
mod rhetoric;
mod terms;

use anyhow::Result;

/// What is measured.
#[derive(clap::Subcommand)]
pub(crate) enum Of {
    /// Outline, documents, blocks, announcements, set phrases, parallelism
    Outline(outline::Args),
    /// Dictionaries and lexicon: agreement, sizes, expressions that stay whole
    Terms(terms::Args),
    /// Discourse units, trees and relations of a treebank
    Rhetoric(rhetoric::Args),
}

/// Measures and prints.
pub(crate) fn run(of: &Of) -> Result<()> {
    match of {
        Of::Outline(args) => outline::run(args),
        Of::Terms(args) => terms::run(args),
        Of::Rhetoric(args) => rhetoric::run(args),
    }
}
