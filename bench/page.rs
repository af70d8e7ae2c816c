//! Measures the flagship's page against its limit: the same page with every script taken out.
//!
//! Both are visited in turn, on a slow processor and a slow line, so that what
//! disturbs the machine disturbs both. Deliberately absent: passing or
//! failing; the numbers are for people.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::path::Path;

use backgrounder::site::pack;
use serde_json::{Value, json};
use support::browser::{Browser, Engine, Habits};
use support::host::{Host, Manners, without_scripts};
use support::page::Page;

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

#[tokio::main]
async fn main() {
    let limit = limit();
    let with_scripts = Host::start(&support::dist(), Manners::default()).await;
    let without = Host::start(limit.path(), Manners::default()).await;
    let (mut ours, mut limits) = (Vec::new(), Vec::new());
    for visit in 1..=VISITS {
        eprintln!("visit {visit} of {VISITS}");
        ours.push(measure(&with_scripts, true).await);
        limits.push(measure(&without, false).await);
    }
    report(&ours, &limits);
}

/// The finished site with every script taken out, compressed as the real one is.
fn limit() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&support::dist(), folder.path());
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
            let packed = pack("index.html", html.as_bytes()).unwrap().unwrap();
            std::fs::write(format!("{}.br", target.display()), packed.brotli).unwrap();
            std::fs::write(format!("{}.gz", target.display()), packed.gzip).unwrap();
            std::fs::write(target, html).unwrap();
        } else if !name.ends_with(".html.br") && !name.ends_with(".html.gz") {
            std::fs::copy(&path, target).unwrap();
        }
    }
}

/// One visit by a browser that has seen nothing yet.
async fn measure(host: &Host, islands: bool) -> Visit {
    let browser = Browser::start(Engine::Chromium, Habits::default()).await;
    let page = Page { browser, host: Host::start(&support::dist(), Manners::default()).await };
    page.screen(412, false).await;
    page.devtools("Network.enable", json!({})).await;
    page.devtools("Network.setCacheDisabled", json!({"cacheDisabled": true})).await;
    let line = json!({"offline": false, "latency": ROUND_TRIP, "downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND});
    page.devtools("Network.emulateNetworkConditions", line).await;
    page.devtools("Emulation.setCPUThrottlingRate", json!({"rate": SLOWER})).await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": OBSERVE})).await;
    page.browser.driver.goto(host.url("/")).await.unwrap();
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
    let _ = page.browser.driver.clone().quit().await;
    visit(&seen)
}

fn visit(seen: &Value) -> Visit {
    let number = |key: &str| seen[key].as_f64().unwrap_or_default();
    let first_paint = number("fcp");
    let long = seen["long"].as_array().cloned().unwrap_or_default();
    let blocking = long
        .iter()
        .filter(|task| task[0].as_f64().unwrap_or_default() >= first_paint)
        .map(|task| task[1].as_f64().unwrap_or_default() - 50.0)
        .sum::<f64>()
        .max(0.0);
    Visit {
        bytes: number("bytes"),
        first_paint,
        largest_paint: number("lcp"),
        shift: number("shift"),
        blocking,
        ready: number("ready"),
    }
}

/// A name, a part of a visit, and how many decimals it deserves.
type Row = (&'static str, fn(&Visit) -> f64, usize);

fn report(ours: &[Visit], limits: &[Visit]) {
    let rows: [Row; 6] = [
        ("transferred bytes", |visit| visit.bytes, 0),
        ("first contentful paint, ms", |visit| visit.first_paint, 0),
        ("largest contentful paint, ms", |visit| visit.largest_paint, 0),
        ("cumulative layout shift", |visit| visit.shift, 4),
        ("total blocking time, ms", |visit| visit.blocking, 0),
        ("islands awake, ms", |visit| visit.ready, 0),
    ];
    println!(
        "\n{VISITS} visits each, in turn; processor {SLOWER} times slower, {ROUND_TRIP} ms round trip, 1.6 Mbit/s; 412 px wide"
    );
    println!("median (least - most)\n");
    println!("{:30} {:>26} {:>26} {:>8}", "", "page", "limit", "ratio");
    for (name, part, decimals) in rows {
        let (one, other) = (spread(ours, part), spread(limits, part));
        let ratio = if other.1 > 0.0 { format!("{:.3}", one.1 / other.1) } else { "-".into() };
        println!("{name:30} {:>26} {:>26} {ratio:>8}", shown(one, decimals), shown(other, decimals));
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
