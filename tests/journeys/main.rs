//! Journeys of readers through finished sites, in Chromium, Firefox and WebKitGTK.
//!
//! `engines.toml` says in which engines each is made, and in which order. Times are printed and never asserted;
//! `make bench` measures them.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/mod.rs"]
mod support;

mod registry;
mod report;
mod table;

mod published;
mod without_scripts;

mod attacks;
mod axis;
mod comments;
mod comments_kept;
mod companion;
mod complaints;
mod contexts;
mod depth;
mod durability;
mod embed;
mod embed_script;
mod faq;
mod following;
mod hostile;
mod hosts;
mod isso;
mod keyboard;
mod ledger;
mod map;
mod note;
mod page;
mod panels;
mod preview;
mod reactions;
mod sent_once;
mod timeline;

mod accessibility;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

use report::Report;
use support::current::{self, Current};
use support::{evidence, shared_browsers, sites};
use table::Planned;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let planned = match table::planned() {
        Ok(planned) => planned,
        Err(disagreements) => {
            eprintln!("{disagreements}");
            return ExitCode::FAILURE;
        }
    };
    // One for all: a browser that is shared is spoken to by whoever has it.
    let runtime = Arc::new(Runtime::new().unwrap());
    let asked = planned.iter().map(Planned::name).filter(|name| is_asked_for(&arguments, name)).collect();
    let report = Arc::new(Report::new(asked));
    let trials = planned.into_iter().map(|one| trial(one, &runtime, &report)).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    runtime.block_on(shared_browsers::end_all());
    sites::remove();
    if !arguments.list {
        report.save();
        report.print();
    }
    conclusion.exit_code()
}

/// Whether the arguments ask for a journey of this name.
fn is_asked_for(arguments: &Arguments, name: &str) -> bool {
    let fits = |part: &String| if arguments.exact { name == part } else { name.contains(part) };
    arguments.filter.as_ref().is_none_or(fits) && !arguments.skip.iter().any(fits)
}

fn trial(one: Planned, runtime: &Arc<Runtime>, report: &Arc<Report>) -> Trial {
    let (name, runtime, report) = (one.name(), Arc::clone(runtime), Arc::clone(report));
    Trial::test(name.clone(), move || {
        let (begun, current) = (Instant::now(), Current::new(&name));
        let journey = current::known_as(Arc::clone(&current), (one.journey.make)(one.engine));
        let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(journey)));
        report.note(name.clone(), begun.elapsed(), current.opening());
        outcome.map_err(|panic| Failed::from(failure(&name, panic.as_ref())))
    })
}

/// What went wrong, where to see it, and how to make the journey alone.
fn failure(name: &str, panic: &(dyn std::any::Any + Send)) -> String {
    let words = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    format!(
        "{}\n  alone: make journeys JOURNEY={name}\n  its page and console: {}/{}.png, .txt",
        words.unwrap_or("it panicked"),
        evidence::folder().display(),
        evidence::file_name(name)
    )
}
