//! The source of a page as the tokenizer reads it.
use html5gum::Reader;
use std::convert::Infallible;

/// What is left to read. The library's own reader is compiled into each of the tokenizer's seventy states, which costs
/// more in the size of the module than calls cost in time.
pub struct Source<'a>(pub &'a [u8]);

impl Reader for Source<'_> {
    type Error = Infallible;

    #[inline(never)]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        let first = self.0.split_first();
        self.0 = first.map_or(self.0, |(_, rest)| rest);
        Ok(first.map(|(&byte, _)| byte))
    }

    #[inline(never)]
    fn read_until<'b>(&'b mut self, needle: &[u8], _: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        let free = self.0.iter().position(|byte| needle.contains(byte)).unwrap_or(self.0.len());
        let (chunk, rest) = self.0.split_at(free.max(1).min(self.0.len()));
        self.0 = rest;
        Ok((!chunk.is_empty()).then_some(chunk))
    }

    #[inline(never)]
    fn try_read_string(&mut self, string: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        let Some((next, rest)) = self.0.split_at_checked(string.len()) else { return Ok(false) };
        let found = if case_sensitive { next == string } else { next.eq_ignore_ascii_case(string) };
        if found {
            self.0 = rest;
        }
        Ok(found)
    }
}
