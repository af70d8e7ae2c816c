//! Measures the comment box with 10,000 comments on the device, on a slow processor.
//!
//! Deliberately absent: failing; each promise is told to be held or not.

use crate::support::browser::{Browser, Engine, Habits};
use crate::support::commenting::NEW;
use crate::support::host::{Host, Manners};
use crate::support::page::Page;
use serde_json::{Value, json};

/// How many times slower the processor is made.
const SLOWER: u32 = 4;

/// How many comments there are.
const COMMENTS: usize = 10_000;

/// How often each is repeated.
const TIMES: usize = 20;

/// The most that the box may take from waking until it is of use, in milliseconds.
const USABLE: f64 = 300.0;

/// The most that posting may take until the next paint, in milliseconds.
const POSTING: f64 = 50.0;

/// Puts so many comments into the database that the page has made.
const FILL: &str = "
const [count, done] = arguments;
const opening = indexedDB.open('backgrounder');
opening.onsuccess = () => {
  const change = opening.result.transaction('comments', 'readwrite');
  for (let at = 0; at < count; at += 1) {
    const id = `c${at}`, place = at % 4 === 3 ? `c${at - 3}` : '';
    change.objectStore('comments').put({ v: 2, id, thread: '/oman-talks/', place, created: 1.77e12 + at * 6e4,
      author: `Reader ${at % 97}`, text: `Comment ${at}. ${'Words that a reader wrote. '.repeat(4)}`, likes: at % 13,
      section: ['talks', 'programme', 'responses'][at % 3], quote: '' });
  }
  change.oncomplete = () => { opening.result.close(); done('filled'); };
};";

/// Notes when the box wakes, when its comments show, and how long each input takes.
const OBSERVE: &str = r#"
window.times = {};
const note = (name, holds) => { if (!(name in window.times) && holds) window.times[name] = performance.now(); };
new MutationObserver(() => {
  note("awake", document.querySelector(".comments-box[data-island=awake]"));
  note("usable", document.querySelector(".comments-list > .comment"));
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-island"] });
window.took = new Map();
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.interactionId && entry.name === "click") window.took.set(entry.interactionId, entry.duration);
  }
}).observe({ type: "event", durationThreshold: 16, buffered: true });
"#;

/// Measures and prints.
pub async fn run() {
    let host = Host::start(&crate::support::dist(), Manners::default()).await;
    let page = Page::new(Browser::start(Engine::Chromium, Habits::default()).await, host);
    page.screen(412, false).await;
    page.visit_awake("/").await;
    page.until("the database is made", "document.querySelector('.comments-list').dataset.total === '0'").await;
    page.browser.driver.execute_async(FILL, vec![json!(COMMENTS)]).await.unwrap();
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": OBSERVE})).await;
    page.devtools("Emulation.setCPUThrottlingRate", json!({"rate": SLOWER})).await;
    println!("\n{COMMENTS} comments on the device; {TIMES} times each; processor {SLOWER} times slower; ms\n");
    println!("{:28} {:>8} {:>8}", "", "median", "most");
    let mut usable = Vec::new();
    for _ in 0..TIMES {
        page.visit_awake("/").await;
        page.until("comments show", "window.times.usable").await;
        usable.push(page.number("window.times.usable - window.times.awake").await);
    }
    tell("usable after waking", usable, USABLE);
    tell("posting, to the next paint", posting(&page).await, POSTING);
    page.browser.end().await;
}

async fn posting(page: &Page) -> Vec<f64> {
    page.until("the page is ready", "document.documentElement.hasAttribute('data-ready')").await;
    page.wake_all().await;
    for time in 0..TIMES {
        page.value(&format!("document.querySelector('{NEW} textarea').value = 'Posted {time}'")).await;
        page.click(&format!("{NEW} [type=submit]")).await;
        page.until("it is posted", &format!("document.querySelector('{NEW} textarea').value === ''")).await;
    }
    let took: Value = page.value("[...window.took.values()]").await;
    let mut took: Vec<f64> = took.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
    // The browser tells nothing of what takes less than 16 ms.
    took.resize(took.len().max(TIMES), 16.0);
    took
}

fn tell(what: &str, mut took: Vec<f64>, promise: f64) {
    took.sort_by(f64::total_cmp);
    let (median, most) = (took[took.len() / 2], took[took.len() - 1]);
    let verdict = if most <= promise { "held" } else { "NOT HELD" };
    println!("{what:28} {median:>8.0} {most:>8.0}  at most {promise}: {verdict}");
}
