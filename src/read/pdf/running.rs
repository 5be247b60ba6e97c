//! Page numbers, and what stands at the head or foot of every page: no part of the text.
use super::layout::Part;
use super::lines::{Letter, Line};
use super::page::Page;

/// How much of a page its head and its foot take at most.
const MARGIN: f32 = 0.12;
/// How many lines at each end of a page are looked at.
const LINES: usize = 2;
/// How far a line may stand from where it stands on other pages, in points.
const SAME_HEIGHT: f32 = 4.0;

/// A line at the head or foot of a page: the page, the index of the part, where it stands, its text without digits.
struct Candidate {
    page: usize,
    part: usize,
    at: f32,
    text: String,
    is_number: bool,
}

/// Takes the page numbers and running heads off the pages.
pub fn drop_running(pages: &[Page], parts: &mut [Vec<Part>]) {
    let mut candidates: Vec<Candidate> = vec![];
    for (n, (page, parts)) in pages.iter().zip(parts.iter()).enumerate() {
        let limit = MARGIN * page.height;
        let line = |part: usize| match &parts[part] {
            Part::Line(line) => Some((part, line)),
            Part::Table(_) => None,
        };
        let head = (0..parts.len()).map_while(line).take(LINES).filter(|(_, line)| line.rect.top < limit);
        let foot = (0..parts.len()).rev().map_while(line).take(LINES);
        let foot = foot.filter(|(_, line)| line.rect.bottom > page.height - limit);
        for (part, line) in head.chain(foot) {
            if candidates.iter().rev().take(2 * LINES).any(|it| it.page == n && it.part == part) {
                continue;
            }
            let outermost = part == 0 || part + 1 == parts.len();
            let text = line.text();
            let is_number = outermost && is_page_number(&text);
            let text = text.chars().filter(|c| !c.is_ascii_digit()).collect();
            candidates.push(Candidate { page: n, part, at: line.rect.centre().1, text, is_number });
        }
    }
    candidates.sort_by(|a, b| a.text.cmp(&b.text).then(a.at.total_cmp(&b.at)));
    let mut running: Vec<(usize, usize)> = vec![];
    for same in candidates.chunk_by(|a, b| a.text == b.text && b.at - a.at < SAME_HEIGHT) {
        let repeated = same.len() >= 2 && same.len() * 2 >= pages.len() && !same[0].text.trim().is_empty();
        running.extend(same.iter().filter(|it| repeated || it.is_number).map(|it| (it.page, it.part)));
    }
    running.sort_unstable();
    for (page, part) in running.into_iter().rev() {
        parts[page].remove(part);
    }
}

/// Whether a line is nothing but the number of a page: `- 3 -`, `3`, `第 3 页 共 8 页`, `3/8`.
fn is_page_number(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && !"-—–－―~·•.".contains(*c)).collect();
    let bare = bare.trim_start_matches("第").trim_start_matches("Page").trim_end_matches('页');
    let mut digits = 0;
    let rest = bare.replace("页共", "/").replace("页，共", "/").replace("of", "/");
    rest.chars().all(|c| {
        digits += usize::from(c.is_ascii_digit() || ('０'..='９').contains(&c));
        c.is_ascii_digit() || ('０'..='９').contains(&c) || c == '/'
    }) && (1..=7).contains(&digits)
        && rest.split('/').all(|number| (1..=3).contains(&number.chars().count()))
}

/// What stands furthest to the left and right of some lines, leaving out what only one line does, and marks that hang
/// beyond the margin.
pub fn margins<'a>(lines: impl Iterator<Item = &'a Line>) -> Option<(f32, f32)> {
    let right = |line: &Line| {
        let hangs = |letter: &&Letter| "，。、；：".contains(letter.glyph.char);
        line.letters
            .iter()
            .rev()
            .find(|letter| !hangs(letter))
            .map_or(line.rect.right, |letter| letter.glyph.rect.right)
    };
    let (mut lefts, mut rights): (Vec<f32>, Vec<f32>) = lines.map(|line| (line.rect.left, -right(line))).unzip();
    let outermost = |places: &mut Vec<f32>| {
        places.sort_by(f32::total_cmp);
        places.windows(2).find(|pair| pair[1] - pair[0] < 3.0).map(|pair| pair[0]).or(places.first().copied())
    };
    Some((outermost(&mut lefts)?, -outermost(&mut rights)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_known() {
        for text in ["- 3 -", "— 12 —", "3", "第 3 页", "第 3 页 共 8 页", "3/8", "－１－"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["2024", "3件", "第三页", "", "—", "12.6万元", "第页"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
