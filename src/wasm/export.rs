//! Tables and outlines as text: methods of the analysis.
//!
//! In: plain questions. Out: a string to save as a file.

use super::{JsAnalysis, question, thrown};
use crate::Error;
use crate::export;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_class = Analysis)]
impl JsAnalysis {
    /// The outline for other programs: Markdown, OPML 2.0 or a `FreeMind` map.
    ///
    /// # Errors
    /// `options-invalid` for another format.
    #[wasm_bindgen(js_name = export)]
    pub fn export(
        &self,
        #[wasm_bindgen(unchecked_param_type = "'markdown' | 'opml' | 'freemind'")] format: &str,
    ) -> Result<String, JsValue> {
        let write = match format {
            "markdown" => export::markdown,
            "opml" => export::opml,
            "freemind" => export::freemind,
            other => return Err(thrown(&Error::new("options-invalid", format!("there is no format {other}")))),
        };
        Ok(write(&self.inner.text, &self.inner.report()))
    }

    /// The RST tree for other programs: rs3 as rstWeb opens it, with the words of units parted by spaces, or nested text.
    ///
    /// # Errors
    /// `options-invalid` for another format, and when the tree was not asked for.
    #[wasm_bindgen(js_name = exportTree)]
    pub fn export_tree(
        &self,
        #[wasm_bindgen(unchecked_param_type = "'rs3' | 'rs3-tokens' | 'text'")] format: &str,
    ) -> Result<String, JsValue> {
        let tree = match format {
            "rs3" => export::rs3(&self.inner, false),
            "rs3-tokens" => export::rs3(&self.inner, true),
            "text" => export::nested(&self.inner),
            other => return Err(thrown(&Error::new("options-invalid", format!("there is no format {other}")))),
        };
        tree.ok_or_else(|| thrown(&Error::new("options-invalid", "the tree was not asked for, or has no model")))
    }

    /// A table as CSV, TSV or JSON.
    ///
    /// # Errors
    /// `options-invalid`, `pattern-invalid`.
    pub fn table(
        &self,
        #[wasm_bindgen(unchecked_param_type = "TableQuery")] query: JsValue,
    ) -> Result<String, JsValue> {
        export::table(&self.inner, None, &question(query)?).map_err(|e| thrown(&e))
    }

    /// The same with another text to compare with.
    ///
    /// # Errors
    /// `options-invalid`, `pattern-invalid`.
    #[wasm_bindgen(js_name = tableAgainst)]
    pub fn table_against(
        &self,
        other: &JsAnalysis,
        #[wasm_bindgen(unchecked_param_type = "TableQuery")] query: JsValue,
    ) -> Result<String, JsValue> {
        export::table(&self.inner, Some(&other.inner), &question(query)?).map_err(|e| thrown(&e))
    }
}
