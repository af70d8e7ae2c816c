//! The words of the dialog for those who embed the story, which are in its part of the wasm, and of the links that open
//! it, which stand in the page.
//!
//! Deliberately absent: what is handed out, which no reader reads.

/// The words in one language.
pub struct Words {
    /// Opens the dialog for a part of the page.
    pub embed: &'static str,
    /// Above the dialog.
    pub heading: &'static str,
    /// Below it: what happens.
    pub intro: &'static str,
    /// In place of the choices while what can be embedded is on its way.
    pub fetching: &'static str,
    /// The choice of what is embedded.
    pub what: &'static str,
    /// All of the story, as such a choice.
    pub whole_story: &'static str,
    /// The card of the story, as such a choice.
    pub card: &'static str,
    /// The choice of light and dark.
    pub theme: &'static str,
    /// The themes, by their names in addresses.
    pub themes: [(&'static str, &'static str); 3],
    /// Whether the host has a colour of its own.
    pub own_accent: &'static str,
    /// That colour.
    pub accent: &'static str,
    /// The width at which to look at the preview.
    pub width: &'static str,
    /// The widths, as the style sheet takes them.
    pub widths: [(&'static str, &'static str); 4],
    /// Names the preview.
    pub preview: &'static str,
    /// The choice of how it is embedded.
    pub way: &'static str,
    /// The ways: their names in the code, what they are called, and what each needs.
    pub ways: [(&'static str, &'static str, &'static str); 5],
    /// The label of what is handed out.
    pub code: &'static str,
    /// Copies it.
    pub copy: &'static str,
    /// It has been copied.
    pub copied: &'static str,
    /// It could not be copied.
    pub refused: &'static str,
    /// Above the page of examples.
    pub examples: &'static str,
    /// Below it: what one sees.
    pub examples_intro: &'static str,
    /// Before the question to which the host's own link leads.
    pub deep_link: &'static str,
    /// Closes the dialog.
    pub close: &'static str,
}

static ENGLISH: Words = Words {
    embed: "Embed",
    heading: "Embed this",
    intro: "Free for any site. The frame asks nobody but this site for anything, sets no cookie, and names its source.",
    fetching: "One moment\u{2026}",
    what: "What",
    whole_story: "All of the story",
    card: "A card that leads to it",
    theme: "Theme",
    themes: [("light", "Light"), ("dark", "Dark"), ("", "As the site or the reader has it")],
    own_accent: "Your colour",
    accent: "Colour of links and buttons; one that cannot be read is left out",
    width: "Try it at",
    widths: [("22.5rem", "360"), ("30rem", "480"), ("45rem", "720"), ("100%", "all of the width")],
    preview: "Preview",
    way: "How",
    ways: [
        ("frame", "Frame", "Works everywhere. Where the site cannot size frames, this one scrolls."),
        ("script", "Frame and script", "The script sizes the frame and leads links of your page into it."),
        (
            "wordpress",
            "WordPress",
            "Put the address on a line of its own; WordPress makes a frame of it, at most 1,000 pixels high. It knows no colours.",
        ),
        (
            "markdown",
            "Markdown",
            "A link to it on the page of the story, for sites that take HTML out of their texts, as Hugo does unless told otherwise.",
        ),
        ("amp", "AMP", "For pages that load the extension amp-iframe, over HTTPS, below the first screen."),
    ],
    code: "Code",
    copy: "Copy",
    copied: "Copied.",
    refused: "This browser does not let the page copy. The code is selected: copy it with Ctrl+C or from the menu.",
    examples: "Embedded panels",
    examples_intro: "A page like that of any host, with one frame for each panel and the script that sizes them.",
    deep_link: "A link of this page into a frame: ",
    close: "Close",
};

/// The words in a language; English where there are none.
pub fn in_language(_language: &str) -> &'static Words {
    &ENGLISH
}
