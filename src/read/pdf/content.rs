//! Draws a page: runs the operators of its content and notes characters, rulings and pictures.
use super::budget::Budget;
use super::font::{Font, Shown};
use super::geometry::Transform;
use super::guard::Original;
use super::ink::{Ink, Space};
use super::marks::{MAX_CHARS, actual_text, divide};
use super::page::{Flow, Glyph, Page};
use super::path::Path;
use super::{inline, radicals, stream};
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
/// The most pictures of a page that are noted.
const MAX_PICTURES: usize = 1_000;

/// The fonts that were read already, by their object.
#[derive(Default)]
pub struct Fonts {
    known: Vec<(ObjRef, Rc<Font>)>,
    /// Whether a text is set in one that could not be found.
    pub is_lost: bool,
}

/// Draws content on a page.
pub struct Painter<'p> {
    page: &'p mut Page,
    original: Original<'p>,
    budget: &'p mut Budget,
    fonts: &'p mut Fonts,
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

impl<'p> Painter<'p> {
    /// Begins a page; `base` leads from the coordinates of the file to those of the page.
    pub fn new(
        page: &'p mut Page,
        original: Original<'p>,
        budget: &'p mut Budget,
        fonts: &'p mut Fonts,
        base: Transform,
    ) -> Self {
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
        let (saved, path, marked) = (vec![], Path::default(), vec![]);
        Self { page, original, budget, fonts, state, saved, path, text, line, marked, depth: 0 }
    }

    /// Runs the operators of a content stream.
    pub fn draw(&mut self, content: &[u8], resources: &Resources) {
        let content = inline::without_data(content);
        let mut instructions = UntypedIter::new(&content);
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
        let transform = self.state.transform;
        match operator {
            b"q" if self.saved.len() < MAX_STATES => self.saved.push(self.state.clone()),
            b"Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" if count == 6 => self.state.transform = Transform(numbers).then(&self.state.transform),
            b"w" => self.state.line_width = a,
            b"m" => self.path.move_to(transform.point((a, b))),
            b"l" => self.path.line_to(transform.point((a, b)), true),
            b"c" => self.path.line_to(transform.point((e, f)), false),
            b"v" | b"y" => self.path.line_to(transform.point((c, d)), false),
            b"h" => self.path.close(),
            b"re" => {
                let corners = [(a, b), (a + c, b), (a + c, b + d), (a, b + d)];
                self.path.rectangle(corners.map(|corner| transform.point(corner)));
            }
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
            inline::PICTURE => self.picture(),
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
        let known = id.and_then(|id| self.fonts.known.iter().find(|(known, _)| *known == id));
        self.state.font = match known {
            Some((_, font)) => Some(font.clone()),
            None => resources.fonts.get::<Dict>(name).map(|dict| {
                let font = Rc::new(Font::new(&dict, self.original, self.budget));
                self.fonts.known.extend(id.map(|id| (id, font.clone())));
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
        let Some(Object::String(string)) = string else { return };
        let Some(font) = self.state.font.clone() else {
            self.fonts.is_lost = true;
            return;
        };
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
            _ if !on_page => {}
            BfString::Char(char) if self.budget.glyph() => self.page.glyphs.push(glyph(radicals::unified(*char))),
            BfString::Char(_) => {}
            BfString::String(chars) => {
                let chars = chars.chars().take(MAX_CHARS).take_while(|_| self.budget.glyph());
                self.page.glyphs.extend(chars.map(|char| glyph(radicals::unified(char))));
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
        let content = stream::content(form, self.original, self.budget);
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
        let chars = text.chars().take(MAX_CHARS).take_while(|_| self.budget.glyph());
        self.page.glyphs.extend(chars.map(|char| Glyph { char, ..whole }));
        divide(&mut self.page.glyphs[first..]);
    }

    /// Notes what of the path is a ruling, and forgets it.
    fn paint(&mut self, operator: &[u8]) {
        let mut path = std::mem::take(&mut self.path);
        if matches!(operator, b"s" | b"b" | b"b*") {
            path.close();
        }
        let stroked = matches!(operator, b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*") && !self.state.stroke.white;
        let filled = !matches!(operator, b"S" | b"s" | b"n") && !self.state.fill.white;
        let thickness = stroked.then(|| self.state.line_width * self.state.transform.scale());
        path.rulings(filled, thickness, |rect| {
            if rect.is_sound() && self.budget.ruling() {
                self.page.rulings.push(rect);
            }
        });
    }
}
