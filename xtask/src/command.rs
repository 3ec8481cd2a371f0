//! Other programs. In: a command. Out: success, or one line that says which program failed; with a time limit, or
//! with its output kept, where asked.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs to the end; its output goes where ours goes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot run {}", words(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", words(command));
    }
    Ok(())
}

/// Runs at most `limit`, then kills it. Its standard input is closed, so that it cannot wait for an answer.
pub(crate) fn run_within(limit: Duration, command: &mut Command) -> Result<()> {
    let mut child = command.stdin(Stdio::null()).spawn().with_context(|| format!("cannot run {}", words(command)))?;
    let began = Instant::now();
    while began.elapsed() < limit {
        if let Some(status) = child.try_wait()? {
            if !status.success() {
                bail!("{} failed ({status})", words(command));
            }
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    child.kill().and_then(|()| child.wait()).context("cannot end it")?;
    bail!("{} took more than {} s", words(command), limit.as_secs())
}

/// What it prints, trimmed; nothing of it is shown.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let out = command.output().with_context(|| format!("cannot run {}", words(command)))?;
    if !out.status.success() {
        bail!("{} failed: {}", words(command), String::from_utf8_lossy(&out.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&out.stdout).trim().to_owned())
}

/// Runs to the end, showing what it prints on standard output and keeping it; whether it succeeded, and what it said.
pub(crate) fn tee(command: &mut Command) -> Result<(bool, String)> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot run {}", words(command)))?;
    let mut said = String::new();
    if let Some(out) = child.stdout.take() {
        let mut lines = BufReader::new(out);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line)? > 0 {
            std::io::stdout().write_all(&line)?;
            said.push_str(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    Ok((child.wait()?.success(), said))
}

/// The program of that name on the path.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_hangs_is_ended() {
        let began = Instant::now();
        let error = run_within(Duration::from_millis(200), Command::new("sleep").arg("30")).unwrap_err();
        assert!(began.elapsed() < Duration::from_secs(5));
        assert!(error.to_string().starts_with("sleep 30 took more"), "{error}");
    }

    #[test]
    fn failure_names_the_program() {
        assert_eq!(run(&mut Command::new("false")).unwrap_err().to_string(), "false failed (exit status: 1)");
        assert!(
            run(&mut Command::new("no-such-program")).unwrap_err().to_string().contains("cannot run no-such-program")
        );
        let (ok, said) = tee(Command::new("printf").arg("a\\nb")).unwrap();
        assert!(ok && said == "a\nb");
    }
}
