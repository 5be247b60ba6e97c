//! Long numbers that stand for a person: identity cards, mobile telephones, bank cards.
use super::Span;

/// The shortest number of interest: a mobile telephone number.
const SHORTEST: usize = 11;

/// A row of digits in a text, which may be divided by blanks or hyphens.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub span: Span,
    /// Its digits; an X at the end counts as one of an identity card.
    pub digits: String,
}

impl Row {
    /// The same row in a text that has `by` bytes before it.
    pub fn shift(self, by: usize) -> Self {
        Self { span: self.span.shift(by), ..self }
    }

    /// The digits with all but the first and the last few masked.
    pub fn masked(&self, first: usize, mask: &str, last: usize) -> String {
        [&self.digits[..first], mask, &self.digits[self.digits.len() - last..]].concat()
    }
}

/// The rows of at least eleven digits in `text`.
pub fn rows(text: &str) -> Vec<Row> {
    let (bytes, mut found, mut at) = (text.as_bytes(), Vec::new(), 0);
    let inside = |byte: u8| byte.is_ascii_digit() || byte == b' ' || byte == b'-';
    // A row this long cannot lie between two places looked at, so that most of the text is not.
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += SHORTEST / 3;
            continue;
        }
        let start = bytes[..at].iter().rposition(|byte| !inside(*byte)).map_or(0, |before| before + 1);
        let start = start + bytes[start..at].iter().take_while(|byte| !byte.is_ascii_digit()).count();
        let end = bytes[at..].iter().position(|byte| !inside(*byte)).map_or(bytes.len(), |behind| at + behind);
        at = end + 1;
        let end = end - bytes[..end].iter().rev().take_while(|byte| !byte.is_ascii_digit()).count();
        let mut digits: String = text[start..end].chars().filter(char::is_ascii_digit).collect();
        let letter = digits.len() == 17 && matches!(bytes.get(end), Some(b'X' | b'x'));
        if letter {
            digits.push('X');
        }
        let alone = |byte: Option<&u8>| {
            !byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'.' || *byte == b'/')
        };
        let end = end + usize::from(letter);
        if digits.len() >= SHORTEST
            && alone(bytes.get(end))
            && alone(start.checked_sub(1).and_then(|before| bytes.get(before)))
        {
            found.push(Row { span: Span::new(start, end), digits });
        }
    }
    found
}

/// Whether these are the 18 characters of an identity card: a date of birth, and the check digit of GB 11643.
pub fn is_identity(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let values: Vec<u32> = digits.chars().map(|c| c.to_digit(10).unwrap_or(10)).collect();
    let sum: u32 = WEIGHTS.iter().zip(&values).map(|(weight, value)| weight * value).sum();
    has_birth_date(digits) && values.last() == Some(&((12 - sum % 11) % 11))
}

/// Whether 18 or 15 characters hold a date of birth where identity cards have it.
pub fn has_birth_date(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse().ok()).unwrap_or(0);
    let (year, rest) = match digits.len() {
        18 => (part(6, 10), 10),
        15 => (1900 + part(6, 8), 8),
        _ => return false,
    };
    let region = (11..=82).contains(&part(0, 2));
    region
        && (1900..2030).contains(&year)
        && (1..=12).contains(&part(rest, rest + 2))
        && (1..=31).contains(&part(rest + 2, rest + 4))
}

/// Whether these are the digits of a bank card: 16 to 19, with the check digit of ISO/IEC 7812.
pub fn is_card(digits: &str) -> bool {
    let doubled = digits.bytes().rev().enumerate().map(|(n, digit)| {
        let value = u32::from(digit.saturating_sub(b'0')) << (n % 2);
        if value > 9 { value - 9 } else { value }
    });
    (16..=19).contains(&digits.len()) && digits.starts_with(['3', '4', '5', '6', '9']) && doubled.sum::<u32>() % 10 == 0
}

/// Whether these are the digits of a mobile telephone.
pub fn is_mobile(digits: &str) -> bool {
    let own = digits.strip_prefix("86").filter(|_| digits.len() == 13).unwrap_or(digits);
    own.len() == 11 && own.starts_with('1') && own[1..].starts_with(['3', '4', '5', '6', '7', '8', '9'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_wherever_they_begin() {
        for blanks in 0..20 {
            let text = format!("{}电话138 0013-8000，2024-01-01，a12345678901", "字".repeat(blanks));
            let found: Vec<String> = rows(&text).into_iter().map(|row| text[row.span.range()].to_owned()).collect();
            assert_eq!(found, ["138 0013-8000"], "{blanks}");
        }
        assert_eq!(rows("11010519491231002X号")[0].digits, "11010519491231002X");
        assert!(rows("1.12345678901").is_empty() && rows("").is_empty());
    }

    #[test]
    fn numbers_of_persons_are_told_by_their_check_digits() {
        assert!(is_identity("11010519491231002X") && !is_identity("110105194912310021"));
        assert!(has_birth_date("110105491231002") && !has_birth_date("110105493231002"));
        assert!(is_card("6222021234567890128") == (luhn("6222021234567890128") == 0));
        assert!(is_mobile("13800138000") && is_mobile("8613800138000") && !is_mobile("12345678901"));
    }

    /// The sum of the check digits, written another way.
    fn luhn(digits: &str) -> u32 {
        let digits: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
        let last = digits.len() - 1;
        let sum: u32 = (0..=last)
            .map(|n| if (last - n) % 2 == 1 { digits[n] * 2 / 10 + digits[n] * 2 % 10 } else { digits[n] })
            .sum();
        sum % 10
    }
}
