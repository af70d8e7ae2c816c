//! Who says so: marks on statements, and a note on each.

use crate::journeys;
use crate::support::host::Manners;
use crate::support::page::{FIXTURE, Page, Setup};

const OPEN: &str = "document.querySelector('.note:popover-open')";

/// A reference to a claim of which accounts differ.
const REFERENCE: &str = "#opening .claim-ref a[href$='#claim-opening-count']";

/// The note is open, and its answer has come.
async fn answered(page: &Page) {
    page.until("the note is open", OPEN).await;
    page.until(
        "it has its answer",
        "!['', 'One'].includes(document.querySelector('.note-text').innerText.split(' ')[0])",
    )
    .await;
}

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
    assert_eq!(sides, "All statements|Denmark says|Sweden says|Others say");
    page.click("label:has(> #side-2) span").await;
    page.until(
        "only Sweden's are marked",
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
    answered(page).await;
    let note = page.text("document.querySelector('.note-text').innerText").await;
    for part in ["Astrid Holm", "4 May 2025", "Disputed", "Where accounts differ", "The Shore Gazette", "Sources"] {
        assert!(note.contains(part), "the note has {part}: {note}");
    }
    assert!(page.number("document.querySelectorAll('.note-text a[href^=http]').length").await > 0.0, "and its links");
    assert!(page.holds("document.activeElement.matches('.note')").await, "it has the focus");
    assert_eq!(page.text("location.hash").await, "", "the page has gone nowhere");
    page.until(
        "it is on the screen",
        "(({ top, bottom, left, right }) => top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth)(document.querySelector('.note').getBoundingClientRect())",
    )
    .await;
}

async fn escape_closes_it_and_gives_the_focus_back(page: &Page) {
    page.visit_awake("/").await;
    page.value(&format!("document.querySelector(\"{REFERENCE}\").scrollIntoView({{ block: 'center' }})")).await;
    page.focus(REFERENCE).await;
    page.press("\u{e007}").await;
    page.until("the note is open", OPEN).await;
    page.press("\u{e00c}").await;
    page.until("the note is closed", &format!("!{OPEN}")).await;
    assert!(page.holds(&format!("document.activeElement.matches(\"{REFERENCE}\")")).await);
}

async fn a_marked_statement_opens_its_note_and_a_link_in_it_still_leads_on(page: &Page) {
    page.visit_awake("/").await;
    mark_statements(page).await;
    let click =
        |what: &str| format!("{what}.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true }}))");
    let statement = "document.querySelector(\"#costs .claim-ref a[href$='#claim-se-over-budget']\").parentElement.previousElementSibling";
    page.value(&click(statement)).await;
    page.until("the note is open", OPEN).await;
    page.click(".note-close").await;
    page.until("the note is closed", &format!("!{OPEN}")).await;
    page.value(&click("document.querySelector('#replies .statement .to-actor[data-actor=is]')")).await;
    page.until("the name is followed", "location.hash === '#actor-is'").await;
    assert!(!page.holds(OPEN).await, "and no note opens");
}

async fn a_term_is_explained_in_place(page: &Page) {
    page.visit_awake("/").await;
    page.click("#works .to-term[href$='#term-iah']").await;
    answered(page).await;
    let note = page.text("document.querySelector('.note-text').innerText").await;
    assert!(note.starts_with("IAH") && note.contains("Rotterdam"), "{note}");
    assert_eq!(page.text("location.hash").await, "", "the page has gone nowhere");
}

journeys!(FIXTURE;
    a_term_is_explained_in_place,
    a_switch_marks_every_statement_by_how_sure_it_is,
    statements_of_one_side_can_be_marked_alone,
    a_reference_opens_a_note_with_all_that_the_ledger_has,
    escape_closes_it_and_gives_the_focus_back,
    a_marked_statement_opens_its_note_and_a_link_in_it_still_leads_on);

/// What is asked for is on the page of what the story rests on, at this address, and on the screen.
async fn reached(page: &Page, id: &str) {
    page.until_there(
        "the page of claims is there",
        &format!("location.href.endsWith('/harbour-tunnel/sources/#{id}')"),
    )
    .await;
    page.until_there(
        "it is on the screen",
        &format!("(({{ top }}) => top >= 0 && top < innerHeight)(document.getElementById('{id}')?.getBoundingClientRect() ?? {{ top: -1 }})"),
    )
    .await;
}

async fn without_wasm_a_reference_leads_to_the_page_of_claims(page: &Page) {
    page.visit_awake("/").await;
    page.click(REFERENCE).await;
    reached(page, "claim-opening-count").await;
}

journeys!(Setup { manners: Manners { no_wasm: true, ..Manners::default() }, ..FIXTURE }; without_wasm_a_reference_leads_to_the_page_of_claims);

/// Claims, terms and sources had their addresses on the story's page before they had a page of their own.
async fn old_addresses_lead_to_the_page_of_claims(page: &Page) {
    for id in ["claim-opening-count", "term-iah", "source-gazette-opening"] {
        page.visit(&format!("/harbour-tunnel/#{id}")).await;
        reached(page, id).await;
    }
    page.visit_awake("/").await;
    page.value("location.hash = '#claim-opening-count'").await;
    reached(page, "claim-opening-count").await;
}

async fn the_evidence_is_fetched_once_when_somebody_comes_near_a_reference(page: &Page) {
    page.visit_ready("/").await;
    page.focus(REFERENCE).await;
    page.until("it is fetched", "performance.getEntriesByType('resource').some((one) => one.name.includes('/data/evidence-') && one.responseEnd > 0)").await;
    page.click(REFERENCE).await;
    answered(page).await;
    page.click(".note-close").await;
    page.click("#works .to-term[href$='#term-iah']").await;
    answered(page).await;
    assert_eq!(page.host.asked_for("/data/evidence-"), 1);
}

journeys!(FIXTURE; old_addresses_lead_to_the_page_of_claims, the_evidence_is_fetched_once_when_somebody_comes_near_a_reference);

async fn what_cannot_be_fetched_is_said_where_it_was_asked_and_can_be_read_elsewhere(page: &Page) {
    page.visit_awake("/").await;
    page.click(REFERENCE).await;
    page.until("the note is open", OPEN).await;
    page.until("it says so", "document.querySelector('.note-text').innerText.startsWith('This could not be loaded.')")
        .await;
    page.click(".note-text a").await;
    reached(page, "claim-opening-count").await;
}

journeys!(Setup { manners: Manners { no_data: true, ..Manners::default() }, ..FIXTURE }; what_cannot_be_fetched_is_said_where_it_was_asked_and_can_be_read_elsewhere);

async fn on_phones_the_note_is_a_sheet_at_the_foot_of_the_screen(page: &Page) {
    page.screen(360, false).await;
    page.visit_awake("/").await;
    page.click(REFERENCE).await;
    page.until("the note is open", OPEN).await;
    let place = page
        .value("(({ left, right, bottom, top }) => [left === 0, right === document.documentElement.clientWidth, bottom === innerHeight, top > innerHeight * 0.25])(document.querySelector('.note').getBoundingClientRect())")
        .await;
    assert_eq!(place, serde_json::json!([true, true, true, true]));
}

journeys!(FIXTURE; on_phones_the_note_is_a_sheet_at_the_foot_of_the_screen);
