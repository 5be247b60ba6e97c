//! Where the sentences and the clauses of a paragraph begin and end.
use super::Span;

/// The marks that end a sentence, in both widths; a full stop of ASCII may stand in a number and is none.
const ENDS: [char; 5] = ['。', '！', '？', '!', '?'];
/// The marks that divide a sentence.
const DIVIDES: [char; 6] = ['，', ',', '；', ';', '：', ':'];

/// The sentences of a text, each with the mark at its end and without white space around it.
pub fn sentences(text: &str) -> impl Iterator<Item = Span> + '_ {
    pieces(text, |c| ENDS.contains(&c))
}

/// The clauses of a text: what stands between two marks, with the mark at its end. An enumeration (、) is one clause.
pub fn clauses(text: &str) -> impl Iterator<Item = Span> + '_ {
    pieces(text, |c| ENDS.contains(&c) || DIVIDES.contains(&c))
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
}
