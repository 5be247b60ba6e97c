//! The words of the field, and text that misses one of them by a single character.
//!
//! Precision comes from what a slip leaves behind: a character that makes no word with either neighbour. Only there
//! are the terms looked up, so that clean text costs one look-up for each pair of characters, and a word that is
//! merely another word is never taken for a slip.
mod lexicon;
mod search;
#[cfg(test)]
mod tests;

pub use search::{Miss, Slip, near_misses};

/// Whether two characters are taken for each other: they sound or look alike.
fn confusable(one: char, other: char) -> bool {
    let groups = include_str!("confusable.txt");
    let divides = |c: char| c.is_ascii();
    groups.match_indices(one).any(|(at, _)| {
        let start = groups[..at].rfind(divides).unwrap_or(0);
        let end = groups[at..].find(divides).unwrap_or(0);
        groups[start..at + end].contains(other)
    })
}
