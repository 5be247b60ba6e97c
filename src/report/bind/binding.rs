//! The cells of the rows that were found, laid over the columns of the form.
use super::align::{EXACT, Match};
use crate::{
    document::Document,
    form::{Form, Section, TableForm},
    report::{
        columns::{Header, values},
        rows::{RowCell, TableRow},
        table::{BoundCell, BoundRow, BoundTable, ForeignRow},
    },
    text::{Span, cell::parse_cell},
};

/// A form table, the rows of the document, and which belongs to which.
pub(super) struct Binding<'a> {
    pub doc: &'a Document,
    pub edition: &'static Form,
    pub section: &'static Section,
    pub form: &'static TableForm,
    pub rows: Vec<&'a TableRow>,
    pub matches: Vec<Option<Match>>,
}

impl Binding<'_> {
    /// The table with what was found of it.
    pub fn table(&self) -> BoundTable {
        let headers: Vec<Header> = (0..self.form.blocks.len()).map(|block| self.header(block)).collect();
        let mut bound = vec![];
        for (block, header) in headers.iter().enumerate() {
            bound.extend(self.block(block, header));
        }
        let foreign = self.foreign();
        let mut tables: Vec<usize> = self.matches.iter().flatten().map(|found| self.rows[found.row].table).collect();
        tables.dedup();
        let scores: f32 = self.matches.iter().flatten().map(|found| found.score).sum();
        let missing = self.matches.iter().filter(|found| found.is_none()).count() as f32;
        let heads: f32 = headers.iter().map(|header| header.fit).sum();
        // The rows that an excerpt leaves out tell little.
        let share = 1.0 - missing / self.form.rows.len() as f32;
        let surplus = bound.iter().map(|row: &BoundRow| row.surplus.len()).sum::<usize>() as f32;
        let fit = scores + EXACT / 2.0 * heads - 3.0 * share * missing - 5.0 * foreign.len() as f32 - 3.0 * surplus;
        BoundTable {
            edition: self.edition,
            section: self.section,
            form: self.form,
            rows: bound,
            headers,
            foreign,
            tables,
            fit,
        }
    }

    /// The labels above the first row of a block: rows without values behind the last row of the block before.
    fn header(&self, block: usize) -> Header {
        let columns = &self.form.blocks[block].columns;
        let range = self.form.rows_of(block);
        let found = |range: std::ops::Range<usize>| {
            self.matches[range].iter().flatten().filter(|found: &&Match| !found.is_moved)
        };
        let Some(first) = found(range.clone()).next() else {
            return Header::absent(columns.len());
        };
        let before = found(0..range.start).next_back().map_or(0, |found| found.row + 1);
        let mut cells = vec![];
        // Words of another table are not the header of this one.
        let table = self.rows[first.row].table;
        for row in (before..first.row).filter(|&row| self.rows[row].table == table) {
            cells
                .extend(self.rows[row].labels.iter().filter(|label| label.single).map(|label| (self.rows[row], label)));
        }
        let own = self.rows[first.row];
        let end = first.label.map_or(usize::MAX, |n| own.labels[n].end);
        cells.extend(own.labels.iter().filter(|label| label.single && label.end < end).map(|label| (own, label)));
        let block = &self.form.blocks[block];
        Header::new(block, &cells)
    }

    /// Binds the rows of a block.
    fn block(&self, block: usize, header: &Header) -> Vec<BoundRow> {
        let range = self.form.rows_of(block);
        let columns = self.form.blocks[block].columns.len();
        let found: Vec<Option<&Match>> = self.matches[range.clone()].iter().map(Option::as_ref).collect();
        let tails: Vec<_> = found.iter().flatten().map(|found| self.tail(found)).collect();
        let faithful = found.iter().flatten().all(|found| self.faithful(found.row));
        let mut bound = values(self.doc, &tails, header, columns, faithful).into_iter();
        range
            .zip(found)
            .map(|(row, found)| {
                let Some(found) = found else {
                    return BoundRow { cells: vec![None; columns], ..BoundRow::default() };
                };
                let (cells, surplus) = bound.next().unwrap_or_default();
                let label = found.label.map(|n| &self.rows[found.row].labels[n]);
                let own = self.form.rows[row].labels.last();
                let exact = label.is_none_or(|label| own.is_some_and(|own| own.same(&label.label)));
                let is_trimmed = self.is_trimmed(&cells);
                let cells = cells.into_iter().map(|span| span.map(|span| self.cell(span))).collect();
                let (label, is_moved) = (label.map(|label| label.span), found.is_moved);
                BoundRow { label, found: true, exact, is_moved, cells, surplus, is_trimmed }
            })
            .collect()
    }

    fn cell(&self, span: Span) -> BoundCell {
        BoundCell { span, value: parse_cell(self.doc.str(span)) }
    }

    /// Whether only the last of these cells are missing, in a line whose cells tabs divide.
    fn is_trimmed(&self, cells: &[Option<Span>]) -> bool {
        let there = cells.iter().take_while(|cell| cell.is_some()).count();
        let rest = cells.get(there..).unwrap_or_default();
        let Some(last) = there.checked_sub(1).and_then(|last| cells[last]) else { return false };
        let (before, behind) = (&self.doc.text[..last.start], &self.doc.text[last.end..]);
        let ends = behind.trim_start_matches(' ').chars().next().is_none_or(|c| c == '\n');
        !rest.is_empty() && rest.iter().all(Option::is_none) && ends && before.trim_end_matches(' ').ends_with('\t')
    }

    fn faithful(&self, row: usize) -> bool {
        self.doc.tables().nth(self.rows[row].table).is_some_and(|table| table.faithful)
    }

    /// The cells behind the label.
    fn tail(&self, found: &Match) -> &[RowCell] {
        let row = self.rows[found.row];
        let start = match found.label {
            Some(n) => row.labels[n].end,
            None => row.labels.last().map_or(0, |label| label.end),
        };
        &row.cells[start..]
    }

    /// The rows with values that no row of the form was found for, in the tables where others were.
    fn foreign(&self) -> Vec<ForeignRow> {
        let taken: Vec<usize> = self.matches.iter().flatten().map(|found| found.row).collect();
        let tables: Vec<usize> = taken.iter().map(|&row| self.rows[row].table).collect();
        let rows = self.rows.iter().enumerate();
        let foreign = rows.filter(|(n, row)| row.has_values && !taken.contains(n) && tables.contains(&row.table));
        foreign
            .map(|(n, row)| {
                let label = row.labels.last().map(|label| label.span).or(row.cells.first().map(|cell| cell.span));
                let after = self.matches.iter().rposition(|found| found.is_some_and(|found| found.row < n));
                ForeignRow { label: label.unwrap_or_default(), after }
            })
            .collect()
    }
}
