//! Which section's panel shows, and when panels are fetched, without a browser.

use backgrounder::islands::companion::state::{Effect, Msg, State};

fn ids(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

/// Four sections.
fn woken() -> State {
    let mut state = State::default();
    let sections = ids(&["began", "went-on", "paused", "ended"]);
    assert_eq!(state.update(Msg::Woke(sections)), [], "waking changes nothing");
    state
}

/// The panels: the third section has none.
fn panels() -> Msg {
    Msg::Fetched(ids(&["began", "went-on", "ended"]))
}

/// The panels are there, and the first shows.
fn drawn() -> State {
    let mut state = woken();
    assert_eq!(state.update(Msg::RoomChanged(true)), [Effect::Fetch]);
    assert_eq!(state.update(panels()), show("began"), "the first shows from the start");
    state
}

fn show(section: &str) -> [Effect; 1] {
    [Effect::Show(section.into())]
}

#[test]
fn the_panel_is_that_of_the_section_being_read() {
    let mut state = drawn();
    assert_eq!(state.update(Msg::Reached(0, false)), [], "the first shows from the start");
    assert_eq!(state.update(Msg::Reached(1, false)), show("went-on"));
    assert_eq!(state.update(Msg::Reached(1, false)), [], "it shows already");
    assert_eq!(state.update(Msg::Reached(3, false)), show("ended"));
    assert_eq!(state.update(Msg::Reached(0, false)), show("began"));
}

#[test]
fn a_section_without_a_panel_leaves_the_one_that_shows() {
    let mut state = drawn();
    state.update(Msg::Reached(1, false));
    assert_eq!(state.update(Msg::Reached(2, false)), []);
    assert_eq!(state.update(Msg::Reached(3, false)), show("ended"));
}

#[test]
fn a_panel_in_use_stays_until_it_is_left() {
    let mut state = drawn();
    assert_eq!(state.update(Msg::Reached(1, true)), []);
    assert_eq!(state.update(Msg::Reached(3, true)), []);
    assert_eq!(state.update(Msg::Left), show("ended"));
    assert_eq!(state.update(Msg::Left), []);
}

#[test]
fn whoever_comes_back_before_leaving_a_panel_keeps_it() {
    let mut state = drawn();
    state.update(Msg::Reached(1, true));
    state.update(Msg::Reached(0, true));
    assert_eq!(state.update(Msg::Left), []);
}

#[test]
fn leaving_before_anything_is_reached_changes_nothing() {
    assert_eq!(drawn().update(Msg::Left), []);
}

#[test]
fn a_section_that_is_not_there_changes_nothing() {
    assert_eq!(drawn().update(Msg::Reached(9, false)), []);
    assert_eq!(State::default().update(Msg::Reached(0, false)), []);
}

#[test]
fn nothing_is_fetched_where_there_is_no_room() {
    let mut state = woken();
    assert_eq!(state.update(Msg::RoomChanged(false)), []);
    assert_eq!(state.update(Msg::Reached(1, false)), []);
    assert_eq!(state.update(Msg::RoomChanged(true)), [Effect::Fetch], "a window that becomes wide has some");
    assert_eq!(state.update(Msg::RoomChanged(false)), []);
    assert_eq!(state.update(Msg::RoomChanged(true)), [], "the panels are on their way");
    state.update(panels());
    assert_eq!(state.update(Msg::RoomChanged(true)), [], "they are there");
}

#[test]
fn panels_that_come_late_begin_with_that_of_the_section_being_read() {
    for (reached, shown) in [(0, "began"), (1, "went-on"), (2, "went-on"), (3, "ended")] {
        let mut state = woken();
        state.update(Msg::RoomChanged(true));
        assert_eq!(state.update(Msg::Reached(reached, false)), [], "nothing is there yet");
        assert_eq!(state.update(panels()), show(shown), "at section {reached}");
    }
}

#[test]
fn what_could_not_be_fetched_is_tried_again_at_the_next_section() {
    let mut state = woken();
    state.update(Msg::Reached(0, false));
    assert_eq!(state.update(Msg::RoomChanged(true)), [Effect::Fetch]);
    assert_eq!(state.update(Msg::NotFetched), []);
    assert_eq!(state.update(Msg::Reached(0, false)), [], "not in the same section");
    assert_eq!(state.update(Msg::Reached(1, false)), [Effect::Fetch]);
    assert_eq!(state.update(Msg::Reached(2, false)), [], "it is on its way");
    assert_eq!(state.update(Msg::NotFetched), [Effect::Fetch], "the reader has gone on meanwhile");
    assert_eq!(state.update(panels()), show("went-on"));
    assert_eq!(state.update(Msg::Reached(3, false)), show("ended"));
}

#[test]
fn a_story_without_panels_shows_none() {
    let mut state = woken();
    state.update(Msg::RoomChanged(true));
    assert_eq!(state.update(Msg::Fetched(Vec::new())), []);
    assert_eq!(state.update(Msg::Reached(1, false)), []);
}
