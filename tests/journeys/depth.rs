//! How much to read: it works without scripts, is remembered, and keeps the reader's place.

use crate::journeys;
use crate::support::host::Manners;
use crate::support::page::{FIXTURE, KEPT, Page, Setup};

/// Whether an element takes room on the page.
fn shows(selector: &str) -> String {
    format!("document.querySelector('{selector}').getBoundingClientRect().height > 0")
}

const DETAIL: &str = "#opening .details";

async fn choose(page: &Page, depth: &str) {
    // The reader clicks what the button says; the button itself is not seen.
    page.click(&format!("label:has(> #depth-{depth}) span")).await;
}

async fn the_short_version_is_the_summaries_alone(page: &Page) {
    page.visit_awake("/").await;
    choose(page, "short").await;
    page.until("details are gone", &format!("!({})", shows(DETAIL))).await;
    assert!(page.holds(&shows("#opening .summary")).await, "summaries stay");
    assert!(!page.holds(&shows("#opening .key-points")).await, "key points go");
    choose(page, "key").await;
    page.until("key points are there", &shows("#opening .key-points")).await;
    assert!(!page.holds(&shows(DETAIL)).await, "details are not");
    choose(page, "full").await;
    page.until("all is there", &shows(DETAIL)).await;
}

async fn the_choice_is_remembered(page: &Page) {
    page.visit_awake("/").await;
    choose(page, "short").await;
    page.until("details are gone", &format!("!({})", shows(DETAIL))).await;
    page.visit_awake("/harbour-tunnel/").await;
    page.until("they are gone on the next page too", &format!("!({})", shows(DETAIL))).await;
    choose(page, "full").await;
    page.until("all is there", &shows(DETAIL)).await;
    page.visit_awake("/").await;
    assert!(page.holds(&shows(DETAIL)).await, "all of it is not remembered as less");
}

async fn the_section_under_the_eye_stays_there(page: &Page) {
    page.visit_awake("/").await;
    page.value("document.querySelector('#costs').scrollIntoView()").await;
    let top = "Math.round(document.querySelector('#costs').getBoundingClientRect().top)";
    for depth in ["key", "short", "full"] {
        let before = page.number(top).await;
        // Not by the driver, which scrolls to whatever it clicks in an engine of its own way.
        page.value(&format!(
            "(() => {{ const label = document.querySelector('label:has(> #depth-{depth})'); label.dispatchEvent(new PointerEvent('pointerdown', {{ bubbles: true }})); label.click(); }})()"
        ))
        .await;
        page.until("it is chosen", &format!("document.querySelector('#depth-{depth}').checked")).await;
        page.until("the section is where it was", &format!("Math.abs({top} - {before}) <= 1")).await;
    }
}

async fn arrow_keys_choose(page: &Page) {
    page.visit_awake("/").await;
    page.focus("#depth-full").await;
    page.press("\u{e012}").await;
    page.until("the key points are chosen", "document.querySelector('#depth-key').checked").await;
    page.until("details are gone", &format!("!({})", shows(DETAIL))).await;
}

journeys!(KEPT; the_choice_is_remembered);

journeys!(FIXTURE;
    the_short_version_is_the_summaries_alone,
    the_section_under_the_eye_stays_there,
    arrow_keys_choose);

/// Complaint 24, nothing for readers without JavaScript.
async fn it_works_without_scripts(page: &Page) {
    page.visit("/").await;
    let height = page.element("#opening").await.rect().await.unwrap().height;
    choose(page, "short").await;
    assert!(page.element("#opening").await.rect().await.unwrap().height < height / 2.0, "the section is shorter");
    choose(page, "full").await;
    assert_eq!(page.element("#opening").await.rect().await.unwrap().height, height);
}

journeys!(Setup { manners: Manners { no_scripts: true, ..Manners::default() }, ..FIXTURE }; it_works_without_scripts);
