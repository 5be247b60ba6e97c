//! The numbers that a report tells in its running text.
//!
//! One paragraph at a time, in four steps:
//!
//! * `scan` makes tokens of it: words of the lexicon (`words`), figures, marks;
//! * `reader` goes from clause to clause and remembers what the text speaks of, so that `办结46封` behind `信箱` is none;
//!   `topic` is what it speaks of, `meaning` finds what each figure counts, by the words beside it (`context`), with the
//!   rows of `ladder` (first match wins), `respective` what 分别 gives to several things, and `record` takes it down;
//! * `zero` reads what is told without a figure: 未收到申请, 均已答复;
//! * `settle` looks at all of them together: parts of a total, doubled results, and what 受理 means; `balance` is what the identity of
//!   table three tells.
//!
//! When in doubt a number is left out: a wrong comparison costs more than a missing one.
mod balance;
mod context;
mod disclosure;
mod figures;
mod inherited;
mod ladder;
mod meaning;
mod reader;
mod record;
mod respective;
pub(crate) mod scan;
mod settle;
mod topic;
pub(crate) mod words;
mod zero;

use super::Passage;
use crate::text::{Span, number::chinese};

/// A number that the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it counts.
    pub subject: Subject,
    /// The number; a fee is in 元.
    pub value: u64,
    /// The figure; where there is none, the words that tell it.
    pub span: Span,
    /// The clause that holds it.
    pub clause: Span,
    /// How it is told.
    pub told: Told,
    /// 约, 余, or rounded to 万: not to be compared exactly.
    pub approximate: bool,
    /// Whose number it says it is.
    pub scope: Scope,
}

/// What a number of the text counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// 收到, 新收: applications of this year.
    New,
    /// 受理, 办理: applications of this year, or with those carried in.
    NewOrTotal,
    /// 含上年结转, 共计 behind both: those of this year and those carried in.
    Total,
    /// 上年结转
    CarriedIn,
    /// 办结, 答复
    Answered,
    /// 结转下年, 正在办理
    CarriedOut,
    /// 予以公开
    Granted,
    /// 部分公开
    Partial,
    /// 不予公开
    Denied,
    /// 无法提供
    Unable,
    /// 不予处理
    NotProcessed,
    /// 其他处理, 撤回
    Other,
    /// 行政复议, 行政诉讼
    Case(Block, Outcome),
    /// 信息处理费 that was collected, in 元.
    Fee,
}

/// A block of table four, or two of them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block {
    /// 行政复议
    Review,
    /// 行政诉讼, both blocks together
    Litigation,
    /// 未经复议直接起诉
    Direct,
    /// 复议后起诉
    AfterReview,
}

/// A column of a block of table four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// 总计
    Total,
    /// 结果维持, 胜诉
    Upheld,
    /// 结果纠正
    Corrected,
    /// 其他结果
    Other,
    /// 尚未审结
    Pending,
}

/// How a number is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// By a figure.
    Figure,
    /// By words for none: 未收到申请, 无结转.
    None,
    /// By words that refer to a figure before: 均已答复.
    Implied,
}

/// Whose number it says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// It does not say.
    Plain,
    /// 全市, 全县, 各级: the whole area.
    Whole,
    /// 本机关, 我局, 市本级: the organ alone.
    Own,
    /// 代表区政府: on behalf of another.
    Behalf,
}

impl Fact {
    /// Whether the number may be compared exactly.
    pub fn is_exact(&self) -> bool {
        !self.approximate
    }
}

/// The numbers that a paragraph tells, in the order in which they stand.
///
/// `year` is the year of the report, where it is known: it tells the direction of `2023年结转`.
pub fn facts(passage: &Passage, year: Option<u16>) -> Vec<Fact> {
    if !may_tell(passage.text()) {
        return vec![];
    }
    let scan = scan::Scan::new(passage.text());
    let (mut found, parts) = reader::read(&scan, year);
    settle::settle(&mut found, &parts, year);
    let kept = found.iter().filter(|candidate| !candidate.dropped);
    let mut facts: Vec<_> = kept
        .map(|candidate| Fact {
            span: passage.place(candidate.fact.span),
            clause: passage.place(candidate.fact.clause),
            ..candidate.fact
        })
        .collect();
    facts.sort_by_key(|fact| fact.span.start);
    facts
}

/// Whether `text`, folded, has a figure that is no date, a numeral before a unit, or a word that denies: most paragraphs have
/// none, and need no closer look.
fn may_tell(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars().filter(|c| *c != ' ') {
        let last = std::mem::replace(&mut before, c);
        let tells = match c {
            '未' | '无' | '没' | '零' | '〇' => true,
            '存' => last == '不',
            '件' | '宗' | '起' | '条' | '份' | '次' | '项' | '例' | '封' | '个' | '元' => {
                last.is_ascii_digit() || chinese::begins(last) || matches!(last, '余' | '多' | '来')
            }
            '年' | '月' | '日' | '号' | '%' | '‰' | '.' | '-' | ':' | '/' | '〕' | ']' | ')' | '|' => false,
            _ => last.is_ascii_digit() && !c.is_ascii_digit(),
        };
        if tells {
            return true;
        }
    }
    before.is_ascii_digit()
}

/// What 受理 or 收到 means beside the other numbers of the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// New applications: new + carried in = answered + carried out.
    New,
    /// All applications: total = answered + carried out.
    Total,
    /// Both, as nothing was carried in.
    Either,
    /// Neither sum is right.
    Neither,
}

/// Decides by the identity of table three (新收 + 结转 = 办结 + 转下年) what the number of received applications among
/// `facts` is; `None` if one of the four is not told exactly, or is told twice differently.
pub fn received(facts: &[Fact]) -> Option<Received> {
    let one = |subjects: &[Subject]| {
        let mut told = facts.iter().filter(|fact| fact.is_exact() && subjects.contains(&fact.subject));
        let value = told.next()?.value;
        told.all(|fact| fact.value == value).then_some(value)
    };
    let received = one(&[Subject::New, Subject::NewOrTotal])?;
    let carried_in = one(&[Subject::CarriedIn])?;
    let done = one(&[Subject::Answered])?.checked_add(one(&[Subject::CarriedOut])?)?;
    let new = received.checked_add(carried_in) == Some(done);
    Some(match (new, received == done) {
        (true, true) => Received::Either,
        (true, false) => Received::New,
        (false, true) => Received::Total,
        (false, false) => Received::Neither,
    })
}

#[cfg(test)]
mod tests;
