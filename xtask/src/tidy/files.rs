//! What holds for single files: a module says what it is for, stays small, and nothing names a folder of somebody's
//! machine.

use super::Source;

/// More lines than this want a reason.
const LONG: usize = 400;

/// Files that may be longer, each with its reason.
const MAY_BE_LONG: [(&str, &str); 0] = [];

pub(super) fn check(sources: &[Source]) -> Vec<String> {
    let rules = |source| [says_its_purpose(source), is_small(source), names_no_machine(source)];
    sources.iter().flat_map(rules).flatten().collect()
}

fn says_its_purpose(source: &Source) -> Option<String> {
    let module = source.extension() == "rs" && !source.text.starts_with("//!");
    module.then(|| format!("{}:1: a module opens with `//!`: what comes in, what goes out", source.path))
}

fn is_small(source: &Source) -> Option<String> {
    let code = ["rs", "ts", "css", "js", "mjs"].contains(&source.extension());
    let lines = source.text.lines().count();
    let reviewed = MAY_BE_LONG.iter().any(|(path, _)| *path == source.path);
    (code && lines > LONG && !reviewed).then(|| {
        format!("{}: {lines} lines; split it, or add it with a reason to MAY_BE_LONG in tidy/files.rs", source.path)
    })
}

/// Folders under which people's and build machines' checkouts lie.
const HOMES: [&str; 4] = ["root", "home", "work", "Users"];

fn names_no_machine(source: &Source) -> Option<String> {
    let names = |line: &str| {
        HOMES.iter().any(|home| {
            let folder = format!("/{home}/");
            // A path begins there; inside an address or a longer path it is somebody else's folder.
            line.match_indices(&folder)
                .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-/*)".contains(c)))
        })
    };
    let line = source.text.lines().position(names)?;
    Some(format!("{}:{}: a path of one machine", source.path, line + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaches(path: &str, text: &str) -> usize {
        check(&[Source::new(path, text)]).len()
    }

    #[test]
    fn modules_say_their_purpose() {
        assert_eq!(breaches("src/a.rs", "//! In: a. Out: b.\n"), 0);
        assert_eq!(breaches("src/a.rs", "// In: a\n"), 1);
        assert_eq!(breaches("www/src/a.ts", "const a = 1;\n"), 0);
    }

    #[test]
    fn long_files_want_a_reason() {
        assert_eq!(breaches("www/src/a.ts", &"x;\n".repeat(LONG)), 0);
        assert_eq!(breaches("www/src/a.ts", &"x;\n".repeat(LONG + 1)), 1);
        assert_eq!(breaches("src/lexicon/a.tsv", &"x\n".repeat(LONG + 1)), 0);
    }

    #[test]
    fn paths_of_machines_are_found() {
        let home = HOMES[0];
        assert_eq!(breaches("README.md", &format!("see `/{home}/x`\n")), 1);
        assert_eq!(breaches("README.md", &format!("https://example.org/{home}/x ../{home}/x\n")), 0);
    }
}
