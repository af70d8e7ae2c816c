//! The map and its list, by mouse, touch and keyboard.

use serde_json::json;

use crate::journeys;
use crate::support::addresses;
use crate::support::page::{FIXTURE, PUBLISHED, Page};

const CHOSEN: &str = "document.querySelector('.card[data-chosen]')?.dataset.actor";
const PANEL: &str = "document.querySelector('.reactions-panel').innerText";

async fn a_click_on_the_map_shows_the_reaction_and_marks_the_list(page: &Page) {
    page.visit_awake("/").await;
    page.click(".map-place[data-actor=no] .map-mark").await;
    page.until("Norway is chosen in the list", &format!("{CHOSEN} === 'no'")).await;
    page.until("the panel says what Norway said", &format!("{PANEL}.includes('very careful')")).await;
    assert!(
        page.holds("document.querySelector('.map-place[data-actor=no]').hasAttribute('data-chosen')").await,
        "the map marks it"
    );
    assert_eq!(page.text("location.hash").await, "#actor-no");
}

async fn a_click_on_the_list_marks_the_map(page: &Page) {
    page.visit_awake("/").await;
    page.click("#actor-se h3 a").await;
    page.until(
        "Sweden is chosen on the map",
        "document.querySelector('.map-place[data-actor=se]').hasAttribute('data-chosen')",
    )
    .await;
    assert_eq!(page.number("document.querySelectorAll('.card[data-chosen]').length").await, 1.0);
}

/// Complaint 6, no keyboard operation, and 16, map markers cannot be reached.
async fn keys_choose_and_let_go(page: &Page) {
    page.visit_awake("/").await;
    page.focus(".map-place[data-actor=se]").await;
    assert!(
        page.holds("document.activeElement.matches('.map-place[data-actor=se]')").await,
        "places of the map take the focus"
    );
    page.press("\u{e007}").await;
    page.until("Sweden is chosen", &format!("{CHOSEN} === 'se'")).await;
    page.press("\u{e00c}").await;
    page.until("nobody is chosen", &format!("{CHOSEN} === undefined")).await;
    assert_eq!(page.text("location.hash").await, "");
    page.until("the panel says what to do", &format!("{PANEL}.includes('Choose a country')")).await;
}

async fn buttons_step_through_the_actors(page: &Page) {
    page.visit_awake("/#actor-no").await;
    page.until("the address chooses Norway", &format!("{CHOSEN} === 'no'")).await;
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
    page.visit_awake("/#actor-no").await;
    page.until("the panel is filled", "document.querySelector('.reactions-said .reaction')").await;
    let words = |of: &str| format!("[...document.querySelectorAll('{of}')].map((one) => one.textContent).join('|')");
    assert_eq!(
        page.text(&words(".reactions-said .reaction")).await,
        page.text(&words(".card[data-actor=no] .reaction")).await
    );
    assert_eq!(
        page.number("document.querySelectorAll('.reactions-said [id]').length").await,
        0.0,
        "copies have no ids"
    );
}

async fn back_returns_to_the_choice_before(page: &Page) {
    page.visit_awake("/").await;
    page.click("#actor-se h3 a").await;
    page.until("Sweden is chosen", &format!("{CHOSEN} === 'se'")).await;
    page.until("the panel is filled", "document.querySelector('.reactions-said h3')?.textContent === 'Sweden'").await;
    page.click("#actor-is h3 a").await;
    page.until("Iceland is chosen", &format!("{CHOSEN} === 'is'")).await;
    page.browser.driver.back().await.unwrap();
    page.until("Sweden is chosen again", &format!("{CHOSEN} === 'se'")).await;
}

async fn map_and_list_are_twins(page: &Page) {
    page.visit_awake("/").await;
    let of = |selector: &str| {
        format!("[...document.querySelectorAll('{selector}')].map((one) => one.dataset.actor).sort().join()")
    };
    let list = page.text(&of(".card")).await;
    assert_eq!(page.text(&of(":is([data-view=region], .map-inset) .map-place[data-actor]")).await, list);
    page.click("label:has(> #view-world) span").await;
    page.until("the world has come", "document.querySelector('[data-view=world]')").await;
    assert_eq!(page.text(&of("[data-view=world] .map-place[data-actor]")).await, list);
    assert_eq!(list.split(',').count(), 4);
}

journeys!(FIXTURE;
    a_click_on_the_map_shows_the_reaction_and_marks_the_list,
    a_click_on_the_list_marks_the_map,
    keys_choose_and_let_go,
    buttons_step_through_the_actors,
    the_panel_has_every_reaction_of_the_list,
    back_returns_to_the_choice_before,
    map_and_list_are_twins);

async fn a_touch_chooses_on_a_phone(page: &Page) {
    page.screen(360, false).await;
    page.devtools("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await;
    page.visit_awake("/").await;
    page.value("document.querySelector('.map-sheets').scrollIntoView()").await;
    page.frames_pass().await;
    let spot = page.value("(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(document.querySelector('.map-place[data-actor=no] .map-mark').getBoundingClientRect())").await;
    page.devtools("Input.dispatchTouchEvent", json!({"type": "touchStart", "touchPoints": [spot]})).await;
    page.devtools("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []})).await;
    page.until("Norway is chosen", &format!("{CHOSEN} === 'no'")).await;
    page.until("the panel is on the screen", "(({ top }) => top >= 0 && top < innerHeight * 0.7)(document.querySelector('.reactions-panel').getBoundingClientRect())").await;
}

journeys!(FIXTURE; a_touch_chooses_on_a_phone);

/// The room of a name on the screen: the whole line that it takes.
const LINE: &str = "(name) => name.getBoundingClientRect()";

/// The room of its letters alone. In a region names may come so near to each other that the room between lines is shared.
const LETTERS: &str = "(name) => {
    const { left, right, top, bottom, height } = name.getBoundingClientRect();
    const { fontWeight, fontFamily } = getComputedStyle(name);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = `${fontWeight} 100px ${fontFamily}`;
    const set = pen.measureText(name.textContent.trim());
    const part = height / (set.fontBoundingBoxAscent + set.fontBoundingBoxDescent);
    const above = part * (set.fontBoundingBoxAscent - set.actualBoundingBoxAscent);
    const below = part * (set.fontBoundingBoxDescent - set.actualBoundingBoxDescent);
    return { left, right, top: top + above, bottom: bottom - below, height: height - above - below };
}";

/// Names that cover each other on the map as it shows, and with the whole map also those that leave their sheet.
async fn unreadable(page: &Page, room: &str, whole: bool) -> serde_json::Value {
    page.value(&format!(
        "(() => {{
           const boxes = [...document.querySelectorAll('.map-sheets svg')].flatMap((sheet) => {{
             const frame = sheet.getBoundingClientRect();
             return [...sheet.querySelectorAll('.map-name')].map((name) => ({{ name: name.textContent.trim(), box: ({room})(name), frame }}));
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

/// In both views and closer, as the screen is.
async fn names_do_not_cover_each_other(page: &Page, address: &str, width: u32) {
    let room = if address == "/" { LINE } else { LETTERS };
    page.visit_awake(address).await;
    for view in ["region", "world"] {
        page.click(&format!("label:has(> #view-{view}) span")).await;
        page.until(&format!("the {view} has come"), &format!("document.querySelector('[data-view={view}]')")).await;
        assert_eq!(unreadable(page, room, true).await, json!([]), "the {view} of {address} at {width} px");
        for zoom in ["2000", "4000"] {
            page.click(".map-tools button:nth-of-type(1)").await;
            let shown =
                format!("document.querySelector('[data-view={view}]').style.getPropertyValue('--zoom') === '{zoom}'");
            page.until("it is zoomed", &shown).await;
            let unreadable = unreadable(page, room, false).await;
            assert_eq!(unreadable, json!([]), "the {view} of {address} at {width} px and {zoom}");
        }
    }
}

async fn names_on_the_map_do_not_cover_each_other(page: &Page) {
    for address in addresses() {
        for width in [320, 360, 768, 1280, 1920] {
            page.screen(width, false).await;
            names_do_not_cover_each_other(page, &address, width).await;
        }
    }
}

journeys!(PUBLISHED; names_on_the_map_do_not_cover_each_other);
