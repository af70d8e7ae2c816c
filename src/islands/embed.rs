//! Hands out what others need to embed the story or a part of it, with a preview, in a dialog that is made when it is
//! first asked for.
//!
//! Deliberately absent: what can be embedded, which is fetched then, and how a host sizes a frame.

pub mod data;
pub mod state;
mod view;

use leptos::html::{Dialog, Div, Textarea};
use leptos::prelude::*;

use super::frame::{in_group, lazy_frame};
use crate::browser::{self, Element};
use crate::contract::attribute::{self, selector};
use data::Embeds;
use state::{Effect, Msg, State};

/// The place of the dialog, passed as a child: its `data-facts` is where the story's [`Embeds`] are.
#[island]
pub fn Embed(children: Children) -> impl IntoView {
    lazy_frame("embeds", "embedding", fetch, children)
}

in_group!(embedding, wake_embed);

fn wake(root: Element) {
    let Some(place) = browser::first_within(&root, selector::FACTS) else {
        return;
    };
    let controller = Controller::new(browser::attribute(&place, attribute::FACTS));
    browser::on_click(move |event| {
        if let Some(link) = browser::around(event, attribute::EMBEDS) {
            event.prevent_default();
            if controller.dialog().is_none() {
                browser::mount(&place, move || view::dialog(controller));
            }
            let (panel, link) = (browser::attribute(&link, attribute::EMBEDS), browser::attribute(&link, "href"));
            controller.send(Msg::Asked { panel, link });
        }
    });
}

/// The state of the dialog, and the elements on which effects act.
#[derive(Clone, Copy)]
struct Controller {
    state: RwSignal<State>,
    facts: StoredValue<String>,
    dialog: NodeRef<Dialog>,
    code: NodeRef<Textarea>,
    preview: NodeRef<Div>,
}

impl Controller {
    fn new(facts: String) -> Self {
        let (dialog, code, preview) = (NodeRef::new(), NodeRef::new(), NodeRef::new());
        Self { state: RwSignal::new(State::default()), facts: StoredValue::new(facts), dialog, code, preview }
    }

    /// Takes in what happened and carries out what is then to be done.
    fn send(self, msg: Msg) {
        let effects = self.state.try_update(|state| state.update(msg)).unwrap_or_default();
        effects.into_iter().for_each(|effect| self.perform(effect));
    }

    fn perform(self, effect: Effect) {
        match effect {
            Effect::Open => browser::open_dialog(&self.dialog()),
            Effect::Fetch => browser::spawn(self.fetch_embeds()),
            Effect::Follow(link) => {
                // Whoever comes back to the page finds it as it was before.
                browser::close_dialog(&self.dialog());
                browser::go_to_address(&link);
            }
        }
    }

    async fn fetch_embeds(self) {
        let facts = self.facts.get_value();
        let fetched = browser::fetch::<Embeds>(&facts).await;
        let whole = |address: &str| browser::absolute(&seen_from_page(&facts, address));
        self.send(fetched.map_or(Msg::NotFetched, |embeds| Msg::Fetched(embeds.with_addresses(whole))));
    }

    /// Copies what is handed out, or has the reader do it where the browser does not let us.
    async fn copy(self) {
        let code = self.state.read_untracked().code();
        let is_copied = browser::copy_text(&code).await;
        if !is_copied {
            browser::select_all(&self.code.get_untracked().map(|field| (*field).clone().into()));
        }
        self.send(Msg::Copied(is_copied));
    }

    /// Shows the preview at a width, as the style sheet takes it.
    fn try_width(self, width: &str) {
        let preview = self.preview.get_untracked().map(|preview| (*preview).clone().into());
        browser::set_property(&preview, "--try", width);
    }

    fn dialog(self) -> Option<Element> {
        self.dialog.get_untracked().map(|dialog| (*dialog).clone().into())
    }
}

/// An address that is relative to a file, relative to the page.
fn seen_from_page(file: &str, address: &str) -> String {
    let folder = file.rsplit_once('/').map_or(".", |(folder, _)| folder);
    [folder, "/", address].concat()
}
