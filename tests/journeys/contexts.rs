//! Journeys that share a browser do not see each other.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::journeys_of;
use crate::support::browser::{Engine, Habits};
use crate::support::drivers::Running;
use crate::support::host::{Host, Manners};
use crate::support::shared_browsers::{open_context, remove_context};

/// Leaves something wherever a page can.
const LEAVE: &str = "const done = arguments[0];
    (async () => {
      document.cookie = 'left=behind';
      localStorage.left = sessionStorage.left = 'behind';
      await new Promise((opened, failed) => Object.assign(indexedDB.open('left'), { onsuccess: opened, onerror: failed }));
      await (await caches.open('left')).put('/left', new Response('behind'));
      await navigator.serviceWorker.register('/worker.js');
      await navigator.serviceWorker.ready;
      await fetch('/counted');
    })().then(() => done('left'), (error) => done(String(error)));";

/// What is found there: the last is how often the host was asked for what may be cached for ever.
const FIND: &str = "const done = arguments[0];
    (async () => [
      document.cookie, localStorage.left ?? '', sessionStorage.left ?? '',
      (await indexedDB.databases()).map(({ name }) => name).join(), (await caches.keys()).join(),
      (await navigator.serviceWorker.getRegistrations()).length, await (await fetch('/counted')).text(),
    ])().then(done, (error) => done(String(error)));";

/// A host with a page, a service worker, and a file that says how often it was asked for.
async fn host() -> Host {
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = move || {
        let times = asked.fetch_add(1, Ordering::Relaxed) + 1;
        async move { ([("cache-control", "max-age=31536000, immutable")], times.to_string()) }
    };
    let worker = || async { ([("content-type", "text/javascript")], "") };
    let page = || async { Html("<!doctype html><title>A page</title>") };
    let answering =
        Router::new().route("/", get(page)).route("/worker.js", get(worker)).route("/counted", get(counted));
    Host::serving(answering, Manners::default()).await
}

async fn asked(driver: &WebDriver, script: &str) -> Value {
    driver.execute_async(script, vec![]).await.unwrap().json().clone()
}

async fn what_one_journey_leaves_behind_no_other_finds(engine: Engine) {
    let (host, running) = (host().await, Running::start(engine, Habits::default(), None).await);
    let driver = &running.driver;
    let first = open_context(driver).await.unwrap();
    driver.goto(host.url("/")).await.unwrap();
    assert_eq!(asked(driver, LEAVE).await, "left");
    let left = json!(["left=behind", "behind", "behind", "left", "left", 1, "1"]);
    assert_eq!(asked(driver, FIND).await, left, "the journey itself finds what it left");

    let second = open_context(driver).await.unwrap();
    driver.goto(host.url("/")).await.unwrap();
    assert_eq!(asked(driver, FIND).await, json!(["", "", "", "", "", 0, "2"]), "one at the same time finds nothing");
    remove_context(driver, second).await.unwrap();

    remove_context(driver, first).await.unwrap();
    open_context(driver).await.unwrap();
    driver.goto(host.url("/")).await.unwrap();
    assert_eq!(asked(driver, FIND).await, json!(["", "", "", "", "", 0, "3"]), "nor does one that comes later");
    running.end().await;
}

journeys_of!(what_one_journey_leaves_behind_no_other_finds);
