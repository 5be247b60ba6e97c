//! Which row of a document is which row of a table of the form.
//!
//! Rows are aligned as sequences are (Needleman and Wunsch, 1970): the order of the form decides between rows that look
//! alike, a row whose label is lost or mistyped is found between its neighbours, and what fits nowhere stays unbound.
use crate::{
    form::TableForm,
    report::rows::{RowLabel, TableRow},
    text::label::{LIKE, Label},
};

/// The score of a label that is the form's.
pub(super) const EXACT: f32 = 10.0;
/// From this score on a row is a row of the form on its own account and not only by its neighbours.
pub(super) const SURE: f32 = 5.0;

/// A row of the form found in the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    /// The index of the row among those that were aligned.
    pub row: usize,
    /// The index of its label among the candidates; none where the label is lost or the form has none.
    pub label: Option<usize>,
    pub score: f32,
    /// Whether it stands elsewhere than in the form, and was found by its label alone.
    pub is_moved: bool,
}

/// Finds for each row of the form the row of the document, both in order, with the greatest sum of scores.
pub(super) fn align(rows: &[&TableRow], form: &TableForm) -> Vec<Option<Match>> {
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
                matches[j] = Some(Match { row: i, label, score, is_moved: false });
                (i, j) = (i + 1, j + 1);
            }
            _ if best[at(i + 1, j)] >= here => i += 1,
            _ => j += 1,
        }
    }
    find_moved(rows, form, &mut matches);
    matches
}

/// Finds rows of the form that stand in another order: of what is left, those in the same tables that have their label.
fn find_moved(rows: &[&TableRow], form: &TableForm, matches: &mut [Option<Match>]) {
    let mut free: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].has_values).collect();
    free.retain(|row| !matches.iter().flatten().any(|found| found.row == *row));
    free.retain(|row| matches.iter().flatten().any(|found| rows[found.row].table == rows[*row].table));
    let labels: Vec<Option<&Label>> = form.rows.iter().map(|row| row.labels.last()).collect();
    for (j, own) in labels.iter().enumerate().filter_map(|(j, own)| Some((j, (*own)?))) {
        let alone = labels.iter().flatten().filter(|label| label.body == own.body).count() == 1;
        if matches[j].is_some() || !alone {
            continue;
        }
        let of = |row: &usize| {
            let last = rows[*row].labels.last()?;
            let label = rows[*row].labels.iter().position(|found| found.end == last.end && own.same(&found.label))?;
            Some(Match { row: *row, label: Some(label), score: EXACT / 2.0, is_moved: true })
        };
        matches[j] = free.iter().find_map(of);
        free.retain(|row| matches[j].is_none_or(|found| found.row != *row));
    }
}

type Score = Option<(f32, Option<usize>)>;

/// How well each row of the document would do for each row of the form.
fn scores(rows: &[&TableRow], form: &TableForm) -> Vec<Score> {
    let mut scores = Vec::with_capacity(rows.len() * form.rows.len());
    let mut header_hits = 0;
    for row in rows {
        let labels = || form.rows.iter().filter_map(|own| own.labels.last());
        let exact = row.labels.iter().any(|found| labels().any(|label| label.same(&found.label)));
        for (j, own) in form.rows.iter().enumerate() {
            scores.push(match own.labels.last() {
                Some(label) => labelled(row, label, exact, form.columns(j).len(), form),
                None => unlabelled(row, form.columns(j).len(), &mut header_hits, form),
            });
        }
    }
    scores
}

fn labelled(row: &TableRow, label: &Label, exact: bool, columns: usize, form: &TableForm) -> Score {
    let last = row.labels.last().map_or(0, |found| found.end);
    let score = |(n, found): (usize, &RowLabel)| {
        // Words between the label and the values speak against it: it may be the label of a group.
        let behind = if found.end == last { 0.0 } else { 4.0 };
        let alone = if found.single { 0.5 } else { 0.0 };
        // A row without numbers may be a header; only its own label makes it a row that was left blank.
        let worded = || label.same(&found.label) && has_words_for_values(row, found.end, columns, form);
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
fn has_words_for_values(row: &TableRow, end: usize, columns: usize, form: &TableForm) -> bool {
    let known = || form.blocks.iter().flat_map(|block| &block.known);
    let mut behind = row.labels.iter().filter(|found| found.single && found.end > end);
    behind.clone().count() <= columns && behind.all(|found| !known().any(|label| label.likeness(&found.label) >= LIKE))
}

/// A row of values whose table has no row labels: known by the header above it.
fn unlabelled(row: &TableRow, columns: usize, header_hits: &mut usize, form: &TableForm) -> Score {
    let known = |found: &&RowLabel| {
        let mut parts = form.blocks.iter().flat_map(|block| &block.columns).flat_map(|column| &column.labels);
        found.single && parts.any(|part| part.same(&found.label))
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
