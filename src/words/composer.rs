//! The labels of the comment box: those that stand in the page, and those of what the wasm creates there.
//!
//! Deliberately absent: what the box says of what happens; see `comments`.

/// The labels in one language.
pub struct Words {
    /// Comments stay where they are written.
    pub on_device: &'static str,
    /// Where comments are, where the box stands in a frame of another site.
    pub in_a_frame: &'static str,
    /// The same, where nothing can be kept.
    pub in_memory: &'static str,
    /// Comments are public; what stands before the server's host.
    pub public_on: &'static str,
    /// What stands behind the server's host.
    pub public_note: &'static str,
    /// What is asked of whoever writes.
    pub ground_rules: &'static str,
    /// Why there is no box.
    pub needs_scripts: &'static str,
    /// Why there is no box though scripts run.
    pub has_failed: &'static str,
    /// The label of the name.
    pub name: &'static str,
    /// The label of the text of a comment.
    pub comment: &'static str,
    /// The label of the text of an answer.
    pub reply: &'static str,
    /// The label of a text that is changed.
    pub change: &'static str,
    /// Before the passage that is written about.
    pub about: &'static str,
    /// For all of a section.
    pub whole_section: &'static str,
    /// Writes about no passage.
    pub drop_quote: &'static str,
    /// Posts.
    pub post: &'static str,
    /// Posts an answer.
    pub post_reply: &'static str,
    /// Keeps a changed text.
    pub save: &'static str,
    /// Leaves a form.
    pub cancel: &'static str,
    /// Which keys post.
    pub keys: &'static str,
    /// The draft is kept.
    pub draft_kept: &'static str,
    /// The label of the order.
    pub sort_by: &'static str,
    /// The orders: newest, oldest, most liked.
    pub orders: [&'static str; 3],
    /// Saves as a file.
    pub export: &'static str,
    /// Brings a file in.
    pub import: &'static str,
    /// Names the list.
    pub list: &'static str,
    /// There are no comments.
    pub none: &'static str,
    /// Shows more comments.
    pub more: &'static str,
    /// Shows all answers.
    pub more_replies: &'static str,
    /// Takes the last deed back.
    pub undo: &'static str,
    /// Wants nothing back.
    pub dismiss: &'static str,
    /// Likes a comment.
    pub like: &'static str,
    /// Answers a comment.
    pub answer: &'static str,
    /// Changes a comment.
    pub edit: &'static str,
    /// Takes a comment away.
    pub delete: &'static str,
    /// Reports a comment.
    pub report: &'static str,
    /// Tells the site's owner.
    pub tell_owner: &'static str,
    /// Shows a hidden comment.
    pub show_again: &'static str,
    /// Sends again.
    pub resend: &'static str,
    /// A comment was changed.
    pub edited: &'static str,
    /// A comment waits for a moderator.
    pub awaiting: &'static str,
    /// A comment waits for the server.
    pub waiting: &'static str,
    /// A comment may have arrived.
    pub uncertain: &'static str,
    /// A comment's writer has taken it away.
    pub removed: &'static str,
    /// A comment is hidden.
    pub hidden: &'static str,
    /// Comments on a section.
    pub on_section: &'static str,
    /// Comments on what is selected.
    pub on_selection: &'static str,
}

static ENGLISH: Words = Words {
    on_device: "Comments are kept on this device only, in this browser. Nobody else sees them, and nothing is sent anywhere. Save them as a file to take them along.",
    in_a_frame: " In this frame they stay apart from those that you wrote on the story\u{2019}s own page or on other sites.",
    in_memory: "This browser keeps nothing for this page: comments are gone when you leave it.",
    public_on: "Comments are public, on ",
    public_note: ". A copy of what waits to be sent is kept on this device.",
    ground_rules: "Ground rules: stay on the subject, say where you know it from, attack arguments and not people.",
    needs_scripts: "Comments need scripts, which this page could not run.",
    has_failed: "Comments are not available here: this browser lacks WebAssembly, or something has kept the page from loading its tools. All else can be read.",
    name: "Name (optional)",
    comment: "Your comment",
    reply: "Your answer",
    change: "Change your comment",
    about: "About: ",
    whole_section: "this section",
    drop_quote: "About no passage",
    post: "Post comment",
    post_reply: "Post answer",
    save: "Keep the change",
    cancel: "Cancel",
    keys: "Ctrl + Enter posts. Plain text; addresses that begin with https:// become links.",
    draft_kept: "Draft kept on this device.",
    sort_by: "Sort by",
    orders: ["newest first", "oldest first", "most liked first"],
    export: "Save as a file",
    import: "Bring in a file",
    list: "Comments",
    none: "No comments yet. The first one can be yours.",
    more: "Show more comments",
    more_replies: "Show all answers",
    undo: "Undo",
    dismiss: "Close",
    like: "Like",
    answer: "Answer",
    edit: "Edit",
    delete: "Delete",
    report: "Report",
    tell_owner: "Tell the site\u{2019}s owner",
    show_again: "Show it again",
    resend: "Send again",
    edited: "edited",
    awaiting: "Awaiting moderation",
    waiting: "Waiting to be sent",
    uncertain: "May have arrived",
    removed: "Deleted by its writer.",
    hidden: "You reported this comment; it is hidden on this device.",
    on_section: "Comment on this section",
    on_selection: "Comment on this",
};

/// The labels in a language; English where there are none.
pub fn in_language(_language: &str) -> &'static Words {
    &ENGLISH
}
