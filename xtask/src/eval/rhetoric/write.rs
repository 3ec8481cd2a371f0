//! Gold and predictions as JSON, as published scorers of discourse trees read them: offsets count characters without
//! white space; units are numbered from 1.
//!
//! In: documents with what was found. Out: `gold.json`, `gold-units.json` (trees over gold units), `end-to-end.json`.

use super::{Found, Read, name};
use anyhow::{Context as _, Result};
use gangmu::rhetoric::rst::relation::Form;
use gangmu::span::Span;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

/// Writes the three files.
pub(super) fn files(folder: &Path, read: &[Read]) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut files = [("gold", Map::new()), ("gold-units", Map::new()), ("end-to-end", Map::new())];
    for one in read {
        let gold: Vec<Value> = one.document.tree.iter().map(|n| node((n.i, n.j), n.form, n.relation)).collect();
        let found = |nodes: &[Found]| -> Vec<Value> {
            nodes.iter().map(|f| node(f.units, f.join.form, f.join.relation)).collect()
        };
        let entries = [
            entry(one, &one.document.edus, &gold),
            entry(one, &one.document.edus, &found(&one.gold_units)),
            entry(one, &one.units, &found(&one.end_to_end)),
        ];
        for ((_, all), entry) in files.iter_mut().zip(entries) {
            all.insert(one.document.name.clone(), entry);
        }
    }
    for (file, all) in files {
        let path = folder.join(file).with_extension("json");
        fs::write(&path, Value::Object(all).to_string()).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn entry(read: &Read, units: &[Span], nodes: &[Value]) -> Value {
    let at = read.document.squashed();
    let units: Vec<_> = units.iter().map(|u| [at(u.start), at(u.end)]).collect();
    json!({ "edus": units, "nodes": nodes })
}

fn node((first, last): (usize, usize), form: Form, relation: &str) -> Value {
    json!({ "start_edu": first + 1, "end_edu": last + 1, "nuclearity": name(form), "relation": relation })
}
