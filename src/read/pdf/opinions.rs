//! The opinions that the page prints behind a report: no part of it.
use super::lines::lines;
use super::page::Page;

/// What the page prints above its opinions (www/style.css).
const HEADING: &str = "核对意见（勾稽所列，不属于报告）";

/// Leaves out the opinions and what stands behind them; whether there were any. They begin a page.
pub fn drop_opinions(pages: &mut Vec<Page>) -> bool {
    let has_heading =
        |page: &Page| lines(page.glyphs.iter().copied()).iter().any(|line| line.text().replace(' ', "") == HEADING);
    // Printed alone, they are all there is to show.
    let Some(first) = pages.iter().skip(1).position(has_heading) else { return false };
    pages.truncate(first + 1);
    true
}
