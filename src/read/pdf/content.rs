//! Draws a page: runs the operators of its content and notes characters, rulings and pictures.
use super::budget::Budget;
use super::font::{Font, Shown};
use super::geometry::{Point, Transform};
use super::ink::{Ink, Space};
use super::page::{Flow, Glyph, Page};
use super::{radicals, stream};
use crate::document::Rect;
use hayro_cmap::BfString;
use hayro_syntax::content::{Instruction, UntypedIter};
use hayro_syntax::object::{Array, Dict, Name, ObjRef, Object, Stream};
use hayro_syntax::page::Resources;
use std::rc::Rc;

/// How deep forms are drawn in forms.
const MAX_DEPTH: usize = 8;
/// How many states are kept; `q` nests no deeper in any real file.
const MAX_STATES: usize = 256;
/// The most points of a path; tables have four.
const MAX_POINTS: usize = 10_000;
/// The thickest filled rectangle that is a ruling, in points.
const THICKEST: f32 = 3.0;

/// The fonts that were read already, by their object.
#[derive(Default)]
pub struct Fonts(Vec<(ObjRef, Rc<Font>)>);

/// Draws content on a page.
pub struct Painter<'p> {
    pub page: &'p mut Page,
    pub budget: &'p mut Budget,
    pub fonts: &'p mut Fonts,
    state: State,
    saved: Vec<State>,
    path: Path,
    text: Transform,
    line: Transform,
    /// For each open stretch of marked content, the text that it really is and the first glyph of it.
    marked: Vec<Option<(String, usize)>>,
    depth: usize,
}

/// The graphics state, as far as it matters.
#[derive(Clone)]
struct State {
    transform: Transform,
    fill: Ink,
    stroke: Ink,
    line_width: f32,
    font: Option<Rc<Font>>,
    size: f32,
    char_space: f32,
    word_space: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    mode: i32,
}

/// The path that is being built, in the coordinates of the page.
#[derive(Default)]
struct Path {
    points: Vec<Point>,
    /// Where its parts begin, and whether they are straight.
    parts: Vec<(usize, bool)>,
}

impl<'p> Painter<'p> {
    /// Begins a page; `base` leads from the coordinates of the file to those of the page.
    pub fn new(page: &'p mut Page, budget: &'p mut Budget, fonts: &'p mut Fonts, base: Transform) -> Self {
        let state = State {
            transform: base,
            fill: Ink::default(),
            stroke: Ink::default(),
            line_width: 1.0,
            font: None,
            size: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
        };
        let (text, line) = (Transform::IDENTITY, Transform::IDENTITY);
        Self { page, budget, fonts, state, saved: vec![], path: Path::default(), text, line, marked: vec![], depth: 0 }
    }

    /// Runs the operators of a content stream.
    pub fn draw(&mut self, content: &[u8], resources: &Resources) {
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            if !self.budget.operator() {
                break;
            }
            self.run(&instruction, resources);
        }
    }

    fn run(&mut self, instruction: &Instruction, resources: &Resources) {
        let mut numbers = [0.0; 6];
        let mut count = 0;
        for object in instruction.operands() {
            if let Object::Number(number) = object
                && count < 6
            {
                numbers[count] = number.as_f32();
                count += 1;
            }
        }
        let [a, b, c, d, e, f] = numbers;
        let first = instruction.operands().next();
        let operator: &[u8] = instruction.operator;
        match operator {
            b"q" if self.saved.len() < MAX_STATES => self.saved.push(self.state.clone()),
            b"Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" if count == 6 => self.state.transform = Transform(numbers).then(&self.state.transform),
            b"w" => self.state.line_width = a,
            b"m" => self.move_to((a, b)),
            b"l" => self.line_to((a, b), true),
            b"c" => self.line_to((e, f), false),
            b"v" | b"y" => self.line_to((c, d), false),
            b"h" => self.close(),
            b"re" => self.rectangle(a, b, c, d),
            b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"n" => self.paint(operator),
            b"BT" => (self.text, self.line) = (Transform::IDENTITY, Transform::IDENTITY),
            b"Tf" => self.set_font(first, a, resources),
            b"Tc" => self.state.char_space = a,
            b"Tw" => self.state.word_space = a,
            b"Tz" => self.state.stretch = a / 100.0,
            b"TL" => self.state.leading = a,
            b"Ts" => self.state.rise = a,
            b"Tr" => self.state.mode = a as i32,
            b"Td" => self.next_line(a, b),
            b"TD" => {
                self.state.leading = -b;
                self.next_line(a, b);
            }
            b"Tm" if count == 6 => (self.text, self.line) = (Transform(numbers), Transform(numbers)),
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" => self.show(first),
            b"'" => {
                self.next_line(0.0, -self.state.leading);
                self.show(first);
            }
            b"\"" => {
                (self.state.word_space, self.state.char_space) = (a, b);
                self.next_line(0.0, -self.state.leading);
                self.show(instruction.operands().nth(2));
            }
            b"TJ" => self.show_spaced(first),
            b"Do" => self.draw_object(first, resources),
            b"BI" => self.picture(),
            b"BDC" => self.mark(instruction.operands().nth(1)),
            b"BMC" => self.mark(None),
            b"EMC" => self.end_mark(),
            _ => self.colour(operator, instruction, &numbers[..count], resources),
        }
    }

    fn colour(&mut self, operator: &[u8], instruction: &Instruction, numbers: &[f32], resources: &Resources) {
        let ink = match operator.first() {
            Some(b'G' | b'R' | b'K' | b'C' | b'S') => &mut self.state.stroke,
            _ => &mut self.state.fill,
        };
        match operator {
            b"g" | b"G" | b"rg" | b"RG" => *ink = Ink::new(Space::Light, numbers),
            b"k" | b"K" => *ink = Ink::new(Space::Dye, numbers),
            b"sc" | b"scn" | b"SC" | b"SCN" => *ink = Ink::new(ink.space, numbers),
            b"cs" | b"CS" => {
                if let Some(Object::Name(name)) = instruction.operands().next() {
                    *ink = Ink::in_space(name, &resources.color_spaces);
                }
            }
            _ => {}
        }
    }

    fn set_font(&mut self, name: Option<&Object>, size: f32, resources: &Resources) {
        let Some(Object::Name(name)) = name else { return };
        self.state.size = size;
        let id = resources.fonts.get_ref(name);
        let known = id.and_then(|id| self.fonts.0.iter().find(|(known, _)| *known == id));
        self.state.font = match known {
            Some((_, font)) => Some(font.clone()),
            None => resources.fonts.get::<Dict>(name).map(|dict| {
                let font = Rc::new(Font::new(&dict, self.budget));
                self.fonts.0.extend(id.map(|id| (id, font.clone())));
                font
            }),
        };
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = Transform::shift(x, y).then(&self.line);
        self.text = self.line;
    }

    fn show_spaced(&mut self, array: Option<&Object>) {
        let Some(Object::Array(array)) = array else { return };
        for item in array.iter::<Object>() {
            match item {
                Object::Number(number) => self.advance(-number.as_f32() / 1000.0 * self.state.size),
                item => self.show(Some(&item)),
            }
        }
    }

    /// Goes on along the line, in units of the text.
    fn advance(&mut self, by: f32) {
        let upright = self.state.font.as_ref().is_some_and(|font| font.vertical.is_some());
        let (x, y) = if upright { (0.0, by) } else { (by * self.state.stretch, 0.0) };
        self.text = Transform::shift(x, y).then(&self.text);
    }

    fn show(&mut self, string: Option<&Object>) {
        let (Some(Object::String(string)), Some(font)) = (string, self.state.font.clone()) else { return };
        font.show(string, |shown| self.glyph(shown));
    }

    fn glyph(&mut self, shown: Shown) {
        let State { size, stretch, rise, transform, .. } = self.state;
        let to_page = Transform([size * stretch, 0.0, 0.0, size, 0.0, rise]).then(&self.text).then(&transform);
        // The box of a character of Chinese fonts reaches from 0.12 below the line to 0.88 above.
        let (left, foot) = shown.down.map_or((0.0, -0.12), |(_, (x, y))| (-x, -y - 0.12));
        let rect = to_page.rect((left, foot), (left + shown.width, foot + 1.0));
        let (right, down) = to_page.vector(if shown.down.is_some() { (0.0, -1.0) } else { (1.0, 0.0) });
        self.page.recognised |= self.state.mode == 3;
        let first = self.page.glyphs.len();
        let glyph = |char| Glyph { char, rect, size: to_page.scale(), flow: Flow::of(right, down) };
        let on_page = rect.is_sound() && {
            let (x, y) = rect.centre();
            (0.0..=self.page.width).contains(&x) && (0.0..=self.page.height).contains(&y)
        };
        match &shown.text {
            _ if !on_page || !self.budget.glyph() => {}
            BfString::Char(char) => self.page.glyphs.push(glyph(radicals::unified(*char))),
            BfString::String(chars) => {
                self.page.glyphs.extend(chars.chars().take(MAX_CHARS).map(|char| glyph(radicals::unified(char))));
                divide(&mut self.page.glyphs[first..]);
            }
        }
        let space = self.state.char_space + if shown.blank { self.state.word_space } else { 0.0 };
        self.advance(shown.down.map_or(shown.width, |(far, _)| far) * size + space);
    }

    fn draw_object(&mut self, name: Option<&Object>, resources: &Resources) {
        let Some(Object::Name(name)) = name else { return };
        let Some(object) = resources.get_x_object(name) else { return };
        let dict = object.dict();
        match dict.get::<Name>("Subtype").as_deref() {
            Some(b"Image") => self.picture(),
            Some(b"Form") if self.depth < MAX_DEPTH => self.draw_form(&object, resources),
            _ => {}
        }
    }

    fn draw_form(&mut self, form: &Stream, resources: &Resources) {
        let dict = form.dict();
        let outer = (self.state.clone(), std::mem::take(&mut self.saved), self.text, self.line);
        if let Some(matrix) = dict.get::<Array>("Matrix") {
            let mut numbers = matrix.iter::<f32>();
            let matrix = Transform(std::array::from_fn(|_| numbers.next().unwrap_or(0.0)));
            self.state.transform = matrix.then(&self.state.transform);
        }
        let content = stream::content(form, self.budget);
        self.depth += 1;
        match dict.get::<Dict>("Resources") {
            Some(own) => self.draw(&content, &Resources::new(own)),
            None => self.draw(&content, resources),
        }
        self.depth -= 1;
        (self.state, self.saved, self.text, self.line) = outer;
    }

    fn picture(&mut self) {
        let rect = self.state.transform.rect((0.0, 0.0), (1.0, 1.0));
        if rect.is_sound() && self.page.pictures.len() < MAX_PICTURES {
            self.page.pictures.push(rect);
        }
    }

    fn mark(&mut self, properties: Option<&Object>) {
        let text = match properties {
            Some(Object::Dict(dict)) => dict.get::<hayro_syntax::object::String>("ActualText"),
            _ => None,
        };
        if self.marked.len() < MAX_STATES {
            let first = self.page.glyphs.len();
            self.marked.push(text.and_then(|text| Some((actual_text(&text)?, first))));
        }
    }

    fn end_mark(&mut self) {
        let Some(Some((text, first))) = self.marked.pop() else { return };
        let Some(shown) = self.page.glyphs.get(first..).filter(|shown| !shown.is_empty()) else { return };
        let rect = shown.iter().map(|glyph| glyph.rect).reduce(Rect::join).unwrap_or_default();
        let whole = Glyph { rect, ..shown[0] };
        self.page.glyphs.truncate(first);
        self.page.glyphs.extend(text.chars().take(MAX_CHARS).map(|char| Glyph { char, ..whole }));
        divide(&mut self.page.glyphs[first..]);
    }

    fn move_to(&mut self, point: Point) {
        let point = self.state.transform.point(point);
        if self.path.points.len() < MAX_POINTS {
            self.path.parts.push((self.path.points.len(), true));
            self.path.points.push(point);
        }
    }

    fn line_to(&mut self, point: Point, straight: bool) {
        let point = self.state.transform.point(point);
        if self.path.points.len() < MAX_POINTS
            && let Some(part) = self.path.parts.last_mut()
        {
            part.1 &= straight;
            self.path.points.push(point);
        }
    }

    fn close(&mut self) {
        if let Some(&(start, _)) = self.path.parts.last() {
            let first = self.path.points[start];
            self.path.points.push(first);
        }
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.move_to((x, y));
        for corner in [(x + width, y), (x + width, y + height), (x, y + height)] {
            self.line_to(corner, true);
        }
        self.close();
    }

    /// Notes what of the path is a ruling, and forgets it.
    fn paint(&mut self, operator: &[u8]) {
        if matches!(operator, b"s" | b"b" | b"b*") {
            self.close();
        }
        let path = std::mem::take(&mut self.path);
        let ends = path.parts.iter().skip(1).map(|part| part.0).chain([path.points.len()]);
        let parts = path.parts.iter().zip(ends).filter(|((_, straight), _)| *straight);
        let stroked = matches!(operator, b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*") && !self.state.stroke.white;
        let filled = !matches!(operator, b"S" | b"s" | b"n") && !self.state.fill.white;
        let thickness = (self.state.line_width * self.state.transform.scale()).clamp(0.1, THICKEST);
        for ((start, _), end) in parts {
            let points = &path.points[*start..end];
            if filled {
                let rect = Rect::around(points);
                if rect.width().min(rect.height()) <= THICKEST && points.len() <= 6 {
                    self.ruling(rect);
                }
            }
            if stroked {
                for pair in points.windows(2) {
                    let Rect { left, top, right, bottom } = Rect::around(pair);
                    let half = thickness / 2.0;
                    if (right - left).min(bottom - top) < 0.5 {
                        self.ruling(match right - left >= bottom - top {
                            true => Rect { left, top: top - half, right, bottom: bottom + half },
                            false => Rect { left: left - half, top, right: right + half, bottom },
                        });
                    }
                }
            }
        }
    }

    fn ruling(&mut self, rect: Rect) {
        if rect.is_sound() && self.budget.ruling() {
            self.page.rulings.push(rect);
        }
    }
}

/// The most characters that one code or one mark stands for.
const MAX_CHARS: usize = 64;
/// The most pictures of a page that are noted.
const MAX_PICTURES: usize = 1_000;

/// Divides what glyphs cover together among them.
fn divide(glyphs: &mut [Glyph]) {
    let count = glyphs.len() as f32;
    for (glyph, n) in glyphs.iter_mut().zip(0u8..) {
        let Rect { left, top, right, bottom } = glyph.rect;
        let (from, to) = (f32::from(n) / count, f32::from(n + 1) / count);
        let part = |start: f32, end: f32| (start + (end - start) * from, start + (end - start) * to);
        match glyph.flow {
            Flow::Right | Flow::Slanted => (glyph.rect.left, glyph.rect.right) = part(left, right),
            Flow::Left => (glyph.rect.right, glyph.rect.left) = part(right, left),
            Flow::Down => (glyph.rect.top, glyph.rect.bottom) = part(top, bottom),
            Flow::Up => (glyph.rect.bottom, glyph.rect.top) = part(bottom, top),
        }
    }
}

/// What a mark says the text is, in UTF-16 with a mark of its own or in single bytes.
fn actual_text(bytes: &[u8]) -> Option<String> {
    match bytes.strip_prefix(b"\xFE\xFF") {
        Some(units) => {
            let units: Vec<u16> = units.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).ok()
        }
        None => bytes.is_ascii().then(|| bytes.iter().map(|&byte| char::from(byte)).collect()),
    }
}
