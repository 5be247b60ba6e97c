//! Files that are neither text nor a web page: what they are, and what to do with them.
use super::ReadError;

/// A kind of file by the bytes it begins with.
struct Foreign {
    /// What the file begins with.
    magic: &'static [u8],
    /// What it must hold further on; for containers that several programs use. Empty: nothing.
    inside: &'static [u8],
    kind: &'static str,
    advice: &'static str,
}

const COPY: &str = "请打开文件，全选并复制正文后粘贴，或另存为网页（.html）、纯文本（.txt）后再核对。";
const UNPACK: &str = "请先解压，再选择其中的年度报告。";
const PICTURE: &str = "图片中的文字无法核对，请使用可以复制文字的报告。";

const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The first match counts, so a container stands behind the kinds that are told by what is inside.
const KINDS: &[Foreign] = &[
    Foreign { magic: ZIP, inside: b"word/", kind: " Word 文档（.docx）", advice: COPY },
    Foreign { magic: ZIP, inside: b"xl/", kind: " Excel 工作簿（.xlsx）", advice: COPY },
    Foreign { magic: ZIP, inside: b"ppt/", kind: "演示文稿（.pptx）", advice: COPY },
    Foreign { magic: ZIP, inside: b"OFD.xml", kind: " OFD 版式文件", advice: COPY },
    Foreign { magic: ZIP, inside: b"opendocument", kind: "开放文档（.odt、.ods）", advice: COPY },
    Foreign { magic: ZIP, inside: b"", kind: "压缩文件（.zip）", advice: UNPACK },
    Foreign { magic: b"PK\x05\x06", inside: b"", kind: "压缩文件（.zip）", advice: UNPACK },
    Foreign { magic: b"%PDF-", inside: b"", kind: " PDF 文件", advice: COPY },
    Foreign {
        magic: OLE,
        inside: b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0",
        kind: " Word 或 WPS 文档（.doc、.wps）",
        advice: COPY,
    },
    Foreign {
        magic: OLE, inside: b"W\0o\0r\0k\0b\0o\0o\0k\0", kind: " Excel 或 WPS 表格（.xls、.et）", advice: COPY
    },
    Foreign {
        magic: OLE, inside: b"", kind: " Word、Excel 或 WPS 文件（.doc、.xls、.wps、.et）", advice: COPY
    },
    Foreign { magic: b"{\\rtf", inside: b"", kind: " RTF 文档", advice: COPY },
    Foreign { magic: b"<?xml", inside: b"<?mso-application", kind: " Word 或 Excel 的 XML 文档", advice: COPY },
    Foreign { magic: b"MIME-Version:", inside: b"", kind: "单个文件网页（.mht）", advice: COPY },
    Foreign { magic: b"From: <Saved by", inside: b"", kind: "单个文件网页（.mht）", advice: COPY },
    Foreign { magic: b"Rar!\x1A\x07", inside: b"", kind: "压缩文件（.rar）", advice: UNPACK },
    Foreign { magic: b"7z\xBC\xAF\x27\x1C", inside: b"", kind: "压缩文件（.7z）", advice: UNPACK },
    Foreign { magic: b"\x1F\x8B", inside: b"", kind: "压缩文件（.gz）", advice: UNPACK },
    Foreign { magic: b"BZh", inside: b"", kind: "压缩文件（.bz2）", advice: UNPACK },
    Foreign { magic: b"\xFD7zXZ\0", inside: b"", kind: "压缩文件（.xz）", advice: UNPACK },
    Foreign { magic: b"\x89PNG\r\n", inside: b"", kind: "图片（PNG）", advice: PICTURE },
    Foreign { magic: b"\xFF\xD8\xFF", inside: b"", kind: "图片（JPEG）", advice: PICTURE },
    Foreign { magic: b"GIF8", inside: b"", kind: "图片（GIF）", advice: PICTURE },
    Foreign { magic: b"BM", inside: b"\0\0\0\0", kind: "图片（BMP）", advice: PICTURE },
    Foreign { magic: b"II*\0", inside: b"", kind: "图片（TIFF）", advice: PICTURE },
    Foreign { magic: b"MM\0*", inside: b"", kind: "图片（TIFF）", advice: PICTURE },
    Foreign { magic: b"RIFF", inside: b"WEBP", kind: "图片（WebP）", advice: PICTURE },
    Foreign { magic: b"MZ", inside: b"\0\0\0\0", kind: "程序文件", advice: "请选择年度报告。" },
    Foreign { magic: b"\x7FELF", inside: b"", kind: "程序文件", advice: "请选择年度报告。" },
];

/// What the file is, if it is one of the kinds that are known and not read.
pub fn kind(bytes: &[u8]) -> Option<ReadError> {
    // Some programs put white space before the first byte that matters.
    let bytes = bytes.trim_ascii_start();
    KINDS
        .iter()
        .find(|foreign| bytes.starts_with(foreign.magic) && holds(bytes, foreign.inside))
        .map(|foreign| ReadError::Unsupported { kind: foreign.kind, advice: foreign.advice })
}

/// Whether the beginning or the end of a file holds these bytes; a ZIP lists its parts at the end.
fn holds(bytes: &[u8], inside: &[u8]) -> bool {
    const FAR: usize = 1 << 16;
    let found = |part: &[u8]| part.windows(inside.len()).any(|window| window == inside);
    inside.is_empty() || found(&bytes[..bytes.len().min(FAR)]) || found(&bytes[bytes.len().saturating_sub(FAR)..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(bytes: &[u8]) -> String {
        kind(bytes).map_or_else(String::new, |error| error.to_string())
    }

    #[test]
    fn office_files_are_told_by_what_is_inside() {
        assert!(
            name(b"PK\x03\x04......[Content_Types].xml...word/document.xml").starts_with("这是 Word 文档（.docx）")
        );
        assert!(name(b"PK\x03\x04......[Content_Types].xml...xl/workbook.xml").starts_with("这是 Excel"));
        assert!(name(b"PK\x03\x04....OFD.xml").contains("OFD"));
        assert!(name(b"PK\x03\x04....readme.txt").contains("先解压"));
        assert!(name(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0").contains(".doc"));
    }

    #[test]
    fn every_message_says_what_it_is_and_what_to_do() {
        for foreign in KINDS {
            let file = [foreign.magic, b"....", foreign.inside].concat();
            let message = name(&file);
            assert!(message.contains(foreign.kind) && message.contains("请"), "{message}");
        }
    }

    #[test]
    fn text_is_not_foreign() {
        assert_eq!(kind("BM 一、总体情况".as_bytes()), None);
        assert_eq!(kind(b"<?xml version=\"1.0\"?><html></html>"), None);
    }
}
