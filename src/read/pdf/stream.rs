//! Unpacks streams, within bounds: a stream of a few kilobytes can hold gigabytes.
//!
//! The names of the filters may be spelled as `guard` does.
use super::budget::Budget;
use super::guard::Original;
use hayro_syntax::object::{Array, Dict, Name, Stream};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// The most filters that a stream goes through.
const MAX_FILTERS: usize = 4;

/// The content of a stream, as far as it can be unpacked; empty where it is a picture or larger than what is left of
/// the budget.
pub fn content(stream: &Stream, original: Original, budget: &mut Budget) -> Vec<u8> {
    let data = stream.raw_data();
    // What was encrypted is no part of the copy.
    let mut data = original.of(&data).map_or_else(|| data.to_vec(), <[u8]>::to_vec);
    for (filter, parameters) in filters(stream.dict()) {
        let limit = budget.bytes();
        let unpacked = match &filter[..] {
            b"FlateDecode" | b"FlateDecodX" | b"FX" => flate(&data, limit),
            b"LZWDecode" | b"LZWDecodX" | b"LZX" => lzw(&data, parameters.get::<i32>("EarlyChange") != Some(0), limit),
            b"ASCIIHexDecode" | b"AHx" => hex(&data),
            b"ASCII85Decode" | b"A85" => base85(&data),
            b"RunLengthDecode" | b"RunLengthDecodX" | b"RX" => run_length(&data, limit),
            b"Crypt" => data,
            _ => return vec![],
        };
        data = predicted(unpacked, &parameters);
        budget.take_bytes(data.len());
    }
    data
}

fn filters<'a>(dict: &Dict<'a>) -> Vec<(Name<'a>, Dict<'a>)> {
    if let Some(filter) = dict.get::<Name>("Filter") {
        return vec![(filter, dict.get::<Dict>("DecodeParms").unwrap_or_default())];
    }
    let Some(names) = dict.get::<Array>("Filter") else { return vec![] };
    let mut parameters = dict.get::<Array>("DecodeParms").map(|array| array.raw_iter());
    let mut next = || match parameters.as_mut()?.next()? {
        hayro_syntax::object::MaybeRef::NotRef(object) => object.into_dict(),
        hayro_syntax::object::MaybeRef::Ref(_) => None,
    };
    names.iter::<Name>().take(MAX_FILTERS).map(|name| (name, next().unwrap_or_default())).collect()
}

/// Of a damaged stream comes what could be read.
fn flate(data: &[u8], limit: usize) -> Vec<u8> {
    decompress_to_vec_zlib_with_limit(data, limit).unwrap_or_else(|damaged| damaged.output)
}

fn lzw(data: &[u8], early: bool, limit: usize) -> Vec<u8> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    // Each entry is a stretch of what was unpacked already.
    let mut table: Vec<(usize, usize)> = vec![];
    let mut output: Vec<u8> = vec![];
    let (mut bits, mut held) = (0u32, 0u32);
    let mut last: Option<(usize, usize)> = None;
    for &byte in data {
        (bits, held) = (bits << 8 | u32::from(byte), held + 8);
        let width = match table.len() + 258 + usize::from(early) {
            ..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
        if held < width {
            continue;
        }
        held -= width;
        let code = (bits >> held) as usize & ((1 << width) - 1);
        bits &= (1 << held) - 1;
        match code {
            CLEAR => {
                table.clear();
                last = None;
                continue;
            }
            END => break,
            _ => {}
        }
        let start = output.len();
        match (code, code.checked_sub(258).and_then(|n| table.get(n)), last) {
            (..256, ..) => output.push(code as u8),
            (_, Some(&(from, to)), _) => output.extend_from_within(from..to),
            (_, None, Some((from, to))) => {
                output.extend_from_within(from..to);
                output.push(output[from]);
            }
            _ => break,
        }
        if let Some((from, to)) = last
            && table.len() < 4096 - 258
        {
            // The entry is the last one and the byte behind it, which follows it in the output.
            table.push((from, to + 1));
        }
        last = Some((start, output.len()));
        if output.len() > limit {
            output.truncate(limit);
            break;
        }
    }
    output
}

fn hex(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|&&byte| byte != b'>').filter_map(|&byte| (byte as char).to_digit(16));
    let digits: Vec<u8> = digits.map(|digit| digit as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect()
}

fn base85(data: &[u8]) -> Vec<u8> {
    let mut output = vec![];
    let (mut group, mut held) = (0u32, 0);
    for &byte in data {
        match byte {
            b'~' => break,
            b'z' if held == 0 => output.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                held += 1;
                if held == 5 {
                    output.extend(group.to_be_bytes());
                    (group, held) = (0, 0);
                }
            }
            _ => {}
        }
    }
    if held > 1 {
        let full = (held..5).fold(group, |group, _| group.wrapping_mul(85).wrapping_add(84));
        output.extend(&full.to_be_bytes()[..held - 1]);
    }
    output
}

fn run_length(mut data: &[u8], limit: usize) -> Vec<u8> {
    let mut output = vec![];
    while let [length, rest @ ..] = data
        && output.len() < limit
    {
        data = match (*length, rest) {
            (128, _) | (129.., []) => break,
            (129.., [byte, rest @ ..]) => {
                output.resize(output.len() + 257 - usize::from(*length), *byte);
                rest
            }
            _ => {
                let (run, rest) = rest.split_at(rest.len().min(usize::from(*length) + 1));
                output.extend(run);
                rest
            }
        };
    }
    output
}

/// Undoes what a predictor did to rows of bytes.
fn predicted(data: Vec<u8>, parameters: &Dict) -> Vec<u8> {
    let number = |key: &str, usual: usize| parameters.get::<usize>(key).unwrap_or(usual).clamp(1, 1 << 16);
    let predictor = parameters.get::<u32>("Predictor").unwrap_or(1);
    let (colours, bits) = (number("Colors", 1), number("BitsPerComponent", 8));
    let pixel = (colours * bits).div_ceil(8);
    let row = (number("Columns", 1) * colours * bits).div_ceil(8);
    match predictor {
        2 if bits == 8 => {
            let mut data = data;
            for row in data.chunks_mut(row) {
                (pixel..row.len()).for_each(|n| row[n] = row[n].wrapping_add(row[n - pixel]));
            }
            data
        }
        10.. => png(&data, row, pixel),
        _ => data,
    }
}

fn png(data: &[u8], width: usize, pixel: usize) -> Vec<u8> {
    let mut output: Vec<u8> = Vec::with_capacity(data.len());
    for line in data.chunks(width + 1) {
        let (kind, line) = (line[0], &line[1..]);
        let start = output.len();
        for (n, &byte) in line.iter().enumerate() {
            let up = if start > 0 { output.get(start - width + n).copied().unwrap_or(0) } else { 0 };
            let left = if n >= pixel { output[start + n - pixel] } else { 0 };
            let corner = if n >= pixel && start > 0 { output[start - width + n - pixel] } else { 0 };
            output.push(byte.wrapping_add(match kind {
                1 => left,
                2 => up,
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth(left, up, corner),
                _ => 0,
            }));
        }
    }
    output
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let far = |byte: u8| (guess - i16::from(byte)).abs();
    match () {
        _ if far(left) <= far(up) && far(left) <= far(corner) => left,
        _ if far(up) <= far(corner) => up,
        _ => corner,
    }
}
