use super::*;
use crate::read::ole::tests::compound;

/// A file with this text in wide characters, whose marks have these properties (the position behind, the changes).
fn file(text: &str, flags: u16, marks: &[(usize, Vec<u8>)], hidden: std::ops::Range<usize>) -> Vec<u8> {
    const TEXT: usize = 1024;
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let count = (units.len() / 2) as u32;
    let page_of = |characters: usize| (TEXT + characters * 2) as u32;
    let mut stream = vec![0u8; TEXT];
    stream[..4].copy_from_slice(&[0xEC, 0xA5, 0xC1, 0]);
    stream[10..12].copy_from_slice(&flags.to_le_bytes());
    (stream[32], stream[62], stream[152]) = (14, 22, 93);
    stream[76..80].copy_from_slice(&count.to_le_bytes());
    stream.extend(&units);
    stream.resize(stream.len().next_multiple_of(512), 0);
    let first_page = (stream.len() / 512) as u32;
    // Paragraphs.
    let mut page = vec![0u8; 512];
    let mut end = 510;
    page[..4].copy_from_slice(&page_of(0).to_le_bytes());
    for (n, (behind, changes)) in marks.iter().enumerate() {
        page[4 * n + 4..4 * n + 8].copy_from_slice(&page_of(*behind).to_le_bytes());
        let content = [&[0, 0][..], changes].concat();
        end -= (content.len() + 2).next_multiple_of(2);
        page[end] = 0;
        page[end + 1] = content.len().div_ceil(2) as u8;
        page[end + 2..end + 2 + content.len()].copy_from_slice(&content);
        page[4 * (marks.len() + 1) + 13 * n] = (end / 2) as u8;
    }
    page[511] = marks.len() as u8;
    stream.extend(&page);
    // Characters: three stretches, of which the middle one is hidden.
    let mut page = vec![0u8; 512];
    for (n, at) in [0, hidden.start, hidden.end, count as usize].into_iter().enumerate() {
        page[4 * n..4 * n + 4].copy_from_slice(&page_of(at).to_le_bytes());
    }
    page[16 + 1] = 250;
    page[500..504].copy_from_slice(&[3, 0x3C, 0x08, 1]);
    page[511] = 3;
    stream.extend(&page);
    let mut table = Vec::new();
    let mut part = |index: usize, bytes: &[u8]| {
        let at = 154 + 8 * index;
        stream[at..at + 4].copy_from_slice(&(table.len() as u32).to_le_bytes());
        stream[at + 4..at + 8].copy_from_slice(&(bytes.len() as u32).to_le_bytes());
        table.extend_from_slice(bytes);
    };
    let longs = |numbers: &[u32]| numbers.iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
    part(Part::ParagraphPages as usize, &longs(&[page_of(0), page_of(count as usize), first_page]));
    part(Part::CharacterPages as usize, &longs(&[page_of(0), page_of(count as usize), first_page + 1]));
    let pieces = [&[2][..], &longs(&[16, 0, count]), &[0, 0], &longs(&[TEXT as u32]), &[0, 0]].concat();
    part(Part::Pieces as usize, &pieces);
    part(Part::Lists as usize, &lists());
    // The levels of the lists are not counted in.
    stream[154 + 8 * 73 + 4..154 + 8 * 73 + 8].copy_from_slice(&30u32.to_le_bytes());
    let mut part = |index: usize, bytes: &[u8]| {
        let at = 154 + 8 * index;
        stream[at..at + 4].copy_from_slice(&(table.len() as u32).to_le_bytes());
        stream[at + 4..at + 8].copy_from_slice(&(bytes.len() as u32).to_le_bytes());
        table.extend_from_slice(bytes);
    };
    part(Part::ListUses as usize, &[longs(&[1, 7, 0, 0, 0, u32::MAX]), vec![]].concat());
    compound(&[("0Table", table), ("WordDocument", stream)])
}

/// One list of one level: 一、
fn lists() -> Vec<u8> {
    let mut list = vec![1, 0, 7, 0, 0, 0];
    list.resize(30, 0);
    list[28] = 1;
    let mut level = vec![1, 0, 0, 0, 39, 0, 1];
    level.resize(28, 0);
    level.extend([2, 0, 0, 0, 0x01, 0x30]);
    [list, level].concat()
}

fn row_end() -> Vec<u8> {
    let cell = |flags: u16| [&flags.to_le_bytes()[..], &[0; 18]].concat();
    let edges: Vec<u8> = [0i16, 1000, 2000, 3000].iter().flat_map(|edge| edge.to_le_bytes()).collect();
    let definition = [&[3][..], &edges, &cell(0), &cell(2), &cell(1)].concat();
    let length = (definition.len() as u16 + 1).to_le_bytes();
    [&[0x16, 0x24, 1, 0x17, 0x24, 1, 0x08, 0xD6][..], &length, &definition].concat()
}

const TEXT: &str = "总体\r藏情况\u{13}PAGE\u{14}12\u{15}\r甲\u{7}乙\rb\u{7}\u{7}\u{7}末\u{1}尾\r";

fn report() -> Vec<u8> {
    let behind = |mark: usize| {
        TEXT.chars().enumerate().filter(|(_, c)| matches!(c, '\r' | '\u{7}')).nth(mark).map_or(0, |(n, _)| n + 1)
    };
    let cell = vec![0x16, 0x24, 1];
    // Use 1 of a list; the level of a heading.
    let numbered = vec![0x0B, 0x46, 1, 0, 0x40, 0x26, 0];
    let marks = [
        (behind(0), numbered.clone()),
        (behind(1), numbered),
        (behind(5), cell),
        (behind(6), row_end()),
        (behind(7), vec![]),
    ];
    file(TEXT, 0, &marks, 3..4)
}

#[test]
fn text_tables_and_numbers_are_read() {
    let document = read(&report()).unwrap();
    assert_eq!(document.text, "一、总体\n二、情况12\n| 甲 | 乙 b |\n末尾");
    assert_eq!(document.paragraphs().map(|paragraph| paragraph.level).collect::<Vec<_>>(), [Some(1), Some(1), None]);
    let table = document.tables().next().unwrap();
    assert_eq!(table.cells.len(), 2, "the third is merged with the second");
}

#[test]
fn paragraphs_keep_their_place() {
    let document = read(&report()).unwrap();
    let place = |text: &str| {
        let start = document.text.find(text).unwrap();
        document.origin(crate::text::Span::new(start, start + text.len()))
    };
    let bytes = |from: u32, to: u32| (1024 + 2 * from, 1024 + 2 * to);
    let (start, end) = bytes(0, 2);
    assert_eq!(place("总体"), Some(FilePlace::Paragraph { number: 1, start, end }));
    // The mark at the end of a row is no paragraph.
    let at = TEXT.chars().position(|c| c == '末').unwrap() as u32;
    let (start, end) = bytes(at, at + 3);
    assert_eq!(place("末尾"), Some(FilePlace::Paragraph { number: 7, start, end }));
}

#[test]
fn files_that_cannot_be_read_say_why() {
    assert_eq!(read(&file("甲\r", 0x0100, &[], 0..0)), Err(ReadError::Encrypted(Kind::Doc)));
    assert_eq!(read(&file("\r", 0, &[], 0..0)), Err(ReadError::Empty));
    let mut old = file("甲\r", 0, &[], 0..0);
    let head = old.windows(4).position(|bytes| bytes == [0xEC, 0xA5, 0xC1, 0]).unwrap();
    old[head + 2] = 0x68;
    assert!(read(&old).is_err_and(|error| error.to_string().contains("Word 95")));
}

#[test]
fn damaged_files_are_read_as_far_as_possible() {
    let whole = report();
    for at in 0..whole.len() {
        let _ = read(&whole[..at]);
        for change in [1, 0x80, 0xFF] {
            let mut damaged = whole.clone();
            damaged[at] ^= change;
            let _ = read(&damaged);
        }
    }
}
