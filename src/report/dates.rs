//! Days of the calendar in running text: 2024年1月1日, 12月31日.
use crate::text::{
    Span,
    number::{Figure, FigureKind},
};

/// A day that the text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Where it stands, a place of the folded text, with its year if it has one.
    pub span: Span,
    /// Where month and day stand.
    pub day_span: Span,
    /// The year, where it is named with it.
    pub year: Option<i64>,
    /// The month as written; it may be none.
    pub month: i64,
    /// The day as written; it may be none.
    pub day: i64,
}

impl Date {
    /// Whether there is such a day in the calendar; of a year that is not known any may be a leap year.
    pub fn exists(&self, year: Option<i64>) -> bool {
        let leap = self.year.or(year).is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
        let days = match self.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return false,
        };
        (1..=days).contains(&self.day)
    }

    /// Whether it is this day of its year.
    pub fn is(&self, month: i64, day: i64) -> bool {
        (self.month, self.day) == (month, day)
    }
}

/// The days that figures of a passage name. Numbers that have lost the 年 before them (20241月1日) are none.
pub fn dates(figures: &[Figure]) -> Vec<Date> {
    let dates = figures.windows(2).enumerate().filter_map(|(n, pair)| {
        let [month, day] = pair else { return None };
        let units =
            month.kind == FigureKind::Date && month.unit == "月" && day.kind == FigureKind::Date && day.unit == "日";
        let joined = month.whole.end == day.span.start;
        let (month_number, day_number) = (month.value.as_i64()?, day.value.as_i64()?);
        if !units || !joined || month_number > 99 || day_number > 99 {
            return None;
        }
        let before = n.checked_sub(1).and_then(|n| figures.get(n));
        let year = before.filter(|year| year.kind == FigureKind::Year && year.whole.end == month.span.start);
        let day_span = month.span.join(day.whole);
        Some(Date {
            span: year.map_or(day_span, |year| year.span.join(day_span)),
            day_span,
            year: year.and_then(|year| year.value.as_i64()),
            month: month_number,
            day: day_number,
        })
    });
    dates.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Passage;

    fn read(text: &str) -> Vec<(Option<i64>, i64, i64, bool)> {
        let passage = Passage::new(None, text, 0);
        dates(passage.figures()).iter().map(|date| (date.year, date.month, date.day, date.exists(Some(2023)))).collect()
    }

    #[test]
    fn days_are_read_in_every_writing() {
        assert_eq!(read("2024年1月1日"), [(Some(2024), 1, 1, true)]);
        assert_eq!(read("２０２４ 年 02 月 29 日"), [(Some(2024), 2, 29, true)]);
        assert_eq!(read("二〇二四年十二月三十一日"), [(Some(2024), 12, 31, true)]);
        assert_eq!(read("自1月1日至12月31日").len(), 2);
        for text in ["20241月1日", "1-2月30日", "2月30条", "每月31日", "2024.2.30"] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn days_that_no_calendar_has() {
        for text in ["2月30日", "2023年2月29日", "11月31日", "13月1日", "4月0日"] {
            assert!(!read(text)[0].3, "{text}");
        }
        assert!(!read("2月29日")[0].3);
        assert!(read("2月28日")[0].3);
    }
}
