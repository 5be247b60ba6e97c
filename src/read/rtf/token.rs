//! Cuts an RTF file into braces, control words and text.

/// A part of the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\par`, `\u-20123`: its letters and its number.
    Word(&'a [u8], Option<i32>),
    /// `\~`: a sign that is no letter.
    Symbol(u8),
    /// `\'b9`, or a byte that stands for itself.
    Byte(u8),
}

/// The tokens of a file.
pub struct Tokens<'a> {
    bytes: &'a [u8],
    /// Where the next token begins.
    pub at: usize,
}

impl<'a> Tokens<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Leaves out bytes that are no text.
    pub fn leave_out(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.bytes.len());
    }

    /// The bytes from here that are what `is_in` says.
    fn take(&mut self, is_in: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|&byte| !is_in(byte)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn escape(&mut self) -> Option<Token<'a>> {
        let first = *self.bytes.get(self.at)?;
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            if first != b'\'' {
                return Some(Token::Symbol(first));
            }
            let digits = self.bytes.get(self.at..self.at + 2)?;
            let value = std::str::from_utf8(digits).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok());
            self.at += if value.is_some() { 2 } else { 0 };
            return Some(Token::Byte(value.unwrap_or(b'?')));
        }
        let word = self.take(|byte| byte.is_ascii_alphabetic());
        let sign = self.bytes.get(self.at) == Some(&b'-')
            && self.bytes.get(self.at + 1).is_some_and(|byte| byte.is_ascii_digit());
        self.at += usize::from(sign);
        let digits = self.take(|byte| byte.is_ascii_digit());
        let value =
            digits.iter().fold(0i32, |value, &digit| value.saturating_mul(10).saturating_add(i32::from(digit - b'0')));
        // A blank behind it belongs to it.
        self.at += usize::from(self.bytes.get(self.at) == Some(&b' '));
        Some(Token::Word(word, (!digits.is_empty()).then_some(if sign { -value } else { value })))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.take(|byte| matches!(byte, b'\r' | b'\n' | 0));
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(match byte {
            b'{' => Token::Open,
            b'}' => Token::Close,
            b'\\' => self.escape()?,
            byte => Token::Byte(byte),
        })
    }
}
