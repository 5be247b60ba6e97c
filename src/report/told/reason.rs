//! Harmless reasons for a number of the text that is not the table's.
use super::{
    super::{
        elsewhere::{is_another_bodys, is_beside_handed, names_other_year},
        facts::{Block, Fact, Outcome, Scope, Subject, Told},
    },
    Lookup, TableNumber,
    cells::divided,
};
use crate::text::{Span, any};

impl Lookup<'_> {
    /// Whether the organ reports for a whole area.
    pub(super) fn area(&self) -> bool {
        let town = any::ends(&self.organ, &["镇人民政府", "乡人民政府", "苏木人民政府"]);
        !town && any::ends(&self.organ, &["人民政府", "管理委员会", "管委会"])
    }

    /// Other numbers of the table that the words may just as well mean.
    pub(super) fn accepts(&self, fact: &Fact, told: i64) -> bool {
        let value = |subject| self.number(subject).map(|number: TableNumber| number.value);
        match fact.subject {
            Subject::NewOrTotal => self.number(Subject::Total).is_some_and(|total| total.is(told)),
            // "收到 5 件，均已答复": all of the new ones, with those carried in told elsewhere or not at all.
            Subject::Answered if fact.told == Told::Implied => value(Subject::CarriedOut) == Some(0),
            _ => false,
        }
    }

    /// A harmless reason for a difference. What the text tells beside the number may rule it out.
    pub(super) fn reason(&self, fact: &Fact, told: i64, number: i64, facts: &[Fact]) -> Option<&'static str> {
        let value = |subject| self.number(subject).map(|number: TableNumber| number.value);
        let text = |subjects: &[Subject]| {
            let one = facts.iter().find(|fact| subjects.contains(&fact.subject) && !fact.approximate)?;
            i64::try_from(one.value).ok()
        };
        if self.is_undivided(fact.subject) {
            return Some("表格没有分开填写，或者全部计在一项");
        }
        if fact.told == Told::Implied && fact.subject == Subject::Answered {
            return Some("表格另有结转下年度的");
        }
        if fact.scope == Scope::Whole && !self.area() {
            return Some("正文可能是全部机关的数");
        }
        if fact.told == Told::Figure && names_other_year(self.doc, fact, self.year) {
            return Some("正文写的是其他年度");
        }
        if let Some(reason) = variant(fact.subject, self.doc.str(fact.clause), told < number) {
            return Some(reason);
        }
        let before = self.doc.text.get(..fact.span.start).unwrap_or("").trim_end();
        if fact.subject == Subject::Other && before.ends_with(['他', '它']) {
            return Some("正文的“其他”可能不只是其他处理");
        }
        // 收到自然人申请8件，法人申请1件: one kind of applicants alone.
        let clause = self.doc.str(fact.clause);
        let person = any::holds(clause, &["自然人", "公民", "个人"]);
        let body = any::holds(clause, &["法人", "企业", "组织"]);
        if person != body && told < number && !clause.contains('共') {
            return Some("正文可能只是其中一类申请人的数");
        }
        // 全年办理申请10件: what was dealt with, not what came in.
        let handled = any::holds(clause, &["办理", "处理", "承办"]) && !any::holds(clause, &["受理", "收"]);
        if fact.subject == Subject::NewOrTotal && handled && value(Subject::Answered) == Some(told) {
            return Some("正文可能说的是办结的数");
        }
        if is_another_bodys(self.doc, fact, &self.organ) {
            return Some("正文可能是其他机关的数");
        }
        if fact.subject == Subject::Answered && clause.contains("答复书") {
            return Some("一件申请可能不止一份答复书，一份答复书也可能答复多件申请");
        }
        if fact.told == Told::Figure && told > number && self.counts_times(fact) {
            return Some("“件次”可能多于件数");
        }
        if told < number && self.is_told_rightly(fact, number, facts) {
            return Some("同一段另有与表格相符的数，这里可能只是其中一部分");
        }
        if matches!(fact.subject, Subject::New | Subject::NewOrTotal | Subject::Answered)
            && told < number
            && is_beside_handed(self.doc, fact)
        {
            return Some("正文可能不含其他机关转来的申请");
        }
        // "我市" is what the table counts; "本机关", "市本级" may be a part of it.
        let alone = self.doc.str(fact.clause).contains(['本', '机']);
        if fact.scope == Scope::Own && self.area() && alone && told < number {
            return Some("正文可能只统计了本机关");
        }
        let carried = value(Subject::CarriedIn).filter(|carried| *carried > 0);
        let received = text(&[Subject::New, Subject::NewOrTotal, Subject::Total]);
        match fact.subject {
            Subject::New if carried.is_some_and(|carried| told == number + carried) => {
                let done = text(&[Subject::Answered]).zip(text(&[Subject::CarriedOut]));
                let balanced = done.is_none_or(|(answered, left)| told == answered + left);
                balanced.then_some("正文的数可能含上年结转")
            }
            // 受理73件，其中新收68件、上年结转5件: where one of the two differs, so does the sum.
            Subject::Total if self.differs_by_parts(told, facts) => Some("差额来自新收或者上年结转的数"),
            Subject::Total if value(Subject::New) == Some(told) => Some("正文的数可能不含上年结转"),
            Subject::Answered if carried.is_some_and(|carried| told + carried == number) => {
                let complete = received.is_some() && text(&[Subject::CarriedIn]).is_some();
                let complete = complete && text(&[Subject::CarriedOut]).is_some();
                (!complete).then_some("正文的数可能不含上年结转的申请")
            }
            Subject::Case(block, Outcome::Total) => {
                let pending = value(Subject::Case(block, Outcome::Pending))?;
                let parts = [Block::Direct, Block::AfterReview].map(|part| Subject::Case(part, Outcome::Total));
                let split = block == Block::Litigation && text(&parts).is_some();
                let untold = !split && text(&[Subject::Case(block, Outcome::Pending)]).is_none();
                (pending > 0 && untold && told + pending == number).then_some("正文的数可能不含尚未审结的")
            }
            Subject::Granted | Subject::Partial | Subject::Denied | Subject::Unable => carried
                .filter(|carried| told < number && number - told <= *carried && fact.told == Told::Figure)
                .filter(|_| text(&[Subject::Answered]) != value(Subject::Answered))
                .map(|_| "正文的数可能不含上年结转的申请"),
            _ => None,
        }
    }

    /// 答复申请40件次: how often, which is not how many; one application may be answered more than once, and never less.
    pub(super) fn counts_times(&self, fact: &Fact) -> bool {
        let behind = self.doc.text.get(fact.span.end..).unwrap_or("").trim_start();
        any::begins(behind, &["件次", "条次", "人次", "份次"])
    }

    /// Whether the table divides nothing that the text divides: all cases of a block have one outcome, or none.
    fn is_undivided(&self, subject: Subject) -> bool {
        self.tables.iter().any(|table| {
            let parts = divided(table, subject);
            let filled = parts.iter().filter(|(row, column)| table.number(*row, *column).is_some_and(|n| n != 0));
            !parts.is_empty() && filled.count() < 2
        })
    }

    /// Whether a sum differs from the table just as one of the numbers that it adds up does, which is told of that one.
    fn differs_by_parts(&self, told: i64, facts: &[Fact]) -> bool {
        let parts = [(Subject::CarriedIn, Subject::New), (Subject::New, Subject::CarriedIn)];
        parts.iter().any(|(wrong, right)| {
            let wrong = facts.iter().filter(|fact| fact.subject == *wrong && fact.is_exact());
            let right = self.number(*right).map(|number| number.value);
            let differ =
                |fact: &Fact| i64::try_from(fact.value).ok().zip(right).and_then(|(one, other)| one.checked_add(other));
            wrong.into_iter().any(|fact| differ(fact) == Some(told))
        })
    }

    /// Whether the same paragraph tells the same with the number of the table: 转来申请3件，本镇收到6件.
    fn is_told_rightly(&self, fact: &Fact, number: i64, facts: &[Fact]) -> bool {
        let beside = |other: &Fact| {
            let between = Span::new(fact.span.end.min(other.span.end), fact.span.start.max(other.span.start));
            between.start <= between.end && !self.doc.str(between).contains('\n')
        };
        facts.iter().any(|other| {
            other.subject == fact.subject
                && other.told == Told::Figure
                && other.is_exact()
                && i64::try_from(other.value) == Ok(number)
                && beside(other)
        })
    }
}

/// What else explains a result that the clause names by one of its kinds only: 撤回1件 beside 其他处理.
fn variant(subject: Subject, clause: &str, less: bool) -> Option<&'static str> {
    match subject {
        Subject::Other if clause.contains(['撤', '弃']) && !clause.contains("处理") => {
            Some("撤回、放弃的申请可能没有计入这一项，这一项也可能还有别的情形")
        }
        Subject::NotProcessed if !clause.contains("不予处理") || less && clause.contains("重复") => {
            Some("重复申请可能另有处理")
        }
        Subject::Unable if clause.contains("不属于") => Some("不属于本机关公开的可能计在别的一项"),
        Subject::Unable if less && !clause.contains("提供") => Some("无法提供可能还有别的情形"),
        _ => None,
    }
}
