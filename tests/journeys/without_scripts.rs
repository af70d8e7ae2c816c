//! The page before, or without, anything of ours that runs.

use crate::engines;
use crate::support::addresses;
use crate::support::browser::{Engine, Habits};
use crate::support::host::Manners;
use crate::support::page::{Page, journey};

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

/// Everything can be read, questions open, and nothing shows that cannot work, in every story. Where the loader runs, it
/// takes away tools that cannot work, and what is below them moves.
async fn everything_can_be_read(page: &Page, loader: bool) {
    for address in addresses().iter().skip(1) {
        page.visit(address).await;
        sections_can_be_read(page).await;
    }
    if loader {
        page.visit_awake("/").await;
    } else {
        page.visit("/").await;
    }
    sections_can_be_read(page).await;
    let closed = height(page, ".question:has([data-question=oman])").await;
    assert!(closed < 80.0, "a closed question is no higher than its question: {closed}");
    page.click("[data-question=oman] summary").await;
    let answer = height(page, "#faq-oman").await;
    assert!(answer > 40.0, "an opened answer is shown");
    assert!(height(page, ".question:has([data-question=oman])").await >= closed + answer, "the question has opened");
    assert!(page.element("#faq-oman").await.text().await.unwrap().contains("Oman"));
}

async fn sections_can_be_read(page: &Page) {
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

/// The address of an answer opens its question without any script of ours.
async fn a_question_opens_by_its_address_without_scripts(page: &Page) {
    page.visit("/#faq-oman").await;
    let open = height(page, ".question:has([data-question=oman])").await;
    page.click("[data-question=oman] summary").await;
    assert!(
        height(page, ".question:has([data-question=oman])").await < open - 40.0,
        "it was open, so that a click closed it"
    );
}

engines!(Manners { no_scripts: true, ..Manners::default() }, Habits::default();
    with_scripts_forbidden, a_question_opens_by_its_address_without_scripts);
engines!(Manners { no_wasm: true, ..Manners::default() }, Habits::default(); with_wasm_missing);
engines!(Manners { broken_wasm: true, ..Manners::default() }, Habits::default(); with_wasm_broken);
engines!(Manners { no_loader: true, ..Manners::default() }, Habits::default(); with_the_loader_missing);

#[tokio::test(flavor = "multi_thread")]
async fn with_javascript_off_in_chromium() {
    journey(Engine::Chromium, Manners::default(), Habits { no_javascript: true, ..Habits::default() }, |page| {
        Box::pin(with_javascript_off(page))
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn with_javascript_off_in_firefox() {
    journey(Engine::Firefox, Manners::default(), Habits { no_javascript: true, ..Habits::default() }, |page| {
        Box::pin(with_javascript_off(page))
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn with_wasm_forbidden_in_chromium() {
    let manners = Manners { no_webassembly: true, ..Manners::default() };
    journey(Engine::Chromium, manners, Habits::default(), |page| Box::pin(with_wasm_forbidden(page))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn with_wasm_forbidden_in_firefox() {
    let manners = Manners { no_webassembly: true, ..Manners::default() };
    journey(Engine::Firefox, manners, Habits::default(), |page| Box::pin(with_wasm_forbidden(page))).await;
}
