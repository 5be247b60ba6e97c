//! The report of the year before, for the rules that look at two reports.
use crate::support::{Draft, Which, draft::Body};

/// A report that this one follows: of the same organ, a year before, with the carried out applications that this one has
/// carried in.
pub fn year_before(draft: &Draft) -> Draft {
    let (mut last, edition) = (draft.clone(), draft.edition());
    let (now, before) = (draft.model.year, draft.model.year - 1);
    for (_, body) in &mut last.blocks {
        if let Body::Title(text) = body {
            text.iter_mut().for_each(|piece| piece.text = piece.text.replace(&now.to_string(), &before.to_string()));
        }
    }
    let table = last.table_mut(Which::Three);
    table.cells[edition.three() - 1] = table.cells[1].clone();
    last
}
