//! The pages of a PDF as they are shown, from which the page draws what the file looks like.
use super::object;
use crate::{
    document::Rect,
    read::{Page, pages},
};
use js_sys::Float32Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("pages.d.ts");

/// The pages of a PDF.
#[wasm_bindgen]
pub struct Pages(Vec<Page>);

#[wasm_bindgen]
impl Pages {
    /// Reads the pages.
    ///
    /// # Errors
    /// Throws a message in Chinese when they cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Pages, JsValue> {
        pages(bytes).map(Self).map_err(|error| JsValue::from_str(&error.to_string()))
    }

    /// The width and the height of each page, in points.
    pub fn sizes(&self) -> Vec<f32> {
        self.0.iter().flat_map(|page| [page.width, page.height]).collect()
    }

    /// What stands on a page, from 1.
    ///
    /// # Errors
    /// Throws when there is no such page.
    #[wasm_bindgen(unchecked_return_type = "PageContent")]
    pub fn page(&self, number: usize) -> Result<JsValue, JsValue> {
        let page = number.checked_sub(1).and_then(|index| self.0.get(index));
        let page = page.ok_or_else(|| JsValue::from_str("没有这一页"))?;
        let text: String = page.glyphs.iter().map(|glyph| glyph.char).collect();
        let glyphs: Vec<Rect> = page.glyphs.iter().map(|glyph| glyph.rect).collect();
        object(&[
            ("text", text.into()),
            ("glyphs", sides(&glyphs)),
            ("rulings", sides(&page.rulings)),
            ("pictures", sides(&page.pictures)),
        ])
    }
}

/// Left, top, right and bottom of each.
fn sides(rects: &[Rect]) -> JsValue {
    let sides: Vec<f32> = rects.iter().flat_map(|rect| [rect.left, rect.top, rect.right, rect.bottom]).collect();
    Float32Array::from(&sides[..]).into()
}
