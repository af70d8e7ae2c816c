//! How a page is embedded, as oEmbed has it, for machines such as WordPress that fetch it beside the page.
//!
//! Deliberately absent: `maxwidth` and `maxheight`, which a file cannot answer to; the frame is as wide as its place.

use html_escape::encode_double_quoted_attribute as safe;
use serde_json::json;

use super::fallback::fallback;
use crate::page::Choice;
use crate::reading::Site;
use crate::story::Story;
use crate::words::page::in_language;

/// How long others may keep the answer, in seconds: a day.
const KEPT: u32 = 86_400;

/// The width that is named for those who ask for one, in pixels.
const WIDTH: u32 = 720;

/// The answer for what was chosen of the story whose pages are below `base`; none where nobody knows where they are.
pub(super) fn oembed(site: &Site, story: &Story, base: &str, choice: &Choice) -> Option<String> {
    let address = site.address.as_ref()?;
    let words = in_language(&story.article.language);
    let panel = choice.panel;
    let title = words.panel_title(panel.key(), story, &story.article.title);
    let frame = frame(&format!("{address}{base}embed/{}", choice.address()), &title, panel.height());
    let fallback = fallback(story, &format!("{address}{}/", story.slug), panel);
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": story.article.byline,
        "provider_name": site.name,
        "provider_url": address,
        "cache_age": KEPT,
        "width": WIDTH,
        "height": panel.height(),
        "html": format!("{fallback}{frame}"),
    });
    Some(format!("{answer:#}\n"))
}

/// A frame. WordPress takes its style out, does not show it until it knows its height, and counts it as moved from below
/// the words unless it was of no height there; what shows it as it is goes by its style.
fn frame(address: &str, title: &str, height: u32) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"0\" style=\"height:{height}px\" frameborder=\"0\" scrolling=\"auto\"></iframe>",
        safe(address),
        safe(title)
    )
}
