//! The palette: text can be read by everybody (7:1, WCAG's AAA), marks can be seen by everybody (3:1).

use std::fs;
use std::path::PathBuf;

/// The names that text is written in, and what it stands on.
const TEXT: [&str; 7] = ["ink", "ink-second", "ink-third", "act", "note", "disputed", "claimed"];
const GROUNDS: [&str; 3] = ["paper", "sheet", "act-wash"];

/// The names that marks are drawn in, and what they stand on.
const MARKS: [&str; 7] =
    ["mediates", "party", "welcomes", "urges-diplomacy", "critical", "military-action", "rule-strong"];
const SHEETS: [&str; 4] = ["paper", "sheet", "land", "sea"];

/// The two colours of a name: in light and in dark.
fn colours(name: &str) -> [[f64; 3]; 2] {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("style/tokens.css");
    let tokens = fs::read_to_string(path).unwrap();
    let line = tokens.lines().find(|line| line.trim_start().starts_with(&format!("--{name}: light-dark("))).unwrap();
    let inner = line.split_once('(').unwrap().1.split_once(')').unwrap().0;
    let mut both = inner.split(", ").map(|hex| {
        let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        [part(1), part(3), part(5)]
    });
    [both.next().unwrap(), both.next().unwrap()]
}

/// WCAG's relative luminance.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn too_faint(names: &[&str], grounds: &[&str], least: f64) -> Vec<String> {
    let mut found = Vec::new();
    for name in names {
        for ground in grounds {
            for (scheme, (one, other)) in ["light", "dark"].iter().zip(colours(name).into_iter().zip(colours(ground))) {
                let ratio = contrast(one, other);
                if ratio < least {
                    found.push(format!("{name} on {ground} in {scheme}: {ratio:.2}"));
                }
            }
        }
    }
    found
}

#[test]
fn black_on_white_is_as_far_as_it_goes() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 0.01);
}

#[test]
fn text_can_be_read_by_everybody() {
    assert_eq!(too_faint(&TEXT, &GROUNDS, 7.0), Vec::<String>::new());
}

/// A page for embedding checks a host's accent before the style sheet is there.
#[test]
fn frames_check_accents_on_the_papers_of_the_style_sheet() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let script = fs::read_to_string(root.join("public/frame.js")).unwrap();
    let known = script.lines().find(|line| line.contains("const PAPERS")).unwrap();
    let hex = |colour: [f64; 3]| {
        let parts = colour.map(|part| format!("{:02x}", (part * 255.0).round() as u8));
        format!("#{}", parts.concat())
    };
    let [light, dark] = [0, 1].map(|scheme| {
        let colours = ["paper", "act", "act-wash"].map(|name| format!("\"{}\"", hex(colours(name)[scheme])));
        colours.join(", ")
    });
    assert!(known.contains(&format!("light: [{light}], dark: [{dark}]")), "{known}");
}

#[test]
fn marks_can_be_seen_by_everybody() {
    assert_eq!(too_faint(&MARKS, &SHEETS, 3.0), Vec::<String>::new());
}
