//! What WordPress does with a page that somebody names on a line of its own, written from its description.
//!
//! Deliberately absent: the network. Whoever asks brings the page and the answer.

use serde_json::Value;

/// How much of a page is looked through.
const READ: usize = 150 * 1024;

/// What is left of the answer of a site that WordPress does not know.
const ATTRIBUTES: [&str; 8] =
    ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"];

/// The address of the answer that a page names in its head.
pub fn discovered(html: &str) -> Option<String> {
    let read: String = html.chars().take(READ).collect();
    let head = read.split("</head>").next()?;
    let link = head.split("<link").skip(1).find(|link| link.contains("application/json+oembed"))?;
    let tag = link.split('>').next()?;
    Some(tag.split("href=\"").nth(1)?.split('"').next()?.replace("&amp;", "&"))
}

/// The frame that is shown for an answer: one alone, with the attributes that are let through, kept in and known by a
/// secret. Nothing where WordPress would show a link instead.
pub fn shown(answer: &Value) -> Option<String> {
    let html = answer["html"].as_str()?;
    let tag = html.split("<iframe").nth(1)?.split('>').next()?;
    if html.matches("<iframe").count() != 1 {
        return None;
    }
    let mut kept = String::new();
    let mut rest = tag;
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"')?;
        let name = name.trim();
        let value = if name == "src" { format!("{value}#?secret=S3cret") } else { value.to_owned() };
        if ATTRIBUTES.contains(&name) {
            kept.push_str(&format!(" {name}=\"{value}\""));
        }
        rest = after;
    }
    Some(format!("<iframe sandbox=\"allow-scripts\" security=\"restricted\"{kept}></iframe>"))
}

/// What WordPress's pages have beside such a frame: it hears heights from 200 to 1000, and links of the same host, from
/// whoever knows the secret, and tells the frame that it is ready.
pub const SCRIPT: &str = "
const frame = document.querySelector('iframe');
frame.dataset.secret = 'S3cret';
addEventListener('message', ({ data, source, origin }) => {
    if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret) || data.secret !== frame.dataset.secret) return;
    if (source !== frame.contentWindow) return;
    if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
    if (data.message === 'link' && new URL(data.value).host === new URL(frame.src).host && document.activeElement === frame) window.led = data.value;
});
frame.addEventListener('load', () => frame.contentWindow.postMessage({ message: 'ready', secret: 'S3cret' }, '*'));
";
