//! When parts of the wasm are fetched: with the page what is needed to read, the rest when there is a reason to.

use crate::journeys;
use crate::support::host::Manners;
use crate::support::page::{FIXTURE, Page, Setup, eventually};

const REFERENCE: &str = "#opening .claim-ref a[href$='#claim-opening-count']";

/// Whether the islands of a class are awake.
fn awake(class: &str) -> String {
    format!("document.querySelector('.{class}').dataset.island === 'awake'")
}

async fn what_explores_wakes_when_the_page_has_nothing_else_to_do(page: &Page) {
    page.visit_ready("/").await;
    for class in ["axis", "timeline", "reactions", "map-box"] {
        page.until(&format!("{class} is awake"), &awake(class)).await;
    }
    assert!(page.holds("scrollY === 0").await, "nobody came near");
    assert_eq!(page.host.asked_for("split_comments"), 0, "comments wait until somebody does");
    assert_eq!(page.host.asked_for("split_embedding"), 0);
    assert_eq!(page.host.asked_for("split_notes"), 0);
}

async fn comments_are_fetched_when_they_come_near(page: &Page) {
    page.visit_ready("/").await;
    page.value("document.querySelector('#comments').scrollIntoView()").await;
    page.until("they are awake", &awake("comments-box")).await;
}

async fn comments_are_fetched_when_the_address_names_them(page: &Page) {
    page.visit_ready("/#comments").await;
    page.until("they are awake", &awake("comments-box")).await;
    page.visit("/icon.svg").await;
    page.visit_ready("/#comment-somebodys").await;
    page.until("they are awake", &awake("comments-box")).await;
}

async fn comments_are_fetched_when_a_passage_is_selected(page: &Page) {
    page.visit_ready("/").await;
    page.value("getSelection().selectAllChildren(document.querySelector('#opening .summary'))").await;
    page.until("they are awake", &awake("comments-box")).await;
    page.until("the passage can be commented on", "!document.querySelector('.comment-this').hidden").await;
}

/// Every file is asked for once, however many reasons there are.
async fn nothing_is_fetched_twice(page: &Page) {
    page.visit_awake("/").await;
    page.wake_all().await;
    for file in [
        "islands.js",
        "islands_bg.wasm",
        "split_explore",
        "split_comments",
        "split_notes",
        "split_embedding",
        "__wasm_split.js",
    ] {
        assert_eq!(page.host.asked_for(file), 1, "{file}");
    }
}

journeys!(FIXTURE;
    what_explores_wakes_when_the_page_has_nothing_else_to_do,
    comments_are_fetched_when_they_come_near,
    comments_are_fetched_when_the_address_names_them,
    comments_are_fetched_when_a_passage_is_selected,
    nothing_is_fetched_twice);

async fn what_is_asked_before_its_part_has_come_is_answered_when_it_has(page: &Page) {
    page.visit_ready("/").await;
    page.click(REFERENCE).await;
    eventually("its part is asked for", || page.host.asked_for("split_notes") == 1).await;
    assert!(page.holds("location.pathname === '/' && !document.querySelector('.note')").await, "the page waits");
    page.host.release();
    page.until("the note is open", "document.querySelector('.note:popover-open')").await;
    page.until("it has its answer", "document.querySelector('.note-text').innerText.includes('Astrid Holm')").await;
}

journeys!(Setup { manners: Manners { hold_wasm: true, held: "split_notes", ..Manners::default() }, ..FIXTURE };
    what_is_asked_before_its_part_has_come_is_answered_when_it_has);

/// Also where the reference stands in a tool that has a part of its own, and whatever the address is.
async fn a_reference_within_a_tool_is_answered(page: &Page) {
    page.visit_ready("/#%E0%A4%A").await;
    page.until("the reactions are awake", &awake("reactions")).await;
    page.click(".cards .claim-ref a").await;
    page.until("the note is open", "document.querySelector('.note:popover-open')").await;
}

journeys!(FIXTURE; a_reference_within_a_tool_is_answered);

async fn a_part_that_cannot_be_fetched_leaves_the_others_working_and_is_tried_again(page: &Page) {
    page.visit_ready("/").await;
    page.until("the timeline has failed", "document.querySelector('.timeline').dataset.island === 'failed'").await;
    page.click(".faq .tools button:nth-of-type(1)").await;
    page.until("the FAQ answers", "document.querySelectorAll('.question > [open]').length > 1").await;
    page.click(REFERENCE).await;
    page.until("the note is open", "document.querySelector('.note:popover-open')").await;
    page.click(".note-close").await;
    page.host.release();
    page.value("document.querySelector('.timeline').dispatchEvent(new Event('pointerdown'))").await;
    page.until("the timeline is awake", &awake("timeline")).await;
    assert!(page.element(".timeline .tools").await.is_displayed().await.unwrap(), "its tools show");
}

journeys!(Setup { manners: Manners { hold_wasm: true, lost: "split_explore", ..Manners::default() }, ..FIXTURE };
    a_part_that_cannot_be_fetched_leaves_the_others_working_and_is_tried_again);

async fn where_notes_cannot_be_fetched_a_reference_leads_to_the_page_of_claims(page: &Page) {
    page.visit_ready("/").await;
    page.click(REFERENCE).await;
    page.until_there(
        "the page of claims is there",
        "location.href.endsWith('/harbour-tunnel/sources/#claim-opening-count')",
    )
    .await;
}

journeys!(Setup { manners: Manners { hold_wasm: true, lost: "split_notes", ..Manners::default() }, ..FIXTURE };
    where_notes_cannot_be_fetched_a_reference_leads_to_the_page_of_claims);

/// The box does not show where it could not be fetched, so that it is what leads to it that has it tried again.
async fn comments_that_could_not_be_fetched_are_tried_again(page: &Page) {
    page.visit_ready("/#comments").await;
    page.until("they have failed", "document.querySelector('.comments-box').dataset.island === 'failed'").await;
    page.host.release();
    page.click("#opening .comment-on").await;
    page.until("they are awake", &awake("comments-box")).await;
}

journeys!(Setup { manners: Manners { hold_wasm: true, lost: "split_comments", ..Manners::default() }, ..FIXTURE };
    comments_that_could_not_be_fetched_are_tried_again);
