//! Later questions about terms: methods of the analysis.
//!
//! In: plain questions. Out: plain objects; positions as a typed array.

use super::{JsAnalysis, JsAnalyzer, plain, question, thrown};
use crate::report::tables::{self, KeywordView};
use js_sys::Uint32Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_class = Analysis)]
impl JsAnalysis {
    /// Every occurrence of a word, an expression or a regular expression, with what stands around it.
    ///
    /// # Errors
    /// `options-invalid`, `pattern-invalid`.
    #[wasm_bindgen(unchecked_return_type = "ConcordanceView")]
    pub fn concordance(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ConcordanceQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&tables::concordance(&self.inner, &question(query)?).map_err(|e| thrown(&e))?)
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

    /// The company of a word, an expression or a regular expression, firmest first.
    ///
    /// # Errors
    /// `options-invalid`, `pattern-invalid`.
    #[wasm_bindgen(unchecked_return_type = "CollocateView[]")]
    pub fn collocates(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CollocatesQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&tables::collocates(&self.inner, &question(query)?).map_err(|e| thrown(&e))?)
    }

    /// Counts of the most frequent content words (default 30) in the parts of the text.
    ///
    /// # Errors
    /// `report-failed`.
    #[wasm_bindgen(js_name = termMatrix, unchecked_return_type = "MatrixView")]
    pub fn term_matrix(&self, most: Option<u32>) -> Result<JsValue, JsValue> {
        plain(&tables::term_matrix(&self.inner, most.unwrap_or(30) as usize))
    }

    /// The company the most frequent content words keep in sentences, or one word and its own company.
    ///
    /// # Errors
    /// `options-invalid`.
    #[wasm_bindgen(unchecked_return_type = "NetworkView")]
    pub fn network(
        &self,
        #[wasm_bindgen(unchecked_param_type = "NetworkQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&tables::network(&self.inner, &question(query)?))
    }

    /// Compares the terms with those of another text from now on: `report()` then gives that keyness.
    #[wasm_bindgen(js_name = compareWith)]
    pub fn compare_with(&mut self, other: &JsAnalysis) {
        self.inner.compare_with(&other.inner);
    }

    /// The words of this text and another side by side, the most telling first, at most `most` (default 300).
    ///
    /// # Errors
    /// `report-failed`.
    #[wasm_bindgen(unchecked_return_type = "ComparisonView[]")]
    pub fn compare(&self, other: &JsAnalysis, most: Option<u32>) -> Result<JsValue, JsValue> {
        plain(&tables::compare(&self.inner, &other.inner, most.unwrap_or(300) as usize))
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
