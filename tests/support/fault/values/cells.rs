//! What is written into cells and is no plain number.
use super::*;

pub fn blank(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let cell = pick(draft, rng, &Which::ALL, |text| text == "0")?;
    put(draft, cell, "")
}

/// Zeros where the text tells several numbers; blanks are lost with their lines where a table has one cell a line.
pub fn empty(draft: &mut Draft, _: &mut Rng) -> Option<Spot> {
    let told = [Fact::New, Fact::Answered].map(|fact| tells(draft, |told| told == fact));
    if draft.model.value(Fact::New) == 0 || told != [true, true] {
        return None;
    }
    draft.table_mut(Which::Three).cells.iter_mut().flatten().for_each(|cell| "0".clone_into(cell));
    Some(Spot::Table(Which::Three))
}

pub fn mark(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let cell = pick(draft, rng, &Which::ALL, |text| text == "0")?;
    let mark = rng.pick(&["/", "-", "—", "无", "○", "O", "零"]);
    put(draft, cell, mark)
}

pub fn words(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let cell = pick(draft, rng, &[Which::Two, Which::Three, Which::Three], |_| true)?;
    let words = rng.pick(&["见附件", "较多", "#REF!", "#DIV/0!", "不详", "待核实", "1-2", "12x"]);
    put(draft, cell, words)
}

pub fn unit(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let cell = pick(draft, rng, &Which::ALL, |text| text.parse::<u64>().is_ok())?;
    let text = draft.cell_mut(cell).clone();
    let unit = rng.pick(&["件", "件", "件", "条", "项", "个", "份", " 件"]);
    put(draft, cell, format!("{text}{unit}"))
}

pub fn sign(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.edition() == Edition::E2021 {
        return None;
    }
    let cell = at(Which::Two, rng.range(2, 5) as usize, 1);
    let change: i64 = draft.cell_mut(cell).parse().ok().filter(|change| *change != 0)?;
    put(draft, cell, format!("{}{}", if change < 0 { "减" } else { "增" }, change.unsigned_abs()))
}

pub fn odd(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let cell = pick(draft, rng, &[Which::Two, Which::Three], |text| text.parse::<u64>().is_ok_and(|value| value > 0))?;
    let text = draft.cell_mut(cell).clone();
    let wide = |text: &str| text.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c)).collect();
    let odd: String = match rng.below(4) {
        0 if text.len() > 3 => format!("{},{}", &text[..text.len() - 3], &text[text.len() - 3..]),
        1 => format!("0{text}"),
        2 => format!("{text}.0"),
        _ => wide(&text),
    };
    put(draft, cell, odd)
}

pub fn negative(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let cell = pick(draft, rng, &[Which::Two], |text| text.parse::<u64>().is_ok_and(|value| value > 0))?;
    if draft.edition().column(cell) == "本年增/减" {
        return None;
    }
    let text = draft.cell_mut(cell).clone();
    put(draft, cell, format!("-{text}"))
}

pub fn decimal(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let cell = pick(draft, rng, &Which::ALL, |text| text.parse::<u64>().is_ok())?;
    let text = draft.cell_mut(cell).clone();
    put(draft, cell, format!("{text}.{}", rng.range(1, 9)))
}
