//! The words on one side of a figure: which they are, the last that says something, what they are about.
use super::{
    Scope, ladder,
    scan::{Kind, Token, words},
    words::{
        Set,
        Word::{self, *},
    },
};

/// The words on one side of a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub set: Set,
    pub head: Head,
    /// A year that does not tell where something is carried to.
    pub year: Option<u16>,
}

/// The last word that says something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Head {
    None,
    Word(Word),
    Unknown,
}

/// What the text speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    Unknown,
    Application,
    Publishing,
    Cases,
    Foreign,
}

/// Words that may stand between what is counted and its figure.
pub(super) const FILLERS: Set = Set::of(&[
    Link,
    Info,
    Sum,
    Each,
    Respectively,
    All,
    ThisYear,
    Rest,
    And,
    To,
    Whole,
    Own,
    Done,
    List,
    This,
    Since,
    Cause,
]);

/// Words that make a number a part of another: a channel, an applicant, an organ.
pub(super) const PARTS: Set = Set::of(&[Channel, Party, Level, Organ]);

/// Words that say what the sentence is about.
pub(super) const TOPICS: Set = ladder::BLOCKS.or(Set::of(&[Application, AllApplications, Publishing, Foreign, Law]));

impl Context {
    /// The words of `tokens`; a year beside 结转 becomes 上年 or 下年, by the year of the report where it is known.
    pub fn new(tokens: &[Token], report: Option<u16>) -> Self {
        let mut context = Self { set: words(tokens), head: head(tokens), year: None };
        for (at, token) in tokens.iter().enumerate() {
            let behind = tokens.get(at + 1).map(|token| token.kind);
            if matches!((token.kind, behind), (Kind::Word(Accepted | Received), Some(Kind::Word(Answered)))) {
                // 受理答复8件: one number for both.
                context.set.insert(And);
            }
            let Kind::Year(year) = token.kind else { continue };
            let earlier = report.map(|report| year < report);
            match beside_carry(tokens, at) {
                (true, _) => context.set.insert(if earlier == Some(true) { Prior } else { Next }),
                (_, true) => context.set.insert(if earlier == Some(false) { Next } else { Prior }),
                // 将于2025年答复
                _ if report.is_some_and(|report| year > report) => context.set.insert(Next),
                _ => context.year = Some(year),
            }
        }
        context
    }
}

/// Whether 结转 stands before the year at `at`, and whether behind it.
fn beside_carry(tokens: &[Token], at: usize) -> (bool, bool) {
    let carry = |token: &Token| matches!(token.kind, Kind::Word(Carry | Turn | Unfinished));
    let passes = |token: &&Token| !matches!(token.kind, Kind::Word(Link | To | Application));
    let before = tokens.iter().take(at).rev().find(passes).is_some_and(carry);
    let behind = tokens.iter().skip(at + 1).find(passes).is_some_and(carry);
    (before, behind)
}

/// The latest year that a text names, but for those that something is carried from or to: most likely the report's.
pub(super) fn latest_year(tokens: &[Token]) -> Option<u16> {
    let years = tokens.iter().enumerate().filter_map(|(at, token)| match token.kind {
        Kind::Year(year) if beside_carry(tokens, at) == (false, false) => Some(year),
        _ => None,
    });
    years.max()
}

fn head(tokens: &[Token]) -> Head {
    // 收到申请公开征收补偿信息12件: what was asked for says nothing.
    let set = words(tokens);
    let asked = tokens.last().is_some_and(|last| last.kind == Kind::Word(Info));
    if asked && set.has(Application) && set.meets(Set::of(&[Received, NewlyReceived, Accepted])) {
        return Head::Word(Application);
    }
    match tokens.iter().rev().map(|token| token.kind).find(|kind| !is_filler(*kind)) {
        Some(Kind::Word(Unknown | Others) | Kind::Gap) => Head::Unknown,
        Some(Kind::Word(word)) => Head::Word(word),
        _ => Head::None,
    }
}

/// Whether a token says nothing about the figure beside it.
pub(super) fn is_filler(kind: Kind) -> bool {
    match kind {
        Kind::Word(word) => FILLERS.has(word),
        Kind::Gap => false,
        Kind::Year(_) | Kind::Number | Kind::Mark(_) | Kind::Month | Kind::Figure(_) => true,
    }
}

/// The last word that says something; none if it is not in the lexicon.
pub(super) fn last_word(tokens: &[Token]) -> Option<Word> {
    match head(tokens) {
        Head::Word(word) => Some(word),
        _ => None,
    }
}

/// The last word of `tokens` that says what they are about; in 行政复议申请 and 行政许可申请 that is not 申请.
pub(super) fn topic_word(tokens: &[Token]) -> Option<Word> {
    let asks = tokens.last().is_some_and(|last| last.kind == Kind::Word(Info));
    let asked = tokens.iter().position(|token| token.kind == Kind::Word(Application)).filter(|_| asks);
    let owns = |token: &Token| matches!(token.kind, Kind::Word(word) if ladder::BLOCKS.has(word) || word == Law);
    let word = |at: usize, token: &Token| match token.kind {
        Kind::Word(Application) if at > 0 && tokens.get(at - 1).is_some_and(owns) => None,
        // 申请公开征收补偿信息
        Kind::Word(Law) if asked.is_some_and(|asked| asked < at) => None,
        Kind::Word(word) if TOPICS.has(word) => Some(word),
        _ => None,
    };
    tokens.iter().enumerate().rev().find_map(|(at, token)| word(at, token))
}

pub(super) fn topic_of(word: Word) -> Topic {
    match word {
        Application | AllApplications => Topic::Application,
        Publishing => Topic::Publishing,
        word if ladder::BLOCKS.has(word) => Topic::Cases,
        _ => Topic::Foreign,
    }
}

/// 行政复议申请: who receives these is the reviewing body.
pub(super) fn applies_for_review(tokens: &[Token]) -> bool {
    let pair = |two: &[Token]| matches!(two, [one, other] if one.kind == Kind::Word(Review) && other.kind == Kind::Word(Application));
    tokens.windows(2).any(pair)
}

/// 2021年至2024年
pub(super) fn spans_years(tokens: &[Token]) -> bool {
    let kinds = |three: &[Token]| match three {
        [first, to, last] => Some((first.kind, to.kind, last.kind)),
        _ => None,
    };
    tokens.windows(3).filter_map(kinds).any(|three| match three {
        (Kind::Year(first), Kind::Word(To | And), Kind::Year(last)) => first < last,
        _ => false,
    })
}

/// Whose number the words say it is.
pub(super) fn scope(set: Set) -> Scope {
    if set.has(Behalf) {
        Scope::Behalf
    } else if set.has(Whole) {
        Scope::Whole
    } else if set.meets(Set::of(&[Own, Level])) {
        Scope::Own
    } else {
        Scope::Plain
    }
}
