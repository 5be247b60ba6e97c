//! Any bytes are read and checked without a panic:  cargo +nightly fuzz run read FOLDER-OF-FILES
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = gouji::read::read(bytes) {
        gouji::check(&document);
    }
});
