//! Sums that do not hold, and tables that are filled in by halves.
use super::*;
use crate::support::mutate;

pub fn wrong(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let cell = rng.pick(&draft.edition().cells(Which::Three));
    mutate::wrong(draft, cell, rng);
    Some(Spot::Cell(cell))
}

/// Of a case that the text tells too it would be clear which number is wrong.
pub fn unclear(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let cell = at(Which::Four, 0, rng.pick(&[4, 9, 14]));
    let total = value(draft, cell).filter(|total| *total > 0)?;
    hush(draft);
    put(draft, cell, total + rng.range(1, 9))
}

/// Two numbers that no other two of the table could have changed places with.
pub fn exchanged(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let rows: Vec<[u64; 2]> =
        draft.table(Which::Three).cells.iter().map(|row| [0, 1].map(|n| row[n].parse().unwrap_or(0))).collect();
    let apart = |row: usize| rows[row][0].abs_diff(rows[row][1]);
    let alone = |row: &usize| {
        apart(*row) > 1
            && rows[*row][1] > 0
            && (0..rows.len()).all(|other| other == *row || apart(other) != apart(*row))
    };
    let fitting: Vec<usize> = (0..rows.len()).filter(alone).collect();
    let row = if fitting.is_empty() { return None } else { rng.pick(&fitting) };
    draft.table_mut(Which::Three).cells[row].swap(0, 1);
    Some(Spot::Row(Which::Three, row))
}

pub fn only_totals(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let left_out = rng.pick(&["0", "0", "/"]);
    if draft.model.three[0][6] == 0 {
        return None;
    }
    for row in &mut draft.table_mut(Which::Three).cells {
        row[..6].iter_mut().for_each(|cell| left_out.clone_into(cell));
    }
    Some(Spot::Table(Which::Three))
}

pub fn no_totals(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let total = draft.edition().total_row();
    if draft.model.three[total][6] == 0 {
        return None;
    }
    let across = rng.chance(50);
    let cells = &mut draft.table_mut(Which::Three).cells;
    if across {
        cells[total].iter_mut().for_each(|cell| "0".clone_into(cell));
    } else {
        cells.iter_mut().for_each(|row| "0".clone_into(&mut row[6]));
    }
    Some(Spot::Table(Which::Three))
}

pub fn twins(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let rows = draft.model.three.clone();
    let filled = rows.iter().filter(|row| row[0] != 0).count();
    let column = rng.range(1, 5) as usize;
    if filled < 5 || rows[0][0] < 5 || draft.model.value(Fact::Unpaid) > 0 {
        return None;
    }
    hush(draft);
    for (row, numbers) in rows.iter().enumerate() {
        let total = numbers[6] - numbers[column] + numbers[0];
        put(draft, at(Which::Three, row, column), numbers[0]);
        put(draft, at(Which::Three, row, 6), total);
    }
    let row = rows.iter().position(|row| row[0] != 0)?;
    Some(Spot::Cell(at(Which::Three, row, 0)))
}

pub fn only_cases(draft: &mut Draft, _: &mut Rng) -> Option<Spot> {
    let column = [4, 9, 14].into_iter().find(|&column| draft.model.four[column] > 0)?;
    hush(draft);
    draft.table_mut(Which::Three).cells.iter_mut().flatten().for_each(|cell| "0".clone_into(cell));
    Some(Spot::Cell(at(Which::Four, 0, column)))
}
