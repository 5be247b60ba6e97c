//! ZIP packages, as office programs write them.

/// A package of these parts. A streamed one tells the sizes of a part only behind it, as programs do that write while
/// they compress.
pub fn zip(parts: &[(&str, Vec<u8>)], streamed: bool) -> Vec<u8> {
    let mut package = vec![];
    let mut directory = vec![];
    for (name, content) in parts {
        let packed = miniz_oxide::deflate::compress_to_vec(content, 6);
        let sizes = numbers(&[crc(content), packed.len() as u32, content.len() as u32]);
        let flags: u16 = if streamed { 0x0808 } else { 0x0800 };
        // Version, flags, deflated, time and date.
        let head = shorts(&[20, flags, 8, 0, 0x5821]);
        let offset = package.len() as u32;
        package.extend(b"PK\x03\x04");
        package.extend(&head);
        package.extend(if streamed { numbers(&[0, 0, 0]) } else { sizes.clone() });
        package.extend(shorts(&[name.len() as u16, 0]));
        package.extend(name.bytes());
        package.extend(&packed);
        if streamed {
            package.extend(b"PK\x07\x08");
            package.extend(&sizes);
        }
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend(&sizes);
        directory.extend(shorts(&[name.len() as u16, 0, 0, 0, 0, 0, 0]));
        directory.extend(numbers(&[offset]));
        directory.extend(name.bytes());
    }
    let (start, size, count) = (package.len() as u32, directory.len() as u32, parts.len() as u16);
    package.extend(directory);
    package.extend(b"PK\x05\x06");
    package.extend(shorts(&[0, 0, count, count]));
    package.extend(numbers(&[size, start]));
    package.extend(shorts(&[0]));
    package
}

fn shorts(of: &[u16]) -> Vec<u8> {
    of.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn numbers(of: &[u32]) -> Vec<u8> {
    of.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn crc(content: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
    !content.iter().fold(!0, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), step))
}
