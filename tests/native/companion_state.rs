//! Which section's panel shows, without a browser.

use backgrounder::islands::companion::state::{Effect, Msg, State};

/// Four sections, of which the third has no panel.
fn woken() -> State {
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let mut state = State::default();
    let effects =
        state.update(Msg::Woke(ids(&["began", "went-on", "paused", "ended"]), ids(&["began", "went-on", "ended"])));
    assert_eq!(effects, [], "waking changes nothing");
    state
}

fn swap(from: &str, to: &str) -> [Effect; 1] {
    [Effect::Swap { from: from.into(), to: to.into() }]
}

#[test]
fn the_panel_is_that_of_the_section_being_read() {
    let mut state = woken();
    assert_eq!(state.update(Msg::Reached(0, false)), [], "the first shows from the start");
    assert_eq!(state.update(Msg::Reached(1, false)), swap("began", "went-on"));
    assert_eq!(state.update(Msg::Reached(1, false)), [], "it shows already");
    assert_eq!(state.update(Msg::Reached(3, false)), swap("went-on", "ended"));
    assert_eq!(state.update(Msg::Reached(0, false)), swap("ended", "began"));
}

#[test]
fn a_section_without_a_panel_leaves_the_one_that_shows() {
    let mut state = woken();
    state.update(Msg::Reached(1, false));
    assert_eq!(state.update(Msg::Reached(2, false)), []);
    assert_eq!(state.update(Msg::Reached(3, false)), swap("went-on", "ended"));
}

#[test]
fn a_panel_in_use_stays_until_it_is_left() {
    let mut state = woken();
    assert_eq!(state.update(Msg::Reached(1, true)), []);
    assert_eq!(state.update(Msg::Reached(3, true)), []);
    assert_eq!(state.update(Msg::Left), swap("began", "ended"));
    assert_eq!(state.update(Msg::Left), []);
}

#[test]
fn whoever_comes_back_before_leaving_a_panel_keeps_it() {
    let mut state = woken();
    state.update(Msg::Reached(1, true));
    state.update(Msg::Reached(0, true));
    assert_eq!(state.update(Msg::Left), []);
}

#[test]
fn leaving_before_anything_is_reached_changes_nothing() {
    assert_eq!(woken().update(Msg::Left), []);
}

#[test]
fn a_section_that_is_not_there_changes_nothing() {
    assert_eq!(woken().update(Msg::Reached(9, false)), []);
    assert_eq!(State::default().update(Msg::Reached(0, false)), []);
}
