//! How much of the article is read, without a browser.

use backgrounder::islands::depth::state::{Effect, Msg, Place, State};

fn remembered() -> Option<String> {
    Some("short".into())
}

fn at(section: usize, top: f64) -> Option<Place> {
    Some(Place { section, top })
}

#[test]
fn what_was_chosen_last_time_is_chosen_again() {
    let effects = State::default().update(Msg::Woke("full".into(), remembered(), String::new(), false));
    assert_eq!(effects, [Effect::Choose("short".into())]);
    assert_eq!(State::default().update(Msg::Woke("full".into(), None, String::new(), false)), []);
}

#[test]
fn who_came_for_a_certain_place_or_reads_already_is_left_there() {
    assert_eq!(State::default().update(Msg::Woke("full".into(), remembered(), "faq-oman".into(), false)), []);
    assert_eq!(State::default().update(Msg::Woke("full".into(), remembered(), String::new(), true)), []);
}

#[test]
fn what_was_chosen_before_waking_is_remembered_and_left() {
    let effects = State::default().update(Msg::Woke("key".into(), remembered(), String::new(), false));
    assert_eq!(effects, [Effect::Remember("key".into())]);
}

#[test]
fn a_choice_is_remembered_and_the_section_stays_where_it_was() {
    let mut state = State::default();
    state.update(Msg::Reached(at(3, 120.0)));
    assert_eq!(state.section(), Some(3));
    let effects = state.update(Msg::Chosen("short".into(), at(3, -400.0)));
    assert_eq!(effects, [Effect::Remember("short".into()), Effect::ScrollBy(-520.0)]);
}

#[test]
fn all_of_it_is_what_needs_no_remembering() {
    assert_eq!(State::default().update(Msg::Chosen("full".into(), None)), [Effect::Forget]);
}

#[test]
fn nothing_scrolls_where_nothing_moved() {
    let mut state = State::default();
    state.update(Msg::Reached(at(0, 40.0)));
    assert_eq!(state.update(Msg::Chosen("key".into(), at(0, 40.0))), [Effect::Remember("key".into())]);
    state.update(Msg::Reached(None));
    assert_eq!(state.update(Msg::Chosen("key".into(), at(0, 90.0))), [Effect::Remember("key".into())]);
}
