//! The strings of a workbook: cells name them by their place in the list (`sharedStrings.xml`).
use crate::read::xml::{Event, Xml};

/// All strings, one behind the other.
#[derive(Debug, Default)]
pub struct Strings {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Strings {
    /// Reads the part.
    pub fn read(text: &str) -> Self {
        let mut xml = Xml::new(text);
        let mut strings = Self::default();
        while let Some(event) = xml.next() {
            let Event::Open(tag) = event else { continue };
            if tag.name == "si" {
                // Many cells may name one that is long and blank.
                let text = rich_text(&mut xml);
                strings.text.push_str(if text.trim().is_empty() { "" } else { &text });
                strings.ends.push(strings.text.len() as u32);
            }
        }
        strings
    }

    /// The string at a place, from 0.
    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)? as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..end)
    }
}

/// The text in the element that has just begun: its runs joined, without readings above the characters.
pub fn rich_text(xml: &mut Xml) -> String {
    let depth = xml.depth();
    let mut text = String::new();
    let mut is_text = false;
    while xml.depth() >= depth {
        match xml.next() {
            Some(Event::Open(tag)) if matches!(tag.name, "rPh" | "rPr") => xml.skip(),
            Some(Event::Open(tag)) => is_text = tag.name == "t",
            Some(Event::Close) => is_text = false,
            Some(Event::Text(part)) if is_text => text.push_str(&part),
            Some(Event::Text(_)) => {}
            None => break,
        }
    }
    unescaped(text)
}

/// The text with its characters written `_x000D_` as they are.
fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let sign = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let (before, after) = rest.split_at(at + if sign.is_some() { 7 } else { 2 });
        whole.push_str(&before[..if sign.is_some() { at } else { at + 2 }]);
        whole.extend(sign);
        rest = after;
    }
    whole + rest
}
