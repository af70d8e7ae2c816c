//! The map and its list, by mouse, touch and keyboard.

use serde_json::json;

use crate::engines;
use crate::support::browser::{Engine, Habits};
use crate::support::host::PROBED;
use crate::support::page::{Page, journey};

const CHOSEN: &str = "document.querySelector('.card[data-chosen]')?.dataset.actor";
const PANEL: &str = "document.querySelector('.reactions-panel').innerText";

async fn a_click_on_the_map_shows_the_reaction_and_marks_the_list(page: &Page) {
    page.visit_awake("/").await;
    page.click(".map-place[data-actor=om] .map-mark").await;
    page.until("Oman is chosen in the list", &format!("{CHOSEN} === 'om'")).await;
    page.until("the panel says what Oman said", &format!("{PANEL}.includes('very serious')")).await;
    assert!(
        page.holds("document.querySelector('.map-place[data-actor=om]').hasAttribute('data-chosen')").await,
        "the map marks it"
    );
    assert_eq!(page.text("location.hash").await, "#actor-om");
}

async fn a_click_on_the_list_marks_the_map(page: &Page) {
    page.visit_awake("/").await;
    page.click("#actor-tr h3 a").await;
    page.until(
        "Türkiye is chosen on the map",
        "document.querySelector('.map-place[data-actor=tr]').hasAttribute('data-chosen')",
    )
    .await;
    assert_eq!(page.number("document.querySelectorAll('.card[data-chosen]').length").await, 1.0);
}

/// Complaint 6, no keyboard operation, and 16, map markers cannot be reached.
async fn keys_choose_and_let_go(page: &Page) {
    page.visit_awake("/").await;
    page.focus(".map-place[data-actor=ir]").await;
    assert!(
        page.holds("document.activeElement.matches('.map-place[data-actor=ir]')").await,
        "places of the map take the focus"
    );
    page.press("\u{e007}").await;
    page.until("Iran is chosen", &format!("{CHOSEN} === 'ir'")).await;
    page.press("\u{e00c}").await;
    page.until("nobody is chosen", &format!("{CHOSEN} === undefined")).await;
    assert_eq!(page.text("location.hash").await, "");
    page.until("the panel says what to do", &format!("{PANEL}.includes('Choose a country')")).await;
}

async fn buttons_step_through_the_actors(page: &Page) {
    page.visit_awake("/#actor-om").await;
    page.until("the address chooses Oman", &format!("{CHOSEN} === 'om'")).await;
    // The buttons stand below what the panel is filled with.
    page.until("the panel is filled", "document.querySelector('.reactions-said h3')").await;
    page.click(".reactions-steps button:nth-of-type(2)").await;
    page.until(
        "the next of the list is chosen",
        &format!("{CHOSEN} === document.querySelectorAll('.card')[1].dataset.actor"),
    )
    .await;
}

async fn the_panel_has_every_reaction_of_the_list(page: &Page) {
    page.visit_awake("/#actor-om").await;
    page.until("the panel is filled", "document.querySelector('.reactions-said .reaction')").await;
    let words = |of: &str| format!("[...document.querySelectorAll('{of}')].map((one) => one.textContent).join('|')");
    assert_eq!(
        page.text(&words(".reactions-said .reaction")).await,
        page.text(&words(".card[data-actor=om] .reaction")).await
    );
    assert_eq!(
        page.number("document.querySelectorAll('.reactions-said [id]').length").await,
        0.0,
        "copies have no ids"
    );
}

async fn back_returns_to_the_choice_before(page: &Page) {
    page.visit_awake("/").await;
    page.click("#actor-tr h3 a").await;
    page.until("Türkiye is chosen", &format!("{CHOSEN} === 'tr'")).await;
    page.until("the panel is filled", "document.querySelector('.reactions-said h3')?.textContent === 'Türkiye'").await;
    page.click("#actor-qa h3 a").await;
    page.until("Qatar is chosen", &format!("{CHOSEN} === 'qa'")).await;
    page.browser.driver.back().await.unwrap();
    page.until("Türkiye is chosen again", &format!("{CHOSEN} === 'tr'")).await;
}

async fn map_and_list_are_twins(page: &Page) {
    page.visit_awake("/").await;
    let of = |selector: &str| {
        format!("[...document.querySelectorAll('{selector}')].map((one) => one.dataset.actor).sort().join()")
    };
    let list = page.text(&of(".card")).await;
    assert_eq!(page.text(&of(":is([data-view=region], .map-inset) .map-place")).await, list);
    assert_eq!(page.text(&of("[data-view=world] .map-place")).await, list);
    assert_eq!(list.split(',').count(), 8);
}

engines!(PROBED, Habits::default();
    a_click_on_the_map_shows_the_reaction_and_marks_the_list,
    a_click_on_the_list_marks_the_map,
    keys_choose_and_let_go,
    buttons_step_through_the_actors,
    the_panel_has_every_reaction_of_the_list,
    back_returns_to_the_choice_before,
    map_and_list_are_twins);

#[tokio::test(flavor = "multi_thread")]
async fn a_touch_chooses_on_a_phone() {
    journey(Engine::Chromium, PROBED, Habits::default(), |page| {
        Box::pin(async {
            page.screen(360, false).await;
            page.devtools("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await;
            page.visit_awake("/").await;
            page.value("document.querySelector('.map-sheets').scrollIntoView()").await;
            page.frames_pass().await;
            let spot = page.value("(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(document.querySelector('.map-place[data-actor=sa] .map-mark').getBoundingClientRect())").await;
            page.devtools("Input.dispatchTouchEvent", json!({"type": "touchStart", "touchPoints": [spot]})).await;
            page.devtools("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []})).await;
            page.until("Saudi Arabia is chosen", &format!("{CHOSEN} === 'sa'")).await;
            page.until("the panel is on the screen", "(({ top }) => top >= 0 && top < innerHeight * 0.7)(document.querySelector('.reactions-panel').getBoundingClientRect())").await;
                })
    })
    .await;
}

/// Names that cover each other on the map as it shows, and with the whole map also those that leave their sheet.
async fn unreadable(page: &Page, whole: bool) -> serde_json::Value {
    page.value(&format!(
        "(() => {{
           const boxes = [...document.querySelectorAll('.map-sheets svg')].flatMap((sheet) => {{
             const frame = sheet.getBoundingClientRect();
             return [...sheet.querySelectorAll('.map-name')].map((name) => ({{ name: name.textContent.trim(), box: name.getBoundingClientRect(), frame }}));
           }}).filter(({{ box }}) => box.height > 0);
           const found = boxes.length < 3 ? ['names are missing'] : [];
           for (const [at, one] of boxes.entries()) {{
             if ({whole} && (one.box.left < one.frame.left || one.box.right > one.frame.right)) found.push(one.name + ' leaves the sheet');
             for (const other of boxes.slice(at + 1)) {{
               const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
               const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
               // What is zoomed goes on behind the edge of its sheet, where it is not seen.
               if (wide > 0 && high > 0 && ({whole} || one.frame.top === other.frame.top)) found.push(one.name + ' covers ' + other.name);
             }}
           }}
           return found;
         }})()"
    ))
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn names_on_the_map_do_not_cover_each_other() {
    journey(Engine::Chromium, PROBED, Habits::default(), |page| {
        Box::pin(async {
            for width in [320, 360, 768, 1280, 1920] {
                page.screen(width, false).await;
                page.visit_awake("/").await;
                for view in ["region", "world"] {
                    page.click(&format!("label:has(> #view-{view}) span")).await;
                    assert_eq!(unreadable(page, true).await, json!([]), "the {view} at {width} px");
                    for zoom in ["2000", "4000"] {
                        page.click(".map-tools button:nth-of-type(1)").await;
                        let shown = format!(
                            "document.querySelector('[data-view={view}]').style.getPropertyValue('--zoom') === '{zoom}'"
                        );
                        page.until("it is zoomed", &shown).await;
                        assert_eq!(unreadable(page, false).await, json!([]), "the {view} at {width} px and {zoom}");
                    }
                }
            }
        })
    })
    .await;
}
