//! The whole document, from its first line to its last.
//!
//! Deliberately absent: inline scripts and styles, which the policy forbids.

use leptos::prelude::*;

use super::{
    Edition, article, aside, bars, comments, companion, faq, figures, glossary, head, reactions, related, sources,
    timeline,
};

/// The document as HTML, with the markers that the islands wake up by.
pub fn render(edition: &Edition<'_>) -> String {
    // The owner must outlive the rendering, or the islands' signals are gone before they are read.
    let owner = Owner::new_root(Some(std::sync::Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let html = owner.with(|| document(edition).to_html());
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
                    {edition.shows("reactions").then(|| reactions::reactions(edition))}
                    {edition.shows("timeline").then(|| timeline::timeline(edition))}
                    {edition.shows("figures").then(|| figures::figures(edition))}
                    {edition.shows("glossary").then(|| glossary::glossary(edition))}
                    {edition.shows("related").then(|| related::related(edition))}
                    {comments::comments(edition)}
                    {sources::sources(edition)}
                </main>
                {head::foot(edition)}
                {bars::note(edition)}
                {bars::following(edition)}
                {comments::on_selection(edition)}
            </body>
        </html>
    }
}

fn metadata(edition: &Edition<'_>) -> impl IntoView + use<> {
    let (article, assets, root) = (&edition.story.article, edition.assets, edition.root);
    let at = |file: &str| format!("{root}{file}");
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content=assets.policy.clone()/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{edition.words.page_title(&article.title, edition.site)}</title>
            <meta name="description" content=article.standfirst.clone()/>
            <meta name="color-scheme" content="light dark"/>
            <link rel="stylesheet" href=at(&assets.style)/>
            <link rel="canonical" href=at(&format!("{}/", edition.story.slug))/>
            <link rel="icon" type="image/svg+xml" href=at("icon.svg")/>
            {open_graph("og:type", "article".into())}
            {open_graph("og:title", article.title.clone())}
            {open_graph("og:description", article.standfirst.clone())}
            <script type="module" src=at(&assets.boot) data-glue=at(&assets.glue) data-wasm=at(&assets.wasm)></script>
        </head>
    }
}

/// Describes the page to those who show links to it.
fn open_graph(property: &'static str, content: String) -> impl IntoView + use<> {
    leptos::html::meta().attr("property", property).attr("content", content)
}
