//! Terms and words in tables that are built once, when the first text is searched.
use std::sync::LazyLock;

/// The terms of the field and ordinary words.
pub(super) static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(include_str!("terms.txt"), include_str!("words.txt")));

/// How two characters stand to each other in a term; the number that is kept with them is the place of the character
/// that such a pair is looked up for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// Neighbours; the place is that of the first.
    Adjacent,
    /// The two around a character.
    Around,
    /// The second and third, behind the first character.
    Behind,
    /// The two before the last character.
    Before,
}

/// Terms, found by two of their characters or by the first three, and words of two characters: those of the list, and the halves of terms of four.
pub(super) struct Lexicon {
    /// The characters of all terms, one after another.
    chars: Vec<char>,
    /// Where each term begins, and where the last one ends.
    starts: Vec<u16>,
    /// Where the pairs of each bucket begin.
    buckets: Vec<u16>,
    /// A term and the place of a character in it, sorted by the bucket of the pair.
    places: Vec<Place>,
    /// A bit for each pair around a character of a [long](LONG) term or one of one character less, and for some others.
    long: Vec<u32>,
    /// A table of words of two characters with open addresses; 0 where there is none.
    words: Vec<u32>,
    /// A bit for each ideograph that is a word by itself.
    alone: Vec<u32>,
}

/// A pair in a term.
#[derive(Clone, Copy, Default)]
struct Place {
    term: u16,
    place: u8,
    /// A part of the pair's hash: of the terms in a bucket most are told apart by it, and need not be looked at.
    mark: u8,
}

/// Twice as many as there are pairs: most look-ups end at an empty one.
const BUCKETS: usize = 1 << 16;
const WORDS: usize = 1 << 15;
/// From U+4E00 to U+9FFF.
const IDEOGRAPHS: usize = 0x5200;
/// Terms of so many characters are known by the others where one of them is wrong and yet makes words with both neighbours;
/// those of one less only where it makes another word.
pub(super) const LONG: usize = 5;
/// How many bits tell pairs of long terms: so many that one in twenty is set.
const BITS: usize = 1 << 18;

impl Lexicon {
    fn new(terms: &'static str, words: &'static str) -> Self {
        let lines = |text: &'static str| text.lines().filter(|line| !line.starts_with('#'));
        let (mut chars, mut starts) = (vec![], vec![0]);
        for line in lines(terms) {
            let (first, rests) = line.split_at(line.char_indices().nth(2).map_or(line.len(), |(at, _)| at));
            for rest in rests.split(' ') {
                chars.extend(first.chars().chain(rest.chars()));
                starts.push(index(chars.len()));
            }
        }
        let (buckets, long, table) = (vec![0; BUCKETS + 1], vec![0; BITS / 32], vec![0; WORDS]);
        let alone = vec![0; IDEOGRAPHS / 32];
        let mut lexicon = Self { chars, starts, buckets, places: vec![], long, words: table, alone };
        lexicon.sort_pairs();
        for n in 0..lexicon.starts.len() - 1 {
            if let [one, two, three, four] = *lexicon.term(n) {
                lexicon.add_word(one, two);
                lexicon.add_word(three, four);
            }
        }
        let mut words = lines(words);
        for place in words.next().into_iter().flat_map(str::chars).map(place_of) {
            lexicon.alone[place / 32] |= 1 << (place % 32);
        }
        for line in words {
            let mut seconds = line.chars();
            let Some(first) = seconds.next() else { continue };
            seconds.for_each(|second| lexicon.add_word(first, second));
        }
        lexicon
    }

    /// Sorts the pairs of all terms by their buckets: counted first, then put where they belong.
    fn sort_pairs(&mut self) {
        let mut pairs = vec![];
        let mut long = std::mem::take(&mut self.long);
        for n in 0..self.starts.len() - 1 {
            let term = self.term(n);
            let mut put = |(bucket, mark), place: usize| {
                pairs.push((bucket, Place { term: index(n), place: place as u8, mark }));
            };
            if let [first, second, third, ..] = *term {
                put(beginning(first, second, third), 0);
            }
            let mut add = |pair, first, second, place: usize| {
                let (bucket, mark) = bucket(pair, term[first], term[second]);
                put((bucket, mark), place);
                if pair != Pair::Adjacent && term.len() >= LONG - 1 {
                    let bit = bit(bucket, mark);
                    long[bit / 32] |= 1 << (bit % 32);
                }
            };
            for place in 1..term.len() {
                add(Pair::Adjacent, place - 1, place, place - 1);
            }
            for place in 1..term.len().saturating_sub(1) {
                add(Pair::Around, place - 1, place + 1, place);
            }
            if let last @ 3.. = term.len() {
                add(Pair::Behind, 1, 2, 0);
                add(Pair::Before, last - 3, last - 2, last - 1);
            }
        }
        self.long = long;
        for (bucket, _) in &pairs {
            self.buckets[bucket + 1] += 1;
        }
        for bucket in 0..BUCKETS {
            self.buckets[bucket + 1] += self.buckets[bucket];
        }
        let mut next = self.buckets.clone();
        self.places = vec![Place::default(); pairs.len()];
        for (bucket, place) in pairs {
            self.places[usize::from(next[bucket])] = place;
            next[bucket] += 1;
        }
    }

    /// The terms that have two characters as `pair` says, each with the place; and some that do not.
    pub(super) fn terms(&self, pair: Pair, first: char, second: char) -> impl Iterator<Item = (&[char], usize)> {
        self.terms_in(bucket(pair, first, second))
    }

    /// The terms that begin with three characters, and some that do not.
    pub(super) fn terms_from(&self, first: char, second: char, third: char) -> impl Iterator<Item = &[char]> {
        self.terms_in(beginning(first, second, third)).filter(|(_, place)| *place == 0).map(|(term, _)| term)
    }

    fn terms_in(&self, (bucket, mark): (usize, u8)) -> impl Iterator<Item = (&[char], usize)> {
        let range = usize::from(self.buckets[bucket])..usize::from(self.buckets[bucket + 1]);
        let own = self.places[range].iter().filter(move |place| place.mark == mark);
        own.map(|place| (self.term(usize::from(place.term)), usize::from(place.place)))
    }

    /// Whether a long term may have two characters as `pair` says around another: quick, and mostly right.
    pub(super) fn may_be_long(&self, pair: Pair, first: char, second: char) -> bool {
        let (bucket, mark) = bucket(pair, first, second);
        let bit = bit(bucket, mark);
        self.long[bit / 32] & 1 << (bit % 32) != 0
    }

    fn add_word(&mut self, first: char, second: char) {
        let slot = self.slot(first, second);
        self.words[slot] = key(first, second);
    }

    /// Whether a character is a word by itself, or a part of many: that it makes none with a neighbour tells nothing.
    pub(super) fn stands_alone(&self, c: char) -> bool {
        let place = place_of(c);
        self.alone.get(place / 32).is_some_and(|bits| bits & 1 << (place % 32) != 0)
    }

    /// Whether two characters are a word.
    pub(super) fn is_word(&self, first: char, second: char) -> bool {
        self.words[self.slot(first, second)] != 0
    }

    /// A word of two characters that is part of more than `others` terms.
    pub(super) fn word_of_field(&self, first: char, second: char, others: usize) -> Option<&[char]> {
        if !self.is_word(first, second) {
            return None;
        }
        let terms = self.terms(Pair::Adjacent, first, second);
        terms.filter_map(|(term, place)| term.get(place..place + 2).filter(|word| *word == [first, second])).nth(others)
    }

    /// Whether some characters are a term.
    pub(super) fn is_term(&self, chars: &[char]) -> bool {
        let [first, second, ..] = *chars else { return false };
        self.terms(Pair::Adjacent, first, second).any(|(term, _)| term == chars)
    }

    /// Where a word of two characters stands in the table, or would.
    fn slot(&self, first: char, second: char) -> usize {
        let key = key(first, second);
        let mut slot = key.wrapping_mul(0x9E37_79B1) as usize >> 17;
        while self.words[slot] != 0 && self.words[slot] != key {
            slot = (slot + 1) % WORDS;
        }
        slot
    }

    fn term(&self, n: usize) -> &[char] {
        &self.chars[usize::from(self.starts[n])..usize::from(self.starts[n + 1])]
    }
}

/// The place of an ideograph among those that Unicode encoded first; of any other character one far behind them.
fn place_of(c: char) -> usize {
    (c as usize).wrapping_sub(0x4E00)
}

fn key(first: char, second: char) -> u32 {
    (first as u32) << 16 | second as u32 & 0xFFFF
}

/// The bucket of a pair, and its [mark](Place::mark).
fn bucket(pair: Pair, first: char, second: char) -> (usize, u8) {
    spread(key(first, second) ^ (pair as u32) << 30)
}

fn spread(key: u32) -> (usize, u8) {
    let hash = key.wrapping_mul(0x9E37_79B1);
    (hash as usize >> 16 & (BUCKETS - 1), (hash >> 8) as u8)
}

/// The bucket of the first three characters of a term: those that begin with the same two are many.
fn beginning(first: char, second: char, third: char) -> (usize, u8) {
    spread(key(first, second) ^ (third as u32).wrapping_mul(0x85EB_CA6B))
}

/// The bit of a pair among those of long terms.
fn bit(bucket: usize, mark: u8) -> usize {
    (usize::from(mark) * BUCKETS + bucket) % BITS
}

/// The tables are written for this crate and fit; a longer one would lose its end, not its sense.
fn index(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
