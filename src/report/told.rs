//! The numbers told in the text beside those of the tables.
use super::{
    Arithmetic, BoundTable, Report,
    elsewhere::{is_another_bodys, is_beside_handed, is_elsewhere},
    facts::{Block, Fact, Outcome, Scope, Subject, Told, facts},
};
use crate::{document::Document, text::Span};

/// A number told in the text, and what the tables say of it.
#[derive(Clone, Debug)]
pub struct ToldNumber {
    /// What the text tells.
    pub fact: Fact,
    /// What comes of comparing it.
    pub verdict: Verdict,
}

/// What comes of comparing a number of the text with the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There is nothing to compare it with, or it is not told exactly.
    Unchecked,
    /// It is the number of the table.
    Agrees,
    /// It is not, but there is a harmless reason for that; holds the reason and the number of the table.
    Explained(&'static str, TableNumber),
    /// It is not, and should be.
    Contradicts(TableNumber),
    /// It is not, and the whole table is zeros while the text tells several numbers: the table is at fault, not each
    /// number.
    Unfilled(TableNumber),
}

/// A number of a table: a cell, or the sum of some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableNumber {
    /// The number, as it should be after what arithmetic puts right.
    pub value: i64,
    /// The number that is written; none where nothing is.
    pub written: Option<i64>,
    /// What it is, in the words of the form.
    pub name: String,
    /// The cells it comes from.
    pub cells: Vec<Span>,
}

impl TableNumber {
    /// Whether the number is not what is written but follows from the sums.
    pub fn is_inferred(&self) -> bool {
        self.written != Some(self.value)
    }

    /// Whether a number is this one. What is written wrongly is this one as well: that it is wrong is told of the cell.
    fn is(&self, told: i64) -> bool {
        told == self.value || self.written == Some(told)
    }
}

/// Reads the numbers of all paragraphs that tell of this year.
pub(super) fn told_facts(report: &Report) -> Vec<Fact> {
    let year = report.year.map(|(year, _)| year);
    let told = report.paragraphs().filter(|(section, _)| !matches!(section, Some("五")));
    told.flat_map(|(_, span)| facts(report.str(span), span.start, year)).collect()
}

/// The cells whose numbers the text tells as well, by table, row and column, with the number told.
pub(super) fn vouched(tables: &[BoundTable], facts: &[Fact]) -> Vec<(usize, (usize, usize), i64)> {
    let mut found: Vec<(usize, (usize, usize), i64)> = vec![];
    for fact in facts.iter().filter(|fact| fact.told == Told::Figure && !fact.approximate && fact.scope == Scope::Plain)
    {
        for (n, table) in tables.iter().enumerate() {
            let (Some(cells), Ok(value)) = (cells(table, fact.subject), i64::try_from(fact.value)) else { continue };
            // A sum of several cells tells nothing of each, unless it is zero.
            if cells.len() == 1 || value == 0 {
                found.extend(cells.into_iter().map(|cell| (n, cell, value)));
            }
        }
    }
    // A number that is told twice in different ways vouches for nothing.
    let clear = |&(table, cell, value): &(usize, (usize, usize), i64)| {
        !found.iter().any(|other| other.0 == table && other.1 == cell && other.2 != value)
    };
    found.iter().copied().filter(clear).collect()
}

/// The cells of a table that a subject is about.
fn cells(table: &BoundTable, subject: Subject) -> Option<Vec<(usize, usize)>> {
    match (table.section.number.as_str(), subject) {
        ("三", Subject::Case(..) | Subject::Fee | Subject::Total | Subject::NewOrTotal) => None,
        ("三", subject) => {
            let total = table.form.blocks.first()?.columns.len().checked_sub(1)?;
            Some(lines(table, subject).into_iter().map(|row| (row, total)).collect())
        }
        ("四", Subject::Case(block, outcome)) => {
            let at = |name: &str| {
                let columns = &table.form.blocks.first()?.columns;
                columns.iter().position(|column| {
                    column.path.last().is_some_and(|own| own == outcome_name(outcome))
                        && column.path.iter().any(|part| part == name)
                })
            };
            let columns: Option<Vec<usize>> = block_names(block).iter().map(|name| at(name)).collect();
            Some(columns?.into_iter().map(|column| (0, column)).collect())
        }
        _ => None,
    }
}

/// The rows of table three that a subject adds up.
fn lines(table: &BoundTable, subject: Subject) -> Vec<usize> {
    let name = match subject {
        Subject::New => "一、本年新收政府信息公开申请数量",
        Subject::CarriedIn => "二、上年结转政府信息公开申请数量",
        Subject::Answered => "（七）总计",
        Subject::CarriedOut => "四、结转下年度继续办理",
        Subject::Granted => "（一）予以公开",
        Subject::Partial => "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        Subject::Denied => "（三）不予公开",
        Subject::Unable => "（四）无法提供",
        Subject::NotProcessed => "（五）不予处理",
        Subject::Other => "（六）其他处理",
        Subject::NewOrTotal | Subject::Total | Subject::Case(..) | Subject::Fee => return vec![],
    };
    let rows = table.form.rows.iter().enumerate();
    rows.filter(|(_, row)| row.path.iter().any(|part| part == name)).map(|(n, _)| n).collect()
}

fn block_names(block: Block) -> &'static [&'static str] {
    match block {
        Block::Review => &["行政复议"],
        Block::Litigation => &["未经复议直接起诉", "复议后起诉"],
        Block::Direct => &["未经复议直接起诉"],
        Block::AfterReview => &["复议后起诉"],
    }
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Total => "总计",
        Outcome::Upheld => "结果维持",
        Outcome::Corrected => "结果纠正",
        Outcome::Other => "其他结果",
        Outcome::Pending => "尚未审结",
    }
}

/// What a subject is called in messages.
fn subject_name(subject: Subject) -> String {
    let name = match subject {
        Subject::New => "本年新收",
        Subject::NewOrTotal | Subject::Total => "本年新收与上年结转之和",
        Subject::CarriedIn => "上年结转",
        Subject::Answered => "本年度办理结果总计",
        Subject::CarriedOut => "结转下年度继续办理",
        Subject::Granted => "予以公开",
        Subject::Partial => "部分公开",
        Subject::Denied => "不予公开各项之和",
        Subject::Unable => "无法提供各项之和",
        Subject::NotProcessed => "不予处理各项之和",
        Subject::Other => "其他处理",
        Subject::Fee => "信息处理费",
        Subject::Case(block, outcome) => {
            let block = match block {
                Block::Review => "行政复议",
                Block::Litigation => "行政诉讼",
                Block::Direct => "未经复议直接起诉",
                Block::AfterReview => "复议后起诉",
            };
            return format!("{block}{}", outcome_name(outcome));
        }
    };
    name.to_owned()
}

/// Looks up numbers in the tables of a report, as they should be after what arithmetic puts right.
pub(super) struct Lookup<'a> {
    pub doc: &'a Document,
    /// The report year.
    pub year: Option<u16>,
    pub tables: &'a [BoundTable],
    pub sums: &'a [Arithmetic],
    /// The name of the organ without blanks; empty where it is not known.
    pub organ: String,
}

impl Lookup<'_> {
    /// Compares each fact with the tables.
    pub fn compare(&self, facts: Vec<Fact>) -> Vec<ToldNumber> {
        let verdicts: Vec<Verdict> = facts.iter().map(|fact| self.verdict(fact, &facts)).collect();
        let mut told: Vec<ToldNumber> =
            facts.into_iter().zip(verdicts).map(|(fact, verdict)| ToldNumber { fact, verdict }).collect();
        for table in self.tables.iter().filter(|table| table.is_zero()) {
            unfill(table, &mut told);
        }
        told
    }

    /// Whether the organ reports for a whole area.
    fn area(&self) -> bool {
        let town = ["镇人民政府", "乡人民政府", "苏木人民政府"].iter().any(|end| self.organ.ends_with(end));
        !town && ["人民政府", "管理委员会", "管委会"].iter().any(|end| self.organ.ends_with(end))
    }

    fn verdict(&self, fact: &Fact, facts: &[Fact]) -> Verdict {
        // What the office did for the government, a district's number in a bureau's report: other numbers.
        let foreign = match fact.scope {
            Scope::Plain | Scope::Own => false,
            Scope::Whole => !self.area(),
            Scope::Behalf => true,
        };
        let Ok(told) = i64::try_from(fact.value) else { return Verdict::Unchecked };
        if fact.approximate || foreign || is_elsewhere(self.doc, fact, self.year) {
            return Verdict::Unchecked;
        }
        let Some(number) = self.number(fact.subject).filter(|_| !self.is_unclear(fact.subject)) else {
            return Verdict::Unchecked;
        };
        match number.is(told) || self.accepts(fact, told) {
            true => Verdict::Agrees,
            false => match self.reason(fact, told, number.value, facts) {
                Some(reason) => Verdict::Explained(reason, number),
                None => Verdict::Contradicts(number),
            },
        }
    }

    /// Whether the table itself is in doubt about a number; that is told already.
    fn is_unclear(&self, subject: Subject) -> bool {
        self.tables.iter().zip(self.sums).any(|(table, sums)| {
            let cells = cells(table, subject).unwrap_or_default();
            cells.iter().any(|&(row, column)| sums.is_unclear(row, column))
        })
    }

    /// Other numbers of the table that the words may just as well mean.
    fn accepts(&self, fact: &Fact, told: i64) -> bool {
        let value = |subject| self.number(subject).map(|number: TableNumber| number.value);
        match fact.subject {
            Subject::NewOrTotal => self.number(Subject::Total).is_some_and(|total| total.is(told)),
            // "收到 5 件，均已答复": all of the new ones, with those carried in told elsewhere or not at all.
            Subject::Answered if fact.told == Told::Implied => value(Subject::CarriedOut) == Some(0),
            _ => false,
        }
    }

    /// A harmless reason for a difference. What the text tells beside the number may rule it out.
    fn reason(&self, fact: &Fact, told: i64, number: i64, facts: &[Fact]) -> Option<&'static str> {
        let value = |subject| self.number(subject).map(|number: TableNumber| number.value);
        let text = |subjects: &[Subject]| {
            let one = facts.iter().find(|fact| subjects.contains(&fact.subject) && !fact.approximate)?;
            i64::try_from(one.value).ok()
        };
        if fact.told == Told::Implied {
            return Some("表格另有结转下年度的");
        }
        // 收到自然人申请8件，法人申请1件: one kind of applicants alone.
        let clause = self.doc.str(fact.clause);
        let person = ["自然人", "公民", "个人"].iter().any(|word| clause.contains(word));
        let body = ["法人", "企业", "组织"].iter().any(|word| clause.contains(word));
        if person != body && told < number && !clause.contains('共') {
            return Some("正文可能只是其中一类申请人的数");
        }
        if is_another_bodys(self.doc, fact, &self.organ) {
            return Some("正文可能是其他机关的数");
        }
        if told < number && self.is_told_rightly(fact, number, facts) {
            return Some("同一段另有与表格相符的数，这里可能只是其中一部分");
        }
        if fact.subject == Subject::New && told < number && is_beside_handed(self.doc, fact) {
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

    /// The number of the tables that a subject is about; none where a cell is missing or holds no number.
    pub fn number(&self, subject: Subject) -> Option<TableNumber> {
        if matches!(subject, Subject::NewOrTotal) {
            // The table's own number for what is received is the new ones.
            return self.number(Subject::New);
        }
        if matches!(subject, Subject::Total) {
            let (new, carried) = (self.number(Subject::New)?, self.number(Subject::CarriedIn)?);
            let cells = [new.cells, carried.cells].concat();
            let value = new.value.checked_add(carried.value)?;
            let written = new.written.zip(carried.written).and_then(|(new, carried)| new.checked_add(carried));
            return Some(TableNumber { value, written, name: subject_name(subject), cells });
        }
        // A table that is blank has no numbers, not zeros.
        self.tables.iter().zip(self.sums).filter(|(table, _)| !table.is_empty()).find_map(|(table, sums)| {
            let cells = cells(table, subject)?;
            let (mut value, mut written) = (0i64, Some(0i64));
            let mut spans = vec![];
            for &(row, column) in &cells {
                let right = sums.changes().find(|(place, _)| *place == (row, column)).map(|(_, right)| right);
                let (cell, own) = (table.cell(row, column)?, table.number(row, column));
                value = value.checked_add(right.or(own)?)?;
                // A blank is as good as a zero only until the sums say that something belongs there.
                let own = own.filter(|_| right.is_none() || !cell.value.is_blank());
                written = written.zip(own).and_then(|(sum, own)| sum.checked_add(own));
                spans.push(cell.span);
            }
            (!cells.is_empty()).then(|| TableNumber { value, written, name: subject_name(subject), cells: spans })
        })
    }
}

/// Two contradictions of a table that is all zeros have one cause: it was not filled in.
fn unfill(table: &BoundTable, told: &mut [ToldNumber]) {
    let first = table.cells().map(|(.., cell)| cell.span).min();
    let last = table.cells().map(|(.., cell)| cell.span).max();
    let Some(whole) = first.zip(last).map(|(first, last)| first.join(last)) else { return };
    let contradicts = |told: &ToldNumber| match &told.verdict {
        Verdict::Contradicts(number) => number.cells.iter().any(|cell| whole.contains(*cell)),
        _ => false,
    };
    if told.iter().filter(|told| contradicts(told)).count() < 2 {
        return;
    }
    for told in told.iter_mut().filter(|told| contradicts(told)) {
        if let Verdict::Contradicts(number) = &told.verdict {
            told.verdict = Verdict::Unfilled(number.clone());
        }
    }
}
