//! Measurements for people: of pages, answers, comments, frames, a preview and growth, each promise told to be held or
//! not. Nothing here fails.
//!
//! `make bench` makes all of them; `MEASURE="page growth"` only these.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

#[path = "../tests/support/mod.rs"]
mod support;

mod comments;
mod embedding;
mod growth;
mod interactions;
mod page;
mod preview;

use tokio::runtime::Runtime;

type Measurement = fn(&Runtime);

const MEASUREMENTS: [(&str, Measurement); 6] = [
    ("page", |runtime| runtime.block_on(page::run())),
    ("interactions", |runtime| runtime.block_on(interactions::run())),
    ("comments", |runtime| runtime.block_on(comments::run())),
    ("embedding", |runtime| runtime.block_on(embedding::run())),
    ("preview", |runtime| runtime.block_on(preview::run())),
    ("growth", |_| growth::run()),
];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    if let Some(unknown) = asked.iter().find(|name| MEASUREMENTS.iter().all(|(known, _)| known != name)) {
        let known: Vec<&str> = MEASUREMENTS.iter().map(|(name, _)| *name).collect();
        eprintln!("there is no measurement `{unknown}`; there are: {}", known.join(", "));
        std::process::exit(2);
    }
    let runtime = Runtime::new().unwrap();
    for (name, measure) in MEASUREMENTS {
        if asked.is_empty() || asked.iter().any(|one| one == name) {
            measure(&runtime);
        }
    }
}
