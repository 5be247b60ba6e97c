//! Numbers: an exact decimal, and the figures of running text.
use std::cmp::Ordering;

pub(crate) mod chinese;
mod figure;

pub use figure::{Figure, FigureKind, figure_at, figures, figures_of};

/// An exact decimal number, `mantissa × 10^-scale`; at most 18 decimals. Compared by value: 1.50 equals 1.5.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

impl Decimal {
    /// A whole number.
    pub fn integer(value: i64) -> Self {
        Self { mantissa: value, scale: 0 }
    }

    /// The number that `digits` (ASCII, without sign) and `decimals` write; `None` if it has no digit at all or does
    /// not fit 18 decimals and an `i64`.
    pub fn from_digits(digits: impl Iterator<Item = char>, decimals: &str) -> Option<Self> {
        let mut mantissa: Option<i64> = None;
        for digit in digits.chain(decimals.chars()) {
            let digit = digit.to_digit(10)?;
            mantissa = Some(mantissa.unwrap_or(0).checked_mul(10)?.checked_add(digit.into())?);
        }
        let scale = u8::try_from(decimals.len()).ok().filter(|scale| *scale <= 18)?;
        Some(Self { mantissa: mantissa?, scale })
    }

    /// `value`, which is not negative, rounded half up (四舍五入) to so many decimals, at most 18. The library's way of
    /// writing floating-point numbers would be a hundredth of the module.
    pub fn rounded(value: f64, decimals: u8) -> Self {
        let scale = decimals.min(18);
        Self { mantissa: (value * 10f64.powi(scale.into()) + 0.5) as i64, scale }
    }

    /// The number times `factor`; `None` if it does not fit.
    pub fn times(self, factor: i64) -> Option<Self> {
        let (mut factor, mut scale) = (factor, self.scale);
        while scale > 0 && factor % 10 == 0 && factor != 0 {
            (factor, scale) = (factor / 10, scale - 1);
        }
        Some(Self { mantissa: self.mantissa.checked_mul(factor)?, scale })
    }

    /// The number with the other sign.
    pub fn negated(self) -> Self {
        Self { mantissa: self.mantissa.saturating_neg(), ..self }
    }

    /// How many decimals are written.
    pub fn scale(self) -> u8 {
        self.scale
    }

    /// The number if it is whole (`3.00` is), else `None`.
    pub fn as_i64(self) -> Option<i64> {
        let unit = 10i64.pow(self.scale.into());
        (self.mantissa % unit == 0).then_some(self.mantissa / unit)
    }

    /// The nearest floating-point number, for showing and for rough comparison only.
    pub fn to_f64(self) -> f64 {
        self.mantissa as f64 / 10f64.powi(self.scale.into())
    }

    /// The mantissa if there were 18 decimals.
    fn widened(self) -> i128 {
        i128::from(self.mantissa) * 10i128.pow(u32::from(18 - self.scale.min(18)))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.widened() == other.widened()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.widened().cmp(&other.widened())
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.mantissa.unsigned_abs(), width = usize::from(self.scale) + 1);
        let (whole, decimals) = digits.split_at(digits.len() - usize::from(self.scale));
        let point = if decimals.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{decimals}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        Decimal::from_digits(whole.chars(), decimals).unwrap()
    }

    #[test]
    fn decimals_are_exact() {
        assert_eq!(decimal("75.9260"), decimal("75.926"));
        assert_ne!(decimal("75.9261"), decimal("75.926"));
        assert!(decimal("0.1") < decimal("0.11"));
        assert_eq!(decimal("3.00").as_i64(), Some(3));
        assert_eq!(decimal("3.01").as_i64(), None);
        assert_eq!(decimal("0.12").times(10_000).unwrap().as_i64(), Some(1200));
        assert_eq!(decimal("0.0012").times(100).unwrap(), decimal("0.12"));
        for written in ["0", "7730.28", "0.038", "9223372036854775807", "0.000000000000000001"] {
            assert_eq!(decimal(written).to_string(), written);
        }
        assert_eq!(decimal("0.5").negated().to_string(), "-0.5");
        assert_eq!(Decimal::rounded(2.0 / 3.0, 2).to_string(), "0.67");
        assert_eq!(Decimal::rounded(12.5, 0).to_string(), "13");
        assert_eq!(Decimal::rounded(f64::INFINITY, 0), Decimal::integer(i64::MAX));
    }

    #[test]
    fn what_does_not_fit_is_none() {
        assert_eq!(Decimal::from_digits("9223372036854775808".chars(), ""), None);
        assert_eq!(Decimal::from_digits("0".chars(), "0000000000000000001"), None);
        assert_eq!(Decimal::from_digits("".chars(), ""), None);
        assert_eq!(decimal("9223372036854775807").times(10), None);
        assert_eq!(Decimal { mantissa: i64::MIN, scale: 0 }.negated(), Decimal::integer(i64::MAX));
    }
}
