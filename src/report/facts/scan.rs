//! Running text as tokens: words of the lexicon, figures, marks, and what is none of them.
use super::words::{Set, Word, word_at};
use crate::text::{
    Span, any,
    number::{Figure, FigureKind, figure_at},
};

/// A piece of a folded text. Spans are places in the folded text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub kind: Kind,
    pub span: Span,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Word(Word),
    /// A figure that may be a count or an amount.
    Figure(Figure),
    /// A calendar year.
    Year(u16),
    /// A month that stands alone: 12月收到.
    Month,
    /// Any other number: dates, shares, numbers of persons, of documents. Says nothing about its neighbours.
    Number,
    /// A mark of punctuation that divides.
    Mark(char),
    /// Words that the lexicon does not have.
    Gap,
}

/// A folded text and its tokens.
#[derive(Debug)]
pub(crate) struct Scan<'a> {
    pub folded: &'a str,
    pub tokens: Vec<Token>,
}

/// A stretch between two marks: the index of its first token, of the one behind its last, and the mark before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub start: usize,
    pub end: usize,
    pub mark: char,
}

/// The mark before the first clause of a text.
pub(crate) const BEGINNING: char = '。';

impl<'a> Scan<'a> {
    /// Reads the tokens of `text`, which is folded.
    pub fn new(text: &'a str) -> Self {
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 6);
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let (kind, length) = token_at(text, at, c);
            let span = Span::new(at, at + length);
            at = span.end;
            match tokens.last_mut() {
                Some(last) if matches!((last.kind, kind), (Kind::Gap, Kind::Gap)) => last.span.end = span.end,
                _ => tokens.push(Token { kind, span }),
            }
        }
        mark_months(text, &mut tokens);
        divide_entries(&mut tokens);
        Self { folded: text, tokens }
    }

    /// The clauses, in order; empty ones between two marks as well.
    pub fn clauses(&self) -> impl Iterator<Item = Clause> + '_ {
        let mut next = Some((0, BEGINNING));
        std::iter::from_fn(move || {
            let (start, mark) = next?;
            let ends = |token: &Token| matches!(token.kind, Kind::Mark(mark) if mark != '、');
            let end = self.tokens[start..].iter().position(ends).map_or(self.tokens.len(), |length| start + length);
            next = self.tokens.get(end).and_then(|token| match token.kind {
                Kind::Mark(mark) => Some((end + 1, mark)),
                _ => None,
            });
            Some(Clause { start, end, mark })
        })
    }

    /// The tokens from `start` to before `end`.
    pub fn slice(&self, start: usize, end: usize) -> &[Token] {
        self.tokens.get(start..end).unwrap_or(&[])
    }

    /// The folded text that a token covers.
    pub fn text(&self, token: &Token) -> &str {
        self.folded.get(token.span.range()).unwrap_or("")
    }
}

fn token_at(text: &str, at: usize, c: char) -> (Kind, usize) {
    let rest = &text[at..];
    let mark = match c {
        ',' | ';' | ':' | '(' | ')' | '、' | '。' | '!' | '?' => true,
        // A full stop typed as a point; decimals and list numbers are part of figures or stand behind digits.
        '.' => !text[..at].ends_with(|before: char| before.is_ascii_alphanumeric()),
        _ => false,
    };
    if mark && c != '(' {
        return (Kind::Mark(if c == '.' { '。' } else { c }), c.len_utf8());
    }
    // 申请（件）：13: the unit of the label, no bracket.
    if let Some(length) = bracketed_unit(rest) {
        return (Kind::Number, length);
    } else if mark {
        return (Kind::Mark(c), c.len_utf8());
    }
    // 4件仍在法定答复期内
    if let Some(length) = within_term(rest) {
        return (Kind::Word(Word::Unfinished), length);
    }
    // “予以公开”9件: quotation marks say nothing.
    if matches!(c, '“' | '”' | '"') {
        return (Kind::Number, c.len_utf8());
    }
    let word = if c.is_ascii_digit() { None } else { word_in(text, at, c) };
    let figure = if word.is_none() || c == '零' { figure_at(text, at) } else { None };
    match (figure, word) {
        (Some(figure), _) => (figure_kind(&figure), figure.whole.len()),
        (None, Some((word, length))) => (Kind::Word(word), length),
        (None, None) => (Kind::Gap, c.len_utf8()),
    }
}

/// The word that begins at byte `at` of `text` with `c`, also where what stands around it decides what it means; and its
/// length.
fn word_in(text: &str, at: usize, c: char) -> Option<(Word, usize)> {
    let rest = &text[at..];
    match c {
        // 已办12件 was answered; 已办理, 已办结 say it with the word behind.
        '已' if rest.strip_prefix("已办").is_some_and(|behind| !behind.starts_with(['理', '结', '完', '毕', '妥'])) =>
        {
            return Some((Word::Answered, "已办".len()));
        }
        // 不存在2条, 不存在的三宗: what does not exist is the information.
        '不' => {
            let counted = rest.strip_prefix("不存在").map(|behind| behind.strip_prefix('的').unwrap_or(behind));
            let counted = counted.filter(|counted| !counted.starts_with('一'));
            let figure = counted.and_then(|counted| figure_at(counted, 0));
            if figure.is_some_and(|figure| figure.kind == FigureKind::Count) {
                return Some((Word::NotHeld, "不存在".len()));
            }
        }
        // （收60件、答58件）
        '收' | '结' | '答' if rest[c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()) => {
            let alone = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let word = if c == '收' { Word::Received } else { Word::Answered };
            return alone.then_some((word, c.len_utf8()));
        }
        // 依申请公开工作：全年办件15件
        '办' if rest.starts_with("办件") => {
            let lead = &text[text.floor_char_boundary(at.saturating_sub(LEAD))..at];
            let lead = lead.rsplit('。').next().unwrap_or(lead);
            if lead.contains("公开申请") || lead.contains("申请公开") {
                return Some((Word::Handled, "办件".len()));
            }
        }
        _ => {}
    }
    // 2件尚在补正
    word_at(rest).or_else(|| Some((Word::Unfinished, still_open(rest)?)))
}

/// How far before 办件 what it is about is looked for, in bytes.
const LEAD: usize = 120;

/// The length of `(件)` at the beginning of `rest`.
fn bracketed_unit(rest: &str) -> Option<usize> {
    let mut chars = rest.strip_prefix('(')?.chars();
    let unit = chars.next().filter(|unit| matches!(unit, '件' | '条' | '宗' | '起' | '份' | '次' | '项'))?;
    (chars.next() == Some(')')).then_some("()".len() + unit.len_utf8())
}

/// The most characters between 在 and 期内.
const TERM: usize = 12;

/// The length of 尚在法定期限内, 在规定时限内 at the beginning of `rest` where nothing follows that was done in that time.
fn within_term(rest: &str) -> Option<usize> {
    let open = |text| str::strip_prefix(text, ['尚', '仍', '还', '处']).unwrap_or(text).strip_prefix('在');
    let inside = rest.strip_prefix("处于").or_else(|| open(rest))?;
    let mut ends = inside.char_indices().take(TERM).filter(|(_, c)| matches!(c, '内' | '中' | '段'));
    let (end, last) = ends.next()?;
    let term = &inside[..end];
    let whole = term.chars().all(|c| c.is_alphabetic())
        && match last {
            '内' => term.ends_with(['期', '限']),
            '段' => term.ends_with('阶'),
            _ => term.ends_with("程序") || term.ends_with("过程"),
        };
    let behind = inside[end + last.len_utf8()..].chars().next();
    let ended = behind.is_none_or(|c| matches!(c, ',' | ';' | '。' | '、' | ')' | '\n'));
    (whole && ended).then_some(rest.len() - inside.len() + end + last.len_utf8())
}

/// The length of 尚在补正, 正在比对 at the beginning of `rest`, up to a mark.
fn still_open(rest: &str) -> Option<usize> {
    let behind = any::strip_start(rest, &["正在", "尚在", "仍在", "还在", "正等待", "等待"])?;
    let end = behind.char_indices().take(TERM).find(|(_, c)| !c.is_alphabetic()).map_or(behind.len(), |(end, _)| end);
    let ended = behind[end..].chars().next().is_none_or(|c| matches!(c, ',' | ';' | '。' | '、' | ')' | '\n'));
    (end > 0 && ended).then_some(rest.len() - behind.len() + end)
}

fn figure_kind(figure: &Figure) -> Kind {
    let value = figure.value.as_i64();
    match figure.kind {
        FigureKind::Count | FigureKind::Money => Kind::Figure(*figure),
        FigureKind::Bare if value == Some(12345) => Kind::Word(Word::Foreign),
        FigureKind::Bare if !figure.approximate => Kind::Figure(*figure),
        FigureKind::Year => value.and_then(|year| u16::try_from(year).ok()).map_or(Kind::Number, Kind::Year),
        FigureKind::Date if figure.unit == "月" => Kind::Month,
        // 12个部门收到: whose they are.
        FigureKind::People if matches!(figure.unit, "个部门" | "个单位") => Kind::Word(Word::Organ),
        _ => Kind::Number,
    }
}

/// Leaves [`Kind::Month`] only where a month stands alone: not as a part of a date or of a period.
fn mark_months(text: &str, tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        if tokens[at].kind != Kind::Month {
            continue;
        }
        let mut before = tokens[..at].iter().rev().filter(|token| !matches!(token.kind, Kind::Year(_)));
        let behind = tokens.get(at + 1);
        let period = |token: &Token| {
            let dash = text.get(token.span.range()).is_some_and(|text| text.starts_with(['-', '—', '~', '–']));
            token.kind == Kind::Word(Word::To) || dash
        };
        let date = |token: &Token| token.kind == Kind::Number || period(token);
        if before.next().is_some_and(period) || behind.is_some_and(date) {
            tokens[at].kind = Kind::Number;
        }
    }
}

/// 受理:13件 办结:12件: the words between a number behind a colon and the next colon are a label of their own.
fn divide_entries(tokens: &mut Vec<Token>) {
    let is_colon = |token: &Token| token.kind == Kind::Mark(':');
    let label = |colon: usize| {
        let figure = tokens[..colon].iter().rposition(|token| !matches!(token.kind, Kind::Word(_)))?;
        let behind_colon = figure.checked_sub(1).is_some_and(|before| is_colon(&tokens[before]));
        let counts = matches!(tokens[figure].kind, Kind::Figure(_));
        (behind_colon && counts && figure + 1 < colon).then_some(figure + 1)
    };
    let labels: Vec<usize> = (0..tokens.len()).filter(|at| is_colon(&tokens[*at])).filter_map(label).collect();
    if labels.is_empty() {
        return;
    }
    let mut labels = labels.into_iter().peekable();
    let mut divided = Vec::with_capacity(tokens.len() + labels.len());
    for (at, token) in tokens.drain(..).enumerate() {
        if labels.next_if_eq(&at).is_some() {
            divided.push(Token { kind: Kind::Mark(','), span: Span::new(token.span.start, token.span.start) });
        }
        divided.push(token);
    }
    *tokens = divided;
}

/// The words among `tokens`; `、` counts as 和.
pub(crate) fn words(tokens: &[Token]) -> Set {
    let mut set = Set::default();
    for token in tokens {
        match token.kind {
            Kind::Word(word) => set.insert(word),
            Kind::Mark('、') => set.insert(Word::And),
            Kind::Month => set.insert(Word::Slice),
            _ => {}
        }
    }
    set
}
