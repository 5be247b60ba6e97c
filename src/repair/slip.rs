//! How a wrong number came out of a right one.

/// A slip of the hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Two neighbouring digits changed places: 2923 for 2932.
    Swapped,
    /// A digit was left out: 292 for 2932.
    Lost,
    /// A digit was typed that does not belong there: 29322 for 2932.
    Added,
    /// One digit is another: 2942 for 2932.
    Changed,
    /// A number was left blank or zero.
    Blank,
}

impl Slip {
    /// The slip in words, to stand after “疑为”.
    pub fn label(self) -> &'static str {
        match self {
            Self::Swapped => "两位数字颠倒",
            Self::Lost => "漏填一位数字",
            Self::Added => "多填一位数字",
            Self::Changed => "一位数字有误",
            Self::Blank => "漏填",
        }
    }
}

/// The slip that turns the number `right` into `wrong`, if one does.
pub fn slip(wrong: i64, right: i64) -> Option<Slip> {
    let (a, b) = (wrong.to_string().into_bytes(), right.to_string().into_bytes());
    let differing: Vec<usize> = a.iter().zip(&b).enumerate().filter(|(_, (x, y))| x != y).map(|(n, _)| n).collect();
    if wrong == 0 && right != 0 {
        return Some(Slip::Blank);
    }
    match a.len() as i64 - b.len() as i64 {
        0 => match differing[..] {
            [i, j] if j == i + 1 && a[i] == b[j] && a[j] == b[i] => Some(Slip::Swapped),
            [_] if a.len() > 1 => Some(Slip::Changed),
            _ => None,
        },
        -1 if without_one(&b, &a) => Some(Slip::Lost),
        1 if without_one(&a, &b) => Some(Slip::Added),
        _ => None,
    }
}

/// Whether `short` is `long` without one of its digits.
fn without_one(long: &[u8], short: &[u8]) -> bool {
    let same = long.iter().zip(short).take_while(|(x, y)| x == y).count();
    long[same + 1..] == short[same..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_apart() {
        assert_eq!(slip(2923, 2932), Some(Slip::Swapped));
        assert_eq!(slip(292, 2932), Some(Slip::Lost));
        assert_eq!(slip(29322, 2932), Some(Slip::Added));
        assert_eq!(slip(2942, 2932), Some(Slip::Changed));
        assert_eq!(slip(0, 12), Some(Slip::Blank));
        assert_eq!(slip(7, 8), None);
        assert_eq!(slip(1234, 8765), None);
    }
}
