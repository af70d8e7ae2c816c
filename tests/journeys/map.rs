//! Zooming and moving the map, its two views, and its legend.

use serde_json::json;

use crate::journeys;
use crate::support::host::Manners;
use crate::support::page::{FIXTURE, PUBLISHED, Page, Setup};
use crate::support::story_pages;

/// How large the sheet of the region is shown, in thousandths.
const ZOOM: &str = "Number(getComputedStyle(document.querySelector('.map-sheet')).getPropertyValue('--zoom'))";

/// How it is enlarged and moved.
const CAMERA: &str = "document.querySelector('.map-camera').getAttribute('transform')";

const CLOSER: &str = ".map-tools button:nth-of-type(1)";
const FARTHER: &str = ".map-tools button:nth-of-type(2)";
const WHOLE: &str = ".map-tools button:nth-of-type(3)";

const TAB: &str = "\u{e004}";
const DOWN: &str = "\u{e015}";

/// The sheet of the world, once it has been asked for and has come.
const WORLD: &str = "document.querySelector('[data-view=world]')";

/// Those whose places are on the map as it is.
const SHOWN: &str = "[...document.querySelectorAll('.map-place[data-actor]')].filter((one) => one.getBoundingClientRect().height > 0).map((one) => one.dataset.actor).sort().join()";

/// Those whose cards are in the list as it is.
const LISTED: &str = "[...document.querySelectorAll('.card')].filter((one) => one.getBoundingClientRect().height > 0).map((one) => one.dataset.actor).sort().join()";

const EVERYBODY: &str = "dk,is,no,se";

async fn zoomed(page: &Page, thousandths: u32) {
    page.until(&format!("the map is at {thousandths}"), &format!("{ZOOM} === {thousandths}")).await;
}

fn is_at_its_end(button: &str) -> String {
    format!("document.querySelector('{button}').getAttribute('aria-disabled') === 'true'")
}

/// What a script does with the sheet of the region: `box` is its box on the screen.
fn on_the_sheet(script: &str) -> String {
    format!(
        "(() => {{ const sheet = document.querySelector('.map-sheet'); sheet.scrollIntoView({{ block: 'center' }}); const box = sheet.getBoundingClientRect(); {script} }})()"
    )
}

async fn buttons_zoom_and_show_all(page: &Page) {
    page.visit_awake("/").await;
    let size = "document.querySelector('.map-place[data-actor=no] .map-mark').getBoundingClientRect().width";
    let before = page.number(size).await;
    assert!(before > 4.0, "the mark is {before} pixels wide");
    assert!(page.holds(&is_at_its_end(FARTHER)).await && page.holds(&is_at_its_end(WHOLE)).await);
    for thousandths in [2000, 4000, 8000] {
        page.click(CLOSER).await;
        zoomed(page, thousandths).await;
        assert!((page.number(size).await - before).abs() < 1.0, "marks keep their size at {thousandths}");
    }
    assert!(page.holds(&is_at_its_end(CLOSER)).await && !page.holds(&is_at_its_end(FARTHER)).await);
    page.click(FARTHER).await;
    zoomed(page, 4000).await;
    page.click(WHOLE).await;
    zoomed(page, 1000).await;
    assert!(page.holds(&is_at_its_end(WHOLE)).await && !page.holds(&is_at_its_end(CLOSER)).await);
}

/// Complaint 6, no keyboard operation.
async fn keys_zoom_and_reset(page: &Page) {
    page.visit_awake("/").await;
    page.focus(CLOSER).await;
    page.press(TAB).await;
    page.until("the next button has the focus", &format!("document.activeElement.matches('{FARTHER}')")).await;
    page.press("+").await;
    zoomed(page, 2000).await;
    // The focus leapt past parts that are laid out once near, which may yet move the page.
    page.frames_pass().await;
    let (before, scrolled) = (page.text(CAMERA).await, page.number("scrollY").await);
    page.press(DOWN).await;
    page.until("an arrow moves the map", &format!("{CAMERA} !== '{before}'")).await;
    assert_eq!(page.number("scrollY").await, scrolled, "and not the page");
    page.focus(".map-place[data-actor=se]").await;
    page.press("=").await;
    zoomed(page, 4000).await;
    page.press("-").await;
    zoomed(page, 2000).await;
    page.press("0").await;
    zoomed(page, 1000).await;
    assert!(page.holds("document.activeElement.matches('.map-place[data-actor=se]')").await, "the focus stays");
}

async fn the_wheel_zooms_with_ctrl_alone(page: &Page) {
    page.visit_awake("/").await;
    let turn = |key: &str| {
        on_the_sheet(&format!(
            "const event = new WheelEvent('wheel', {{ {key}deltaY: -100, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, bubbles: true, cancelable: true }});
             sheet.dispatchEvent(event);
             return event.defaultPrevented;"
        ))
    };
    assert!(!page.holds(&turn("")).await, "a plain wheel scrolls the page");
    assert_eq!(page.number(ZOOM).await, 1000.0);
    assert!(page.holds(&turn("ctrlKey: true, ")).await, "one with Ctrl does not zoom it");
    zoomed(page, 1500).await;
    assert!(page.holds(&turn("metaKey: true, ")).await);
    zoomed(page, 2250).await;
}

/// Tells the sheet of pointers: of which kind, and for each event its name, whose it is, and where.
fn pointers(kind: &str, events: &[(&str, u32, f64, f64)], then: &str) -> String {
    on_the_sheet(&format!(
        "for (const [name, pointerId, x, y] of {}) {{
           sheet.dispatchEvent(new PointerEvent(name, {{ pointerId, pointerType: '{kind}', button: 0, buttons: name === 'pointerup' ? 0 : 1, clientX: box.left + box.width * x, clientY: box.top + box.height * y, bubbles: true, cancelable: true }}));
         }}
         {then}",
        json!(events)
    ))
}

async fn two_fingers_zoom_and_one_scrolls_the_page(page: &Page) {
    page.visit_awake("/").await;
    let one = [("pointerdown", 11, 0.5, 0.5), ("pointermove", 11, 0.8, 0.5), ("pointerup", 11, 0.8, 0.5)];
    page.value(&pointers("touch", &one, "")).await;
    assert_eq!(page.number(ZOOM).await, 1000.0);
    let two = [("pointerdown", 11, 0.4, 0.5), ("pointerdown", 12, 0.6, 0.5), ("pointermove", 12, 0.8, 0.5)];
    page.value(&pointers("touch", &two, "")).await;
    page.until("it is twice as large", &format!("Math.abs({ZOOM} - 2000) < 60")).await;
    page.value(&pointers("touch", &[("pointerup", 12, 0.8, 0.5), ("pointermove", 11, 0.1, 0.5)], "")).await;
    assert!(page.holds(&format!("Math.abs({ZOOM} - 2000) < 60")).await, "the finger that is left does nothing");
    assert_eq!(page.text("getComputedStyle(document.querySelector('.map-sheet')).touchAction").await, "pan-y");
}

async fn a_mouse_drags_the_map_and_chooses_nobody(page: &Page) {
    page.visit_awake("/").await;
    page.click(CLOSER).await;
    zoomed(page, 2000).await;
    let before = page.text(CAMERA).await;
    // To the upper left, so that Denmark's mark comes into view.
    let drag = [("pointerdown", 1, 0.5, 0.5), ("pointermove", 1, 0.4, 0.3), ("pointerup", 1, 0.4, 0.3)];
    let click = "const click = new MouseEvent('click', { bubbles: true, cancelable: true });
                 document.querySelector('.map-place[data-actor=dk] .map-mark').dispatchEvent(click);
                 return click.defaultPrevented && location.hash === '';";
    assert!(page.holds(&pointers("mouse", &drag, click)).await, "the click at its end is swallowed");
    page.until("the map has moved", &format!("{CAMERA} !== '{before}'")).await;
    page.click(".map-place[data-actor=dk] .map-mark").await;
    page.until("the next click chooses", "document.querySelector('.card[data-chosen]')?.dataset.actor === 'dk'").await;
}

/// Complaint 16, map markers do not come into view.
async fn a_place_comes_into_view_when_it_takes_the_focus(page: &Page) {
    page.visit_awake("/").await;
    for thousandths in [2000, 4000, 8000] {
        page.click(CLOSER).await;
        zoomed(page, thousandths).await;
    }
    let shows = |actor: &str| {
        format!(
            "((frame, mark) => mark.left >= frame.left && mark.right <= frame.right && mark.top >= Math.max(frame.top, 0) && mark.bottom <= Math.min(frame.bottom, innerHeight))(document.querySelector('.map-sheet').getBoundingClientRect(), document.querySelector('.map-place[data-actor={actor}] .map-mark').getBoundingClientRect())"
        )
    };
    for actor in ["se", "no"] {
        assert!(!page.holds(&shows(actor)).await, "{actor} is outside");
        page.focus(&format!(".map-place[data-actor={actor}]")).await;
        page.until(&format!("{actor} is brought into view"), &shows(actor)).await;
    }
}

async fn each_view_is_a_twin_of_the_list(page: &Page) {
    page.visit_awake("/").await;
    assert_eq!(page.text(LISTED).await, EVERYBODY);
    assert_eq!(page.text(SHOWN).await, EVERYBODY, "the region and its insets");
    page.click("label:has(> #view-world) span").await;
    page.until("the world has come", WORLD).await;
    page.until("the world shows them all", &format!("{SHOWN} === '{EVERYBODY}'")).await;
    assert!(
        page.holds("document.querySelector('.map-sheet[data-view=region]').getBoundingClientRect().height === 0").await,
        "and the region is gone"
    );
    page.click(CLOSER).await;
    let world = "getComputedStyle(document.querySelector('[data-view=world]')).getPropertyValue('--zoom').trim()";
    page.until("the tools are those of the world", &format!("{world} === '2000'")).await;
    assert_eq!(page.number(ZOOM).await, 1000.0, "the region is as it was");
}

async fn a_name_without_room_shows_when_it_is_asked_for(page: &Page) {
    page.visit_awake("/").await;
    page.click("label:has(> #view-world) span").await;
    page.until("the world has come", WORLD).await;
    let name = "document.querySelector('[data-view=world] .map-place[data-actor=se] .map-name').getBoundingClientRect().height > 0";
    assert!(!page.holds(name).await, "there is no room for Sweden's name");
    page.click(".chips a[data-actor=se]").await;
    page.until("it shows while Sweden is chosen", name).await;
}

async fn the_focus_returns_to_the_view_that_shows(page: &Page) {
    page.visit_awake("/").await;
    page.click("label:has(> #view-world) span").await;
    page.until("the world has come", WORLD).await;
    page.value("document.querySelector('[data-view=world] path[data-actor=no]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))").await;
    page.until("Norway is chosen", "document.querySelector('.card[data-chosen]')?.dataset.actor === 'no'").await;
    page.bar_shows().await;
    page.focus(".following-end").await;
    page.press("\u{e007}").await;
    page.until(
        "the focus is on its mark in the world",
        "document.activeElement.matches('[data-view=world] .map-place[data-actor=no]')",
    )
    .await;
}

async fn choose(page: &Page, stance: &str) {
    page.click(&format!("label:has(> #legend-{stance}) span")).await;
}

async fn the_legend_leaves_those_of_one_stance(page: &Page) {
    choose(page, "mediates").await;
    page.until("Norway alone is listed", &format!("{LISTED} === 'no'")).await;
    let opacity = |selector: &str| format!("Number(getComputedStyle(document.querySelector('{selector}')).opacity)");
    for of in [
        |actor: &str| format!(".map-place[data-actor={actor}]"),
        |actor: &str| format!(".map-land > g:has([data-actor={actor}])"),
    ] {
        assert_eq!(page.number(&opacity(&of("no"))).await, 1.0);
        assert!(page.number(&opacity(&of("se"))).await < 0.5, "the others are dimmed");
    }
    let height = |stance: &str| {
        format!(
            "document.querySelector('.card[data-actor=no] .reaction[data-stance={stance}]').getBoundingClientRect().height"
        )
    };
    assert!(page.number(&height("mediates")).await > 0.0);
    assert_eq!(page.number(&height("urges-diplomacy")).await, 0.0, "its other reaction is left out");
    choose(page, "urges-diplomacy").await;
    page.until("two urge diplomacy", &format!("{LISTED} === 'is,no'")).await;
    choose(page, "all").await;
    page.until("all are back", &format!("{LISTED} === '{EVERYBODY}'")).await;
    assert_eq!(page.number(&opacity(".map-place[data-actor=se]")).await, 1.0);
}

async fn the_legend_filters(page: &Page) {
    page.visit_awake("/").await;
    the_legend_leaves_those_of_one_stance(page).await;
}

journeys!(FIXTURE;
    buttons_zoom_and_show_all,
    keys_zoom_and_reset,
    the_wheel_zooms_with_ctrl_alone,
    two_fingers_zoom_and_one_scrolls_the_page,
    a_mouse_drags_the_map_and_chooses_nobody,
    a_place_comes_into_view_when_it_takes_the_focus,
    each_view_is_a_twin_of_the_list,
    a_name_without_room_shows_when_it_is_asked_for,
    the_focus_returns_to_the_view_that_shows,
    the_legend_filters);

async fn the_legend_filters_without_scripts(page: &Page) {
    page.visit("/").await;
    the_legend_leaves_those_of_one_stance(page).await;
}

/// The world is fetched, so that without scripts there is nothing to choose.
async fn without_scripts_the_region_shows_and_no_choice(page: &Page) {
    page.visit("/").await;
    assert_eq!(page.text(SHOWN).await, EVERYBODY, "the region and its insets");
    assert!(!page.element(".map-views").await.is_displayed().await.unwrap());
}

journeys!(Setup { manners: Manners { no_scripts: true, ..Manners::default() }, ..FIXTURE };
    the_legend_filters_without_scripts,
    without_scripts_the_region_shows_and_no_choice);

async fn a_world_that_cannot_be_fetched_leaves_the_region(page: &Page) {
    page.visit_awake("/").await;
    page.click("label:has(> #view-world) span").await;
    page.until(
        "it says so",
        "document.querySelector('.map-status').textContent.startsWith('The world map could not be loaded.')",
    )
    .await;
    assert!(page.holds("document.querySelector('#view-region').checked").await, "the region is chosen again");
    assert_eq!(page.text(SHOWN).await, EVERYBODY);
}

journeys!(Setup { manners: Manners { no_data: true, ..Manners::default() }, ..FIXTURE };
    a_world_that_cannot_be_fetched_leaves_the_region);

/// Whom the reader follows is marked in the world also where it is fetched only then.
async fn the_world_shows_whom_the_reader_follows(page: &Page) {
    page.visit_awake("/#actor-se").await;
    page.until("Sweden is followed", "document.querySelector('.card[data-actor=se][data-chosen]')").await;
    page.click("label:has(> #view-world) span").await;
    page.until("it is marked", "document.querySelector('[data-view=world] .map-place[data-actor=se][data-chosen]')")
        .await;
}

journeys!(FIXTURE; the_world_shows_whom_the_reader_follows);

async fn its_tools_can_be_touched_on_a_phone(page: &Page) {
    for width in [320, 360] {
        page.screen(width, false).await;
        page.visit_awake("/").await;
        let small = page
            .value("[...document.querySelectorAll('.map-tools button, .map-views label, .map-legend label')].map((one) => [one.textContent, one.getBoundingClientRect()]).filter(([, { width, height }]) => width < 44 || height < 44).map(([text]) => text)")
            .await;
        assert_eq!(small, json!([]), "at {width} px");
    }
}

journeys!(FIXTURE; its_tools_can_be_touched_on_a_phone);

/// In some published story; which of them has names so near to each other is the editors' business.
async fn a_name_shows_where_the_map_is_wide_enough(page: &Page) {
    let names = "[...document.querySelectorAll('[data-view=region] .map-name')]";
    let shows = "(name) => name.getBoundingClientRect().height > 0";
    let mut appeared = Vec::new();
    for address in story_pages() {
        page.screen(360, false).await;
        page.visit_awake(&address).await;
        assert!(page.holds(&format!("{names}.some({shows})")).await, "{address} shows names on a phone");
        page.value(&format!("void (window.without = {names}.filter((name) => !({shows})(name)))")).await;
        page.screen(1280, false).await;
        page.until("the screen is wide", "innerWidth === 1280").await;
        page.frames_pass().await;
        let more = page.value(&format!("window.without.filter({shows}).map((name) => name.textContent.trim())")).await;
        appeared.extend(more.as_array().unwrap().clone());
    }
    assert!(!appeared.is_empty(), "some name has no room on a phone and has some on a large screen");
}

async fn a_map_that_stays_in_view_is_seen_whole(page: &Page) {
    for address in story_pages() {
        let figure = "document.querySelector('.map-figure')";
        let stays = format!("getComputedStyle({figure}).position === 'sticky'");
        for (width, height) in [(1000, 580), (1280, 560), (1280, 650), (1280, 840), (1920, 1000)] {
            page.devtools(
                "Emulation.setDeviceMetricsOverride",
                json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}),
            )
            .await;
            page.visit_awake(&address).await;
            let top = page.number(&format!("parseFloat(getComputedStyle({figure}).insetBlockStart) || 0")).await;
            let whole = page
                .number(&format!("{figure}.querySelector('.map-sheets').getBoundingClientRect().bottom - {figure}.getBoundingClientRect().top"))
                .await;
            assert!(
                !page.holds(&stays).await || top + whole <= f64::from(height),
                "{address} at {width} x {height}: {top} + {whole}"
            );
        }
        assert!(page.holds(&stays).await, "on a large screen that of {address} stays, however many insets it has");
    }
}

journeys!(PUBLISHED;
    a_name_shows_where_the_map_is_wide_enough,
    a_map_that_stays_in_view_is_seen_whole);
