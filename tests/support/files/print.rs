//! Pages that a browser prints, on sheets so low that every table runs over more than one.
use crate::support::{Draft, Layout, Style, Which, draft::Body, render};

/// The source of the page. The seed chooses the height of the sheets, and what may be divided.
pub fn page(draft: &Draft, style: &Style, seed: u64) -> String {
    let source = render::render(draft, &Style { layout: Layout::Html, crlf: false, ..style.clone() }).source;
    let tables = draft.blocks.iter().filter_map(|(_, body)| match body {
        Body::Table(table) => Some(table.which),
        _ => None,
    });
    // The text is 70 to 90 mm high, every table at least 110.
    let height = 90 + seed % 5 * 5;
    let whole = if seed % 4 < 3 { "tr{break-inside:avoid}" } else { "" };
    // The label of many rows in table three.
    let upright = if seed.is_multiple_of(3) {
        "td[rowspan=\"19\"],td[rowspan=\"20\"],td[rowspan=\"21\"],td[rowspan=\"22\"]{writing-mode:vertical-rl}"
    } else {
        ""
    };
    let css = format!(
        "<style>@page{{size:210mm {height}mm;margin:10mm}}body{{margin:0;font:12pt 'Noto Serif CJK SC',serif}}\
         table{{border-collapse:collapse;width:100%;font-size:9pt}}td,th{{border:1px solid #000;text-align:center;padding:1px}}\
         tr{{height:8mm}}table.tall tr{{height:32mm}}{whole}{upright}</style></head>"
    );
    let mut parts = source.split("<table");
    let mut page = parts.next().unwrap_or("").replace("</head>", &css);
    for (which, part) in tables.zip(parts) {
        page += if which == Which::Four { "<table class=\"tall\"" } else { "<table" };
        page += part;
    }
    page
}
