//! XML parts of office files: events that are balanced whatever is wrong with the source, and their places in it.
use quick_xml::{
    Reader,
    escape::unescape,
    events::{BytesStart, Event as Raw},
};
use std::borrow::Cow;

/// The text of a part, and how many of its bytes could not be decoded.
///
/// UTF-8, or UTF-16 with or without a mark. In UTF-8 each byte that cannot be decoded becomes one `?`, so that every
/// place in the text is the place in the part; UTF-16 is decoded, and its places are those in the decoded text.
pub fn decode(bytes: &[u8]) -> (String, usize) {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        let lost = text.matches(char::REPLACEMENT_CHARACTER).count();
        (text, lost)
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [b'<', 0, ..] => units(bytes, u16::from_le_bytes),
        [0, b'<', ..] => units(bytes, u16::from_be_bytes),
        _ => {
            let mut text = String::with_capacity(bytes.len());
            let mut lost = 0;
            for chunk in bytes.utf8_chunks() {
                text.push_str(chunk.valid());
                text.extend(chunk.invalid().iter().map(|_| '?'));
                lost += chunk.invalid().len();
            }
            (text, lost)
        }
    }
}

/// What comes next.
pub enum Event<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// The innermost element ends.
    Close,
    /// Text in the innermost element.
    Text(Cow<'a, str>),
}

/// The beginning of an element.
pub struct Tag<'a> {
    /// Its name without the prefix of its namespace.
    pub name: &'a str,
    /// Where it begins in the text of the part.
    pub start: usize,
    raw: BytesStart<'a>,
}

/// A part that is being read.
pub struct Xml<'a> {
    text: &'a str,
    /// How long the mark is that the text begins with.
    mark: usize,
    reader: Reader<&'a [u8]>,
    /// The names of the open elements, prefix included.
    open: Vec<&'a str>,
    /// How many of them end before the next event is read.
    ending: usize,
    is_at_end: bool,
    /// How much was wrong.
    faults: usize,
}

/// How many elements may be open. A table in a table in a table has some 40.
const MAX_DEPTH: usize = 256;
/// With more faults than these it is no longer a file of its kind.
const MAX_FAULTS: usize = 1000;

impl<'a> Xml<'a> {
    pub fn new(text: &'a str) -> Self {
        let content = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut reader = Reader::from_str(content);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        let mark = text.len() - content.len();
        Self { text, mark, reader, open: Vec::new(), ending: 0, is_at_end: false, faults: 0 }
    }

    /// Where the last event ended in the text of the part.
    pub fn position(&self) -> usize {
        (self.mark + self.reader.buffer_position() as usize).min(self.text.len())
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether something was wrong so far.
    pub fn is_damaged(&self) -> bool {
        self.faults > 0
    }

    /// The next event; at the end, and at damage that cannot be read over, all that is open ends.
    pub fn next(&mut self) -> Option<Event<'a>> {
        loop {
            if self.ending > 0 {
                self.ending -= 1;
                self.open.pop();
                return Some(Event::Close);
            }
            if self.is_at_end {
                return None;
            }
            let start = self.position();
            match self.reader.read_event() {
                Ok(Raw::Start(tag)) => {
                    if let Some(open) = self.opened(tag, start) {
                        return Some(open);
                    }
                }
                Ok(Raw::Empty(tag)) => {
                    if let Some(open) = self.opened(tag, start) {
                        self.ending = 1;
                        return Some(open);
                    }
                }
                Ok(Raw::End(tag)) => self.close(tag.name().as_ref()),
                Ok(Raw::Text(text)) => return Some(Event::Text(text.into_inner())),
                Ok(Raw::CData(text)) => return Some(Event::Text(text.into_inner())),
                Ok(Raw::GeneralRef(name)) => {
                    let source = self.text.get(start..self.position()).unwrap_or_default();
                    let known = unescape(source).map_or(String::new(), |text| text.into_owned());
                    self.faults += usize::from(name.is_empty() || known.is_empty());
                    return Some(Event::Text(known.into()));
                }
                Ok(Raw::Eof) => self.end(!self.open.is_empty()),
                Ok(_) => {}
                Err(quick_xml::Error::IllFormed(_)) => self.fault(),
                Err(_) => self.end(true),
            }
        }
    }

    /// Reads over the rest of the element that has just begun.
    pub fn skip(&mut self) {
        self.inside(&mut |_| false);
    }

    /// Reads the rest of the element that has just begun, and shows each element in it. What is in that is shown too
    /// where the answer is `true`.
    pub fn inside(&mut self, each: &mut dyn FnMut(&Tag<'a>) -> bool) {
        let depth = self.depth();
        // Up to this depth is read over what an answer of `false` hides.
        let mut hidden = usize::MAX;
        while self.depth() >= depth {
            match self.next() {
                Some(Event::Open(tag)) => {
                    if self.depth() <= hidden {
                        hidden = if each(&tag) { usize::MAX } else { self.depth() };
                    }
                }
                Some(_) => {}
                None => return,
            }
        }
    }

    fn opened(&mut self, tag: BytesStart<'a>, start: usize) -> Option<Event<'a>> {
        if self.open.len() == MAX_DEPTH {
            self.end(true);
            return None;
        }
        let whole = self.text.get(start + 1..start + 1 + tag.name().as_ref().len()).unwrap_or_default();
        self.open.push(whole);
        let name = whole.rsplit_once(':').map_or(whole, |(_, name)| name);
        Some(Event::Open(Tag { name, start, raw: tag }))
    }

    /// An end tag closes the innermost element of its name; one without any closes nothing.
    fn close(&mut self, name: &str) {
        let depth = self.open.iter().rev().position(|open| *open == name);
        self.ending = depth.map_or(0, |above| above + 1);
        if depth != Some(0) {
            self.fault();
        }
    }

    fn fault(&mut self) {
        self.faults += 1;
        if self.faults > MAX_FAULTS {
            self.end(true);
        }
    }

    fn end(&mut self, is_fault: bool) {
        self.faults += usize::from(is_fault);
        self.is_at_end = true;
        self.ending = self.open.len();
    }
}

impl<'a> Tag<'a> {
    /// The value of an attribute, named without the prefix of its namespace.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.raw.attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let value = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?.value;
        Some(unescape(&value).map_or_else(|_| value.to_string(), |text| text.into_owned()))
    }

    /// The attribute `val`, in which Word keeps nearly everything.
    pub fn value(&self) -> Option<String> {
        self.get("val")
    }

    /// The attribute `val` as a number.
    pub fn number(&self) -> Option<usize> {
        self.value()?.trim().parse().ok()
    }

    /// Whether the element switches something on: it does unless its `val` says no.
    pub fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The events of a source: `<name`, `>`, text.
    fn events(source: &str) -> (String, bool) {
        let mut xml = Xml::new(source);
        let mut shown = String::new();
        while let Some(event) = xml.next() {
            match event {
                Event::Open(tag) => {
                    assert!(source[tag.start..].starts_with('<'));
                    shown.push('<');
                    shown.push_str(tag.name);
                    shown.push(' ');
                }
                Event::Close => shown.push('>'),
                Event::Text(text) => shown.push_str(&text),
            }
        }
        assert_eq!(xml.depth(), 0);
        (shown, xml.is_damaged())
    }

    #[test]
    fn elements_and_text_are_told() {
        let source = "\u{FEFF}<?xml version=\"1.0\"?><w:a><b x='1'/>甲&amp;乙&#x4E19;<![CDATA[<丁>]]></w:a>";
        assert_eq!(events(source), ("<a <b >甲&乙丙<丁>>".to_owned(), false));
    }

    #[test]
    fn what_is_wrong_is_read_over() {
        let damaged = |source: &str| {
            let (shown, is_damaged) = events(source);
            assert!(is_damaged, "{source}");
            shown
        };
        assert_eq!(damaged("<a><b>甲</c></b>乙</a>"), "<a <b 甲>乙>");
        assert_eq!(damaged("<a><b>甲</a>乙"), "<a <b 甲>>乙");
        assert_eq!(damaged("<a><b>甲"), "<a <b 甲>>");
        assert_eq!(damaged("<a><b>甲</b"), "<a <b 甲>>");
        assert!(damaged(&"<a>".repeat(MAX_DEPTH + 9)).len() < 4 * (MAX_DEPTH + 1));
    }

    #[test]
    fn attributes_are_found_without_their_prefix() {
        let mut xml = Xml::new("<a w:val='&lt;7' b=\"\"/><c val=\"12\"/><d val=off/>");
        let Some(Event::Open(tag)) = xml.next() else { panic!() };
        assert_eq!((tag.value(), tag.get("b"), tag.get("c")), (Some("<7".to_owned()), Some(String::new()), None));
        xml.skip();
        let Some(Event::Open(tag)) = xml.next() else { panic!() };
        assert_eq!(tag.number(), Some(12));
    }

    #[test]
    fn every_encoding_is_decoded() {
        let source = "<a>甲</a>";
        let little: Vec<u8> = source.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = source.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little).0, source);
        assert_eq!(decode(&[b"\xFE\xFF", &big[..]].concat()).0, source);
        assert_eq!(decode(b"<a>\xE7\x94</a>"), ("<a>??</a>".to_owned(), 2));
    }
}
