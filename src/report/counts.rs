//! Counts that stand right behind a word: 行政处罚决定共 27 件.
use super::Report;
use crate::text::{
    Span, any,
    fold::is_blank,
    number::{Figure, FigureKind, figures},
    sentence::around,
};

/// What ends the words that a count may stand in.
const MARKS: &str = "，,。；;、：:（(";
/// Words before a count that make it one of another time, or of more than the year.
const OTHER_TIMES: [&str; 7] = ["去年", "上一年", "同期", "以来", "累计", "季度", "半年"];

impl Report<'_> {
    /// The exact count behind a word of the text, where nothing but words of `between` stands between the two.
    pub fn count_behind(&self, word: Span, between: &[&str]) -> Option<Figure> {
        let rest = &self.doc.text[word.end..];
        let behind: String = rest.chars().take_while(|c| !MARKS.contains(*c)).take(24).collect();
        let figure = figures(&behind, word.end).into_iter().next()?;
        let gap: String = behind[..figure.whole.start - word.end].chars().filter(|c| !is_blank(*c)).collect();
        let mut gap = gap.as_str();
        while !gap.is_empty() {
            gap = any::strip_start(gap, between)?;
        }
        (figure.kind == FigureKind::Count && !figure.approximate).then_some(figure)
    }

    /// The sentence that a place of the text stands in.
    pub fn sentence_at(&self, place: usize) -> Span {
        around(&self.doc.text, Span::new(place, place), &['。', '！', '？', '\n'])
    }

    /// Whether nothing before a number in its sentence says that it is one of another time than the year of the report.
    pub fn is_of_year(&self, number: Span) -> bool {
        let lead = Span::new(self.sentence_at(number.start).start, number.start);
        let words = self.str(lead);
        let year = self.year.map(|(year, _)| i64::from(year));
        let other = |figure: &Figure| figure.kind == FigureKind::Year && figure.value.as_i64() != year;
        !any::holds(words, &OTHER_TIMES) && !figures(words, lead.start).iter().any(other)
    }
}
