//! Measures every story's page against its limit: the same page with every script taken out.
//!
//! Both are visited in turn, on a slow processor and a slow line, so that what
//! disturbs the machine disturbs both, and each promise is told to be held or
//! not. Deliberately absent: failing; the numbers are for people.

use std::path::Path;

use crate::support::browser::{Browser, Engine, Habits};
use crate::support::host::{Host, Manners, without_scripts};
use crate::support::page::Page;
use backgrounder::site::{Strength, pack};
use serde_json::{Value, json};

/// How often each page is visited.
const VISITS: usize = 7;

/// How many times slower the processor is made.
const SLOWER: u32 = 4;

/// The line: bytes a second, and milliseconds there and back.
const BYTES_A_SECOND: u32 = 1_600_000 / 8;
const ROUND_TRIP: u32 = 150;

const OBSERVE: &str = r#"
window.seen = { fcp: 0, lcp: 0, shift: 0, long: [], ready: 0 };
const on = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
on("paint", (entry) => { if (entry.name === "first-contentful-paint") window.seen.fcp = entry.startTime; });
on("largest-contentful-paint", (entry) => { window.seen.lcp = entry.startTime; });
on("layout-shift", (entry) => { if (!entry.hadRecentInput) window.seen.shift += entry.value; });
on("longtask", (entry) => window.seen.long.push([entry.startTime, entry.duration]));
new MutationObserver(() => {
  if (!window.seen.ready && document.documentElement?.hasAttribute("data-ready")) window.seen.ready = performance.now();
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
"#;

/// What one visit cost. Times in milliseconds since the visit began.
#[derive(Debug, Clone, Copy, Default)]
struct Visit {
    bytes: f64,
    first_paint: f64,
    largest_paint: f64,
    shift: f64,
    blocking: f64,
    ready: f64,
}

/// Measures and prints.
pub async fn run() {
    let limit = limit();
    println!(
        "\n{VISITS} visits each, in turn; processor {SLOWER} times slower, {ROUND_TRIP} ms round trip, 1.6 Mbit/s; 412 px wide"
    );
    for slug in crate::support::slugs() {
        let path = format!("/{slug}/");
        let (mut ours, mut limits) = (Vec::new(), Vec::new());
        for visit in 1..=VISITS {
            eprintln!("{path}: visit {visit} of {VISITS}");
            ours.push(measure(&crate::support::dist(), &path, true).await);
            limits.push(measure(limit.path(), &path, false).await);
        }
        println!("\n{path}: median (least - most)\n");
        report(&ours, &limits);
    }
}

/// The finished site with every script taken out, compressed as the real one is.
fn limit() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&crate::support::dist(), folder.path());
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        let name = path.display().to_string();
        if path.is_dir() {
            copy(&path, &target);
        } else if name.ends_with(".html") {
            let html = without_scripts(&std::fs::read_to_string(&path).unwrap());
            let packed = pack("index.html", html.as_bytes(), Strength::Full).unwrap().unwrap();
            std::fs::write(format!("{}.br", target.display()), packed.brotli).unwrap();
            std::fs::write(format!("{}.gz", target.display()), packed.gzip).unwrap();
            std::fs::write(target, html).unwrap();
        } else if !name.ends_with(".html.br") && !name.ends_with(".html.gz") {
            std::fs::copy(&path, target).unwrap();
        }
    }
}

/// One visit by a browser that has seen nothing yet.
async fn measure(folder: &Path, path: &str, islands: bool) -> Visit {
    let browser = Browser::start(Engine::Chromium, Habits::default()).await;
    let page = Page::new(browser, Host::start(folder, Manners::default()).await);
    page.screen(412, false).await;
    page.without_cache().await;
    let line = json!({"offline": false, "latency": ROUND_TRIP, "downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND});
    page.devtools("Network.emulateNetworkConditions", line).await;
    page.devtools("Emulation.setCPUThrottlingRate", json!({"rate": SLOWER})).await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": OBSERVE})).await;
    page.visit(path).await;
    if islands {
        page.until("the islands are awake", "window.seen.ready").await;
    }
    page.until("it is painted", "document.readyState === 'complete' && window.seen.fcp && window.seen.lcp").await;
    let seen = page
        .value(
            "({ ...window.seen, bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                 .reduce((sum, entry) => sum + entry.transferSize, 0) })",
        )
        .await;
    if std::env::var_os("TASKS").is_some() {
        eprintln!("tasks of over 50 ms: {} (first paint {}, ready {})", seen["long"], seen["fcp"], seen["ready"]);
    }
    page.browser.end().await;
    visit(&seen)
}

fn visit(seen: &Value) -> Visit {
    let number = |key: &str| seen[key].as_f64().unwrap_or_default();
    let first_paint = number("fcp");
    let long = seen["long"].as_array().cloned().unwrap_or_default();
    let blocking = long.iter().map(|task| blocking(task, first_paint)).sum();
    Visit {
        bytes: number("bytes"),
        first_paint,
        largest_paint: number("lcp"),
        shift: number("shift"),
        blocking,
        ready: number("ready"),
    }
}

/// How much longer than 50 ms a task kept the page from answering, once something was painted.
fn blocking(task: &Value, first_paint: f64) -> f64 {
    let (start, duration) = (task[0].as_f64().unwrap_or_default(), task[1].as_f64().unwrap_or_default());
    (start + duration - start.max(first_paint) - 50.0).max(0.0)
}

/// A name, a part of a visit, how many decimals it deserves, and what is promised of it.
type Row = (&'static str, fn(&Visit) -> f64, usize, Promise);

/// What is promised of a measurement.
#[derive(Debug, Clone, Copy)]
enum Promise {
    /// Nothing.
    Nothing,
    /// The median is at most so many times the limit's.
    Ratio(f64),
    /// The median is at most this.
    Most(f64),
}

impl Promise {
    fn verdict(self, ours: f64, limit: f64) -> String {
        let (held, promise) = match self {
            Self::Nothing => return String::new(),
            Self::Ratio(most) => (ours <= limit * most, format!("at most {most} of the limit")),
            Self::Most(most) => (ours <= most, format!("at most {most}")),
        };
        format!("{promise}: {}", if held { "held" } else { "NOT HELD" })
    }
}

fn report(ours: &[Visit], limits: &[Visit]) {
    let rows: [Row; 6] = [
        ("transferred bytes", |visit| visit.bytes, 0, Promise::Nothing),
        ("first contentful paint, ms", |visit| visit.first_paint, 0, Promise::Ratio(1.05)),
        ("largest contentful paint, ms", |visit| visit.largest_paint, 0, Promise::Ratio(1.05)),
        ("cumulative layout shift", |visit| visit.shift, 4, Promise::Most(0.0)),
        ("total blocking time, ms", |visit| visit.blocking, 0, Promise::Most(50.0)),
        ("islands awake, ms", |visit| visit.ready, 0, Promise::Nothing),
    ];
    println!("{:30} {:>26} {:>26} {:>8}", "", "page", "limit", "ratio");
    for (name, part, decimals, promise) in rows {
        let (one, other) = (spread(ours, part), spread(limits, part));
        let ratio = if other.1 > 0.0 { format!("{:.3}", one.1 / other.1) } else { "-".into() };
        println!(
            "{name:30} {:>26} {:>26} {ratio:>8}  {}",
            shown(one, decimals),
            shown(other, decimals),
            promise.verdict(one.1, other.1)
        );
    }
}

fn spread(visits: &[Visit], part: fn(&Visit) -> f64) -> (f64, f64, f64) {
    let mut values: Vec<f64> = visits.iter().map(part).collect();
    values.sort_by(f64::total_cmp);
    (values[0], values[values.len() / 2], values[values.len() - 1])
}

fn shown((least, median, most): (f64, f64, f64), decimals: usize) -> String {
    format!("{median:.decimals$} ({least:.decimals$} - {most:.decimals$})")
}
