//! The timeline, by buttons, keys, filters and address.

use crate::journeys;
use crate::support::page::{FIXTURE, Page};

const CURRENT: &str = "document.querySelector('.event[aria-current]')?.id.slice(6)";
const FIRST: &str = "document.querySelector('.event').id.slice(6)";
const SHOWN: &str = "[...document.querySelectorAll('.event')].filter((event) => !event.hidden).length";

async fn buttons_step_through_the_events(page: &Page) {
    page.visit_awake("/").await;
    page.click(".timeline .tools button:nth-of-type(2)").await;
    page.until("the first event is current", &format!("{CURRENT} === {FIRST}")).await;
    assert!(
        page.holds("document.querySelector('.event[aria-current]').closest('details').open").await,
        "its era is open"
    );
    assert!(page.holds("document.activeElement.matches('.event[aria-current]')").await, "it has the focus");
    page.click(".timeline .tools button:nth-of-type(2)").await;
    page.until(
        "the second event is current",
        &format!("{CURRENT} === document.querySelectorAll('.event')[1].id.slice(6)"),
    )
    .await;
    page.click(".timeline .tools button:nth-of-type(1)").await;
    page.until("the first event is current again", &format!("{CURRENT} === {FIRST}")).await;
}

/// Complaint 6, no keyboard operation.
async fn keys_step_through_the_events(page: &Page) {
    page.visit_awake("/").await;
    page.focus(".timeline .tools button:nth-of-type(2)").await;
    page.press("\u{e015}").await;
    page.until("down goes to the first event", &format!("{CURRENT} === {FIRST}")).await;
    page.press("\u{e010}").await;
    page.until(
        "End goes to the last",
        &format!("{CURRENT} === [...document.querySelectorAll('.event')].at(-1).id.slice(6)"),
    )
    .await;
    page.press("\u{e012}").await;
    page.until(
        "left goes back one",
        &format!("{CURRENT} === [...document.querySelectorAll('.event')].at(-2).id.slice(6)"),
    )
    .await;
    page.press("\u{e011}").await;
    page.until("Home goes to the first", &format!("{CURRENT} === {FIRST}")).await;
    page.press("\u{e014}").await;
    page.until("right goes on one", &format!("{CURRENT} === document.querySelectorAll('.event')[1].id.slice(6)")).await;
}

/// Chooses an option of a field.
async fn choose(page: &Page, field: &str, value: &str) {
    let option = page.element(&format!("{field} option[value=\"{value}\"]")).await;
    option.click().await.unwrap();
}

/// Complaint 13, grouping of events.
async fn filters_show_the_events_of_an_actor_and_an_era(page: &Page) {
    page.visit_awake("/").await;
    page.until("actors can be chosen", "document.querySelectorAll('.timeline label:nth-of-type(1) option').length > 5")
        .await;
    let all = page.number("document.querySelectorAll('.event').length").await;
    choose(page, ".timeline label:nth-of-type(1)", "is").await;
    page.until("only Iceland's events are shown", "[...document.querySelectorAll('.event')].every((event) => event.hidden !== event.dataset.actors.split(' ').includes('is'))").await;
    let shown = page.number(SHOWN).await;
    assert!(shown > 0.0 && shown < all);
    assert_eq!(
        page.text("document.querySelector('.timeline [role=status]').textContent").await,
        format!("{shown} of {all} events")
    );
    assert!(
        page.holds(
            "[...document.querySelectorAll('.event:not([hidden])')].every((event) => event.closest('details').open)"
        )
        .await,
        "eras with such events are open"
    );
    choose(page, ".timeline label:nth-of-type(2)", "works").await;
    page.until(
        "only those of that era are left",
        "[...document.querySelectorAll('.event:not([hidden])')].every((event) => event.closest('[data-era]').dataset.era === 'works')",
    )
    .await;
    choose(page, ".timeline label:nth-of-type(1)", "").await;
    choose(page, ".timeline label:nth-of-type(2)", "").await;
    page.until("all are shown again", &format!("{SHOWN} === {all}")).await;
}

async fn an_address_opens_the_era_of_its_event(page: &Page) {
    page.visit_awake("/#event-first-sketch-1953").await;
    page.until("its era is open", "document.querySelector('#event-first-sketch-1953').closest('details').open").await;
    page.until("it is current", &format!("{CURRENT} === 'first-sketch-1953'")).await;
}

async fn events_after_the_account_are_marked(page: &Page) {
    page.visit_awake("/").await;
    let later = page
        .text("[...document.querySelectorAll('.event[data-later]')].map((event) => event.id.slice(6)).join()")
        .await;
    assert_eq!(later, "second-tube-2025");
    assert!(
        page.text("document.querySelector('#event-second-tube-2025').textContent").await.contains("After this account")
    );
}

async fn an_address_ends_filters_that_hide_its_event(page: &Page) {
    page.visit_awake("/").await;
    let all = page.number("document.querySelectorAll('.event').length").await;
    page.until("actors can be chosen", "document.querySelectorAll('.timeline label:nth-of-type(1) option').length > 5")
        .await;
    choose(page, ".timeline label:nth-of-type(1)", "is").await;
    page.until("some events are hidden", &format!("{SHOWN} < {all}")).await;
    page.value("location.hash = '#event-first-sketch-1953'").await;
    page.until("it is current", &format!("{CURRENT} === 'first-sketch-1953'")).await;
    assert_eq!(page.number(SHOWN).await, all);
    assert_eq!(
        page.text("[...document.querySelectorAll('.timeline select')].map((field) => field.value).join()").await,
        ","
    );
}

async fn keys_keep_their_meaning_elsewhere(page: &Page) {
    page.visit_awake("/").await;
    page.focus(".eras button").await;
    page.press("\u{e015}").await;
    page.focus(".timeline select").await;
    page.press("\u{e010}").await;
    assert!(page.holds("document.activeElement.localName === 'select'").await, "focus stays");
    assert!(page.holds(&format!("{CURRENT} === undefined")).await, "no event is current");
}

journeys!(FIXTURE;
    an_address_ends_filters_that_hide_its_event,
    keys_keep_their_meaning_elsewhere,
    buttons_step_through_the_events,
    keys_step_through_the_events,
    filters_show_the_events_of_an_actor_and_an_era,
    an_address_opens_the_era_of_its_event,
    events_after_the_account_are_marked);
