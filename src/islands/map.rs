//! Zooming and moving the map: by buttons, keys, fingers, mouse and wheel.
//!
//! Deliberately absent: what is on the sheets and which of them shows, which stand in the page and need no script;
//! anything that would take from a reader a page that scrolls: a wheel without Ctrl, and one finger.

mod part;
pub mod state;

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::{self, Element};
use crate::words::tools;
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

/// The sheets, passed as children, and the tools above them.
#[island]
pub fn Map(children: Children) -> impl IntoView {
    let words = tools::here();
    let root = NodeRef::<Div>::new();
    let state = StoredValue::new(State::default());
    let (limits, set_limits) = signal(Limits::default());
    let send = move |msg: Msg| {
        let effects = state.try_update_value(|state| state.update(msg)).unwrap_or_default();
        let handled = !effects.is_empty();
        for effect in effects {
            perform(effect, set_limits);
        }
        handled
    };
    leptos::prelude::Effect::new(move |woken: Option<()>| {
        if let (None, Some(root)) = (woken, root.get()) {
            send(Msg::Woke(browser::all(&root, SHEET).iter().map(size).collect(), shown()));
            browser::on_focus(move |event| {
                if let Some(place) = browser::closest(event, PLACE)
                    && let Some(spot) = spot_of_place(&place)
                    && send(Msg::Revealed(spot))
                {
                    browser::keep_in_view(place, FRAMES);
                }
            });
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        if browser::is_typed_key(&event)
            && let Some(stop) = browser::closest(&event, STOPS)
            && let Some(msg) = msg_for(&event.key(), spot_of_place(&stop).unwrap_or(MIDDLE))
            && send(msg)
        {
            event.prevent_default();
        }
    };
    let on_press = move |event: ev::PointerEvent| {
        if event.button() == 0
            && let Some(sheet) = browser::closest(&event, SHEET)
        {
            let mouse = event.pointer_type() == "mouse";
            send(Msg::Pressed { id: event.pointer_id(), mouse, at: browser::spot_of(&event, &sheet) });
        }
    };
    let on_drag = move |event: ev::PointerEvent| {
        if event.buttons() == 0 {
            // It has let go where nobody told of it.
            send(Msg::Released(event.pointer_id()));
        } else if let Some(sheet) = sheet(shown()) {
            send(Msg::Dragged(event.pointer_id(), browser::spot_of(&event, &sheet)));
        }
    };
    let on_release = move |event: ev::PointerEvent| {
        send(Msg::Released(event.pointer_id()));
        browser::after_paint(move || {
            send(Msg::Settled);
        });
    };
    let on_click = move |event: ev::MouseEvent| {
        if send(Msg::Clicked) {
            event.prevent_default();
        }
    };
    let on_wheel = move |event: ev::WheelEvent| {
        if (event.ctrl_key() || event.meta_key())
            && let Some(sheet) = browser::closest(&event, SHEET)
        {
            // Otherwise the page would be zoomed too.
            event.prevent_default();
            let pixels = event.delta_y() * if event.delta_mode() == 0 { 1.0 } else { LINE };
            send(Msg::Wheeled(pixels, browser::spot_of(&event, &sheet)));
        }
    };
    let act = move |msg: Msg| {
        send(msg);
    };
    view! {
        <div
            class="map-box"
            data-island="asleep"
            node_ref=root
            on:keydown=on_key
            on:pointerdown=on_press
            on:pointermove=on_drag
            on:pointerup=on_release
            on:pointercancel=on_release
            on:pointerleave=on_release
            on:click=on_click
            on:wheel=on_wheel
            // A link that is dragged away would end the drag of the map.
            on:dragstart=move |event: ev::DragEvent| event.prevent_default()
            on:change=move |_| act(Msg::ViewChosen(shown()))
        >
            <div class="map-tools tools" role="group" aria-label=words.zoom>
                <button type="button" aria-label=words.zoom_in aria-disabled=move || limits.get().closest.then_some("true") on:click=move |_| act(Msg::Zoomed(CLOSER, middle_of_places()))>
                    <span aria-hidden="true">"+"</span>
                </button>
                <button type="button" aria-label=words.zoom_out aria-disabled=move || limits.get().whole.then_some("true") on:click=move |_| act(Msg::Zoomed(1.0 / CLOSER, MIDDLE))>
                    <span aria-hidden="true">{"\u{2212}"}</span>
                </button>
                <button type="button" aria-label=words.whole_map aria-disabled=move || limits.get().whole.then_some("true") on:click=move |_| act(Msg::Whole)>
                    <span class="map-frame" aria-hidden="true"></span>
                </button>
            </div>
            {children()}
            <p class="map-help tools">{words.zoom_keys}</p>
        </div>
    }
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
    usize::from(browser::first("#view-world:checked").is_some())
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
    let chosen = browser::all(&sheet, ".map-place[data-chosen]");
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

fn perform(effect: Effect, set_limits: WriteSignal<Limits>) {
    match effect {
        Effect::Show { sheet: at, zoom, x, y } => show(&sheet(at), zoom, x, y),
        Effect::Limit(limits) => set_limits.set(limits),
        Effect::Hold(pointer) => browser::hold_pointer(&sheet(shown()), pointer),
        // Whoever listens to clicks has the click to be swallowed.
        Effect::Swallow => {}
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
