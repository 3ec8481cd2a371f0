//! `analyze`: text files → their reports, by the native build. In: files. Out: one `gangmu-report/1` object a line on
//! standard output, or a file each with `--out`.

use crate::{decode::decode, dictionary};
use anyhow::{Context, Result, bail};
use gangmu::{Analyzer, Options, report::Report};
use std::fs;
use std::io::{BufWriter, Write, stdout};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Texts in UTF-8, UTF-16 or GB18030
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Write NAME.json for every NAME.txt into this folder instead
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Build the RST tree too
    #[arg(long)]
    rst: bool,
}

/// Reads every file it can; fails at the end when there was one it could not.
pub(crate) fn run(args: &Args) -> Result<()> {
    let analyzer = dictionary::analyzer()?;
    let options = Options { rst: args.rst, ..Options::default() };
    if let Some(dir) = &args.out {
        fs::create_dir_all(dir).with_context(|| format!("cannot make {}", dir.display()))?;
    }
    let mut unread = 0;
    for file in &args.files {
        match report(&analyzer, &options, file) {
            Ok(report) => write(&report, file, args.out.as_deref())?,
            Err(error) => {
                eprintln!("error: {error:#}");
                unread += 1;
            }
        }
    }
    if unread > 0 {
        bail!("{unread} of {} files could not be read", args.files.len());
    }
    Ok(())
}

/// The report of one file.
pub(crate) fn report(analyzer: &Analyzer, options: &Options, file: &Path) -> Result<Report> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let text = decode(&bytes).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(analyzer.analyze(text, options).report())
}

fn write(report: &Report, file: &Path, out: Option<&Path>) -> Result<()> {
    let to: Box<dyn Write> = match out {
        None => Box::new(stdout().lock()),
        Some(dir) => {
            let path = dir.join(file.file_stem().unwrap_or_default()).with_added_extension("json");
            Box::new(fs::File::create(&path).with_context(|| format!("cannot write {}", path.display()))?)
        }
    };
    let mut to = BufWriter::new(to);
    serde_json::to_writer(&mut to, report).context("cannot write the report")?;
    writeln!(to).and_then(|()| to.flush()).context("cannot write the report")
}
