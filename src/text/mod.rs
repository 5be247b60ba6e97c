//! Pieces of text: where they stand, what number they tell, which label they are.
pub mod fold;
pub mod lexicon;
pub mod number;
pub mod span;

pub use span::Span;
