//! Faults: each changes one thing of a draft and says what was right.
use super::{
    Cell, Draft, Fact, Rng, Which,
    draft::{Body, Piece},
};

/// What was done to a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// A number of a table was written otherwise.
    Cell {
        /// Where.
        cell: Cell,
        /// What is right.
        was: String,
        /// What stands there.
        now: String,
    },
    /// A number of the running text was written otherwise.
    Told {
        /// Where, in the order of [`Draft::told_mut`].
        index: usize,
        /// What it tells.
        fact: Fact,
        /// What is right.
        was: String,
        /// What stands there.
        now: String,
    },
    /// A section was left out, with heading and content.
    Section(usize),
    /// A row of a table was left out.
    Row(Which, usize),
    /// The statistic period is that of another year.
    Period {
        /// The right year.
        was: u64,
        /// The year told.
        now: u64,
    },
}

/// Writes something else into a cell.
pub fn set(draft: &mut Draft, cell: Cell, now: impl Into<String>) -> Fault {
    let now = now.into();
    let was = std::mem::replace(draft.cell_mut(cell), now.clone());
    Fault::Cell { cell, was, now }
}

/// A wrong number in any cell of table three.
pub fn three(draft: &mut Draft, rng: &mut Rng) -> Fault {
    let cell = rng.pick(&draft.edition().cells(Which::Three));
    wrong(draft, cell, rng)
}

/// A wrong number in one of the three totals of table four.
pub fn total_of_four(draft: &mut Draft, rng: &mut Rng) -> Fault {
    let column = rng.pick(&[4, 9, 14]);
    wrong(draft, Cell { table: Which::Four, row: 0, column }, rng)
}

/// A wrong number in a cell.
pub fn wrong(draft: &mut Draft, cell: Cell, rng: &mut Rng) -> Fault {
    let right = draft.cell_mut(cell).parse().expect("the cell holds a whole number");
    let now = slip(right, rng);
    set(draft, cell, now.to_string())
}

/// A cell of table three or four left blank, or of table two.
pub fn blank(draft: &mut Draft, rng: &mut Rng) -> Fault {
    let cell = any_cell(draft, rng);
    set(draft, cell, "")
}

/// Something in a cell that is not a plain number: its value with a unit, in full width, or a mark for nothing.
pub fn notation(draft: &mut Draft, rng: &mut Rng) -> Fault {
    let cell = loop {
        // In the table of 2019 some cells may hold units.
        let cell = any_cell(draft, rng);
        if draft.cell_mut(cell).parse::<u64>().is_ok() && draft.edition().column(cell) != "采购总金额" {
            break cell;
        }
    };
    let was = draft.cell_mut(cell).clone();
    let full_width = |text: &str| text.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c)).collect();
    let now = match (was.as_str(), rng.below(4)) {
        ("0", 0) => "/".to_owned(),
        ("0", 1) => "-".to_owned(),
        ("0", 2) => "无".to_owned(),
        ("0", _) => "O".to_owned(),
        (was, 0 | 1) => format!("{was}件"),
        (was, 2) => full_width(was),
        (was, _) => format!("{was}.5"),
    };
    set(draft, cell, now)
}

fn any_cell(draft: &Draft, rng: &mut Rng) -> Cell {
    let table = rng.pick(&[Which::Two, Which::Three, Which::Three, Which::Four]);
    rng.pick(&draft.edition().cells(table))
}

/// The number of a cell written into the cell to its right, which had none: two faults with one cause.
pub fn shifted(draft: &mut Draft, rng: &mut Rng) -> Option<[Fault; 2]> {
    let rows = &draft.table(Which::Three).cells;
    let fits =
        |cell: &Cell| cell.column < 5 && rows[cell.row][cell.column] != "0" && rows[cell.row][cell.column + 1] == "0";
    let from: Vec<Cell> = draft.edition().cells(Which::Three).into_iter().filter(fits).collect();
    if from.is_empty() {
        return None;
    }
    let from = rng.pick(&from);
    let to = Cell { column: from.column + 1, ..from };
    let value = draft.cell_mut(from).clone();
    Some([set(draft, from, "0"), set(draft, to, value)])
}

/// A wrong number in the running text that tells one of these facts, unless the text tells none of them.
///
/// The new number is none that a reader could take for right: 收到 may mean the new ones or all.
pub fn told(draft: &mut Draft, facts: &[Fact], rng: &mut Rng) -> Option<Fault> {
    let value = |fact| draft.model.value(fact);
    let mut spared = [Fact::New, Fact::All, Fact::Answered, Fact::CarriedIn, Fact::CarriedOut].map(value).to_vec();
    // Answered without those carried in, cases without those that are pending: other ways to count, not errors.
    let pending = [3, 8, 13].map(|cell: usize| draft.model.four[cell]);
    spared.push(value(Fact::Answered).saturating_sub(value(Fact::CarriedIn)));
    spared.push(value(Fact::Review) - pending[0]);
    spared.push(value(Fact::Litigation) - pending[1] - pending[2]);
    // A list with or without those carried over, too.
    let carried = [Fact::CarriedIn, Fact::CarriedOut].map(value);
    let mut told = draft.told_mut();
    let fitting: Vec<usize> =
        (0..told.len()).filter(|&index| told[index].fact.is_some_and(|fact| facts.contains(&fact))).collect();
    if fitting.is_empty() {
        return None;
    }
    let index = rng.pick(&fitting);
    let piece = &mut told[index];
    let fact = piece.fact?;
    let was = piece.text.clone();
    let right = number(&was);
    let now = loop {
        let now = slip(right, rng);
        let other_count = fact == Fact::Listed && carried.contains(&now.abs_diff(right));
        if !other_count && !spared.contains(&now) {
            break now;
        }
    };
    piece.text = written_like(&was, now);
    Some(Fault::Told { index, fact, was, now: piece.text.clone() })
}

/// Leaves out a section.
pub fn section(draft: &mut Draft, section: usize) -> Fault {
    draft.blocks.retain(|(at, _)| *at != section);
    Fault::Section(section)
}

/// Leaves out a row of table three.
pub fn row(draft: &mut Draft, rng: &mut Rng) -> Fault {
    let row = rng.below(draft.edition().three() as u64) as usize;
    draft.table_mut(Which::Three).gone.push(row);
    Fault::Row(Which::Three, row)
}

/// Moves the statistic period to the year before, if the report states one.
pub fn period(draft: &mut Draft) -> Option<Fault> {
    let (was, now) = (draft.model.year, draft.model.year - 1);
    let mut changed = false;
    for (section, body) in &mut draft.blocks {
        let Body::Paragraph(text) = body else { continue };
        for piece in text.iter_mut().filter(|_| *section == 0) {
            for day in ["年1月1日", "年12月31日"] {
                changed |= replace(piece, &format!("{was}{day}"), &format!("{now}{day}"));
            }
        }
    }
    changed.then_some(Fault::Period { was, now })
}

fn replace(piece: &mut Piece, was: &str, now: &str) -> bool {
    let found = piece.text.contains(was);
    piece.text = piece.text.replace(was, now);
    found
}

const HAN: [&str; 11] = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

/// The value of a told number.
pub fn number(text: &str) -> u64 {
    let han = || HAN.iter().position(|word| *word == text).map(|value| value as u64);
    text.parse().ok().or_else(han).expect("a told number is written in digits or one character")
}

fn written_like(was: &str, now: u64) -> String {
    match HAN.get(now as usize) {
        Some(word) if HAN.contains(&was) && now > 0 => (*word).to_owned(),
        _ => now.to_string(),
    }
}

/// Another number, as people and programs get numbers wrong.
pub fn slip(right: u64, rng: &mut Rng) -> u64 {
    loop {
        let mut digits = right.to_string().into_bytes();
        let at = rng.below(digits.len() as u64) as usize;
        match rng.below(8) {
            0 | 1 => digits[at] = b'0' + rng.below(10) as u8,
            2 if at > 0 => digits.swap(at, at - 1),
            3 if digits.len() > 1 => drop(digits.remove(at)),
            4 => digits.insert(at, b'0' + rng.below(10) as u8),
            5 => digits = (right + 1).to_string().into_bytes(),
            6 => digits = right.saturating_sub(1).to_string().into_bytes(),
            _ => digits[at] = b'0' + rng.range(1, 9) as u8,
        }
        let now = String::from_utf8_lossy(&digits).parse().unwrap_or(right);
        if now != right {
            return now;
        }
    }
}
