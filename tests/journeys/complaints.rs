//! What users of other tools ask for and do not get, by the rows of docs/complaints.md.
//!
//! Deliberately absent: rows that a journey of their own already holds; the table says where.

use serde_json::json;

use crate::journeys;
use crate::support::page::{FIXTURE, Page};

/// All parts laid out, and all that opens opened, so that everything that takes the focus is there.
const OPEN_ALL: &str = "(() => {
    document.querySelectorAll('details').forEach((details) => { details.open = true; });
})()";

/// Complaint 7, focus cannot be seen: whatever takes the focus by key shows it.
async fn focus_can_be_seen_on_everything_that_takes_it(page: &Page) {
    page.visit_awake("/#actor-is").await;
    page.beside_drawn().await;
    page.line_drawn().await;
    page.bar_shows().await;
    page.value(OPEN_ALL).await;
    // After a key the browser shows the focus also where a script moves it.
    page.press("\u{e004}").await;
    let unseen = page
        .value(
            "(() => {
               const takes = 'a[href], button, input, select, summary, [tabindex=\"0\"]';
               const shown = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible';
               const ring = (one) => { const style = getComputedStyle(one); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; };
               const stroke = (one) => { const reach = one.querySelector('[class$=-reach]'); return reach && getComputedStyle(reach).stroke !== 'none'; };
               const unseen = [];
               let seen = 0;
               for (const one of document.querySelectorAll(takes)) {
                 if (!shown(one)) continue;
                 one.focus({ preventScroll: true });
                 if (document.activeElement !== one) continue;
                 seen += 1;
                 const beside = one.matches('input') ? one.nextElementSibling : null;
                 if (!ring(one) && !(beside && ring(beside)) && !stroke(one)) unseen.push(one.outerHTML.slice(0, 90));
               }
               return [seen > 200, unseen];
             })()",
        )
        .await;
    assert_eq!(unseen, json!([true, []]));
}

/// Complaint 8, the screen reader is flooded or lost: what is announced is short, and the focus says where one is.
async fn what_is_announced_is_short(page: &Page) {
    page.visit_awake("/").await;
    let longest = "Math.max(...[...document.querySelectorAll('[aria-live], [role=status], [role=alert]')].map((one) => one.textContent.length))";
    page.click(".chips a[data-actor=no]").await;
    page.until("Norway is followed", "document.querySelector('.card[data-chosen]')").await;
    page.until(
        "the timeline says how many events are left",
        "document.querySelector('.timeline [role=status]').textContent",
    )
    .await;
    page.click(".timeline-steps button:nth-of-type(2)").await;
    page.until("the event has the focus", "document.activeElement.matches('.event[aria-current]')").await;
    assert!(page.number(longest).await <= 60.0, "{} letters", page.number(longest).await);
    assert!(page.holds("document.activeElement.querySelector('h4')").await, "it begins with its heading");
    page.beside_drawn().await;
    page.line_drawn().await;
    let unnamed = page
        .number("[...document.querySelectorAll('main section, nav, aside, [role=group]')].filter((one) => !one.hasAttribute('aria-label') && !one.hasAttribute('aria-labelledby')).length")
        .await;
    assert_eq!(unnamed, 0.0, "every region has a name");
}

/// Complaint 9, `<details>` alone fails voice control: a question is a button in a heading that tells its state.
async fn a_question_is_a_button_in_a_heading(page: &Page) {
    page.visit_awake("/").await;
    let wrong = page
        .value(
            "[...document.querySelectorAll('main details')].filter((details) => {
               const button = details.previousElementSibling?.querySelector(':is(h2, h3) > button[type=button]');
               const summary = details.querySelector('summary');
               return !(button && summary.hidden && button.textContent === summary.querySelector('h2, h3').textContent
                 && button.getAttribute('aria-expanded') === String(details.open) && document.getElementById(button.getAttribute('aria-controls')));
             }).length",
        )
        .await;
    assert_eq!(wrong, json!(0));
    let expanded = "document.querySelector('.question:has([data-question=open]) button').getAttribute('aria-expanded')";
    page.value("location.hash = '#faq-open'").await;
    page.until("an address that opens it is told on the button", &format!("{expanded} === 'true'")).await;
    page.click(".question:has([data-question=open]) button").await;
    page.until("so is a click that closes it", &format!("{expanded} === 'false'")).await;
    page.click(".faq .tools button:nth-of-type(1)").await;
    page.until("so is opening all", &format!("{expanded} === 'true'")).await;
    page.focus(".question:has([data-question=open]) button").await;
    page.press(" ").await;
    page.until("the space bar closes it", &format!("{expanded} === 'false'")).await;
}

journeys!(FIXTURE;
    focus_can_be_seen_on_everything_that_takes_it,
    what_is_announced_is_short,
    a_question_is_a_button_in_a_heading);

/// Complaint 9 as the browser tells it to assistive technology, also of what is folded on phones alone.
async fn assistive_technology_is_told_of_buttons_and_of_no_other_disclosure(page: &Page) {
    page.visit_awake("/").await;
    page.line_drawn().await;
    page.value(OPEN_ALL).await;
    is_told_of_a_button(page, "Who may drive through it?").await;
    page.screen(390, false).await;
    is_told_of_a_button(page, "Contents").await;
}

async fn is_told_of_a_button(page: &Page, name: &str) {
    let tree = page.devtools("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().unwrap();
    let role = |node: &serde_json::Value| node["role"]["value"].as_str().unwrap_or_default().to_owned();
    let seen = nodes.iter().filter(|node| node["ignored"] != true);
    let roles: Vec<String> = seen.clone().map(role).collect();
    assert!(!roles.contains(&"DisclosureTriangle".to_owned()));
    let button = seen.into_iter().find(|node| node["name"]["value"] == name && role(node) == "button");
    let button = button.unwrap_or_else(|| panic!("{name} is a button"));
    let parent = nodes.iter().find(|node| node["nodeId"] == button["parentId"]).unwrap();
    assert_eq!(role(parent), "heading");
}

journeys!(FIXTURE; assistive_technology_is_told_of_buttons_and_of_no_other_disclosure);

/// Complaint 15, find-in-page misses collapsed answers.
async fn find_in_page_opens_the_answer_that_has_the_words(page: &Page) {
    page.visit_awake("/").await;
    let answer = page
        .text(
            "(() => {
               const walker = document.createTreeWalker(document.querySelector('#faq-open'), NodeFilter.SHOW_TEXT);
               // What is closed is no part of what the page shows, so these words stand nowhere else.
               while (walker.nextNode()) {
                 const words = walker.currentNode.textContent.trim();
                 if (words.length > 20 && !document.body.innerText.includes(words)) return words;
               }
             })()",
        )
        .await;
    assert!(answer.len() > 20, "{answer}");
    page.devtools("FindInPage.findFirst", json!({"query": answer})).await;
    page.until("the question is open", "document.querySelector('[data-question=open]').open").await;
    page.until(
        "its button says so",
        "document.querySelector('.question:has([data-question=open]) button').getAttribute('aria-expanded') === 'true'",
    )
    .await;
    page.devtools("FindInPage.stop", json!({})).await;
}

journeys!(FIXTURE; find_in_page_opens_the_answer_that_has_the_words);

/// Complaint 10, the timeline cannot be used on phones: one column, by touch, with large targets.
async fn the_timeline_is_one_column_on_phones(page: &Page) {
    page.screen(360, false).await;
    page.visit_awake("/").await;
    page.value(OPEN_ALL).await;
    let wrong = page
        .value(
            "(() => {
               const boxes = [...document.querySelectorAll('.event')].map((event) => event.getBoundingClientRect());
               const column = boxes.every((box, at) => box.left >= 0 && box.right <= innerWidth && (at === 0 || box.top >= boxes[at - 1].bottom - 1));
               const small = [...document.querySelectorAll('.timeline :is(button, select), .chips a')]
                 .filter((one) => one.getBoundingClientRect().height < 44 && !one.closest('h3'))
                 .map((one) => one.outerHTML.slice(0, 80));
               const headings = [...document.querySelectorAll('.timeline .disclosure')].filter((one) => one.getBoundingClientRect().height < 44).length;
               return [column, small, headings];
             })()",
        )
        .await;
    assert_eq!(wrong, json!([true, [], 0]));
    page.devtools("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await;
    page.value("document.querySelector('.timeline-steps').scrollIntoView()").await;
    let spot = page.value("(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(document.querySelector('.timeline-steps button:nth-of-type(2)').getBoundingClientRect())").await;
    page.devtools("Input.dispatchTouchEvent", json!({"type": "touchStart", "touchPoints": [spot]})).await;
    page.devtools("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []})).await;
    page.until("a touch steps to the first event", "document.activeElement.matches('.event[aria-current]')").await;
}

journeys!(FIXTURE; the_timeline_is_one_column_on_phones);

/// Complaint 22, drawings vanish in high contrast: in forced colours every mark differs from what is behind it.
async fn marks_can_be_seen_in_forced_colours(page: &Page) {
    for scheme in ["light", "dark"] {
        page.screen(1280, false).await;
        page.devtools(
            "Emulation.setEmulatedMedia",
            json!({"features": [{"name": "forced-colors", "value": "active"}, {"name": "prefers-color-scheme", "value": scheme}]}),
        )
        .await;
        // From elsewhere, so that the page is loaded in these colours; to a section that names those who are on the small
        // map beside it.
        page.visit("/icon.svg").await;
        page.visit_awake("/#dispute").await;
        page.value(OPEN_ALL).await;
        page.line_drawn().await;
        page.until(
            "the small map has its marks",
            "[...document.querySelectorAll('.beside-dot')].some((dot) => dot.getClientRects().length > 0)",
        )
        .await;
        let unseen = page
            .value(
                "(() => {
                   const behind = getComputedStyle(document.body).backgroundColor;
                   const marks = '.map-mark, .map-name, .stance-swatch, .axis-dot, .axis-event text, .axis-bar, .axis-as-of, .count-filled, .count-outlined, .count-dashed, .axis-ticks text, .beside-dot, .beside-name';
                   const all = [...document.querySelectorAll(marks)].filter((mark) => mark.getClientRects().length > 0);
                   const differs = (colour) => colour !== 'none' && colour !== behind && !colour.startsWith('rgba(0, 0, 0, 0');
                   const unseen = all.filter((mark) => { const style = getComputedStyle(mark); return !differs(style.fill) && !differs(style.stroke); });
                   return [all.length > 50, unseen.map((mark) => mark.outerHTML.slice(0, 80))];
                 })()",
            )
            .await;
        assert_eq!(unseen, json!([true, []]), "{scheme}");
    }
}

journeys!(FIXTURE; marks_can_be_seen_in_forced_colours);
