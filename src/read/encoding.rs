//! From bytes to text: UTF-8, UTF-16 and GB18030, told apart by what the bytes are.
//!
//! What a page declares about itself (`<meta charset>`) is not asked: of the encodings that Chinese offices use, valid
//! UTF-8 is never GB18030 by accident in a text of this length, and many pages declare the wrong one.
use super::ReadError;

/// A decoded file.
pub struct Decoded {
    pub text: String,
    /// What had to be replaced, for the user.
    pub note: Option<String>,
}

/// How much of a file may be unreadable: a twentieth.
const TOLERANCE: usize = 20;

/// Decodes a file. A few bytes that cannot be decoded become U+FFFD.
///
/// # Errors
/// [`ReadError::NotText`] where a large part cannot be decoded or is control characters.
pub fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => without_mark(bytes),
    };
    let (characters, unreadable) = count(&text);
    if unreadable * TOLERANCE > characters {
        return Err(ReadError::NotText);
    }
    let lost = text.matches(char::REPLACEMENT_CHARACTER).count();
    let note = (lost > 0).then(|| format!("文件中有 {lost} 处文字无法识别，以“\u{FFFD}”代替。"));
    Ok(Decoded { text, note })
}

/// Decodes a file that does not say by its first bytes what it is.
fn without_mark(bytes: &[u8]) -> String {
    // Text in the other encodings has no zero byte; UTF-16 has one in each digit and line break.
    if bytes.contains(&0)
        && let Some(text) = [utf16(bytes, u16::from_le_bytes), utf16(bytes, u16::from_be_bytes)]
            .into_iter()
            .find(|text| is_report(text))
    {
        return text;
    }
    let utf8 = match std::str::from_utf8(bytes) {
        Ok(text) => return text.to_owned(),
        Err(_) => String::from_utf8_lossy(bytes),
    };
    // A UTF-8 file with a broken byte has less to replace when it is read as UTF-8, and the other way round.
    // Only what is not ASCII counts: the markup of a page says nothing of the encoding of its words.
    let (_, lost) = count(&utf8);
    if lost * TOLERANCE <= utf8.chars().filter(|c| !c.is_ascii()).count() {
        return utf8.into_owned();
    }
    let chinese = gb18030(bytes);
    if count(&chinese).1 <= lost { chinese } else { utf8.into_owned() }
}

/// How many characters a text has, and how many of them no text has: replacements and control characters.
fn count(text: &str) -> (usize, usize) {
    text.chars().fold((0, 0), |(all, bad), c| {
        let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}');
        (all + 1, bad + usize::from(control || c == char::REPLACEMENT_CHARACTER))
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Whether nearly all characters are such as a Chinese report has. Bytes in the wrong order or in another encoding
/// give characters from all over Unicode.
fn is_report(text: &str) -> bool {
    let (all, usual) = text.chars().fold((0, 0), |(all, usual), c| {
        let known = matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{A0}'..='\u{FF}' | '\u{2010}'..='\u{2260}'
            | '\u{2460}'..='\u{2500}' | '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{FEFF}');
        (all + 1, usual + usize::from(known))
    });
    (all - usual) * TOLERANCE <= all
}

/// Text in GB18030, and so in GBK and GB2312; what cannot be decoded becomes U+FFFD.
#[cfg(not(target_arch = "wasm32"))]
pub fn gb18030(bytes: &[u8]) -> String {
    encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned()
}

/// In the browser, which has the tables already.
#[cfg(target_arch = "wasm32")]
pub fn gb18030(bytes: &[u8]) -> String {
    web_sys::TextDecoder::new_with_label("gb18030")
        .and_then(|decoder| decoder.decode_with_u8_array(bytes))
        .unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一、本年新收政府信息公开申请数量\t0\t12\r\n〔2021〕30号";

    fn decoded(bytes: &[u8]) -> String {
        decode(bytes).map(|decoded| decoded.text).unwrap_or_default()
    }

    fn utf16_bytes(bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let gbk = encoding_rs::GBK.encode(TEXT).0.into_owned();
        let (little, big) = (utf16_bytes(u16::to_le_bytes), utf16_bytes(u16::to_be_bytes));
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        assert_eq!(decoded(TEXT.as_bytes()), TEXT);
        assert_eq!(decoded(&marked(b"\xEF\xBB\xBF", TEXT.as_bytes())), TEXT);
        assert_eq!(decoded(&gbk), TEXT);
        assert_eq!(decoded(&little), TEXT);
        assert_eq!(decoded(&big), TEXT);
        assert_eq!(decoded(&marked(b"\xFF\xFE", &little)), TEXT);
        assert_eq!(decoded(&marked(b"\xFE\xFF", &big)), TEXT);
    }

    #[test]
    fn a_wrong_declaration_destroys_nothing() {
        let page = format!("<meta charset=\"gb2312\"><p>{TEXT}</p>");
        assert_eq!(decoded(page.as_bytes()), page);
        let page = format!("<meta charset=\"utf-8\"><p>{TEXT}</p>");
        assert_eq!(decoded(&encoding_rs::GBK.encode(&page).0), page);
    }

    #[test]
    fn a_few_bad_bytes_are_replaced_and_told() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes[3] = 0xFF;
        let utf8 = decode(&bytes).unwrap();
        assert!(utf8.text.contains("本年新收") && utf8.note.is_some());
        let mut bytes = encoding_rs::GBK.encode(&TEXT.repeat(3)).0.into_owned();
        bytes[2] = 0xFF;
        let gbk = decode(&bytes).unwrap();
        assert!(gbk.text.contains("新收政府信息公开") && gbk.note.is_some());
    }

    #[test]
    fn bytes_that_are_not_text_are_refused() {
        let noise: Vec<u8> = (0..4000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(decode(&noise).err(), Some(ReadError::NotText));
        assert_eq!(decode(&[0; 64]).err(), Some(ReadError::NotText));
    }
}
