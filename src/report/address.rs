//! Where a place of the document stands, in the words of the form.
use super::Report;
use crate::{form::Labelled, text::Span};

/// Where a place stands, in the words of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The numeral of the section.
    pub section: Option<String>,
    /// The numeral of the section whose table the place is in.
    pub table: Option<String>,
    /// The labels of the row, joined with `/`.
    pub row: Option<String>,
    /// The labels of the column, joined with `/`.
    pub column: Option<String>,
}

impl Report<'_> {
    /// Where a span stands, in the words of the form.
    pub fn address(&self, span: Span) -> Address {
        let mut address = Address { section: self.section_at(span.start).map(str::to_owned), ..Address::default() };
        for table in &self.tables {
            if !table.tables.iter().filter_map(|&n| self.doc.tables().nth(n)).any(|there| there.span.contains(span)) {
                continue;
            }
            address.table = Some(table.section.number.clone());
            address.section = address.table.clone();
            for (row, bound) in table.rows.iter().enumerate() {
                let column =
                    bound.cells.iter().position(|cell| cell.as_ref().is_some_and(|cell| cell.span.contains(span)));
                if column.is_some() || bound.label.is_some_and(|label| label.contains(span)) {
                    address.row = Some(table.form.rows[row].joined());
                    address.column = column.map(|column| table.form.columns(row)[column].joined());
                    return address;
                }
            }
            address.column = table.column_at(span).map(Labelled::joined);
            return address;
        }
        address
    }
}
