//! The code map of README.md is true: it lists every room, and nothing that is not there.
//!
//! The map is the block of code under `## Code map`; the first word of a line is a path; of an indented line,
//! a folder in the one above, or the rest of what was being said.

use super::Source;
use std::collections::BTreeSet;

pub(super) fn check(sources: &[Source]) -> Vec<String> {
    let Some(readme) = sources.iter().find(|source| source.path == "README.md") else {
        return vec!["README.md is missing".into()];
    };
    let listed = listed(&readme.text);
    let rooms: BTreeSet<String> = sources.iter().filter_map(|source| room(&source.path)).collect();
    let missing = rooms.iter().filter(|room| !listed.contains(room.as_str()));
    let stale = listed.iter().filter(|path| !sources.iter().any(|s| s.path.starts_with(path.as_str())));
    let missing = missing.map(|room| format!("README.md: the code map does not list {room}"));
    missing.chain(stale.map(|path| format!("README.md: the code map lists {path}, which is not there"))).collect()
}

fn listed(readme: &str) -> BTreeSet<String> {
    let section = readme.split("\n## Code map\n").nth(1).unwrap_or_default();
    let block = section.split("```").nth(1).unwrap_or_default();
    let (mut listed, mut folder) = (BTreeSet::new(), "");
    // What follows the fence on its line is the language.
    for line in block.lines().skip(1) {
        let Some(word) = line.split_whitespace().next() else { continue };
        if !line.starts_with(' ') {
            folder = word;
            listed.insert(word.to_owned());
        } else if word.ends_with('/') {
            listed.insert(format!("{folder}{word}"));
        }
    }
    listed
}

/// The room a file belongs to: a folder or file right under `src`, a folder under `www/src`, a folder of the workspace.
fn room(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["src", file] => {
            // The room of src/report.rs and src/report/ is one.
            file.strip_suffix(".rs").map(|_| format!("src/{file}"))
        }
        ["src", folder, rest @ ..] => rest.contains(&"mod.rs").then(|| format!("src/{folder}/")),
        ["www", "src", folder, _, ..] => Some(format!("www/src/{folder}/")),
        [folder, _, ..] if !folder.starts_with('.') || *folder == ".ci" => Some(format!("{folder}/")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_map_lists_what_is_there_and_no_more() {
        let breaches = |map: &str| {
            let readme = format!("# A\n\n## Code map\n\n```text\n{map}\n```\n");
            let files =
                ["src/lib.rs", "src/layout/mod.rs", "src/layout/title.rs", "src/report.rs", "src/report/view.rs"];
            let others = ["www/src/charts/a.ts", "www/package.json", "Cargo.toml", ".cargo/config.toml"];
            let mut sources = vec![Source::new("README.md", &readme)];
            sources.extend(files.iter().chain(&others).map(|path| Source::new(path, "")));
            check(&sources)
        };
        let whole = "src/lib.rs x\nsrc/layout/  y\n    more\nsrc/report.rs\nwww/\nwww/src/charts/ z";
        assert_eq!(breaches(whole), Vec::<String>::new());
        assert_eq!(breaches(&whole.replace("www/src/charts/", "  src/charts/")), Vec::<String>::new());
        assert_eq!(
            breaches(&whole.replace("src/layout/  y\n", "")),
            ["README.md: the code map does not list src/layout/"]
        );
        assert_eq!(
            breaches(&format!("{whole}\nattic/ w")),
            ["README.md: the code map lists attic/, which is not there"]
        );
    }
}
