//! Comments on a server that answers badly, late or never, and on none.
//!
//! Deliberately absent: attacks of every kind, which are in `attacks`; here it is about how a server answers.

use serde_json::Value;

use crate::support::commenting::{NEW, TOLD, author, comment, kept, stands, waits};
use crate::support::hostile::{Hostile, LETTERS, Manner, with_hostile};
use crate::support::page::{FIXTURE, Page, eventually};
use crate::{journeys, journeys_with};

/// How many elements there are that load, frame or run something, and how many attributes that run something.
const CENSUS: &str = "(() => {
  const all = [...document.querySelectorAll('*')];
  const kinds = ['script', 'iframe', 'frame', 'object', 'embed', 'img', 'base', 'meta', 'link', 'style'];
  const attributes = all.flatMap((one) => one.getAttributeNames());
  return [...kinds.map((kind) => all.filter((one) => one.localName === kind).length),
    attributes.filter((name) => name.startsWith('on')).length];
})()";

/// Nothing came into the page that acts, and nothing acted.
async fn is_harmless(page: &Page, census: &Value) {
    assert_eq!(page.value(CENSUS).await, *census, "what loads or runs something");
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

/// The reader posts while the server behaves well until then and badly from then on, and comes back while it still does.
async fn survives(page: &Page, hostile: &Hostile, manner: Manner) {
    let words = format!("Written in spite of {manner:?}.");
    hostile.behave(Manner::Honest);
    page.visit_comments().await;
    page.until("the list has been read", "document.querySelector('.comments-extent').textContent.trim()").await;
    let census = page.value(CENSUS).await;
    hostile.behave(manner);
    page.submit(NEW, &words).await;
    let settled = format!("{} || {} || ({TOLD})", waits(&words), stands(&words, "published"));
    page.until(&format!("{manner:?} is dealt with"), &settled).await;
    assert!(page.holds(&kept(&words)).await, "{manner:?}: the words are kept");
    is_harmless(page, &census).await;
    page.visit_comments().await;
    page.until(&format!("{manner:?} is told"), TOLD).await;
    page.until(&format!("the words are kept from {manner:?}"), &kept(&words)).await;
    is_harmless(page, &census).await;
}

async fn bad_answers_are_told_and_lose_nothing(pages: &[Page], hostile: &Hostile) {
    for manner in [Manner::Html, Manner::WrongTypes, Manner::Huge, Manner::EndlessStream] {
        survives(&pages[0], hostile, manner).await;
    }
}

async fn errors_are_told_and_lose_nothing(pages: &[Page], hostile: &Hostile) {
    for status in [400, 403, 404, 413, 500, 503] {
        survives(&pages[0], hostile, Manner::Status(status)).await;
    }
}

async fn answers_that_do_not_come_are_told_and_lose_nothing(pages: &[Page], hostile: &Hostile) {
    for manner in [Manner::SlowDrip, Manner::Hang] {
        survives(&pages[0], hostile, manner).await;
    }
}

async fn nobody_is_asked_before_the_reader_comes_near(pages: &[Page], hostile: &Hostile) {
    let page = &pages[0];
    page.visit_awake("/").await;
    page.until("the page is ready", "document.documentElement.hasAttribute('data-ready')").await;
    page.wake_all().await;
    let far = "document.querySelector('#comments').getBoundingClientRect().top > 3 * innerHeight";
    assert!(page.holds(far).await, "the comments are far from the top");
    assert_eq!(hostile.asked(), 0);
    page.come_near().await;
    eventually("the server is asked", || hostile.asked() > 0).await;
}

async fn what_a_server_sends_is_read_as_text(pages: &[Page], hostile: &Hostile) {
    let page = &pages[0];
    page.visit_comments().await;
    page.until("the list has been read", "document.querySelector('.comments-extent').textContent.trim()").await;
    let census = page.value(CENSUS).await;
    hostile.behave(Manner::Scripts);
    page.visit_comments().await;
    for (_, name, text) in LETTERS {
        page.until(&format!("it is shown: {text}"), &comment(text)).await;
        assert_eq!(page.text(&author(text)).await, name);
    }
    let [first, .., last] = LETTERS.map(|(_, _, text)| comment(text));
    assert!(page.holds(&format!("{first}.querySelector('.comment-replies').contains({last})")).await, "an answer");
    let links = page
        .value("[...document.querySelectorAll('.comment-text a')].map((one) => `${one.protocol} ${one.rel} ${one.target}`)")
        .await;
    for link in links.as_array().unwrap() {
        assert_eq!(link, "https: nofollow noopener ugc _blank");
    }
    is_harmless(page, &census).await;
}

journeys_with!(with_hostile, Manner::Honest;
    bad_answers_are_told_and_lose_nothing,
    errors_are_told_and_lose_nothing,
    answers_that_do_not_come_are_told_and_lose_nothing,
    nobody_is_asked_before_the_reader_comes_near,
    what_a_server_sends_is_read_as_text);

/// The journey's end holds that nobody else was asked.
async fn where_no_server_is_named_nobody_is_asked(page: &Page) {
    page.visit_comments().await;
    page.post("Between us").await;
    page.visit_comments().await;
    page.until("it is still there", &stands("Between us", "published")).await;
    assert_eq!(page.text("document.querySelector('.comments-box').dataset.store").await, "device");
}

journeys!(FIXTURE; where_no_server_is_named_nobody_is_asked);
