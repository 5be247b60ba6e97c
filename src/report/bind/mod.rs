//! Lays the tables of a document over the tables of the form: by label and by order, never by layout alone.
mod align;
mod binding;

use super::{
    FoundSection,
    rows::{TableRow, rows},
    table::BoundTable,
};
use crate::{
    document::Document,
    form::{Form, Section},
    text::Span,
};
use align::{SURE, align};
use binding::Binding;

/// Binds each table of the form, in the edition that fits it best.
pub(super) fn bind_tables(doc: &Document, sections: &[FoundSection], due: Option<&'static Form>) -> Vec<BoundTable> {
    let rows = Rows::new(doc);
    let spans: Vec<Span> = doc.tables().map(|table| table.span).collect();
    let mut tables: Vec<Vec<(&'static Form, BoundTable)>> = vec![];
    for section in Form::latest().sections.iter().filter(|section| section.table.is_some()) {
        let own = sections.iter().find(|found| found.section.number == section.number).map(|found| found.span);
        let mut editions = vec![];
        for form in Form::all() {
            let Some(section) = form.section(&section.number) else { continue };
            // A table under its own heading comes first; one that stands elsewhere is better than none.
            let inside = own.and_then(|own| rows.bind(form, section, |table| own.contains(spans[table])));
            editions.extend(inside.or_else(|| rows.bind(form, section, |_| true)).map(|table| (form, table)));
        }
        tables.push(editions);
    }
    let best = |editions: &[(&'static Form, BoundTable)]| -> Option<(usize, bool)> {
        let most = editions.iter().map(|(_, table)| table.fit).max_by(f32::total_cmp)?;
        let mut fitting = (0..editions.len()).filter(|&n| most - editions[n].1.fit < 0.5);
        Some((fitting.next()?, fitting.next().is_some()))
    };
    // What the editions have in common follows the tables that tell them apart, or else the year.
    let mut told: Vec<&'static Form> = tables
        .iter()
        .filter_map(|editions| best(editions).filter(|(_, tie)| !tie).map(|(n, _)| editions[n].0))
        .collect();
    told.dedup_by_key(|form| &form.name);
    let common = if let [only] = told[..] { Some(only) } else { due }.unwrap_or(Form::latest());
    let choose = |mut editions: Vec<(&'static Form, BoundTable)>| {
        let (n, tie) = best(&editions)?;
        let n = if tie { editions.iter().position(|(form, _)| form.name == common.name).unwrap_or(n) } else { n };
        Some(editions.swap_remove(n).1)
    };
    let mut chosen: Vec<BoundTable> = tables.into_iter().filter_map(choose).collect();
    share_foreign(&mut chosen);
    chosen
}

/// Where several tables stand in one grid, a row that is foreign to one may be another's, and one that is nobody's is
/// foreign to the table that it stands below.
fn share_foreign(tables: &mut [BoundTable]) {
    let of = |(n, table): (usize, &BoundTable)| table.row_places().map(|place| (place, n)).collect::<Vec<_>>();
    let taken: Vec<(Span, usize)> = tables.iter().enumerate().flat_map(of).collect();
    for (n, table) in tables.iter_mut().enumerate() {
        table.foreign.retain(|row| {
            let own = taken.iter().any(|(place, _)| row.label.contains(*place));
            let above = taken.iter().filter(|(place, _)| place.start < row.label.start).max_by_key(|(place, _)| *place);
            !own && above.is_none_or(|(_, owner)| *owner == n)
        });
    }
}

/// The edition that most tables follow; the one that applies to the year where they are even.
pub(super) fn edition(tables: &[BoundTable], due: Option<&'static Form>) -> &'static Form {
    let due = due.unwrap_or(Form::latest());
    let count = |form: &Form| tables.iter().filter(|table| table.edition.name == form.name).count();
    let most = Form::all().iter().map(count).max().unwrap_or(0);
    if count(due) == most { due } else { Form::all().iter().find(|form| count(form) == most).unwrap_or(due) }
}

/// The rows of a document, read once for all tables and editions.
#[derive(Debug)]
struct Rows<'d> {
    doc: &'d Document,
    rows: Vec<TableRow>,
}

impl<'d> Rows<'d> {
    /// Reads the rows of all tables.
    fn new(doc: &'d Document) -> Self {
        Self { doc, rows: rows(doc) }
    }

    /// Binds a table of the form to those tables of the document that `allowed` lets through.
    /// None where the document has no row of it.
    fn bind(
        &self,
        edition: &'static Form,
        section: &'static Section,
        allowed: impl Fn(usize) -> bool,
    ) -> Option<BoundTable> {
        let form = section.table.as_ref()?;
        let rows: Vec<&TableRow> = self.rows.iter().filter(|row| allowed(row.table)).collect();
        let matches = align(&rows, form);
        if matches.iter().flatten().all(|found| found.score < SURE) {
            return None;
        }
        Some(Binding { doc: self.doc, edition, section, form, rows, matches }.table())
    }
}
