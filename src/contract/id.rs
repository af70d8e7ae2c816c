//! Ids of elements, and so what addresses have after `#`. Once published an id stays.
//!
//! Deliberately absent: the ids of sections, which are the story's own and have nothing before them.

names! {
    /// The article.
    ARTICLE = "article";
    /// The part of the page with the comment box.
    COMMENTS = "comments";
    /// The tip beside the article.
    TIP = "tip";
    /// The switch that marks statements.
    WHO_SAYS_SO = "who-says-so";
    /// The radio button for the map of the region.
    VIEW_REGION = "view-region";
    /// The radio button for the map of the world.
    VIEW_WORLD = "view-world";

    /// Before the id of an actor; `+` stands between two who are followed at once.
    ACTOR_PREFIX = "actor-";
    /// Before the id of a claim.
    CLAIM_PREFIX = "claim-";
    /// Before the id of a comment.
    COMMENT_PREFIX = "comment-";
    /// Before the key of a depth: the radio button for it.
    DEPTH_PREFIX = "depth-";
    /// Before the id of an era.
    ERA_PREFIX = "era-";
    /// Before the id of an event.
    EVENT_PREFIX = "event-";
    /// Before the key of a stance, or `all`: the radio button for it in the map's legend.
    LEGEND_PREFIX = "legend-";
    /// Before the id of a site or city.
    PLACE_PREFIX = "place-";
    /// Before the id of a question.
    QUESTION_PREFIX = "faq-";
    /// Before the number of a side, `all` or `other`: the radio button for whose statements to mark.
    SIDE_PREFIX = "side-";
    /// Before the id of a publication.
    SOURCE_PREFIX = "source-";
    /// Before the id of a term.
    TERM_PREFIX = "term-";
    /// Before an id of ours in the address of a host.
    HOST_PREFIX = "bg-";
    /// After the id of a part of the page: its heading.
    HEADING_SUFFIX = "-heading";
}

/// One function for all, so that the compiler makes one of it.
fn of(prefix: &str, id: &str) -> String {
    [prefix, id].concat()
}

/// An actor.
pub fn actor(id: &str) -> String {
    of(ACTOR_PREFIX, id)
}

/// A claim.
pub fn claim(id: &str) -> String {
    of(CLAIM_PREFIX, id)
}

/// A comment.
pub fn comment(id: &str) -> String {
    of(COMMENT_PREFIX, id)
}

/// The radio button for a depth, by its key.
pub fn depth(key: &str) -> String {
    of(DEPTH_PREFIX, key)
}

/// An era.
pub fn era(id: &str) -> String {
    of(ERA_PREFIX, id)
}

/// An event.
pub fn event(id: &str) -> String {
    of(EVENT_PREFIX, id)
}

/// The radio button for a stance in the map's legend, by its key, or `all`.
pub fn legend(key: &str) -> String {
    of(LEGEND_PREFIX, key)
}

/// A site or city.
pub fn place(id: &str) -> String {
    of(PLACE_PREFIX, id)
}

/// A question.
pub fn question(id: &str) -> String {
    of(QUESTION_PREFIX, id)
}

/// The radio button for whose statements to mark: the number of a side, `all` or `other`.
pub fn side(key: &str) -> String {
    of(SIDE_PREFIX, key)
}

/// A publication.
pub fn source(id: &str) -> String {
    of(SOURCE_PREFIX, id)
}

/// A term.
pub fn term(id: &str) -> String {
    of(TERM_PREFIX, id)
}

/// An id of ours, in the address of a host.
pub fn host(id: &str) -> String {
    of(HOST_PREFIX, id)
}

/// The heading of a part of the page.
pub fn heading(part: &str) -> String {
    of(part, HEADING_SUFFIX)
}

/// The address of what has an id, on the same page; as a selector it matches that, where the id is ours.
pub fn link_to(id: &str) -> String {
    of("#", id)
}
