//! The JSON of `read`: a report as it was understood.
use super::{FailedFile, one_line};
use crate::{
    form::{Labelled, TableForm},
    report::{BoundTable, FoundSection, Report, Variant},
    text::Span,
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
    /// The title, where there is one.
    pub title: Option<String>,
    /// The organ, where it is told.
    pub organ: Option<String>,
    /// The report year, where it is told.
    pub year: Option<u16>,
    /// The statement of the period that the numbers cover, where there is one.
    pub period: Option<String>,
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
    /// Whether that is the form's, but for blanks, punctuation and width.
    pub exact: bool,
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
    /// Its columns, for each group of rows that has a header of its own.
    pub blocks: Vec<BlockJson>,
    /// All rows of that edition.
    pub rows: Vec<RowJson>,
    /// The labels of the rows with numbers, the words above the columns, and the cells that the form does not have.
    pub foreign: Vec<ForeignJson>,
}

/// The columns of a group of rows.
#[derive(Debug, Serialize)]
pub struct BlockJson {
    /// How many rows it has.
    pub rows: usize,
    /// All columns of the group.
    pub columns: Vec<ColumnJson>,
}

/// A column of the form.
#[derive(Debug, Serialize)]
pub struct ColumnJson {
    /// The official labels, joined with `/`.
    pub column: String,
    /// The label in the document; null where it was not found.
    pub found: Option<String>,
    /// Whether that is the form's, but for blanks, punctuation and width.
    pub exact: bool,
    /// Its first byte; null where it was not found.
    pub start: Option<usize>,
    /// The byte behind its last one; null where it was not found.
    pub end: Option<usize>,
}

/// A row of the form.
#[derive(Debug, Serialize)]
pub struct RowJson {
    /// The official labels, joined with `/`.
    pub row: String,
    /// The label in the document; null where the document does not have the row. Empty where the row has no label.
    pub found: Option<String>,
    /// Whether that is the form's, but for blanks, punctuation and width.
    pub exact: bool,
    /// The first byte of the label, or of the first cell where there is no label; null where there is no row.
    pub start: Option<usize>,
    /// The byte behind it; null where there is no row.
    pub end: Option<usize>,
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
    /// Its first byte; null where the document does not have it.
    pub start: Option<usize>,
    /// The byte behind its last one; null where the document does not have it.
    pub end: Option<usize>,
}

/// What the document has in a table of the form and the form has not.
#[derive(Debug, Serialize)]
pub struct ForeignJson {
    /// `row`, `column` or `cell`.
    pub what: &'static str,
    /// Its label, or what stands in the cell.
    pub text: String,
    /// Its first byte.
    pub start: usize,
    /// The byte behind its last one.
    pub end: usize,
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
    report_in(name, report, &|span| (span.start, span.end))
}

/// A report as it was understood, with offsets of the caller's kind.
pub fn report_in(name: &str, report: &Report, offsets: &dyn Fn(Span) -> (usize, usize)) -> ReportJson {
    let line = |span: Span| one_line(report.str(span));
    let section = |found: &FoundSection| {
        let (start, end) = offsets(found.span);
        let exact = found.variant == Variant::Official;
        SectionJson { number: &found.section.number, heading: report.str(found.heading).to_owned(), exact, start, end }
    };
    let tables = report.form.tables().map(|(section, form)| {
        let bound = report.table(&section.number);
        TableReader { report, offsets, form: bound.map_or(form, |bound| bound.form), bound }.table(&section.number)
    });
    ReportJson {
        file: name.to_owned(),
        kind: report.doc.kind.name(),
        title: report.title.as_ref().map(|title| line(title.span)),
        organ: report.organ.map(line),
        year: report.year.map(|(year, _)| year),
        period: report.period.map(|period| line(period.span)),
        form: &report.form.name,
        text: report.doc.text.clone(),
        notes: report.notes(),
        sections: report.sections.iter().map(section).collect(),
        tables: tables.collect(),
    }
}

/// Tells a table of the form as it was found in a report, or as missing.
struct TableReader<'a, 'd> {
    report: &'a Report<'d>,
    offsets: &'a dyn Fn(Span) -> (usize, usize),
    form: &'static TableForm,
    bound: Option<&'a BoundTable>,
}

impl TableReader<'_, '_> {
    fn table(&self, number: &'static str) -> TableJson {
        TableJson {
            table: number,
            form: self.bound.map_or(&self.report.form.name, |bound| &bound.edition.name),
            blocks: (0..self.form.blocks.len()).map(|n| self.block(n)).collect(),
            rows: (0..self.form.rows.len()).map(|n| self.row(n)).collect(),
            foreign: self.bound.map_or(vec![], |bound| self.foreign(bound)),
        }
    }

    fn block(&self, n: usize) -> BlockJson {
        let columns = self.form.blocks[n].columns.iter().enumerate().map(|(column, official)| {
            let found = self.bound.and_then(|bound| bound.headers[n].columns[column]);
            let (start, end) = self.place(found.map(|found| found.span));
            let text = found.map(|found| self.line(found.span));
            ColumnJson {
                column: official.joined(),
                found: text,
                exact: found.is_some_and(|found| found.exact),
                start,
                end,
            }
        });
        BlockJson { rows: self.form.rows_of(n).len(), columns: columns.collect() }
    }

    fn row(&self, n: usize) -> RowJson {
        let bound = self.bound.filter(|bound| bound.rows[n].found);
        let row = bound.map(|bound| &bound.rows[n]);
        let cells = self.form.columns(n).iter().enumerate().map(|(column, official)| {
            let cell = row.and_then(|row| row.cells[column].as_ref());
            let (start, end) = self.place(cell.map(|cell| cell.span));
            let value = cell.and_then(|cell| {
                let number = |decimal| cell.value.as_i64().map_or(Number::Decimal(decimal), Number::Whole);
                cell.value.to_f64().map(number)
            });
            let text = cell.map(|cell| self.report.str(cell.span).to_owned());
            CellJson { column: official.joined(), text, value, start, end }
        });
        let (start, end) = self.place(bound.map(|bound| bound.row_place(n)));
        RowJson {
            row: self.form.rows[n].joined(),
            found: row.map(|row| row.label.map_or(String::new(), |label| self.line(label))),
            exact: row.is_some_and(|row| row.exact),
            start,
            end,
            cells: cells.collect(),
        }
    }

    fn foreign(&self, bound: &BoundTable) -> Vec<ForeignJson> {
        let rows = bound.foreign.iter().map(|row| ("row", row.label));
        // Rows of the draft's own between two blocks stand above the second one as well.
        let mut labels: Vec<usize> = bound.foreign.iter().map(|row| row.label.start).collect();
        labels.sort_unstable();
        let columns = bound.headers.iter().flat_map(|header| &header.foreign);
        let columns = columns.filter(|span| labels.binary_search(&span.start).is_err()).map(|&span| ("column", span));
        let cells = bound.rows.iter().flat_map(|row| &row.surplus).map(|&span| ("cell", span));
        let json = |(what, span)| {
            let (start, end) = (self.offsets)(span);
            ForeignJson { what, text: self.line(span), start, end }
        };
        rows.chain(columns).chain(cells).map(json).collect()
    }

    fn place(&self, span: Option<Span>) -> (Option<usize>, Option<usize>) {
        span.map(self.offsets).unzip()
    }

    fn line(&self, span: Span) -> String {
        one_line(self.report.str(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{read::read_str, render::utf16::Utf16};

    const DRAFT: &str = "<h1>𠮷镇人民政府2025年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2><table>\
        <tr><td>信息内容</td><td>本年制发件数</td><td>本年废止数</td><td>现行有效件数</td></tr>\
        <tr><td>规章</td><td>0</td><td></td><td>0</td></tr><tr><td>规范性文件</td><td>1</td><td>１２</td><td>3</td></tr>\
        <tr><td>自设文件</td><td>7</td><td>7</td><td>7</td></tr>\
        <tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>5</td></tr></table>";

    #[test]
    fn the_labels_of_the_draft_stand_beside_those_of_the_form() {
        let doc = read_str(DRAFT).unwrap();
        let read = report("甲.html", &Report::new(&doc));
        let two = &read.tables[0];
        assert_eq!(two.blocks.iter().map(|block| block.rows).sum::<usize>(), two.rows.len());
        let columns: Vec<_> =
            two.blocks[0].columns.iter().map(|column| (column.found.as_deref(), column.exact)).collect();
        assert_eq!(columns, [(Some("本年制发件数"), true), (Some("本年废止数"), false), (Some("现行有效件数"), true)]);
        let rows: Vec<_> = two.rows.iter().map(|row| (row.found.as_deref(), row.exact)).take(3).collect();
        assert_eq!(rows, [(Some("规章"), true), (Some("规范性文件"), false), (Some("行政许可"), true)]);
        assert!(two.rows[3].found.is_none() && !two.rows[3].exact);
        assert_eq!((two.rows[3].start, two.rows[3].cells[0].start), (None, None));
        assert!(two.rows[0].cells[1].value.is_none() && two.rows[0].cells[1].start.is_some(), "blank, but there");
        assert!(matches!(two.rows[1].cells[1].value, Some(Number::Whole(12))));
        let foreign: Vec<_> = two.foreign.iter().map(|part| (part.what, &doc.text[part.start..part.end])).collect();
        assert_eq!(foreign, [("row", "自设文件")]);
        assert!(read.tables[1].rows.iter().all(|row| row.found.is_none()), "a table that is not there has its rows");
        assert_eq!((read.sections.len(), read.sections[0].exact, read.period), (1, true, None));
    }

    #[test]
    fn places_can_be_counted_as_the_caller_does() {
        let doc = read_str(DRAFT).unwrap();
        let units = Utf16::new(&doc.text);
        let read = report_in("甲.html", &Report::new(&doc), &|span| units.span(span));
        let text: Vec<u16> = doc.text.encode_utf16().collect();
        let row = &read.tables[0].rows[1];
        let place = row.start.zip(row.end).map(|(start, end)| String::from_utf16_lossy(&text[start..end]));
        assert_eq!(place.as_deref(), Some("规范性文件"));
    }
}
