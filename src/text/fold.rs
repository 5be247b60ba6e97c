//! Text made even for reading: blanks gone, full-width signs half-width, and the way back to every place.
use crate::text::Span;

/// A text without what does not matter for reading it.
///
/// * Full-width letters, digits and signs (`１`, `，`, `（`, `％`) become the half-width ones; `。` and `、` stay.
/// * White space, line breaks and zero-width characters are dropped, but a blank stays between two letters or digits
///   of ASCII, where it divides.
#[derive(Debug)]
pub struct Folded<'a> {
    source: &'a str,
    text: String,
    /// Where the distance between a place here and the same place in the source changes: (here, there).
    jumps: Vec<(usize, usize)>,
}

impl<'a> Folded<'a> {
    /// Folds `source`.
    pub fn new(source: &'a str) -> Self {
        let (mut text, mut jumps) = (String::with_capacity(source.len()), vec![(0, 0)]);
        let changes = |c: char| !is_ideograph(c) && (is_blank(c) || half_width(c) != c);
        let divides = |c: char| half_width(c).is_ascii_alphanumeric();
        let mut rest = source;
        while let Some(length) = rest.find(changes) {
            let (same, behind) = rest.split_at(length);
            text.push_str(same);
            rest = behind.trim_start_matches(is_blank);
            if rest.len() < behind.len() {
                if text.ends_with(divides) && rest.starts_with(divides) {
                    text.push(' ');
                }
            } else if let Some(sign) = rest.chars().next() {
                text.push(half_width(sign));
                rest = &rest[sign.len_utf8()..];
            }
            jumps.push((text.len(), source.len() - rest.len()));
        }
        text.push_str(rest);
        Self { source, text, jumps }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place in the source of `span`, a place of the folded text on character boundaries.
    pub fn source(&self, span: Span) -> Span {
        let start = self.origin(span.start);
        let Some(last) = self.text.get(span.range()).and_then(|text| text.chars().next_back()) else {
            return Span::new(start, start);
        };
        let last = self.origin(span.end - last.len_utf8());
        let width = self.source.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Span::new(start, last + width)
    }

    fn origin(&self, place: usize) -> usize {
        let next = self.jumps.partition_point(|jump| jump.0 <= place);
        self.jumps.get(next.wrapping_sub(1)).map_or(place, |(here, there)| there + (place - here))
    }
}

/// Most characters of a report are of this range, so it is looked at first.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// Whether `c` is white space or takes no room at all.
pub fn is_blank(c: char) -> bool {
    !is_ideograph(c) && (c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}'))
}

/// The half-width form of a full-width ASCII character, or the character itself.
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(source: &str, part: &str) -> String {
        let folded = Folded::new(source);
        let start = folded.text().find(part).unwrap();
        source[folded.source(Span::new(start, start + part.len())).range()].to_owned()
    }

    #[test]
    fn blanks_go_and_signs_become_half_width() {
        assert_eq!(Folded::new("２０２４ 年，\n受理\u{3000}１６ 件（含 a b）。").text(), "2024年,受理16件(含a b)。");
        assert_eq!(Folded::new("").text(), "");
        assert_eq!(Folded::new(" \n\u{FEFF}").text(), "");
    }

    #[test]
    fn every_place_is_found_again() {
        let source = " ２０２４ 年，受理 １６ 件（含\n上年 3 4 件，５\u{3000} 6）。";
        assert_eq!(back(source, "2024"), "２０２４");
        assert_eq!(back(source, "2024年,"), "２０２４ 年，");
        assert_eq!(back(source, "16"), "１６");
        assert_eq!(back(source, "(含上年"), "（含\n上年");
        assert_eq!(back(source, "3 4"), "3 4");
        assert_eq!(back(source, "6)。"), "6）。");
        let folded = Folded::new(source);
        for (at, c) in folded.text().char_indices() {
            let span = folded.source(Span::new(at, at + c.len_utf8()));
            let there = source[span.range()].chars().next().unwrap();
            assert!(half_width(there) == c || is_blank(there) && c == ' ');
            assert!(folded.source(Span::new(at, at)).is_empty());
        }
    }
}
