//! What is handed out to those who embed a part of the story, as a pure function.
//!
//! Deliberately absent: the page's words, and whether what is handed out is copied or picked up by hand.

/// A part of the story that can be embedded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Panel {
    /// Its whole address.
    pub address: String,
    /// Its title.
    pub title: String,
    /// The height of its frame, in pixels, where the host does not size it.
    pub height: String,
    /// Where it is on the story's own page.
    pub page: String,
}

/// What has been chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    panel: Panel,
    /// Empty for the reader's own.
    theme: String,
    /// Six hexadecimal digits; empty for ours.
    accent: String,
    /// How it is embedded: `frame`, `script`, `wordpress` or `amp`.
    way: String,
    /// The address of the script for hosts.
    script: String,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The dialog was asked for, with the address of the script for hosts.
    Opened(String),
    /// A part was chosen.
    PanelChosen(Panel),
    /// A theme was chosen.
    ThemeChosen(String),
    /// A colour was chosen, as browsers write it, or none.
    AccentChosen(String),
    /// A way to embed was chosen.
    WayChosen(String),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Show the part that has this address.
    Preview(String),
    /// Hand this out.
    HandOut(String),
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Opened(script) => self.script = script,
            Msg::PanelChosen(panel) => self.panel = panel,
            Msg::ThemeChosen(theme) => self.theme = theme,
            Msg::AccentChosen(colour) => self.accent = colour.trim_start_matches('#').to_owned(),
            Msg::WayChosen(way) => self.way = way,
        }
        vec![Effect::Preview(self.address()), Effect::HandOut(self.handed_out())]
    }

    /// The address with the options that differ from what is there without any.
    fn address(&self) -> String {
        let options = [("theme=", &self.theme), ("accent=", &self.accent)];
        let options = options.iter().filter(|(_, value)| !value.is_empty());
        let options: Vec<String> = options.map(|(name, value)| [name, value.as_str()].concat()).collect();
        let mark = if options.is_empty() { "" } else { "?" };
        [&self.panel.address, mark, &options.join("&")].concat()
    }

    fn handed_out(&self) -> String {
        match self.way.as_str() {
            // What WordPress fetches knows no options.
            "wordpress" => self.panel.address.clone(),
            "amp" => self.element("amp-iframe", AMP, AMP_OVERFLOW),
            "script" => [&self.frame(), "\n<script async src=\"", &self.script, "\"></script>"].concat(),
            _ => self.frame(),
        }
    }

    fn frame(&self) -> String {
        let Panel { page, title, .. } = &self.panel;
        // Where an editor's tools take the frame out, the link stays.
        self.element("iframe", FRAME, &["<a href=\"", &safe(page), "\">", &safe(title), "</a>"].concat())
    }

    fn element(&self, name: &str, attributes: &str, within: &str) -> String {
        let Panel { title, height, .. } = &self.panel;
        let (title, address) = (safe(title), safe(&self.address()));
        let named = ["<", name, " title=\"", &title, "\" src=\"", &address, "\" height=\"", height, "\""].concat();
        [&named, attributes, ">", within, "</", name, ">"].concat()
    }
}

/// What a frame has in every host: its width, however the host lays it out, and what it may do.
const FRAME: &str = " loading=\"lazy\" width=\"100%\" style=\"border:0;width:1px;min-width:100%;color-scheme:normal\" allow=\"clipboard-write; web-share\" referrerpolicy=\"strict-origin-when-cross-origin\"";

/// What AMP wants of a frame that is to be sized.
const AMP: &str = " layout=\"fixed-height\" width=\"auto\" frameborder=\"0\" resizable sandbox=\"allow-scripts allow-same-origin allow-popups\"";

/// What AMP shows until it has sized a frame.
const AMP_OVERFLOW: &str = "<div overflow tabindex=\"0\" role=\"button\" aria-label=\"+\">+</div>";

/// A text as it stands in an attribute.
fn safe(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
