//! The timeline at a glance: by keys alone, by mouse, and in step with the list and with whom the reader follows.

use serde_json::json;

use crate::journeys;
use crate::support::host::Manners;
use crate::support::page::{FIXTURE, PUBLISHED, Page, Setup};
use crate::support::story_pages;

const FOCUSED: &str = "document.activeElement.dataset.dot";
const DRAWN_OUT: &str = "document.querySelector('.axis-strip:not([hidden])').dataset.strip";
const EVENTS: &str = "[...document.querySelectorAll('.event')].map((event) => event.id.slice(6))";
const ERAS: &str = "[...document.querySelectorAll('.axis-eras a')].map((tab) => tab.dataset.axisEra)";

const LEFT: &str = "\u{e012}";
const RIGHT: &str = "\u{e014}";
const HOME: &str = "\u{e011}";
const END: &str = "\u{e010}";
const PAGE_UP: &str = "\u{e00e}";
const PAGE_DOWN: &str = "\u{e00f}";
const ENTER: &str = "\u{e007}";

/// Complaint 6, no keyboard operation.
async fn keys_alone_lead_through_events_and_eras(page: &Page) {
    page.visit_awake("/").await;
    page.focus(".axis-eras a[aria-current]").await;
    page.press("\u{e004}").await;
    page.until("the tabulator key leads on to one event", &format!("{FOCUSED} && {EVENTS}.includes({FOCUSED})")).await;
    page.press(HOME).await;
    page.until("Home leads to the first", &format!("{FOCUSED} === {EVENTS}[0]")).await;
    assert!(page.holds(&format!("{DRAWN_OUT} === {ERAS}[0]")).await, "its era is drawn out");
    page.press(RIGHT).await;
    page.until("right leads on", &format!("{FOCUSED} === {EVENTS}[1]")).await;
    page.press(LEFT).await;
    page.until("left leads back", &format!("{FOCUSED} === {EVENTS}[0]")).await;
    page.press(PAGE_DOWN).await;
    page.until("Page down leads to the next era", &format!("{DRAWN_OUT} === {ERAS}[1]")).await;
    page.press(END).await;
    page.until("End leads to the last", &format!("{FOCUSED} === {EVENTS}.at(-1)")).await;
    page.press(PAGE_UP).await;
    page.until("Page up leads to the era before", &format!("{DRAWN_OUT} === {ERAS}.at(-2)")).await;
    page.press(ENTER).await;
    page.until(
        "Enter leads to the event in the list",
        "document.activeElement.matches('.event[aria-current]') && location.hash === '#event-' + document.activeElement.id.slice(6)",
    )
    .await;
}

async fn keys_that_are_faster_than_the_screen_are_not_taken_back(page: &Page) {
    page.visit_awake("/").await;
    page.focus(".axis-strip:not([hidden]) .axis-event").await;
    page.press(HOME).await;
    page.until("the first era is drawn out", &format!("{DRAWN_OUT} === {ERAS}[0]")).await;
    page.value(
        "(() => {
           window.swapped = [];
           const note = (records) => records.forEach(({ target }) => window.swapped.push(target.dataset.strip));
           new MutationObserver(note).observe(document.querySelector('.axis'), { subtree: true, attributeFilter: ['hidden'] });
           for (const key of ['PageDown', 'End']) {
             document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
           }
           requestAnimationFrame(() => setTimeout(() => { window.painted = true; }));
         })()",
    )
    .await;
    page.until("the screen has caught up", "window.painted").await;
    assert!(page.holds(&format!("{FOCUSED} === {EVENTS}.at(-1)")).await, "the focus is on the last event");
    let swapped = page.value("window.swapped").await;
    let eras = page.value(&format!("[{ERAS}[0], {ERAS}[1], {ERAS}[1], {ERAS}.at(-1)]")).await;
    assert_eq!(swapped, eras, "each era was drawn out once");
}

/// Who presses a key right after coming to the line goes where the key says, though its era is still to be fetched.
async fn an_era_that_is_on_its_way_is_not_taken_back(page: &Page) {
    page.visit_awake("/").await;
    page.value(
        "(() => {
           document.querySelector('.axis-strip:not([hidden]) .axis-event').focus();
           document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true }));
         })()",
    )
    .await;
    page.until("the first era is drawn out", &format!("{DRAWN_OUT} === {ERAS}[0]")).await;
    page.until("the focus is on the first event", &format!("{FOCUSED} === {EVENTS}[0]")).await;
}

/// Complaint 7, focus cannot be seen.
async fn the_focus_can_be_seen(page: &Page) {
    page.visit_awake("/").await;
    page.focus(".axis-eras a[aria-current]").await;
    page.press("\u{e004}").await;
    page.until(
        "a ring is drawn",
        "(({ strokeWidth, stroke }) => parseFloat(strokeWidth) >= 2 && stroke !== 'none')(getComputedStyle(document.activeElement.querySelector('.axis-reach')))",
    )
    .await;
}

async fn an_era_is_drawn_out_by_a_click_and_the_view_stays(page: &Page) {
    page.visit_awake("/").await;
    page.value("document.querySelector('.axis').scrollIntoView()").await;
    let top = "document.querySelector('.axis').getBoundingClientRect().top";
    let before = page.number(top).await;
    page.value("document.querySelector('.axis-eras a').click()").await;
    page.until("the first era is drawn out", &format!("{DRAWN_OUT} === {ERAS}[0]")).await;
    assert_eq!(page.number("document.querySelectorAll('.axis-strip:not([hidden])').length").await, 1.0);
    assert!((page.number(top).await - before).abs() < 2.0, "the view has not moved");
    page.value("document.querySelectorAll('.axis-band')[2].dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))").await;
    page.until("a click on the line draws out the third", &format!("{DRAWN_OUT} === {ERAS}[2]")).await;
}

async fn stepping_through_the_list_moves_it_along(page: &Page) {
    page.visit_awake("/").await;
    page.click(".timeline-steps button:nth-of-type(2)").await;
    page.until("the first era is drawn out", &format!("{DRAWN_OUT} === {ERAS}[0]")).await;
    page.until(
        "the first event is marked",
        &format!("document.querySelector('.axis-event[aria-current]')?.dataset.dot === {EVENTS}[0]"),
    )
    .await;
    assert!(page.holds("document.activeElement.matches('.event')").await, "the focus stays in the list");
}

async fn the_event_of_the_address_is_drawn_out_from_the_first(page: &Page) {
    page.visit_awake("/#event-first-sketch-1953").await;
    page.until("its era is drawn out", &format!("{DRAWN_OUT} === {ERAS}[0]")).await;
    assert_eq!(page.text("document.querySelector('.axis-event[aria-current]').dataset.dot").await, "first-sketch-1953");
}

async fn events_of_others_are_dimmed_while_somebody_is_followed(page: &Page) {
    page.visit_awake("/#actor-is").await;
    page.until(
        "only those of Iceland are plain",
        "[...document.querySelectorAll('.axis-event')].every((dot) => dot.hasAttribute('data-dimmed') !== document.getElementById('event-' + dot.dataset.dot).dataset.actors.split(' ').includes('is'))",
    )
    .await;
}

async fn wheel_and_pinch_scroll_the_page_as_everywhere(page: &Page) {
    page.visit_awake("/").await;
    let stopped = page
        .value(
            "[['wheel', { deltaY: 100 }], ['wheel', { deltaY: 100, ctrlKey: true }]].map(([kind, how]) => {
               const event = new WheelEvent(kind, { ...how, bubbles: true, cancelable: true });
               document.querySelector('.axis-strip:not([hidden]) svg').dispatchEvent(event);
               return event.defaultPrevented;
             })",
        )
        .await;
    assert_eq!(stopped, json!([false, false]));
    assert_eq!(
        page.text("getComputedStyle(document.querySelector('.axis-strip:not([hidden])')).touchAction").await,
        "auto"
    );
}

/// Complaint 13, uncertain dates and grouping of events.
async fn a_date_is_drawn_as_wide_as_it_is_uncertain(page: &Page) {
    page.visit_awake("/").await;
    page.value("document.querySelectorAll('.axis-eras a')[0].click()").await;
    page.until("the first era is drawn out", &format!("{DRAWN_OUT} === {ERAS}[0]")).await;
    let unsure = "document.querySelector('.axis-strip:not([hidden]) [data-unsure]')";
    assert!(page.text(&format!("{unsure}.getAttribute('aria-label')")).await.starts_with("about November 1967: "));
    assert!(page.number(&format!("{unsure}.querySelector('.axis-bar').getBoundingClientRect().width")).await > 0.0);
    assert_eq!(
        page.number("document.querySelectorAll('.axis-event:not([data-unsure]) .axis-bar').length").await,
        page.number("[...document.querySelectorAll('.event .event-date')].filter((date) => !date.textContent.startsWith('about') && (date.textContent.includes(' \u{2013} ') || date.dateTime.length < 10)).length").await,
        "every date that is no single day has a bar, and no other"
    );
}

journeys!(FIXTURE;
    keys_alone_lead_through_events_and_eras,
    keys_that_are_faster_than_the_screen_are_not_taken_back,
    an_era_that_is_on_its_way_is_not_taken_back,
    the_focus_can_be_seen,
    an_era_is_drawn_out_by_a_click_and_the_view_stays,
    stepping_through_the_list_moves_it_along,
    the_event_of_the_address_is_drawn_out_from_the_first,
    events_of_others_are_dimmed_while_somebody_is_followed,
    wheel_and_pinch_scroll_the_page_as_everywhere,
    a_date_is_drawn_as_wide_as_it_is_uncertain);

async fn without_scripts_its_links_lead_to_the_list(page: &Page) {
    page.visit("/").await;
    page.click(".axis-strip:not([hidden]) .axis-event[data-dot='second-tube-2025'] text").await;
    page.until("the address is that of the event", "location.hash === '#event-second-tube-2025'").await;
}

journeys!(Setup { manners: Manners { no_scripts: true, ..Manners::default() }, ..FIXTURE }; without_scripts_its_links_lead_to_the_list);

/// Complaint 10, timelines on phones.
async fn names_do_not_cover_each_other_and_phones_have_the_list_alone(page: &Page) {
    for address in story_pages() {
        for width in [768, 1280, 1920] {
            page.screen(width, false).await;
            page.visit_awake(&address).await;
            page.value("document.querySelector('.axis-eras a').click()").await;
            let all =
                "document.querySelectorAll('.axis-strip').length === document.querySelectorAll('.axis-eras a').length";
            page.until("every era is drawn", all).await;
            let covered = page
                .value(
                    "(() => {
                       const found = [];
                       for (const strip of document.querySelectorAll('.axis-strip')) {
                         document.querySelectorAll('.axis-strip').forEach((other) => other.toggleAttribute('hidden', other !== strip));
                         const frame = strip.getBoundingClientRect();
                         const names = [...strip.querySelectorAll('.axis-event text')].map((name) => [name.textContent, name.getBoundingClientRect()]);
                         for (const [at, [one, box]] of names.entries()) {
                           if (box.left < frame.left - 5 || box.right > frame.right + 5) found.push(`${one} leaves the line`);
                           for (const [other, its] of names.slice(at + 1)) {
                             const wide = Math.min(box.right, its.right) - Math.max(box.left, its.left);
                             const high = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
                             if (wide > 0 && high > 0) found.push(`${one} covers ${other}`);
                           }
                         }
                       }
                       return found;
                     })()",
                )
                .await;
            assert_eq!(covered, json!([]), "{address} at {width} px");
        }
        page.screen(360, false).await;
        assert_eq!(page.text("getComputedStyle(document.querySelector('.axis')).display").await, "none", "{address}");
    }
}

journeys!(PUBLISHED; names_do_not_cover_each_other_and_phones_have_the_list_alone);

async fn an_era_that_cannot_be_fetched_is_read_in_the_list(page: &Page) {
    page.visit_awake("/").await;
    page.value("document.querySelector('.axis-eras a').click()").await;
    page.until("the list shows it", "document.querySelector('.era').open").await;
    let shows = "(({ top }) => top >= 0 && top < innerHeight)(document.querySelector('.era').getBoundingClientRect())";
    page.until("it is on the screen", shows).await;
}

journeys!(Setup { manners: Manners { no_data: true, ..Manners::default() }, ..FIXTURE };
    an_era_that_cannot_be_fetched_is_read_in_the_list);
