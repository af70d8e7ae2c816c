//! The whole document, from its first line to its last.
//!
//! Deliberately absent: inline scripts, which the policy forbids, and styles other than the one that it knows.

use leptos::prelude::*;

use crate::islands::axis::data::Line;
use crate::islands::companion::data::Beside;
use crate::islands::embed::data::Embeds;
use crate::islands::map::sheet::Sheet;

use super::{
    Choice, Edition, PageKind, Panel, article, aside, axis, bars, choice, comments, companion, embed, evidence,
    examples, faq, figures, head, map, notes, panel, reactions, related, sources, timeline,
};

/// The document as HTML, with the markers that the islands wake up by.
pub fn render(edition: &Edition<'_>) -> String {
    rendered(|| match edition.place.kind {
        PageKind::Panel(panel) => panel::panel(edition, panel).into_any(),
        PageKind::Evidence => evidence::evidence(edition).into_any(),
        PageKind::Story | PageKind::Single => document(edition).into_any(),
    })
}

/// The line of time, as data; nothing where nothing happened.
pub fn line(edition: &Edition<'_>) -> Option<Line> {
    axis::line(edition)
}

/// The sheet of the world, as data.
pub fn world(edition: &Edition<'_>) -> Sheet {
    map::world(edition)
}

/// What belongs beside each section of the article, as data.
pub fn beside(edition: &Edition<'_>) -> Beside {
    companion::beside(edition)
}

/// What can be embedded, as data.
pub fn embeds(edition: &Edition<'_>) -> Embeds {
    embed::embeds(edition)
}

/// The page of examples for a story.
pub fn render_examples(edition: &Edition<'_>) -> String {
    rendered(|| examples::examples(edition).into_any())
}

/// The page at which a choice for a panel is to be found, by those who paste its address.
pub fn render_choice(edition: &Edition<'_>, choice: &Choice) -> String {
    let title = edition.words.panel_title(choice.panel.key(), edition.story, &edition.story.article.title);
    rendered(|| choice::page(edition, choice, oembed(edition, title)).into_any())
}

fn rendered(lay_out: impl FnOnce() -> AnyView) -> String {
    // The owner must outlive the rendering, or the islands' signals are gone before they are read.
    let owner = Owner::new_root(Some(std::sync::Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let html = owner.with(|| lay_out().to_html());
    format!("<!doctype html>\n{html}\n")
}

fn document(edition: &Edition<'_>) -> impl IntoView + use<> {
    let article = &edition.story.article;
    view! {
        <html lang=article.language.clone() dir=edition.words.direction>
            {metadata(edition)}
            <body>
                {head::bar(edition)}
                <main>
                    {head::head(edition)}
                    <div class="reading">
                        {article::article(edition)}
                        <div class="companion">
                            {aside::did_you_know(edition)}
                            {aside::tip(edition)}
                            {edition.shows("faq").then(|| faq::faq(edition))}
                            {companion::companion(edition)}
                        </div>
                    </div>
                    {after_reading(edition)}
                </main>
                {head::foot(edition, "#contents")}
                {bars::note(edition)}
                {bars::following()}
                {comments::on_selection(edition)}
                {embed::dialog(edition)}
            </body>
        </html>
    }
}

/// The parts of the page below the article.
pub(super) fn after_reading(edition: &Edition<'_>) -> impl IntoView + use<> {
    view! {
        {edition.shows("reactions").then(|| reactions::reactions(edition))}
        {edition.shows("timeline").then(|| timeline::timeline(edition))}
        {edition.shows("figures").then(|| figures::figures(edition))}
        {edition.shows("related").then(|| related::related(edition))}
        {comments::comments(edition)}
        {notes::history(edition)}
        {sources::sources(edition)}
    }
}

/// What stands in the head of a page, or of a panel for embedding.
pub(super) fn metadata(edition: &Edition<'_>) -> impl IntoView + use<> {
    let (article, assets, root) = (&edition.story.article, edition.assets, edition.place.root);
    let at = |file: &str| format!("{root}{file}");
    let title = edition.words.page_title(&article.title, edition.site);
    let panel = edition.alone();
    let title = match edition.place.kind {
        PageKind::Panel(panel) => edition.words.panel_title(panel.key(), edition.story, &title),
        PageKind::Evidence => edition.words.part_title(edition.words.how_we_know, &title),
        PageKind::Story | PageKind::Single => title,
    };
    // A single file has all styles in it, and gets them later.
    let styles = (edition.place.kind != PageKind::Single).then(|| view! { <style>{assets.sheet.to_string()}</style> });
    // What was addressed on the story's page before it had a page of its own.
    let old_addresses = (edition.place.kind == PageKind::Story).then(|| edition.evidence_page());
    view! {
        <head>
            <meta charset="utf-8"/>
            {panel.is_none().then(|| view! { <meta http-equiv="Content-Security-Policy" content=assets.policy.clone()/> })}
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{title.clone()}</title>
            <meta name="description" content=article.standfirst.clone()/>
            <meta name="color-scheme" content="light dark"/>
            {panel.map(|_| embedded(at(&assets.frame), at(&assets.frame_later), &assets.policy))}
            {styles}
            {canonical(edition)}
            {(edition.place.kind != PageKind::Evidence).then(|| oembed(edition, title))}
            <link rel="icon" type="image/svg+xml" href=at("icon.svg")/>
            {open_graph("og:type", "article".into())}
            {open_graph("og:title", article.title.clone())}
            {open_graph("og:description", article.standfirst.clone())}
            {(panel != Some(Panel::Card)).then(|| loader(edition, old_addresses))}
        </head>
    }
}

/// What brings the tools. Pages of a story have a copy of the loader below their own folder: that address, relative to
/// the page, leads to a loader also where a host shows the page without the slash at the end of its own address.
fn loader(edition: &Edition<'_>, old_addresses: Option<String>) -> impl IntoView + use<> {
    let assets = edition.assets;
    let at = |file: &str| format!("{}{file}", edition.place.root);
    let folder = edition.place.path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    let boot = if edition.alone().is_some() { at(&assets.boot) } else { format!("./{}", assets.boot) };
    view! {
        <link rel="modulepreload" href=at(&assets.glue)/>
        <link rel="modulepreload" href=at(&assets.parts)/>
        <script type="module" async src=boot data-glue=at(&assets.glue) data-wasm=at(&assets.wasm) data-styles=at(&assets.later) data-evidence=old_addresses data-folder=folder></script>
    }
}

/// What a page for embedding has to say before anything is painted: that hosts may size it by themselves, and its
/// script, which is no module, so that the browser waits for it. It also brings the policy. What it does when it
/// has been read comes later.
fn embedded(frame: String, later: String, policy: &str) -> impl IntoView + use<> {
    view! {
        <meta name="responsive-embedded-sizing" content="allow-origins=*"/>
        <script src=frame data-policy=policy.to_owned()></script>
        <script defer src=later></script>
    }
}

/// Names the page of which this one is a copy or a part. A relative address would be taken for the address itself.
fn canonical(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let part = if edition.place.kind == PageKind::Evidence { "sources/" } else { "" };
    let own = format!("{}{}/{part}", edition.place.address?, edition.story.slug);
    Some(view! { <link rel="canonical" href=own/> })
}

/// Leads those who show links as what is behind them to how this page is embedded.
fn oembed(edition: &Edition<'_>, title: String) -> Option<impl IntoView + use<>> {
    let address = format!("{}{}oembed.json", edition.place.address?, edition.place.path);
    Some(view! { <link rel="alternate" type="application/json+oembed" href=address title=title/> })
}

/// Describes the page to those who show links to it.
fn open_graph(property: &'static str, content: String) -> impl IntoView + use<> {
    leptos::html::meta().attr("property", property).attr("content", content)
}
