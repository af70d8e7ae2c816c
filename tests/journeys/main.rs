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

mod addresses;
mod published;
mod waking;
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
mod generators;
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
mod slash;
mod timeline;
mod wordpress;

mod accessibility;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

use report::Report;
use support::current::{self, Current};
use support::sites::{self, Site};
use support::{evidence, shared_browsers};
use table::Planned;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let planned = match table::planned() {
        Ok(planned) => planned,
        Err(disagreements) => return refused(&disagreements),
    };
    let all: Vec<String> = planned.iter().map(Planned::name).collect();
    let asked: Vec<String> = all.iter().filter(|name| is_asked_for(&arguments, name)).cloned().collect();
    if asked.is_empty() {
        return refused("no journey has such a name; tests/journeys/engines.toml has their names");
    }
    if arguments.list {
        let names = all.into_iter().map(|name| Trial::test(name, || Ok(()))).collect();
        return libtest_mimic::run(&arguments, names).exit_code();
    }
    // Before any journey, so that what is wrong with it is said once.
    Site::Fixture.folder();
    // One runtime for all: the connection to a shared browser lives on it.
    let runtime = Arc::new(Runtime::new().unwrap());
    let report = Arc::new(Report::new(asked));
    let trials = planned.into_iter().map(|one| trial(one, &runtime, &report)).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    runtime.block_on(shared_browsers::end_all());
    support::wordpress::end();
    sites::remove();
    report.save(&all);
    report.print();
    conclusion.exit_code()
}

fn refused(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}

/// Whether the arguments ask for a journey of this name.
fn is_asked_for(arguments: &Arguments, name: &str) -> bool {
    let fits = |part: &String| if arguments.exact { name == part } else { name.contains(part) };
    arguments.filter.as_ref().is_none_or(fits) && !arguments.skip.iter().any(fits)
}

fn trial(one: Planned, runtime: &Arc<Runtime>, report: &Arc<Report>) -> Trial {
    let (name, runtime, report) = (one.name(), Arc::clone(runtime), Arc::clone(report));
    Trial::test(name.clone(), move || {
        evidence::clear(&name);
        let (begun, current) = (Instant::now(), Current::new(&name));
        let journey = current::known_as(Arc::clone(&current), (one.journey.make)(one.engine));
        let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(journey)));
        report.note(name.clone(), begun.elapsed(), current.opening());
        outcome.map_err(|panic| Failed::from(failure(&name, panic.as_ref())))
    })
}

/// What went wrong, how to make the journey alone, and where to see its pages. Where in the code it went wrong has been
/// printed by then.
fn failure(name: &str, panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    let words = words.unwrap_or("it panicked");
    let seen: String = evidence::files(name).iter().map(|file| format!("\n  {}", file.display())).collect();
    let seen = if seen.is_empty() { "none were open".to_owned() } else { seen };
    format!("{words}\n  alone: make journeys JOURNEY={name}\n  its pages and their consoles: {seen}")
}
