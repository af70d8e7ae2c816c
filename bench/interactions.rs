//! Measures how long the page takes to answer: from an input to the next paint, on a slow processor.
//!
//! The browser itself tells the duration of each interaction, in steps of
//! 8 ms; it does not tell those of less than 16 ms, which count as 16.
//! Deliberately absent: failing; each promise is told to be held or not.

use crate::support::browser::{Browser, Engine, Habits};
use crate::support::host::{Host, Manners};
use crate::support::page::Page;
use serde_json::json;

/// How many times slower the processor is made.
const SLOWER: u32 = 4;

/// The least that the browser tells, in milliseconds.
const LEAST: f64 = 16.0;

/// The most that 98 of 100 inputs may take, in milliseconds.
const PROMISE: f64 = 50.0;

const OBSERVE: &str = r#"
window.took = new Map();
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.interactionId) window.took.set(entry.interactionId, Math.max(entry.duration, window.took.get(entry.interactionId) ?? 0));
  }
}).observe({ type: "event", durationThreshold: 16, buffered: true });
"#;

/// A fixed amount of work, so that runs on different days and machines can be compared: how long it takes.
const WORK: &str = "(() => { const start = performance.now(); let sum = 0; for (let step = 0; step < 2e7; step++) sum = (sum * 31 + step) | 0; window.sum = sum; return performance.now() - start; })()";

/// A kind of input: its name, and what is clicked, in turn.
type Kind = (&'static str, &'static [&'static str]);

const KINDS: [Kind; 5] = [
    ("stepping the timeline", &[".timeline-steps button:nth-of-type(2)"]),
    (
        "choosing an actor",
        &[
            ".chips li:nth-child(1) a",
            ".chips li:nth-child(2) a",
            ".chips li:nth-child(3) a",
            ".chips li:nth-child(4) a",
            ".chips li:nth-child(5) a",
        ],
    ),
    ("toggling a question", &[".question:nth-child(1) button", ".question:nth-child(2) button"]),
    ("switching depth", &["label:has(> #depth-short)", "label:has(> #depth-key)", "label:has(> #depth-full)"]),
    ("asking who says so", &["#article .claim-ref a", ".note-close"]),
];

/// How often each kind is repeated.
const TIMES: usize = 100;

/// Measures and prints.
pub async fn run() {
    println!("\n{TIMES} inputs of each kind; processor {SLOWER} times slower; input to next paint, ms");
    println!("20 million steps of a loop take {:.0} ms here", loop_takes().await);
    for slug in crate::support::slugs() {
        let path = format!("/{slug}/");
        println!("\n{path:24} {:>8} {:>8} {:>8}", "median", "98 %", "most");
        measure_all(&path).await;
    }
}

/// The shortest of some times that the fixed work takes, in milliseconds.
async fn loop_takes() -> f64 {
    let host = Host::start(&crate::support::dist(), Manners::default()).await;
    let page = Page::new(Browser::start(Engine::Chromium, Habits::default()).await, host);
    page.visit_awake("/").await;
    page.devtools("Emulation.setCPUThrottlingRate", json!({"rate": SLOWER})).await;
    let mut least = f64::INFINITY;
    for _ in 0..7 {
        least = least.min(page.number(WORK).await);
    }
    page.browser.end().await;
    least
}

async fn measure_all(path: &str) {
    for kind in KINDS {
        let mut took = measure(path, kind.1).await;
        took.sort_by(f64::total_cmp);
        let at = |share: usize| took[(took.len() * share).div_ceil(100) - 1];
        let verdict = if at(98) <= PROMISE { "held" } else { "NOT HELD" };
        let most = took[took.len() - 1];
        println!("{:24} {:>8.0} {:>8.0} {most:>8.0}  at most {PROMISE} for 98 %: {verdict}", kind.0, at(50), at(98));
    }
}

/// How long each input took, in milliseconds.
async fn measure(path: &str, selectors: &[&str]) -> Vec<f64> {
    let host = Host::start(&crate::support::dist(), Manners::default()).await;
    let page = Page::new(Browser::start(Engine::Chromium, Habits::default()).await, host);
    page.screen(412, false).await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": OBSERVE})).await;
    page.visit_awake(path).await;
    // The reader has read for a moment, in which all tools have woken.
    page.until("the page is ready", "document.documentElement.hasAttribute('data-ready')").await;
    page.wake_all().await;
    page.devtools("Emulation.setCPUThrottlingRate", json!({"rate": SLOWER})).await;
    for selector in selectors.iter().cycle().take(TIMES) {
        page.click(selector).await;
        // Two frames later the browser has painted what the input changed.
        page.browser
            .driver
            .execute_async("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));", vec![])
            .await
            .unwrap();
    }
    let told = page.value("[...window.took.values()]").await;
    let mut took: Vec<f64> = told.as_array().unwrap().iter().map(|one| one.as_f64().unwrap()).collect();
    took.resize(took.len().max(TIMES), LEAST);
    page.browser.end().await;
    took
}
