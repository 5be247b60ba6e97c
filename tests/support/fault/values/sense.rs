//! Numbers of which each may be right, but not together, or not of such an organ.
use super::*;

fn is_made_told(draft: &mut Draft) -> bool {
    tells(draft, |fact| matches!(fact, Fact::Document(_)))
}

fn are_decisions_told(draft: &mut Draft) -> bool {
    tells(draft, |fact| matches!(fact, Fact::Decision(_)))
}

/// The rows of 许可, 处罚, 强制, and the column of their decisions.
fn decisions(draft: &Draft) -> [Cell; 3] {
    match draft.edition() {
        Edition::E2021 => [2, 3, 4].map(|row| at(Which::Two, row, 0)),
        Edition::E2019 => [2, 4, 5].map(|row| at(Which::Two, row, 2)),
    }
}

pub fn regulation(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    use organ::Kind::{Bureau, Committee, County, Department, Street, Town, Township};
    let organ = &draft.model.organ;
    let certain = match organ.kind {
        Bureau | Committee | Department | Street | Town | Township => true,
        County => organ.level != "市",
        _ => false,
    };
    // Of a centre the name does not tell whose it is.
    if !certain || organ.name.ends_with("中心") {
        return None;
    }
    let cell = at(Which::Two, 0, 2);
    put(draft, cell, rng.range(1, 6))
}

pub fn few_in_force(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.edition() == Edition::E2019 {
        return None;
    }
    let [made, repealed, valid] = [0, 1, 2].map(|column| at(Which::Two, 1, column));
    if is_made_told(draft) {
        return None;
    }
    let new = value(draft, made)?.saturating_sub(value(draft, repealed)?);
    if new > 0 {
        return put(draft, valid, rng.below(new));
    }
    let new = rng.range(2, 9);
    put(draft, made, new);
    put(draft, repealed, 0);
    put(draft, valid, rng.below(new))
}

pub fn published(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.edition() == Edition::E2021 || is_made_told(draft) {
        return None;
    }
    let all = rng.range(1, 120);
    put(draft, at(Which::Two, 1, 1), all + rng.range(1, 120));
    put(draft, at(Which::Two, 1, 2), all)
}

pub fn items(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.edition() == Edition::E2021 {
        return None;
    }
    let row = rng.range(2, 5) as usize;
    let cases = value(draft, at(Which::Two, row, 2)).filter(|cases| *cases > 10)?;
    let change = rng.range(1, 9);
    let (before, change) =
        if rng.chance(50) { (cases - change, change.to_string()) } else { (cases + change, format!("-{change}")) };
    put(draft, at(Which::Two, row, 0), before);
    put(draft, at(Which::Two, row, 1), change);
    Some(Spot::Cell(at(Which::Two, row, 2)))
}

pub fn removed(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.edition() == Edition::E2021 {
        return None;
    }
    let row = rng.range(2, 5) as usize;
    let before = value(draft, at(Which::Two, row, 0))?;
    put(draft, at(Which::Two, row, 1), format!("-{}", before + rng.range(1, 9)))
}

pub fn purchase(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.edition() == Edition::E2021 {
        return None;
    }
    let [count, amount] = [0, 1].map(|column| at(Which::Two, 7, column));
    if rng.chance(50) {
        put(draft, amount, rng.pick(&["52.15", "251000元", "36"]));
        put(draft, count, 0)
    } else {
        put(draft, count, rng.range(1, 40));
        put(draft, amount, 0)
    }
}

pub fn idle(draft: &mut Draft, _: &mut Rng) -> Option<Spot> {
    use organ::Kind::{Bureau, Committee, Department};
    let organ = &draft.model.organ;
    let enforces = organ.enforces && matches!(organ.kind, Bureau | Committee | Department);
    if !enforces || are_decisions_told(draft) {
        return None;
    }
    let cells = decisions(draft);
    for cell in cells {
        put(draft, cell, 0);
    }
    Some(Spot::Cell(cells[0]))
}

pub fn unusual(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let name = &draft.model.organ.name;
    if !["信访局", "机关事务管理局"].iter().any(|end| name.ends_with(end)) || are_decisions_told(draft) {
        return None;
    }
    let cell = rng.pick(&decisions(draft));
    put(draft, cell, rng.range(40, 900))
}

pub fn all_zero(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    use organ::Kind::{City, County, Province};
    if !matches!(draft.model.organ.kind, City | County | Province) {
        return None;
    }
    hush(draft);
    rewrite(draft, 6, rng.pick(&["本年度未收取信息处理费。", "未收取信息处理费，无其他需要报告的事项。"]))?;
    for which in Which::ALL {
        draft.table_mut(which).cells.iter_mut().flatten().for_each(|cell| "0".clone_into(cell));
    }
    Some(Spot::Cell(decisions(draft)[0]))
}

pub fn huge(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    use organ::Kind::{Street, Town, Township};
    if !matches!(draft.model.organ.kind, Street | Town | Township) || are_decisions_told(draft) {
        return None;
    }
    let cell = rng.pick(&decisions(draft));
    put(draft, cell, rng.range(200_000, 9_000_000))
}

pub fn corrected(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let problems = [
        "主要问题是政策解读形式单一，宣传力度不够。下一步将丰富解读形式，加强业务培训。",
        "一是信息更新不够及时，二是栏目设置有待优化。今后将定期检查，及时更新。",
    ];
    rewrite(draft, 5, rng.pick(&problems))?;
    if let Some(column) = [1, 6, 11].into_iter().find(|&column| draft.model.four[column] > 0) {
        return Some(Spot::Cell(at(Which::Four, 0, column)));
    }
    // Cases without any application are told as well.
    if draft.model.value(Fact::New) + draft.model.value(Fact::CarriedIn) == 0 {
        return None;
    }
    hush(draft);
    let block = rng.pick(&[0, 5, 10]);
    let total = value(draft, at(Which::Four, 0, block + 4))?;
    put(draft, at(Which::Four, 0, block + 4), total + 1);
    put(draft, at(Which::Four, 0, block + 1), 1)
}
