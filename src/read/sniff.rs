//! Tells the kind of a file by the bytes it begins with and by what a container holds; never by its name.
use crate::document::Kind;

/// What a file is, where its bytes say so; text says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A kind that a reader of its own reads. [`Kind::Html`] is a page with all its files in one (MHTML).
    Known(Kind),
    /// A kind that is not read.
    Foreign {
        /// What it is, in Chinese.
        kind: &'static str,
        /// What to do about it, in Chinese.
        advice: &'static str,
    },
}

/// A kind of file by the bytes it begins with.
struct Magic {
    /// What the file begins with.
    start: &'static [u8],
    /// What it must hold further on; for containers that several programs use. Empty: nothing.
    inside: &'static [u8],
    what: What,
}

const COPY: &str = "请打开文件，全选并复制正文后粘贴，或另存为 Word 文档（.docx）、PDF 后再核对。";
const UNPACK: &str = "请先解压，再选择其中的年度报告。";
const PASSWORD: &str = "请用原来的软件打开，取消密码后另存，再核对。";
const AGAIN: &str = "请用原来的软件打开，另存后再核对；打不开的，请向提供的人重新索取。";
const PICTURE: &str = "图片中的文字无法核对，请使用可以复制文字的报告。";

const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The first match counts, so a container stands behind the kinds that are told by what is inside.
const KINDS: &[Magic] = &[
    known(ZIP, b"word/document", Kind::Docx),
    known(ZIP, b"xl/workbook", Kind::Xlsx),
    known(ZIP, b"word/", Kind::Docx),
    known(ZIP, b"xl/", Kind::Xlsx),
    foreign(ZIP, b"ppt/", "演示文稿（.pptx）", COPY),
    foreign(ZIP, b"OFD.xml", " OFD 版式文件", COPY),
    foreign(ZIP, b"opendocument", "开放文档（.odt、.ods）", COPY),
    foreign(ZIP, b"[Content_Types].xml", "不完整的 Word、Excel 文件，或者其他程序的文件", AGAIN),
    foreign(ZIP, b"_rels/.rels", "不完整的 Word、Excel 文件，或者其他程序的文件", AGAIN),
    foreign(ZIP, b"", "压缩文件（.zip）", UNPACK),
    foreign(b"PK\x05\x06", b"", "压缩文件（.zip）", UNPACK),
    known(b"%PDF-", b"", Kind::Pdf),
    foreign(OLE, b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "有打开密码的 Word 或 Excel 文件", PASSWORD),
    known(OLE, b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", Kind::Doc),
    known(OLE, b"W\0o\0r\0k\0b\0o\0o\0k\0", Kind::Xls),
    known(OLE, b"B\0o\0o\0k\0\0\0", Kind::Xls),
    foreign(OLE, b"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0", "演示文稿（.ppt、.dps）", COPY),
    foreign(OLE, b"", "不完整的 Word、Excel、WPS 文件，或者其他程序的复合文件", AGAIN),
    known(b"{\\rtf", b"", Kind::Rtf),
    foreign(b"<?xml", b"<?mso-application", " Word 或 Excel 的 XML 文档", COPY),
    known(b"MIME-Version:", b"", Kind::Html),
    known(b"From: <Saved by", b"", Kind::Html),
    known(b"From: \"Saved by", b"", Kind::Html),
    known(b"Content-Type: multipart/", b"", Kind::Html),
    foreign(b"Rar!\x1A\x07", b"", "压缩文件（.rar）", UNPACK),
    foreign(b"7z\xBC\xAF\x27\x1C", b"", "压缩文件（.7z）", UNPACK),
    foreign(b"\x1F\x8B", b"", "压缩文件（.gz）", UNPACK),
    foreign(b"BZh", b"", "压缩文件（.bz2）", UNPACK),
    foreign(b"\xFD7zXZ\0", b"", "压缩文件（.xz）", UNPACK),
    foreign(b"\x89PNG\r\n", b"", "图片（PNG）", PICTURE),
    foreign(b"\xFF\xD8\xFF", b"", "图片（JPEG）", PICTURE),
    foreign(b"GIF8", b"", "图片（GIF）", PICTURE),
    foreign(b"BM", b"\0\0\0\0", "图片（BMP）", PICTURE),
    foreign(b"II*\0", b"", "图片（TIFF）", PICTURE),
    foreign(b"MM\0*", b"", "图片（TIFF）", PICTURE),
    foreign(b"RIFF", b"WEBP", "图片（WebP）", PICTURE),
    foreign(b"MZ", b"\0\0\0\0", "程序文件", "请选择年度报告。"),
    foreign(b"\x7FELF", b"", "程序文件", "请选择年度报告。"),
];

const fn known(start: &'static [u8], inside: &'static [u8], kind: Kind) -> Magic {
    Magic { start, inside, what: What::Known(kind) }
}

const fn foreign(start: &'static [u8], inside: &'static [u8], kind: &'static str, advice: &'static str) -> Magic {
    Magic { start, inside, what: What::Foreign { kind, advice } }
}

/// What the file is, if its bytes say so.
pub fn sniff(bytes: &[u8]) -> Option<&'static What> {
    // Some programs put white space before the first byte that matters.
    let bytes = bytes.trim_ascii_start();
    KINDS.iter().find(|kind| bytes.starts_with(kind.start) && holds(bytes, kind.inside)).map(|kind| &kind.what)
}

/// Whether the beginning or the end of a file holds these bytes; a ZIP lists its parts at the end, a compound file
/// where its head says.
fn holds(bytes: &[u8], inside: &[u8]) -> bool {
    const FAR: usize = 1 << 16;
    let found = |part: &[u8]| part.windows(inside.len()).any(|window| window == inside);
    let (start, end) = (&bytes[..bytes.len().min(FAR)], &bytes[bytes.len().saturating_sub(FAR)..]);
    inside.is_empty() || found(start) || found(end) || (bytes.starts_with(OLE) && found(directory(bytes)))
}

/// The first entries of the directory of a compound file.
fn directory(bytes: &[u8]) -> &[u8] {
    const LENGTH: usize = 1 << 12;
    let head = |at: usize| bytes.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]));
    let start = (u64::from(head(48)) + 1) << (head(30) & 0xF);
    let rest = usize::try_from(start).ok().and_then(|start| bytes.get(start..)).unwrap_or_default();
    &rest[..rest.len().min(LENGTH)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::ReadError;

    const ZIP: &str = "PK\x03\x04......";

    fn office(inside: &str) -> Option<&'static What> {
        sniff(format!("{ZIP}[Content_Types].xml...{inside}").as_bytes())
    }

    #[test]
    fn containers_are_told_by_what_is_inside() {
        assert_eq!(office("word/document.xml"), Some(&What::Known(Kind::Docx)));
        assert_eq!(office("xl/workbook.xml...word/"), Some(&What::Known(Kind::Xlsx)));
        let doc = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0";
        assert_eq!(sniff(doc), Some(&What::Known(Kind::Doc)));
        assert!(matches!(office("OFD.xml"), Some(What::Foreign { kind, .. }) if kind.contains("OFD")));
        assert!(matches!(office(""), Some(What::Foreign { kind, .. }) if kind.contains("不完整的 Word")));
        let zip = sniff(format!("{ZIP}readme.txt").as_bytes());
        assert!(matches!(zip, Some(What::Foreign { advice, .. }) if advice.contains("先解压")));
    }

    #[test]
    fn every_message_says_what_it_is_and_what_to_do() {
        for magic in KINDS {
            let file = [magic.start, b"....", magic.inside].concat();
            let found = sniff(&file).expect("the file begins as the kind does");
            assert_eq!(found, &magic.what, "an earlier kind hides this one");
            if let What::Foreign { kind, advice } = *found {
                let message = ReadError::Unsupported { kind, advice }.to_string();
                assert!(message.contains(kind) && message.contains("请"), "{message}");
            }
        }
    }

    #[test]
    fn text_is_none_of_them() {
        assert_eq!(sniff("BM 一、总体情况".as_bytes()), None);
        assert_eq!(sniff(b"<?xml version=\"1.0\"?><html></html>"), None);
    }
}
