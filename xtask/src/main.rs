//! Chores of the house. In: a command line, see `cargo xtask help`. Out: what the command prints; status 1 and one
//! line on standard error when it fails.

mod analyze;
mod decode;
mod dictionary;
mod eval;
mod places;

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
    /// Print the report of each file, one JSON object a line
    Analyze(analyze::Args),
    /// Measure against hand-made gold
    #[command(subcommand)]
    Eval(eval::Of),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Analyze(args) => analyze::run(&args),
        Command::Eval(of) => eval::run(&of),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
