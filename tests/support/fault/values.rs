//! Faults of cells, of the relations between them, and of the labels of the tables.
mod cells;
mod fees;
mod labels;
mod sense;
mod sums;

use super::{Kind, Spot, hush_where, piece};
use crate::support::{
    Cell, Draft, Edition, Fact, Rng, Which,
    draft::{Body, Piece},
    organ,
};

pub const KINDS: &[Kind] = &[
    Kind { rule: "mislabelled-row", what: "a row is named otherwise", make: labels::row },
    Kind { rule: "mislabelled-column", what: "a column is named otherwise", make: labels::column },
    Kind { rule: "missing-row", what: "a row is left out", make: labels::left_out },
    Kind { rule: "missing-cell", what: "a row has a cell less", make: labels::short },
    Kind { rule: "foreign-row", what: "a row of its own is added", make: labels::added },
    Kind { rule: "own-result-kind", what: "a kind of result of its own is added", make: labels::own_result },
    Kind { rule: "foreign-column", what: "a row has a cell more", make: labels::long },
    Kind { rule: "table-order", what: "two rows or columns are exchanged", make: labels::exchanged },
    Kind { rule: "cut-label", what: "the end of a label is lost", make: labels::cut },
    Kind { rule: "fee-unit", what: "the column of fees has another unit", make: labels::fee_unit },
    Kind { rule: "altered-note", what: "the relation in the corner is another", make: labels::note },
    Kind { rule: "missing-table", what: "a table is left out", make: labels::missing },
    Kind { rule: "mixed-edition", what: "a table of the other edition, and no year", make: labels::mixed },
    Kind { rule: "wrong-edition", what: "the tables of 2019 are used later", make: labels::outdated },
    Kind { rule: "wrong-number", what: "a number of table three is another", make: sums::wrong },
    Kind { rule: "unclear-sum", what: "a total of table four is another", make: sums::unclear },
    Kind { rule: "moved-numbers", what: "two numbers of a row are exchanged", make: sums::exchanged },
    Kind { rule: "items-missing", what: "only the totals of table three are filled in", make: sums::only_totals },
    Kind { rule: "totals-missing", what: "a row or column of totals is not filled in", make: sums::no_totals },
    Kind { rule: "twin-columns", what: "a column is copied into another", make: sums::twins },
    Kind {
        rule: "cases-without-applications",
        what: "table three is all zeros, table four not",
        make: sums::only_cases,
    },
    Kind { rule: "blank-cell", what: "a zero is left out", make: cells::blank },
    Kind { rule: "empty-table", what: "a table has only zeros while the text tells numbers", make: cells::empty },
    Kind { rule: "zero-mark", what: "a mark stands for zero", make: cells::mark },
    Kind { rule: "words-in-cell", what: "words stand in a cell", make: cells::words },
    Kind { rule: "unit-in-cell", what: "a number has its unit", make: cells::unit },
    Kind { rule: "unit-in-cell", what: "a word stands for the sign", make: cells::sign },
    Kind { rule: "odd-digits", what: "digits are wide, grouped or padded", make: cells::odd },
    Kind { rule: "negative-number", what: "a number is negative", make: cells::negative },
    Kind { rule: "decimal-count", what: "a count has decimals", make: cells::decimal },
    Kind { rule: "regulation-power", what: "an organ without the power made 规章", make: sense::regulation },
    Kind { rule: "few-in-force", what: "fewer in force than made", make: sense::few_in_force },
    Kind { rule: "published-over-total", what: "more published this year than in all", make: sense::published },
    Kind { rule: "items-not-cases", what: "decisions are items of last year and their change", make: sense::items },
    Kind { rule: "more-removed", what: "more items are removed than there were", make: sense::removed },
    Kind { rule: "purchase-mismatch", what: "purchases without an amount or an amount without", make: sense::purchase },
    Kind { rule: "idle-enforcer", what: "an enforcing department decided nothing", make: sense::idle },
    Kind { rule: "unusual-power", what: "a department without power decided much", make: sense::unusual },
    Kind { rule: "all-zero", what: "a government has only zeros", make: sense::all_zero },
    Kind { rule: "unlikely-size", what: "a town decided more than it has people", make: sense::huge },
    Kind {
        rule: "unexplained-correction",
        what: "a corrected case that section five is silent of",
        make: sense::corrected,
    },
    Kind { rule: "fee-in-yuan", what: "the fee of a town is in 元", make: fees::in_yuan },
    Kind { rule: "odd-fee", what: "a fee that the tariff cannot give", make: fees::odd },
    Kind { rule: "fee-told", what: "the fee told is not in table two", make: fees::outside },
    Kind { rule: "told-twice", what: "sections one and six tell another fee", make: fees::twice },
    Kind { rule: "unpaid-without-fee", what: "unpaid applications, and no word of fees", make: fees::unpaid },
    Kind { rule: "early-fee", what: "a fee before there was one", make: fees::early },
];

fn at(table: Which, row: usize, column: usize) -> Cell {
    Cell { table, row, column }
}

/// Writes into a cell and says where it is.
fn put(draft: &mut Draft, cell: Cell, text: impl ToString) -> Option<Spot> {
    *draft.cell_mut(cell) = text.to_string();
    Some(Spot::Cell(cell))
}

fn value(draft: &mut Draft, cell: Cell) -> Option<u64> {
    draft.cell_mut(cell).parse().ok()
}

/// A cell of chance, of any table, whose text is such.
fn pick(draft: &mut Draft, rng: &mut Rng, tables: &[Which], such: impl Fn(&str) -> bool) -> Option<Cell> {
    let table = rng.pick(tables);
    let mut cells = draft.edition().cells(table);
    // In the table of 2019 some cells may hold units.
    cells.retain(|&cell| !draft.edition().column(cell).contains("金额") && such(draft.cell_mut(cell)));
    if cells.is_empty() { None } else { Some(rng.pick(&cells)) }
}

/// Whether the text tells one of these facts.
fn tells(draft: &mut Draft, such: impl Fn(Fact) -> bool) -> bool {
    draft.told_mut().iter().any(|piece| piece.fact.is_some_and(&such))
}

/// Takes out what tells numbers of the tables, or says that there are none: what is written into the tables then stands
/// for itself.
fn hush(draft: &mut Draft) {
    const NONE: [&str; 6] = ["申请", "复议", "诉讼", "结转", "许可", "处罚"];
    hush_where(draft, |section, text| {
        let told = text.iter().any(|piece| piece.fact.is_some());
        let spoken = text.iter().any(|piece| NONE.iter().any(|word| piece.text.contains(word)));
        section != 6 && told || (1..5).contains(&section) && spoken
    });
    // Section one must not be without a number for that.
    if let Some(heading) = super::heading(draft, 1) {
        let text = "全年主动公开政府信息156条。".to_owned();
        draft.blocks.insert(heading + 1, (1, Body::Paragraph(vec![piece(text)])));
    }
}

/// Makes a section of one paragraph.
fn rewrite(draft: &mut Draft, section: usize, text: &str) -> Option<()> {
    let heading = super::heading(draft, section)?;
    draft.blocks.retain(|(at, body)| *at != section || matches!(body, Body::Heading(_)));
    draft.blocks.insert(heading + 1, (section, Body::Paragraph(vec![piece(text.to_owned())])));
    Some(())
}

fn has_fee(piece: &Piece) -> bool {
    piece.text.contains('费')
}
