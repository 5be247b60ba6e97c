//! The JSON of `read`: a report as it was understood.
use super::{FailedFile, one_line};
use crate::{
    form::{Labelled, TableForm},
    report::{BoundTable, Report},
};
use serde::Serialize;

/// What `read` gives.
#[derive(Debug, Serialize)]
pub struct ReadOutput {
    /// [`VERSION`].
    pub version: u32,
    /// One for each file, in the order they were given.
    pub files: Vec<ReadFile>,
}

/// A file that was read, or why it could not be.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum ReadFile {
    /// It was read.
    Read(Box<ReportJson>),
    /// It could not be read.
    Failed(FailedFile),
}

/// A report as it was understood.
#[derive(Debug, Serialize)]
pub struct ReportJson {
    /// Its name, as it was given.
    pub file: String,
    /// The kind of file.
    pub kind: &'static str,
    /// The organ, where it is told.
    pub organ: Option<String>,
    /// The report year, where it is told.
    pub year: Option<u16>,
    /// The edition that most of its tables follow.
    pub form: &'static str,
    /// The text that all positions refer to.
    pub text: String,
    /// What the reader had to guess.
    pub notes: Vec<String>,
    /// The sections that were found.
    pub sections: Vec<SectionJson>,
    /// The three tables of the form.
    pub tables: Vec<TableJson>,
}

/// A section.
#[derive(Debug, Serialize)]
pub struct SectionJson {
    /// Its numeral.
    pub number: &'static str,
    /// Its heading in the document.
    pub heading: String,
    /// The first byte of the section.
    pub start: usize,
    /// The byte behind its last one.
    pub end: usize,
}

/// A table of the form.
#[derive(Debug, Serialize)]
pub struct TableJson {
    /// The numeral of its section.
    pub table: &'static str,
    /// The edition whose rows and columns it has.
    pub form: &'static str,
    /// All rows of that edition.
    pub rows: Vec<RowJson>,
}

/// A row of the form.
#[derive(Debug, Serialize)]
pub struct RowJson {
    /// The official labels, joined with `/`.
    pub row: String,
    /// The label in the document; null where the document does not have the row. Empty where the row has no label.
    pub found: Option<String>,
    /// All cells of the row.
    pub cells: Vec<CellJson>,
}

/// A cell of the form.
#[derive(Debug, Serialize)]
pub struct CellJson {
    /// The official labels, joined with `/`.
    pub column: String,
    /// What stands there; null where the document does not have the cell.
    pub text: Option<String>,
    /// The number, where it holds one.
    pub value: Option<Number>,
}

/// A number as JSON writes it: without decimals where it is whole.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Number {
    /// A whole number.
    Whole(i64),
    /// One with decimals.
    Decimal(f64),
}

/// A report as it was understood, in the shape of the contract.
pub fn report(name: &str, report: &Report) -> ReportJson {
    let section = |found: &crate::report::FoundSection| SectionJson {
        number: &found.section.number,
        heading: report.str(found.heading).to_owned(),
        start: found.span.start,
        end: found.span.end,
    };
    ReportJson {
        file: name.to_owned(),
        kind: report.doc.kind.name(),
        organ: report.organ.map(|organ| one_line(report.str(organ))),
        year: report.year.map(|(year, _)| year),
        form: &report.form.name,
        text: report.doc.text.clone(),
        notes: report.doc.notes.clone(),
        sections: report.sections.iter().map(section).collect(),
        tables: tables(report),
    }
}

fn tables(report: &Report) -> Vec<TableJson> {
    let table =
        |(section, form): (&'static crate::form::Section, &'static TableForm)| match report.table(&section.number) {
            Some(bound) => bound_table(report, bound),
            None => TableJson { table: &section.number, form: &report.form.name, rows: absent_rows(form) },
        };
    report.form.tables().map(table).collect()
}

fn bound_table(report: &Report, table: &BoundTable) -> TableJson {
    let rows = table.rows.iter().enumerate().map(|(n, row)| {
        let columns = table.form.columns(n).iter().zip(&row.cells);
        let cells = columns.map(|(column, cell)| CellJson {
            column: column.joined(),
            text: cell.as_ref().map(|cell| report.str(cell.span).to_owned()),
            value: cell.as_ref().and_then(|cell| {
                cell.value.to_f64().map(|value| cell.value.as_i64().map_or(Number::Decimal(value), Number::Whole))
            }),
        });
        let found = row.found.then(|| row.label.map_or(String::new(), |label| one_line(report.str(label))));
        RowJson { row: table.form.rows[n].joined(), found, cells: cells.collect() }
    });
    TableJson { table: &table.section.number, form: &table.edition.name, rows: rows.collect() }
}

fn absent_rows(form: &'static TableForm) -> Vec<RowJson> {
    let cell = |column: &crate::form::Column| CellJson { column: column.joined(), text: None, value: None };
    let row = |n: usize| RowJson {
        row: form.rows[n].joined(),
        found: None,
        cells: form.columns(n).iter().map(cell).collect(),
    };
    (0..form.rows.len()).map(row).collect()
}
