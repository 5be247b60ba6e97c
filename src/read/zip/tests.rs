use super::*;

/// A ZIP file with these parts, stored as they are. Other readers test with it too.
pub fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let parts: Vec<_> = parts.iter().map(|(name, bytes)| (*name, 0, bytes.to_vec())).collect();
    packed(&parts)
}

/// A ZIP file with these parts: name, method, packed bytes.
fn packed(parts: &[(&str, u16, Vec<u8>)]) -> Vec<u8> {
    let (mut file, mut list) = (Vec::new(), Vec::new());
    for (name, method, bytes) in parts {
        let header = file.len() as u32;
        let size = (bytes.len() as u32).to_le_bytes();
        let mut common = [&[20, 0, 0, 0][..], &method.to_le_bytes(), &[0; 8], &size, &size].concat();
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        file.extend([LOCAL, &common, name.as_bytes(), bytes].concat());
        list.extend([CENTRAL, &[20, 0], &common, &[0; 10], &header.to_le_bytes(), name.as_bytes()].concat());
    }
    let (start, size) = (file.len() as u32, list.len() as u32);
    let count = (parts.len() as u16).to_le_bytes();
    file.extend([&list[..], END, &[0; 4], &count, &count, &size.to_le_bytes(), &start.to_le_bytes(), &[0; 2]].concat());
    file
}

fn part(file: &[u8], name: &str) -> Option<(String, bool)> {
    let part = Archive::new(file, Kind::Docx).part(name).unwrap()?;
    Some((String::from_utf8_lossy(&part.bytes).into_owned(), part.is_whole))
}

fn deflated(text: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(text, 6)
}

#[test]
fn parts_are_found_by_name() {
    let file = packed(&[("a.xml", 0, b"one".to_vec()), ("Word\\Document.xml", 8, deflated(b"two two two"))]);
    assert_eq!(part(&file, "a.xml"), Some(("one".to_owned(), true)));
    assert_eq!(part(&file, "/word/document.xml"), Some(("two two two".to_owned(), true)));
    assert_eq!(part(&file, "b.xml"), None);
    let shifted = [b"before", &file[..]].concat();
    assert_eq!(part(&shifted, "a.xml"), Some(("one".to_owned(), true)));
}

#[test]
fn without_the_list_the_headers_of_the_parts_do() {
    let text = (0..2000).map(|n| n.to_string()).collect::<String>().into_bytes();
    let file = packed(&[("a.xml", 0, b"one".to_vec()), ("b.xml", 8, deflated(&text))]);
    let end = file.len();
    for cut in [end - 1, end - 22, end - 60, end - 100] {
        assert_eq!(part(&file[..cut], "a.xml"), Some(("one".to_owned(), true)), "{cut}");
        assert_eq!(part(&file[..cut], "b.xml").map(|(text, _)| text), Some(String::from_utf8_lossy(&text).into()));
    }
    let inside = find(&file, b"b.xml").unwrap() + 2000;
    let (partial, is_whole) = part(&file[..inside], "b.xml").unwrap();
    assert!(!is_whole && text.starts_with(partial.as_bytes()) && !partial.is_empty());
}

#[test]
fn a_bomb_is_refused() {
    let bomb = deflated(&vec![b' '; MAX_EXPANDED + 1]);
    let file = packed(&[("a.xml", 8, bomb)]);
    assert!(file.len() < MAX_EXPANDED / 500);
    let error = Archive::new(&file, Kind::Docx).part("a.xml").err().unwrap();
    assert_eq!(error, ReadError::Expands(Kind::Docx));
    assert!(error.to_string().contains("展开后过大"));
    // Many small ones are as bad as one that is large.
    let half = deflated(&vec![b' '; MAX_EXPANDED / 2]);
    let file = packed(&[("a.xml", 8, half)]);
    let mut archive = Archive::new(&file, Kind::Docx);
    assert!(archive.part("a.xml").is_ok() && archive.part("a.xml").is_ok());
    assert!(archive.part("a.xml").is_err());
}

#[test]
fn a_password_is_told() {
    let mut file = stored(&[("a.xml", b"one")]);
    let listed = find(&file, CENTRAL).unwrap();
    file[listed + 8] |= 1;
    assert_eq!(Archive::new(&file, Kind::Xlsx).part("a.xml").err(), Some(ReadError::Encrypted(Kind::Xlsx)));
}

#[test]
fn no_damage_is_a_crash() {
    let file = packed(&[("a.xml", 0, b"one".to_vec()), ("b.xml", 8, deflated(b"two two two two"))]);
    let read = |file: &[u8]| {
        let mut archive = Archive::new(file, Kind::Docx);
        let names: Vec<String> = archive.names().map(str::to_owned).collect();
        names.iter().for_each(|name| drop(archive.part(name)));
    };
    for at in 0..file.len() {
        read(&file[..at]);
        for value in [0, 0x7F, 0xFF, file[at] ^ 1] {
            let mut file = file.clone();
            file[at] = value;
            read(&file);
        }
    }
}
