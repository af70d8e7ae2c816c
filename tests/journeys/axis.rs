//! The timeline at a glance: by keys alone, by mouse, and in step with the list and with whom the reader follows.

use serde_json::json;

use crate::journeys;
use crate::support::host::Manners;
use crate::support::page::{FIXTURE, PUBLISHED, Page, Setup, eventually};
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

/// Visits a page and waits until its line is drawn.
async fn visit(page: &Page, address: &str) {
    page.visit_awake(address).await;
    page.line_drawn().await;
    assert!(page.holds("document.querySelector('.axis-strip')").await, "the screen has room for it");
}

/// Complaint 6, no keyboard operation.
async fn keys_alone_lead_through_events_and_eras(page: &Page) {
    visit(page, "/").await;
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
    visit(page, "/").await;
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

/// Who presses a key right after coming to the line goes where the key says.
async fn a_key_right_after_the_focus_is_not_taken_back(page: &Page) {
    visit(page, "/").await;
    page.value(
        "(() => {
           document.querySelector('.axis-strip:not([hidden]) .axis-event').focus();
           document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true }));
         })()",
    )
    .await;
    page.until("the first era is drawn out", &format!("{DRAWN_OUT} === {ERAS}[0]")).await;
    page.frames_pass().await;
    assert!(page.holds(&format!("{DRAWN_OUT} === {ERAS}[0]")).await, "and stays");
    assert!(page.holds(&format!("{FOCUSED} === {EVENTS}[0]")).await, "the focus is on the first event");
}

/// Complaint 7, focus cannot be seen.
async fn the_focus_can_be_seen(page: &Page) {
    visit(page, "/").await;
    page.focus(".axis-eras a[aria-current]").await;
    page.press("\u{e004}").await;
    page.until(
        "a ring is drawn",
        "(({ strokeWidth, stroke }) => parseFloat(strokeWidth) >= 2 && stroke !== 'none')(getComputedStyle(document.activeElement.querySelector('.axis-reach')))",
    )
    .await;
}

async fn an_era_is_drawn_out_by_a_click_and_the_view_stays(page: &Page) {
    visit(page, "/").await;
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
    visit(page, "/").await;
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
    visit(page, "/#event-first-sketch-1953").await;
    page.until("its era is drawn out", &format!("{DRAWN_OUT} === {ERAS}[0]")).await;
    assert_eq!(page.text("document.querySelector('.axis-event[aria-current]').dataset.dot").await, "first-sketch-1953");
}

async fn events_of_others_are_dimmed_while_somebody_is_followed(page: &Page) {
    visit(page, "/#actor-is").await;
    page.until(
        "only those of Iceland are plain",
        "[...document.querySelectorAll('.axis-event')].every((dot) => dot.hasAttribute('data-dimmed') !== document.getElementById('event-' + dot.dataset.dot).dataset.actors.split(' ').includes('is'))",
    )
    .await;
}

async fn wheel_and_pinch_scroll_the_page_as_everywhere(page: &Page) {
    visit(page, "/").await;
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
    visit(page, "/").await;
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
    a_key_right_after_the_focus_is_not_taken_back,
    the_focus_can_be_seen,
    an_era_is_drawn_out_by_a_click_and_the_view_stays,
    stepping_through_the_list_moves_it_along,
    the_event_of_the_address_is_drawn_out_from_the_first,
    events_of_others_are_dimmed_while_somebody_is_followed,
    wheel_and_pinch_scroll_the_page_as_everywhere,
    a_date_is_drawn_as_wide_as_it_is_uncertain);

async fn without_scripts_the_list_has_every_event(page: &Page) {
    page.visit("/").await;
    assert!(!page.holds("document.querySelector('.axis-event, .axis-eras, .axis-overview')").await, "nothing is drawn");
    assert!(page.number(&format!("{EVENTS}.length")).await > 5.0);
    page.click("[data-era=after] .event:last-child h4 a").await;
    page.until("the address is that of the event", &format!("location.hash === `#event-${{{EVENTS}.at(-1)}}`")).await;
}

journeys!(Setup { manners: Manners { no_scripts: true, ..Manners::default() }, ..FIXTURE }; without_scripts_the_list_has_every_event);

/// Complaint 10, timelines on phones.
async fn names_do_not_cover_each_other_and_phones_have_the_list_alone(page: &Page) {
    for address in story_pages() {
        for width in [768, 1280, 1920] {
            page.screen(width, false).await;
            page.visit_awake(&address).await;
            page.line_drawn().await;
            let strips = page.number("document.querySelectorAll('.axis-strip').length").await;
            assert!(strips > 1.0, "{address} has {strips} eras");
            assert_eq!(page.number(&format!("{ERAS}.length")).await, strips, "{address} leads to each");
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
        // Anew, since what a wide screen has drawn stays in the page.
        page.visit("/icon.svg").await;
        page.screen(360, false).await;
        page.visit_awake(&address).await;
        assert_eq!(page.text("getComputedStyle(document.querySelector('.axis')).display").await, "none", "{address}");
        assert!(!page.holds("document.querySelector('.axis-strip')").await, "{address}: nothing is drawn");
    }
}

journeys!(PUBLISHED; names_do_not_cover_each_other_and_phones_have_the_list_alone);

/// The line takes the room that was kept for it, and no more.
async fn its_room_is_kept_from_the_first(page: &Page) {
    for address in story_pages() {
        for width in [768, 1000, 1280, 1920] {
            page.screen(width, false).await;
            visit(page, &address).await;
            let fits = "(() => {
                const [line, room] = ['.axis-line', '.axis'].map((one) => document.querySelector(one).getBoundingClientRect());
                const last = document.querySelector('.axis-note').getBoundingClientRect();
                const kept = document.querySelector('.axis-room');
                const most = kept.getBoundingClientRect().height + parseFloat(getComputedStyle(kept).marginBlockEnd);
                return [last.bottom <= room.top + most + 0.5, Math.abs(line.height - most) < 1, Math.abs(room.height - most) < 1];
              })()";
            assert_eq!(page.value(fits).await, json!([true, true, true]), "{address} at {width} px");
        }
    }
}

journeys!(PUBLISHED; its_room_is_kept_from_the_first);

async fn a_window_that_becomes_wide_gets_it(page: &Page) {
    page.screen(700, false).await;
    page.visit_awake("/").await;
    page.frames_pass().await;
    assert_eq!(page.host.asked_for("/data/strips-"), 0, "nothing is fetched");
    page.screen(1280, false).await;
    page.until("the line is drawn", "document.querySelector('.axis-strip')").await;
    assert_eq!(page.host.asked_for("/data/strips-"), 1);
}

journeys!(FIXTURE; a_window_that_becomes_wide_gets_it);

async fn a_line_that_cannot_be_fetched_says_so_and_comes_at_the_next_event(page: &Page) {
    page.visit_awake("/").await;
    page.until("it is said", "document.querySelector('.axis-status').textContent").await;
    assert!(!page.holds("document.querySelector('.axis-strip')").await, "nothing is drawn");
    assert!(page.holds("document.querySelector('.axis').dataset.island === 'awake'").await);
    let before = page.host.asked_for("/data/strips-");
    page.value("document.querySelector('.axis').dispatchEvent(new Event('pointerdown', { bubbles: true }))").await;
    eventually("a touch has it asked for again", || page.host.asked_for("/data/strips-") > before).await;
    page.frames_pass().await;
    page.host.release();
    let step = ".timeline-steps button:nth-of-type(2)";
    page.until(
        "an event has it asked for again, until it is there",
        &format!("document.querySelector('.axis-strip') || document.querySelector('{step}').click()"),
    )
    .await;
    assert_eq!(page.text("document.querySelector('.axis-status').textContent").await, "", "nothing is missing");
    page.until(
        "the event that was reached is marked",
        "document.querySelector('.axis-event[aria-current]')?.dataset.dot === document.querySelector('.event[aria-current]').id.slice(6)",
    )
    .await;
}

journeys!(Setup { manners: Manners { no_data: true, ..Manners::default() }, ..FIXTURE };
    a_line_that_cannot_be_fetched_says_so_and_comes_at_the_next_event);
