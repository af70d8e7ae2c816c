//! The policy that browsers hold a page to, and the headers for static hosts.
//!
//! Deliberately absent: `X-Frame-Options` and `frame-ancestors`; the pages may be framed.

use super::style::source;
use crate::reading::Site;
use crate::story::Story;

/// The content security policy of a page: its own host, no inline script, no style in it but this one, Trusted Types on;
/// and the origin of the comment server, if its story names one.
pub fn policy(server: Option<&str>, style: &str) -> String {
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        &["connect-src 'self'", server.unwrap_or_default()].join(" "),
        "frame-src 'self'",
        &["style-src 'self'", &source(style)].join(" "),
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .map(str::trim_end)
    .join("; ")
}

/// What holds for a panel also where a host has taken its origin from it: WebKit then takes the page's own files for
/// those of somebody else. The rest comes with the page (frame.js).
pub const PANEL_POLICY: &str =
    "object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// How long a file is kept whose name changes with its bytes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// What every file is sent with: any site may embed it, also one that asks for leave of all that it shows.
const EVERYWHERE: &str = "/*
  Cross-Origin-Embedder-Policy: require-corp
  Cross-Origin-Resource-Policy: cross-origin
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin

/assets/*
  Cache-Control: public, max-age=31536000, immutable

/*.wasm
  Content-Type: application/wasm

/*.mjs
  Content-Type: text/javascript
";

/// The file `_headers`, in the form that static hosts such as Netlify and Cloudflare Pages read. Each story has a
/// policy of its own, since a browser holds a page to all that it is sent.
pub fn headers_file(stories: &[String]) -> String {
    EVERYWHERE.to_owned() + &stories.concat()
}

/// What `_headers` says of the pages of one story, which carry this style sheet.
pub fn headers_of(site: &Site, story: &Story, style: &str) -> String {
    let mut part = String::new();
    let policy = policy(story.talk.origin().as_deref(), style);
    let own = format!("/{}/", story.slug);
    for base in (story.slug == site.flagship).then_some("/").into_iter().chain([own.as_str()]) {
        for (path, policy) in [("", policy.as_str()), ("index.html", &policy), ("embed/*", PANEL_POLICY)] {
            part.push_str(&format!("\n{base}{path}\n  Content-Security-Policy: {policy}\n"));
        }
    }
    for path in ["sources/", "sources/index.html"] {
        part.push_str(&format!("\n{own}{path}\n  Content-Security-Policy: {policy}\n"));
    }
    for folder in ["data", "assets", "sources/assets"] {
        part.push_str(&format!("\n{own}{folder}/*\n  Cache-Control: {FOR_EVER}\n"));
    }
    part
}
