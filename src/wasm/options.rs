//! The options of an analysis. In: a plain object. Out: [`Options`].
//!
//! Four fields read by hand: the small wasm does without serde-wasm-bindgen, whose way from any object to any type, and from any
//! mistake to a sentence, weighs more than reading a paragraph does.

use super::thrown;
use crate::{Error, Options};
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

/// What is left out, or undefined, has its default; of nothing everything.
///
/// # Errors
/// `options-invalid` for names that are none and values of another kind.
pub(super) fn read(given: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if given.is_undefined() || given.is_null() {
        return Ok(options);
    }
    let Options { max_terms, max_phrases, fold_traditional, rst } = &mut options;
    let object = given.dyn_ref::<Object>().ok_or_else(|| invalid("options", "an object"))?;
    for entry in Object::entries(object) {
        let entry: Array = entry.unchecked_into();
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if value.is_undefined() {
            continue;
        }
        let number = || count(&value).ok_or_else(|| invalid(&name, "a whole number"));
        let truth = || value.as_bool().ok_or_else(|| invalid(&name, "true or false"));
        match name.as_str() {
            "maxTerms" => *max_terms = number()?,
            "maxPhrases" => *max_phrases = number()?,
            "foldTraditional" => *fold_traditional = truth()?,
            "rst" => *rst = truth()?,
            _ => return Err(invalid(&name, "one of maxTerms, maxPhrases, foldTraditional, rst")),
        }
    }
    Ok(options)
}

/// A number without a fraction that is not too large.
fn count(value: &JsValue) -> Option<u32> {
    let number = value.as_f64()?;
    // Whatever does not fit comes out as another number.
    #[allow(clippy::cast_sign_loss)]
    let whole = number as u32;
    (f64::from(whole).to_bits() == number.to_bits()).then_some(whole)
}

fn invalid(name: &str, wanted: &str) -> JsValue {
    thrown(&Error::new("options-invalid", [name, ": expected ", wanted].concat()))
}
