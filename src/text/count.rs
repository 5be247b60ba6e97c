//! How long a text is.
use super::fold::is_blank;

/// The 字数 of a text as word processors count: every character and sign is one, a run of letters or digits of ASCII is
/// one together, blanks are none.
pub fn words(text: &str) -> usize {
    let mut inside = false;
    let begins = |c: char| {
        let was_inside = std::mem::replace(&mut inside, c.is_ascii_alphanumeric());
        !(is_blank(c) || was_inside && c.is_ascii_alphanumeric())
    };
    text.chars().map(begins).filter(|begins| *begins).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_digits_are_one_word() {
        assert_eq!(words("2024年，收到 16 件。"), 8);
        assert_eq!(words("政务 APP\u{3000}v2\n"), 4);
        assert_eq!(words(" \n"), 0);
    }
}
