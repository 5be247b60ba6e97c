//! A list of words that is searched for the longest one that a text begins with.

/// Words and what they mean. A look-up costs about as much as there are words with the same first character.
#[derive(Debug)]
pub struct Lexicon<T> {
    /// Sorted by the bucket of the first character, and within it the longest first.
    entries: Vec<Entry<T>>,
    buckets: Vec<Bucket>,
}

/// The words whose first characters are spread to one place.
#[derive(Debug)]
struct Bucket {
    /// Where they begin.
    start: u16,
    /// A bit for the last one of each second character: most texts are told apart from all of these words by it.
    seconds: u64,
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
        let buckets = (0..=BUCKETS).map(|bucket| {
            let start = place(bucket);
            let own = entries[start..].iter().take_while(|entry| first(entry) == bucket);
            let seconds = own.fold(0, |seconds, entry| seconds | entry.second());
            Bucket { start: u16::try_from(start).unwrap_or(u16::MAX), seconds }
        });
        let buckets = buckets.collect();
        Self { entries, buckets }
    }

    /// The longest word that `text` begins with, and its length in bytes.
    pub fn longest(&self, text: &str) -> Option<(&T, usize)> {
        self.all(text).next()
    }

    /// All words that `text` begins with, the longest first, each with its length in bytes.
    pub fn all<'a>(&'a self, text: &str) -> impl Iterator<Item = (&'a T, usize)> {
        let head = head(text);
        let entries = self.entries_near(text, head).unwrap_or_default();
        let begins = move |entry: &&Entry<T>| {
            head & entry.mask == entry.head && (entry.text.len() <= 8 || text.starts_with(entry.text))
        };
        entries.iter().filter(begins).map(|entry| (&entry.value, entry.text.len()))
    }

    /// The words that `text` may begin with.
    #[inline]
    fn entries_near(&self, text: &str, head: u64) -> Option<&[Entry<T>]> {
        let place = bucket(text.chars().next()?);
        let own = self.buckets.get(place).filter(|own| own.seconds & second(head) != 0)?;
        self.entries.get(usize::from(own.start)..usize::from(self.buckets.get(place + 1)?.start))
    }
}

impl<T> Entry<T> {
    fn new(text: &'static str, value: T) -> Self {
        let mask = if text.len() < 8 { (1 << (8 * text.len())) - 1 } else { u64::MAX };
        Self { text, head: head(text), mask, value }
    }

    /// Which bits of [`Bucket::seconds`] are its own: all where it ends before its sixth byte.
    fn second(&self) -> u64 {
        if self.text.len() < 6 { u64::MAX } else { second(self.head) }
    }
}

/// Spreads the characters that words begin with.
fn bucket(c: char) -> usize {
    ((c as usize).wrapping_mul(0x9E37) >> 4) & (BUCKETS - 1)
}

/// A bit for the sixth byte of a text, the last one of its second ideograph.
fn second(head: u64) -> u64 {
    1 << (head >> 40 & 63)
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
