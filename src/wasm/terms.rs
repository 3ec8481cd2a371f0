//! Later questions about terms: methods of the analysis.
//!
//! In: words, plain options. Out: plain objects; positions as a typed array.

use super::{JsAnalysis, JsAnalyzer, plain, thrown};
use crate::Error;
use crate::report::tables::{self, ConcordanceQuery, KeywordView};
use js_sys::Uint32Array;
use wasm_bindgen::prelude::*;

pub(super) fn question(query: JsValue) -> Result<ConcordanceQuery, JsValue> {
    serde_wasm_bindgen::from_value(query).map_err(|e| thrown(&Error::new("options-invalid", e.to_string())))
}

#[wasm_bindgen(js_class = Analysis)]
impl JsAnalysis {
    /// Every occurrence of a word, an expression or a regular expression, with what stands around it.
    ///
    /// # Errors
    /// `options-invalid`, `pattern-invalid`.
    #[wasm_bindgen(unchecked_return_type = "ConcordanceLine[]")]
    pub fn concordance(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ConcordanceQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let lines = tables::concordance(&self.inner, &question(query)?).map_err(|e| thrown(&e))?;
        plain(&lines)
    }

    /// Start and end of every occurrence, one after the other.
    ///
    /// # Errors
    /// `options-invalid`, `pattern-invalid`.
    pub fn positions(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ConcordanceQuery")] query: JsValue,
    ) -> Result<Uint32Array, JsValue> {
        let found = tables::positions(&self.inner, &question(query)?).map_err(|e| thrown(&e))?;
        Ok(Uint32Array::from(found.as_slice()))
    }

    /// The company of a word, firmest first (default 50): within `window` words to either side, or in the sentence.
    ///
    /// # Errors
    /// `report-failed`.
    #[wasm_bindgen(unchecked_return_type = "CollocateView[]")]
    pub fn collocates(&self, word: &str, window: Option<u32>, most: Option<u32>) -> Result<JsValue, JsValue> {
        plain(&tables::collocates(&self.inner, word, window, most.unwrap_or(50) as usize))
    }

    /// Counts of the most frequent content words (default 30) in the parts of the text.
    ///
    /// # Errors
    /// `report-failed`.
    #[wasm_bindgen(js_name = termMatrix, unchecked_return_type = "MatrixView")]
    pub fn term_matrix(&self, most: Option<u32>) -> Result<JsValue, JsValue> {
        plain(&tables::term_matrix(&self.inner, most.unwrap_or(30) as usize))
    }

    /// The company the most frequent content words (default 50) keep in sentences.
    ///
    /// # Errors
    /// `report-failed`.
    #[wasm_bindgen(unchecked_return_type = "NetworkView")]
    pub fn network(&self, most: Option<u32>) -> Result<JsValue, JsValue> {
        plain(&tables::network(&self.inner, most.unwrap_or(50) as usize))
    }

    /// Compares the terms with those of another text from now on: `report()` then gives that keyness.
    #[wasm_bindgen(js_name = compareWith)]
    pub fn compare_with(&mut self, other: &JsAnalysis) {
        self.inner.compare_with(&other.inner);
    }
}

#[wasm_bindgen(js_class = Analyzer)]
impl JsAnalyzer {
    /// The weightiest words of a text by TextRank (default 30); none without a dictionary.
    ///
    /// # Errors
    /// `report-failed`.
    #[wasm_bindgen(unchecked_return_type = "KeywordView[]")]
    pub fn keywords(&self, analysis: &JsAnalysis, most: Option<u32>) -> Result<JsValue, JsValue> {
        let ranked = self.inner.keywords(&analysis.inner, most.unwrap_or(30) as usize);
        plain(&ranked.into_iter().map(|(text, weight)| KeywordView { text, weight }).collect::<Vec<_>>())
    }
}
