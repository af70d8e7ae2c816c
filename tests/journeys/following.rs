//! Following an actor through map, list, timeline and article.

use crate::journeys;
use crate::support::host::Manners;
use crate::support::page::{FIXTURE, Page, Setup};

const BAR: &str = "document.querySelector('.following-bar')";
const WHO: &str = "document.querySelector('.following-who strong')?.textContent";
const MARKED: &str = "document.querySelectorAll('[data-about][data-followed]').length";
const SHOWN: &str = "[...document.querySelectorAll('.event')].filter((event) => !event.hidden)";

/// A name in the article that leads to somebody's card.
const ICELAND: &str = "#replies .to-actor[data-actor=is]";

async fn follow_iceland(page: &Page) {
    page.click(ICELAND).await;
    page.until("Iceland is followed", &format!("{WHO} === 'Iceland'")).await;
    // What stands below the panel moves when it is filled, and a click would miss it.
    page.until("the panel has its words", "document.querySelector('.reactions-said h3')?.textContent === 'Iceland'")
        .await;
}

async fn a_name_in_the_article_is_followed_everywhere(page: &Page) {
    page.visit_awake("/").await;
    assert!(page.holds(&format!("!{BAR}")).await, "the bar is not there before");
    follow_iceland(page).await;
    page.until("the bar shows", &format!("!{BAR}.hidden")).await;
    assert_eq!(page.text("location.hash").await, "#actor-is");
    for (what, selector) in [
        ("the map", ".map-place[data-actor=is][data-chosen]"),
        ("the list", ".card[data-actor=is][data-chosen]"),
        ("the article", "#replies [data-about~=is][data-followed]"),
        ("the chip or name in the timeline", ".timeline [data-actor=is][aria-current]"),
    ] {
        assert!(page.holds(&format!("document.querySelector('{selector}')")).await, "{what} marks Iceland");
    }
    page.until(
        "the timeline shows its events alone",
        &format!("{SHOWN}.length > 0 && {SHOWN}.every((event) => event.dataset.actors.split(' ').includes('is'))"),
    )
    .await;
    assert!(page.holds("document.querySelector('.map-scene[data-shown]')").await, "the map shows where");
    let status = page.text("document.querySelector('.following [role=status]').textContent").await;
    let (passages, events) = (page.number(MARKED).await, page.number(&format!("{SHOWN}.length")).await);
    assert_eq!(status, format!("Following Iceland {passages} passages, {events} events"));
}

async fn the_reader_stays_where_the_name_was(page: &Page) {
    page.visit_awake("/").await;
    page.value(&format!("document.querySelector('{ICELAND}').scrollIntoView({{ block: 'center' }})")).await;
    page.focus(ICELAND).await;
    let before = page.number("scrollY").await;
    page.press("\u{e007}").await;
    page.until("Iceland is followed", &format!("{WHO} === 'Iceland'")).await;
    assert!((page.number("scrollY").await - before).abs() < 2.0, "the view has not moved");
    assert!(page.holds(&format!("document.activeElement.matches('{ICELAND}')")).await, "nor has the focus");
}

async fn arrows_lead_through_the_passages(page: &Page) {
    page.visit_awake("/").await;
    follow_iceland(page).await;
    let all = page.number(MARKED).await;
    assert!(all >= 2.0);
    page.click(".following-steps button:nth-of-type(2)").await;
    page.until(
        "the first passage is current",
        "document.querySelector('[data-followed]').hasAttribute('aria-current')",
    )
    .await;
    page.until(
        "it is on the screen",
        "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('[data-about][aria-current]').getBoundingClientRect())",
    )
    .await;
    page.click(".following-steps button:nth-of-type(1)").await;
    page.until(
        "back from the first is the last",
        "[...document.querySelectorAll('[data-followed]')].at(-1).hasAttribute('aria-current')",
    )
    .await;
    assert_eq!(
        page.text("document.querySelector('.following [role=status]').textContent").await,
        format!("passage {all} of {all}")
    );
}

async fn a_passage_that_the_depth_leaves_out_is_shown(page: &Page) {
    page.visit_awake("/").await;
    page.click("label:has(> #depth-short) span").await;
    page.click(".chips a[data-actor=is]").await;
    page.until("Iceland is followed", &format!("{WHO} === 'Iceland'")).await;
    page.click(".following-steps button:nth-of-type(2)").await;
    page.until(
        "the first passage is on the screen",
        "(({ top, bottom, height }) => height > 0 && top >= 0 && bottom <= innerHeight)(document.querySelector('[data-about][aria-current]').getBoundingClientRect())",
    )
    .await;
}

async fn escape_within_the_bar_gives_the_focus_back(page: &Page) {
    page.visit_awake("/").await;
    follow_iceland(page).await;
    page.focus(".following-steps button").await;
    page.press("\u{e00c}").await;
    page.until("nobody is followed", &format!("{BAR}.hidden")).await;
    assert!(page.holds(&format!("document.activeElement.matches('{ICELAND}')")).await, "focus is where it began");
}

async fn an_address_with_somebody_unknown_follows_the_others(page: &Page) {
    page.visit_awake("/#actor-nobody+is").await;
    page.until("Iceland is followed", &format!("{WHO} === 'Iceland'")).await;
    page.until("its events are shown", &format!("{SHOWN}.length === 3")).await;
}

async fn escape_ends_it(page: &Page) {
    page.visit_awake("/").await;
    let all = page.number(&format!("{SHOWN}.length")).await;
    follow_iceland(page).await;
    page.press("\u{e00c}").await;
    page.until("nobody is followed", &format!("{BAR}.hidden")).await;
    assert_eq!(page.text("location.hash").await, "");
    assert_eq!(page.number(MARKED).await, 0.0);
    // What is the larger work follows after the next paint.
    page.until("nobody is marked", "document.querySelectorAll('[data-chosen]').length === 0").await;
    page.until("all events are shown again", &format!("{SHOWN}.length === {all}")).await;
}

async fn show_all_ends_it_and_gives_the_focus_back(page: &Page) {
    page.visit_awake("/").await;
    follow_iceland(page).await;
    page.focus(".following-end").await;
    page.press("\u{e007}").await;
    page.until("nobody is followed", &format!("{BAR}.hidden")).await;
    assert!(page.holds(&format!("document.activeElement.matches('{ICELAND}')")).await, "focus is where it began");
}

async fn it_survives_a_reload_and_goes_back(page: &Page) {
    page.visit_awake("/").await;
    follow_iceland(page).await;
    page.click(".chips a[data-actor=dk]").await;
    page.until("Denmark is followed", &format!("{WHO} === 'Denmark'")).await;
    page.browser.driver.refresh().await.unwrap();
    page.until("Denmark is followed still", &format!("{BAR} && !{BAR}.hidden && {WHO} === 'Denmark'")).await;
    page.browser.driver.back().await.unwrap();
    page.until("Iceland is followed again", &format!("{BAR} && !{BAR}.hidden && {WHO} === 'Iceland'")).await;
    page.browser.driver.back().await.unwrap();
    page.until("nobody is followed", &format!("{BAR}.hidden")).await;
}

async fn two_show_what_they_have_in_common(page: &Page) {
    // As a messenger may pass it on.
    page.visit_awake("/#actor-is%2Bno").await;
    page.until("both are followed", &format!("{WHO} === 'Iceland and Norway'")).await;
    assert!(page.number(MARKED).await >= 1.0);
    assert!(
        page.holds("[...document.querySelectorAll('[data-followed]')].every((one) => ['is', 'no'].every((id) => one.dataset.about.split(' ').includes(id)))").await,
        "the marked passages are about both"
    );
    assert_eq!(page.number("document.querySelectorAll('.card[data-chosen]').length").await, 2.0);
    let option = page.element(".following select option[value=dk]").await;
    option.click().await.unwrap();
    page.until("the other is another", &format!("{WHO} === 'Iceland and Denmark'")).await;
    assert_eq!(page.text("location.hash").await, "#actor-is+dk");
    assert_eq!(page.text("document.querySelector('.following select').value").await, "dk", "the field says so");
}

async fn somebody_without_a_reaction_can_be_followed_too(page: &Page) {
    page.visit_awake("/").await;
    page.click("#works .to-actor[data-actor=port]").await;
    page.until("The Harbour Authority is followed", &format!("{WHO} === 'The Harbour Authority'")).await;
    assert!(page.holds("document.querySelector('#actor-port')").await, "it has an entry and an address");
}

journeys!(FIXTURE;
    a_name_in_the_article_is_followed_everywhere,
    the_reader_stays_where_the_name_was,
    arrows_lead_through_the_passages,
    a_passage_that_the_depth_leaves_out_is_shown,
    escape_within_the_bar_gives_the_focus_back,
    an_address_with_somebody_unknown_follows_the_others,
    escape_ends_it,
    show_all_ends_it_and_gives_the_focus_back,
    it_survives_a_reload_and_goes_back,
    two_show_what_they_have_in_common,
    somebody_without_a_reaction_can_be_followed_too);

const STATUS: &str = "document.querySelector('.following [role=status]').textContent";

/// Where the bar cannot be had, what is about an actor is marked all the same, and said; the bar comes when the reader next
/// follows somebody.
async fn it_works_before_its_bar_has_come(page: &Page) {
    page.visit_awake("/").await;
    page.click(ICELAND).await;
    page.until("passages are marked", &format!("{MARKED} >= 2")).await;
    page.until("it is said", &format!("{STATUS}.startsWith('Following Iceland ')")).await;
    page.until("the name is marked", &format!("document.querySelector('{ICELAND}[data-chosen]')")).await;
    assert!(page.holds(&format!("!{BAR}")).await, "the bar could not be had");
    page.press("\u{e00c}").await;
    page.until("nobody is followed", &format!("{MARKED} === 0")).await;
    page.host.release();
    page.value("document.querySelector('.chips a[data-actor=dk]').click()").await;
    page.until("the bar has come", &format!("{BAR}?.hidden === false && {WHO} === 'Denmark'")).await;
    assert_eq!(page.number("document.querySelectorAll('.following-bar').length").await, 1.0);
    page.value("document.querySelector('.following-end').click()").await;
    page.until("it goes", &format!("{BAR}.hidden")).await;
}

journeys!(Setup { manners: Manners { hold_wasm: true, lost: "split_following", ..Manners::default() }, ..FIXTURE };
    it_works_before_its_bar_has_come);
