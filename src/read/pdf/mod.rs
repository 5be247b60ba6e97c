//! PDF files with text.
//!
//! `content` runs the operators of a page and notes characters and rulings ([`Page`]), `strokes` and `grid` find the
//! tables between rulings, `lines` and `layout` the lines and cells, `joining` puts together what goes on over pages:
//! `paragraphs` and `tables`; `plain` lays the pages out as text where the tables have no rulings. `opinions` leaves out
//! what is no report.
mod areas;
mod budget;
mod content;
mod font;
mod geometry;
mod glyph_names;
mod grid;
mod guard;
mod ink;
mod inline;
mod joining;
mod layout;
mod lines;
mod marks;
mod opinions;
mod page;
mod paragraphs;
mod path;
mod plain;
mod radicals;
mod running;
mod stream;
mod strokes;
mod tables;

use super::builder::{Builder, TOO_LONG};
use super::{ReadError, unruled::lacks_tables};
use crate::document::{Document, Kind};
use budget::{Budget, MAX_PAGES};
use content::{Fonts, Painter};
use geometry::Transform;
use guard::{Original, guarded};
use hayro_syntax::object::{Array, MaybeRef, Object, Stream};
use hayro_syntax::page::Rotation;
use hayro_syntax::{LoadPdfError, Pdf};
pub use page::{Flow, Glyph, Page};

/// Reads such a file.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let Drawn { mut pages, complete, lost_fonts } = draw(bytes)?;
    let had_opinions = opinions::drop_opinions(&mut pages);
    let is_cut = is_cut(bytes);
    let shown = pages.iter().flat_map(|page| &page.glyphs).filter(|glyph| !glyph.char.is_whitespace());
    let (all, unknown) =
        shown.fold((0, 0), |(all, unknown), glyph| (all + 1, unknown + usize::from(is_unknown(glyph))));
    // Of a file that was cut off, the pages may be there and what their text is set in may not.
    if is_cut && (all == 0 || lost_fonts || unknown * 20 > all) {
        return Err(ReadError::Damaged(Kind::Pdf));
    }
    if all == 0 {
        let pictures = pages.iter().any(|page| !page.pictures.is_empty());
        return Err(if pictures { ReadError::Scanned } else { ReadError::Empty });
    }
    if unknown * 3 > all {
        return Err(ReadError::NoCharacters);
    }
    let mut builder = Builder::new(Kind::Pdf);
    tell(&mut builder, &pages, unknown);
    if had_opinions {
        builder.note("打印的意见没有读入。");
    }
    joining::write(&pages, &mut builder);
    if !complete {
        builder.lost(TOO_LONG);
    }
    if is_cut || lost_fonts {
        builder.lost(CUT_OFF);
    }
    let mut document = builder.finish();
    document.layout = lacks_tables(&document).then(|| plain::layout(&pages));
    Ok(document)
}

/// What the user is told of a file whose end is missing.
const CUT_OFF: &str = "文件不完整，有的内容没有读到。请重新下载，或用原来的软件打开，另存后再核对。";

/// Whether the end of a file is missing: it says where the list of its objects stands, and behind that no object follows.
fn is_cut(bytes: &[u8]) -> bool {
    const END: &[u8] = b"startxref";
    let end = bytes.windows(END.len()).rposition(|window| window == END);
    end.is_none_or(|end| bytes[end..].windows(4).any(|window| window == b" obj"))
}

/// Reads what stands on the pages of a PDF and where, to show them as they are.
///
/// # Errors
/// As [`read`](super::read).
pub fn pages(bytes: &[u8]) -> Result<Vec<Page>, ReadError> {
    super::check_size(bytes.len())?;
    draw(bytes).map(|drawn| drawn.pages)
}

/// What could be read of a file.
struct Drawn {
    pages: Vec<Page>,
    /// Whether the pages are all of them, and all that is on them.
    complete: bool,
    /// Whether some text is set in a font that the file does not have.
    lost_fonts: bool,
}

fn draw(bytes: &[u8]) -> Result<Drawn, ReadError> {
    let pdf = Pdf::new(guarded(bytes)).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ReadError::Encrypted(Kind::Pdf),
        LoadPdfError::Invalid => ReadError::Damaged(Kind::Pdf),
    })?;
    let original = Original::new(bytes, pdf.data().as_ref());
    let (mut budget, mut fonts) = (Budget::new(), Fonts::default());
    let all = pdf.pages().iter();
    let pages = all.take(MAX_PAGES).map(|page| paint(page, original, &mut budget, &mut fonts));
    let pages: Vec<Page> = pages.collect();
    if pages.is_empty() {
        return Err(ReadError::Damaged(Kind::Pdf));
    }
    let complete = !budget.exceeded && pdf.pages().len() <= MAX_PAGES;
    Ok(Drawn { pages, complete, lost_fonts: fonts.is_lost })
}

fn paint(source: &hayro_syntax::page::Page, original: Original, budget: &mut Budget, fonts: &mut Fonts) -> Page {
    let shown = source.intersected_crop_box();
    let (width, height) = source.render_dimensions();
    let [x0, y0, x1, y1] =
        [shown.x0, shown.y0, shown.x0 + shown.width(), shown.y0 + shown.height()].map(|it| it as f32);
    let base = Transform(match source.rotation() {
        Rotation::None => [1.0, 0.0, 0.0, -1.0, -x0, y1],
        Rotation::Horizontal => [0.0, 1.0, 1.0, 0.0, -y0, -x0],
        Rotation::Flipped => [-1.0, 0.0, 0.0, 1.0, x1, -y0],
        Rotation::FlippedHorizontal => [0.0, -1.0, -1.0, 0.0, y1, x1],
    });
    let mut page = Page { width, height, ..Page::default() };
    let content = content(source, original, budget);
    Painter::new(&mut page, original, budget, fonts, base).draw(&content, source.resources());
    page
}

/// The content of a page, of one stream or several.
fn content(page: &hayro_syntax::page::Page, original: Original, budget: &mut Budget) -> Vec<u8> {
    match page.raw().get::<Object>("Contents") {
        Some(Object::Stream(stream)) => stream::content(&stream, original, budget),
        Some(Object::Array(array)) => streams(page, &array, original, budget),
        _ => vec![],
    }
}

fn streams(page: &hayro_syntax::page::Page, array: &Array, original: Original, budget: &mut Budget) -> Vec<u8> {
    let mut content = vec![];
    for item in array.raw_iter() {
        let MaybeRef::Ref(id) = item else { continue };
        if let Some(part) = page.xref().get::<Stream>(id.into()) {
            content.extend(stream::content(&part, original, budget));
            content.push(b'\n');
        }
        if budget.exceeded {
            break;
        }
    }
    content
}

/// Whether the font does not say which character this is.
fn is_unknown(glyph: &Glyph) -> bool {
    matches!(glyph.char, '\0'..='\u{1F}' | char::REPLACEMENT_CHARACTER | '\u{E000}'..='\u{F8FF}')
}

/// Tells the user what can not be read as it is meant.
fn tell(builder: &mut Builder, pages: &[Page], unknown: usize) {
    let scanned = |page: &&(usize, &Page)| page.1.glyphs.is_empty() && !page.1.pictures.is_empty();
    let numbers: Vec<String> =
        pages.iter().enumerate().filter(|it| scanned(&it)).map(|(n, _)| (n + 1).to_string()).collect();
    if !numbers.is_empty() {
        builder.lost(&format!("第 {} 页只有图片，没有文字，无法核对。", numbers.join("、")));
    }
    if pages.iter().any(|page| page.recognised) {
        builder.note("这份 PDF 有扫描页，其中的文字是软件识别出来的，可能有错字，请对照原件。");
    }
    if unknown > 0 {
        builder.note(&format!("有 {unknown} 个字的字体没有说明是什么字，以“\u{FFFD}”代替。"));
    }
}
