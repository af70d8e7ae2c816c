//! The timeline at a glance, without a browser.

use backgrounder::islands::Event;
use backgrounder::islands::axis::state::{Effect, Msg, State, Step};
use backgrounder::selection::Selection;

fn events() -> Vec<Event> {
    let event = |id: &str, era: &str, actors: &[&str]| Event {
        id: id.into(),
        era: era.into(),
        actors: actors.iter().map(|actor| (*actor).into()).collect(),
    };
    vec![
        event("coup", "before", &["ir", "gb"]),
        event("treaty", "before", &["ir", "us"]),
        event("deal", "deal", &["ir", "us"]),
        event("talks", "now", &["om", "us"]),
        event("sanctions", "now", &["us"]),
    ]
}

/// Where there is room, before the line has come.
fn fetching() -> State {
    let mut state = State::default();
    assert_eq!(state.update(Msg::Woke(events())), []);
    assert_eq!(state.update(Msg::RoomChanged(true)), [Effect::Draw]);
    state
}

fn drawn() -> State {
    let mut state = fetching();
    assert_eq!(state.update(Msg::Drawn("now".into())), [Effect::SayMissing(false), swap_event("", "talks")]);
    state
}

fn swap_event(from: &str, to: &str) -> Effect {
    Effect::SwapEvent { from: from.into(), to: to.into() }
}

fn swap_era(from: &str, to: &str) -> Effect {
    Effect::SwapEra { from: from.into(), to: to.into() }
}

/// Where the focus goes after each of these steps.
fn walked(state: &mut State, steps: &[Step]) -> Vec<String> {
    let focused = |effects: Vec<Effect>| {
        effects.into_iter().find_map(|effect| match effect {
            Effect::Focus(id) => Some(id),
            _ => None,
        })
    };
    steps.iter().map(|step| focused(state.update(Msg::Stepped(*step))).unwrap_or_default()).collect()
}

#[test]
fn the_tabulator_key_leads_to_the_era_that_is_drawn_out() {
    drawn();
}

#[test]
fn it_is_fetched_once_and_only_where_there_is_room() {
    let mut state = State::default();
    state.update(Msg::Woke(events()));
    assert_eq!(state.update(Msg::RoomChanged(false)), []);
    assert_eq!(state.update(Msg::Reached("coup".into())), []);
    assert_eq!(state.update(Msg::Touched), []);
    assert_eq!(state.update(Msg::RoomChanged(true)), [Effect::Draw]);
    assert_eq!(state.update(Msg::RoomChanged(false)), []);
    assert_eq!(state.update(Msg::RoomChanged(true)), [], "it is on its way");
    state.update(Msg::Drawn("now".into()));
    assert_eq!(state.update(Msg::RoomChanged(true)), [], "it is there");
    assert_eq!(state.update(Msg::Touched), []);
}

#[test]
fn what_could_not_be_fetched_is_said_and_tried_again_when_it_is_next_asked_for() {
    let mut state = fetching();
    assert_eq!(state.update(Msg::NotDrawn), [Effect::SayMissing(true)]);
    assert_eq!(state.update(Msg::Followed(Selection::only("om"))), [], "nothing of the line is asked for");
    assert_eq!(state.update(Msg::Reached("coup".into())), [Effect::Draw]);
    assert_eq!(state.update(Msg::Reached("deal".into())), [], "it is on its way");
    assert_eq!(state.update(Msg::NotDrawn), [Effect::SayMissing(true)]);
    assert_eq!(state.update(Msg::Touched), [Effect::Draw]);
    state.update(Msg::NotDrawn);
    assert_eq!(state.update(Msg::RoomChanged(false)), []);
    assert_eq!(state.update(Msg::Touched), [], "there is no room any more");
    assert_eq!(state.update(Msg::RoomChanged(true)), [Effect::Draw]);
}

#[test]
fn what_was_reached_and_who_was_followed_before_it_came_shows_when_it_has() {
    let mut state = fetching();
    assert_eq!(state.update(Msg::Reached("treaty".into())), []);
    assert_eq!(state.update(Msg::Reached("coup".into())), []);
    assert_eq!(state.update(Msg::Followed(Selection::only("gb"))), []);
    let dimmed = |id: &str| Effect::SetDimmed(id.into(), true);
    assert_eq!(
        state.update(Msg::Drawn("now".into())),
        [
            Effect::SayMissing(false),
            swap_event("", "talks"),
            dimmed("treaty"),
            dimmed("deal"),
            dimmed("talks"),
            dimmed("sanctions"),
            swap_era("now", "before"),
            swap_event("talks", "coup")
        ]
    );
}

#[test]
fn arrows_walk_through_all_events_and_stop_at_the_ends() {
    let mut state = drawn();
    assert_eq!(walked(&mut state, &[Step::Forward, Step::Forward]), ["sanctions", ""]);
    assert_eq!(
        walked(&mut state, &[Step::Back, Step::Back, Step::Back, Step::Back, Step::Back]),
        ["talks", "deal", "treaty", "coup", ""]
    );
}

#[test]
fn a_step_into_another_era_draws_it_out() {
    let mut state = drawn();
    assert_eq!(
        state.update(Msg::Stepped(Step::Back)),
        [swap_era("now", "deal"), swap_event("talks", "deal"), Effect::Focus("deal".into())]
    );
}

#[test]
fn home_and_end_lead_to_the_first_event_and_the_last() {
    assert_eq!(walked(&mut drawn(), &[Step::First, Step::Last]), ["coup", "sanctions"]);
}

#[test]
fn page_keys_lead_to_the_first_event_of_the_next_era_and_of_the_one_before() {
    let mut state = drawn();
    state.update(Msg::Reached("treaty".into()));
    assert_eq!(walked(&mut state, &[Step::EraForward, Step::EraForward, Step::EraForward]), ["deal", "talks", ""]);
    state.update(Msg::Reached("sanctions".into()));
    assert_eq!(walked(&mut state, &[Step::EraBack, Step::EraBack, Step::EraBack]), ["deal", "coup", ""]);
}

#[test]
fn keys_pass_over_events_of_others_than_those_who_are_followed() {
    let mut state = drawn();
    state.update(Msg::Followed(Selection::only("ir")));
    assert_eq!(walked(&mut state, &[Step::Last, Step::EraBack, Step::EraForward]), ["deal", "coup", "deal"]);
}

#[test]
fn events_of_others_are_dimmed_and_only_changes_are_told() {
    let mut state = drawn();
    assert_eq!(state.update(Msg::Followed(Selection::only("om"))).len(), 4);
    assert_eq!(
        state.update(Msg::Followed(Selection::only("us"))),
        ["treaty", "deal", "sanctions"].map(|id| Effect::SetDimmed(id.into(), false))
    );
    assert_eq!(state.update(Msg::Followed(Selection::default())), [Effect::SetDimmed("coup".into(), false)]);
}

#[test]
fn an_event_that_is_reached_in_the_list_is_marked_here_and_takes_no_focus() {
    let mut state = drawn();
    assert_eq!(state.update(Msg::Reached("coup".into())), [swap_era("now", "before"), swap_event("talks", "coup")]);
    assert_eq!(state.update(Msg::Reached("coup".into())), []);
    assert_eq!(state.update(Msg::Reached("nobody-knows".into())), []);
}

#[test]
fn choosing_an_era_draws_it_out() {
    let mut state = drawn();
    assert_eq!(state.update(Msg::EraChosen("deal".into())), [swap_era("now", "deal"), swap_event("talks", "deal")]);
    assert_eq!(state.update(Msg::EraChosen("nowhere".into())), []);
}
