//! Compared with a tokenizer that has all of the standard.
use super::*;
use html5gum::{
    Span, Tokenizer,
    emitters::callback::{CallbackEmitter, CallbackEvent},
};
use std::{convert::Infallible, mem::take};

/// The tokens in words, neighbouring texts as one.
fn told(source: &str) -> Vec<String> {
    let mut told = Told::default();
    for token in Tokens::new(source) {
        match token {
            Token::Start { name, attributes, closed } => {
                told.tag(format!("<{} {attributes:?} {closed}>", name.to_ascii_lowercase()));
            }
            Token::End(name) => told.tag(format!("</{}>", name.to_ascii_lowercase())),
            Token::Text(text) => told.text += &text,
        }
    }
    told.finish()
}

/// The same by the library.
fn expected(source: &str) -> Vec<String> {
    let mut told = Told::default();
    let (mut tag, mut attributes, mut name) = (String::new(), Attributes::default(), String::new());
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => (tag, attributes) = (words(name), Attributes::default()),
            CallbackEvent::AttributeName { name: of } => {
                name = words(of);
                attributes.set(&name, "");
            }
            // It is decoded already: an ampersand must not be read again.
            CallbackEvent::AttributeValue { value } => attributes.set(&name, &words(value).replace('&', "&amp;")),
            CallbackEvent::CloseStartTag { self_closing } => {
                told.tag(format!("<{tag} {attributes:?} {self_closing}>"));
            }
            CallbackEvent::EndTag { name } => told.tag(format!("</{}>", words(name))),
            CallbackEvent::String { value } => told.text += &words(value),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
        None
    });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(source, emitter).finish();
    told.finish()
}

#[derive(Default)]
struct Told {
    tokens: Vec<String>,
    text: String,
}

impl Told {
    fn tag(&mut self, tag: String) {
        let text = take(&mut self.text);
        self.tokens.extend((!text.is_empty()).then_some(text));
        self.tokens.push(tag);
    }

    fn finish(mut self) -> Vec<String> {
        self.tag(String::new());
        self.tokens
    }
}

/// A source without tags as the library reads it.
pub fn text(source: &str) -> String {
    expected(source).concat()
}

/// What pages are made of, whole and broken.
const PIECES: [&str; 92] = [
    "<",
    ">",
    "/",
    "!",
    "-",
    "--",
    "=",
    "\"",
    "'",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\u{C}",
    "?",
    "&",
    ";",
    "#",
    "x",
    "1",
    "甲",
    "乙丙",
    "a",
    "B",
    "<p",
    "<p>",
    "</p>",
    "<P CLASS=x>",
    "<td colspan=2>",
    "<td rowspan='3'",
    " colspan=\"4\"",
    " rowspan = 5",
    " hidden",
    " HIDDEN",
    " height=0",
    " style=\"display : none\"",
    " style='visibility:hidden",
    " style=",
    "display:none",
    "mso-hide:all",
    " class=msocomanchor",
    "<br/>",
    "<br />",
    "<svg/>",
    "<svg /x>",
    "<svg a=b/>",
    "<!--",
    "-->",
    "<!-->",
    "<!--->",
    "--!>",
    "<!---!>",
    "<!-",
    "<!",
    "<!doctype html>",
    "<!DOCTYPE a \"b>c\">",
    "<![if !x]>",
    "<![endif]>",
    "<![CDATA[",
    "]]>",
    "<?xml",
    "?>",
    "</",
    "</>",
    "</ p>",
    "</1>",
    "<script>",
    "</script>",
    "<script",
    "</script",
    "</SCRIPT >",
    "</script/",
    "<!--<script>",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<textarea>",
    "</textarea\n",
    "</titles>",
    "<noscript>",
    "</noscript>",
    "<xmp>",
    "</xmp>",
    "<plaintext>",
    "&nbsp;",
    "&nbsp",
    "&amp;lt;",
    "&#65;",
    "&#x4E00",
    "&copy",
];

/// A short period is enough: each source takes another way through it.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}

#[test]
fn any_source_is_cut_as_the_standard_says() {
    let mut state = 1;
    for round in 0..60_000 {
        let length = 1 + round % 24;
        let source: String = (0..length).map(|_| PIECES[next(&mut state) % PIECES.len()]).collect();
        assert_eq!(told(&source), expected(&source), "{source:?}");
    }
}

#[test]
fn references_are_read_in_attributes_too() {
    for value in ["display&#58;none", "display&colon;none", "&copy=1;display:none", "display:&#x6eone", "&display:none"]
    {
        for source in [format!("<p style='{value}'>"), format!("<p style={value}>")] {
            assert_eq!(told(&source), expected(&source), "{source:?}");
        }
    }
}

#[test]
fn numbers_that_are_no_characters_are_replaced() {
    for number in ["0", "x0", "55296", "xDFFF", "1114112", "99999999999", "128", "x99", "13", "x", "", "xg", "38"] {
        for source in [format!("甲&#{number};乙"), format!("&#{number}乙"), format!("&#{number}")] {
            assert_eq!(told(&source), expected(&source), "{source:?}");
        }
    }
}
