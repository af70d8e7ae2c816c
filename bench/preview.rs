//! How long it takes from saving a story's file until the browser shows it, with the debug build that `make serve` uses.
//!
//! Deliberately absent: a limit to compare with; what is measured is a promise in seconds.

use std::fs;
use std::time::{Duration, Instant};

use crate::support::browser::{Browser, Engine, Habits};
use crate::support::host::{Host, Manners};
use crate::support::page::Page;
use crate::support::{copied_stories, dist, root};
use backgrounder::preview;

const TIMES: usize = 11;

/// Promised from the save to the page.
const PROMISE: Duration = Duration::from_secs(2);

/// Measures and prints.
pub async fn run() {
    let stories = copied_stories();
    let atlas = root().join("geometry/countries-50m.json");
    let answering = preview::router(&dist(), stories.path(), &atlas).unwrap();
    let page = Page::new(
        Browser::start(Engine::Chromium, Habits::default()).await,
        Host::serving(answering, Manners::default()).await,
    );
    page.visit_awake("/").await;
    let file = stories.path().join("oman-talks/article.md");
    let text = fs::read_to_string(&file).unwrap();
    let title = text.lines().find(|line| line.starts_with("title = ")).unwrap().to_owned();
    let mut times = Vec::new();
    for time in 0..TIMES {
        let start = Instant::now();
        fs::write(&file, text.replacen(&title, &format!("title = \"Title {time}\""), 1)).unwrap();
        let shown = format!("document.querySelector('h1')?.textContent === 'Title {time}'");
        page.until_there("the title is there", &shown).await;
        times.push(start.elapsed());
        page.until_there("the page is ready", "document.documentElement.hasAttribute('data-ready')").await;
    }
    page.browser.end().await;
    times.sort();
    let (least, median, most) = (times[0], times[TIMES / 2], times[TIMES - 1]);
    println!("From saving the flagship's article to the browser that shows it, {TIMES} times, milliseconds");
    println!("  {} ({} - {})", median.as_millis(), least.as_millis(), most.as_millis());
    println!("  at most {} s: {}", PROMISE.as_secs(), if most <= PROMISE { "held" } else { "NOT held" });
}
