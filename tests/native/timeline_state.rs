//! The timeline's tools, without a browser.

use backgrounder::islands::Event;
use backgrounder::islands::timeline::state::{Effect, Msg, State, Step};
use backgrounder::selection::Selection;

fn woken() -> State {
    woken_at("").0
}

fn woken_at(fragment: &str) -> (State, Vec<Effect>) {
    let event = |id: &str, era: &str, actors: &[&str]| Event {
        id: id.into(),
        era: era.into(),
        actors: actors.iter().map(|actor| (*actor).into()).collect(),
    };
    let events = vec![
        event("coup", "before", &["ir", "gb"]),
        event("deal", "deal", &["ir", "us"]),
        event("talks", "now", &["om", "us"]),
    ];
    let mut state = State::default();
    let effects = state.update(Msg::Woke(events, fragment.into()));
    (state, effects)
}

fn goes_to(effects: &[Effect]) -> Option<&str> {
    effects.iter().find_map(|effect| match effect {
        Effect::GoTo(id) => Some(id.as_str()),
        _ => None,
    })
}

#[test]
fn waking_marks_the_event_of_the_address_and_leaves_the_rest() {
    assert_eq!(woken_at("event-deal").1, [Effect::Mark("deal".into())]);
    assert_eq!(woken_at("era-deal").1, []);
    assert_eq!(woken_at("faq-deal").1, []);
}

#[test]
fn the_first_step_forward_goes_to_the_first_event_and_opens_its_era() {
    assert_eq!(
        woken().update(Msg::Stepped(Step::Forward)),
        [Effect::OpenEra("before".into()), Effect::Mark("coup".into()), Effect::GoTo("coup".into())]
    );
}

#[test]
fn a_step_takes_the_mark_along() {
    let mut state = woken();
    state.update(Msg::Stepped(Step::First));
    let effects = state.update(Msg::Stepped(Step::Forward));
    assert!(effects.contains(&Effect::Unmark("coup".into())));
    assert_eq!(goes_to(&effects), Some("deal"));
}

#[test]
fn there_is_no_step_beyond_the_ends() {
    let mut state = woken();
    state.update(Msg::Stepped(Step::Last));
    assert_eq!(state.update(Msg::Stepped(Step::Forward)), []);
    state.update(Msg::Stepped(Step::First));
    assert_eq!(state.update(Msg::Stepped(Step::Back)), []);
}

#[test]
fn steps_pass_over_what_the_filters_hide() {
    let mut state = woken();
    state.update(Msg::Followed(Selection::only("us")));
    assert_eq!(goes_to(&state.update(Msg::Stepped(Step::Forward))), Some("deal"));
    assert_eq!(goes_to(&state.update(Msg::Stepped(Step::Forward))), Some("talks"));
    assert_eq!(goes_to(&state.update(Msg::Stepped(Step::Back))), Some("deal"));
}

#[test]
fn filters_by_actor_and_era_work_together() {
    let mut state = woken();
    state.update(Msg::Followed(Selection::only("us")));
    let effects = state.update(Msg::EraChosen("now".into()));
    assert!(effects.contains(&Effect::SetShown("deal".into(), false)));
    assert!(effects.contains(&Effect::SetEraShown("deal".into(), false)));
    let told = |id: &str| effects.iter().any(|effect| matches!(effect, Effect::SetShown(of, _) if of == id));
    assert!(!told("talks") && !told("coup"), "what stays as it was is not told again");
    assert!(effects.contains(&Effect::OpenEra("now".into())));
    assert_eq!(effects.last(), Some(&Effect::Announce(1, 3)));
}

#[test]
fn clearing_the_filters_opens_no_era() {
    let mut state = woken();
    state.update(Msg::Followed(Selection::only("us")));
    let effects = state.update(Msg::Followed(Selection::default()));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::OpenEra(_))));
    assert_eq!(effects.last(), Some(&Effect::Announce(3, 3)));
}

#[test]
fn a_current_event_that_a_filter_hides_loses_its_mark() {
    let mut state = woken();
    state.update(Msg::Stepped(Step::First));
    let effects = state.update(Msg::Followed(Selection::only("om")));
    assert!(effects.contains(&Effect::Unmark("coup".into())));
}

#[test]
fn an_address_shows_its_event_even_if_a_filter_hides_it() {
    let mut state = woken();
    state.update(Msg::Followed(Selection::only("om")));
    let effects = state.update(Msg::AddressChanged("event-coup".into()));
    assert!(effects.contains(&Effect::SetShown("coup".into(), true)));
    assert!(effects.contains(&Effect::Unfollow), "nobody is followed any more, and the address stays");
    assert_eq!(goes_to(&effects), Some("coup"));
}

#[test]
fn an_address_shows_its_era_even_if_a_filter_hides_it() {
    let mut state = woken();
    state.update(Msg::EraChosen("now".into()));
    let effects = state.update(Msg::AddressChanged("era-deal".into()));
    assert!(effects.contains(&Effect::ClearEra) && effects.contains(&Effect::SetEraShown("deal".into(), true)));
    assert_eq!(effects.last(), Some(&Effect::BringIntoView("deal".into())));
    let effects = state.update(Msg::AddressChanged("era-deal".into()));
    assert_eq!(effects, [Effect::OpenEra("deal".into()), Effect::BringIntoView("deal".into())]);
}

#[test]
fn choosing_an_actor_in_the_field_follows_it() {
    assert_eq!(woken().update(Msg::ActorChosen("us".into())), [Effect::Follow(Selection::only("us"))]);
}

#[test]
fn the_field_shows_whom_the_reader_follows_elsewhere() {
    let mut state = woken();
    assert_eq!(state.update(Msg::Followed(Selection::only("us")))[0], Effect::SetActor("us".into()));
    assert_eq!(state.update(Msg::Followed(Selection::only("us").with("om")))[0], Effect::SetActor("us".into()));
    assert_eq!(state.update(Msg::Followed(Selection::default()))[0], Effect::SetActor(String::new()));
}

#[test]
fn following_two_shows_the_events_of_both() {
    let effects = woken().update(Msg::Followed(Selection::only("us").with("om")));
    assert_eq!(effects.last(), Some(&Effect::Announce(1, 3)));
}

#[test]
fn two_without_a_common_event_leave_none() {
    let effects = woken().update(Msg::Followed(Selection::only("om").with("gb")));
    assert_eq!(effects.last(), Some(&Effect::Announce(0, 3)));
}

#[test]
fn somebody_who_takes_part_in_nothing_leaves_the_timeline_as_it_is() {
    assert_eq!(woken().update(Msg::Followed(Selection::only("fr"))), []);
}
