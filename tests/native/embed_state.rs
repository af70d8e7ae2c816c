//! What is handed out is what was chosen.

use backgrounder::islands::embed::state::{Effect, Msg, Panel, State};

const FRAME: &str = "loading=\"lazy\" width=\"100%\" style=\"border:0;width:1px;min-width:100%;color-scheme:normal\" allow=\"clipboard-write; web-share\" referrerpolicy=\"strict-origin-when-cross-origin\"";

fn faq() -> Panel {
    Panel {
        address: "https://example.org/embed/faq/".into(),
        title: "\"Questions\" & <answers>".into(),
        height: "720".into(),
        page: "https://example.org/a/#faq".into(),
    }
}

/// What is shown and what is handed out after these choices.
fn after(choices: impl IntoIterator<Item = Msg>) -> (String, String) {
    let mut state = State::default();
    let first = [Msg::Opened("https://example.org/embed.js".into()), Msg::PanelChosen(faq())];
    let effects: Vec<_> = first.into_iter().chain(choices).map(|msg| state.update(msg)).collect();
    match effects.last().map(Vec::as_slice) {
        Some([Effect::Preview(address), Effect::HandOut(code)]) => (address.clone(), code.clone()),
        other => panic!("{other:?}"),
    }
}

/// Complaint 3, the host strips what it does not know.
#[test]
fn a_frame_has_its_address_its_title_and_a_link_for_where_it_is_taken_out() {
    let (address, code) = after([Msg::WayChosen("frame".into())]);
    assert_eq!(address, "https://example.org/embed/faq/");
    let title = "&quot;Questions&quot; &amp; &lt;answers>";
    let link = format!("<a href=\"https://example.org/a/#faq\">{title}</a>");
    let expected = format!("<iframe title=\"{title}\" src=\"{address}\" height=\"720\" {FRAME}>{link}</iframe>");
    assert_eq!(code, expected);
}

#[test]
fn options_are_in_the_address_and_safe_in_the_code() {
    let choices = [Msg::ThemeChosen("dark".into()), Msg::AccentChosen("#7a1f5c".into())];
    let (address, code) = after(choices);
    assert_eq!(address, "https://example.org/embed/faq/?theme=dark&accent=7a1f5c");
    assert!(code.contains("src=\"https://example.org/embed/faq/?theme=dark&amp;accent=7a1f5c\""), "{code}");
}

#[test]
fn what_is_as_it_would_be_anyway_is_left_out_of_the_address() {
    let choices = [Msg::AccentChosen("#7a1f5c".into()), Msg::AccentChosen(String::new())];
    assert_eq!(after(choices).0, "https://example.org/embed/faq/");
}

#[test]
fn the_script_is_handed_out_with_the_frame() {
    let (_, code) = after([Msg::WayChosen("script".into())]);
    assert!(code.ends_with("</iframe>\n<script async src=\"https://example.org/embed.js\"></script>"), "{code}");
}

#[test]
fn wordpress_gets_an_address_without_options() {
    let choices = [Msg::ThemeChosen("dark".into()), Msg::WayChosen("wordpress".into())];
    assert_eq!(after(choices).1, "https://example.org/embed/faq/");
}

#[test]
fn amp_gets_an_element_of_its_own_that_it_may_size() {
    let (_, code) = after([Msg::WayChosen("amp".into())]);
    assert!(code.starts_with("<amp-iframe title=") && code.ends_with("</div></amp-iframe>"), "{code}");
    for needed in [" layout=\"fixed-height\"", " height=\"720\"", " resizable ", "<div overflow "] {
        assert!(code.contains(needed), "{needed} in {code}");
    }
}
