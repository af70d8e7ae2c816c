//! What belongs to the section being read, beside it.

use serde_json::json;

use crate::journeys;
use crate::support::host::Manners;
use crate::support::page::{FIXTURE, PUBLISHED, Page, Setup, eventually};
use crate::support::story_pages;

/// The sections whose panels show.
const SHOWN: &str = "[...document.querySelectorAll('.beside')].filter((one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible').map((one) => one.dataset.beside).join()";

/// Reads on from the beginning of a section.
async fn read(page: &Page, section: &str) {
    page.value(&format!("document.querySelector('#{section}').scrollIntoView()")).await;
}

async fn read_with_its_panel(page: &Page, section: &str) {
    read(page, section).await;
    page.until(&format!("the panel of {section} shows"), &format!("{SHOWN} === '{section}'")).await;
}

async fn the_panel_is_that_of_the_section_being_read(page: &Page) {
    page.visit_awake("/").await;
    for section in ["replies", "next", "dispute", "opening"] {
        read_with_its_panel(page, section).await;
        assert_eq!(
            page.text("document.querySelector('.beside:not([hidden]) .beside-section').textContent").await,
            page.text(&format!("document.querySelector('#{section} h2').textContent")).await
        );
    }
}

async fn it_stays_on_the_screen(page: &Page) {
    page.visit_awake("/").await;
    for section in ["replies", "costs"] {
        read_with_its_panel(page, section).await;
        let place = "document.querySelector('.companion-box').getBoundingClientRect()";
        page.until(
            "all of it is on the screen",
            &format!("(({{ top, bottom }}) => top >= 0 && top < 40 && bottom <= innerHeight)({place})"),
        )
        .await;
    }
}

async fn an_address_shows_the_panel_of_its_section(page: &Page) {
    page.visit_awake("/#costs").await;
    page.until("its panel shows", &format!("{SHOWN} === 'costs'")).await;
}

async fn its_map_marks_whom_the_section_names_and_lets_them_be_followed(page: &Page) {
    page.visit_awake("/").await;
    read_with_its_panel(page, "replies").await;
    let places = "[...document.querySelectorAll('.beside-places[data-shown] .beside-place')].map((one) => one.dataset.actor).sort().join()";
    page.until("its map marks those near", &format!("{places} === 'dk,no'")).await;
    page.focus(".beside-places[data-shown] [data-actor=dk]").await;
    page.press("\u{e007}").await;
    page.until("Denmark is followed", "document.querySelector('.card[data-chosen]')?.dataset.actor === 'dk'").await;
    assert_eq!(page.text("location.hash").await, "#actor-dk");
    let marked = "document.querySelector('.beside-places[data-shown] [data-actor=dk][data-chosen]')";
    page.until("its map marks Denmark, after the paint", marked).await;
}

async fn an_event_of_the_panel_leads_to_it(page: &Page) {
    page.visit_awake("/").await;
    read_with_its_panel(page, "dispute").await;
    page.focus(".beside:not([hidden]) [href='#event-flood-2023']").await;
    page.press("\u{e007}").await;
    page.until(
        "it is current in the timeline",
        "document.querySelector('.event[aria-current]')?.id.slice(6) === 'flood-2023'",
    )
    .await;
    page.until(
        "it is on the screen",
        "(({ top }) => top >= 0 && top < innerHeight)(document.querySelector('#event-flood-2023').getBoundingClientRect())",
    )
    .await;
}

async fn a_panel_in_use_stays_until_it_is_left(page: &Page) {
    page.visit_awake("/").await;
    read_with_its_panel(page, "dispute").await;
    page.focus(".beside:not([hidden]) a").await;
    // By a key, after which no engine doubts that the focus is to be seen.
    page.press("\u{e004}").await;
    assert!(
        page.holds("document.querySelector('.beside[data-beside=dispute]').contains(document.activeElement)").await,
        "the focus is in the panel"
    );
    read(page, "next").await;
    page.frames_pass().await;
    assert_eq!(page.text(SHOWN).await, "dispute", "what is in use stays");
    page.value("document.activeElement.blur()").await;
    page.until("the panel of the section being read shows", &format!("{SHOWN} === 'next'")).await;
}

journeys!(FIXTURE;
    the_panel_is_that_of_the_section_being_read,
    it_stays_on_the_screen,
    an_address_shows_the_panel_of_its_section,
    its_map_marks_whom_the_section_names_and_lets_them_be_followed,
    an_event_of_the_panel_leads_to_it,
    a_panel_in_use_stays_until_it_is_left);

async fn nothing_of_it_shows(page: &Page) {
    page.visit("/").await;
    assert!(!page.element(".companion-box").await.is_displayed().await.unwrap(), "its place does not show");
    assert!(!page.holds("document.querySelector('.companion-box :is(aside, .beside, .beside-map)')").await);
}

async fn nothing_shows_without_wasm(page: &Page) {
    page.visit_awake("/").await;
    nothing_of_it_shows(page).await;
}

async fn nothing_shows_without_scripts(page: &Page) {
    nothing_of_it_shows(page).await;
}

journeys!(Setup { manners: Manners { no_wasm: true, ..Manners::default() }, ..FIXTURE }; nothing_shows_without_wasm);
journeys!(Setup { manners: Manners { no_scripts: true, ..Manners::default() }, ..FIXTURE }; nothing_shows_without_scripts);

async fn it_is_for_large_screens_and_long_reading(page: &Page) {
    let boxes = "document.querySelector('.companion-box').getClientRects().length";
    for (width, shows) in [(360, false), (768, false), (1000, true), (1920, true)] {
        page.screen(width, false).await;
        page.visit_awake("/").await;
        assert_eq!(page.number(boxes).await, f64::from(u8::from(shows)), "at {width} px");
    }
    page.click("label:has(> #depth-short) span").await;
    page.until("it is gone beside the summaries", &format!("{boxes} === 0")).await;
    page.click("label:has(> #depth-full) span").await;
    page.until("it is back beside all of it", &format!("{boxes} === 1")).await;
}

journeys!(FIXTURE; it_is_for_large_screens_and_long_reading);

/// A window that is made wider has room for what a narrow one neither shows nor fetches.
async fn a_window_that_becomes_wide_gets_it(page: &Page) {
    page.screen(768, false).await;
    page.visit_awake("/#dispute").await;
    page.frames_pass().await;
    assert_eq!(page.host.asked_for("/data/beside-"), 0, "nothing is fetched");
    page.screen(1280, false).await;
    // Of which section, depends on where the browser leaves the reader.
    page.until("a panel shows", SHOWN).await;
    assert_eq!(page.host.asked_for("/data/beside-"), 1);
}

journeys!(FIXTURE; a_window_that_becomes_wide_gets_it);

async fn it_stays_empty_where_it_cannot_be_fetched_and_comes_at_the_next_section(page: &Page) {
    page.visit_awake("/").await;
    let asked = || page.host.asked_for("/data/beside-");
    eventually("it is asked for", || asked() > 0).await;
    page.frames_pass().await;
    assert!(!page.holds("document.querySelector('.companion-box aside')").await, "it is empty");
    assert!(page.holds("document.querySelector('.companion-box').dataset.island === 'awake'").await);
    let before = asked();
    read(page, "works").await;
    eventually("it is asked for again", || asked() > before).await;
    page.frames_pass().await;
    assert!(!page.holds("document.querySelector('.companion-box aside')").await, "it is still empty");
    page.host.release();
    read_with_its_panel(page, "costs").await;
}

journeys!(Setup { manners: Manners { no_data: true, ..Manners::default() }, ..FIXTURE };
    it_stays_empty_where_it_cannot_be_fetched_and_comes_at_the_next_section);

/// The sections of a story that have panels.
async fn sections_with_panels(page: &Page) -> Vec<String> {
    page.value("void fetch(document.querySelector('.companion-box [data-facts]').dataset.facts).then((answer) => answer.json()).then(({ panels }) => { window.panels = panels; })").await;
    page.until("they are known", "window.panels").await;
    let sections = page.value("window.panels.map(({ section }) => section)").await;
    sections.as_array().unwrap().iter().map(|section| section.as_str().unwrap().to_owned()).collect()
}

/// Notes where each name is on the map that shows, which is the same place in every section.
const NOTE_NAMES: &str = "(() => {
    const map = document.querySelector('.beside-map').getBoundingClientRect();
    if (map.width > 0) window.map = { width: map.width, height: map.height };
    for (const name of document.querySelectorAll('.beside-name')) {
      const { left, top, right, bottom } = name.getBoundingClientRect();
      window.names.set(name.textContent, { left: left - map.left, top: top - map.top, right: right - map.left, bottom: bottom - map.top });
    }
  })()";

/// What is wrong with the names that were noted.
const OVERLAPS: &str = "(() => {
    const { names, map } = window;
    const near = [...document.querySelectorAll('[data-view=region] .map-place[data-actor]')].map((place) => place.dataset.actor);
    const named = near.filter((id) => document.querySelector(`.article [data-about~=\"${id}\"]`));
    const found = named.length < 2 || names.size < named.length || !map ? ['names are missing'] : [];
    for (const [one, box] of names) {
      if (box.left < 0 || box.right > map.width || box.top < 0 || box.bottom > map.height) found.push(one + ' leaves the map');
      for (const [other, its] of names) {
        const wide = Math.min(box.right, its.right) - Math.max(box.left, its.left);
        const high = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
        if (one < other && wide > 0 && high > 0) found.push(one + ' covers ' + other);
      }
    }
    return found;
  })()";

async fn names_on_its_map_do_not_cover_each_other(page: &Page) {
    for address in story_pages() {
        for width in [1000, 1280, 1920] {
            page.screen(width, false).await;
            page.visit_awake(&address).await;
            page.value("void Object.assign(window, { names: new Map(), map: null })").await;
            for section in sections_with_panels(page).await {
                read_with_its_panel(page, &section).await;
                page.value(NOTE_NAMES).await;
            }
            assert_eq!(page.value(OVERLAPS).await, json!([]), "{address} at {width} px");
        }
    }
}

journeys!(PUBLISHED; names_on_its_map_do_not_cover_each_other);
