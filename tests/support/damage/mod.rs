//! Files that are broken in every way: sound ones damaged by chance, and bombs made on purpose.
//!
//! The same in every run, but for what other people's programs write.
mod bombs;
mod examine;
mod memory;
mod slips;

use crate::files::{
    docx::{self, Numbering},
    mhtml::mhtml,
    pdf, print, producers,
    xlsx::{self, Sheets},
    zip::zip,
};
use crate::support::{self, Layout, Rng, Style, render};
use std::{fs, path::PathBuf};

pub use examine::{Outcome, examine_all};

/// How many files are damaged by chance.
const FILES: u64 = 5200;

/// A sound file to be damaged.
struct Seed {
    /// The kind, and who wrote it.
    name: String,
    bytes: Vec<u8>,
    /// What the package holds, where the tests packed it.
    parts: Vec<(&'static str, Vec<u8>)>,
}

/// A broken file.
pub struct Damaged {
    /// What it was, and what was done to it.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// All bombs, made one by one: some are large.
pub fn bombs() -> impl FnMut() -> Option<Damaged> + Send {
    let mut bombs = bombs::bombs();
    move || bombs.next()
}

/// Files of all kinds, damaged by chance.
pub fn damaged() -> impl FnMut() -> Option<Damaged> + Send {
    let seeds = seeds();
    for Seed { name, bytes, .. } in &seeds {
        let error = gouji::read::read(bytes).err();
        assert!(error.is_none(), "{name} is not read before it is damaged: {}", error.unwrap());
    }
    let mut numbers = 0..FILES;
    move || {
        let number = numbers.next()?;
        Some(seeds[number as usize % seeds.len()].damaged(&seeds, number))
    }
}

/// Sound files of all kinds: those that the tests write, those of LibreOffice and Chromium where they are installed, and
/// those of the folder that `GOUJI_CORPUS` names.
fn seeds() -> Vec<Seed> {
    let draft = support::draft(11);
    let style = Style::random(Layout::Html, &mut Rng::new(5));
    let plain = |name: &str, bytes: Vec<u8>| Seed { name: name.to_owned(), bytes, parts: vec![] };
    let packed = |name: &str, parts: Vec<(&'static str, Vec<u8>)>, streamed| Seed {
        name: name.to_owned(),
        bytes: zip(&parts, streamed),
        parts,
    };
    let page = render::render(&draft, &style).source;
    let mut seeds = vec![
        packed("docx", docx::package(&draft, &style, Numbering::Typed, 0), false),
        packed("docx, counted", docx::package(&draft, &style, Numbering::Counted, 1), true),
        packed("xlsx", xlsx::package(&draft, &style, Sheets::One, 1), false),
        packed("xlsx, three sheets", xlsx::package(&draft, &style, Sheets::PerTable, 2), true),
        plain("mhtml", mhtml(&page, false)),
        plain("mhtml, base64", mhtml(&page, true)),
        plain("html", page.into_bytes()),
        plain("pdf", pdf::sample()),
        plain("rtf", RTF.as_bytes().to_vec()),
    ];
    let (docx, xlsx) = (seeds[1].bytes.clone(), seeds[2].bytes.clone());
    for (from, to, source) in
        [("docx", "doc", &docx), ("docx", "rtf", &docx), ("docx", "pdf", &docx), ("xlsx", "xls", &xlsx)]
    {
        let files = producers::libreoffice(&format!("damage-{to}"), from, to, std::slice::from_ref(source));
        seeds.extend(files.into_iter().flatten().map(|file| plain(&format!("{to} of LibreOffice"), file)));
    }
    let printed = producers::chromium("damage-chromium", &[print::page(&draft, &style, 0)]);
    seeds.extend(printed.into_iter().flatten().map(|file| plain("pdf of Chromium", file)));
    seeds.extend(corpus().into_iter().map(|(name, bytes)| plain(&name, bytes)));
    seeds
}

/// A report of one table in RTF.
const RTF: &str = "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}}\\pard\\f0 \\u20108?\\'a1\\'a2\\u20027?\\u21160?\\par\n\
    \\trowd\\clvmgf\\cellx2000\\clmgf\\cellx4000\\clmrg\\cellx6000\\intbl \\u35268?\\u31456?\\cell 1\\cell\\cell\\row\n\
    \\trowd\\clvmrg\\cellx2000\\cellx4000\\cellx6000\\intbl\\cell 2\\cell 3\\cell\\row\\pard {\\*\\ignored {x}}{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt y}}\\par}";

fn corpus() -> Vec<(String, Vec<u8>)> {
    let Some(folder) = std::env::var_os("GOUJI_CORPUS").map(PathBuf::from) else {
        eprintln!("GOUJI_CORPUS is not set: no real report is damaged");
        return vec![];
    };
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|kind| kind != "md") && path.is_file());
    paths.sort();
    paths
        .iter()
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()))
        .collect()
}

impl Seed {
    /// The file with damage of chance.
    fn damaged(&self, others: &[Self], number: u64) -> Damaged {
        let mut rng = Rng::new(number);
        let mut done = vec![];
        let inside = !self.parts.is_empty() && rng.chance(60);
        let mut bytes = if inside {
            let mut parts = self.parts.clone();
            for _ in 0..=rng.below(3) {
                let part = rng.below(parts.len() as u64) as usize;
                done.push(slips::xml(&mut parts[part].1, &mut rng));
            }
            zip(&parts, rng.chance(50))
        } else {
            self.bytes.clone()
        };
        if !inside || rng.chance(20) {
            for _ in 0..=rng.below(4) {
                let other = &others[rng.below(others.len() as u64) as usize].bytes;
                done.push(slips::any(&mut bytes, other, &mut rng));
            }
        }
        Damaged { name: format!("{} {number}: {}", self.name, done.join(", ")), bytes }
    }
}
