//! Chores of the house. In: a command line, see `cargo xtask help`. Out: what the command prints; status 1 and one
//! line on standard error when it fails.

mod analyze;
mod bench;
mod build;
mod chromium;
mod command;
mod debian;
mod decode;
mod dictionary;
mod eval;
mod gcdt;
mod lint;
mod npm;
mod parseval;
mod places;
mod reference;
mod screenshots;
mod serve;
mod step;
mod test;
mod tidy;
mod train;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Chores of the house.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_version_flag = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Set up, build, and serve the page
    Serve(serve::Args),
    /// Set up and run every test
    Test,
    /// Set up and build the page into www/dist
    Build,
    /// Print the report of each file, one JSON object a line
    Analyze(analyze::Args),
    /// Measure against hand-made gold
    #[command(subcommand)]
    Eval(eval::Of),
    /// Measure speed beside the alternatives
    Bench(bench::Args),
    /// Make the table of the genre that terms are compared with
    Reference(reference::Args),
    /// Learn the RST model from a treebank
    Train(train::Args),
    /// Take pictures of the page, those of the README among them
    Screenshots,
    /// Clippy for this machine and for wasm32, warnings denied
    Lint,
    /// Check the house rules
    Tidy,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(args) => serve::run(&args),
        Command::Test => test::run_all(),
        Command::Build => build::run_all().map(|_| ()),
        Command::Analyze(args) => analyze::run(&args),
        Command::Eval(of) => eval::run(&of),
        Command::Bench(args) => bench::run_all(&args),
        Command::Reference(args) => reference::run(&args),
        Command::Train(args) => train::run(&args),
        Command::Screenshots => screenshots::run_all(),
        Command::Lint => lint::run_all(),
        Command::Tidy => tidy::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
