//! The page before, or without, anything of ours that runs.

use crate::journeys;
use crate::support::browser::Habits;
use crate::support::host::Manners;
use crate::support::page::{FIXTURE, Page, Setup};

const SECTIONS: [&str; 12] = [
    "article",
    "did-you-know",
    "tip",
    "timeline",
    "reactions",
    "faq",
    "figures",
    "glossary",
    "related",
    "comments",
    "sources",
    "history",
];

/// Everything can be read, questions open, and nothing shows that cannot work. Where the loader runs, it takes away tools that
/// cannot work, and what is below them moves.
async fn everything_can_be_read(page: &Page, loader: bool) {
    if loader {
        page.visit_awake("/").await;
    } else {
        page.visit("/").await;
    }
    sections_can_be_read(page).await;
    let closed = height(page, ".question:has([data-question=open])").await;
    assert!(closed < 80.0, "a closed question is no higher than its question: {closed}");
    page.click("[data-question=open] summary").await;
    let answer = height(page, "#faq-open").await;
    assert!(answer > 40.0, "an opened answer is shown");
    assert!(height(page, ".question:has([data-question=open])").await >= closed + answer, "the question has opened");
    assert!(page.element("#faq-open").await.text().await.unwrap().contains("Denmark"));
}

/// Every section of a story's page, in a page of which nothing of ours runs.
pub async fn sections_can_be_read(page: &Page) {
    for id in SECTIONS {
        let section = page.element(&format!("#{id}")).await;
        assert!(section.is_displayed().await.unwrap(), "#{id} is shown");
        assert!(section.text().await.unwrap().len() > 20, "#{id} has text");
    }
    for tools in page.browser.driver.find_all(thirtyfour::By::Css(".tools")).await.unwrap() {
        assert!(!tools.is_displayed().await.unwrap(), "tools that cannot work are not shown");
    }
}

/// By WebDriver, which needs no script in the page. (Whether an element is displayed WebKitGTK's driver
/// tells wrongly of closed details.)
async fn height(page: &Page, selector: &str) -> f64 {
    page.element(selector).await.rect().await.unwrap().height
}

/// Complaint 24, nothing for readers without JavaScript.
async fn with_javascript_off(page: &Page) {
    everything_can_be_read(page, false).await;
}

/// Complaint 24, nothing for readers without JavaScript.
async fn with_scripts_forbidden(page: &Page) {
    everything_can_be_read(page, false).await;
}

async fn every_island_fails(page: &Page) {
    page.visit_awake("/").await;
    let awake = page.number("document.querySelectorAll('[data-island]:not([data-island=failed])').length").await;
    assert_eq!(awake, 0.0);
    assert!(page.number("document.querySelectorAll('[data-island=failed]').length").await > 5.0);
}

async fn with_wasm_missing(page: &Page) {
    every_island_fails(page).await;
    everything_can_be_read(page, true).await;
}

async fn with_wasm_broken(page: &Page) {
    every_island_fails(page).await;
    everything_can_be_read(page, true).await;
}

/// By the host's policy. (Not in WebKitGTK, which compiles WebAssembly whatever the policy says of it.)
async fn with_wasm_forbidden(page: &Page) {
    every_island_fails(page).await;
    everything_can_be_read(page, true).await;
}

async fn with_the_loader_missing(page: &Page) {
    everything_can_be_read(page, false).await;
}

/// What keeps room for tools that have not come, and what is said in place of the comments.
const ROOM: &str = "[...document.querySelectorAll('.tools, .comments-box, .companion-box, .axis, .map-views')].reduce((sum, one) => sum + one.getBoundingClientRect().height, 0)";
const SAID: &str = "(() => { const said = document.querySelector('.comments-failed'); return said.checkVisibility({ visibilityProperty: true }); })()";

/// As if the time had passed after which the page no longer waits.
async fn the_time_passes(page: &Page) {
    page.value("document.getAnimations().forEach((one) => one.finish())").await;
}

/// B03: the loader is blocked.
async fn b03_without_its_loader_the_page_waits_for_nothing(page: &Page) {
    page.visit("/").await;
    assert!(page.number(ROOM).await > 500.0, "at first there is room for what may come");
    assert!(!page.holds(SAID).await);
    the_time_passes(page).await;
    assert_eq!(page.number(ROOM).await, 0.0, "then there is none");
    assert!(page.holds(SAID).await, "and no comment box");
}

/// B03: the wasm hangs.
async fn b03_what_comes_late_has_its_room_again(page: &Page) {
    page.visit("/").await;
    the_time_passes(page).await;
    assert_eq!(page.number(ROOM).await, 0.0, "the page waits no longer");
    page.host.release();
    page.until("the tools have come after all", "document.documentElement.hasAttribute('data-ready')").await;
    assert!(page.number(ROOM).await > 500.0, "and have room");
    assert!(!page.holds(SAID).await);
}

/// Links to the comments that can be seen, in all of the page.
const LINKS: &str =
    "[...document.querySelectorAll('main a[href=\"#comments\"]')].filter((link) => link.checkVisibility()).length";

/// B02: no WebAssembly. B10: a blocker has removed the comment box.
async fn b02_nothing_leads_to_a_comment_box_that_is_not_there(page: &Page) {
    page.visit_awake("/").await;
    assert!(page.holds(SAID).await, "it is said why");
    assert_eq!(page.number(LINKS).await, 0.0);
}

async fn b10_nothing_leads_to_a_comment_box_that_was_taken_away(page: &Page) {
    page.visit("/").await;
    assert!(page.number(LINKS).await > 1.0);
    page.value("document.querySelector('.comments-box').remove()").await;
    page.host.release();
    page.until("nothing leads there", &format!("{LINKS} === 0")).await;
}

/// The address of an answer opens its question without any script of ours.
async fn a_question_opens_by_its_address_without_scripts(page: &Page) {
    page.visit("/#faq-open").await;
    let open = height(page, ".question:has([data-question=open])").await;
    page.click("[data-question=open] summary").await;
    assert!(
        height(page, ".question:has([data-question=open])").await < open - 40.0,
        "it was open, so that a click closed it"
    );
}

journeys!(Setup { manners: Manners { no_scripts: true, ..Manners::default() }, ..FIXTURE };
    with_scripts_forbidden, a_question_opens_by_its_address_without_scripts);
journeys!(Setup { manners: Manners { no_wasm: true, ..Manners::default() }, ..FIXTURE };
    with_wasm_missing, b02_nothing_leads_to_a_comment_box_that_is_not_there);
journeys!(Setup { manners: Manners { hold_wasm: true, ..Manners::default() }, ..FIXTURE };
    b03_what_comes_late_has_its_room_again, b10_nothing_leads_to_a_comment_box_that_was_taken_away);
journeys!(Setup { manners: Manners { broken_wasm: true, ..Manners::default() }, ..FIXTURE }; with_wasm_broken);
journeys!(Setup { manners: Manners { no_loader: true, ..Manners::default() }, ..FIXTURE };
    with_the_loader_missing, b03_without_its_loader_the_page_waits_for_nothing);

journeys!(Setup { manners: Manners::default(), habits: Habits { no_javascript: true, ..Habits::default() }, ..FIXTURE }; with_javascript_off);
journeys!(Setup { manners: Manners { no_webassembly: true, ..Manners::default() }, ..FIXTURE }; with_wasm_forbidden);
