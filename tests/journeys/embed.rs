//! The dialog for those who embed.
//!
//! Deliberately absent: what is handed out for every choice, which needs no browser.

use crate::journeys;
use crate::support::host::Manners;
use crate::support::page::{FIXTURE, Page, Setup};

const CODE: &str = "document.querySelector('.embed-code').value";

const OPEN: &str = "document.querySelector('.embed')?.open";

async fn open(page: &Page) {
    page.visit_awake("/").await;
    page.value("document.querySelector('#faq .embed-link').focus()").await;
    page.press("\u{e007}").await;
    page.until("the dialog is open", OPEN).await;
    page.until("what can be embedded is there", "document.querySelector('.embed-code')?.value").await;
}

async fn it_opens_with_the_panel_beside_which_it_was_asked_for(page: &Page) {
    open(page).await;
    assert_eq!(page.text("document.querySelector('[name=embed-panel]:checked').value").await, "faq");
    let code = page.text(CODE).await;
    assert!(code.contains(&format!("src=\"{}\"", page.host.url("/harbour-tunnel/embed/faq/?theme=light"))), "{code}");
    page.until(
        "the panel is shown",
        "document.querySelector('.embed-preview iframe').contentDocument?.querySelector('#faq')",
    )
    .await;
    page.press("\u{e00c}").await;
    page.until("Escape closes it", &format!("!{OPEN}")).await;
    assert!(page.holds("document.activeElement.matches('#faq .embed-link')").await, "the focus is where it was");
}

async fn choices_change_the_preview_and_the_code(page: &Page) {
    open(page).await;
    page.value("document.querySelector('#embed-timeline').click()").await;
    page.value("document.querySelector('[name=embed-theme][value=dark]').click()").await;
    page.until("the code has both", &format!("{CODE}.includes('/harbour-tunnel/embed/timeline/?theme=dark')")).await;
    page.until("so has the preview", "document.querySelector('.embed-preview iframe').contentDocument?.querySelector('#timeline') && document.querySelector('.embed-preview iframe').contentDocument.documentElement.dataset.theme === 'dark'").await;
    page.value("document.querySelector('[name=embed-own-accent]').click()").await;
    page.until("the colour is in the code", &format!("{CODE}.includes('&amp;accent=7a1f5c')")).await;
    page.value("document.querySelector('[name=embed-way][value=script]').click()").await;
    page.until("the script is in the code", &format!("{CODE}.includes('/embed.js\"></script>')")).await;
    page.value("document.querySelector('[name=embed-width][value=\"45rem\"]').click()").await;
    page.until(
        "the preview is as wide as was asked",
        "document.querySelector('.embed-preview iframe').offsetWidth === 720",
    )
    .await;
}

/// Complaint 25, the clipboard is blocked: what cannot be copied is selected.
async fn what_cannot_be_copied_is_selected(page: &Page) {
    open(page).await;
    page.value("void Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) }, configurable: true })").await;
    page.value("document.querySelector('.embed-copy').click()").await;
    page.until("the reader is told", "document.querySelector('.embed [role=status]').textContent.includes('Ctrl+C')")
        .await;
    assert!(
        page.holds(&format!(
            "getSelection().toString() === {CODE} || ((field) => field.selectionStart === 0 && field.selectionEnd === field.value.length)(document.activeElement)"
        ))
        .await
    );
    page.value("void Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => { window.copied = text; return Promise.resolve(); } } })").await;
    page.value("document.querySelector('.embed-copy').click()").await;
    page.until("what can be is copied", &format!("window.copied === {CODE}")).await;
    page.until("and said", "document.querySelector('.embed [role=status]').textContent === 'Copied.'").await;
}

/// Few readers embed anything: nothing of it is there or fetched before somebody asks, and then once.
async fn it_is_fetched_once_when_it_is_asked_for(page: &Page) {
    page.visit_awake("/").await;
    assert!(!page.holds("document.querySelector('.embed')").await, "there is no dialog");
    assert_eq!(page.host.asked_for("/data/embeds-"), 0);
    page.value("document.querySelector('#faq .embed-link').click()").await;
    page.until("it is open, with its choices", &format!("{OPEN} && document.querySelector('#embed-faq')")).await;
    page.click(".embed-close").await;
    page.until("it is closed", &format!("!{OPEN}")).await;
    page.value("document.querySelector('#timeline .embed-link').click()").await;
    page.until(
        "it is open again, with the other part",
        &format!("{OPEN} && document.querySelector('#embed-timeline').checked && {CODE}.includes('/embed/timeline/')"),
    )
    .await;
    assert_eq!(page.number("document.querySelectorAll('.embed').length").await, 1.0, "there is one dialog");
    assert_eq!(page.host.asked_for("/data/embeds-"), 1);
}

journeys!(FIXTURE;
    it_is_fetched_once_when_it_is_asked_for,
    it_opens_with_the_panel_beside_which_it_was_asked_for,
    choices_change_the_preview_and_the_code,
    what_cannot_be_copied_is_selected);

/// Where no island wakes, the link leads to the panel alone.
async fn without_islands_the_link_leads_to_the_panel(page: &Page) {
    page.visit_awake("/").await;
    page.value("document.querySelector('#faq .embed-link').click()").await;
    page.until_there("the panel is there", "document.documentElement.dataset.embed === 'faq'").await;
}

journeys!(Setup { manners: Manners { no_wasm: true, ..Manners::default() }, ..FIXTURE }; without_islands_the_link_leads_to_the_panel);

async fn the_link_leads_to_the_panel_where_the_dialogs_data_cannot_be_had(page: &Page) {
    page.visit_awake("/").await;
    page.value("document.querySelector('#faq .embed-link').click()").await;
    page.until_there("the panel is there", "document.documentElement.dataset.embed === 'faq'").await;
}

journeys!(Setup { manners: Manners { no_data: true, ..Manners::default() }, ..FIXTURE };
    the_link_leads_to_the_panel_where_the_dialogs_data_cannot_be_had);
