//! Signs that turn, hide, stack or break what stands beside them, and texts that are long in every way.

use super::super::{HIGH, LOW};
use super::owned;

/// Signs that are seen by what they do.
const SIGNS: &str = "\
    \u{0}\u{1}\u{7}\u{8}\t\u{b}\u{c}\r\u{1b}\u{7f}\u{85}\u{9c}\u{a0}\u{ad}\u{34f}\u{61c}\u{115f}\u{17b4}\u{180e}\
    \u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2060}\
    \u{2066}\u{2067}\u{2068}\u{2069}\u{206e}\u{3164}\u{fe0f}\u{feff}\u{fff9}\u{fffd}\u{ffff}\u{10ffff}";

/// Where a sign is at its worst.
fn places(sign: char) -> [String; 4] {
    [
        format!("{sign}text"),
        format!("te{sign}xt <scr{sign}ipt>alert(1)</script>"),
        format!("text{sign}"),
        format!("https://exa{sign}mple.org/{sign}page{sign} text"),
    ]
}

/// Pairs that were cut or turned round.
fn halves() -> Vec<String> {
    vec![
        HIGH.to_string(),
        LOW.to_string(),
        format!("{LOW}{HIGH}"),
        format!("cut {HIGH} off"),
        format!("cut off {LOW}"),
        format!("<img {HIGH}src=x onerror=alert(1)>"),
        format!("https://example.org/{LOW}/page"),
        format!("text {HIGH}").repeat(100),
    ]
}

/// Marks that pile up on one letter.
fn piles() -> Vec<String> {
    let marks: String = ('\u{300}'..='\u{36f}').collect();
    let zalgo = "He comes".chars().map(|letter| format!("{letter}{}", marks.chars().take(40).collect::<String>()));
    vec![
        zalgo.collect(),
        format!("a{}", marks.repeat(80)),
        format!("a{}", "\u{20dd}".repeat(3_000)),
        format!("\u{e2a}{}", "\u{e49}".repeat(2_000)),
        "\u{fdfd}".repeat(2_000),
        format!("a{}", "\u{489}".repeat(1_000)),
        format!("\u{1f469}{}", "\u{200d}\u{1f469}".repeat(2_000)),
        "\u{1f1e9}".repeat(3_001),
        ('\u{e0020}'..='\u{e007e}').collect(),
        "\u{fe0f}\u{20e3}".repeat(1_000),
    ]
}

/// Texts that are long, deep or empty.
fn lengths() -> Vec<String> {
    vec![
        "a".repeat(10_000),
        "W".repeat(10_001),
        "字".repeat(10_000),
        "\u{1f600}".repeat(10_000),
        format!("{}b", "a\u{ad}".repeat(4_999)),
        format!("a{}b", " ".repeat(9_000)),
        format!("a{}b", "\n".repeat(9_000)),
        "a\n".repeat(5_000),
        "a\n\n".repeat(3_000),
        "a\r\n\r\nb\rc\n\rd".to_owned(),
        "> ".repeat(5_000),
        "<".repeat(10_000),
        "&".repeat(10_000),
        "&amp;".repeat(2_000),
        "<b>".repeat(3_300),
        "<!--".repeat(2_500),
        "[".repeat(10_000),
        "((((a)".repeat(1_600),
        "\"'`".repeat(3_300),
        "\u{202e}".repeat(5_000),
        "\u{202e}a\u{202c}".repeat(3_000),
        "\u{2067}\u{2067}".repeat(200),
        "\u{5d0}a".repeat(500),
        "-".repeat(10_000),
    ]
}

/// Characters spelt in HTML's way, of which each may be read once and no oftener.
const SPELT: &[&str] = &[
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "&#x3c;img src=x onerror=alert(1)&#x3e;",
    "&#x0000003cimg src=x onerror=alert(1)&#x0000003e",
    "&LT;img src=x onerror=alert(1)&GT;",
    "&lt&#105mg src=x onerror=alert(1)&gt",
    "&#0;&#1;&#xFFFF;&#x110000;&#99999999999;",
    "&#xD83D;&#xDE00;",
    "&#x202e;txet",
    "&bogus;&;&#;&#x;",
    "&quot; onclick=&quot;alert(1)",
    "&amp;amp;amp;amp;",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\\x3cscript\\x3ealert(1)\\x3c/script\\x3e",
];

pub fn signs() -> Vec<String> {
    let mut all: Vec<String> = SIGNS.chars().flat_map(places).collect();
    all.extend(halves());
    all.extend(piles());
    all.extend(lengths());
    all.extend(owned(SPELT));
    all
}
