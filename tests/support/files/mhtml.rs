//! A page with all its files in one (MHTML), as Word and browsers save it; some call it `.doc`.

/// Packs the source of a page.
pub fn mhtml(page: &str, base64: bool) -> Vec<u8> {
    let (encoding, body) = if base64 { ("base64", in_base64(page)) } else { ("quoted-printable", quoted(page)) };
    let boundary = "----=_NextPart_01DA.7F2C";
    format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n\
         Content-Location: file:///C:/report.htm\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n\
         {body}\r\n--{boundary}\r\nContent-Location: file:///C:/report.files/header.png\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Type: image/png\r\n\r\niVBORw0KGgo=\r\n\r\n--{boundary}--\r\n"
    )
    .into_bytes()
}

fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    let mut width = 0;
    for byte in text.bytes() {
        let one = match byte {
            b'\n' => "\r\n".to_owned(),
            b'=' | 0..=31 | 127.. => format!("={byte:02X}"),
            _ => char::from(byte).to_string(),
        };
        if byte != b'\n' && width + one.len() > 75 {
            quoted += "=\r\n";
            width = 0;
        }
        width = if byte == b'\n' { 0 } else { width + one.len() };
        quoted += &one;
    }
    quoted
}

fn in_base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut coded = String::new();
    for (number, three) in text.as_bytes().chunks(3).enumerate() {
        coded += if number > 0 && number % 19 == 0 { "\r\n" } else { "" };
        let bits = three.iter().fold(0, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - three.len()));
        for digit in 0..4 {
            let known = digit <= three.len();
            coded.push(if known { char::from(DIGITS[(bits >> (18 - 6 * digit)) as usize & 63]) } else { '=' });
        }
    }
    coded
}
