//! The texts of ours that tests type in other ways: the samples of the page and those in `fixtures/variants`.

use std::fs;
use std::path::Path;

/// Name and text of each of ours.
pub(crate) fn ours() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["www/src/page/samples", "tests/fixtures/variants"];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(root.join(folder)).expect("a folder of texts"));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let text = |path: &Path| fs::read_to_string(path).expect("a text").replace("\r\n", "\n");
    files.iter().map(|path| (path.display().to_string(), text(path))).collect()
}
