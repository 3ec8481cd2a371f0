//! Who may know whom in `src`. Two rules: references run one way between rooms; and some names of other crates belong
//! to one room.
//!
//! Reads tokens, so comments and strings do not count and the insides of macros do.

use super::Source;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::str::FromStr;

/// Each room and the rooms it may know, from the ground up. `error`, `span`, `edit` and `memo` are known to all.
const ROOMS: [(&str, &[&str]); 14] = [
    ("error", &[]),
    ("span", &[]),
    ("edit", &["span"]),
    ("memo", &[]),
    ("lexicon", &[]),
    ("layout", &["lexicon"]),
    ("outline", &["lexicon", "layout"]),
    ("segment", &["lexicon", "layout"]),
    ("terms", &["lexicon", "layout", "outline", "segment"]),
    ("rhetoric", &["lexicon", "layout", "outline", "segment"]),
    ("memory", &["lexicon", "layout", "outline", "segment", "terms", "rhetoric"]),
    ("report", &["lexicon", "layout", "outline", "segment", "terms", "rhetoric"]),
    ("export", &["lexicon", "layout", "outline", "segment", "terms", "rhetoric", "report"]),
    ("wasm", &["lexicon", "layout", "outline", "segment", "terms", "rhetoric", "report", "export"]),
];

/// Names that only some rooms may speak.
const OWNED: [(&str, &[&str]); 10] = [
    ("wasm_bindgen", &["wasm"]),
    ("wasm_bindgen_futures", &["wasm"]),
    ("js_sys", &["wasm"]),
    ("web_sys", &["wasm"]),
    ("serde_wasm_bindgen", &["wasm"]),
    ("jieba_rs", &["segment"]),
    ("schemars", &["report"]),
    ("Serialize", &["report", "wasm"]),
    ("include_str", &["lexicon"]),
    ("include_bytes", &["lexicon"]),
];

pub(super) fn check(sources: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in sources {
        let Some(path) = source.path.strip_prefix("src/").and_then(|path| path.strip_suffix(".rs")) else { continue };
        if path == "lib" {
            continue;
        }
        let modules: Vec<&str> = path.split('/').filter(|part| *part != "mod").collect();
        let Some(&room) = modules.first() else { continue };
        let Some((_, below)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            breaches.push(format!("{}: {room} is no room; give it its place in tidy/rooms.rs", source.path));
            continue;
        };
        let Ok(tokens) = TokenStream::from_str(&source.text) else {
            breaches.push(format!("{}: this is no Rust", source.path));
            continue;
        };
        let mut names = Names::default();
        names.read(tokens, modules.len());
        let known = |other: &str| {
            other == room || matches!(other, "error" | "span" | "edit" | "memo") || below.contains(&other)
        };
        for (other, line) in names.of_crate.iter().filter(|(other, _)| ROOMS.iter().any(|(name, _)| name == other)) {
            if !known(other) {
                breaches.push(format!("{}:{line}: {room} must not know {other}", source.path));
            }
        }
        for (name, line) in &names.all {
            if OWNED.iter().any(|(owned, owners)| owned == name && !owners.contains(&room)) {
                breaches.push(format!("{}:{line}: {name} is no word of {room}", source.path));
            }
        }
    }
    breaches
}

/// Identifiers of a file with their lines.
#[derive(Default)]
struct Names {
    /// What follows `crate::`, or `super::` where that is the crate.
    of_crate: Vec<(String, usize)>,
    all: Vec<(String, usize)>,
}

impl Names {
    /// Reads tokens of a module `depth` below the crate.
    fn read(&mut self, tokens: TokenStream, depth: usize) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Ident(word) => {
                    self.all.push((word.to_string(), word.span().start().line));
                    let above = if word == "crate" { depth } else { usize::from(word == "super") };
                    if above > 0 {
                        at = self.path(&tokens, at + 1, depth - above.min(depth));
                        continue;
                    }
                }
                TokenTree::Group(group) => {
                    let inner = matches!(tokens.get(at.wrapping_sub(2)), Some(TokenTree::Ident(word)) if word == "mod");
                    self.read(group.stream(), depth + usize::from(inner && group.delimiter() == Delimiter::Brace));
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Reads on after `crate` or `super`, which led to `depth` below the crate; gives where reading goes on.
    fn path(&mut self, tokens: &[TokenTree], mut at: usize, mut depth: usize) -> usize {
        let colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == ':');
        while colon(at) && colon(at + 1) {
            at += 2;
            match tokens.get(at) {
                Some(TokenTree::Ident(word)) if word == "super" => {
                    depth = depth.saturating_sub(1);
                    at += 1;
                }
                Some(TokenTree::Ident(word)) if depth == 0 => {
                    self.of_crate.push((word.to_string(), word.span().start().line));
                    return at;
                }
                Some(TokenTree::Group(group)) if depth == 0 => {
                    self.first_names(group.stream());
                    return at;
                }
                _ => return at,
            }
        }
        at
    }

    /// `{a, b::C, d}`: a, b, d.
    fn first_names(&mut self, list: TokenStream) {
        let mut first = true;
        for token in list {
            match token {
                TokenTree::Ident(word) if first => {
                    self.of_crate.push((word.to_string(), word.span().start().line));
                    first = false;
                }
                TokenTree::Punct(mark) => first = mark.as_char() == ',' || (first && mark.as_char() == ':'),
                _ => first = false,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaches(path: &str, text: &str) -> Vec<String> {
        check(&[Source::new(path, text)])
    }

    #[test]
    fn references_run_one_way() {
        let fires = [
            ("src/terms/mod.rs", "use crate::rhetoric::Rst;"),
            ("src/rhetoric/edu.rs", "use crate::{span::Span, terms::{Term, Class}};"),
            ("src/layout/mod.rs", "use super::outline;"),
            ("src/layout/title.rs", "mod tests { use super::super::super::outline::Node; }"),
            ("src/outline/mod.rs", "fn f() { crate::report::view(1) }"),
            ("src/outline/mod.rs", "m! { A of crate::segment::Token }"),
            ("src/attic.rs", ""),
        ];
        for (path, text) in fires {
            assert_eq!(breaches(path, text).len(), 1, "{path}: {text}");
        }
        let silent = [
            ("src/terms/mod.rs", "use crate::{Options, outline::Outline, segment, span::Span};"),
            ("src/layout/title.rs", "use super::outline; mod tests { use super::super::outline; }"),
            ("src/layout/mod.rs", "// crate::report\n/// [`crate::outline`]\nconst A: &str = \"crate::terms\";"),
            ("src/report/view.rs", "use crate::{Analysis, lexicon, rhetoric::Rst}; use crate::terms;"),
            ("src/lib.rs", "use report::Options;"),
            ("xtask/src/main.rs", "use crate::report;"),
        ];
        for (path, text) in silent {
            assert!(breaches(path, text).is_empty(), "{:?}", breaches(path, text));
        }
    }

    #[test]
    fn names_belong_to_rooms() {
        assert_eq!(breaches("src/report.rs", "use wasm_bindgen::prelude::*;").len(), 1);
        assert_eq!(breaches("src/terms/mod.rs", "#[derive(serde::Serialize)] struct A;").len(), 1);
        assert_eq!(breaches("src/layout/mod.rs", "const T: &str = include_str!(\"t.tsv\");").len(), 1);
        assert!(breaches("src/wasm/fetch.rs", "use web_sys::Response;").is_empty());
        assert!(breaches("src/segment/mod.rs", "use jieba_rs::Jieba;").is_empty());
    }
}
