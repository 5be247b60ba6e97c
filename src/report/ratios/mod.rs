//! Shares, rates and growth that the text tells beside the numbers they come from: 27件，占84%; 较上年200条增长25%.
//!
//! A ratio is accused only where the sentence itself holds both numbers and no other pair near it explains the ratio:
//! what a share is a share of is often told elsewhere or not at all.
mod growth;
mod rate;
mod share;
#[cfg(test)]
mod tests;

pub use growth::{Change, WrongGrowth, changes, wrong_growth};
pub use rate::{WrongRate, wrong_rates};
pub use share::{Bound, Said, WrongShare, said_shares, wrong_shares};

use crate::text::number::Decimal;

/// Whether `said` percent is `part` of `whole`, as far as its decimals tell. Authors round, and as often cut off: the
/// difference is less than one unit of the last digit.
pub(super) fn agrees(said: Decimal, part: i64, whole: i64) -> bool {
    let Some(unit) = 10i64.checked_pow(said.scale().into()) else { return true };
    let Some(mantissa) = said.times(unit).and_then(Decimal::as_i64) else { return true };
    let [mantissa, part, whole, unit] = [mantissa, part, whole, unit].map(i128::from);
    let exact = part.saturating_mul(100).saturating_mul(unit);
    whole > 0 && (mantissa.saturating_mul(whole) - exact).abs() < whole
}

/// `part` in `whole` as a percentage without the sign, with the decimals of what was said; with one or two more where
/// those make it exact: 7.5, where a whole number was said.
pub(super) fn percent(part: i64, whole: i64, decimals: u8) -> String {
    let said = u32::from(decimals.min(4));
    let exact = |decimals: u32| {
        let scaled = i128::from(part) * 100 * 10i128.pow(decimals);
        whole != 0 && scaled % i128::from(whole) == 0
    };
    let decimals = (said..=said.max(2)).find(|&decimals| exact(decimals)).unwrap_or(said);
    Decimal::rounded(part as f64 * 100.0 / whole as f64, decimals as u8).to_string()
}
