//! The words of the pages. None of them is in the wasm.
//!
//! Deliberately absent: words that only an editor sees, which are `reading`'s.

mod sentences;

use super::facts;

/// The pages' words in one language.
pub struct Words {
    /// The words around facts.
    pub facts: &'static facts::Words,
    /// The direction in which the language is written: `ltr` or `rtl`.
    pub direction: &'static str,
    /// Leads past the bar, to the article.
    pub skip: &'static str,
    /// Names the bar's links.
    pub site_navigation: &'static str,
    /// Above a story that is still being written.
    pub draft: &'static str,
    /// Before the day on which the story was first published.
    pub published: &'static str,
    /// Before the day of the last change.
    pub updated: &'static str,
    /// Above the contents.
    pub contents: &'static str,
    /// Above the article's parts in the contents.
    pub in_the_article: &'static str,
    /// Above the page's other parts in the contents.
    pub beside_the_article: &'static str,
    /// Names the article for those who do not see it.
    pub article: &'static str,
    /// Names the choice of how much to read.
    pub depth: &'static str,
    /// Before the choice of how much to read.
    pub read_in: &'static str,
    /// Shows who makes which statement.
    pub who_says_so: &'static str,
    /// Names the choice of whose statements to mark.
    pub whose_word: &'static str,
    /// All statements, as a choice of whose to mark.
    pub all_sides: &'static str,
    /// Statements of nobody who is a side, as a choice of whose to mark.
    pub others_say: &'static str,
    /// Leads from a note to the passage that it is about.
    pub to_passage: &'static str,
    /// Above what changed and when.
    pub history: &'static str,
    /// Below the heading of the history.
    pub history_intro: &'static str,
    /// The first entry of every history.
    pub first_published: &'static str,
    /// Before what a correction replaced.
    pub was: &'static str,
    /// Above the sites and cities of the map.
    pub places: &'static str,
    /// Names the period of a chart for which nobody knows.
    pub unknown: &'static str,
    /// Names the notes above the article.
    pub notes: &'static str,
    /// Above the surprising fact.
    pub did_you_know: &'static str,
    /// Above the tip.
    pub tip: &'static str,
    /// Above the FAQ.
    pub faq: &'static str,
    /// Leads to a question by its address.
    pub link_to_question: &'static str,
    /// Before the questions that are related to one.
    pub related_questions: &'static str,
    /// Above the map and the list of reactions.
    pub reactions: &'static str,
    /// Below the heading of the reactions.
    pub reactions_intro: &'static str,
    /// Names the map.
    pub map: &'static str,
    /// Names the map of the world.
    pub map_of_world: &'static str,
    /// Names the choice of what the map shows.
    pub map_view: &'static str,
    /// The story's part of the world, as a choice of what the map shows.
    pub region: &'static str,
    /// The whole world, as a choice of what the map shows.
    pub world: &'static str,
    /// Names the choice of whose reactions to show.
    pub filter_stances: &'static str,
    /// All reactions, as a choice of whose to show.
    pub all_stances: &'static str,
    /// Below the map: what its borders and names mean, and whose the geometry is.
    pub map_caption: &'static str,
    /// Names the legend of the map.
    pub legend: &'static str,
    /// Above the places that are outside the map.
    pub farther_away: &'static str,
    /// Above those who are named and have not reacted.
    pub others: &'static str,
    /// Names the actors above the timeline.
    pub chips: &'static str,
    /// Above the timeline.
    pub timeline: &'static str,
    /// Marks events after the story's day.
    pub later: &'static str,
    /// Before an event's place.
    pub place: &'static str,
    /// Before an event's actors.
    pub actors: &'static str,
    /// Above the figures.
    pub figures: &'static str,
    /// Below a figure in which a number is a minimum.
    pub dashed_squares: &'static str,
    /// Below a figure in which a number is a maximum.
    pub outlined_squares: &'static str,
    /// Above the glossary.
    pub glossary: &'static str,
    /// Above what the story rests on.
    pub how_we_know: &'static str,
    /// Above how many claims are how sure.
    pub how_sure: &'static str,
    /// Above whose publications the claims cite.
    pub whose_reports: &'static str,
    /// Above the claims of which accounts differ.
    pub left_open: &'static str,
    /// Leads past the bar, to the claims.
    pub skip_to_claims: &'static str,
    /// Leads from the claims back to the story.
    pub back_to_article: &'static str,
    /// Leads to where the story departs from its source article.
    pub departures_in_short: &'static str,
    /// Above where the story departs from its source article.
    pub departures: &'static str,
    /// Above the claims.
    pub ledger: &'static str,
    /// Above the publications.
    pub publications: &'static str,
    /// Leads from a claim to the text that it covers.
    pub back_to_text: &'static str,
    /// Before whoever republishes a source.
    pub via: &'static str,
    /// Stands at a source without a link.
    pub not_online: &'static str,
    /// Above related reading.
    pub related: &'static str,
    /// The first list of related reading.
    pub explore: &'static str,
    /// The second list of related reading.
    pub also: &'static str,
    /// Above the place of the comment box.
    pub comments: &'static str,
    /// Names the foot of the page.
    pub foot: &'static str,
    /// Leads to the top.
    pub to_top: &'static str,
    /// Leads from a panel that is embedded to all of the story.
    pub open_whole_page: &'static str,
    /// Told to those whose click leads nowhere, since the site that embeds a panel lets it open nothing.
    pub opens_nothing: &'static str,
    /// The field of the address that they may go to by themselves.
    pub address: &'static str,
    /// Before the address from which a single file was saved.
    pub saved_from: &'static str,
    /// Ends a sentence that others follow.
    pub stop: &'static str,
    /// Parts things of which neither belongs to the other.
    pub dot: &'static str,
    months_in_short: [&'static str; 12],
    meanings: [&'static str; 4],
    stances: [&'static str; 6],
    notes_of: [&'static str; 3],
}

static ENGLISH: Words = Words {
    facts: facts::in_language("en"),
    direction: "ltr",
    skip: "Skip to the article",
    site_navigation: "This page",
    draft: "Draft. Only the preview shows it; it is never built.",
    published: "Published",
    updated: "Updated",
    contents: "Contents",
    in_the_article: "The article",
    beside_the_article: "Beside it",
    article: "Article",
    depth: "How much to read",
    read_in: "Read in",
    who_says_so: "Who says so",
    whose_word: "Whose word to mark",
    all_sides: "All statements",
    others_say: "Others say",
    to_passage: "To the passage",
    history: "What changed, and when",
    history_intro: "Notes, corrections and updates of this page, the newest first.",
    first_published: "First published.",
    was: "It said",
    places: "Places",
    unknown: "Not known",
    notes: "Editors\u{2019} notes",
    did_you_know: "Did you know?",
    tip: "Pro tip",
    faq: "Questions and answers",
    link_to_question: "Link to this question",
    related_questions: "See also",
    reactions: "Who reacted how",
    reactions_intro: "Each state\u{2019}s words or acts, with the day they date from. The map and the list say the same.",
    map: "Map of those who reacted",
    map_of_world: "Map of those who reacted, all the world",
    map_view: "What the map shows",
    region: "Region",
    world: "World",
    filter_stances: "Whose reactions to show",
    all_stances: "All",
    map_caption: "Geometry: Natural Earth, public domain. Borders are drawn as they are held in fact and are no statement on whose they should be. Names follow the usage of the United Nations; where a name is contested, the map leaves it out.",
    legend: "Marks",
    farther_away: "Farther away",
    others: "Also named",
    chips: "Those who reacted, and in how many events they take part",
    timeline: "Timeline",
    later: "After this account",
    place: "Where",
    actors: "Who",
    figures: "Figures, and who counts",
    dashed_squares: "Dashed squares: the number is a minimum.",
    outlined_squares: "Outlined squares: the number is a maximum.",
    glossary: "Terms",
    how_we_know: "How we know this",
    how_sure: "How certain it is",
    whose_reports: "Who reported it",
    left_open: "What accounts differ on",
    skip_to_claims: "Skip to the claims",
    back_to_article: "Back to the article",
    departures_in_short: "Departures",
    departures: "Where this account departs from its source article",
    ledger: "Every claim, and who makes it",
    publications: "Publications cited",
    back_to_text: "Back to the text",
    via: "via",
    not_online: "no link",
    related: "Read on",
    explore: "Explore further",
    also: "You may also like",
    comments: "Your view",
    foot: "About this page",
    to_top: "Back to the top",
    open_whole_page: "Open the whole page",
    opens_nothing: "This site does not let the panel open other pages. Copy the address instead:",
    address: "Address",
    saved_from: "The living page, with its tools and its comments: ",
    stop: ". ",
    dot: " \u{b7} ",
    months_in_short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    meanings: [
        "by an outlet that is not a side, or said on the record",
        "one side\u{2019}s word only",
        "accounts conflict",
        "somebody\u{2019}s judgement or forecast",
    ],
    stances: ["Mediates", "One of the sides", "Welcomes it", "Urges diplomacy", "Critical", "Took military action"],
    notes_of: ["Note", "Correction", "Update"],
};

/// The words in a language; English where there are none.
pub fn in_language(_language: &str) -> &'static Words {
    &ENGLISH
}
