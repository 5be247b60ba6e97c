//! Where the sentences and the clauses of a paragraph begin and end.
use super::{Span, fold::is_ideograph};

/// The marks that end a sentence, in both widths; a full stop of ASCII may stand in a number and is none.
pub const ENDS: [char; 5] = ['。', '！', '？', '!', '?'];
/// The marks that divide a sentence.
const DIVIDES: [char; 6] = ['，', ',', '；', ';', '：', ':'];

/// The sentences of a text, each with the mark at its end and without white space around it.
pub fn sentences(text: &str) -> impl Iterator<Item = Span> + '_ {
    pieces(text, |c| !is_ideograph(c) && ENDS.contains(&c))
}

/// The clauses of a text: what stands between two marks, with the mark at its end. An enumeration (、) is one clause.
pub fn clauses(text: &str) -> impl Iterator<Item = Span> + '_ {
    pieces(text, |c| ENDS.contains(&c) || DIVIDES.contains(&c))
}

/// How many bytes before and behind a place are looked through for the marks around it: text without any mark, as only
/// damaged files have it, would be read once for each word in it.
pub const REACH: usize = 6 * 1024;

/// What stands around a place of a text between two of these marks, without them; of long text without marks what is near.
pub fn around(text: &str, place: Span, marks: &[char]) -> Span {
    let first = text.floor_char_boundary(place.start.saturating_sub(REACH));
    let last = text.ceil_char_boundary((place.end + REACH).min(text.len()));
    let before = text[first..place.start].char_indices().rev().find(|(_, c)| marks.contains(c));
    let end = text[place.end..last].find(marks).map_or(last, |mark| place.end + mark);
    Span::new(before.map_or(first, |(mark, c)| first + mark + c.len_utf8()), end)
}

fn pieces<'a>(text: &'a str, ends: impl Fn(char) -> bool + Copy + 'a) -> impl Iterator<Item = Span> + 'a {
    let mut start = 0;
    let spans = text.split_inclusive(ends).map(move |piece| {
        let span = Span::new(start, start + piece.len());
        start = span.end;
        span.trim(text)
    });
    spans.filter(|span| !span.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_end_sentences_and_divide_clauses() {
        let text = "收到申请3件，办结2件。 占1.5%；无、未发生！";
        let words = |spans: Vec<Span>| spans.into_iter().map(|span| &text[span.range()]).collect::<Vec<_>>();
        assert_eq!(words(sentences(text).collect()), ["收到申请3件，办结2件。", "占1.5%；无、未发生！"]);
        assert_eq!(words(clauses(text).collect()), ["收到申请3件，", "办结2件。", "占1.5%；", "无、未发生！"]);
        assert_eq!(sentences("  ").count(), 0);
    }

    #[test]
    fn what_stands_around_a_place_ends_at_the_marks() {
        let text = "甲。乙；丙！";
        let found =
            |marks: &[char]| &text[around(text, Span::new("甲。乙；".len(), "甲。乙；丙".len()), marks).range()];
        assert_eq!((found(&['；', '！']), found(&['。']), found(&['？'])), ("丙", "乙；丙！", text));
    }
}
