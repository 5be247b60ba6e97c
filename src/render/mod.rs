//! From findings to what people and programs read.
pub mod html;
pub mod json;
pub mod sarif;
pub mod text;
pub mod utf16;
pub mod view;
