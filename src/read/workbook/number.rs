//! Numbers as a workbook stores them, exact: decimal digits, never binary fractions.

/// A decimal number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decimal {
    pub is_negative: bool,
    /// The digits, 0 to 9, without zeros at the ends; none for zero.
    digits: Vec<u8>,
    /// How many of them stand before the point; zeros follow or come before where that is more or less than there are.
    whole: i32,
}

/// How many digits Excel keeps. What is stored behind them is noise of binary fractions.
const PRECISION: usize = 15;
/// The longest number that is read, and the largest and smallest power of ten that is written without one.
const MAX_LENGTH: usize = 400;
const MAX_WHOLE: i32 = 21;
const MIN_WHOLE: i32 = -12;

impl Decimal {
    /// Reads a number such as `96171.600000000006` or `1E3`.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > MAX_LENGTH {
            return None;
        }
        let (text, exponent) = match text.split_once(['e', 'E']) {
            Some((text, exponent)) => (text, exponent.parse::<i32>().ok().filter(|power| power.abs() < 1000)?),
            None => (text, 0),
        };
        let unsigned = text.strip_prefix('-');
        let is_negative = unsigned.is_some();
        let text = unsigned.unwrap_or(text.strip_prefix('+').unwrap_or(text));
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).map(|b| b.wrapping_sub(b'0')).collect();
        if digits.is_empty() || digits.iter().any(|&digit| digit > 9) {
            return None;
        }
        let mut number = Self { is_negative, digits, whole: whole.len() as i32 + exponent };
        number.tidy();
        number.round();
        Some(number)
    }

    /// The number times a power of ten.
    pub fn shifted(&self, power: i32) -> Self {
        Self { whole: self.whole + power, ..self.clone() }
    }

    /// Its digits before the point as a number, and a fraction as seconds of a day.
    pub fn days(&self) -> Option<(u32, u32)> {
        let digit = |at: i32| usize::try_from(at).ok().and_then(|at| self.digits.get(at)).map_or(0, |&d| u64::from(d));
        if self.is_negative || self.whole > 7 {
            return None;
        }
        let number = |from: i32, to: i32| (from..to).fold(0, |number: u64, at| number * 10 + digit(at));
        let seconds = (number(self.whole, self.whole + 9) * 86400 + 500_000_000) / 1_000_000_000;
        Some((number(0, self.whole) as u32 + (seconds / 86400) as u32, (seconds % 86400) as u32))
    }

    /// The number without its sign; with a power of ten only where it would be too long.
    pub fn text(&self) -> String {
        let digit = |&digit: &u8| char::from(b'0' + digit);
        if self.digits.is_empty() {
            return "0".to_owned();
        }
        if !(MIN_WHOLE..=MAX_WHOLE).contains(&self.whole) {
            let (first, rest) = self.digits.split_at(1);
            let point = if rest.is_empty() { "" } else { "." };
            let mut text: String = first.iter().map(digit).collect();
            text.push_str(point);
            text.extend(rest.iter().map(digit));
            return text + "E" + &(self.whole - 1).to_string();
        }
        let whole = self.whole.max(0) as usize;
        let mut text: String = self.digits.iter().take(whole).map(digit).collect();
        text.extend((self.digits.len()..whole).map(|_| '0'));
        if text.is_empty() {
            text.push('0');
        }
        if self.digits.len() > whole {
            text.push('.');
            text.extend((self.whole..0).map(|_| '0'));
            text.extend(self.digits[whole..].iter().map(digit));
        }
        text
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    fn tidy(&mut self) {
        let zeros = self.digits.iter().take_while(|&&digit| digit == 0).count();
        self.digits.drain(..zeros);
        self.whole -= zeros as i32;
        let end = self.digits.iter().rposition(|&digit| digit > 0).map_or(0, |last| last + 1);
        self.digits.truncate(end);
        if self.digits.is_empty() {
            *self = Self::default();
        }
    }

    fn round(&mut self) {
        if self.digits.len() <= PRECISION {
            return;
        }
        let is_up = self.digits[PRECISION] >= 5;
        self.digits.truncate(PRECISION);
        if is_up {
            match self.digits.iter().rposition(|&digit| digit < 9) {
                Some(at) => {
                    self.digits[at] += 1;
                    self.digits.truncate(at + 1);
                }
                None => {
                    self.digits = vec![1];
                    self.whole += 1;
                }
            }
        }
        self.tidy();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_value() {
        for (stored, shown) in [
            ("0", "0"),
            ("-0.0", "0"),
            ("3985", "3985"),
            ("96171.6", "96171.6"),
            ("96171.600000000006", "96171.6"),
            ("0.30000000000000004", "0.3"),
            ("0.99999999999999989", "1"),
            ("9.9999999999999995E-2", "0.1"),
            ("1E3", "1000"),
            ("1.5e+2", "150"),
            ("1.2E-3", "0.0012"),
            ("00120.50", "120.5"),
            ("123456789012345678", "123456789012346000"),
            ("1E+300", "1E300"),
            ("1.25E-20", "1.25E-20"),
        ] {
            assert_eq!(Decimal::new(stored).map(|number| number.text()).as_deref(), Some(shown), "{stored}");
        }
        for none in ["", "-", ".", "1E", "1E99999", "一", "1,2", "0x1"] {
            assert_eq!(Decimal::new(none), None, "{none}");
        }
    }

    #[test]
    fn days_and_seconds_are_told_apart() {
        assert_eq!(Decimal::new("45296").unwrap().days(), Some((45296, 0)));
        assert_eq!(Decimal::new("45296.75").unwrap().days(), Some((45296, 64800)));
        assert_eq!(Decimal::new("0.5").unwrap().days(), Some((0, 43200)));
        assert_eq!(Decimal::new("0.0001").unwrap().days(), Some((0, 9)));
        assert_eq!(Decimal::new("-1").unwrap().days(), None);
    }
}
