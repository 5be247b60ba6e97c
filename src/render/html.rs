//! Findings as a page that needs nothing else: the report with numbered marks, and the list of opinions below it.
use super::{
    json::{CheckOutput, CheckedFile, FileFindings},
    text::{summary_of, whereabouts},
};
use crate::{
    Checked,
    document::{Block, Document},
    finding::Severity,
    text::Span,
};
use std::fmt::Write;

const STYLE: &str = "body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.8 FangSong,'Noto Serif CJK SC',serif}\
h1,h2{font-family:SimHei,'Noto Sans CJK SC',sans-serif}table{border-collapse:collapse;margin:1rem 0;width:100%}\
td{border:1px solid #666;padding:.2rem .4rem;text-align:center}mark{background:#ffe1dc;border-bottom:2px solid #b3261e}\
mark.warning{background:#fff1cc;border-color:#8a5a00}mark.hint{background:#e3eefc;border-color:#1b5fa8}\
[data-number]::after{content:attr(data-number);display:inline-block;padding:0 3px;font:bold 11px sans-serif;transform:rotate(-20deg)}\
li{margin:.6rem 0}.where{color:#555}b.error{color:#b3261e}b.warning{color:#8a5a00}b.hint{color:#1b5fa8}";

/// The findings of all files as one page.
pub fn check(documents: &[(&str, &Document, Checked)], output: &CheckOutput) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>核对意见</title><style>{STYLE}</style>\n"
    );
    for file in &output.files {
        match file {
            CheckedFile::Checked(file) => {
                let _ = writeln!(out, "<h1>{}</h1>", escape(&file.file));
                for note in &file.notes {
                    let _ = writeln!(out, "<p>说明：{}</p>", escape(note));
                }
                if let Some((_, doc, checked)) = documents.iter().find(|(name, ..)| *name == file.file) {
                    document(&mut out, doc, checked);
                }
                let compared = output.groups.iter().any(|group| group.files.first() == Some(&file.file));
                opinions(&mut out, file, compared);
            }
            CheckedFile::Failed(failed) => {
                let _ = writeln!(out, "<h1>{}</h1>\n<p>未能核对：{}</p>", escape(&failed.file), escape(&failed.error));
            }
        }
    }
    for group in &output.groups {
        let (files, message) = (group.files.join("、"), &group.message);
        let _ = writeln!(out, "<h2>{}</h2>\n<p>{}</p>", escape(&files), escape(message));
    }
    out.push_str("</html>\n");
    out
}

fn opinions(out: &mut String, file: &FileFindings, compared: bool) {
    let _ = writeln!(out, "<h2>意见：{}</h2>\n<ol>", summary_of(file, compared));
    for finding in &file.findings {
        let place = finding.places.first().map(whereabouts).unwrap_or_default();
        let (code, message) = (finding.code, escape(&finding.message));
        let class = finding.severity;
        let level = Severity::ALL.iter().find(|level| level.name() == class).map_or("", |level| level.label());
        let _ = write!(out, "<li><b class=\"{class}\">{level}</b> {message}");
        for fix in &finding.fixes {
            let _ = write!(out, "；改法：{}", escape(&fix.label));
        }
        let _ = writeln!(out, " <span class=\"where\">（{}，{code}）</span></li>", escape(&place));
    }
    out.push_str("</ol>\n");
}

fn document(out: &mut String, doc: &Document, checked: &Checked) {
    for block in &doc.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                out.push_str("<p>");
                marked(out, doc, paragraph.span, checked);
                out.push_str("</p>\n");
            }
            Block::Table(table) => {
                out.push_str("<table>\n");
                for row in 0..table.rows {
                    out.push_str("<tr>");
                    for cell in table.row(row) {
                        let _ = write!(out, "<td rowspan=\"{}\" colspan=\"{}\">", cell.row_span, cell.column_span);
                        marked(out, doc, cell.span, checked);
                        out.push_str("</td>");
                    }
                    out.push_str("</tr>\n");
                }
                out.push_str("</table>\n");
            }
        }
    }
}

/// The text of a paragraph or cell with its marks; a mark that overlaps an earlier one gives only its number.
fn marked(out: &mut String, doc: &Document, piece: Span, checked: &Checked) {
    let mut at = piece.start;
    for (n, finding) in checked.findings.iter().enumerate() {
        let span = finding.places[0].span;
        if !piece.contains(Span { start: span.start, end: span.start }) || span.start > piece.end {
            continue;
        }
        let span = Span { start: span.start.max(at), end: span.end.clamp(at.max(span.start), piece.end.max(at)) };
        let class = finding.severity.name();
        out.push_str(&escape(&doc.text[at..span.start]));
        let words = escape(doc.str(span));
        // The number is drawn and not written, and aslant: who reads the page again does not add it to what it marks.
        let _ = write!(out, "<mark class=\"{class}\" data-number=\"{}\">{words}</mark>", n + 1);
        at = span.end;
    }
    out.push_str(&escape(&doc.text[at..piece.end.max(at)]));
}

/// Text as it may stand in HTML, also inside quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
