//! The page as a whole: waking up, the policy, and what it leaves alone.

use serde_json::{Value, json};

use crate::journeys;
use crate::support::host::{Manners, PROBED};
use crate::support::page::{FIXTURE, PUBLISHED, Page, Setup};
use crate::support::sites::Site;

/// The states that the islands are in, each once; every island has one.
pub async fn states(page: &Page) -> String {
    let islands = page.number("document.querySelectorAll('leptos-island').length").await;
    assert!(islands > 5.0, "{islands} islands");
    assert_eq!(page.number("document.querySelectorAll('[data-island]').length").await, islands);
    page.text("[...new Set([...document.querySelectorAll('[data-island]')].map((root) => root.dataset.island))].join()")
        .await
}

/// The islands of the page that have no function in the wasm.
pub async fn islands_without_a_function(page: &Page) -> Value {
    let script = "const done = arguments[0];
        const glue = document.querySelector('script[data-glue]').dataset.glue;
        import(new URL(glue, document.baseURI).href).then((islands) => done(
          [...document.querySelectorAll('leptos-island')].map((island) => island.dataset.component)
            .filter((name) => typeof islands[name] !== 'function')), (error) => done(String(error)));";
    page.browser.driver.execute_async(script, vec![]).await.unwrap().json().clone()
}

async fn all_islands_wake(page: &Page) {
    page.visit_awake("/").await;
    assert_eq!(states(page).await, "awake");
    assert_eq!(islands_without_a_function(page).await, json!([]));
}

/// What is painted before the page is longer than the window stands where it will stand with a scrollbar.
async fn a_page_that_is_still_short_is_as_wide_as_the_whole(page: &Page) {
    page.visit_awake("/").await;
    let width = "document.body.getBoundingClientRect().width";
    let whole = page.number(width).await;
    page.value("document.body.querySelectorAll(':scope > :not(:first-child)').forEach((element) => element.remove())")
        .await;
    assert!(page.holds("document.body.scrollHeight < innerHeight").await, "the page is short");
    assert_eq!(page.number(width).await, whole);
}

/// The policy stands in the page, and forbids what it says.
async fn the_policy_holds(page: &Page) {
    page.visit_awake("/").await;
    let policy = page.text("document.querySelector('meta[http-equiv=Content-Security-Policy]').content").await;
    assert!(policy.contains("require-trusted-types-for 'script'"), "{policy}");
    page.value("(() => { const script = document.createElement('script'); script.append('window.crossed = true'); document.body.append(script); })()").await;
    assert!(!page.holds("window.crossed").await, "an inline script did not run");
    page.until("the violation is noted", "window.probe.violations.length > 0").await;
    page.value("window.probe.violations.length = 0").await;
}

journeys!(FIXTURE; a_page_that_is_still_short_is_as_wide_as_the_whole, all_islands_wake, the_policy_holds);

async fn a_debug_build_wakes_too(page: &Page) {
    page.visit_awake("/").await;
    assert_eq!(states(page).await, "awake");
}

journeys!(Setup { site: Site::Debug, ..FIXTURE }; a_debug_build_wakes_too);

async fn nothing_moves_when_the_islands_wake(page: &Page) {
    page.without_cache().await;
    for width in [360, 1280] {
        page.screen(width, false).await;
        for id in ["", "faq", "reactions", "timeline", "sources"] {
            page.host.hold();
            // Another page in between, so that the next is loaded anew and not only scrolled.
            page.visit("/icon.svg").await;
            page.visit(&format!("/#{id}")).await;
            page.until("the page is there", "document.readyState !== 'loading'").await;
            assert!(
                !page.holds("document.documentElement.hasAttribute('data-ready')").await,
                "the islands are asleep at #{id}, {width} px"
            );
            // What moved before, moved for another reason.
            page.frames_pass().await;
            page.value("Object.assign(window.probe, { shifts: [], since: performance.now() })").await;
            page.host.release();
            page.until("the page is ready", "document.documentElement.hasAttribute('data-ready')").await;
            page.wake_all().await;
            page.beside_drawn().await;
            page.line_drawn().await;
            page.frames_pass().await;
            assert_eq!(page.value("window.probe.shifts").await, json!([]), "layout shifts at #{id}, {width} px");
        }
        assert_eq!(heights(page).await, json!(0), "nothing is higher or lower at {width} px");
    }
}

journeys!(Setup { manners: Manners { hold_wasm: true, ..PROBED }, ..PUBLISHED }; nothing_moves_when_the_islands_wake);

/// By how much the page is higher or lower when its islands are awake, in pixels, with all parts laid out.
async fn heights(page: &Page) -> Value {
    page.host.hold();
    page.visit("/icon.svg").await;
    page.visit("/").await;
    page.until("the page is there", "document.readyState !== 'loading'").await;
    page.value("window.before = document.documentElement.scrollHeight").await;
    page.host.release();
    page.until("the page is ready", "document.documentElement.hasAttribute('data-ready')").await;
    page.wake_all().await;
    page.beside_drawn().await;
    page.line_drawn().await;
    page.value("document.documentElement.scrollHeight - window.before").await
}

/// One island that breaks cannot stop the others.
async fn one_broken_island_leaves_the_others_awake(page: &Page) {
    page.visit_awake("/").await;
    assert_eq!(
        page.text("[...document.querySelectorAll('[data-island=failed]')].map((root) => root.className).join()").await,
        "timeline"
    );
    assert_eq!(
        page.text("[...new Set([...document.querySelectorAll('[data-island]:not([data-island=failed])')].map((root) => root.dataset.island))].join()").await,
        "awake"
    );
    assert!(!page.element(".timeline .tools").await.is_displayed().await.unwrap(), "its tools do not show");
    page.click(".faq .tools button:nth-of-type(1)").await;
    page.until("the FAQ answers", "document.querySelectorAll('.question > [open]').length > 1").await;
}

journeys!(Setup { manners: Manners { broken_island: true, ..Manners::default() }, ..FIXTURE }; one_broken_island_leaves_the_others_awake);

async fn nothing_is_wider_than_a_small_phone(page: &Page) {
    page.screen(320, false).await;
    page.visit_awake("/").await;
    assert!(page.holds("document.documentElement.scrollWidth <= document.documentElement.clientWidth").await);
}

journeys!(FIXTURE; nothing_is_wider_than_a_small_phone);

/// What opens is open on paper also where one stance alone was chosen, and nothing is cut off at its edge.
async fn everything_is_printed(page: &Page) {
    page.visit_awake("/").await;
    page.click("#legend-mediates + span").await;
    page.devtools(
        "Emulation.setDeviceMetricsOverride",
        json!({"width": 718, "height": 1047, "deviceScaleFactor": 1, "mobile": false}),
    )
    .await;
    page.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).await;
    let lost = page
        .value(
            "(() => {
               const texts = '.article p, .answer p, .reaction-text, .event-body, .count, .term dd, .ledger > li, .publications li, .departures p';
               const all = [...document.querySelectorAll(texts)];
               const lost = all.filter((one) => { const box = one.getBoundingClientRect(); return box.height === 0 || box.left < 0 || box.right > innerWidth; });
               return [all.length > 40, lost.map((one) => one.outerHTML.slice(0, 80))];
             })()",
        )
        .await;
    assert_eq!(lost, json!([true, []]));
}

journeys!(FIXTURE; everything_is_printed);

/// Lines of text are neither too long nor too short to be read with ease.
async fn lines_of_the_article_have_60_to_75_letters(page: &Page) {
    for width in [768, 1280, 1920] {
        page.screen(width, false).await;
        page.visit_awake("/").await;
        let letters = page
            .number(
                "(() => {
                   const lines = [];
                   for (const text of document.querySelectorAll('.article p:not(.summary)')) {
                     const size = parseFloat(getComputedStyle(text).lineHeight);
                     const high = Math.round(text.getBoundingClientRect().height / size);
                     if (high > 3) lines.push(text.innerText.length / (high - 0.5));
                   }
                   return lines.sort((one, other) => one - other)[Math.floor(lines.length / 2)];
                 })()",
            )
            .await;
        assert!((60.0..=75.0).contains(&letters), "{letters} letters in a line at {width} px");
    }
}

journeys!(FIXTURE; lines_of_the_article_have_60_to_75_letters);

/// A finger hits what it means. (Links within text are as high as its lines.)
async fn targets_are_44_pixels_high_on_phones(page: &Page) {
    page.screen(360, false).await;
    page.visit_awake("/#actor-no").await;
    page.until("somebody is followed", "document.querySelector('.card[data-chosen]')").await;
    page.bar_shows().await;
    page.click("#who-says-so + span").await;
    let small = page
        .value(
            "(() => {
               const targets = 'select, input[type=search], .tools button, .choice span, .switch span, .map-legend span, .disclosure, .contents li a, .bar a, .chips a, .card h3 a';
               const all = [...document.querySelectorAll(targets)].filter((one) => one.getClientRects().length > 0 && !one.closest('.axis'));
               const small = all.filter((one) => one.getBoundingClientRect().height < 43.9 || one.getBoundingClientRect().width < 24);
               return [all.length > 60, small.map((one) => one.outerHTML.slice(0, 90))];
             })()",
        )
        .await;
    assert_eq!(small, json!([true, []]));
}

journeys!(FIXTURE; targets_are_44_pixels_high_on_phones);
