//! The source of a page cut into tags and text as the standard of HTML cuts it, however broken it is.
//!
//! Of the standard's eighty states those are left that change what the page shows: comments and declarations are passed
//! over, and nothing is told of errors.
use super::{
    page::Attributes,
    references::{decode, with_plain_lines},
};
use std::borrow::Cow;

/// A piece of the source.
pub enum Token<'s> {
    /// A start tag with its name as it is written; `closed` where it ends with `/>`.
    Start { name: &'s str, attributes: Attributes, closed: bool },
    /// An end tag with its name as it is written.
    End(&'s str),
    /// What stands between tags.
    Text(Cow<'s, str>),
}

/// The pieces of a source, in order.
pub struct Tokens<'s> {
    rest: &'s str,
    /// The element that has just begun, if what it holds is text and no markup.
    opaque: Option<&'s str>,
}

impl<'s> Tokens<'s> {
    pub fn new(source: &'s str) -> Self {
        Self { rest: source, opaque: None }
    }

    /// Takes so many bytes of the source.
    fn take(&mut self, length: usize) -> &'s str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, belongs: impl Fn(u8) -> bool) -> &'s str {
        let length = self.rest.bytes().position(|byte| !belongs(byte));
        self.take(length.unwrap_or(self.rest.len()))
    }

    /// Takes up to a character and that too.
    fn pass(&mut self, end: char) {
        self.take(self.rest.find(end).map_or(self.rest.len(), |at| at + 1));
    }

    /// Passes a comment, behind its `<!`. Two dashes may begin and end it at once.
    fn pass_comment(&mut self) {
        let is_end = |at: usize| {
            let before = self.rest.get(..at).unwrap_or_default();
            before.ends_with("--") || before.len() > 4 && before.ends_with("--!")
        };
        let end = self.rest.match_indices('>').map(|(at, _)| at).find(|&at| is_end(at));
        self.take(end.map_or(self.rest.len(), |at| at + 1));
    }

    /// Reads a tag from its name on. A tag that does not end is none.
    fn tag(&mut self) -> Option<(&'s str, Attributes, bool)> {
        let name = self.take_while(|byte| !is_end_of_name(byte));
        let mut attributes = Attributes::default();
        loop {
            let between = self.take_while(|byte| is_space(byte) || byte == b'/');
            if self.rest.starts_with('>') {
                self.take(1);
                return Some((name, attributes, between.ends_with('/')));
            }
            self.attribute(&mut attributes)?;
        }
    }

    /// Reads an attribute, if the source does not end in it.
    fn attribute(&mut self, attributes: &mut Attributes) -> Option<()> {
        let start = self.rest;
        // An equals sign at the beginning is part of the name.
        self.take(start.chars().next()?.len_utf8());
        self.take_while(|byte| !is_end_of_name(byte) && byte != b'=');
        let name = start.get(..start.len() - self.rest.len())?;
        self.take_while(is_space);
        if !self.rest.starts_with('=') {
            attributes.set(name, "");
            return Some(());
        }
        self.take(1);
        self.take_while(is_space);
        let value = match self.rest.as_bytes().first()? {
            &quote @ (b'"' | b'\'') => {
                self.take(1);
                let value = self.take_while(|byte| byte != quote);
                (!self.take(1).is_empty()).then_some(value)?
            }
            _ => self.take_while(|byte| !is_space(byte) && byte != b'>'),
        };
        attributes.set(name, value);
        Some(())
    }

    /// The text of an element that holds no markup, up to its end tag.
    fn opaque_text(&mut self, name: &str) -> Cow<'s, str> {
        let has = |other: &str| name.eq_ignore_ascii_case(other);
        let end = if has("plaintext") {
            None
        } else if has("script") {
            end_of_script(self.rest)
        } else {
            let ends = |at: &usize| self.rest.get(at + 2..).is_some_and(|rest| begins_with_name(rest, name));
            self.rest.match_indices("</").map(|(at, _)| at).find(ends)
        };
        let text = self.take(end.unwrap_or(self.rest.len()));
        if has("textarea") || has("title") { decode(text, false) } else { with_plain_lines(text) }
    }
}

impl<'s> Iterator for Tokens<'s> {
    type Item = Token<'s>;

    fn next(&mut self) -> Option<Token<'s>> {
        if let Some(name) = self.opaque.take() {
            return Some(Token::Text(self.opaque_text(name)));
        }
        loop {
            let text = self.take(text_length(self.rest));
            if !text.is_empty() {
                return Some(Token::Text(decode(text, false)));
            }
            match self.rest.as_bytes() {
                [] => return None,
                [_, b'!', b'-', b'-', ..] => {
                    self.take(2);
                    self.pass_comment();
                }
                [_, b'/', letter, ..] if letter.is_ascii_alphabetic() => {
                    self.take(2);
                    return self.tag().map(|(name, ..)| Token::End(name));
                }
                [_, letter, ..] if letter.is_ascii_alphabetic() => {
                    self.take(1);
                    let (name, attributes, closed) = self.tag()?;
                    self.opaque = is_opaque(name).then_some(name);
                    return Some(Token::Start { name, attributes, closed });
                }
                _ => self.pass('>'),
            }
        }
    }
}

/// How much of the source is text: a sign that begins no markup is text too.
fn text_length(source: &str) -> usize {
    let is_markup = |at: &usize| match source.as_bytes().get(*at + 1..) {
        Some([b'!' | b'?', ..] | [b'/', _, ..]) => true,
        Some([letter, ..]) => letter.is_ascii_alphabetic(),
        _ => false,
    };
    source.match_indices('<').map(|(at, _)| at).find(is_markup).unwrap_or(source.len())
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'\x0C')
}

fn is_end_of_name(byte: u8) -> bool {
    is_space(byte) || matches!(byte, b'/' | b'>')
}

/// Elements that hold text and no markup.
fn is_opaque(name: &str) -> bool {
    const NAMES: [&str; 9] =
        ["script", "style", "title", "textarea", "iframe", "noscript", "xmp", "noembed", "plaintext"];
    NAMES.iter().any(|opaque| name.eq_ignore_ascii_case(opaque))
}

/// Whether a name, and not only the beginning of a longer one, stands at the beginning.
fn begins_with_name(source: &str, name: &str) -> bool {
    let begins = source.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name));
    begins && source.as_bytes().get(name.len()).is_some_and(|&byte| is_end_of_name(byte))
}

/// Where the end tag of a script stands. In a comment, a script may hold a whole script.
fn end_of_script(source: &str) -> Option<usize> {
    let (mut in_comment, mut in_inner) = (false, false);
    for (at, sign) in source.match_indices(['<', '>']) {
        let (before, behind) = (source.get(..at)?, source.get(at + 1..)?);
        if sign == ">" {
            in_comment &= !before.ends_with("--");
            in_inner &= in_comment;
        } else if behind.strip_prefix('/').is_some_and(|rest| begins_with_name(rest, "script")) {
            if !in_inner {
                return Some(at);
            }
            in_inner = false;
        } else if begins_with_name(behind, "script") {
            in_inner = in_comment;
        } else if behind.starts_with("!--") {
            in_comment = true;
        }
    }
    None
}

#[cfg(test)]
pub mod tests;
