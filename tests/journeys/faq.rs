//! The FAQ, by mouse, by keyboard and by address.

use crate::engines;
use crate::support::browser::{Engine, Habits};
use crate::support::host::{Manners, PROBED};
use crate::support::page::{Page, journey};

const OPEN: &str = "document.querySelectorAll('.question > [open]').length";

/// The button of a question.
const OMAN: &str = ".question:has([data-question=oman]) button";
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
    page.element(".faq input").await.send_keys("ISTANBUL, xyz").await.unwrap();
    page.until("none is left", &format!("{SHOWN} === 0")).await;
    assert_eq!(
        page.text("document.querySelector('.faq [role=status]').textContent").await,
        format!("0 of {all} questions")
    );
    page.element(".faq input").await.clear().await.unwrap();
    page.element(".faq input").await.send_keys("OMAN delegations").await.unwrap();
    page.until("some are left", &format!("{SHOWN} > 0 && {SHOWN} < {ALL}")).await;
    page.element(".faq input").await.clear().await.unwrap();
    page.element(".faq input").await.send_keys("iran's").await.unwrap();
    page.until("a plain quote finds a typographic one", &format!("{SHOWN} > 0 && {SHOWN} < {ALL}")).await;
    page.element(".faq input").await.clear().await.unwrap();
    page.element(".faq input").await.send_keys("maximum pressure").await.unwrap();
    page.until(
        "its question is left",
        &format!(
            "{SHOWN} > 0 && {SHOWN} < {ALL} && !document.querySelector('[data-question=maximum-pressure]').parentElement.hidden"
        ),
    )
    .await;
}

async fn an_address_opens_its_question(page: &Page) {
    page.visit_awake("/#faq-oman").await;
    page.until("the question is open", "document.querySelector('[data-question=oman]').open").await;
    page.value("location.hash = '#faq-direct'").await;
    page.until("the other is open too", "document.querySelector('[data-question=direct]').open").await;
}

async fn an_address_shows_a_question_that_the_filter_hid(page: &Page) {
    page.visit_awake("/").await;
    page.element(".faq input").await.send_keys("nothing has these words").await.unwrap();
    page.until("none is left", &format!("{SHOWN} === 0")).await;
    page.value("location.hash = '#faq-oman'").await;
    page.until(
        "it is shown and open",
        "((details) => !details.parentElement.hidden && details.open)(document.querySelector('[data-question=oman]'))",
    )
    .await;
    assert_eq!(page.text("document.querySelector('.faq input').value").await, "", "the filter is over");
    assert_eq!(page.number(SHOWN).await, page.number(ALL).await);
    page.element(".faq input").await.send_keys("nothing has these words").await.unwrap();
    page.until("none is left again", &format!("{SHOWN} === 0")).await;
    page.value("(() => { const link = document.createElement('a'); link.href = '#faq-oman'; document.body.append(link); link.click(); })()").await;
    page.until("a link to the same address shows it too", &format!("{SHOWN} === {ALL}")).await;
}

async fn an_answer_names_its_day_its_address_and_what_is_related(page: &Page) {
    page.visit_awake("/#faq-obstacles").await;
    let foot = "document.querySelector('#faq-obstacles .answer-foot')";
    let words = page.text(&format!("{foot}.textContent")).await;
    assert!(words.contains("As of 8 February 2026") && words.contains("See also"), "{words}");
    assert!(
        page.text("document.querySelector('#faq-what-came-after .as-of').textContent")
            .await
            .contains("28 February 2026"),
        "another day is marked"
    );
    page.click("#faq-obstacles .answer-foot li:last-child a").await;
    page.until(
        "the related question is open",
        "document.querySelector(location.hash) !== document.querySelector('#faq-obstacles') && document.querySelector(location.hash).closest('details').open",
    )
    .await;
}

async fn a_question_opens_by_keyboard(page: &Page) {
    page.visit_awake("/").await;
    page.focus(OMAN).await;
    page.press("\u{e007}").await;
    page.until("the question is open", "document.querySelector('[data-question=oman]').open").await;
    assert!(page.holds(&format!("document.activeElement.matches('{OMAN}')")).await, "focus stays on the question");
}

engines!(PROBED, Habits::default();
    all_answers_open_and_close_together,
    typing_filters_the_questions,
    an_address_opens_its_question,
    an_address_shows_a_question_that_the_filter_hid,
    an_answer_names_its_day_its_address_and_what_is_related,
    a_question_opens_by_keyboard);

async fn an_opened_question_stays_open_when_wasm_arrives(page: &Page) {
    page.visit("/").await;
    page.click("[data-question=oman] summary").await;
    page.host.release();
    page.until("the page is ready", "document.documentElement.hasAttribute('data-ready')").await;
    assert!(page.holds("document.querySelector('[data-question=oman]').open").await);
    assert_eq!(page.number(OPEN).await, 1.0);
}

engines!(Manners { hold_wasm: true, ..PROBED }, Habits::default(); an_opened_question_stays_open_when_wasm_arrives);
