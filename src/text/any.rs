//! Whether a text has one of several words: one function each for all that ask, as the rules do so at every turn.

/// Whether a text begins with one of `words`.
pub fn begins(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// Whether a text ends with one of `words`.
pub fn ends(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

/// Whether a text has one of `words` in it.
pub fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// A text without the first of `words` that it begins with; none if there is none.
pub fn strip_start<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// A text without the first of `words` that it ends with; none if there is none.
pub fn strip_end<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_suffix(word))
}
