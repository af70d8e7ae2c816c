//! The stories that are published, each from its first word to its last: whatever an editor changes in one, this holds.

use serde_json::{Value, json};

use crate::accessibility::violations;
use crate::journeys;
use crate::page::{islands_without_a_function, states};
use crate::support::browser::Habits;
use crate::support::host::{Manners, PROBED};
use crate::support::page::{PUBLISHED, Page, Setup};
use crate::support::{addresses, reading_pages, story_pages};
use crate::without_scripts::sections_can_be_read;

/// All that opens opened.
const OPEN_ALL: &str = "(() => {
    document.querySelectorAll('details').forEach((details) => { details.open = true; });
})()";

async fn they_can_be_read_without_scripts(page: &Page) {
    for address in addresses() {
        page.visit(&address).await;
        sections_can_be_read(page).await;
    }
}

async fn they_can_be_read_without_the_loader(page: &Page) {
    they_can_be_read_without_scripts(page).await;
}

/// The loader runs, and takes away what cannot work.
async fn they_can_be_read_without_wasm(page: &Page) {
    for address in addresses() {
        page.visit_awake(&address).await;
        sections_can_be_read(page).await;
    }
}

async fn they_can_be_read_with_broken_wasm(page: &Page) {
    they_can_be_read_without_wasm(page).await;
}

journeys!(Setup { manners: Manners { no_scripts: true, ..Manners::default() }, ..PUBLISHED }; they_can_be_read_without_scripts);
journeys!(Setup { manners: Manners { no_loader: true, ..Manners::default() }, ..PUBLISHED }; they_can_be_read_without_the_loader);
journeys!(Setup { manners: Manners { no_wasm: true, ..Manners::default() }, ..PUBLISHED }; they_can_be_read_without_wasm);
journeys!(Setup { manners: Manners { broken_wasm: true, ..Manners::default() }, ..PUBLISHED }; they_can_be_read_with_broken_wasm);

async fn they_can_be_read_with_javascript_off(page: &Page) {
    they_can_be_read_without_scripts(page).await;
}

async fn they_can_be_read_with_wasm_forbidden(page: &Page) {
    they_can_be_read_without_wasm(page).await;
}

journeys!(Setup { manners: Manners::default(), habits: Habits { no_javascript: true, ..Habits::default() }, ..PUBLISHED }; they_can_be_read_with_javascript_off);
journeys!(Setup { manners: Manners { no_webassembly: true, ..Manners::default() }, ..PUBLISHED }; they_can_be_read_with_wasm_forbidden);

/// Every island is awake, and each has a function in the wasm.
async fn their_islands_wake(page: &Page) {
    for address in addresses() {
        page.visit_awake(&address).await;
        assert_eq!(states(page).await, "awake", "islands of {address}");
        assert_eq!(islands_without_a_function(page).await, json!([]), "of {address}");
    }
}

/// With everything open, in whatever engine.
async fn axe_finds_nothing(page: &Page) {
    for address in reading_pages() {
        page.visit_awake(&address).await;
        page.line_drawn().await;
        page.value(OPEN_ALL).await;
        assert_eq!(violations(page).await, Vec::<String>::new(), "{address}");
    }
}

/// Goes to the target of every link within the page, one after the other, and tells which of them did not come to show.
const FOLLOW_ALL: &str = "const done = arguments[0];
    const ids = [...new Set([...document.querySelectorAll('a[href^=\"#\"]')].map((link) => decodeURIComponent(link.getAttribute('href').slice(1))))].filter((id) => id);
    const frame = () => new Promise((painted) => requestAnimationFrame(painted));
    const shows = (id) => document.getElementById(id)?.checkVisibility();
    (async () => {
      const lost = [];
      for (const id of ids) {
        location.hash = id;
        for (let frames = 0; !shows(id) && frames < 60; frames += 1) await frame();
        if (!shows(id)) lost.push(id);
      }
      done([ids.length, lost]);
    })();";

/// Every link within a page leads to something, which shows when one comes there.
async fn their_ids_resolve(page: &Page) {
    for address in reading_pages() {
        page.visit_awake(&address).await;
        page.beside_drawn().await;
        page.line_drawn().await;
        let answer = page.browser.driver.execute_async(FOLLOW_ALL, vec![]).await.unwrap();
        let followed = answer.json()[0].as_u64().unwrap();
        let least = if address.ends_with("/sources/") { 3 } else { 100 };
        assert!(followed >= least, "{address} has links to {followed} places");
        assert_eq!(answer.json()[1], json!([]), "links of {address} that lead to nothing that shows");
    }
}

/// What of the texts cannot be seen, or leaves the sheet.
const LOST: &str = "(() => {
    const texts = '.article p, .answer p, .reaction-text, .event-body, .count, .term dd, .ledger > li, .publications li, .departures p';
    const all = [...document.querySelectorAll(texts)];
    const lost = all.filter((one) => { const box = one.getBoundingClientRect(); return box.height === 0 || box.left < 0 || box.right > innerWidth; });
    return [all.length > 60, lost.map((one) => one.outerHTML.slice(0, 80))];
})()";

/// Applies to the screen what the style sheet has for paper, in engines that cannot be asked to.
const PRINT: &str = "(() => {
    const applied = { print: 'all', 'not print': 'not all', screen: 'not all' };
    const apply = (rules) => [...rules].forEach((rule) => {
      const media = rule.media?.mediaText ?? '';
      if (media in applied) rule.media.mediaText = applied[media];
      else if (media.startsWith('screen and')) rule.media.mediaText = 'not all';
      else if (media.startsWith('print and')) rule.media.mediaText = media.slice('print and '.length);
      if (rule.cssRules) apply(rule.cssRules);
    });
    [...document.styleSheets].forEach((sheet) => apply(sheet.cssRules));
})()";

/// What opens is open on paper, and nothing is cut off at its edge or covered by the rest.
async fn they_are_printed_whole(page: &Page) {
    for address in reading_pages() {
        page.visit_awake(&address).await;
        page.value(PRINT).await;
        assert_eq!(page.value(LOST).await, json!([true, []]), "{address}");
    }
}

async fn they_are_printed_whole_on_a_sheet_of_paper(page: &Page) {
    page.devtools(
        "Emulation.setDeviceMetricsOverride",
        json!({"width": 718, "height": 1047, "deviceScaleFactor": 1, "mobile": false}),
    )
    .await;
    page.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).await;
    for address in reading_pages() {
        page.visit_awake(&address).await;
        assert_eq!(page.value(LOST).await, json!([true, []]), "{address}");
    }
}

journeys!(PUBLISHED; their_islands_wake, axe_finds_nothing, their_ids_resolve, they_are_printed_whole, they_are_printed_whole_on_a_sheet_of_paper);

/// Where everything on the page is, in whole pixels from its top.
const PLACES: &str = "[...document.querySelectorAll('main [id]')].map((one) => {
    const { top, width, height } = one.getBoundingClientRect();
    return `${one.id} at ${Math.round(top + scrollY)}, ${Math.round(width)} x ${Math.round(height)}`;
})";

async fn nothing_moves_when_their_islands_wake(page: &Page) {
    for address in story_pages() {
        page.host.hold();
        page.visit("/icon.svg").await;
        page.visit(&address).await;
        page.until("the page is there", "document.readyState !== 'loading'").await;
        assert!(!page.holds("document.documentElement.hasAttribute('data-ready')").await, "{address} sleeps");
        page.frames_pass().await;
        let before = page.value(PLACES).await;
        page.value("Object.assign(window.probe, { shifts: [], since: performance.now() })").await;
        page.host.release();
        page.until("the page is ready", "document.documentElement.hasAttribute('data-ready')").await;
        page.wake_all().await;
        page.beside_drawn().await;
        page.line_drawn().await;
        page.frames_pass().await;
        let moved = moved(&before, &page.value(PLACES).await);
        assert_eq!(moved, Vec::<String>::new(), "in {address}");
        assert_eq!(page.value("window.probe.shifts").await, json!([]), "layout shifts of {address}");
    }
}

/// What is elsewhere, or of another size.
fn moved(before: &Value, after: &Value) -> Vec<String> {
    let (before, after) = (before.as_array().unwrap(), after.as_array().unwrap());
    assert!(before.len() > 100, "{} places", before.len());
    assert_eq!(before.len(), after.len(), "places before and after");
    let pairs = before.iter().zip(after).filter(|(before, after)| before != after);
    pairs.map(|(before, after)| format!("{before}, then {after}")).take(10).collect()
}

journeys!(Setup { manners: Manners { hold_wasm: true, ..PROBED }, ..PUBLISHED }; nothing_moves_when_their_islands_wake);

async fn nothing_moves_while_they_come_in_slices(page: &Page) {
    page.without_cache().await;
    for width in [360, 768, 1280] {
        page.screen(width, false).await;
        for path in story_pages() {
            page.visit_awake(&path).await;
            page.beside_drawn().await;
            page.line_drawn().await;
            page.frames_pass().await;
            let paints = page.number("window.probe.paints").await;
            assert!(paints > 80.0, "{path} was painted {paints} times");
            assert_eq!(page.value("window.probe.shifts").await, json!([]), "layout shifts of {path}, {width} px");
        }
    }
}

journeys!(Setup { manners: Manners { slices: true, ..PROBED }, ..PUBLISHED }; nothing_moves_while_they_come_in_slices);

async fn nothing_in_them_is_wider_than_a_small_phone(page: &Page) {
    for address in reading_pages() {
        for width in [320, 360, 768, 1280, 1920] {
            page.screen(width, false).await;
            page.visit_awake(&address).await;
            page.line_drawn().await;
            page.value(OPEN_ALL).await;
            let wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
            let who = "[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth && getComputedStyle(one).position !== 'absolute').slice(0, 5).map((one) => one.localName + '.' + (one.className.baseVal ?? one.className)).join()";
            assert!(!page.holds(wide).await, "{address} at {width} px: {}", page.text(who).await);
        }
    }
}

journeys!(PUBLISHED; nothing_in_them_is_wider_than_a_small_phone);

/// What everything that has a box looks like, and where it is.
const LOOKS: &str = "[...document.querySelectorAll('body *')].filter((one) => one.getClientRects().length > 0).map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    const { display, font, color, backgroundColor, borderWidth, padding, textDecorationLine } = getComputedStyle(one);
    const box = [left, top + scrollY, width, height].map(Math.round);
    return [one.localName, one.id, one.className.baseVal ?? one.className, ...box, display, font, color, backgroundColor, borderWidth, padding, textDecorationLine].join(' ');
})";

/// Fetches the styles of what only scripts show, as the loader does.
const FETCH_STYLES: &str = "(() => {
    const href = document.querySelector('script[data-styles]').dataset.styles;
    const onload = () => { window.styled = true; };
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload }));
})()";

/// The styles that only the loader fetches are of nothing that shows without it.
async fn they_carry_the_styles_of_all_that_shows(page: &Page) {
    let panels = story_pages().into_iter().map(|page| format!("{page}embed/timeline/"));
    for address in reading_pages().into_iter().chain(panels) {
        for width in [390, 1280] {
            page.screen(width, false).await;
            page.visit(&address).await;
            page.value(OPEN_ALL).await;
            let before = page.value(LOOKS).await;
            page.value(FETCH_STYLES).await;
            page.until("the styles are there", "window.styled").await;
            let after = page.value(LOOKS).await;
            assert_eq!(moved(&before, &after), Vec::<String>::new(), "{address} at {width} px");
        }
    }
}

journeys!(Setup { manners: Manners { no_scripts: true, ..Manners::default() }, ..PUBLISHED }; they_carry_the_styles_of_all_that_shows);

/// The most pixels of a page of a story that are below each other on a phone. (26,000 are aimed at.)
const HIGHEST: f64 = 29_000.0;

/// A phone shows the article before long, and a reader comes to the end of the page.
async fn a_phone_shows_their_text_soon(page: &Page) {
    page.devtools(
        "Emulation.setDeviceMetricsOverride",
        json!({"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": false}),
    )
    .await;
    for address in story_pages() {
        page.visit_awake(&address).await;
        let begins = page.number("document.querySelector('.article .summary').getBoundingClientRect().bottom").await;
        assert!(begins <= 1.5 * 844.0, "{address} begins {begins} pixels down");
        let high = page.number("document.documentElement.scrollHeight").await;
        assert!(high <= HIGHEST, "{address} is {high} pixels high");
    }
}

journeys!(PUBLISHED; a_phone_shows_their_text_soon);
