//! Our own script for hosts: it sizes frames, leads links into them, and tells the host what happens in them.
//!
//! Deliberately absent: hosts with other scripts, which are in `hosts`.

use serde_json::json;

use crate::journeys;
use crate::journeys_with;
use crate::support::host_site::{HostSite, with_host};
use crate::support::page::{FIXTURE, Page};

const FRAME: &str = "<iframe title=\"Ours\" loading=\"lazy\" width=\"100%\" height=\"400\" style=\"border:0\" src=\"{site}/harbour-tunnel/embed/PANEL/\"></iframe>";

const SCRIPT: &str = "<script async src=\"{site}/embed.js\"></script>";

/// Keeps what the frames tell.
const LISTENER: &str = "<script>window.told = []; for (const name of ['ready', 'height', 'select']) document.addEventListener(`backgrounder:${name}`, ({ target, detail }) => told.push([name, target.title, detail]));</script>";

fn frame(panel: &str) -> String {
    FRAME.replace("PANEL", panel)
}

/// Complaint 19, there are no messages to the host.
async fn it_sizes_frames_and_tells_the_host(page: &Page, host: &HostSite) {
    page.go(&host.page(&format!("{LISTENER}{SCRIPT}{}", frame("faq")))).await;
    page.until_fitting(0, "as it loads").await;
    page.until("the host knows that it is ready", "told.some(([name]) => name === 'ready')").await;
    let ready = page.value("told.filter(([name]) => name === 'ready')").await;
    assert_eq!(ready, json!([["ready", "Ours", {"story": "harbour-tunnel", "panel": "faq"}]]), "once");
    page.within(0, async || page.value("document.querySelector('[data-question=open]').open = true").await).await;
    page.until_fitting(0, "a question is open").await;
    page.until(
        "the host is told of the question",
        "told.some(([name, , { id }]) => name === 'select' && id === 'faq-open')",
    )
    .await;
    let told = "told.findLast(([name]) => name === 'height')[2].height";
    page.until("the height is told", &format!("{told} === document.querySelector('iframe').clientHeight")).await;
}

async fn the_host_is_told_who_is_followed(page: &Page, host: &HostSite) {
    page.go(&host.page(&format!("{LISTENER}{SCRIPT}{}", frame("reactions")))).await;
    page.within(0, async || {
        page.until("the frame is ready", "document.documentElement.hasAttribute('data-ready')").await;
        page.value("document.querySelector('.card a[data-actor=is]').click()").await;
        page.until("Iceland is followed", "document.querySelector('.card[data-chosen]')").await;
    })
    .await;
    page.until("the host knows", "told.some(([name, , { id }]) => name === 'select' && id === 'actor-is')").await;
    let before = page.number("history.length").await;
    page.within(0, async || {
        page.bar_shows().await;
        page.value("document.querySelector('.following-end').click()").await;
        page.until("nobody is followed", "!document.querySelector('.card[data-chosen]')").await;
    })
    .await;
    assert_eq!(page.number("history.length").await, before, "the host's history is its own");
}

/// Complaint 4, deep links fail inside an iframe.
async fn a_link_of_the_host_opens_a_question_in_the_frame(page: &Page, host: &HostSite) {
    let body = format!(
        "<style>html {{ scroll-padding-top: 90px; }}</style><a href=\"#bg-faq-open\">Drivers</a><div style=\"height: 4000px\"></div>{}{}<div style=\"height: 4000px\"></div>{SCRIPT}",
        frame("timeline"),
        frame("faq")
    );
    let address = host.page(&body);
    let arrived = "Math.abs(document.querySelectorAll('iframe')[1].getBoundingClientRect().top + Number(document.body.dataset.top) - 90) <= 8";
    for visit in ["a link", "an address"] {
        if visit == "a link" {
            page.go(&address).await;
            page.until("the script is there", "window[Symbol.for('backgrounder.embed')]").await;
            page.click("a").await;
        } else {
            page.go("about:blank").await;
            page.go(&format!("{address}#bg-faq-open")).await;
        }
        page.until("the host has scrolled", "scrollY > 3000").await;
        page.until_fitting(1, visit).await;
        let top = page
            .within(1, async || {
                page.until("the question is open", "document.querySelector('[data-question=open]').open").await;
                page.number("document.querySelector('#faq-open').getBoundingClientRect().top").await
            })
            .await;
        page.value(&format!("document.body.dataset.top = {top}")).await;
        page.until(&format!("by {visit} the answer is below what the host keeps at its top"), arrived).await;
    }
}

/// Complaint 5, anchors in a frame do not scroll the host.
async fn a_link_in_the_frame_scrolls_the_host(page: &Page, host: &HostSite) {
    page.go(&host.page(&format!(
        "<div style=\"height: 300px\"></div>{}<div style=\"height: 3000px\"></div>{SCRIPT}",
        frame("timeline")
    )))
    .await;
    page.until_fitting(0, "as it loads").await;
    page.within(0, async || {
        page.value("document.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
    })
    .await;
    page.until_fitting(0, "all open").await;
    assert_eq!(page.number("scrollY").await, 0.0);
    page.within(0, async || {
        page.value("document.querySelector('.era:last-of-type .event:last-child h4 a').click()").await
    })
    .await;
    page.until("the host has scrolled", "scrollY > 300").await;
}

/// A link of the host to what no frame has changes nothing, and ends nothing.
/// A claim is gone to where the text refers to it, and its note opens, though nobody has clicked in the frame.
async fn a_link_of_the_host_opens_a_note_in_the_frame(page: &Page, host: &HostSite) {
    let body = format!("<div style=\"height: 2000px\"></div>{}{SCRIPT}", frame("story"));
    page.go(&format!("{}#bg-claim-tunnel-opened", host.page(&body))).await;
    page.until("the host has scrolled", "scrollY > 1000").await;
    page.within(0, async || {
        page.until("the note is open", "document.querySelector('.note:popover-open')").await;
        assert!(page.holds("document.querySelector('.frame-refused').hidden").await, "nothing was to be opened");
    })
    .await;
}

async fn a_link_of_the_host_that_leads_nowhere_changes_nothing(page: &Page, host: &HostSite) {
    let body =
        format!("<div style=\"height: 300px\"></div>{}<div style=\"height: 3000px\"></div>{SCRIPT}", frame("faq"));
    page.go(&format!("{}#bg-faq-nowhere", host.page(&body))).await;
    page.until_fitting(0, "as it loads").await;
    assert_eq!(page.number("scrollY").await, 0.0, "there is nowhere to go");
    page.within(0, async || {
        page.value("document.querySelector('.question:last-child details').open = true").await;
        page.value("document.querySelector('.question:last-child .answer-foot a').click()").await;
    })
    .await;
    page.until("a link in the frame scrolls the host all the same", "scrollY > 300").await;
}

/// Frames that come later, frames that wait until they are near, and a script that is included twice.
async fn later_and_lazy_frames_are_sized(page: &Page, host: &HostSite) {
    let lazy = frame("comments").replace(" src=", " data-src=").replace(" loading=\"lazy\"", "");
    page.go(&host.page(&format!("{LISTENER}{SCRIPT}{SCRIPT}<main></main><div style=\"height: 9000px\"></div>{lazy}")))
        .await;
    page.until("the script is there", "window[Symbol.for('backgrounder.embed')]").await;
    page.value(&format!(
        "document.querySelector('main').innerHTML = {}",
        json!(frame("faq").replace("{site}", &host.frames))
    ))
    .await;
    page.until_fitting(0, "a frame that came later").await;
    assert!(page.holds("!document.querySelectorAll('iframe')[1].src").await, "what is far is not loaded");
    page.value("document.querySelectorAll('iframe')[1].scrollIntoView()").await;
    page.until("it is ready", "told.some(([name, , { panel }]) => name === 'ready' && panel === 'comments')").await;
    page.until_fitting(1, "a frame that waited").await;
    assert_eq!(page.number("told.filter(([name]) => name === 'ready').length").await, 2.0, "each is told of once");
}

/// Complaint 19, there is no module.
async fn the_module_mounts_panels(page: &Page, host: &HostSite) {
    let body = format!(
        "{LISTENER}<main></main><script type=\"module\">import {{ mount, open }} from '{{site}}/embed.mjs'; window.ours = mount(document.querySelector('main'), '{{site}}/embed/faq/', 'Questions'); document.addEventListener('backgrounder:ready', () => open(window.ours, 'faq-open'));</script>"
    );
    page.go(&host.page(&body)).await;
    page.until("the panel is ready", "told.some(([name]) => name === 'ready')").await;
    page.until("the question is told", "told.some(([name, , { id }]) => name === 'select' && id === 'faq-open')").await;
    page.until_fitting(0, "mounted").await;
    assert_eq!(page.text("window.ours.title").await, "Questions");
}

/// The page of examples, which is built into the site, is a host like any other.
async fn the_examples_work(page: &Page) {
    page.visit("/embedding.html").await;
    page.until("the first frame is there", "document.querySelector('iframe').src").await;
    page.value("(document.querySelectorAll('iframe')[2].scrollIntoView(), 0)").await;
    // Its border counts in its height.
    page.until_fitting(2, "a frame that comes near").await;
    page.until(
        "its islands are awake",
        "document.querySelectorAll('iframe')[2].contentDocument.documentElement.hasAttribute('data-ready')",
    )
    .await;
    page.click("main > p a").await;
    page.until(
        "the question is open",
        "document.querySelectorAll('iframe')[2].contentDocument.querySelector('details[open]')",
    )
    .await;
}

journeys!(FIXTURE; the_examples_work);

/// Only what our own frames say is heard.
async fn forged_messages_change_nothing(page: &Page, host: &HostSite) {
    let forger = host.page("<script>setInterval(() => { for (const message of [{ backgrounder: 1, type: 'height', height: 9 }, { backgrounder: 1, type: 'scroll', top: 5000, id: 'faq-open' }, { backgrounder: 1, type: 'ready', story: 'x', panel: 'y', page: Math.random() }]) parent.postMessage(message, '*'); parent.frames[1].postMessage({ backgrounder: 1, type: 'open', id: 'faq-open' }, '*'); window.sent = (window.sent || 0) + 1; }, 5);</script>");
    page.go(&host.page(&format!(
        "{LISTENER}{SCRIPT}<iframe title=\"Forger\" src=\"{forger}\"></iframe>{}<div style=\"height: 6000px\"></div>",
        frame("faq")
    )))
    .await;
    page.until_fitting(1, "as it loads").await;
    page.enter(0).await;
    page.until("much has been sent", "window.sent > 200").await;
    page.browser.driver.enter_default_frame().await.unwrap();
    page.until_fitting(1, "after all that").await;
    assert_eq!(page.number("scrollY").await, 0.0);
    assert_eq!(page.number("told.filter(([name]) => name === 'ready').length").await, 1.0);
    assert_eq!(page.number("document.querySelectorAll('iframe')[0].clientHeight").await, 150.0, "it sizes nothing");
    page.within(1, async || assert!(page.holds("!document.querySelector('[data-question=open]').open").await)).await;
}

journeys_with!(with_host, FIXTURE;
    it_sizes_frames_and_tells_the_host,
    the_host_is_told_who_is_followed,
    a_link_of_the_host_opens_a_note_in_the_frame,
    a_link_of_the_host_opens_a_question_in_the_frame,
    a_link_in_the_frame_scrolls_the_host,
    a_link_of_the_host_that_leads_nowhere_changes_nothing,
    later_and_lazy_frames_are_sized,
    the_module_mounts_panels,
    forged_messages_change_nothing);
