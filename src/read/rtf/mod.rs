//! Rich Text Format, which many a `.doc` really is.
//!
//! `token` cuts the file into words, `words` knows those that stand for a character or begin what is no text; here they
//! are carried out: what a group changes ends with it.
#[cfg(test)]
mod tests;
mod token;
mod words;

use super::ReadError;
use super::bytes::western;
use super::encoding::gb18030;
use super::word::{CellShape, Flow, Merge, RowShape, Text};
use crate::document::{Document, FilePlace, Kind};
use token::{Token, Tokens};
use words::{character, is_skipped};

/// Reads such a file.
///
/// # Errors
/// If it has no text.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut reader = Reader::new();
    let mut tokens = Tokens::new(bytes);
    loop {
        reader.at = tokens.at;
        let Some(token) = tokens.next() else { break };
        match token {
            Token::Word(b"bin", count) => tokens.leave_out(usize::try_from(count.unwrap_or(0)).unwrap_or(0)),
            token => reader.token(token),
        }
        if reader.depth == 0 && matches!(token, Token::Close) {
            break;
        }
    }
    let is_whole = reader.depth == 0;
    reader.end_paragraph();
    reader.flow.finish(is_whole)
}

/// What a group changes, and its end takes back.
#[derive(Clone, Copy, Default)]
struct State {
    /// What stands in the group is not shown.
    skips: bool,
    /// It is a list of fonts.
    is_fonts: bool,
    is_hidden: bool,
    is_deleted: bool,
    /// It is the number before a paragraph, with the distance behind it.
    is_number: bool,
    /// The properties of an inner table.
    is_inner_row: bool,
    font: i32,
    /// How many characters behind `\u` stand for the same character in programs that do not know it.
    fallback: i32,
    in_table: bool,
    table_depth: usize,
    level: Option<u8>,
}

/// How the cells of the next row stand.
#[derive(Default)]
struct RowDefinition {
    shape: RowShape,
    /// The cell whose right edge is yet to come.
    cell: CellShape,
}

struct Reader {
    flow: Flow,
    /// Where the token begins.
    at: usize,
    state: State,
    outer: Vec<State>,
    /// How many groups are open.
    depth: usize,
    /// The fonts whose characters are Chinese by their bytes.
    chinese_fonts: Vec<i32>,
    /// Whether the file says that its bytes are Chinese.
    is_chinese: bool,
    /// Bytes that are yet to become characters, and a high surrogate that waits for its other half.
    bytes: Vec<u8>,
    surrogate: Option<u16>,
    /// How many characters are yet to be left out behind `\u`.
    fallback: i32,
    text: String,
    start: Option<usize>,
    number: u32,
    row: RowDefinition,
    inner_row: RowDefinition,
    /// `\*` came before.
    is_optional: bool,
}

/// Groups that are deeper keep what the group around them has.
const MAX_DEPTH: usize = 500;
const MAX_FONTS: usize = 1000;

impl Reader {
    fn new() -> Self {
        Self {
            flow: Flow::new(Kind::Rtf),
            at: 0,
            state: State { fallback: 1, ..State::default() },
            outer: Vec::new(),
            depth: 0,
            chinese_fonts: Vec::new(),
            is_chinese: false,
            bytes: Vec::new(),
            surrogate: None,
            fallback: 0,
            text: String::new(),
            start: None,
            number: 0,
            row: RowDefinition::default(),
            inner_row: RowDefinition::default(),
            is_optional: false,
        }
    }

    fn token(&mut self, token: Token) {
        if !matches!(token, Token::Byte(_)) {
            self.flush();
        }
        let optional = std::mem::take(&mut self.is_optional);
        match token {
            Token::Open => {
                self.fallback = 0;
                self.depth += 1;
                if self.depth <= MAX_DEPTH {
                    self.outer.push(self.state);
                }
            }
            Token::Close => {
                self.fallback = 0;
                if self.depth <= MAX_DEPTH
                    && let Some(state) = self.outer.pop()
                {
                    if self.state.is_number && !state.is_number {
                        self.text.truncate(self.text.trim_end().len());
                    }
                    self.state = state;
                }
                self.depth = self.depth.saturating_sub(1);
            }
            _ if self.state.skips => {}
            _ if self.fallback > 0 => self.fallback -= 1,
            Token::Byte(byte) => {
                if self.is_shown() {
                    self.start.get_or_insert(self.at);
                    self.bytes.push(byte);
                }
            }
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(word, value) if self.state.is_fonts => self.font(word, value),
            Token::Word(word, value) => self.word(word, value, optional),
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.is_optional = true,
            b'~' => self.push(' '),
            b'_' => self.push('-'),
            b'\r' | b'\n' => self.end_paragraph(),
            b'{' | b'}' | b'\\' => self.push(symbol.into()),
            _ => {}
        }
    }

    /// A word in the list of fonts.
    fn font(&mut self, word: &[u8], value: Option<i32>) {
        const CHINESE: Option<i32> = Some(134);
        match word {
            b"f" => self.state.font = value.unwrap_or(0),
            b"fcharset" if value == CHINESE && self.chinese_fonts.len() < MAX_FONTS => {
                self.chinese_fonts.push(self.state.font);
            }
            _ => {}
        }
    }

    fn word(&mut self, word: &[u8], value: Option<i32>, optional: bool) {
        let state = &mut self.state;
        let on = value != Some(0);
        match word {
            b"nesttableprops" => state.is_inner_row = true,
            _ if optional || is_skipped(word) => state.skips = true,
            b"fonttbl" => state.is_fonts = true,
            b"listtext" | b"pntext" => state.is_number = true,
            b"ansicpg" => self.is_chinese = matches!(value, Some(936 | 54936)),
            b"uc" => state.fallback = value.unwrap_or(1).clamp(0, 16),
            b"u" => self.unicode(value.unwrap_or(0) as u16),
            b"f" => state.font = value.unwrap_or(0),
            b"v" => state.is_hidden = on,
            b"deleted" => state.is_deleted = on,
            b"plain" => (state.is_hidden, state.is_deleted) = (false, false),
            b"pard" => (state.in_table, state.table_depth, state.level) = (false, 0, None),
            b"intbl" => state.in_table = on,
            b"itap" => state.table_depth = usize::try_from(value.unwrap_or(0)).unwrap_or(0),
            b"outlinelevel" => state.level = u8::try_from(value.unwrap_or(9)).ok().filter(|&n| n < 9).map(|n| n + 1),
            b"par" | b"sect" => self.end_paragraph(),
            b"cell" | b"nestcell" | b"row" | b"nestrow" => self.table_mark(word),
            b"line" | b"page" | b"column" => self.push('\n'),
            b"trowd" | b"trleft" | b"cellx" | b"clmgf" | b"clmrg" | b"clvmgf" | b"clvmrg" => {
                let row = if state.is_inner_row { &mut self.inner_row } else { &mut self.row };
                row.change(word, value.unwrap_or(0));
            }
            _ => character(word).into_iter().for_each(|c| self.push(c)),
        }
    }

    fn unicode(&mut self, unit: u16) {
        self.fallback = self.state.fallback;
        let before = self.surrogate.take();
        match (before, char::from_u32(unit.into())) {
            (_, Some(c)) => self.push(c),
            (Some(high), None) => {
                let pair = char::decode_utf16([high, unit]).next();
                self.push(pair.and_then(Result::ok).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            (None, None) => self.surrogate = Some(unit),
        }
    }

    /// Whether text is that of the report.
    fn is_shown(&self) -> bool {
        let state = &self.state;
        !(state.skips || state.is_fonts || state.is_hidden || state.is_deleted)
    }

    fn push(&mut self, c: char) {
        if self.is_shown() {
            self.start.get_or_insert(self.at);
            self.text.push(c);
        }
    }

    /// The bytes that were collected become characters.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let is_chinese = self.is_chinese || self.chinese_fonts.contains(&self.state.font);
        match std::str::from_utf8(&bytes) {
            Ok(ascii) if ascii.is_ascii() => self.text.push_str(ascii),
            _ => {
                let chinese = is_chinese.then(|| gb18030(&bytes));
                // Signs of Western fonts stand in Chinese files too.
                match chinese.filter(|text| !text.contains(char::REPLACEMENT_CHARACTER)) {
                    Some(text) => self.text.push_str(&text),
                    None => self.text.extend(bytes.iter().map(|&byte| western(byte))),
                }
            }
        }
    }

    fn take_text(&mut self) -> Text {
        self.flush();
        self.number += 1;
        let number = self.number;
        let at = self.start.take().unwrap_or(self.at);
        let at = FilePlace::Paragraph { number, start: at as u32, end: self.at as u32 };
        Text { text: std::mem::take(&mut self.text), at, level: self.state.level }
    }

    fn end_paragraph(&mut self) {
        let State { in_table, table_depth, .. } = self.state;
        let text = self.take_text();
        self.flow.paragraph(table_depth.max(usize::from(in_table)), text);
    }

    /// A cell or a row ends, of the outermost table or of an inner one.
    fn table_mark(&mut self, word: &[u8]) {
        let inner = self.state.table_depth.max(2);
        match word {
            b"cell" | b"nestcell" => {
                let text = self.take_text();
                self.flow.cell(if word == b"cell" { 1 } else { inner }, text);
            }
            b"row" => self.flow.row(1, self.row.shape.clone()),
            _ => self.flow.row(inner, self.inner_row.shape.clone()),
        }
    }
}

impl RowDefinition {
    fn change(&mut self, word: &[u8], value: i32) {
        match word {
            b"trowd" => *self = Self::default(),
            b"trleft" => self.shape.left = value,
            b"clmgf" => self.cell.across = Merge::First,
            b"clmrg" => self.cell.across = Merge::Continued,
            b"clvmgf" => self.cell.down = Merge::First,
            b"clvmrg" => self.cell.down = Merge::Continued,
            _ => self.shape.push(CellShape { right: value, ..std::mem::take(&mut self.cell) }),
        }
    }
}
