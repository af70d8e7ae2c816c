//! Passages of the article: the one that the reader has selected, and marking one.
//!
//! Deliberately absent: the page's own marks on statements; this one changes nothing in the document.

use std::rc::Rc;

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Node, Range};

use super::highlight::highlight;
use super::{Element, Event, Pause, all, listen, nearest};
use crate::comments::{Comment, Quote, find};
use crate::contract::id;

/// What in the article is no part of its text.
const NO_TEXT: &str = ".claim-ref, .comment-on, button, [hidden]";

/// How many words at each end stand for a long passage.
const ENDS: usize = 4;

/// How long a selection has to stay as it is, in milliseconds.
const SELECTED: u32 = 150;

/// What parts a text into lines.
const LINES: &str = "p, li, td, th, h2, h3, tr";

/// The passage that is selected, if it lies within one section of the article, and the place below its end: from the
/// left and from the top of the page, in pixels.
pub fn selected_passage() -> Option<(Quote, f64, f64)> {
    let selection = window().get_selection().ok().flatten().filter(|selection| !selection.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    let section = section_around(&range)?;
    let mut passage = String::new();
    let mut line = None;
    for node in texts(&section).into_iter().filter(|node| range.intersects_node(node).unwrap_or(false)) {
        let units: Vec<u16> = node.text_content().unwrap_or_default().encode_utf16().collect();
        let is = |other: Result<Node, JsValue>| other.is_ok_and(|other| other == node);
        let from = if is(range.start_container()) { range.start_offset().unwrap_or(0) as usize } else { 0 };
        let to = if is(range.end_container()) { range.end_offset().unwrap_or(0) as usize } else { units.len() };
        let of = node.parent_element().and_then(|parent| nearest(&parent, LINES));
        if line.replace(of.clone()).is_some_and(|before| before != of) {
            passage.push(' ');
        }
        passage += &String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
    }
    let passage: String = passage.split_whitespace().collect::<Vec<_>>().join(" ");
    let passage: String = passage.chars().take(Comment::LONGEST_PASSAGE).collect();
    let place = range.get_bounding_client_rect();
    let (left, top) = (window().scroll_x().ok()?, window().scroll_y().ok()?);
    (!passage.is_empty()).then(|| (Quote { section: section.id(), passage }, place.left() + left, place.bottom() + top))
}

fn section_around(range: &Range) -> Option<Element> {
    let common = range.common_ancestor_container().ok()?;
    let element = common.dyn_ref::<Element>().cloned().or_else(|| common.parent_element())?;
    nearest(&element, ".article > section[id]")
}

/// The nodes of an element that are its text.
fn texts(element: &Element) -> Vec<Node> {
    let mut found = Vec::new();
    let mut nodes: Vec<Node> = vec![element.clone().into()];
    while let Some(node) = nodes.pop() {
        if node.node_type() == Node::TEXT_NODE {
            found.push(node);
            continue;
        }
        if node.dyn_ref::<Element>().is_some_and(|element| element.matches(NO_TEXT).unwrap_or(false)) {
            continue;
        }
        let mut child = node.last_child();
        while let Some(this) = child {
            child = this.previous_sibling();
            nodes.push(this);
        }
    }
    found
}

/// Marks a passage, so that the style sheet shows `::highlight(passage)`; an engine without such marks selects it.
/// Answers the element around its beginning; nothing where it is not in the article any more.
pub fn mark_passage(quote: &Quote) -> Option<Element> {
    let section =
        document().get_element_by_id(&quote.section).filter(|section| section.matches("section").unwrap_or(false))?;
    let nodes = texts(&section);
    let words: Vec<String> = nodes.iter().map(|node| node.text_content().unwrap_or_default()).collect();
    let passage = find(&words, &quote.passage)?;
    let (first, last) = (nodes.get(passage.start.text)?, nodes.get(passage.end.text)?);
    let range = document().create_range().ok()?;
    range.set_start(first, passage.start.at).ok()?;
    range.set_end(last, passage.end.at).ok()?;
    if !highlight("passage", &range)
        && let Ok(Some(selection)) = window().get_selection()
    {
        // A selection of what is in the page is never refused.
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(&range);
    }
    first.parent_element()
}

/// The address at which browsers that know text fragments mark a passage by themselves.
pub fn address_of_passage(quote: &Quote) -> String {
    let words: Vec<&str> = quote.passage.split(' ').collect();
    // A minus sign has a meaning of its own there. References that stand within a long passage are no part of it.
    let coded = |words: &[&str]| String::from(js_sys::encode_uri_component(&words.join(" "))).replace('-', "%2D");
    let (first, last) =
        (words.get(..ENDS), words.len().checked_sub(ENDS).filter(|at| *at > ENDS).and_then(|at| words.get(at..)));
    let text = match (first, last) {
        _ if quote.passage.is_empty() => return id::link_to(&quote.section),
        (Some(first), Some(last)) => coded(first) + "," + &coded(last),
        _ => coded(&words),
    };
    ["#", &quote.section, ":~:text=", &text].concat()
}

/// Calls `selected` when the reader has changed what is selected, and paused.
pub fn on_selection(selected: impl Fn() + 'static) {
    let (pause, selected) = (Pause::default(), Rc::new(selected));
    listen(&document(), "selectionchange", move |_: &Event| {
        let selected = selected.clone();
        pause.after(SELECTED, move || selected());
    });
}

/// The ids of the article's sections.
pub fn sections() -> Vec<String> {
    let article = document().get_element_by_id(id::ARTICLE);
    article.map(|article| all(&article, "section[id]").iter().map(Element::id).collect()).unwrap_or_default()
}
