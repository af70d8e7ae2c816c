//! Zooming and moving the map: by buttons, keys, fingers, mouse and wheel.
//!
//! Deliberately absent: what is on the sheets and which of them shows, which stand in the page and need no script;
//! anything that would take from a reader a page that scrolls: a wheel without Ctrl, and one finger.

mod part;
pub mod sheet;
pub mod state;

use std::pin::Pin;

use leptos::ev;
use leptos::prelude::*;

use super::frame::{Sender, in_group, in_part, lazy_frame, sender};
use crate::browser::{self, Element, Event};
use crate::contract::attribute::{self, selector};
use crate::contract::id;
use crate::words::tools;
use sheet::Sheet;
use state::{Effect, Limits, Msg, State};

/// A sheet that can be zoomed.
const SHEET: &str = ".map-sheet";

/// An actor's place on such a sheet.
const PLACE: &str = ".map-sheet .map-place";

/// What listens to keys while it has the focus.
const STOPS: &str = ".map-tools button, .map-sheet .map-place";

/// The middle of what is shown.
const MIDDLE: (f64, f64) = (0.5, 0.5);

/// For how many frames a place that has the focus is kept in view: a browser may yet scroll to where it was before.
const FRAMES: u8 = 20;

/// By how much a button or a key zooms.
const CLOSER: f64 = 2.0;

/// How much of what is shown a key moves.
const STEP: f64 = 0.25;

/// How many pixels a line has, by which the wheels of some browsers count.
const LINE: f64 = 33.0;

/// The tools and the sheets, passed as children.
#[island]
pub fn Map(children: Children) -> impl IntoView {
    lazy_frame("map-box", "explore", fetch, children)
}

in_group!(explore, wake_map);

fn wake(root: Element) {
    let mut state = State::default();
    let send = sender(move |msg| state.update(msg), perform);
    send(Msg::Woke(browser::all(&root, SHEET).iter().map(size).collect(), shown()));
    let revealed = send.clone();
    browser::on_focus(move |event| {
        if let Some(place) = browser::closest(event, PLACE)
            && let Some(spot) = spot_of_place(&place)
            && revealed(Msg::Revealed(spot))
        {
            browser::keep_in_view(place, FRAMES);
        }
    });
    // A browser that comes back to the page may have the world chosen.
    if shown() == 1 && sheet(1).is_none() {
        browser::spawn(fetch_world(browser::first_within(&root, selector::FACTS), send.clone()));
    }
    answer(&root, &send);
    answer_pointers(&root, &send);
}

/// Answers to keys, buttons and the choice of the view.
fn answer(root: &Element, send: &Sender<Msg>) {
    let pressed = send.clone();
    browser::listen(root, "keydown", move |event: &ev::KeyboardEvent| {
        if browser::is_typed_key(event)
            && let Some(stop) = browser::closest(event, STOPS)
            && let Some(msg) = msg_for(&event.key(), spot_of_place(&stop).unwrap_or(MIDDLE))
            && pressed(msg)
        {
            event.prevent_default();
        }
    });
    let (chosen, sheets) = (send.clone(), browser::first_within(root, selector::FACTS));
    browser::listen(root, "change", move |_: &Event| {
        if shown() == 1 && sheet(1).is_none() {
            browser::spawn(fetch_world(sheets.clone(), chosen.clone()));
        } else {
            chosen(Msg::ViewChosen(shown()));
        }
    });
    let clicked = send.clone();
    browser::listen(root, "click", move |event: &Event| {
        if clicked(Msg::Clicked) {
            event.prevent_default();
            return;
        }
        let button = browser::around(event, attribute::ZOOM).map(|button| browser::attribute(&button, attribute::ZOOM));
        match button.as_deref() {
            Some("in") => clicked(Msg::Zoomed(CLOSER, middle_of_places())),
            Some("out") => clicked(Msg::Zoomed(1.0 / CLOSER, MIDDLE)),
            Some(_) => clicked(Msg::Whole),
            None => false,
        };
    });
}

/// Fetches the sheet of the world and shows it; where it cannot be had, the region goes on showing, and it is said why.
async fn fetch_world(sheets: Option<Element>, send: Sender<Msg>) {
    if let Some(sheets) = sheets
        && let Ok(drawing) = draw_world::draw_world(sheets).await
    {
        drawing.await;
    }
    match sheet(1) {
        Some(world) => {
            tell("");
            send(Msg::SheetCame(size(&world)));
            send(Msg::ViewChosen(shown()));
        }
        None => {
            browser::check(&browser::by_id(id::VIEW_REGION));
            tell(tools::here().no_world);
        }
    }
}

/// Says something below the map, or nothing any more.
fn tell(said: &str) {
    browser::show_text(&browser::first(".map-status"), said);
}

/// A sheet that is being fetched and drawn.
type Drawn = Pin<Box<dyn Future<Output = ()>>>;

in_part!(drawing, draw_world, draw -> super::Drawn);

fn draw(sheets: Element) -> Drawn {
    Box::pin(async move {
        if let Ok(world) = browser::fetch::<Sheet>(&browser::attribute(&sheets, attribute::FACTS)).await
            && sheet(1).is_none()
        {
            browser::mount(&sheets, move || sheet::sheet(&world));
            browser::tell_drawn();
        }
    })
}

/// Answers to fingers, the mouse and its wheel.
fn answer_pointers(root: &Element, send: &Sender<Msg>) {
    let pressed = send.clone();
    browser::listen(root, "pointerdown", move |event: &ev::PointerEvent| {
        if event.button() == 0
            && let Some(sheet) = browser::closest(event, SHEET)
        {
            let mouse = event.pointer_type() == "mouse";
            pressed(Msg::Pressed { id: event.pointer_id(), mouse, at: browser::spot_of(event, &sheet) });
        }
    });
    let dragged = send.clone();
    browser::listen(root, "pointermove", move |event: &ev::PointerEvent| {
        if event.buttons() == 0 {
            // It has let go where nobody told of it.
            dragged(Msg::Released(event.pointer_id()));
        } else if let Some(sheet) = sheet(shown()) {
            dragged(Msg::Dragged(event.pointer_id(), browser::spot_of(event, &sheet)));
        }
    });
    for name in ["pointerup", "pointercancel", "pointerleave"] {
        let released = send.clone();
        browser::listen(root, name, move |event: &ev::PointerEvent| {
            released(Msg::Released(event.pointer_id()));
            let settled = released.clone();
            browser::after_paint(move || {
                settled(Msg::Settled);
            });
        });
    }
    // A link that is dragged away would end the drag of the map.
    browser::listen(root, "dragstart", |event: &Event| event.prevent_default());
    let wheeled = send.clone();
    browser::listen(root, "wheel", move |event: &ev::WheelEvent| {
        if (event.ctrl_key() || event.meta_key())
            && let Some(sheet) = browser::closest(event, SHEET)
        {
            // Otherwise the page would be zoomed too.
            event.prevent_default();
            let pixels = event.delta_y() * if event.delta_mode() == 0 { 1.0 } else { LINE };
            wheeled(Msg::Wheeled(pixels, browser::spot_of(event, &sheet)));
        }
    });
}

/// What a key means; the spot is that of the place which has the focus.
fn msg_for(key: &str, spot: (f64, f64)) -> Option<Msg> {
    match key {
        "+" | "=" => Some(Msg::Zoomed(CLOSER, spot)),
        "-" => Some(Msg::Zoomed(1.0 / CLOSER, spot)),
        "0" => Some(Msg::Whole),
        "ArrowLeft" => Some(Msg::Moved(-STEP, 0.0)),
        "ArrowRight" => Some(Msg::Moved(STEP, 0.0)),
        "ArrowUp" => Some(Msg::Moved(0.0, -STEP)),
        "ArrowDown" => Some(Msg::Moved(0.0, STEP)),
        _ => None,
    }
}

/// Which sheet shows. The page itself knows, also before it is laid out.
fn shown() -> usize {
    usize::from(browser::is_checked(&browser::by_id(id::VIEW_WORLD)))
}

fn sheet(at: usize) -> Option<Element> {
    browser::all_of_page(SHEET).into_iter().nth(at)
}

/// Where a place is on the sheet that shows; `None` for what is no place.
fn spot_of_place(place: &Element) -> Option<(f64, f64)> {
    browser::spot_of_first(place, ".map-reach", &sheet(shown())?)
}

/// The middle of the places that the sheet shows, of those chosen where there are any, so that coming closer leads to
/// them and not to empty land.
fn middle_of_places() -> (f64, f64) {
    let Some(sheet) = sheet(shown()) else {
        return MIDDLE;
    };
    let chosen = browser::all(&sheet, &[".map-place", selector::CHOSEN].concat());
    let places = if chosen.is_empty() { browser::all(&sheet, PLACE) } else { chosen };
    let is_in = |part: f64| (0.0..=1.0).contains(&part);
    let spots = places.iter().filter_map(spot_of_place).filter(|(x, y)| is_in(*x) && is_in(*y));
    let (x, y, count) = spots.fold((0.0, 0.0, 0.0), |(x, y, count), spot| (x + spot.0, y + spot.1, count + 1.0));
    if count > 0.0 { (x / count, y / count) } else { MIDDLE }
}

/// The width and height of a sheet in its own units, which are whole.
fn size(sheet: &Element) -> (f64, f64) {
    let view = browser::attribute(sheet, "viewBox");
    let mut sizes = view.split(' ').skip(2).map(|number| number.parse::<u16>().map_or(1.0, f64::from));
    (sizes.next().unwrap_or(1.0), sizes.next().unwrap_or(1.0))
}

fn perform(effect: Effect) {
    match effect {
        Effect::Show { sheet: at, zoom, x, y } => show(&sheet(at), zoom, x, y),
        Effect::Limit(limits) => limit(&limits),
        Effect::Hold(pointer) => browser::hold_pointer(&sheet(shown()), pointer),
        // Whoever listens to clicks has the click to be swallowed.
        Effect::Swallow => {}
    }
}

/// Says on the buttons that they can do nothing.
fn limit(limits: &Limits) {
    for (button, end) in [("in", limits.closest), ("out", limits.whole), ("whole", limits.whole)] {
        let button = browser::first(&attribute::valued(attribute::ZOOM, button));
        browser::set_attribute(&button, "aria-disabled", if end { "true" } else { "false" });
    }
}

/// Shows a sheet larger, but not what keeps its size: marks and names by the style sheet, and patterns.
fn show(sheet: &Option<Element>, zoom: i32, x: i32, y: i32) {
    let large = zoom.to_string();
    let moved = ["scale(.001)translate(", &(-x).to_string(), " ", &(-y).to_string(), ")scale(", &large, ")"].concat();
    browser::set_property(sheet, "--zoom", &large);
    let camera = sheet.as_ref().and_then(|sheet| browser::first_within(sheet, ".map-camera"));
    browser::set_attribute(&camera, "transform", &moved);
    let small = 1_000_000_i32.checked_div(zoom).unwrap_or_default().to_string();
    let finer = ["scale(.001)scale(", &small, ")"].concat();
    for pattern in browser::all_of_page(".map-zoomed") {
        browser::set_attribute(&Some(pattern), "patternTransform", &finer);
    }
}
