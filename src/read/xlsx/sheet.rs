//! Reads the cells of a sheet (`sheet1.xml`).
use super::strings::{Strings, rich_text};
use crate::read::workbook::formats::Formats;
use crate::read::workbook::sheet::{Area, MAX_ROW, Room, Sheet};
use crate::read::xml::{Event, Tag, Xml};

/// Reads the part.
pub fn read(xml: &mut Xml, strings: &Strings, formats: &Formats, room: &mut Room) -> Sheet {
    let mut sheet = Sheet::default();
    // Where the next cell stands that does not say so.
    let (mut row, mut column) = (0u32, 0u32);
    while let Some(event) = xml.next() {
        let Event::Open(tag) = event else { continue };
        match tag.name {
            "row" => {
                let number = tag.get("r").and_then(|number| number.trim().parse::<u32>().ok());
                let next = row.saturating_add(u32::from(column > 0));
                (row, column) = (number.map_or(next, |number| number.saturating_sub(1)), 0);
            }
            "c" => {
                if let Some(place) = tag.get("r").and_then(|place| place_of(&place)) {
                    (row, column) = place;
                }
                if room.is_full() {
                    xml.skip();
                    continue;
                }
                let text = text(&tag, xml, strings, formats);
                sheet.put(row, column, text, room);
                column += 1;
            }
            "mergeCell" => {
                if let Some(area) = tag.get("ref").and_then(|area| area_of(&area)) {
                    sheet.merge(area, room);
                }
            }
            _ => {}
        }
    }
    sheet.tidy();
    sheet
}

/// What is shown in a cell that has just begun.
fn text(tag: &Tag, xml: &mut Xml, strings: &Strings, formats: &Formats) -> String {
    let depth = xml.depth();
    let kind = tag.get("t").unwrap_or_default();
    let style = tag.get("s").and_then(|style| style.trim().parse().ok()).unwrap_or(0);
    let (mut value, mut inline) = (String::new(), String::new());
    let mut is_value = false;
    while xml.depth() >= depth {
        match xml.next() {
            Some(Event::Open(tag)) if tag.name == "is" => inline = rich_text(xml),
            Some(Event::Open(tag)) => is_value = tag.name == "v",
            Some(Event::Close) => is_value = false,
            Some(Event::Text(text)) if is_value => value.push_str(&text),
            Some(Event::Text(_)) => {}
            None => break,
        }
    }
    match kind.as_str() {
        "s" => value.trim().parse().ok().and_then(|at| strings.get(at)).unwrap_or_default().to_owned(),
        "inlineStr" => inline,
        "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        "str" | "e" | "d" => value,
        _ if value.trim().is_empty() => inline,
        _ => formats.shown(&value, style),
    }
}

/// The row and column of `B7`, from 0.
fn place_of(name: &str) -> Option<(u32, u32)> {
    let name = name.trim().replace('$', "");
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let column =
        name[..letters].bytes().fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'@'));
    let row: u32 = name[letters..].parse().ok().filter(|row| (1..=MAX_ROW).contains(row))?;
    Some((row - 1, column - 1))
}

fn area_of(names: &str) -> Option<Area> {
    let (first, last) = names.split_once(':')?;
    let ((top, left), (bottom, right)) = (place_of(first)?, place_of(last)?);
    Some(Area { top, left, bottom, right })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read() {
        assert_eq!(place_of("A1"), Some((0, 0)));
        assert_eq!(place_of("$B$7"), Some((6, 1)));
        assert_eq!(place_of("xfd1048576"), Some((1_048_575, 16_383)));
        for none in ["", "A", "7", "A0", "A1048577", "ABCD1", "A-1", "甲1"] {
            assert_eq!(place_of(none), None, "{none}");
        }
        assert_eq!(area_of("A1:B3"), Some(Area { top: 0, left: 0, bottom: 2, right: 1 }));
        assert_eq!(area_of("A1"), None);
    }
}
