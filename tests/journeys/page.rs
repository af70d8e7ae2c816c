//! The page as a whole: waking up, the policy, and what it leaves alone.

use serde_json::json;

use crate::engines;
use crate::support::browser::{Engine, Habits};
use crate::support::host::{Manners, PROBED};
use crate::support::page::{Page, journey, journey_in};
use crate::support::{addresses, root, slugs};

/// The states that the islands are in, each once; every island has one.
async fn states(page: &Page) -> String {
    let islands = page.number("document.querySelectorAll('leptos-island').length").await;
    assert!(islands > 5.0, "{islands} islands");
    assert_eq!(page.number("document.querySelectorAll('[data-island]').length").await, islands);
    page.text("[...new Set([...document.querySelectorAll('[data-island]')].map((root) => root.dataset.island))].join()")
        .await
}

/// What is painted before the page is longer than the window stands where it will stand with a scrollbar.
async fn a_page_that_is_still_short_is_as_wide_as_the_whole(page: &Page) {
    for path in addresses() {
        page.visit_awake(&path).await;
        let width = "document.body.getBoundingClientRect().width";
        let whole = page.number(width).await;
        page.value(
            "document.body.querySelectorAll(':scope > :not(:first-child)').forEach((element) => element.remove())",
        )
        .await;
        assert!(page.holds("document.body.scrollHeight < innerHeight").await, "{path} is short");
        assert_eq!(page.number(width).await, whole, "width of {path}");
    }
}

/// Every island is awake, and each has a function in the wasm.
async fn all_islands_wake(page: &Page) {
    for path in addresses() {
        page.visit_awake(&path).await;
        assert_eq!(states(page).await, "awake", "islands of {path}");
    }
    let missing = page
        .browser
        .driver
        .execute_async(
            "const done = arguments[0];
             const glue = document.querySelector('script[data-glue]').dataset.glue;
             import(new URL(glue, document.baseURI).href).then((islands) => done(
               [...document.querySelectorAll('leptos-island')].map((island) => island.dataset.component)
                 .filter((name) => typeof islands[name] !== 'function')), (error) => done(String(error)));",
            vec![],
        )
        .await
        .unwrap();
    assert_eq!(*missing.json(), json!([]), "islands without a function in the wasm");
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

engines!(PROBED, Habits::default(); a_page_that_is_still_short_is_as_wide_as_the_whole, all_islands_wake, the_policy_holds);

#[tokio::test(flavor = "multi_thread")]
async fn a_debug_build_wakes_too() {
    let folder = root().join("target/dist-debug");
    assert!(folder.join("index.html").exists(), "there is no debug build; run `make debug` first");
    journey_in(&folder, Engine::Chromium, PROBED, Habits::default(), |page| {
        Box::pin(async {
            page.visit_awake("/").await;
            assert_eq!(states(page).await, "awake");
        })
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_when_the_islands_wake() {
    let manners = Manners { hold_wasm: true, ..PROBED };
    journey(Engine::Chromium, manners, Habits::default(), |page| {
        Box::pin(async {
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
                    page.until("the page is settled", "document.documentElement.hasAttribute('data-settled')").await;
                    assert_eq!(
                        page.value("window.probe.shifts").await,
                        json!([]),
                        "layout shifts at #{id}, {width} px"
                    );
                }
                assert_eq!(heights(page).await, json!(0), "nothing is higher or lower at {width} px");
            }
        })
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_while_the_page_comes_in_slices() {
    let manners = Manners { slices: true, ..PROBED };
    journey(Engine::Chromium, manners, Habits::default(), |page| {
        Box::pin(async {
            page.without_cache().await;
            for width in [360, 768, 1280] {
                page.screen(width, false).await;
                for story in slugs() {
                    let path = format!("/{story}/");
                    page.visit_awake(&path).await;
                    page.frames_pass().await;
                    let paints = page.number("window.probe.paints").await;
                    assert!(paints > 80.0, "{path} was painted {paints} times");
                    assert_eq!(
                        page.value("window.probe.shifts").await,
                        json!([]),
                        "layout shifts of {path}, {width} px"
                    );
                }
            }
        })
    })
    .await;
}

/// By how much the page is higher or lower when its islands are awake, in pixels, with all parts laid out.
async fn heights(page: &Page) -> serde_json::Value {
    page.host.hold();
    page.visit("/icon.svg").await;
    page.visit("/").await;
    page.until("the page is there", "document.readyState !== 'loading'").await;
    page.value(
        "document.querySelectorAll('main > .part').forEach((part) => { part.style.contentVisibility = 'visible'; })",
    )
    .await;
    page.value("window.before = document.documentElement.scrollHeight").await;
    page.host.release();
    page.until("the page is settled", "document.documentElement.hasAttribute('data-settled')").await;
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

engines!(Manners { broken_island: true, ..Manners::default() }, Habits::default(); one_broken_island_leaves_the_others_awake);

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_wider_than_a_small_phone() {
    journey(Engine::Chromium, PROBED, Habits::default(), |page| {
        Box::pin(async {
            for width in [320, 360, 768, 1280, 1920] {
                page.screen(width, false).await;
                page.visit_awake("/").await;
                // What is not laid out yet is not wide yet either.
                page.value("document.querySelectorAll('main > .part').forEach((part) => { part.style.contentVisibility = 'visible'; })").await;
                let wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
                let who = "[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth && getComputedStyle(one).position !== 'absolute').slice(0, 5).map((one) => one.localName + '.' + (one.className.baseVal ?? one.className)).join()";
                assert!(!page.holds(wide).await, "at {width} px: {}", page.text(who).await);
            }
        })
    })
    .await;
}

/// What opens is open on paper, and nothing is cut off at its edge or covered by the rest.
#[tokio::test(flavor = "multi_thread")]
async fn everything_is_printed() {
    journey(Engine::Chromium, PROBED, Habits::default(), |page| {
        Box::pin(async {
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
                       return [all.length > 300, lost.map((one) => one.outerHTML.slice(0, 80))];
                     })()",
                )
                .await;
            assert_eq!(lost, json!([true, []]));
        })
    })
    .await;
}

/// Lines of text are neither too long nor too short to be read with ease.
#[tokio::test(flavor = "multi_thread")]
async fn lines_of_the_article_have_60_to_75_letters() {
    journey(Engine::Chromium, PROBED, Habits::default(), |page| {
        Box::pin(async {
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
        })
    })
    .await;
}

/// A finger hits what it means. (Links within text are as high as its lines.)
#[tokio::test(flavor = "multi_thread")]
async fn targets_are_44_pixels_high_on_phones() {
    journey(Engine::Chromium, PROBED, Habits::default(), |page| {
        Box::pin(async {
            page.screen(360, false).await;
            page.visit_awake("/#actor-om").await;
            page.click("#who-says-so + span").await;
            page.value("document.querySelectorAll('main > .part').forEach((part) => { part.style.contentVisibility = 'visible'; })").await;
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
        })
    })
    .await;
}
