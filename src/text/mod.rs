//! Pieces of text: where they stand, what number they tell, which label they are.
pub mod cell;
pub mod label;
pub mod span;

pub use span::Span;
