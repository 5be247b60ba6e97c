//! Random, consistent annual reports and their faults, for the tests: an independent witness.
//!
//! Nothing here uses the crate: the official tables are written down a second time in [`form`], so that a mistake in
//! the crate's form data cannot hide behind itself. Everything follows from a seed, on every machine.
//!
//! ```text
//! seed → Model (organ, year, numbers) → Draft (paragraphs and tables) → [mutate] → render → source + positions
//! ```
#![allow(dead_code, unused_imports, reason = "each test crate uses another part of this module")]

pub mod draft;
pub mod fault;
pub mod form;
pub mod model;
pub mod mutate;
pub mod organ;
pub mod prose;
pub mod render;
pub mod rng;
pub mod tables;

pub use draft::{Draft, Fact};
pub use form::{Cell, Edition, Which};
pub use model::Model;
pub use mutate::Fault;
pub use render::{Layout, Rendered, Style};
pub use rng::Rng;

/// The clean report of a seed.
pub fn draft(seed: u64) -> Draft {
    let mut rng = Rng::new(seed);
    let model = Model::random(&mut rng);
    prose::write(model, &mut rng)
}

/// A report of a year from 2021 on with the tables of 2019, as many organs made by mistake.
pub fn outdated(seed: u64) -> Draft {
    let mut rng = Rng::new(seed);
    let year = rng.range(2021, 2025);
    let model = Model::of(year, Edition::E2019, &mut rng);
    prose::write(model, &mut rng)
}
