//! The official tables as grids of merged cells, as a web page has them.
use super::Style;
use crate::support::{
    Cell, Draft, Which,
    draft::Table,
    form::{APPLICANTS, HANDLED, OUTCOMES, RELATION},
};

/// What a cell is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// 第二十条第（一）项, the cell with the relation, headers of columns.
    Header,
    /// 三、本年度办理结果
    Vertical,
    /// （三）不予公开
    Group,
    /// The label of a row.
    Label,
    /// A number.
    Value(Cell),
}

/// A cell that covers so many rows and columns, in the row where it begins.
#[derive(Clone, Debug)]
pub struct GridCell {
    /// What it says.
    pub text: String,
    /// Rows and columns.
    pub span: (usize, usize),
    /// What it is for.
    pub role: Role,
}

/// Rows of cells.
pub type Grid = Vec<Vec<GridCell>>;

/// The grid of a table.
pub fn grid(draft: &Draft, table: &Table, style: &Style) -> Grid {
    match table.which {
        Which::Two => two(draft, table, style),
        Which::Three => three(draft, table, style),
        Which::Four => four(table, style),
    }
}

fn cell(style: &Style, role: Role, text: &str, span: (usize, usize)) -> GridCell {
    let mut text = style.words(text);
    if style.spaced && text.chars().count() == 2 {
        text = text.chars().map(String::from).collect::<Vec<_>>().join("　");
    }
    if style.loose {
        text = text.replace("勾稽", "钩稽");
        if text.starts_with(|first: char| first.is_ascii_digit()) {
            text = text.replacen('.', "、", 1);
        }
    }
    GridCell { text, span, role }
}

fn values(table: &Table, row: usize) -> impl Iterator<Item = GridCell> {
    table.cells[row].iter().enumerate().map(move |(column, text)| {
        let role = Role::Value(Cell { table: table.which, row, column });
        GridCell { text: text.clone(), span: (1, 1), role }
    })
}

/// The rows that the form does not have behind one that it has; their labels are so many columns wide.
fn added<'a>(table: &'a Table, row: usize, style: &'a Style, wide: usize) -> impl Iterator<Item = Vec<GridCell>> + 'a {
    table.added.iter().filter(move |(after, ..)| *after == row).map(move |(_, label, cells)| {
        let label = cell(style, Role::Label, label, (1, wide));
        let plain = |text: &String| GridCell { text: text.clone(), span: (1, 1), role: Role::Header };
        std::iter::once(label).chain(cells.iter().map(plain)).collect()
    })
}

fn two(draft: &Draft, table: &Table, style: &Style) -> Grid {
    let parts = table.edition.unwrap_or(draft.edition()).two();
    let columns = parts.iter().map(|part| part.columns.len()).max().unwrap_or(0);
    // The form of 2019 is mostly printed with a column more than it needs.
    let width = 1 + columns + usize::from(columns == 3 && parts.len() == 5 && style.variant % 2 == 1);
    let mut rows = vec![];
    let (mut row, mut before) = (0, 0);
    for part in parts {
        rows.push(vec![cell(style, Role::Header, part.caption, (1, width))]);
        let mut header = vec![cell(style, Role::Header, "信息内容", (1, 1))];
        header.extend(part.columns.iter().enumerate().map(|(column, name)| {
            let name = table.header(before + column, name);
            let cut: String = name.chars().take(3).collect();
            let name = if style.cut && name.chars().count() > 5 { cut.as_str() } else { name };
            cell(style, Role::Header, name, (1, 1))
        }));
        rows.push(header);
        before += part.columns.len();
        for label in part.rows {
            if !table.gone.contains(&row) {
                let label = cell(style, Role::Label, table.label(row, label), (1, 1));
                rows.push(std::iter::once(label).chain(values(table, row)).collect());
            }
            rows.extend(added(table, row, style, 1));
            row += 1;
        }
    }
    for row in &mut rows {
        let rest = width.saturating_sub(row.iter().map(|cell| cell.span.1).sum::<usize>());
        if let Some(last) = row.last_mut() {
            last.span.1 += rest;
        }
    }
    rows
}

fn three(draft: &Draft, table: &Table, style: &Style) -> Grid {
    let edition = table.edition.unwrap_or(draft.edition());
    let header = |text: &str, span| cell(style, Role::Header, text, span);
    let relation = table.note.as_deref().unwrap_or(RELATION);
    let legal = APPLICANTS[1..6].iter().filter_map(|column| column.split_once('/'));
    let legal = legal.enumerate().map(|(column, (_, name))| table.header(column + 1, name));
    let mut rows = vec![
        vec![header(relation, (3, 3)), header("申请人情况", (1, 7))],
        vec![header("自然人", (2, 1)), header("法人或其他组织", (1, 5)), header("总计", (2, 1))],
        legal.map(|name| header(name, (1, 1))).collect(),
    ];
    let kept: Vec<(usize, String)> = (0..edition.three())
        .filter(|row| !table.gone.contains(row))
        .map(|row| (row, edition.row(Which::Three, row)))
        .collect();
    let under = |head: &str| {
        let own = kept.iter().filter(|(_, path)| path.starts_with(head));
        own.map(|(row, _)| 1 + table.added.iter().filter(|(after, ..)| after == row).count()).sum()
    };
    let mut last: (&str, &str) = ("", "");
    for (row, path) in &kept {
        let mut line = vec![];
        let path: Vec<&str> = path.split('/').collect();
        let (mut vertical, mut group) = ("", "");
        if path.len() > 1 {
            vertical = path[0];
            if last.0 != vertical {
                line.push(cell(style, Role::Vertical, vertical, (under(&format!("{vertical}/")), 1)));
            }
        }
        if path.len() > 2 {
            group = path[1];
            if last.1 != group {
                line.push(cell(style, Role::Group, group, (under(&format!("{HANDLED}/{group}/")), 1)));
            }
        }
        line.push(cell(style, Role::Label, table.label(*row, path[path.len() - 1]), (1, 4 - path.len())));
        line.extend(values(table, *row));
        rows.push(line);
        rows.extend(added(table, *row, style, 2));
        last = (vertical, group);
    }
    rows
}

fn four(table: &Table, style: &Style) -> Grid {
    let header = |text: &str, span| cell(style, Role::Header, text, span);
    let mut second: Vec<GridCell> = OUTCOMES.iter().map(|name| header(name, (2, 1))).collect();
    second.extend([header("未经复议直接起诉", (1, 5)), header("复议后起诉", (1, 5))]);
    vec![
        vec![header("行政复议", (1, 5)), header("行政诉讼", (1, 10))],
        second,
        [OUTCOMES, OUTCOMES].concat().iter().map(|name| header(name, (1, 1))).collect(),
        values(table, 0).collect(),
    ]
}
