//! "Posted" is said when the comment is on the disk: the browser is killed right after, and started again.
//!
//! Deliberately absent: WebKitGTK, whose automated sessions keep nothing on the disk at all.

use std::sync::Arc;

use tempfile::TempDir;

use crate::journeys_of;
use crate::support::browser::{Browser, Engine, Habits, kill_all_of};
use crate::support::commenting::{NEW, copies};
use crate::support::host::{Host, Manners};
use crate::support::page::Page;
use crate::support::sites::Site;

/// How often the browser is killed.
const TIMES: usize = 20;

/// Posts, and answers once "posted" has been announced.
async fn post(page: &Page, words: &str) {
    let post = format!(
        "((field) => {{ field.value = '{words}'; field.form.requestSubmit(); }})(document.querySelector('{NEW} textarea'))"
    );
    page.value(&post).await;
    page.until(
        "it is announced",
        "document.querySelector('.comments-status').textContent === 'Your comment is posted.'",
    )
    .await;
}

async fn what_is_posted_is_there_after_a_kill_twenty_times(engine: Engine) {
    let profile = TempDir::new().unwrap();
    let host = Arc::new(Host::start(&Site::Fixture.folder(), Manners::default()).await);
    for time in 0..=TIMES {
        let browser = Browser::start_with(engine, Habits::default(), profile.path()).await;
        let page = Page { browser, host: host.clone(), server: None };
        page.visit_awake("/").await;
        let total = format!("document.querySelector('.comments-list').dataset.total === '{time}'");
        page.until("all that was posted is there", &total).await;
        if let Some(last) = time.checked_sub(1) {
            assert_eq!(page.number(&copies(&format!("before kill {last}."))).await, 1.0);
        }
        post(&page, &format!("before kill {time}.")).await;
        kill_all_of(profile.path());
    }
}

journeys_of!(what_is_posted_is_there_after_a_kill_twenty_times);
