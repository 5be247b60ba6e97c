//! The border to the browser, and nothing else.
//!
//! The page loads the checker at once and each reader of heavy files when the first such file comes; by its features a
//! build is one of these modules, or with the default features all in one.
#[cfg(feature = "checker")]
pub mod checker;
#[cfg(feature = "pdf")]
pub mod pages;
#[cfg(any(feature = "office", feature = "legacy", feature = "pdf"))]
pub mod reader;

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wired.d.ts");

#[cfg(feature = "checker")]
fn property(object: &JsValue, key: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &JsValue::from_str(key))
}

#[cfg(any(feature = "office", feature = "legacy", feature = "pdf"))]
fn object(properties: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = js_sys::Object::new();
    for (key, value) in properties {
        Reflect::set(&object, &JsValue::from_str(key), value)?;
    }
    Ok(object.into())
}
