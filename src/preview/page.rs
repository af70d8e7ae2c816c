//! The page that says what is wrong with a story, and the script that every page of a preview has.
//!
//! Deliberately absent: words in other languages than English. It is a page for editors, as the terminal is.

use leptos::prelude::*;

use crate::reading::{Excerpt, Problem};
use crate::stories::{Mistakes, counted};

/// A page with the script that loads it anew when its story is another one.
pub(super) fn followed(html: &str, slug: &str, version: &str) -> String {
    html.replacen("</head>", &format!("{}</head>", script(slug, version).to_html()), 1)
}

fn script(slug: &str, version: &str) -> impl IntoView + use<> {
    view! {
        <script
            type="module"
            src="/.preview/preview.js"
            data-story=slug.to_owned()
            data-version=version.to_owned()
        ></script>
    }
}

/// What stands in place of the story's pages until its files are mended.
pub(super) fn mistaken(mistakes: &Mistakes, slug: &str, version: &str, style: &str) -> String {
    let problems: Vec<_> = mistakes.problems.iter().map(|problem| mistake(mistakes, problem)).collect();
    let heading = format!("{} in {}", counted(mistakes.problems.len()), mistakes.within.display());
    let view = view! {
        <html lang="en" dir="ltr">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>{heading.clone()}</title>
                <link rel="stylesheet" href=format!("/{style}")/>
                <link rel="stylesheet" href="/.preview/preview.css"/>
                <link rel="icon" type="image/svg+xml" href="/icon.svg"/>
                {script(slug, version)}
            </head>
            <body>
                <main class="mistakes">
                    <h1>{heading}</h1>
                    <p class="intro">
                        "Mend and save: the story comes back by itself. The site that was built last is as it was."
                    </p>
                    <ol>{problems}</ol>
                </main>
            </body>
        </html>
    };
    format!("<!DOCTYPE html>{}", view.to_html())
}

fn mistake(mistakes: &Mistakes, problem: &Problem) -> impl IntoView + use<> {
    let excerpt = problem.excerpt(&mistakes.files);
    let path = mistakes.within.join(&problem.file).display().to_string();
    let place = match &excerpt {
        Some(Excerpt { line, column, .. }) => format!("{path}:{line}:{column}"),
        None => path,
    };
    let line = excerpt.map(|excerpt| line(excerpt, &problem.label));
    view! {
        <li>
            <h2>{problem.message.clone()}</h2>
            <p class="place">{place}</p>
            {line}
            <p class="remedy">{problem.remedy.clone()}</p>
        </li>
    }
}

/// The line with the offending text marked, and a few words on it.
fn line(excerpt: Excerpt, label: &str) -> impl IntoView + use<> {
    view! {
        <figure>
            <pre tabindex="0"><span class="number">{excerpt.line}</span><code>{excerpt.before}<mark>{excerpt.offending}</mark>{excerpt.after}</code></pre>
            <figcaption>{label.to_owned()}</figcaption>
        </figure>
    }
}
