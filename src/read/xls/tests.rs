use super::*;
use crate::read::ole::tests::compound;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

fn place(row: u16, column: u16) -> Vec<u8> {
    [row, column, 0].iter().flat_map(|n| n.to_le_bytes()).collect()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A workbook with one sheet; its shared strings go on in a second record.
fn book(cells: &[Vec<u8>]) -> Vec<u8> {
    let begin = record(BEGIN, &[0, 6, 5, 0]);
    let first = [&[2, 0, 0, 0, 2, 0, 0, 0][..], &[2, 0, 1], &wide("自然"), &[3, 0, 1], &wide("总")].concat();
    let strings = [record(0xFC, &first), record(0x3C, &[&[1][..], &wide("计数")].concat())].concat();
    let listed =
        |start: usize| record(0x85, &[&(start as u32).to_le_bytes()[..], &[0, 0, 2, 1], &wide("表三")].concat());
    let start = begin.len() + strings.len() + listed(0).len() + 4;
    let globals = [begin.clone(), strings, listed(start), record(END, &[])].concat();
    compound(&[("Workbook", [globals, begin, cells.concat(), record(END, &[])].concat())])
}

fn sheet() -> Vec<u8> {
    let shared = |row, column, n: u32| record(0xFD, &[place(row, column), n.to_le_bytes().to_vec()].concat());
    let text = [&place(2, 0)[..], &[2, 0, 0], b"ab"].concat();
    let many = [
        &[1, 0, 1, 0][..],
        &[0, 0],
        &(12 << 2 | 2u32).to_le_bytes(),
        &[0, 0],
        &(1234 << 2 | 3u32).to_le_bytes(),
        &[2, 0],
    ];
    let number = [place(2, 1), 96171.6f64.to_le_bytes().to_vec()].concat();
    let formula = [place(2, 2), 0.30000000000000004f64.to_le_bytes().to_vec()].concat();
    let merged = [1u16, 0, 0, 1, 2].iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<_>>();
    book(&[
        shared(0, 0, 0),
        shared(0, 1, 1),
        shared(1, 0, 1),
        record(0xBD, &many.concat()),
        record(0x204, &text),
        record(0x203, &number),
        record(0x06, &formula),
        record(0xE5, &merged),
    ])
}

#[test]
fn cells_and_numbers_are_read() {
    let document = read(&sheet()).unwrap();
    let table = document.tables().next().unwrap();
    let cells: Vec<_> = table.cells.iter().map(|cell| (document.str(cell.span), cell.column_span)).collect();
    let one = |text| (text, 1);
    let expected =
        [one("自然"), ("总计数", 2), one("总计数"), one("12"), one("12.34"), one("ab"), one("96171.6"), one("0.3")];
    assert_eq!(cells, expected);
}

#[test]
fn numbers_keep_their_value() {
    for (number, text) in [
        (0.0, "0"),
        (-3.0, "-3"),
        (3985.0, "3985"),
        (96171.6, "96171.6"),
        (0.1 + 0.2, "0.3"),
        (0.05, "0.05"),
        (-0.125, "-0.125"),
        (1e14, "100000000000000"),
        (123456.789, "123456.789"),
        (1.0 / 3.0, "0.333333333333333"),
        (f64::NAN, ""),
    ] {
        assert_eq!(decimal(number), text);
    }
}

#[test]
fn a_workbook_with_a_password_says_so() {
    let stream = [record(BEGIN, &[0, 6, 5, 0]), record(0x2F, &[0; 6])].concat();
    assert_eq!(read(&compound(&[("Workbook", stream)])), Err(ReadError::Encrypted(Kind::Xls)));
}

#[test]
fn damaged_workbooks_are_read_as_far_as_possible() {
    let whole = sheet();
    for at in 0..whole.len() {
        let _ = read(&whole[..at]);
        for change in [1, 0x80, 0xFF] {
            let mut damaged = whole.clone();
            damaged[at] ^= change;
            let _ = read(&damaged);
        }
    }
}
