//! Rows, columns and whole tables that are not those of the form.
use super::*;
use crate::support::tables;

pub fn row(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let two = match draft.edition() {
        Edition::E2019 => "规范性文章",
        Edition::E2021 => "规范性文件",
    };
    let (which, row, label) = rng.pick(&[
        (Which::Two, 1, two),
        (Which::Three, 0, "一、本年新收政府信息公开申请件数"),
        (Which::Three, 0, "一、本年新收政府信息公开申报数量"),
        (Which::Three, 1, "二、上年接转政府信息公开申请数量"),
        (Which::Three, 2, "（一）同意公开"),
        (Which::Three, 7, "4.保护第三人合法权益"),
        (Which::Three, 12, "1.本机关不掌握相关信息"),
        (Which::Three, 16, "2.重复提出申请"),
    ]);
    draft.table_mut(which).relabelled.push((row, label.to_owned()));
    Some(Spot::Row(which, row))
}

pub fn column(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (which, column, label) = match draft.edition() {
        Edition::E2021 => rng.pick(&[
            (Which::Two, 0, "本年制作件数"),
            (Which::Two, 1, "本年作废件数"),
            (Which::Two, 2, "现有效件数"),
            (Which::Three, 1, "商业公司"),
            (Which::Three, 3, "公益组织"),
            (Which::Three, 4, "法律服务机关"),
        ]),
        Edition::E2019 => rng.pick(&[
            (Which::Two, 0, "本年制作数量"),
            (Which::Two, 2, "向外公开总数量"),
            (Which::Three, 2, "科研单位"),
            (Which::Three, 4, "法律服务机关"),
        ]),
    };
    draft.table_mut(which).renamed.push((column, label.to_owned()));
    Some(Spot::Table(which))
}

pub fn left_out(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let which = rng.pick(&[Which::Two, Which::Three]);
    let rows = draft.edition().shape(which).len() as u64;
    // The last one of table three cannot be told from table four below where labels are lost.
    draft.table_mut(which).gone.push(rng.below(rows - 1) as usize);
    Some(Spot::Table(which))
}

/// The last two zeros of a row are not there.
pub fn short(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let rows = draft.model.three.clone();
    let zeros: Vec<usize> = (0..rows.len()).filter(|&row| rows[row] == [0; 7]).collect();
    let row = if zeros.is_empty() { return None } else { rng.pick(&zeros) };
    draft.table_mut(Which::Three).cells[row].truncate(5);
    Some(Spot::Row(Which::Three, row))
}

pub fn added(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (which, after, label) = rng.pick(&[
        (Which::Two, 1, "其他主动公开文件"),
        (Which::Two, 1, "党内规范性文件"),
        (Which::Three, 3, "其他办理情形"),
    ]);
    add_row(draft, rng, which, after, label)
}

/// A row for a kind of result that the form does not have.
pub fn own_result(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let label = rng.pick(&["不属于政府信息", "告知其他途径办理", "申请信息不存在", "申请人撤回申请"]);
    add_row(draft, rng, Which::Three, 3, label)
}

fn add_row(draft: &mut Draft, rng: &mut Rng, which: Which, after: usize, label: &str) -> Option<Spot> {
    let count = draft.edition().shape(which)[after];
    let cells = (0..count).map(|_| rng.range(0, 9).to_string()).collect();
    draft.table_mut(which).added.push((after, label.to_owned(), cells));
    Some(Spot::Table(which))
}

/// A number more in one of the narrow rows of table two.
pub fn long(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.edition() == Edition::E2019 {
        return None;
    }
    let row = rng.range(2, 4) as usize;
    draft.table_mut(Which::Two).cells[row].push(rng.range(0, 40).to_string());
    Some(Spot::Table(Which::Two))
}

/// The same numbers in the tables of 2019, in a report of a later year.
pub fn outdated(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.edition() == Edition::E2019 {
        return None;
    }
    let two = tables::two(Edition::E2019, &draft.model.organ, 0, rng);
    let mut three = draft.model.three.clone();
    let total = draft.edition().total_row();
    let other: [u64; 7] = std::array::from_fn(|column| three[total - 3..total].iter().map(|row| row[column]).sum());
    three.splice(total - 3..total, [other]);
    draft.model.edition = Edition::E2019;
    draft.table_mut(Which::Two).cells = two.cells;
    draft.table_mut(Which::Three).cells =
        three.iter().map(|row| row.map(|number| number.to_string()).to_vec()).collect();
    Some(Spot::Anywhere)
}
