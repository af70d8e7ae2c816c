//! The timeline at a glance, without a browser.

use backgrounder::islands::Event;
use backgrounder::islands::axis::state::{Effect, Msg, State, Step};
use backgrounder::selection::Selection;

fn woken() -> State {
    let event = |id: &str, era: &str, actors: &[&str]| Event {
        id: id.into(),
        era: era.into(),
        actors: actors.iter().map(|actor| (*actor).into()).collect(),
    };
    let events = vec![
        event("coup", "before", &["ir", "gb"]),
        event("treaty", "before", &["ir", "us"]),
        event("deal", "deal", &["ir", "us"]),
        event("talks", "now", &["om", "us"]),
        event("sanctions", "now", &["us"]),
    ];
    let mut state = State::default();
    assert_eq!(state.update(Msg::Woke(events, "now".into())), [swap_event("", "talks")]);
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
fn the_tabulator_key_leads_to_the_era_that_the_page_draws_out() {
    woken();
}

#[test]
fn arrows_walk_through_all_events_and_stop_at_the_ends() {
    let mut state = woken();
    assert_eq!(walked(&mut state, &[Step::Forward, Step::Forward]), ["sanctions", ""]);
    assert_eq!(
        walked(&mut state, &[Step::Back, Step::Back, Step::Back, Step::Back, Step::Back]),
        ["talks", "deal", "treaty", "coup", ""]
    );
}

#[test]
fn a_step_into_another_era_draws_it_out() {
    let mut state = woken();
    assert_eq!(
        state.update(Msg::Stepped(Step::Back)),
        [swap_era("now", "deal"), swap_event("talks", "deal"), Effect::Focus("deal".into())]
    );
}

#[test]
fn home_and_end_lead_to_the_first_event_and_the_last() {
    assert_eq!(walked(&mut woken(), &[Step::First, Step::Last]), ["coup", "sanctions"]);
}

#[test]
fn page_keys_lead_to_the_first_event_of_the_next_era_and_of_the_one_before() {
    let mut state = woken();
    state.update(Msg::Reached("treaty".into()));
    assert_eq!(walked(&mut state, &[Step::EraForward, Step::EraForward, Step::EraForward]), ["deal", "talks", ""]);
    state.update(Msg::Reached("sanctions".into()));
    assert_eq!(walked(&mut state, &[Step::EraBack, Step::EraBack, Step::EraBack]), ["deal", "coup", ""]);
}

#[test]
fn keys_pass_over_events_of_others_than_those_who_are_followed() {
    let mut state = woken();
    state.update(Msg::Followed(Selection::only("ir")));
    assert_eq!(walked(&mut state, &[Step::Last, Step::EraBack, Step::EraForward]), ["deal", "coup", "deal"]);
}

#[test]
fn events_of_others_are_dimmed_and_only_changes_are_told() {
    let mut state = woken();
    assert_eq!(state.update(Msg::Followed(Selection::only("om"))).len(), 4);
    assert_eq!(
        state.update(Msg::Followed(Selection::only("us"))),
        ["treaty", "deal", "sanctions"].map(|id| Effect::SetDimmed(id.into(), false))
    );
    assert_eq!(state.update(Msg::Followed(Selection::default())), [Effect::SetDimmed("coup".into(), false)]);
}

#[test]
fn an_event_that_is_reached_in_the_list_is_marked_here_and_takes_no_focus() {
    let mut state = woken();
    assert_eq!(state.update(Msg::Reached("coup".into())), [swap_era("now", "before"), swap_event("talks", "coup")]);
    assert_eq!(state.update(Msg::Reached("coup".into())), []);
    assert_eq!(state.update(Msg::Reached("nobody-knows".into())), []);
}

#[test]
fn choosing_an_era_draws_it_out() {
    let mut state = woken();
    assert_eq!(state.update(Msg::EraChosen("deal".into())), [swap_era("now", "deal"), swap_event("talks", "deal")]);
    assert_eq!(state.update(Msg::EraChosen("nowhere".into())), []);
}
