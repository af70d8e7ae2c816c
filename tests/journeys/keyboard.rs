//! Everything that a mouse does, by keyboard alone.
//!
//! Deliberately absent: what the journeys of the single tools do by keyboard already.

use crate::journeys;
use crate::support::page::{FIXTURE, PUBLISHED, Page};
use crate::support::slugs;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";

async fn the_first_key_leads_past_the_bar(page: &Page) {
    page.visit_awake("/").await;
    page.press(TAB).await;
    page.until("the way past the bar is offered", "document.activeElement.matches('.skip')").await;
    assert!(page.number("document.activeElement.getBoundingClientRect().height").await > 20.0, "and seen");
    page.press(ENTER).await;
    page.until("it leads to the article", "location.hash === '#article'").await;
}

async fn statements_are_marked_and_one_side_chosen(page: &Page) {
    page.visit_awake("/").await;
    page.focus("#who-says-so").await;
    page.press(" ").await;
    let line = |side: &str| {
        format!(
            "getComputedStyle(document.querySelector('.article section .statement[data-side=\"{side}\"]')).textDecorationLine"
        )
    };
    page.until("all are marked", &format!("{} === 'underline' && {} === 'underline'", line("1"), line("2"))).await;
    page.focus("#side-all").await;
    page.press(RIGHT).await;
    page.until("one side alone is", &format!("{} === 'underline' && {} === 'none'", line("1"), line("2"))).await;
}

async fn a_term_opens_and_closes(page: &Page) {
    page.visit_awake("/").await;
    page.focus("#works .to-term").await;
    page.press(ENTER).await;
    page.until("the note is open", "document.querySelector('.note:popover-open')").await;
    page.press(ESCAPE).await;
    page.until("it is closed", "!document.querySelector('.note:popover-open')").await;
    assert!(page.holds("document.activeElement.matches('#works .to-term')").await, "the focus is back");
}

async fn an_actor_is_followed_compared_walked_through_and_let_go(page: &Page) {
    page.visit_awake("/").await;
    page.focus(".chips a[data-actor=is]").await;
    page.press(ENTER).await;
    page.until("Iceland is followed", "location.hash === '#actor-is'").await;
    page.bar_shows().await;
    page.focus(".following-steps button:nth-of-type(2)").await;
    page.press(ENTER).await;
    page.until("the first passage is marked", "document.querySelector('[data-about][aria-current]')").await;
    page.focus(".following select").await;
    page.press(DOWN).await;
    page.until("a second is followed", "location.hash.startsWith('#actor-is+')").await;
    page.press(ESCAPE).await;
    page.focus(".following-end").await;
    page.press(ENTER).await;
    page.until("nobody is followed", "location.hash === ''").await;
}

async fn views_and_stances_of_the_map_are_chosen(page: &Page) {
    page.visit_awake("/").await;
    page.focus("#view-region").await;
    page.press(RIGHT).await;
    page.until(
        "the world shows",
        "document.querySelector('[data-view=world]')?.getBoundingClientRect().height > 0 && document.querySelector('[data-view=region]').getBoundingClientRect().height === 0",
    )
    .await;
    let listed =
        "[...document.querySelectorAll('.card')].filter((card) => card.getBoundingClientRect().height > 0).length";
    let all = page.number(listed).await;
    page.focus("#legend-all").await;
    page.press(RIGHT).await;
    page.until("the list is shorter", &format!("{listed} > 0 && {listed} < {all}")).await;
}

async fn questions_and_periods_open_and_are_found(page: &Page) {
    page.visit_awake("/").await;
    page.focus(".faq .tools button:nth-of-type(1)").await;
    page.press(ENTER).await;
    page.until("all are open", "[...document.querySelectorAll('.question > details')].every((one) => one.open)").await;
    page.focus(".faq input").await;
    page.press("ferry").await;
    page.until(
        "some are found",
        "(({ length }) => length > 0 && length < document.querySelectorAll('.question').length)([...document.querySelectorAll('.question')].filter((one) => !one.hidden))",
    )
    .await;
    page.focus(".eras button").await;
    page.press(" ").await;
    page.until("the first period is open", "document.querySelector('.era').open").await;
    page.focus("[data-field=era]").await;
    page.press(DOWN).await;
    page.until(
        "one period is left",
        "[...document.querySelectorAll('.eras > li')].filter((one) => !one.hidden).length === 1",
    )
    .await;
}

/// The address of a story's page with those two followed whose reactions are the longest.
async fn following_those_with_most_to_say(page: &Page, slug: &str) -> String {
    page.visit(&format!("/{slug}/")).await;
    let two = page
        .text("[...document.querySelectorAll('.card')].sort((one, other) => other.textContent.length - one.textContent.length).slice(0, 2).map((card) => card.dataset.actor).join('+')")
        .await;
    // From elsewhere the address loads the page; from the page itself it would only change what is followed.
    page.browser.driver.goto("about:blank").await.unwrap();
    format!("/{slug}/#actor-{two}")
}

async fn what_has_the_focus_beside_the_map_can_be_seen(page: &Page) {
    const STOPS: &str =
        "[...document.querySelectorAll('.map-place, .card a')].filter((stop) => stop.getClientRects().length > 0)";
    for slug in slugs() {
        let address = following_those_with_most_to_say(page, &slug).await;
        page.visit_awake(&address).await;
        page.until("the panel is filled", "document.querySelectorAll('.reactions-said h3').length === 2").await;
        // Before that, what is laid out above may move what the browser has just scrolled to.
        page.until("the page is ready", "document.documentElement.hasAttribute('data-ready')").await;
        page.wake_all().await;
        let stops = page.number(&format!("({STOPS}).length")).await as usize;
        assert!(stops > 30, "{stops} places and links of {address}");
        for stop in (0..stops).chain((0..stops).rev()) {
            page.value(&format!("({STOPS})[{stop}].focus()")).await;
            page.until(
                &format!("some of place or link {stop} of {address} is on the screen and not behind the panel"),
                "(() => {
                   const [stop, panel] = [document.activeElement, document.querySelector('.reactions-panel')].map((one) => one.getBoundingClientRect());
                   const isBehind = stop.left >= panel.left && stop.right <= panel.right && stop.top >= panel.top && stop.bottom <= panel.bottom;
                   return stop.bottom > 0 && stop.top < innerHeight && !isBehind;
                 })()",
            )
            .await;
        }
    }
}

/// How much of the screen is covered by what stays in place while the page is scrolled, as a part of its height.
const COVERED: &str = "(() => {
    const stays = [...document.querySelectorAll('body *')].filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && one.checkVisibility() && !one.closest('dialog, [popover]'));
    const lines = new Set();
    for (const one of stays) {
      const { top, bottom, width } = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      const pinned = style.position === 'fixed' || Math.abs(top - (parseFloat(style.insetBlockStart) || 0)) < 1;
      if (pinned && width > innerWidth / 2) for (let line = Math.max(0, Math.floor(top)); line < Math.min(innerHeight, bottom); line += 1) lines.add(line);
    }
    return lines.size / innerHeight;
})()";

/// B05: a page that is enlarged four times, as on a screen of 320 x 256.
async fn b05_bars_cover_a_third_at_most_where_the_page_is_enlarged(page: &Page) {
    page.screen_of(320, 256, false).await;
    page.visit_awake("/#actor-dk").await;
    page.wake_all().await;
    page.until("somebody is followed", "document.querySelector('.following-bar:not([hidden])')").await;
    for place in ["#article", "#timeline", "#reactions", "#comments"] {
        page.value(&format!("document.querySelector('{place}').scrollIntoView()")).await;
        page.value("scrollBy(0, 300)").await;
        page.frames_pass().await;
        let covered = page.number(COVERED).await;
        assert!(covered <= 1.0 / 3.0, "{covered} of the screen is covered at {place}");
    }
}

/// B07: phones zoom into fields whose letters are under 16 pixels.
async fn b07_letters_in_fields_are_16_pixels_high(page: &Page) {
    page.visit_awake("/").await;
    page.wake_all().await;
    page.focus(".embed-link").await;
    page.click(".embed-link").await;
    page.until("the dialog is open", "document.querySelector('dialog[open] textarea')").await;
    let small = page.value("[...document.querySelectorAll('input:not([type=radio], [type=checkbox], [type=color], [type=file]), select, textarea')].filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16).map((one) => one.outerHTML)").await;
    assert_eq!(small, serde_json::json!([]));
    assert!(page.number("document.querySelectorAll('input, select, textarea').length").await > 8.0);
}

journeys!(FIXTURE; b05_bars_cover_a_third_at_most_where_the_page_is_enlarged, b07_letters_in_fields_are_16_pixels_high);

journeys!(FIXTURE;
    the_first_key_leads_past_the_bar,
    statements_are_marked_and_one_side_chosen,
    a_term_opens_and_closes,
    an_actor_is_followed_compared_walked_through_and_let_go,
    views_and_stances_of_the_map_are_chosen,
    questions_and_periods_open_and_are_found);

journeys!(PUBLISHED; what_has_the_focus_beside_the_map_can_be_seen);
