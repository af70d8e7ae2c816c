//! What the dialog shows and hands out to those who embed a part of the story, as a pure function.
//!
//! Deliberately absent: the page's words, and whether what is handed out is copied or picked up by hand.

use html_escape::encode_double_quoted_attribute as safe;

use crate::islands::embed::data::{Embeds, Panel};

/// The colour that the field for one shows at first.
pub const ACCENT: &str = "#7a1f5c";

/// The way to embed that is chosen at first.
const FRAME_ALONE: &str = "frame";

/// What is known of what can be embedded, and what has been chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    embeds: Option<Embeds>,
    fetching: bool,
    open: bool,
    /// Where the link leads by which the dialog was opened.
    link: String,
    /// The key of the chosen part.
    panel: String,
    /// Empty for that of the site and the reader.
    theme: String,
    /// Whether the host has a colour of its own.
    has_accent: bool,
    /// That colour, as browsers write it.
    accent: String,
    /// How it is embedded: `frame`, `script`, `wordpress`, `markdown` or `amp`.
    way: String,
    told: Option<Told>,
}

/// What the reader is told of copying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It has been copied.
    Copied,
    /// The browser did not let us.
    Refused,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The dialog was asked for.
    Asked {
        /// The key of the part that is to be embedded.
        panel: String,
        /// Where the link leads that was followed: to that part alone.
        link: String,
    },
    /// What can be embedded has come, with whole addresses.
    Fetched(Embeds),
    /// It could not be fetched.
    NotFetched,
    /// The dialog was closed.
    Closed,
    /// A part was chosen, by its key.
    PanelChosen(String),
    /// A theme was chosen.
    ThemeChosen(String),
    /// The host has a colour of its own, or not.
    AccentSwitched(bool),
    /// That colour was chosen, as browsers write it.
    AccentChosen(String),
    /// A way to embed was chosen.
    WayChosen(String),
    /// The browser copied what is handed out, or refused to.
    Copied(bool),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Open the dialog.
    Open,
    /// Fetch what can be embedded.
    Fetch,
    /// Go where the link leads.
    Follow(String),
}

impl Default for State {
    fn default() -> Self {
        Self {
            embeds: None,
            fetching: false,
            open: false,
            link: String::new(),
            panel: String::new(),
            theme: "light".to_owned(),
            has_accent: false,
            accent: ACCENT.to_owned(),
            way: FRAME_ALONE.to_owned(),
            told: None,
        }
    }
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        // What was told of copying is told of what was handed out then.
        self.told = None;
        match msg {
            Msg::Asked { panel, link } => return self.ask(panel, link),
            Msg::Fetched(embeds) => (self.embeds, self.fetching) = (Some(embeds), false),
            Msg::NotFetched => return self.give_up(),
            Msg::Closed => self.open = false,
            Msg::PanelChosen(key) => self.panel = key,
            Msg::ThemeChosen(theme) => self.theme = theme,
            Msg::AccentSwitched(on) => self.has_accent = on,
            Msg::AccentChosen(colour) => self.accent = colour,
            Msg::WayChosen(way) => self.way = way,
            Msg::Copied(done) => self.told = Some(if done { Told::Copied } else { Told::Refused }),
        }
        Vec::new()
    }

    fn ask(&mut self, panel: String, link: String) -> Vec<Effect> {
        (self.panel, self.link, self.open) = (panel, link, true);
        let fetches = self.embeds.is_none() && !self.fetching;
        self.fetching |= fetches;
        [Effect::Open].into_iter().chain(fetches.then_some(Effect::Fetch)).collect()
    }

    /// Whoever has closed the dialog meanwhile is led nowhere.
    fn give_up(&mut self) -> Vec<Effect> {
        self.fetching = false;
        let was_open = std::mem::take(&mut self.open);
        was_open.then(|| Effect::Follow(self.link.clone())).into_iter().collect()
    }

    /// What can be embedded; nothing before it has come.
    pub fn embeds(&self) -> Option<&Embeds> {
        self.embeds.as_ref()
    }

    /// The key of the chosen part.
    pub fn panel(&self) -> &str {
        &self.panel
    }

    /// What the reader is told of copying.
    pub fn told(&self) -> Option<Told> {
        self.told
    }

    fn chosen(&self) -> Option<&Panel> {
        self.embeds.as_ref()?.panels.iter().find(|panel| panel.key == self.panel)
    }

    /// The address of what is embedded, with the options that differ from what is there without any; empty before it
    /// is known.
    pub fn address(&self) -> String {
        self.chosen().map(|panel| self.address_of(panel)).unwrap_or_default()
    }

    /// What is handed out; empty before it is known.
    pub fn code(&self) -> String {
        match (&self.embeds, self.chosen()) {
            (Some(embeds), Some(panel)) => self.code_of(panel, &embeds.script),
            _ => String::new(),
        }
    }

    fn address_of(&self, panel: &Panel) -> String {
        let accent = if self.has_accent { self.accent.trim_start_matches('#') } else { "" };
        let options = [("theme=", self.theme.as_str()), ("accent=", accent)];
        let options = options.iter().filter(|(_, value)| !value.is_empty());
        let options: Vec<String> = options.map(|(name, value)| [*name, *value].concat()).collect();
        let mark = if options.is_empty() { "" } else { "?" };
        [&panel.address, mark, &options.join("&")].concat()
    }

    fn code_of(&self, panel: &Panel, script: &str) -> String {
        match self.way.as_str() {
            // What WordPress fetches knows no options, but each theme has an address, the light one also without its name.
            "wordpress" => [panel.address.as_str(), self.theme_in_path()].concat(),
            "markdown" => ["[", &in_markdown(&panel.title), "](", &panel.page, ")"].concat(),
            "amp" => self.element(panel, "amp-iframe", AMP, AMP_OVERFLOW),
            "script" => [&self.frame(panel), "\n<script async src=\"", script, "\"></script>"].concat(),
            _ => self.frame(panel),
        }
    }

    fn theme_in_path(&self) -> &'static str {
        match self.theme.as_str() {
            "light" => "",
            "dark" => "dark/",
            _ => "auto/",
        }
    }

    /// A frame within an element of its own, which themes lay out as they do a paragraph. Filters of HTML that take the
    /// frame out know nothing of `popover`, and take it out too: then the link shows, which browsers else hide. It is not
    /// within the frame, since some filters take that for text.
    fn frame(&self, panel: &Panel) -> String {
        let link = ["<p popover><a href=\"", &safe(&panel.page), "\">", &safe(&panel.title), "</a></p>"].concat();
        // A frame whose scheme is not named has that of the host, of which the browser then tells it.
        let scheme = match self.theme.as_str() {
            "" => String::new(),
            theme => [";color-scheme:", theme].concat(),
        };
        let attributes = [FRAME.0, &scheme, FRAME.1].concat();
        ["<div>", &self.element(panel, "iframe", &attributes, ""), &link, "</div>"].concat()
    }

    fn element(&self, panel: &Panel, name: &str, attributes: &str, within: &str) -> String {
        let (address, height) = (self.address_of(panel), panel.height.to_string());
        let (title, address) = (safe(&panel.title), safe(&address));
        let named = ["<", name, " title=\"", &title, "\" src=\"", &address, "\" height=\"", &height, "\""].concat();
        [&named, attributes, ">", within, "</", name, ">"].concat()
    }
}

/// A text as it stands in the text of a link in Markdown.
fn in_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// What a frame has in every host, before and after its scheme: its width, no border, also where the host forbids styles,
/// and what it may do.
const FRAME: (&str, &str) = (
    " loading=\"lazy\" width=\"100%\" frameborder=\"0\" style=\"border:0;width:100%",
    "\" allow=\"clipboard-write\" referrerpolicy=\"strict-origin-when-cross-origin\"",
);

/// What AMP wants of a frame that is to be sized.
const AMP: &str = " layout=\"fixed-height\" width=\"auto\" frameborder=\"0\" resizable sandbox=\"allow-scripts allow-same-origin allow-popups\"";

/// What AMP shows until it has sized a frame.
const AMP_OVERFLOW: &str = "<div overflow tabindex=\"0\" role=\"button\" aria-label=\"+\">+</div>";
