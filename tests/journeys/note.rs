//! Who says so: marks on statements, and a note on each.

use crate::engines;
use crate::support::browser::{Engine, Habits};
use crate::support::host::{Manners, PROBED};
use crate::support::page::{Page, journey};

const OPEN: &str = "document.querySelector('.note:popover-open')";

/// A reference to a claim of which accounts differ.
const REFERENCE: &str = "#talks .claim-ref a[data-note=claim-talks-format]";

async fn mark_statements(page: &Page) {
    page.click("label:has(> #who-says-so) span").await;
}

/// How a statement is underlined.
fn line(status: &str) -> String {
    format!(
        "getComputedStyle(document.querySelector('.article section .statement[data-status={status}]')).textDecorationStyle"
    )
}

async fn a_switch_marks_every_statement_by_how_sure_it_is(page: &Page) {
    page.visit_awake("/").await;
    let none = "getComputedStyle(document.querySelector('.article section .statement')).textDecorationLine";
    assert_eq!(page.text(none).await, "none");
    mark_statements(page).await;
    page.until("they are marked", &format!("{none} === 'underline'")).await;
    for (status, style) in [("reported", "solid"), ("claimed", "solid"), ("disputed", "wavy"), ("analysis", "dotted")] {
        assert_eq!(page.text(&line(status)).await, style, "{status}");
    }
    let bare = page
        .number("[...document.querySelectorAll('.article .claim-ref')].filter((one) => !one.closest('p, li, td').querySelector('.statement')).length")
        .await;
    assert_eq!(bare, 0.0, "every claim covers a statement");
}

async fn statements_of_one_side_can_be_marked_alone(page: &Page) {
    page.visit_awake("/").await;
    mark_statements(page).await;
    let sides = page
        .text("[...document.querySelectorAll('.sides label')].map((one) => one.textContent.trim()).join('|')")
        .await;
    assert_eq!(sides, "All statements|United States says|Iran says|Others say");
    page.click("label:has(> #side-2) span").await;
    page.until(
        "only Iran's are marked",
        "[...document.querySelectorAll('.article section .statement')].every((one) => (getComputedStyle(one).textDecorationLine === 'underline') === (one.dataset.side === '2'))",
    )
    .await;
    assert!(
        page.number("document.querySelectorAll('.article section .statement[data-side=\"2\"]').length").await > 5.0
    );
}

async fn a_reference_opens_a_note_with_all_that_the_ledger_has(page: &Page) {
    page.visit_awake("/").await;
    page.click(REFERENCE).await;
    page.until("the note is open", OPEN).await;
    let note = page.text("document.querySelector('.note-text').innerText").await;
    for part in ["Badr Albusaidi", "6 February 2026", "Disputed", "Where accounts differ", "Axios", "Sources"] {
        assert!(note.contains(part), "the note has {part}: {note}");
    }
    assert!(page.number("document.querySelectorAll('.note-text a[href^=http]').length").await > 0.0, "and its links");
    assert!(page.holds("document.activeElement.matches('.note')").await, "it has the focus");
    assert_eq!(page.text("location.hash").await, "", "the page has gone nowhere");
    assert_eq!(page.number("document.querySelectorAll('#claim-talks-format').length").await, 1.0);
    page.until(
        "it is on the screen",
        "(({ top, bottom, left, right }) => top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth)(document.querySelector('.note').getBoundingClientRect())",
    )
    .await;
}

async fn escape_closes_it_and_gives_the_focus_back(page: &Page) {
    page.visit_awake("/").await;
    page.value(&format!("document.querySelector('{REFERENCE}').scrollIntoView({{ block: 'center' }})")).await;
    page.focus(REFERENCE).await;
    page.press("\u{e007}").await;
    page.until("the note is open", OPEN).await;
    page.press("\u{e00c}").await;
    page.until("the note is closed", &format!("!{OPEN}")).await;
    assert!(page.holds(&format!("document.activeElement.matches('{REFERENCE}')")).await);
}

async fn a_marked_statement_opens_its_note_and_a_link_in_it_still_leads_on(page: &Page) {
    page.visit_awake("/").await;
    mark_statements(page).await;
    let click = |what: &str| {
        format!(
            "document.querySelector('{what}').dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true }}))"
        )
    };
    page.value(&click("#us-stance .statement[data-note=claim-trump-very-good]")).await;
    page.until("the note is open", OPEN).await;
    page.click(".note-close").await;
    page.until("the note is closed", &format!("!{OPEN}")).await;
    page.value(&click("#responses .statement .to-actor[data-actor=qa]")).await;
    page.until("the name is followed", "location.hash === '#actor-qa'").await;
    assert!(!page.holds(OPEN).await, "and no note opens");
}

async fn a_term_is_explained_in_place(page: &Page) {
    page.visit_awake("/").await;
    page.click("#programme .to-term[data-note=term-iaea]").await;
    page.until("the note is open", OPEN).await;
    let note = page.text("document.querySelector('.note-text').innerText").await;
    assert!(note.starts_with("IAEA") && note.contains("Vienna"), "{note}");
    assert_eq!(page.text("location.hash").await, "", "the page has gone nowhere");
}

engines!(PROBED, Habits::default();
    a_term_is_explained_in_place,
    a_switch_marks_every_statement_by_how_sure_it_is,
    statements_of_one_side_can_be_marked_alone,
    a_reference_opens_a_note_with_all_that_the_ledger_has,
    escape_closes_it_and_gives_the_focus_back,
    a_marked_statement_opens_its_note_and_a_link_in_it_still_leads_on);

async fn without_wasm_a_reference_leads_to_the_ledger(page: &Page) {
    page.visit_awake("/").await;
    page.click(REFERENCE).await;
    page.until("the address is that of the claim", "location.hash === '#claim-talks-format'").await;
    page.until(
        "it is on the screen",
        "(({ top }) => top >= 0 && top < innerHeight)(document.querySelector('#claim-talks-format').getBoundingClientRect())",
    )
    .await;
}

engines!(Manners { no_wasm: true, ..Manners::default() }, Habits::default(); without_wasm_a_reference_leads_to_the_ledger);

#[tokio::test(flavor = "multi_thread")]
async fn on_phones_the_note_is_a_sheet_at_the_foot_of_the_screen() {
    journey(Engine::Chromium, PROBED, Habits::default(), |page| {
        Box::pin(async {
            page.screen(360, false).await;
            page.visit_awake("/").await;
            page.click(REFERENCE).await;
            page.until("the note is open", OPEN).await;
            let place = page
                .value("(({ left, right, bottom, top }) => [left === 0, right === document.documentElement.clientWidth, bottom === innerHeight, top > innerHeight * 0.25])(document.querySelector('.note').getBoundingClientRect())")
                .await;
            assert_eq!(place, serde_json::json!([true, true, true, true]));
        })
    })
    .await;
}
