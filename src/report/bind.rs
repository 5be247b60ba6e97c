//! Lays the tables of a document over a table of the form: by label and by order, never by layout alone.
//!
//! Rows are aligned as sequences are (Needleman and Wunsch, 1970): the order of the form decides between rows that look
//! alike, a row whose label is lost or mistyped is found between its neighbours, and what fits nowhere stays unbound.
use super::columns::{Header, known_words, values};
use super::rows::{TableRow, rows};
use super::table::{BoundCell, BoundRow, BoundTable, ForeignRow};
use crate::{
    document::Document,
    form::{Form, Labelled, Section, TableForm},
    text::{Span, cell::parse_cell, label::Label},
};

/// The rows of a document, read once for all tables and editions.
#[derive(Debug)]
pub struct Rows<'d> {
    doc: &'d Document,
    rows: Vec<TableRow>,
}

impl<'d> Rows<'d> {
    /// Reads the rows of all tables.
    pub fn new(doc: &'d Document) -> Self {
        Self { doc, rows: rows(doc) }
    }

    /// Binds a table of the form to those tables of the document that `allowed` lets through.
    /// None where the document has no row of it.
    pub fn bind(
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

/// The score of a label that is the form's.
const EXACT: f32 = 10.0;
/// From this score on a row is a row of the form on its own account and not only by its neighbours.
const SURE: f32 = 5.0;
/// The likeness that a mistyped label must have.
const LIKE: f32 = 0.6;

/// A row of the form found in the document.
#[derive(Clone, Copy, Debug)]
struct Match {
    /// The index of the row among those that were aligned.
    row: usize,
    /// The index of its label among the candidates; none where the label is lost or the form has none.
    label: Option<usize>,
    score: f32,
}

/// Finds for each row of the form the row of the document, both in order, with the greatest sum of scores.
fn align(rows: &[&TableRow], form: &TableForm) -> Vec<Option<Match>> {
    let scores = scores(rows, form);
    let (height, width) = (rows.len(), form.rows.len());
    let at = |i: usize, j: usize| i * (width + 1) + j;
    let mut best = vec![0.0f32; (height + 1) * (width + 1)];
    for i in (0..height).rev() {
        for j in (0..width).rev() {
            let skip = best[at(i + 1, j)].max(best[at(i, j + 1)]);
            let take = scores[i * width + j].map_or(0.0, |(score, _)| score + best[at(i + 1, j + 1)]);
            best[at(i, j)] = skip.max(take);
        }
    }
    let mut matches = vec![None; width];
    let (mut i, mut j) = (0, 0);
    while i < height && j < width {
        let here = best[at(i, j)];
        match scores[i * width + j] {
            Some((score, label)) if score + best[at(i + 1, j + 1)] >= here => {
                matches[j] = Some(Match { row: i, label, score });
                (i, j) = (i + 1, j + 1);
            }
            _ if best[at(i + 1, j)] >= here => i += 1,
            _ => j += 1,
        }
    }
    matches
}

type Score = Option<(f32, Option<usize>)>;

/// How well each row of the document would do for each row of the form.
fn scores(rows: &[&TableRow], form: &TableForm) -> Vec<Score> {
    let labels: Vec<Label> = form.rows.iter().map(|row| Label::new(row.label())).collect();
    let known: Vec<Label> = form.blocks.iter().flat_map(|block| known_words(block, form)).collect();
    let mut scores = Vec::with_capacity(rows.len() * labels.len());
    let mut header_hits = 0;
    for row in rows {
        let exact = row.labels.iter().any(|found| labels.iter().any(|label| label.same(&found.label)));
        for (j, label) in labels.iter().enumerate() {
            scores.push(if label.is_empty() {
                unlabelled(row, form.columns(j).len(), &mut header_hits, form)
            } else {
                labelled(row, label, exact, form.columns(j).len(), &known)
            });
        }
    }
    scores
}

fn labelled(row: &TableRow, label: &Label, exact: bool, columns: usize, known: &[Label]) -> Score {
    let last = row.labels.last().map_or(0, |found| found.end);
    let score = |(n, found): (usize, &super::rows::RowLabel)| {
        // Words between the label and the values speak against it: it may be the label of a group.
        let behind = if found.end == last { 0.0 } else { 4.0 };
        let alone = if found.single { 0.5 } else { 0.0 };
        // A row without numbers may be a header; only its own label makes it a row that was left blank.
        let worded = || label.same(&found.label) && has_words_for_values(row, found.end, columns, known);
        let blank = !row.has_values && ((found.end < last && !worded()) || label.ordinal != found.label.ordinal);
        if found.end >= row.cells.len() || blank {
            None
        } else if label.same(&found.label) {
            Some((EXACT + alone - behind, Some(n)))
        } else if exact {
            None
        } else {
            match label.likeness(&found.label) {
                like if like >= LIKE => Some((EXACT * like - 1.0 - behind, Some(n))),
                _ if row.has_values
                    && behind == 0.0
                    && label.ordinal.is_some()
                    && label.ordinal == found.label.ordinal =>
                {
                    Some((3.0, Some(n)))
                }
                _ => None,
            }
        }
    };
    let best = row.labels.iter().enumerate().filter_map(score).max_by(|a, b| a.0.total_cmp(&b.0));
    best.or_else(|| (row.labels.is_empty() && row.has_values).then_some((1.5, None)))
}

/// Whether words stand where the values belong (行政许可 | 约一百件): no more than columns, and none that the form has as
/// a label, which would make the row a header.
fn has_words_for_values(row: &TableRow, end: usize, columns: usize, known: &[Label]) -> bool {
    let mut behind = row.labels.iter().filter(|found| found.single && found.end > end);
    behind.clone().count() <= columns
        && behind.all(|found| !known.iter().any(|label| label.likeness(&found.label) >= LIKE))
}

/// A row of values whose table has no row labels: known by the header above it.
fn unlabelled(row: &TableRow, columns: usize, header_hits: &mut usize, form: &TableForm) -> Score {
    let known = |found: &&super::rows::RowLabel| {
        let mut parts = form.blocks.iter().flat_map(|block| &block.columns).flat_map(Labelled::path);
        found.single && parts.any(|part| Label::new(part).same(&found.label))
    };
    *header_hits += row.labels.iter().filter(known).count();
    let first = row.labels.last().map_or(0, |found| found.end);
    let values = row.cells.len().saturating_sub(first);
    let enough = *header_hits >= 4 && values * 2 > columns;
    if !enough {
        return None;
    }
    // A row with numbers is surer than a blank one, which may be a leftover of merged cells.
    let score = if row.has_values { EXACT } else { SURE + 1.0 };
    Some((score, None))
}

/// A form table, the rows of the document, and which belongs to which.
struct Binding<'a> {
    doc: &'a Document,
    edition: &'static Form,
    section: &'static Section,
    form: &'static TableForm,
    rows: Vec<&'a TableRow>,
    matches: Vec<Option<Match>>,
}

impl Binding<'_> {
    fn table(&self) -> BoundTable {
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
        let Some(first) = self.matches[range.clone()].iter().flatten().next() else {
            return Header::absent(columns.len());
        };
        let before = self.matches[..range.start].iter().flatten().last().map_or(0, |found| found.row + 1);
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
        Header::new(block, self.form, &cells)
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
                let exact = label.is_none_or(|label| label.label.same(&Label::new(self.form.rows[row].label())));
                let is_trimmed = self.is_trimmed(&cells);
                let cells = cells.into_iter().map(|span| span.map(|span| self.cell(span))).collect();
                BoundRow { label: label.map(|label| label.span), found: true, exact, cells, surplus, is_trimmed }
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
    fn tail(&self, found: &Match) -> &[super::rows::RowCell] {
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
