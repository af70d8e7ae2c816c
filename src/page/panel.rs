//! A panel alone, for embedding, and the way from it to the whole page.
//!
//! Deliberately absent: what the host of a frame asks for, which frame.js reads from the address.

use leptos::prelude::*;

use super::{Edition, article, aside, bars, card, comments, document, faq, head, reactions, timeline};

/// What can be embedded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// What the story is about, and the way to it.
    Card,
    /// All of the story.
    Story,
    /// The questions and answers.
    Faq,
    /// The timeline.
    Timeline,
    /// The reactions, on the map and in a list.
    Reactions,
    /// The comment box.
    Comments,
}

impl Panel {
    /// All of them, the largest first.
    pub const ALL: [Self; 6] = [Self::Story, Self::Card, Self::Faq, Self::Timeline, Self::Reactions, Self::Comments];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Story => "story",
            Self::Faq => "faq",
            Self::Timeline => "timeline",
            Self::Reactions => "reactions",
            Self::Comments => "comments",
        }
    }

    /// How high a frame is, in pixels, in which a host leaves it as it is: a part of what there is shows, and the
    /// rest is scrolled to.
    pub fn height(self) -> u32 {
        match self {
            Self::Story | Self::Reactions => 900,
            Self::Timeline => 800,
            Self::Faq | Self::Comments => 720,
            Self::Card => 640,
        }
    }

    /// Whether it stands for all of the story, and not for a part of its page.
    pub(super) fn is_whole(self) -> bool {
        matches!(self, Self::Story | Self::Card)
    }

    /// Where on the story's page it leads: to a part, or to nothing in particular.
    pub fn fragment(self) -> String {
        if self.is_whole() { String::new() } else { format!("#{}", self.key()) }
    }

    /// Whether the story has something to show in it.
    pub(super) fn is_in(self, edition: &Edition<'_>) -> bool {
        self.is_whole() || edition.shows(self.key())
    }
}

/// The panels of the story, largest first.
pub fn panels(edition: &Edition<'_>) -> Vec<Panel> {
    Panel::ALL.into_iter().filter(|panel| panel.is_in(edition)).collect()
}

/// A panel as a document of its own.
pub(super) fn panel(edition: &Edition<'_>, panel: Panel) -> impl IntoView + use<> {
    let article = &edition.story.article;
    let (body, head) = (body(edition, panel), (!panel.is_whole()).then(|| headline(edition)));
    let (foot, refused) = (foot(edition, panel), refused(edition));
    view! {
        <html lang=article.language.clone() dir=edition.words.direction data-embed=panel.key() data-story=edition.story.slug.to_string()>
            {document::metadata(edition)}
            <body>
                <div class="frame" data-frame>
                    {head}
                    <main>{body}</main>
                    {(panel != Panel::Card).then(|| bars::note(edition))}
                    {follows(panel).then(bars::following)}
                    {foot}
                    {refused}
                </div>
            </body>
        </html>
    }
}

/// Whether an actor can be followed in a panel.
fn follows(panel: Panel) -> bool {
    matches!(panel, Panel::Story | Panel::Timeline | Panel::Reactions)
}

fn body(edition: &Edition<'_>, panel: Panel) -> AnyView {
    match panel {
        Panel::Story => story(edition).into_any(),
        Panel::Card => card::card(edition).into_any(),
        Panel::Faq => faq::faq(edition).into_any(),
        Panel::Timeline => view! { {timeline::timeline(edition)}{reactions::named(edition)} }.into_any(),
        Panel::Reactions => reactions::reactions(edition).into_any(),
        Panel::Comments => comments::comments(edition).into_any(),
    }
}

/// The page's parts but for what speaks of the screen: what belongs beside the section being read.
fn story(edition: &Edition<'_>) -> impl IntoView + use<> {
    view! {
        {head::head(edition)}
        <div class="reading">
            {article::article(edition)}
            <div class="companion">
                {aside::did_you_know(edition)}
                {aside::tip(edition)}
                {edition.shows("faq").then(|| faq::faq(edition))}
            </div>
        </div>
        {document::after_reading(edition)}
        {comments::on_selection(edition)}
    }
}

fn headline(edition: &Edition<'_>) -> impl IntoView + use<> {
    let article = &edition.story.article;
    view! {
        <header class="frame-head">
            <p class="kicker">{article.kicker.clone()}</p>
            <h1>{article.title.clone()}</h1>
        </header>
    }
}

/// The line of provenance.
fn foot(edition: &Edition<'_>, panel: Panel) -> impl IntoView + use<> {
    let words = edition.words;
    let whole = format!("{}{}/{}", edition.place.root, edition.story.slug, panel.fragment());
    view! {
        <footer class="frame-foot" aria-label=words.foot>
            <p>
                <a href=whole target="_blank" rel="noopener">
                    {edition.story.article.title.clone()}<span class="frame-out">{words.open_whole_page}</span>
                </a>
            </p>
            <p><span>{edition.site.to_owned()}{words.dot}{head::as_of(edition)}</span></p>
        </footer>
    }
}

/// What a reader is told whose click leads out of a frame that may open nothing: frame-later.js puts it beside the link, with
/// the link's address in its field.
fn refused(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    view! {
        <div class="frame-refused" hidden>
            <p id="frame-refused-words"></p>
            <input readonly aria-label=words.address aria-describedby="frame-refused-words" data-refused=words.opens_nothing/>
        </div>
    }
}
