//! Web pages, and what browsers and word processors put on the clipboard.
//!
//! The tokens of the source go through three hands: `elements` knows which elements are open, as browsers do,
//! [`flow`](super::flow) makes paragraphs of the text between them, [`grid`](super::grid) makes tables of their cells.
mod elements;
mod page;
mod references;
mod tokens;

use super::{builder::Builder, text};
use crate::document::{Block, Document, Kind, Paragraph};
use page::Page;
use tokens::{Token, Tokens};

/// Whether a text is the source of a web page or a part of one.
///
/// A tag that makes structure decides; `<br>` alone does not, because it stands in Markdown tables too.
pub fn is_html(source: &str) -> bool {
    const TAGS: [&str; 22] = [
        "!doctype", "html", "head", "meta", "body", "table", "tbody", "tr", "td", "th", "p", "div", "span", "section",
        "article", "ul", "ol", "li", "h1", "h2", "h3", "pre",
    ];
    source.split('<').skip(1).take(1000).any(|rest| {
        let name = rest.as_bytes().split(|&b| !b.is_ascii_alphanumeric() && b != b'!').next().unwrap_or_default();
        let ends =
            rest.as_bytes().get(name.len()).is_some_and(|&b| matches!(b, b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n'));
        ends && TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag.as_bytes()))
    })
}

/// Elements of XML in a page.
const ISLANDS: [&str; 3] = ["svg", "math", "xml"];

/// Reads a web page or a part of one.
pub fn read(source: &str) -> Document {
    // Windows puts a list of offsets before a page on the clipboard.
    let has_offsets = source.starts_with("Version:") && source.contains("StartHTML:");
    let source = if has_offsets { &source[source.find('<').unwrap_or(0)..] } else { source };
    let mut page = Page::default();
    for token in Tokens::new(source) {
        match token {
            // Drawings and data islands are XML, where this is a whole element.
            Token::Start { name, closed: true, .. }
                if ISLANDS.iter().any(|island| name.eq_ignore_ascii_case(island)) => {}
            Token::Start { name, attributes, .. } => page.start(name, &attributes),
            Token::End(name) => page.end(name),
            Token::Text(text) => page.text(&text),
        }
    }
    let mut builder = Builder::new(Kind::Html);
    page.finish(&mut builder);
    with_tables_of_text(builder.finish())
}

/// With fewer numbers in its tables a page has those of the report elsewhere.
const FEW_NUMBERS: usize = 10;

/// How many cells hold numbers.
fn numbers(document: &Document) -> usize {
    let cells = document.tables().flat_map(|table| &table.cells);
    cells.filter(|cell| text::is_number(document.str(cell.span))).count()
}

/// Pages that show their tables as plain text (in `pre`, with line breaks, or as boxes one below the other) have the
/// layouts of plain text.
fn with_tables_of_text(page: Document) -> Document {
    if numbers(&page) >= FEW_NUMBERS {
        return page;
    }
    let mut plain = text::parts(&page.text);
    if numbers(&plain) <= numbers(&page) {
        return page;
    }
    plain.kind = page.kind;
    plain.notes.splice(0..0, page.notes);
    plain.incomplete |= page.incomplete;
    // The headings of the page are in both, in the same order.
    let mut headings = page.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(Paragraph { span, level: Some(level) }) => Some((span.start, *level)),
        _ => None,
    });
    let mut heading = headings.next();
    for block in &mut plain.blocks {
        while heading.is_some_and(|(start, _)| start < block.span().start) {
            heading = headings.next();
        }
        if let (Block::Paragraph(paragraph), Some((start, level))) = (block, heading)
            && paragraph.span.start == start
        {
            paragraph.level = Some(level);
        }
    }
    plain
}

#[cfg(test)]
mod tests;
