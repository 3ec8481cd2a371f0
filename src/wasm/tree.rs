//! The RST tree: its model.
//!
//! In: the decompressed model. Out: an analyzer that can build the tree.

use super::{JsAnalyzer, thrown};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_class = Analyzer)]
impl JsAnalyzer {
    /// Takes the decompressed model of the RST tree; before it `report.rst` is null even when asked for.
    ///
    /// # Errors
    /// `model-corrupt`.
    #[wasm_bindgen(js_name = setRstModel)]
    pub fn set_rst_model(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.inner.set_rst_model(bytes).map_err(|e| thrown(&e))
    }

    /// Whether the RST tree can be built.
    #[wasm_bindgen(getter, js_name = hasRstModel)]
    pub fn has_rst_model(&self) -> bool {
        self.inner.has_rst_model()
    }
}
