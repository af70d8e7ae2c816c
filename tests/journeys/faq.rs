//! The FAQ, by mouse, by keyboard and by address.

use crate::journeys;
use crate::support::host::{Manners, PROBED};
use crate::support::page::{FIXTURE, Page, Setup};

const OPEN: &str = "document.querySelectorAll('.question > [open]').length";

/// The button of a question.
const BUTTON: &str = ".question:has([data-question=open]) button";
const SHOWN: &str = "[...document.querySelectorAll('.question')].filter((question) => !question.hidden).length";
const ALL: &str = "document.querySelectorAll('.question').length";

async fn all_answers_open_and_close_together(page: &Page) {
    page.visit_awake("/").await;
    assert_eq!(page.number(OPEN).await, 0.0);
    page.click(".faq .tools button:nth-of-type(1)").await;
    page.until("all are open", &format!("{OPEN} === {ALL}")).await;
    page.click(".faq .tools button:nth-of-type(2)").await;
    page.until("all are closed", &format!("{OPEN} === 0")).await;
}

async fn typing_filters_the_questions(page: &Page) {
    page.visit_awake("/").await;
    let all = page.number(ALL).await;
    page.element(".faq input").await.send_keys("FERRY, xyz").await.unwrap();
    page.until("none is left", &format!("{SHOWN} === 0")).await;
    assert_eq!(
        page.text("document.querySelector('.faq [role=status]').textContent").await,
        format!("0 of {all} questions")
    );
    page.element(".faq input").await.clear().await.unwrap();
    page.element(".faq input").await.send_keys("FERRY wind").await.unwrap();
    page.until("some are left", &format!("{SHOWN} > 0 && {SHOWN} < {ALL}")).await;
    page.element(".faq input").await.clear().await.unwrap();
    page.element(".faq input").await.send_keys("ferry's").await.unwrap();
    page.until("a plain quote finds a typographic one", &format!("{SHOWN} > 0 && {SHOWN} < {ALL}")).await;
    page.element(".faq input").await.clear().await.unwrap();
    page.element(".faq input").await.send_keys("still pass").await.unwrap();
    page.until(
        "its question is left",
        &format!(
            "{SHOWN} > 0 && {SHOWN} < {ALL} && !document.querySelector('[data-question=ships]').parentElement.hidden"
        ),
    )
    .await;
}

async fn an_address_opens_its_question(page: &Page) {
    page.visit_awake("/#faq-open").await;
    page.until("the question is open", "document.querySelector('[data-question=open]').open").await;
    page.value("location.hash = '#faq-toll'").await;
    page.until("the other is open too", "document.querySelector('[data-question=toll]').open").await;
}

/// N04: a search without accents.
async fn n04_a_filter_finds_what_has_accents(page: &Page) {
    page.visit_awake("/").await;
    page.focus(".faq input").await;
    page.press("sao tome").await;
    page.until("one question is left", &format!("{SHOWN} === 1")).await;
    assert!(page.holds("!document.querySelector('.question:has([data-question=ships])').hidden").await);
}

async fn an_address_shows_a_question_that_the_filter_hid(page: &Page) {
    page.visit_awake("/").await;
    page.element(".faq input").await.send_keys("nothing has these words").await.unwrap();
    page.until("none is left", &format!("{SHOWN} === 0")).await;
    page.value("location.hash = '#faq-open'").await;
    page.until(
        "it is shown and open",
        "((details) => !details.parentElement.hidden && details.open)(document.querySelector('[data-question=open]'))",
    )
    .await;
    assert_eq!(page.text("document.querySelector('.faq input').value").await, "", "the filter is over");
    assert_eq!(page.number(SHOWN).await, page.number(ALL).await);
    page.element(".faq input").await.send_keys("nothing has these words").await.unwrap();
    page.until("none is left again", &format!("{SHOWN} === 0")).await;
    page.value("(() => { const link = document.createElement('a'); link.href = '#faq-open'; document.body.append(link); link.click(); })()").await;
    page.until("a link to the same address shows it too", &format!("{SHOWN} === {ALL}")).await;
}

async fn an_answer_names_its_day_its_address_and_what_is_related(page: &Page) {
    page.visit_awake("/#faq-ships").await;
    let foot = "document.querySelector('#faq-ships .answer-foot')";
    let words = page.text(&format!("{foot}.textContent")).await;
    assert!(words.contains("As of 8 May 2025") && words.contains("See also"), "{words}");
    assert!(
        page.text("document.querySelector('#faq-later .as-of').textContent").await.contains("20 June 2025"),
        "another day is marked"
    );
    page.click("#faq-ships .answer-foot li:last-child a").await;
    page.until(
        "the related question is open",
        "document.querySelector(location.hash) !== document.querySelector('#faq-ships') && document.querySelector(location.hash).closest('details').open",
    )
    .await;
}

async fn a_question_opens_by_keyboard(page: &Page) {
    page.visit_awake("/").await;
    page.focus(BUTTON).await;
    page.press("\u{e007}").await;
    page.until("the question is open", "document.querySelector('[data-question=open]').open").await;
    assert!(page.holds(&format!("document.activeElement.matches('{BUTTON}')")).await, "focus stays on the question");
}

journeys!(FIXTURE;
    all_answers_open_and_close_together,
    typing_filters_the_questions,
    n04_a_filter_finds_what_has_accents,
    an_address_opens_its_question,
    an_address_shows_a_question_that_the_filter_hid,
    an_answer_names_its_day_its_address_and_what_is_related,
    a_question_opens_by_keyboard);

async fn an_opened_question_stays_open_when_wasm_arrives(page: &Page) {
    page.visit("/").await;
    page.click("[data-question=open] summary").await;
    page.host.release();
    page.until("the page is ready", "document.documentElement.hasAttribute('data-ready')").await;
    assert!(page.holds("document.querySelector('[data-question=open]').open").await);
    assert_eq!(page.number(OPEN).await, 1.0);
}

journeys!(Setup { manners: Manners { hold_wasm: true, ..PROBED }, ..FIXTURE }; an_opened_question_stays_open_when_wasm_arrives);
