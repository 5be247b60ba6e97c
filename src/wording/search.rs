//! Looks for text that misses a term by one character.
use super::{
    lexicon::{LEXICON, Lexicon},
    slip::{AROUND, Chars},
};
use crate::text::{
    Span,
    fold::{half_width, is_blank},
};

/// What happened to a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// One character is another.
    Changed,
    /// One character is missing.
    Lost,
    /// One character is too many.
    Added,
    /// Two neighbours changed places.
    Swapped,
}

/// Text that misses a term by one character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// The words at fault in the text: the term, or of a long one the part around the slip.
    pub span: Span,
    /// What they should be.
    pub right: String,
    /// The whole term.
    pub term: String,
    /// What happened to it.
    pub slip: Slip,
}

/// The terms that `text`, a paragraph, misses by one character, in its order.
pub fn near_misses(text: &str) -> Vec<Miss> {
    let mut found = vec![];
    let mut run: Vec<(usize, char)> = vec![];
    for (at, c) in text.char_indices() {
        if matches!(c, '\u{4E00}'..='\u{9FFF}') {
            run.push((at, c));
        } else if !is_blank(c) {
            search(&run, true, &mut found);
            run.clear();
            // Behind a figure stands its unit: 2宗转下年. What looks like a dash may have been part of a word: 进—步.
            let half = half_width(c);
            run.extend((half.is_ascii_digit() || matches!(half, '-' | '—')).then_some((at, c)));
        }
    }
    search(&run, false, &mut found);
    found
}

/// Looks through characters between which stands no mark; `closed` tells that one stands behind them, else the paragraph ends, and
/// may go on in another that was only broken off.
fn search(run: &[(usize, char)], closed: bool, found: &mut Vec<Miss>) {
    let lexicon = &*LEXICON;
    let word = |at: usize| run.get(at..at + 2).is_some_and(|pair| lexicon.is_word(pair[0].1, pair[1].1));
    let lone = |at: usize| run.get(at).is_some_and(|(_, c)| !lexicon.stands_alone(*c));
    let (mut before, mut joined) = (false, false);
    // Where the terms end that begin up to here: what is part of one as it should be is not wrong.
    let (mut from, mut right) = (0, 0);
    for at in 0..run.len() {
        right = right.max(at + term_at(lexicon, &run[at..]));
        let earlier = std::mem::replace(&mut before, joined);
        joined = word(at);
        if at < right.max(from) {
            continue;
        }
        // A wrong character that makes a word with one neighbour by chance leaves the other alone.
        let may_be_wrong = match (before, joined) {
            (false, true) => at > 0 && !earlier && lone(at - 1),
            (true, false) => lone(at + 1) && !word(at + 1),
            (true, true) => false,
            (false, false) => true,
        };
        let may_be_wrong = may_be_wrong || at > 0 && run[at].1 == run[at - 1].1 || in_long_term(run, at);
        let behind_mark = at < 2 && !matches!(run[0].1, '\u{4E00}'..='\u{9FFF}');
        if !may_be_wrong || behind_mark || counts(&run[at..]) {
            continue;
        }
        let chars = Chars { run, closed, at, lexicon, joined: before || joined };
        if let Some(slip) = chars.slip() {
            let miss = chars.miss(&slip);
            if found.last().is_none_or(|last| last.span.end <= miss.span.start) {
                from = slip.start + slip.length;
                found.push(miss);
            }
        }
    }
}

/// The length of the longest term that a run begins with; 0 without one.
fn term_at(lexicon: &Lexicon, run: &[(usize, char)]) -> usize {
    let [(_, first), (_, second), (_, third), ..] = *run else { return 0 };
    let reads = |term: &&[char]| term.len() <= run.len() && run.iter().zip(*term).all(|(has, c)| has.1 == *c);
    lexicon.terms_from(first, second, third).filter(reads).map(<[char]>::len).max().unwrap_or(0)
}

/// Whether the characters around one may be those of a long term.
fn in_long_term(run: &[(usize, char)], at: usize) -> bool {
    let get = |step: isize| run.get(at.checked_add_signed(step)?).map(|(_, c)| *c);
    AROUND.iter().any(|&(pair, first, second)| {
        get(first).zip(get(second)).is_some_and(|(first, second)| LEXICON.may_be_long(pair, first, second))
    })
}

/// Whether a number in characters begins here, with its unit: 收到公开申请八件.
fn counts(run: &[(usize, char)]) -> bool {
    let numeral =
        |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '两');
    let unit = |c: char| matches!(c, '件' | '宗' | '起' | '条' | '份' | '次' | '项' | '例' | '个' | '封' | '人');
    let numerals = run.iter().take_while(|(_, c)| numeral(*c)).count();
    numerals > 0 && run.get(numerals).is_some_and(|(_, c)| unit(*c))
}
