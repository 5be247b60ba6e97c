//! Tables in rows that blanks divide: `规章  0  0  0`, as they come from PDF viewers and terminals.
use super::bare::Token;
use super::line::numbering;

/// A label that goes on in the next line is longer than this many characters; the labels that stand over others
/// (三、本年度办理结果) are shorter.
const SHORT_LABEL: usize = 10;

/// The rows of a table: one a line, but for labels that are broken over two.
pub fn rows(text: &str, tokens: &[Token]) -> Vec<Vec<Token>> {
    let mut rows: Vec<Vec<Token>> = Vec::new();
    for line in tokens.chunk_by(|a, b| a.line == b.line) {
        if let Some([label]) = rows.last_mut().map(|row| &mut row[..])
            && let Some(first) = line.first()
            && !label.is_value
            && numbering(&text[label.span.range()]).is_some()
            && line.len() > 1
        {
            let label_text = &text[label.span.range()];
            let is_long = label_text.chars().nth(SHORT_LABEL).is_some();
            if first.is_value {
                let label = *label;
                rows.pop();
                rows.push(std::iter::once(label).chain(line.iter().copied()).collect());
                continue;
            }
            let has_values = line[1..].iter().all(|token| token.is_value);
            if is_long && has_values && numbering(&text[first.span.range()]).is_none() {
                let whole = Token { span: label.span.join(first.span), ..*first };
                rows.pop();
                rows.push(std::iter::once(whole).chain(line[1..].iter().copied()).collect());
                continue;
            }
        }
        rows.push(line.to_vec());
    }
    rows
}
