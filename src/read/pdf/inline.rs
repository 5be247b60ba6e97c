//! Pictures in the content of a page: what they hold is left out.
//!
//! The library looks for the end of each through all that follows, which takes for ever where there are many.
use std::borrow::Cow;

/// The operator that stands for a picture.
pub const PICTURE: &[u8] = b"EI";

/// How many bytes behind a picture are text, which tells that it ended.
const BEHIND: usize = 8;

/// The content of a page; of its pictures (`BI … ID … EI`) only the last operator is left. It ends where a string or a
/// picture does not.
pub fn without_data(content: &[u8]) -> Cow<'_, [u8]> {
    if !content.windows(2).any(|word| word == b"BI") {
        return Cow::Borrowed(content);
    }
    let mut output = Vec::with_capacity(content.len());
    let (mut copied, mut at) = (0, 0);
    // Where the picture begins whose entries are being read.
    let mut begin = None;
    while let Some(&byte) = content.get(at) {
        let behind = &content[at + 1..];
        let length = 1 + match byte {
            b'(' => match string(behind) {
                Some(length) => length,
                None => break,
            },
            b'%' => behind.iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count(),
            // A name too: `/BI` is no operator.
            _ if byte == b'/' || is_regular(byte) => behind.iter().take_while(|byte| is_regular(**byte)).count(),
            _ => 0,
        };
        match &content[at..at + length] {
            b"BI" => begin = Some(at),
            b"ID" => {
                if let Some(begin) = begin.take() {
                    output.extend(&content[copied..begin]);
                    copied = end(content, at + length);
                    at = copied;
                    continue;
                }
            }
            _ => {}
        }
        at += length;
    }
    output.extend(&content[copied..at.min(content.len())]);
    Cow::Owned(output)
}

/// Whether a byte may be part of an operator or a name.
fn is_regular(byte: u8) -> bool {
    !b" \t\r\n\x0C\0()<>[]{}/%".contains(&byte)
}

/// How long a string is from behind its parenthesis on; none where it does not end.
fn string(content: &[u8]) -> Option<usize> {
    let mut depth = 1;
    let mut bytes = content.iter().enumerate();
    while let Some((n, byte)) = bytes.next() {
        match byte {
            b'\\' => _ = bytes.next(),
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(n + 1);
        }
    }
    None
}

/// Where a picture ends whose data begin here: at its `EI`, or with the content.
fn end(content: &[u8], data: usize) -> usize {
    let is_text = |byte: &u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
    let ends = |rest: &[u8]| {
        rest.strip_prefix(PICTURE).is_some_and(|behind| {
            behind.first().is_none_or(u8::is_ascii_whitespace) && behind.iter().take(BEHIND).all(is_text)
        })
    };
    (data..content.len()).find(|&at| ends(&content[at..])).unwrap_or(content.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(content: &[u8]) -> String {
        String::from_utf8_lossy(&without_data(content)).into_owned()
    }

    #[test]
    fn pictures_are_one_operator() {
        assert_eq!(left(b"q BI /W 9 /H 9 ID \x01EI \xFF(EI) EI Q BT"), "q EI Q BT");
        assert_eq!(left(b"BI/W 9 ID a EI BI/W 9 ID b EI"), "EI EI");
        assert_eq!(left(b"1 BI /W 9 ID no end"), "1 ");
    }

    #[test]
    fn text_is_no_picture() {
        for content in ["(BI ID x) Tj ID", "/BI gs ID", "% BI \n ID EI", "(\\) BI (ID)) Tj", "[(BI)] TJ (ID) Tj"] {
            assert_eq!(left(content.as_bytes()), content);
        }
        assert_eq!(left(b"1 BI (no end"), "1 BI ");
    }
}
