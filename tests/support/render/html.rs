//! Web pages: the tables with the merged cells of the official form, in the markup of several makers.
use super::{
    Layout, Rendered, Style, chrome,
    grid::{self, Grid, GridCell, Role},
    paragraph,
};
use crate::support::{Draft, draft::Body};

/// How a maker of pages writes paragraphs and cells.
struct Markup {
    paragraph: [&'static str; 2],
    heading: [&'static str; 2],
    title: [&'static str; 2],
    table: [&'static str; 2],
    row: [&'static str; 2],
    /// Attributes of a cell.
    cell: &'static str,
    /// Around what stands in a cell.
    content: [&'static str; 2],
    /// What stands in an empty cell.
    blank: &'static str,
    /// Around digits in running text, as Word does.
    digits: [&'static str; 2],
    /// The end tag of a cell, which HTML allows to leave out.
    cell_end: &'static str,
    newline: &'static str,
}

/// Writes the draft.
pub fn render(draft: &Draft, style: &Style, out: &mut Rendered) {
    let markup = &MARKUPS[match (style.layout, style.variant) {
        (Layout::Html, 0 | 1) => 0,
        (Layout::Html, _) => 1,
        (Layout::Word, 0..=2) => 2,
        (Layout::Word, _) => 3,
        _ => 4,
    }];
    let [before, after] = match style.layout {
        Layout::Html => [
            "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"></head><body>\n".to_owned(),
            "</body></html>\n".to_owned(),
        ],
        Layout::Word => chrome::word(style),
        _ => chrome::portal(draft, style),
    };
    out.push(&before);
    for (_, body) in &draft.blocks {
        match body {
            Body::Table(table) => rows(&grid::grid(draft, table, style), markup, style, out),
            _ => text(body, markup, style, out),
        }
        if style.layout == Layout::Portal && matches!(body, Body::Title(_)) {
            out.push(&chrome::info(draft));
        }
    }
    out.push(&after);
}

fn text(body: &Body, markup: &Markup, style: &Style, out: &mut Rendered) {
    let [open, close] = match body {
        Body::Title(_) => markup.title,
        Body::Heading(_) => markup.heading,
        _ => markup.paragraph,
    };
    out.push(open);
    let indent = match style.layout {
        _ if matches!(body, Body::Title(_)) || !style.indented => "",
        Layout::Portal => "&nbsp;&nbsp;&nbsp;&nbsp;",
        _ => "　　",
    };
    out.push(indent);
    for piece in paragraph(body).into_iter().flatten() {
        let words = escape(&style.words(&piece.text));
        match piece.fact {
            Some(fact) => {
                out.push(markup.digits[0]);
                out.fact(fact, &words);
                out.push(markup.digits[1]);
            }
            None => {
                let lines: Vec<String> = words.split('\n').map(|line| digits_marked(line, markup.digits)).collect();
                out.push(&lines.join(if style.broken_title { "<br>" } else { "" }));
            }
        }
    }
    out.push(close);
    out.push(markup.newline);
}

fn rows(grid: &Grid, markup: &Markup, style: &Style, out: &mut Rendered) {
    out.push(markup.table[0]);
    out.push(markup.newline);
    for row in grid {
        out.push(markup.row[0]);
        row.iter().for_each(|cell| write(cell, markup, style, out));
        out.push(markup.row[1]);
        out.push(markup.newline);
    }
    out.push(markup.table[1]);
    out.push(markup.newline);
}

fn write(cell: &GridCell, markup: &Markup, style: &Style, out: &mut Rendered) {
    let (rows, columns) = cell.span;
    let tag = if cell.role == Role::Header && style.layout == Layout::Html && style.variant == 1 { "th" } else { "td" };
    out.push(&format!("<{tag}{}", markup.cell));
    for (name, count) in [("colspan", columns), ("rowspan", rows)] {
        if count > 1 {
            let quote = if style.layout == Layout::Word && style.variant < 3 { "" } else { "\"" };
            out.push(&format!(" {name}={quote}{count}{quote}"));
        }
    }
    out.push(">");
    match cell.role {
        Role::Value(at) if cell.text.is_empty() => {
            out.push(markup.blank);
            out.value(at, "");
        }
        Role::Value(at) => {
            out.push(markup.content[0]);
            out.value(at, &escape(&cell.text));
            out.push(markup.content[1]);
        }
        role => {
            out.push(markup.content[0]);
            out.push(&label(&cell.text, role, style));
            out.push(markup.content[1]);
        }
    }
    out.push(if tag == "th" { "</th>" } else { markup.cell_end });
}

/// Labels in narrow columns are broken by hand.
fn label(text: &str, role: Role, style: &Style) -> String {
    let every = match role {
        Role::Vertical => [6, 1, 3, 2][style.variant as usize],
        Role::Header if style.variant == 2 && text.chars().count() < 10 => 3,
        Role::Label if style.variant == 3 => 12,
        _ => usize::MAX,
    };
    let chars: Vec<char> = text.chars().collect();
    let lines = chars.chunks(every.min(chars.len().max(1)));
    lines.map(|line| escape(&line.iter().collect::<String>())).collect::<Vec<_>>().join("<br/>")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Puts tags around runs of digits.
fn digits_marked(text: &str, [open, close]: [&str; 2]) -> String {
    let mut marked = String::new();
    let mut inside = false;
    for c in text.chars() {
        if c.is_ascii_digit() != inside {
            marked.push_str(if inside { close } else { open });
            inside = !inside;
        }
        marked.push(c);
    }
    marked + if inside { close } else { "" }
}

const MARKUPS: [Markup; 5] = [
    Markup {
        paragraph: ["<p>", "</p>"],
        heading: ["<h2>", "</h2>"],
        title: ["<h1>", "</h1>"],
        table: ["<table border=\"1\"><tbody>", "</tbody></table>"],
        row: ["<tr>", "</tr>"],
        cell: "",
        content: ["", ""],
        blank: "",
        digits: ["", ""],
        cell_end: "</td>",
        newline: "\n",
    },
    Markup {
        paragraph: ["<p style=\"text-indent: 2em;\">", "</p>"],
        heading: ["<p style=\"text-indent: 2em;\"><strong>", "</strong></p>"],
        title: ["<p style=\"text-align: center;\"><strong><span style=\"font-size: 22px;\">", "</span></strong></p>"],
        table: ["<div class=\"table\"><table>", "</table></div>"],
        row: ["<tr>", "</tr>"],
        cell: " style=\"border: 1px solid #000\" align=\"center\"",
        content: ["<p>", "</p>"],
        blank: "<p><br></p>",
        digits: ["", ""],
        cell_end: "</td>",
        newline: "",
    },
    Markup {
        paragraph: [
            "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt'><span\nstyle='font-size:16.0pt;font-family:仿宋_GB2312;mso-hint:eastAsia'>",
            "<span\nlang=EN-US><o:p></o:p></span></span></p>\n",
        ],
        heading: [
            "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt;\nfont-family:黑体'>",
            "<span lang=EN-US><o:p></o:p></span></span></p>\n",
        ],
        title: [
            "<p class=MsoNormal align=center style='text-align:center'><b><span\nstyle='font-size:22.0pt;font-family:方正小标宋简体'>",
            "<span\nlang=EN-US><o:p></o:p></span></span></b></p>\n\n<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\n",
        ],
        table: [
            "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt;\n mso-yfti-tbllook:1184;mso-padding-alt:0cm 5.4pt 0cm 5.4pt'>",
            "</table>\n\n<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>",
        ],
        row: ["<tr style='mso-yfti-irow:1;height:18.0pt'>\n", "</tr>"],
        cell: " width=64 style='width:48.0pt;border:solid windowtext 1.0pt;\n  padding:0cm 5.4pt 0cm 5.4pt'",
        content: [
            "\n  <p class=MsoNormal align=center style='text-align:center'><span\n  style='font-size:10.5pt;font-family:宋体'>",
            "<span\n  lang=EN-US><o:p></o:p></span></span></p>\n  ",
        ],
        blank: "\n  <p class=MsoNormal align=center><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\n  ",
        digits: ["<span\nlang=EN-US>", "</span>"],
        cell_end: "</td>",
        newline: "\n",
    },
    Markup {
        paragraph: [
            "<p class=\"MsoNormal\" style=\"text-indent:32.0000pt;mso-char-indent-count:2.0000;\" ><span style=\"mso-spacerun:'yes';font-family:仿宋;font-size:16.0000pt;\" ><font face=\"仿宋\" >",
            "</font></span><span style=\"mso-spacerun:'yes';\" ><o:p></o:p></span></p>",
        ],
        heading: [
            "<p class=\"MsoNormal\" ><b><span style=\"mso-spacerun:'yes';font-family:黑体;font-weight:bold;\" ><font face=\"黑体\" >",
            "</font></span></b></p>",
        ],
        title: [
            "<p class=\"MsoNormal\" align=\"center\" style=\"text-align:center;\" ><span style=\"mso-spacerun:'yes';font-size:22.0000pt;\" ><font face=\"方正小标宋简体\" >",
            "</font></span></p>",
        ],
        table: ["<table class=\"MsoTableGrid\" style=\"border-collapse:collapse;\" ><tbody>", "</tbody></table>"],
        row: ["<tr style=\"height:14.2000pt;\" >", "</tr>"],
        cell: " width=\"71\" valign=\"center\" style=\"width:53.4500pt;mso-border-left-alt:0.5000pt solid windowtext;\"",
        content: [
            "<p class=\"MsoNormal\" align=\"center\" ><span style=\"mso-spacerun:'yes';font-family:宋体;\" >",
            "</span></p>",
        ],
        blank: "<p class=\"MsoNormal\" align=\"center\" ><span style=\"mso-spacerun:'yes';\" ><o:p>&nbsp;</o:p></span></p>",
        digits: ["</font><font face=\"仿宋\" >", "</font><font face=\"仿宋\" >"],
        cell_end: "</td>",
        newline: "",
    },
    Markup {
        paragraph: ["<p><span style=\"font-size:16px;\">", "</span></p>"],
        heading: ["<p><span style=\"font-size:16px;font-weight:bold\">", "</span></p>"],
        title: ["<div class=\"tit\" id=\"title\">", "</div>"],
        table: ["<table cellpadding=\"0\" cellspacing=\"0\" width=\"100%\">", "</table>"],
        row: ["<tr>", ""],
        cell: " valign=middle",
        content: ["", ""],
        blank: "&nbsp;",
        digits: ["", ""],
        cell_end: "",
        newline: "\n",
    },
];
