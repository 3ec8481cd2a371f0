//! Versions: every dependency is pinned, with a line on why (JavaScript's stand under `//`); lock files name no download host; the two halves of
//! wasm-bindgen agree.

use super::Source;
use anyhow::{Context, Result, ensure};
use std::path::Path;

pub(super) fn check(sources: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in sources {
        match source.path.rsplit('/').next().unwrap_or_default() {
            "Cargo.toml" => breaches.extend(manifest(source)),
            "Cargo.lock" => breaches.extend(halves(&source.text).err().map(|e| format!("{}: {e}", source.path))),
            "package.json" => breaches.extend(package(source)),
            "package-lock.json" => breaches.extend(lock(source)),
            _ => {}
        }
    }
    breaches
}

/// Refuses to bind with another version of wasm-bindgen than the one the analyzer was compiled with.
pub(crate) fn agree(root: &Path) -> Result<()> {
    halves(&std::fs::read_to_string(root.join("Cargo.lock")).context("cannot read Cargo.lock")?)
}

fn halves(lock: &str) -> Result<()> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is no TOML")?;
    let packages = lock.get("package").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let versions = |name: &str| -> Vec<&str> {
        let named = packages.iter().filter(|p| p.get("name").and_then(toml::Value::as_str) == Some(name));
        named.filter_map(|p| p.get("version")?.as_str()).collect()
    };
    let (code, tool) = (versions("wasm-bindgen"), versions("wasm-bindgen-cli-support"));
    ensure!(
        code.len() == 1 && code == tool,
        "wasm-bindgen {} and wasm-bindgen-cli-support {} must be the same version",
        code.join(", "),
        tool.join(", ")
    );
    Ok(())
}

/// Lines `name = …` of dependency tables: pinned by `=`, under a comment.
fn manifest(source: &Source) -> Vec<String> {
    let mut breaches = Vec::new();
    let mut table = "";
    let mut before = "";
    for (i, line) in source.text.lines().enumerate() {
        if line.starts_with('[') {
            table = line;
        }
        let entry = line.split_once(" = ").filter(|(name, _)| !name.starts_with(['#', ' ', '[']));
        if let Some((name, value)) = entry.filter(|_| table.ends_with("dependencies]")) {
            let ours = value.contains("path = ") || value.contains("workspace = true");
            if !ours && !value.contains("\"=") {
                breaches.push(format!("{}:{}: pin {name} with `=`", source.path, i + 1));
            }
            if !before.starts_with('#') {
                breaches.push(format!("{}:{}: say above {name} why it is needed", source.path, i + 1));
            }
        }
        before = line;
    }
    breaches
}

fn package(source: &Source) -> Vec<String> {
    let Ok(package) = serde_json::from_str::<serde_json::Value>(&source.text) else {
        return vec![format!("{}: this is no JSON", source.path)];
    };
    let mut breaches = Vec::new();
    for table in ["dependencies", "devDependencies", "optionalDependencies"] {
        for (name, version) in package[table].as_object().into_iter().flatten() {
            let version = version.as_str().unwrap_or_default();
            if !version.starts_with(|c: char| c.is_ascii_digit()) || version.contains(' ') {
                breaches.push(format!("{}: {name} is not pinned: {version}", source.path));
            }
            if !package["//"][name].is_string() {
                breaches.push(format!("{}: say under // why {name} is needed", source.path));
            }
        }
    }
    breaches
}

fn lock(source: &Source) -> Option<String> {
    let line = source.text.lines().position(|line| line.trim_start().starts_with("\"resolved\": \"http"))?;
    Some(format!("{}:{}: a download host; set omit-lockfile-registry-resolved=true in .npmrc", source.path, line + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaches(path: &str, text: &str) -> usize {
        check(&[Source::new(path, text)]).len()
    }

    #[test]
    fn rust_dependencies_are_pinned_with_a_reason() {
        assert_eq!(
            breaches("Cargo.toml", "[dependencies]\n# Why.\na = \"=1.2.3\"\n# Ours.\nb = { path = \"b\" }\n"),
            0
        );
        assert_eq!(breaches("Cargo.toml", "[dependencies]\n# Why.\na = \"1.2.3\"\n"), 1);
        assert_eq!(breaches("Cargo.toml", "[dev-dependencies]\na = { version = \"=1.2.3\" }\n"), 1);
        assert_eq!(breaches("Cargo.toml", "[package]\nname = \"a\"\n"), 0);
    }

    #[test]
    fn javascript_dependencies_are_pinned_with_a_reason_and_locked_without_host() {
        assert_eq!(breaches("www/package.json", r#"{"//": {"a": "why"}, "dependencies": {"a": "1.2.3"}}"#), 0);
        assert_eq!(breaches("www/package.json", r#"{"dependencies": {"a": "1.2.3"}}"#), 1);
        assert_eq!(breaches("www/package.json", r#"{"//": {"a": "why"}, "dependencies": {"a": "^1.2.3"}}"#), 1);
        assert_eq!(breaches("www/package-lock.json", "{\n  \"resolved\": \"https://example.org/a.tgz\"\n}"), 1);
        assert_eq!(breaches("www/package-lock.json", "{\n  \"url\": \"https://example.org/fund\"\n}"), 0);
    }

    #[test]
    fn both_halves_of_wasm_bindgen_agree() {
        let lock = |tool: &str| {
            format!(
                "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\n[[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"{tool}\"\n"
            )
        };
        assert_eq!(breaches("Cargo.lock", &lock("0.2.1")), 0);
        assert_eq!(breaches("Cargo.lock", &lock("0.2.2")), 1);
    }
}
