//! Words that stand for a character, and words of groups that are no text.

/// The character that a word stands for.
pub fn character(word: &[u8]) -> Option<char> {
    Some(match word {
        b"tab" => '\t',
        b"emdash" => '—',
        b"endash" => '–',
        b"lquote" => '‘',
        b"rquote" => '’',
        b"ldblquote" => '“',
        b"rdblquote" => '”',
        b"bullet" => '•',
        b"emspace" | b"enspace" | b"qmspace" => ' ',
        _ => return None,
    })
}

/// Whether a group that begins with this word is not part of the main text.
pub fn is_skipped(word: &[u8]) -> bool {
    SKIPPED.binary_search(&word).is_ok()
}

/// Those words, in the order of the alphabet.
const SKIPPED: &[&[u8]] = &[
    b"annotation",
    b"atnauthor",
    b"atnid",
    b"background",
    b"bkmkend",
    b"bkmkstart",
    b"colorschememapping",
    b"colortbl",
    b"comment",
    b"do",
    b"factoidname",
    b"filetbl",
    b"fldinst",
    b"footer",
    b"footerf",
    b"footerl",
    b"footerr",
    b"footnote",
    b"ftncn",
    b"ftnsep",
    b"ftnsepc",
    b"generator",
    b"header",
    b"headerf",
    b"headerl",
    b"headerr",
    b"info",
    b"latentstyles",
    b"listoverridetable",
    b"listtable",
    b"nonesttables",
    b"nonshppict",
    b"objdata",
    b"pict",
    b"private",
    b"revtbl",
    b"rsidtbl",
    b"rxe",
    b"shp",
    b"stylesheet",
    b"tc",
    b"template",
    b"themedata",
    b"xe",
    b"xmlnstbl",
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_of_skipped_groups_is_in_order() {
        assert!(super::SKIPPED.is_sorted());
    }
}
