use super::*;

/// A row of cells: text, right edge, merged across, merged down.
type Row<'a> = &'a [(&'a str, i32, Merge, Merge)];

fn text(text: &str) -> Text {
    Text { text: text.to_owned(), at: FilePlace::Paragraph { number: 1, start: 0, end: 0 }, level: Option::None }
}

fn table(rows: &[Row]) -> Vec<(String, usize, usize, usize, usize)> {
    let mut flow = Flow::new(Kind::Doc);
    for row in rows {
        row.iter().for_each(|cell| flow.cell(1, text(cell.0)));
        let cells = row.iter().map(|&(_, right, across, down)| CellShape { right, across, down }).collect();
        flow.row(1, RowShape { left: 0, cells });
    }
    let document = flow.finish(true).unwrap();
    let cells = document.tables().flat_map(|table| &table.cells);
    let cell = |cell: &crate::document::Cell| {
        (document.str(cell.span).to_owned(), cell.row, cell.column, cell.row_span, cell.column_span)
    };
    cells.map(cell).collect()
}

use Merge::{Continued, First, None};

#[test]
fn columns_are_the_edges_of_all_rows() {
    let cells = table(&[
        &[("甲", 3000, None, None), ("乙", 6000, None, None)],
        // Drawn by hand: not quite where the edge above is.
        &[("丙", 1000, None, None), ("丁", 3012, None, None), ("戊", 5991, None, None)],
    ]);
    let spans: Vec<_> = cells.iter().map(|cell| (cell.0.as_str(), cell.2, cell.4)).collect();
    assert_eq!(spans, [("甲", 0, 2), ("乙", 2, 1), ("丙", 0, 1), ("丁", 1, 1), ("戊", 2, 1)]);
}

#[test]
fn merged_cells_are_one() {
    let cells = table(&[
        &[("甲", 1000, None, First), ("乙", 2000, First, None), ("", 3000, Continued, None)],
        &[("", 1000, None, Continued), ("丙", 2000, None, None), ("丁", 3000, None, None)],
        &[("戊", 1000, None, First), ("己", 2000, None, None), ("庚", 3000, None, None)],
    ]);
    let spans: Vec<_> = cells.iter().map(|cell| (cell.0.as_str(), cell.1, cell.2, cell.3, cell.4)).collect();
    let one = |text, row, column| (text, row, column, 1, 1);
    let expected = [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        one("丙", 1, 1),
        one("丁", 1, 2),
        one("戊", 2, 0),
        one("己", 2, 1),
        one("庚", 2, 2),
    ];
    assert_eq!(spans, expected);
}

#[test]
fn a_cell_that_goes_on_with_nothing_above_it_is_a_cell() {
    let cells = table(&[&[("甲", 1000, None, Continued), ("乙", 2000, None, None)]]);
    assert_eq!(cells.len(), 2);
}

#[test]
fn a_table_in_a_cell_stands_where_the_cell_stands() {
    let mut flow = Flow::new(Kind::Doc);
    flow.paragraph(0, text("前"));
    flow.paragraph(1, text("里"));
    flow.cell(2, text("一"));
    flow.cell(2, text("二"));
    flow.row(2, RowShape::default());
    flow.cell(1, text("后"));
    flow.cell(1, text(""));
    flow.row(1, RowShape::default());
    flow.paragraph(0, text("末"));
    assert_eq!(flow.finish(true).unwrap().text, "前\n里\n| 一 | 二 |\n后\n末");
}
