//! A list of words that is searched for the longest one that a text begins with.

/// Words and what they mean. A look-up costs about as much as there are words with the same first character.
#[derive(Debug)]
pub struct Lexicon<T> {
    /// Sorted by the bucket of the first character, and within it the longest first.
    entries: Vec<Entry<T>>,
    /// Where each bucket begins.
    starts: Vec<u16>,
}

/// A word, and its first bytes as a number, so that most words are told apart without a comparison of strings.
#[derive(Debug)]
struct Entry<T> {
    text: &'static str,
    head: u64,
    mask: u64,
    value: T,
}

const BUCKETS: usize = 1024;

impl<T> Lexicon<T> {
    /// Takes up `words`; of a word that comes twice, the first is found by [`Self::longest`]. At most 65,535 words.
    pub fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut entries: Vec<_> =
            words.filter(|(text, _)| !text.is_empty()).map(|(text, value)| Entry::new(text, value)).collect();
        let first = |entry: &Entry<T>| entry.text.chars().next().map_or(0, bucket);
        entries.sort_by_key(|entry| (first(entry), usize::MAX - entry.text.len()));
        let place = |bucket| entries.partition_point(|entry| first(entry) < bucket);
        let starts = (0..=BUCKETS).map(|bucket| u16::try_from(place(bucket)).unwrap_or(u16::MAX)).collect();
        Self { entries, starts }
    }

    /// The longest word that `text` begins with, and its length in bytes.
    pub fn longest(&self, text: &str) -> Option<(&T, usize)> {
        let bucket = bucket(text.chars().next()?);
        let (start, end) = (self.starts.get(bucket)?, self.starts.get(bucket + 1)?);
        let entries = self.entries.get(usize::from(*start)..usize::from(*end)).filter(|entries| !entries.is_empty())?;
        let head = head(text);
        let begins = |entry: &&Entry<T>| {
            head & entry.mask == entry.head && (entry.text.len() <= 8 || text.starts_with(entry.text))
        };
        entries.iter().find(begins).map(|entry| (&entry.value, entry.text.len()))
    }

    /// All words that `text` begins with, the longest first, each with its length in bytes.
    pub fn all<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (&'a T, usize)> {
        let bucket = text.chars().next().map_or(0, bucket);
        let place = |n: usize| self.starts.get(n).map_or(0, |&place| usize::from(place));
        let entries = self.entries.get(place(bucket)..place(bucket + 1)).unwrap_or_default();
        let head = if entries.is_empty() { 0 } else { head(text) };
        let begins = move |entry: &&Entry<T>| head & entry.mask == entry.head && text.starts_with(entry.text);
        entries.iter().filter(begins).map(|entry| (&entry.value, entry.text.len()))
    }
}

impl<T> Entry<T> {
    fn new(text: &'static str, value: T) -> Self {
        let mask = if text.len() < 8 { (1 << (8 * text.len())) - 1 } else { u64::MAX };
        Self { text, head: head(text), mask, value }
    }
}

/// Spreads the characters that words begin with.
fn bucket(c: char) -> usize {
    ((c as usize).wrapping_mul(0x9E37) >> 4) & (BUCKETS - 1)
}

/// The first eight bytes of `text`, zeros behind its end.
fn head(text: &str) -> u64 {
    if let Some(bytes) = text.as_bytes().first_chunk() {
        return u64::from_le_bytes(*bytes);
    }
    let mut bytes = [0; 8];
    for (byte, from) in bytes.iter_mut().zip(text.bytes()) {
        *byte = from;
    }
    u64::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins() {
        let lexicon = Lexicon::new(["公开", "公", "公开申请", "不予公开", "%"].into_iter().map(|word| (word, word)));
        for (text, word) in
            [("公开申请书", "公开申请"), ("公开申", "公开"), ("公", "公"), ("不予公开了", "不予公开"), ("%", "%")]
        {
            assert_eq!(lexicon.longest(text), Some((&word, word.len())), "{text}");
        }
        for text in ["", "不予公", "申请", "a"] {
            assert_eq!(lexicon.longest(text), None, "{text}");
        }
    }

    #[test]
    fn all_words_are_told_the_longest_first() {
        let lexicon = Lexicon::new(["公开", "公", "公开申请", "不予公开", "公"].into_iter().zip(1..));
        assert_eq!(lexicon.all("公开申请书").collect::<Vec<_>>(), [(&3, 12), (&1, 6), (&2, 3), (&5, 3)]);
        assert_eq!(lexicon.all("申请").count(), 0);
        assert_eq!(lexicon.all("").count(), 0);
    }
}
