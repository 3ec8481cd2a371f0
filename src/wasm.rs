//! The boundary with JavaScript: the only room that names wasm-bindgen, js-sys or web-sys.
//!
//! In: strings, bytes, options from the worker (or Node). Out: the report as JSON or a plain object, token
//! streams as typed arrays, errors as `Error` with a `code`.

// wasm-bindgen exports `pub` items of private modules.
#![allow(unreachable_pub)]
// Optional strings cross the boundary owned or not at all.
#![allow(clippy::needless_pass_by_value)]

#[cfg(feature = "whole")]
mod export;
mod fetch;
mod options;
#[cfg(feature = "whole")]
mod terms;
#[cfg(feature = "whole")]
mod tree;

use crate::{Analysis, Analyzer, report};
use js_sys::{Function, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;

/// Version of the analyzer.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

/// The analyzer, holding the dictionary.
#[wasm_bindgen(js_name = Analyzer)]
#[derive(Default)]
pub struct JsAnalyzer {
    inner: Analyzer,
    /// Of the text being edited.
    #[cfg(feature = "whole")]
    memory: crate::Memory,
    #[cfg(feature = "whole")]
    given: report::Given,
}

#[wasm_bindgen(js_class = Analyzer)]
impl JsAnalyzer {
    /// Without a dictionary: outlines only.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes dictionary bytes, already decompressed.
    ///
    /// # Errors
    /// `dictionary-corrupt`.
    #[wasm_bindgen(js_name = setDictionary)]
    pub fn set_dictionary(&mut self, bytes: Vec<u8>) -> Result<(), JsValue> {
        self.inner.set_dictionary(bytes).map_err(|e| thrown(&e))
    }

    /// Whether terms can be counted.
    #[wasm_bindgen(getter, js_name = hasDictionary)]
    pub fn has_dictionary(&self) -> bool {
        self.inner.has_dictionary()
    }

    /// Replaces the words to keep whole, one a line in jieba's format: `词`, `词 频`, `词 频 性`.
    ///
    /// # Errors
    /// `user-words-invalid`, with the number of the line in `line`.
    #[wasm_bindgen(js_name = setUserWords)]
    pub fn set_user_words(&mut self, text: &str) -> Result<(), JsValue> {
        self.inner.set_user_words(text).map_err(|e| thrown(&e))
    }

    /// Replaces the words to count in their parts, one a line: `统筹兼顾`, or with the parts wanted `统筹 兼顾`.
    #[wasm_bindgen(js_name = setSplitWords)]
    pub fn set_split_words(&mut self, text: &str) {
        self.inner.set_split_words(text);
    }

    /// Counts these words, one a line, as grammatical ones, in place of our own list or besides it.
    #[wasm_bindgen(js_name = setStopWords)]
    pub fn set_stop_words(&mut self, text: &str, replace: bool) {
        self.inner.set_stop_words(text, replace);
    }

    /// Takes the decompressed table of the genre that terms are compared with; before it keyness and TF-IDF are null.
    ///
    /// # Errors
    /// `reference-corrupt`.
    #[wasm_bindgen(js_name = setReference)]
    pub fn set_reference(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.inner.set_reference(bytes).map_err(|e| thrown(&e))
    }

    /// Only cuts a text: start and end of every word, number and mark, one after the other, in UTF-16 code units.
    pub fn segment(&self, text: &str) -> Uint32Array {
        Uint32Array::from(report::token_bounds(text, &self.inner.tokens(text)).as_slice())
    }

    /// Reads one text. Lone surrogates count as one unit each and read as U+FFFD.
    ///
    /// # Errors
    /// `options-invalid`.
    pub fn analyze(
        &self,
        text: String,
        #[wasm_bindgen(unchecked_optional_param_type = "Partial<Options>")] options: JsValue,
    ) -> Result<JsAnalysis, JsValue> {
        let options = options::read(&options)?;
        Ok(JsAnalysis { inner: self.inner.analyze(text, &options) })
    }

    /// The same, faster where the text is the one last given here with a few paragraphs changed.
    ///
    /// # Errors
    /// `options-invalid`.
    pub fn reread(
        &mut self,
        text: String,
        #[wasm_bindgen(unchecked_optional_param_type = "Partial<Options>")] options: JsValue,
    ) -> Result<JsAnalysis, JsValue> {
        let options = options::read(&options)?;
        #[cfg(feature = "whole")]
        let inner = self.inner.reread(text, &options, &mut self.memory);
        // What reads first texts is to be small: it remembers none, and gives the same.
        #[cfg(not(feature = "whole"))]
        let inner = self.inner.analyze(text, &options);
        Ok(JsAnalysis { inner })
    }

    /// The report as `reportParts` gives it, under a number, without what it shares with the one given under the number `base`, if that
    /// was the last given here. What they share is told; null where the parts are all of it.
    ///
    /// # Errors
    /// What `each` throws.
    #[cfg(feature = "whole")]
    #[wasm_bindgen(js_name = reportAgain, unchecked_return_type = "Shared | null")]
    pub fn report_again(
        &mut self,
        analysis: &JsAnalysis,
        number: u32,
        base: Option<u32>,
        #[wasm_bindgen(unchecked_param_type = "(part: string) => void")] each: &Function,
    ) -> Result<JsValue, JsValue> {
        let report = analysis.inner.report();
        plain(&given(each, |each| report::parts_again(report, (number, base), &mut self.given, each))?)
    }
}

/// Everything found in one text; free it when done.
#[wasm_bindgen(js_name = Analysis)]
pub struct JsAnalysis {
    inner: Analysis,
}

#[wasm_bindgen(js_class = Analysis)]
impl JsAnalysis {
    /// The report as a plain object; the small wasm gives parts only.
    ///
    /// # Errors
    /// `report-failed` when JavaScript refuses the object (out of memory).
    #[cfg(feature = "whole")]
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn report(&self) -> Result<JsValue, JsValue> {
        plain(&self.inner.report())
    }

    /// The same as JSON, which crosses to another thread faster than many objects, in parts that are read in no time: each an
    /// object with some of the fields, a long list in several of them. `each` gets one while the next is still to be written.
    ///
    /// # Errors
    /// What `each` throws.
    #[wasm_bindgen(js_name = reportParts)]
    pub fn report_parts(
        &self,
        #[wasm_bindgen(unchecked_param_type = "(part: string) => void")] each: &Function,
    ) -> Result<(), JsValue> {
        given(each, |each| report::parts(&self.inner.report(), each))
    }

    /// Tokens as typed arrays: `terms` holds indices into `report.terms`, 4294967295 for none.
    ///
    /// # Errors
    /// Never in practice: setting properties of a fresh object.
    #[wasm_bindgen(unchecked_return_type = "{ starts: Uint32Array; ends: Uint32Array; terms: Uint32Array }")]
    pub fn tokens(&self) -> Result<JsValue, JsValue> {
        let arrays = report::token_arrays(&self.inner);
        let object = Object::new();
        for (name, values) in [("starts", &arrays.starts), ("ends", &arrays.ends), ("terms", &arrays.terms)] {
            Reflect::set(&object, &name.into(), &Uint32Array::from(values.as_slice()))?;
        }
        Ok(object.into())
    }
}

/// Writes a report, each part given to a function of JavaScript's.
fn given<T>(
    each: &Function,
    write: impl FnOnce(&mut dyn FnMut(&str)) -> Result<T, serde_json::Error>,
) -> Result<T, JsValue> {
    let mut thrown = Ok(());
    let mut give = |part: &str| {
        if thrown.is_ok() {
            thrown = each.call1(&JsValue::NULL, &part.into()).map(drop);
        }
    };
    let written = write(&mut give).map_err(|e| refused(&e))?;
    thrown.map(|()| written)
}

/// A question as a plain object; all fields may be left out, and then the whole object.
#[cfg(feature = "whole")]
fn question<Q: serde::de::DeserializeOwned + Default>(query: JsValue) -> Result<Q, JsValue> {
    if query.is_undefined() || query.is_null() {
        return Ok(Q::default());
    }
    serde_wasm_bindgen::from_value(query).map_err(|e| thrown(&crate::Error::new("options-invalid", e.to_string())))
}

/// Serializable data as plain objects; what is missing is `null`.
#[cfg(feature = "whole")]
fn plain(data: &impl serde::Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    serde::Serialize::serialize(data, &serializer).map_err(|e| refused(&e))
}

fn refused(error: &impl ToString) -> JsValue {
    thrown(&crate::Error::new("report-failed", error.to_string()))
}

/// A Rust error as a JavaScript `Error` with its `code`.
fn thrown(error: &crate::Error) -> JsValue {
    let js = js_sys::Error::new(&error.message);
    js.set_name("GangmuError");
    // A fresh Error takes properties; were it ever refused, the message still says what happened.
    let _ = Reflect::set(&js, &"code".into(), &error.code.into());
    if let Some(line) = error.line {
        let _ = Reflect::set(&js, &"line".into(), &line.into());
    }
    js.into()
}
