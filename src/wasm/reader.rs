//! What the page calls to read a file of a heavy kind, which the checker then takes as a document.
use super::object;
use crate::{document::Wire, read::read_heavy};
use js_sys::Uint32Array;
use wasm_bindgen::prelude::*;

/// Reads a file of a kind that this module is for.
///
/// # Errors
/// Throws a message in Chinese when it cannot be read.
#[wasm_bindgen(unchecked_return_type = "WiredDocument")]
pub fn read_document(bytes: &[u8]) -> Result<JsValue, JsValue> {
    let document = read_heavy(bytes).map_err(|error| JsValue::from_str(&error.to_string()))?;
    let Wire { text, numbers } = Wire::new(&document);
    object(&[("text", text.into()), ("numbers", Uint32Array::from(&numbers[..]).into())])
}
