//! What the reader has in view and where the focus is.
//!
//! Deliberately absent: what is shown there.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{Element, after_paint, by_id, fragment, page_has, parent, reads_leftwards};
use crate::contract::attribute;

/// Shows a popover and moves the focus into it; where it stands on large screens is told to the style sheet in
/// `--at-inline` and `--at-block`, in pixels from the start and the top of the screen.
pub fn show_popover_at(popover: &Option<Element>, about: &Element) {
    let Some(popover) = popover.as_ref().and_then(|popover| popover.dyn_ref::<HtmlElement>()) else {
        return;
    };
    let place = about.get_bounding_client_rect();
    // What was asked within the popover itself leaves it where it is.
    let properties = if popover.contains(Some(about)) { &[][..] } else { &["--at-inline", "--at-block"] };
    let start = if reads_leftwards() { screen_width() - place.right() } else { place.left() };
    for (name, pixels) in properties.iter().zip([start, place.bottom()]) {
        // Properties of our own take any value.
        let _ = popover.style().set_property(name, &[&(pixels as i32).to_string(), "px"].concat());
    }
    // A popover that is open already stays open.
    let _ = popover.show_popover();
    let _ = popover.focus();
}

/// Tells the style sheet a value under a name of our own.
pub fn set_property(element: &Option<Element>, name: &str, value: &str) {
    if let Some(element) = element {
        // Elements of SVG have a style as those of HTML have; properties of our own take any value.
        let _ = element.unchecked_ref::<HtmlElement>().style().set_property(name, value);
    }
}

/// Hides a popover; the browser gives the focus back.
pub fn hide_popover(popover: &Option<Element>) {
    if let Some(popover) = popover.as_ref().and_then(|popover| popover.dyn_ref::<HtmlElement>()) {
        // A popover that is hidden already stays hidden.
        let _ = popover.hide_popover();
    }
}

/// Whether an element takes room on the page.
pub fn is_laid_out(element: &Option<Element>) -> bool {
    element.as_ref().is_some_and(|element| element.get_bounding_client_rect().height() > 0.0)
}

/// What matches and has the focus, or has it within.
pub fn focused(selector: &str) -> Option<Element> {
    document().active_element()?.closest(selector).ok()?
}

/// Whether the focus is within what matches.
pub fn has_focus_within(selector: &str) -> bool {
    focused(selector).is_some()
}

/// Whether an element has the focus.
pub fn is_focused(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// Gives the focus back to an element, and leaves the view where it is.
pub fn return_focus(element: &Option<Element>) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element {
        // Links of HTML and of SVG take the focus in the same way.
        let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
    }
}

/// How far below the top of the screen an element begins, in pixels; negative above it.
pub fn top_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

fn screen_width() -> f64 {
    document().document_element().map_or(0.0, |root| f64::from(root.client_width()))
}

/// Whether the page has been scrolled.
pub fn is_scrolled() -> bool {
    window().scroll_y().unwrap_or_default() > 0.0
}

/// Scrolls by so many pixels.
pub fn scroll_by(pixels: f64) {
    window().scroll_by_with_x_and_y(0.0, pixels);
}

/// Whether the page may move what the reader sees. To scroll in a frame is to scroll its host, which is not ours before
/// the reader has done something in it.
fn may_scroll() -> bool {
    !page_has(attribute::FRAMED) || page_has(attribute::USED)
}

/// Scrolls to an element.
pub fn bring_into_view(element: &Option<Element>) {
    if let Some(element) = element.as_ref().filter(|_| may_scroll()) {
        element.scroll_into_view();
    }
}

/// Makes a change that may move the page. What the address names stands afterwards where the address led, if it stood
/// there before; a reader who has scrolled on is left alone.
pub fn stay_at_address(change: impl FnOnce()) {
    let place = by_id(&fragment::here()).filter(is_where_address_led);
    change();
    bring_into_view(&place);
}

fn is_where_address_led(place: &Element) -> bool {
    let style = window().get_computed_style(place).ok().flatten();
    let margin = style.and_then(|style| style.get_property_value("scroll-margin-block-start").ok());
    // The browser reads numbers already; tables for that would be larger than the rest of what waits for them.
    let margin = margin.map_or(0.0, |margin| js_sys::parse_float(&margin));
    // Browsers scroll by whole pixels of the screen.
    (place.get_bounding_client_rect().top() - margin).abs() <= 2.0
}

/// Scrolls until an element is in the middle of the screen.
pub fn bring_to_middle(element: &Option<Element>) {
    if let Some(element) = element.as_ref().filter(|_| may_scroll()) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        // Every browser scrolls to an element, if not all of them to the middle.
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls to what is around the drawing that an element is in, unless all of the element is on the screen, after
/// each of the next frames. (Firefox and WebKit do not know where what is moved within a drawing is, nor how large the
/// drawing then is, and scroll when they are ready.)
pub fn keep_in_view(element: Element, frames: u8) {
    let Some(left) = frames.checked_sub(1) else {
        return;
    };
    after_paint(move || {
        let place = element.get_bounding_client_rect();
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        if place.top() < 0.0 || place.bottom() > height {
            bring_into_view(&parent(element.closest("svg").ok().flatten()));
        }
        keep_in_view(element, left);
    });
}

/// Moves focus, and with it the view, to an element.
pub fn go_to(element: &Option<Element>) {
    let element = element.as_ref().filter(|_| may_scroll());
    if let Some(element) = element.and_then(|element| element.dyn_ref::<HtmlElement>()) {
        // A browser that will not move focus leaves the reader where they are.
        let _ = element.focus();
    }
}
