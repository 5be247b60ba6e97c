//! No file makes gouji panic, hang, or take memory out of proportion: thousands that are damaged by chance, and bombs.
//!
//! How long each takes is told by `./build.sh bench` and not asserted here: the guard is against what never ends.
#[path = "support/damage/mod.rs"]
mod damage;
#[path = "support/files/mod.rs"]
mod files;
#[path = "support/memory.rs"]
mod memory;
mod support;

use damage::Damaged;
use gouji::document::{Block, Document};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicU64, Ordering},
};
use std::thread;
use std::time::{Duration, Instant};

/// How many files are damaged by chance.
const FILES: u64 = 5200;
/// Reading and checking takes milliseconds; even a test that is not optimised, on a busy machine, is done by then.
const NEVER: Duration = Duration::from_secs(60);
/// What reading and checking one file may take of memory.
const MOST_MEMORY: u64 = 512 << 20;

/// Reads and checks a file; what can be read keeps what a document promises.
fn examine(file: &Damaged) {
    let Ok(document) = gouji::read::read(&file.bytes) else { return };
    sound(&document);
    let checked = gouji::check(&document);
    let told = gouji::render::json::file("报告", &document, &checked);
    assert_eq!(told.findings.len(), checked.findings.len());
}

fn sound(document: &Document) {
    let mut end = None;
    for block in &document.blocks {
        let spans = match block {
            Block::Paragraph(paragraph) => vec![paragraph.span],
            Block::Table(table) => table.cells.iter().map(|cell| cell.span).collect(),
        };
        for span in spans {
            assert!(document.text.get(span.range()).is_some(), "{span:?} is no part of the text");
            assert!(end < Some(span.start), "{span:?} is out of order or touches what stands before");
            end = Some(span.end);
        }
    }
    assert!(document.origins.is_sorted_by(|a, b| a.span.end <= b.span.start), "places overlap or are out of order");
    let parts = document.origins.iter().all(|origin| document.text.get(origin.span.range()).is_some());
    assert!(parts, "a place is told for what is no part of the text");
}

/// What a thread examines, and since when; nothing when it has done its part.
type Work = Arc<Mutex<Option<(String, Instant)>>>;

/// Examines the files that `next` gives until there are no more; returns what they did. The thread is not waited for
/// when a file never ends.
fn examine_all(threads: usize, next: impl Fn() -> Option<Damaged> + Send + Clone + 'static) -> Vec<String> {
    let failures = Arc::new(Mutex::new(vec![]));
    let work = |_| {
        let (failures, next) = (Arc::clone(&failures), next.clone());
        let now: Work = Arc::new(Mutex::new(Some((String::new(), Instant::now()))));
        let own = Arc::clone(&now);
        thread::spawn(move || {
            while let Some(file) = next() {
                *own.lock().unwrap() = Some((file.name.clone(), Instant::now()));
                let before = memory::Peak::begin();
                if catch_unwind(AssertUnwindSafe(|| examine(&file))).is_err() {
                    failures.lock().unwrap().push(format!("{}: panics", file.name));
                } else if threads == 1 && before.end().is_some_and(|peak| peak > MOST_MEMORY) {
                    failures.lock().unwrap().push(format!("{}: {} MB", file.name, before.end().unwrap_or(0) >> 20));
                }
            }
            *own.lock().unwrap() = None;
        });
        now
    };
    let mut workers: Vec<Work> = (0..threads).map(work).collect();
    while !workers.is_empty() {
        thread::sleep(Duration::from_millis(50));
        workers.retain(|now| {
            let now = now.lock().unwrap();
            if let Some((name, since)) = now.as_ref() {
                assert!(since.elapsed() < NEVER, "{name}: does not end");
            }
            now.is_some()
        });
    }
    let failures = failures.lock().unwrap();
    failures.clone()
}

fn none(failures: &[String]) {
    let shown: Vec<&str> = failures.iter().take(20).map(String::as_str).collect();
    assert!(failures.is_empty(), "{} files:\n{}", failures.len(), shown.join("\n"));
}

/// One test, so that nothing else takes memory while the bombs are measured.
#[test]
fn no_file_does_harm() {
    let bombs = Arc::new(Mutex::new(damage::bombs()));
    none(&examine_all(1, move || bombs.lock().unwrap().next()));

    let seeds = Arc::new(damage::seeds());
    for seed in seeds.iter() {
        assert!(seed.is_read(), "{} is not read before it is damaged", seed.name);
    }
    let number = Arc::new(AtomicU64::new(0));
    none(&examine_all(2, move || {
        let number = number.fetch_add(1, Ordering::Relaxed);
        let seed = &seeds[number as usize % seeds.len()];
        (number < FILES).then(|| seed.damaged(&seeds, number))
    }));
}
