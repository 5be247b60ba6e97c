//! What table two and table three say of fees beside what the text says.
use super::{
    super::{add_paragraph, add_sentence},
    *,
};

fn is_told(draft: &mut Draft) -> bool {
    tells(draft, |fact| fact == Fact::Fee)
}

fn of_year(draft: &Draft) -> Option<Cell> {
    (draft.edition() == Edition::E2021).then_some(at(Which::Two, 5, 0))
}

pub fn in_yuan(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let cell = of_year(draft).filter(|_| draft.model.organ.size == 0)?;
    let fee = draft.model.fee;
    let amount = if fee > 0 && is_told(draft) { fee } else { rng.range(20, 900) * 100 };
    let tells_another = is_told(draft) && fee != amount;
    if tells_another { None } else { put(draft, cell, amount) }
}

pub fn odd(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let piece = draft.told_mut().into_iter().find(|piece| piece.fact == Some(Fact::Fee))?;
    let fee: u64 = piece.text.parse().ok().filter(|fee| *fee > 0)?;
    // Less than table two counts; more would contradict it.
    piece.text = (fee - rng.range(1, 9)).to_string();
    told_at(draft)
}

pub fn outside(draft: &mut Draft, _: &mut Rng) -> Option<Spot> {
    let cell = of_year(draft).filter(|_| draft.model.fee > 0)?;
    put(draft, cell, 0)?;
    told_at(draft)
}

/// Where the text tells the fee.
fn told_at(draft: &Draft) -> Option<Spot> {
    draft.blocks.iter().enumerate().find_map(|(block, (_, body))| {
        let Body::Paragraph(text) = body else { return None };
        let number = text.iter().position(|piece| piece.fact == Some(Fact::Fee))?;
        let start = text[..number].iter().map(|piece| piece.text.len()).sum();
        Some(Spot::Words { block, range: start..start + text[number].text.len() })
    })
}

/// Section six tells another fee than section one, which is in the table, or none.
pub fn twice(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let cell = of_year(draft)?;
    let fee = rng.range(3, 90) * 20;
    put(draft, cell, format!("{:.3}", fee as f64 / 10_000.0))?;
    rewrite(draft, 6, "本年度承办人大代表建议2件。")?;
    let verb = rng.pick(&["收取", "依法收取", "共收取"]);
    add_sentence(draft, rng, 1, &format!("全年⟦{verb}⟧信息处理费{fee}元。"))?;
    let (year, less) = (draft.model.year, fee - 20);
    let other = match rng.below(3) {
        0 => "本年度⟦未收取信息处理费⟧。".to_owned(),
        1 => format!("{year}年，⟦未收取政府信息公开信息处理费⟧。"),
        _ => format!("{year}年，收取信息处理费⟦{less}⟧元。"),
    };
    add_paragraph(draft, 6, &other)
}

/// Cases that were closed for another reason of the same group are put down as unpaid.
pub fn unpaid(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.edition() == Edition::E2019 {
        return None;
    }
    let row = draft.edition().total_row() - 2;
    let other = [row - 1, row + 1].into_iter().find(|&other| draft.model.three[other][6] > 0)?;
    for column in 0..7 {
        let moved = draft.model.three[other][column];
        put(draft, at(Which::Three, row, column), draft.model.three[row][column] + moved);
        put(draft, at(Which::Three, other, column), 0);
    }
    rewrite(draft, 6, rng.pick(&["无其他需要报告的事项。", "本年度未发出收费通知，无其他需要报告的事项。"]))?;
    let speaks = draft.blocks.iter().any(|(section, body)| match body {
        Body::Paragraph(text) => *section != 6 && text.iter().any(has_fee),
        _ => false,
    });
    if speaks { None } else { Some(Spot::Cell(at(Which::Three, row, 6))) }
}

pub fn early(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.model.year > 2020 {
        return None;
    }
    let fee = rng.range(1, 90) * 10;
    let year = draft.model.year;
    rewrite(draft, 6, "除以下收费外，无其他需要报告的事项。")?;
    add_paragraph(draft, 6, &format!("{year}年，共收取政府信息公开信息处理费⟦{fee}⟧元。"))
}
