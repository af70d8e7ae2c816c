//! What is handed out is what was chosen.

use backgrounder::islands::embed::data::{Embeds, Panel};
use backgrounder::islands::embed::state::{Effect, Msg, State, Told};

/// What stands in a frame of this scheme beside its title, address and height.
fn attributes(scheme: &str) -> String {
    format!(
        "loading=\"lazy\" width=\"100%\" frameborder=\"0\" style=\"border:0;width:100%{scheme}\" allow=\"clipboard-write\" referrerpolicy=\"strict-origin-when-cross-origin\""
    )
}

fn panel(key: &str, title: &str) -> Panel {
    Panel {
        key: key.into(),
        name: key.into(),
        address: format!("https://example.org/embed/{key}/"),
        title: title.into(),
        height: 720,
        page: format!("https://example.org/a/#{key}"),
    }
}

fn embeds() -> Embeds {
    let panels = vec![panel("timeline", "Timeline"), panel("faq", "\"Questions\" & <answers>")];
    Embeds { script: "https://example.org/embed.js".into(), panels }
}

fn asked(panel: &str) -> Msg {
    Msg::Asked { panel: panel.into(), link: format!("./embed/{panel}/") }
}

/// The dialog, opened for the questions.
fn opened() -> State {
    let mut state = State::default();
    assert_eq!(state.update(asked("faq")), [Effect::Open, Effect::Fetch]);
    assert_eq!((state.address(), state.code()), (String::new(), String::new()), "nothing is known yet");
    assert_eq!(state.update(Msg::Fetched(embeds())), []);
    state
}

/// What is shown and what is handed out after these choices.
fn after(choices: impl IntoIterator<Item = Msg>) -> (String, String) {
    let mut state = opened();
    for choice in choices {
        assert_eq!(state.update(choice), [], "what is shown and handed out is all that changes");
    }
    (state.address(), state.code())
}

/// Complaint 3, the host strips what it does not know.
#[test]
fn a_frame_has_its_address_its_title_and_a_link_for_where_it_is_taken_out() {
    let title = "&quot;Questions&quot; &amp; &lt;answers&gt;";
    let link = format!("<p popover><a href=\"https://example.org/a/#faq\">{title}</a></p>");
    for choices in [vec![], vec![Msg::WayChosen("amp".into()), Msg::WayChosen("frame".into())]] {
        let (address, code) = after(choices);
        assert_eq!(address, "https://example.org/embed/faq/?theme=light", "most sites are light");
        let attributes = attributes(";color-scheme:light");
        let expected = format!(
            "<div><iframe title=\"{title}\" src=\"{address}\" height=\"720\" {attributes}></iframe>{link}</div>"
        );
        assert_eq!(code, expected);
    }
}

/// A frame that names no scheme has that of the host, of which browsers then tell it.
#[test]
fn a_frame_that_is_to_be_as_the_host_is_names_no_scheme() {
    let (address, code) = after([Msg::ThemeChosen(String::new())]);
    assert_eq!(address, "https://example.org/embed/faq/");
    assert!(code.contains(&attributes("")), "{code}");
}

#[test]
fn options_are_in_the_address_and_safe_in_the_code() {
    let choices = [Msg::ThemeChosen("dark".into()), Msg::AccentSwitched(true), Msg::AccentChosen("#1f5c7a".into())];
    let (address, code) = after(choices);
    assert_eq!(address, "https://example.org/embed/faq/?theme=dark&accent=1f5c7a");
    assert!(code.contains("src=\"https://example.org/embed/faq/?theme=dark&amp;accent=1f5c7a\""), "{code}");
}

#[test]
fn a_colour_of_ones_own_is_at_first_that_which_the_field_shows() {
    assert_eq!(after([Msg::AccentSwitched(true)]).0, "https://example.org/embed/faq/?theme=light&accent=7a1f5c");
}

#[test]
fn what_is_as_it_would_be_anyway_is_left_out_of_the_address() {
    let choices = [
        Msg::ThemeChosen("dark".into()),
        Msg::ThemeChosen(String::new()),
        Msg::AccentSwitched(true),
        Msg::AccentChosen("#1f5c7a".into()),
        Msg::AccentSwitched(false),
    ];
    assert_eq!(after(choices).0, "https://example.org/embed/faq/");
}

#[test]
fn another_part_can_be_chosen() {
    let (address, code) = after([Msg::PanelChosen("timeline".into())]);
    assert_eq!(address, "https://example.org/embed/timeline/?theme=light");
    assert!(code.starts_with("<div><iframe title=\"Timeline\" ") && code.contains("/a/#timeline"), "{code}");
}

#[test]
fn the_script_is_handed_out_with_the_frame() {
    let (_, code) = after([Msg::WayChosen("script".into())]);
    assert!(code.ends_with("</a></p></div>\n<script async src=\"https://example.org/embed.js\"></script>"), "{code}");
}

#[test]
fn wordpress_gets_an_address_that_has_the_theme_in_its_path() {
    for (theme, address) in [("light", "faq/"), ("dark", "faq/dark/"), ("", "faq/auto/")] {
        let choices = [Msg::ThemeChosen(theme.into()), Msg::WayChosen("wordpress".into())];
        assert_eq!(after(choices).1, format!("https://example.org/embed/{address}"));
    }
}

#[test]
fn markdown_gets_a_link_whose_text_is_text() {
    let (_, code) = after([Msg::WayChosen("markdown".into())]);
    assert_eq!(code, "[\\\"Questions\\\" \\& \\<answers\\>](https://example.org/a/#faq)");
}

#[test]
fn amp_gets_an_element_of_its_own_that_it_may_size() {
    let (_, code) = after([Msg::WayChosen("amp".into())]);
    assert!(code.starts_with("<amp-iframe title=") && code.ends_with("</div></amp-iframe>"), "{code}");
    for needed in [" layout=\"fixed-height\"", " height=\"720\"", " resizable ", "<div overflow "] {
        assert!(code.contains(needed), "{needed} in {code}");
    }
}

#[test]
fn it_opens_with_the_part_beside_which_it_was_asked_for_and_keeps_the_other_choices() {
    let mut state = opened();
    state.update(Msg::ThemeChosen("dark".into()));
    state.update(Msg::Closed);
    assert_eq!(state.update(asked("timeline")), [Effect::Open], "what is there is not fetched again");
    assert_eq!(state.panel(), "timeline");
    assert_eq!(state.address(), "https://example.org/embed/timeline/?theme=dark");
}

#[test]
fn what_cannot_be_fetched_has_the_link_lead_on() {
    let mut state = State::default();
    state.update(asked("faq"));
    assert_eq!(state.update(Msg::NotFetched), [Effect::Follow("./embed/faq/".into())]);
    assert_eq!(state.update(asked("timeline")), [Effect::Open, Effect::Fetch], "it is tried again");
}

#[test]
fn whoever_has_closed_the_dialog_is_led_nowhere() {
    let mut state = State::default();
    state.update(asked("faq"));
    state.update(Msg::Closed);
    assert_eq!(state.update(Msg::NotFetched), []);
    state.update(asked("faq"));
    state.update(Msg::Closed);
    assert_eq!(state.update(asked("timeline")), [Effect::Open], "it is on its way");
    assert_eq!(state.update(Msg::NotFetched), [Effect::Follow("./embed/timeline/".into())]);
}

#[test]
fn what_is_told_of_copying_is_told_until_something_else_is_chosen() {
    let mut state = opened();
    assert_eq!(state.told(), None);
    state.update(Msg::Copied(false));
    assert_eq!(state.told(), Some(Told::Refused));
    state.update(Msg::Copied(true));
    assert_eq!(state.told(), Some(Told::Copied));
    state.update(Msg::ThemeChosen("dark".into()));
    assert_eq!(state.told(), None);
}

#[test]
fn addresses_are_made_whole() {
    let whole = embeds().with_addresses(|address| format!("whole {address}"));
    assert_eq!(whole.script, "whole https://example.org/embed.js");
    let [timeline, _] = &whole.panels[..] else { panic!("{whole:?}") };
    assert_eq!(timeline.address, "whole https://example.org/embed/timeline/");
    assert_eq!(timeline.page, "whole https://example.org/a/#timeline");
}
