//! The words of the field, and text that misses one of them by a single character.
//!
//! Precision comes from what a slip leaves behind: a character that makes no word with either neighbour. Only there
//! are the terms looked up, so that clean text costs one look-up for each pair of characters, and a word that is
//! merely another word is never taken for a slip.
mod alike;
mod lexicon;
mod search;
mod slip;
#[cfg(test)]
mod tests;

pub use search::{Miss, Slip, near_misses};
