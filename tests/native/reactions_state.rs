//! The panel and the places of the map, without a browser.

use backgrounder::islands::reactions::state::{Effect, Msg, State, Step};
use backgrounder::selection::Selection;

fn ids(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn woken() -> State {
    let mut state = State::default();
    state.update(Msg::Woke(
        ids("om us ir"),
        vec![vec![ids("om us"), ids("ir us")], vec![ids("ir")], vec![ids("ir om")]],
    ));
    state
}

#[test]
fn following_shows_the_reactions_and_where_things_happened() {
    assert_eq!(
        woken().update(Msg::Followed(Selection::only("om"))),
        [Effect::Show(ids("om")), Effect::SetPlace(0, true), Effect::SetPlace(1, false), Effect::SetPlace(2, true)]
    );
}

#[test]
fn following_two_shows_both_and_only_their_common_places() {
    let effects = woken().update(Msg::Followed(Selection::only("om").with("ir")));
    assert_eq!(effects[0], Effect::Show(ids("om ir")));
    assert_eq!(effects[1..], [Effect::SetPlace(0, false), Effect::SetPlace(1, false), Effect::SetPlace(2, true)]);
}

#[test]
fn somebody_without_a_reaction_has_none_shown() {
    assert_eq!(woken().update(Msg::Followed(Selection::only("ru")))[0], Effect::Show(Vec::new()));
}

#[test]
fn following_nobody_shows_nothing_and_no_place() {
    let mut state = woken();
    assert_eq!(state.update(Msg::Followed(Selection::default())), []);
    state.update(Msg::Followed(Selection::only("om")));
    let effects = state.update(Msg::Followed(Selection::default()));
    assert_eq!(effects[0], Effect::Show(Vec::new()));
    assert!(effects[1..].iter().all(|effect| matches!(effect, Effect::SetPlace(_, false))));
}

#[test]
fn steps_go_round() {
    let mut state = woken();
    for expected in ["om", "us", "ir", "om"] {
        let next = Selection::only(expected);
        assert_eq!(state.update(Msg::Stepped(Step::Forward)), [Effect::Follow(next.clone())]);
        state.update(Msg::Followed(next));
    }
    assert_eq!(state.update(Msg::Stepped(Step::Back)), [Effect::Follow(Selection::only("ir"))]);
    assert_eq!(State::default().update(Msg::Stepped(Step::Forward)), []);
}

#[test]
fn what_is_drawn_later_shows_the_places_of_those_who_are_followed() {
    let mut state = woken();
    state.update(Msg::Followed(Selection::only("om")));
    let places = vec![vec![ids("ir")], vec![ids("om us")]];
    assert_eq!(state.update(Msg::Drawn(places)), [Effect::SetPlace(0, false), Effect::SetPlace(1, true)]);
}
