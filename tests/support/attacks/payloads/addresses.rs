//! Addresses that lead elsewhere than they seem to, or run something.

use super::{crossed, filled, owned};

/// Schemes that run what follows, each in many disguises.
const SCRIPTS: &[&str] = &[
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "\u{1f}javascript:alert(1)",
    "\u{0}javascript:alert(1)",
    "\u{a0}javascript:alert(1)",
    "\u{feff}javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\r\nscript:alert(1)",
    "java\u{0}script:alert(1)",
    "java\u{ad}script:alert(1)",
    "java\u{200b}script:alert(1)",
    "javascript\t:alert(1)",
    "javascript\n:alert(1)",
    "javascript&colon;alert(1)",
    "java&Tab;script&colon;alert&lpar;1&rpar;",
    "java&NewLine;script:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&#x3A;alert(1)",
    "&#0000106avascript&#0000058alert(1)",
    "%6Aavascript:alert(1)",
    "javascript%3Aalert(1)",
    "\\u006aavascript:alert(1)",
    "\\6a avascript:alert(1)",
    "ｊａｖａｓｃｒｉｐｔ:alert(1)",
    "javaſcript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "javascript:/*https://example.org/*/alert(1)",
    "vbscript:msgbox(1)",
    "VBScript\u{9}:msgbox(1)",
    "livescript:[alert(1)]",
];

/// Other schemes that no link may have.
const SCHEMES: &[&str] = &[
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "DATA:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "data:,https://example.org/",
    "blob:https://example.org/00000000-0000-0000-0000-000000000000",
    "filesystem:https://example.org/temporary/x",
    "file:///etc/passwd",
    "about:blank#https://example.org/",
    "view-source:https://example.org/",
    "feed:javascript:alert(1)",
    "jar:https://example.org!/x",
    "intent://example.org#Intent;scheme=https;end",
    "ms-msdt:/id",
    "steam://run/1",
    "ftp://example.org/",
    "ws://example.org/",
    "mailto:x@example.org?body=https://example.org/",
    "tel:+1",
    "chrome://settings",
    "resource://gre/",
    "//evil.invalid/",
    "\\\\evil.invalid\\share",
];

/// Where an address stands in a text.
const PLACES: &[&str] = &["{}", "see {} there", "[x]({})", "<a href=\"{}\">x</a>", "https://example.org/?to={}"];

/// Addresses of the web that seem to be something else, or are broken.
const WEB: &[&str] = &[
    "http://javascript:alert(1)",
    "http:javascript:alert(1)",
    "https:/\\evil.invalid/",
    "https:evil.invalid",
    "https:///evil.invalid/",
    "https://",
    "https://.",
    "https://%",
    "https://[",
    "https://[::1",
    "https://[::1]:0/",
    "https://example.org:99999/",
    "https://example.org:javascript/",
    "https://user:password@evil.invalid/",
    "https://example.org@evil.invalid/",
    "https://example.org&@evil.invalid#@example.org/",
    "https://example.org\\@evil.invalid/",
    "https://example.org%2f@evil.invalid/",
    "https://еxаmple.org/",
    "https://xn--80ak6aa92e.com/",
    "https://example。org/",
    "https://example．org／evil.invalid/",
    "https://ⓔⓧⓐⓜⓟⓛⓔ.org/",
    "https://0x7f.1/",
    "https://2130706433/",
    "https://localhost/",
    "http://169.254.169.254/latest/meta-data/",
    "HTTPS://EXAMPLE.ORG/",
    "hTTp://example.org/",
    "httpss://example.org/",
    "xhttps://example.org/",
    "http://http://http://example.org/",
    "https://example.org/#:~:text=evil",
    "https://example.org/?a=1&lt=2&copy=3&#x22;onclick=alert(1)",
];

/// What may follow on an address.
const ENDS: &[&str] = &[
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "\"><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\nonclick=alert(1)",
    "\tonclick=alert(1)",
    "\u{0}\" onclick=alert(1)",
    "\u{b}onclick=alert(1)",
    "&quot;onclick=alert(1)",
    "&#34; onclick=alert(1)",
    "%22onclick=alert(1)",
    "`onclick=alert(1)",
    ")))))](javascript:alert(1))",
    "(((((",
    "'''''",
    "\\\"",
    "...,;:!?*_~",
    "\u{202e}gro.elpmaxe//:sptth",
    "\u{200b}\u{2060}evil",
    "\u{2066}evil\u{2069}",
    "\u{ad}\u{ad}",
    "{{alert(1)}}",
    "|^\u{7f}",
    "\u{f8d8}",
];

pub fn addresses() -> Vec<String> {
    let mut all = filled(PLACES, SCRIPTS);
    all.extend(filled(&PLACES[..4], SCHEMES));
    all.extend(owned(WEB));
    all.extend(crossed(&["https://example.org/", "http://example.org/?a=b"], ENDS));
    all.push("https://example.org/".repeat(500));
    all.push("https://example.org/ ".repeat(400));
    all.push(format!("https://example.org/{}", ")".repeat(9_000)));
    all.push(format!("https://example.org/{}", "('.".repeat(3_000)));
    all.push("http".repeat(2_500));
    all.push("http://".repeat(1_400));
    all
}
