//! Reads and checks files, each under guard: what panics, never ends, or takes memory is told and not suffered.
use super::{Damaged, memory::Peak};
use gouji::document::{Block, Document};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// Reading and checking takes milliseconds: even without optimisation, on a busy machine, it is done by then.
const NEVER: Duration = Duration::from_secs(60);

/// How a file was borne.
pub struct Outcome {
    /// What it was.
    pub name: String,
    /// How long it took.
    pub time: Duration,
    /// How many bytes of memory it took at most, where that is known; right only for one thread.
    pub memory: Option<u64>,
    /// What is wrong with that: it panicked, or did not end.
    pub wrong: Option<&'static str>,
}

/// What a thread is at, and since when; nothing when there is no more for it.
type Work = Arc<Mutex<Option<(String, Instant)>>>;
type Outcomes = Arc<Mutex<Vec<Outcome>>>;

/// Examines the files that `next` gives, until there are no more. A thread whose file never ends is left alone, and
/// another takes its place.
pub fn examine_all(threads: usize, next: impl FnMut() -> Option<Damaged> + Send + 'static) -> Vec<Outcome> {
    let outcomes = Outcomes::default();
    let next = Arc::new(Mutex::new(next));
    let begin = || {
        let work: Work = Arc::new(Mutex::new(Some(("the first".to_owned(), Instant::now()))));
        let (own, outcomes, next) = (Arc::clone(&work), Arc::clone(&outcomes), Arc::clone(&next));
        thread::spawn(move || {
            loop {
                let Some(file) = (next.lock().expect("making a file does not panic"))() else { break };
                *own.lock().expect("never held in a panic") = Some((file.name.clone(), Instant::now()));
                let outcome = examine(&file);
                // The guard knows already of one that took too long.
                if outcome.time < NEVER {
                    outcomes.lock().expect("never held in a panic").push(outcome);
                }
            }
            *own.lock().expect("never held in a panic") = None;
        });
        work
    };
    let mut workers: Vec<Work> = (0..threads).map(|_| begin()).collect();
    let mut lost = 0;
    while workers.iter().any(|work| work.lock().expect("never held in a panic").is_some()) {
        thread::sleep(Duration::from_millis(20));
        for work in &mut workers {
            let now = work.lock().expect("never held in a panic").clone();
            if let Some((name, _)) = now.filter(|(_, since)| since.elapsed() > NEVER) {
                let outcome = Outcome { name, time: NEVER, memory: None, wrong: Some("does not end") };
                outcomes.lock().expect("never held in a panic").push(outcome);
                lost += 1;
                assert!(lost < 8, "too many files do not end");
                *work = begin();
            }
        }
    }
    std::mem::take(&mut outcomes.lock().expect("never held in a panic"))
}

fn examine(file: &Damaged) -> Outcome {
    let (peak, start) = (Peak::begin(), Instant::now());
    let panicked = catch_unwind(AssertUnwindSafe(|| check(&file.bytes))).is_err();
    let (time, memory) = (start.elapsed(), peak.end());
    Outcome { name: file.name.clone(), time, memory, wrong: panicked.then_some("panics") }
}

/// Reads and checks a file; what can be read keeps what a document promises.
fn check(bytes: &[u8]) {
    let Ok(document) = gouji::read::read(bytes) else { return };
    let checked = gouji::check(&document);
    assert!(checked.findings.iter().all(|finding| !finding.places.is_empty()));
    promises(&document);
}

fn promises(document: &Document) {
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
