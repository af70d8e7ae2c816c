//! Attributes of ours, and the selectors of what has them. An attribute of which no value is told here is there or not.
//!
//! Deliberately absent: attributes of HTML and ARIA.

/// Declares attributes, each with a selector of the same name.
macro_rules! attributes {
    ($($(#[$meaning:meta])* $name:ident = $value:literal;)+) => {
        names! { $($(#[$meaning])* $name = $value;)+ }

        /// Selectors of the elements that have an attribute, whatever its value.
        pub mod selector {
            $(
                #[doc = concat!("Has `", $value, "`.")]
                pub const $name: &str = concat!("[", $value, "]");
            )+
        }
    };
}

/// The selector of the elements whose attribute has this value.
pub fn valued(attribute: &str, value: &str) -> String {
    ["[", attribute, "=\"", value, "\"]"].concat()
}

attributes! {
    // Islands and their loader.

    /// On the root of an island: `asleep`, `awake` or `failed`. Others rely on it too.
    ISLAND = "data-island";
    /// On the root of an island that does not wake at once: the group with which the loader wakes it.
    GROUP = "data-group";
    /// Where an island finds the file with what it shows, seen from the page.
    FACTS = "data-facts";
    /// The way to the page of what the story rests on: for notes, and for the loader, which follows old addresses there.
    EVIDENCE = "data-evidence";
    /// On the loader's element: where the script is that binds the wasm.
    GLUE = "data-glue";
    /// On the loader's element: where the wasm is.
    WASM = "data-wasm";
    /// On the loader's element: where the styles are of what only scripts show.
    STYLES = "data-styles";
    /// On the loader's element: the name of the page's own folder; empty at the site's root.
    FOLDER = "data-folder";
    /// On the script of a preview: the version of the story that the page shows.
    VERSION = "data-version";

    // Buttons and fields, by what they do. Their values are those that the island beside them asks for.

    /// What a button of the comment box does: `export`, `undo` and so on.
    ACT = "data-act";
    /// Which way a button opens or closes all questions: `open` or `close`.
    ALL_QUESTIONS = "data-all";
    /// What a field filters the timeline by: `actor` or `era`.
    FIELD = "data-field";
    /// Which way a button steps: `back` or `forward`.
    STEP = "data-step";
    /// How a button zooms the map: `in`, `out` or `whole`.
    ZOOM = "data-zoom";
    /// On a link to a panel that opens the dialog for those who embed: which panel.
    EMBEDS = "data-embeds";
    /// On a link that begins a comment on a section: the section's id.
    COMMENT_ON = "data-comment-on";

    // What something is, or is about.

    /// The actor that a place, a card or a link stands for, by its id; on the root of a panel, whom its address says to
    /// follow, by ids with `+` between them.
    ACTOR = "data-actor";
    /// On an event of the list: those who take part, by ids with spaces between them.
    ACTORS = "data-actors";
    /// On a passage: whom it is about, by ids with spaces between them.
    ABOUT = "data-about";
    /// On the entry of an actor: its id. Nobody else can be followed.
    FOLLOWABLE = "data-followable";
    /// What an actor or an era is called.
    NAME = "data-name";
    /// The stance of what an actor mainly said or did, by its key.
    STANCE = "data-stance";
    /// All stances that an actor took, by keys with spaces between them.
    STANCES = "data-stances";
    /// On a place of the map: who took part in what happened there, by ids with spaces between them and `|` between events.
    SEEN = "data-seen";
    /// Which sheet of the map this is: `region` or `world`.
    VIEW = "data-view";
    /// On an era of the list: its id.
    ERA = "data-era";
    /// On a question: its id.
    QUESTION = "data-question";
    /// On a claim in the list of all claims.
    CLAIM = "data-claim";
    /// On such a claim: who says so.
    SPEAKER = "data-speaker";
    /// On such a claim: the day on which it was made, or the first that its date may mean, as `2026-02-06`.
    DATE = "data-date";
    /// How sure a statement is, by the key of its status.
    STATUS = "data-status";
    /// On a statement: whose word it is, where it is one side's, by the number of the side.
    SIDE = "data-side";
    /// On what came after the day that the story describes.
    LATER = "data-later";
    /// On a drawn date or value that is not certain.
    UNSURE = "data-unsure";
    /// On a value that is a least or a most.
    BOUND = "data-bound";
    /// On a time of a chart that is left out where there is little room: `true`.
    SPARE = "data-spare";
    /// On a name of the map that is not printed; `narrow` where it is on wide screens.
    UNPRINTED = "data-unprinted";
    /// On what is said of a way to embed: which way.
    WAY = "data-way";

    // What the reader has chosen or come to.

    /// On whatever stands for whom or what the reader has chosen.
    CHOSEN = "data-chosen";
    /// On a passage about all whom the reader follows.
    FOLLOWED = "data-followed";
    /// On what shows because of whom the reader follows or where they read.
    SHOWN = "data-shown";
    /// On an event of the line of time that the filters leave out.
    DIMMED = "data-dimmed";
    /// On the bar of a `<details>` that is open.
    OPEN = "data-open";

    // The line of time.

    /// On an event of the line: its id.
    DOT = "data-dot";
    /// On what chooses an era, and on the era's band: its id.
    AXIS_ERA = "data-axis-era";
    /// On an era drawn out: its id.
    STRIP = "data-strip";

    // The comment box. Those of the section around it say what the story names.

    /// On the section: what a server knows the story by.
    THREAD = "data-thread";
    /// On the section: the address of the server that keeps comments; empty for the reader's device.
    SERVER = "data-server";
    /// On the section: where to write to whoever owns the site.
    CONTACT = "data-contact";
    /// On the section, where it stands without the article: the way to the article.
    HOME = "data-home";
    /// On a comment: where it stands, as `published` or `waiting`.
    STANDING = "data-standing";
    /// Beside a comment's date: the same, of what is said there.
    OF = "data-of";
    /// On a comment that the reader has reported.
    HIDDEN = "data-hidden";
    /// On the text of a comment that is so long that it is laid out when it is near.
    LONG = "data-long";

    // The whole page, and panels in frames of others.

    /// The story: on the section of comments its title, on the root of a panel and the script of a preview its slug.
    STORY = "data-story";
    /// On the root of a page that is a panel: which.
    EMBED = "data-embed";
    /// On the element of a panel whose end is the end of the frame.
    FRAME = "data-frame";
    /// On the document, once every island that wakes at once is awake or has failed. Others rely on it too.
    READY = "data-ready";
    /// On the document, where there is no comment box to be led to.
    UNCOMMENTED = "data-uncommented";
    /// On the root of a panel that stands in a frame, from frame.js.
    FRAMED = "data-framed";
    /// On the root of a panel that its host has cut short, from frame.js.
    CLIPPED = "data-clipped";
    /// On the field for the address of what the host lets a panel not open: what to say then.
    REFUSED = "data-refused";
    /// On the root of a panel in which the reader has done something; before, nothing may scroll.
    USED = "data-used";
    /// On the root of a panel whose address says how much to read.
    DEPTH = "data-depth";
    /// On the root of a panel whose address says so: `0`, for none of what stands above the panel.
    HEADER = "data-header";
    /// On the root of a panel whose address says so: `light` or `dark`.
    THEME = "data-theme";
    /// On the element of frame.js: the policy of the page.
    POLICY = "data-policy";
    /// On a frame in a host's page: what it loads when it is near.
    SRC = "data-src";
    /// On the root of a story that is a single file.
    SINGLE = "data-single";
}
