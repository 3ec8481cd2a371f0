//! Tables and outlines as text: methods of the analysis.
//!
//! In: which one, format and language. Out: a string to save as a file.

use super::terms::question;
use super::{JsAnalysis, thrown};
use crate::Error;
use crate::export::{self, Format, Language, Table};
use crate::report::tables;
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

    /// One of the tables `outline`, `terms`, `phrases`, `setPhrases`, `matrix` as CSV or TSV, headings in the language given.
    ///
    /// # Errors
    /// `options-invalid` for another name.
    #[wasm_bindgen(js_name = table)]
    pub fn table(
        &self,
        #[wasm_bindgen(unchecked_param_type = "'outline' | 'terms' | 'phrases' | 'setPhrases' | 'matrix'")] name: &str,
        #[wasm_bindgen(unchecked_param_type = "'csv' | 'tsv'")] format: &str,
        #[wasm_bindgen(unchecked_param_type = "'zh' | 'en'")] language: &str,
    ) -> Result<String, JsValue> {
        let report = self.inner.report();
        let table = match name {
            "outline" => export::outline(&self.inner.text, &report),
            "terms" => export::terms(&report),
            "phrases" => export::phrases(&report),
            "setPhrases" => export::set_phrases(&report),
            "matrix" => {
                export::matrix(&self.inner.text, &report, &tables::term_matrix(&self.inner, report.terms.len()))
            }
            other => return Err(thrown(&Error::new("options-invalid", format!("there is no table {other}")))),
        };
        write(&table, format, language)
    }

    /// A concordance as CSV or TSV.
    ///
    /// # Errors
    /// `options-invalid`, `pattern-invalid`.
    #[wasm_bindgen(js_name = concordanceTable)]
    pub fn concordance_table(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ConcordanceQuery")] query: JsValue,
        #[wasm_bindgen(unchecked_param_type = "'csv' | 'tsv'")] format: &str,
        #[wasm_bindgen(unchecked_param_type = "'zh' | 'en'")] language: &str,
    ) -> Result<String, JsValue> {
        let lines = tables::concordance(&self.inner, &question(query)?).map_err(|e| thrown(&e))?;
        write(&export::concordance(&self.inner.text, &lines), format, language)
    }

    /// The company of a word as CSV or TSV; see `collocates`.
    ///
    /// # Errors
    /// `options-invalid`.
    #[wasm_bindgen(js_name = collocatesTable)]
    pub fn collocates_table(
        &self,
        word: &str,
        window: Option<u32>,
        #[wasm_bindgen(unchecked_param_type = "'csv' | 'tsv'")] format: &str,
        #[wasm_bindgen(unchecked_param_type = "'zh' | 'en'")] language: &str,
    ) -> Result<String, JsValue> {
        write(&export::collocates(&tables::collocates(&self.inner, word, window, usize::MAX)), format, language)
    }
}

fn write(table: &Table, format: &str, language: &str) -> Result<String, JsValue> {
    let format = match format {
        "csv" => Format::Csv,
        "tsv" => Format::Tsv,
        other => return Err(thrown(&Error::new("options-invalid", format!("there is no format {other}")))),
    };
    let language = if language == "en" { Language::En } else { Language::Zh };
    Ok(table.write(format, language))
}
