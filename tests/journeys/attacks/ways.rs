//! The ways by which comments come into a page, and how all of them are shown.

use serde_json::{Value, json};

use crate::support::attacks::{first, json as json_text, records};
use crate::support::page::Page;

/// How many comments show.
pub const COUNT: &str = "document.querySelectorAll('.comments-list .comment').length";

const TOTAL: &str = "Number(document.querySelector('.comments-extent').textContent.replace(/\\D/g, ''))";

const MORE: &str = "document.querySelector('#comments [data-act=more]')";

/// All that the box tells of itself.
const TOLD: &str = "['.comments-status', '.comments-trouble:not([hidden])', '.comments-extent']
    .map((one) => document.querySelector(one)?.textContent).join('|')";

const CHOOSE_FILE: &str = "(() => {
    const field = document.querySelector('#comments input[type=file][name=import]');
    const files = new DataTransfer();
    files.items.add(new File([window.given], 'comments.json', { type: 'application/json' }));
    field.files = files.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
})()";

const STORE: &str = "(() => {
    window.stored = '';
    const opening = indexedDB.open('backgrounder');
    opening.onsuccess = () => {
        const change = opening.result.transaction(['comments', 'aside'], 'readwrite');
        const [comments, aside] = ['comments', 'aside'].map((name) => change.objectStore(name));
        comments.clear();
        aside.clear();
        for (const record of JSON.parse(window.given)) comments.put(record);
        change.oncomplete = () => { opening.result.close(); window.stored = 'all'; };
        change.onabort = () => { window.stored = String(change.error); };
    };
    opening.onerror = () => { window.stored = String(opening.error); };
})()";

const SUBMIT: &str = "((name, text) => {
    const form = document.querySelector('#comments form[data-form=new]');
    for (const [field, value] of [['author', name], ['text', text]]) {
        form.elements.namedItem(field).value = value;
        form.elements.namedItem(field).dispatchEvent(new Event('input', { bubbles: true }));
    }
    form.requestSubmit();
})";

/// Visits the page and goes to its comments.
pub async fn enter(page: &Page) {
    page.visit_awake("/").await;
    page.until("the comments have a store", "document.querySelector('#comments .comments-box[data-store]')").await;
    page.value("document.getElementById('comments').scrollIntoView()").await;
    page.until("they are counted", "document.querySelector('.comments-extent').textContent").await;
    page.watch().await;
}

/// Brings in a file with these records.
pub async fn import(page: &Page, comments: Vec<Value>) {
    let before = page.text(TOLD).await;
    page.give(&json_text(&records::file(comments))).await;
    page.value(CHOOSE_FILE).await;
    page.until("it is told what became of the file", &format!("{TOLD} !== {}", json!(before))).await;
}

/// Puts these records on the device in the place of all that were there.
pub async fn store(page: &Page, comments: Vec<Value>) {
    page.give(&json_text(&json!(comments))).await;
    page.value(STORE).await;
    page.until("they are stored, or the reason why not is known", "window.stored").await;
    assert_eq!(page.text("window.stored").await, "all");
}

/// Types a name and a text and submits them.
pub async fn post(page: &Page, attack: &str) {
    let before = page.number(TOTAL).await;
    page.give(&json_text(&json!([first(attack, 40), attack]))).await;
    page.value(&format!("{SUBMIT}(...JSON.parse(window.given))")).await;
    let empty = "document.querySelector('#comments form[data-form=new] textarea').value === ''";
    page.until("it is posted", &format!("{TOTAL} > {before} && {empty}")).await;
}

/// Asks for more comments as long as there are some.
pub async fn show_all(page: &Page) {
    page.until("there are comments", &format!("{COUNT} > 0 || !{MORE}.hidden")).await;
    let shown = format!("[{COUNT}, {TOLD}, {MORE}.hidden].join('|')");
    while page.holds(&format!("!{MORE}.hidden")).await {
        let before = page.text(&shown).await;
        page.value(&format!("{MORE}.click()")).await;
        page.until("there are more", &format!("{shown} !== {}", json!(before))).await;
    }
}
