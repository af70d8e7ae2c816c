//! Where fingers and the mouse are, and what is under them.
//!
//! Deliberately absent: what they mean there.

use leptos::web_sys::MouseEvent;

use super::{Element, all};

/// Where a finger, the mouse or the wheel is on an element: from the left and from the top, in parts of its width and
/// height.
pub fn spot_of(event: &MouseEvent, on: &Element) -> (f64, f64) {
    spot(on, f64::from(event.client_x()), f64::from(event.client_y()))
}

/// Where on an element the middle of the first is that matches below another.
pub fn spot_of_first(below: &Element, selector: &str, on: &Element) -> Option<(f64, f64)> {
    let place = all(below, selector).first()?.get_bounding_client_rect();
    Some(spot(on, place.left() + place.width() / 2.0, place.top() + place.height() / 2.0))
}

fn spot(on: &Element, left: f64, top: f64) -> (f64, f64) {
    let frame = on.get_bounding_client_rect();
    // What is not laid out has no width, and nothing is on it.
    ((left - frame.left()) / frame.width().max(1.0), (top - frame.top()) / frame.height().max(1.0))
}

/// Has an element told of a finger or the mouse until it lets go, wherever it is.
pub fn hold_pointer(element: &Option<Element>, id: i32) {
    if let Some(element) = element {
        // One that has let go by now is told of no more.
        let _ = element.set_pointer_capture(id);
    }
}
