//! The policy that browsers hold a page to, and the headers for static hosts.
//!
//! Deliberately absent: `X-Frame-Options` and `frame-ancestors`; the pages may be framed.

use crate::reading::Site;
use crate::story::Story;

/// The content security policy of a page: its own host, no inline script, Trusted Types on; and the origin of the
/// comment server, if its story names one.
pub fn policy(server: Option<&str>) -> String {
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        &["connect-src 'self'", server.unwrap_or_default()].join(" "),
        "style-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .map(str::trim_end)
    .join("; ")
}

/// The file `_headers`, in the form that static hosts such as Netlify and Cloudflare Pages read. Each story has a
/// policy of its own, since a browser holds a page to all that it is sent.
pub fn headers_file(site: &Site, stories: &[Story]) -> String {
    let mut file = String::from(
        "/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  Cross-Origin-Resource-Policy: cross-origin\n  Access-Control-Allow-Origin: *\n\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n\n/*.wasm\n  Content-Type: application/wasm\n",
    );
    for story in stories {
        let policy = policy(story.talk.origin().as_deref());
        let flagship = (story.slug == site.flagship).then(|| ["/".to_owned(), "/index.html".to_owned()]);
        for path in flagship.into_iter().flatten().chain([format!("/{}/*", story.slug)]) {
            file.push_str(&format!("\n{path}\n  Content-Security-Policy: {policy}\n"));
        }
    }
    file
}
