//! The ledger of claims, sorted by its field and by keys.

use crate::journeys;
use crate::support::page::{FIXTURE, Page};

/// The page of what the fixture rests on.
const EVIDENCE: &str = "/harbour-tunnel/sources/";

const FIELD: &str = ".ledger-box select";

/// The claims, in the order in which they stand.
const CLAIMS: &str = "[...document.querySelectorAll('.ledger > li')]";

const SAID: &str = "document.querySelector('.ledger-box [role=status]').textContent";

/// Chooses an order, and waits until it is announced in these words.
async fn sort_by(page: &Page, order: &str, said: &str) {
    let option = page.element(&format!("{FIELD} option[value=\"{order}\"]")).await;
    option.click().await.unwrap();
    is_said(page, said).await;
}

async fn is_said(page: &Page, said: &str) {
    page.until(&format!("the claims are {said}"), &format!("{SAID} === {CLAIMS}.length + ' claims, {said}'")).await;
}

/// That the claims ascend by something of each, and those that have the same by their numbers.
fn ascend_by(key: &str) -> String {
    format!(
        "{CLAIMS}.map((one) => [{key}, one.value]).every(([key, number], at, all) => at === 0 || all[at - 1][0] < key || (all[at - 1][0] === key && all[at - 1][1] < number))"
    )
}

async fn each_order_is_what_it_says(page: &Page) {
    page.visit_awake(EVIDENCE).await;
    assert!(page.number(&format!("{CLAIMS}.length")).await > 10.0, "there are claims to be sorted");
    assert!(page.holds(&ascend_by("0")).await, "at first they stand by their numbers");
    sort_by(page, "speaker", "by speaker").await;
    assert!(page.holds(&ascend_by("one.dataset.speaker.toLowerCase()")).await, "by speaker");
    sort_by(page, "status", "by status").await;
    let surest_first = "['reported', 'claimed', 'disputed', 'analysis'].indexOf(one.dataset.status)";
    assert!(page.holds(&ascend_by(surest_first)).await, "by status");
    sort_by(page, "oldest", "by date, oldest first").await;
    assert!(page.holds(&ascend_by("one.dataset.date")).await, "by date, oldest first");
    sort_by(page, "newest", "by date, newest first").await;
    assert!(page.holds(&ascend_by("-one.dataset.date.padEnd(10, '-00').replaceAll('-', '')")).await, "newest first");
    sort_by(page, "number", "by number").await;
    assert!(page.holds(&ascend_by("0")).await, "by number again");
}

async fn numbers_stay_with_their_claims(page: &Page) {
    page.visit_awake(EVIDENCE).await;
    let numbers = format!("{CLAIMS}.map((one) => one.id + ' ' + one.value).sort().join()");
    let before = page.text(&numbers).await;
    sort_by(page, "speaker", "by speaker").await;
    assert!(!page.holds(&ascend_by("0")).await, "the order is another");
    assert_eq!(page.text(&numbers).await, before);
    let of_claims =
        page.value(&format!("Object.fromEntries({CLAIMS}.map((one) => ['#' + one.id, String(one.value)]))")).await;
    page.visit_awake("/").await;
    let references = "[...document.querySelectorAll('.claim-ref a')].map((one) => [one.hash, one.textContent.trim()])";
    let references = page.value(references).await;
    let references = references.as_array().unwrap();
    assert!(references.len() > 20, "{} references", references.len());
    for reference in references {
        let (hash, number) = (reference[0].as_str().unwrap(), &reference[1]);
        assert_eq!(&of_claims[hash], number, "the number in the text is that of the claim at {hash}");
    }
}

async fn keys_alone_sort_and_the_focus_stays(page: &Page) {
    page.visit_awake(EVIDENCE).await;
    page.focus(FIELD).await;
    page.press("\u{e015}").await;
    is_said(page, "by speaker").await;
    assert!(page.holds(&ascend_by("one.dataset.speaker.toLowerCase()")).await, "down goes on to the next order");
    page.press("\u{e010}").await;
    is_said(page, "by date, newest first").await;
    assert!(page.holds(&format!("document.activeElement.matches('{FIELD}')")).await, "the field has the focus");
}

async fn an_address_leads_to_its_claim_in_any_order(page: &Page) {
    page.visit_awake(EVIDENCE).await;
    sort_by(page, "newest", "by date, newest first").await;
    page.value("location.hash = '#claim-opening-count'").await;
    page.until(
        "its address leads to the claim",
        "(({ top }) => top >= 0 && top < innerHeight)(document.querySelector('#claim-opening-count').getBoundingClientRect())",
    )
    .await;
}

/// From a claim back to where the text refers to it.
async fn a_claim_leads_back_to_the_text(page: &Page) {
    page.visit_awake(EVIDENCE).await;
    page.click("#claim-opening-count .back").await;
    page.until(
        "the text is there",
        "location.pathname.endsWith('/harbour-tunnel/') && document.readyState !== 'loading'",
    )
    .await;
    page.until(
        "the reference is on the screen",
        "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('#ref-opening-count').getBoundingClientRect())",
    )
    .await;
}

journeys!(FIXTURE;
    each_order_is_what_it_says,
    numbers_stay_with_their_claims,
    keys_alone_sort_and_the_focus_stays,
    an_address_leads_to_its_claim_in_any_order,
    a_claim_leads_back_to_the_text);
