//! Whether the device keeps comments, how they leave it as a file, and what is said where it keeps none.

use serde_json::{Value, json};

use crate::journeys;
use crate::support::commenting::{NEW, TOLD, copies, stands};
use crate::support::page::{FIXTURE, KEPT, Page};

const STATUS: &str = "document.querySelector('.comments-status').textContent";

async fn enter(page: &Page) {
    page.visit_awake("/").await;
    page.until("the comments are read", "document.querySelector('.comments-extent').textContent !== ''").await;
}

async fn post(page: &Page, words: &str) {
    page.submit(NEW, words).await;
    page.until("it is posted", &stands(words, "published")).await;
}

/// Has the page save a file, and answers with what is in it.
async fn saved(page: &Page) -> Value {
    page.value("(() => { window.file = null; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => { window.file = text; }); URL.createObjectURL = make; return make.call(URL, blob); }; })()").await;
    page.click(".comments-tools [data-act=export]").await;
    page.until("the file is made", "window.file !== null").await;
    serde_json::from_str(&page.text("window.file").await).unwrap()
}

/// Gives the page a file, after which whatever it says it says of this one.
async fn give(page: &Page, text: &str) {
    page.value(&format!("void ({STATUS} = '')")).await;
    let file = format!("new File([{}], 'comments.json', {{ type: 'application/json' }})", json!(text));
    page.value(&format!("(() => {{ const field = document.querySelector('[name=import]'); const files = new DataTransfer(); files.items.add({file}); field.files = files.files; field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()")).await;
}

async fn clear(page: &Page) {
    page.value("(() => { const opening = indexedDB.open('backgrounder'); opening.onsuccess = () => { const change = opening.result.transaction('comments', 'readwrite'); change.objectStore('comments').clear(); change.oncomplete = () => { opening.result.close(); window.cleared = true; }; }; })()").await;
    page.until("all is deleted", "window.cleared").await;
}

async fn a_file_brings_back_what_was_saved(page: &Page) {
    enter(page).await;
    post(page, "One & <two>").await;
    post(page, "Three").await;
    let file = saved(page).await;
    assert_eq!(file["format"], "backgrounder-comments");
    assert_eq!(file["comments"].as_array().unwrap().len(), 2);
    clear(page).await;
    enter(page).await;
    assert_eq!(page.number("document.querySelectorAll('.comment').length").await, 0.0);
    give(page, &file.to_string()).await;
    page.until("it is brought in", &format!("{STATUS}.startsWith('Brought in: 2. Here already: 0.')")).await;
    page.until("they show", &format!("{} === 1 && {} === 1", copies("One & <two>"), copies("Three"))).await;
    assert_eq!(saved(page).await["comments"], file["comments"], "the same as before");
    give(page, &file.to_string()).await;
    page.until("they are known", &format!("{STATUS}.startsWith('Brought in: 0. Here already: 2.')")).await;
}

async fn a_file_that_is_none_is_refused_in_plain_words(page: &Page) {
    enter(page).await;
    let newer = json!({ "format": "backgrounder-comments", "v": 2, "comments": [] }).to_string();
    let corrupt = json!({ "format": "backgrounder-comments", "v": 1, "comments": [{ "v": 2, "id": "a" }] }).to_string();
    for (text, said) in [
        ("no json", "This is not a file of comments. Choose one that was saved here."),
        ("[]", "This is not a file of comments. Choose one that was saved here."),
        (&newer, "This file was saved by a newer version of the page. Reload the page and try again."),
        (
            &corrupt,
            "Brought in: 0. Here already: 0. Left out, since they could not be read: 1. The first of these is number 1, whose `thread` is missing or wrong.",
        ),
    ] {
        give(page, text).await;
        page.until(said, &format!("{STATUS} === {}", json!(said))).await;
    }
}

async fn a_corrupt_record_is_set_aside_told_and_in_the_file(page: &Page) {
    enter(page).await;
    post(page, "Sound").await;
    page.value("(() => { const opening = indexedDB.open('backgrounder'); opening.onsuccess = () => { const change = opening.result.transaction('comments', 'readwrite'); change.objectStore('comments').put({ v: 2, id: 'bad', thread: '/harbour-tunnel/', place: '', created: 5, likes: 0, author: '', text: 7 }); change.oncomplete = () => { opening.result.close(); window.stored = true; }; }; })()").await;
    page.until("it is stored", "window.stored").await;
    enter(page).await;
    page.until("it is told", &format!("{TOLD}.startsWith('Comments on this device that could not be read: 1.')")).await;
    assert_eq!(page.number(&copies("Sound")).await, 1.0, "the others show");
    assert_eq!(saved(page).await["aside"][0]["record"]["text"], 7, "and it is in the file");
}

journeys!(KEPT; a_file_brings_back_what_was_saved);

journeys!(FIXTURE;
    a_file_that_is_none_is_refused_in_plain_words,
    a_corrupt_record_is_set_aside_told_and_in_the_file);

/// Takes steps in a browser whose pages begin with a script; Chromium only.
async fn begun_with(page: &Page, script: &str, steps: impl AsyncFnOnce()) {
    let script = page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    steps().await;
    page.is_clean().await;
    page.devtools("Page.removeScriptToEvaluateOnNewDocument", script).await;
}

async fn a_browser_that_keeps_nothing_says_so_and_still_takes_comments(page: &Page) {
    for forbids in [
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } })",
        "Object.defineProperty(window, 'indexedDB', { value: undefined })",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }",
    ] {
        begun_with(page, forbids, async || {
            enter(page).await;
            assert_eq!(page.text("document.querySelector('.comments-box').dataset.store").await, "memory");
            assert!(page.text(TOLD).await.starts_with("This browser keeps nothing for this page."));
            assert!(page.holds("!document.querySelector('.comments-where-memory').hidden").await);
            post(page, "Only here").await;
            assert_eq!(saved(page).await["comments"][0]["text"], "Only here");
        })
        .await;
    }
}

async fn a_full_device_says_so_and_keeps_the_words_in_the_form(page: &Page) {
    let full = "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }";
    begun_with(page, full, async || {
        enter(page).await;
        page.submit(NEW, "Too much").await;
        page.until("it is told", &format!("{TOLD}.startsWith('There is no room left on this device.')")).await;
        assert_eq!(page.text(&format!("document.querySelector('{NEW} textarea').value")).await, "Too much");
        assert!(page.text(TOLD).await.ends_with("Your words are still in the form."));
    })
    .await;
}

/// Complaint 20 asks for this: a comment needs no account, and nobody but the page's own host is asked for anything.
async fn a_comment_needs_no_account_and_no_request(page: &Page) {
    enter(page).await;
    let before = page.number("performance.getEntriesByType('resource').length").await;
    post(page, "Without an account").await;
    assert_eq!(page.number("performance.getEntriesByType('resource').length").await, before);
    let fields =
        "[...document.querySelectorAll('.composer[data-form=new] :is(input, textarea)')].map((one) => one.name).join()";
    assert_eq!(page.text(fields).await, "text,author");
}

journeys!(FIXTURE;
    a_browser_that_keeps_nothing_says_so_and_still_takes_comments,
    a_full_device_says_so_and_keeps_the_words_in_the_form,
    a_comment_needs_no_account_and_no_request);
