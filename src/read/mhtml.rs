//! A page with all its files in one (MHTML, RFC 2557), which many a `.doc` really is: the page itself is read.
use super::{ReadError, encoding, html, text};
use crate::document::{Document, Kind};

/// Reads such a file.
///
/// # Errors
/// If no page or text is in it, or the text is in no known encoding.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let find = |kind| find(Part::read(bytes.trim_ascii_start()), kind, 0).map(|part| (part.decoded(), kind));
    let (bytes, kind) = find("text/html").or_else(|| find("text/plain")).ok_or(ReadError::Damaged(Kind::Html))?;
    let decoded = encoding::decode(&bytes)?;
    let source = decoded.text.strip_prefix('\u{FEFF}').unwrap_or(&decoded.text);
    if source.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let mut document = if kind == "text/html" { html::read(source) } else { text::read(source) };
    document.notes.splice(0..0, decoded.note);
    Ok(document)
}

/// A part of the file: what its head says, and its body as it stands.
#[derive(Default)]
struct Part<'a> {
    /// Such as `text/html`; in small letters.
    kind: String,
    /// What divides the parts in it.
    boundary: Option<String>,
    /// How the body is written, in small letters.
    encoding: String,
    body: &'a [u8],
}

/// Parts stand in one another no deeper.
const MAX_DEPTH: usize = 4;

impl<'a> Part<'a> {
    fn read(bytes: &'a [u8]) -> Self {
        let mut part = Self::default();
        let mut rest = bytes;
        let mut head = String::new();
        loop {
            let (line, next) = split_line(rest);
            rest = next;
            // A line that begins with a blank goes on with the one before.
            if line.first().is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
                head.push_str(&String::from_utf8_lossy(line));
                continue;
            }
            part.head(&head);
            head = String::from_utf8_lossy(line).into_owned();
            if line.is_empty() {
                break;
            }
        }
        part.body = rest;
        part
    }

    /// Takes up a line of the head.
    fn head(&mut self, line: &str) {
        let Some((name, value)) = line.split_once(':') else { return };
        if name.eq_ignore_ascii_case("Content-Transfer-Encoding") {
            self.encoding = value.trim().to_ascii_lowercase();
        } else if name.eq_ignore_ascii_case("Content-Type") {
            let mut values = value.split(';').map(str::trim);
            self.kind = values.next().unwrap_or("").to_ascii_lowercase();
            self.boundary = values.find_map(|value| {
                let (name, value) = value.split_once('=')?;
                let is_boundary = name.trim().eq_ignore_ascii_case("boundary");
                is_boundary.then(|| value.trim().trim_matches('"').to_owned())
            });
        }
    }

    /// The parts in it.
    fn parts(&self) -> impl Iterator<Item = Part<'a>> {
        let mut rest = self.boundary.as_ref().map(|boundary| (["--", boundary].concat(), self.body));
        if let Some((mark, body)) = &mut rest {
            *body = up_to(body, mark).1;
        }
        std::iter::from_fn(move || {
            let (mark, body) = rest.as_mut().filter(|(_, body)| !body.is_empty())?;
            let (part, next) = up_to(body, mark);
            *body = next;
            Some(Part::read(part))
        })
    }

    fn decoded(&self) -> Vec<u8> {
        match self.encoding.as_str() {
            "base64" => base64(self.body),
            "quoted-printable" => quoted_printable(self.body),
            _ => self.body.to_vec(),
        }
    }
}

/// The first part of a kind.
fn find<'a>(part: Part<'a>, kind: &str, depth: usize) -> Option<Part<'a>> {
    if part.kind == kind {
        return Some(part);
    }
    part.parts().filter(|_| depth < MAX_DEPTH).find_map(|part| find(part, kind, depth + 1))
}

/// What stands before the next line that begins with a mark, and what behind that line.
fn up_to<'a>(bytes: &'a [u8], mark: &str) -> (&'a [u8], &'a [u8]) {
    let mut rest = bytes;
    while !rest.is_empty() {
        let (line, next) = split_line(rest);
        if line.starts_with(mark.as_bytes()) {
            return (&bytes[..bytes.len() - rest.len()], next);
        }
        rest = next;
    }
    (bytes, rest)
}

/// The first line without its end, and what follows.
fn split_line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len());
    let line = &bytes[..end];
    (line.strip_suffix(b"\r").unwrap_or(line), bytes.get(end + 1..).unwrap_or_default())
}

fn base64(text: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let values = text.iter().take_while(|&&byte| byte != b'=');
    let values = values.filter_map(|byte| DIGITS.iter().position(|digit| digit == byte));
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for value in values {
        bits = (bits << 6 | value as u32) & 0xFFFF;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

fn quoted_printable(text: &[u8]) -> Vec<u8> {
    let digit = |at: usize| text.get(at).and_then(|&byte| char::from(byte).to_digit(16));
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        match (byte, text.get(at), digit(at), digit(at + 1)) {
            (b'=', _, Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                at += 2;
            }
            // At the end of a line: the line goes on.
            (b'=', Some(b'\n'), ..) => at += 1,
            (b'=', Some(b'\r'), ..) if text.get(at + 1) == Some(&b'\n') => at += 2,
            _ => bytes.push(byte),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><body><h1>年度报告</h1><table><tr><td>总计</td><td>12</td></tr></table></body></html>";

    fn file(encoding: &str, body: &str) -> Vec<u8> {
        let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_Next\"\r\n\r\n前言\r\n";
        let picture = "------=_Next\r\nContent-Type: image/png\r\n\r\n<html>不是\r\n";
        let page = format!(
            "------=_Next\r\nContent-Location: file:///C:/a.htm\r\ncontent-type: text/HTML; charset=\"gb2312\"\r\n\
             Content-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n------=_Next--\r\n"
        );
        [head, picture, &page].concat().into_bytes()
    }

    fn quoted(bytes: &[u8]) -> String {
        let parts = bytes.iter().enumerate().map(|(n, byte)| match (n % 20, byte.is_ascii_alphanumeric()) {
            (19, true) => format!("{}=\r\n", char::from(*byte)),
            (_, true) => char::from(*byte).to_string(),
            (19, false) => format!("={byte:02X}=\r\n"),
            (_, false) => format!("={byte:02x}"),
        });
        parts.collect()
    }

    #[test]
    fn the_page_is_read_in_every_encoding() {
        let expected = html::read(PAGE);
        let gbk = encoding_rs::GBK.encode(PAGE).0.into_owned();
        let encoded = "PGh0bWw+PGJvZHk+PGgxPuW5tOW6puaKpeWRijwvaDE+PHRhYmxlPjx0cj48dGQ+5oC76K6hPC90ZD48dGQ+\r\n\
                       MTI8L3RkPjwvdHI+PC90YWJsZT48L2JvZHk+PC9odG1sPg==\r\n";
        for (encoding, body) in [
            ("8bit", PAGE),
            ("quoted-printable", &quoted(PAGE.as_bytes())),
            ("Quoted-Printable", &quoted(&gbk)),
            ("base64", encoded),
        ] {
            assert_eq!(read(&file(encoding, body)).as_ref(), Ok(&expected), "{encoding}");
        }
    }

    #[test]
    fn a_page_deeper_inside_is_found() {
        let inner = "Content-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/plain\n\n甲\n--in\n\
                     Content-Type: text/html\n\n<p>乙</p>\n--in--\n";
        let outer =
            format!("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=out\n\n--out\n{inner}\n--out--");
        assert_eq!(read(outer.as_bytes()).unwrap().text, "乙");
    }

    #[test]
    fn text_alone_is_read_as_text() {
        let file = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n一、总体情况\n--b--";
        assert_eq!(read(file.as_bytes()).unwrap().text.trim(), "一、总体情况");
    }

    #[test]
    fn damaged_files_are_read_as_far_as_possible() {
        let whole = file("base64", &"QUFB".repeat(50));
        for end in 0..whole.len() {
            let _ = read(&whole[..end]);
            let mut flipped = whole.clone();
            flipped[end] ^= 1 << (end % 8);
            let _ = read(&flipped);
        }
        assert_eq!(read(b"MIME-Version: 1.0\n\n"), Err(ReadError::Damaged(Kind::Html)));
    }
}
