//! The numbers told in the text beside those of the tables.
mod cells;
mod reason;

use super::{
    Arithmetic, BoundTable, Report,
    elsewhere::{is_elsewhere, names_other_year},
    facts::{Fact, Scope, Subject, Told, facts},
};
use crate::{document::Document, text::Span};
use cells::{cells, subject_name};

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
    let told = report.passages().iter().filter(|passage| !matches!(passage.section, Some("五")));
    told.flat_map(|passage| facts(passage, year)).collect()
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

    fn verdict(&self, fact: &Fact, facts: &[Fact]) -> Verdict {
        let Ok(told) = i64::try_from(fact.value) else { return Verdict::Unchecked };
        // What the office did for the government is another number; a district's number in a bureau's report, or one of
        // another year, is one where the text tells no other.
        let alone = || facts.iter().all(|other| other == fact || !alike(fact.subject, other.subject));
        let foreign = match fact.scope {
            Scope::Plain | Scope::Own => names_other_year(self.doc, fact, self.year) && !alone(),
            Scope::Whole => !self.area() && !alone(),
            Scope::Behalf => true,
        };
        if fact.approximate || foreign || is_elsewhere(self.doc, fact, self.year) {
            return Verdict::Unchecked;
        }
        let Some(number) = self.number(fact.subject).filter(|_| !self.is_unclear(fact.subject)) else {
            return Verdict::Unchecked;
        };
        match number.is(told) || self.accepts(fact, told) {
            true => Verdict::Agrees,
            // 答复6件次: the same application more than once.
            false if fact.subject == Subject::Answered && told > number.value && self.counts_times(fact) => {
                Verdict::Unchecked
            }
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

/// Whether two subjects may be told by one number: 收到 and 受理 both count what came in.
fn alike(one: Subject, other: Subject) -> bool {
    let received = |subject| matches!(subject, Subject::New | Subject::NewOrTotal | Subject::Total);
    one == other || received(one) && received(other)
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
