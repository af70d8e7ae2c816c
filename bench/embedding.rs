//! Measures what frames cost their host, and what messages of others cost a frame.
//!
//! Deliberately absent: failing; each promise is told to be held or not.

use crate::support::browser::{Browser, Engine, Habits};
use crate::support::host::{Host, Manners};
use crate::support::host_site::HostSite;
use crate::support::page::Page;
use serde_json::json;

/// How many times slower the processor is made.
const SLOWER: u32 = 4;

/// How often the host's page is visited with our script and without, in turn.
const TIMES: usize = 5;

/// How many frames stand on the host's page.
const FRAMES: usize = 20;

/// The most that the host's own long tasks may take more with our script than without, in milliseconds.
const LONG: f64 = 50.0;

/// The most that a message of somebody else may cost a frame, in milliseconds.
const MESSAGE: f64 = 1.0;

/// Notes how long the host's own tasks took that took long.
const OBSERVE: &str = "<script>window.long = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (entry.attribution.every(({ containerType }) => containerType === 'window')) window.long += entry.duration; }).observe({ type: 'longtask', buffered: true });</script>";

/// What a hostile frame sends, by what it is called.
const HOSTILE: [(&str, &str, usize); 4] = [
    ("forged", "{ backgrounder: 1, type: 'open', id: 'faq-oman' }", 10_000),
    (
        "for iframe-resizer",
        "'[iFrameSizer]a:8:false:false:32:true:true:null:b:null:null:0:false:parent:s:false'",
        10_000,
    ),
    ("of 10 MB", "'x'.repeat(1e7)", 20),
    ("nested", "(() => { let one = {}; for (let at = 0; at < 2000; at += 1) one = { one }; return one; })()", 1_000),
];

/// Measures and prints.
pub async fn run() {
    let ours = Host::start(&crate::support::dist(), Manners::default()).await;
    let frames = ours.url("").replace("127.0.0.1", "localhost");
    let site = HostSite::start(frames).await;
    let page = Page::new(Browser::start(Engine::Chromium, Habits::default()).await, ours);
    println!("\n{FRAMES} frames on a host's page; ms\n");
    for rate in [1, SLOWER] {
        page.devtools("Emulation.setCPUThrottlingRate", json!({"rate": rate})).await;
        hosts_tasks(&page, &site, rate).await;
    }
    for (name, message, count) in HOSTILE {
        tell(&format!("a message {name}"), message_cost(&page, &site, message, count).await, MESSAGE);
    }
    page.browser.end().await;
}

/// What our script has the host do, at a processor that is so many times slower. The promise is for one that is not.
async fn hosts_tasks(page: &Page, site: &HostSite, rate: u32) {
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        without.push(long_tasks(page, site, "").await);
        with.push(long_tasks(page, site, "<script async src=\"{site}/embed.js\"></script>").await);
    }
    let (with, without) = (median(with), median(without));
    println!("{:34} {without:>10.0}", format!("long tasks without our script, {rate}x"));
    if rate == 1 {
        tell("long tasks from our script", with - without, LONG);
    } else {
        println!("{:34} {:>10.0}", format!("long tasks from our script, {rate}x"), with - without);
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// How long the host's long tasks take while its reader scrolls past all frames, with our script or without.
async fn long_tasks(page: &Page, site: &HostSite, script: &str) -> f64 {
    let one = |at: usize| {
        format!(
            "<p style=\"height: 300px\">{at}</p><iframe title=\"Ours {at}\" loading=\"lazy\" width=\"600\" height=\"720\" src=\"{{site}}/embed/faq/?of={at}\"></iframe>"
        )
    };
    let body = format!("{OBSERVE}{}{script}", (0..FRAMES).map(one).collect::<String>());
    page.go(&site.page(&body)).await;
    for at in 0..FRAMES {
        page.value(&format!("document.querySelectorAll('iframe')[{at}].scrollIntoView()")).await;
        let ready = format!(
            "new Set(messages.filter(({{ data }}) => data.type === 'ready').map(({{ data }}) => data.page)).size > {at}"
        );
        page.until("the frame is ready", &ready).await;
    }
    page.number("window.long").await
}

/// What a message of a sibling costs a frame: from before it is heard by ours to after, the mean of many.
async fn message_cost(page: &Page, site: &HostSite, message: &str, count: usize) -> f64 {
    let sender = site.page(&format!("<script>addEventListener('message', () => {{ const message = {message}; for (let at = 0; at < {count}; at += 1) parent.frames[0].postMessage(message, '*'); }});</script>"));
    let body = format!(
        "<iframe title=\"Ours\" width=\"600\" height=\"400\" src=\"{{site}}/embed/faq/\"></iframe><iframe title=\"Another\" src=\"{sender}\"></iframe>"
    );
    page.go(&site.page(&body)).await;
    page.enter(0).await;
    page.until("the frame is ready", "document.documentElement.hasAttribute('data-ready')").await;
    page.value("void (window.seen = 0, window.spent = 0, addEventListener('message', () => { window.began = performance.now(); }, true), addEventListener('message', ({ source }) => { if (source === parent) return; window.seen += 1; window.spent += performance.now() - window.began; }))").await;
    page.browser.driver.enter_default_frame().await.unwrap();
    page.value("frames[1].postMessage('go', '*')").await;
    page.enter(0).await;
    page.until("all have arrived", &format!("window.seen === {count}")).await;
    let cost = page.number("window.spent / window.seen").await;
    assert!(page.holds("!document.querySelector('details[open]')").await, "they change nothing");
    page.browser.driver.enter_default_frame().await.unwrap();
    cost
}

fn tell(what: &str, took: f64, promise: f64) {
    let verdict = if took <= promise { "held" } else { "NOT HELD" };
    println!("{what:34} {took:>10.3}  at most {promise}: {verdict}");
}
