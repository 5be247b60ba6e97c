//! Paragraphs: one a line, or over several lines where the text was broken at a fixed width.
use super::line::{is_blank, is_leftover, is_main_heading, is_section_heading, numbering, width};
use super::lines::Line;
use crate::document::Paragraph;
use crate::text::Span;

/// Whether, and where, the lines of a text are broken at a fixed width.
pub struct Wrap {
    /// The width of a full line, in half characters.
    width: Option<usize>,
}

/// Lines shorter than this, in half characters, were not broken for want of room.
const MIN_WIDTH: usize = 50;
/// No page is wider.
const MAX_WIDTH: usize = 200;
/// How much narrower a full line may be: two characters that must not begin a line.
const SLACK: usize = 4;

impl Wrap {
    /// Looks for a width that most of the long lines have.
    pub fn measure(text: &str, lines: &[Line]) -> Self {
        let mut counts = [0_usize; MAX_WIDTH + 1];
        for line in lines {
            let width = width(&text[line.span.range()]).min(MAX_WIDTH);
            if width >= MIN_WIDTH {
                counts[width] += 1;
            }
        }
        let all: usize = counts.iter().sum();
        let within = |width: usize| counts[width - SLACK..=width].iter().sum::<usize>();
        let best = (MIN_WIDTH..MAX_WIDTH).max_by_key(|&width| within(width)).unwrap_or(MIN_WIDTH);
        let wider: usize = counts[best + 1..].iter().sum();
        let is_clear = within(best) >= 4 && within(best) * 2 >= all && wider * 10 <= all;
        Self { width: is_clear.then_some(best) }
    }

    /// The paragraphs of lines that belong to no table.
    pub fn paragraphs<'a>(&'a self, text: &'a str, lines: &'a [Line]) -> impl Iterator<Item = Paragraph> + 'a {
        lines.chunk_by(|a, b| self.goes_on(text, a, b)).filter_map(|lines| {
            let span = lines.iter().map(|line| line.span).reduce(Span::join).filter(|span| !span.is_empty())?;
            Some(Paragraph { span, level: lines[0].level })
        })
    }

    /// Whether the paragraph of a line goes on in the next: the line is full and ends in the middle of a sentence.
    fn goes_on(&self, text: &str, line: &Line, next: &Line) -> bool {
        let Some(full) = self.width else { return false };
        let (whole, rest) = (&text[line.span.range()], &text[next.span.range()]);
        let width = width(whole);
        let is_heading = |line: &str| is_section_heading(line) || is_main_heading(line);
        (full.saturating_sub(SLACK)..=full + SLACK).contains(&width)
            && !whole.ends_with(['。', '！', '？', '；', '：', '!', '?', ';', ':'])
            && !rest.is_empty()
            && numbering(rest).is_none()
            && line.level.is_none()
            && !is_heading(whole)
            && !is_heading(rest)
            && !is_leftover(rest)
            && indent(text, next) <= indent(text, line) + 1
    }
}

/// How far a line is indented, in half characters.
fn indent(text: &str, line: &Line) -> usize {
    text[line.raw.range()].chars().take_while(|&c| is_blank(c)).map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum()
}
