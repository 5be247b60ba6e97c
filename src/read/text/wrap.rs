//! Paragraphs: one a line, or over several lines where the text was broken at a fixed width.
use super::line::{is_blank, is_leftover, is_main_heading, is_section_heading, numbering, width};
use super::lines::Line;
use crate::document::{Block, Document, Paragraph};
use crate::text::Span;

/// Whether, and where, the lines of a text are broken at a fixed width.
pub struct Wrap {
    /// The width of a full line, in half characters.
    width: Option<usize>,
}

/// Lines shorter than this, in half characters, were not broken for want of room.
const MIN_WIDTH: usize = 40;
/// No page is wider.
const MAX_WIDTH: usize = 200;
/// How much narrower a full line may be: two characters that must not begin a line.
const SLACK: usize = 4;

impl Wrap {
    /// Looks for a width that most of the long lines have. The rows of a table are as long as they are.
    pub fn measure(text: &str, lines: &[Line]) -> Self {
        let mut counts = [0_usize; MAX_WIDTH + 1];
        for line in lines.iter().map(|line| &text[line.raw.range()]).filter(|line| !line.contains(['\t', '|', '｜'])) {
            let width = (indentation(line) + visible(line)).min(MAX_WIDTH);
            if width >= MIN_WIDTH {
                counts[width] += 1;
            }
        }
        let all: usize = counts.iter().sum();
        let within = |width: usize| counts[width - SLACK..=width].iter().sum::<usize>();
        let best = (MIN_WIDTH..MAX_WIDTH).rev().max_by_key(|&width| within(width)).unwrap_or(MIN_WIDTH);
        let wider: usize = counts[(best + SLACK + 1).min(MAX_WIDTH)..].iter().sum();
        let is_clear = within(best) >= 3 && within(best) * 4 >= all && wider * 10 <= all;
        Self { width: is_clear.then_some(best) }
    }

    /// The paragraphs of lines that belong to no table.
    pub fn paragraphs<'a>(&'a self, text: &'a str, lines: &'a [Line]) -> impl Iterator<Item = Paragraph> + 'a {
        lines.chunk_by(|a, b| self.goes_on(text, a, b)).filter_map(|lines| {
            let span = lines.iter().map(|line| line.span).reduce(Span::join).filter(|span| !span.is_empty())?;
            Some(Paragraph { span, level: lines[0].level })
        })
    }

    /// Whether the paragraph of a line goes on in the next: the line has no room for what that begins with.
    fn goes_on(&self, text: &str, line: &Line, next: &Line) -> bool {
        let Some(full) = self.width else { return false };
        let (whole, rest) = (&text[line.span.range()], &text[next.span.range()]);
        let width = indent(text, line) + visible(whole);
        let is_heading = |line: &str| is_section_heading(line) || is_main_heading(line);
        let has_marks = |line: &str| line.contains(['，', '。', '；', '：', '《']);
        let has_ended = whole.ends_with(['。', '；', '：']);
        let is_title = whole.ends_with("报告") && !has_marks(whole);
        // "第二十条第" may be broken before "（一）项".
        let is_item = numbering(rest).is_some() && (has_ended || !has_marks(rest));
        // Lines differ, as blanks and characters of several fonts do; but the last one of a paragraph has an end.
        let slack = if has_ended { 0 } else { full / 4 };
        width <= full + SLACK
            && width + first_word(rest) + slack > full
            && !is_title
            && !rest.is_empty()
            && !is_item
            && line.level.is_none()
            && !is_heading(whole)
            && !is_heading(rest)
            && !is_leftover(rest)
            && indent(text, next) <= indent(text, line) + 1
    }
}

/// The width of what a line begins with and may not be parted from.
fn first_word(line: &str) -> usize {
    let bound = |c: &char| c.is_ascii_graphic() || "（《〈“‘「『【〔".contains(*c);
    2 + line.chars().take_while(bound).map(|c| width(c.encode_utf8(&mut [0; 4]))).sum::<usize>()
}

/// The width of a line without its blanks: programs put narrow ones between Chinese characters and digits.
fn visible(line: &str) -> usize {
    line.chars().filter(|&c| !is_blank(c)).map(|c| width(c.encode_utf8(&mut [0; 4]))).sum()
}

/// How far a line is indented, in half characters.
fn indent(text: &str, line: &Line) -> usize {
    indentation(&text[line.raw.range()])
}

fn indentation(line: &str) -> usize {
    line.chars().take_while(|&c| is_blank(c)).map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum()
}

/// Takes the line breaks out of the paragraphs, and the blanks beside them; one blank stays between Latin words.
pub fn join(document: &mut Document) {
    let mut text = String::with_capacity(document.text.len());
    // Up to where the text was copied, and how much was left out before.
    let mut cuts = vec![(0, 0)];
    let mut from = 0;
    for paragraph in document.paragraphs() {
        let whole = document.str(paragraph.span);
        for (at, _) in whole.match_indices('\n') {
            let (before, behind) = (whole[..at].trim_end_matches(is_blank), whole[at..].trim_start_matches(is_blank));
            let (start, end) = (paragraph.span.start + before.len(), paragraph.span.end - behind.len());
            if start < from {
                continue;
            }
            text.push_str(&document.text[from..start]);
            if before.ends_with(|c: char| c.is_ascii_alphabetic())
                && behind.starts_with(|c: char| c.is_ascii_alphabetic())
            {
                text.push(' ');
            }
            from = end;
            cuts.push((end, end - text.len()));
        }
    }
    text.push_str(&document.text[from..]);
    let moved = |at: usize| at - cuts[cuts.partition_point(|(end, _)| *end <= at) - 1].1;
    let move_span = |span: &mut Span| *span = Span::new(moved(span.start), moved(span.end));
    for block in &mut document.blocks {
        match block {
            Block::Paragraph(paragraph) => move_span(&mut paragraph.span),
            Block::Table(table) => {
                move_span(&mut table.span);
                table.cells.iter_mut().for_each(|cell| move_span(&mut cell.span));
            }
        }
    }
    document.text = text;
}
