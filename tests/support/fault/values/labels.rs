//! Rows, columns and whole tables that are not those of the form.
use super::{
    super::{add_paragraph, at_heading},
    *,
};
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

/// The last zeros of a row are not there: so many that the empty cells beside its label cannot be taken for them.
pub fn short(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let rows = draft.model.three.clone();
    let zeros: Vec<usize> = (0..rows.len()).filter(|&row| rows[row] == [0; 7]).collect();
    let row = if zeros.is_empty() { return None } else { rng.pick(&zeros) };
    draft.table_mut(Which::Three).cells[row].truncate(rng.range(1, 4) as usize);
    Some(Spot::Row(Which::Three, row))
}

pub fn added(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (which, after, label) = rng.pick(&[
        (Which::Two, 1, "其他主动公开文件"),
        (Which::Two, 1, "党内规范性文件"),
        (Which::Three, 3, "其他办理情形"),
        (Which::Three, 3, "转其他部门办理"),
        (Which::Two, 1, "其他政策文件"),
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
    for which in [Which::Two, Which::Three] {
        other_edition(draft, rng, which);
    }
    draft.model.edition = Edition::E2019;
    Some(Spot::Anywhere)
}

/// One table of the other edition, and nothing that tells the year.
pub fn mixed(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    // Those owe a word of fees.
    if draft.model.value(Fact::Unpaid) > 0 {
        return None;
    }
    draft.blocks.retain(|(_, body)| !matches!(body, Body::Title(_)));
    hush_where(draft, |_, _| true);
    let which = rng.pick(&[Which::Two, Which::Three]);
    other_edition(draft, rng, which);
    Some(Spot::Table(Which::Two))
}

/// Fills table two or three in as in the other edition.
fn other_edition(draft: &mut Draft, rng: &mut Rng, which: Which) {
    let own = draft.edition();
    let other = if own == Edition::E2019 { Edition::E2021 } else { Edition::E2019 };
    let cells = if which == Which::Two {
        tables::two(other, &draft.model.organ, 0, rng).cells
    } else {
        let mut three = draft.model.three.clone();
        let others = 2 + RESULTS_ALIKE..own.total_row();
        let sum: [u64; 7] = std::array::from_fn(|column| three[others.clone()].iter().map(|row| row[column]).sum());
        let mut rows = vec![[0; 7]; other.total_row() - others.start];
        rows[0] = sum;
        three.splice(others, rows);
        three.iter().map(|row| row.map(|number| number.to_string()).to_vec()).collect()
    };
    let table = draft.table_mut(which);
    (table.cells, table.edition) = (cells, Some(other));
}

/// How many results of table three both editions have alike: all but those of （六）其他处理.
const RESULTS_ALIKE: usize = 18;

/// A label of which the end is lost.
pub fn cut(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let columns: &[(Which, usize, &str)] = match draft.edition() {
        Edition::E2021 => &[
            (Which::Two, 0, "本年制发"),
            (Which::Two, 1, "本年废止"),
            (Which::Two, 2, "现行有效"),
            (Which::Two, 3, "本年处理决定"),
            (Which::Two, 5, "本年收费金额"),
        ],
        Edition::E2019 => {
            &[(Which::Two, 0, "本年新制作"), (Which::Two, 1, "本年新公开"), (Which::Two, 2, "对外公开总")]
        }
    };
    if rng.chance(50) {
        let (which, column, label) = rng.pick(columns);
        draft.table_mut(which).renamed.push((column, label.to_owned()));
        return Some(Spot::Table(which));
    }
    let (row, label) = rng.pick(&[
        (3, "（二）部分公开"),
        (5, "2.其他法律行政法规禁止"),
        (12, "1.本机关不掌握相关政府"),
        (13, "2.没有现成信息需要另行"),
        (19, "5.要求行政机关确认或重新出具"),
    ]);
    draft.table_mut(Which::Three).relabelled.push((row, label.to_owned()));
    Some(Spot::Row(Which::Three, row))
}

/// The head of the column of fees has another unit.
pub fn fee_unit(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.edition() == Edition::E2019 {
        return None;
    }
    let label = rng.pick(&[
        "本年收费金额（单位：元）",
        "本年收费金额（元）",
        "本年收费金额（单位：人民币元）",
        "收费金额（单位：元）",
    ]);
    let fee = draft.model.fee;
    let table = draft.table_mut(Which::Two);
    table.renamed.push((5, label.to_owned()));
    table.cells[5][0] = fee.to_string();
    Some(Spot::Table(Which::Two))
}

/// The relation above the labels of table three is another.
pub fn note(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let relation = rng.pick(&[
        "第一项加第二项之和，等于第三项之和",
        "第一项等于第三项加第四项之和",
        "第一项加第二项之和，等于第四项加第五项之和",
        "第一项加第三项之和，等于第二项加第四项之和",
        "第一项之和，等于第三项加第四项之和",
    ]);
    draft.table_mut(Which::Three).note = Some(format!("（本列数据的勾稽关系为：{relation}）"));
    Some(Spot::Table(Which::Three))
}

/// A section without its table.
pub fn missing(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let which = rng.pick(&Which::ALL);
    draft.blocks.retain(|(_, body)| !matches!(body, Body::Table(table) if table.which == which));
    let section = 2 + which as usize;
    let instead = rng.pick(&["", "", "详见附件。", "见附表。", "相关数据见附件表格。"]);
    if !instead.is_empty() {
        add_paragraph(draft, section, &format!("⟦{instead}⟧"))?;
    }
    at_heading(draft, section)
}

/// A row of table three stands above the one before it, or two neighbouring columns have each other's names.
pub fn exchanged(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    const ROWS: [(usize, [&str; 2]); 4] = [
        (6, ["3.危及“三安全一稳定”", "4.保护第三方合法权益"]),
        (7, ["4.保护第三方合法权益", "5.属于三类内部事务信息"]),
        (9, ["6.属于四类过程性信息", "7.属于行政执法案卷"]),
        (16, ["2.重复申请", "3.要求提供公开出版物"]),
    ];
    const COLUMNS: [(usize, [&str; 2]); 2] = [(3, ["社会公益组织", "法律服务机构"]), (1, ["商业企业", "科研机构"])];
    let table = draft.table_mut(Which::Three);
    if rng.chance(50) {
        let (column, [own, next]) = rng.pick(&COLUMNS);
        table.renamed.extend([(column, next.to_owned()), (column + 1, own.to_owned())]);
        return Some(Spot::Table(Which::Three));
    }
    let (row, [own, next]) = rng.pick(&ROWS);
    table.relabelled.extend([(row, next.to_owned()), (row + 1, own.to_owned())]);
    table.cells.swap(row, row + 1);
    Some(Spot::Table(Which::Three))
}
