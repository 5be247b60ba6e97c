//! The words of the field, and text that misses one of them by a single character.
//!
//! Precision comes from what a slip leaves behind: a character that makes no word with either neighbour. Only there
//! are the terms looked up, so that clean text costs one look-up for each pair of characters, and a word that is
//! merely another word is never taken for a slip.
mod lexicon;
mod search;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

pub use search::{Miss, Slip, near_misses};

/// The characters that are taken for others, each with the number of its group: sorted, for the list is long and is asked
/// about each character that may be wrong.
static CONFUSABLE: LazyLock<Vec<(char, u16)>> = LazyLock::new(|| {
    let groups = include_str!("confusable.txt").split(|c: char| c.is_ascii()).zip(0..);
    let mut sorted: Vec<_> = groups.flat_map(|(group, n)| group.chars().map(move |c| (c, n))).collect();
    sorted.sort_unstable();
    sorted
});

/// Whether two characters are taken for each other: they sound or look alike.
fn confusable(one: char, other: char) -> bool {
    let groups = |c: char| {
        let first = CONFUSABLE.partition_point(|(own, _)| *own < c);
        CONFUSABLE[first..].iter().take_while(move |(own, _)| *own == c).map(|(_, group)| group)
    };
    groups(one).any(|group| groups(other).any(|other| other == group))
}
