//! Pieces of text: where they stand, what number they tell, which label they are.
pub mod any;
pub mod cell;
pub mod citation;
pub mod count;
pub mod date;
pub mod digits;
pub mod fold;
pub mod label;
pub mod lexicon;
pub mod number;
pub mod person;
pub mod sentence;
pub mod span;

pub use span::Span;
